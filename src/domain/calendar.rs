//! Campaign time: days, working days, weeks and the rhythm of a week.
//!
//! Everything is computed from the campaign's dates, its own time zone and its list of holidays;
//! nothing here asks what time it is. A week runs from Monday to Sunday, and week 1 holds day 1.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;
use num_rational::BigRational;
use num_traits::{One, Zero};
use serde::{Deserialize, Serialize};
use thiserror::Error;

mod dates;
mod rhythm;
mod zone;

pub use dates::{DateError, format_vi_date, parse_vi_date};
pub use rhythm::{QuietHours, Rhythm, RhythmError, WeekTime};

/// A week of the campaign, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Week(pub u32);

/// The days of one campaign and what is due on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    start: NaiveDate,
    end: NaiveDate,
    days: u32,
    tz: Tz,
    rhythm: Rhythm,
    /// Days from Monday to Friday on which nobody works.
    free: BTreeSet<NaiveDate>,
    /// Saturdays and Sundays on which everybody works (làm bù).
    makeup: BTreeSet<NaiveDate>,
}

/// Why a campaign's dates make no calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CalendarError {
    /// A campaign lasts from one day to [`LONGEST`] days.
    #[error("a campaign of {0} days")]
    Days(u32),
    /// The first day is outside the years 1900 to 9000.
    #[error("a campaign that begins on {0}")]
    Start(NaiveDate),
    /// The times of the week contradict each other.
    #[error(transparent)]
    Rhythm(#[from] RhythmError),
}

/// The longest campaign, ten years: long enough for any, short enough to catch a typing error.
pub const LONGEST: u32 = 3660;

/// The last days of a campaign are its sprint (nước rút).
pub const SPRINT_DAYS: u32 = 14;

/// The public table stands still for the last days of a campaign, unless its rules say otherwise.
pub const FREEZE_DAYS: u32 = 7;

impl Calendar {
    /// The calendar of a campaign of `days` days from `start`.
    ///
    /// `holidays` and `makeup` are the campaign's own editable list; a date in both is worked, and
    /// a holiday on a weekend or a swapped day within the week changes nothing.
    pub fn new(
        start: NaiveDate,
        days: u32,
        tz: Tz,
        rhythm: Rhythm,
        holidays: impl IntoIterator<Item = NaiveDate>,
        makeup: impl IntoIterator<Item = NaiveDate>,
    ) -> Result<Self, CalendarError> {
        if !(1..=LONGEST).contains(&days) {
            return Err(CalendarError::Days(days));
        }
        if !(1900..=9000).contains(&start.year()) {
            return Err(CalendarError::Start(start));
        }
        rhythm.check()?;
        let worked: BTreeSet<NaiveDate> = makeup.into_iter().collect();
        let free = holidays.into_iter().filter(|date| !is_weekend(*date) && !worked.contains(date));
        Ok(Self {
            start,
            end: plus(start, i64::from(days) - 1),
            days,
            tz,
            rhythm,
            free: free.collect(),
            makeup: worked.into_iter().filter(|date| is_weekend(*date)).collect(),
        })
    }

    /// Day 1.
    pub fn start(&self) -> NaiveDate {
        self.start
    }

    /// The last day.
    pub fn end(&self) -> NaiveDate {
        self.end
    }

    /// How many days the campaign lasts.
    pub fn days(&self) -> u32 {
        self.days
    }

    /// The campaign's time zone.
    pub fn tz(&self) -> Tz {
        self.tz
    }

    /// The times of its week.
    pub fn rhythm(&self) -> &Rhythm {
        &self.rhythm
    }

    /// The number of a date, 1 for the first day; zero and below before it, above
    /// [`Self::days`] after the end.
    pub fn day_number(&self, date: NaiveDate) -> i64 {
        (date - self.start).num_days() + 1
    }

    /// The date with that number.
    pub fn date_of_day(&self, number: i64) -> NaiveDate {
        plus(self.start, number.saturating_sub(1))
    }

    /// Whether the date is one of the campaign's days.
    pub fn contains(&self, date: NaiveDate) -> bool {
        (self.start..=self.end).contains(&date)
    }

    /// The date in the campaign's zone.
    pub fn date_at(&self, instant: DateTime<Utc>) -> NaiveDate {
        instant.with_timezone(&self.tz).date_naive()
    }

    /// The instant of a wall-clock time in the campaign's zone. Where summer time shows it twice,
    /// the first; where it is skipped, the end of the gap.
    pub fn instant(&self, date: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
        zone::instant(self.tz, date.and_time(time))
    }

    /// Whether the offices work on that date.
    pub fn is_working(&self, date: NaiveDate) -> bool {
        if is_weekend(date) { self.makeup.contains(&date) } else { !self.free.contains(&date) }
    }

