//! `inbox`: raw updates, committed before they are acknowledged.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Result, StoreError, millis};

/// An update that waits to be handled.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Telegram's number of it.
    pub update_id: i64,
    /// As it came.
    pub raw: String,
    /// How often it was tried.
    pub attempts: i64,
}

/// Keeps an update; whether it was new.
///
/// # Errors
/// When SQLite cannot.
pub async fn put(
    tx: &mut SqliteConnection,
    update_id: i64,
    raw: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let now = millis(now);
    let done = sqlx::query!(
        "INSERT INTO inbox (update_id, raw, received_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        update_id,
        raw,
        now
    )
    .execute(tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The oldest updates that wait, at most `limit`.
///
/// # Errors
/// When SQLite cannot say.
pub async fn waiting(connection: &mut SqliteConnection, limit: i64) -> Result<Vec<Waiting>> {
    Ok(sqlx::query_as!(
        Waiting,
        r#"SELECT update_id AS "update_id!: i64", raw, attempts FROM inbox
           WHERE state = 'pending' ORDER BY update_id LIMIT ?"#,
        limit
    )
    .fetch_all(connection)
    .await?)
}

/// Whether anything waits.
///
/// # Errors
/// When SQLite cannot say.
pub async fn is_empty(connection: &mut SqliteConnection) -> Result<bool> {
    Ok(waiting(connection, 1).await?.is_empty())
}

/// Marks updates handled.
///
/// # Errors
/// When SQLite cannot.
pub async fn done(tx: &mut SqliteConnection, updates: &[i64], now: DateTime<Utc>) -> Result<()> {
    let updates = serde_json::to_string(updates)
        .map_err(|error| StoreError::unprintable("inbox", 0, &error))?;
    let now = millis(now);
    sqlx::query!(
        "UPDATE inbox SET state = 'done', finished_at = ? \
         WHERE update_id IN (SELECT value FROM json_each(?))",
        now,
        updates
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Puts aside an update that fails each time.
///
/// # Errors
/// When SQLite cannot.
pub async fn park(tx: &mut SqliteConnection, update_id: i64, now: DateTime<Utc>) -> Result<()> {
    let now = millis(now);
    sqlx::query!(
        "UPDATE inbox SET state = 'parked', finished_at = ? WHERE update_id = ?",
        now,
        update_id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Empties an update that has been handled: of a press on a ballot paper nothing may stay.
///
/// # Errors
/// When SQLite cannot.
pub async fn forget(tx: &mut SqliteConnection, update_id: i64) -> Result<()> {
    sqlx::query!("UPDATE inbox SET raw = '{}' WHERE update_id = ?", update_id).execute(tx).await?;
    Ok(())
}

/// Counts a failed try.
///
/// # Errors
/// When SQLite cannot.
pub async fn failed(tx: &mut SqliteConnection, update_id: i64) -> Result<()> {
    sqlx::query!("UPDATE inbox SET attempts = attempts + 1 WHERE update_id = ?", update_id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Forgets handled updates older than `before`. Telegram repeats none older than a day.
///
/// # Errors
/// When SQLite cannot.
pub async fn prune(tx: &mut SqliteConnection, before: DateTime<Utc>) -> Result<u64> {
    let before = millis(before);
    Ok(sqlx::query!("DELETE FROM inbox WHERE state = 'done' AND finished_at < ?", before)
        .execute(tx)
        .await?
        .rows_affected())
}
