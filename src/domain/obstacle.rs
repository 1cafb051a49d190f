//! An obstacle (*khó khăn, vướng mắc*): raised by a unit, put to somebody with a date, answered,
//! closed by the unit that raised it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::fact::{Addressee, Fact, What};
use super::ids::{IndicatorCode, Number, PersonId};

/// An obstacle, folded from the fact that raised it and the facts about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obstacle {
    /// The number people know it by.
    pub number: Option<Number>,
    /// On which indicator.
    pub indicator: IndicatorCode,
    /// When it was raised.
    pub raised_at: DateTime<Utc>,
    /// Who raised it.
    pub raised_by: Option<PersonId>,
    /// What it is.
    pub text: String,
    /// To whom it is put, and by when an answer is asked.
    pub put_to: Option<(Addressee, Option<NaiveDate>)>,
    /// Whether the one it was put to has answered.
    pub answered: bool,
    /// The newest answer, whoever was asked for it.
    pub answer: Option<Answer>,
    /// When the unit closed it.
    pub closed_at: Option<DateTime<Utc>>,
}

/// An answer to an obstacle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// When.
    pub at: DateTime<Utc>,
    /// Who gave it.
    pub by: Option<PersonId>,
    /// For whom: the one the obstacle was put to at that time.
    pub from: Option<Addressee>,
}

impl Obstacle {
    /// An obstacle as it was raised; nothing of a fact that raises none.
    pub fn raised(fact: &Fact) -> Option<Self> {
        let What::ObstacleRaised { line, text, .. } = &fact.what else { return None };
        Some(Self {
            number: fact.number,
            indicator: line.indicator.clone(),
            raised_at: fact.counted_at,
            raised_by: fact.by,
            text: text.clone(),
            put_to: None,
            answered: false,
            answer: None,
            closed_at: None,
        })
    }

    /// Takes the next fact about it; what was closed stays as it was.
    pub fn take(&mut self, fact: &Fact) {
        if self.closed_at.is_some() {
            return;
        }
        match &fact.what {
            What::ObstacleAssigned { to, due, .. } => {
                // Whoever is asked now has not answered yet.
                self.put_to = Some((to.clone(), *due));
                self.answered = false;
            }
            What::ObstacleAnswered { .. } => {
                self.answered = true;
                let from = self.put_to.as_ref().map(|(to, _)| to.clone());
                self.answer = Some(Answer { at: fact.counted_at, by: fact.by, from });
            }
            What::ObstacleClosed { .. } => self.closed_at = Some(fact.counted_at),
            _ => {}
        }
    }

    /// To whom it is put, if to anybody.
    pub fn asked(&self) -> Option<&Addressee> {
        self.put_to.as_ref().map(|(to, _)| to)
    }

    /// By when an answer is asked, if by any date.
    pub fn due(&self) -> Option<NaiveDate> {
        self.put_to.as_ref().and_then(|(_, due)| *due)
    }

    /// Whether somebody is asked and has not answered.
    pub fn awaits_answer(&self) -> bool {
        !self.answered && self.closed_at.is_none() && self.put_to.is_some()
    }

    /// Whether it waits for a decision of the leaders.
    pub fn awaits_leaders(&self) -> bool {
        self.awaits_answer() && matches!(self.put_to, Some((Addressee::Leaders, _)))
    }

    /// Whether an answer is asked by a date that is past.
    pub fn is_overdue(&self, on: NaiveDate) -> bool {
        self.awaits_answer() && self.due().is_some_and(|due| on > due)
    }
}
