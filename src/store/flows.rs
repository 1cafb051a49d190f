//! `flow`: where a person is in a guided conversation.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Result, millis};
use crate::domain::ids::{CampaignId, PersonId};

/// A conversation in the middle. What `state` means is the handlers' business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// Of which campaign it speaks; of none while the first one is being imported.
    pub campaign: Option<CampaignId>,
    /// Grows with each step, over all conversations of the person.
    pub step: i64,
    /// What has been said so far, as JSON.
    pub state: String,
    /// The outbox row of the message that is edited in place.
    pub outbox_id: Option<i64>,
    /// The message itself, where a button told its number.
    pub message_id: Option<i64>,
}

/// The person's conversation, if one is open.
///
/// # Errors
/// When SQLite cannot say.
pub async fn get(connection: &mut SqliteConnection, person: PersonId) -> Result<Option<Flow>> {
    Ok(sqlx::query!(
        "SELECT campaign_id, step, state, outbox_id, message_id FROM flow WHERE person_id = ?",
        person.0
    )
    .fetch_optional(connection)
    .await?
    .filter(|row| row.state != "null")
    .map(|row| Flow {
        campaign: row.campaign_id.map(CampaignId),
        step: row.step,
        state: row.state,
        outbox_id: row.outbox_id,
        message_id: row.message_id,
    }))
}

/// The number the person's next step will have: a button of any earlier one is stale.
///
/// # Errors
/// When SQLite cannot say.
pub async fn next_step(connection: &mut SqliteConnection, person: PersonId) -> Result<i64> {
    Ok(sqlx::query_scalar!("SELECT step FROM flow WHERE person_id = ?", person.0)
        .fetch_optional(connection)
        .await?
        .unwrap_or(0)
        + 1)
}

/// Keeps a conversation in place of the person's earlier one.
///
/// # Errors
/// When SQLite cannot.
pub async fn put(
    tx: &mut SqliteConnection,
    person: PersonId,
    flow: &Flow,
    now: DateTime<Utc>,
) -> Result<()> {
    let (campaign, now) = (flow.campaign.map(|id| id.0), millis(now));
    sqlx::query!(
        "INSERT INTO flow (person_id, campaign_id, step, state, outbox_id, message_id, updated_at) \
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (person_id) DO UPDATE SET \
         campaign_id = excluded.campaign_id, step = excluded.step, state = excluded.state, \
         outbox_id = excluded.outbox_id, message_id = excluded.message_id, \
         updated_at = excluded.updated_at",
        person.0,
        campaign,
        flow.step,
        flow.state,
        flow.outbox_id,
        flow.message_id,
        now
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Ends the person's conversation. The step stays, so that old buttons remain stale.
///
/// # Errors
/// When SQLite cannot.
pub async fn end(tx: &mut SqliteConnection, person: PersonId) -> Result<()> {
    sqlx::query!(
        "UPDATE flow SET state = 'null', outbox_id = NULL, message_id = NULL WHERE person_id = ?",
        person.0
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Ends every conversation that holds a text.
///
/// # Errors
/// When SQLite cannot.
pub(super) async fn end_naming(tx: &mut SqliteConnection, text: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE flow SET state = 'null', outbox_id = NULL, message_id = NULL \
         WHERE instr(state, ?) > 0",
        text
    )
    .execute(tx)
    .await?;
    Ok(())
}
