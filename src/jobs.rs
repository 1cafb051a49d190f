//! Does what the scheduler called for: one job at a time, its result and its messages in one
//! transaction with the job's own end.
//!
//! The jobs of a campaign are done in the order they were due: one that waits, for its next try or
//! for the inbox, holds up those behind it. Jobs that a person asked for, and other campaigns', go
//! past it.

mod asked;
mod audience;
mod backup;
pub mod card;
pub mod celebrate;
pub(crate) mod close_week;
pub(crate) mod council;
mod deadlines;
pub mod document;
pub mod fetch_workbook;
pub mod hash_picture;
mod monday;
mod nudge;
pub mod paper;
mod phase;
pub mod picture;
mod pictures;
mod plates;
mod readiness;
mod retention;

use std::collections::HashSet;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use futures::FutureExt;
use sqlx::SqliteConnection;

use crate::clock::Clock;
use crate::domain::ids::{CampaignId, ChatId, PersonId};
use crate::handlers;
use crate::outbox::{BOARD_LOST, BOARD_PIN, BOARD_STATUS, Stepped};
use crate::store::jobs::Job;
use crate::store::{self, Store, StoreError, Tx};

use phase::Phase;
use pictures::Drawn;

pub use fetch_workbook::Files;
pub use readiness::Readiness;

/// Tries after which a job is given up, a good half hour later. A closing never is: no later week
/// can be right without it.
const TRIES: i64 = 32;

/// Handled updates are kept for so many days; Telegram repeats none older than one.
const INBOX_DAYS: i64 = 7;

/// Messages sent or given up are kept for so many days.
const OUTBOX_DAYS: i64 = 30;

/// Cards of units are kept for so many days; whoever asks again has a new one.
const CARD_DAYS: i64 = 7;

/// Files that Telegram has are kept for so many days more.
const FILE_DAYS: i64 = 7;

/// What a job came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ran {
    /// It is done.
    Done,
    /// It cannot begin yet; that is no failure.
    NotYet,
}

