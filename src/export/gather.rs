//! From the log to the document.

mod openness;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use openness::Openness;

use super::council;
use super::honours::{self, Known};
use super::{
    Archiving, Assigned, Award, Checked, Correction, Defined, Directive, Done, Entry, Excuse,
    Export, FalseReport, Kind, Obstacle, Person, Pledge, PledgeState, SentBack, Told, Verification,
};
use crate::domain::campaign::Definition;
use crate::domain::council::Council;
use crate::domain::fact::{
    Addressee, Decision, EntryKind, Fact, Line, Outcome, Reported, Verdict, What,
};
use crate::domain::ids::{FactId, Number};
use crate::domain::quantity::Quantity;
use crate::domain::ranking::Table;
use crate::store::StoreError;
use crate::store::council::Nominee;

/// What was gathered so far, by the facts that began it: in their order, which is that of the
/// numbers too.
#[derive(Debug, Default)]
pub(super) struct Gatherer {
    definitions: Vec<Defined>,
    pledges: BTreeMap<FactId, Pledge>,
    entries: BTreeMap<FactId, Entry>,
    corrections: Vec<Correction>,
    excuses: Vec<Excuse>,
    honours: honours::Gathered,
    obstacles: BTreeMap<FactId, Obstacle>,
    directives: BTreeMap<FactId, Directive>,
    awards: BTreeMap<FactId, Award>,
    false_reports: BTreeMap<FactId, FalseReport>,
    council: Council,
    archive: Vec<Archiving>,
    openness: Openness,
}

impl Gatherer {
    pub(super) fn finish(
        self,
        exported_at: DateTime<Utc>,
        definition: Definition,
        people: Vec<Person>,
        nominees: &BTreeMap<FactId, Nominee>,
        snapshots: Vec<Table>,
    ) -> Export {
        let number = |entry: FactId| self.entries.get(&entry).map(|entry| entry.id);
        let nominations = council::nominations(&self.council, nominees, number);
        Export {
            exported_at,
            campaign: definition.code.clone(),
            definition,
            definitions: self.definitions,
            people,
            pledges: self.pledges.into_values().collect(),
            entries: self.entries.into_values().collect(),
            corrections: self.corrections,
            excuses: self.excuses,
            badges: self.honours.badges.into_values().collect(),
            landmarks: self.honours.landmarks,
            examples: self.honours.examples.into_values().collect(),
            kudos: self.honours.kudos,
            obstacles: self.obstacles.into_values().collect(),
            directives: self.directives.into_values().collect(),
            awards: self.awards.into_values().collect(),
            false_reports: self.false_reports.into_values().collect(),
            nominations,
            votes: council::votes(&self.council),
            rewards: council::rewards(&self.council),
            openness: self.openness.finish(),
            snapshots,
            scores: None,
            archive: self.archive,
        }
    }

