//! Nominations (*đề cử*): a unit names a collective or a person that deserves a commendation.
//!
//! The fact of a nomination is hashed and stays for ever, so it holds no word about a person: name,
//! post, what was achieved and what was shown for it stand beside the log, where erasing can empty
//! them (`store::council`). What the rules need stays in the fact.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::fact::Evidence;
use super::ids::{FactId, IndicatorCode, Number, PersonId, UnitCode};

/// A nomination as submitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nomination {
    /// The unit that nominates.
    pub unit: UnitCode,
    /// Whom.
    pub subject: Subject,
    /// The indicator the achievement lies on; none for other work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorCode>,
    /// What was achieved; empty for a person, of whom it would tell.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub achievement: String,
    /// The unit's entries it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<FactId>,
    /// What was shown; empty for a person, of whom it would tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// How many photos and files were shown, whomever they tell of.
    pub shown: u32,
}

/// Who is nominated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The unit as a whole.
    Unit,
    /// A small collective inside it, such as a team or a quarter.
    Part {
        /// What it is called.
        name: String,
    },
    /// A person; who it is stands beside the log.
    Person {
        /// Whether the person leads; if not, the person works directly (*lao động trực tiếp*).
        leader: bool,
        /// The unit's first nomination of the same person, where this is another one: by it an
        /// achievement is recognised when no name is left.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        first: Option<FactId>,
    },
}

impl Subject {
    /// Whether a person is nominated.
    pub fn is_person(&self) -> bool {
        matches!(self, Self::Person { .. })
    }

    /// Whether the rules favour it: people who work directly, and small collectives.
    pub fn is_favoured(&self) -> bool {
        matches!(self, Self::Part { .. } | Self::Person { leader: false, .. })
    }
}

/// A nomination and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nominated {
    /// Its fact.
    pub fact: FactId,
    /// The number people know it by.
    pub number: Number,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<PersonId>,
    /// What was said.
    pub nomination: Nomination,
    /// When the unit took it back.
    pub withdrawn: Option<DateTime<Utc>>,
}

impl Nominated {
    /// The candidate it makes.
    pub fn candidate(&self) -> String {
        format!("{PREFIX}{}", self.number.0)
    }
}

/// What a candidate is called: a person by name and post as long as these are not erased, a small
/// collective by its name, a unit by none of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// The name; empty for a unit, and for a person once erased.
    pub name: String,
    /// A person's post.
    pub post: String,
}

/// A name as two spellings of it compare: in lower case, composed, with single spaces. Marks count:
/// *Hà* and *Hạ* are two people.
pub fn name_key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().nfc().collect()
}

const PREFIX: &str = "nomination:";

/// The number of the nomination behind a candidate; nothing for candidates proposed by rule.
pub fn number_of(candidate: &str) -> Option<Number> {
    candidate.strip_prefix(PREFIX)?.parse().ok().map(Number)
}
