//! `artifact`: rendered files by their content, uploaded once.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

use super::{Result, millis};
use crate::domain::ids::PersonId;

/// A file to send.
#[derive(Debug, Clone)]
pub struct Artifact {
    /// The name the receiver sees.
    pub name: String,
    /// Its content; nothing once Telegram has it and it was let go.
    pub bytes: Vec<u8>,
    /// Telegram's number of it, once uploaded.
    pub file_id: Option<String>,
}

/// Keeps a file and gives the hash it is known by; the same content is kept once.
///
/// # Errors
/// When SQLite cannot.
pub async fn put(
    tx: &mut SqliteConnection,
    name: &str,
    bytes: &[u8],
    now: DateTime<Utc>,
) -> Result<String> {
    let hash = Sha256::new().chain_update(name).chain_update(bytes).finalize().to_vec();
    let now = millis(now);
    sqlx::query!(
        "INSERT INTO artifact (hash, name, bytes, created_at) VALUES (?, ?, ?, ?) \
         ON CONFLICT DO NOTHING",
        hash,
        name,
        bytes,
        now
    )
    .execute(tx)
    .await?;
    Ok(crate::hex::encode(&hash))
}

/// The hash of a file whose name tells its content.
///
/// # Errors
/// When SQLite cannot say.
pub async fn by_name(connection: &mut SqliteConnection, name: &str) -> Result<Option<String>> {
    let hash = sqlx::query_scalar!("SELECT hash FROM artifact WHERE name = ? LIMIT 1", name)
        .fetch_optional(connection)
        .await?;
    Ok(hash.map(|hash| crate::hex::encode(&hash)))
}

/// The file of that hash.
///
/// # Errors
/// When SQLite cannot say.
pub async fn get(connection: &mut SqliteConnection, hash: &str) -> Result<Option<Artifact>> {
    let Some(hash) = crate::hex::decode(hash) else { return Ok(None) };
    Ok(sqlx::query_as!(Artifact, "SELECT name, bytes, file_id FROM artifact WHERE hash = ?", hash)
        .fetch_optional(connection)
        .await?)
}

/// The name of the picture of an invitation's link.
pub const INVITATION: &str = "moi.png";

/// Remembers Telegram's number of a file. The picture of an invitation's link goes instead: who
/// reads the database must not join with it, and it is sent once.
///
/// # Errors
/// When SQLite cannot.
pub async fn uploaded(tx: &mut SqliteConnection, hash: &str, file_id: &str) -> Result<()> {
    let hash = crate::hex::decode(hash);
    sqlx::query!("DELETE FROM artifact WHERE hash = ? AND name = ?", hash, INVITATION)
        .execute(&mut *tx)
        .await?;
    sqlx::query!("UPDATE artifact SET file_id = ? WHERE hash = ?", file_id, hash)
        .execute(tx)
        .await?;
    Ok(())
}

/// Forgets Telegram's number of a file, which it does not know; gives whether its bytes are still
/// here. Where they are not, the file is forgotten with its number: it can be made again.
///
/// # Errors
/// When SQLite cannot.
pub async fn forget_upload(tx: &mut SqliteConnection, hash: &str) -> Result<bool> {
    let hash = crate::hex::decode(hash);
    sqlx::query!("DELETE FROM artifact WHERE hash = ? AND length(bytes) = 0", hash)
        .execute(&mut *tx)
        .await?;
    let left =
        sqlx::query!("UPDATE artifact SET file_id = NULL WHERE hash = ?", hash).execute(tx).await?;
    Ok(left.rows_affected() > 0)
}

/// Lets go of the bytes of files that were uploaded and kept before `before`: Telegram has them, and
/// they are sent again by its number. What is on its way keeps its bytes, whatever it needs of them.
///
/// # Errors
/// When SQLite cannot.
pub async fn prune_uploaded(tx: &mut SqliteConnection, before: DateTime<Utc>) -> Result<u64> {
    let before = millis(before);
    let done = sqlx::query!(
        "UPDATE artifact SET bytes = x'' \
         WHERE file_id IS NOT NULL AND length(bytes) > 0 AND created_at < ? AND NOT EXISTS ( \
             SELECT 1 FROM outbox WHERE state = 'pending' \
             AND instr(body, lower(hex(artifact.hash))) > 0)",
        before
    )
    .execute(tx)
    .await?;
    Ok(done.rows_affected())
}

/// Removes sheets of invitations made before `before`: they name people, and their links have run
/// out. Pictures of links that were given up go at once.
///
/// # Errors
/// When SQLite cannot.
pub async fn prune_invitations(tx: &mut SqliteConnection, before: DateTime<Utc>) -> Result<()> {
    let before = millis(before);
    sqlx::query!(
        "DELETE FROM artifact WHERE name LIKE '%-loi-moi-%.xlsx' AND created_at < ?",
        before
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "DELETE FROM artifact WHERE name = ? AND NOT EXISTS ( \
             SELECT 1 FROM outbox WHERE state = 'pending' \
             AND instr(body, lower(hex(artifact.hash))) > 0)",
        INVITATION
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Removes cards of units drawn before `before`; those still to be sent stay.
///
/// # Errors
/// When SQLite cannot.
pub async fn prune_cards(tx: &mut SqliteConnection, before: DateTime<Utc>) -> Result<()> {
    let before = millis(before);
    sqlx::query!(
        "DELETE FROM artifact WHERE name LIKE '%-the-don-vi-%.png' AND created_at < ? \
         AND NOT EXISTS (SELECT 1 FROM outbox WHERE state = 'pending' \
                         AND instr(body, lower(hex(artifact.hash))) > 0)",
        before
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The name under which a definition waits for its import to be confirmed.
pub const DEFINITION: &str = "definition.json";

/// Removes what papers list people of campaigns: definitions that wait to be confirmed, which are
/// asked for again, and exported workbooks. What is still to be sent stays.
///
/// # Errors
/// When SQLite cannot.
pub async fn forget_papers(tx: &mut SqliteConnection) -> Result<()> {
    sqlx::query!(
        "DELETE FROM artifact WHERE (name = ? OR name LIKE '%.xlsx') AND NOT EXISTS ( \
             SELECT 1 FROM outbox WHERE state = 'pending' \
             AND instr(body, lower(hex(artifact.hash))) > 0)",
        DEFINITION
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Removes definitions that were shown before `before` and never confirmed, and those that were:
/// they list people.
///
/// # Errors
/// When SQLite cannot.
pub async fn prune_definitions(tx: &mut SqliteConnection, before: DateTime<Utc>) -> Result<()> {
    let before = millis(before);
    sqlx::query!("DELETE FROM artifact WHERE name = ? AND created_at < ?", DEFINITION, before)
        .execute(tx)
        .await?;
    Ok(())
}

/// Removes the dossiers of commendations: they name people, and one of these is to be forgotten.
///
/// # Errors
/// When SQLite cannot.
pub async fn forget_dossiers(tx: &mut SqliteConnection) -> Result<()> {
    sqlx::query!(
        "DELETE FROM artifact WHERE name LIKE '%-khen-thuong-%.docx' \
         OR name LIKE '%-giay-khen-%.png'"
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The name under which a person's data is sent, and found again to be erased.
pub fn data_of(person: PersonId) -> String {
    format!("du-lieu-cua-toi-{person}.json")
}

/// Removes the files of that name: what was made for one person goes with the person.
///
/// # Errors
/// When SQLite cannot.
pub async fn forget(tx: &mut SqliteConnection, name: &str) -> Result<()> {
    sqlx::query!("DELETE FROM artifact WHERE name = ?", name).execute(tx).await?;
    Ok(())
}
