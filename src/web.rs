//! The bot's own web server: the board on the wall, health, figures for monitoring, and Telegram's
//! calls where it calls.
//!
//! What it shows to everybody is what the groups are told, from the same functions
//! ([`crate::standings::posted`]); what it shows to leaders needs a link from the bot.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::config::Webhook;
use crate::store::Store;

mod board;
mod crowd;
mod door;
mod health;
mod leaders;
mod live;
mod page;
mod webhook;

pub use board::Board;
pub use health::Pulse;

/// What the server works with.
#[derive(Debug, Clone)]
pub struct Web {
    /// The database.
    pub store: Store,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// When the loops were last seen alive.
    pub pulse: Arc<Pulse>,
    /// How Telegram calls; none while it is asked.
    pub webhook: Option<Webhook>,
    /// Told when an update has come by a call.
    pub arrived: Arc<Notify>,
    /// The board on the wall.
    pub board: Arc<Board>,
    /// Whether people reach it by HTTPS, so that cookies may go no other way.
    pub secure: bool,
}

/// The routes.
pub fn router(web: Web) -> Router {
    let pages = board::routes()
        .merge(leaders::routes())
        .layer(from_fn_with_state(crowd::Crowd::default(), crowd::admit));
    let mut router = Router::new()
        .route("/healthz", get(health::health))
        .route("/metrics", get(health::metrics))
        .merge(pages);
    if let Some(webhook) = &web.webhook {
        router = router.route(&webhook.path, webhook::route());
    }
    router.with_state(web).layer(map_response(harden))
}

/// Serves until cancelled, then lets requests under way end.
///
/// # Errors
/// When nobody can be listened to any more.
pub async fn serve(listener: TcpListener, web: Web, cancel: CancellationToken) -> io::Result<()> {
    let board = Arc::clone(&web.board);
    let app = router(web).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, app).with_graceful_shutdown(async move {
        cancel.cancelled_owned().await;
        // Those who watch would keep the server up for ever.
        board.close();
    });
    served.await
}

/// Nothing is to be kept but what says so itself, and a page fetches nothing from elsewhere.
async fn harden(mut response: Response) -> Response {
    const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                          connect-src 'self'; base-uri 'none'; form-action 'self'; \
                          frame-ancestors 'none'";
    let headers = response.headers_mut();
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
