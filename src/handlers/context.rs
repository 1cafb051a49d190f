//! What a handler has on its desk: the transaction, the time, who asks, in which campaign; and the
//! few verbs every handler uses.

mod questions;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::button::Press;
use crate::domain::campaign::Campaign;
use crate::domain::fact::{Fact, What};
use crate::domain::ids::{CampaignId, ChatId, PersonId, UnitCode};
use crate::domain::policy::{Action, Actor, Denied, Membership, Role, Stage, check};
use crate::domain::unit::UnitState;
use crate::event::Chat;
use crate::handlers::dialogue::Dialogue;
use crate::outgoing::{Body, Button, Does, Keyboard, Outgoing, Target};
use crate::say;
use crate::standings::live::Live;
use crate::standings::units::Units;
use crate::store::campaigns::Loaded;
use crate::store::flows::Flow;
use crate::store::log::{Head, NewFact};
use crate::store::people::Person;
use crate::store::{self, StoreError};
use crate::text::Lang;

/// What outlives one update: who the bot is, who is office from the start, and the campaigns as
/// last read.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The bot's name in links and in commands of groups.
    pub username: String,
    /// Accounts that are the campaign office from the start.
    pub admins: Vec<i64>,
    /// Where people reach our web server, where they do.
    pub web: Option<String>,
    /// The tables of now.
    pub live: Live,
    campaigns: HashMap<CampaignId, Arc<Loaded>>,
    units: Units,
    /// The end of the log, as the next fact needs it; what else is kept was read when this was it.
    head: Head,
    /// When somebody listed by a definition was last erased, as of that reading.
    erased: Option<i64>,
    /// Whether the update at hand has recorded anything.
    recorded: bool,
}

impl Desk {
    /// A desk with nothing read yet.
    pub fn new(username: String, admins: Vec<i64>, web: Option<String>) -> Self {
        Self {
            username,
            admins,
            web,
            live: Live::new(),
            campaigns: HashMap::new(),
            units: Units::default(),
            head: Head::at(None),
            erased: None,
            recorded: false,
        }
    }

    /// Forgets what was read: inside a transaction that was undone it may never have been.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub async fn start_over(&mut self, tx: &mut SqliteConnection) -> Result<(), StoreError> {
        self.campaigns.clear();
        self.live.forget();
        self.units.forget();
        self.erased = store::listed::last_erased(&mut *tx).await?;
        self.head = Head::read(tx).await?;
        Ok(())
    }

    /// Begins a batch of updates: what was read before holds only if nobody else has written to
    /// the log since, or erased a name beside it.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub async fn catch_up(
        &mut self,
        tx: &mut SqliteConnection,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let tip = store::log::tip(&mut *tx).await?;
        // A clock set back behind the log's end hides facts that would come to count by themselves.
        let hidden = tip.as_ref().is_some_and(|tip| tip.recorded_at > now);
        let forgotten = store::listed::last_erased(&mut *tx).await? != self.erased;
        if hidden || forgotten || self.head.tip() != tip.as_ref() {
            self.start_over(tx).await?;
        }
        Ok(())
    }

    /// Begins an update.
    pub(super) fn begin(&mut self) {
        self.recorded = false;
    }

    /// The update at hand has written a definition to the log.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub(super) async fn defined(&mut self, tx: &mut SqliteConnection) -> Result<(), StoreError> {
        self.recorded = true;
        self.start_over(tx).await
    }

    /// Undoes what the update at hand has recorded, after its savepoint was rolled back.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub(super) async fn undo(&mut self, tx: &mut SqliteConnection) -> Result<(), StoreError> {
        if self.recorded { self.start_over(tx).await } else { Ok(()) }
    }

    /// The campaign under the definition in force now; read only when that may have changed.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn campaign(
        &mut self,
        connection: &mut SqliteConnection,
        id: CampaignId,
        now: DateTime<Utc>,
    ) -> Result<Arc<Loaded>, StoreError> {
        if let Some(loaded) = self.campaigns.get(&id) {
            return Ok(Arc::clone(loaded));
        }
        let loaded = Arc::new(store::campaigns::load(connection, id, now).await?);
        self.campaigns.insert(id, Arc::clone(&loaded));
        Ok(loaded)
    }
}

