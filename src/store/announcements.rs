//! `announcement`: what the office announced, and how far it has come.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Result, millis};
use crate::domain::ids::{CampaignId, ChatId, PersonId};

/// An announcement under way.
#[derive(Debug, Clone)]
pub struct Announcement {
    /// Of which campaign.
    pub campaign: CampaignId,
    /// Who announced.
    pub person: PersonId,
    /// Where they follow it.
    pub chat: ChatId,
    /// The row of the message that shows how far it has come.
    pub outbox: Option<i64>,
    /// What that message last showed.
    pub shown: String,
}

/// How many messages of an announcement are where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reached {
    /// They arrived.
    pub sent: i64,
    /// They wait.
    pub waiting: i64,
    /// They could not be delivered.
    pub lost: i64,
    /// When the first of those that wait may go, in milliseconds.
    pub next: Option<i64>,
}

/// The key under which the messages of an announcement stand in the outbox.
pub fn key(id: i64, to: &str) -> String {
    format!("announcement:{id}:{to}")
}

/// Keeps an announcement and gives its number.
///
/// # Errors
/// When SQLite cannot.
pub async fn insert(
    tx: &mut SqliteConnection,
    campaign: CampaignId,
    person: PersonId,
    chat: ChatId,
    digest: &[u8],
    now: DateTime<Utc>,
) -> Result<i64> {
    let now = millis(now);
    Ok(sqlx::query_scalar!(
        r#"INSERT INTO announcement (campaign_id, person_id, chat_id, digest, created_at)
           VALUES (?, ?, ?, ?, ?) RETURNING id AS "id!: i64""#,
        campaign.0,
        person.0,
        chat.0,
        digest,
        now
    )
    .fetch_one(tx)
    .await?)
}

/// When the same words were last announced to the same people, if it was after `since`.
///
/// # Errors
/// When SQLite cannot say.
pub async fn said_since(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    digest: &[u8],
    since: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let since = millis(since);
    let found = sqlx::query_scalar!(
        "SELECT created_at FROM announcement WHERE campaign_id = ? AND digest = ? \
         AND created_at > ? ORDER BY created_at DESC LIMIT 1",
        campaign.0,
        digest,
        since
    )
    .fetch_optional(connection)
    .await?;
    Ok(found.and_then(DateTime::from_timestamp_millis))
}

/// The announcement of that number, unless it is finished.
///
/// # Errors
/// When SQLite cannot say.
pub async fn open(connection: &mut SqliteConnection, id: i64) -> Result<Option<Announcement>> {
    Ok(sqlx::query!(
        "SELECT campaign_id, person_id, chat_id, outbox_id, shown FROM announcement \
         WHERE id = ? AND finished_at IS NULL",
        id
    )
    .fetch_optional(connection)
    .await?
    .map(|row| Announcement {
        campaign: CampaignId(row.campaign_id),
        person: PersonId(row.person_id),
        chat: ChatId(row.chat_id),
        outbox: row.outbox_id,
        shown: row.shown,
    }))
}

/// How far an announcement has come.
///
/// # Errors
/// When SQLite cannot say.
pub async fn reached(connection: &mut SqliteConnection, id: i64) -> Result<Reached> {
    // All keys of this number and no other: `;` is the sign after `:`.
    let (from, to) = (format!("announcement:{id}:"), format!("announcement:{id};"));
    let row = sqlx::query!(
        r#"SELECT COALESCE(sum(state = 'sent'), 0) AS "sent!: i64",
                  COALESCE(sum(state = 'pending'), 0) AS "waiting!: i64",
                  COALESCE(sum(state = 'dropped'), 0) AS "lost!: i64",
                  min(CASE WHEN state = 'pending' THEN not_before END) AS "next: i64"
           FROM outbox WHERE dedupe_key >= ? AND dedupe_key < ?"#,
        from,
        to
    )
    .fetch_one(connection)
    .await?;
    Ok(Reached { sent: row.sent, waiting: row.waiting, lost: row.lost, next: row.next })
}

/// Nobody follows announcements from a chat any more: what is under way goes on unseen.
///
/// # Errors
/// When SQLite cannot.
pub(super) async fn forget_chat(
    tx: &mut SqliteConnection,
    chat: ChatId,
    now: DateTime<Utc>,
) -> Result<()> {
    let now = millis(now);
    sqlx::query!(
        "UPDATE announcement SET finished_at = COALESCE(finished_at, ?), chat_id = 0 \
         WHERE chat_id = ?",
        now,
        chat.0
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Remembers what the progress message shows, and that nothing more will come where `done`: then
/// it does not matter any more where it stands.
///
/// # Errors
/// When SQLite cannot.
pub async fn show(
    tx: &mut SqliteConnection,
    id: i64,
    outbox: Option<i64>,
    shown: &str,
    done: Option<DateTime<Utc>>,
) -> Result<()> {
    let done = done.map(millis);
    sqlx::query!(
        "UPDATE announcement SET outbox_id = ?, shown = ?, finished_at = ?, \
         chat_id = CASE WHEN ? IS NULL THEN chat_id ELSE 0 END WHERE id = ?",
        outbox,
        shown,
        done,
        done,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}
