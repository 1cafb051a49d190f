//! What the bot does in groups: they are public boards, and everything personal stays in private.

use chrono::{DateTime, Utc};

use super::board;
use super::commands::{self, Command, Written};
use super::context::{Cx, Desk, Handled, Stop, actor};
use crate::button::Press;
use crate::domain::ids::{CampaignId, ChatId};
use crate::domain::policy::{Action, Denied, Membership, Role, may, rule};
use crate::domain::quantity::fold;
use crate::event::Chat;
use crate::outgoing::{Body, Button, Does, Outgoing, Target};
use crate::say;
use crate::store::chats::Board;
use crate::store::{self, StoreError, Tx};
use crate::text::Lang;

/// Answers a command written in a group.
///
/// # Errors
/// A refusal for what only some may do.
pub async fn command(cx: &mut Cx<'_>, command: Command, arguments: &str) -> Handled {
    let lang = cx.lang();
    match command {
        Command::Link if is_end(arguments) => unlink(cx).await,
        Command::Link => link(cx).await,
        Command::Ranking => board::run(cx, arguments).await,
        Command::Help | Command::Start => {
            let html = say!(
                lang,
                "group-help",
                ranking = Command::Ranking.name(lang),
                link = Command::Link.name(lang)
            );
            let button = private_chat(cx, lang);
            cx.say_new(html, vec![vec![button]]).await?;
            Ok(())
        }
        _ => {
            let button = private_chat(cx, lang);
            cx.say_new(say!(lang, "group-private-only"), vec![vec![button]]).await?;
            Ok(())
        }
    }
}

/// Answers a button under a message in a group: only those that open what a group may see.
///
/// # Errors
/// When it cannot be kept.
pub async fn pressed(cx: &mut Cx<'_>, press: Press) -> Handled {
    let Press::Open { command } = press else { return super::stale(cx).await };
    match commands::parse(&format!("/{command}"), "") {
        Some(Written::Known(Command::Ranking, arguments)) => board::run(cx, arguments).await,
        _ => super::stale(cx).await,
    }
}

fn private_chat(cx: &Cx<'_>, lang: Lang) -> Button {
    Button {
        label: say!(lang, "button-private-chat"),
        does: Does::Open(format!("https://t.me/{}", cx.desk.username)),
    }
}

/// Binds the group, and the topic in which the command was written, as a board of the campaign
/// that the office member speaks of in private.
async fn link(cx: &mut Cx<'_>) -> Handled {
    let lang = cx.lang();
    let Some((campaign, office)) = own_campaign(cx).await? else {
        return Err(not_office(cx));
    };
    let bound = store::chats::board(cx.tx, cx.chat.id).await?;
    // A group that shows another campaign is that campaign's office's to give away.
    let free =
        bound.is_none_or(|board| board.campaign == campaign) || may(&cx.actor, Action::Publish);
    if !office || !free {
        return Err(not_office(cx));
    }
    let board = Board { chat: cx.chat.id, thread: cx.chat.thread, campaign };
    store::chats::bind(cx.tx, &board, &cx.chat.title, cx.person.id, cx.now).await?;
    let loaded = cx.desk.campaign(cx.tx, campaign, cx.now).await?;
    let definition = loaded.campaign.definition();
    let html = say!(
        lang,
        "group-linked",
        campaign = definition.name,
        ranking = Command::Ranking.name(lang)
    );
    cx.say_new(html, Vec::new()).await?;
    super::boards::refresh(cx.tx, campaign, &cx.desk.username, cx.now).await?;
    // A message that is there already is pinned now, in case the right to do so is new.
    if let Some(message_id) = store::chats::status_message(cx.tx, cx.chat.id).await? {
        cx.put(Body::Pin { message_id }).await?;
    }
    Ok(())
}

/// `/lienket bo`, `/link off`.
fn is_end(arguments: &str) -> bool {
    matches!(fold(arguments).trim(), "bo" | "go" | "huy" | "off" | "remove" | "unlink")
}

