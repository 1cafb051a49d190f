//! What `/nhap` needs and a handler must not do: making the template, fetching and reading a file.
//!
//! Fetching and reading happen before the transaction, so that nobody waits for them; what came of
//! them is shown inside it, with the job's own end.

use std::fmt::Debug;

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;
use tokio::sync::Semaphore;

use super::{Failure, asked, is_there};
use crate::domain::ids::{ChatId, PersonId};
use crate::handlers;
use crate::import::{self, Finding, Import, LARGEST_FILE};
use crate::render::workbook;
use crate::store::StoreError;
use crate::text::Lang;

/// The job's stable name.
pub const NAME: &str = "fetch_workbook";

/// Whoever has the files that people sent: Telegram, or a test's own.
pub trait Files: Send + Sync + Debug {
    /// The content of a file of at most `limit` bytes; else why it is not to be had.
    fn fetch<'a>(
        &'a self,
        file_id: &'a str,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<u8>, String>>;
}

/// What somebody asked for, as the job's body keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Who.
    pub person: PersonId,
    /// Where the answer goes.
    pub chat: ChatId,
    /// In which language.
    pub lang: Spoken,
    /// What.
    pub wish: Wish,
}

/// A language as a job keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spoken {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl From<Lang> for Spoken {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Vi => Self::Vi,
            Lang::En => Self::En,
        }
    }
}

impl From<Spoken> for Lang {
    fn from(spoken: Spoken) -> Self {
        match spoken {
            Spoken::Vi => Self::Vi,
            Spoken::En => Self::En,
        }
    }
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// The empty workbook.
    Template,
    /// A workbook to be read and shown.
    Read {
        /// By which Telegram gives it.
        file_id: String,
        /// Its name.
        name: String,
        /// The row of the message that says it is being read.
        outbox: Option<i64>,
    },
}

/// Calls for the job.
///
/// # Errors
/// When it cannot be kept.
pub async fn call(
    tx: &mut SqliteConnection,
    asked: &Asked,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    asked::keep(tx, NAME, asked.person.0, asked, now).await
}

/// What came of a wish before anything is said about it.
#[derive(Debug)]
pub(super) struct Prepared {
    asked: Asked,
    found: Found,
}

#[derive(Debug)]
enum Found {
    Template(Vec<u8>),
    Read(Box<Result<Import, Vec<Finding>>>),
    NotFetched,
}

/// Makes the template, or fetches the file and reads it: off the loop, for a large workbook takes
/// a second.
pub(super) async fn prepare(files: &dyn Files, body: &str) -> Result<Prepared, Failure> {
    let asked: Asked = asked::read(body)?;
    let found = match &asked.wish {
        Wish::Template => Found::Template(off_the_loop(template).await??),
        Wish::Read { file_id, name, .. } => {
            let limit = usize::try_from(LARGEST_FILE).unwrap_or(usize::MAX);
            match files.fetch(file_id, limit).await {
                Ok(bytes) => {
                    let name = name.clone();
                    Found::Read(Box::new(off_the_loop(move || import::read(&bytes, &name)).await?))
                }
                Err(reason) => {
                    tracing::warn!(reason, "a workbook could not be fetched");
                    Found::NotFetched
                }
            }
        }
    };
    Ok(Prepared { asked, found })
}

fn template() -> Result<Vec<u8>, Failure> {
    let example = import::example()
        .map_err(|_| Failure::Never("the embedded example cannot be read".to_owned()))?;
    workbook::template(&example).map_err(|error| Failure::Never(error.to_string()))
}

/// Drawing and writing take a whole core each: so many at once, and the loops have room to breathe.
const ABREAST: usize = 2;
static RENDERING: Semaphore = Semaphore::const_new(ABREAST);

/// Does what takes a while on a thread of its own, after what began before it.
pub(super) async fn off_the_loop<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    let turn = RENDERING.acquire().await;
    let done = tokio::task::spawn_blocking(move || {
        // The turn lasts as long as the work, also where nobody waits for it any more.
        let _turn = turn;
        work()
    })
    .await;
    done.map_err(|error| Failure::Never(error.to_string()))
}

/// Shows what came of it.
pub(super) async fn finish(
    tx: &mut SqliteConnection,
    prepared: Prepared,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let Prepared { asked, found } = prepared;
    if !is_there(&mut *tx, asked.person).await? {
        return Ok(());
    }
    let outbox = match asked.wish {
        Wish::Read { outbox, .. } => outbox,
        Wish::Template => None,
    };
    match found {
        Found::Template(bytes) => {
            handlers::import::send_template(tx, &asked, &bytes, now).await?;
        }
        Found::Read(read) => handlers::import::show(tx, &asked, outbox, *read, now).await?,
        Found::NotFetched => handlers::import::unreachable(tx, &asked, outbox, now).await?,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Barrier};

    use super::*;

    #[tokio::test]
    async fn two_render_at_once_and_no_more() {
        let (running, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        // Nobody gets past it alone: where only one may run, this never ends.
        let pair = Arc::new(Barrier::new(2));
        let works = (0..6).map(|_| {
            let (running, most, pair) = (running.clone(), most.clone(), pair.clone());
            off_the_loop(move || {
                most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                pair.wait();
                running.fetch_sub(1, Ordering::SeqCst);
            })
        });
        for done in futures::future::join_all(works).await {
            done.unwrap();
        }
        assert_eq!(most.load(Ordering::SeqCst), ABREAST);
    }
}
