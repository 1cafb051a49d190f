//! `fact`: the append-only log with its hash chain, and `pending`, which follows from it.

mod follow;
mod head;
mod words;

use chrono::{DateTime, Utc};
use futures::TryStreamExt;
use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

use super::{Result, StoreError, instant, millis};
use crate::domain::fact::{EntryKind, Fact, What};
use crate::domain::ids::{CampaignId, FactId, Number, PersonId, UnitCode};

pub use follow::{Tip, continues, of_units, tip, touched};
pub use head::{Head, append};
pub use words::{
    about, by_person_since, confirmed_between, not_looked_at, numbered, of_kind_about,
    times_thanked, unanswered,
};

/// What is to enter the log.
#[derive(Debug)]
pub struct NewFact {
    /// Of which campaign.
    pub campaign: CampaignId,
    /// Who did it.
    pub by: Option<PersonId>,
    /// The instant of the message that said it; the recording's own where there is none.
    pub said_at: Option<DateTime<Utc>>,
    /// The instant of recording.
    pub now: DateTime<Utc>,
    /// What was done.
    pub what: What,
}

async fn follow_pending(tx: &mut SqliteConnection, row: &Row, what: &What) -> Result<()> {
    let (begins, ends) = waits(what);
    if let Some(ended) = ends {
        sqlx::query!("DELETE FROM pending WHERE fact_id = ?", ended.0).execute(&mut *tx).await?;
    }
    if begins {
        sqlx::query!(
            "INSERT INTO pending (fact_id, campaign_id, kind, unit, indicator) \
             VALUES (?, ?, ?, ?, ?)",
            row.id,
            row.campaign_id,
            row.kind,
            row.unit,
            row.indicator
        )
        .execute(tx)
        .await?;
    }
    Ok(())
}

/// Whether a fact begins to wait for somebody, and which one it ends the waiting of.
fn waits(what: &What) -> (bool, Option<FactId>) {
    match what {
        What::Pledged(_) => (true, None),
        What::PledgeDecided { pledge, .. } | What::PledgeWithdrawn { pledge, .. } => {
            (false, Some(*pledge))
        }
        What::Reported(report) => match report.kind {
            EntryKind::Report { .. } => (true, None),
            EntryKind::Correction { of, .. } => (true, Some(of)),
            EntryKind::NoChange => (false, None),
        },
        What::Checked { entry, .. } => (false, Some(*entry)),
        _ => (false, None),
    }
}

/// A row as stored, before its body is read.
#[derive(Debug)]
struct Row {
    id: i64,
    campaign_id: i64,
    kind: String,
    number: Option<i64>,
    unit: Option<String>,
    indicator: Option<String>,
    refers_to: Option<i64>,
    person_id: Option<i64>,
    counted_at: i64,
    recorded_at: i64,
    body: String,
}

impl Row {
    /// SHA-256 over the previous hash and the row as a JSON array, which has one spelling for one
    /// row. The body enters as stored, so a change of any byte of it shows.
    fn hash(&self, prev: &[u8]) -> Result<Vec<u8>> {
        let canonical = serde_json::to_vec(&(
            self.id,
            self.campaign_id,
            &self.kind,
            self.number,
            &self.unit,
            &self.indicator,
            self.refers_to,
            self.person_id,
            self.counted_at,
            self.recorded_at,
            &self.body,
        ))
        .map_err(|error| StoreError::inconsistent("fact", self.id, error))?;
        Ok(Sha256::new().chain_update(prev).chain_update(canonical).finalize().to_vec())
    }
}

/// A fact as it is kept, by the columns it is read from.
pub(super) struct Stored {
    pub(super) id: i64,
    pub(super) number: Option<i64>,
    pub(super) person_id: Option<i64>,
    pub(super) counted_at: i64,
    pub(super) recorded_at: i64,
    pub(super) body: String,
}

impl Stored {
    pub(super) fn read(self) -> Result<Fact> {
        let Self { id, number, person_id, counted_at, recorded_at, body } = self;
        read(id, number, person_id, counted_at, recorded_at, &body)
    }
}

pub(super) fn read(
    id: i64,
    number: Option<i64>,
    person_id: Option<i64>,
    counted_at: i64,
    recorded_at: i64,
    body: &str,
) -> Result<Fact> {
    Ok(Fact {
        id: FactId(id),
        number: number.and_then(|number| u32::try_from(number).ok()).map(Number),
        counted_at: instant("fact", id, counted_at)?,
        recorded_at: instant("fact", id, recorded_at)?,
        by: person_id.map(PersonId),
        what: serde_json::from_str(body)
            .map_err(|error| StoreError::inconsistent("fact", id, error))?,
    })
}

