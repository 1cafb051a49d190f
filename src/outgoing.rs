//! What we mean to tell somebody: rows of the outbox, before Telegram's own words for it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::ids::ChatId;

/// A message to be, with all the sender needs to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Where to.
    pub chat: ChatId,
    /// What.
    pub body: Body,
    /// How soon.
    pub priority: Priority,
    /// Two messages with one key are one message.
    pub dedupe_key: Option<String>,
    /// Not earlier than this.
    pub not_before: Option<DateTime<Utc>>,
    /// Not later than this: a nudge is of no use after the closing.
    pub expires_at: Option<DateTime<Utc>>,
}

impl Outgoing {
    /// An answer to somebody who waits for it.
    pub fn answer(chat: ChatId, body: Body) -> Self {
        Self {
            chat,
            body,
            priority: Priority::Answer,
            dedupe_key: None,
            not_before: None,
            expires_at: None,
        }
    }

    /// A notice that is sent once under its key.
    pub fn notice(chat: ChatId, body: Body, key: String) -> Self {
        Self { priority: Priority::Notice, dedupe_key: Some(key), ..Self::answer(chat, body) }
    }
}

/// Answers go before notices to one person, and those before broadcasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// Somebody waits for it.
    Answer = 0,
    /// Unasked, to one person.
    Notice = 1,
    /// Unasked, to many.
    Broadcast = 2,
}

/// What is sent. Texts are HTML as Telegram understands it, at most 4,096 UTF-16 units once read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// A message.
    Text {
        /// The text.
        html: String,
        /// Buttons under it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        keyboard: Keyboard,
        /// The forum topic, in groups that have topics.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        thread: Option<i64>,
        /// Whether the phone stays silent.
        #[serde(default)]
        silent: bool,
    },
    /// A message changed in place; sent anew where the old one is gone.
    Edit {
        /// Which.
        target: Target,
        /// The text.
        html: String,
        /// Buttons under it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        keyboard: Keyboard,
    },
    /// The one message that a board keeps up to date: changed in place, posted silently and
    /// pinned where it is not there yet or any more.
    Status {
        /// The text.
        html: String,
        /// Buttons under it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        keyboard: Keyboard,
        /// The forum topic.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        thread: Option<i64>,
    },
    /// A message pinned without a sound.
    Pin {
        /// Its number.
        message_id: i64,
    },
    /// The answer that stops the clock on a pressed button.
    Toast {
        /// The press.
        press: String,
        /// What to show, if anything; plain text of at most 200 characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        /// Whether it must be closed by hand.
        #[serde(default)]
        alert: bool,
    },
    /// A picture.
    Photo {
        /// The file's hash in the store.
        artifact: String,
        /// HTML of at most 1,024 UTF-16 units.
        caption: String,
        /// Buttons under it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        keyboard: Keyboard,
        /// The forum topic.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        thread: Option<i64>,
    },
    /// Pictures that belong together, 2 to [`ALBUM`], shown as one. There are no buttons under it:
    /// words with buttons come after it, and say what the pictures show.
    Album {
        /// In their order.
        pictures: Vec<Pictured>,
        /// The forum topic.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        thread: Option<i64>,
        /// Telegram's numbers of its messages, once it is sent.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        messages: Vec<i64>,
    },
    /// A file.
    Document {
        /// The file's hash in the store.
        artifact: String,
        /// HTML of at most 1,024 UTF-16 units.
        caption: String,
        /// Buttons under it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        keyboard: Keyboard,
    },
    /// A picture somebody sent to the bot, shown to somebody else by Telegram's number of it.
    Forward {
        /// Telegram's number of the file.
        file_id: String,
        /// Whether it is a photo rather than a document.
        photo: bool,
        /// HTML of at most 1,024 UTF-16 units.
        caption: String,
    },
    /// The menu of commands a person sees.
    Menu {
        /// `command`, `description`.
        commands: Vec<(String, String)>,
    },
}

/// The most pictures of one album.
pub const ALBUM: usize = 10;

/// A picture of an album.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pictured {
    /// The file's hash in the store.
    pub artifact: String,
    /// HTML of at most 1,024 UTF-16 units, or nothing. The one caption of an album stands under it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caption: String,
}

impl Body {
    /// How many messages it is to whoever counts them.
    pub fn messages(&self) -> usize {
        match self {
            // No message, or the change of something that is none.
            Self::Toast { .. } | Self::Menu { .. } => 0,
            Self::Album { pictures, .. } => pictures.len(),
            _ => 1,
        }
    }
}

/// Rows of buttons.
pub type Keyboard = Vec<Vec<Button>>;

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What it does.
    pub does: Does,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Does {
    /// Tells the bot; at most 64 bytes, made by [`crate::button::Press::data`].
    Press(String),
    /// Opens an address.
    Open(String),
}

/// Which message to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The one Telegram knows by that number.
    Message(i64),
    /// The one we sent from that row of the outbox.
    Outbox(i64),
}
