//! Nominations, votes and rewards in the `export` document. Votes are counts only: how a member
//! voted is nowhere.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::Done;
use crate::domain::council::{Council, Listed, Round, Share, Tally, Vote};
use crate::domain::ids::{FactId, IndicatorCode, Number, PersonId, UnitCode};
use crate::domain::nomination::{Nominated, Subject};
use crate::store::council::Nominee;

/// A nomination and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Nomination {
    /// `#3` without the sign.
    pub id: Number,
    /// The candidate it makes, as lists and votes name it.
    pub candidate: String,
    /// The unit that nominates.
    pub unit: UnitCode,
    /// `unit`, `part` (a small collective inside it) or `person`.
    pub kind: &'static str,
    /// The person's or the small collective's name; absent for the unit, and once erased.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The person's post.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub post: String,
    /// Of a person, whether they lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leader: Option<bool>,
    /// On which indicator, where on one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorCode>,
    /// The entries it rests on.
    pub entries: Vec<Number>,
    /// How many photos and files were shown with it.
    pub evidence: u32,
    /// When and by whom, and what was achieved.
    #[serde(flatten)]
    pub done: Done,
    /// When the unit took it back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<DateTime<Utc>>,
}

/// A published list and the vote on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ballot {
    /// When and by whom the list was published.
    #[serde(flatten)]
    pub done: Done,
    /// The instant its candidates were computed as of.
    pub as_of: DateTime<Utc>,
    /// The last day for comments.
    pub until: NaiveDate,
    /// The list, with every gate as it was.
    pub candidates: Vec<Listed>,
    /// Candidates taken off it.
    pub withdrawn: Vec<Withdrawn>,
    /// The vote, once opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vote: Option<Opened>,
}

/// A candidate taken off a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Withdrawn {
    /// Which.
    pub candidate: String,
    /// When, by whom and why.
    #[serde(flatten)]
    pub done: Done,
}

/// A vote, in counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Opened {
    /// When and by whom it was opened.
    #[serde(flatten)]
    pub done: Done,
    /// When it was to close.
    pub closes_at: DateTime<Utc>,
    /// Ballots cast out of those entitled from which a result stands.
    pub quorum: Share,
    /// *Agree* out of ballots cast from which a candidate is passed.
    pub pass: Share,
    /// Paper by paper: who was entitled, who was not, and who has voted.
    pub papers: Vec<Paper>,
    /// When and by whom it was closed; nobody where its time had come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Done>,
    /// The counts, once closed.
    pub results: Vec<Tally>,
    /// When the names of those passed became public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub released: Option<DateTime<Utc>>,
}

/// A ballot paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paper {
    /// The candidate.
    pub candidate: String,
    /// Members entitled to vote.
    pub entitled: Vec<PersonId>,
    /// Members who were not: it was themselves or their own unit.
    pub excluded: Vec<PersonId>,
    /// Members who have voted.
    pub voted: Vec<PersonId>,
}

/// A commendation recorded after the real decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reward {
    /// The candidate.
    pub candidate: String,
    /// When and by whom, and the decision.
    #[serde(flatten)]
    pub done: Done,
}

fn done(at: DateTime<Utc>, by: Option<PersonId>, text: &str) -> Done {
    Done { at, by, text: text.to_owned() }
}

/// All nominations, oldest first.
pub(super) fn nominations(
    council: &Council,
    nominees: &BTreeMap<FactId, Nominee>,
    number: impl Fn(FactId) -> Option<Number>,
) -> Vec<Nomination> {
    let one = |one: &Nominated| {
        let nomination = &one.nomination;
        let nominee = nominees.get(&one.fact).cloned().unwrap_or_default();
        let (kind, name, leader) = match &nomination.subject {
            Subject::Unit => ("unit", String::new(), None),
            Subject::Part { name } => ("part", name.clone(), None),
            Subject::Person { leader, .. } => ("person", nominee.name, Some(*leader)),
        };
        let achieved =
            if leader.is_some() { &nominee.achievement } else { &nomination.achievement };
        Nomination {
            id: one.number,
            candidate: one.candidate(),
            unit: nomination.unit.clone(),
            kind,
            name,
            post: nominee.post,
            leader,
            indicator: nomination.indicator.clone(),
            entries: nomination.entries.iter().copied().filter_map(&number).collect(),
            evidence: nomination.shown,
            done: done(one.at, one.by, achieved),
            withdrawn: one.withdrawn,
        }
    };
    council.nominations.values().map(one).collect()
}

/// All lists with their votes, first to last.
pub(super) fn votes(council: &Council) -> Vec<Ballot> {
    let withdrawn = |round: &Round| {
        let all = round.withdrawn.iter();
        all.map(|(candidate, one)| Withdrawn {
            candidate: candidate.clone(),
            done: done(one.at, one.by, &one.reason),
        })
        .collect()
    };
    council
        .rounds
        .iter()
        .map(|round| Ballot {
            done: done(round.at, round.by, ""),
            as_of: round.listing.as_of,
            until: round.listing.until,
            candidates: round.listing.candidates.clone(),
            withdrawn: withdrawn(round),
            vote: round.vote.as_ref().map(opened),
        })
        .collect()
}

fn opened(vote: &Vote) -> Opened {
    let papers = vote.opening.papers.iter().map(|paper| {
        let voted = vote.voted.get(&paper.listed.id);
        Paper {
            candidate: paper.listed.id.clone(),
            entitled: paper.entitled.iter().copied().collect(),
            excluded: paper.excluded.iter().copied().collect(),
            voted: voted.into_iter().flatten().copied().collect(),
        }
    });
    Opened {
        done: done(vote.at, vote.by, ""),
        closes_at: vote.opening.closes_at,
        quorum: vote.opening.quorum,
        pass: vote.opening.pass,
        papers: papers.collect(),
        closed: vote.closed.as_ref().map(|closing| done(closing.at, closing.by, "")),
        results: vote.closed.iter().flat_map(|closing| closing.tallies.clone()).collect(),
        released: vote.released,
    }
}

/// All rewards, first to last.
pub(super) fn rewards(council: &Council) -> Vec<Reward> {
    let rewards = council.rewards.iter();
    rewards
        .map(|one| Reward {
            candidate: one.candidate.clone(),
            done: done(one.at, one.by, &one.decision),
        })
        .collect()
}
