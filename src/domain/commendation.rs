//! Who might be commended, proposed by rule and decided by people (`domain.md` §8).
//!
//! Every gate is shown, passed or failed, with what it found; the sentences are made elsewhere.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::campaign::Campaign;
use super::collation;
use super::council::{Council, Listed, Tally, Verdict};
use super::figure::Fixed;
use super::ids::{FactId, IndicatorCode, Number, UnitCode};
use super::nomination::Nominated;
use super::quantity::Quantity;
use super::ranking::{self, Standing, Table};
use super::scoring::{BonusLine, PenaltyLine, UnitScore};

mod nominated;
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
    /// On which indicator, for over-achievers and where a nomination names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorCode>,
    /// The number of the nomination behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nomination: Option<Number>,
    /// The person's post, where it is a person's and known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub post: String,
    /// Of a person, whether they lead; those who do not work directly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leader: Option<bool>,
    /// Whether it is a small collective inside the unit.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub small: bool,
    /// Whether every gate is passed.
    pub eligible: bool,
    /// All gates.
    pub gates: Vec<Gate<R>>,
    /// How the council voted, once it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub votes: Option<Votes>,
}

/// What a candidate is proposed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// First place in its cluster.
    ClusterLeader,
    /// At least one full step beyond a pledge's target.
    OverAchiever,
    /// The greatest gain since day 30.
    MostImproved,
    /// Its unit nominated it.
    Nominated,
}

impl Category {
    /// Whether a candidate of this kind says how units stand to each other: what the table says.
    pub fn tells_places(self) -> bool {
        matches!(self, Self::ClusterLeader | Self::MostImproved)
    }

    /// From which day on its candidates may become known, where the freeze of the public table
    /// forbids it on `on`: the freeze covers every surface (`domain.md` §5).
    pub fn withheld_until(self, campaign: &Campaign, on: NaiveDate) -> Option<NaiveDate> {
        let withheld = self.tells_places() && ranking::is_frozen(campaign, on);
        withheld.then(|| campaign.calendar().end()).map(|end| end.succ_opt().unwrap_or(end))
    }
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate<R = Reason> {
    /// Which.
    pub gate: GateKind,
    /// Whether it is passed.
    pub passed: bool,
    /// What was found.
    pub reason: R,
}

/// The conditions of a commendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

/// What a gate found; stored with a published list, so never renamed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Every figure it rests on is confirmed.
    AllVerified,
    /// These indicators' newest figures are not checked yet.
    Unverified(Vec<IndicatorCode>),
    /// These entries it rests on are not confirmed.
    EntriesUnverified(Vec<Number>),
    /// It rests on no figure; people look at what was shown.
    NoFigures,
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
    /// Without an opinion.
    pub abstain: u32,
    /// How many voted, where they were too few for the counts to be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uncounted: Option<u32>,
    /// Members entitled to vote on the candidate.
    pub entitled: u32,
    /// What that decides.
    pub result: Verdict,
}

impl From<&Tally> for Votes {
    fn from(tally: &Tally) -> Self {
        Self {
            approve: tally.agree,
            reject: tally.disagree,
            abstain: tally.abstain,
            uncounted: tally.uncounted,
            entitled: tally.entitled,
            result: tally.result,
        }
    }
}

/// What the log tells of candidates beside the scores.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// Nominations, votes and rewards.
    pub council: Council,
    /// The entries that nominations rest on.
    pub entries: BTreeMap<FactId, RestsOn>,
}

/// An entry that a nomination rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RestsOn {
    /// The number people know it by.
    pub number: Number,
    /// Whether a value of it is confirmed.
    pub confirmed: bool,
}

/// Proposes candidates.
///
/// `scores` are those of `now`, the table as of the instant; `at_day_30` is the table of the end
/// of day [`IMPROVEMENT_FROM_DAY`], once that day is over. Nominations are ranked by nobody: they
/// stand by unit in the order of a Vietnamese list, inside a unit those first that the rules favour
/// (small collectives, people who work directly), then by number. People have no names yet.
pub fn candidates(
    campaign: &Campaign,
    scores: &[UnitScore],
    now: &Table,
    at_day_30: Option<&Table>,
    told: &Told,
) -> Candidates {
    let by_unit: HashMap<_, _> = scores.iter().map(|score| (&score.unit, score)).collect();
    let rewarded = told.council.rewarded();
    let propose = |proposal: Proposal| {
        let examined = by_unit.get(&proposal.unit).map(|score| proposal.examine(score, &rewarded));
        examined.map(|candidate| candidate.voted_on(&told.council))
    };
    let proposals = leaders(now)
        .into_iter()
        .chain(over_achievers(campaign, scores))
        .chain(at_day_30.into_iter().flat_map(|before| improved(before, now)));
    let hundred = Quantity::from_scaled(100 * super::quantity::SCALE);
    let leaders_at_most =
        hundred.to_rational() - campaign.rules().direct_workers_percent.to_rational();
    let mut collectives: Vec<Candidate> = proposals.filter_map(propose).collect();
    let (people, units): (Vec<_>, Vec<_>) =
        nominated::examine(scores, told).into_iter().partition(|one| one.leader.is_some());
    collectives.extend(units);
    Candidates {
        as_of: now.as_of,
        collectives,
        leader_share: leader_share(people.iter().filter_map(|one| one.leader)),
        individuals: people,
        leader_quota: Fixed::rounded(&leaders_at_most),
    }
}

/// The share of leaders among people, in percent; none of nobody.
pub fn leader_share(people: impl Iterator<Item = bool>) -> Option<Fixed<1>> {
    let (mut leaders, mut all) = (0_i64, 0_i64);
    for leader in people {
        leaders += i64::from(leader);
        all += 1;
    }
    let share = || num_rational::BigRational::new((leaders * 100).into(), all.into());
    (all > 0).then(|| Fixed::rounded(&share()))
}

impl<R> Candidates<R> {
    /// Collectives, then individuals.
    pub fn all(&self) -> impl Iterator<Item = &Candidate<R>> {
        self.collectives.iter().chain(&self.individuals)
    }

    /// The candidate of that id.
    pub fn find(&self, id: &str) -> Option<&Candidate<R>> {
        self.all().find(|candidate| candidate.id == id)
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
    /// What a list holds of it: nothing that names a person.
    pub fn listed(&self) -> Listed {
        Listed {
            id: self.id.clone(),
            unit: self.unit.clone(),
            category: self.category,
            indicator: self.indicator.clone(),
            leader: self.leader,
            gates: self.gates.clone(),
        }
    }

    fn voted_on(self, council: &Council) -> Self {
        let votes = council.tally(&self.id).map(Votes::from);
        Self { votes, ..self }
    }

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
            nomination: self.nomination,
            post: self.post,
            leader: self.leader,
            small: self.small,
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
            not_rewarded(&BTreeSet::from([self.id.clone()]), rewarded),
        ];
        Candidate {
            id: self.id,
            name: score.name.clone(),
            unit: self.unit,
            category: self.category,
            indicator: self.indicator,
            nomination: None,
            post: String::new(),
            leader: None,
            small: false,
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

/// One achievement, one reward: none of the names it goes by was rewarded.
fn not_rewarded(names: &BTreeSet<String>, rewarded: &BTreeSet<String>) -> Gate {
    let passed = names.is_disjoint(rewarded);
    let reason = if passed { Reason::NewAchievement } else { Reason::AlreadyRewarded };
    Gate { gate: GateKind::NotRewarded, passed, reason }
}
