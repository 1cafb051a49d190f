//! Whether a pledge can be made at all, and what the office must know about it (`domain.md` §3).

use chrono::NaiveDate;

use super::calendar::Calendar;
use super::campaign::IndicatorKind;
use super::line::{Direction, Setting};
use super::quantity::{Quantity, SCALE};
use super::rules::Rules;

/// A pledge that can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// How it stands beside what was assigned.
    pub standing: Standing,
    /// Whether it lies so far beyond the assignment that its author is asked whether it is meant.
    pub excessive: bool,
}

/// How a pledge stands beside what was assigned to the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// At the assigned target or beyond.
    Met,
    /// Short of it: only with a reason, and approved only one by one.
    Below,
    /// Nothing was assigned to compare it with.
    Unassigned,
}

/// Why a pledge cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// To bring something down from an unknown height.
    NoBaseline,
    /// A milestone pledge without steps to take.
    NoSteps,
    /// A milestone pledge is for all steps, which are so many.
    AllSteps(usize),
    /// The target is no better than where the unit started, and nobody assigned it so.
    NotBetter,
}

/// Why a pledge cannot be for a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateUnfit {
    /// After the campaign's last day.
    AfterEnd,
    /// Before today or before the campaign begins.
    Past,
}

/// Weighs a target before it is submitted.
///
/// # Errors
/// Why it cannot be pledged.
pub fn propose(setting: &Setting<'_>, rules: &Rules, target: Quantity) -> Result<Proposal, Unfit> {
    if setting.is_stepwise() {
        return propose_steps(setting, target);
    }
    let assigned = setting.assignment.and_then(|given| given.assigned);
    // Which way is better is the assignment's business: a level pledged below the baseline must
    // not turn the direction round.
    let direction = setting.direction(assigned.unwrap_or(target));
    if lacks_baseline(setting) {
        return Err(Unfit::NoBaseline);
    }
    let reaches = |goal: Quantity| match direction {
        Direction::Up => target >= goal,
        Direction::Down => target <= goal,
    };
    let standing = match assigned {
        Some(assigned) if reaches(assigned) => Standing::Met,
        Some(_) => Standing::Below,
        None => Standing::Unassigned,
    };
    let better = if setting.is_maintained() {
        // A level is held, not bettered.
        target > Quantity::ZERO
    } else {
        reaches(setting.baseline) && target != setting.baseline
    };
    if !better && standing != Standing::Met {
        return Err(Unfit::NotBetter);
    }
    let excessive = direction == Direction::Up
        && assigned.is_some_and(|assigned| exceeds(target, assigned, rules.excess_percent));
    Ok(Proposal { standing, excessive })
}

/// Whether nobody said from where the figure is to go down, so that no target can be weighed.
pub fn lacks_baseline(setting: &Setting<'_>) -> bool {
    setting.indicator.kind == IndicatorKind::Decrease && setting.assignment.is_none()
}

fn propose_steps(setting: &Setting<'_>, target: Quantity) -> Result<Proposal, Unfit> {
    let steps = setting.steps.len();
    if steps == 0 {
        return Err(Unfit::NoSteps);
    }
    if Some(target) != all_steps(setting) {
        return Err(Unfit::AllSteps(steps));
    }
    let standing = if setting.assignment.is_some() { Standing::Met } else { Standing::Unassigned };
    Ok(Proposal { standing, excessive: false })
}

/// The target of a milestone pledge: the number of its steps.
pub fn all_steps(setting: &Setting<'_>) -> Option<Quantity> {
    i64::try_from(setting.steps.len()).ok().and_then(Quantity::from_integer)
}

/// The date of a milestone pledge: its last step's, but neither past nor after the campaign.
pub fn steps_due(setting: &Setting<'_>, calendar: &Calendar, today: NaiveDate) -> NaiveDate {
    let last = setting.steps.last().map_or(calendar.end(), |step| step.due);
    last.max(today).min(calendar.end())
}

/// Whether a pledge made today may be for that date.
///
/// # Errors
/// Why it may not.
pub fn check_due(calendar: &Calendar, due: NaiveDate, today: NaiveDate) -> Result<(), DateUnfit> {
    if due > calendar.end() {
        Err(DateUnfit::AfterEnd)
    } else if due < today.max(calendar.start()) {
        Err(DateUnfit::Past)
    } else {
        Ok(())
    }
}

