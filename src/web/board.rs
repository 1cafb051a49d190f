//! `/bang`: what everybody may see, for the wall of a meeting room and for a phone without
//! Telegram. It tells what the newest public post tells, and keeps silent where that does.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::{DateTime, NaiveDate, Utc};
use lru::LruCache;
use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;
use tokio::sync::Mutex;

use super::Web;
use super::live::{BEAT, Watched, Watchers};
use super::page::{self, Asked, Page, failed, part};
use crate::clock::Clock;
use crate::domain::briefing::Brief;
use crate::domain::calendar::Week;
use crate::domain::ids::{CampaignId, FactId};
use crate::domain::ranking::Table;
use crate::hex;
use crate::say;
use crate::standings::live::{Live, Now};
use crate::standings::posted::{Praise, as_closed, praise};
use crate::standings::{self, Standings};
use crate::store::campaigns::Loaded;
use crate::store::{self, Store, StoreError};
use crate::text::{self, Lang};

mod view;

/// Pages and closings of so many campaigns are kept.
const KEPT: NonZeroUsize = NonZeroUsize::new(8).unwrap();

/// The board on the wall: its pages, and those who watch them.
#[derive(Debug)]
pub struct Board {
    store: Store,
    clock: Arc<dyn Clock>,
    kept: Mutex<Kept>,
    looked: Mutex<Option<(Instant, Beat)>>,
    watchers: Watchers,
    /// The tables of now, for the leaders.
    live: Mutex<Live>,
}

#[derive(Debug)]
struct Kept {
    closings: LruCache<CampaignId, Arc<Closing>>,
    pages: LruCache<(CampaignId, Lang), (Beat, Arc<Shown>)>,
}

/// What a page depends on: the log, and the time as far as days begin and posts come.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Beat {
    tip: Option<FactId>,
    minute: i64,
}

/// What stood at a closing, without the scores behind it.
#[derive(Debug)]
struct Closing {
    week: Week,
    loaded: Arc<Loaded>,
    table: Table,
    before: Option<Table>,
    brief: Brief,
}

/// A page's main part.
#[derive(Debug)]
struct Shown {
    title: String,
    main: String,
    version: Arc<str>,
}

/// What is known when a page is drawn.
struct Known<'a> {
    loaded: &'a Loaded,
    today: NaiveDate,
    now: DateTime<Utc>,
    closing: Option<&'a Closing>,
    /// The last table that may be shown, while newer ones may not.
    earlier: Option<&'a Table>,
    praise: &'a Praise,
}

impl Board {
    /// A board that shows what a database holds.
    pub fn new(store: Store, clock: Arc<dyn Clock>) -> Self {
        let kept = Kept { closings: LruCache::new(KEPT), pages: LruCache::new(KEPT) };
        Self {
            store,
            clock,
            kept: Mutex::new(kept),
            looked: Mutex::new(None),
            watchers: Watchers::default(),
            live: Mutex::new(Live::new()),
        }
    }

    /// Ends the connections of all who watch.
    pub fn close(&self) {
        self.watchers.close();
    }

    /// The end of the log and the time, looked up once for all who ask within a moment.
    async fn beat(&self) -> Result<Beat, StoreError> {
        let mut looked = self.looked.lock().await;
        if let Some((at, beat)) = &*looked
            && at.elapsed() < BEAT / 2
        {
            return Ok(beat.clone());
        }
        let tip = store::log::tip(&mut *self.store.read().await?).await?.map(|tip| tip.id);
        let beat = Beat { tip, minute: self.clock.now().timestamp().div_euclid(60) };
        *looked = Some((Instant::now(), beat.clone()));
        Ok(beat)
    }

    /// Those who watch.
    pub(super) fn watchers(&self) -> &Watchers {
        &self.watchers
    }

    /// What stands for everything that is recorded by now.
    pub(super) async fn state(&self) -> Result<Arc<str>, StoreError> {
        let Beat { tip, minute } = self.beat().await?;
        // Scores change with the days and at closings too: an hour is soon enough for those.
        let hour = minute.div_euclid(60);
        Ok(format!("{}.{hour}", tip.map_or(0, |tip| tip.0)).into())
    }

    /// The table of a campaign as of now.
    pub(super) async fn now(&self, loaded: &Loaded) -> Result<Arc<Now>, StoreError> {
        let mut connection = self.store.read().await?;
        let mut live = self.live.lock().await;
        live.at(&mut connection, loaded, self.clock.now()).await
    }

    /// The page of a campaign, drawn anew only where something was recorded or time went on.
    async fn shown(&self, campaign: CampaignId, lang: Lang) -> Result<Arc<Shown>, StoreError> {
        let beat = self.beat().await?;
        let mut kept = self.kept.lock().await;
        if let Some((drawn, shown)) = kept.pages.get(&(campaign, lang))
            && *drawn == beat
        {
            return Ok(Arc::clone(shown));
        }
        let shown = Arc::new(self.draw(&mut kept, campaign, lang).await?);
        kept.pages.put((campaign, lang), (beat, Arc::clone(&shown)));
        Ok(shown)
    }

