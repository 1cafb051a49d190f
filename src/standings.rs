//! Where everybody stands: the store's facts put through the domain's rules, as of an instant.
//!
//! What handlers, jobs and the command line show is computed here and nowhere else, so that a
//! table on a phone, in the archive and on the console cannot differ. Units are read a few dozen
//! at a time: of three million entries no more than theirs are ever in memory.

use std::sync::Arc;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

use crate::domain::briefing::{Brief, BriefBuilder};
use crate::domain::calendar::Week;
use crate::domain::campaign::{Campaign, Unit};
use crate::domain::ids::CampaignId;
use crate::domain::ranking::{self, Table};
use crate::domain::scoring::{self, UnitScore};
use crate::domain::unit::UnitState;
use crate::hex;
use crate::store::campaigns::Loaded;
use crate::store::snapshots::Snapshot;
use crate::store::{self, Result, StoreError};

pub mod commend;
pub mod honours;
pub mod live;
pub mod moments;
pub mod posted;
pub mod review;
pub mod units;
#[cfg(test)]
pub(crate) mod tests;

pub use commend::candidates;

/// How many units are read in one round trip.
pub(crate) const CHUNK: usize = 64;

/// Everything that is shown of a campaign as of an instant.
#[derive(Debug, Clone)]
pub struct Standings {
    /// The campaign under the definition in force at the instant.
    pub loaded: Arc<Loaded>,
    /// The table.
    pub table: Table,
    /// The scores behind it, in the workbook's order, with their accuracy settled.
    pub scores: Vec<UnitScore>,
    /// The brief.
    pub brief: Brief,
}

/// Computes everything as of an instant, from the log alone.
///
/// # Errors
/// When the campaign has no definition or a row cannot be read.
pub async fn compute(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    as_of: DateTime<Utc>,
) -> Result<Standings> {
    let loaded = Arc::new(store::campaigns::load(&mut *connection, campaign, as_of).await?);
    let mut gathering = Gathering::new(&loaded.campaign, as_of);
    for units in loaded.campaign.units().chunks(CHUNK) {
        let states = store::book::states(&mut *connection, &loaded, units, as_of).await?;
        gathering.add(units, &states);
    }
    let previous = previous(connection, &loaded, as_of).await?;
    let (table, scores, brief) = gathering.finish(previous.as_ref());
    Ok(Standings { loaded, table, scores, brief })
}

/// Gathers the scores and the brief while the units pass by.
pub(crate) struct Gathering<'a> {
    campaign: &'a Campaign,
    as_of: DateTime<Utc>,
    scores: Vec<UnitScore>,
    brief: BriefBuilder<'a>,
}

impl<'a> Gathering<'a> {
    /// Of nobody yet.
    pub(crate) fn new(campaign: &'a Campaign, as_of: DateTime<Utc>) -> Self {
        let scores = Vec::with_capacity(campaign.units().len());
        Self { campaign, as_of, scores, brief: BriefBuilder::new(campaign, as_of) }
    }

    /// Takes units with their states.
    pub(crate) fn add(&mut self, units: &[Unit], states: &[UnitState]) {
        for (unit, state) in units.iter().zip(states) {
            let score = scoring::score(self.campaign, unit, state, self.as_of);
            self.brief.add(unit, state, &score);
            self.scores.push(score);
        }
    }

    /// Ranks what was gathered.
    pub(crate) fn finish(mut self, previous: Option<&Table>) -> (Table, Vec<UnitScore>, Brief) {
        let week = week_of(self.campaign, self.as_of);
        let table = ranking::table(self.campaign, &mut self.scores, self.as_of, week, previous);
        (table, self.scores, self.brief.finish())
    }
}

/// The week a table belongs to: at a week's closing that week, between two closings the one that
/// is open, after the last closing the last.
pub fn week_of(campaign: &Campaign, as_of: DateTime<Utc>) -> Week {
    let calendar = campaign.calendar();
    let closes_now = calendar.last_closed(as_of).filter(|week| calendar.closing(*week) == as_of);
    let last = || Week(calendar.weeks());
    closes_now.or_else(|| calendar.open_week(as_of)).unwrap_or_else(last)
}

