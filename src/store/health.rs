//! How much waits, for those who watch over the program.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::Result;

/// Counts over all tables that something passes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Updates not handled yet.
    pub inbox_waiting: i64,
    /// Updates given up.
    pub inbox_parked: i64,
    /// Messages not sent yet.
    pub outbox_waiting: i64,
    /// Messages given up.
    pub outbox_dropped: i64,
    /// Since when the oldest waiting message could have gone.
    pub outbox_since: Option<DateTime<Utc>>,
    /// Jobs not done yet, whether due or not.
    pub jobs_waiting: i64,
    /// Jobs given up.
    pub jobs_failed: i64,
    /// Facts in the log.
    pub facts: i64,
}

/// Counts.
///
/// # Errors
/// When SQLite cannot say.
pub async fn counts(connection: &mut SqliteConnection) -> Result<Counts> {
    let row = sqlx::query!(
        r#"SELECT
             (SELECT count(*) FROM inbox WHERE state = 'pending') AS "inbox_waiting!: i64",
             (SELECT count(*) FROM inbox WHERE state = 'parked') AS "inbox_parked!: i64",
             (SELECT count(*) FROM outbox WHERE state = 'dropped') AS "outbox_dropped!: i64",
             (SELECT count(*) FROM job WHERE state = 'pending') AS "jobs_waiting!: i64",
             (SELECT count(*) FROM job WHERE state = 'failed') AS "jobs_failed!: i64""#
    )
    .fetch_one(&mut *connection)
    .await?;
    let (outbox_waiting, since) = super::outbox::waiting(&mut *connection).await?;
    Ok(Counts {
        inbox_waiting: row.inbox_waiting,
        inbox_parked: row.inbox_parked,
        outbox_waiting,
        outbox_dropped: row.outbox_dropped,
        outbox_since: since.and_then(DateTime::from_timestamp_millis),
        jobs_waiting: row.jobs_waiting,
        jobs_failed: row.jobs_failed,
        facts: super::log::length(connection).await?,
    })
}
