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
         lost_at = NULL, pin_told_at = NULL, status_text = '', \
         status_message_id = CASE WHEN thread_id IS excluded.thread_id \
         AND campaign_id = excluded.campaign_id THEN status_message_id END",
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

/// Stops the posts to a group that the bot can no longer reach; of which campaign it was a board
/// until now.
///
/// # Errors
/// When SQLite cannot.
pub async fn lose(
    tx: &mut SqliteConnection,
    chat: ChatId,
    now: DateTime<Utc>,
) -> Result<Option<CampaignId>> {
    let now = millis(now);
    Ok(sqlx::query_scalar!(
        "UPDATE board SET lost_at = ? WHERE chat_id = ? AND lost_at IS NULL RETURNING campaign_id",
        now,
        chat.0
    )
    .fetch_optional(tx)
    .await?
    .map(CampaignId))
}

/// A group's title as it was when it was bound; none for a group that never was.
///
/// # Errors
/// When SQLite cannot say.
pub async fn title(connection: &mut SqliteConnection, chat: ChatId) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!("SELECT title FROM board WHERE chat_id = ?", chat.0)
        .fetch_optional(connection)
        .await?)
}

/// Makes a group no board any more, and gives up what was still to be posted there.
///
/// # Errors
/// When SQLite cannot.
pub async fn unbind(tx: &mut SqliteConnection, chat: ChatId, now: DateTime<Utc>) -> Result<()> {
    let now = millis(now);
    sqlx::query!("DELETE FROM board WHERE chat_id = ?", chat.0).execute(&mut *tx).await?;
    sqlx::query!(
        "UPDATE outbox SET state = 'dropped', reason = 'the group is no board any more', \
         finished_at = ? WHERE chat_id = ? AND state = 'pending' AND priority = 2",
        now,
        chat.0
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The number of the message that a board keeps up to date, once it is posted.
///
/// # Errors
/// When SQLite cannot say.
pub async fn status_message(
    connection: &mut SqliteConnection,
    chat: ChatId,
) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!("SELECT status_message_id FROM board WHERE chat_id = ?", chat.0)
        .fetch_optional(connection)
        .await?
        .flatten())
}

/// Remembers the number of that message; whether it is another than before.
///
/// # Errors
/// When SQLite cannot.
pub async fn status_posted(
    tx: &mut SqliteConnection,
    chat: ChatId,
    message_id: i64,
) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE board SET status_message_id = ? \
         WHERE chat_id = ? AND status_message_id IS NOT ? AND lost_at IS NULL",
        message_id,
        chat.0,
        message_id
    )
    .execute(tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Remembers what that message is to say; whether it is something new.
///
/// # Errors
/// When SQLite cannot.
pub async fn status_changed(tx: &mut SqliteConnection, chat: ChatId, text: &str) -> Result<bool> {
    let done = sqlx::query!(
        "UPDATE board SET status_text = ? WHERE chat_id = ? AND status_text <> ?",
        text,
        chat.0,
        text
    )
    .execute(tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Remembers that the office hears of the missing right to pin; the campaign if it had not before.
///
/// # Errors
/// When SQLite cannot.
pub async fn pin_refused(
    tx: &mut SqliteConnection,
    chat: ChatId,
    now: DateTime<Utc>,
) -> Result<Option<CampaignId>> {
    let now = millis(now);
    Ok(sqlx::query_scalar!(
        "UPDATE board SET pin_told_at = ? WHERE chat_id = ? AND pin_told_at IS NULL \
         AND lost_at IS NULL RETURNING campaign_id",
        now,
        chat.0
    )
    .fetch_optional(tx)
    .await?
    .map(CampaignId))
}

/// Follows a group that has become a supergroup with another number.
///
/// # Errors
/// When SQLite cannot.
pub async fn migrate(tx: &mut SqliteConnection, from: ChatId, to: ChatId) -> Result<()> {
    // The new chat counts its messages anew: the one kept up to date has to be posted again.
    sqlx::query!(
        "UPDATE OR REPLACE board SET chat_id = ?, status_message_id = NULL, status_text = '' \
         WHERE chat_id = ?",
        to.0,
        from.0
    )
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