/// The table of the week before the one that `as_of` belongs to: as closed, or where it is not
/// closed yet as it will be. Its own places won and lost are then left out, since nobody asks.
pub(crate) async fn previous(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    as_of: DateTime<Utc>,
) -> Result<Option<Table>> {
    let week = week_of(&loaded.campaign, as_of);
    let Some(before) = week.0.checked_sub(1).filter(|before| *before > 0).map(Week) else {
        return Ok(None);
    };
    if let Some(snapshot) = store::snapshots::get(&mut *connection, loaded.id, before).await? {
        return parse(&snapshot).map(Some);
    }
    let closing = loaded.campaign.calendar().closing(before);
    bare(connection, loaded.id, closing).await.map(Some)
}

/// The table as of an instant without the places won and lost.
async fn bare(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    as_of: DateTime<Utc>,
) -> Result<Table> {
    let loaded = store::campaigns::load(&mut *connection, campaign, as_of).await?;
    let mut scores = Vec::with_capacity(loaded.campaign.units().len());
    for units in loaded.campaign.units().chunks(CHUNK) {
        let states = store::book::states(&mut *connection, &loaded, units, as_of).await?;
        let both = units.iter().zip(&states);
        scores
            .extend(both.map(|(unit, state)| scoring::score(&loaded.campaign, unit, state, as_of)));
    }
    let week = week_of(&loaded.campaign, as_of);
    Ok(ranking::table(&loaded.campaign, &mut scores, as_of, week, None))
}

/// The table of a week: of a closed one as it was closed, of another as of its closing or `now`,
/// whichever comes first, and without a digest. None of a week that has not begun or is not one of
/// the campaign's.
///
/// # Errors
/// When a row cannot be read.
pub async fn week(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    week: Week,
    now: DateTime<Utc>,
) -> Result<Option<Table>> {
    if let Some(closed) = closed(&mut *connection, campaign, week).await? {
        return Ok(Some(closed));
    }
    let loaded = store::campaigns::load(&mut *connection, campaign, now).await?;
    let calendar = loaded.campaign.calendar();
    if !(1..=week_of(&loaded.campaign, now).0).contains(&week.0) {
        return Ok(None);
    }
    let as_of = now.min(calendar.closing(week));
    Ok(Some(compute(connection, campaign, as_of).await?.table))
}

/// The table of a closed week with its digest; none while it is open.
///
/// # Errors
/// When the row cannot be read.
pub async fn closed(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    week: Week,
) -> Result<Option<Table>> {
    store::snapshots::get(connection, campaign, week).await?.as_ref().map(parse).transpose()
}

/// The table of a snapshot, with its digest.
///
/// # Errors
/// When it is no table.
pub fn parse(snapshot: &Snapshot) -> Result<Table> {
    let table: Table = serde_json::from_str(&snapshot.body)
        .map_err(|error| StoreError::inconsistent("snapshot", snapshot.week.0.into(), error))?;
    Ok(Table { digest: Some(snapshot.digest.clone()), ..table })
}

/// The one spelling of a table that is stored and hashed: its JSON with the digest empty.
///
/// # Errors
/// When it cannot be written, which no table of ours is.
pub fn canonical(table: &Table) -> Result<String> {
    let unsigned = Table { digest: None, ..table.clone() };
    serde_json::to_string(&unsigned)
        .map_err(|error| StoreError::unprintable("snapshot", table.week.0.into(), &error))
}

/// The digest of a canonical table: its SHA-256 in hexadecimal.
pub fn digest(canonical: &str) -> String {
    hex::encode(&Sha256::digest(canonical))
}

/// The last instant of a date in the campaign's zone.
pub fn end_of_day(campaign: &Campaign, date: chrono::NaiveDate) -> DateTime<Utc> {
    let next = date.succ_opt().unwrap_or(date);
    campaign.calendar().instant(next, NaiveTime::MIN) - TimeDelta::milliseconds(1)
}

/// The last closed week that the public may see: the last week of all before the freeze, while
/// it lasts. None before the first closing.
///
/// # Errors
/// When the row cannot be read.
pub async fn last_public(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
) -> Result<Option<Table>> {
    let mut last = store::snapshots::last_week(&mut *connection, campaign).await?;
    while let Some(week) = last {
        match closed(&mut *connection, campaign, week).await? {
            Some(table) if table.frozen => {
                last = week.0.checked_sub(1).filter(|before| *before > 0).map(Week);
            }
            other => return Ok(other),
        }
    }
    Ok(None)
}
