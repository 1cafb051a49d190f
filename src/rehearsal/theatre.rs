//! The house the play is given in: the local server, the bot behind it, and the clock between them.
//!
//! Everybody is a stranger to the bot's inside: what is said goes in through the server, and what
//! came of it is what the chat shows. The bot may be killed at any moment and is started anew on
//! the same file, as after a power cut.

use std::future::poll_fn;
use std::path::Path;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use chrono::{DateTime, Utc};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::RehearsalError;
use super::cast::Player;
use crate::app::{Engine, Parts};
use crate::clock::{Clock, ShiftedClock};
use crate::outbox::pace::Limits;
use crate::sandbox::{Message, Person, Sandbox, World};
use crate::store::Store;
use crate::telegram::api::Api;

/// How many of a chat's newest messages are looked at for what has changed.
const LOOKED_AT: usize = 12;

/// A running house.
#[derive(Debug)]
pub(crate) struct Theatre {
    sandbox: Sandbox,
    clock: Arc<ShiftedClock>,
    database: String,
    office: i64,
    /// Where the bot's web server is said to be.
    web: Option<String>,
    engine: Option<Engine>,
    mischief: Option<Mischief>,
    said: u64,
}

/// Kills the bot now and then.
#[derive(Debug)]
struct Mischief {
    dice: ChaCha8Rng,
    kills: u32,
}

impl Mischief {
    /// After how many polls of its work the bot is killed this time, if it is.
    fn strikes(&mut self) -> Option<u32> {
        self.dice.random_ratio(1, 20).then(|| self.dice.random_range(0..60))
    }
}

/// What a chat showed at some moment.
#[derive(Debug)]
pub(crate) struct Glance(Vec<Message>);

impl Theatre {
    /// Opens the house: the bot works on `database`, a file that need not exist.
    pub(crate) async fn open(
        sandbox: Sandbox,
        clock: Arc<ShiftedClock>,
        database: &Path,
        office: i64,
        interruptions: Option<u64>,
        web: Option<String>,
    ) -> Result<Self, RehearsalError> {
        let mischief =
            interruptions.map(|seed| Mischief { dice: ChaCha8Rng::seed_from_u64(seed), kills: 0 });
        let mut theatre = Self {
            sandbox,
            clock,
            database: format!("sqlite://{}", database.display()),
            office,
            web,
            engine: None,
            mischief,
            said: 0,
        };
        theatre.start().await?;
        Ok(theatre)
    }

    /// Starts the bot; one that runs is dropped where it stands.
    async fn start(&mut self) -> Result<&mut Engine, RehearsalError> {
        self.engine = None;
        let store = Store::open_for_play(&self.database).await?;
        let api = Api::new(self.sandbox.token(), Some(&self.sandbox.url()), None)?;
        let parts = Parts {
            web: self.web.clone(),
            store,
            clock: Arc::clone(&self.clock) as Arc<dyn Clock>,
            api,
            admins: vec![self.office],
            limits: Limits::NONE,
            database: None,
        };
        let engine = Engine::new(parts).await?;
        Ok(self.engine.insert(engine))
    }

    async fn engine(&mut self) -> Result<&mut Engine, RehearsalError> {
        // Taken and put back, because the borrow checker does not let go of a returned `Some`.
        match self.engine.take() {
            Some(engine) => Ok(self.engine.insert(engine)),
            None => self.start().await,
        }
    }

    /// The bot's database.
    pub(crate) async fn store(&mut self) -> Result<Store, RehearsalError> {
        Ok(self.engine().await?.store().clone())
    }

    /// The present instant of the play.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Moves the clock on and lets the bot do what is due.
    pub(crate) async fn advance_to(
        &mut self,
        instant: DateTime<Utc>,
    ) -> Result<(), RehearsalError> {
        self.clock.set(instant);
        self.settle().await
    }

    /// Lets the bot work until nothing is left to do at this instant, through as many deaths as
    /// it is dealt.
    pub(crate) async fn settle(&mut self) -> Result<(), RehearsalError> {
        loop {
            let strikes = self.mischief.as_mut().and_then(Mischief::strikes);
            let engine = self.engine().await?;
            // Every scene waits for this: boxed, the bot's whole work does not lie in each of them.
            let work = Box::pin(engine.settle());
            let Some(polls) = strikes else { return Ok(work.await?) };
            let done = cut_short(work, polls).await;
            // Killed at rest is killed, too.
            self.engine = None;
            self.sandbox.world().bot_died();
            if let Some(mischief) = &mut self.mischief {
                mischief.kills += 1;
            }
            done.transpose()?;
        }
    }

