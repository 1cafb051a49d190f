//! The composition root: wires the rooms together and runs them.
//!
//! [`Engine`] holds one of each and steps through them by hand, for tests and rehearsals;
//! [`Engine::run`] lets each loop go its own way under one cancellation token. A loop is cancelled
//! between two steps, never inside one, so that no transaction is left open.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::handlers::Desk;
use crate::inbox::Inbox;
use crate::jobs::{Jobs, Readiness};
use crate::outbox::pace::{Limits, Pace};
use crate::outbox::{Sender, Stepped};
use crate::scheduler::Scheduler;
use crate::store::{Store, StoreError};
use crate::telegram::api::{Api, ApiError};
use crate::telegram::poller::{Fetched, PollError, Poller};
use crate::telegram::translate::translate;

/// What an engine is made of.
#[derive(Debug, Clone)]
pub struct Parts {
    /// The database.
    pub store: Store,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Telegram.
    pub api: Api,
    /// Accounts that are the campaign office from the start.
    pub admins: Vec<i64>,
    /// How fast messages may go.
    pub limits: Limits,
    /// The database's file, beside which backups are kept; none are made without it.
    pub database: Option<PathBuf>,
}

/// Why an engine stopped by itself.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// Telegram could not be reached or refused.
    #[error(transparent)]
    Api(#[from] ApiError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<PollError> for EngineError {
    fn from(error: PollError) -> Self {
        match error {
            PollError::Api(error) => Self::Api(error),
            PollError::Store(error) => Self::Store(error),
        }
    }
}

/// One of each room.
#[derive(Debug)]
pub struct Engine {
    store: Store,
    clock: Arc<dyn Clock>,
    readiness: Arc<Readiness>,
    poller: Poller,
    inbox: Inbox,
    scheduler: Scheduler,
    jobs: Jobs,
    sender: Sender,
}

impl Engine {
    /// Asks Telegram who the bot is and puts the rooms together.
    ///
    /// # Errors
    /// When Telegram cannot be reached, or the database not written.
    pub async fn new(parts: Parts) -> Result<Self, EngineError> {
        let Parts { store, clock, api, admins, limits, database } = parts;
        store.record_start(env!("CARGO_PKG_VERSION"), clock.now()).await?;
        let me = api.me().await?;
        store.record_username(&me.username).await?;
        let desk = Desk::new(me.username.clone(), admins);
        let readiness = Arc::new(Readiness::new(clock.now()));
        Ok(Self {
            poller: Poller::new(api.clone()),
            inbox: Inbox::new(store.clone(), Arc::clone(&clock), translate, desk),
            scheduler: Scheduler::new(store.clone(), Arc::clone(&clock)),
            jobs: Jobs::new(
                store.clone(),
                Arc::clone(&clock),
                Arc::clone(&readiness),
                me.username,
                database,
                Arc::new(api.clone()),
            ),
            sender: Sender::new(
                store.clone(),
                Arc::new(api),
                Arc::clone(&clock),
                Pace::new(limits),
            ),
            readiness,
            store,
            clock,
        })
    }

    /// The database.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Works until nothing is left to do at this instant: no update, no job, no message that may
    /// go now.
    ///
    /// # Errors
    /// When a room cannot go on.
    pub async fn settle(&mut self) -> Result<(), EngineError> {
        loop {
            let new = self.poller.step(&self.store, &*self.clock, Duration::ZERO).await?;
            self.readiness.polled(new);
            let mut did = new > 0;
            while self.inbox.step().await? == Stepped::Did {
                did = true;
            }
            while self.scheduler.step().await? == Stepped::Did
                || self.jobs.step().await? == Stepped::Did
            {
                did = true;
            }
            while self.sender.step().await? == Stepped::Did {
                did = true;
            }
            if !did {
                return Ok(());
            }
        }
    }

    /// Runs until cancelled: polls, handles, schedules, sends.
    ///
    /// # Errors
    /// When the last messages under way could not be recorded.
    pub async fn run(self, cancel: CancellationToken) -> Result<(), EngineError> {
        let Self { store, clock, readiness, poller, inbox, scheduler, jobs, sender } = self;
        let (arrived, committed) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let polling = Polling {
            poller,
            store: store.clone(),
            clock,
            readiness,
            arrived: Arc::clone(&arrived),
        };
        let writing =
            Writing { inbox, scheduler, jobs, arrived, committed: Arc::clone(&committed) };
        let polling = tokio::spawn(polling.run(cancel.clone()));
        let handling = tokio::spawn(writing.run(cancel.clone()));
        let sending = tokio::spawn(send(sender, committed, cancel));
        for room in [polling, handling, sending] {
            if let Err(error) = room.await {
                tracing::error!(%error, "a room ended badly");
            }
        }
        store.close().await;
        Ok(())
    }
}

