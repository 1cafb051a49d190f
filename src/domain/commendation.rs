//! Who might be commended, proposed by rule and decided by people (`domain.md` §8).
//!
//! Every gate is shown, passed or failed, with what it found; the sentences are made elsewhere.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::campaign::Campaign;
use super::collation;
use super::figure::Fixed;
use super::ids::{IndicatorCode, UnitCode};
use super::quantity::Quantity;
use super::ranking::{self, Standing, Table};
use super::scoring::{BonusLine, PenaltyLine, UnitScore};

#[cfg(test)]
mod tests;

/// The day from which improvement is measured.
pub const IMPROVEMENT_FROM_DAY: i64 = 30;

/// The candidates as of an instant. With reasons as text it has the shape of the `candidates`
/// document (`interface.md` §5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidates<R = Reason> {
    /// The instant they are proposed as of.
    pub as_of: DateTime<Utc>,
    /// Units.
    pub collectives: Vec<Candidate<R>>,
    /// People, nominated by their units and ranked by nobody.
    pub individuals: Vec<Candidate<R>>,
    /// The share of leaders among the individuals, in percent; absent while there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leader_share: Option<Fixed<1>>,
    /// The most that share should be, in percent: the rest is for people who work directly.
    pub leader_quota: Fixed<1>,
}

/// One candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate<R = Reason> {
    /// Names the achievement; the same at every asking, so that a reward can refer to it.
    pub id: String,
    /// The unit's name, or the person's.
    pub name: String,
    /// The unit.
    pub unit: UnitCode,
    /// For what.
    pub category: Category,
    /// On which indicator, for over-achievers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorCode>,
    /// Whether every gate is passed.
    pub eligible: bool,
    /// All gates.
    pub gates: Vec<Gate<R>>,
    /// How the council voted, once it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub votes: Option<Votes>,
}

/// What a candidate is proposed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// First place in its cluster.
    ClusterLeader,
    /// At least one full step beyond a pledge's target.
    OverAchiever,
    /// The greatest gain since day 30.
    MostImproved,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gate<R = Reason> {
    /// Which.
    pub gate: GateKind,
    /// Whether it is passed.
    pub passed: bool,
    /// What was found.
    pub reason: R,
}

/// The conditions of a commendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GateKind {
    /// The figures it rests on are checked.
    FiguresVerified,
    /// Nothing of the unit was proven false.
    NoFalseReport,
    /// No pledge is overdue without an obstacle raised in time.
    NoOverduePledge,
    /// The same achievement was not rewarded before.
    NotRewarded,
}

/// What a gate found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Every figure it rests on is confirmed.
    AllVerified,
    /// These indicators' newest figures are not checked yet.
    Unverified(Vec<IndicatorCode>),
    /// Nothing was proven false.
    NothingFalse,
    /// So many entries were proven false.
    ProvenFalse(u32),
    /// No pledge is overdue without an obstacle.
    NothingOverdue,
    /// These indicators' pledges are.
    Overdue(Vec<IndicatorCode>),
    /// It was not rewarded before.
    NewAchievement,
    /// It was.
    AlreadyRewarded,
}

/// The council's votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Votes {
    /// In favour.
    pub approve: u32,
    /// Against.
    pub reject: u32,
}

/// Proposes candidates.
///
/// `scores` are those of `now`, the table as of the instant; `at_day_30` is the table of the end
/// of day [`IMPROVEMENT_FROM_DAY`], once that day is over; `rewarded` holds the ids of candidates
/// that were rewarded before.
pub fn candidates(
    campaign: &Campaign,
    scores: &[UnitScore],
    now: &Table,
    at_day_30: Option<&Table>,
    rewarded: &BTreeSet<String>,
) -> Candidates {
    let by_unit: HashMap<_, _> = scores.iter().map(|score| (&score.unit, score)).collect();
    let propose = |proposal: Proposal| {
        by_unit.get(&proposal.unit).map(|score| proposal.examine(score, rewarded))
    };
    let proposals = leaders(now)
        .into_iter()
        .chain(over_achievers(campaign, scores))
        .chain(at_day_30.into_iter().flat_map(|before| improved(before, now)));
    let hundred = Quantity::from_scaled(100 * super::quantity::SCALE);
    let leaders_at_most =
        hundred.to_rational() - campaign.rules().direct_workers_percent.to_rational();
    Candidates {
        as_of: now.as_of,
        collectives: proposals.filter_map(propose).collect(),
        individuals: Vec::new(),
        leader_share: None,
        leader_quota: Fixed::rounded(&leaders_at_most),
    }
}

impl Candidates {
    /// The same candidates with every reason put into words.
    pub fn in_words(self, say: impl Fn(&Reason) -> String) -> Candidates<String> {
        let all = |candidates: Vec<Candidate>| {
            candidates.into_iter().map(|candidate| candidate.in_words(&say)).collect()
        };
        Candidates {
            as_of: self.as_of,
            collectives: all(self.collectives),
            individuals: all(self.individuals),
            leader_share: self.leader_share,
            leader_quota: self.leader_quota,
        }
    }
}