    /// The working days from one date to another, both included; none if they are swapped.
    ///
    /// A table asks for this tens of thousands of times, hence arithmetic and not a walk.
    pub fn working_days(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        if from > to {
            return 0;
        }
        let first = i32::from(!is_weekend(from));
        let weekdays = weekdays_until(to) - weekdays_until(from) + first;
        let made_up = self.makeup.range(from..=to).count();
        let free = self.free.range(from..=to).count();
        // Every free day is one of the weekdays counted, so that this is never below zero.
        u32::try_from(weekdays).unwrap_or(0) + count(made_up) - count(free)
    }

    /// The newest working day before that date.
    pub fn previous_working_day(&self, date: NaiveDate) -> NaiveDate {
        backwards(date).skip(1).find(|day| self.is_working(*day)).unwrap_or(NaiveDate::MIN)
    }

    /// The n-th working day after that date; the date itself for n = 0.
    pub fn nth_working_day_after(&self, date: NaiveDate, n: u32) -> NaiveDate {
        let Some(skipped) = n.checked_sub(1) else { return date };
        let mut working = forwards(date).skip(1).filter(|day| self.is_working(*day));
        working.nth(skipped as usize).unwrap_or(NaiveDate::MAX)
    }

    /// The last working day of the date's month, when the monthly brief is due.
    pub fn last_working_day_of_month(&self, date: NaiveDate) -> NaiveDate {
        let last = last_of_month(date);
        if self.is_working(last) { last } else { self.previous_working_day(last) }
    }

    /// The share of a pledge's own span that has passed at the end of `on`: working days from the
    /// start to `on` / working days from the start to `due`, in 0…1, and 1 from `due` on.
    pub fn share_due(&self, due: NaiveDate, on: NaiveDate) -> BigRational {
        if on >= due {
            return BigRational::one();
        }
        let whole = self.working_days(self.start, due);
        if whole == 0 {
            return BigRational::zero();
        }
        BigRational::new(self.working_days(self.start, on).into(), whole.into())
    }

    /// What is expected of a pledge: [`Self::share_due`] held in 0,10…1, so that the first days
    /// neither divide by nothing nor make heroes (rule 2 of the score).
    pub fn expected(&self, due: NaiveDate, on: NaiveDate) -> BigRational {
        self.share_due(due, on).max(BigRational::new(1.into(), 10.into()))
    }

    /// The day of the interim review (sơ kết), half way: day 45 of 90; 46 of 91.
    pub fn midpoint(&self) -> NaiveDate {
        self.date_of_day(i64::from(self.days.div_ceil(2)))
    }

    /// The first of the last `days` days; day 1 if the campaign is shorter.
    pub fn first_of_last(&self, days: u32) -> NaiveDate {
        plus(self.end, 1 - i64::from(days)).max(self.start)
    }

    /// The first day of the sprint.
    pub fn sprint_start(&self) -> NaiveDate {
        self.first_of_last(SPRINT_DAYS)
    }

    /// The first day on which the public table is frozen, by the usual rules.
    pub fn freeze_start(&self) -> NaiveDate {
        self.first_of_last(FREEZE_DAYS)
    }
}

/// Weeks and what happens in them.
impl Calendar {
    /// How many weeks the campaign has; the last one holds the last day.
    pub fn weeks(&self) -> u32 {
        u32::try_from((self.end - self.first_monday()).num_days() / 7 + 1).unwrap_or(1)
    }

    /// All weeks, first to last.
    pub fn all_weeks(&self) -> impl DoubleEndedIterator<Item = Week> + use<> {
        (1..=self.weeks()).map(Week)
    }

    /// The campaign's week that holds the date; `None` before the first and after the last.
    pub fn week_of(&self, date: NaiveDate) -> Option<Week> {
        let days = (date - self.first_monday()).num_days();
        let number = u32::try_from(days.div_euclid(7) + 1).ok()?;
        (1..=self.weeks()).contains(&number).then_some(Week(number))
    }

    /// The campaign's week at that instant.
    pub fn week_at(&self, instant: DateTime<Utc>) -> Option<Week> {
        self.week_of(self.date_at(instant))
    }

    /// The Monday of the week; for week 1 it may be before day 1.
    pub fn week_monday(&self, week: Week) -> NaiveDate {
        plus(self.first_monday(), (i64::from(week.0) - 1) * 7)
    }

    /// When reports for the week begin to count: Monday 00:00.
    pub fn report_opens(&self, week: Week) -> DateTime<Utc> {
        self.instant(self.week_monday(week), NaiveTime::MIN)
    }

    /// When reports for the week cease to be on time: Friday 17:00, holiday or not.
    pub fn report_closes(&self, week: Week) -> DateTime<Utc> {
        self.in_week(week, self.rhythm.report_closes)
    }

