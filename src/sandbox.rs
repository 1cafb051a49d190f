//! A local Bot API server over real HTTP, with a chat page for people.
//!
//! It stands in for Telegram in every integration test, in the demonstration and in a rehearsal,
//! and is as strict as the real one: what Telegram refuses, it refuses in the same words, and what
//! a bot should never have asked is kept as a *violation* for tests to find. It knows nothing of
//! the campaign and imports nothing of this crate but [`crate::clock`], so that what it reports
//! about the bot is a stranger's testimony.
//!
//! Reading order: [`World`] is what people do, `server` is the way in over HTTP, `methods` is what
//! a bot may ask, `updates` is what it hears back, `page` is the chat in the browser.
//!
//! Where it is laxer than Telegram: a webhook may be plain `http`, entities other than links,
//! commands and mentions are not detected, `parse_mode` is HTML or nothing, and updates do not
//! expire after a day. Where it is stricter: an unknown parameter is a violation, although
//! Telegram ignores it.

mod limits;
mod listener;
mod markup;
mod methods;
mod model;
mod page;
mod params;
mod people;
mod pictures;
mod server;
mod state;
mod updates;
mod wire;
mod world;

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;

pub use methods::known_methods;
pub use model::{
    Button, CallbackAnswer, Fault, FileRef, Message, NoSuchButton, Person, RecordedRequest,
};
pub use world::World;

/// Moves the campaign's clock on; given when the chat page may do so.
pub type TimeLever = Arc<dyn Fn(TimeDelta) + Send + Sync>;

/// How long [`Sandbox::stop`] waits for requests under way before it leaves them.
const GRACE: Duration = Duration::from_secs(2);

/// What a server is started with.
#[derive(Clone)]
pub struct Options {
    /// The address to listen on; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The bot's token, `<id>:<secret>`; the number before the colon is the bot's id.
    pub token: String,
    /// The bot's username without `@`.
    pub username: String,
    /// Whether 30 messages a second, one a second per person and 20 a minute per group are the
    /// most a bot may send.
    pub rate_limits: bool,
    /// What the page's time buttons pull; without it the page shows no such buttons.
    pub lever: Option<TimeLever>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            token: "4000000001:SANDBOX-TOKEN-OF-NO-VALUE-0000000".to_owned(),
            username: "thidua_bot".to_owned(),
            rate_limits: false,
            lever: None,
        }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("listen", &self.listen)
            .field("username", &self.username)
            .field("rate_limits", &self.rate_limits)
            .field("lever", &self.lever.is_some())
            .finish_non_exhaustive()
    }
}

/// A running server. Dropping it stops it without waiting; [`Sandbox::stop`] waits.
#[derive(Debug)]
pub struct Sandbox {
    world: World,
    address: SocketAddr,
    token: String,
    closing: CancellationToken,
    serving: Option<JoinHandle<()>>,
    delivering: JoinHandle<()>,
}

impl Sandbox {
    /// Starts a server that takes its dates from `clock`. Needs a Tokio runtime.
    pub async fn start(clock: Arc<dyn Clock>, options: Options) -> io::Result<Self> {
        let listen = options.listen;
        Self::resume(World::new(clock, options)?, listen).await
    }

    /// Serves an existing world again, as Telegram comes back after an outage with all it knew.
    pub async fn resume(world: World, listen: SocketAddr) -> io::Result<Self> {
        let listener = listener::Listener::bind(listen).await?;
        let address = listener.address()?;
        let closing = CancellationToken::new();
        let serving = tokio::spawn(server::serve(listener, world.clone(), closing.clone()));
        let delivering = tokio::spawn(updates::deliver(world.clone(), closing.clone()));
        let token = world.token().to_owned();
        Ok(Self { world, address, token, closing, serving: Some(serving), delivering })
    }

    /// The address for `TELOXIDE_API_URL` and for the browser, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The bot's token.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The people, the chats and what happened in them; outlives the server.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// Ends the open polls, finishes the requests under way and closes every connection.
    pub async fn stop(mut self) {
        self.closing.cancel();
        if let Some(mut serving) = self.serving.take()
            && tokio::time::timeout(GRACE, &mut serving).await.is_err()
        {
            serving.abort();
        }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.closing.cancel();
        self.delivering.abort();
    }
}
