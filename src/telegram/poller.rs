//! Asks Telegram for updates, and acknowledges none that is not committed.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use teloxide::requests::Payload;

use super::api::{Api, ApiError};
use crate::clock::Clock;
use crate::store::{self, Store, StoreError};

/// The kinds of update we ask for, each time: Telegram keeps an earlier choice otherwise.
pub const ALLOWED: [&str; 4] = ["message", "edited_message", "callback_query", "my_chat_member"];

/// How many updates one answer may hold.
const BATCH: u8 = 100;

#[derive(Debug, Clone, Serialize)]
struct GetUpdatesRaw {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    timeout: u64,
    limit: u8,
    allowed_updates: [&'static str; 4],
}

impl Payload for GetUpdatesRaw {
    type Output = Vec<serde_json::Value>;
    const NAME: &'static str = "getUpdates";
}

/// Why a poll came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum PollError {
    /// Telegram did not give updates.
    #[error(transparent)]
    Api(#[from] ApiError),
    /// They could not be kept, so they are not acknowledged.
    #[error("updates could not be kept")]
    Store(#[from] StoreError),
}

/// A long poll that remembers how far it is.
///
/// It starts without an offset: Telegram then repeats what was never acknowledged, and the inbox
/// drops what it has. An offset is never kept over a restart, because after a week without updates
/// Telegram begins a new count.
#[derive(Debug)]
pub struct Poller {
    api: Api,
    offset: Option<i64>,
}

impl Poller {
    /// A poller that has not asked yet.
    pub fn new(api: Api) -> Self {
        Self { api, offset: None }
    }

    /// Asks once, waits up to `wait` for something to come, and commits it: [`Self::fetch`] and
    /// [`Self::keep`].
    ///
    /// # Errors
    /// See [`PollError`]; the same updates come again.
    pub async fn step(
        &mut self,
        store: &Store,
        clock: &dyn Clock,
        wait: Duration,
    ) -> Result<usize, PollError> {
        let fetched = self.fetch(wait).await?;
        Ok(self.keep(store, clock, &fetched).await?)
    }

    /// Asks for what has come, waiting up to `wait` for it. May be given up at any moment.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn fetch(&self, wait: Duration) -> Result<Fetched, ApiError> {
        let payload = self.request(wait, BATCH);
        Ok(Fetched(self.api.call_within(&payload, wait + Duration::from_secs(15)).await?))
    }

    /// Commits what was fetched and gives the number of updates that were new. The next
    /// [`Self::fetch`] acknowledges them.
    ///
    /// # Errors
    /// When the database cannot keep them; the same updates come again.
    pub async fn keep(
        &mut self,
        store: &Store,
        clock: &dyn Clock,
        fetched: &Fetched,
    ) -> Result<usize, StoreError> {
        if fetched.0.is_empty() {
            return Ok(0);
        }
        let mut tx = store.begin().await?;
        let (mut new, mut next) = (0, self.offset);
        for update in &fetched.0 {
            let Some(id) = update_id(update.get()) else {
                // Without a number it can be neither kept nor acknowledged by itself; the next one
                // that has a number acknowledges it.
                tracing::warn!("an update without a number was passed over");
                continue;
            };
            if store::inbox::put(&mut tx, id, update.get(), clock.now()).await? {
                new += 1;
            }
            next = next.max(Some(id + 1));
        }
        tx.commit().await?;
        self.offset = next;
        Ok(new)
    }

    /// Acknowledges what was committed last, before a clean stop.
    ///
    /// # Errors
    /// See [`ApiError`]; nothing is lost, the same updates come again.
    pub async fn acknowledge(&self) -> Result<(), ApiError> {
        if self.offset.is_none() {
            return Ok(());
        }
        let payload = self.request(Duration::ZERO, 1);
        let _: Vec<Box<RawValue>> = self.api.call_within(&payload, Duration::from_secs(2)).await?;
        Ok(())
    }

    /// How many updates Telegram holds back for a bot that it calls.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn held_back(&self) -> Result<usize, ApiError> {
        self.api.held_back().await
    }

    fn request(&self, wait: Duration, limit: u8) -> GetUpdatesRaw {
        GetUpdatesRaw {
            offset: self.offset,
            timeout: wait.as_secs(),
            limit,
            allowed_updates: ALLOWED,
        }
    }
}

/// Updates as they came, not yet committed.
#[derive(Debug)]
pub struct Fetched(Vec<Box<RawValue>>);

/// The number of a raw update.
pub fn update_id(raw: &str) -> Option<i64> {
    #[derive(Deserialize)]
    struct Numbered {
        update_id: i64,
    }
    serde_json::from_str::<Numbered>(raw).ok().map(|update| update.update_id)
}
