//! One indicator over all units to which it is assigned.

use std::cmp::Reverse;

use num_rational::BigRational;

use super::{IndicatorBrief, Ratios, Reached, SamePeriod, Units};
use crate::domain::campaign::{Indicator, IndicatorKind, Unit};
use crate::domain::collation;
use crate::domain::figure::{Figure, Fixed};
use crate::domain::ids::UnitCode;
use crate::domain::line::Value;
use crate::domain::quantity::{MeasureKind, Quantity};
use crate::domain::scoring::{LineView, completion, ratio, step_completion};

/// How many exemplary units are named.
const EXEMPLARS: usize = 4;

/// What has been added up of an indicator so far.
#[derive(Debug, Default)]
pub(super) struct Sums {
    units: u32,
    above: u32,
    actual: i128,
    reported: i128,
    assigned: Plan,
    city: Plan,
    council: Plan,
    same_period: Plan,
    /// Best first.
    exemplars: Vec<(Reverse<BigRational>, collation::Key, UnitCode)>,
    reached: Vec<Reached>,
}

/// A target and the actual of the units that have it.
#[derive(Debug, Clone, Copy, Default)]
struct Plan {
    actual: i128,
    target: i128,
}

impl Sums {
    /// Adds a unit to which the indicator is assigned; a unit that only works on it is not asked.
    pub(super) fn add(&mut self, unit: &Unit, line: &LineView<'_>, threshold: &BigRational) {
        let Some(given) = line.setting.assignment else { return };
        let actual =
            line.state.map_or(line.setting.baseline, |state| state.confirmed_value(&line.setting));
        let reported =
            line.state.map_or(line.setting.baseline, |state| state.last_value(&line.setting));
        self.units += 1;
        self.actual += i128::from(actual.scaled());
        self.reported += i128::from(reported.scaled());
        self.assigned.add(actual, given.assigned);
        self.city.add(actual, given.city);
        self.council.add(actual, given.council);
        self.same_period.add(actual, given.same_period);
        let achieved = achieved(line, actual);
        self.reached.push(Reached {
            unit: unit.code.clone(),
            name: unit.name.clone(),
            percent: achieved.as_ref().map(Fixed::rounded),
            above: achieved.as_ref().is_some_and(|achieved| achieved > threshold),
        });
        if let Some(achieved) = achieved
            && achieved > *threshold
        {
            self.above += 1;
            let one = (Reverse(achieved), collation::key(&unit.name), unit.code.clone());
            let at = self.exemplars.partition_point(|better| *better < one);
            if at < EXEMPLARS {
                self.exemplars.insert(at, one);
                self.exemplars.truncate(EXEMPLARS);
            }
        }
    }

    /// The indicator's part of the brief; `None` if it is assigned to nobody.
    pub(super) fn finish(
        mut self,
        indicator: &Indicator,
        threshold: Quantity,
    ) -> Option<IndicatorBrief> {
        if self.units == 0 {
            return None;
        }
        self.reached.sort_by_cached_key(|one| (collation::key(&one.name), one.unit.clone()));
        let shown = |sum: i128| {
            if is_averaged(indicator) {
                let mean = ratio(sum, i128::from(self.units) * SCALE);
                Figure::rounded(&mean)
            } else {
                Figure::from_millionths(sum)
            }
        };
        Some(IndicatorBrief {
            code: indicator.code.clone(),
            name: indicator.name.clone(),
            unit_of_measure: indicator.measure.label().to_owned(),
            actual: shown(self.actual),
            reported: shown(self.reported),
            ratio: Ratios {
                assigned: self.assigned.percent(),
                city: self.city.percent(),
                council: self.council.percent(),
            },
            same_period: self.same_period.percent().map(|ratio| SamePeriod {
                ratio,
                growth: Fixed::from_units(ratio.units() - HUNDRED_PERCENT),
            }),
            units: Units { total: self.units, above: self.above, threshold },
            exemplars: self.exemplars.into_iter().map(|(_, _, unit)| unit).collect(),
            reached: self.reached,
        })
    }
}

/// In units of the one decimal that ratios are shown with.
const HUNDRED_PERCENT: i128 = 1000;

const SCALE: i128 = crate::domain::quantity::SCALE as i128;

impl Plan {
    fn add(&mut self, actual: Quantity, target: Option<Quantity>) {
        if let Some(target) = target {
            self.actual += i128::from(actual.scaled());
            self.target += i128::from(target.scaled());
        }
    }

    /// The actual in percent of the target; of means it is the same as of sums.
    fn percent(self) -> Option<Fixed<1>> {
        (self.target != 0).then(|| Fixed::rounded(&ratio(self.actual * 100, self.target)))
    }
}

/// How far a unit has come in percent, on confirmed figures: of the assigned target where more is
/// better; of the way to it for what goes down; of the steps. `None` where there is no target to
/// speak of.
fn achieved(line: &LineView<'_>, actual: Quantity) -> Option<BigRational> {
    let setting = &line.setting;
    if setting.is_stepwise() {
        return Some(percent(&step_completion(setting, actual, None, Quantity::ZERO)));
    }
    let assigned = setting.assignment?.assigned?;
    if setting.indicator.kind == IndicatorKind::Decrease {
        let direction = setting.direction(assigned);
        let way = completion(direction, setting.baseline, assigned, Value::from(actual));
        return Some(percent(&way));
    }
    (assigned > Quantity::ZERO)
        .then(|| ratio(i128::from(actual.scaled()) * 100, assigned.scaled().into()))
}

fn percent(share: &BigRational) -> BigRational {
    share * BigRational::from_integer(100.into())
}

/// Whether units' figures of the indicator are averaged: percentages, scores and levels do not add
/// up.
fn is_averaged(indicator: &Indicator) -> bool {
    indicator.measure.kind() == MeasureKind::Percent
        || indicator.measure.label().to_lowercase().starts_with("điểm")
        || matches!(indicator.kind, IndicatorKind::Level | IndicatorKind::Maintain)
}
