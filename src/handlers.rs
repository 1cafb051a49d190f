//! From an event to facts and answers: load → decide (domain) → save → enqueue.
//!
//! One file per intent. A handler does no network and no rendering; it speaks by putting rows into
//! the outbox of the transaction in which it records. [`handle`] is the only routing table.

pub mod adjust;
pub mod announce;
pub mod appeal;
pub mod approve;
mod asking;
pub mod badges;
pub mod board;
pub mod boards;
pub mod brief;
pub mod browser;
mod cases;
mod celebrate;
pub mod changes;
mod colleagues;
pub mod commands;
pub mod commend;
pub mod context;
pub mod correct;
pub mod dialogue;
pub mod direct;
pub mod entries;
pub mod excuse;
pub mod export;
pub mod false_report;
pub mod groups;
pub mod help;
pub mod history;
pub mod import;
pub mod invite;
pub mod language;
pub mod leave;
pub mod me;
pub(crate) mod names;
pub mod nominate;
pub mod obstacle;
mod paging;
mod refusal;
pub mod pledge;
pub mod pledges;
pub mod reminders;
pub mod report;
mod reuse;
pub mod risks;
pub mod spot_check;
pub mod start;
pub mod verify;
pub mod vote;
pub mod why;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::button::Press;
use crate::domain::campaign::Campaign;
use crate::domain::ids::{CampaignId, PersonId};
use crate::domain::policy::{Membership, Role};
use crate::event::{Chat, Event, Message, Pressed, Sender};
use crate::outgoing::{Body, Outgoing};
use crate::say;
use crate::store::people::{Entrant, Person};
use crate::store::{self, StoreError, Tx};
use crate::text::{Html, Lang};
use commands::{Command, Written};
pub use context::{Cx, Desk, Handled, Refusal, Stop};
use context::{PressOf, actor, private};
use dialogue::Dialogue;

/// Handles one event inside a savepoint of the caller's.
///
/// # Errors
/// When the database refuses; a wish that cannot be met is answered, not an error.
pub async fn handle(
    tx: &mut Tx,
    desk: &mut Desk,
    event: &Event,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    match event {
        Event::Message(message) => on_message(tx, desk, message, now).await,
        Event::Pressed(pressed) => on_press(tx, desk, pressed, now).await,
        Event::Edited(message) => on_edit(tx, message, now).await,
        Event::Membership { chat, present } => groups::membership(tx, chat, *present, now).await,
        Event::Anonymous { chat, text } => groups::anonymous(tx, desk, chat, text, now).await,
        Event::Migrated { from, to } => groups::migrated(tx, desk, *from, *to, now).await,
        Event::Ignored(why) => {
            tracing::debug!(why, "an update was passed over");
            Ok(())
        }
    }
}

/// Whether an update says how somebody votes: then nothing of it is kept once it is handled, even
/// if the press came too late or was repeated.
pub fn is_secret(event: &Event) -> bool {
    let Event::Pressed(pressed) = event else { return false };
    matches!(Press::parse(&pressed.data), Some(Press::Ballot { .. }))
}

async fn on_message(
    tx: &mut Tx,
    desk: &mut Desk,
    message: &Message,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let written = commands::parse(&message.text, &desk.username);
    // In a group the bot speaks only when it is spoken to.
    if !message.chat.private && !matches!(written, Some(Written::Known(..))) {
        return Ok(());
    }
    // A command ends what was being asked; where it is refused, that goes on.
    let commanded = message.chat.private && written.is_some();
    let mut cx = enter(tx, desk, &message.from, message.chat.clone(), now).await?;
    cx.said_at = Some(message.date);
    let done = if message.chat.private {
        in_private(&mut cx, message, written).await
    } else if let Some(Written::Known(command, arguments)) = written {
        groups::command(&mut cx, command, arguments).await
    } else {
        Ok(())
    };
    let interrupts = commanded.then_some(cx.person.id);
    let (lang, chat) = (cx.lang(), cx.chat.clone());
    settle(tx, desk, done, &chat, (None, interrupts), lang, now).await
}

