//! Candidates that their units nominated.

use std::collections::HashMap;

use super::{
    Candidate, Category, Gate, GateKind, Nominated, Reason, Told, collation, figures_verified,
    no_false_report, no_overdue_pledge, not_rewarded,
};
use crate::domain::ids::UnitCode;
use crate::domain::nomination::Subject;
use crate::domain::scoring::UnitScore;

/// The nominations that stand, each with its gates, in their order.
pub(super) fn examine(scores: &[UnitScore], told: &Told) -> Vec<Candidate> {
    let by_unit: HashMap<&UnitCode, &UnitScore> =
        scores.iter().map(|score| (&score.unit, score)).collect();
    let standing = told.council.nominations.values().filter(|one| one.withdrawn.is_none());
    let mut found: Vec<(&UnitScore, &Nominated)> =
        standing.filter_map(|one| Some((*by_unit.get(&one.nomination.unit)?, one))).collect();
    found.sort_by_cached_key(|(score, one)| {
        let favoured = one.nomination.subject.is_favoured();
        (collation::key(&score.name), score.unit.clone(), !favoured, one.number)
    });
    let rewarded = told.council.rewarded();
    found
        .into_iter()
        .map(|(score, one)| {
            let names = told.council.achievements(&one.candidate());
            let gates = vec![
                verified(score, one, told),
                no_false_report(score),
                no_overdue_pledge(score),
                not_rewarded(&names, &rewarded),
            ];
            candidate(score, one, gates).voted_on(&told.council)
        })
        .collect()
}

fn candidate(score: &UnitScore, one: &Nominated, gates: Vec<Gate>) -> Candidate {
    let nomination = &one.nomination;
    let (name, leader) = match &nomination.subject {
        Subject::Unit => (score.name.clone(), None),
        Subject::Part { name } => (name.clone(), None),
        Subject::Person { leader, .. } => (String::new(), Some(*leader)),
    };
    Candidate {
        id: one.candidate(),
        name,
        unit: nomination.unit.clone(),
        category: Category::Nominated,
        indicator: nomination.indicator.clone(),
        nomination: Some(one.number),
        post: String::new(),
        leader,
        small: matches!(nomination.subject, Subject::Part { .. }),
        eligible: gates.iter().all(|gate| gate.passed),
        gates,
        votes: None,
    }
}

/// The figures a nomination rests on: those of its indicator and the entries it names.
fn verified(score: &UnitScore, one: &Nominated, told: &Told) -> Gate {
    let nomination = &one.nomination;
    let unconfirmed: Vec<_> = nomination
        .entries
        .iter()
        .filter_map(|entry| told.entries.get(entry))
        .filter(|entry| !entry.confirmed)
        .map(|entry| entry.number)
        .collect();
    if !unconfirmed.is_empty() {
        let reason = Reason::EntriesUnverified(unconfirmed);
        return Gate { gate: GateKind::FiguresVerified, passed: false, reason };
    }
    match &nomination.indicator {
        Some(indicator) => figures_verified(score, Some(indicator)),
        None if nomination.entries.is_empty() => {
            Gate { gate: GateKind::FiguresVerified, passed: true, reason: Reason::NoFigures }
        }
        None => Gate { gate: GateKind::FiguresVerified, passed: true, reason: Reason::AllVerified },
    }
}
