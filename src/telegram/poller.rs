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

    /// Asks once, waiting up to `wait` for something to come, commits what came, and gives the
    /// number of updates that were new. The next call acknowledges them.
    ///
    /// # Errors
    /// See [`PollError`]; the same updates come again.
    pub async fn step(
        &mut self,
        store: &Store,
        clock: &dyn Clock,
        wait: Duration,
    ) -> Result<usize, PollError> {
        let payload = GetUpdatesRaw {
            offset: self.offset,
            timeout: wait.as_secs(),
            limit: BATCH,
            allowed_updates: ALLOWED,
        };
        let raw: Vec<Box<RawValue>> =
            self.api.call_within(&payload, wait + Duration::from_secs(15)).await?;
        if raw.is_empty() {
            return Ok(0);
        }
        let mut tx = store.begin().await?;
        let (mut new, mut next) = (0, self.offset);
        for update in &raw {
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
        tx.commit().await.map_err(StoreError::from)?;
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
        let payload =
            GetUpdatesRaw { offset: self.offset, timeout: 0, limit: 1, allowed_updates: ALLOWED };
        let _: Vec<Box<RawValue>> = self.api.call_within(&payload, Duration::from_secs(2)).await?;
        Ok(())
    }
}

/// The number of a raw update.
pub fn update_id(raw: &str) -> Option<i64> {
    #[derive(Deserialize)]
    struct Numbered {
        update_id: i64,
    }
    serde_json::from_str::<Numbered>(raw).ok().map(|update| update.update_id)
}
