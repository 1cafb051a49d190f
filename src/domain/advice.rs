//! The one thing a unit should do next, with the points it can bring (`domain.md` §7).

use chrono::{DateTime, Utc};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::campaign::{Campaign, IndicatorKind, Unit};
use super::ids::IndicatorCode;
use super::line::Direction;
use super::quantity::{Quantity, SCALE};
use super::reminder;
use super::scoring::{Basis, Item, PenaltyLine, UnitScore};
use super::unit::UnitState;

#[cfg(test)]
mod tests;

/// A next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// What to do.
    pub step: Step,
    /// The points it can bring, exact.
    pub gain: BigRational,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Report this week on these lines, before the reports close.
    Report(Vec<IndicatorCode>),
    /// Pledge on what was assigned.
    Pledge(IndicatorCode),
    /// Bring a value, confirmed, to where it is expected by now.
    Reach {
        /// On what.
        indicator: IndicatorCode,
        /// The value to have confirmed.
        value: Quantity,
    },
    /// Have the steps that are due done and confirmed.
    FinishSteps(IndicatorCode),
}

/// The step that brings most; the first in the order of the score's own lines where several bring
/// the same. None where nothing is left to gain.
pub fn next_step(
    campaign: &Campaign,
    unit: &Unit,
    state: &UnitState,
    score: &UnitScore,
    now: DateTime<Utc>,
) -> Option<Advice> {
    let reports = report(campaign, unit, state, score, now);
    let lines = score.results.items.iter().filter_map(|item| raise(campaign, item, score));
    let mut best: Option<Advice> = None;
    for advice in reports.into_iter().chain(lines).filter(|advice| !advice.gain.is_zero()) {
        if best.as_ref().is_none_or(|best| advice.gain > best.gain) {
            best = Some(advice);
        }
    }
    best
}

/// What the reports still owed this week decide: their share of N, and the penalty for missing
/// them. None once the reports have closed.
fn report(
    campaign: &Campaign,
    unit: &Unit,
    state: &UnitState,
    score: &UnitScore,
    now: DateTime<Utc>,
) -> Option<Advice> {
    let calendar = campaign.calendar();
    calendar.week_at(now).filter(|week| now < calendar.report_closes(*week))?;
    let owed = reminder::owed(campaign, unit, state, now);
    if owed.is_empty() {
        return None;
    }
    let count = i64::try_from(owed.len()).ok()?;
    let rules = campaign.rules();
    let due = BigInt::from(i64::from(score.discipline.due) + count);
    let share = BigRational::new(BigInt::from(count), due);
    let missed =
        rules.missing_report_penalty.to_rational() * BigRational::from_integer(count.into());
    let left = rules.penalty_cap.to_rational() - &score.penalty.points;
    let gain = rules.discipline_points.to_rational() * share + missed.min(left);
    Some(Advice { step: Step::Report(owed), gain })
}

/// What bringing one line up to full pace brings to K, and, where its pledge is past its date, the
/// penalty that falls away with it.
fn raise(campaign: &Campaign, item: &Item, score: &UnitScore) -> Option<Advice> {
    let indicator = campaign.indicator(&item.indicator)?;
    let full = campaign.rules().results_points.to_rational() * &item.weight;
    let gain = &full - &item.points + lifted(campaign, item, score);
    let code = item.indicator.clone();
    let step = match (item.basis, indicator.kind) {
        (Basis::AssignedOnly, _) => Step::Pledge(code),
        // Weeks that are lost are lost.
        (_, IndicatorKind::Maintain) => return None,
        (_, IndicatorKind::Milestone) => Step::FinishSteps(code),
        _ => Step::Reach { indicator: code, value: expected_value(item)? },
    };
    Some(Advice { step, gain })
}

/// The penalty for an overdue pledge, as far as the cap lets it fall away.
fn lifted(campaign: &Campaign, item: &Item, score: &UnitScore) -> BigRational {
    let rules = campaign.rules();
    let overdue = |line: &&PenaltyLine| matches!(line, PenaltyLine::Overdue { indicator, .. } if *indicator == item.indicator);
    let Some(line) = score.penalty.lines.iter().find(overdue) else {
        return BigRational::zero();
    };
    let points = |line: &PenaltyLine| line.points(rules).to_rational();
    let all: BigRational = score.penalty.lines.iter().map(points).sum();
    let left = (all - points(line)).min(rules.penalty_cap.to_rational());
    &score.penalty.points - left
}

/// B + e × (T − B), rounded to hundredths towards the target and never beyond it.
fn expected_value(item: &Item) -> Option<Quantity> {
    let target = item.target?;
    let (from, to) = (item.baseline.to_rational(), target.to_rational());
    let direction = if target < item.baseline { Direction::Down } else { Direction::Up };
    let exact = &from + (&to - &from) * &item.expected;
    let hundredth = BigRational::new(BigInt::one(), BigInt::from(100));
    let steps = exact / &hundredth;
    let (whole, beyond) = match direction {
        Direction::Up => (steps.ceil(), Ord::min as fn(Quantity, Quantity) -> Quantity),
        Direction::Down => (steps.floor(), Ord::max as fn(Quantity, Quantity) -> Quantity),
    };
    let scaled = i64::try_from(whole.to_integer()).ok()?.checked_mul(SCALE / 100)?;
    Some(beyond(Quantity::from_scaled(scaled), target))
}
