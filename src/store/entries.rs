//! Entries (`reported` facts) and facts of a campaign as people at their work look for them.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::log::Stored;
use super::{Result, StoreError, millis};
use crate::domain::fact::{Fact, Line};
use crate::domain::ids::{CampaignId, FactId, IndicatorCode, PersonId, UnitCode};

/// One fact by its place in the log, if it is of that campaign: what a button says may be of
/// another one.
///
/// # Errors
/// When the row cannot be read.
pub async fn in_campaign(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    id: FactId,
) -> Result<Option<Fact>> {
    sqlx::query_as!(
        Stored,
        "SELECT id, number, person_id, counted_at, recorded_at, body FROM fact \
         WHERE id = ? AND campaign_id = ?",
        id.0,
        campaign.0
    )
    .fetch_optional(connection)
    .await?
    .map(Stored::read)
    .transpose()
}

/// The entries of a unit, on one indicator where it is given, that one person made and that count
/// since `since`, newest first.
///
/// # Errors
/// When a row cannot be read.
pub async fn by_person(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    unit: &UnitCode,
    indicator: Option<&IndicatorCode>,
    person: PersonId,
    since: DateTime<Utc>,
) -> Result<Vec<Fact>> {
    let (unit, since) = (unit.as_str(), millis(since));
    let (any, indicator) = (indicator.is_none(), indicator.map_or("", IndicatorCode::as_str));
    sqlx::query_as!(
        Stored,
        "SELECT id, number, person_id, counted_at, recorded_at, body FROM fact \
         WHERE campaign_id = ? AND unit = ? AND counted_at >= ? AND kind = 'reported' \
         AND person_id = ? AND (? OR indicator = ?) ORDER BY counted_at DESC, id DESC",
        campaign.0,
        unit,
        since,
        person.0,
        any,
        indicator
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Stored::read)
    .collect()
}

/// The entries of a unit, of one indicator where it is given, newest first: those older than
/// `before` where that is given.
///
/// # Errors
/// When a row cannot be read.
pub async fn of_unit(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    unit: &UnitCode,
    indicator: Option<&IndicatorCode>,
    before: Option<&Fact>,
    limit: i64,
) -> Result<Vec<Fact>> {
    let (unit, any, indicator) =
        (unit.as_str(), indicator.is_none(), indicator.map_or("", IndicatorCode::as_str));
    let (counted_at, id) =
        before.map_or((i64::MAX, i64::MAX), |fact| (millis(fact.counted_at), fact.id.0));
    sqlx::query_as!(
        Stored,
        "SELECT id, number, person_id, counted_at, recorded_at, body FROM fact \
         WHERE campaign_id = ? AND unit = ? AND kind = 'reported' AND (? OR indicator = ?) \
         AND (counted_at, id) < (?, ?) ORDER BY counted_at DESC, id DESC LIMIT ?",
        campaign.0,
        unit,
        any,
        indicator,
        counted_at,
        id,
        limit
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Stored::read)
    .collect()
}

/// The entries on these indicators that wait for their check, oldest first, with their lines: a
/// queue may be long, and only one of it is shown.
///
/// # Errors
/// When SQLite cannot say.
pub async fn pending(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    indicators: &[IndicatorCode],
) -> Result<Vec<(FactId, Line)>> {
    let indicators = serde_json::to_string(indicators)
        .map_err(|error| StoreError::unprintable("pending", campaign.0, &error))?;
    Ok(sqlx::query!(
        r#"SELECT fact_id AS "fact_id!: i64", unit, indicator FROM pending
           WHERE campaign_id = ? AND kind = 'reported'
             AND indicator IN (SELECT value FROM json_each(?)) ORDER BY fact_id"#,
        campaign.0,
        indicators
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| {
        let line =
            Line { unit: UnitCode::new(&row.unit), indicator: IndicatorCode::new(&row.indicator) };
        (FactId(row.fact_id), line)
    })
    .collect())
}

/// How many entries a unit made in a campaign.
///
/// # Errors
/// When SQLite cannot say.
pub async fn count_of_unit(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    unit: &UnitCode,
) -> Result<i64> {
    let unit = unit.as_str();
    Ok(sqlx::query_scalar!(
        r#"SELECT count(*) AS "n!: i64" FROM fact
           WHERE campaign_id = ? AND unit = ? AND kind = 'reported'"#,
        campaign.0,
        unit
    )
    .fetch_one(connection)
    .await?)
}
