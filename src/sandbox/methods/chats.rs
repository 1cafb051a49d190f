//! Methods about chats and who is in them.

use serde_json::{Value, json};

use super::super::state::{Answer, Refusal, RoomKind, Standing};
use super::super::wire;
use super::{Call, YES};

pub(super) fn get_chat(call: &mut Call<'_>) -> Answer {
    let id = call.room_id()?;
    if let Some(resident) = call.state.people.get(&id)
        && !resident.heard
    {
        return Err(Refusal::stale("chat not found"));
    }
    let room = call.room(id)?;
    if room.kind != RoomKind::Private {
        call.open_room()?;
    }
    let room = call.room(id)?;
    let mut chat = wire::chat(call.state, room);
    chat["accent_color_id"] = json!(id.rem_euclid(7));
    chat["max_reaction_count"] = json!(11);
    chat["accepted_gift_types"] = json!({
        "unlimited_gifts": false,
        "limited_gifts": false,
        "unique_gifts": false,
        "premium_subscription": false,
        "gifts_from_channels": false,
    });
    if room.kind != RoomKind::Private {
        chat["permissions"] = json!({ "can_send_messages": true });
    }
    let newest_pin = room.posts.values().rev().find(|post| post.pinned && !post.deleted);
    if let Some(post) = newest_pin {
        chat["pinned_message"] = wire::message(call.state, room, post);
    }
    Ok(chat)
}

pub(super) fn get_chat_member(call: &mut Call<'_>) -> Answer {
    let chat = call.open_room()?;
    let Some(user) = call.params.int("user_id") else {
        return Err(Refusal::bad("invalid user_id specified"));
    };
    let room = call.room(chat)?;
    if user == call.state.bot.id {
        return Ok(wire::bot_member(call.state, room.bot));
    }
    if !call.state.people.contains_key(&user) {
        return Err(Refusal::stale("user not found"));
    }
    let inside = room.members.contains(&user) || chat == user;
    Ok(member(call, user, room.owner == Some(user), inside))
}

pub(super) fn get_chat_administrators(call: &mut Call<'_>) -> Answer {
    let chat = call.open_room()?;
    let room = call.room(chat)?;
    if room.kind == RoomKind::Private {
        return Err(Refusal::bad("there are no administrators in the private chat"));
    }
    let owner = room.owner.map(|owner| member(call, owner, true, true));
    let bot = (room.bot == Standing::Admin).then(|| wire::bot_member(call.state, Standing::Admin));
    Ok(owner.into_iter().chain(bot).collect())
}

fn member(call: &Call<'_>, user: i64, owner: bool, inside: bool) -> Value {
    let who = wire::user(call.state, user);
    match (owner, inside) {
        (true, _) => json!({ "status": "creator", "user": who, "is_anonymous": false }),
        (false, true) => json!({ "status": "member", "user": who }),
        (false, false) => json!({ "status": "left", "user": who }),
    }
}

pub(super) fn leave_chat(call: &mut Call<'_>) -> Answer {
    let chat = call.open_room()?;
    if chat > 0 {
        return Err(Refusal::bad("chat member status can't be changed in private chats"));
    }
    let bot = call.state.bot.id;
    let now = call.now;
    super::super::people::set_standing(call.state, chat, Standing::Outside, bot, now);
    Ok(YES)
}

pub(super) fn pin_chat_message(call: &mut Call<'_>) -> Answer {
    let chat = may_pin(call)?;
    let Some(id) = call.params.int("message_id") else {
        return Err(Refusal::bad("message identifier to pin is not specified"));
    };
    match call.room_mut(chat)?.posts.get_mut(&id).filter(|post| !post.deleted) {
        Some(post) => post.pinned = true,
        None => return Err(Refusal::stale("message to pin not found")),
    }
    Ok(YES)
}

pub(super) fn unpin_chat_message(call: &mut Call<'_>) -> Answer {
    let chat = may_pin(call)?;
    let wanted = call.params.int("message_id");
    let newest =
        |room: &super::Room| room.posts.values().rev().find(|post| post.pinned).map(|post| post.id);
    let id = wanted.or_else(|| newest(call.room(chat).ok()?));
    let pinned = |id: i64| {
        call.room(chat).is_ok_and(|room| room.posts.get(&id).is_some_and(|post| post.pinned))
    };
    match id.filter(|id| pinned(*id)) {
        Some(id) => {
            if let Some(post) = call.room_mut(chat)?.posts.get_mut(&id) {
                post.pinned = false;
            }
            Ok(YES)
        }
        None => Err(Refusal::stale("message to unpin not found")),
    }
}

fn may_pin(call: &mut Call<'_>) -> Result<i64, Refusal> {
    let chat = call.open_room()?;
    if chat < 0 && call.room(chat)?.bot != Standing::Admin {
        return Err(Refusal::stale("not enough rights to manage pinned messages in the chat"));
    }
    Ok(chat)
}
