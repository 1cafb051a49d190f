//! An entry, and what is decided on it.

use serde::{Deserialize, Serialize};

use super::Line;
use crate::domain::ids::FactId;
use crate::domain::quantity::Quantity;

/// An entry (*cập nhật tiến độ*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// Unit and indicator.
    pub line: Line,
    /// What kind of entry.
    pub kind: EntryKind,
    /// The official's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What was shown with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What made the bot ask before recording: for the verifier's eye.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
}

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// The value reached by now, in the indicator's measure; for milestones, the steps done.
    Report {
        /// The cumulative value.
        value: Quantity,
    },
    /// Nothing has changed this week.
    NoChange,
    /// The value that an earlier entry of the unit should have given.
    Correction {
        /// The cumulative value.
        value: Quantity,
        /// The entry it replaces.
        of: FactId,
    },
}

impl EntryKind {
    /// The value given, if any.
    pub fn value(&self) -> Option<Quantity> {
        match self {
            Self::Report { value } | Self::Correction { value, .. } => Some(*value),
            Self::NoChange => None,
        }
    }
}

/// Why an entry was confirmed by its author before it was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// A cumulative figure moved against its direction.
    Fall,
    /// It moved by more than the campaign's share of |T − B| at once.
    Jump,
    /// It lies far beyond the target.
    Excess,
    /// It was rounded to the precision kept.
    Rounded,
}

/// Something shown for an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// A photo kept by Telegram.
    Photo {
        /// By which the bot fetches it.
        file_id: String,
        /// By which the same picture is recognised.
        unique_id: String,
    },
    /// A file kept by Telegram.
    Document {
        /// By which the bot fetches it.
        file_id: String,
        /// By which the same file is recognised.
        unique_id: String,
        /// Its name.
        name: String,
    },
}

/// What came of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The value stands as reported, or another one is confirmed.
    Confirmed {
        /// The value confirmed.
        value: Quantity,
        /// Why it differs, where it does.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// The entry goes back.
    Returned {
        /// Why.
        reason: String,
    },
}

/// What came of an appeal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The decision stands.
    Stands,
    /// This value is confirmed instead.
    Value {
        /// The value.
        value: Quantity,
    },
    /// The entry was not false after all.
    Cleared,
}
