//! The chat in the browser.

use axum::Router;

use super::server::Context;

pub(super) fn routes() -> Router<Context> {
    Router::new()
}
