//! What stands of an entry once several people have spoken about it, and what its unit may still
//! appeal against.
//!
//! Everything follows from the entry and the facts about it ([`Words`]), in the order they count:
//! the checks of it, the corrections, what was declared of it, the appeals against each of these
//! and what became of them.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use super::campaign::Campaign;
use super::fact::{EntryKind, Fact, Outcome, Reported, Verdict, What};
use super::ids::{FactId, PersonId};
use super::quantity::Quantity;

#[cfg(test)]
mod tests;

/// All that was said about one entry.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The entry.
    pub entry: &'a Fact,
    /// The facts about it and about those, in the order they count.
    pub about: &'a [Fact],
}

/// Why an appeal cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unappealable {
    /// Nothing was decided against what the unit reported.
    NothingDecided,
    /// The unit has appealed against it already, by that fact.
    Already(FactId),
    /// The time for it ended at that instant.
    TooLate(DateTime<Utc>),
}

impl<'a> Words<'a> {
    /// The value reported; nothing for a "no change".
    pub fn reported(&self) -> Option<Quantity> {
        match &self.entry.what {
            What::Reported(Reported { kind, .. }) => kind.value(),
            _ => None,
        }
    }

    /// The value that stands confirmed, if one does.
    pub fn standing(&self) -> Option<Quantity> {
        self.about.iter().fold(None, |standing, fact| match &fact.what {
            // A second look returns nothing, so whatever is returned is the first check.
            What::Checked { outcome: Outcome::Returned { .. }, .. } => None,
            What::Checked { outcome: Outcome::Confirmed { value, .. }, .. }
            | What::Corrected { after: value, .. }
            | What::AppealDecided { verdict: Verdict::Value { value }, .. } => Some(*value),
            _ => standing,
        })
    }

    /// The first check.
    pub fn check(&self) -> Option<&'a Fact> {
        self.about.iter().find(|fact| matches!(fact.what, What::Checked { .. }))
    }

    /// The entry that its author put in its place, if one did before it was checked.
    pub fn replaced_by(&self) -> Option<&'a Fact> {
        if self.check().is_some() {
            return None;
        }
        let replaces = |fact: &&Fact| {
            matches!(
                &fact.what,
                What::Reported(Reported { kind: EntryKind::Correction { .. }, .. })
            )
        };
        self.about.iter().find(replaces)
    }

    /// The declaration that waits for a second person.
    pub fn declared(&self) -> Option<&'a Fact> {
        let declared = |fact: &&Fact| {
            matches!(fact.what, What::FalseDeclared { .. }) && self.answer_to(fact.id).is_none()
        };
        self.about.iter().find(declared)
    }

    /// The fact by which it was proven false, unless the unit was cleared since.
    pub fn proven_false(&self) -> Option<&'a Fact> {
        self.about.iter().fold(None, |proven, fact| match fact.what {
            What::FalseConfirmed { .. } => Some(fact),
            What::AppealDecided { verdict: Verdict::Cleared, .. } => None,
            _ => proven,
        })
    }

    /// Whether the unit was cleared of a false report on appeal.
    pub fn cleared(&self) -> bool {
        self.about
            .iter()
            .any(|fact| matches!(fact.what, What::AppealDecided { verdict: Verdict::Cleared, .. }))
    }

    /// The fact that answers another: the decision on an appeal, the second voice on a
    /// declaration.
    pub fn answer_to(&self, id: FactId) -> Option<&'a Fact> {
        self.about.iter().find(|fact| {
            matches!(
                fact.what,
                What::AppealDecided { .. }
                    | What::FalseConfirmed { .. }
                    | What::FalseDeclined { .. }
            ) && fact.what.refers_to() == Some(id)
        })
    }

    /// The appeal against a decision.
    pub fn appeal_against(&self, decision: FactId) -> Option<&'a Fact> {
        let against = |fact: &&Fact| matches!(fact.what, What::Appealed { against, .. } if against == decision);
        self.about.iter().find(against)
    }

    /// What the unit may argue about: the newest decision that gives another value than reported
    /// or none, and the one that calls the entry false. What an appeal has settled is settled.
    pub fn decisions(&self) -> Vec<&'a Fact> {
        let mut of_value = None;
        for fact in self.about {
            match &fact.what {
                What::Checked { outcome, .. } => {
                    let value = match outcome {
                        Outcome::Confirmed { value, .. } => Some(*value),
                        Outcome::Returned { .. } => None,
                    };
                    // A second look only repeats what stands, or the correction beside it.
                    let first = self.check().is_some_and(|check| check.id == fact.id);
                    if first && value != self.reported() {
                        of_value = Some(fact);
                    }
                }
                What::Corrected { after, .. } => {
                    of_value = (Some(*after) != self.reported()).then_some(fact);
                }
                What::AppealDecided { verdict: Verdict::Value { .. }, .. } => of_value = None,
                _ => {}
            }
        }
        of_value.into_iter().chain(self.proven_false()).collect()
    }

    /// Whether the unit may appeal against a decision now.
    pub fn appealable(
        &self,
        campaign: &Campaign,
        decision: FactId,
        now: DateTime<Utc>,
    ) -> Result<&'a Fact, Unappealable> {
        if let Some(appeal) = self.appeal_against(decision) {
            return Err(Unappealable::Already(appeal.id));
        }
        let found = self.decisions().into_iter().find(|fact| fact.id == decision);
        let decision = found.ok_or(Unappealable::NothingDecided)?;
        let until = appeal_until(campaign, decision);
        if now > until { Err(Unappealable::TooLate(until)) } else { Ok(decision) }
    }

    /// Those who took part in what an appeal is against: none of them decides it.
    pub fn involved(&self, appeal: &Fact) -> Vec<PersonId> {
        let Some(decision) = appeal.what.refers_to() else { return Vec::new() };
        let mut people = Vec::new();
        let mut next = Some(decision);
        // From the second voice on a declaration back to the first.
        while let Some(fact) = next.and_then(|id| self.about.iter().find(|fact| fact.id == id)) {
            people.extend(fact.by);
            next = fact.what.refers_to().filter(|id| *id != self.entry.id);
        }
        people
    }
}

/// The entry that a fact about one is about.
pub fn entry_of(what: &What) -> Option<FactId> {
    match what {
        What::EvidenceAdded { entry, .. }
        | What::Checked { entry, .. }
        | What::FalseDeclared { entry, .. }
        | What::FalseConfirmed { entry, .. }
        | What::FalseDeclined { entry, .. }
        | What::Corrected { entry, .. }
        | What::Appealed { entry, .. }
        | What::AppealDecided { entry, .. } => Some(*entry),
        _ => None,
    }
}

/// Until when a unit may appeal against a decision: the end of so many working days after the day
/// on which it was recorded, which is when the unit could hear of it.
pub fn appeal_until(campaign: &Campaign, decision: &Fact) -> DateTime<Utc> {
    let calendar = campaign.calendar();
    let heard = calendar.date_at(decision.recorded_at);
    let last = calendar.nth_working_day_after(heard, campaign.rules().appeal_days);
    let next = last.succ_opt().unwrap_or(last);
    calendar.instant(next, NaiveTime::MIN) - TimeDelta::milliseconds(1)
}
