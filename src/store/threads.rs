//! Threads of `fact`: a numbered fact and those that speak of it, such as an obstacle with its
//! answers, or a directive with its reports.

use futures::TryStreamExt;
use sqlx::SqliteConnection;

use super::log::{self, read};
use super::{Result, entries};
use crate::domain::fact::Fact;
use crate::domain::ids::{CampaignId, FactId, Number, UnitCode};

/// A thread, in the order its facts count: never empty, the fact that began it in front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// What began it.
    pub head: Fact,
    /// What was said of it.
    pub rest: Vec<Fact>,
}

impl Thread {
    /// Its facts, the head first.
    pub fn facts(&self) -> impl DoubleEndedIterator<Item = &Fact> {
        std::iter::once(&self.head).chain(&self.rest)
    }
}

/// The thread that people of a campaign know by a number, of a kind such as `directed`.
///
/// # Errors
/// When a row cannot be read.
pub async fn by_number(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    kind: &str,
    number: Number,
) -> Result<Option<Thread>> {
    match log::by_number(&mut *connection, campaign, kind, number).await? {
        Some(head) => Ok(Some(of(connection, head).await?)),
        None => Ok(None),
    }
}

/// The thread that a fact of a campaign began, if it is of that kind.
///
/// # Errors
/// When a row cannot be read.
pub async fn by_id(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    kind: &str,
    id: FactId,
) -> Result<Option<Thread>> {
    let head = entries::in_campaign(&mut *connection, campaign, id).await?;
    match head.filter(|head| head.what.kind() == kind) {
        Some(head) => Ok(Some(of(connection, head).await?)),
        None => Ok(None),
    }
}

async fn of(connection: &mut SqliteConnection, head: Fact) -> Result<Thread> {
    let mut rest = log::referring_to(connection, head.id).await?;
    rest.sort_by_key(|fact| (fact.counted_at, fact.id));
    Ok(Thread { head, rest })
}

/// The threads of a kind that no fact of the kinds `ends` has ended, in the order of their
/// numbers; of one unit where one is given.
///
/// # Errors
/// When a row cannot be read.
pub async fn open(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    kind: &str,
    ends: [&str; 2],
    unit: Option<&UnitCode>,
) -> Result<Vec<Thread>> {
    let unit = unit.map(UnitCode::as_str);
    let [one, other] = ends;
    let mut rows = sqlx::query!(
        r#"SELECT t.id AS "id!: i64", t.number AS "number: i64", t.person_id AS "person_id: i64",
                  t.counted_at AS "counted_at!: i64", t.recorded_at AS "recorded_at!: i64",
                  t.body AS "body!: String", f.id AS "head!: i64"
           FROM fact f JOIN fact t ON t.id = f.id OR t.refers_to = f.id
           WHERE f.campaign_id = ? AND f.kind = ? AND f.number IS NOT NULL
             AND (? IS NULL OR f.unit = ?)
             AND NOT EXISTS (SELECT 1 FROM fact e
                             WHERE e.refers_to = f.id AND e.kind IN (?, ?))
           ORDER BY f.number, t.id <> f.id, t.counted_at, t.id"#,
        campaign.0,
        kind,
        unit,
        unit,
        one,
        other
    )
    .fetch(connection);
    let mut threads: Vec<Thread> = Vec::new();
    while let Some(row) = rows.try_next().await? {
        let fact =
            read(row.id, row.number, row.person_id, row.counted_at, row.recorded_at, &row.body)?;
        match threads.last_mut() {
            Some(thread) if row.id != row.head => thread.rest.push(fact),
            _ => threads.push(Thread { head: fact, rest: Vec::new() }),
        }
    }
    Ok(threads)
}
