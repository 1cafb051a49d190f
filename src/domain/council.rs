//! The council's work, folded from the log: nominations, lists published before the vote, the
//! vote, its result, and what was rewarded after the real decision (`domain.md` §8).
//!
//! Who votes on a candidate is settled when the vote is opened and stands in that fact: everyone
//! who then holds a seat on the council, but nobody on themselves or on their own unit. Quorum is
//! ballots cast out of those entitled for that candidate; passed is *agree* out of ballots cast,
//! so that an abstention counts as somebody present who did not agree, as councils in Vietnam
//! count (a share of the members present). Who voted is a fact; how is not: the choices lie in an
//! urn of their own, and only their counts enter the log when the vote is closed: of too few ballots
//! for a result only how many they were.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::commendation::{Category, Gate};
use super::fact::{Fact, What};
use super::ids::{FactId, IndicatorCode, Number, PersonId, UnitCode};
use super::nomination::{Nominated, Nomination, Subject, name_key, number_of};

mod share;
#[cfg(test)]
mod tests;

pub use share::{NotAShare, Share};

/// A candidate as a list holds it: what the log alone says, without any person's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Which candidate.
    pub id: String,
    /// The unit.
    pub unit: UnitCode,
    /// For what.
    pub category: Category,
    /// On which indicator, where on one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorCode>,
    /// Of a person, whether they lead; absent for collectives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leader: Option<bool>,
    /// Every gate, passed, with what it found.
    pub gates: Vec<Gate>,
}

impl Listed {
    /// A nomination before any gate was looked at.
    pub fn nominated(one: &Nominated) -> Self {
        let nomination = &one.nomination;
        Self {
            id: one.candidate(),
            unit: nomination.unit.clone(),
            category: Category::Nominated,
            indicator: nomination.indicator.clone(),
            leader: match nomination.subject {
                Subject::Person { leader, .. } => Some(leader),
                _ => None,
            },
            gates: Vec::new(),
        }
    }
}

/// A list as published to the members before the vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The instant the candidates were computed as of.
    pub as_of: DateTime<Utc>,
    /// The last day on which comments are welcome; the vote opens after it.
    pub until: NaiveDate,
    /// The candidates the office chose, in the order of the whole list.
    pub candidates: Vec<Listed>,
}

/// A vote as opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The list voted on.
    pub list: FactId,
    /// The instant the candidates were computed anew as of.
    pub as_of: DateTime<Utc>,
    /// Those of the list that still pass every gate, in its order.
    pub papers: Vec<Paper>,
    /// Ballots cast out of those entitled, below which a result does not stand.
    pub quorum: Share,
    /// *Agree* out of ballots cast from which a candidate is passed.
    pub pass: Share,
    /// When it closes.
    pub closes_at: DateTime<Utc>,
}

/// A ballot paper: one candidate and who may vote on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// The candidate.
    pub listed: Listed,
    /// The members who may vote.
    pub entitled: BTreeSet<PersonId>,
    /// The members who may not: it is themselves or their own unit.
    pub excluded: BTreeSet<PersonId>,
}

/// A choice on a ballot paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// *Đồng ý*.
    Agree,
    /// *Không đồng ý*.
    Disagree,
    /// *Không ý kiến*.
    Abstain,
}

impl Choice {
    /// All, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Agree, Self::Disagree, Self::Abstain];

    /// The name, as stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Disagree => "disagree",
            Self::Abstain => "abstain",
        }
    }
}

/// How many ballots of each kind the urn holds for a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// *Đồng ý*.
    pub agree: u32,
    /// *Không đồng ý*.
    pub disagree: u32,
    /// *Không ý kiến*.
    pub abstain: u32,
}

impl Counts {
    /// All ballots.
    pub fn cast(self) -> u32 {
        self.agree + self.disagree + self.abstain
    }
}

/// What came of the vote on a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Which.
    pub candidate: String,
    /// How many were entitled to vote.
    pub entitled: u32,
    /// *Đồng ý*.
    pub agree: u32,
    /// *Không đồng ý*.
    pub disagree: u32,
    /// *Không ý kiến*.
    pub abstain: u32,
    /// How many voted, where they were too few for a result: how they voted is not told then, for
    /// the log names those who voted, and of one or two the counts would say how. Results of older
    /// programs have the counts instead, which nobody is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uncounted: Option<u32>,
    /// The result.
    pub result: Verdict,
}

