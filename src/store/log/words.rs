//! What was said about entries, and the things that people know by numbers.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::super::{Result, StoreError, millis};
use super::Stored;
use crate::domain::fact::Fact;
use crate::domain::ids::{CampaignId, FactId, Number, PersonId, UnitCode};

/// The facts about a fact and about those, in the order they count: the checks of an entry, the
/// appeals against them, what became of these. What was said about a newer entry that takes the
/// place of this one is about that one.
///
/// # Errors
/// When a row cannot be read.
pub async fn about(connection: &mut SqliteConnection, id: FactId) -> Result<Vec<Fact>> {
    sqlx::query_as!(
        Stored,
        r#"WITH RECURSIVE about (id, kind) AS (
               SELECT id, kind FROM fact WHERE refers_to = ?
               UNION
               SELECT f.id, f.kind FROM about AS a JOIN fact AS f ON f.refers_to = a.id
               WHERE a.kind <> 'reported'
           )
           SELECT f.id AS "id!: i64", f.number AS "number: i64", f.person_id AS "person_id: i64",
                  f.counted_at AS "counted_at!: i64", f.recorded_at AS "recorded_at!: i64",
                  f.body AS "body!: String"
           FROM about AS a JOIN fact AS f ON f.id = a.id ORDER BY f.counted_at, f.id"#,
        id.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Stored::read)
    .collect()
}

/// Every fact of a kind that has numbers, such as `corrected`, in their order.
///
/// # Errors
/// When a row cannot be read.
pub async fn numbered(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    kind: &str,
) -> Result<Vec<Fact>> {
    sqlx::query_as!(
        Stored,
        "SELECT id, number, person_id, counted_at, recorded_at, body FROM fact \
         WHERE campaign_id = ? AND kind = ? AND number IS NOT NULL ORDER BY number",
        campaign.0,
        kind
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Stored::read)
    .collect()
}

/// The facts of a numbered kind that nothing refers to yet, in their order: proposals, declarations
/// and appeals that wait for an answer.
///
/// # Errors
/// When a row cannot be read.
pub async fn unanswered(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    kind: &str,
) -> Result<Vec<Fact>> {
    sqlx::query_as!(
        Stored,
        "SELECT id, number, person_id, counted_at, recorded_at, body FROM fact AS f \
         WHERE campaign_id = ? AND kind = ? AND number IS NOT NULL \
           AND NOT EXISTS (SELECT 1 FROM fact AS answer WHERE answer.refers_to = f.id) \
         ORDER BY number",
        campaign.0,
        kind
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Stored::read)
    .collect()
}

/// The facts of a kind about one unit, in the order they count.
///
/// # Errors
/// When a row cannot be read.
pub async fn of_kind_about(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    kind: &str,
    unit: &UnitCode,
) -> Result<Vec<Fact>> {
    let unit = unit.as_str();
    sqlx::query_as!(
        Stored,
        "SELECT id, number, person_id, counted_at, recorded_at, body FROM fact \
         WHERE campaign_id = ? AND unit = ? AND kind = ? ORDER BY counted_at, id",
        campaign.0,
        unit,
        kind
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Stored::read)
    .collect()
}

/// What a person did after a fact, over all campaigns, in the order of the log.
///
/// # Errors
/// When a row cannot be read.
pub async fn by_person_since(
    connection: &mut SqliteConnection,
    person: PersonId,
    after: FactId,
) -> Result<Vec<Fact>> {
    sqlx::query_as!(
        Stored,
        "SELECT id, number, person_id, counted_at, recorded_at, body FROM fact \
         WHERE person_id = ? AND id > ? ORDER BY id",
        person.0,
        after.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Stored::read)
    .collect()
}

/// How often a unit was thanked.
///
/// # Errors
/// When SQLite cannot say.
pub async fn times_thanked(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    unit: &UnitCode,
) -> Result<i64> {
    let unit = unit.as_str();
    Ok(sqlx::query_scalar!(
        r#"SELECT count(*) AS "n!: i64" FROM fact
           WHERE campaign_id = ? AND kind = 'kudos_given' AND number IS NOT NULL
             AND json_extract(body, '$.kudos_given.to') = ?"#,
        campaign.0,
        unit
    )
    .fetch_one(connection)
    .await?)
}

/// The entries drawn for a second look at which nobody has looked since, in the order drawn.
///
/// # Errors
/// When SQLite cannot say.
pub async fn not_looked_at(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
) -> Result<Vec<FactId>> {
    Ok(sqlx::query_scalar!(
        r#"SELECT CAST(entry.value AS INTEGER) AS "id!: i64"
           FROM fact AS draw, json_each(draw.body, '$.spot_check_drawn.entries') AS entry
           WHERE draw.campaign_id = ? AND draw.kind = 'spot_check_drawn'
             AND draw.number IS NOT NULL
             AND NOT EXISTS (
                 SELECT 1 FROM fact AS look
                 WHERE look.refers_to = entry.value AND look.kind = 'checked' AND look.id > draw.id
             )
           ORDER BY draw.number, entry.key"#,
        campaign.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(FactId)
    .collect())
}

/// The entries whose value was confirmed after one instant and up to another, by their numbers.
///
/// # Errors
/// When SQLite cannot say.
pub async fn confirmed_between(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    units: &[UnitCode],
    after: Option<DateTime<Utc>>,
    until: DateTime<Utc>,
) -> Result<Vec<(Number, FactId)>> {
    let units = serde_json::to_string(units)
        .map_err(|error| StoreError::unprintable("fact", campaign.0, &error))?;
    let (after, until) = (after.map_or(i64::MIN, millis), millis(until));
    sqlx::query!(
        r#"SELECT DISTINCT e.id AS "id!: i64", e.number AS "number!: i64"
           FROM json_each(?) AS u CROSS JOIN fact AS c JOIN fact AS e ON e.id = c.refers_to
           WHERE c.campaign_id = ? AND c.unit = u.value AND c.counted_at > ? AND c.counted_at <= ?
             AND c.kind = 'checked' AND e.number IS NOT NULL
             AND json_type(c.body, '$.checked.outcome.confirmed') IS NOT NULL
           ORDER BY e.number"#,
        units,
        campaign.0,
        after,
        until
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| {
        let number = u32::try_from(row.number)
            .map_err(|error| StoreError::inconsistent("fact", row.id, error))?;
        Ok((Number(number), FactId(row.id)))
    })
    .collect()
}
