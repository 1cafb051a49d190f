//! The way a line has come: its last reports as points, for a forecast and for nothing else.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::domain::ids::FactId;
use crate::domain::quantity::Quantity;

/// Points older than so many days before the newest are forgotten: a forecast asks how things go
/// now, not how they went in the first month.
const KEPT_DAYS: u64 = 56;
/// Nor are more kept than this; a line is reported once a week.
const KEPT: usize = 16;

/// The reports of the last weeks that were not replaced, oldest first. Those returned or proven
/// false are passed over, but kept: an appeal may bring them back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Trail(Vec<Stop>);

/// A report on the way: kept as a row without names, because a campaign of a country has a quarter
/// of a million of them in every checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Row", into = "Row")]
struct Stop {
    entry: FactId,
    on: NaiveDate,
    /// What was said; nothing for "no change", which repeats whatever stands before it.
    value: Option<Quantity>,
    /// Whether it holds.
    holds: bool,
}

type Row = (FactId, i32, Option<i64>, bool);

impl From<Stop> for Row {
    fn from(stop: Stop) -> Self {
        use chrono::Datelike;
        (stop.entry, stop.on.num_days_from_ce(), stop.value.map(Quantity::scaled), stop.holds)
    }
}

impl TryFrom<Row> for Stop {
    type Error = &'static str;

    fn try_from((entry, days, value, holds): Row) -> Result<Self, Self::Error> {
        let on = NaiveDate::from_num_days_from_ce_opt(days).ok_or("no date")?;
        Ok(Self { entry, on, value: value.map(Quantity::from_scaled), holds })
    }
}

/// Where a line stood on a date, as it was said or as it was confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The entry that said it.
    pub entry: FactId,
    /// On which date it counts.
    pub on: NaiveDate,
    /// The value.
    pub value: Quantity,
}

impl Trail {
    /// The points, each with its value; a "no change" before any value stands at the baseline.
    pub fn points(&self, baseline: Quantity) -> Vec<Point> {
        let mut value = baseline;
        let point = |stop: &Stop| {
            value = stop.value.unwrap_or(value);
            Point { entry: stop.entry, on: stop.on, value }
        };
        self.0.iter().filter(|stop| stop.holds).map(point).collect()
    }

    /// A report, or "no change".
    pub(super) fn push(&mut self, entry: FactId, on: NaiveDate, value: Option<Quantity>) {
        self.0.push(Stop { entry, on, value, holds: true });
        let oldest = on.checked_sub_days(Days::new(KEPT_DAYS)).unwrap_or(on);
        while self.count() > KEPT || self.0.first().is_some_and(|stop| stop.on < oldest) {
            let gone = self.0.remove(0);
            if gone.holds {
                self.hand_on(gone.value);
            }
        }
    }

    /// How many hold.
    fn count(&self) -> usize {
        self.0.iter().filter(|stop| stop.holds).count()
    }

    /// The value before the first that is kept, for those that repeat it.
    fn hand_on(&mut self, value: Option<Quantity>) {
        for stop in &mut self.0 {
            stop.value = stop.value.or(value);
            if stop.holds {
                break;
            }
        }
    }

    /// An entry holds with that value, whatever was said of it before.
    pub(super) fn correct(&mut self, entry: FactId, value: Quantity) {
        if let Some(stop) = self.0.iter_mut().find(|stop| stop.entry == entry) {
            stop.value = Some(value);
            stop.holds = true;
        }
    }

    /// An entry does not hold, until something else is said of it.
    pub(super) fn pass_over(&mut self, entry: FactId) {
        self.hold(entry, false);
    }

    /// An entry holds after all.
    pub(super) fn restore(&mut self, entry: FactId) {
        self.hold(entry, true);
    }

    fn hold(&mut self, entry: FactId, holds: bool) {
        for stop in self.0.iter_mut().filter(|stop| stop.entry == entry) {
            stop.holds = holds;
        }
    }

    /// An entry was replaced by another.
    pub(super) fn remove(&mut self, entry: FactId) {
        self.0.retain(|stop| stop.entry != entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testkit::{day, q};

    fn values(trail: &Trail) -> Vec<String> {
        trail.points(q("5")).iter().map(|point| point.value.to_plain()).collect()
    }

    #[test]
    fn no_change_repeats_what_stands_before_it_even_when_that_changes() {
        let mut trail = Trail::default();
        trail.push(FactId(1), day("2022-10-03"), None);
        trail.push(FactId(2), day("2022-10-04"), Some(q("7")));
        trail.push(FactId(3), day("2022-10-05"), None);
        assert_eq!(values(&trail), ["5", "7", "7"]);
        trail.correct(FactId(2), q("6"));
        assert_eq!(values(&trail), ["5", "6", "6"]);
        trail.pass_over(FactId(2));
        assert_eq!(values(&trail), ["5", "5"]);
        trail.restore(FactId(2));
        assert_eq!(values(&trail), ["5", "6", "6"]);
        trail.pass_over(FactId(2));
        trail.correct(FactId(2), q("8"));
        assert_eq!(values(&trail), ["5", "8", "8"]);
        trail.remove(FactId(2));
        trail.restore(FactId(2));
        assert_eq!(values(&trail), ["5", "5"]);
    }

    #[test]
    fn what_is_passed_over_hands_nothing_on_and_takes_no_place() {
        let mut trail = Trail::default();
        trail.push(FactId(1), day("2022-10-03"), Some(q("7")));
        trail.push(FactId(2), day("2022-10-04"), Some(q("9")));
        trail.push(FactId(3), day("2022-10-05"), None);
        trail.pass_over(FactId(2));
        // The first two are too old by then.
        trail.push(FactId(4), day("2022-11-30"), None);
        assert_eq!(values(&trail), ["7", "7"]);
        trail.pass_over(FactId(3));
        for entry in (5..).take(KEPT - 1) {
            trail.push(FactId(entry), day("2022-11-30"), None);
        }
        assert_eq!(values(&trail).len(), KEPT);
        trail.restore(FactId(3));
        assert_eq!(values(&trail).len(), KEPT + 1);
    }

    #[test]
    fn what_is_old_is_forgotten_but_not_what_it_said() {
        let mut trail = Trail::default();
        trail.push(FactId(1), day("2022-10-03"), Some(q("7")));
        trail.push(FactId(2), day("2022-10-10"), None);
        trail.push(FactId(3), day("2022-11-28"), None);
        assert_eq!(values(&trail), ["7", "7", "7"], "56 days are kept");
        trail.push(FactId(4), day("2022-11-29"), None);
        assert_eq!(values(&trail), ["7", "7", "7"]);
        for entry in 5..30 {
            trail.push(FactId(entry), day("2022-11-29"), None);
        }
        assert_eq!(trail.points(q("5")).len(), KEPT);
        assert_eq!(values(&trail)[0], "7");
    }

    #[test]
    fn a_trail_is_stored_as_rows_and_read_back() {
        let mut trail = Trail::default();
        trail.push(FactId(1), day("2022-10-03"), Some(q("7.5")));
        trail.push(FactId(2), day("2022-10-04"), None);
        let text = serde_json::to_string(&trail).unwrap();
        assert_eq!(text, "[[1,738431,7500000,true],[2,738432,null,true]]");
        assert_eq!(serde_json::from_str::<Trail>(&text).unwrap(), trail);
    }
}
