//! Nobody asks so often that others wait: a bucket of requests for each address.

use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use lru::LruCache;

/// So many requests at once; a page with all that belongs to it takes four.
const BURST: u32 = 120;

/// After that, one in this time: a meeting room behind one address asks a dozen times a second.
const EACH: Duration = Duration::from_millis(50);

/// So many addresses are remembered, the latest.
const ADDRESSES: NonZeroUsize = NonZeroUsize::new(4096).unwrap();

/// Who asked how often of late.
#[derive(Debug, Clone)]
pub(super) struct Crowd {
    seen: Arc<Mutex<LruCache<IpAddr, Bucket>>>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: u32,
    /// Since when it fills.
    since: Instant,
}

impl Default for Crowd {
    fn default() -> Self {
        Self { seen: Arc::new(Mutex::new(LruCache::new(ADDRESSES))) }
    }
}

impl Crowd {
    /// Whether an address may ask once more.
    fn admits(&self, address: IpAddr, now: Instant) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let bucket = seen.get_or_insert_mut(address, || Bucket { left: BURST, since: now });
        let passed = now.saturating_duration_since(bucket.since).as_millis() / EACH.as_millis();
        let filled = u32::try_from(passed).unwrap_or(u32::MAX);
        if filled > 0 {
            bucket.left = bucket.left.saturating_add(filled).min(BURST);
            bucket.since = now;
        }
        let admitted = bucket.left > 0;
        bucket.left = bucket.left.saturating_sub(1);
        admitted
    }
}

/// Lets a request pass, or says when to come again.
pub(super) async fn admit(State(crowd): State<Crowd>, request: Request, next: Next) -> Response {
    let address = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
    if address.is_none_or(|address| crowd.admits(address, Instant::now())) {
        return next.run(request).await;
    }
    let after = [(header::RETRY_AFTER, HeaderValue::from_static("5"))];
    (StatusCode::TOO_MANY_REQUESTS, after).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_and_fills_for_each_address() {
        let (crowd, begun) = (Crowd::default(), Instant::now());
        let [one, other] = ["10.0.0.1", "10.0.0.2"].map(|it| it.parse::<IpAddr>().unwrap());
        for _ in 0..BURST {
            assert!(crowd.admits(one, begun));
        }
        assert!(!crowd.admits(one, begun));
        assert!(crowd.admits(other, begun));
        assert!(!crowd.admits(one, begun + EACH / 2));
        assert!(crowd.admits(one, begun + EACH));
        assert!(!crowd.admits(one, begun + EACH));
    }
}
