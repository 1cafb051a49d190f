//! What is decided after the first decision: awards and declarations that nobody seconds,
//! corrections, appeals.
//!
//! Each counts from its own instant. A table as of an earlier one stays what it was.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::UnitState;
use crate::domain::campaign::Campaign;
use crate::domain::fact::{Fact, Line, Verdict, What};
use crate::domain::ids::{FactId, IndicatorCode};
use crate::domain::quantity::Quantity;

/// A confirmed value that was changed afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The entry.
    pub entry: FactId,
    /// On which indicator.
    pub indicator: IndicatorCode,
    /// The value until then.
    pub before: Quantity,
    /// The value from then on.
    pub after: Quantity,
    /// Why.
    pub reason: String,
    /// Since when.
    pub at: DateTime<Utc>,
}

impl UnitState {
    /// Takes a fact that changes what was decided before.
    pub(super) fn amend(&mut self, campaign: &Campaign, fact: &Fact) {
        match &fact.what {
            What::AwardDeclined { award, .. } => {
                if let Some(award) = self.awards.get_mut(award) {
                    award.declined = award.confirmed_at.is_none();
                }
            }
            What::FalseDeclined { declaration, .. } => {
                if let Some(report) = self.false_reports.get_mut(declaration) {
                    report.closed = !report.confirmed;
                }
            }
            What::Corrected { entry, line, before, after, reason } => {
                self.revalue(campaign, fact, *entry, line, (Some(*before), *after), reason);
            }
            What::AppealDecided { entry, line, verdict, reason, .. } => match verdict {
                Verdict::Stands => {}
                Verdict::Value { value } => {
                    self.revalue(campaign, fact, *entry, line, (None, *value), reason);
                }
                Verdict::Cleared => self.clear(*entry),
            },
            _ => {}
        }
    }

    fn revalue(
        &mut self,
        campaign: &Campaign,
        fact: &Fact,
        entry: FactId,
        line: &Line,
        (before, after): (Option<Quantity>, Quantity),
        reason: &str,
    ) {
        let Some(week) = self.entry_weeks.week(entry) else { return };
        let tolerance = campaign.rules().tolerance_percent;
        let line_state = self.line_mut(&line.indicator);
        let stood = line_state.revalue(entry, week, before, after, tolerance);
        if let Some(before) = stood.filter(|before| *before != after) {
            let correction = Correction {
                entry,
                indicator: line.indicator.clone(),
                before,
                after,
                reason: reason.to_owned(),
                at: fact.counted_at,
            };
            self.corrections.insert(fact.id, correction);
        }
    }

    /// Nothing stays of a false report that the unit was cleared of.
    fn clear(&mut self, entry: FactId) {
        for report in self.false_reports.values_mut().filter(|report| report.entry == entry) {
            report.confirmed = false;
            report.closed = true;
        }
    }
}