/// One fact by its place in the log.
///
/// # Errors
/// When the row cannot be read.
pub async fn by_id(connection: &mut SqliteConnection, id: FactId) -> Result<Option<Fact>> {
    sqlx::query_as!(
        Stored,
        "SELECT id, number, person_id, counted_at, recorded_at, body FROM fact WHERE id = ?",
        id.0
    )
    .fetch_optional(connection)
    .await?
    .map(Stored::read)
    .transpose()
}

/// The fact that people of a campaign call `#number`, of a kind such as `reported`.
///
/// # Errors
/// When the row cannot be read.
pub async fn by_number(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    kind: &str,
    number: Number,
) -> Result<Option<Fact>> {
    let number = i64::from(number.0);
    sqlx::query_as!(
        Stored,
        "SELECT id, number, person_id, counted_at, recorded_at, body FROM fact \
         WHERE campaign_id = ? AND kind = ? AND number = ? AND number IS NOT NULL",
        campaign.0,
        kind,
        number
    )
    .fetch_optional(connection)
    .await?
    .map(Stored::read)
    .transpose()
}

/// The facts about one fact, in the order of the log: the checks of an entry, the answers to an
/// obstacle.
///
/// # Errors
/// When a row cannot be read.
pub async fn referring_to(connection: &mut SqliteConnection, id: FactId) -> Result<Vec<Fact>> {
    sqlx::query_as!(
        Stored,
        "SELECT id, number, person_id, counted_at, recorded_at, body FROM fact \
         WHERE refers_to = ? ORDER BY id",
        id.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Stored::read)
    .collect()
}

/// The facts of a unit that count after `after` (where given) and up to `until`, in the order they
/// count.
///
/// # Errors
/// When a row cannot be read.
pub async fn of_unit(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    unit: &UnitCode,
    after: Option<DateTime<Utc>>,
    until: DateTime<Utc>,
) -> Result<Vec<Fact>> {
    let (unit, after, until) = (unit.as_str(), after.map_or(i64::MIN, millis), millis(until));
    sqlx::query_as!(
        Stored,
        "SELECT id, number, person_id, counted_at, recorded_at, body FROM fact \
         WHERE campaign_id = ? AND unit = ? AND counted_at > ? AND counted_at <= ? \
         ORDER BY counted_at, id",
        campaign.0,
        unit,
        after,
        until
    )
    .fetch(connection)
    .err_into()
    .and_then(async |row: Stored| row.read())
    .try_collect()
    .await
}

/// Every fact of a campaign in the order of the log.
///
/// # Errors
/// When a row cannot be read.
pub async fn of_campaign(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
) -> Result<Vec<Fact>> {
    sqlx::query_as!(
        Stored,
        "SELECT id, number, person_id, counted_at, recorded_at, body FROM fact \
         WHERE campaign_id = ? ORDER BY id",
        campaign.0
    )
    .fetch(connection)
    .err_into()
    .and_then(async |row: Stored| row.read())
    .try_collect()
    .await
}

/// Every fact of one kind, such as `week_closed`, in the order of the log.
///
/// # Errors
/// When a row cannot be read.
pub async fn of_kind(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    kind: &str,
) -> Result<Vec<Fact>> {
    sqlx::query_as!(
        Stored,
        "SELECT id, number, person_id, counted_at, recorded_at, body FROM fact \
         WHERE campaign_id = ? AND kind = ? ORDER BY id",
        campaign.0,
        kind
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Stored::read)
    .collect()
}

