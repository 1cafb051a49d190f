//! `outbox`: messages committed with what caused them.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Result, StoreError, millis};
use crate::domain::ids::ChatId;
use crate::outgoing::{Body, Outgoing};

/// What is left of a message whose words are forgotten.
pub(super) const FORGOTTEN: &str = r#"{"text":{"html":""}}"#;

/// A message that waits to be sent.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Its row.
    pub id: i64,
    /// Where to.
    pub chat: ChatId,
    /// What.
    pub body: Body,
    /// 0 answers, 1 notices, 2 broadcasts.
    pub priority: i64,
    /// How often it was tried.
    pub attempts: i64,
    /// Whether it has come too late.
    pub expired: bool,
}

/// Keeps a message to be sent and gives its row; none if one with the same key was kept before.
///
/// # Errors
/// When SQLite cannot.
pub async fn put(
    tx: &mut SqliteConnection,
    message: &Outgoing,
    now: DateTime<Utc>,
) -> Result<Option<i64>> {
    let body = serde_json::to_string(&message.body)
        .map_err(|error| StoreError::inconsistent("outbox", 0, error))?;
    let priority = message.priority as i64;
    let not_before = message.not_before.map_or(0, millis);
    let expires_at = message.expires_at.map(millis);
    let now = millis(now);
    Ok(sqlx::query_scalar!(
        r#"INSERT INTO outbox (chat_id, body, dedupe_key, priority, not_before, expires_at,
                               created_at)
           VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id AS "id!: i64""#,
        message.chat.0,
        body,
        message.dedupe_key,
        priority,
        not_before,
        expires_at,
        now
    )
    .fetch_optional(tx)
    .await?)
}

/// Whether a chat was sent a file since an instant, or is about to be.
///
/// # Errors
/// When SQLite cannot say.
pub async fn has_sent(
    connection: &mut SqliteConnection,
    chat: ChatId,
    artifact: &str,
    since: DateTime<Utc>,
) -> Result<bool> {
    let since = millis(since);
    // Two questions, because each has its own index.
    let found = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'pending' AND chat_id = ?
                          AND instr(body, ?) > 0)
               OR EXISTS (SELECT 1 FROM outbox WHERE finished_at IS NOT NULL AND finished_at >= ?
                          AND state = 'sent' AND chat_id = ?
                          AND instr(body, ?) > 0) AS "found!: bool""#,
        chat.0,
        artifact,
        since,
        chat.0,
        artifact
    )
    .fetch_one(connection)
    .await?;
    Ok(found)
}

/// The messages that may be tried at `now`, most urgent first: of each chat only its oldest, so
/// that a chat's messages keep their order, also while one of them waits for its next try. One put
/// off from the start (a notice for the morning) holds nothing up. Chats in `held` are passed over.
///
/// # Errors
/// When a row cannot be read.
pub async fn ready(
    connection: &mut SqliteConnection,
    now: DateTime<Utc>,
    limit: i64,
    held: &[ChatId],
) -> Result<Vec<Waiting>> {
    let now = millis(now);
    // Held chats are few: those in flight or told to wait. Their rows are skipped here rather than
    // in SQL, so the limit leaves room for one row of each.
    let room = limit + i64::try_from(held.len()).unwrap_or(i64::MAX - limit);
    let rows = sqlx::query!(
        r#"SELECT o.id AS "id!: i64", o.chat_id, o.body, o.priority, o.attempts, o.expires_at
           FROM outbox o
           WHERE o.state = 'pending' AND o.not_before <= ?
             AND NOT EXISTS (SELECT 1 FROM outbox b
                             WHERE b.state = 'pending' AND b.chat_id = o.chat_id
                               AND b.id < o.id AND b.priority <= o.priority
                               AND (b.not_before <= ? OR b.attempts > 0))
           ORDER BY o.priority, o.id LIMIT ?"#,
        now,
        now,
        room
    )
    .fetch_all(connection)
    .await?;
    let mut taken = std::collections::HashSet::new();
    rows.into_iter()
        .filter(|row| {
            let chat = ChatId(row.chat_id);
            !held.contains(&chat) && taken.insert(chat)
        })
        .map(|row| {
            Ok(Waiting {
                id: row.id,
                chat: ChatId(row.chat_id),
                body: serde_json::from_str(&row.body)
                    .map_err(|error| StoreError::inconsistent("outbox", row.id, error))?,
                priority: row.priority,
                attempts: row.attempts,
                expired: row.expires_at.is_some_and(|expires_at| expires_at <= now),
            })
        })
        .collect()
}