/// Gives a group back to itself.
async fn unlink(cx: &mut Cx<'_>) -> Handled {
    let lang = cx.lang();
    if store::chats::board(cx.tx, cx.chat.id).await?.is_none() {
        return Err(Stop::refuse(say!(lang, "group-not-linked")));
    }
    // The campaign at hand in a group that is a board is the board's.
    if !may(&cx.actor, Action::Publish) {
        return Err(not_office(cx));
    }
    if let Some(id) = store::chats::status_message(cx.tx, cx.chat.id).await? {
        let html = say!(Lang::Vi, "status-ended");
        cx.put(Body::Edit { target: Target::Message(id), html, keyboard: Vec::new() }).await?;
    }
    store::chats::unbind(cx.tx, cx.chat.id, cx.now).await?;
    cx.say_new(say!(lang, "group-unlinked", link = Command::Link.name(lang)), Vec::new()).await?;
    Ok(())
}

fn not_office(cx: &Cx<'_>) -> Stop {
    super::refusal::of(cx, &Denied::Others(rule(Action::Publish)))
}

/// Answers a command of somebody who hides behind the group: the bot must know who asks.
///
/// # Errors
/// When it cannot be kept.
pub async fn anonymous(
    tx: &mut Tx,
    desk: &Desk,
    chat: &Chat,
    text: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let known = matches!(commands::parse(text, &desk.username), Some(Written::Known(..)));
    if chat.private || !known {
        return Ok(());
    }
    let lang = Lang::Vi;
    let html = say!(lang, "group-anonymous");
    let address = format!("https://t.me/{}", desk.username);
    let button = Button { label: say!(lang, "button-private-chat"), does: Does::Open(address) };
    let keyboard = vec![vec![button]];
    let body = Body::Text { html, keyboard, thread: chat.thread, silent: false };
    store::outbox::put(tx, &Outgoing::answer(chat.id, body), now).await?;
    Ok(())
}

/// Follows a group to its new number, where its board begins with a new pinned message.
///
/// # Errors
/// When it cannot be kept.
pub async fn migrated(
    tx: &mut Tx,
    desk: &Desk,
    from: ChatId,
    to: ChatId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    store::chats::migrate(tx, from, to).await?;
    match store::chats::board(tx, to).await? {
        Some(board) => super::boards::refresh(tx, board.campaign, &desk.username, now).await,
        None => Ok(()),
    }
}

/// The campaign that the person chose, else the newest of theirs, and whether they may publish in
/// it.
async fn own_campaign(cx: &mut Cx<'_>) -> Handled<Option<(CampaignId, bool)>> {
    let held = store::people::memberships(cx.tx, cx.person.id).await?;
    let chosen = store::people::chosen_campaign(cx.tx, cx.person.id).await?;
    let office = |id: CampaignId| {
        let there: Vec<Membership> = held
            .iter()
            .filter(|(campaign, _)| *campaign == id)
            .map(|(_, membership)| membership.clone())
            .collect();
        may(&actor(cx.person.id, there), Action::Publish)
    };
    let seats = held.iter().filter(|(_, seat)| seat.role == Role::Office).map(|(id, _)| *id);
    let chosen = chosen.filter(|chosen| held.iter().any(|(id, _)| id == chosen));
    Ok(chosen.or_else(|| seats.max()).map(|id| (id, office(id))))
}

/// The bot was put into a chat, or taken out of it.
///
/// # Errors
/// When it cannot be kept.
pub async fn membership(
    tx: &mut Tx,
    chat: &Chat,
    present: bool,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if chat.private {
        return Ok(());
    }
    if !present {
        // A post that waits or is under way has nowhere to go.
        let reason = "the bot was removed from the group or muted there";
        store::outbox::drop_chat(tx, chat.id, reason, now).await?;
        if let Some(campaign) = store::chats::lose(tx, chat.id, now).await? {
            super::boards::lost(tx, campaign, chat.id, now).await?;
        }
        return Ok(());
    }
    if store::chats::board(tx, chat.id).await?.is_some() {
        return Ok(());
    }
    // Nobody in particular is spoken to, hence the language of the office. A change of rights is
    // told in the same words as an arrival, so one greeting a day is enough.
    let html = say!(Lang::Vi, "group-greeting", link = Command::Link.name(Lang::Vi));
    let body = Body::Text { html, keyboard: Vec::new(), thread: chat.thread, silent: true };
    let key = format!("group-greeting:{}:{}", chat.id, now.date_naive());
    store::outbox::put(tx, &Outgoing::notice(chat.id, body, key), now).await?;
    Ok(())
}
