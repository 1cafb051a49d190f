//! The objects of the Bot API as the bot receives them. A field without a value is left out, as at
//! Telegram: clients take `null` for something else than absence.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::markup::Rich;
use super::model::Person;
use super::state::{Content, Post, Room, RoomKind, Standing, State};

/// Seconds since the epoch.
pub(super) fn date(instant: DateTime<Utc>) -> i64 {
    instant.timestamp()
}

fn put(object: &mut Map<String, Value>, field: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        object.insert(field.to_owned(), value.into());
    }
}

pub(super) fn person(person: &Person) -> Value {
    let mut user = Map::new();
    put(&mut user, "id", Some(person.id));
    put(&mut user, "is_bot", Some(false));
    put(&mut user, "first_name", Some(person.first_name.clone()));
    put(&mut user, "last_name", person.last_name.clone());
    put(&mut user, "username", person.username.clone());
    put(&mut user, "language_code", person.language_code.clone());
    user.into()
}

pub(super) fn bot(state: &State) -> Value {
    json!({
        "id": state.bot.id,
        "is_bot": true,
        "first_name": state.bot.first_name,
        "username": state.bot.username,
    })
}

/// Whoever has this id: the bot, a known person, or one that has vanished.
pub(super) fn user(state: &State, id: i64) -> Value {
    if id == state.bot.id {
        return bot(state);
    }
    match state.people.get(&id) {
        Some(resident) => person(&resident.person),
        None => json!({ "id": id, "is_bot": false, "first_name": "Deleted Account" }),
    }
}

pub(super) fn chat(state: &State, room: &Room) -> Value {
    let mut chat = Map::new();
    put(&mut chat, "id", Some(room.id));
    match room.kind {
        RoomKind::Private => {
            put(&mut chat, "type", Some("private"));
            if let Some(resident) = state.people.get(&room.id) {
                put(&mut chat, "first_name", Some(resident.person.first_name.clone()));
                put(&mut chat, "last_name", resident.person.last_name.clone());
                put(&mut chat, "username", resident.person.username.clone());
            }
        }
        RoomKind::Group => {
            put(&mut chat, "type", Some("group"));
            put(&mut chat, "title", Some(room.title.clone()));
        }
        RoomKind::Supergroup { forum } => {
            put(&mut chat, "type", Some("supergroup"));
            put(&mut chat, "title", Some(room.title.clone()));
            put(&mut chat, "is_forum", forum.then_some(true));
        }
    }
    chat.into()
}

fn rich(object: &mut Map<String, Value>, text: &str, entities: &str, rich: &Rich) {
    if rich.text.is_empty() {
        return;
    }
    put(object, text, Some(rich.text.clone()));
    let list: Vec<Value> = rich.entities.iter().map(|entity| json!(entity)).collect();
    put(object, entities, (!list.is_empty()).then_some(list));
}

pub(super) fn message(state: &State, room: &Room, post: &Post) -> Value {
    let mut message = Map::new();
    put(&mut message, "message_id", Some(post.id));
    put(&mut message, "from", Some(user(state, post.from)));
    put(&mut message, "chat", Some(chat(state, room)));
    put(&mut message, "date", Some(date(post.date)));
    put(&mut message, "edit_date", post.edited.map(date));
    put(&mut message, "message_thread_id", post.thread);
    put(&mut message, "is_topic_message", post.thread.map(|_| true));
    put(&mut message, "media_group_id", post.album.clone());
    // A reply is shown one level deep.
    if let Some(original) = post.reply_to.and_then(|id| room.post(id)) {
        let flat = Post { reply_to: None, ..original.clone() };
        put(&mut message, "reply_to_message", Some(self::message(state, room, &flat)));
    }
    match &post.content {
        Content::Text(text) => rich(&mut message, "text", "entities", text),
        Content::Photo(ids, caption) => {
            let sizes: Vec<Value> = ids.iter().filter_map(|id| photo_size(state, id)).collect();
            put(&mut message, "photo", Some(sizes));
            rich(&mut message, "caption", "caption_entities", caption);
        }
        Content::Document(id, caption) => {
            put(&mut message, "document", document(state, id));
            rich(&mut message, "caption", "caption_entities", caption);
        }
        Content::Service(field, value) => put(&mut message, field, Some(value.clone())),
    }
    let keyboard = post.keyboard.as_ref().map(|rows| json!({ "inline_keyboard": rows }));
    put(&mut message, "reply_markup", keyboard);
    message.into()
}

fn photo_size(state: &State, id: &str) -> Option<Value> {
    let file = state.files.get(id)?;
    let (width, height) = file.size?;
    Some(json!({
        "file_id": id,
        "file_unique_id": format!("AQAD{:08}", file.number),
        "width": width,
        "height": height,
        "file_size": file.bytes.len(),
    }))
}

fn document(state: &State, id: &str) -> Option<Value> {
    let file = state.files.get(id)?;
    Some(json!({
        "file_id": id,
        "file_unique_id": format!("AgAD{:08}", file.number),
        "file_name": file.name,
        "mime_type": mime(&file.name),
        "file_size": file.bytes.len(),
    }))
}

/// The media type by the name's extension.
pub(super) fn mime(name: &str) -> &'static str {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "json" => "application/json",
        "txt" | "toml" => "text/plain",
        _ => "application/octet-stream",
    }
}

/// The bot as a member of a room.
pub(super) fn bot_member(state: &State, standing: Standing) -> Value {
    let user = bot(state);
    match standing {
        Standing::Outside => json!({ "status": "left", "user": user }),
        Standing::Member => json!({ "status": "member", "user": user }),
        Standing::Muted => {
            let mut member = json!({
                "status": "restricted",
                "user": user,
                "is_member": true,
                "until_date": 0,
            });
            for right in [
                "can_send_messages",
                "can_send_audios",
                "can_send_documents",
                "can_send_photos",
                "can_send_videos",
                "can_send_video_notes",
                "can_send_voice_notes",
                "can_send_polls",
                "can_send_other_messages",
                "can_add_web_page_previews",
                "can_change_info",
                "can_invite_users",
                "can_pin_messages",
                "can_manage_topics",
            ] {
                member[right] = false.into();
            }
            member
        }
        Standing::Kicked => json!({ "status": "kicked", "user": user, "until_date": 0 }),
        Standing::Admin => {
            let mut member = json!({ "status": "administrator", "user": user });
            for (right, held) in [
                ("can_be_edited", false),
                ("is_anonymous", false),
                ("can_manage_chat", true),
                ("can_delete_messages", true),
                ("can_manage_video_chats", false),
                ("can_restrict_members", false),
                ("can_promote_members", false),
                ("can_change_info", false),
                ("can_invite_users", true),
                ("can_post_stories", false),
                ("can_edit_stories", false),
                ("can_delete_stories", false),
                ("can_pin_messages", true),
                ("can_manage_topics", false),
            ] {
                member[right] = held.into();
            }
            member
        }
    }
}

/// The news that the bot's standing in a room changed.
pub(super) fn standing_changed(
    state: &State,
    room: &Room,
    by: i64,
    (old, new): (Standing, Standing),
    now: DateTime<Utc>,
) -> Value {
    json!({
        "chat": chat(state, room),
        "from": user(state, by),
        "date": date(now),
        "old_chat_member": bot_member(state, old),
        "new_chat_member": bot_member(state, new),
    })
}