/// Everything a person did, over all campaigns, in the order of the log.
///
/// # Errors
/// When a row cannot be read.
pub async fn by_person(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Vec<(CampaignId, Fact)>> {
    sqlx::query!(
        "SELECT id, campaign_id, number, person_id, counted_at, recorded_at, body FROM fact \
         WHERE person_id = ? ORDER BY id",
        person.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| {
        let campaign = CampaignId(row.campaign_id);
        read(row.id, row.number, row.person_id, row.counted_at, row.recorded_at, &row.body)
            .map(|fact| (campaign, fact))
    })
    .collect()
}

/// What waits, oldest first: pledges (`pledged`) for the office, entries (`reported`) for
/// whoever checks them.
///
/// # Errors
/// When a row cannot be read.
pub async fn pending(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    kind: &str,
) -> Result<Vec<Fact>> {
    sqlx::query_as!(
        Stored,
        "SELECT f.id, f.number, f.person_id, f.counted_at, f.recorded_at, f.body \
         FROM pending p JOIN fact f ON f.id = p.fact_id \
         WHERE p.campaign_id = ? AND p.kind = ? ORDER BY p.fact_id",
        campaign.0,
        kind
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Stored::read)
    .collect()
}

/// Whether a pledge or an entry still waits for its decision or check.
///
/// # Errors
/// When SQLite cannot say.
pub async fn is_pending(connection: &mut SqliteConnection, id: FactId) -> Result<bool> {
    let found = sqlx::query_scalar!("SELECT fact_id FROM pending WHERE fact_id = ?", id.0)
        .fetch_optional(connection)
        .await?;
    Ok(found.is_some())
}

/// How many facts the log holds, over all campaigns.
///
/// # Errors
/// When SQLite cannot say.
pub async fn length(connection: &mut SqliteConnection) -> Result<i64> {
    Ok(sqlx::query_scalar!(r#"SELECT COALESCE(max(id), 0) AS "n!: i64" FROM fact"#)
        .fetch_one(connection)
        .await?)
}

/// How many entries (*cập nhật tiến độ*) the log holds, over all campaigns.
///
/// # Errors
/// When SQLite cannot say.
pub async fn entries(connection: &mut SqliteConnection) -> Result<i64> {
    Ok(sqlx::query_scalar!(r#"SELECT count(*) AS "n!: i64" FROM fact WHERE kind = 'reported'"#)
        .fetch_one(connection)
        .await?)
}

/// A row by what its columns say, for naming one whose body may be damaged:
/// `fact 123 (reported #17, AB/THUE)`.
///
/// # Errors
/// When SQLite cannot say.
pub async fn name(connection: &mut SqliteConnection, id: FactId) -> Result<String> {
    let row = sqlx::query!("SELECT kind, number, unit, indicator FROM fact WHERE id = ?", id.0)
        .fetch_optional(connection)
        .await?;
    let Some(row) = row else { return Ok(format!("fact {id}")) };
    let number = row.number.map_or_else(String::new, |number| format!(" #{number}"));
    let about = match (row.unit, row.indicator) {
        (Some(unit), Some(indicator)) => format!(", {unit}/{indicator}"),
        (Some(unit), None) => format!(", {unit}"),
        _ => String::new(),
    };
    Ok(format!("fact {id} ({}{number}{about})", row.kind))
}

/// What the chain has to say of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainFault {
    /// A row's content does not give its hash, or its columns do not say what its body says.
    Altered(FactId),
    /// A row does not carry the hash of the one before, or one is missing.
    Broken(FactId),
}

/// Recomputes the chain from its first row, calling `seen` with the number of rows passed.
///
/// # Errors
/// When SQLite cannot read; a row that cannot be understood is a fault of the chain, not an error.
pub async fn check_chain(
    connection: &mut SqliteConnection,
    mut seen: impl FnMut(i64),
) -> Result<Option<ChainFault>> {
    let mut rows = sqlx::query!(
        "SELECT id, campaign_id, kind, number, unit, indicator, refers_to, person_id, counted_at, \
         recorded_at, body, prev, hash FROM fact ORDER BY id"
    )
    .fetch(connection);
    let (mut prev, mut next) = (vec![0; 32], 1);
    while let Some(found) = rows.try_next().await? {
        let (carried, hash) = (found.prev, found.hash);
        let row = Row {
            id: found.id,
            campaign_id: found.campaign_id,
            kind: found.kind,
            number: found.number,
            unit: found.unit,
            indicator: found.indicator,
            refers_to: found.refers_to,
            person_id: found.person_id,
            counted_at: found.counted_at,
            recorded_at: found.recorded_at,
            body: found.body,
        };
        if row.hash(&carried)? != hash || !agrees(&row) {
            return Ok(Some(ChainFault::Altered(FactId(row.id))));
        }
        if row.id != next || carried != prev {
            return Ok(Some(ChainFault::Broken(FactId(row.id))));
        }
        prev = hash;
        next += 1;
        seen(row.id);
    }
    Ok(None)
}

fn agrees(row: &Row) -> bool {
    serde_json::from_str::<What>(&row.body).is_ok_and(|what| {
        what.kind() == row.kind
            && what.unit().map(UnitCode::as_str) == row.unit.as_deref()
            && what.line().map(|line| line.indicator.as_str()) == row.indicator.as_deref()
            && what.refers_to().map(|id| id.0) == row.refers_to
    })
}

/// The first row of `pending` that does not follow from the log, or is missing from it.
///
/// # Errors
/// When a row cannot be read.
pub async fn check_pending(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
) -> Result<Option<FactId>> {
    let mut expected = std::collections::BTreeSet::new();
    for fact in of_campaign(&mut *connection, campaign).await? {
        let (begins, ends) = waits(&fact.what);
        if let Some(ended) = ends {
            expected.remove(&ended);
        }
        if begins {
            expected.insert(fact.id);
        }
    }
    let found: std::collections::BTreeSet<FactId> =
        sqlx::query_scalar!("SELECT fact_id FROM pending WHERE campaign_id = ?", campaign.0)
            .fetch_all(connection)
            .await?
            .into_iter()
            .map(FactId)
            .collect();
    Ok(expected.symmetric_difference(&found).next().copied())
}
