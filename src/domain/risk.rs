//! What may go wrong: pledges that miss at today's pace, pledges and directives past their date, and
//! obstacles.

use chrono::NaiveDate;

use super::campaign::{Campaign, Unit};
use super::directive::Directive;
use super::forecast::{Forecast, Outlook, outlook};
use super::ids::{IndicatorCode, UnitCode};
use super::obstacle::Obstacle;
use super::scoring::lines_of;
use super::unit::UnitState;

#[cfg(test)]
mod tests;

/// The risks of a campaign, gathered unit by unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Risks {
    /// Pledges that miss their target if they go on as they have gone so far.
    pub missing: Vec<Miss>,
    /// Pledges that owe reports and of which none has ever come: nothing can be said of them.
    pub unreported: Vec<Late>,
    /// Pledges past their date and short of their target.
    pub overdue: Vec<Late>,
    /// Obstacles that are not closed, oldest number first within a unit.
    pub obstacles: Vec<Hindrance>,
    /// Directives past their date and not done.
    pub directives: Vec<Undone>,
}

/// A pledge that misses at today's pace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// Whose.
    pub unit: UnitCode,
    /// On what.
    pub indicator: IndicatorCode,
    /// How far it will have come, short of the target.
    pub forecast: Forecast,
}

/// A pledge with its date: one that is past it, or one never reported on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Late {
    /// Whose.
    pub unit: UnitCode,
    /// On what.
    pub indicator: IndicatorCode,
    /// Its date.
    pub due: NaiveDate,
}

/// An obstacle that is not closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hindrance {
    /// Whose.
    pub unit: UnitCode,
    /// The obstacle.
    pub obstacle: Obstacle,
    /// How many days ago it was raised.
    pub age: i64,
    /// Whether an answer is asked by a date that is past.
    pub overdue: bool,
}

/// A directive past its date and not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// Whose.
    pub unit: UnitCode,
    /// The directive.
    pub directive: Directive,
}

impl Risks {
    /// Adds a unit's. What will become of a pledge [`super::forecast`] says.
    pub fn add(&mut self, campaign: &Campaign, unit: &Unit, state: &UnitState, on: NaiveDate) {
        for line in lines_of(campaign, unit, state) {
            let Some(work) = line.state else { continue };
            let Some(pledge) = work.active.as_ref() else { continue };
            let indicator = line.setting.indicator.code.clone();
            let late =
                || Late { unit: unit.code.clone(), indicator: indicator.clone(), due: pledge.due };
            if work.is_overdue(&line.setting, on) {
                self.overdue.push(late());
            }
            match outlook(campaign, &line.setting, work, on) {
                Some(Outlook::Unreported) => self.unreported.push(late()),
                Some(Outlook::Forecast(forecast)) if forecast.misses() => {
                    self.missing.push(Miss { unit: unit.code.clone(), indicator, forecast });
                }
                _ => {}
            }
        }
        let calendar = campaign.calendar();
        self.obstacles.extend(state.obstacles.values().map(|obstacle| Hindrance {
            unit: unit.code.clone(),
            age: (on - calendar.date_at(obstacle.raised_at)).num_days(),
            overdue: obstacle.is_overdue(on),
            obstacle: obstacle.clone(),
        }));
        let late = state.directives.values().filter(|directive| directive.is_overdue(on));
        self.directives.extend(
            late.map(|directive| Undone { unit: unit.code.clone(), directive: directive.clone() }),
        );
    }

    /// Puts what is worst first: the furthest behind, the longest overdue.
    pub fn sort(&mut self) {
        self.missing.sort_by(|a, b| a.forecast.share.cmp(&b.forecast.share));
        self.overdue.sort_by_key(|late| late.due);
        self.obstacles.sort_by_key(|found| (!found.overdue, found.obstacle.number));
        self.directives.sort_by_key(|late| (late.directive.due, late.directive.number));
    }
}