    async fn draw(
        &self,
        kept: &mut Kept,
        campaign: CampaignId,
        lang: Lang,
    ) -> Result<Shown, StoreError> {
        let now = self.clock.now();
        let mut connection = self.store.read().await?;
        let loaded = store::campaigns::load(&mut connection, campaign, now).await?;
        let calendar = loaded.campaign.calendar();
        let posted = calendar.all_weeks().rfind(|week| calendar.public_post(*week) <= now);
        let closing = match posted {
            Some(week) => {
                let post = calendar.public_post(week);
                closing(&mut connection, kept, campaign, week, post).await?
            }
            None => None,
        };
        let praise = match &closing {
            Some(closing) => {
                let defined = &closing.loaded.campaign;
                praise(&mut connection, campaign, defined, closing.week, now).await?
            }
            None => Praise::default(),
        };
        let withheld = closing.as_ref().is_some_and(|closing| {
            let (defined, as_of) = (&closing.loaded.campaign, closing.table.as_of);
            crate::domain::ranking::is_withheld(defined, as_of, now)
        });
        let earlier =
            if withheld { standings::last_public(&mut connection, campaign).await? } else { None };
        let known = Known {
            loaded: &loaded,
            today: calendar.date_at(now),
            now,
            closing: closing.as_deref(),
            earlier: earlier.as_ref(),
            praise: &praise,
        };
        let main = view::main(&known, lang).into_string();
        let version = hex::encode(&Sha256::digest(&main)[..8]).into();
        let title = say!(lang, "web-title", campaign = loaded.campaign.definition().name);
        Ok(Shown { title: text::plain(&title), main, version })
    }
}

/// What stood at a week's closing: computed once, because nothing can change it any more.
async fn closing(
    connection: &mut SqliteConnection,
    kept: &mut Kept,
    campaign: CampaignId,
    week: Week,
    post: DateTime<Utc>,
) -> Result<Option<Arc<Closing>>, StoreError> {
    if let Some(known) = kept.closings.get(&campaign).filter(|known| known.week == week) {
        return Ok(Some(Arc::clone(known)));
    }
    // Until the job of the closing has run, what still waits in the inbox may come to count.
    if standings::closed(&mut *connection, campaign, week).await?.is_none() {
        return Ok(None);
    }
    let Some((week, found, before)) = as_closed(connection, campaign, post).await? else {
        return Ok(None);
    };
    let Standings { loaded, table, brief, .. } = found;
    let closing = Arc::new(Closing { week, loaded, table, before, brief });
    kept.closings.put(campaign, Arc::clone(&closing));
    Ok(Some(closing))
}

/// The campaign that is shown where none is named: of those not put away the one that goes on
/// today, else the latest.
async fn current(
    connection: &mut SqliteConnection,
    now: DateTime<Utc>,
) -> Result<Option<CampaignId>, StoreError> {
    let mut best = None;
    for id in store::campaigns::all(&mut *connection).await? {
        let loaded = store::campaigns::load(&mut *connection, id, now).await?;
        let calendar = loaded.campaign.calendar();
        let goes_on = calendar.contains(calendar.date_at(now));
        best = best.max(Some(((!loaded.archived, goes_on, calendar.start()), id)));
    }
    Ok(best.map(|(_, id)| id))
}

/// The addresses of the board.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/", get(|| async { axum::response::Redirect::to("/bang") }))
        .route("/bang", get(first))
        .route("/bang/{code}", get(named))
        .route("/bang/{code}/tin", get(watch))
        .route(page::STYLE, page::style())
        .route(page::SCRIPT, page::script())
        .route(page::ICON, page::icon())
}

async fn first(State(web): State<Web>, Query(asked): Query<Asked>) -> Response {
    let found = async {
        let now = web.clock.now();
        let mut connection = web.store.read().await?;
        match current(&mut connection, now).await? {
            Some(id) => {
                let loaded = store::campaigns::load(&mut connection, id, now).await?;
                Ok(Some((id, loaded.campaign.definition().code.clone())))
            }
            None => Ok::<_, StoreError>(None),
        }
    };
    match found.await {
        Ok(Some((id, code))) => answer(&web, id, &code, &asked).await,
        Ok(None) => nothing(&asked),
        Err(error) => failed(&error),
    }
}

async fn named(
    State(web): State<Web>,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    match by_code(&web, &code).await {
        Ok(Some(id)) => answer(&web, id, &code, &asked).await,
        Ok(None) => nothing(&asked),
        Err(error) => failed(&error),
    }
}

async fn by_code(web: &Web, code: &str) -> Result<Option<CampaignId>, StoreError> {
    store::campaigns::by_code(&mut *web.store.read().await?, code).await
}

async fn answer(web: &Web, campaign: CampaignId, code: &str, asked: &Asked) -> Response {
    let lang = asked.lang();
    let shown = match web.board.shown(campaign, lang).await {
        Ok(shown) => shown,
        Err(error) => return failed(&error),
    };
    let path = format!("/bang/{}", part(code));
    let source = format!("{path}/tin?lang={}", lang.as_str());
    let page = Page {
        lang,
        title: &shown.title,
        path: &path,
        wall: asked.wall(),
        live: Some((&source, &shown.version)),
        main: &shown.main,
    };
    page.document().into_response()
}

/// Somebody who watches a campaign in a language.
struct Watch {
    board: Arc<Board>,
    campaign: CampaignId,
    lang: Lang,
}

impl Watched for Watch {
    async fn version(&self) -> Option<Arc<str>> {
        match self.board.shown(self.campaign, self.lang).await {
            Ok(shown) => Some(Arc::clone(&shown.version)),
            Err(error) => {
                tracing::error!(%error, "the board could not be drawn");
                None
            }
        }
    }
}

async fn watch(
    State(web): State<Web>,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    match by_code(&web, &code).await {
        Ok(Some(campaign)) => {
            let board = Arc::clone(&web.board);
            web.board.watchers.watch(Watch { board, campaign, lang: asked.lang() })
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => failed(&error),
    }
}

fn nothing(asked: &Asked) -> Response {
    let lang = asked.lang();
    let title = text::plain(&say!(lang, "web-nothing"));
    let main = view::nothing(lang).into_string();
    let page = Page { lang, title: &title, path: "/bang", wall: false, live: None, main: &main };
    (StatusCode::NOT_FOUND, page.document()).into_response()
}