impl Candidate {
    fn in_words(self, say: &impl Fn(&Reason) -> String) -> Candidate<String> {
        let gates = self.gates.into_iter().map(|gate| Gate {
            gate: gate.gate,
            passed: gate.passed,
            reason: say(&gate.reason),
        });
        Candidate {
            id: self.id,
            name: self.name,
            unit: self.unit,
            category: self.category,
            indicator: self.indicator,
            eligible: self.eligible,
            gates: gates.collect(),
            votes: self.votes,
        }
    }
}

/// A unit and its achievement, before the gates.
struct Proposal {
    id: String,
    unit: UnitCode,
    category: Category,
    indicator: Option<IndicatorCode>,
}

impl Proposal {
    fn examine(self, score: &UnitScore, rewarded: &BTreeSet<String>) -> Candidate {
        let gates = vec![
            figures_verified(score, self.indicator.as_ref()),
            no_false_report(score),
            no_overdue_pledge(score),
            not_rewarded(&self.id, rewarded),
        ];
        Candidate {
            id: self.id,
            name: score.name.clone(),
            unit: self.unit,
            category: self.category,
            indicator: self.indicator,
            eligible: gates.iter().all(|gate| gate.passed),
            gates,
            votes: None,
        }
    }
}

/// First places, joint ones too; of all units where there are no clusters.
fn leaders(now: &Table) -> Vec<Proposal> {
    let first = |scope: &str, standings: &[Standing]| -> Vec<Proposal> {
        let first = standings.iter().filter(|row| row.place == Some(1));
        let propose = |row: &Standing| Proposal {
            id: format!("cluster_leader:{scope}:{}", row.unit),
            unit: row.unit.clone(),
            category: Category::ClusterLeader,
            indicator: None,
        };
        first.map(propose).collect()
    };
    if now.clusters.is_empty() {
        return first("", &now.overall);
    }
    now.clusters.iter().flat_map(|league| first(league.code.as_str(), &league.standings)).collect()
}

/// Indicator by indicator, the units at least one full step beyond their pledge, furthest first.
fn over_achievers(campaign: &Campaign, scores: &[UnitScore]) -> Vec<Proposal> {
    let mut found: HashMap<&IndicatorCode, Vec<(u64, &UnitScore)>> = HashMap::new();
    for score in scores {
        for line in &score.bonus.lines {
            if let BonusLine::Over { indicator, steps, .. } = line {
                found.entry(indicator).or_default().push((*steps, score));
            }
        }
    }
    let mut proposals = Vec::new();
    for indicator in campaign.indicators() {
        let mut units = found.remove(&indicator.code).unwrap_or_default();
        units.sort_by_cached_key(|(steps, score)| {
            (std::cmp::Reverse(*steps), collation::key(&score.name), score.unit.clone())
        });
        proposals.extend(units.into_iter().map(|(_, score)| Proposal {
            id: format!("over_achiever:{}:{}", indicator.code, score.unit),
            unit: score.unit.clone(),
            category: Category::OverAchiever,
            indicator: Some(indicator.code.clone()),
        }));
    }
    proposals
}

fn improved(before: &Table, now: &Table) -> Vec<Proposal> {
    let improved = ranking::most_improved(before, now).into_iter();
    improved
        .map(|unit| Proposal {
            id: format!("most_improved::{}", unit.unit),
            unit: unit.unit,
            category: Category::MostImproved,
            indicator: None,
        })
        .collect()
}

/// The figures an achievement rests on: those of its indicator, or of all that count in K.
fn figures_verified(score: &UnitScore, indicator: Option<&IndicatorCode>) -> Gate {
    let open = score.results.items.iter().filter(|item| {
        item.open.is_some() && indicator.is_none_or(|indicator| &item.indicator == indicator)
    });
    let open: Vec<_> = open.map(|item| item.indicator.clone()).collect();
    let passed = open.is_empty();
    let reason = if passed { Reason::AllVerified } else { Reason::Unverified(open) };
    Gate { gate: GateKind::FiguresVerified, passed, reason }
}

fn no_false_report(score: &UnitScore) -> Gate {
    let passed = score.false_reports == 0;
    let reason =
        if passed { Reason::NothingFalse } else { Reason::ProvenFalse(score.false_reports) };
    Gate { gate: GateKind::NoFalseReport, passed, reason }
}

fn no_overdue_pledge(score: &UnitScore) -> Gate {
    let overdue = score.penalty.lines.iter().filter_map(|line| match line {
        PenaltyLine::Overdue { indicator, .. } => Some(indicator.clone()),
        _ => None,
    });
    let overdue: Vec<_> = overdue.collect();
    let passed = overdue.is_empty();
    let reason = if passed { Reason::NothingOverdue } else { Reason::Overdue(overdue) };
    Gate { gate: GateKind::NoOverduePledge, passed, reason }
}

fn not_rewarded(id: &str, rewarded: &BTreeSet<String>) -> Gate {
    let passed = !rewarded.contains(id);
    let reason = if passed { Reason::NewAchievement } else { Reason::AlreadyRewarded };
    Gate { gate: GateKind::NotRewarded, passed, reason }
}
