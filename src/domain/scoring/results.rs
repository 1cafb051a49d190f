//! K: what a unit reached, against what was to be expected by the day (`domain.md` §5, 1 to 4).

use chrono::NaiveDate;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::LineView;
use super::fraction::{Sum, divide, product, ratio};
use crate::domain::calendar::{Calendar, Week};
use crate::domain::campaign::{Campaign, IndicatorKind};
use crate::domain::ids::{IndicatorCode, Number};
use crate::domain::line::{ActivePledge, Direction, LineState, Setting, Value};
use crate::domain::quantity::{Quantity, SCALE};
use crate::domain::rules::Rules;
use crate::domain::unit::UnitState;

/// K with its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The points, exact: the sum of the items' points.
    pub points: BigRational,
    /// What counts.
    pub items: Vec<Item>,
    /// What does not count now, its weight going to the others, and why.
    pub left_out: Vec<LeftOut>,
}

/// One line of K.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// On what.
    pub indicator: IndicatorCode,
    /// Why it counts.
    pub basis: Basis,
    /// B.
    pub baseline: Quantity,
    /// T; absent for an assignment of steps without a number.
    pub target: Option<Quantity>,
    /// By when; absent without a pledge.
    pub due: Option<NaiveDate>,
    /// v: what is confirmed and the share of what is open.
    pub value: Value,
    /// What is confirmed; the baseline where nothing is.
    pub confirmed: Quantity,
    /// The value of the open entry, not checked yet and newer than what is confirmed.
    pub open: Option<Quantity>,
    /// c, in 0…1.
    pub completion: BigRational,
    /// e.
    pub expected: BigRational,
    /// p, in 0…1.
    pub pace: BigRational,
    /// w: the share of this line in the unit's counted lines.
    pub weight: BigRational,
    /// K's points for this line: all points × w × p.
    pub points: BigRational,
}

/// Why a line counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The unit pledged, and the office approved.
    Pledged(Option<Number>),
    /// It was assigned, and from the ranking day on nothing is hidden by not pledging.
    AssignedOnly,
}

/// A line that does not count now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// On what.
    pub indicator: IndicatorCode,
    /// Why.
    pub why: Omission,
}

/// Why a line does not count now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Omission {
    /// Assigned and not pledged, and the ranking day has not come.
    NotPledgedYet,
    /// Assigned without a target, and not pledged.
    NoTarget,
    /// No step is due and none is done.
    NothingDue,
    /// A level to maintain before its first closed week.
    NoWeekClosed,
}

/// What a line comes to before weights are known.
struct Measured {
    value: Value,
    completion: BigRational,
    expected: BigRational,
    pace: BigRational,
}

