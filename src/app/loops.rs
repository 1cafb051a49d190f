//! The loops of a running bot. Each goes on until cancelled, between two steps and never in one.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::EngineError;
use crate::clock::Clock;
use crate::inbox::Inbox;
use crate::jobs::{Jobs, Readiness};
use crate::outbox::{Sender, Stepped};
use crate::scheduler::Scheduler;
use crate::store::{Store, StoreError};
use crate::telegram::api::ApiError;
use crate::telegram::poller::{Fetched, Poller};
use crate::web::Pulse;

/// How long a poll waits for something to come.
const POLL: Duration = Duration::from_secs(25);
/// How long a loop with nothing to do waits before it looks again.
const REST: Duration = Duration::from_millis(500);
/// How long a loop waits after the database failed it.
const PAUSE: Duration = Duration::from_secs(1);
/// How often a bot that is called asks whether Telegram still holds updates back.
const LISTEN: Duration = Duration::from_secs(5);

/// The loop that hears what comes from Telegram.
pub(super) struct Hearing {
    pub(super) poller: Poller,
    pub(super) store: Store,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) readiness: Arc<Readiness>,
    pub(super) pulse: Arc<Pulse>,
    pub(super) arrived: Arc<Notify>,
}

impl Hearing {
    pub(super) async fn run(self, called: bool, cancel: CancellationToken) {
        if called { self.listen(cancel).await } else { self.poll(cancel).await }
    }

    async fn poll(mut self, cancel: CancellationToken) {
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
                    self.pulse.polled(self.clock.now());
                    self.readiness.polled(new);
                    self.arrived.notify_one();
                }
                Err(error) => {
                    let pause = match &error {
                        EngineError::Api(error) => pause_after(error, trouble),
                        EngineError::Store(_) => PAUSE,
                    };
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

    /// Where Telegram calls, a closing still waits until it holds nothing back any more.
    async fn listen(self, cancel: CancellationToken) {
        while !cancel.is_cancelled() {
            match self.poller.held_back().await {
                Ok(held_back) => {
                    self.pulse.polled(self.clock.now());
                    self.readiness.polled(held_back);
                }
                Err(error) => tracing::warn!(%error, "Telegram does not say what it holds back"),
            }
            rest(LISTEN, None, &cancel).await;
        }
    }
}

/// 1, 2, 4 … 64 seconds, or what Telegram asked for.
pub(super) fn pause_after(error: &ApiError, trouble: u32) -> Duration {
    match error {
        ApiError::RetryAfter { seconds } => Duration::from_secs(u64::from(*seconds)),
        _ => Duration::from_secs(1 << trouble.min(6)),
    }
}

/// The loop that handles updates. It waits for nothing but the database.
pub(super) struct Handling {
    pub(super) inbox: Inbox,
    pub(super) arrived: Arc<Notify>,
    pub(super) committed: Arc<Notify>,
}

impl Handling {
    pub(super) async fn run(mut self, cancel: CancellationToken) {
        while !cancel.is_cancelled() {
            match self.inbox.step().await {
                Ok(Stepped::Did) => self.committed.notify_one(),
                Ok(Stepped::Idle) => rest(REST, Some(&self.arrived), &cancel).await,
                Err(error) => {
                    tracing::error!(%error, "a batch could not be committed");
                    rest(PAUSE, None, &cancel).await;
                }
            }
        }
    }
}

/// The loop that does what the clock calls for. It may wait for a download, which no update should.
pub(super) struct Working {
    pub(super) scheduler: Scheduler,
    pub(super) jobs: Jobs,
    pub(super) pulse: Arc<Pulse>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) committed: Arc<Notify>,
}

impl Working {
    pub(super) async fn run(mut self, cancel: CancellationToken) {
        while !cancel.is_cancelled() {
            match self.step().await {
                Ok(Stepped::Did) => self.committed.notify_one(),
                Ok(Stepped::Idle) => rest(REST, None, &cancel).await,
                Err(error) => {
                    tracing::error!(%error, "what the clock calls for could not be recorded");
                    rest(PAUSE, None, &cancel).await;
                }
            }
        }
    }

    async fn step(&mut self) -> Result<Stepped, StoreError> {
        let called = self.scheduler.step().await?;
        self.pulse.scheduled(self.clock.now());
        let done = self.jobs.step().await?;
        Ok(if called == Stepped::Did { called } else { done })
    }
}

/// The loop that sends.
pub(super) async fn send(mut sender: Sender, committed: Arc<Notify>, cancel: CancellationToken) {
    while !cancel.is_cancelled() {
        match sender.step().await {
            Ok(Stepped::Did) => {}
            Ok(Stepped::Idle) => rest(REST, Some(&committed), &cancel).await,
            Err(error) => {
                tracing::error!(%error, "what was sent could not be recorded");
                rest(PAUSE, None, &cancel).await;
            }
        }
    }
    if let Err(error) = sender.finish().await {
        tracing::error!(%error, "what was sent last could not be recorded");
    }
}

/// Waits until there may be something to do, or it is time to stop.
pub(super) async fn rest(at_most: Duration, woken: Option<&Notify>, cancel: &CancellationToken) {
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
