//! Methods that change what has been said, and the answer to a press.

use chrono::TimeDelta;

use super::super::markup;
use super::super::model::CallbackAnswer;
use super::super::state::{Answer, Content, Post, Refusal};
use super::super::wire;
use super::send::Media;
use super::{Call, YES};

/// How long a press may wait. Telegram publishes no number; its clients stop waiting within
/// minutes.
const CALLBACK_LIFE: TimeDelta = TimeDelta::minutes(5);
/// Bots may delete messages for 48 hours.
const DELETE_LIFE: TimeDelta = TimeDelta::hours(48);

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

pub(super) fn edit_message_text(call: &mut Call<'_>) -> Answer {
    let (chat, id) = target(call, "edit")?;
    let text = call.text()?;
    if !matches!(own(call, chat, id)?.content, Content::Text(_)) {
        return Err(Refusal::bad("there is no text in the message to edit"));
    }
    change(call, chat, id, Some(Content::Text(text)))
}

pub(super) fn edit_message_caption(call: &mut Call<'_>) -> Answer {
    let (chat, id) = target(call, "edit")?;
    let caption = call.caption()?;
    let content = match &own(call, chat, id)?.content {
        Content::Photo(ids, _) => Content::Photo(ids.clone(), caption),
        Content::Document(file, _) => Content::Document(file.clone(), caption),
        Content::Text(_) | Content::Service(..) => {
            return Err(Refusal::bad("there is no caption in the message to edit"));
        }
    };
    change(call, chat, id, Some(content))
}

pub(super) fn edit_message_media(call: &mut Call<'_>) -> Answer {
    let (chat, id) = target(call, "edit")?;
    own(call, chat, id)?;
    let Some(media) = call.params.get("media") else {
        return Err(Refusal::bad("parameter \"media\" is required"));
    };
    let (media, caption) = Media::described(call, media)?;
    let content = media.keep(call.state, caption);
    change(call, chat, id, Some(content))
}

pub(super) fn edit_message_reply_markup(call: &mut Call<'_>) -> Answer {
    let (chat, id) = target(call, "edit")?;
    own(call, chat, id)?;
    change(call, chat, id, None)
}

pub(super) fn delete_message(call: &mut Call<'_>) -> Answer {
    let (chat, id) = target(call, "delete")?;
    let now = call.now;
    let bot = call.state.bot.id;
    let admin = call.room(chat)?.bot == super::Standing::Admin;
    let post = find(call, chat, id, "delete")?;
    let may = chat > 0 || admin || post.from == bot;
    if !may || now - post.date > DELETE_LIFE {
        return Err(Refusal::stale("message can't be deleted"));
    }
    if let Some(post) = call.room_mut(chat)?.posts.get_mut(&id) {
        post.deleted = true;
        post.pinned = false;
    }
    Ok(YES)
}

pub(super) fn answer_callback_query(call: &mut Call<'_>) -> Answer {
    const GONE: &str = "query is too old and response timeout expired or query ID is invalid";
    let id = call.required_text("callback_query_id")?.to_owned();
    let text = call.params.text("text").filter(|text| !text.is_empty()).map(str::to_owned);
    if text.as_deref().is_some_and(|text| markup::length(text) > 200) {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let alert = call.params.flag("show_alert");
    let (now, deaths) = (call.now, call.state.deaths);
    let Some(press) = call.state.presses.get_mut(&id) else {
        return Err(Refusal::bad(GONE));
    };
    if press.answer.is_some() {
        // A bot that died may not remember that it answered: each death excuses one repetition.
        let died = press.repeats < deaths.saturating_sub(press.deaths);
        let lost = std::mem::take(&mut press.answer_lost);
        if died && !lost {
            press.repeats += 1;
        }
        return Err(if died || lost { Refusal::stale(GONE) } else { Refusal::bad(GONE) });
    }
    if now - press.pressed_at > CALLBACK_LIFE {
        return Err(Refusal::stale(GONE));
    }
    call.state.answers += 1;
    press.answer = Some(CallbackAnswer { text, alert });
    press.answered_as = call.state.answers;
    Ok(YES)
}

fn target(call: &mut Call<'_>, deed: &str) -> Result<(i64, i64), Refusal> {
    if call.params.get("inline_message_id").is_some() {
        return Err(Refusal::bad("MESSAGE_ID_INVALID"));
    }
    let chat = call.open_room()?;
    match call.params.int("message_id") {
        Some(id) => Ok((chat, id)),
        None => Err(Refusal::bad(format!("message identifier to {deed} is not specified"))),
    }
}

fn find<'a>(call: &'a Call<'_>, chat: i64, id: i64, deed: &str) -> Result<&'a Post, Refusal> {
    call.room(chat)?.post(id).ok_or_else(|| Refusal::stale(format!("message to {deed} not found")))
}

fn own<'a>(call: &'a Call<'_>, chat: i64, id: i64) -> Result<&'a Post, Refusal> {
    let post = find(call, chat, id, "edit")?;
    if post.from != call.state.bot.id {
        return Err(Refusal::bad("message can't be edited"));
    }
    Ok(post)
}

/// Puts the new content and keyboard in place; without a keyboard in the request it goes.
fn change(call: &mut Call<'_>, chat: i64, id: i64, content: Option<Content>) -> Answer {
    let keyboard = call.keyboard()?;
    let old = own(call, chat, id)?;
    let same = content.as_ref().is_none_or(|content| *content == old.content);
    if same && keyboard == old.keyboard {
        return Err(Refusal::stale(NOT_MODIFIED));
    }
    // A group's limit counts edits too; a person who presses fast may be answered fast.
    if chat < 0 {
        call.admit(chat, 1)?;
    }
    let now = call.now;
    if let Some(post) = call.room_mut(chat)?.posts.get_mut(&id) {
        post.keyboard = keyboard;
        post.edited = Some(now);
        if let Some(content) = content {
            post.content = content;
        }
    }
    let room = call.room(chat)?;
    Ok(wire::message(call.state, room, find(call, chat, id, "edit")?))
}
