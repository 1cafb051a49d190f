//! Taking names away, wherever they are kept; the log knows people by numbers only.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::super::{
    Result, StoreError, announcements, artifacts, council, flows, millis, outbox, web_keys,
};
use super::{Person, Row};
use crate::domain::ids::{CampaignId, ChatId, PersonId};

/// Forgets a person, by their own wish or because their time is over: all that is kept about them
/// but their rows in the lists of campaigns, which somebody may stand in who has not joined. Gives
/// the keys of notices about candidates that waited with the name and were taken back.
///
/// # Errors
/// When SQLite cannot.
pub async fn forget(
    tx: &mut SqliteConnection,
    person: &Person,
    now: DateTime<Utc>,
) -> Result<Vec<String>> {
    artifacts::forget(&mut *tx, &artifacts::data_of(person.id)).await?;
    let waiting = council::erase_person(&mut *tx, person.id, now).await?;
    forget_invites(&mut *tx, person.id, &person.name, now).await?;
    forget_mentions(&mut *tx, &person.name).await?;
    artifacts::forget_papers(&mut *tx).await?;
    if let Some(account) = person.telegram_id {
        forget_messages(&mut *tx, account, now).await?;
    }
    web_keys::end_all(&mut *tx, person.id, now).await?;
    erase(tx, person.id, now).await?;
    Ok(waiting)
}

