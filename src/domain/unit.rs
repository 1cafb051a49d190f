//! The state of one unit, folded from the facts about it.
//!
//! A campaign's log may hold millions of entries; a unit's holds a thousand. Everything that is
//! shown is computed unit by unit, so that no more than one unit's facts are ever in memory.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::calendar::Week;
use super::campaign::Campaign;
use super::directive::Directive;
use super::fact::{Fact, What};
use super::ids::{FactId, IndicatorCode, Number, PersonId, UnitCode};
use super::line::LineState;
use super::obstacle::Obstacle;
use super::quantity::Quantity;

mod amend;
mod entry_weeks;
#[cfg(test)]
mod tests;

pub use amend::Correction;
use entry_weeks::EntryWeeks;

/// Everything a unit did and everything that was done about it, as of an instant.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UnitState {
    /// Its work, indicator by indicator; only those on which something happened.
    pub lines: BTreeMap<IndicatorCode, LineState>,
    /// The weeks whose reports the office excused.
    pub excused: BTreeSet<Week>,
    /// Council awards, proposed and confirmed.
    pub awards: BTreeMap<FactId, Award>,
    /// Entries declared false, and whether that was confirmed.
    pub false_reports: BTreeMap<FactId, FalseReport>,
    /// Confirmed values that were changed afterwards, by a correction or an appeal.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub corrections: BTreeMap<FactId, Correction>,
    /// Obstacles that are not closed.
    pub obstacles: BTreeMap<FactId, Obstacle>,
    /// Obstacles that the unit has closed.
    pub closed_obstacles: BTreeMap<FactId, Obstacle>,
    /// Directives given to the unit and not withdrawn.
    pub directives: BTreeMap<FactId, Directive>,
    /// In which week each entry counted.
    entry_weeks: EntryWeeks,
}

/// A council award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Award {
    /// The number people know it by.
    pub number: Option<Number>,
    /// Points, above zero.
    pub points: Quantity,
    /// Why.
    pub reason: String,
    /// Who proposed it: somebody else must confirm.
    pub proposed_by: Option<PersonId>,
    /// Since when it counts; `None` while only proposed.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Whether it was declined, or taken back, before it counted.
    pub declined: bool,
}

/// An entry declared false.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FalseReport {
    /// The number of the declaration.
    pub number: Option<Number>,
    /// The entry.
    pub entry: FactId,
    /// On which indicator.
    pub indicator: IndicatorCode,
    /// The week in which the entry counted.
    pub week: Week,
    /// Why.
    pub reason: String,
    /// Who declared it: somebody else must confirm.
    pub declared_by: Option<PersonId>,
    /// Whether it is proven.
    pub confirmed: bool,
    /// Whether nobody will confirm it any more: it was declined, or the unit was cleared on appeal.
    pub closed: bool,
}

impl Award {
    /// Whether it still waits for a second person.
    pub fn is_open(&self) -> bool {
        self.confirmed_at.is_none() && !self.declined
    }
}

impl FalseReport {
    /// Whether it still waits for a second person.
    pub fn is_open(&self) -> bool {
        !self.confirmed && !self.closed
    }
}

impl UnitState {
    /// The state of a unit as of an instant, from its facts in the order of (counted at, id).
    /// Facts of other units and facts after the instant change nothing.
    pub fn fold<F: Borrow<Fact>>(
        campaign: &Campaign,
        unit: &UnitCode,
        facts: impl IntoIterator<Item = F>,
        as_of: DateTime<Utc>,
    ) -> Self {
        let mut state = Self::default();
        for fact in facts {
            if fact.borrow().counted_at <= as_of {
                state.apply(campaign, unit, fact.borrow());
            }
        }
        state.advance(campaign, unit, as_of);
        state
    }

