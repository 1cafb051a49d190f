//! Reading the log for many units at once, and following its end.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use futures::TryStreamExt;
use sqlx::SqliteConnection;

use super::super::{Result, StoreError, instant, millis};
use super::read;
use crate::domain::fact::Fact;
use crate::domain::ids::{CampaignId, FactId, UnitCode};

/// The facts of several units at once, each unit's in the order they count: those that count after
/// the instant given with the unit (where one is) and up to `until`.
///
/// # Errors
/// When a row cannot be read.
pub async fn of_units(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    units: &[(&UnitCode, Option<DateTime<Utc>>)],
    until: DateTime<Utc>,
) -> Result<HashMap<UnitCode, Vec<Fact>>> {
    // Earlier than any instant, and an integer to SQLite's JSON too.
    const EARLIEST: i64 = -(1 << 60);
    let asked: Vec<(&str, i64)> =
        units.iter().map(|(unit, after)| (unit.as_str(), after.map_or(EARLIEST, millis))).collect();
    let asked = serde_json::to_string(&asked)
        .map_err(|error| StoreError::unprintable("fact", 0, &error))?;
    let until = millis(until);
    let mut rows = sqlx::query!(
        r#"SELECT f.unit AS "unit!: String", f.id AS "id!: i64", f.number AS "number: i64",
                  f.person_id AS "person_id: i64", f.counted_at AS "counted_at!: i64",
                  f.recorded_at AS "recorded_at!: i64", f.body AS "body!: String"
           FROM json_each(?) AS u CROSS JOIN fact f
           WHERE f.campaign_id = ? AND f.unit = json_extract(u.value, '$[0]')
             AND f.counted_at > json_extract(u.value, '$[1]') AND f.counted_at <= ?
           ORDER BY f.counted_at, f.id"#,
        asked,
        campaign.0,
        until
    )
    .fetch(connection);
    let mut facts: HashMap<UnitCode, Vec<Fact>> = HashMap::with_capacity(units.len());
    while let Some(row) = rows.try_next().await? {
        let fact =
            read(row.id, row.number, row.person_id, row.counted_at, row.recorded_at, &row.body)?;
        facts.entry(UnitCode::new(&row.unit)).or_default().push(fact);
    }
    Ok(facts)
}

/// The end of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tip {
    /// The newest fact.
    pub id: FactId,
    /// Its hash, which no other log ends with.
    pub hash: Vec<u8>,
    /// When it was recorded: nothing in the log counts later.
    pub recorded_at: DateTime<Utc>,
}

/// The end of the log; none of an empty one.
///
/// # Errors
/// When SQLite cannot say.
pub async fn tip(connection: &mut SqliteConnection) -> Result<Option<Tip>> {
    sqlx::query!("SELECT id, hash, recorded_at FROM fact ORDER BY id DESC LIMIT 1")
        .fetch_optional(connection)
        .await?
        .map(|row| {
            let recorded_at = instant("fact", row.id, row.recorded_at)?;
            Ok(Tip { id: FactId(row.id), hash: row.hash, recorded_at })
        })
        .transpose()
}

/// Whether the log went on from there: the fact is still in it, the same as it was.
///
/// # Errors
/// When SQLite cannot say.
pub async fn continues(connection: &mut SqliteConnection, tip: &Tip) -> Result<bool> {
    let hash = sqlx::query_scalar!("SELECT hash FROM fact WHERE id = ?", tip.id.0)
        .fetch_optional(connection)
        .await?;
    Ok(hash.as_ref() == Some(&tip.hash))
}

/// The units of a campaign that facts behind `after` are about, each once.
///
/// # Errors
/// When SQLite cannot say.
pub async fn touched(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    after: FactId,
) -> Result<Vec<UnitCode>> {
    Ok(sqlx::query_scalar!(
        r#"SELECT DISTINCT unit AS "unit!" FROM fact NOT INDEXED
           WHERE id > ? AND campaign_id = ? AND unit IS NOT NULL"#,
        after.0,
        campaign.0
    )
    .fetch_all(connection)
    .await?
    .iter()
    .map(|unit| UnitCode::new(unit))
    .collect())
}
