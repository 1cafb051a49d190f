//! A rehearsal: a whole campaign played through the real bot in fast time.
//!
//! ```text
//! Story (what is true, who is how) ─▶ Play (what is said when) ─ HTTP ─▶ local server ─▶ Engine
//! ```
//!
//! Nobody writes tables: officials of six temperaments pledge, report, correct and keep silent,
//! departments verify, the office approves, leaders read, all by messages and buttons, and learn
//! what came of it from what the chat shows. The seed decides everything that happens; two
//! rehearsals of one seed leave the same facts and the same rankings, and so does one whose bot is
//! killed and started anew at random moments.
//!
//! The house ([`theatre`](self)), the people (`cast`), what happens (`story`), conversations
//! (`talk`), the timetable and its scenes (`play`, `scenes`, `council`, `honours`, `troubles`,
//! `daily_work`), what is left behind (`papers`).

mod cast;
mod council;
mod daily_work;
mod honours;
mod openness;
mod papers;
mod pictures;
mod play;
mod scenes;
mod story;
mod talk;
mod theatre;
mod troubles;

use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::app::EngineError;
use crate::clock::{Clock, ShiftedClock};
use crate::domain::calendar::{Calendar, CalendarError};
use crate::domain::campaign::{Campaign, Definition};
use crate::sandbox::{Options as Server, Sandbox};
use crate::store::StoreError;
use crate::telegram::api::ApiError;

pub use council::CouncilCount;

pub(crate) use cast::{Cast, OFFICE, Size};
pub use daily_work::DailyWork;
pub use openness::Openness;
pub use pictures::PictureCount;
pub(crate) use play::Play;
pub(crate) use theatre::Theatre;
pub use troubles::TroubleCount;

/// What is played.
pub struct Options<'a> {
    /// The campaign.
    pub definition: Definition,
    /// What happens in it: the same seed, the same story.
    pub seed: u64,
    /// How many days are played from day 1; without it all, until the last late report is in.
    pub days: Option<u32>,
    /// Where rankings, briefs and candidates are left.
    pub out: Option<PathBuf>,
    /// The file the bot works on; it must not exist yet.
    pub database: PathBuf,
    /// Kills the bot and starts it anew at random moments drawn from this seed.
    pub interruptions: Option<u64>,
    /// Hears how far the play has come.
    pub progress: &'a mut (dyn FnMut(Progress) + Send),
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("campaign", &self.definition.code)
            .field("seed", &self.seed)
            .field("days", &self.days)
            .field("out", &self.out)
            .field("database", &self.database)
            .field("interruptions", &self.interruptions)
            .finish_non_exhaustive()
    }
}

/// How far the play has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The day that begins, from 1.
    pub day: u32,
    /// How many are played.
    pub days: u32,
}

/// What was played, and how long it took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// What two rehearsals of one seed have in common.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// How often the bot was killed.
    pub kills: u32,
    /// How long it took, in milliseconds of the machine's time.
    pub wall_ms: u64,
}

/// What came of a rehearsal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The campaign's code.
    pub campaign: String,
    /// The seed.
    pub seed: u64,
    /// How many days were played.
    pub days: u32,
    /// How many units reported.
    pub units: usize,
    /// How many people took part.
    pub people: usize,
    /// How many messages and presses people sent.
    pub said: u64,
    /// How many entries units made.
    pub entries: u64,
    /// What the office did besides.
    pub daily_work: DailyWork,
    /// How many facts the log holds.
    pub facts: u64,
    /// SHA-256 over all facts but for when they were recorded and Telegram's numbers of photos.
    pub facts_digest: String,
    /// The closed weeks.
    pub weeks: Vec<ClosedWeek>,
    /// SHA-256 of the table at the end of the play.
    pub final_digest: String,
    /// The candidates for commendation at the end.
    pub candidates: CandidateCount,
    /// What the council came to.
    pub council: CouncilCount,
    /// What came of obstacles and directives.
    pub troubles: TroubleCount,
    /// Badges, thanks and examples.
    pub honours: HonourCount,
    /// Pictures of one unit or one moment.
    pub pictures: PictureCount,
    /// How often somebody decided a second time, and in the open.
    pub openness: Openness,
    /// Whether the log bears out everything shown: `thidua verify`.
    pub verified: bool,
    /// What the bot refused, though the story meant it.
    pub refusals: Vec<Refusal>,
    /// What the bot did that Telegram would not let pass.
    pub violations: Vec<String>,
}