/// Why a handler ends early.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// The person's business: what they asked cannot be, and what to do instead. Nothing of what
    /// the handler wrote stays.
    #[error("refused")]
    Refused(Refusal),
    /// Ours.
    #[error(transparent)]
    Failed(#[from] StoreError),
}

/// What is said to somebody whose wish cannot be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The sentence, as HTML: what is wrong and what to do next.
    pub html: String,
    /// Buttons that do it.
    pub keyboard: Keyboard,
}

impl Stop {
    /// Refuses with a sentence.
    pub fn refuse(html: String) -> Self {
        Self::Refused(Refusal { html, keyboard: Vec::new() })
    }
}

/// What a handler returns.
pub type Handled<T = ()> = Result<T, Stop>;

/// The press that is being answered.
#[derive(Debug, Clone)]
pub struct PressOf {
    /// By which it is answered.
    pub id: String,
    /// The message under which the button stands.
    pub message_id: Option<i64>,
    /// Whether it has been answered.
    pub answered: bool,
}

/// One update being handled.
#[derive(Debug)]
pub struct Cx<'a> {
    /// The open transaction.
    pub tx: &'a mut SqliteConnection,
    /// What outlives the update.
    pub desk: &'a mut Desk,
    /// The instant of handling, and of recording.
    pub now: DateTime<Utc>,
    /// The instant of the message, from which facts count; presses have none.
    pub said_at: Option<DateTime<Utc>>,
    /// Where.
    pub chat: Chat,
    /// Who.
    pub person: Person,
    /// Who, with roles in the campaign at hand.
    pub actor: Actor,
    /// The campaign at hand.
    pub loaded: Option<Arc<Loaded>>,
    /// The press, where a button was pressed.
    pub press: Option<PressOf>,
    /// Whether a guided conversation of the person is open.
    pub in_flow: bool,
}

