//! `web_key`: by what leaders enter their pages. Whoever has the code has the key; here is only its
//! digest.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Result, millis};
use crate::domain::ids::{CampaignId, PersonId};

/// What a key opens, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Opens one session.
    Link,
    /// Shows pages until it ends.
    Session,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Session => "session",
        }
    }
}

/// Whose key it is, and of which campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub person: PersonId,
    /// Of which campaign.
    pub campaign: CampaignId,
}

/// Keeps a key.
///
/// # Errors
/// When SQLite cannot.
pub async fn put(
    tx: &mut SqliteConnection,
    digest: &[u8],
    kind: Kind,
    holder: Holder,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<()> {
    let (kind, now, until) = (kind.as_str(), millis(now), millis(until));
    sqlx::query!(
        "INSERT INTO web_key (digest, kind, person_id, campaign_id, created_at, expires_at) \
         VALUES (?, ?, ?, ?, ?, ?)",
        digest,
        kind,
        holder.person.0,
        holder.campaign.0,
        now,
        until
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Uses a link up: whose it was, where it could still be used.
///
/// # Errors
/// When SQLite cannot.
pub async fn take(
    tx: &mut SqliteConnection,
    digest: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Holder>> {
    let now = millis(now);
    let row = sqlx::query!(
        r#"UPDATE web_key SET ended_at = ?
           WHERE digest = ? AND kind = 'link' AND ended_at IS NULL AND expires_at > ?
           RETURNING person_id AS "person!: i64", campaign_id AS "campaign!: i64""#,
        now,
        digest,
        now
    )
    .fetch_optional(tx)
    .await?;
    Ok(row.map(|row| Holder { person: PersonId(row.person), campaign: CampaignId(row.campaign) }))
}

/// Whose a key is that still opens.
///
/// # Errors
/// When SQLite cannot.
pub async fn holder(
    connection: &mut SqliteConnection,
    digest: &[u8],
    kind: Kind,
    now: DateTime<Utc>,
) -> Result<Option<Holder>> {
    let (kind, now) = (kind.as_str(), millis(now));
    let row = sqlx::query!(
        r#"SELECT person_id AS "person!: i64", campaign_id AS "campaign!: i64" FROM web_key
           WHERE digest = ? AND kind = ? AND ended_at IS NULL AND expires_at > ?"#,
        digest,
        kind,
        now
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| Holder { person: PersonId(row.person), campaign: CampaignId(row.campaign) }))
}

/// Ends all keys of a person.
///
/// # Errors
/// When SQLite cannot.
pub async fn end_all(
    tx: &mut SqliteConnection,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<u64> {
    let now = millis(now);
    let ended = sqlx::query!(
        "UPDATE web_key SET ended_at = ? WHERE person_id = ? AND ended_at IS NULL AND expires_at > ?",
        now,
        person.0,
        now
    )
    .execute(tx)
    .await?;
    Ok(ended.rows_affected())
}

/// Removes keys that opened nothing any more before that instant.
///
/// # Errors
/// When SQLite cannot.
pub async fn prune(tx: &mut SqliteConnection, before: DateTime<Utc>) -> Result<()> {
    let before = millis(before);
    sqlx::query!("DELETE FROM web_key WHERE expires_at < ?", before).execute(tx).await?;
    Ok(())
}
