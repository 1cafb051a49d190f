//! Entries about which more than one thing was said: returned, confirmed at another value,
//! corrected, appealed.
//!
//! Most entries are confirmed as reported and can be forgotten, since what was reported is then
//! what was confirmed. Only the others are kept, because a later decision on one of them has to
//! know what was reported and what stands.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ConfirmedEntry, LineState, agrees};
use crate::domain::calendar::Week;
use crate::domain::fact::Outcome;
use crate::domain::ids::{FactId, Number};
use crate::domain::quantity::Quantity;

/// An entry that was not simply confirmed as reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisputedEntry {
    /// The number people know it by.
    pub number: Option<Number>,
    /// When it counted; none where a newer confirmed entry stood in its place already, so that
    /// its value can no longer come to count.
    pub counted_at: Option<DateTime<Utc>>,
    /// What was reported.
    pub reported: Quantity,
    /// What is confirmed; nothing while it is returned.
    pub standing: Option<Quantity>,
}

impl LineState {
    /// Keeps an entry whose first check did not bear out what was reported.
    pub(super) fn dispute(
        &mut self,
        (fact, number, counted_at): (FactId, Option<Number>, DateTime<Utc>),
        reported: Quantity,
        outcome: &Outcome,
    ) {
        let standing = match outcome {
            Outcome::Confirmed { value, .. } if *value == reported => return,
            Outcome::Confirmed { value, .. } => Some(*value),
            Outcome::Returned { .. } => None,
        };
        let entry = DisputedEntry { number, counted_at: Some(counted_at), reported, standing };
        self.disputed.insert(fact, entry);
    }

    /// Confirms another value of an entry that was checked before, and judges by it whether the
    /// check agreed with what was reported. Gives the value that stood until now, if one did.
    ///
    /// `before` is what the fact says stood; it is asked only of an entry that was confirmed as
    /// reported and has been forgotten since.
    pub(in crate::domain) fn revalue(
        &mut self,
        entry: FactId,
        week: Week,
        before: Option<Quantity>,
        after: Quantity,
        tolerance_percent: Quantity,
    ) -> Option<Quantity> {
        let mut disputed = self.known(entry, before)?;
        self.trail.correct(entry, after);
        let stood = disputed.standing.replace(after);
        let agreed =
            |value: Quantity| u32::from(agrees(value, disputed.reported, tolerance_percent));
        let (was, is) = (stood.map_or(0, agreed), agreed(after));
        let record = self.week_mut(week);
        record.checks_ok = (record.checks_ok + is).saturating_sub(was);
        if let Some(counted_at) = disputed.counted_at {
            let newest = self.confirmed.as_ref().is_none_or(|confirmed| {
                (counted_at, entry) >= (confirmed.counted_at, confirmed.fact)
            });
            if newest {
                let number = disputed.number;
                self.confirmed =
                    Some(ConfirmedEntry { fact: entry, number, counted_at, value: after });
            }
        }
        self.disputed.insert(entry, disputed);
        stood
    }

    /// What is known of an entry that was checked.
    fn known(&self, entry: FactId, before: Option<Quantity>) -> Option<DisputedEntry> {
        if self.unchecked.iter().any(|unchecked| unchecked.fact == entry) {
            return None;
        }
        if let Some(disputed) = self.disputed.get(&entry) {
            return Some(disputed.clone());
        }
        // Not disputed until now: it was confirmed as reported.
        match self.confirmed.as_ref().filter(|confirmed| confirmed.fact == entry) {
            Some(confirmed) => Some(DisputedEntry {
                number: confirmed.number,
                counted_at: Some(confirmed.counted_at),
                reported: confirmed.value,
                standing: Some(confirmed.value),
            }),
            None => before.map(|value| DisputedEntry {
                number: None,
                counted_at: None,
                reported: value,
                standing: Some(value),
            }),
        }
    }
}
