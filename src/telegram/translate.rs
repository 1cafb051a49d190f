//! Raw update → [`Event`].
//!
//! Reads the dozen fields we use and nothing else, so a field, entity or kind of content that this
//! program has never heard of costs nothing: the text of the message is still there.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::domain::ids::ChatId;
use crate::event::{Chat, Event, File, Message, Pressed, Sender};

#[derive(Deserialize)]
struct RawUpdate {
    message: Option<RawMessage>,
    edited_message: Option<RawMessage>,
    callback_query: Option<RawPress>,
    my_chat_member: Option<RawMembership>,
}

#[derive(Deserialize)]
struct RawMessage {
    message_id: i64,
    #[serde(default)]
    date: i64,
    chat: RawChat,
    from: Option<RawUser>,
    sender_chat: Option<RawSenderChat>,
    text: Option<String>,
    caption: Option<String>,
    photo: Option<Vec<RawFile>>,
    document: Option<RawFile>,
    message_thread_id: Option<i64>,
    is_topic_message: Option<bool>,
    reply_to_message: Option<Box<RawReply>>,
    migrate_to_chat_id: Option<i64>,
    migrate_from_chat_id: Option<i64>,
}

/// A group or channel in whose name somebody writes; nothing of it is kept.
#[derive(Deserialize)]
struct RawSenderChat {}

#[derive(Deserialize)]
struct RawReply {
    message_id: i64,
}

#[derive(Deserialize)]
struct RawChat {
    id: i64,
    #[serde(rename = "type")]
    kind: String,
    title: Option<String>,
}

#[derive(Deserialize)]
struct RawUser {
    id: i64,
    #[serde(default)]
    is_bot: bool,
    #[serde(default)]
    first_name: String,
    last_name: Option<String>,
    language_code: Option<String>,
}

#[derive(Deserialize)]
struct RawFile {
    #[serde(rename = "file_id")]
    id: String,
    #[serde(rename = "file_unique_id")]
    unique_id: String,
    #[serde(rename = "file_name")]
    name: Option<String>,
    #[serde(rename = "file_size")]
    size: Option<u64>,
}

#[derive(Deserialize)]
struct RawPress {
    id: String,
    from: RawUser,
    message: Option<RawPressed>,
    data: Option<String>,
}

#[derive(Deserialize)]
struct RawPressed {
    message_id: i64,
    chat: RawChat,
    message_thread_id: Option<i64>,
}

#[derive(Deserialize)]
struct RawMembership {
    chat: RawChat,
    new_chat_member: RawStatus,
}

#[derive(Deserialize)]
struct RawStatus {
    status: String,
    is_member: Option<bool>,
    can_send_messages: Option<bool>,
}

/// Understands a raw update. What cannot be understood is ignored with the reason, never an error:
/// trying again would not help.
pub fn translate(raw: &str) -> Event {
    let Ok(update) = serde_json::from_str::<RawUpdate>(raw) else {
        return Event::Ignored("a shape that is not an update's");
    };
    if let Some(message) = update.message {
        return from_message(message, false);
    }
    if let Some(message) = update.edited_message {
        return from_message(message, true);
    }
    if let Some(press) = update.callback_query {
        return from_press(press);
    }
    match update.my_chat_member {
        Some(membership) => {
            let status = &membership.new_chat_member;
            let present = match status.status.as_str() {
                "left" | "kicked" => false,
                "restricted" => {
                    status.is_member.unwrap_or(true) && status.can_send_messages.unwrap_or(false)
                }
                _ => true,
            };
            Event::Membership { chat: chat(membership.chat, None), present }
        }
        None => Event::Ignored("a kind of update we have no use for"),
    }
}

fn from_message(raw: RawMessage, edited: bool) -> Event {
    if let Some(to) = raw.migrate_to_chat_id {
        return Event::Migrated { from: ChatId(raw.chat.id), to: ChatId(to) };
    }
    if raw.migrate_from_chat_id.is_some() {
        return Event::Ignored("the other half of a migration");
    }
    let text = raw.text.or(raw.caption).unwrap_or_default();
    let thread = raw.message_thread_id.filter(|_| raw.is_topic_message.unwrap_or(false));
    // An administrator who hides behind the group, or somebody who writes as a channel: the `from`
    // of such a message is an account of Telegram's own.
    if raw.sender_chat.is_some() {
        if edited {
            return Event::Ignored("a change of a message from no person");
        }
        return Event::Anonymous { chat: chat(raw.chat, thread), text: text.nfc().collect() };
    }
    let Some(from) = raw.from.filter(|from| !from.is_bot) else {
        return Event::Ignored("a message from no person");
    };
    let Some(date) = DateTime::<Utc>::from_timestamp(raw.date, 0) else {
        return Event::Ignored("a message from no time");
    };
    let photo = raw.photo.and_then(|sizes| sizes.into_iter().next_back()).map(|f| file(f, true));
    let message = Box::new(Message {
        chat: chat(raw.chat, thread),
        from: sender(from),
        message_id: raw.message_id,
        date,
        text: text.nfc().collect(),
        file: photo.or_else(|| raw.document.map(|f| file(f, false))),
        reply_to: raw.reply_to_message.map(|reply| reply.message_id),
    });
    if edited { Event::Edited(message) } else { Event::Message(message) }
}

