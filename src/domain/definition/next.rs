//! The next campaign, begun from the last: the same units, clusters, indicators and people; a new
//! code, new dates, no targets yet, and as baselines the figures last confirmed.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::campaign::{Definition, IndicatorKind};
use crate::domain::ids::{IndicatorCode, UnitCode};
use crate::domain::quantity::Quantity;

/// The last confirmed value of each line that has one.
pub type Values = BTreeMap<(UnitCode, IndicatorCode), Quantity>;

/// A definition to be completed by the office: it passes the checks as it is.
pub fn next(last: &Definition, values: &Values, today: NaiveDate) -> Definition {
    let end = last.start.checked_add_days(Days::new(u64::from(last.days))).unwrap_or(last.start);
    let start = monday_from(end.max(today));
    let moved = (start - last.start).num_days();
    let kind = |code: &IndicatorCode| {
        last.indicators.iter().find(|one| &one.code == code).map(|one| one.kind)
    };
    let mut next = last.clone();
    next.code = following(&last.code);
    next.start = start;
    for assignment in &mut next.assignments {
        let line = (assignment.unit.clone(), assignment.indicator.clone());
        match kind(&assignment.indicator) {
            // Steps begin anew.
            Some(IndicatorKind::Milestone) => assignment.baseline = Quantity::ZERO,
            _ => {
                if let Some(value) = values.get(&line) {
                    assignment.baseline = *value;
                }
            }
        }
        assignment.assigned = None;
        assignment.city = None;
        assignment.council = None;
        assignment.same_period = None;
    }
    // The steps of the last campaign are a pattern for the next, as many days after its start.
    for step in &mut next.milestones {
        step.due = shifted(step.due, moved);
    }
    next.days_off.retain(|day| day.date >= start);
    next
}

fn shifted(date: NaiveDate, days: i64) -> NaiveDate {
    let shift = Days::new(days.unsigned_abs());
    let moved = if days < 0 { date.checked_sub_days(shift) } else { date.checked_add_days(shift) };
    moved.unwrap_or(date)
}

fn monday_from(date: NaiveDate) -> NaiveDate {
    let passed = u64::from(date.weekday().num_days_from_monday());
    date.checked_add_days(Days::new((7 - passed) % 7)).unwrap_or(date)
}

/// `TD90` → `TD90-2` → `TD90-3`; the longest code keeps its length.
fn following(code: &str) -> String {
    const LONGEST: usize = 20;
    let (stem, number) = match code.rsplit_once('-') {
        Some((stem, digits)) if !stem.is_empty() && digits.len() < 4 => {
            digits.parse::<u32>().map_or((code, 2), |number| (stem, number + 1))
        }
        _ => (code, 2),
    };
    let ending = format!("-{number}");
    let stem: String = stem.chars().take(LONGEST - ending.len()).collect();
    format!("{stem}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_counted_on() {
        assert_eq!(following("TD90"), "TD90-2");
        assert_eq!(following("TD90-2"), "TD90-3");
        assert_eq!(following("LC-2022"), "LC-2022-2");
        assert_eq!(following("ABCDEFGHIJKLMNOPQRST"), "ABCDEFGHIJKLMNOPQR-2");
    }

    #[test]
    fn the_next_campaign_begins_on_a_monday_after_the_last() {
        let day = |month, day| NaiveDate::from_ymd_opt(2022, month, day).unwrap();
        assert_eq!(monday_from(day(9, 26)), day(9, 26));
        assert_eq!(monday_from(day(9, 27)), day(10, 3));
        assert_eq!(monday_from(day(10, 2)), day(10, 3));
    }
}
