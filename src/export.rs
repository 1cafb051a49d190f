//! Everything an office needs to keep of a campaign: one JSON document, or a workbook to read.
//!
//! The document holds facts only: neither languages nor reminder settings, invitations or messages.
//! It says when it was made in `exported_at`; the rest follows from the facts, so that two exports
//! of the same facts are the same text. Things are named by the numbers people know (`#17`), which
//! count per kind, and people by a number whose name stands under `people`. Decimals are strings
//! with a dot, times are RFC 3339, and what does not exist is an absent key.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use sqlx::SqliteConnection;

use crate::domain::calendar::Week;
use crate::domain::campaign::Definition;
use crate::domain::ids::{IndicatorCode, Number, PersonId, UnitCode};
use crate::domain::policy::Role;
use crate::domain::quantity::Quantity;
use crate::domain::ranking::Table;
use crate::standings;
use crate::store::campaigns::Loaded;
use crate::store::{self, StoreError};

pub mod council;
mod gather;
mod honours;
mod openness;
mod scores;
#[cfg(test)]
mod tests;
pub mod workbook;

use gather::Gatherer;
pub use honours::{Badge, Chosen, Example, Grounds, Kudos, Landmark};
pub use openness::{Appeal, Openness, SpotCheck};
pub use scores::{Part, ScoreLine, Scores};

/// The `export` document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Export {
    /// When it was made; the only thing in it that is not a fact.
    pub exported_at: DateTime<Utc>,
    /// The campaign's code.
    pub campaign: String,
    /// The definition in force.
    pub definition: Definition,
    /// Since when each definition has been in force, the first one first.
    pub definitions: Vec<Defined>,
    /// Those who hold a role or did something, by number; who was erased has an empty name.
    pub people: Vec<Person>,
    /// Pledges by number.
    pub pledges: Vec<Pledge>,
    /// Entries by number.
    pub entries: Vec<Entry>,
    /// Those entries that corrected an earlier one, and confirmed values that were corrected in
    /// public, with before and after.
    pub corrections: Vec<Correction>,
    /// Weeks excused from reports.
    pub excuses: Vec<Excuse>,
    /// Badges by number, those taken back too.
    pub badges: Vec<Badge>,
    /// What everybody together reached for the first time, week by week.
    pub landmarks: Vec<Landmark>,
    /// Examples of the week by number of the nomination.
    pub examples: Vec<Example>,
    /// Thanks between units by number.
    pub kudos: Vec<Kudos>,
    /// Obstacles by number.
    pub obstacles: Vec<Obstacle>,
    /// Directives by number.
    pub directives: Vec<Directive>,
    /// Council awards by number.
    pub awards: Vec<Award>,
    /// Entries declared false, by number of the declaration.
    pub false_reports: Vec<FalseReport>,
    /// Nominations by number.
    pub nominations: Vec<council::Nomination>,
    /// Published lists and the council's votes on them, in counts.
    pub votes: Vec<council::Ballot>,
    /// Commendations recorded after the real decision.
    pub rewards: Vec<council::Reward>,
    /// Appeals against decisions, and spot checks.
    pub openness: Openness,
    /// Closed weeks, in the shape of the `ranking` document.
    pub snapshots: Vec<Table>,
    /// The lines of every score at the last closing; absent before the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scores: Option<Scores>,
    /// When the campaign was put away, and taken up again.
    pub archive: Vec<Archiving>,
}

/// The campaign was put away, or taken up again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Archiving {
    /// Whether it was put away.
    pub archived: bool,
    /// When, and by whom.
    #[serde(flatten)]
    pub done: Done,
}

/// Who did something, and when it counts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Done {
    /// When: the instant of the message.
    pub at: DateTime<Utc>,
    /// Who; nobody for what was done on the command line or by the program itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// What was said with it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// A definition that entered the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Defined {
    /// Since when, and by whom.
    #[serde(flatten)]
    pub done: Done,
    /// The definition whole.
    pub definition: Definition,
}

/// Somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// By which the rest of the document knows them.
    pub id: PersonId,
    /// Full name; empty once erased.
    pub name: String,
    /// Post.
    pub post: String,
    /// Roles in this campaign.
    pub roles: Vec<Held>,
}

/// A role held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Held {
    /// Which.
    pub role: Role,
    /// Where, for roles of a unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
}

/// A pledge and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pledge {
    /// `#5` without the sign.
    pub id: Number,
    /// Whose.
    pub unit: UnitCode,
    /// On what.
    pub indicator: IndicatorCode,
    /// What is promised, in the indicator's measure; for milestones the number of steps.
    pub target: Quantity,
    /// By when.
    pub due: NaiveDate,
    /// Why it lies below the assigned target, where it does.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// When it was submitted.
    pub at: DateTime<Utc>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// Where it stands.
    pub state: PledgeState,
    /// The office's decision, with its reason where it returned the pledge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided: Option<Done>,
    /// When the unit withdrew it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Done>,
}

/// Where a pledge stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PledgeState {
    /// The office has not decided.
    Waiting,
    /// It counts, unless a later one on the same line was approved.
    Approved,
    /// It went back to the unit.
    Returned,
    /// The unit took it back.
    Withdrawn,
}

/// An entry (*cập nhật tiến độ*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// `#17` without the sign.
    pub id: Number,
    /// Whose.
    pub unit: UnitCode,
    /// On what.
    pub indicator: IndicatorCode,
    /// What kind.
    pub kind: Kind,
    /// The value reported, in the indicator's measure; absent for "no change".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Quantity>,
    /// The official's own words.
    pub note: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// The entry that a correction replaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refers_to: Option<Number>,
    /// How many photos and files were shown with it.
    pub evidence: usize,
    /// What came of its check.
    pub verification: Verification,
}

/// What kind of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A new value.
    Report,
    /// Nothing has changed.
    NoChange,
    /// Another value in place of an earlier entry's.
    Correction,
}

/// What came of the check of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// Where it stands.
    pub state: Checked,
    /// The value confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Quantity>,
    /// Who checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<DateTime<Utc>>,
    /// Why it was returned, or why another value was confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Where the check of an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Checked {
    /// Nobody has checked it.
    Open,
    /// Its author replaced it before anybody had checked it.
    Superseded,
    /// "No change" is not checked.
    NotNeeded,
    /// Its value was confirmed.
    Confirmed,
    /// Another value was confirmed.
    Partly,
    /// It went back.
    Returned,
}

/// A value that was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// The number of a published correction; absent where the unit's own entry corrects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Number>,
    /// The entry that corrects; absent where a confirmed value was corrected in public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<Number>,
    /// The entry corrected.
    pub of: Number,
    /// Whose.
    pub unit: UnitCode,
    /// On what.
    pub indicator: IndicatorCode,
    /// The value before; absent where a "no change" was corrected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Quantity>,
    /// The value after.
    pub after: Quantity,
    /// When, by whom and in what words.
    #[serde(flatten)]
    pub done: Done,
}

/// A week that the office excused a unit from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Excuse {
    /// Whom.
    pub unit: UnitCode,
    /// From which week.
    pub week: Week,
    /// When, by whom and why.
    #[serde(flatten)]
    pub done: Done,
}

/// An obstacle (*vướng mắc*) and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Obstacle {
    /// `#5` without the sign.
    pub id: Number,
    /// Whose.
    pub unit: UnitCode,
    /// On what.
    pub indicator: IndicatorCode,
    /// When, by whom and what.
    #[serde(flatten)]
    pub done: Done,
    /// How many photos and files were shown with it.
    pub evidence: usize,
    /// To whom it was put, in order.
    pub assigned: Vec<Assigned>,
    /// The answers, in order.
    pub answers: Vec<Told>,
    /// When the unit closed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Done>,
}