    /// Takes the next fact of the log.
    pub(super) fn take(&mut self, fact: &Fact) -> Result<(), StoreError> {
        match &fact.what {
            What::Defined(definition) => {
                let definition = (**definition).clone();
                self.definitions.push(Defined { done: done(fact, ""), definition });
            }
            What::Excused { unit, week, reason } => {
                let (unit, week) = (unit.clone(), *week);
                self.excuses.push(Excuse { unit, week, done: done(fact, reason) });
            }
            What::BadgeGiven(_)
            | What::BadgeRevoked { .. }
            | What::WeekHonoured { .. }
            | What::ExampleNominated { .. }
            | What::ExampleChosen { .. }
            | What::KudosGiven { .. } => {
                let Self { pledges, entries, obstacles, honours, .. } = self;
                honours.take(fact, &Known { pledges, entries, obstacles })?;
            }
            What::Pledged(_) | What::PledgeDecided { .. } | What::PledgeWithdrawn { .. } => {
                self.take_pledge(fact)?;
            }
            What::Reported(report) => self.take_report(fact, report)?,
            What::EvidenceAdded { entry, .. } => {
                found(&mut self.entries, *entry, fact)?.evidence += 1;
            }
            What::Archived {} => {
                self.archive.push(Archiving { archived: true, done: done(fact, "") });
            }
            What::Reopened {} => {
                self.archive.push(Archiving { archived: false, done: done(fact, "") });
            }
            What::Checked { entry, outcome, .. } => self.take_check(fact, *entry, outcome)?,
            What::ObstacleRaised { .. }
            | What::ObstacleAssigned { .. }
            | What::ObstacleAnswered { .. }
            | What::ObstacleClosed { .. } => self.take_obstacle(fact)?,
            What::Directed { .. }
            | What::DirectiveDone { .. }
            | What::DirectiveAcknowledged { .. }
            | What::DirectiveClosed { .. }
            | What::DirectiveReopened { .. }
            | What::DirectiveWithdrawn { .. } => self.take_directive(fact)?,
            What::AwardProposed { .. } | What::AwardConfirmed { .. } => self.take_award(fact)?,
            What::FalseDeclared { .. } | What::FalseConfirmed { .. } => self.take_false(fact)?,
            // The council's facts are gathered by folding them, once all are seen.
            What::Nominated(_)
            | What::NominationWithdrawn { .. }
            | What::ListPublished(_)
            | What::CandidateWithdrawn { .. }
            | What::VoteOpened(_)
            | What::Voted { .. }
            | What::VoteClosed { .. }
            | What::ResultsReleased { .. }
            | What::Rewarded { .. } => self.council.apply(fact),
            What::AwardDeclined { .. }
            | What::FalseDeclined { .. }
            | What::Corrected { .. }
            | What::Appealed { .. }
            | What::AppealDecided { .. }
            | What::SpotCheckDrawn { .. } => self.take_second_word(fact)?,
            // The closed week itself is among the snapshots.
            What::WeekClosed { .. } => {}
        }
        Ok(())
    }

    fn take_pledge(&mut self, fact: &Fact) -> Result<(), StoreError> {
        match &fact.what {
            What::Pledged(pledged) => {
                let Line { unit, indicator } = pledged.line.clone();
                let pledge = Pledge {
                    id: number(fact)?,
                    unit,
                    indicator,
                    target: pledged.target,
                    due: pledged.due,
                    reason: pledged.reason.clone(),
                    at: fact.counted_at,
                    by: fact.by,
                    state: PledgeState::Waiting,
                    decided: None,
                    withdrawn: None,
                };
                self.pledges.insert(fact.id, pledge);
            }
            What::PledgeDecided { pledge, decision, .. } => {
                let pledge = found(&mut self.pledges, *pledge, fact)?;
                let (state, reason) = match decision {
                    Decision::Approved => (PledgeState::Approved, ""),
                    Decision::Returned { reason } => (PledgeState::Returned, reason.as_str()),
                };
                pledge.state = state;
                pledge.decided = Some(done(fact, reason));
            }
            What::PledgeWithdrawn { pledge, .. } => {
                let pledge = found(&mut self.pledges, *pledge, fact)?;
                pledge.state = PledgeState::Withdrawn;
                pledge.withdrawn = Some(done(fact, ""));
            }
            _ => {}
        }
        Ok(())
    }

    fn take_report(&mut self, fact: &Fact, report: &Reported) -> Result<(), StoreError> {
        let Line { unit, indicator } = report.line.clone();
        let (kind, state) = match report.kind {
            EntryKind::Report { .. } => (Kind::Report, Checked::Open),
            EntryKind::NoChange => (Kind::NoChange, Checked::NotNeeded),
            EntryKind::Correction { .. } => (Kind::Correction, Checked::Open),
        };
        let mut refers_to = None;
        if let EntryKind::Correction { value, of } = report.kind {
            let before = found(&mut self.entries, of, fact)?;
            if before.verification.state == Checked::Open {
                before.verification.state = Checked::Superseded;
            }
            refers_to = Some(before.id);
            self.corrections.push(Correction {
                id: None,
                entry: Some(number(fact)?),
                of: before.id,
                unit: unit.clone(),
                indicator: indicator.clone(),
                before: before.value,
                after: value,
                done: done(fact, &report.note),
            });
        }
        let entry = Entry {
            id: number(fact)?,
            unit,
            indicator,
            kind,
            value: report.kind.value(),
            note: report.note.clone(),
            at: fact.counted_at,
            by: fact.by,
            refers_to,
            evidence: report.evidence.len(),
            verification: Verification { state, value: None, by: None, at: None, reason: None },
        };
        self.entries.insert(fact.id, entry);
        Ok(())
    }

