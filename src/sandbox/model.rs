//! What a test or a demonstration sees of the chats.

use std::error::Error;
use std::fmt;

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Somebody with a Telegram account. Their private chat with the bot has the same id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The account's id, positive.
    pub id: i64,
    /// As shown in chats; Vietnamese accounts often hold the whole name here.
    pub first_name: String,
    /// The rest of the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Without `@`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// The language of the person's app, such as `vi`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language_code: Option<String>,
    /// A hint for the chat page only, such as a role; the bot never sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

impl Person {
    /// A person with a name and nothing else.
    pub fn new(id: i64, first_name: impl Into<String>) -> Self {
        Self { id, first_name: first_name.into(), ..Self::default() }
    }

    /// The name as chats show it.
    pub fn full_name(&self) -> String {
        match &self.last_name {
            Some(last) => format!("{} {last}", self.first_name),
            None => self.first_name.clone(),
        }
    }
}

/// A message as it stands now in a chat.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each asked for by name")]
pub struct Message {
    /// Counts up from 1 in each chat.
    pub id: i64,
    /// Whether the bot wrote it.
    pub from_bot: bool,
    /// The writer's id; the bot's own for its messages.
    pub from: i64,
    /// When it was sent.
    pub date: DateTime<Utc>,
    /// The text, or the caption, without formatting.
    pub text: String,
    /// The same with its formatting, as HTML.
    pub html: String,
    /// The inline keyboard, row by row.
    pub buttons: Vec<Vec<Button>>,
    /// The picture, in its largest size.
    pub photo: Option<FileRef>,
    /// The attached file.
    pub document: Option<FileRef>,
    /// The caption of a picture or a file.
    pub caption: Option<String>,
    /// Whether it was changed after sending.
    pub edited: bool,
    /// Whether it is pinned in its chat.
    pub pinned: bool,
    /// Whether it was removed; its content is kept for tests.
    pub deleted: bool,
    /// The forum topic it stands in.
    pub thread: Option<i64>,
    /// The message it answers.
    pub reply_to: Option<i64>,
    /// The album it is a part of.
    pub album: Option<String>,
}

impl Message {
    /// The button whose label is, or begins with, `label`.
    pub fn button(&self, label: &str) -> Option<&Button> {
        let all = || self.buttons.iter().flatten();
        all()
            .find(|button| button.label == label)
            .or_else(|| all().find(|button| button.label.starts_with(label)))
    }
}

/// One button under a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What the bot gets when it is pressed.
    pub data: Option<String>,
    /// What it opens instead.
    pub url: Option<String>,
}

/// A stored file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRef {
    /// The name under which it can be sent again.
    pub file_id: String,
    /// The name it was uploaded with.
    pub file_name: String,
    /// Its content.
    pub bytes: Bytes,
}

/// The bot's answer to a press.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CallbackAnswer {
    /// Shown to the person who pressed; nothing is shown without it.
    pub text: Option<String>,
    /// As a dialogue to be closed instead of a passing note.
    pub alert: bool,
}

/// A request as the bot made it.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedRequest {
    /// In the spelling of the documentation, whatever the bot's.
    pub method: String,
    /// The parameters; those of a form are turned into the types of the documentation.
    pub params: Value,
}

/// What is to go wrong with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// 429 for this request, with so many seconds to wait.
    RetryAfter(u32),
    /// 429 for this and for every other request that sends, until so many seconds have passed.
    RetryAfterGlobal(u32),
    /// This HTTP status instead of doing anything.
    Status(u16),
    /// The connection closes before anything is done.
    DropBefore,
    /// It is done, but the connection closes before the answer.
    DropAfter,
    /// It is done, but the answer is a page of HTML, as from a captive portal.
    Garbage,
}

/// There is no such button under that message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSuchButton {
    /// What was to be pressed.
    pub wanted: String,
    /// The labels that are there.
    pub there: Vec<String>,
}

impl fmt::Display for NoSuchButton {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no button {:?} among {:?}", self.wanted, self.there)
    }
}

impl Error for NoSuchButton {}
