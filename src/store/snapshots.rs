//! `snapshot`: closed weeks as they were; `checkpoint`: where reading starts.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Result, StoreError, instant, millis};
use crate::domain::calendar::Week;
use crate::domain::ids::{CampaignId, FactId, UnitCode};

/// A closed week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Which.
    pub week: Week,
    /// The instant as of which it was computed.
    pub as_of: DateTime<Utc>,
    /// The table, as canonical JSON.
    pub body: String,
    /// SHA-256 of the body in hexadecimal.
    pub digest: String,
}

struct Row {
    week: i64,
    as_of: i64,
    body: String,
    digest: String,
}

impl Row {
    fn read(self) -> Result<Snapshot> {
        Ok(Snapshot {
            week: Week(u32::try_from(self.week).unwrap_or_default()),
            as_of: instant("snapshot", self.week, self.as_of)?,
            body: self.body,
            digest: self.digest,
        })
    }
}

/// Keeps a closed week for ever.
///
/// # Errors
/// When it is closed already.
pub async fn insert(
    tx: &mut SqliteConnection,
    campaign: CampaignId,
    snapshot: &Snapshot,
    fact: FactId,
) -> Result<()> {
    let (week, as_of) = (i64::from(snapshot.week.0), millis(snapshot.as_of));
    sqlx::query!(
        "INSERT INTO snapshot (campaign_id, week, as_of, fact_id, body, digest) \
         VALUES (?, ?, ?, ?, ?, ?)",
        campaign.0,
        week,
        as_of,
        fact.0,
        snapshot.body,
        snapshot.digest
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// A closed week, if it is closed.
///
/// # Errors
/// When the row cannot be read.
pub async fn get(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    week: Week,
) -> Result<Option<Snapshot>> {
    let week = i64::from(week.0);
    sqlx::query_as!(
        Row,
        "SELECT week, as_of, body, digest FROM snapshot WHERE campaign_id = ? AND week = ?",
        campaign.0,
        week
    )
    .fetch_optional(connection)
    .await?
    .map(Row::read)
    .transpose()
}

/// All closed weeks in order.
///
/// # Errors
/// When a row cannot be read.
pub async fn all(connection: &mut SqliteConnection, campaign: CampaignId) -> Result<Vec<Snapshot>> {
    sqlx::query_as!(
        Row,
        "SELECT week, as_of, body, digest FROM snapshot WHERE campaign_id = ? ORDER BY week",
        campaign.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Row::read)
    .collect()
}

/// The facts that closed weeks, by week.
///
/// # Errors
/// When SQLite cannot say.
pub async fn closings(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
) -> Result<std::collections::BTreeMap<Week, FactId>> {
    let rows = sqlx::query!(
        "SELECT week, fact_id FROM snapshot WHERE campaign_id = ? ORDER BY week",
        campaign.0
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (Week(u32::try_from(row.week).unwrap_or_default()), FactId(row.fact_id)))
        .collect())
}

/// The newest closed week.
///
/// # Errors
/// When SQLite cannot say.
pub async fn last_week(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
) -> Result<Option<Week>> {
    Ok(sqlx::query_scalar!(
        r#"SELECT max(week) AS "week: i64" FROM snapshot WHERE campaign_id = ?"#,
        campaign.0
    )
    .fetch_one(connection)
    .await?
    .and_then(|week| u32::try_from(week).ok())
    .map(Week))
}

/// Every checkpoint of a campaign with the unit and the definition it was made under, unit by
/// unit.
///
/// # Errors
/// When SQLite cannot say.
pub async fn all_checkpoints(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
) -> Result<Vec<(UnitCode, FactId, Week)>> {
    Ok(sqlx::query!(
        "SELECT unit, definition_id, week FROM checkpoint WHERE campaign_id = ? \
         ORDER BY unit, week",
        campaign.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| {
        let week = Week(u32::try_from(row.week).unwrap_or_default());
        (UnitCode::new(&row.unit), FactId(row.definition_id), week)
    })
    .collect())
}

/// A unit's state at the closing of a week, under one definition, as JSON.
#[derive(Debug, Clone)]
pub struct Checkpoint {
    /// Which week.
    pub week: Week,
    /// The state.
    pub state: String,
}

/// The newest checkpoint of a unit for a week up to `until`, under a definition.
///
/// # Errors
/// When SQLite cannot say.
pub async fn checkpoint(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    definition: FactId,
    unit: &str,
    until: Week,
) -> Result<Option<Checkpoint>> {
    let until = i64::from(until.0);
    Ok(sqlx::query!(
        "SELECT week, state FROM checkpoint \
         WHERE campaign_id = ? AND unit = ? AND week <= ? AND definition_id = ? \
         ORDER BY week DESC LIMIT 1",
        campaign.0,
        unit,
        until,
        definition.0
    )
    .fetch_optional(connection)
    .await?
    .map(|row| Checkpoint {
        week: Week(u32::try_from(row.week).unwrap_or_default()),
        state: row.state,
    }))
}

/// The newest checkpoints of several units for weeks up to `until`, under one definition.
///
/// # Errors
/// When SQLite cannot say.
pub async fn checkpoints(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    definition: FactId,
    units: &[&UnitCode],
    until: Week,
) -> Result<HashMap<UnitCode, Checkpoint>> {
    let asked = serde_json::to_string(units)
        .map_err(|error| StoreError::unprintable("checkpoint", 0, &error))?;
    let until = i64::from(until.0);
    Ok(sqlx::query!(
        r#"SELECT c.unit AS "unit!: String", c.week AS "week!: i64", c.state AS "state!: String"
           FROM json_each(?) AS u CROSS JOIN checkpoint c
           WHERE c.campaign_id = ? AND c.unit = u.value AND c.week =
             (SELECT max(b.week) FROM checkpoint b
              WHERE b.campaign_id = ? AND b.unit = u.value AND b.week <= ?
                AND b.definition_id = ?)"#,
        asked,
        campaign.0,
        campaign.0,
        until,
        definition.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| {
        let week = Week(u32::try_from(row.week).unwrap_or_default());
        (UnitCode::new(&row.unit), Checkpoint { week, state: row.state })
    })
    .collect())
}

/// Keeps the states of several units at the closing of a week: `states` is a JSON array of pairs
/// of a unit's code and its state.
///
/// # Errors
/// When SQLite cannot.
pub async fn put_checkpoints(
    tx: &mut SqliteConnection,
    campaign: CampaignId,
    definition: FactId,
    week: Week,
    states: &str,
) -> Result<()> {
    let week = i64::from(week.0);
    sqlx::query!(
        "INSERT INTO checkpoint (campaign_id, unit, week, definition_id, state) \
         SELECT ?, json_extract(value, '$[0]'), ?, ?, json_extract(value, '$[1]') \
         FROM json_each(?) WHERE true \
         ON CONFLICT (campaign_id, unit, week) DO UPDATE SET \
         definition_id = excluded.definition_id, state = excluded.state",
        campaign.0,
        week,
        definition.0,
        states
    )
    .execute(tx)
    .await?;
    Ok(())
}