    /// Until when a late report counts half: the same time on the second working day after.
    pub fn grace_closes(&self, week: Week) -> DateTime<Utc> {
        let closes = self.rhythm.report_closes;
        let friday = closes.date_in(self.week_monday(week));
        self.instant(self.nth_working_day_after(friday, self.rhythm.grace_days), closes.time)
    }

    /// When verification for the week ends: Sunday 17:00.
    pub fn verification_closes(&self, week: Week) -> DateTime<Utc> {
        self.in_week(week, self.rhythm.verification_closes)
    }

    /// The instant as of which the week's snapshot is computed: Sunday 18:00.
    pub fn closing(&self, week: Week) -> DateTime<Utc> {
        self.in_week(week, self.rhythm.closing)
    }

    /// When leaders have the week's ranking: Monday 06:30 after it.
    pub fn ranking_due(&self, week: Week) -> DateTime<Utc> {
        self.after_week(week, self.rhythm.ranking_due)
    }

    /// When the groups get the week's public post: Monday 07:30 after it.
    pub fn public_post(&self, week: Week) -> DateTime<Utc> {
        self.after_week(week, self.rhythm.public_post)
    }

    /// When those who still owe the week's report are nudged: Thursday 15:00 and Friday 08:00.
    ///
    /// A nudge that falls on a day without work moves to the working day before. In a week that
    /// begins with holidays this can lead out of the week; there is nothing to report yet, and
    /// the nudge is dropped.
    pub fn nudges(&self, week: Week) -> Vec<DateTime<Utc>> {
        let monday = self.week_monday(week);
        let working = |date| {
            if self.is_working(date) { date } else { self.previous_working_day(date) }
        };
        let mut nudges: Vec<_> = self
            .rhythm
            .nudges
            .iter()
            .map(|nudge| (working(nudge.date_in(monday)), nudge.time))
            .filter(|(date, _)| *date >= monday)
            .map(|(date, time)| self.instant(date, time))
            .collect();
        nudges.sort_unstable();
        nudges
    }

    /// The newest week that is closed at that instant, its closing instant included.
    pub fn last_closed(&self, instant: DateTime<Utc>) -> Option<Week> {
        self.all_weeks().rev().find(|week| self.closing(*week) <= instant)
    }

    /// The week that counts what is true at that instant: the first not yet closed; `None` once
    /// all are.
    pub fn open_week(&self, instant: DateTime<Utc>) -> Option<Week> {
        self.all_weeks().find(|week| self.closing(*week) > instant)
    }

    /// Whether nobody may be disturbed at that instant.
    pub fn is_quiet(&self, instant: DateTime<Utc>, quiet: QuietHours) -> bool {
        quiet.holds(instant.with_timezone(&self.tz).time())
    }

    /// The instant itself, or the end of the quiet hours that it falls in.
    pub fn next_awake(&self, instant: DateTime<Utc>, quiet: QuietHours) -> DateTime<Utc> {
        let local = instant.with_timezone(&self.tz).naive_local();
        if !quiet.holds(local.time()) {
            return instant;
        }
        let past_midnight = local.time() < quiet.to;
        let date = if past_midnight { local.date() } else { plus(local.date(), 1) };
        self.instant(date, quiet.to).max(instant)
    }

    fn first_monday(&self) -> NaiveDate {
        monday_of(self.start)
    }

    fn in_week(&self, week: Week, at: WeekTime) -> DateTime<Utc> {
        self.instant(at.date_in(self.week_monday(week)), at.time)
    }

    fn after_week(&self, week: Week, at: WeekTime) -> DateTime<Utc> {
        self.instant(at.date_in(plus(self.week_monday(week), 7)), at.time)
    }
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

fn monday_of(date: NaiveDate) -> NaiveDate {
    plus(date, -i64::from(date.weekday().num_days_from_monday()))
}

/// The days from Monday to Friday since the year 1, which began on a Monday.
fn weekdays_until(date: NaiveDate) -> i32 {
    let days = date.num_days_from_ce();
    days.div_euclid(7) * 5 + days.rem_euclid(7).min(5)
}

/// A holiday list has no more entries than a campaign has days.
fn count(dates: usize) -> u32 {
    u32::try_from(dates).unwrap_or(u32::MAX)
}

/// A date some days later, or earlier if negative; held at the ends of what dates there are.
fn plus(date: NaiveDate, days: i64) -> NaiveDate {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 {
        date.checked_sub_days(distance).unwrap_or(NaiveDate::MIN)
    } else {
        date.checked_add_days(distance).unwrap_or(NaiveDate::MAX)
    }
}

fn forwards(from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(from), NaiveDate::succ_opt)
}

fn backwards(from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(from), NaiveDate::pred_opt)
}

fn last_of_month(date: NaiveDate) -> NaiveDate {
    forwards(date).take_while(|day| day.month() == date.month()).last().unwrap_or(date)
}

#[cfg(test)]
mod tests;