async fn in_private(cx: &mut Cx<'_>, message: &Message, written: Option<Written<'_>>) -> Handled {
    match written {
        Some(Written::Known(command, arguments)) => {
            run(cx, command, arguments, Some(message)).await
        }
        Some(Written::Unknown(near)) => help::unknown(cx, near).await,
        Some(Written::Foreign) => help::unknown(cx, None).await,
        None => match start::link_code(&message.text, &cx.desk.username) {
            // Somebody new pastes the link instead of opening it.
            Some(code) if cx.actor.memberships.is_empty() => {
                run(cx, Command::Start, &code, Some(message)).await
            }
            _ => plain(cx, message).await,
        },
    }
}

/// Runs a command as written by, or on behalf of, the person.
///
/// # Errors
/// What the command's handler says.
pub async fn run(
    cx: &mut Cx<'_>,
    command: Command,
    arguments: &str,
    message: Option<&Message>,
) -> Handled {
    // A command of its own ends what was being asked, except the one that says so itself.
    if command != Command::Cancel {
        cx.end_flow().await?;
    }
    match command {
        Command::Start => start::run(cx, arguments).await,
        Command::Help => help::run(cx).await,
        Command::Language => language::run(cx, arguments).await,
        Command::Cancel => help::cancel(cx).await,
        Command::Me => me::run(cx, arguments).await,
        Command::Pledge => pledge::run(cx, arguments).await,
        Command::Pledges => pledges::run(cx, arguments).await,
        Command::Update => report::run(cx, arguments, message).await,
        Command::NoChange => report::no_change(cx, arguments).await,
        Command::Ranking => board::run(cx, arguments).await,
        Command::Why => why::run(cx, arguments).await,
        Command::History => history::run(cx, arguments).await,
        Command::Reminders => reminders::run(cx, arguments).await,
        Command::Approve => approve::run(cx, arguments).await,
        Command::Verify => verify::run(cx, arguments).await,
        Command::Invite => invite::run(cx, arguments).await,
        Command::Import => import::run(cx, arguments).await,
        Command::Excuse => excuse::run(cx, arguments).await,
        Command::Link => Err(Stop::refuse(say!(cx.lang(), "link-in-group-only"))),
        Command::Brief => brief::run(cx, arguments).await,
        Command::Risks => risks::run(cx, arguments).await,
        Command::Commend => commend::run(cx, arguments).await,
        Command::Obstacle => obstacle::run(cx, arguments, message).await,
        Command::Direct => direct::run(cx, arguments, message).await,
        Command::Nominate => nominate::run(cx, arguments, message).await,
        Command::Vote => vote::run(cx, arguments).await,
        Command::Badges => badges::run(cx, arguments).await,
        Command::Export => export::run(cx, arguments).await,
        Command::Adjust => adjust::run(cx, arguments).await,
        Command::Correct => correct::run(cx, arguments).await,
        Command::FalseReport => false_report::run(cx, arguments).await,
        Command::Announce => announce::run(cx, arguments).await,
    }
}

/// A text or file without a command: the answer to what was asked, a figure in reply to a reminder,
/// evidence for the last report, a workbook.
async fn plain(cx: &mut Cx<'_>, message: &Message) -> Handled {
    if let Some(flow) = cx.flow().await? {
        match serde_json::from_str::<Dialogue>(&flow.state) {
            Ok(dialogue) => return answer(cx, dialogue, message).await,
            // A conversation begun under an older version of the program.
            Err(_) => cx.end_flow().await?,
        }
    }
    // The office means the campaign by a table, also where it reports for a unit besides.
    if let Some(file) = message.file.as_ref().filter(|_| cx.actor.is(Role::Office)) {
        if import::is_workbook(file) {
            return import::received(cx, file).await;
        }
        if import::is_other_table(file) {
            return Err(import::other_table(file, cx.lang()));
        }
    }
    report::plain(cx, message).await
}