impl Cx<'_> {
    /// The language the person reads.
    pub fn lang(&self) -> Lang {
        self.person.lang
    }

    /// The campaign at hand, or a refusal that says how to come by one.
    ///
    /// # Errors
    /// When the person has none.
    pub fn campaign(&self) -> Handled<Arc<Loaded>> {
        self.loaded.clone().ok_or_else(|| {
            let key = if self.actor.is(Role::Office) {
                say!(self.lang(), "no-campaign-office")
            } else {
                say!(self.lang(), "not-a-member")
            };
            Stop::refuse(key)
        })
    }

    /// The instant whose day decides what dates mean: of the message, else of the handling. A
    /// message that waited while the bot was down is judged by its own day.
    pub fn said_or_now(&self) -> DateTime<Utc> {
        self.said_at.unwrap_or(self.now)
    }

    /// Goes on only if the person may do it.
    ///
    /// # Errors
    /// A refusal otherwise.
    pub fn allow(&self, action: Action<'_>) -> Handled {
        check(&self.actor, action, self.stage()).map_err(|denied| super::refusal::of(self, &denied))
    }

    /// Where the campaign at hand stands on the day of the message. Without a campaign nothing is
    /// before or after anything.
    pub fn stage(&self) -> Stage {
        let at = self.said_or_now();
        self.loaded.as_ref().map_or(Stage::Running, |loaded| loaded.stage(at))
    }

    /// The unit for which the person pledges and reports.
    ///
    /// # Errors
    /// A refusal where there is none, or it is no longer in the campaign.
    pub fn own_unit(&self, campaign: &Campaign) -> Handled<UnitCode> {
        self.actor
            .own_unit()
            .filter(|unit| campaign.unit(unit).is_some())
            .cloned()
            .ok_or_else(|| Stop::refuse(say!(self.lang(), "no-unit")))
    }

    /// Says something: in place of the message whose button was pressed, else as a new message.
    /// Gives the outbox row.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn show(&mut self, html: String, keyboard: Keyboard) -> Handled<Option<i64>> {
        let pressed = self.press.as_ref().and_then(|press| press.message_id);
        match pressed {
            Some(id) => self.put(Body::Edit { target: Target::Message(id), html, keyboard }).await,
            None => self.say_new(html, keyboard).await,
        }
    }

    /// Says something as a new message. Gives the outbox row.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn say_new(&mut self, html: String, keyboard: Keyboard) -> Handled<Option<i64>> {
        let thread = self.chat.thread;
        self.put(Body::Text { html, keyboard, thread, silent: false }).await
    }

    /// Sends anything to the chat at hand, as an answer. Gives the outbox row.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn put(&mut self, body: Body) -> Handled<Option<i64>> {
        let message = Outgoing::answer(self.chat.id, body);
        Ok(store::outbox::put(self.tx, &message, self.now).await?)
    }

    /// Sends a notice to somebody else's private chat, once under its key. Nothing happens where
    /// the person has no chat any more.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn notify(
        &mut self,
        person: &Person,
        html: String,
        keyboard: Keyboard,
        key: String,
    ) -> Handled {
        if let Some(chat) = person.chat() {
            let body = Body::Text { html, keyboard, thread: None, silent: false };
            let mut message = Outgoing::notice(chat, body, key);
            message.not_before = self.awake(person);
            store::outbox::put(self.tx, &message, self.now).await?;
        }
        Ok(())
    }

    /// When the person may be disturbed next, if not now.
    fn awake(&self, person: &Person) -> Option<DateTime<Utc>> {
        let loaded = self.loaded.as_ref()?;
        super::awake(&loaded.campaign, person, self.now)
    }

    /// Answers the press with a line that fades away.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn toast(&mut self, text: String) -> Handled {
        self.answer_press(Some(text), false).await
    }

    /// Answers the press with a box that must be closed by hand.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn alert(&mut self, text: String) -> Handled {
        self.answer_press(Some(text), true).await
    }

    /// Answers the press if nothing has yet.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn answer_press(&mut self, text: Option<String>, alert: bool) -> Handled {
        let Some(press) = self.press.as_mut().filter(|press| !press.answered) else {
            return Ok(());
        };
        press.answered = true;
        let press = press.id.clone();
        // Telegram shows at most 200 characters.
        let text = text.map(|text| crate::text::shorten(&text, 200));
        self.put(Body::Toast { press, text, alert }).await?;
        Ok(())
    }

    /// Lets a fact enter the log; it counts from `said_at` where that is given. A campaign that was
    /// put away takes none but the one that takes it up again, whoever asks for whatever.
    ///
    /// # Errors
    /// A refusal where the campaign was put away; and when it cannot be kept.
    pub async fn record(&mut self, what: What, said_at: Option<DateTime<Utc>>) -> Handled<Fact> {
        let loaded = self.campaign()?;
        if loaded.archived && !matches!(what, What::Reopened {}) {
            return Err(super::refusal::of(self, &Denied::Stage(Stage::Archived)));
        }
        let (campaign, by) = (loaded.id, Some(self.person.id));
        let new = NewFact { campaign, by, said_at, now: self.now, what };
        self.desk.recorded = true;
        let fact = self.desk.head.append(self.tx, new).await?;
        self.desk.units.take(&loaded, &fact);
        if matches!(fact.what, What::Archived {} | What::Reopened {}) {
            self.desk.campaigns.remove(&campaign);
        }
        Ok(fact)
    }

    /// The state of a unit of the campaign at hand, as of now.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn state(&mut self, unit: &UnitCode) -> Handled<UnitState> {
        let loaded = self.campaign()?;
        Ok(self.desk.units.state(self.tx, &loaded, unit, self.now).await?)
    }

    /// The guided conversation of the person, where one is open.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn flow(&mut self) -> Handled<Option<Flow>> {
        if !self.in_flow {
            return Ok(None);
        }
        Ok(store::flows::get(self.tx, self.person.id).await?)
    }

    /// Ends the guided conversation of the person, where one is open.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn end_flow(&mut self) -> Handled {
        if std::mem::take(&mut self.in_flow) {
            store::flows::end(self.tx, self.person.id).await?;
        }
        Ok(())
    }

    /// Goes on with a guided conversation: keeps where it is and shows the next question in the
    /// message of the conversation. `keyboard` gets the number of the step its buttons belong to.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn ask(
        &mut self,
        dialogue: &Dialogue,
        html: String,
        keyboard: impl FnOnce(i64) -> Keyboard,
    ) -> Handled {
        let campaign = self.loaded.as_ref().map(|loaded| loaded.id);
        let step = store::flows::next_step(self.tx, self.person.id).await?;
        let open = self.flow().await?;
        let keyboard = keyboard(step);
        let pressed = self.press.as_ref().and_then(|press| press.message_id);
        let target = pressed.map(Target::Message).or_else(|| {
            let flow = open.as_ref()?;
            flow.message_id.map(Target::Message).or(flow.outbox_id.map(Target::Outbox))
        });
        let (outbox_id, message_id) = match target {
            Some(target) => {
                self.put(Body::Edit { target, html, keyboard }).await?;
                match target {
                    Target::Message(id) => (None, Some(id)),
                    Target::Outbox(row) => (Some(row), None),
                }
            }
            None => (self.say_new(html, keyboard).await?, None),
        };
        let state = serde_json::to_string(dialogue)
            .map_err(|error| StoreError::unprintable("flow", self.person.id.0, &error))?;
        let flow = Flow { campaign, step, state, outbox_id, message_id };
        store::flows::put(self.tx, self.person.id, &flow, self.now).await?;
        self.in_flow = true;
        Ok(())
    }

    /// Ends the guided conversation and shows its last word in its message.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn conclude(&mut self, html: String, keyboard: Keyboard) -> Handled<Option<i64>> {
        let open = self.flow().await?;
        self.end_flow().await?;
        let pressed = self.press.as_ref().and_then(|press| press.message_id);
        let target = pressed.map(Target::Message).or_else(|| {
            let flow = open?;
            flow.message_id.map(Target::Message).or(flow.outbox_id.map(Target::Outbox))
        });
        match target {
            Some(target) => self.put(Body::Edit { target, html, keyboard }).await,
            None => self.say_new(html, keyboard).await,
        }
    }

    /// Everyone with a role in the campaign at hand, in one unit where `unit` is given.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn people_with(
        &mut self,
        role: Role,
        unit: Option<&UnitCode>,
    ) -> Handled<Vec<Person>> {
        let campaign = self.campaign()?.id;
        Ok(store::people::with_role(self.tx, campaign, role, unit).await?)
    }
}

/// A row with the button that confirms the question of a step and the one that drops it.
pub fn confirm_row(lang: Lang, step: i64) -> Vec<Button> {
    vec![
        press(say!(lang, "button-confirm"), &Press::Confirm { step }),
        press(say!(lang, "button-cancel"), &Press::Cancel { step }),
    ]
}

/// A button that tells the bot something.
pub fn press(label: String, press: &Press) -> Button {
    Button { label, does: Does::Press(press.data()) }
}

/// A button that opens a command as if it were written.
pub fn open(label: String, command: &str) -> Button {
    press(label, &Press::Open { command: command.to_owned() })
}

/// A person as somebody who asks.
pub fn actor(person: PersonId, memberships: Vec<Membership>) -> Actor {
    Actor { id: person, memberships }
}

/// A chat that is a person's own.
pub fn private(chat: ChatId) -> Chat {
    Chat { id: chat, private: true, title: String::new(), thread: None }
}
