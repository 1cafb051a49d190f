//! The end of the log, where facts are appended.

use std::collections::HashMap;

use sqlx::SqliteConnection;

use super::super::{Result, StoreError, evidence, instant, listed, millis};
use super::follow::{Tip, tip};
use super::{NewFact, Row, follow_pending};
use crate::domain::fact::{Fact, What};
use crate::domain::ids::{CampaignId, FactId, Number};

/// Appends a fact. It counts from its message, but not after its recording, not before the fact it
/// is about, and not inside a week already closed: then from its recording.
///
/// # Errors
/// When the row breaks a rule of the schema.
pub async fn append(tx: &mut SqliteConnection, new: NewFact) -> Result<Fact> {
    Head::read(&mut *tx).await?.append(tx, new).await
}

/// What the next fact needs to know of the log, so that a run of facts asks for it once. It holds
/// while nobody else appends; the schema refuses a fact made from a head that no longer holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    tip: Option<Tip>,
    /// The last number given to a kind of fact.
    numbers: HashMap<(CampaignId, &'static str), i64>,
    /// Until when weeks are closed.
    closed: HashMap<CampaignId, Option<i64>>,
}

impl Head {
    /// The log as it is now.
    ///
    /// # Errors
    /// When SQLite cannot say.
    pub async fn read(connection: &mut SqliteConnection) -> Result<Self> {
        Ok(Self::at(tip(connection).await?))
    }

    /// A log that ends there.
    pub fn at(tip: Option<Tip>) -> Self {
        Self { tip, numbers: HashMap::new(), closed: HashMap::new() }
    }

    /// The end of the log; none of an empty one.
    pub fn tip(&self) -> Option<&Tip> {
        self.tip.as_ref()
    }

    /// As [`append`].
    ///
    /// # Errors
    /// When the row breaks a rule of the schema.
    pub async fn append(&mut self, tx: &mut SqliteConnection, mut new: NewFact) -> Result<Fact> {
        let (id, prev, not_before) = match &self.tip {
            Some(tip) => (tip.id.0 + 1, tip.hash.clone(), millis(tip.recorded_at)),
            None => (1, vec![0; 32], i64::MIN),
        };
        let recorded_at = millis(new.now).max(not_before);
        let refers_to = new.what.refers_to().map(|id| id.0);
        let said_at = new.said_at.map(millis);
        let counted_at = self.counted_at(tx, new.campaign, said_at, recorded_at, refers_to).await?;
        let kind = new.what.kind();
        let number = if new.what.is_numbered() {
            Some(self.last_number(tx, new.campaign, kind).await? + 1)
        } else {
            None
        };
        // What is hashed could never forget a name.
        let people = match &mut new.what {
            What::Defined(definition) => std::mem::take(&mut definition.people),
            _ => Vec::new(),
        };
        let body = serde_json::to_string(&new.what)
            .map_err(|error| StoreError::inconsistent("fact", id, error))?;
        let line = new.what.line();
        let row = Row {
            id,
            campaign_id: new.campaign.0,
            kind: kind.to_owned(),
            number,
            unit: new.what.unit().map(|unit| unit.as_str().to_owned()),
            indicator: line.map(|line| line.indicator.as_str().to_owned()),
            refers_to,
            person_id: new.by.map(|id| id.0),
            counted_at,
            recorded_at,
            body,
        };
        let hash = row.hash(&prev)?;
        insert(tx, &row, &prev, &hash).await?;
        listed::put(tx, id, &people, recorded_at).await?;
        if let What::Defined(definition) = &mut new.what {
            definition.people = people;
        }
        follow_pending(tx, &row, &new.what).await?;
        evidence::follow(tx, row.campaign_id, row.id, &new.what).await?;
        let recorded_at = instant("fact", id, recorded_at)?;
        self.tip = Some(Tip { id: FactId(id), hash, recorded_at });
        if let Some(number) = number {
            self.numbers.insert((new.campaign, kind), number);
        }
        Ok(Fact {
            id: FactId(id),
            number: number.and_then(|number| u32::try_from(number).ok()).map(Number),
            counted_at: instant("fact", id, counted_at)?,
            recorded_at,
            by: new.by,
            what: new.what,
        })
    }

    async fn counted_at(
        &mut self,
        tx: &mut SqliteConnection,
        campaign: CampaignId,
        said_at: Option<i64>,
        recorded_at: i64,
        refers_to: Option<i64>,
    ) -> Result<i64> {
        let Some(said_at) = said_at.filter(|said_at| *said_at < recorded_at) else {
            return Ok(recorded_at);
        };
        let closed = self.closed_until(tx, campaign).await?;
        if closed.is_some_and(|closed| said_at <= closed) {
            return Ok(recorded_at);
        }
        let Some(refers_to) = refers_to else { return Ok(said_at) };
        let earliest = sqlx::query_scalar!("SELECT counted_at FROM fact WHERE id = ?", refers_to)
            .fetch_optional(tx)
            .await?;
        Ok(said_at.max(earliest.unwrap_or(said_at)))
    }

    async fn closed_until(
        &mut self,
        tx: &mut SqliteConnection,
        campaign: CampaignId,
    ) -> Result<Option<i64>> {
        if let Some(known) = self.closed.get(&campaign) {
            return Ok(*known);
        }
        let until = sqlx::query_scalar!(
            r#"SELECT max(as_of) AS "as_of: i64" FROM snapshot WHERE campaign_id = ?"#,
            campaign.0
        )
        .fetch_one(tx)
        .await?;
        self.closed.insert(campaign, until);
        Ok(until)
    }

    async fn last_number(
        &mut self,
        tx: &mut SqliteConnection,
        campaign: CampaignId,
        kind: &'static str,
    ) -> Result<i64> {
        if let Some(known) = self.numbers.get(&(campaign, kind)) {
            return Ok(*known);
        }
        let last = sqlx::query_scalar!(
            r#"SELECT number AS "number!: i64" FROM fact
               WHERE campaign_id = ? AND kind = ? AND number IS NOT NULL
               ORDER BY number DESC LIMIT 1"#,
            campaign.0,
            kind
        )
        .fetch_optional(tx)
        .await?;
        Ok(last.unwrap_or(0))
    }
}

async fn insert(tx: &mut SqliteConnection, row: &Row, prev: &[u8], hash: &[u8]) -> Result<()> {
    sqlx::query!(
        "INSERT INTO fact (id, campaign_id, kind, number, unit, indicator, refers_to, person_id, \
         counted_at, recorded_at, body, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.id,
        row.campaign_id,
        row.kind,
        row.number,
        row.unit,
        row.indicator,
        row.refers_to,
        row.person_id,
        row.counted_at,
        row.recorded_at,
        row.body,
        prev,
        hash
    )
    .execute(tx)
    .await?;
    Ok(())
}
