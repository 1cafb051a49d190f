//! Plausibility of a figure before it is recorded (`domain.md` §4): what the bot asks about first.

use super::campaign::Campaign;
use super::fact::Doubt;
use super::ids::{FactId, IndicatorCode, UnitCode};
use super::line::{Direction, LineState, Setting};
use super::quantity::{Quantity, SCALE};

#[cfg(test)]
mod tests;

/// What a new figure looks like beside what is known of its line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assessment {
    /// What to ask the author about before recording; empty for a plausible figure.
    pub doubts: Vec<Doubt>,
    /// The unchecked entry that it goes back behind: it is to be recorded as its correction.
    pub correction_of: Option<FactId>,
}

/// Assesses a new value of a line. Whether a digit was lost in reading it
/// ([`Doubt::Rounded`]) is known only to the one who read it.
pub fn assess(
    campaign: &Campaign,
    unit: &UnitCode,
    indicator: &IndicatorCode,
    line: Option<&LineState>,
    value: Quantity,
) -> Assessment {
    let Some(setting) = Setting::of(campaign, unit, indicator) else {
        return Assessment::default();
    };
    let pledged = line.and_then(|line| line.active.as_ref()).map(|pledge| pledge.target);
    let assigned = setting.assignment.and_then(|given| given.assigned);
    let target = if setting.is_stepwise() {
        i64::try_from(setting.steps.len()).ok().and_then(Quantity::from_integer)
    } else {
        pledged.or(assigned)
    };
    let direction = setting.direction(target.unwrap_or(setting.baseline));
    let last = line.map_or(setting.baseline, |line| line.last_value(&setting));
    let mut found = Assessment::default();
    if falls(direction, last, value) {
        found.doubts.push(Doubt::Fall);
        found.correction_of = line.and_then(LineState::open).map(|entry| entry.fact);
    }
    let Some(target) = target else { return found };
    // One step of two is no jump: steps are few by nature.
    if !setting.is_stepwise() {
        let span = distance(target, setting.baseline);
        if exceeds(distance(value, last), span, campaign.rules().jump_percent) {
            found.doubts.push(Doubt::Jump);
        }
    }
    // On the way down every value lies above the target.
    let upward = direction == Direction::Up && target > Quantity::ZERO;
    if upward
        && exceeds(value.scaled().into(), target.scaled().into(), campaign.rules().excess_percent)
    {
        found.doubts.push(Doubt::Excess);
    }
    found
}

fn falls(direction: Direction, last: Quantity, value: Quantity) -> bool {
    match direction {
        Direction::Up => value < last,
        Direction::Down => value > last,
    }
}

fn distance(a: Quantity, b: Quantity) -> i128 {
    (i128::from(a.scaled()) - i128::from(b.scaled())).abs()
}

/// Whether a part is more than so many percent of a whole.
fn exceeds(part: i128, whole: i128, percent: Quantity) -> bool {
    part * 100 * i128::from(SCALE) > whole * i128::from(percent.scaled())
}
