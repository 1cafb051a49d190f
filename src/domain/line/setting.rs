//! What a line is measured against: its indicator, its baseline, its steps.

use num_rational::BigRational;

use crate::domain::campaign::{Assignment, Campaign, Indicator, IndicatorKind, Milestone};
use crate::domain::ids::{IndicatorCode, UnitCode};
use crate::domain::quantity::{Quantity, SCALE};

/// The part of the campaign's definition that one line is judged by.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// What was given to the unit; a unit may pledge on an indicator that was not.
    pub assignment: Option<&'a Assignment>,
    /// Where the unit stood at the start; zero without an assignment.
    pub baseline: Quantity,
    /// The steps of a milestone indicator, earliest first; empty for other kinds.
    pub steps: &'a [Milestone],
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

/// A value in steps of 10⁻¹², fine enough to hold a share of a quantity exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Value(i128);

impl<'a> Setting<'a> {
    /// The setting of a line; `None` where the campaign has no such indicator (any more).
    pub fn of(campaign: &'a Campaign, unit: &UnitCode, indicator: &IndicatorCode) -> Option<Self> {
        let assignment = campaign.assignment(unit, indicator);
        Some(Self::with(campaign, unit, campaign.indicator(indicator)?, assignment))
    }

    /// The setting of a line whose indicator and assignment are at hand.
    pub(crate) fn with(
        campaign: &'a Campaign,
        unit: &UnitCode,
        indicator: &'a Indicator,
        assignment: Option<&'a Assignment>,
    ) -> Self {
        let steps = match indicator.kind {
            IndicatorKind::Milestone => campaign.steps(unit, &indicator.code),
            _ => &[],
        };
        let baseline = match indicator.kind {
            // Steps are counted from none, whatever the workbook says.
            IndicatorKind::Milestone => Quantity::ZERO,
            _ => assignment.map_or(Quantity::ZERO, |given| given.baseline),
        };
        Self { indicator, assignment, baseline, steps }
    }

    /// Which way is better on the way to a target. A level moves towards its target, whichever
    /// side it starts from, and up where it starts there.
    pub fn direction(&self, target: Quantity) -> Direction {
        match self.indicator.kind {
            IndicatorKind::Decrease => Direction::Down,
            IndicatorKind::Level if target < self.baseline => Direction::Down,
            _ => Direction::Up,
        }
    }

    /// Whether a value is at the target or beyond; for milestones, whether every step is done.
    pub fn reaches(&self, value: Quantity, target: Quantity) -> bool {
        if self.is_stepwise() {
            return self.steps_done(value) == self.steps.len();
        }
        match self.direction(target) {
            Direction::Up => value >= target,
            Direction::Down => value <= target,
        }
    }

    /// How many steps an entry's value says are done: the first so many, whole ones only.
    pub fn steps_done(&self, value: Quantity) -> usize {
        let whole = value.scaled().div_euclid(SCALE).max(0);
        usize::try_from(whole).map_or(self.steps.len(), |done| done.min(self.steps.len()))
    }

    /// Whether it is a milestone indicator.
    pub fn is_stepwise(&self) -> bool {
        self.indicator.kind == IndicatorKind::Milestone
    }

    /// Whether it is a level to hold week after week.
    pub fn is_maintained(&self) -> bool {
        self.indicator.kind == IndicatorKind::Maintain
    }

    /// Whether a pledge can be done before the campaign is: a level to maintain cannot, and steps
    /// that nobody has written down cannot be confirmed.
    pub(crate) fn can_complete(&self) -> bool {
        match self.indicator.kind {
            IndicatorKind::Maintain => false,
            IndicatorKind::Milestone => !self.steps.is_empty(),
            _ => true,
        }
    }
}

impl Value {
    /// What is confirmed, and a share of the gain an unchecked value claims over it.
    pub fn counting(
        confirmed: Quantity,
        open: Option<Quantity>,
        direction: Direction,
        share: Quantity,
    ) -> Self {
        let whole = Self::from(confirmed);
        let Some(open) = open else { return whole };
        let change = i128::from(open.scaled()) - i128::from(confirmed.scaled());
        let improves = match direction {
            Direction::Up => change > 0,
            Direction::Down => change < 0,
        };
        if improves { Self(whole.0 + change * i128::from(share.scaled())) } else { whole }
    }

    /// The value in steps of 10⁻¹².
    pub fn trillionths(self) -> i128 {
        self.0
    }

    /// The exact fraction.
    pub fn to_rational(self) -> BigRational {
        BigRational::new(self.0.into(), (i128::from(SCALE) * i128::from(SCALE)).into())
    }
}

impl From<Quantity> for Value {
    fn from(quantity: Quantity) -> Self {
        Self(i128::from(quantity.scaled()) * i128::from(SCALE))
    }
}
