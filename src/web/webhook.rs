//! The calls of Telegram, where it calls instead of being asked.

use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::routing::{MethodRouter, post};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::Web;
use crate::store::{self, Store, StoreError};
use crate::telegram::poller::update_id;

/// No update of Telegram's is larger.
const LARGEST_UPDATE: usize = 1 << 20;
/// What Telegram says with each call.
const SECRET: HeaderName = HeaderName::from_static("x-telegram-bot-api-secret-token");

/// The route Telegram calls.
pub(super) fn route() -> MethodRouter<Web> {
    post(call).layer(DefaultBodyLimit::max(LARGEST_UPDATE))
}

/// Telegram calls. It is answered "200" only once the update is committed; after anything else it
/// calls again.
async fn call(State(web): State<Web>, headers: HeaderMap, body: String) -> StatusCode {
    let Some(webhook) = &web.webhook else { return StatusCode::NOT_FOUND };
    let said = headers.get(SECRET).map_or(&[][..], HeaderValue::as_bytes);
    if !same(said, webhook.secret.as_bytes()) {
        return StatusCode::UNAUTHORIZED;
    }
    let Some(id) = update_id(&body) else { return StatusCode::BAD_REQUEST };
    let now = web.clock.now();
    if let Err(error) = keep(&web.store, id, &body, now).await {
        tracing::error!(%error, "an update could not be kept; Telegram will call again");
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    web.pulse.polled(now);
    web.arrived.notify_one();
    StatusCode::OK
}

async fn keep(store: &Store, id: i64, raw: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    let mut tx = store.begin().await?;
    store::inbox::put(&mut tx, id, raw, now).await?;
    Ok(tx.commit().await?)
}

/// Compares in a time that tells nothing: by digests, whose first different byte says nothing
/// about the first different letter.
fn same(said: &[u8], expected: &[u8]) -> bool {
    Sha256::digest(said) == Sha256::digest(expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_secret_is_the_secret() {
        assert!(same(b"secret", b"secret"));
        assert!(!same(b"secre", b"secret"));
        assert!(!same(b"", b"secret"));
    }
}
