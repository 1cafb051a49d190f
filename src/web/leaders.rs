//! `/lanh-dao`: the whole table as of now, every unit down to its entries, and the brief. For those
//! whom the policy lets see the whole table, also in the last days.

use std::collections::HashSet;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use sqlx::Connection;
use tokio::sync::Mutex;

use super::door::{self, Guest, HOME, guest};
use super::live::Watched;
use super::page::{Asked, Page, failed};
use super::{Board, Web};
use crate::domain::advice;
use crate::domain::ids::UnitCode;
use crate::handlers::browser::ENTRANCE;
use crate::papers::{self, Paper};
use crate::say;
use crate::standings;
use crate::store::{self, StoreError};
use crate::text;

mod view;

/// What a document in Word is called.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// What is told to a page whose guest may look no more.
const OUT: &str = "out";

/// So many of a unit's latest entries are shown.
const ENTRIES: i64 = 100;

/// The addresses of the leaders' pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route(HOME, get(table))
        .route("/lanh-dao/don-vi/{code}", get(unit))
        .route("/lanh-dao/giao-ban", get(brief))
        .route("/lanh-dao/giao-ban.docx", get(document))
        .route("/lanh-dao/tin", get(watch))
        .route(&format!("{ENTRANCE}/{{code}}"), get(door::show).post(door::enter))
        .route("/lanh-dao/ra", post(door::leave))
}

/// What a page shows, and under which title.
struct Shown {
    title: String,
    path: String,
    main: String,
}

/// A page for a guest, kept up to date.
async fn answer(
    web: &Web,
    guest: &Guest,
    asked: &Asked,
    shown: Result<Option<Shown>, StoreError>,
) -> Response {
    let lang = guest.lang;
    let version = match web.board.state().await {
        Ok(version) => version,
        Err(error) => return failed(&error),
    };
    match shown {
        Ok(Some(Shown { title, path, main })) => {
            let main = view::framed(&main, guest).into_string();
            let page = Page {
                lang,
                title: &text::plain(&title),
                path: &path,
                wall: asked.wall(),
                live: Some(("/lanh-dao/tin", &version)),
                main: &main,
            };
            page.document().into_response()
        }
        Ok(None) => {
            let title = text::plain(&say!(lang, "web-no-unit"));
            let main = view::framed(&view::nothing(lang).into_string(), guest).into_string();
            let page =
                Page { lang, title: &title, path: HOME, wall: false, live: None, main: &main };
            (StatusCode::NOT_FOUND, page.document()).into_response()
        }
        Err(error) => failed(&error),
    }
}

async fn table(State(web): State<Web>, guest: Guest, Query(asked): Query<Asked>) -> Response {
    let shown = async {
        let now = web.board.now(&guest.loaded).await?;
        let main = view::table(&guest.loaded.campaign, &now.table, guest.lang).into_string();
        let name = &guest.loaded.campaign.definition().name;
        let title = say!(guest.lang, "web-leaders-title", campaign = name);
        Ok(Some(Shown { title, path: HOME.to_owned(), main }))
    };
    let shown = shown.await;
    answer(&web, &guest, &asked, shown).await
}

async fn unit(
    State(web): State<Web>,
    Path(code): Path<String>,
    guest: Guest,
    Query(asked): Query<Asked>,
) -> Response {
    let shown = look_into(&web, &guest, &UnitCode::new(&code)).await;
    answer(&web, &guest, &asked, shown).await
}