/// K of a unit on a date.
pub(super) fn of(
    campaign: &Campaign,
    lines: &[LineView<'_>],
    unit: &UnitState,
    on: NaiveDate,
) -> Results {
    let mut items = Vec::with_capacity(lines.len());
    let mut weights = Vec::with_capacity(lines.len());
    let mut left_out = Vec::new();
    for line in lines {
        let weight = line.setting.indicator.weight.scaled();
        let item = match line.state.and_then(|state| Some((state, state.active.as_ref()?))) {
            Some((state, pledge)) => pledged(campaign, line.setting, state, pledge, unit, on),
            None if line.setting.assignment.is_some() => assigned_only(campaign, line, on),
            None => continue,
        };
        match item {
            Ok(item) if weight > 0 => {
                items.push(item);
                weights.push(i128::from(weight));
            }
            Ok(_) => {}
            Err(why) => {
                let indicator = line.setting.indicator.code.clone();
                left_out.push(LeftOut { indicator, why });
            }
        }
    }
    let points = weigh(&mut items, &weights, campaign.rules().results_points);
    Results { points, items, left_out }
}

/// Gives every item its share of the weights and its points; returns the sum of the points.
fn weigh(items: &mut [Item], weights: &[i128], full: Quantity) -> BigRational {
    let whole: i128 = weights.iter().sum();
    let whole_points = BigInt::from(whole) * SCALE;
    let mut sum = Sum::new();
    for (item, &weight) in items.iter_mut().zip(weights) {
        item.weight = ratio(weight, whole);
        if item.pace.is_zero() {
            continue;
        }
        let (paced, of) = (item.pace.numer(), item.pace.denom());
        let share = BigInt::from(weight) * full.scaled();
        item.points = product([&share, paced], [&whole_points, of]);
        sum.add(&(paced * weight), of);
    }
    sum.scaled(full.scaled(), whole_points)
}

fn pledged(
    campaign: &Campaign,
    setting: Setting<'_>,
    line: &LineState,
    pledge: &ActivePledge,
    unit: &UnitState,
    on: NaiveDate,
) -> Result<Item, Omission> {
    let rules = campaign.rules();
    let value = line.value(&setting, pledge.target, rules);
    let measured = match setting.indicator.kind {
        IndicatorKind::Milestone => measure_steps(&setting, line, value, rules, on)?,
        IndicatorKind::Maintain => measure_weeks(line, pledge, value, unit)?,
        _ => measure(campaign, &setting, pledge, value, on),
    };
    Ok(Item {
        indicator: setting.indicator.code.clone(),
        basis: Basis::Pledged(pledge.number),
        baseline: setting.baseline,
        target: Some(pledge.target),
        due: Some(pledge.due),
        value: measured.value,
        confirmed: line.confirmed_value(&setting),
        open: line.open().map(|entry| entry.value),
        completion: measured.completion,
        expected: measured.expected,
        pace: measured.pace,
        weight: BigRational::zero(),
        points: BigRational::zero(),
    })
}

/// An assignment without an approved pledge: nothing before the ranking day, zero from then on;
/// one of steps only once a step is due.
fn assigned_only(
    campaign: &Campaign,
    line: &LineView<'_>,
    on: NaiveDate,
) -> Result<Item, Omission> {
    let setting = &line.setting;
    let target = setting.assignment.and_then(|given| given.assigned);
    if target.is_none() && setting.steps.is_empty() {
        return Err(Omission::NoTarget);
    }
    if campaign.calendar().day_number(on) < i64::from(campaign.rules().ranking_day) {
        return Err(Omission::NotPledgedYet);
    }
    if setting.is_stepwise() && !setting.steps.iter().any(|step| step.due <= on) {
        return Err(Omission::NothingDue);
    }
    let confirmed = line.state.map_or(setting.baseline, |state| state.confirmed_value(setting));
    Ok(Item {
        indicator: setting.indicator.code.clone(),
        basis: Basis::AssignedOnly,
        baseline: setting.baseline,
        target,
        due: None,
        value: Value::from(confirmed),
        confirmed,
        open: line.state.and_then(LineState::open).map(|entry| entry.value),
        completion: BigRational::zero(),
        expected: BigRational::one(),
        pace: BigRational::zero(),
        weight: BigRational::zero(),
        points: BigRational::zero(),
    })
}

fn measure(
    campaign: &Campaign,
    setting: &Setting<'_>,
    pledge: &ActivePledge,
    value: Value,
    on: NaiveDate,
) -> Measured {
    let direction = setting.direction(pledge.target);
    let completion = completion(direction, setting.baseline, pledge.target, value);
    let expected = expected(campaign.calendar(), campaign.rules(), pledge.due, on);
    let pace = pace(&completion, &expected);
    Measured { value, completion, expected, pace }
}

fn measure_steps(
    setting: &Setting<'_>,
    line: &LineState,
    value: Value,
    rules: &Rules,
    on: NaiveDate,
) -> Result<Measured, Omission> {
    let open = line.open().map(|entry| entry.value);
    let confirmed = line.confirmed_value(setting);
    let completion = step_completion(setting, confirmed, open, rules.unchecked_share);
    let weight_of = |due: &dyn Fn(NaiveDate) -> bool| -> i128 {
        let steps = setting.steps.iter().filter(|step| due(step.due));
        steps.map(|step| i128::from(step.weight.scaled())).sum()
    };
    let expected = ratio(weight_of(&|due| due <= on), weight_of(&|_| true));
    if expected.is_zero() && completion.is_zero() {
        return Err(Omission::NothingDue);
    }
    let pace = pace(&completion, &expected);
    Ok(Measured { value, completion, expected, pace })
}

/// Weeks kept out of weeks closed since the pledge was approved, excused ones left out.
fn measure_weeks(
    line: &LineState,
    pledge: &ActivePledge,
    value: Value,
    unit: &UnitState,
) -> Result<Measured, Omission> {
    let counts = |week: &Week| *week > pledge.approved_in && !unit.excused.contains(week);
    let (mut kept, mut closed) = (0, 0);
    for (_, record) in line.week_records().filter(|(week, _)| counts(week)) {
        closed += i128::from(record.kept.is_some());
        kept += i128::from(record.kept == Some(true));
    }
    if closed == 0 {
        return Err(Omission::NoWeekClosed);
    }
    let completion = ratio(kept, closed);
    Ok(Measured { value, pace: completion.clone(), completion, expected: BigRational::one() })
}

/// c = (v − B) / (T − B), held in 0…1.
///
/// A target that does not lie beyond the baseline leaves nothing to divide by (and below it the
/// formula would reward falling): such a pledge is done while v is at the target or beyond.
pub fn completion(
    direction: Direction,
    baseline: Quantity,
    target: Quantity,
    value: Value,
) -> BigRational {
    let forward = |from: i128, to: i128| match direction {
        Direction::Up => to - from,
        Direction::Down => from - to,
    };
    let (start, end) = (Value::from(baseline).trillionths(), Value::from(target).trillionths());
    let span = forward(start, end);
    if span <= 0 {
        let reached = forward(end, value.trillionths()) >= 0;
        return if reached { BigRational::one() } else { BigRational::zero() };
    }
    ratio(forward(start, value.trillionths()).clamp(0, span), span)
}

/// c of a milestone pledge: the weights of the confirmed steps, and a share of the weights of
/// those further steps that the open entry claims.
pub fn step_completion(
    setting: &Setting<'_>,
    confirmed: Quantity,
    open: Option<Quantity>,
    unchecked_share: Quantity,
) -> BigRational {
    let confirmed = setting.steps_done(confirmed);
    let claimed = open.map_or(0, |value| setting.steps_done(value));
    let (mut done, mut whole) = (0_i128, 0_i128);
    for (index, step) in setting.steps.iter().enumerate() {
        let weight = i128::from(step.weight.scaled());
        whole += weight * i128::from(SCALE);
        if index < confirmed {
            done += weight * i128::from(SCALE);
        } else if index < claimed {
            done += weight * i128::from(unchecked_share.scaled());
        }
    }
    ratio(done, whole)
}

/// e: the share of the pledge's own span due at the end of a date, in working days, held between
/// the campaign's floor and 1; 1 from the pledge's date on.
pub fn expected(calendar: &Calendar, rules: &Rules, due: NaiveDate, on: NaiveDate) -> BigRational {
    if on >= due {
        return BigRational::one();
    }
    let whole = i128::from(calendar.working_days(calendar.start(), due));
    let passed = i128::from(calendar.working_days(calendar.start(), on));
    let floor = i128::from(rules.expected_floor.scaled());
    if whole == 0 || passed * i128::from(SCALE) < floor * whole {
        ratio(floor, i128::from(SCALE))
    } else {
        ratio(passed, whole)
    }
}

/// p = c / e, held in 0…1. Where nothing is expected, anything done is all that could be asked.
pub fn pace(completion: &BigRational, expected: &BigRational) -> BigRational {
    if completion.is_zero() {
        BigRational::zero()
    } else if completion >= expected {
        BigRational::one()
    } else {
        divide(completion, expected)
    }
}
