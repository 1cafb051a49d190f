//! The score of one unit as of an instant, with the lines that explain it (`domain.md` §5).
//!
//! Everything is an exact fraction until it is shown. A score names what it is made of, so that
//! the message "why is it so?" and the total can never disagree.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::calendar::Week;
use super::campaign::{Campaign, Unit};
use super::ids::{ClusterCode, FactId, IndicatorCode, UnitCode};
use super::line::{LineState, Setting, Timing};
use super::quantity::SCALE;
use super::rules::Rules;
use super::unit::UnitState;

mod extras;
mod fraction;
mod results;
mod shown;
#[cfg(test)]
mod tests;

pub use extras::{Bonus, BonusLine, Penalty, PenaltyLine};
pub use results::{
    Basis, Item, LeftOut, Omission, Results, completion, expected, pace, step_completion,
};

pub use shown::Shown;

pub(crate) use fraction::ratio;

/// The score of one unit, exact, with everything it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitScore {
    /// Whose.
    pub unit: UnitCode,
    /// The unit's name.
    pub name: String,
    /// The unit's cluster.
    pub cluster: Option<ClusterCode>,
    /// Whether the unit has an assignment or a pledge, and so stands in the table.
    pub competes: bool,
    /// K: what was reached, against what was to be expected by now.
    pub results: Results,
    /// N: reports on time.
    pub discipline: Discipline,
    /// S: figures that proved true.
    pub accuracy: Accuracy,
    /// What was earned beyond.
    pub bonus: Bonus,
    /// What is taken off.
    pub penalty: Penalty,
    /// Pledges past their date and short of their target, with or without an obstacle.
    pub overdue: u32,
    /// Entries proven false.
    pub false_reports: u32,
}

/// N: reports on time out of reports due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discipline {
    /// The points, exact.
    pub points: BigRational,
    /// Reports due so far.
    pub due: u32,
    /// Those that came by Friday 17:00.
    pub on_time: u32,
    /// Those that came within the grace and count in part.
    pub late: u32,
    /// Those that came neither on time nor within the grace, which is over.
    pub missing: Vec<(IndicatorCode, Week)>,
    /// Those that have not come while the grace still runs.
    pub awaited: Vec<(IndicatorCode, Week)>,
}

/// S: values confirmed as reported out of values checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accuracy {
    /// The points, exact. Of a unit without enough checks they are full until [`super::ranking`]
    /// has seen the unit's whole cluster.
    pub points: BigRational,
    /// Checks that agreed with what was reported.
    pub ok: u32,
    /// Checks made.
    pub total: u32,
    /// Where the points come from.
    pub basis: AccuracyBasis,
}

/// Where a unit's points for accuracy come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccuracyBasis {
    /// Its own checks: there are enough.
    Own,
    /// The median of the units of its cluster that have enough.
    ClusterMedian,
    /// No unit of its cluster has enough: full points.
    NoSample,
}

impl Accuracy {
    /// Whether the unit has enough checks of its own; if not, it is shown as "chưa đủ mẫu".
    pub fn is_enough(&self) -> bool {
        self.basis == AccuracyBasis::Own
    }
}

impl UnitScore {
    /// The total, exact and at least zero.
    pub fn total(&self) -> BigRational {
        // Only the results have a long denominator; they come last, and nothing is reduced then.
        let rest = &self.discipline.points + &self.accuracy.points + &self.bonus.points
            - &self.penalty.points;
        let results = &self.results.points;
        let sum = results.numer() * rest.denom() + rest.numer() * results.denom();
        if sum.is_negative() {
            return BigRational::zero();
        }
        BigRational::new_raw(sum, results.denom() * rest.denom())
    }
}

/// Scores a unit whose state has been folded and advanced to `as_of`.
pub fn score(
    campaign: &Campaign,
    unit: &Unit,
    state: &UnitState,
    as_of: DateTime<Utc>,
) -> UnitScore {
    let on = campaign.calendar().date_at(as_of);
    let lines = lines_of(campaign, unit, state);
    let proven_false = state.proven_false();
    let overdue = lines
        .iter()
        .filter(|line| line.state.is_some_and(|state| state.is_overdue(&line.setting, on)))
        .count();
    let discipline = discipline(campaign, state, as_of);
    let penalty = extras::penalty(campaign.rules(), &lines, &discipline.missing, &proven_false, on);
    UnitScore {
        unit: unit.code.clone(),
        name: unit.name.clone(),
        cluster: unit.cluster.clone(),
        competes: lines.iter().any(|line| {
            line.setting.assignment.is_some()
                || line.state.is_some_and(|state| state.active.is_some())
        }),
        results: results::of(campaign, &lines, state, on),
        discipline,
        accuracy: accuracy(campaign.rules(), state, &proven_false),
        bonus: extras::bonus(campaign.rules(), &lines, state),
        penalty,
        overdue: count(overdue),
        false_reports: count(proven_false.len()),
    }
}