/// A unit's score line by line, and its latest entries.
async fn look_into(web: &Web, guest: &Guest, code: &UnitCode) -> Result<Option<Shown>, StoreError> {
    let (loaded, lang) = (&guest.loaded, guest.lang);
    let campaign = &loaded.campaign;
    let Some(unit) = campaign.unit(code) else { return Ok(None) };
    let now = web.board.now(loaded).await?;
    let Some(score) = now.score(code) else { return Ok(None) };
    let at = web.clock.now();
    let mut connection = web.store.read().await?;
    let state = store::book::state(&mut connection, loaded, code, at).await?;
    let entries =
        store::entries::of_unit(&mut connection, loaded.id, code, None, None, ENTRIES).await?;
    let mut waiting = HashSet::new();
    for entry in &entries {
        if store::log::is_pending(&mut connection, entry.id).await? {
            waiting.insert(entry.id);
        }
    }
    let next = advice::next_step(campaign, unit, &state, score, at);
    let main = view::unit(
        &view::Known {
            campaign,
            unit,
            score,
            next: next.as_ref(),
            entries: &entries,
            waiting: &waiting,
            at,
        },
        lang,
    );
    let path = format!("{HOME}/don-vi/{}", super::page::part(code.as_str()));
    Ok(Some(Shown { title: text::escape(&unit.name), path, main: main.into_string() }))
}

async fn brief(State(web): State<Web>, guest: Guest, Query(asked): Query<Asked>) -> Response {
    let shown = async {
        let mut connection = web.store.read().await?;
        let found = standings::compute(&mut connection, guest.loaded.id, web.clock.now()).await?;
        let html = text::brief::message(&found.loaded.campaign, &found.brief, None, guest.lang);
        let title = say!(guest.lang, "board-button-brief");
        let main = view::brief(&html, guest.lang).into_string();
        Ok(Some(Shown { title, path: format!("{HOME}/giao-ban"), main }))
    };
    let shown = shown.await;
    answer(&web, &guest, &asked, shown).await
}

async fn document(State(web): State<Web>, guest: Guest) -> Response {
    let gathered = async {
        let mut connection = web.store.read().await?;
        let mut view = connection.begin().await?;
        papers::gather(&mut view, guest.loaded.id, Paper::Brief, web.clock.now()).await
    };
    let gathered = match gathered.await {
        Ok(gathered) => gathered,
        Err(error) => return failed(&error),
    };
    let lang = guest.lang;
    // Rendering is arithmetic and holds nobody up on a thread of its own.
    let written = tokio::task::spawn_blocking(move || gathered.write(lang)).await;
    let Ok(Ok(files)) = written else {
        tracing::error!("the brief could not be written as a document");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let Some(file) = files.into_iter().next() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let name: String =
        file.name.chars().filter(|it| it.is_ascii_alphanumeric() || "-_.".contains(*it)).collect();
    let headers = [
        (header::CONTENT_TYPE, WORD.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, file.bytes).into_response()
}

/// A leader who watches.
struct Watch {
    web: Web,
    headers: HeaderMap,
    /// The state and the minute in which the leader was last found to be one.
    checked: Mutex<Option<(Arc<str>, i64)>>,
}

impl Watched for Watch {
    async fn version(&self) -> Option<Arc<str>> {
        let state = match self.web.board.state().await {
            Ok(state) => state,
            Err(error) => {
                tracing::error!(%error, "the end of the log could not be read");
                return None;
            }
        };
        let minute = self.web.clock.now().timestamp().div_euclid(60);
        let mut checked = self.checked.lock().await;
        let known = checked.as_ref().is_some_and(|(seen, at)| *seen == state && *at == minute);
        if !known {
            // Whoever was let out hears of it: the page asks again and is shown the door.
            if guest(&self.web, &self.headers, &Asked::default()).await.is_err() {
                return Some(OUT.into());
            }
            *checked = Some((Arc::clone(&state), minute));
        }
        Some(state)
    }
}

async fn watch(State(web): State<Web>, headers: HeaderMap) -> Response {
    match guest(&web, &headers, &Asked::default()).await {
        Ok(_) => {
            let board: Arc<Board> = Arc::clone(&web.board);
            board.watchers().watch(Watch { web, headers, checked: Mutex::new(None) })
        }
        Err(_) => StatusCode::UNAUTHORIZED.into_response(),
    }
}
