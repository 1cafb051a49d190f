//! Facts of nominations and votes; `nominee` and `nominee_words`, what is said about people beside
//! the log; `ballot`, the urn.
//!
//! The urn keeps a vote secret from whoever reads this file: a ballot has a random key and says on
//! whom and how, nothing else. Two other places hold a choice for a moment and lose it at once: the
//! raw update of the press, which [`super::inbox::forget`] empties in the transaction that counts
//! the ballot, and the write-ahead log, whose frames are overwritten as it is reused. Deleted bytes
//! are zeroed in the file itself (`secure_delete`). What this does not defend against, and cannot:
//! somebody who copies the running file between two votes, such as two backups with a single vote
//! between them, or who reads the write-ahead log meanwhile.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::log::{Stored, read};
use super::{Result, StoreError, millis};
use crate::domain::council::{Choice, Counts};
use crate::domain::fact::{Evidence, Fact, What};
use crate::domain::ids::{CampaignId, FactId, PersonId};

/// The facts of a campaign that [`crate::domain::council::Council`] is folded from, in the order
/// of the log.
///
/// # Errors
/// When a row cannot be read.
pub async fn facts(connection: &mut SqliteConnection, campaign: CampaignId) -> Result<Vec<Fact>> {
    // Word for word the condition of the index `fact_of_council`.
    let mut facts = sqlx::query_as!(
        Stored,
        "SELECT id, number, person_id, counted_at, recorded_at, body FROM fact \
         WHERE campaign_id = ? AND kind IN ( \
             'nominated', 'nomination_withdrawn', 'list_published', 'candidate_withdrawn', \
             'vote_opened', 'voted', 'vote_closed', 'results_released', 'rewarded' \
         ) ORDER BY id",
        campaign.0
    )
    .fetch_all(&mut *connection)
    .await?
    .into_iter()
    .map(Stored::read)
    .collect::<Result<Vec<_>>>()?;
    join(connection, &mut facts).await?;
    Ok(facts)
}

/// Puts what the office said about people back into the facts of it, as long as it stands.
///
/// # Errors
/// When SQLite cannot say.
pub async fn join(connection: &mut SqliteConnection, facts: &mut [Fact]) -> Result<()> {
    for fact in facts {
        if let What::CandidateWithdrawn { reason: words, .. }
        | What::Rewarded { decision: words, .. } = &mut fact.what
            && words.is_empty()
        {
            let said =
                sqlx::query_scalar!("SELECT words FROM nominee_words WHERE fact_id = ?", fact.id.0)
                    .fetch_optional(&mut *connection)
                    .await?;
            *words = said.unwrap_or_default();
        }
    }
    Ok(())
}