    fn take_check(
        &mut self,
        fact: &Fact,
        entry: FactId,
        outcome: &Outcome,
    ) -> Result<(), StoreError> {
        let entry = found(&mut self.entries, entry, fact)?;
        let (state, value, reason) = match outcome {
            Outcome::Confirmed { value, reason } if entry.value == Some(*value) => {
                (Checked::Confirmed, Some(*value), reason)
            }
            Outcome::Confirmed { value, reason } => (Checked::Partly, Some(*value), reason),
            Outcome::Returned { reason } => (Checked::Returned, None, reason),
        };
        let reason = (!reason.is_empty()).then(|| reason.clone());
        let (by, at) = (fact.by, Some(fact.counted_at));
        entry.verification = Verification { state, value, by, at, reason };
        Ok(())
    }

    fn take_obstacle(&mut self, fact: &Fact) -> Result<(), StoreError> {
        match &fact.what {
            What::ObstacleRaised { line, text, evidence } => {
                let Line { unit, indicator } = line.clone();
                let obstacle = Obstacle {
                    id: number(fact)?,
                    unit,
                    indicator,
                    done: done(fact, text),
                    evidence: evidence.len(),
                    assigned: Vec::new(),
                    answers: Vec::new(),
                    closed: None,
                };
                self.obstacles.insert(fact.id, obstacle);
            }
            What::ObstacleAssigned { obstacle, to, due, .. } => {
                let unit = match to {
                    Addressee::Unit(unit) => Some(unit.clone()),
                    Addressee::Leaders => None,
                };
                let assigned = Assigned { unit, due: *due, done: done(fact, "") };
                found(&mut self.obstacles, *obstacle, fact)?.assigned.push(assigned);
            }
            What::ObstacleAnswered { obstacle, text, evidence, .. } => {
                let told = Told { done: done(fact, text), evidence: evidence.len() };
                found(&mut self.obstacles, *obstacle, fact)?.answers.push(told);
            }
            What::ObstacleClosed { obstacle, .. } => {
                found(&mut self.obstacles, *obstacle, fact)?.closed = Some(done(fact, ""));
            }
            _ => {}
        }
        Ok(())
    }

    fn take_directive(&mut self, fact: &Fact) -> Result<(), StoreError> {
        if let What::Directed { unit, due, text } = &fact.what {
            let directive = Directive {
                id: number(fact)?,
                unit: unit.clone(),
                due: *due,
                done: done(fact, text),
                acknowledged: None,
                reports: Vec::new(),
                sent_back: Vec::new(),
                completed: None,
                closed: None,
                withdrawn: None,
            };
            self.directives.insert(fact.id, directive);
            return Ok(());
        }
        let Some(id) = fact.what.refers_to() else { return Ok(()) };
        let directive = found(&mut self.directives, id, fact)?;
        match &fact.what {
            What::DirectiveAcknowledged { .. } => directive.acknowledged = Some(done(fact, "")),
            What::DirectiveDone { text, evidence, .. } => {
                directive.completed = Some(done(fact, text));
                let told = Told { done: done(fact, text), evidence: evidence.len() };
                directive.reports.push(told);
            }
            What::DirectiveReopened { reason, due, .. } => {
                directive.completed = None;
                directive.due = due.unwrap_or(directive.due);
                directive.sent_back.push(SentBack { due: *due, done: done(fact, reason) });
            }
            What::DirectiveClosed { .. } => directive.closed = Some(done(fact, "")),
            What::DirectiveWithdrawn { reason, .. } => {
                directive.withdrawn = Some(done(fact, reason));
            }
            _ => {}
        }
        Ok(())
    }