/// Takes the name, account and roles from a person and leaves the number.
async fn erase(tx: &mut SqliteConnection, person: PersonId, now: DateTime<Utc>) -> Result<()> {
    let now = millis(now);
    sqlx::query!(
        "UPDATE person SET telegram_id = NULL, name = '', post = '', erased_at = ? WHERE id = ?",
        now,
        person.0
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!("DELETE FROM membership WHERE person_id = ?", person.0).execute(&mut *tx).await?;
    sqlx::query!("DELETE FROM flow WHERE person_id = ?", person.0).execute(&mut *tx).await?;
    sqlx::query!("DELETE FROM chosen_campaign WHERE person_id = ?", person.0)
        .execute(&mut *tx)
        .await?;
    sqlx::query!("UPDATE invite SET name = '', post = '' WHERE used_by = ?", person.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// What was said to and by an account and is only kept so that nothing is lost or said twice: the
/// words and the account go, the rows stay. What still waits is said first.
async fn forget_messages(
    tx: &mut SqliteConnection,
    telegram_id: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    outbox::forget_chat(&mut *tx, ChatId(telegram_id)).await?;
    announcements::forget_chat(&mut *tx, ChatId(telegram_id), now).await?;
    sqlx::query!(
        "UPDATE inbox SET raw = '{}' WHERE state <> 'pending' \
         AND (json_extract(raw, '$.message.from.id') = ? \
              OR json_extract(raw, '$.edited_message.from.id') = ? \
              OR json_extract(raw, '$.callback_query.from.id') = ?)",
        telegram_id,
        telegram_id,
        telegram_id
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The very press by which somebody is erased, which names who pressed: it waits no longer than this
/// transaction.
///
/// # Errors
/// When SQLite cannot.
pub async fn forget_press(tx: &mut SqliteConnection, press: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE inbox SET raw = '{}' WHERE state = 'pending' \
         AND json_extract(raw, '$.callback_query.id') = ?",
        press
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What was said to others, or by them, and holds a person's full name: the words go, the rows
/// stay, and forms left open are dropped. What still waits is said first.
///
/// # Errors
/// When SQLite cannot.
pub async fn forget_mentions(tx: &mut SqliteConnection, name: &str) -> Result<()> {
    forget_said(&mut *tx, name).await?;
    if is_telling(name) {
        flows::end_naming(tx, name.trim()).await?;
    }
    Ok(())
}

/// A single word stands in too many texts that mean something else.
fn is_telling(text: &str) -> bool {
    text.trim().contains(char::is_whitespace)
}

/// What was said to others, or by them, in as many words.
///
/// # Errors
/// When SQLite cannot.
pub async fn forget_said(tx: &mut SqliteConnection, text: &str) -> Result<()> {
    if !is_telling(text) {
        return Ok(());
    }
    let text = text.trim();
    outbox::forget_words(&mut *tx, text).await?;
    // Telegram spells other letters than those of English by their numbers, hence leaf by leaf.
    sqlx::query!(
        "UPDATE inbox SET raw = '{}' WHERE state <> 'pending' AND EXISTS ( \
             SELECT 1 FROM json_tree(inbox.raw) AS leaf \
             WHERE leaf.type = 'text' AND instr(leaf.atom, ?) > 0)",
        text
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Open invites in a name that its bearer wants forgotten, in the campaigns the person is in.
async fn forget_invites(
    tx: &mut SqliteConnection,
    person: PersonId,
    name: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let now = millis(now);
    sqlx::query!(
        "UPDATE invite SET revoked_at = COALESCE(revoked_at, ?), name = '', post = '' \
         WHERE name = ? AND used_at IS NULL \
         AND campaign_id IN (SELECT campaign_id FROM membership WHERE person_id = ?)",
        now,
        name,
        person.0
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The names in a campaign's invites, taken up or not.
///
/// # Errors
/// When SQLite cannot.
pub async fn forget_invites_of(tx: &mut SqliteConnection, campaign: CampaignId) -> Result<()> {
    sqlx::query!(
        "UPDATE invite SET name = '', post = '' WHERE campaign_id = ? AND name <> ''",
        campaign.0
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// How much was ever erased: whatever was read when it was less may still name somebody.
///
/// # Errors
/// When SQLite cannot say.
pub async fn erasures(connection: &mut SqliteConnection) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"SELECT (SELECT count(*) FROM person WHERE erased_at IS NOT NULL)
                + (SELECT count(*) FROM nominee WHERE erased_at IS NOT NULL)
                + (SELECT count(*) FROM listed_person WHERE erased_at IS NOT NULL) AS "n!: i64""#
    )
    .fetch_one(connection)
    .await?)
}

/// Those whose time is over: every campaign they have a part in, by a role, an invitation taken up,
/// a nomination or what they recorded, is among `over`. Of those who have a part in none, the ones
/// who were met before `met`.
///
/// # Errors
/// When a row cannot be read.
pub async fn due(
    connection: &mut SqliteConnection,
    over: &[CampaignId],
    met: DateTime<Utc>,
) -> Result<Vec<Person>> {
    let over: Vec<i64> = over.iter().map(|id| id.0).collect();
    let over = serde_json::to_string(&over)
        .map_err(|error| StoreError::inconsistent("campaign", 0, error))?;
    let met = millis(met);
    sqlx::query_as!(
        Row,
        r#"WITH over (id) AS (SELECT value FROM json_each(?)),
                part (person_id, campaign_id) AS (
                    SELECT person_id, campaign_id FROM membership
                    UNION SELECT used_by, campaign_id FROM invite WHERE used_by IS NOT NULL
                    UNION SELECT n.person_id, f.campaign_id
                    FROM nominee n JOIN fact f ON f.id = n.fact_id WHERE n.person_id IS NOT NULL)
           SELECT id AS "id!: i64", telegram_id, name, post, language, reminders, paused_until,
                  quiet_from, quiet_until
           FROM person AS p WHERE erased_at IS NULL
             AND id NOT IN (SELECT person_id FROM part WHERE campaign_id NOT IN over)
             AND NOT EXISTS (SELECT 1 FROM fact
                             WHERE person_id = p.id AND campaign_id NOT IN over)
             AND (created_at < ? OR id IN (SELECT person_id FROM part)
                  OR EXISTS (SELECT 1 FROM fact WHERE person_id = p.id))
           ORDER BY id"#,
        over,
        met
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(Row::read)
    .collect()
}