    /// How often the bot was killed.
    pub(crate) fn kills(&self) -> u32 {
        self.mischief.as_ref().map_or(0, |mischief| mischief.kills)
    }

    /// How many messages people have written.
    pub(crate) fn said(&self) -> u64 {
        self.said
    }

    /// Gives somebody an account.
    pub(crate) fn enter(&self, player: &Player) {
        self.sandbox.world().add_person(Person {
            language_code: Some("vi".to_owned()),
            label: Some(player.label.clone()),
            ..Person::new(player.id, player.name.clone())
        });
    }

    /// Somebody writes to the bot; it hears of it when next it works.
    pub(crate) fn say(&mut self, who: i64, text: &str) {
        self.said += 1;
        self.sandbox.world().say(who, who, text);
    }

    /// Somebody sends a photo.
    pub(crate) fn send_photo(&mut self, who: i64, photo: Vec<u8>, caption: &str) {
        self.said += 1;
        self.sandbox.world().send_photo(who, who, photo, Some(caption));
    }

    /// Somebody sends the last photo of theirs that had no words on once more, if there is one.
    pub(crate) fn send_bare_photo_again(&mut self, who: i64) {
        let messages = self.sandbox.world().messages(who);
        let bare = |message: &&Message| {
            let worded = message.caption.as_ref().is_some_and(|caption| !caption.is_empty());
            message.photo.is_some() && !message.from_bot && !worded
        };
        if let Some(last) = messages.iter().rev().find(bare) {
            self.said += 1;
            self.sandbox.world().send_photo_again(who, who, (who, last.id), None);
        }
    }

    /// Somebody presses a button of a message.
    pub(crate) fn press(&mut self, who: i64, message: &Message, label: &str) {
        let Some(button) = message.button(label) else { return };
        self.said += 1;
        // It was there a moment ago; if the bot has removed it since, nothing happens, as in life.
        if let Err(gone) = self.sandbox.world().press(who, who, message.id, &button.label) {
            tracing::debug!(%gone, "a button was gone");
        }
    }

    /// What a chat shows now, to compare with later.
    pub(crate) fn glance(&self, who: i64) -> Glance {
        Glance(self.sandbox.world().recent(who, LOOKED_AT))
    }

    /// What the bot has written or changed in a chat since then.
    pub(crate) fn news(&self, who: i64, before: &Glance) -> Vec<Message> {
        let mut now = self.sandbox.world().recent(who, LOOKED_AT);
        now.retain(|message| message.from_bot && !message.deleted && !before.0.contains(message));
        now
    }

    /// The people and chats: for what happens in groups.
    pub(crate) fn world(&self) -> &World {
        self.sandbox.world()
    }

    /// How many different messages of the bot in a chat hold one of the words. A message sent twice
    /// after a crash is one.
    pub(crate) fn told(&self, who: i64, words: &[String]) -> usize {
        let messages = self.sandbox.world().messages(who).into_iter();
        let texts: std::collections::BTreeSet<String> = messages
            .filter(|message| message.from_bot)
            .map(|message| message.text)
            .filter(|text| words.iter().any(|word| text.contains(word.as_str())))
            .collect();
        texts.len()
    }

    /// What the bot did that no bot should.
    pub(crate) fn violations(&self) -> Vec<String> {
        let world = self.sandbox.world();
        let unanswered = world.unanswered_presses();
        let unanswered = unanswered.iter().map(|press| format!("press {press} was not answered"));
        world.violations().into_iter().chain(unanswered).collect()
    }

    /// The house without the play: the server and the bot, which go on.
    pub(crate) async fn hand_over(mut self) -> Result<(Sandbox, Engine), RehearsalError> {
        self.engine().await?;
        match self.engine.take() {
            Some(engine) => Ok((self.sandbox, engine)),
            None => Err(RehearsalError::NoBot),
        }
    }

    /// Closes the house.
    pub(crate) async fn close(mut self) {
        if let Some(engine) = self.engine.take() {
            engine.store().close().await;
        }
        self.sandbox.stop().await;
    }
}

/// Drives a future for so many polls, then gives it up where it stands.
async fn cut_short<F: Future>(future: F, mut polls: u32) -> Option<F::Output> {
    let mut future = pin!(future);
    poll_fn(|cx| {
        if polls == 0 {
            return Poll::Ready(None);
        }
        polls -= 1;
        future.as_mut().poll(cx).map(Some)
    })
    .await
}