/// Why a job failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// It may succeed later.
    #[error(transparent)]
    Later(#[from] StoreError),
    /// A file could not be written or removed; it may succeed later.
    #[error("a file could not be written")]
    File(#[from] std::io::Error),
    /// It never will.
    #[error("{0}")]
    Never(String),
}

/// The one loop that does jobs.
#[derive(Debug)]
pub struct Jobs {
    store: Store,
    clock: Arc<dyn Clock>,
    readiness: Arc<Readiness>,
    bot: String,
    database: Option<PathBuf>,
    files: Arc<dyn Files>,
    admins: Vec<i64>,
}

impl Jobs {
    /// A loop over the jobs of `store`. `bot` is the bot's name in links, `database` the file that
    /// backups are made of and beside; without one none are made. `files` has what people sent.
    /// `admins` are the accounts that are the office by configuration.
    pub fn new(
        store: Store,
        clock: Arc<dyn Clock>,
        readiness: Arc<Readiness>,
        bot: String,
        database: Option<PathBuf>,
        files: Arc<dyn Files>,
        admins: Vec<i64>,
    ) -> Self {
        Self { store, clock, readiness, bot, database, files, admins }
    }

    /// Does the first job that can be done; those that fetch something from Telegram come last.
    ///
    /// # Errors
    /// When the database cannot say or keep; the next step tries again.
    pub async fn step(&mut self) -> Result<Stepped, StoreError> {
        let now = self.clock.now();
        let mut pending = store::jobs::pending(&mut *self.store.read().await?, now).await?;
        // Fetching from Telegram may take minutes where the line is bad, and all jobs share one
        // loop: whatever else is due goes first, and a look at a photo, which is a hint, last.
        pending.sort_by_key(|job| patience(&job.name));
        let mut held: HashSet<CampaignId> = HashSet::new();
        for job in pending {
            // What a person asked for has a body, and no place in the order of the schedule.
            let campaign = job.campaign.filter(|_| job.body.is_empty());
            if campaign.is_some_and(|campaign| held.contains(&campaign)) {
                continue;
            }
            if !job.put_off && self.attempt(&job, now).await? == Ran::Done {
                return Ok(Stepped::Did);
            }
            held.extend(campaign);
        }
        Ok(Stepped::Idle)
    }

    /// Does a job and records what came of it; a failure is recorded too, and counts as done
    /// something.
    async fn attempt(&self, job: &Job, now: DateTime<Utc>) -> Result<Ran, StoreError> {
        let ran = AssertUnwindSafe(self.work(job, now)).catch_unwind().await;
        let failure = match ran {
            Ok(Ok(ran)) => return Ok(ran),
            Ok(Err(failure)) => failure,
            Err(_) => Failure::Never("it panicked".to_owned()),
        };
        let never = matches!(failure, Failure::Never(_));
        let reason = format!("{:#}", anyhow::Error::from(failure));
        let give_up = job.name != close_week::NAME && (never || job.attempts + 1 >= TRIES);
        tracing::error!(
            job.id = job.id,
            job.name,
            job.attempts = job.attempts + 1,
            job.given_up = give_up,
            reason,
            "a job failed"
        );
        let mut tx = self.store.begin().await?;
        if give_up {
            store::jobs::fail(&mut tx, job.id, now).await?;
        } else {
            store::jobs::retry(&mut tx, job.id, now + backoff(job.attempts)).await?;
        }
        tx.commit().await?;
        Ok(Ran::Done)
    }

    async fn work(&self, job: &Job, now: DateTime<Utc>) -> Result<Ran, Failure> {
        // A copy of the whole file takes a while: no write lock is held meanwhile.
        if job.name == "backup"
            && let Some(database) = &self.database
        {
            backup::run(&self.store, database, job.due_at).await?;
        }
        if let Some(ran) = self.prepared(job, now).await? {
            return Ok(ran);
        }
        let prepared = match job.name.as_str() {
            fetch_workbook::NAME => Some(fetch_workbook::prepare(&*self.files, &job.body).await?),
            _ => None,
        };
        let drawn = match job.campaign {
            Some(campaign) => pictures::draw(&self.store, campaign, &job.name, job.due_at).await,
            None => None,
        };
        let mut tx = self.store.begin().await?;
        let ran = match job.campaign {
            _ if let Some(prepared) = prepared => {
                fetch_workbook::finish(&mut tx, prepared, now).await?;
                Ran::Done
            }
            Some(campaign) => self.of_campaign(&mut tx, job, campaign, drawn.as_ref(), now).await?,
            None => chore(&mut tx, job, &self.admins, now).await?,
        };
        if ran == Ran::Done {
            store::jobs::done(&mut tx, job.id, now).await?;
            tx.commit().await.map_err(StoreError::from)?;
        }
        Ok(ran)
    }

    /// What is fetched, written or drawn before the write lock is taken; nothing where the job is
    /// another one.
    async fn prepared(&self, job: &Job, now: DateTime<Utc>) -> Result<Option<Ran>, Failure> {
        let store = &self.store;
        if let (Some(phase), Some(campaign)) = (Phase::of(&job.name), job.campaign) {
            let drawn = phase::draw(store, campaign, phase, job.due_at).await;
            let mut tx = store.begin().await?;
            if !store::campaigns::is_archived(&mut tx, campaign, now).await? {
                phase::run(&mut tx, campaign, phase, (job.due_at, &drawn), now).await?;
                handlers::boards::refresh(&mut tx, campaign, &self.bot, now).await?;
            }
            return end(tx, job, now).await.map(Some);
        }
        let tx = match job.name.as_str() {
            paper::NAME => {
                let paper = paper::prepare(store, &job.body, &self.bot, now).await?;
                let mut tx = store.begin().await?;
                paper::finish(&mut tx, paper, &self.bot, now).await?;
                tx
            }
            document::NAME => {
                let document = document::prepare(store, &job.body, now).await?;
                let mut tx = store.begin().await?;
                document::finish(&mut tx, document, now).await?;
                tx
            }
            picture::NAME => {
                let picture = picture::prepare(store, &job.body, now).await?;
                let mut tx = store.begin().await?;
                picture::finish(&mut tx, picture, now).await?;
                tx
            }
            hash_picture::NAME => {
                let seen = hash_picture::prepare(&*self.files, &job.body).await?;
                let mut tx = store.begin().await?;
                hash_picture::finish(&mut tx, seen).await?;
                tx
            }
            card::NAME => {
                let card = card::prepare(store, &job.body).await?;
                let mut tx = store.begin().await?;
                if let Some(card) = card {
                    card::finish(&mut tx, card, now).await?;
                }
                tx
            }
            celebrate::NAME => {
                let done = celebrate::prepare(store, &job.body).await?;
                let mut tx = store.begin().await?;
                if let Some(done) = done {
                    celebrate::finish(&mut tx, done, now).await?;
                }
                tx
            }
            _ => return Ok(None),
        };
        end(tx, job, now).await.map(Some)
    }

    async fn of_campaign(
        &self,
        tx: &mut Tx,
        job: &Job,
        campaign: CampaignId,
        drawn: Option<&Drawn>,
        now: DateTime<Utc>,
    ) -> Result<Ran, Failure> {
        let chat = || job.body.parse().map(ChatId).map_err(|_| unknown(&job.name));
        match job.name.as_str() {
            BOARD_LOST => {
                handlers::boards::lost(tx, campaign, chat()?, now).await?;
                return Ok(Ran::Done);
            }
            BOARD_PIN => {
                handlers::boards::cannot_pin(tx, campaign, chat()?, now).await?;
                return Ok(Ran::Done);
            }
            handlers::announce::FOLLOW => {
                let id = job.body.parse().map_err(|_| unknown(&job.name))?;
                handlers::announce::follow(tx, id, now).await?;
                return Ok(Ran::Done);
            }
            BOARD_STATUS => {
                handlers::boards::refresh(tx, campaign, &self.bot, now).await?;
                return Ok(Ran::Done);
            }
            // A campaign put away reminds nobody and announces nothing; but what was begun before,
            // a week or a vote, ends at its time.
            name if !matches!(name, close_week::NAME | council::NAME)
                && store::campaigns::is_archived(tx, campaign, now).await? =>
            {
                return Ok(Ran::Done);
            }
            _ => {}
        }
        let ran = self.of_schedule(tx, job, campaign, drawn, now).await?;
        if ran == Ran::Done && job.name != "nudge" {
            handlers::boards::refresh(tx, campaign, &self.bot, now).await?;
        }
        Ok(ran)
    }

    async fn of_schedule(
        &self,
        tx: &mut Tx,
        job: &Job,
        campaign: CampaignId,
        drawn: Option<&Drawn>,
        now: DateTime<Utc>,
    ) -> Result<Ran, Failure> {
        match job.name.as_str() {
            close_week::NAME if !self.readiness.is_caught_up(now) => Ok(Ran::NotYet),
            close_week::NAME => close_week::run(tx, campaign, job.due_at, now).await,
            "ranking_to_leaders" => monday::ranking(tx, campaign, job.due_at, drawn, now).await,
            "public_post" => monday::public(tx, campaign, job.due_at, &self.bot, drawn, now).await,
            "monthly_brief" => monday::month(tx, campaign, job.due_at, now).await,
            "nudge" => nudge::run(tx, campaign, job.due_at, now).await,
            council::NAME => council::run(tx, campaign, &job.body, now).await,
            "deadlines" => deadlines::run(tx, campaign, job.due_at, now).await,
            other => Err(unknown(other)),
        }
    }
}

/// Commits a job's result with its end.
async fn end(mut tx: Tx, job: &Job, now: DateTime<Utc>) -> Result<Ran, Failure> {
    store::jobs::done(&mut tx, job.id, now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(Ran::Done)
}

async fn chore(tx: &mut Tx, job: &Job, admins: &[i64], now: DateTime<Utc>) -> Result<Ran, Failure> {
    match job.name.as_str() {
        "backup" => Ok(Ran::Done),
        "prune" => {
            let updates = now - TimeDelta::days(INBOX_DAYS);
            let messages = now - TimeDelta::days(OUTBOX_DAYS);
            store::inbox::prune(tx, updates).await?;
            store::outbox::prune(tx, messages).await?;
            store::artifacts::prune_invitations(tx, messages).await?;
            let cards = now - TimeDelta::days(CARD_DAYS);
            store::artifacts::prune_cards(tx, cards).await?;
            store::jobs::prune(tx, card::NAME, cards).await?;
            store::artifacts::prune_definitions(tx, messages).await?;
            let files = now - TimeDelta::days(FILE_DAYS);
            let pruned = store::artifacts::prune_uploaded(tx, files).await?;
            tracing::debug!(files = pruned, "files that Telegram has were let go");
            store::web_keys::prune(tx, now).await?;
            retention::run(tx, admins, now).await?;
            Ok(Ran::Done)
        }
        other => Err(unknown(other)),
    }
}

/// How long a job can wait for others, from the least.
fn patience(name: &str) -> u8 {
    match name {
        hash_picture::NAME => 2,
        fetch_workbook::NAME => 1,
        _ => 0,
    }
}

fn unknown(name: &str) -> Failure {
    Failure::Never(format!("this version knows no job named {name}"))
}

/// Whether whoever asked for something still is somebody it may be sent to.
async fn is_there(tx: &mut SqliteConnection, asker: PersonId) -> Result<bool, StoreError> {
    let asker = store::people::by_id(tx, asker).await?;
    Ok(asker.is_some_and(|asker| asker.chat().is_some()))
}

/// Fails where somebody was erased since so much was: what was read then may name them, and is to
/// be read again.
async fn names_still_stand(tx: &mut SqliteConnection, erased: i64) -> Result<(), StoreError> {
    if store::people::erasures(tx).await? == erased {
        Ok(())
    } else {
        Err(StoreError::inconsistent("person", 0, "somebody was erased meanwhile"))
    }
}

/// 1, 2, 4 … 64 seconds.
fn backoff(attempts: i64) -> TimeDelta {
    TimeDelta::seconds(1 << attempts.clamp(0, 6))
}

#[cfg(test)]
mod tests {
    use futures::future::BoxFuture;

    use super::*;
    use crate::clock::ManualClock;
    use crate::domain::testkit::at;

    /// A line on which nothing comes.
    #[derive(Debug)]
    struct Dead;

    impl Files for Dead {
        fn fetch<'a>(&'a self, _: &'a str, _: usize) -> BoxFuture<'a, Result<Vec<u8>, String>> {
            Box::pin(async { Err("nothing came".to_owned()) })
        }
    }

    /// The names of the jobs that wait, the one due first in front.
    async fn waiting(store: &Store, now: DateTime<Utc>) -> Vec<String> {
        let mut connection = store.read().await.unwrap();
        let pending = store::jobs::pending(&mut connection, now).await.unwrap();
        pending.into_iter().map(|job| job.name).collect()
    }

    #[tokio::test]
    async fn what_the_clock_calls_for_does_not_wait_for_photos() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("thidua.db");
        let store = Store::open(&format!("sqlite://{}", file.display())).await.unwrap();
        let now = at("2022-09-30 17:00");
        let mut tx = store.begin().await.unwrap();
        for photo in ["a", "b"] {
            let early = now - TimeDelta::hours(1);
            hash_picture::call(&mut tx, photo, photo, early).await.unwrap();
        }
        store::jobs::put(&mut tx, None, "prune", now, "").await.unwrap();
        tx.commit().await.unwrap();
        let mut jobs = Jobs::new(
            store.clone(),
            Arc::new(ManualClock::new(now)),
            Arc::new(Readiness::new(now)),
            "bot".to_owned(),
            None,
            Arc::new(Dead),
            Vec::new(),
        );
        assert_eq!(jobs.step().await.unwrap(), Stepped::Did);
        assert_eq!(waiting(&store, now).await, [hash_picture::NAME; 2]);
        assert_eq!(jobs.step().await.unwrap(), Stepped::Did);
        assert_eq!(waiting(&store, now).await, [hash_picture::NAME]);
    }
}
