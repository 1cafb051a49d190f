//! How many weeks in a row a unit has reported on time.

use chrono::NaiveDate;

use super::GRACE_DAYS;
use crate::domain::calendar::Week;
use crate::domain::campaign::Campaign;
use crate::domain::line::Timing;
use crate::domain::unit::UnitState;

/// A run of weeks with every report on time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Streak {
    /// The weeks of the run, oldest first: those in which something was due and all came on time.
    pub weeks: Vec<Week>,
    /// The week that was forgiven last.
    pub forgiven: Option<Week>,
    /// The week in which an earlier run ended.
    pub ended: Option<Week>,
}

impl Streak {
    /// How long the run is.
    pub fn length(&self) -> u32 {
        u32::try_from(self.weeks.len()).unwrap_or(u32::MAX)
    }
}

/// The run that stands at the closing of a week.
///
/// A week in which nothing was due, or from which the office excused the unit, is passed over:
/// it neither adds nor ends. So is one whose Friday is a holiday, unless the reports came all the
/// same. Otherwise a report that was not on time ends the run; once in 30 days it is forgiven and
/// the week passed over.
pub fn streak(campaign: &Campaign, state: &UnitState, until: Week) -> Streak {
    let calendar = campaign.calendar();
    let mut found = Streak::default();
    let mut forgiven_on: Option<NaiveDate> = None;
    for week in (1..=until.0.min(calendar.weeks())).map(Week) {
        if state.excused.contains(&week) {
            continue;
        }
        let owed = state.lines.values().map(|line| line.week(week)).filter(|record| record.owed);
        let (mut due, mut on_time) = (0_u32, 0_u32);
        for record in owed {
            due += 1;
            on_time += u32::from(record.report == Timing::OnTime);
        }
        if due == 0 {
            continue;
        }
        if due == on_time {
            found.weeks.push(week);
            continue;
        }
        let friday = calendar.date_at(calendar.report_closes(week));
        if found.weeks.is_empty() || !calendar.is_working(friday) {
            continue;
        }
        if forgiven_on.is_none_or(|before| (friday - before).num_days() >= GRACE_DAYS) {
            forgiven_on = Some(friday);
            found.forgiven = Some(week);
        } else {
            found.weeks.clear();
            found.ended = Some(week);
        }
    }
    found
}
