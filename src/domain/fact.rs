//! The facts of a campaign: what people did, in the order it was recorded, never changed.
//!
//! Everything shown to anyone is folded from these and from nothing else.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::badge::Given;
use super::calendar::Week;
use super::campaign::Definition;
use super::council::{Listing, Opening, Tally};
use super::ids::{FactId, Number, PersonId, UnitCode};
use super::landmark::Landmark;
use super::nomination::Nomination;
use super::quantity::Quantity;

mod about;
mod entry;
mod line;

pub use entry::{Doubt, EntryKind, Evidence, Outcome, Reported, Verdict};
pub use line::{Addressee, Decision, Line, Pledged};

/// One row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its place in the log.
    pub id: FactId,
    /// The number people know it by, for kinds that have one.
    pub number: Option<Number>,
    /// When it counts: the instant of the person's message, never later than the recording and
    /// never inside a week already closed.
    pub counted_at: DateTime<Utc>,
    /// When it entered the log.
    pub recorded_at: DateTime<Utc>,
    /// Who did it; nobody for what the program itself records.
    pub by: Option<PersonId>,
    /// What was done.
    pub what: What,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum What {
    /// The campaign was defined, or defined anew: the whole definition from then on.
    Defined(Box<Definition>),
    /// A unit submitted a pledge (*đăng ký*).
    Pledged(Pledged),
    /// The office approved a pledge, or returned it with a reason.
    PledgeDecided {
        /// The pledge.
        pledge: FactId,
        /// Unit and indicator of the pledge.
        line: Line,
        /// The decision.
        decision: Decision,
    },
    /// The unit withdrew a pledge.
    PledgeWithdrawn {
        /// The pledge.
        pledge: FactId,
        /// Unit and indicator of the pledge.
        line: Line,
    },
    /// A unit nominated a collective or a person for a commendation.
    Nominated(Nomination),
    /// The unit took a nomination back before the vote.
    NominationWithdrawn {
        /// The nomination.
        nomination: FactId,
        /// Whose.
        unit: UnitCode,
    },
    /// The office published candidates to the members before the vote.
    ListPublished(Listing),
    /// The office took a candidate off a list.
    CandidateWithdrawn {
        /// The publication.
        list: FactId,
        /// Which candidate.
        candidate: String,
        /// Why; of a person nominated it stands beside the log.
        reason: String,
    },
    /// The office opened the council's vote on a list.
    VoteOpened(Box<Opening>),
    /// A member of the council voted on a candidate; how is no fact.
    Voted {
        /// The opening.
        vote: FactId,
        /// On which candidate.
        candidate: String,
    },
    /// A vote was closed, by the office or by its time, and counted.
    VoteClosed {
        /// The opening.
        vote: FactId,
        /// The counts and the result, candidate by candidate.
        results: Vec<Tally>,
    },
    /// The office let the names of those passed become public.
    ResultsReleased {
        /// The opening of the vote.
        vote: FactId,
    },
    /// The office recorded a commendation after the real decision.
    Rewarded {
        /// The candidate.
        candidate: String,
        /// The decision's number or the office's words for it; of a person nominated these stand
        /// beside the log.
        decision: String,
    },
    /// A unit reported.
    Reported(Reported),
    /// Evidence was added to an entry after it was reported.
    EvidenceAdded {
        /// The entry.
        entry: FactId,
        /// Unit and indicator of the entry.
        line: Line,
        /// The evidence.
        evidence: Evidence,
    },
    /// The office put the campaign away once it was over: from then on it is for reading only.
    Archived {},
    /// The office took a campaign that was put away up again.
    Reopened {},
    /// An entry was checked (*thẩm định*).
    Checked {
        /// The entry.
        entry: FactId,
        /// Unit and indicator of the entry.
        line: Line,
        /// What came of it.
        outcome: Outcome,
    },
    /// The office excused a unit from the reports of a week.
    Excused {
        /// Who.
        unit: UnitCode,
        /// Which week.
        week: Week,
        /// Why.
        reason: String,
    },
    /// A badge (*huy hiệu*) was given at the closing of a week.
    BadgeGiven(Given),
    /// The office took a badge back.
    BadgeRevoked {
        /// The badge.
        badge: FactId,
        /// Whose it was.
        unit: UnitCode,
        /// Why.
        reason: String,
    },
    /// Badges and landmarks were judged at the closing of a week. Weeks closed by a program that
    /// knew of neither have no such fact, and nothing was judged.
    WeekHonoured {
        /// Which.
        week: Week,
        /// How many badges were given.
        badges: u32,
        /// What everybody together had reached for the first time.
        landmarks: Vec<Landmark>,
    },
    /// A unit nominated an example of the week (*gương sáng*).
    ExampleNominated {
        /// Who nominates.
        unit: UnitCode,
        /// Whose example it is; a unit may nominate its own people.
        of: UnitCode,
        /// What they did.
        text: String,
    },
    /// The office chose an example.
    ExampleChosen {
        /// The nomination.
        example: FactId,
        /// Whose example it is.
        unit: UnitCode,
        /// The week in whose public post it is told.
        week: Week,
    },
    /// A unit thanked another.
    KudosGiven {
        /// Who thanks.
        unit: UnitCode,
        /// Whom.
        to: UnitCode,
        /// What for.
        text: String,
    },
    /// A unit raised an obstacle (*vướng mắc*).
    ObstacleRaised {
        /// Unit and indicator it stands in the way of.
        line: Line,
        /// What it is.
        text: String,
        /// What was shown with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<Evidence>,
    },
    /// The office put an obstacle to somebody, with a date.
    ObstacleAssigned {
        /// The obstacle.
        obstacle: FactId,
        /// Unit and indicator of the obstacle.
        line: Line,
        /// To whom.
        to: Addressee,
        /// By when.
        due: Option<NaiveDate>,
    },
    /// The one who was asked answered.
    ObstacleAnswered {
        /// The obstacle.
        obstacle: FactId,
        /// Unit and indicator of the obstacle.
        line: Line,
        /// The answer.
        text: String,
        /// What was shown with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<Evidence>,
    },
    /// The unit closed its obstacle.
    ObstacleClosed {
        /// The obstacle.
        obstacle: FactId,
        /// Unit and indicator of the obstacle.
        line: Line,
    },
    /// A leader or the office gave a directive (*chỉ đạo*).
    Directed {
        /// To whom.
        unit: UnitCode,
        /// By when.
        due: NaiveDate,
        /// What.
        text: String,
    },
    /// The unit reported a directive done.
    DirectiveDone {
        /// The directive.
        directive: FactId,
        /// Whose.
        unit: UnitCode,
        /// What was done.
        text: String,
        /// What was shown with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<Evidence>,
    },
    /// The unit said that it has read a directive.
    DirectiveAcknowledged {
        /// The directive.
        directive: FactId,
        /// Whose.
        unit: UnitCode,
    },
    /// Whoever gave a directive, or the office, took the unit's report for good.
    DirectiveClosed {
        /// The directive.
        directive: FactId,
        /// Whose.
        unit: UnitCode,
    },
    /// Whoever gave a directive, or the office, sent the unit's report back.
    DirectiveReopened {
        /// The directive.
        directive: FactId,
        /// Whose.
        unit: UnitCode,
        /// Why.
        reason: String,
        /// The new date, where there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<NaiveDate>,
    },
    /// Whoever gave a directive, or the office, took it back: it is nobody's task any more.
    DirectiveWithdrawn {
        /// The directive.
        directive: FactId,
        /// Whose.
        unit: UnitCode,
        /// Why.
        reason: String,
    },
    /// An office member proposed a council award; it counts once a second one confirms.
    AwardProposed {
        /// To whom.
        unit: UnitCode,
        /// Points, above zero.
        points: Quantity,
        /// Why.
        reason: String,
    },
    /// A second office member confirmed an award.
    AwardConfirmed {
        /// The award.
        award: FactId,
        /// To whom.
        unit: UnitCode,
    },
    /// An office member declared an entry false; it counts once a second one confirms.
    FalseDeclared {
        /// The entry.
        entry: FactId,
        /// Unit and indicator of the entry.
        line: Line,
        /// Why.
        reason: String,
    },
    /// A second office member confirmed that an entry was false.
    FalseConfirmed {
        /// The declaration.
        declaration: FactId,
        /// The entry.
        entry: FactId,
        /// Unit and indicator of the entry.
        line: Line,
    },
    /// An office member declined an award, or whoever had proposed it took it back.
    AwardDeclined {
        /// The award.
        award: FactId,
        /// To whom it would have gone.
        unit: UnitCode,
    },
    /// An office member declined to call an entry false, or whoever had declared it took it back.
    FalseDeclined {
        /// The declaration.
        declaration: FactId,
        /// The entry.
        entry: FactId,
        /// Unit and indicator of the entry.
        line: Line,
    },
    /// A confirmed value was corrected in public (*đính chính*): it is another one from then on.
    Corrected {
        /// The entry.
        entry: FactId,
        /// Unit and indicator of the entry.
        line: Line,
        /// The value that was confirmed until then.
        before: Quantity,
        /// The value from then on.
        after: Quantity,
        /// Why.
        reason: String,
    },
    /// A unit appealed (*khiếu nại*) against what was decided on one of its entries.
    Appealed {
        /// The decision: a check, a correction, or a false report that was confirmed.
        against: FactId,
        /// The entry.
        entry: FactId,
        /// Unit and indicator of the entry.
        line: Line,
        /// Why.
        reason: String,
    },
    /// The office decided an appeal.
    AppealDecided {
        /// The appeal.
        appeal: FactId,
        /// The entry.
        entry: FactId,
        /// Unit and indicator of the entry.
        line: Line,
        /// What came of it.
        verdict: Verdict,
        /// Why.
        reason: String,
    },
    /// Confirmed entries were drawn for a second look, in an order that nobody can choose.
    SpotCheckDrawn {
        /// The closed week in which they were confirmed.
        week: Week,
        /// What the order follows from: the digest of that week's table.
        seed: String,
        /// The entries, in the order drawn.
        entries: Vec<FactId>,
    },
    /// A week was closed; its table has this digest.
    WeekClosed {
        /// Which.
        week: Week,
        /// SHA-256 of the stored table, in hexadecimal.
        digest: String,
    },
}