/// How long a poll waits for something to come.
const POLL: Duration = Duration::from_secs(25);
/// How long a loop with nothing to do waits before it looks again.
const REST: Duration = Duration::from_millis(500);

/// The loop that asks Telegram.
struct Polling {
    poller: Poller,
    store: Store,
    clock: Arc<dyn Clock>,
    readiness: Arc<Readiness>,
    arrived: Arc<Notify>,
}

impl Polling {
    async fn run(mut self, cancel: CancellationToken) {
        let mut trouble = 0;
        // The first poll does not wait: a closing that is due waits for it.
        let mut patience = Duration::ZERO;
        while !cancel.is_cancelled() {
            let fetched = tokio::select! {
                () = cancel.cancelled() => break,
                fetched = self.poller.fetch(patience) => fetched,
            };
            match self.keep(fetched).await {
                Ok(new) => {
                    trouble = 0;
                    patience = if new > 0 { Duration::ZERO } else { POLL };
                    self.readiness.polled(new);
                    self.arrived.notify_one();
                }
                Err(error) => {
                    let pause = pause_after(&error, trouble);
                    trouble += 1;
                    tracing::warn!(%error, retry.ms = pause.as_millis(), "polling met trouble");
                    rest(pause, None, &cancel).await;
                }
            }
        }
        if let Err(error) = self.poller.acknowledge().await {
            tracing::info!(%error, "the last updates will come again and be recognised");
        }
    }

    async fn keep(&mut self, fetched: Result<Fetched, ApiError>) -> Result<usize, EngineError> {
        Ok(self.poller.keep(&self.store, &*self.clock, &fetched?).await?)
    }
}

/// 1, 2, 4 … 64 seconds, or what Telegram asked for.
fn pause_after(error: &EngineError, trouble: u32) -> Duration {
    match error {
        EngineError::Api(ApiError::RetryAfter { seconds }) => {
            Duration::from_secs(u64::from(*seconds))
        }
        _ => Duration::from_secs(1 << trouble.min(6)),
    }
}

/// The one loop that writes facts: updates first, then what the clock calls for.
struct Writing {
    inbox: Inbox,
    scheduler: Scheduler,
    jobs: Jobs,
    arrived: Arc<Notify>,
    committed: Arc<Notify>,
}

impl Writing {
    async fn run(mut self, cancel: CancellationToken) {
        while !cancel.is_cancelled() {
            match self.step().await {
                Ok(Stepped::Did) => self.committed.notify_one(),
                Ok(Stepped::Idle) => rest(REST, Some(&self.arrived), &cancel).await,
                Err(error) => {
                    tracing::error!(%error, "what was to be written could not be committed");
                    rest(Duration::from_secs(1), None, &cancel).await;
                }
            }
        }
    }

    async fn step(&mut self) -> Result<Stepped, StoreError> {
        if self.inbox.step().await? == Stepped::Did {
            return Ok(Stepped::Did);
        }
        let called = self.scheduler.step().await?;
        let done = self.jobs.step().await?;
        Ok(if called == Stepped::Did { called } else { done })
    }
}

async fn send(mut sender: Sender, committed: Arc<Notify>, cancel: CancellationToken) {
    while !cancel.is_cancelled() {
        match sender.step().await {
            Ok(Stepped::Did) => {}
            Ok(Stepped::Idle) => rest(REST, Some(&committed), &cancel).await,
            Err(error) => {
                tracing::error!(%error, "what was sent could not be recorded");
                rest(Duration::from_secs(1), None, &cancel).await;
            }
        }
    }
    if let Err(error) = sender.finish().await {
        tracing::error!(%error, "what was sent last could not be recorded");
    }
}

/// Waits until there may be something to do, or it is time to stop.
async fn rest(at_most: Duration, woken: Option<&Notify>, cancel: &CancellationToken) {
    let wake = async {
        match woken {
            Some(notify) => notify.notified().await,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        () = cancel.cancelled() => {}
        () = tokio::time::sleep(at_most) => {}
        () = wake => {}
    }
}