/// Marks a message sent, with the number Telegram gave it.
///
/// # Errors
/// When SQLite cannot.
pub async fn sent(
    tx: &mut SqliteConnection,
    id: i64,
    message_id: Option<i64>,
    now: DateTime<Utc>,
) -> Result<()> {
    let now = millis(now);
    sqlx::query!(
        "UPDATE outbox SET state = 'sent', message_id = ?, attempts = attempts + 1, \
         finished_at = ? WHERE id = ?",
        message_id,
        now,
        id
    )
    .execute(&mut *tx)
    .await?;
    forget_finished(tx).await
}

/// Keeps what became known of a message by its being sent.
///
/// # Errors
/// When SQLite cannot.
pub async fn told(tx: &mut SqliteConnection, id: i64, body: &Body) -> Result<()> {
    let body = serde_json::to_string(body)
        .map_err(|error| StoreError::inconsistent("outbox", id, error))?;
    sqlx::query!("UPDATE outbox SET body = ? WHERE id = ?", body, id).execute(tx).await?;
    Ok(())
}

/// Puts a message off after a failed try.
///
/// # Errors
/// When SQLite cannot.
pub async fn retry(tx: &mut SqliteConnection, id: i64, not_before: DateTime<Utc>) -> Result<()> {
    let not_before = millis(not_before);
    sqlx::query!(
        "UPDATE outbox SET attempts = attempts + 1, not_before = ? WHERE id = ?",
        not_before,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Gives a message up and says why.
///
/// # Errors
/// When SQLite cannot.
pub async fn drop(
    tx: &mut SqliteConnection,
    id: i64,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let now = millis(now);
    sqlx::query!(
        "UPDATE outbox SET state = 'dropped', reason = ?, attempts = attempts + 1, \
         finished_at = ? WHERE id = ?",
        reason,
        now,
        id
    )
    .execute(&mut *tx)
    .await?;
    forget_finished(tx).await
}

/// Gives up all that waits for a chat that can no longer be reached.
///
/// # Errors
/// When SQLite cannot.
pub async fn drop_chat(
    tx: &mut SqliteConnection,
    chat: ChatId,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<u64> {
    let now = millis(now);
    let dropped = sqlx::query!(
        "UPDATE outbox SET state = 'dropped', reason = ?, finished_at = ? \
         WHERE chat_id = ? AND state = 'pending'",
        reason,
        now,
        chat.0
    )
    .execute(&mut *tx)
    .await?
    .rows_affected();
    forget_finished(tx).await?;
    Ok(dropped)
}

/// Forgets what was to be forgotten once it is finished.
async fn forget_finished(tx: &mut SqliteConnection) -> Result<()> {
    // The index `outbox_forget` holds the few that wait for it.
    sqlx::query!(
        "UPDATE outbox SET body = ?, chat_id = CASE forget WHEN 2 THEN 0 ELSE chat_id END, \
         forget = 0 WHERE forget > 0 AND state <> 'pending'",
        FORGOTTEN
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Forgets an account to which messages went: those that are finished lose it with their words at
/// once, those that wait as soon as they are finished.
///
/// # Errors
/// When SQLite cannot.
pub(super) async fn forget_chat(tx: &mut SqliteConnection, chat: ChatId) -> Result<()> {
    sqlx::query!("UPDATE outbox SET forget = 2 WHERE chat_id = ?", chat.0)
        .execute(&mut *tx)
        .await?;
    forget_finished(tx).await
}

/// Forgets notices whose keys look like `keys` (a pattern of `GLOB`): the words of those that are
/// finished go, of those that wait the ones that hold a text are taken back. Gives their keys.
///
/// # Errors
/// When SQLite cannot.
pub(super) async fn take_back(
    tx: &mut SqliteConnection,
    keys: &str,
    text: &str,
) -> Result<Vec<String>> {
    sqlx::query!(
        "UPDATE outbox SET body = ? WHERE dedupe_key GLOB ? AND state <> 'pending'",
        FORGOTTEN,
        keys
    )
    .execute(&mut *tx)
    .await?;
    Ok(sqlx::query_scalar!(
        r#"DELETE FROM outbox WHERE dedupe_key GLOB ? AND state = 'pending' AND ? <> ''
               AND instr(body, ?) > 0 RETURNING dedupe_key AS "key!: String""#,
        keys,
        text,
        text
    )
    .fetch_all(tx)
    .await?)
}

/// Forgets the words of messages that hold a text: at once where they are finished, else as soon
/// as they are.
///
/// # Errors
/// When SQLite cannot.
pub(super) async fn forget_words(tx: &mut SqliteConnection, text: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE outbox SET forget = 1 WHERE forget = 0 AND body <> ? AND instr(body, ?) > 0",
        FORGOTTEN,
        text
    )
    .execute(&mut *tx)
    .await?;
    forget_finished(tx).await
}

/// The number Telegram gave to the message of a row; none while it is not sent.
///
/// # Errors
/// When SQLite cannot say.
pub async fn message_id(connection: &mut SqliteConnection, id: i64) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!("SELECT message_id FROM outbox WHERE id = ?", id)
        .fetch_optional(connection)
        .await?
        .flatten())
}

/// The row whose message has that number in a chat, and its key.
///
/// # Errors
/// When SQLite cannot say.
pub async fn by_message(
    connection: &mut SqliteConnection,
    chat: ChatId,
    message_id: i64,
) -> Result<Option<(i64, Option<String>)>> {
    Ok(sqlx::query!(
        r#"SELECT id AS "id!: i64", dedupe_key FROM outbox
           WHERE chat_id = ? AND message_id = ? ORDER BY id LIMIT 1"#,
        chat.0,
        message_id
    )
    .fetch_optional(connection)
    .await?
    .map(|row| (row.id, row.dedupe_key)))
}

/// How many messages wait, and since when the oldest could have gone.
///
/// # Errors
/// When SQLite cannot say.
pub async fn waiting(connection: &mut SqliteConnection) -> Result<(i64, Option<i64>)> {
    let row = sqlx::query!(
        r#"SELECT count(*) AS "n!: i64", min(max(created_at, not_before)) AS "oldest: i64"
           FROM outbox WHERE state = 'pending'"#
    )
    .fetch_one(connection)
    .await?;
    Ok((row.n, row.oldest))
}

/// The earliest instant at which a message that waits may be tried.
///
/// # Errors
/// When SQLite cannot say.
pub async fn next_due(connection: &mut SqliteConnection) -> Result<Option<DateTime<Utc>>> {
    let due = sqlx::query_scalar!(
        r#"SELECT min(not_before) AS "due: i64" FROM outbox WHERE state = 'pending'"#
    )
    .fetch_one(connection)
    .await?;
    Ok(due.and_then(DateTime::from_timestamp_millis))
}

/// Forgets finished messages older than `before`. Of what a reply may still refer to, or must not be
/// said twice, the row stays without its words.
///
/// # Errors
/// When SQLite cannot.
pub async fn prune(tx: &mut SqliteConnection, before: DateTime<Utc>) -> Result<u64> {
    let before = millis(before);
    sqlx::query!(
        "UPDATE outbox SET body = ? WHERE finished_at < ? AND body <> ?",
        FORGOTTEN,
        before,
        FORGOTTEN
    )
    .execute(&mut *tx)
    .await?;
    Ok(sqlx::query!("DELETE FROM outbox WHERE finished_at < ? AND dedupe_key IS NULL", before)
        .execute(tx)
        .await?
        .rows_affected())
}