/// A closed week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedWeek {
    /// Which.
    pub week: u32,
    /// The digest of its table.
    pub digest: String,
}

/// How much praise there was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HonourCount {
    /// Badges given at closings.
    pub badges: usize,
    /// Of these, such as the office took back.
    pub revoked: usize,
    /// What everybody together reached for the first time.
    pub landmarks: usize,
    /// Thanks from one unit to another.
    pub thanks: usize,
    /// Examples of the week nominated.
    pub nominated: usize,
    /// Of these, such as were chosen.
    pub chosen: usize,
}

/// How many candidates there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateCount {
    /// Collectives proposed.
    pub collectives: usize,
    /// Of these, such as pass every gate.
    pub eligible: usize,
}

/// Something the bot refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// When, by the campaign's clock.
    pub at: DateTime<Utc>,
    /// Who had spoken.
    pub who: String,
    /// What was said.
    pub said: String,
    /// What the bot answered.
    pub answer: String,
}

/// Why a rehearsal could not be played to its end.
#[derive(Debug, thiserror::Error)]
pub enum RehearsalError {
    /// The campaign's dates make no calendar.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// The bot could not go on.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The bot's database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The local server's address is not one.
    #[error(transparent)]
    Api(#[from] ApiError),
    /// The local server could not start, or a file not be written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A picture could not be drawn.
    #[error(transparent)]
    Picture(#[from] crate::render::picture::DrawError),
    /// A result could not be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// The file the bot is to work on is there already: a rehearsal begins with nothing.
    #[error("{} is there already", .0.display())]
    NotEmpty(PathBuf),
    /// Nobody can join: the bot gave no link.
    #[error("the bot gave no invitation link: {0}")]
    NoLink(String),
    /// A document could not be written.
    #[error(transparent)]
    Document(#[from] crate::render::document::DocumentError),
    /// The bot is not running.
    #[error("the bot is not running")]
    NoBot,
}

/// Plays a campaign from its first morning.
///
/// # Errors
/// When the bot, its database or the local server cannot go on; what the bot refuses is no error
/// but part of the summary.
pub async fn play(options: Options<'_>) -> Result<Summary, RehearsalError> {
    // The whole campaign in one future is large for the stack of whoever waits for it.
    Box::pin(play_through(options)).await
}

async fn play_through(options: Options<'_>) -> Result<Summary, RehearsalError> {
    let Options { definition, seed, days, out, database, interruptions, progress } = options;
    let started = Instant::now();
    if database.exists() {
        return Err(RehearsalError::NotEmpty(database));
    }
    if let Some(folder) = database.parent() {
        fs::create_dir_all(folder)?;
    }
    let campaign = Campaign::new(definition)?;
    let last = last_day(campaign.calendar(), days);
    let clock = Arc::new(ShiftedClock::standing_at(first_morning(&campaign)));
    let sandbox = Sandbox::start(Arc::clone(&clock) as Arc<dyn Clock>, Server::default()).await?;
    let cast = Cast::of(campaign.definition(), Size::Whole);
    let theatre =
        Theatre::open(sandbox, clock, &database, cast::OFFICE, interruptions, None).await?;
    let until = evening(campaign.calendar(), last);
    let mut play = Play::begin(theatre, campaign, cast, seed, out).await?;
    Box::pin(play.until(until, progress)).await?;
    let (outcome, theatre) = Box::pin(play.end(last)).await?;
    let kills = theatre.kills();
    theatre.close().await;
    let wall_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    Ok(Summary { outcome, kills, wall_ms })
}

/// When the office writes the first word: eight o'clock on day 1.
pub(crate) fn first_morning(campaign: &Campaign) -> DateTime<Utc> {
    play::at(campaign.calendar(), campaign.calendar().start(), (8, 0))
}

/// Without a number of days: the last on which a late report of the last week counts.
fn last_day(calendar: &Calendar, days: Option<u32>) -> NaiveDate {
    let whole = calendar
        .all_weeks()
        .next_back()
        .map_or(calendar.end(), |week| calendar.date_at(calendar.grace_closes(week)));
    let whole = whole.max(calendar.end());
    days.map_or(whole, |days| calendar.date_of_day(days.max(1).into()).min(whole))
}

fn evening(calendar: &Calendar, date: NaiveDate) -> DateTime<Utc> {
    play::at(calendar, date, (20, 0))
}
