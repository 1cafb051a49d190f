//! `invite`: links by which people join.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::super::{Result, instant, millis};
use super::membership;
use crate::domain::ids::{CampaignId, PersonId, UnitCode};
use crate::domain::policy::Membership;

/// What an invite gives to whoever opens its link first.
#[derive(Debug, Clone)]
pub struct Invite {
    /// In which campaign.
    pub campaign: CampaignId,
    /// As what.
    pub membership: Membership,
    /// The name the office wrote; empty for the account's own.
    pub name: String,
    /// The post the office wrote.
    pub post: String,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
    /// Whether somebody has used it.
    pub used_by: Option<PersonId>,
    /// Whether it was taken back, or replaced by one made anew.
    pub revoked: bool,
    /// Whose work its taker goes on with.
    pub successor_of: Option<PersonId>,
}

/// An invite that somebody may still take up.
#[derive(Debug, Clone)]
pub struct OpenInvite {
    /// By which it is known.
    pub code_hash: Vec<u8>,
    /// What it gives.
    pub invite: Invite,
}

/// Keeps an invite by the hash of its code.
///
/// # Errors
/// When the same code exists.
pub async fn insert_invite(
    tx: &mut SqliteConnection,
    code_hash: &[u8],
    invite: &Invite,
    created_by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let role = invite.membership.role.as_str();
    let unit = invite.membership.unit.as_ref().map_or("", UnitCode::as_str);
    let (created_by, now, expires_at) =
        (created_by.map(|id| id.0), millis(now), millis(invite.expires_at));
    sqlx::query!(
        "INSERT INTO invite (code_hash, campaign_id, role, unit, name, post, created_by, \
         created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        code_hash,
        invite.campaign.0,
        role,
        unit,
        invite.name,
        invite.post,
        created_by,
        now,
        expires_at
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The invite whose code has that hash.
///
/// # Errors
/// When the row cannot be read.
pub async fn invite(connection: &mut SqliteConnection, code_hash: &[u8]) -> Result<Option<Invite>> {
    sqlx::query!(
        "SELECT campaign_id, role, unit, name, post, expires_at, used_by, revoked_at, \
         successor_of FROM invite WHERE code_hash = ?",
        code_hash
    )
    .fetch_optional(connection)
    .await?
    .map(|row| {
        Ok(Invite {
            campaign: CampaignId(row.campaign_id),
            membership: membership(row.campaign_id, &row.role, &row.unit)?,
            name: row.name,
            post: row.post,
            expires_at: instant("invite", row.campaign_id, row.expires_at)?,
            used_by: row.used_by.map(PersonId),
            revoked: row.revoked_at.is_some(),
            successor_of: row.successor_of.map(PersonId),
        })
    })
    .transpose()
}

/// The invites of a campaign that may still be taken up, oldest first.
///
/// # Errors
/// When a row cannot be read.
pub async fn open_invites(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    now: DateTime<Utc>,
) -> Result<Vec<OpenInvite>> {
    let now = millis(now);
    sqlx::query!(
        "SELECT code_hash, role, unit, name, post, expires_at, successor_of FROM invite \
         WHERE campaign_id = ? AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ? \
         ORDER BY created_at, unit, role, name, code_hash",
        campaign.0,
        now
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| {
        let invite = Invite {
            campaign,
            membership: membership(campaign.0, &row.role, &row.unit)?,
            name: row.name,
            post: row.post,
            expires_at: instant("invite", campaign.0, row.expires_at)?,
            used_by: None,
            revoked: false,
            successor_of: row.successor_of.map(PersonId),
        };
        Ok(OpenInvite { code_hash: row.code_hash, invite })
    })
    .collect()
}

/// Takes an invite back; whether it could still be taken up.
///
/// # Errors
/// When SQLite cannot.
pub async fn revoke_invite(
    tx: &mut SqliteConnection,
    code_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<bool> {
    let now = millis(now);
    let done = sqlx::query!(
        "UPDATE invite SET revoked_at = ? \
         WHERE code_hash = ? AND used_at IS NULL AND revoked_at IS NULL",
        now,
        code_hash
    )
    .execute(tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes back every invite of a campaign that could still be taken up; how many there were.
///
/// # Errors
/// When SQLite cannot.
pub async fn revoke_all(
    tx: &mut SqliteConnection,
    campaign: CampaignId,
    now: DateTime<Utc>,
) -> Result<u64> {
    let now = millis(now);
    let done = sqlx::query!(
        "UPDATE invite SET revoked_at = ? WHERE campaign_id = ? AND used_at IS NULL \
         AND revoked_at IS NULL AND expires_at > ?",
        now,
        campaign.0,
        now
    )
    .execute(tx)
    .await?;
    Ok(done.rows_affected())
}

/// Takes back what was made before for the same name in the same place: of two links for one
/// person the older one is lost in some chat.
///
/// # Errors
/// When SQLite cannot.
pub async fn revoke_namesakes(
    tx: &mut SqliteConnection,
    invite: &Invite,
    now: DateTime<Utc>,
) -> Result<()> {
    let role = invite.membership.role.as_str();
    let unit = invite.membership.unit.as_ref().map_or("", UnitCode::as_str);
    let now = millis(now);
    sqlx::query!(
        "UPDATE invite SET revoked_at = ? WHERE campaign_id = ? AND role = ? AND unit = ? \
         AND name = ? AND name <> '' AND used_at IS NULL AND revoked_at IS NULL",
        now,
        invite.campaign.0,
        role,
        unit,
        invite.name
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Lets whoever takes an invite up go on with somebody's work.
///
/// # Errors
/// When SQLite cannot.
pub async fn succeed(tx: &mut SqliteConnection, code_hash: &[u8], person: PersonId) -> Result<()> {
    sqlx::query!("UPDATE invite SET successor_of = ? WHERE code_hash = ?", person.0, code_hash)
        .execute(tx)
        .await?;
    Ok(())
}

/// Marks an invite used; whether this call did it.
///
/// # Errors
/// When SQLite cannot.
pub async fn use_invite(
    tx: &mut SqliteConnection,
    code_hash: &[u8],
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<bool> {
    let now = millis(now);
    let done = sqlx::query!(
        "UPDATE invite SET used_at = ?, used_by = ? WHERE code_hash = ? AND used_at IS NULL \
         AND revoked_at IS NULL",
        now,
        person.0,
        code_hash
    )
    .execute(tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