async fn answer(cx: &mut Cx<'_>, dialogue: Dialogue, message: &Message) -> Handled {
    match dialogue {
        Dialogue::Pledge(draft) => pledge::answer(cx, draft, message).await,
        Dialogue::Report(draft) => report::answer(cx, draft, message).await,
        Dialogue::Approve(draft) => approve::answer(cx, draft, message).await,
        Dialogue::Obstacle(draft) => obstacle::answer(cx, draft, message).await,
        Dialogue::Direct(draft) => direct::answer(cx, draft, message).await,
        Dialogue::Verify(draft) => verify::answer(cx, draft, message).await,
        Dialogue::Adjust(draft) => adjust::answer(cx, draft, message).await,
        Dialogue::FalseReport(draft) => false_report::answer(cx, draft, message).await,
        Dialogue::Correct(draft) => correct::answer(cx, draft, message).await,
        Dialogue::Appeal(draft) => appeal::answer(cx, draft, message).await,
        Dialogue::SpotCheck(draft) => spot_check::answer(cx, draft, message).await,
        Dialogue::Import(draft) => import::answer(cx, draft, message).await,
        Dialogue::Honour(draft) => badges::answer(cx, draft, message).await,
        Dialogue::Invite(draft) => invite::answer(cx, draft, message).await,
        Dialogue::Nominate(draft) => nominate::answer(cx, draft, message).await,
        Dialogue::Commend(draft) => commend::answer(cx, draft, message).await,
        Dialogue::Excuse(draft) => excuse::answer(cx, draft, message).await,
        Dialogue::Announce(draft) => announce::answer(cx, draft, message).await,
        Dialogue::Leave(_) | Dialogue::Erase(_) => {
            Err(Stop::refuse(say!(cx.lang(), "press-a-button")))
        }
    }
}

async fn on_press(
    tx: &mut Tx,
    desk: &mut Desk,
    pressed: &Pressed,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let chat = pressed
        .chat
        .clone()
        .unwrap_or_else(|| private(crate::domain::ids::ChatId(pressed.from.telegram_id)));
    let mut cx = enter(tx, desk, &pressed.from, chat.clone(), now).await?;
    cx.press = Some(PressOf {
        id: pressed.press.clone(),
        message_id: pressed.message_id,
        answered: false,
    });
    let done = match Press::parse(&pressed.data) {
        Some(press) => match on_button(&mut cx, press).await {
            Ok(()) => cx.answer_press(None, false).await,
            other => other,
        },
        None => stale(&mut cx).await,
    };
    let opens = matches!(Press::parse(&pressed.data), Some(Press::Open { .. }));
    let interrupts = (chat.private && opens).then_some(cx.person.id);
    let lang = cx.lang();
    settle(tx, desk, done, &chat, (Some(&pressed.press), interrupts), lang, now).await
}

async fn on_button(cx: &mut Cx<'_>, press: Press) -> Handled {
    // What a group may see is decided in one place, whatever a button claims to open.
    if !cx.chat.private {
        return groups::pressed(cx, press).await;
    }
    match press {
        Press::Confirm { step }
        | Press::Cancel { step }
        | Press::Choose { step, .. }
        | Press::Page { step, .. } => in_dialogue(cx, step, press).await,
        Press::Open { command } => match commands::parse(&format!("/{command}"), "") {
            Some(Written::Known(command, arguments)) => run(cx, command, arguments, None).await,
            _ => stale(cx).await,
        },
        Press::Approve(_) => approve::pressed(cx, press).await,
        Press::Return(id) => match store::log::by_id(cx.tx, id).await?.map(|fact| fact.what.kind())
        {
            Some("pledged") => approve::pressed(cx, press).await,
            Some("reported") => verify::pressed(cx, press).await,
            _ => stale(cx).await,
        },
        Press::Verify(_) | Press::VerifyOther(_) => verify::pressed(cx, press).await,
        Press::Agree(id) | Press::Disagree(id) => {
            match store::log::by_id(cx.tx, id).await?.map(|fact| fact.what.kind()) {
                Some("award_proposed") => adjust::seconded(cx, press).await,
                Some("false_declared") => false_report::seconded(cx, press).await,
                _ => stale(cx).await,
            }
        }
        Press::Appeal(decision) => appeal::begin(cx, decision).await,
        Press::Skip(id) => match store::log::by_id(cx.tx, id).await?.map(|fact| fact.what.kind()) {
            Some("pledged") => approve::pressed(cx, press).await,
            Some("reported") => verify::pressed(cx, press).await,
            _ => stale(cx).await,
        },
        Press::NoChange(_) | Press::Report(_) | Press::Correct(_) => {
            report::pressed(cx, press).await
        }
        Press::Paper { .. } | Press::Ballot { .. } => vote::pressed(cx, press).await,
        Press::Snooze { hours } => reminders::snooze(cx, hours).await,
        Press::ChooseExample(id) => badges::pressed(cx, id).await,
    }
}

