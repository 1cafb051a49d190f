//! `campaign`, and the definitions that the log holds for it.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Result, StoreError, millis};
use crate::domain::campaign::{Campaign, Definition};
use crate::domain::fact::What;
use crate::domain::ids::{CampaignId, FactId};
use crate::domain::policy::Stage;

/// A campaign under one of its definitions.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Which campaign.
    pub id: CampaignId,
    /// The fact that holds the definition.
    pub definition_id: FactId,
    /// The rules, units and targets.
    pub campaign: Campaign,
    /// Whether it is put away, for reading only.
    pub archived: bool,
}

impl Loaded {
    /// Where the campaign stands at an instant.
    pub fn stage(&self, at: DateTime<Utc>) -> Stage {
        let calendar = self.campaign.calendar();
        Stage::on(calendar.date_at(at), calendar.start(), calendar.end(), self.archived)
    }
}

/// Whether a campaign is put away by `as_of`.
///
/// # Errors
/// When SQLite cannot say.
pub async fn is_archived(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    as_of: DateTime<Utc>,
) -> Result<bool> {
    let as_of = millis(as_of);
    let last = sqlx::query_scalar!(
        "SELECT kind FROM fact WHERE campaign_id = ? AND kind IN ('archived', 'reopened') \
         AND recorded_at <= ? ORDER BY id DESC LIMIT 1",
        campaign.0,
        as_of
    )
    .fetch_optional(connection)
    .await?;
    Ok(last.as_deref() == Some("archived"))
}

/// All campaigns, oldest first.
///
/// # Errors
/// When SQLite cannot say.
pub async fn all(connection: &mut SqliteConnection) -> Result<Vec<CampaignId>> {
    Ok(sqlx::query_scalar!(r#"SELECT id AS "id!: i64" FROM campaign ORDER BY id"#)
        .fetch_all(connection)
        .await?
        .into_iter()
        .map(CampaignId)
        .collect())
}

/// The campaign of that code.
///
/// # Errors
/// When SQLite cannot say.
pub async fn by_code(connection: &mut SqliteConnection, code: &str) -> Result<Option<CampaignId>> {
    Ok(sqlx::query_scalar!(r#"SELECT id AS "id!: i64" FROM campaign WHERE code = ?"#, code)
        .fetch_optional(connection)
        .await?
        .map(CampaignId))
}

/// When a campaign was first heard of: what was due before then was missed by nobody.
///
/// # Errors
/// When there is no such campaign.
pub async fn created_at(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
) -> Result<DateTime<Utc>> {
    let created_at =
        sqlx::query_scalar!("SELECT created_at FROM campaign WHERE id = ?", campaign.0)
            .fetch_one(connection)
            .await?;
    super::instant("campaign", campaign.0, created_at)
}

/// Registers a campaign's code; its definition goes to the log.
///
/// # Errors
/// When the code is taken.
pub async fn insert(
    tx: &mut SqliteConnection,
    code: &str,
    now: DateTime<Utc>,
) -> Result<CampaignId> {
    let now = millis(now);
    let id = sqlx::query_scalar!(
        r#"INSERT INTO campaign (code, created_at) VALUES (?, ?) RETURNING id AS "id!: i64""#,
        code,
        now
    )
    .fetch_one(tx)
    .await?;
    Ok(CampaignId(id))
}

/// The fact that holds the definition in force at `as_of`: the newest that counts by then, or the
/// first of all for an instant before it.
///
/// # Errors
/// When SQLite cannot say.
pub async fn definition_id(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    as_of: DateTime<Utc>,
) -> Result<Option<FactId>> {
    let as_of = millis(as_of);
    let newest = sqlx::query_scalar!(
        "SELECT id FROM fact WHERE campaign_id = ? AND kind = 'defined' AND counted_at <= ? \
         ORDER BY counted_at DESC, id DESC LIMIT 1",
        campaign.0,
        as_of
    )
    .fetch_optional(&mut *connection)
    .await?;
    let found = match newest {
        Some(id) => Some(id),
        None => {
            sqlx::query_scalar!(
                "SELECT id FROM fact WHERE campaign_id = ? AND kind = 'defined' \
                 ORDER BY counted_at, id LIMIT 1",
                campaign.0
            )
            .fetch_optional(connection)
            .await?
        }
    };
    Ok(found.map(FactId))
}

/// The definition in force at `as_of` (see [`definition_id`]) with its people, those whose name is
/// erased in their places too.
///
/// # Errors
/// When the campaign has none or it cannot be read.
pub async fn definition(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    as_of: DateTime<Utc>,
) -> Result<(FactId, Definition)> {
    let missing = || StoreError::inconsistent("campaign", campaign.0, "it has no definition");
    let id = definition_id(&mut *connection, campaign, as_of).await?.ok_or_else(missing)?;
    let fact = super::log::by_id(&mut *connection, id).await?.ok_or_else(missing)?;
    let What::Defined(mut definition) = fact.what else { return Err(missing()) };
    if definition.people.is_empty() {
        definition.people = super::listed::of(connection, id).await?;
    }
    Ok((id, *definition))
}

/// The campaign as defined at `as_of`.
///
/// # Errors
/// When it has no definition or it cannot be read.
pub async fn load(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    as_of: DateTime<Utc>,
) -> Result<Loaded> {
    let (definition_id, mut definition) = definition(&mut *connection, campaign, as_of).await?;
    definition.people.retain(|person| !person.is_erased());
    let defined = Campaign::new(definition)
        .map_err(|error| StoreError::inconsistent("fact", definition_id.0, error))?;
    let archived = is_archived(connection, campaign, as_of).await?;
    Ok(Loaded { id: campaign, definition_id, campaign: defined, archived })
}

/// The campaign under one of its definitions, whichever is in force: for what is computed, which
/// no listed person enters, so without them.
///
/// # Errors
/// When that fact is no definition of a campaign or it cannot be read.
pub async fn load_under(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    definition_id: FactId,
) -> Result<Loaded> {
    let missing = || StoreError::inconsistent("fact", definition_id.0, "it is no definition");
    let fact = super::log::by_id(connection, definition_id).await?.ok_or_else(missing)?;
    let What::Defined(definition) = fact.what else { return Err(missing()) };
    let defined = Campaign::new(*definition)
        .map_err(|error| StoreError::inconsistent("fact", definition_id.0, error))?;
    // What is computed under a definition does not depend on what the office may still do.
    Ok(Loaded { id: campaign, definition_id, campaign: defined, archived: false })
}
