//! Bonus and penalty (`domain.md` §5, 7 and 8).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use num_rational::BigRational;

use super::{LineView, SQUARE, ratio};
use crate::domain::calendar::Week;
use crate::domain::campaign::IndicatorKind;
use crate::domain::ids::{FactId, IndicatorCode, Number};
use crate::domain::quantity::{Quantity, SCALE};
use crate::domain::rules::Rules;
use crate::domain::unit::UnitState;

/// What was earned beyond the pledges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bonus {
    /// The points after the caps, exact.
    pub points: BigRational,
    /// The part for over-achievement after its own cap.
    pub over: BigRational,
    /// The part for council awards after its own cap.
    pub awards: BigRational,
    /// What it is for, each before the caps.
    pub lines: Vec<BonusLine>,
}

/// One reason for a bonus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BonusLine {
    /// A completed pledge whose confirmed value lies beyond its target.
    Over {
        /// On what.
        indicator: IndicatorCode,
        /// The pledge.
        pledge: Option<Number>,
        /// What was promised.
        target: Quantity,
        /// What is confirmed.
        confirmed: Quantity,
        /// Full steps beyond the target, one point each.
        steps: u64,
    },
    /// A confirmed council award.
    Award {
        /// The award.
        number: Option<Number>,
        /// Its points.
        points: Quantity,
        /// Why it was given.
        reason: String,
    },
}

/// What is taken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Penalty {
    /// The points after the cap, exact, never negative.
    pub points: BigRational,
    /// What it is for, each before the cap.
    pub lines: Vec<PenaltyLine>,
}

/// One reason for a penalty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PenaltyLine {
    /// A report that came neither on time nor within the grace.
    Missing {
        /// On what.
        indicator: IndicatorCode,
        /// For which week.
        week: Week,
    },
    /// A pledge past its date and short of its target, with no obstacle raised in time.
    Overdue {
        /// On what.
        indicator: IndicatorCode,
        /// The pledge.
        pledge: Option<Number>,
        /// Its date.
        due: NaiveDate,
    },
    /// An entry proven false.
    FalseReport {
        /// The entry.
        entry: FactId,
        /// The week in which it counted, whose checks all fail.
        week: Week,
    },
}

/// The bonus of a unit.
pub(super) fn bonus(rules: &Rules, lines: &[LineView<'_>], unit: &UnitState) -> Bonus {
    let mut reasons: Vec<BonusLine> =
        lines.iter().filter_map(|line| over_achievement(rules, line)).collect();
    let over = reasons.iter().fold(0_i128, |sum, line| match line {
        BonusLine::Over { steps, .. } => sum + i128::from(*steps) * i128::from(SCALE),
        BonusLine::Award { .. } => sum,
    });
    let mut awards = 0_i128;
    for award in unit.awards.values().filter(|award| award.confirmed_at.is_some()) {
        awards += i128::from(award.points.scaled());
        reasons.push(BonusLine::Award {
            number: award.number,
            points: award.points,
            reason: award.reason.clone(),
        });
    }
    let over = over.min(rules.over_cap.scaled().into());
    let awards = awards.min(rules.award_cap.scaled().into());
    let points = (over + awards).min(rules.bonus_cap.scaled().into());
    Bonus {
        points: millionths(points),
        over: millionths(over),
        awards: millionths(awards),
        lines: reasons,
    }
}

/// Full steps of so many percent of the target beyond it, on the confirmed value of a completed
/// pledge. Steps and weeks cannot be exceeded, and a target of zero has no percent.
fn over_achievement(rules: &Rules, line: &LineView<'_>) -> Option<BonusLine> {
    let state = line.state?;
    let pledge = state.active.as_ref()?;
    let kind = line.setting.indicator.kind;
    if matches!(kind, IndicatorKind::Milestone | IndicatorKind::Maintain)
        || !state.is_complete(&line.setting)
    {
        return None;
    }
    let confirmed = state.confirmed_value(&line.setting);
    let beyond = (i128::from(confirmed.scaled()) - i128::from(pledge.target.scaled())).abs();
    let step =
        i128::from(pledge.target.scaled()).abs() * i128::from(rules.over_step_percent.scaled());
    let steps = (beyond * i128::from(SCALE) * 100).checked_div(step)?;
    let steps = u64::try_from(steps).unwrap_or(u64::MAX);
    (steps > 0).then(|| BonusLine::Over {
        indicator: line.setting.indicator.code.clone(),
        pledge: pledge.number,
        target: pledge.target,
        confirmed,
        steps,
    })
}

/// The penalty of a unit.
pub(super) fn penalty(
    rules: &Rules,
    lines: &[LineView<'_>],
    missing: &[(IndicatorCode, Week)],
    proven_false: &BTreeMap<FactId, Week>,
    on: NaiveDate,
) -> Penalty {
    let missing = missing.iter().map(|(indicator, week)| PenaltyLine::Missing {
        indicator: indicator.clone(),
        week: *week,
    });
    let overdue = lines.iter().filter_map(|line| overdue(line, on));
    let proven = proven_false
        .iter()
        .map(|(entry, week)| PenaltyLine::FalseReport { entry: *entry, week: *week });
    let lines: Vec<_> = missing.chain(overdue).chain(proven).collect();
    let sum: i128 = lines.iter().map(|line| i128::from(line.points(rules).scaled())).sum();
    let points = millionths(sum.min(rules.penalty_cap.scaled().into()));
    Penalty { points, lines }
}

impl PenaltyLine {
    /// What this line takes off before the cap.
    pub fn points(&self, rules: &Rules) -> Quantity {
        match self {
            Self::Missing { .. } => rules.missing_report_penalty,
            Self::Overdue { .. } => rules.overdue_penalty,
            Self::FalseReport { .. } => rules.false_report_penalty,
        }
    }
}

fn overdue(line: &LineView<'_>, on: NaiveDate) -> Option<PenaltyLine> {
    let state = line.state?;
    let pledge = state.active.as_ref()?;
    (state.is_overdue(&line.setting, on) && !state.has_early_obstacle()).then(|| {
        PenaltyLine::Overdue {
            indicator: line.setting.indicator.code.clone(),
            pledge: pledge.number,
            due: pledge.due,
        }
    })
}

fn millionths(scaled: i128) -> BigRational {
    ratio(scaled * i128::from(SCALE), SQUARE)
}