impl Tally {
    /// Counts a paper.
    pub fn of(opening: &Opening, paper: &Paper, counts: Counts) -> Self {
        let entitled = u32::try_from(paper.entitled.len()).unwrap_or(u32::MAX);
        let result = if !opening.quorum.is_met(counts.cast(), entitled) {
            Verdict::NoQuorum
        } else if opening.pass.is_met(counts.agree, counts.cast()) {
            Verdict::Passed
        } else {
            Verdict::NotPassed
        };
        let Counts { agree, disagree, abstain } = counts;
        let candidate = paper.listed.id.clone();
        Self { candidate, entitled, agree, disagree, abstain, uncounted: None, result }.discreet()
    }

    /// The same as everybody may see it: without the counts where too few voted.
    #[must_use]
    pub fn discreet(self) -> Self {
        if self.result != Verdict::NoQuorum {
            return self;
        }
        let uncounted = Some(self.cast());
        Self { agree: 0, disagree: 0, abstain: 0, uncounted, ..self }
    }

    /// All ballots cast.
    pub fn cast(&self) -> u32 {
        self.uncounted.unwrap_or(self.agree + self.disagree + self.abstain)
    }

    /// The ballots of each kind, where enough voted for them to be told.
    pub fn told(&self) -> Option<Counts> {
        let Self { agree, disagree, abstain, .. } = *self;
        (self.result != Verdict::NoQuorum).then_some(Counts { agree, disagree, abstain })
    }
}

/// What a vote decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The council proposes the commendation.
    Passed,
    /// It does not.
    NotPassed,
    /// Too few voted for a result to stand.
    NoQuorum,
}

/// One list and all that came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// The publication.
    pub list: FactId,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<PersonId>,
    /// What was published.
    pub listing: Listing,
    /// Candidates the office took off it.
    pub withdrawn: BTreeMap<String, Withdrawal>,
    /// The vote, once opened.
    pub vote: Option<Vote>,
}

/// A candidate was taken off a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<PersonId>,
    /// Why.
    pub reason: String,
}

/// A vote and all that came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// The opening.
    pub fact: FactId,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<PersonId>,
    /// What was opened.
    pub opening: Opening,
    /// Who has voted on which candidate.
    pub voted: BTreeMap<String, BTreeSet<PersonId>>,
    /// The result, once closed.
    pub closed: Option<Closing>,
    /// When the office let the names of those passed become public.
    pub released: Option<DateTime<Utc>>,
}

/// The end of a vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// Its fact.
    pub fact: FactId,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom; nobody where its time had come.
    pub by: Option<PersonId>,
    /// Candidate by candidate.
    pub tallies: Vec<Tally>,
}

/// A commendation that was really decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reward {
    /// The candidate.
    pub candidate: String,
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<PersonId>,
    /// The decision's number or the office's words for it.
    pub decision: String,
}

/// Why somebody cannot vote on a candidate now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barred {
    /// The vote is closed, or its time is over.
    Closed,
    /// The candidate was taken off the list.
    Withdrawn,
    /// It is the member's own unit, or the member.
    Excluded,
    /// The person was not on the council when the vote was opened.
    NotEntitled,
    /// The person has voted.
    Voted,
}

/// Everything the council and those before it did, in the order of the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Council {
    /// Nominations, by their facts.
    pub nominations: BTreeMap<FactId, Nominated>,
    /// Lists, first to last.
    pub rounds: Vec<Round>,
    /// What was rewarded, in order.
    pub rewards: Vec<Reward>,
}

