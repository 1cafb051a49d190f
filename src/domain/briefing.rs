//! The *giao ban* brief: tasks that reconcile, indicators against every target they have, weak
//! fields (never weak units), obstacles, and the decisions asked of the leaders.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::backlog::{Backlog, Backlogs};
use super::campaign::{Campaign, Unit};
use super::figure::{Figure, Fixed};
use super::forecast;
use super::ids::{FactId, FieldCode, IndicatorCode, UnitCode};
use super::quantity::Quantity;
use super::scoring::{UnitScore, lines_of};
use super::unit::UnitState;

mod fields;
mod indicators;
#[cfg(test)]
mod tests;

use fields::Fields;
use indicators::Sums;

/// A brief, in the shape of the `brief` document (`interface.md` §5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// The instant it is computed as of.
    pub as_of: DateTime<Utc>,
    /// The day of the campaign.
    pub day: i64,
    /// How many days the campaign has.
    pub days: u32,
    /// Pledges and directives by their state.
    pub tasks: Tasks,
    /// Every indicator that is assigned to somebody, in the workbook's order.
    pub indicators: Vec<IndicatorBrief>,
    /// Fields whose pace is below the campaign's mark, weakest first.
    pub weak_fields: Vec<FieldCode>,
    /// Obstacles by their state.
    pub obstacles: Obstacles,
    /// Obstacles put to the leaders and not yet answered, oldest first.
    pub decisions_requested: Vec<String>,
    /// What waits for a check, the longest queue first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub backlog: Vec<Backlog>,
    /// Confirmed values that were changed since the last closing before the instant, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<CorrectionBrief>,
    /// What is to be expected of the pledges: for the text; the published document has figures
    /// only, no forecasts.
    #[serde(skip)]
    pub outlook: Outlook,
    /// Of the tasks, the directives: for the document, which tells them apart.
    #[serde(skip)]
    pub directives: Tasks,
}

/// A confirmed value that was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionBrief {
    /// Whose.
    pub unit: UnitCode,
    /// On what.
    pub indicator: IndicatorCode,
    /// The value until then.
    pub before: Quantity,
    /// The value from then on.
    pub after: Quantity,
    /// Why.
    pub reason: String,
}

/// What is to be expected of the pledges if they go on as they go (`forecast`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outlook {
    /// Those that will miss their target.
    pub missing: u32,
    /// Those never reported on, of which nothing can be said.
    pub unreported: u32,
}

/// Approved pledges and directives: done + in progress + overdue = total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tasks {
    /// All of them.
    pub total: u32,
    /// Confirmed at the target, or reported done, late or not.
    pub done: u32,
    /// Neither done nor overdue, begun or not.
    pub in_progress: u32,
    /// Past the date.
    pub overdue: u32,
}

/// Obstacles that are not closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Obstacles {
    /// All of them.
    pub open: u32,
    /// Those whose answer was asked by a date that is past.
    pub overdue: u32,
}

/// One indicator over all units to which it is assigned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorBrief {
    /// Which.
    pub code: IndicatorCode,
    /// Its name.
    pub name: String,
    /// Its unit of measure, in the workbook's words.
    pub unit_of_measure: String,
    /// Confirmed figures: their sum, or their mean for percentages, scores and levels.
    pub actual: Figure,
    /// What was said, checked or not.
    pub reported: Figure,
    /// The actual in percent of each plan.
    pub ratio: Ratios,
    /// The actual beside the same period of last year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_period: Option<SamePeriod>,
    /// How many units stand above the threshold.
    pub units: Units,
    /// The best of those above it, best first, at most four.
    pub exemplars: Vec<UnitCode>,
    /// How far each unit has come, in the order of the alphabet: for the picture; the published
    /// document names exemplars only.
    #[serde(skip)]
    pub reached: Vec<Reached>,
}

/// How far a unit has come on an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// Which.
    pub unit: UnitCode,
    /// Its name.
    pub name: String,
    /// In percent of the assigned target, on confirmed figures; none where there is no target.
    pub percent: Option<Fixed<1>>,
    /// Whether it counts as above the threshold: exactly, not as the percentage is shown.
    pub above: bool,
}

/// The actual in percent of plans, each over the units that have that plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ratios {
    /// Of what was assigned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assigned: Option<Fixed<1>>,
    /// Of the city's plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<Fixed<1>>,
    /// Of the council's plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub council: Option<Fixed<1>>,
}

/// Two measures that must never share a field: "bằng 119% cùng kỳ" is "tăng 19%".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SamePeriod {
    /// The actual in percent of the same period's.
    pub ratio: Fixed<1>,
    /// The ratio as shown, less 100.
    pub growth: Fixed<1>,
}

/// "8/14 đơn vị đạt trên 50%".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Units {
    /// Units to which the indicator is assigned.
    pub total: u32,
    /// Those strictly above the threshold.
    pub above: u32,
    /// The threshold in percent of the assigned target.
    pub threshold: Quantity,
}

