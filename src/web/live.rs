//! Changes are told to those who watch: one look at the log a second for all of them together.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures::stream::{self, Stream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;

/// How often somebody who watches looks whether anything changed.
pub(super) const BEAT: Duration = Duration::from_secs(1);

/// So many may watch at once; each costs a few kilobytes.
const WATCHERS: usize = 1000;

/// Those who watch.
#[derive(Debug, Clone)]
pub(super) struct Watchers {
    room: Arc<Semaphore>,
    closing: CancellationToken,
}

impl Default for Watchers {
    fn default() -> Self {
        Self { room: Arc::new(Semaphore::new(WATCHERS)), closing: CancellationToken::new() }
    }
}

/// What is watched.
pub(super) trait Watched: Send + Sync + 'static {
    /// What stands for the state that is shown now; none where it cannot be known.
    fn version(&self) -> impl Future<Output = Option<Arc<str>>> + Send;
}

/// Somebody who watches.
struct Watcher<W> {
    subject: W,
    told: Option<Arc<str>>,
    closing: CancellationToken,
    /// The place is free when the connection ends.
    _place: OwnedSemaphorePermit,
}

impl Watchers {
    /// Ends all connections: the program stops.
    pub(super) fn close(&self) {
        self.closing.cancel();
    }

    /// Tells the state at once and whenever it has changed, or that too many watch already.
    pub(super) fn watch(&self, subject: impl Watched) -> Response {
        let Ok(place) = Arc::clone(&self.room).try_acquire_owned() else {
            let after = [(header::RETRY_AFTER, HeaderValue::from_static("60"))];
            return (StatusCode::SERVICE_UNAVAILABLE, after).into_response();
        };
        let closing = self.closing.clone();
        let watcher = Watcher { subject, told: None, closing, _place: place };
        Sse::new(changes(watcher)).keep_alive(KeepAlive::default()).into_response()
    }
}

fn changes<W: Watched>(watcher: Watcher<W>) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold(watcher, async |mut watcher| {
        let closing = watcher.closing.clone();
        let event = closing.run_until_cancelled(watcher.next()).await?;
        Some((Ok(event), watcher))
    })
}

impl<W: Watched> Watcher<W> {
    async fn next(&mut self) -> Event {
        loop {
            if self.told.is_some() {
                tokio::time::sleep(BEAT).await;
            }
            match self.subject.version().await {
                Some(version) if self.told.as_ref() != Some(&version) => {
                    self.told = Some(Arc::clone(&version));
                    return Event::default().event("state").data(version.as_ref());
                }
                Some(_) => {}
                // What is wrong was said where it went wrong; the next look may be luckier.
                None => tokio::time::sleep(BEAT).await,
            }
        }
    }
}
