//! The composition root: wires the rooms together and runs them.
//!
//! [`Engine`] holds one of each and steps through them by hand, for tests and rehearsals;
//! [`Engine::run`] lets each loop go its own way under one cancellation token. A loop is cancelled
//! between two steps, never inside one, so that no transaction is left open.

mod loops;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::clock::Clock;
use crate::config::{Config, Said, Webhook};
use crate::handlers::{Desk, commands};
use crate::inbox::Inbox;
use crate::jobs::{Jobs, Readiness};
use crate::outbox::pace::{Limits, Pace};
use crate::outbox::{Sender, Stepped};
use crate::say;
use crate::scheduler::Scheduler;
use crate::store::{Store, StoreError};
use crate::telegram::api::{Api, ApiError};
use crate::telegram::poller::{ALLOWED, PollError, Poller};
use crate::telegram::translate::translate;
use crate::text::Lang;
use crate::web::{self, Pulse, Web};
use loops::{Handling, Hearing, Working, send};

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
    /// Where people reach our web server, for the links that lead there.
    pub web: Option<String>,
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
        let Parts { store, clock, api, admins, web, limits, database } = parts;
        store.record_start(env!("CARGO_PKG_VERSION"), clock.now()).await?;
        let me = api.me().await?;
        store.record_username(&me.username).await?;
        let desk = Desk::new(me.username.clone(), admins.clone(), web);
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
                admins,
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

    /// Runs until cancelled: hears, handles, schedules, sends.
    pub async fn run(self, ears: Ears, cancel: CancellationToken) {
        let Self { store, clock, readiness, poller, inbox, scheduler, jobs, sender } = self;
        let Ears { pulse, arrived, called } = ears;
        let committed = Arc::new(Notify::new());
        let hearing = Hearing {
            poller,
            store: store.clone(),
            clock: Arc::clone(&clock),
            readiness,
            pulse: Arc::clone(&pulse),
            arrived: Arc::clone(&arrived),
        };
        let handling = Handling { inbox, arrived, committed: Arc::clone(&committed) };
        let working = Working { scheduler, jobs, pulse, clock, committed: Arc::clone(&committed) };
        let rooms = [
            tokio::spawn(hearing.run(called, cancel.clone())),
            tokio::spawn(handling.run(cancel.clone())),
            tokio::spawn(working.run(cancel.clone())),
            tokio::spawn(send(sender, committed, cancel)),
        ];
        for room in rooms {
            if let Err(error) = room.await {
                tracing::error!(%error, "a room ended badly");
            }
        }
        store.close().await;
    }
}

/// How a running engine hears of updates, and shows that it is alive.
#[derive(Debug, Clone)]
pub struct Ears {
    /// When the loops were last seen alive.
    pub pulse: Arc<Pulse>,
    /// Told when updates have been committed.
    pub arrived: Arc<Notify>,
    /// Whether Telegram calls us, so that there is nothing to poll.
    pub called: bool,
}

/// Runs the bot that the configuration describes, until SIGINT or SIGTERM.
///
/// # Errors
/// When the token is missing or refused, or the database or the address cannot be used.
pub async fn run(config: Config, clock: Arc<dyn Clock>) -> anyhow::Result<()> {
    let token = config.token.as_ref().ok_or_else(|| {
        Said::new(
            "Chưa có TELOXIDE_TOKEN: xin @BotFather một token rồi ghi vào .env.",
            "TELOXIDE_TOKEN is not set: ask @BotFather for one and put it into .env.",
        )
    })?;
    let api = Api::new(
        token.expose(),
        config.api_url.as_ref().map(Url::as_str),
        config.proxy.as_ref().map(Url::as_str),
    )?;
    let store = Store::open(&config.database_url).await?;
    let cancel = CancellationToken::new();
    tokio::spawn(stop_on_signal(cancel.clone()));
    let parts = Parts {
        store: store.clone(),
        clock: Arc::clone(&clock),
        api: api.clone(),
        admins: config.admins.clone(),
        web: Some(config.web_address()),
        limits: config.limits,
        database: Some(config.database_file()),
    };
    let Some(engine) = connect(parts, &cancel).await? else { return Ok(()) };
    let webhook = config.webhook();
    tune_in(&api, webhook.as_ref()).await?;
    let ears = Ears {
        pulse: Arc::new(Pulse::new(clock.now())),
        arrived: Arc::new(Notify::new()),
        called: webhook.is_some(),
    };
    let web = Web {
        board: Arc::new(web::Board::new(store.clone(), Arc::clone(&clock))),
        secure: config.web_address().starts_with("https://"),
        store,
        clock,
        pulse: Arc::clone(&ears.pulse),
        webhook,
        arrived: Arc::clone(&ears.arrived),
    };
    let serving = tokio::spawn(serve(config.listen, web, cancel.clone()));
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "the bot runs");
    engine.run(ears, cancel.clone()).await;
    cancel.cancel();
    serving.await?;
    tracing::info!("the bot has stopped");
    Ok(())
}

/// The bot works without its web server where nobody calls it through that; what is wrong is said.
async fn serve(address: SocketAddr, web: Web, cancel: CancellationToken) {
    let called = web.webhook.is_some();
    let served = async {
        let listener = TcpListener::bind(address).await?;
        tracing::info!(%address, "the web server listens");
        web::serve(listener, web, cancel.clone()).await
    };
    if let Err(error) = served.await {
        tracing::error!(%error, %address, "the web server cannot listen; choose THIDUA_LISTEN");
        if called {
            cancel.cancel();
        }
    }
}

/// Asks who the bot is until Telegram answers; nothing if it is time to stop first.
async fn connect(parts: Parts, cancel: &CancellationToken) -> Result<Option<Engine>, EngineError> {
    let mut trouble = 0;
    loop {
        match Engine::new(parts.clone()).await {
            Ok(engine) => return Ok(Some(engine)),
            Err(EngineError::Api(
                error @ (ApiError::Unreached | ApiError::Network(_) | ApiError::Server(_)),
            )) => {
                let pause = loops::pause_after(&error, trouble);
                trouble += 1;
                tracing::warn!(%error, retry.ms = pause.as_millis(), "Telegram cannot be reached");
                loops::rest(pause, None, cancel).await;
            }
            Err(error) => return Err(error),
        }
        if cancel.is_cancelled() {
            return Ok(None);
        }
    }
}

/// Tells Telegram how updates reach us, and what a stranger sees of the bot.
pub(crate) async fn tune_in(api: &Api, webhook: Option<&Webhook>) -> Result<(), ApiError> {
    match webhook {
        Some(webhook) => api.set_webhook(&webhook.url, &webhook.secret, &ALLOWED).await?,
        None => api.delete_webhook().await?,
    }
    for lang in Lang::ALL {
        let language = (lang != Lang::default()).then_some(lang.as_str());
        let menu = commands::menu(&[], lang);
        let presented = api.present(language, menu, say!(lang, "bot-description")).await;
        if let Err(error) = presented {
            tracing::warn!(%error, "the menu could not be set; the bot works without it");
        }
    }
    Ok(())
}

pub(crate) async fn stop_on_signal(cancel: CancellationToken) {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminated) => {
                tokio::select! {
                    _ = interrupted => {}
                    _ = terminated.recv() => {}
                }
            }
            Err(error) => {
                tracing::warn!(%error, "SIGTERM cannot be heard; SIGINT can");
                let _ = interrupted.await;
            }
        }
    }
    #[cfg(not(unix))]
    let _ = interrupted.await;
    cancel.cancel();
}
