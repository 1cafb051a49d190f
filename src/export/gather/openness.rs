//! Appeals and spot checks.

use std::collections::BTreeMap;

use super::super::{Appeal, Entry, SpotCheck};
use super::{done, number};
use crate::domain::fact::{Fact, Line, Verdict, What};
use crate::domain::ids::{FactId, Number};
use crate::store::StoreError;

/// What was gathered so far.
#[derive(Debug, Default)]
pub(super) struct Openness {
    appeals: BTreeMap<FactId, Appeal>,
    spot_checks: Vec<SpotCheck>,
}

impl Openness {
    pub(super) fn finish(self) -> super::super::Openness {
        super::super::Openness {
            appeals: self.appeals.into_values().collect(),
            spot_checks: self.spot_checks,
        }
    }

    pub(super) fn take(
        &mut self,
        fact: &Fact,
        entries: &BTreeMap<FactId, Entry>,
    ) -> Result<(), StoreError> {
        match &fact.what {
            What::Appealed { entry, line, reason, .. } => {
                let Line { unit, indicator } = line.clone();
                let appeal = Appeal {
                    id: number(fact)?,
                    entry: known(entries, *entry, fact)?,
                    unit,
                    indicator,
                    done: done(fact, reason),
                    verdict: None,
                    value: None,
                    decided: None,
                };
                self.appeals.insert(fact.id, appeal);
            }
            What::AppealDecided { appeal, verdict, reason, .. } => {
                let appeal = super::found(&mut self.appeals, *appeal, fact)?;
                let (word, value) = match verdict {
                    Verdict::Stands => ("stands", None),
                    Verdict::Value { value } => ("value", Some(*value)),
                    Verdict::Cleared => ("cleared", None),
                };
                appeal.verdict = Some(word);
                appeal.value = value;
                appeal.decided = Some(done(fact, reason));
            }
            What::SpotCheckDrawn { week, seed, entries: drawn } => {
                let drawn = drawn.iter().map(|entry| known(entries, *entry, fact));
                self.spot_checks.push(SpotCheck {
                    id: number(fact)?,
                    week: *week,
                    seed: seed.clone(),
                    entries: drawn.collect::<Result<_, _>>()?,
                    done: done(fact, ""),
                });
            }
            _ => {}
        }
        Ok(())
    }
}

/// The number of an entry.
fn known(entries: &BTreeMap<FactId, Entry>, id: FactId, fact: &Fact) -> Result<Number, StoreError> {
    let entry = entries.get(&id).map(|entry| entry.id);
    entry.ok_or_else(|| StoreError::misshapen_fact(fact.id, "it refers to nothing"))
}