/// A button of a step: only of the last one asked, and only of one's own conversation.
async fn in_dialogue(cx: &mut Cx<'_>, step: i64, press: Press) -> Handled {
    let Some(flow) = cx.flow().await?.filter(|flow| flow.step == step) else {
        return stale(cx).await;
    };
    if matches!(press, Press::Cancel { .. }) {
        return help::cancel(cx).await;
    }
    match serde_json::from_str::<Dialogue>(&flow.state) {
        Ok(Dialogue::Pledge(draft)) => pledge::pressed(cx, draft, press).await,
        Ok(Dialogue::Report(draft)) => report::chosen(cx, draft, press).await,
        Ok(Dialogue::Approve(draft)) => approve::chosen(cx, draft, press).await,
        Ok(Dialogue::Obstacle(draft)) => obstacle::chosen(cx, draft, press).await,
        Ok(Dialogue::Direct(draft)) => direct::chosen(cx, draft, press).await,
        Ok(Dialogue::Verify(draft)) => verify::chosen(cx, draft, press).await,
        Ok(Dialogue::Adjust(draft)) => adjust::pressed(cx, draft, press).await,
        Ok(Dialogue::Correct(draft)) => correct::pressed(cx, draft, press).await,
        Ok(Dialogue::Appeal(draft)) => appeal::chosen(cx, draft, press).await,
        Ok(Dialogue::SpotCheck(draft)) => spot_check::chosen(cx, draft, press).await,
        Ok(Dialogue::Import(draft)) => import::pressed(cx, draft, press).await,
        Ok(Dialogue::Honour(draft)) => badges::chosen(cx, draft, press).await,
        Ok(Dialogue::Invite(draft)) => invite::pressed(cx, draft, press).await,
        Ok(Dialogue::Nominate(draft)) => nominate::pressed(cx, draft, press).await,
        Ok(Dialogue::Commend(draft)) => commend::pressed(cx, draft, press).await,
        Ok(Dialogue::Excuse(draft)) => excuse::pressed(cx, draft, press).await,
        Ok(Dialogue::Announce(draft)) => announce::pressed(cx, draft, press).await,
        Ok(Dialogue::Leave(draft)) => leave::pressed(cx, draft, press).await,
        Ok(Dialogue::Erase(draft)) => me::pressed(cx, draft, press).await,
        // A false report is described in words, not by buttons.
        Ok(Dialogue::FalseReport(_)) | Err(_) => stale(cx).await,
    }
}

/// Answers a button that no longer stands for anything.
///
/// # Errors
/// When it cannot be kept.
pub async fn stale(cx: &mut Cx<'_>) -> Handled {
    let text = say!(cx.lang(), "stale-button");
    cx.toast(text).await
}

async fn on_edit(tx: &mut Tx, message: &Message, now: DateTime<Utc>) -> Result<(), StoreError> {
    if !message.chat.private {
        return Ok(());
    }
    let lang = match store::people::by_telegram(tx, message.from.telegram_id).await? {
        Some(person) => person.lang,
        None => return Ok(()),
    };
    let html = say!(lang, "edited-message");
    put(tx, &message.chat, html, Vec::new(), now).await
}

/// Finds out who asks and in which campaign, and meets people for the first time.
async fn enter<'a>(
    tx: &'a mut Tx,
    desk: &'a mut Desk,
    from: &Sender,
    chat: Chat,
    now: DateTime<Utc>,
) -> Result<Cx<'a>, StoreError> {
    desk.begin();
    let entrant = match store::people::entrant(tx, from.telegram_id).await? {
        Some(entrant) => entrant,
        None => meet(tx, from, now).await?,
    };
    let Entrant { person, mut memberships, chosen, in_flow } = entrant;
    let admin = desk.admins.contains(&from.telegram_id);
    if admin {
        memberships = seat_admin(tx, &person, memberships, now).await?;
    }
    let campaign = campaign_at_hand(tx, chosen, &memberships, &chat).await?;
    let loaded = match campaign {
        Some(id) => Some(desk.campaign(tx, id, now).await?),
        None => None,
    };
    let mut held: Vec<Membership> = memberships
        .into_iter()
        .filter(|(id, _)| Some(*id) == campaign)
        .map(|(_, membership)| membership)
        .collect();
    if admin && held.is_empty() {
        held.push(Membership { role: Role::Office, unit: None });
    }
    Ok(Cx {
        actor: actor(person.id, held),
        tx,
        desk,
        now,
        said_at: None,
        chat,
        person,
        loaded,
        press: None,
        in_flow,
    })
}