/// Gathers a brief unit by unit, so that no more than one unit's facts are ever in memory.
#[derive(Debug)]
pub struct BriefBuilder<'a> {
    campaign: &'a Campaign,
    as_of: DateTime<Utc>,
    on: NaiveDate,
    tasks: Tasks,
    directives: Tasks,
    obstacles: Obstacles,
    decisions: Vec<(FactId, String)>,
    backlogs: Backlogs,
    /// Corrections count in the week of the brief: behind this instant.
    since: Option<DateTime<Utc>>,
    corrections: Vec<(FactId, CorrectionBrief)>,
    indicators: Vec<Sums>,
    positions: HashMap<&'a IndicatorCode, usize>,
    fields: Fields<'a>,
    outlook: Outlook,
}

impl<'a> BriefBuilder<'a> {
    /// A brief of nobody yet.
    pub fn new(campaign: &'a Campaign, as_of: DateTime<Utc>) -> Self {
        let indicators = campaign.indicators();
        Self {
            campaign,
            as_of,
            on: campaign.calendar().date_at(as_of),
            tasks: Tasks::default(),
            directives: Tasks::default(),
            obstacles: Obstacles::default(),
            decisions: Vec::new(),
            backlogs: Backlogs::default(),
            since: campaign
                .calendar()
                .last_closed(as_of - TimeDelta::milliseconds(1))
                .map(|week| campaign.calendar().closing(week)),
            corrections: Vec::new(),
            indicators: indicators.iter().map(|_| Sums::default()).collect(),
            positions: indicators.iter().enumerate().map(|(i, one)| (&one.code, i)).collect(),
            fields: Fields::new(campaign),
            outlook: Outlook::default(),
        }
    }

    /// Adds a unit, its state and its score as of the brief's instant.
    pub fn add(&mut self, unit: &Unit, state: &UnitState, score: &UnitScore) {
        let threshold = self.campaign.rules().threshold_percent.to_rational();
        for line in lines_of(self.campaign, unit, state) {
            if let Some(work) = line.state.filter(|work| work.active.is_some()) {
                let done = work.is_complete(&line.setting);
                self.tasks.add(done, work.is_overdue(&line.setting, self.on));
                self.outlook.add(forecast::outlook(self.campaign, &line.setting, work, self.on));
            }
            if let Some(&at) = self.positions.get(&line.setting.indicator.code) {
                self.indicators[at].add(unit, &line, &threshold);
            }
        }
        for directive in state.directives.values() {
            self.tasks.add(directive.done, directive.is_overdue(self.on));
            self.directives.add(directive.done, directive.is_overdue(self.on));
        }
        for (fact, obstacle) in &state.obstacles {
            self.obstacles.open += 1;
            self.obstacles.overdue += u32::from(obstacle.is_overdue(self.on));
            if obstacle.awaits_leaders() {
                self.decisions.push((*fact, obstacle.text.clone()));
            }
        }
        self.backlogs.add(self.campaign, &unit.code, state, self.as_of);
        for (fact, correction) in &state.corrections {
            if self.since.is_none_or(|since| correction.at > since) {
                let brief = CorrectionBrief {
                    unit: unit.code.clone(),
                    indicator: correction.indicator.clone(),
                    before: correction.before,
                    after: correction.after,
                    reason: correction.reason.clone(),
                };
                self.corrections.push((*fact, brief));
            }
        }
        self.fields.add(score);
    }

    /// The brief of the units added.
    pub fn finish(mut self) -> Brief {
        self.decisions.sort_unstable_by_key(|(fact, _)| *fact);
        self.corrections.sort_by_key(|(fact, _)| *fact);
        let threshold = self.campaign.rules().threshold_percent;
        let indicators = self.campaign.indicators().iter().zip(self.indicators);
        Brief {
            as_of: self.as_of,
            // After the last day it remains the last: there is no day 92 of 90.
            day: self
                .campaign
                .calendar()
                .day_number(self.on)
                .min(self.campaign.calendar().days().into()),
            days: self.campaign.calendar().days(),
            tasks: self.tasks,
            indicators: indicators
                .filter_map(|(indicator, sums)| sums.finish(indicator, threshold))
                .collect(),
            weak_fields: self.fields.weak(self.campaign.rules().weak_field_pace),
            obstacles: self.obstacles,
            decisions_requested: self.decisions.into_iter().map(|(_, text)| text).collect(),
            backlog: self.backlogs.finish(),
            corrections: self.corrections.into_iter().map(|(_, one)| one).collect(),
            outlook: self.outlook,
            directives: self.directives,
        }
    }
}

impl Outlook {
    fn add(&mut self, outlook: Option<forecast::Outlook>) {
        match outlook {
            Some(forecast::Outlook::Unreported) => self.unreported += 1,
            Some(forecast::Outlook::Forecast(found)) if found.misses() => self.missing += 1,
            _ => {}
        }
    }
}

impl Tasks {
    fn add(&mut self, done: bool, overdue: bool) {
        self.total += 1;
        if done {
            self.done += 1;
        } else if overdue {
            self.overdue += 1;
        } else {
            self.in_progress += 1;
        }
    }
}
