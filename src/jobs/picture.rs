//! Pictures that somebody asked for in the chat: drawn before the transaction, so that nobody waits
//! for them; sent inside it, with the job's own end.
//!
//! Who asks is looked up when they are drawn: a picture tells nobody more than the words would tell
//! them then.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::{Connection, SqliteConnection};

use super::fetch_workbook::Spoken;
use super::pictures::{self, Picture};
use super::plates::{Drawing, Plate, plates, sketches};
use super::{Failure, asked, is_there};
use crate::domain::calendar::Week;
use crate::domain::ids::{CampaignId, ChatId, PersonId, UnitCode};
use crate::domain::policy::{Action, Actor, may};
use crate::domain::ranking::{Table, is_withheld};
use crate::handlers::board::unit_of;
use crate::outgoing::Outgoing;
use crate::render::picture::board::Board;
use crate::render::picture::multiples::Multiples;
use crate::render::picture::race::{Race, Reader};
use crate::say;
use crate::standings;
use crate::store::campaigns::Loaded;
use crate::store::{self, Store, StoreError};
use crate::text::{Lang, board};

/// The job's stable name.
pub const NAME: &str = "picture";

/// What somebody asked for, as the job's body keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Where it goes.
    pub chat: ChatId,
    /// Who asked: the job goes with the person.
    pub person: PersonId,
    /// In which language.
    pub lang: Spoken,
    /// Of which campaign.
    pub campaign: CampaignId,
    /// The row of the message that says it is being drawn.
    pub outbox: Option<i64>,
    /// What.
    pub wish: Wish,
    /// The instant of its figures: that of the message under which it was asked for.
    pub as_of: DateTime<Utc>,
}

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// The table of a closed week, or of the instant, and the race up to it.
    Table(Option<Week>),
    /// The indicators of the brief.
    Brief,
}

/// Calls for the job.
///
/// # Errors
/// When it cannot be kept.
pub async fn call(
    tx: &mut SqliteConnection,
    asked: &Asked,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    asked::keep(tx, NAME, asked.person.0, asked, now).await
}

/// Pictures before they are sent.
pub(super) struct Prepared {
    asked: Asked,
    caption: String,
    plates: Vec<Plate>,
}

/// Reads what the person may see and draws it.
pub(super) async fn prepare(
    store: &Store,
    body: &str,
    now: DateTime<Utc>,
) -> Result<Prepared, Failure> {
    let asked: Asked = asked::read(body)?;
    let mut connection = store.read().await?;
    // One view of the log, whatever is recorded meanwhile.
    let mut view = connection.begin().await.map_err(StoreError::from)?;
    let lang = Lang::from(asked.lang);
    let held = store::people::memberships(&mut view, asked.person).await?;
    let held = held.into_iter().filter(|(campaign, _)| *campaign == asked.campaign);
    let actor = Actor { id: asked.person, memberships: held.map(|(_, role)| role).collect() };
    let loaded = store::campaigns::load(&mut view, asked.campaign, asked.as_of).await?;
    let (caption, drawings) = match asked.wish {
        Wish::Table(week) => {
            let caption = say!(lang, "picture-asked-table");
            (caption, table(&mut view, &loaded, &asked, week, &actor, now).await?)
        }
        Wish::Brief if may(&actor, Action::ReadBrief) => {
            let found = standings::compute(&mut view, asked.campaign, asked.as_of).await?;
            let pages = Multiples::of(&found.loaded.campaign, &found.brief, lang)
                .map_or_else(Vec::new, |multiples| multiples.pages());
            let caption = say!(lang, "picture-asked-brief");
            (caption, pages.into_iter().map(|page| ("chi-tieu", page)).collect())
        }
        Wish::Brief => (String::new(), Vec::new()),
    };
    let sketched = sketches(&mut view, drawings).await?;
    drop(view);
    drop(connection);
    let plates = plates(sketched).await?;
    Ok(Prepared { asked, caption, plates })
}

