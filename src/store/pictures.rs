//! `picture`, `picture_band`: what photos look like, as far as they have been looked at.

use sqlx::SqliteConnection;

use super::Result;
use crate::domain::likeness::Look;

/// Whether a photo has been looked at.
///
/// # Errors
/// When SQLite cannot say.
pub async fn is_known(connection: &mut SqliteConnection, unique_id: &str) -> Result<bool> {
    let found = sqlx::query_scalar!(
        r#"SELECT 1 AS "one!: i64" FROM picture WHERE unique_id = ?"#,
        unique_id
    )
    .fetch_optional(connection)
    .await?;
    Ok(found.is_some())
}

/// Keeps what a photo looks like; nothing for one that is no picture or too plain.
///
/// # Errors
/// When SQLite cannot.
pub async fn put(tx: &mut SqliteConnection, unique_id: &str, look: Option<Look>) -> Result<()> {
    let bits = look.map(|look| look.0.cast_signed());
    let done = sqlx::query!(
        "INSERT INTO picture (unique_id, look) VALUES (?, ?) ON CONFLICT DO NOTHING",
        unique_id,
        bits
    )
    .execute(&mut *tx)
    .await?;
    // Looked at before: its bands are there.
    let Some(look) = look.filter(|_| done.rows_affected() == 1) else { return Ok(()) };
    for (band, bits) in look.bands() {
        sqlx::query!(
            "INSERT INTO picture_band (band, bits, unique_id) VALUES (?, ?, ?)",
            band,
            bits,
            unique_id
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

/// The other photos that look like this one.
///
/// # Errors
/// When SQLite cannot say.
pub async fn alike(connection: &mut SqliteConnection, unique_id: &str) -> Result<Vec<String>> {
    let own = sqlx::query_scalar!("SELECT look FROM picture WHERE unique_id = ?", unique_id)
        .fetch_optional(&mut *connection)
        .await?
        .flatten();
    let Some(own) = own.map(|bits| Look(bits.cast_unsigned())) else { return Ok(Vec::new()) };
    let bands: Vec<(u32, u32)> = own.bands().collect();
    let bands = serde_json::to_string(&bands)
        .map_err(|error| super::StoreError::unprintable("picture", 0, &error))?;
    let candidates = sqlx::query!(
        r#"SELECT DISTINCT p.unique_id AS "unique_id!: String", p.look AS "look!: i64"
           FROM json_each(?) AS mine CROSS JOIN picture_band AS b
           JOIN picture AS p ON p.unique_id = b.unique_id
           WHERE b.band = mine.value ->> 0 AND b.bits = mine.value ->> 1 AND p.unique_id <> ?
           ORDER BY p.unique_id"#,
        bands,
        unique_id
    )
    .fetch_all(connection)
    .await?;
    Ok(candidates
        .into_iter()
        .filter(|row| own.is_near(Look(row.look.cast_unsigned())))
        .map(|row| row.unique_id)
        .collect())
}