/// Whether a value is more than so many percent of a target above zero.
fn exceeds(value: Quantity, target: Quantity, percent: Quantity) -> bool {
    target > Quantity::ZERO
        && i128::from(value.scaled()) * 100 * i128::from(SCALE)
            > i128::from(target.scaled()) * i128::from(percent.scaled())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::campaign::{Assignment, Indicator, IndicatorKind, Milestone};
    use crate::domain::ids::{IndicatorCode, UnitCode};
    use crate::domain::quantity::Measure;

    fn quantity(text: &str) -> Quantity {
        Quantity::parse_plain(text).unwrap()
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn indicator(kind: IndicatorKind) -> Indicator {
        Indicator {
            code: IndicatorCode::new("X"),
            name: "X".to_owned(),
            field: None,
            measure: Measure::parse("tỷ đồng"),
            kind,
            weight: quantity("1"),
            verifier: None,
        }
    }

    fn given(baseline: &str, assigned: Option<&str>) -> Assignment {
        Assignment {
            unit: UnitCode::new("AB"),
            indicator: IndicatorCode::new("X"),
            baseline: quantity(baseline),
            assigned: assigned.map(quantity),
            city: None,
            council: None,
            same_period: None,
        }
    }

    fn weigh(
        kind: IndicatorKind,
        given: Option<&Assignment>,
        target: &str,
    ) -> Result<(Standing, bool), Unfit> {
        let indicator = indicator(kind);
        let baseline = given.map_or(Quantity::ZERO, |given| given.baseline);
        let setting = Setting { indicator: &indicator, assignment: given, baseline, steps: &[] };
        propose(&setting, &Rules::default(), quantity(target))
            .map(|proposal| (proposal.standing, proposal.excessive))
    }

    #[test]
    fn a_target_is_held_against_the_assignment_in_the_indicators_direction() {
        use IndicatorKind::{Decrease, Increase, Level, Maintain};
        let up = given("40", Some("120"));
        let down = given("15", Some("5"));
        let lower = given("70", Some("60"));
        let held = given("95", Some("90"));
        let cases = [
            (Increase, &up, "120", Ok((Standing::Met, false))),
            (Increase, &up, "119.9", Ok((Standing::Below, false))),
            (Increase, &up, "180", Ok((Standing::Met, false))),
            (Increase, &up, "180.1", Ok((Standing::Met, true))),
            (Increase, &up, "40", Err(Unfit::NotBetter)),
            (Decrease, &down, "5", Ok((Standing::Met, false))),
            (Decrease, &down, "5.1", Ok((Standing::Below, false))),
            (Decrease, &down, "15", Err(Unfit::NotBetter)),
            (Level, &lower, "60", Ok((Standing::Met, false))),
            (Level, &lower, "61", Ok((Standing::Below, false))),
            (Level, &lower, "80", Err(Unfit::NotBetter)),
            (Maintain, &held, "90", Ok((Standing::Met, false))),
            (Maintain, &held, "89", Ok((Standing::Below, false))),
            (Maintain, &held, "0", Err(Unfit::NotBetter)),
        ];
        for (kind, assignment, target, expected) in cases {
            assert_eq!(weigh(kind, Some(assignment), target), expected, "{kind:?} {target}");
        }
    }

    #[test]
    fn an_assignment_that_betters_nothing_can_still_be_met() {
        let flat = given("95", Some("95"));
        let met = Ok((Standing::Met, false));
        assert_eq!(weigh(IndicatorKind::Level, Some(&flat), "95"), met);
        assert_eq!(weigh(IndicatorKind::Increase, Some(&flat), "94"), Err(Unfit::NotBetter));
    }

    #[test]
    fn without_an_assignment_there_is_nothing_to_bring_down() {
        assert_eq!(weigh(IndicatorKind::Decrease, None, "3"), Err(Unfit::NoBaseline));
        let free = Ok((Standing::Unassigned, false));
        assert_eq!(weigh(IndicatorKind::Increase, None, "3"), free);
        assert_eq!(weigh(IndicatorKind::Increase, Some(&given("1", None)), "3"), free);
    }

    #[test]
    fn steps_are_pledged_all_or_not_at_all() {
        let indicator = indicator(IndicatorKind::Milestone);
        let step = |due| Milestone {
            unit: UnitCode::new("AB"),
            indicator: IndicatorCode::new("X"),
            name: String::new(),
            due,
            weight: quantity("1"),
        };
        let steps = [step(day(2022, 10, 10)), step(day(2022, 12, 10))];
        let setting = |steps| Setting {
            indicator: &indicator,
            assignment: None,
            baseline: Quantity::ZERO,
            steps,
        };
        let rules = Rules::default();
        assert_eq!(propose(&setting(&[]), &rules, quantity("0")), Err(Unfit::NoSteps));
        assert_eq!(propose(&setting(&steps), &rules, quantity("1")), Err(Unfit::AllSteps(2)));
        assert!(propose(&setting(&steps), &rules, quantity("2")).is_ok());
        assert_eq!(all_steps(&setting(&steps)), Some(quantity("2")));
        let calendar = calendar();
        let due = |today| steps_due(&setting(&steps), &calendar, today);
        assert_eq!(due(day(2022, 9, 26)), day(2022, 12, 10));
        assert_eq!(due(day(2022, 12, 20)), day(2022, 12, 20));
    }

    fn calendar() -> Calendar {
        let zone = chrono_tz::Asia::Ho_Chi_Minh;
        let rhythm = crate::domain::calendar::Rhythm::default();
        Calendar::new(day(2022, 9, 26), 90, zone, rhythm, [], []).unwrap()
    }

    #[test]
    fn a_date_lies_between_today_and_the_last_day() {
        let calendar = calendar();
        let check = |due, today| check_due(&calendar, due, today);
        let today = day(2022, 10, 3);
        assert_eq!(check(day(2022, 12, 24), today), Ok(()));
        assert_eq!(check(day(2022, 12, 25), today), Err(DateUnfit::AfterEnd));
        assert_eq!(check(today, today), Ok(()));
        assert_eq!(check(day(2022, 10, 2), today), Err(DateUnfit::Past));
        assert_eq!(check(day(2022, 9, 25), day(2022, 9, 20)), Err(DateUnfit::Past));
    }
}
