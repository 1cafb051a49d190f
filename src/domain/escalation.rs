//! The ladder that what is late climbs: from whoever owes it to the unit's head, the campaign
//! office and the leaders, each told once and only while it is still open.
//!
//! ```text
//!            before      on the day   + head      + office   + leaders     (working days)
//! answer     asked       asked        their head  office     leaders
//! directive  unit        unit         its head    office     leaders
//! report     (the nudges of its week) its head    office     leaders
//! to assign              office                   office     leaders
//! pledge     the ladder of its own in `reminder`, by calendar days
//! ```

use chrono::NaiveDate;

use super::calendar::{Calendar, Rhythm, Week};
use super::campaign::{Campaign, Unit};
use super::fact::Addressee;
use super::ids::{IndicatorCode, Number, UnitCode};
use super::line::{LineState, Timing};
use super::obstacle::Obstacle;
use super::reminder::{self, Rung, Window};
use super::scoring::lines_of;
use super::unit::UnitState;

#[cfg(test)]
mod tests;

/// No rung lies further from its date than this many working days, whatever a campaign says.
const FURTHEST: u32 = 60;

/// An obstacle is to be put to somebody by this many working days after it was raised.
const ASSIGN_WITHIN: u32 = 1;

/// A step of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Some working days before the date: a reminder.
    Before,
    /// On the date.
    OnTheDay,
    /// Late: to the head of whoever owes it.
    Head,
    /// Later: to the campaign office.
    Office,
    /// Later still: to the leaders.
    Leaders,
}

impl Step {
    /// All steps, lowest first.
    pub const ALL: [Self; 5] =
        [Self::Before, Self::OnTheDay, Self::Head, Self::Office, Self::Leaders];

    /// The day on which the step of a thing with that date falls. The job that climbs the ladder
    /// runs on working days: a date without work moves to the working day before.
    pub fn day(self, calendar: &Calendar, due: NaiveDate) -> NaiveDate {
        let rhythm: &Rhythm = calendar.rhythm();
        let after = |days: u32| calendar.nth_working_day_after(due, days.clamp(1, FURTHEST));
        match self {
            Self::Before => (0..rhythm.remind_days.min(FURTHEST))
                .fold(due, |day, _| calendar.previous_working_day(day)),
            Self::OnTheDay if calendar.is_working(due) => due,
            Self::OnTheDay => calendar.previous_working_day(due),
            Self::Head => after(rhythm.head_days),
            Self::Office => after(rhythm.office_days),
            Self::Leaders => after(rhythm.leader_days),
        }
    }
}

/// To whom a matter is brought.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Those who report for a unit.
    Reporters(UnitCode),
    /// Everyone who works in a unit, verifiers included.
    Workers(UnitCode),
    /// A unit's head; everyone who works there where it has none.
    Head(UnitCode),
    /// The campaign office.
    Office,
    /// The leaders.
    Leaders,
}

/// What is due or late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// A pledge.
    Pledge {
        /// On what.
        indicator: IndicatorCode,
    },
    /// A week's report.
    Report {
        /// On what.
        indicator: IndicatorCode,
        /// Of which week.
        week: Week,
    },
    /// The answer to an obstacle.
    Answer {
        /// The number people know the obstacle by.
        number: Option<Number>,
        /// What it is.
        text: String,
        /// Who is asked.
        asked: Addressee,
    },
    /// An obstacle that is put to nobody yet.
    Assign {
        /// The number people know the obstacle by.
        number: Option<Number>,
        /// What it is.
        text: String,
    },
    /// A directive.
    Directive {
        /// The number people know it by.
        number: Option<Number>,
        /// What it is.
        text: String,
    },
}

/// A matter brought to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// To whom.
    pub to: Audience,
    /// Whose pledge, report, obstacle or directive it is.
    pub unit: UnitCode,
    /// By when it was to be done.
    pub due: NaiveDate,
    /// What.
    pub matter: Matter,
}

/// The calls of a campaign in one window, unit by unit.
#[derive(Debug)]
pub struct Round<'a> {
    campaign: &'a Campaign,
    window: Window,
    /// The weeks whose reports climb a step in the window, which is the same for all units.
    weeks: Vec<(Week, NaiveDate, Step)>,
}

impl<'a> Round<'a> {
    /// The round of a window.
    pub fn new(campaign: &'a Campaign, window: Window) -> Self {
        let calendar = campaign.calendar();
        let weeks = calendar.all_weeks().flat_map(|week| {
            let due = calendar.date_at(calendar.report_closes(week));
            // Until the date the nudges of the week speak.
            let late = Step::ALL.into_iter().filter(|step| *step >= Step::Head);
            late.map(move |step| (week, due, step))
        });
        let weeks = weeks.filter(|(_, due, step)| window.holds(step.day(calendar, *due)));
        Self { campaign, window, weeks: weeks.collect() }
    }