/// A line with what it is measured against.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LineView<'a> {
    pub(crate) setting: Setting<'a>,
    pub(crate) state: Option<&'a LineState>,
}

/// The lines of a unit: all that was given to it in the order of the workbook's indicators, then
/// what it works on besides. Lines on indicators that the campaign no longer has are left out.
pub(crate) fn lines_of<'a>(
    campaign: &'a Campaign,
    unit: &Unit,
    state: &'a UnitState,
) -> Vec<LineView<'a>> {
    let mut lines = Vec::new();
    for assignment in campaign.assignments_of(&unit.code) {
        if let Some(indicator) = campaign.indicator(&assignment.indicator) {
            let setting = Setting::with(campaign, &unit.code, indicator, Some(assignment));
            lines.push(LineView { setting, state: state.line(&indicator.code) });
        }
    }
    let given = lines.len();
    for (code, line) in &state.lines {
        let known = lines[..given].iter().any(|line| &line.setting.indicator.code == code);
        if let (false, Some(setting)) = (known, Setting::of(campaign, &unit.code, code)) {
            lines.push(LineView { setting, state: Some(line) });
        }
    }
    lines
}

fn discipline(campaign: &Campaign, state: &UnitState, as_of: DateTime<Utc>) -> Discipline {
    let rules = campaign.rules();
    let (mut due, mut on_time, mut late) = (0_u32, 0_u32, 0_u32);
    let (mut missing, mut awaited) = (Vec::new(), Vec::new());
    for (indicator, line) in &state.lines {
        for (week, record) in line.week_records() {
            if !record.owed || state.excused.contains(&week) {
                continue;
            }
            due += 1;
            match record.report {
                Timing::OnTime => on_time += 1,
                Timing::Late => late += 1,
                Timing::None if grace_is_over(campaign, week, as_of) => {
                    missing.push((indicator.clone(), week));
                }
                Timing::None => awaited.push((indicator.clone(), week)),
            }
        }
    }
    let full = rules.discipline_points;
    let points = if due == 0 {
        full.to_rational()
    } else {
        let earned = i128::from(on_time) * i128::from(SCALE)
            + i128::from(late) * i128::from(rules.late_share.scaled());
        ratio(i128::from(full.scaled()) * earned, i128::from(due) * SQUARE)
    };
    Discipline { points, due, on_time, late, missing, awaited }
}

/// A missing report is certain only once the grace is over.
fn grace_is_over(campaign: &Campaign, week: Week, as_of: DateTime<Utc>) -> bool {
    let times = week.0.checked_sub(1).and_then(|at| campaign.week_times().get(at as usize));
    times.is_some_and(|times| as_of > times.grace_closes)
}

fn accuracy(rules: &Rules, state: &UnitState, proven_false: &BTreeMap<FactId, Week>) -> Accuracy {
    let (mut ok, mut total) = (0_u32, 0_u32);
    for line in state.lines.values() {
        for (week, record) in line.week_records() {
            total += record.checks;
            // A proven false report fails every check of the unit's entries of that week.
            if record.checks_ok > 0 && !proven_false.values().any(|proven| *proven == week) {
                ok += record.checks_ok;
            }
        }
    }
    let full = rules.accuracy_points;
    if total == 0 || total < rules.minimum_checks {
        return Accuracy { points: full.to_rational(), ok, total, basis: AccuracyBasis::NoSample };
    }
    let earned = i128::from(full.scaled()) * i128::from(ok);
    let points = ratio(earned, i128::from(total) * i128::from(SCALE));
    Accuracy { points, ok, total, basis: AccuracyBasis::Own }
}

/// One, in steps of 10⁻¹².
const SQUARE: i128 = SCALE as i128 * SCALE as i128;

/// A unit has fewer lines than `u32` counts.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
