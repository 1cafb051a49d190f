//! Who owes what: this week's reports, and pledges whose date is near or past (`domain.md` §6).

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::calendar::Calendar;
use super::campaign::{Campaign, Unit};
use super::ids::{IndicatorCode, Number};
use super::scoring::lines_of;
use super::unit::UnitState;

#[cfg(test)]
mod tests;

/// A rung of the ladder of reminders about one pledge's date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rung {
    /// To the unit, so many days before the date.
    Before(u32),
    /// To the unit, on the date.
    OnTheDay,
    /// To the unit, so many days after the date.
    After(u32),
    /// To the unit's head.
    Head,
    /// To the campaign office.
    Office,
    /// To the leaders.
    Leaders,
}

/// A pledge to remind of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// On what.
    pub indicator: IndicatorCode,
    /// The pledge.
    pub pledge: Option<Number>,
    /// Its date.
    pub due: NaiveDate,
    /// How far it has come.
    pub rung: Rung,
}

/// The days whose rungs are told at once: usually one, more where the program was down, so that a
/// rung is told late rather than never.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The last day already told.
    pub after: NaiveDate,
    /// The day of telling.
    pub on: NaiveDate,
}

impl Window {
    /// The days, earliest first.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.after.iter_days().skip(1).take_while(move |day| *day <= self.on)
    }

    /// Whether a day is one of them.
    pub fn holds(self, day: NaiveDate) -> bool {
        day > self.after && day <= self.on
    }
}

/// The ladder, with the days from the pledge's date. The head hears five days after it, the
/// office seven, the leaders nine: two days after the rung below each.
const LADDER: [(i64, Rung); 9] = [
    (-7, Rung::Before(7)),
    (-3, Rung::Before(3)),
    (-1, Rung::Before(1)),
    (0, Rung::OnTheDay),
    (1, Rung::After(1)),
    (3, Rung::After(3)),
    (5, Rung::Head),
    (7, Rung::Office),
    (9, Rung::Leaders),
];

/// The indicators on which a unit still owes the report of the week it is in: a report is owed as
/// things stand, and nothing has been entered since Monday. Nobody owes anything outside the
/// campaign's weeks or in an excused week. The state must have been advanced to `now`.
pub fn owed(
    campaign: &Campaign,
    unit: &Unit,
    state: &UnitState,
    now: DateTime<Utc>,
) -> Vec<IndicatorCode> {
    let Some(week) = campaign.calendar().week_at(now).filter(|week| !state.excused.contains(week))
    else {
        return Vec::new();
    };
    lines_of(campaign, unit, state)
        .into_iter()
        .filter(|line| {
            line.state
                .is_some_and(|state| state.owes(&line.setting, week) && !state.week(week).entered)
        })
        .map(|line| line.setting.indicator.code.clone())
        .collect()
}

/// The pledges of a unit to remind of, once for each rung that falls on one of the window's days:
/// not done, and once the date is past only those whose last value is short of the target. What is
/// open is open on the window's last day, whichever day the rung fell on.
pub fn deadlines(
    campaign: &Campaign,
    unit: &Unit,
    state: &UnitState,
    window: Window,
) -> Vec<Deadline> {
    let mut found = Vec::new();
    for line in lines_of(campaign, unit, state) {
        let Some(work) = line.state else { continue };
        let Some(pledge) = &work.active else { continue };
        let open = if pledge.due < window.on {
            work.is_overdue(&line.setting, window.on)
        } else {
            !work.is_complete(&line.setting)
        };
        if !open {
            continue;
        }
        let rungs = window.days().filter_map(|day| rung(campaign.calendar(), pledge.due, day));
        found.extend(rungs.map(|rung| Deadline {
            indicator: line.setting.indicator.code.clone(),
            pledge: pledge.number,
            due: pledge.due,
            rung,
        }));
    }
    found
}

/// The rung that falls on a date, the highest if several do.
///
/// A rung on a day without work moves to the working day before; one after the pledge's date to
/// the working day after instead, so that nobody is called late before being late.
pub fn rung(calendar: &Calendar, due: NaiveDate, on: NaiveDate) -> Option<Rung> {
    LADDER.iter().rev().find_map(|&(days, rung)| {
        let nominal = shifted(due, days)?;
        let date = if calendar.is_working(nominal) {
            nominal
        } else if days > 0 {
            calendar.nth_working_day_after(nominal, 1)
        } else {
            calendar.previous_working_day(nominal)
        };
        (date == on).then_some(rung)
    })
}

fn shifted(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(distance) } else { date.checked_add_days(distance) }
}
