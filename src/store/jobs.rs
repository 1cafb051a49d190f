//! `job`: what the wall clock has called for.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Result, instant, millis};
use crate::domain::ids::CampaignId;

/// A job that waits.
#[derive(Debug, Clone)]
pub struct Job {
    /// Its row.
    pub id: i64,
    /// Of which campaign; of none for the program's own chores.
    pub campaign: Option<CampaignId>,
    /// Its stable name.
    pub name: String,
    /// The instant it was due, and computes as of.
    pub due_at: DateTime<Utc>,
    /// What it is about, where the name and the time do not say it.
    pub body: String,
    /// How often it was tried.
    pub attempts: i64,
    /// Whether it failed and has to wait for its next try.
    pub put_off: bool,
}

/// Calls for a job once; whether it was new.
///
/// # Errors
/// When SQLite cannot.
pub async fn put(
    tx: &mut SqliteConnection,
    campaign: Option<CampaignId>,
    name: &str,
    due_at: DateTime<Utc>,
    body: &str,
) -> Result<bool> {
    let (campaign, due_at) = (campaign.map(|id| id.0), millis(due_at));
    let done = sqlx::query!(
        "INSERT INTO job (campaign_id, name, due_at, body, not_before) VALUES (?, ?, ?, ?, ?) \
         ON CONFLICT DO NOTHING",
        campaign,
        name,
        due_at,
        body,
        due_at
    )
    .execute(tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The due time of the newest job of that name.
///
/// # Errors
/// When SQLite cannot say.
pub async fn last_due(
    connection: &mut SqliteConnection,
    campaign: Option<CampaignId>,
    name: &str,
) -> Result<Option<DateTime<Utc>>> {
    let campaign = campaign.map_or(0, |id| id.0);
    sqlx::query_scalar!(
        r#"SELECT max(due_at) AS "due_at: i64" FROM job
           WHERE COALESCE(campaign_id, 0) = ? AND name = ?"#,
        campaign,
        name
    )
    .fetch_one(connection)
    .await?
    .map(|due_at| instant("job", campaign, due_at))
    .transpose()
}

/// The newest jobs of that name that were done and due before an instant, newest first: when each
/// was due, and when it was done.
///
/// # Errors
/// When a row cannot be read.
pub async fn done_before(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    name: &str,
    before: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<(DateTime<Utc>, DateTime<Utc>)>> {
    let before = millis(before);
    sqlx::query!(
        r#"SELECT id AS "id!: i64", due_at, finished_at AS "finished_at!: i64" FROM job
           WHERE COALESCE(campaign_id, 0) = ? AND name = ? AND state = 'done' AND due_at < ?
           ORDER BY due_at DESC LIMIT ?"#,
        campaign.0,
        name,
        before,
        limit
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| Ok((instant("job", row.id, row.due_at)?, instant("job", row.id, row.finished_at)?)))
    .collect()
}

/// The jobs that are due and not done at `now`, the one due first in front.
///
/// # Errors
/// When a row cannot be read.
pub async fn pending(connection: &mut SqliteConnection, now: DateTime<Utc>) -> Result<Vec<Job>> {
    let now_ms = millis(now);
    sqlx::query!(
        "SELECT id, campaign_id, name, due_at, body, attempts, not_before FROM job \
         WHERE state = 'pending' AND due_at <= ? ORDER BY due_at, id",
        now_ms
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| {
        Ok(Job {
            id: row.id,
            campaign: row.campaign_id.map(CampaignId),
            name: row.name,
            due_at: instant("job", row.id, row.due_at)?,
            body: row.body,
            attempts: row.attempts,
            put_off: row.not_before > now_ms,
        })
    })
    .collect()
}

/// What a person asked for, with who and where, is forgotten once it is over; its place is taken by
/// something that is like no other body. A number by which something is called for once stays.
async fn forget(tx: &mut SqliteConnection, id: i64) -> Result<()> {
    sqlx::query!("UPDATE job SET body = '#' || id WHERE id = ? AND body LIKE '{%'", id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Marks a job done.
///
/// # Errors
/// When SQLite cannot.
pub async fn done(tx: &mut SqliteConnection, id: i64, now: DateTime<Utc>) -> Result<()> {
    let now = millis(now);
    sqlx::query!("UPDATE job SET state = 'done', finished_at = ? WHERE id = ?", now, id)
        .execute(&mut *tx)
        .await?;
    forget(tx, id).await
}

/// Removes the jobs of a name that were done before `before`: what people ask for every day would
/// fill the table.
///
/// # Errors
/// When SQLite cannot.
pub async fn prune(tx: &mut SqliteConnection, name: &str, before: DateTime<Utc>) -> Result<()> {
    let before = millis(before);
    sqlx::query!(
        "DELETE FROM job WHERE name = ? AND state = 'done' AND finished_at < ?",
        name,
        before
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Gives a job up.
///
/// # Errors
/// When SQLite cannot.
pub async fn fail(tx: &mut SqliteConnection, id: i64, now: DateTime<Utc>) -> Result<()> {
    let now = millis(now);
    sqlx::query!("UPDATE job SET state = 'failed', finished_at = ? WHERE id = ?", now, id)
        .execute(&mut *tx)
        .await?;
    forget(tx, id).await
}

/// Puts a job off until `not_before` after a failed try.
///
/// # Errors
/// When SQLite cannot.
pub async fn retry(tx: &mut SqliteConnection, id: i64, not_before: DateTime<Utc>) -> Result<()> {
    let not_before = millis(not_before);
    sqlx::query!(
        "UPDATE job SET attempts = attempts + 1, not_before = ? WHERE id = ?",
        not_before,
        id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// How many jobs wait.
///
/// # Errors
/// When SQLite cannot say.
pub async fn waiting(connection: &mut SqliteConnection) -> Result<i64> {
    Ok(sqlx::query_scalar!(r#"SELECT count(*) AS "n!: i64" FROM job WHERE state = 'pending'"#)
        .fetch_one(connection)
        .await?)
}
