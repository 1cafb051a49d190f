//! In which week each entry of a unit counted, in the space of a few runs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::calendar::Week;
use crate::domain::ids::FactId;

/// The weeks of all entries, as runs of ids.
///
/// An entry may be declared false long after it was checked and forgotten. Ids grow almost as the
/// weeks do, so that runs of neighbouring ids in one week tell the week of each without a list of
/// all. Asking about an id that was never inserted may answer or not.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct EntryWeeks {
    /// First id → (last id, week); runs do not overlap.
    runs: BTreeMap<FactId, (FactId, Week)>,
}

impl EntryWeeks {
    pub(super) fn insert(&mut self, entry: FactId, week: Week) {
        let before = self.runs.range(..=entry).next_back().map(|(first, run)| (*first, *run));
        match before {
            Some((_, (last, its))) if its == week && entry <= last => {}
            // Recorded out of order between entries of another week: that run gives way.
            Some((first, (last, its))) if entry <= last => {
                self.put(first, FactId(entry.0 - 1), its);
                self.put(entry, entry, week);
                self.put(FactId(entry.0 + 1), last, its);
            }
            Some((first, (_, its))) if its == week => self.put(first, entry, week),
            _ => self.put(entry, entry, week),
        }
    }

    pub(super) fn week(&self, entry: FactId) -> Option<Week> {
        let (_, (last, week)) = self.runs.range(..=entry).next_back()?;
        (entry <= *last).then_some(*week)
    }

    fn put(&mut self, first: FactId, last: FactId, week: Week) {
        if first <= last {
            self.runs.insert(first, (last, week));
        } else {
            self.runs.remove(&first);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_found_in_its_week_whatever_the_order() {
        // Entry 7 of week 2 was recorded between entries of week 1, 12 and 3 came late.
        let entries =
            [(1, 1), (5, 1), (10, 1), (7, 2), (11, 2), (20, 3), (12, 2), (3, 3), (10, 1), (30, 3)];
        let mut weeks = EntryWeeks::default();
        for (id, week) in entries {
            weeks.insert(FactId(id), Week(week));
        }
        for (id, week) in entries {
            assert_eq!(weeks.week(FactId(id)), Some(Week(week)), "{id}");
        }
        assert_eq!(weeks.week(FactId(31)), None);
        assert_eq!(weeks.week(FactId(0)), None);
    }

    #[test]
    fn a_campaign_in_order_takes_one_run_a_week() {
        let mut weeks = EntryWeeks::default();
        for id in 0..1300 {
            weeks.insert(FactId(id), Week(u32::try_from(id / 100).unwrap()));
        }
        assert_eq!(weeks.runs.len(), 13);
    }
}