/// Keeps what the office says about a person nominated, beside the fact of it.
///
/// # Errors
/// When SQLite cannot.
pub async fn put_words(
    tx: &mut SqliteConnection,
    fact: FactId,
    nomination: FactId,
    words: &str,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO nominee_words (fact_id, nominee_id, words) VALUES (?, ?, ?)",
        fact.0,
        nomination.0,
        words
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What a nomination says about a person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Nominee {
    /// The member of the campaign who bears the name, where one does.
    pub person: Option<PersonId>,
    /// Full name; empty once erased.
    pub name: String,
    /// Post.
    pub post: String,
    /// What was achieved, in the unit's words.
    pub achievement: String,
    /// What was shown.
    pub evidence: Vec<Evidence>,
}

/// Keeps what a nomination says about a person.
///
/// # Errors
/// When SQLite cannot.
pub async fn put_nominee(
    tx: &mut SqliteConnection,
    nomination: FactId,
    nominee: &Nominee,
) -> Result<()> {
    let person = nominee.person.map(|person| person.0);
    let evidence = serde_json::to_string(&nominee.evidence)
        .map_err(|error| StoreError::unprintable("nominee", nomination.0, &error))?;
    sqlx::query!(
        "INSERT INTO nominee (fact_id, person_id, name, post, achievement, evidence) \
         VALUES (?, ?, ?, ?, ?, ?)",
        nomination.0,
        person,
        nominee.name,
        nominee.post,
        nominee.achievement,
        evidence
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What the nominations of a campaign say about people, by nomination.
///
/// # Errors
/// When a row cannot be read.
pub async fn nominees(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
) -> Result<BTreeMap<FactId, Nominee>> {
    sqlx::query!(
        r#"SELECT n.fact_id AS "fact_id!: i64", n.person_id, n.name, n.post, n.achievement,
                  n.evidence
           FROM nominee n JOIN fact f ON f.id = n.fact_id WHERE f.campaign_id = ?"#,
        campaign.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| {
        let nominee = Nominee {
            person: row.person_id.map(PersonId),
            name: row.name,
            post: row.post,
            achievement: row.achievement,
            evidence: serde_json::from_str(&row.evidence)
                .map_err(|error| StoreError::inconsistent("nominee", row.fact_id, error))?,
        };
        Ok((FactId(row.fact_id), nominee))
    })
    .collect()
}

/// The nominations that name a member, oldest first, with what they say.
///
/// # Errors
/// When a row cannot be read.
pub async fn nominations_of(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Vec<(CampaignId, Fact, Nominee)>> {
    sqlx::query!(
        r#"SELECT f.id AS "id!: i64", f.campaign_id AS "campaign_id!: i64", f.number, f.person_id,
                  f.counted_at AS "counted_at!: i64", f.recorded_at AS "recorded_at!: i64",
                  f.body AS "body!: String", n.name, n.post, n.achievement, n.evidence
           FROM nominee n JOIN fact f ON f.id = n.fact_id WHERE n.person_id = ? ORDER BY f.id"#,
        person.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| {
        let fact =
            read(row.id, row.number, row.person_id, row.counted_at, row.recorded_at, &row.body)?;
        let nominee = Nominee {
            person: Some(person),
            name: row.name,
            post: row.post,
            achievement: row.achievement,
            evidence: serde_json::from_str(&row.evidence)
                .map_err(|error| StoreError::inconsistent("nominee", row.id, error))?,
        };
        Ok((CampaignId(row.campaign_id), fact, nominee))
    })
    .collect()
}

/// The key under which notices that name the candidates of a campaign are sent begins so.
pub fn notice_key(campaign: CampaignId) -> String {
    format!("candidates:{campaign}:")
}

/// Erases what a nomination says about a person, wherever else the name stands too. Notices that
/// were sent with it keep their keys only, for the outbox remembers them by these; those that still
/// wait with it are taken back, and the keys of these are given: what they told may be told anew.
///
/// # Errors
/// When SQLite cannot.
pub async fn erase_nominee(
    tx: &mut SqliteConnection,
    nomination: FactId,
    now: DateTime<Utc>,
) -> Result<Vec<String>> {
    let row = sqlx::query!(
        r#"SELECT n.name, n.achievement, f.campaign_id AS "campaign_id!: i64"
           FROM nominee n JOIN fact f ON f.id = n.fact_id WHERE n.fact_id = ?"#,
        nomination.0
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(row) = row else { return Ok(Vec::new()) };
    let now = millis(now);
    sqlx::query!(
        "UPDATE nominee SET person_id = NULL, name = '', post = '', achievement = '', \
         evidence = '[]', erased_at = ? WHERE fact_id = ? AND erased_at IS NULL",
        now,
        nomination.0
    )
    .execute(&mut *tx)
    .await?;
    let said = sqlx::query_scalar!(
        "DELETE FROM nominee_words WHERE nominee_id = ? RETURNING words",
        nomination.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let keys = format!("{}*", notice_key(CampaignId(row.campaign_id)));
    let waiting = super::outbox::take_back(&mut *tx, &keys, &row.name).await?;
    super::people::forget_mentions(&mut *tx, &row.name).await?;
    for text in said.iter().chain([&row.achievement]) {
        super::people::forget_said(&mut *tx, text).await?;
    }
    super::artifacts::forget_papers(&mut *tx).await?;
    super::artifacts::forget_dossiers(tx).await?;
    Ok(waiting)
}

/// Erases all that nominations say about a member who is erased; gives what
/// [`erase_nominee`] gives.
///
/// # Errors
/// When SQLite cannot.
pub async fn erase_person(
    tx: &mut SqliteConnection,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<Vec<String>> {
    let nominations = sqlx::query_scalar!(
        r#"SELECT fact_id AS "fact_id!: i64" FROM nominee WHERE person_id = ?"#,
        person.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut waiting = Vec::new();
    for nomination in nominations {
        waiting.extend(erase_nominee(tx, FactId(nomination), now).await?);
    }
    Ok(waiting)
}

/// Erases all that the nominations of a campaign say about people; how many there were.
///
/// # Errors
/// When SQLite cannot.
pub async fn erase_campaign(
    tx: &mut SqliteConnection,
    campaign: CampaignId,
    now: DateTime<Utc>,
) -> Result<usize> {
    let nominations = sqlx::query_scalar!(
        r#"SELECT n.fact_id AS "fact_id!: i64" FROM nominee n JOIN fact f ON f.id = n.fact_id
           WHERE f.campaign_id = ? AND n.erased_at IS NULL ORDER BY n.fact_id"#,
        campaign.0
    )
    .fetch_all(&mut *tx)
    .await?;
    for nomination in &nominations {
        erase_nominee(&mut *tx, FactId(*nomination), now).await?;
    }
    Ok(nominations.len())
}

/// Lets a ballot fall into the urn. `key` is 128 random bits.
///
/// # Errors
/// When SQLite cannot.
pub async fn cast(
    tx: &mut SqliteConnection,
    key: [u8; 16],
    vote: FactId,
    candidate: &str,
    choice: Choice,
) -> Result<()> {
    let (key, choice) = (key.as_slice(), choice.as_str());
    sqlx::query!(
        "INSERT INTO ballot (key, vote_id, candidate, choice) VALUES (?, ?, ?, ?)",
        key,
        vote.0,
        candidate,
        choice
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Counts the urn of a vote, candidate by candidate; those without a ballot are left out.
///
/// # Errors
/// When SQLite cannot.
pub async fn counts(
    connection: &mut SqliteConnection,
    vote: FactId,
) -> Result<BTreeMap<String, Counts>> {
    sqlx::query!(
        r#"SELECT candidate, sum(choice = 'agree') AS "agree!: i64",
                  sum(choice = 'disagree') AS "disagree!: i64",
                  sum(choice = 'abstain') AS "abstain!: i64"
           FROM ballot WHERE vote_id = ? GROUP BY candidate"#,
        vote.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| {
        let count = |count: i64| {
            u32::try_from(count).map_err(|error| StoreError::inconsistent("ballot", vote.0, error))
        };
        let counts = Counts {
            agree: count(row.agree)?,
            disagree: count(row.disagree)?,
            abstain: count(row.abstain)?,
        };
        Ok((row.candidate, counts))
    })
    .collect()
}

/// How many ballots the urn holds for votes that no fact opened, over all campaigns: none.
///
/// # Errors
/// When SQLite cannot say.
pub async fn stray(connection: &mut SqliteConnection) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"SELECT count(*) AS "n!: i64" FROM ballot
           WHERE vote_id NOT IN (SELECT id FROM fact WHERE kind = 'vote_opened')"#
    )
    .fetch_one(connection)
    .await?)
}