fn from_press(raw: RawPress) -> Event {
    let (message_id, place) = raw.message.map_or((None, None), |message| {
        (Some(message.message_id), Some(chat(message.chat, message.message_thread_id)))
    });
    Event::Pressed(Box::new(Pressed {
        press: raw.id,
        from: sender(raw.from),
        chat: place,
        message_id,
        data: raw.data.unwrap_or_default(),
    }))
}

fn chat(raw: RawChat, thread: Option<i64>) -> Chat {
    Chat {
        id: ChatId(raw.id),
        private: raw.kind == "private",
        title: raw.title.unwrap_or_default(),
        thread,
    }
}

fn sender(raw: RawUser) -> Sender {
    let name = match raw.last_name {
        Some(last) => format!("{} {last}", raw.first_name),
        None => raw.first_name,
    };
    Sender {
        telegram_id: raw.id,
        name: name.nfc().collect::<String>().trim().to_owned(),
        language: raw.language_code,
    }
}

fn file(raw: RawFile, photo: bool) -> File {
    File {
        file_id: raw.id,
        unique_id: raw.unique_id,
        photo,
        name: raw.name.unwrap_or_default(),
        size: raw.size,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(raw: &str) -> String {
        match translate(raw) {
            Event::Message(message) => message.text,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_message_with_an_entity_of_the_future_keeps_its_text() {
        let raw = r#"{"update_id":1,"message":{"message_id":5,"date":1664150400,
            "chat":{"id":7,"type":"private","first_name":"A"},
            "from":{"id":7,"is_bot":false,"first_name":"A"},
            "text":"/capnhat THUE 76,7","entities":[{"type":"date_time","offset":0,"length":3}],
            "external_reply":{"whatever":[1,2]},"new_field":{"x":1}}}"#;
        assert_eq!(text_of(raw), "/capnhat THUE 76,7");
    }

    #[test]
    fn who_writes_in_the_name_of_a_group_is_nobody_in_particular() {
        let raw = r#"{"update_id":1,"message":{"message_id":5,"date":1,
            "chat":{"id":-7,"type":"supergroup","title":"G"},
            "from":{"id":1087968824,"is_bot":true,"first_name":"Group"},
            "sender_chat":{"id":-7,"type":"supergroup","title":"G"},"text":"/lienket"}}"#;
        match translate(raw) {
            Event::Anonymous { chat, text } => {
                assert_eq!((chat.id, text.as_str()), (ChatId(-7), "/lienket"));
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn decomposed_text_arrives_composed() {
        let raw = "{\"update_id\":1,\"message\":{\"message_id\":5,\"date\":1,\
            \"chat\":{\"id\":7,\"type\":\"private\"},\"from\":{\"id\":7,\"first_name\":\"A\"},\
            \"text\":\"ty\u{309} \u{111}o\u{302}\u{300}ng\"}}";
        assert_eq!(text_of(raw), "tỷ đồng");
    }

    #[test]
    fn what_is_not_understood_is_ignored_not_lost() {
        for raw in [
            "",
            "{}",
            "[]",
            r#"{"update_id":1,"new_kind":{"a":1}}"#,
            r#"{"update_id":1,"message":{"message_id":1}}"#,
            r#"{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":-5,"type":"channel"}}}"#,
            r#"{"update_id":1,"message":{"message_id":1,"date":99999999999999999,
                "chat":{"id":5,"type":"private"},"from":{"id":5,"first_name":"A"},"text":"a"}}"#,
        ] {
            assert!(matches!(translate(raw), Event::Ignored(_)), "{raw}");
        }
    }

    #[test]
    fn a_press_under_an_inaccessible_message_is_still_a_press() {
        let raw = r#"{"update_id":1,"callback_query":{"id":"9","from":{"id":7,"first_name":"A"},
            "chat_instance":"1","data":"1:y:3",
            "message":{"message_id":5,"date":0,"chat":{"id":7,"type":"private"}}}}"#;
        match translate(raw) {
            Event::Pressed(pressed) => {
                assert_eq!((pressed.press.as_str(), pressed.data.as_str()), ("9", "1:y:3"));
                assert_eq!(pressed.message_id, Some(5));
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_muted_bot_is_absent() {
        let raw = |status: &str| {
            format!(
                r#"{{"update_id":1,"my_chat_member":{{"chat":{{"id":-7,"type":"group","title":"G"}},
                "new_chat_member":{status}}}}}"#
            )
        };
        let present = |status: &str| match translate(&raw(status)) {
            Event::Membership { present, .. } => present,
            other => panic!("{other:?}"),
        };
        assert!(present(r#"{"status":"member"}"#));
        assert!(!present(r#"{"status":"kicked"}"#));
        assert!(!present(r#"{"status":"restricted","is_member":true,"can_send_messages":false}"#));
        assert!(present(r#"{"status":"restricted","is_member":true,"can_send_messages":true}"#));
    }
}