    /// What of a unit's is brought to whom. The state must have been advanced to the present: what
    /// has been done meanwhile calls nobody.
    pub fn calls(&self, unit: &Unit, state: &UnitState) -> Vec<Call> {
        let mut calls = self.pledges(unit, state);
        calls.extend(self.reports(unit, state));
        for obstacle in state.obstacles.values() {
            calls.extend(self.obstacle(&unit.code, obstacle));
        }
        for directive in state.directives.values().filter(|directive| directive.is_open()) {
            let matter =
                Matter::Directive { number: directive.number, text: directive.text.clone() };
            for step in self.steps(directive.due) {
                let to = owed_by(step, Some(&unit.code));
                calls.push(call(to, &unit.code, directive.due, matter.clone()));
            }
        }
        calls
    }

    fn pledges(&self, unit: &Unit, state: &UnitState) -> Vec<Call> {
        let deadlines = reminder::deadlines(self.campaign, unit, state, self.window).into_iter();
        deadlines
            .map(|deadline| {
                let to = match deadline.rung {
                    Rung::Before(_) | Rung::OnTheDay | Rung::After(_) => {
                        Audience::Reporters(unit.code.clone())
                    }
                    Rung::Head => Audience::Head(unit.code.clone()),
                    Rung::Office => Audience::Office,
                    Rung::Leaders => Audience::Leaders,
                };
                let matter = Matter::Pledge { indicator: deadline.indicator };
                call(to, &unit.code, deadline.due, matter)
            })
            .collect()
    }

    /// Reports that never came: the line has been silent since, and the week is not excused.
    fn reports(&self, unit: &Unit, state: &UnitState) -> Vec<Call> {
        let mut calls = Vec::new();
        if self.weeks.is_empty() {
            return calls;
        }
        for line in lines_of(self.campaign, unit, state) {
            let Some(work) = line.state.filter(|work| !work.is_complete(&line.setting)) else {
                continue;
            };
            for (week, due, step) in &self.weeks {
                if state.excused.contains(week) || !self.is_missing(work, *week) {
                    continue;
                }
                let indicator = line.setting.indicator.code.clone();
                let matter = Matter::Report { indicator, week: *week };
                calls.push(call(owed_by(*step, Some(&unit.code)), &unit.code, *due, matter));
            }
        }
        calls
    }

    fn is_missing(&self, work: &LineState, week: Week) -> bool {
        let record = work.week(week);
        let closes = self.campaign.calendar().report_closes(week);
        let silent = work.last_entry.is_none_or(|last| last <= closes);
        record.owed && record.report == Timing::None && silent
    }

    fn obstacle(&self, unit: &UnitCode, obstacle: &Obstacle) -> Vec<Call> {
        let calendar = self.campaign.calendar();
        let (number, text) = (obstacle.number, obstacle.text.clone());
        let Some(asked) = obstacle.asked() else {
            let raised = calendar.date_at(obstacle.raised_at);
            let due = calendar.nth_working_day_after(raised, ASSIGN_WITHIN);
            let matter = Matter::Assign { number, text };
            let steps = self.steps(due).filter_map(|step| match step {
                Step::OnTheDay | Step::Office => Some(Audience::Office),
                Step::Leaders => Some(Audience::Leaders),
                Step::Before | Step::Head => None,
            });
            return steps.map(|to| call(to, unit, due, matter.clone())).collect();
        };
        let Some(due) = obstacle.due().filter(|_| obstacle.awaits_answer()) else {
            return Vec::new();
        };
        let matter = Matter::Answer { number, text, asked: asked.clone() };
        let of = match asked {
            Addressee::Unit(code) => Some(code),
            Addressee::Leaders => None,
        };
        self.steps(due).map(|step| call(owed_by(step, of), unit, due, matter.clone())).collect()
    }

    /// The steps that fall into the window. Where several fall on one day, as with a date that is
    /// a Monday after a reminder on the Friday, each speaks to its own.
    fn steps(&self, due: NaiveDate) -> impl Iterator<Item = Step> {
        let (calendar, window) = (self.campaign.calendar(), self.window);
        Step::ALL.into_iter().filter(move |step| window.holds(step.day(calendar, due)))
    }
}

fn call(to: Audience, unit: &UnitCode, due: NaiveDate, matter: Matter) -> Call {
    Call { to, unit: unit.clone(), due, matter }
}

/// To whom a step speaks about something that a unit owes, or the leaders where it is none.
fn owed_by(step: Step, unit: Option<&UnitCode>) -> Audience {
    match (step, unit) {
        (Step::Before | Step::OnTheDay, Some(unit)) => Audience::Workers(unit.clone()),
        (Step::Head, Some(unit)) => Audience::Head(unit.clone()),
        (Step::Office, _) => Audience::Office,
        (Step::Leaders, _) | (Step::Before | Step::OnTheDay | Step::Head, None) => {
            Audience::Leaders
        }
    }
}
