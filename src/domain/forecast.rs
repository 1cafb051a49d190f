//! How far a pledge will have come by its date if it goes on as it goes now. Shown, never scored.
//!
//! The slope is that of Theil and Sen: the median of the slopes between every two of the line's
//! weekly points. Officials type a figure ten times too large now and then, put it right a week
//! later, or let figures lie and bring them in leaps; a least-squares line would follow each such
//! figure, a median does not move until more than a quarter of the points are wrong. Its
//! uncertainty comes from the same slopes: their quartiles, drawn to the date, are the band that is
//! shown. Days are working days, as everywhere in the score. With points of fewer than three weeks
//! there is no slope to speak of: the pace since the start is then said, and that it is not enough.
//!
//! Everything is exact: slopes are fractions of integers, compared by their cross products.

use chrono::NaiveDate;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::calendar::Calendar;
use super::campaign::Campaign;
use super::line::{Direction, LineState, Point, Setting, Value};
use super::quantity::Quantity;
use super::scoring::{completion, ratio};

#[cfg(test)]
mod tests;

/// Weeks with a point below which there is no slope.
const ENOUGH: usize = 3;
/// Points of so many weeks are looked at, the newest.
const WEEKS: usize = 8;

/// What is known of a pledge's future.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outlook {
    /// Reports are owed and none has ever come: there is nothing to go by.
    Unreported,
    /// How far it will have come.
    Forecast(Forecast),
}

/// How far a pledge will have come by its date, as shares of the way from the baseline to the
/// target; 1 is the target, and there may be more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// The date.
    pub due: NaiveDate,
    /// What is to be expected.
    pub share: BigRational,
    /// From where to where it may well come; none where there are too few points to say.
    pub band: Option<(BigRational, BigRational)>,
}

impl Forecast {
    /// Whether the pledge is missed if it goes on so.
    pub fn misses(&self) -> bool {
        self.share < BigRational::from_integer(1.into())
    }
}

/// The outlook of a line on a date: of a pledge that is neither done nor past its date, and where
/// there is a way to go. Steps and levels to maintain have an outlook only while nothing was ever
/// reported.
pub fn outlook(
    campaign: &Campaign,
    setting: &Setting<'_>,
    work: &LineState,
    on: NaiveDate,
) -> Option<Outlook> {
    let pledge = work.active.as_ref()?;
    if pledge.due < on || work.is_complete(setting) {
        return None;
    }
    let calendar = campaign.calendar();
    if work.entries == 0 {
        let owed = calendar.week_of(on).is_some_and(|week| week > pledge.approved_in);
        return owed.then_some(Outlook::Unreported);
    }
    if !setting.indicator.kind.goes_a_way() {
        return None;
    }
    let way = Way {
        direction: setting.direction(pledge.target),
        baseline: setting.baseline,
        target: pledge.target,
        due: pledge.due,
    };
    let points = work.trail.points(setting.baseline);
    project(calendar, &way, &points, on).map(Outlook::Forecast)
}

/// A way to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// Which way is better.
    pub direction: Direction,
    /// From where.
    pub baseline: Quantity,
    /// To where.
    pub target: Quantity,
    /// By when.
    pub due: NaiveDate,
}

/// How far the way will have been gone by its date. The order of the points does not matter. None
/// before the first working day, and where the target does not lie beyond the baseline.
pub fn project(
    calendar: &Calendar,
    way: &Way,
    points: &[Point],
    on: NaiveDate,
) -> Option<Forecast> {
    if way.span() <= 0 {
        return None;
    }
    let weekly = weekly(calendar, points);
    let day = |date| i128::from(calendar.working_days(calendar.start(), date));
    let spots: Vec<Spot> = weekly
        .iter()
        .map(|point| Spot { day: day(point.on), value: point.value.scaled().into() })
        .collect();
    let now = weekly.last().map_or(way.baseline, |point| point.value);
    let now = completion(way.direction, way.baseline, way.target, Value::from(now));
    let slopes = slopes(&spots);
    if weekly.len() < ENOUGH || slopes.is_empty() {
        let passed = calendar.share_due(way.due, on);
        let share = (!passed.is_zero()).then(|| now / passed)?;
        return Some(Forecast { due: way.due, share, band: None });
    }
    let newest = spots.last().map_or(0, |spot| spot.day);
    let ahead = (day(way.due) - newest).max(0);
    let middle = median(&slopes);
    let stands = standing(&spots, middle, newest);
    let share = |slope: Slope| way.share(stands, slope, ahead, &now);
    let quarter = (slopes.len() - 1) / 4;
    let ends = [share(slopes[quarter]), share(slopes[slopes.len() - 1 - quarter])];
    let share = share(middle);
    let [low, high] = ends;
    // On the way down the steeper slope is the smaller number.
    let band = Some(if low <= high { (low, high) } else { (high, low) });
    Some(Forecast { due: way.due, share, band })
}

