//! What Telegram told us, as far as we care: the inbox in our own words.

use chrono::{DateTime, Utc};

use crate::domain::ids::ChatId;

/// An update, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Somebody wrote, or sent a photo or a file.
    Message(Box<Message>),
    /// Somebody pressed a button under a message of ours.
    Pressed(Box<Pressed>),
    /// Somebody changed a message; what was recorded from it stays.
    Edited(Box<Message>),
    /// Somebody wrote in the name of a group or channel: nobody knows who.
    Anonymous {
        /// Where.
        chat: Chat,
        /// What.
        text: String,
    },
    /// The bot was put into a chat, removed from it or blocked.
    Membership {
        /// Where.
        chat: Chat,
        /// Whether the bot can write there now.
        present: bool,
    },
    /// A group became a supergroup and has another number.
    Migrated {
        /// The old number.
        from: ChatId,
        /// The new number.
        to: ChatId,
    },
    /// Nothing we have a use for; says why.
    Ignored(&'static str),
}

impl Event {
    /// The chat in whose order it stands; a press under a message too old for Telegram stands in its
    /// person's own.
    pub fn chat(&self) -> Option<ChatId> {
        match self {
            Self::Message(message) | Self::Edited(message) => Some(message.chat.id),
            Self::Pressed(pressed) => {
                Some(pressed.chat.as_ref().map_or(ChatId(pressed.from.telegram_id), |chat| chat.id))
            }
            Self::Anonymous { chat, .. } | Self::Membership { chat, .. } => Some(chat.id),
            Self::Migrated { from, .. } => Some(*from),
            Self::Ignored(_) => None,
        }
    }
}

/// Where something happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chat {
    /// Its number; a private chat has its person's.
    pub id: ChatId,
    /// Whether it is a private chat.
    pub private: bool,
    /// A group's title.
    pub title: String,
    /// The forum topic.
    pub thread: Option<i64>,
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The account.
    pub telegram_id: i64,
    /// The account's own name.
    pub name: String,
    /// The language of the account's program, such as `vi`.
    pub language: Option<String>,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Where.
    pub chat: Chat,
    /// Who.
    pub from: Sender,
    /// Its number in the chat.
    pub message_id: i64,
    /// When it was sent, by Telegram's clock.
    pub date: DateTime<Utc>,
    /// Its text or caption, NFC; empty where there is none.
    pub text: String,
    /// The photo or file that came with it.
    pub file: Option<File>,
    /// The message it answers.
    pub reply_to: Option<i64>,
}

/// A photo or file kept by Telegram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// By which the bot fetches it.
    pub file_id: String,
    /// By which the same content is recognised.
    pub unique_id: String,
    /// Whether it is a photo.
    pub photo: bool,
    /// A document's name.
    pub name: String,
    /// Its size in bytes, where Telegram says so.
    pub size: Option<u64>,
}

/// A button was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressed {
    /// To be answered by this.
    pub press: String,
    /// Who.
    pub from: Sender,
    /// Where the message stands; absent for messages too old for Telegram.
    pub chat: Option<Chat>,
    /// The message.
    pub message_id: Option<i64>,
    /// What the button carried.
    pub data: String,
}