    fn take_award(&mut self, fact: &Fact) -> Result<(), StoreError> {
        match &fact.what {
            What::AwardProposed { unit, points, reason } => {
                let (id, unit, points) = (number(fact)?, unit.clone(), *points);
                let award = Award {
                    id,
                    unit,
                    points,
                    done: done(fact, reason),
                    confirmed: None,
                    declined: None,
                };
                self.awards.insert(fact.id, award);
            }
            What::AwardConfirmed { award, .. } => {
                found(&mut self.awards, *award, fact)?.confirmed = Some(done(fact, ""));
            }
            _ => {}
        }
        Ok(())
    }

    /// What is decided after the first decision.
    fn take_second_word(&mut self, fact: &Fact) -> Result<(), StoreError> {
        match &fact.what {
            What::AwardDeclined { award, .. } => {
                found(&mut self.awards, *award, fact)?.declined = Some(done(fact, ""));
            }
            What::FalseDeclined { declaration, .. } => {
                found(&mut self.false_reports, *declaration, fact)?.declined = Some(done(fact, ""));
            }
            What::Corrected { entry, line, before, after, reason } => {
                let Line { unit, indicator } = line.clone();
                let of = self.revalue(fact, *entry, *after, reason)?;
                self.corrections.push(Correction {
                    id: Some(number(fact)?),
                    entry: None,
                    of,
                    unit,
                    indicator,
                    before: Some(*before),
                    after: *after,
                    done: done(fact, reason),
                });
            }
            What::AppealDecided { entry, verdict: Verdict::Value { value }, reason, .. } => {
                self.revalue(fact, *entry, *value, reason)?;
                self.openness.take(fact, &self.entries)?;
            }
            _ => self.openness.take(fact, &self.entries)?,
        }
        Ok(())
    }

    /// Another value stands of an entry; gives the entry's number.
    fn revalue(
        &mut self,
        fact: &Fact,
        entry: FactId,
        value: Quantity,
        reason: &str,
    ) -> Result<Number, StoreError> {
        let outcome = Outcome::Confirmed { value, reason: reason.to_owned() };
        self.take_check(fact, entry, &outcome)?;
        Ok(found(&mut self.entries, entry, fact)?.id)
    }

    fn take_false(&mut self, fact: &Fact) -> Result<(), StoreError> {
        match &fact.what {
            What::FalseDeclared { entry, line, reason } => {
                let Line { unit, indicator } = line.clone();
                let declared = FalseReport {
                    id: number(fact)?,
                    entry: found(&mut self.entries, *entry, fact)?.id,
                    unit,
                    indicator,
                    done: done(fact, reason),
                    confirmed: None,
                    declined: None,
                };
                self.false_reports.insert(fact.id, declared);
            }
            What::FalseConfirmed { declaration, .. } => {
                found(&mut self.false_reports, *declaration, fact)?.confirmed =
                    Some(done(fact, ""));
            }
            _ => {}
        }
        Ok(())
    }
}

pub(super) fn done(fact: &Fact, text: &str) -> Done {
    Done { at: fact.counted_at, by: fact.by, text: text.to_owned() }
}

pub(super) fn number(fact: &Fact) -> Result<Number, StoreError> {
    fact.number.ok_or_else(|| StoreError::misshapen_fact(fact.id, "it has no number"))
}

/// The thing that a fact is about.
pub(super) fn found<'a, T>(
    things: &'a mut BTreeMap<FactId, T>,
    id: FactId,
    fact: &Fact,
) -> Result<&'a mut T, StoreError> {
    things.get_mut(&id).ok_or_else(|| StoreError::misshapen_fact(fact.id, "it refers to nothing"))
}