/// The table and the race as the person may see them.
async fn table(
    view: &mut SqliteConnection,
    loaded: &Loaded,
    asked: &Asked,
    week: Option<Week>,
    actor: &Actor,
    now: DateTime<Utc>,
) -> Result<Vec<Drawing>, StoreError> {
    let (campaign, lang) = (&loaded.campaign, Lang::from(asked.lang));
    let full = may(actor, Action::SeeFullTable);
    let shown = if full || may(actor, Action::SeeBoard) {
        shown(view, loaded, week, full, asked.as_of, now).await?
    } else {
        None
    };
    let Some(table) = shown else { return Ok(Vec::new()) };
    let mut tables: Vec<Table> = Vec::new();
    for snapshot in store::snapshots::all(&mut *view, loaded.id).await? {
        tables.push(standings::parse(&snapshot)?);
    }
    let before = tables.iter().find(|before| before.week.0 + 1 == table.week.0);
    let own: Option<UnitCode> = unit_of(actor, campaign);
    let (boards, reader) = if full {
        (Board::full(campaign, &table, lang).pages(), Reader::Leader)
    } else {
        let mut drawn = Board::posted(campaign, &table, before, now, lang);
        if let Some(line) = own.as_ref().and_then(|own| board::own(&still(&table), own, lang)) {
            drawn = drawn.with(&line);
        }
        (vec![drawn.svg()], Reader::Member(own.as_ref()))
    };
    tables.retain(|closed| closed.week <= table.week);
    let race = Race::of(campaign, &tables, reader, now, lang);
    let mut drawings: Vec<Drawing> = boards.into_iter().map(|page| ("bang", page)).collect();
    let race = race.map_or_else(Vec::new, |race| race.pages());
    drawings.extend(race.into_iter().map(|page| ("thu-hang", page)));
    Ok(drawings)
}

/// A table without places won and lost: the fonts have no arrows.
fn still(table: &Table) -> Table {
    let mut table = table.clone();
    let leagues = table.clusters.iter_mut().flat_map(|league| &mut league.standings);
    leagues.chain(&mut table.overall).for_each(|row| row.moved = None);
    table
}

/// The table that the words show to such a person: in the last days, to all but leaders and the
/// office, the last one that was public.
async fn shown(
    view: &mut SqliteConnection,
    loaded: &Loaded,
    week: Option<Week>,
    full: bool,
    as_of: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Option<Table>, StoreError> {
    let table = match week {
        Some(week) => standings::closed(&mut *view, loaded.id, week).await?,
        None => Some(standings::compute(&mut *view, loaded.id, as_of).await?.table),
    };
    let kept = |table: &Table| !full && is_withheld(&loaded.campaign, table.as_of, now);
    match table {
        Some(table) if kept(&table) => match week {
            Some(_) => Ok(None),
            None => standings::last_public(view, loaded.id).await,
        },
        other => Ok(other),
    }
}

/// Sends the pictures and says so where they were asked for.
pub(super) async fn finish(
    tx: &mut SqliteConnection,
    prepared: Prepared,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let Prepared { asked, caption, plates } = prepared;
    if !is_there(&mut *tx, asked.person).await? {
        return Ok(());
    }
    let lang = Lang::from(asked.lang);
    let html = if plates.is_empty() {
        say!(lang, "picture-asked-none")
    } else {
        say!(lang, "picture-asked-done", count = plates.len())
    };
    asked::done(&mut *tx, asked.chat, asked.outbox, html, now).await?;
    let mut shown = Vec::with_capacity(plates.len());
    for plate in &plates {
        let caption = if shown.is_empty() { caption.clone() } else { String::new() };
        shown.push(Picture { artifact: plate.keep(&mut *tx, now).await?, caption });
    }
    for body in pictures::shown(None, &shown) {
        store::outbox::put(&mut *tx, &Outgoing::answer(asked.chat, body), now).await?;
    }
    Ok(())
}
