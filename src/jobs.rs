//! Does what the scheduler called for: one job at a time, its result and its messages in one
//! transaction with the job's own end.
//!
//! The jobs of a campaign are done in the order they were due: one that waits, for its next try or
//! for the inbox, holds up those behind it. Jobs that a person asked for, and other campaigns', go
//! past it.

mod audience;
mod backup;
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
mod pictures;
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

    /// Does the first job that can be done.
    ///
    /// # Errors
    /// When the database cannot say or keep; the next step tries again.
    pub async fn step(&mut self) -> Result<Stepped, StoreError> {
        let now = self.clock.now();
        let pending = store::jobs::pending(&mut *self.store.read().await?, now).await?;
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
        if job.name == paper::NAME {
            return self.paper(job, now).await;
        }
        if job.name == document::NAME {
            // As a paper: written before the write lock is taken.
            let prepared = document::prepare(&self.store, &job.body, now).await?;
            let mut tx = self.store.begin().await?;
            document::finish(&mut tx, prepared, now).await?;
            store::jobs::done(&mut tx, job.id, now).await?;
            tx.commit().await.map_err(StoreError::from)?;
            return Ok(Ran::Done);
        }
        if job.name == hash_picture::NAME {
            let seen = hash_picture::prepare(&*self.files, &job.body).await?;
            let mut tx = self.store.begin().await?;
            hash_picture::finish(&mut tx, seen).await?;
            store::jobs::done(&mut tx, job.id, now).await?;
            tx.commit().await.map_err(StoreError::from)?;
            return Ok(Ran::Done);
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

    /// A paper is read and rendered before the write lock is taken.
    async fn paper(&self, job: &Job, now: DateTime<Utc>) -> Result<Ran, Failure> {
        let prepared = paper::prepare(&self.store, &job.body, &self.bot, now).await?;
        let mut tx = self.store.begin().await?;
        paper::finish(&mut tx, prepared, &self.bot, now).await?;
        store::jobs::done(&mut tx, job.id, now).await?;
        tx.commit().await.map_err(StoreError::from)?;
        Ok(Ran::Done)
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
            // A campaign put away reminds nobody and announces nothing.
            name if name != close_week::NAME
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
            other => match Phase::of(other) {
                Some(phase) => phase::run(tx, campaign, phase, job.due_at, now).await,
                None => Err(unknown(other)),
            },
        }
    }
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
            store::artifacts::prune_definitions(tx, messages).await?;
            retention::run(tx, admins, now).await?;
            Ok(Ran::Done)
        }
        other => Err(unknown(other)),
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