    /// Takes the next fact.
    pub fn apply(&mut self, campaign: &Campaign, unit: &UnitCode, fact: &Fact) {
        if fact.what.unit() != Some(unit) {
            return;
        }
        if let Some(line) = fact.what.line() {
            self.line_mut(&line.indicator).apply(campaign, fact);
        }
        match &fact.what {
            What::Reported(_) => {
                self.entry_weeks.insert(fact.id, campaign.counting_week(fact.counted_at));
            }
            What::Excused { week, .. } => {
                self.excused.insert(*week);
            }
            What::AwardProposed { .. }
            | What::AwardConfirmed { .. }
            | What::FalseDeclared { .. }
            | What::FalseConfirmed { .. } => self.adjust(fact),
            What::AwardDeclined { .. }
            | What::FalseDeclined { .. }
            | What::Corrected { .. }
            | What::AppealDecided { .. } => self.amend(campaign, fact),
            What::ObstacleRaised { .. }
            | What::ObstacleAssigned { .. }
            | What::ObstacleAnswered { .. }
            | What::ObstacleClosed { .. } => self.obstruct(fact),
            What::Directed { .. }
            | What::DirectiveDone { .. }
            | What::DirectiveAcknowledged { .. }
            | What::DirectiveClosed { .. }
            | What::DirectiveReopened { .. }
            | What::DirectiveWithdrawn { .. } => self.direct(fact),
            _ => {}
        }
    }

    /// Settles what depends on instants up to this one, itself included.
    pub fn advance(&mut self, campaign: &Campaign, unit: &UnitCode, as_of: DateTime<Utc>) {
        for (indicator, line) in &mut self.lines {
            line.advance(campaign, unit, indicator, as_of);
        }
    }

    /// The line of an indicator, if anything happened on it.
    pub fn line(&self, indicator: &IndicatorCode) -> Option<&LineState> {
        self.lines.get(indicator)
    }

    /// The entries proven false, each once, with the weeks in which they counted.
    pub fn proven_false(&self) -> BTreeMap<FactId, Week> {
        let proven = self.false_reports.values().filter(|report| report.confirmed);
        proven.map(|report| (report.entry, report.week)).collect()
    }

    fn line_mut(&mut self, indicator: &IndicatorCode) -> &mut LineState {
        self.lines.entry(indicator.clone()).or_default()
    }

    /// Awards and false reports count only once a second person has confirmed them.
    fn adjust(&mut self, fact: &Fact) {
        match &fact.what {
            What::AwardProposed { points, reason, .. } => {
                let award = Award {
                    number: fact.number,
                    points: *points,
                    reason: reason.clone(),
                    proposed_by: fact.by,
                    confirmed_at: None,
                    declined: false,
                };
                self.awards.insert(fact.id, award);
            }
            What::AwardConfirmed { award, .. } => {
                if let Some(award) = self.awards.get_mut(award).filter(|award| !award.declined) {
                    award.confirmed_at.get_or_insert(fact.counted_at);
                }
            }
            What::FalseDeclared { entry, line, reason } => {
                let Some(week) = self.entry_weeks.week(*entry) else { return };
                let report = FalseReport {
                    number: fact.number,
                    entry: *entry,
                    indicator: line.indicator.clone(),
                    week,
                    reason: reason.clone(),
                    declared_by: fact.by,
                    confirmed: false,
                    closed: false,
                };
                self.false_reports.insert(fact.id, report);
            }
            What::FalseConfirmed { declaration, .. } => {
                if let Some(report) = self.false_reports.get_mut(declaration) {
                    report.confirmed = !report.closed;
                }
            }
            _ => {}
        }
    }

    fn obstruct(&mut self, fact: &Fact) {
        if let Some(obstacle) = Obstacle::raised(fact) {
            self.obstacles.insert(fact.id, obstacle);
            return;
        }
        let Some(id) = fact.what.refers_to() else { return };
        let Some(obstacle) = self.obstacles.get_mut(&id) else { return };
        obstacle.take(fact);
        if obstacle.closed_at.is_some()
            && let Some(closed) = self.obstacles.remove(&id)
        {
            self.closed_obstacles.insert(id, closed);
        }
    }

    fn direct(&mut self, fact: &Fact) {
        if let Some(directive) = Directive::given(fact) {
            self.directives.insert(fact.id, directive);
            return;
        }
        let Some(id) = fact.what.refers_to() else { return };
        let Some(directive) = self.directives.get_mut(&id) else { return };
        directive.take(fact);
        if directive.withdrawn_at.is_some() {
            self.directives.remove(&id);
        }
    }
}
