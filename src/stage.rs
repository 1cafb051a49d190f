//! The demonstration: the bot on a campaign in full swing, with a chat page to play everybody on.
//!
//! History is not painted on: the first three weeks are played in fast time by the same officials
//! as in a rehearsal ([`crate::rehearsal`]), up to the Monday morning on which places appear. Then
//! the clock is let go, and whoever opens the page goes on from there.

use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::app::{Ears, stop_on_signal, tune_in};
use crate::clock::{Clock, ShiftedClock};
use crate::domain::calendar::{Calendar, CalendarError, Week};
use crate::domain::campaign::{Campaign, Definition};
use crate::rehearsal::{
    Cast, OFFICE, Play, Progress, RehearsalError, Size, Theatre, first_morning,
};
use crate::sandbox::{Options as Server, Sandbox, TimeLever};
use crate::telegram::api::{Api, ApiError};
use crate::web::{self, Board, Pulse, Web};

/// The story that the demonstration tells.
const SEED: u64 = 2022;

/// What is shown, and where.
pub struct Options<'a> {
    /// The campaign.
    pub definition: Definition,
    /// The address of the chat page and of the local server.
    pub listen: SocketAddr,
    /// The address of the bot's own web server, for the board; another free port of the same
    /// machine where it is taken.
    pub board: SocketAddr,
    /// The file the bot works on, which must not exist; without it one in the system's temporary
    /// folder that is removed in the end.
    pub database: Option<PathBuf>,
    /// Hears how far history has come.
    pub progress: &'a mut (dyn FnMut(Progress) + Send),
    /// Hears, once everything is ready, where to look.
    pub ready: &'a mut (dyn FnMut(&Ready<'_>) + Send),
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("campaign", &self.definition.code)
            .field("listen", &self.listen)
            .field("database", &self.database)
            .finish_non_exhaustive()
    }
}

/// A demonstration that can be looked at.
#[derive(Debug)]
pub struct Ready<'a> {
    /// The address of the chat page.
    pub chat: &'a str,
    /// The address of the board.
    pub board: &'a str,
    /// The instant shown there.
    pub now: DateTime<Utc>,
}

