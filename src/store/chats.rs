//! `board`: groups bound as public boards.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Result, millis};
use crate::domain::ids::{CampaignId, ChatId, PersonId};

/// A group that receives the public posts of a campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// The group.
    pub chat: ChatId,
    /// The forum topic, where it has topics.
    pub thread: Option<i64>,
    /// Of which campaign.
    pub campaign: CampaignId,
}

/// The groups that still receive the posts of a campaign.
///
/// # Errors
/// When SQLite cannot say.
pub async fn boards(connection: &mut SqliteConnection, campaign: CampaignId) -> Result<Vec<Board>> {
    Ok(sqlx::query!(
        r#"SELECT chat_id AS "chat_id!: i64", thread_id FROM board
           WHERE campaign_id = ? AND lost_at IS NULL ORDER BY chat_id"#,
        campaign.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| Board { chat: ChatId(row.chat_id), thread: row.thread_id, campaign })
    .collect())
}

/// The board in a chat, if it is one.
///
/// # Errors
/// When SQLite cannot say.
pub async fn board(connection: &mut SqliteConnection, chat: ChatId) -> Result<Option<Board>> {
    Ok(sqlx::query!(
        "SELECT campaign_id, thread_id FROM board WHERE chat_id = ? AND lost_at IS NULL",
        chat.0
    )
    .fetch_optional(connection)
    .await?
    .map(|row| Board { chat, thread: row.thread_id, campaign: CampaignId(row.campaign_id) }))
}

/// Binds a group as a board of a campaign, in place of an earlier binding.
///
/// # Errors
/// When SQLite cannot.
pub async fn bind(
    tx: &mut SqliteConnection,
    board: &Board,
    title: &str,
    by: PersonId,
    now: DateTime<Utc>,
) -> Result<()> {
    let now = millis(now);
    sqlx::query!(
        "INSERT INTO board (chat_id, campaign_id, thread_id, title, bound_by, bound_at) \
         VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (chat_id) DO UPDATE SET \
         campaign_id = excluded.campaign_id, thread_id = excluded.thread_id, \
         title = excluded.title, bound_by = excluded.bound_by, bound_at = excluded.bound_at, \
         lost_at = NULL",
        board.chat.0,
        board.campaign.0,
        board.thread,
        title,
        by.0,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Stops the posts to a group that the bot can no longer reach.
///
/// # Errors
/// When SQLite cannot.
pub async fn lose(tx: &mut SqliteConnection, chat: ChatId, now: DateTime<Utc>) -> Result<()> {
    let now = millis(now);
    sqlx::query!("UPDATE board SET lost_at = ? WHERE chat_id = ? AND lost_at IS NULL", now, chat.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// Follows a group that has become a supergroup with another number.
///
/// # Errors
/// When SQLite cannot.
pub async fn migrate(tx: &mut SqliteConnection, from: ChatId, to: ChatId) -> Result<()> {
    sqlx::query!("UPDATE OR REPLACE board SET chat_id = ? WHERE chat_id = ?", to.0, from.0)
        .execute(&mut *tx)
        .await?;
    sqlx::query!(
        "UPDATE outbox SET chat_id = ? WHERE chat_id = ? AND state = 'pending'",
        to.0,
        from.0
    )
    .execute(tx)
    .await?;
    Ok(())
}
