//! A directive (*chỉ đạo*): given with a date, acknowledged, reported done, closed; or sent back
//! with a reason, or withdrawn.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::fact::{Fact, What};
use super::ids::{Number, PersonId};

/// A directive, folded from the fact that gave it and the facts about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Directive {
    /// The number people know it by.
    pub number: Option<Number>,
    /// By when.
    pub due: NaiveDate,
    /// What.
    pub text: String,
    /// Whether the unit has reported it done and nobody has sent it back.
    pub done: bool,
    /// When it was given.
    pub given_at: DateTime<Utc>,
    /// Who gave it.
    pub given_by: Option<PersonId>,
    /// When the unit said that it has read it.
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// When the unit reported it done, for the last time.
    pub done_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// When it was withdrawn; it is nobody's task any more.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

impl Directive {
    /// A directive as it was given; nothing of a fact that gives none.
    pub fn given(fact: &Fact) -> Option<Self> {
        let What::Directed { due, text, .. } = &fact.what else { return None };
        Some(Self {
            number: fact.number,
            due: *due,
            text: text.clone(),
            done: false,
            given_at: fact.counted_at,
            given_by: fact.by,
            acknowledged_at: None,
            done_at: None,
            closed_at: None,
            withdrawn_at: None,
        })
    }

    /// Takes the next fact about it; what is settled stays as it was.
    pub fn take(&mut self, fact: &Fact) {
        if self.is_settled() {
            return;
        }
        let at = fact.counted_at;
        match &fact.what {
            What::DirectiveAcknowledged { .. } => {
                self.acknowledged_at.get_or_insert(at);
            }
            What::DirectiveDone { .. } => {
                // Whoever reports has read it.
                self.acknowledged_at.get_or_insert(at);
                self.done = true;
                self.done_at = Some(at);
            }
            What::DirectiveReopened { due, .. } => {
                self.done = false;
                self.due = due.unwrap_or(self.due);
            }
            What::DirectiveClosed { .. } => self.closed_at = Some(at),
            What::DirectiveWithdrawn { .. } => self.withdrawn_at = Some(at),
            _ => {}
        }
    }

    /// Whether nothing more can happen to it.
    pub fn is_settled(&self) -> bool {
        self.closed_at.is_some() || self.withdrawn_at.is_some()
    }

    /// Whether the unit still has to do it.
    pub fn is_open(&self) -> bool {
        !self.done && !self.is_settled()
    }

    /// Whether it is past its date and not done.
    pub fn is_overdue(&self, on: NaiveDate) -> bool {
        self.is_open() && on > self.due
    }
}