/// Why there is nothing to see.
#[derive(Debug, thiserror::Error)]
pub enum StageError {
    /// The campaign's dates make no calendar.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// History could not be played.
    #[error(transparent)]
    History(#[from] RehearsalError),
    /// The local server did not take the bot's menu.
    #[error(transparent)]
    Api(#[from] ApiError),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {error}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        error: io::Error,
    },
    /// No folder for the database could be made.
    #[error("cannot make the folder {}: {error}", .folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// Plays the history, then runs the demonstration until SIGINT or SIGTERM.
///
/// # Errors
/// When the address, the folder or the database cannot be used.
pub async fn run(options: Options<'_>) -> Result<(), StageError> {
    // History in one future is large for the stack of whoever waits for it.
    Box::pin(run_all(options)).await
}

async fn run_all(options: Options<'_>) -> Result<(), StageError> {
    let Options { definition, listen, board, database, progress, ready } = options;
    let cancel = CancellationToken::new();
    tokio::spawn(stop_on_signal(cancel.clone()));
    let folder = Folder::for_database(database.as_deref())?;
    let file = database.unwrap_or_else(|| folder.path.join("thidua.db"));

    let campaign = Campaign::new(definition)?;
    let clock = Arc::new(ShiftedClock::standing_at(first_morning(&campaign)));
    let goes = Arc::new(AtomicBool::new(false));
    let server = Server { listen, lever: Some(lever(&clock, &goes)), ..Server::default() };
    let sandbox = Sandbox::start(Arc::clone(&clock) as Arc<dyn Clock>, server)
        .await
        .map_err(|error| StageError::Listen { address: listen, error })?;
    let url = sandbox.url();
    let api = Api::new(sandbox.token(), Some(&url), None)?;

    let listener = bind(board).await?;
    let shown =
        listener.local_addr().map_err(|error| StageError::Listen { address: board, error })?;
    let base = format!("http://{shown}");

    let played = tokio::select! {
        () = cancel.cancelled() => None,
        played = history(sandbox, &clock, campaign, &file, base.clone(), progress) => Some(played?),
    };
    let Some(theatre) = played else { return Ok(()) };
    tune_in(&api, None).await?;
    let (sandbox, engine) = theatre.hand_over().await?;
    clock.run();
    goes.store(true, Ordering::SeqCst);
    let ears = Ears {
        pulse: Arc::new(Pulse::new(clock.now())),
        arrived: Arc::new(Notify::new()),
        called: false,
    };
    let time = Arc::clone(&clock) as Arc<dyn Clock>;
    let web = Web {
        board: Arc::new(Board::new(engine.store().clone(), Arc::clone(&time))),
        store: engine.store().clone(),
        clock: time,
        pulse: Arc::clone(&ears.pulse),
        webhook: None,
        arrived: Arc::clone(&ears.arrived),
        secure: false,
    };
    let serving = tokio::spawn(web::serve(listener, web, cancel.clone()));
    ready(&Ready { chat: &url, board: &format!("{base}/bang"), now: clock.now() });
    engine.run(ears, cancel).await;
    match serving.await {
        Ok(Err(error)) => tracing::error!(%error, "the web server stopped"),
        Err(error) => tracing::error!(%error, "the web server broke off"),
        Ok(Ok(())) => {}
    }
    sandbox.stop().await;
    Ok(())
}

/// Listens for those who want to see the board.
async fn bind(address: SocketAddr) -> Result<TcpListener, StageError> {
    match TcpListener::bind(address).await {
        Ok(listener) => Ok(listener),
        Err(_) => TcpListener::bind(SocketAddr::new(address.ip(), 0))
            .await
            .map_err(|error| StageError::Listen { address, error }),
    }
}

/// Plays the first weeks.
async fn history(
    sandbox: Sandbox,
    clock: &Arc<ShiftedClock>,
    campaign: Campaign,
    file: &Path,
    web: String,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Theatre, RehearsalError> {
    if file.exists() {
        return Err(RehearsalError::NotEmpty(file.to_owned()));
    }
    let cast = Cast::of(campaign.definition(), Size::Small);
    let until = curtain(campaign.calendar(), campaign.rules().ranking_day);
    let theatre = Theatre::open(sandbox, Arc::clone(clock), file, OFFICE, None, Some(web)).await?;
    let mut play = Play::begin(theatre, campaign, cast, SEED, None).await?;
    Box::pin(play.until(until, progress)).await?;
    Ok(play.into_theatre())
}

/// The first Monday, just after the public post, on which a closed week has shown places.
fn curtain(calendar: &Calendar, places_from: u32) -> DateTime<Utc> {
    let first = calendar.date_of_day(places_from.into());
    let shown =
        calendar.all_weeks().find(|week| calendar.date_at(calendar.closing(*week)) >= first);
    let week = shown.unwrap_or(Week(calendar.weeks()));
    calendar.public_post(week) + TimeDelta::minutes(65)
}

/// Moves the clock once it goes; while history is played it obeys the play alone.
fn lever(clock: &Arc<ShiftedClock>, goes: &Arc<AtomicBool>) -> TimeLever {
    let (clock, goes) = (Arc::clone(clock), Arc::clone(goes));
    Arc::new(move |delta| {
        if goes.load(Ordering::SeqCst) {
            clock.advance(delta);
        }
    })
}

/// A folder of our own that goes when the demonstration is over.
struct Folder {
    path: PathBuf,
    ours: bool,
}

impl Folder {
    fn for_database(given: Option<&Path>) -> Result<Self, StageError> {
        if let Some(file) = given {
            let path = file.parent().unwrap_or(Path::new(".")).to_owned();
            return Ok(Self { path, ours: false });
        }
        let path = std::env::temp_dir().join(format!("thidua-sandbox-{}", std::process::id()));
        // A process of the same number that was killed may have left its own.
        let made = if path.exists() { fs::remove_dir_all(&path) } else { Ok(()) };
        made.and_then(|()| fs::create_dir_all(&path))
            .map_err(|error| StageError::Folder { folder: path.clone(), error })?;
        Ok(Self { path, ours: true })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.ours
            && let Err(error) = fs::remove_dir_all(&self.path)
        {
            tracing::warn!(%error, "the demonstration's database could not be removed");
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, Weekday};

    use super::*;

    #[test]
    fn the_curtain_rises_on_the_monday_after_places_appear() {
        let campaign = Campaign::new(crate::import::demo().unwrap()).unwrap();
        let until = curtain(campaign.calendar(), campaign.rules().ranking_day);
        let date = campaign.calendar().date_at(until);
        assert_eq!(date.weekday(), Weekday::Mon);
        assert_eq!(campaign.calendar().day_number(date), 22);
    }
}
