//! Invitations made outside the chat: one-time codes of which only the hash is kept.

use chrono::{DateTime, TimeDelta, Utc};
use rand::RngCore as _;
use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

use crate::domain::ids::{CampaignId, PersonId};
use crate::domain::policy::Membership;
use crate::store::people::Invite;
use crate::store::{self, StoreError};

/// How long a link can be taken up: two weeks, so that a holiday does not undo it.
pub const VALID_FOR: TimeDelta = TimeDelta::days(14);

/// Makes an invitation and gives its code: 128 random bits.
///
/// # Errors
/// When it cannot be kept.
pub async fn create(
    tx: &mut SqliteConnection,
    campaign: CampaignId,
    membership: &Membership,
    name: &str,
    post: &str,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<String, StoreError> {
    let mut bits = [0_u8; 16];
    rand::rng().fill_bytes(&mut bits);
    let code = crate::hex::encode(&bits);
    let invite = Invite {
        campaign,
        membership: membership.clone(),
        name: name.to_owned(),
        post: post.to_owned(),
        expires_at: now + VALID_FOR,
        used_by: None,
    };
    store::people::insert_invite(tx, &Sha256::digest(&code), &invite, by, now).await?;
    Ok(code)
}

/// The link that takes an invitation up.
pub fn link(username: &str, code: &str) -> String {
    format!("https://t.me/{username}?start={code}")
}
