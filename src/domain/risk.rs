//! What may go wrong: pledges that miss at today's pace, pledges and directives past their date, and
//! obstacles.

use chrono::NaiveDate;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::campaign::{Campaign, IndicatorKind, Unit};
use super::directive::Directive;
use super::ids::{IndicatorCode, UnitCode};
use super::obstacle::Obstacle;
use super::scoring::{Basis, UnitScore, lines_of};
use super::unit::UnitState;

#[cfg(test)]
mod tests;

/// The risks of a campaign, gathered unit by unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Risks {
    /// Pledges that miss their target if they go on as they have gone so far.
    pub missing: Vec<Miss>,
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
    /// By when.
    pub due: NaiveDate,
    /// The share of the way it will have gone by then, below 1.
    pub projected: BigRational,
}

/// A pledge past its date.
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
    /// Adds a unit's.
    ///
    /// A pledge goes on as it has gone: c now over the share of its span that has passed is what c
    /// will be at its date. Levels to maintain and steps do not grow evenly and are left out.
    pub fn add(
        &mut self,
        campaign: &Campaign,
        unit: &Unit,
        state: &UnitState,
        score: &UnitScore,
        on: NaiveDate,
    ) {
        for line in lines_of(campaign, unit, state) {
            let Some(work) = line.state else { continue };
            let Some(pledge) = work.active.as_ref() else { continue };
            if work.is_overdue(&line.setting, on) {
                let indicator = line.setting.indicator.code.clone();
                self.overdue.push(Late { unit: unit.code.clone(), indicator, due: pledge.due });
            }
        }
        for item in &score.results.items {
            let even = campaign.indicator(&item.indicator).is_some_and(|indicator| {
                !matches!(indicator.kind, IndicatorKind::Maintain | IndicatorKind::Milestone)
            });
            let Some(due) = item
                .due
                .filter(|due| even && *due >= on && matches!(item.basis, Basis::Pledged(_)))
            else {
                continue;
            };
            let passed = campaign.calendar().share_due(due, on);
            if passed.is_zero() {
                continue;
            }
            let projected = &item.completion / passed;
            if projected < BigRational::one() {
                let (unit, indicator) = (unit.code.clone(), item.indicator.clone());
                self.missing.push(Miss { unit, indicator, due, projected });
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
        self.missing.sort_by(|a, b| a.projected.cmp(&b.projected));
        self.overdue.sort_by_key(|late| late.due);
        self.obstacles.sort_by_key(|found| (!found.overdue, found.obstacle.number));
        self.directives.sort_by_key(|late| (late.directive.due, late.directive.number));
    }
}