/// An obstacle was put to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assigned {
    /// A unit's code; absent where it was put to the leaders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// By when an answer is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// When and by whom.
    #[serde(flatten)]
    pub done: Done,
}

/// An answer or a report, with what was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// When, by whom and in what words.
    #[serde(flatten)]
    pub done: Done,
    /// How many photos and files were shown with it.
    pub evidence: usize,
}

/// A report of a directive was sent back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SentBack {
    /// The new date, where one was set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// When, by whom and why.
    #[serde(flatten)]
    pub done: Done,
}

/// A directive (*chỉ đạo*) and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Directive {
    /// `#12` without the sign.
    pub id: Number,
    /// To whom.
    pub unit: UnitCode,
    /// By when, as it was given or last set anew.
    pub due: NaiveDate,
    /// When, by whom and what.
    #[serde(flatten)]
    pub done: Done,
    /// When the unit said that it has read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<Done>,
    /// Every report of the unit that it is done, in order.
    pub reports: Vec<Told>,
    /// Every time a report was sent back, in order.
    pub sent_back: Vec<SentBack>,
    /// When and how the unit reported it done; absent while a report is sent back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed: Option<Done>,
    /// When the report was taken for good.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Done>,
    /// When and why it was taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Done>,
}

/// A council award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Award {
    /// Its number.
    pub id: Number,
    /// To whom.
    pub unit: UnitCode,
    /// Points.
    pub points: Quantity,
    /// When and by whom it was proposed, and why.
    #[serde(flatten)]
    pub done: Done,
    /// When and by whom it was confirmed; it counts from then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Done>,
    /// When and by whom it was declined or taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declined: Option<Done>,
}

/// An entry declared false.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FalseReport {
    /// The number of the declaration.
    pub id: Number,
    /// The entry.
    pub entry: Number,
    /// Whose.
    pub unit: UnitCode,
    /// On what.
    pub indicator: IndicatorCode,
    /// When and by whom it was declared, and why.
    #[serde(flatten)]
    pub done: Done,
    /// When and by whom that was confirmed; it counts from then, unless an appeal cleared the unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Done>,
    /// When and by whom it was declined or taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declined: Option<Done>,
}

/// Gathers a campaign's facts.
///
/// # Errors
/// When a row cannot be read.
pub async fn export(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    now: DateTime<Utc>,
) -> Result<Export, StoreError> {
    let mut facts = store::log::of_campaign(&mut *connection, loaded.id).await?;
    store::listed::join(&mut *connection, &mut facts).await?;
    store::council::join(&mut *connection, &mut facts).await?;
    let mut gathered = Gatherer::default();
    for fact in &facts {
        gathered.take(fact)?;
    }
    let mut roles: BTreeMap<PersonId, Vec<Held>> = BTreeMap::new();
    for (person, held) in store::people::members(&mut *connection, loaded.id).await? {
        let held = Held { role: held.role, unit: held.unit };
        roles.entry(person).or_default().push(held);
    }
    let acted = facts.iter().filter_map(|fact| fact.by);
    let everybody: BTreeSet<PersonId> = acted.chain(roles.keys().copied()).collect();
    let mut people = Vec::with_capacity(everybody.len());
    for id in everybody {
        if let Some(person) = store::people::by_id(&mut *connection, id).await? {
            let roles = roles.remove(&id).unwrap_or_default();
            people.push(Person { id, name: person.name, post: person.post, roles });
        }
    }
    let nominees = store::council::nominees(&mut *connection, loaded.id).await?;
    let snapshots = store::snapshots::all(&mut *connection, loaded.id).await?;
    let snapshots = snapshots.iter().map(standings::parse).collect::<Result<Vec<_>, _>>()?;
    let scores = scores::gather(connection, loaded, &snapshots).await?;
    let definition = loaded.campaign.definition().clone();
    Ok(Export { scores, ..gathered.finish(now, definition, people, &nominees, snapshots) })
}