/// The newest point of each of the newest weeks, oldest first.
fn weekly(calendar: &Calendar, points: &[Point]) -> Vec<Point> {
    let mut sorted = points.to_vec();
    sorted.sort_unstable_by_key(|point| (point.on, point.entry));
    let mut weekly: Vec<Point> = Vec::with_capacity(sorted.len());
    for point in sorted {
        // What comes after the last week is a week of its own.
        let week = calendar.week_of(point.on);
        match weekly.last_mut() {
            Some(last) if calendar.week_of(last.on) == week => *last = point,
            _ => weekly.push(point),
        }
    }
    let older = weekly.len().saturating_sub(WEEKS);
    weekly.drain(..older);
    weekly
}

/// A point in numbers: the working day, and millionths.
#[derive(Debug, Clone, Copy)]
struct Spot {
    day: i128,
    value: i128,
}

/// Millionths per working day, as a fraction over a denominator above zero. Values have 63 bits
/// and days 12, so that no product below comes near 127.
#[derive(Debug, Clone, Copy)]
struct Slope {
    rise: i128,
    run: i128,
}

/// The slopes between every two points of different days, least first.
fn slopes(spots: &[Spot]) -> Vec<Slope> {
    let mut slopes = Vec::with_capacity(spots.len() * spots.len() / 2);
    for (at, from) in spots.iter().enumerate() {
        for to in &spots[at + 1..] {
            let run = to.day - from.day;
            if run > 0 {
                slopes.push(Slope { rise: to.value - from.value, run });
            }
        }
    }
    slopes.sort_by(|a, b| (a.rise * b.run).cmp(&(b.rise * a.run)));
    slopes
}

/// The middle one, or half-way between the middle two.
fn median(slopes: &[Slope]) -> Slope {
    let upper = slopes[slopes.len() / 2];
    let lower = slopes[(slopes.len() - 1) / 2];
    if slopes.len() % 2 == 1 {
        return upper;
    }
    Slope { rise: lower.rise * upper.run + upper.rise * lower.run, run: 2 * lower.run * upper.run }
}

/// Where the median line stands on a day, in millionths over twice the slope's run: the middle of
/// where the points would put it.
fn standing(spots: &[Spot], slope: Slope, day: i128) -> (i128, i128) {
    let mut at: Vec<i128> =
        spots.iter().map(|spot| spot.value * slope.run + slope.rise * (day - spot.day)).collect();
    at.sort_unstable();
    let (lower, upper) = (at[(at.len() - 1) / 2], at[at.len() / 2]);
    (lower + upper, 2 * slope.run)
}

impl Way {
    /// From the baseline to the target in millionths, in the direction of the way.
    fn span(&self) -> i128 {
        self.forward(self.target.scaled().into()) - self.forward(self.baseline.scaled().into())
    }

    fn forward(&self, value: i128) -> i128 {
        match self.direction {
            Direction::Up => value,
            Direction::Down => -value,
        }
    }

    /// The share gone after so many more days on a slope. What goes forward does not fall behind
    /// what is reached; nothing is less than nothing.
    fn share(
        &self,
        (stands, of): (i128, i128),
        slope: Slope,
        ahead: i128,
        now: &BigRational,
    ) -> BigRational {
        let (stands, rise) = (self.forward(stands), self.forward(slope.rise));
        let base = self.forward(self.baseline.scaled().into());
        let stood = ratio(stands - base * of, of * self.span());
        let gained = ratio(rise * ahead, slope.run * self.span());
        let share = stood + gained;
        if rise >= 0 && &share < now {
            return now.clone();
        }
        if share.is_negative() { BigRational::zero() } else { share }
    }
}
