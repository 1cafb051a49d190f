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

/// The ladder, with the days from the pledge's date. The head hears five days after it, the
/// office seven: two days after the rung below each.
const LADDER: [(i64, Rung); 8] = [
    (-7, Rung::Before(7)),
    (-3, Rung::Before(3)),
    (-1, Rung::Before(1)),
    (0, Rung::OnTheDay),
    (1, Rung::After(1)),
    (3, Rung::After(3)),
    (5, Rung::Head),
    (7, Rung::Office),
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

/// The pledges of a unit to remind of on a date: those whose ladder has a rung there, not done,
/// and once the date is past only those whose last value is short of the target.
pub fn deadlines(
    campaign: &Campaign,
    unit: &Unit,
    state: &UnitState,
    on: NaiveDate,
) -> Vec<Deadline> {
    lines_of(campaign, unit, state)
        .into_iter()
        .filter_map(|line| {
            let work = line.state?;
            let pledge = work.active.as_ref()?;
            let rung = rung(campaign.calendar(), pledge.due, on)?;
            let past = pledge.due < on;
            let open = if past {
                work.is_overdue(&line.setting, on)
            } else {
                !work.is_complete(&line.setting)
            };
            open.then(|| Deadline {
                indicator: line.setting.indicator.code.clone(),
                pledge: pledge.number,
                due: pledge.due,
                rung,
            })
        })
        .collect()
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