impl Council {
    /// The state after these facts, which stand in the order of the log.
    pub fn fold<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        let mut council = Self::default();
        for fact in facts {
            council.apply(fact);
        }
        council
    }

    /// Takes the next fact of the log.
    pub fn apply(&mut self, fact: &Fact) {
        let (at, by) = (fact.counted_at, fact.by);
        match &fact.what {
            What::Nominated(nomination) => {
                let Some(number) = fact.number else { return };
                let nomination = nomination.clone();
                let nominated =
                    Nominated { fact: fact.id, number, at, by, nomination, withdrawn: None };
                self.nominations.insert(fact.id, nominated);
            }
            What::NominationWithdrawn { nomination, .. } => {
                if let Some(nominated) = self.nominations.get_mut(nomination) {
                    nominated.withdrawn.get_or_insert(at);
                }
            }
            What::ListPublished(listing) => self.rounds.push(Round {
                list: fact.id,
                at,
                by,
                listing: listing.clone(),
                withdrawn: BTreeMap::new(),
                vote: None,
            }),
            What::CandidateWithdrawn { list, candidate, reason } => {
                if let Some(round) = self.rounds.iter_mut().find(|round| round.list == *list) {
                    let withdrawal = Withdrawal { at, by, reason: reason.clone() };
                    round.withdrawn.entry(candidate.clone()).or_insert(withdrawal);
                }
            }
            What::Rewarded { candidate, decision } => {
                let (candidate, decision) = (candidate.clone(), decision.clone());
                self.rewards.push(Reward { candidate, at, by, decision });
            }
            _ => self.apply_vote(fact),
        }
    }

    fn apply_vote(&mut self, fact: &Fact) {
        let (at, by) = (fact.counted_at, fact.by);
        match &fact.what {
            What::VoteOpened(opening) => {
                if let Some(round) = self.rounds.iter_mut().find(|one| one.list == opening.list) {
                    round.vote.get_or_insert(Vote {
                        fact: fact.id,
                        at,
                        by,
                        opening: (**opening).clone(),
                        voted: BTreeMap::new(),
                        closed: None,
                        released: None,
                    });
                }
            }
            What::Voted { vote, candidate } => {
                if let (Some(vote), Some(person)) = (self.vote_mut(*vote), by) {
                    vote.voted.entry(candidate.clone()).or_default().insert(person);
                }
            }
            What::VoteClosed { vote, results } => {
                if let Some(vote) = self.vote_mut(*vote) {
                    let tallies = results.iter().cloned().map(Tally::discreet).collect();
                    vote.closed.get_or_insert(Closing { fact: fact.id, at, by, tallies });
                }
            }
            What::ResultsReleased { vote } => {
                if let Some(vote) = self.vote_mut(*vote) {
                    vote.released.get_or_insert(at);
                }
            }
            _ => {}
        }
    }

    fn vote_mut(&mut self, fact: FactId) -> Option<&mut Vote> {
        self.rounds.iter_mut().filter_map(|round| round.vote.as_mut()).find(|one| one.fact == fact)
    }

    /// The nomination of that number.
    pub fn nomination(&self, number: Number) -> Option<&Nominated> {
        self.nominations.values().find(|nominated| nominated.number == number)
    }

    /// A unit's nominations that stand, oldest first.
    pub fn standing_of(&self, unit: &UnitCode) -> impl Iterator<Item = &Nominated> {
        let own = move |one: &&Nominated| one.withdrawn.is_none() && &one.nomination.unit == unit;
        self.nominations.values().filter(own)
    }

    /// The newest list.
    pub fn last(&self) -> Option<&Round> {
        self.rounds.last()
    }

    /// The round whose vote is open: opened and not closed yet.
    pub fn open(&self) -> Option<(&Round, &Vote)> {
        self.votes().find(|(_, vote)| vote.closed.is_none())
    }

    /// All votes, first to last, each with its round.
    pub fn votes(&self) -> impl DoubleEndedIterator<Item = (&Round, &Vote)> {
        self.rounds.iter().filter_map(|round| Some((round, round.vote.as_ref()?)))
    }

    /// The vote of that fact.
    pub fn vote(&self, fact: FactId) -> Option<(&Round, &Vote)> {
        self.votes().find(|(_, vote)| vote.fact == fact)
    }

    /// What the council last decided on a candidate, where a result stands.
    pub fn decided(&self, candidate: &str) -> Option<&Tally> {
        self.tally(candidate).filter(|tally| tally.result != Verdict::NoQuorum)
    }

    /// The last count for a candidate.
    pub fn tally(&self, candidate: &str) -> Option<&Tally> {
        let closed = self.votes().rev().filter_map(|(_, vote)| vote.closed.as_ref());
        closed.flat_map(|closing| &closing.tallies).find(|tally| tally.candidate == candidate)
    }

    /// Whether a nomination stands on a ballot paper, or did.
    pub fn was_voted_on(&self, candidate: &str) -> bool {
        self.votes().any(|(_, vote)| vote.paper(candidate).is_some())
    }

    /// The achievements that were rewarded.
    pub fn rewarded(&self) -> BTreeSet<String> {
        self.rewards.iter().flat_map(|reward| self.achievements(&reward.candidate)).collect()
    }

    /// What a candidate is commended for, under every name the achievement has: one achievement is
    /// rewarded once, whether the rule proposes it or the unit nominates it.
    pub fn achievements(&self, candidate: &str) -> BTreeSet<String> {
        let mut names = BTreeSet::from([candidate.to_owned()]);
        let Some(found) = number_of(candidate).and_then(|number| self.nomination(number)) else {
            return names;
        };
        let Nomination { unit, subject, indicator, entries, .. } = &found.nomination;
        let who = match subject {
            Subject::Unit => {
                names.extend(indicator.iter().map(|on| format!("over_achiever:{on}:{unit}")));
                format!("unit:{unit}")
            }
            Subject::Part { name } => format!("part:{unit}:{}", name_key(name)),
            Subject::Person { first, .. } => format!("person:{}", first.unwrap_or(found.fact)),
        };
        names.extend(indicator.iter().map(|on| format!("{who}:indicator:{on}")));
        names.extend(entries.iter().map(|entry| format!("{who}:entry:{entry}")));
        names
    }
}

