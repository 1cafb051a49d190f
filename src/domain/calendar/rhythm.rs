//! The times of a campaign's week; campaign data with the usual times as defaults.

use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A time of day on a day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekTime {
    /// The day, `Mon` to `Sun`.
    pub day: Weekday,
    /// The wall-clock time in the campaign's zone.
    pub time: NaiveTime,
}

impl WeekTime {
    /// That day of the week that begins on `monday`.
    pub(super) fn date_in(self, monday: NaiveDate) -> NaiveDate {
        let days = Days::new(self.day.num_days_from_monday().into());
        monday.checked_add_days(days).unwrap_or(NaiveDate::MAX)
    }

    fn in_order(self) -> (u32, NaiveTime) {
        (self.day.num_days_from_monday(), self.time)
    }
}

/// The hours in which nobody is disturbed, across midnight if `from` is later than `to`.
///
/// Equal ends mean that there are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietHours {
    /// The first quiet moment.
    pub from: NaiveTime,
    /// The first moment that is not quiet again.
    pub to: NaiveTime,
}

impl QuietHours {
    /// Whether a time of day is quiet.
    pub(super) fn holds(self, time: NaiveTime) -> bool {
        if self.from <= self.to {
            (self.from..self.to).contains(&time)
        } else {
            time >= self.from || time < self.to
        }
    }
}

impl Default for QuietHours {
    /// 21:00 to 06:30.
    fn default() -> Self {
        Self { from: time(21, 0), to: time(6, 30) }
    }
}

/// When things happen in a week of the campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rhythm {
    /// When those who still owe a report are nudged.
    pub nudges: Vec<WeekTime>,
    /// When reports cease to be on time.
    pub report_closes: WeekTime,
    /// How many working days after that a report still counts half.
    pub grace_days: u32,
    /// How many working days before its date somebody is reminded of an answer or a task.
    pub remind_days: u32,
    /// How many working days after its date what is late goes to the unit's head.
    pub head_days: u32,
    /// How many working days after its date what is late goes to the campaign office.
    pub office_days: u32,
    /// How many working days after its date what is late goes to the leaders.
    pub leader_days: u32,
    /// When verification ends.
    pub verification_closes: WeekTime,
    /// The instant of the snapshot.
    pub closing: WeekTime,
    /// When leaders have the ranking, in the week after.
    pub ranking_due: WeekTime,
    /// When the groups have the public post, in the week after.
    pub public_post: WeekTime,
    /// When nobody is disturbed.
    pub quiet: QuietHours,
}

impl Default for Rhythm {
    fn default() -> Self {
        let at = |day, hour, minute| WeekTime { day, time: time(hour, minute) };
        Self {
            nudges: vec![at(Weekday::Thu, 15, 0), at(Weekday::Fri, 8, 0)],
            report_closes: at(Weekday::Fri, 17, 0),
            grace_days: 2,
            remind_days: 1,
            head_days: 1,
            office_days: 3,
            leader_days: 5,
            verification_closes: at(Weekday::Sun, 17, 0),
            closing: at(Weekday::Sun, 18, 0),
            ranking_due: at(Weekday::Mon, 6, 30),
            public_post: at(Weekday::Mon, 7, 30),
            quiet: QuietHours::default(),
        }
    }
}

/// Why the times of a week contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RhythmError {
    /// The steps of a week come in this order: nudges, reports close, verification closes,
    /// snapshot.
    #[error("the steps of the week are not in order: nudge, report, verification, closing")]
    Order,
    /// More days of grace than a month has.
    #[error("{0} days of grace")]
    Grace(u32),
}

impl Rhythm {
    /// Whether every step of a week comes no earlier than the one it waits for.
    pub(super) fn check(&self) -> Result<(), RhythmError> {
        let steps = [self.report_closes, self.verification_closes, self.closing];
        let ordered = steps.map(WeekTime::in_order).is_sorted();
        let nudged = |nudge: &WeekTime| nudge.in_order() <= self.report_closes.in_order();
        if !ordered || !self.nudges.iter().all(nudged) {
            return Err(RhythmError::Order);
        }
        if self.grace_days > 31 {
            return Err(RhythmError::Grace(self.grace_days));
        }
        Ok(())
    }
}

/// Hours below 24 and minutes below 60 always form a time.
fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or(NaiveTime::MIN)
}