/// The first row of somebody who has written to the bot: only what is needed to answer.
async fn meet(tx: &mut Tx, from: &Sender, now: DateTime<Utc>) -> Result<Entrant, StoreError> {
    let lang = from.language.as_deref().and_then(Lang::parse).unwrap_or_default();
    let name = crate::text::shorten(&from.name, 100);
    let id = store::people::insert(tx, from.telegram_id, &name, "", lang, now).await?;
    let found = store::people::entrant(tx, from.telegram_id).await?;
    found.ok_or_else(|| StoreError::vanished("person", id.0))
}

/// Lets an account of the configuration be the office of every campaign there is.
async fn seat_admin(
    tx: &mut Tx,
    person: &Person,
    mut memberships: Vec<(CampaignId, Membership)>,
    now: DateTime<Utc>,
) -> Result<Vec<(CampaignId, Membership)>, StoreError> {
    let office = Membership { role: Role::Office, unit: None };
    for campaign in store::campaigns::all(tx).await? {
        let seat = (campaign, office.clone());
        if !memberships.contains(&seat) {
            store::people::add_membership(tx, person.id, campaign, &office, now).await?;
            memberships.insert(0, seat);
        }
    }
    Ok(memberships)
}

/// The campaign of the group, else the one the person chose, else the newest of the person's.
async fn campaign_at_hand(
    tx: &mut Tx,
    chosen: Option<CampaignId>,
    memberships: &[(CampaignId, Membership)],
    chat: &Chat,
) -> Result<Option<CampaignId>, StoreError> {
    if !chat.private
        && let Some(board) = store::chats::board(tx, chat.id).await?
    {
        return Ok(Some(board.campaign));
    }
    let chosen = chosen.filter(|chosen| memberships.iter().any(|(id, _)| id == chosen));
    Ok(chosen.or_else(|| memberships.iter().map(|(id, _)| *id).max()))
}

/// Says a refusal: what the handler wrote is undone first, so that a refusal changes nothing. With
/// the press that is answered, and the person whose open question, if any, a command was to end.
async fn settle(
    tx: &mut Tx,
    desk: &mut Desk,
    done: Handled,
    chat: &Chat,
    (press, interrupts): (Option<&str>, Option<PersonId>),
    lang: Lang,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let refusal = match done {
        Ok(()) => return Ok(()),
        Err(Stop::Failed(error)) => return Err(error),
        Err(Stop::Refused(refusal)) => refusal,
    };
    store::rollback(tx).await?;
    desk.undo(tx).await?;
    store::savepoint(tx).await?;
    if let Some(press) = press {
        let body = Body::Toast { press: press.to_owned(), text: None, alert: false };
        store::outbox::put(tx, &Outgoing::answer(chat.id, body), now).await?;
    }
    let mut html = say!(lang, "refusal", text = Html(refusal.html));
    if let Some(person) = interrupts
        && store::flows::get(tx, person).await?.is_some()
    {
        html = format!("{html}\n{}", say!(lang, "refusal-question-stays"));
    }
    put(tx, chat, html, refusal.keyboard, now).await
}

async fn put(
    tx: &mut SqliteConnection,
    chat: &Chat,
    html: String,
    keyboard: crate::outgoing::Keyboard,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let body = Body::Text { html, keyboard, thread: chat.thread, silent: false };
    store::outbox::put(tx, &Outgoing::answer(chat.id, body), now).await?;
    Ok(())
}

/// When a person may be disturbed next: nothing if that is now. Both the campaign's quiet hours and
/// the person's own hold.
pub fn awake(campaign: &Campaign, person: &Person, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let calendar = campaign.calendar();
    let own = crate::domain::calendar::QuietHours {
        from: minute_of_day(person.quiet.0),
        to: minute_of_day(person.quiet.1),
    };
    let mut instant = calendar.next_awake(now, calendar.rhythm().quiet);
    instant = calendar.next_awake(instant, own);
    instant = calendar.next_awake(instant, calendar.rhythm().quiet);
    (instant > now).then_some(instant)
}

fn minute_of_day(minutes: u32) -> chrono::NaiveTime {
    chrono::NaiveTime::from_hms_opt(minutes / 60 % 24, minutes % 60, 0).unwrap_or_default()
}
