//! `evidence`: which entry shows which file. It follows from the log in the same transaction, and
//! answers whether a file was shown before.

use std::collections::BTreeSet;

use sqlx::SqliteConnection;

use super::Result;
use crate::domain::fact::{Evidence, What};
use crate::domain::ids::{CampaignId, FactId};

/// Telegram's mark by which the same file is recognised.
pub fn unique_id(evidence: &Evidence) -> &str {
    match evidence {
        Evidence::Photo { unique_id, .. } | Evidence::Document { unique_id, .. } => unique_id,
    }
}

/// What a fact shows, and for which entry.
fn shown(id: FactId, what: &What) -> Option<(FactId, Vec<&Evidence>)> {
    match what {
        What::Reported(report) => Some((id, report.evidence.iter().collect())),
        What::EvidenceAdded { entry, evidence, .. } => Some((*entry, vec![evidence])),
        _ => None,
    }
}

/// Notes what a fact that has just entered the log shows.
pub(super) async fn follow(
    tx: &mut SqliteConnection,
    campaign: i64,
    id: i64,
    what: &What,
) -> Result<()> {
    let Some((entry, shown)) = shown(FactId(id), what) else { return Ok(()) };
    for evidence in shown {
        let unique_id = unique_id(evidence);
        sqlx::query!(
            "INSERT INTO evidence (fact_id, unique_id, campaign_id, entry_id) VALUES (?, ?, ?, ?) \
             ON CONFLICT DO NOTHING",
            id,
            unique_id,
            campaign,
            entry.0
        )
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

/// The entries of a campaign that show one of these files, oldest first, each once.
///
/// # Errors
/// When SQLite cannot say.
pub async fn entries_with(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    unique_ids: &[String],
) -> Result<Vec<FactId>> {
    let files = serde_json::to_string(unique_ids)
        .map_err(|error| super::StoreError::unprintable("evidence", campaign.0, &error))?;
    Ok(sqlx::query_scalar!(
        r#"SELECT DISTINCT e.entry_id AS "entry_id!: i64"
           FROM json_each(?) AS u CROSS JOIN evidence AS e
           WHERE e.unique_id = u.value AND e.campaign_id = ?
           ORDER BY e.entry_id"#,
        files,
        campaign.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(FactId)
    .collect())
}

/// The first fact whose rows do not follow from the log, or are missing.
///
/// # Errors
/// When a row cannot be read.
pub async fn check(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
) -> Result<Option<FactId>> {
    let mut expected = BTreeSet::new();
    for fact in super::log::of_campaign(&mut *connection, campaign).await? {
        let Some((entry, shown)) = shown(fact.id, &fact.what) else { continue };
        expected.extend(shown.into_iter().map(|one| (fact.id, unique_id(one).to_owned(), entry)));
    }
    let found: BTreeSet<(FactId, String, FactId)> = sqlx::query!(
        r#"SELECT fact_id AS "fact_id!: i64", unique_id AS "unique_id!: String",
                  entry_id AS "entry_id!: i64"
           FROM evidence WHERE campaign_id = ?"#,
        campaign.0
    )
    .fetch_all(connection)
    .await?
    .into_iter()
    .map(|row| (FactId(row.fact_id), row.unique_id, FactId(row.entry_id)))
    .collect();
    Ok(expected.symmetric_difference(&found).next().map(|(fact, ..)| *fact))
}