impl Round {
    /// The published candidates that were not taken off.
    pub fn standing(&self) -> impl Iterator<Item = &Listed> {
        self.listing.candidates.iter().filter(|one| !self.withdrawn.contains_key(&one.id))
    }

    /// Whether a candidate is on it.
    pub fn holds(&self, candidate: &str) -> bool {
        self.standing().any(|one| one.id == candidate)
    }
}

impl Vote {
    /// The paper of a candidate.
    pub fn paper(&self, candidate: &str) -> Option<&Paper> {
        self.opening.papers.iter().find(|paper| paper.listed.id == candidate)
    }

    /// Whether somebody has voted on a candidate.
    pub fn has_voted(&self, candidate: &str, person: PersonId) -> bool {
        self.voted.get(candidate).is_some_and(|those| those.contains(&person))
    }

    /// How many have voted on a candidate.
    pub fn count(&self, candidate: &str) -> u32 {
        let those = self.voted.get(candidate).map_or(0, BTreeSet::len);
        u32::try_from(those).unwrap_or(u32::MAX)
    }

    /// Whether somebody may vote on a candidate at an instant, as far as the log says; whether they
    /// still sit on the council is the policy's question.
    ///
    /// # Errors
    /// Why not.
    pub fn admit(
        &self,
        round: &Round,
        paper: &Paper,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<(), Barred> {
        let candidate = &paper.listed.id;
        if self.closed.is_some() || now >= self.opening.closes_at {
            Err(Barred::Closed)
        } else if round.withdrawn.contains_key(candidate) {
            Err(Barred::Withdrawn)
        } else if paper.excluded.contains(&person) {
            Err(Barred::Excluded)
        } else if !paper.entitled.contains(&person) {
            Err(Barred::NotEntitled)
        } else if self.has_voted(candidate, person) {
            Err(Barred::Voted)
        } else {
            Ok(())
        }
    }

    /// The first paper that keeps the vote from being closed at an instant: before its time it may
    /// end only once every paper has its quorum, or all have voted. Otherwise whoever closes it
    /// could choose the moment at which a single ballot, whose voter the log names, is counted.
    pub fn keeps_open<'a>(&'a self, round: &'a Round, now: DateTime<Utc>) -> Option<&'a Paper> {
        let quorum = self.opening.quorum;
        let enough = |paper: &&Paper| {
            let entitled = u32::try_from(paper.entitled.len()).unwrap_or(u32::MAX);
            let cast = self.count(&paper.listed.id);
            cast >= entitled || quorum.is_met(cast, entitled)
        };
        let early = now < self.opening.closes_at;
        self.counted(round).find(|paper| early && !enough(paper))
    }

    /// The papers that are counted: those of candidates that were not taken off.
    pub fn counted<'a>(&'a self, round: &'a Round) -> impl Iterator<Item = &'a Paper> {
        self.opening.papers.iter().filter(|one| !round.withdrawn.contains_key(&one.listed.id))
    }
}
