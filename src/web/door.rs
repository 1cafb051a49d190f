//! Who may see the leaders' pages: whoever the bot gave a link that opens once, for as long as the
//! session lasts and the person holds a role that sees the whole table. There are no passwords.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Path, Query, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::TimeDelta;
use maud::html;
use sqlx::SqliteConnection;

use super::Web;
use super::page::{Asked, Page, failed, said};
use crate::domain::ids::{CampaignId, PersonId};
use crate::domain::policy::{Action, Actor, may};
use crate::handlers::browser::digest;
use crate::handlers::invite::code;
use crate::say;
use crate::store::campaigns::Loaded;
use crate::store::web_keys::{self, Holder, Kind};
use crate::store::{self, StoreError};
use crate::text::{self, Lang};

/// Where the leaders' pages begin.
pub(super) const HOME: &str = "/lanh-dao";

/// How long a session lasts: a working day.
const SESSION: TimeDelta = TimeDelta::hours(12);

/// The name of the cookie.
const COOKIE: &str = "thidua";

/// Somebody who may look.
#[derive(Debug)]
pub(super) struct Guest {
    pub(super) person: PersonId,
    pub(super) lang: Lang,
    pub(super) loaded: Arc<Loaded>,
}

impl FromRequestParts<Web> for Guest {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Response> {
        let asked = Query::<Asked>::try_from_uri(&parts.uri);
        let Query(asked) = asked.map_err(IntoResponse::into_response)?;
        guest(web, &parts.headers, &asked).await
    }
}

/// Who asks, or the page that says how to get in.
pub(super) async fn guest(
    web: &Web,
    headers: &HeaderMap,
    asked: &Asked,
) -> Result<Guest, Response> {
    match find(web, headers, asked).await {
        Ok(Some(guest)) => Ok(guest),
        Ok(None) => Err(stranger(asked)),
        Err(error) => Err(failed(&error)),
    }
}

async fn find(web: &Web, headers: &HeaderMap, asked: &Asked) -> Result<Option<Guest>, StoreError> {
    let Some(code) = cookie(headers) else { return Ok(None) };
    let now = web.clock.now();
    let mut connection = web.store.read().await?;
    let found = web_keys::holder(&mut connection, &digest(code), Kind::Session, now).await?;
    let Some(Holder { person, campaign }) = found else { return Ok(None) };
    if !may_look(&mut connection, person, campaign).await? {
        return Ok(None);
    }
    let Some(known) = store::people::by_id(&mut connection, person).await? else {
        return Ok(None);
    };
    let loaded = Arc::new(store::campaigns::load(&mut connection, campaign, now).await?);
    let lang = asked.chosen().unwrap_or(known.lang);
    Ok(Some(Guest { person, lang, loaded }))
}

/// Whether a person holds a role that sees the whole table: asked anew at every page, so that
/// whoever loses the role is out at once.
async fn may_look(
    connection: &mut SqliteConnection,
    person: PersonId,
    campaign: CampaignId,
) -> Result<bool, StoreError> {
    let held = store::people::memberships(connection, person).await?;
    let memberships =
        held.into_iter().filter(|(id, _)| *id == campaign).map(|(_, held)| held).collect();
    Ok(may(&Actor { id: person, memberships }, Action::SeeFullTable))
}

/// The code in the cookie.
fn cookie(headers: &HeaderMap) -> Option<&str> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|it| it.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == COOKIE).then_some(value))
}

fn stranger(asked: &Asked) -> Response {
    let lang = asked.lang();
    let main = html! {
        h1 { (said(say!(lang, "web-door"))) }
        p { (said(say!(lang, "web-door-how"))) }
        p { a href="/bang" { (said(say!(lang, "web-to-board"))) } }
    };
    plain(StatusCode::UNAUTHORIZED, lang, &say!(lang, "web-door"), &main.into_string())
}

/// A page that nothing changes.
fn plain(status: StatusCode, lang: Lang, title: &str, main: &str) -> Response {
    let title = text::plain(title);
    let page = Page { lang, title: &title, path: HOME, wall: false, live: None, main };
    (status, page.document()).into_response()
}

/// `GET`: what a link opens. Whoever only previews it, as messengers do, uses nothing up.
pub(super) async fn show(Path(_): Path<String>, Query(asked): Query<Asked>) -> Response {
    let lang = asked.lang();
    let main = html! {
        h1 { (said(say!(lang, "web-enter"))) }
        p { (said(say!(lang, "web-enter-how"))) }
        form method="post" { button type="submit" { (said(say!(lang, "web-enter-button"))) } }
    };
    plain(StatusCode::OK, lang, &say!(lang, "web-enter"), &main.into_string())
}

/// `POST`: uses the link up and opens a session.
pub(super) async fn enter(
    State(web): State<Web>,
    Path(link): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    match open(&web, &link).await {
        Ok(Some(session)) => {
            let secure = if web.secure { "; Secure" } else { "" };
            let age = SESSION.num_seconds();
            let cookie = format!(
                "{COOKIE}={session}; Path={HOME}; Max-Age={age}; HttpOnly; SameSite=Strict{secure}"
            );
            with_cookie(&cookie)
        }
        Ok(None) => {
            let lang = asked.lang();
            let main = html! {
                h1 { (said(say!(lang, "web-stale"))) }
                p { (said(say!(lang, "web-door-how"))) }
            };
            plain(StatusCode::GONE, lang, &say!(lang, "web-stale"), &main.into_string())
        }
        Err(error) => failed(&error),
    }
}

async fn open(web: &Web, link: &str) -> Result<Option<String>, StoreError> {
    let now = web.clock.now();
    let mut tx = web.store.begin().await?;
    let Some(holder) = web_keys::take(&mut tx, &digest(link), now).await? else {
        tx.rollback().await?;
        return Ok(None);
    };
    if !may_look(&mut tx, holder.person, holder.campaign).await? {
        tx.commit().await?;
        return Ok(None);
    }
    let session = code();
    let until = now + SESSION;
    web_keys::put(&mut tx, &digest(&session), Kind::Session, holder, now, until).await?;
    tx.commit().await?;
    Ok(Some(session))
}

/// `POST`: ends every session of whoever asks, on all machines.
pub(super) async fn leave(State(web): State<Web>, guest: Guest) -> Response {
    let ended = async {
        let mut tx = web.store.begin().await?;
        web_keys::end_all(&mut tx, guest.person, web.clock.now()).await?;
        Ok::<_, StoreError>(tx.commit().await?)
    };
    match ended.await {
        Ok(()) => {
            with_cookie(&format!("{COOKIE}=; Path={HOME}; Max-Age=0; HttpOnly; SameSite=Strict"))
        }
        Err(error) => failed(&error),
    }
}

/// Home, with a cookie set.
fn with_cookie(cookie: &str) -> Response {
    let mut answer = Redirect::to(HOME).into_response();
    if let Ok(cookie) = HeaderValue::from_str(cookie) {
        answer.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    answer
}
