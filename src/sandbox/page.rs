//! The chat in the browser: what the page's script asks for and does on behalf of people.
//!
//! Everything a person or the bot wrote goes out as JSON and is put into the page as text, never
//! as markup; the policy below forbids the browser to run anything else than the one script.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Json, Multipart, Path, Query, Request, State as Shared};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use chrono::TimeDelta;
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;

use super::model::Person;
use super::server::Context;
use super::wire;

mod view;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
/// How long the page's question for news stays open.
const NEWS: Duration = Duration::from_secs(25);
/// New people made on the page count up from here, clear of the ids that campaigns use.
const FIRST_NEWCOMER: i64 = 9_000_000_001;
/// New groups made on the page count down from here, clear of the ids that rehearsals use.
const FIRST_GROUP: i64 = -1_009_000_000_001;
/// The longest step of the time lever, ten years, keeps the clock inside its range.
const LONGEST_STEP: i64 = 10 * 366 * 24 * 60;

pub(super) fn routes() -> Router<Context> {
    Router::new()
        .route("/", get(async || asset("text/html", include_str!("page/index.html"))))
        .route("/sandbox/page.css", get(async || asset("text/css", include_str!("page/page.css"))))
        .route("/sandbox/rich.js", get(async || script(include_str!("page/rich.js"))))
        .route("/sandbox/dialogs.js", get(async || script(include_str!("page/dialogs.js"))))
        .route("/sandbox/page.js", get(async || script(include_str!("page/page.js"))))
        .route(
            "/sandbox/icon.svg",
            get(async || asset("image/svg+xml", include_str!("page/icon.svg"))),
        )
        .route("/sandbox/state", get(state))
        .route("/sandbox/events", get(events))
        .route("/sandbox/people", post(newcomer))
        .route("/sandbox/groups", post(new_group))
        .route("/sandbox/groups/bot", post(add_bot))
        .route("/sandbox/say", post(say))
        .route("/sandbox/press", post(press))
        .route("/sandbox/upload", post(upload))
        .route("/sandbox/file/{id}", get(file))
        .route("/sandbox/time", get(time).post(advance))
        .route_layer(middleware::from_fn(guard))
}

/// Refuses what another site's page would send here, and adds the headers that keep this one tame.
async fn guard(request: Request, next: Next) -> Response {
    if request.method() == Method::POST && !same_site(request.headers()) {
        return (StatusCode::FORBIDDEN, "not from another site").into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// Browsers name the page's origin in every post; programs name none.
fn same_site(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    match (text(header::ORIGIN), text(header::HOST)) {
        (None, _) => true,
        (Some(origin), Some(host)) => {
            origin.split_once("://").is_some_and(|(_, authority)| authority == host)
        }
        (Some(_), None) => false,
    }
}

fn script(text: &'static str) -> Response {
    asset("text/javascript", text)
}

fn asset(kind: &'static str, text: &'static str) -> Response {
    let kind = format!("{kind}; charset=utf-8");
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-cache".to_owned())], text)
        .into_response()
}

#[derive(Deserialize)]
struct Viewer {
    person: Option<i64>,
}

async fn state(Shared(context): Shared<Context>, Query(viewer): Query<Viewer>) -> Json<Value> {
    Json(view::state(&context.world, viewer.person))
}

#[derive(Deserialize)]
struct After {
    after: u64,
}

/// Answers as soon as anything has happened since the count the page knows.
async fn events(
    Shared(context): Shared<Context>,
    Query(After { after }): Query<After>,
) -> Json<Value> {
    let mut changes = context.world.changes();
    tokio::select! {
        // An error would mean that the world is gone, and with it this request.
        _ = changes.wait_for(|count| *count > after) => {}
        () = tokio::time::sleep(NEWS) => {}
        () = context.closing.cancelled() => {}
    }
    Json(json!({ "revision": *context.world.changes().borrow() }))
}

#[derive(Deserialize)]
struct Newcomer {
    name: String,
}

async fn newcomer(
    Shared(context): Shared<Context>,
    Json(Newcomer { name }): Json<Newcomer>,
) -> Response {
    let name: String = name.trim().chars().take(64).collect();
    if name.is_empty() {
        return (StatusCode::BAD_REQUEST, "a person has a name").into_response();
    }
    let id = context.world.write(|state, _| {
        let newest = state.people.last_key_value().map_or(0, |(id, _)| *id);
        let id = (newest + 1).max(FIRST_NEWCOMER);
        let language_code = Some("vi".to_owned());
        super::people::add(state, Person { language_code, ..Person::new(id, name) });
        id
    });
    Json(json!({ "id": id })).into_response()
}

#[derive(Deserialize)]
struct NewGroup {
    person: i64,
    title: String,
}

/// A person makes a group, alone in it until somebody adds the bot.
async fn new_group(
    Shared(context): Shared<Context>,
    Json(NewGroup { person, title }): Json<NewGroup>,
) -> Response {
    let title: String = title.trim().chars().take(64).collect();
    if title.is_empty() || !view::may_write(&context.world, person, person) {
        return (StatusCode::BAD_REQUEST, "a group has a title and a founder").into_response();
    }
    let lowest = context.world.read(|state| state.rooms.keys().copied().min().unwrap_or(0));
    let id = FIRST_GROUP.min(lowest - 1);
    context.world.create_group(id, &title, &[person], false);
    Json(json!({ "id": id })).into_response()
}

#[derive(Deserialize)]
struct GroupOf {
    person: i64,
    chat: i64,
}

/// A member makes the bot an administrator of their group, so that it may pin.
async fn add_bot(
    Shared(context): Shared<Context>,
    Json(GroupOf { person, chat }): Json<GroupOf>,
) -> Response {
    if chat == person || !view::may_write(&context.world, person, chat) {
        return (StatusCode::NOT_FOUND, "no such group").into_response();
    }
    context.world.promote_bot(chat, person);
    Json(json!({ "id": chat })).into_response()
}

#[derive(Deserialize)]
struct Said {
    person: i64,
    chat: i64,
    text: String,
    /// The message of the same chat that it answers.
    reply_to: Option<i64>,
}

async fn say(Shared(context): Shared<Context>, Json(said): Json<Said>) -> Response {
    if !view::may_write(&context.world, said.person, said.chat) {
        return (StatusCode::NOT_FOUND, "no such chat").into_response();
    }
    if said.text.trim().is_empty() || super::markup::length(&said.text) > 4096 {
        return (StatusCode::BAD_REQUEST, "1 to 4096 characters").into_response();
    }
    let id = match said.reply_to {
        Some(to) => context.world.reply(said.person, said.chat, to, &said.text),
        None => context.world.say(said.person, said.chat, &said.text),
    };
    Json(json!({ "message_id": id })).into_response()
}

#[derive(Deserialize)]
struct Pressed {
    person: i64,
    chat: i64,
    message: i64,
    data: String,
}

async fn press(Shared(context): Shared<Context>, Json(pressed): Json<Pressed>) -> Response {
    let Pressed { person, chat, message, data } = pressed;
    match context.world.press(person, chat, message, &data) {
        Ok(id) => Json(json!({ "callback_id": id })).into_response(),
        Err(error) => (StatusCode::NOT_FOUND, error.to_string()).into_response(),
    }
}

/// Fields `person`, `chat`, `kind` (`photo` or `document`), `caption`, `reply_to` (may be missing),
/// then `file`.
async fn upload(Shared(context): Shared<Context>, mut parts: Multipart) -> Response {
    let (mut person, mut chat, mut photo) = (0, 0, false);
    let (mut caption, mut reply_to) = (String::new(), None);
    let mut file: Option<(String, Bytes)> = None;
    loop {
        let part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) => return error.into_response(),
        };
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().unwrap_or("file").to_owned();
        let bytes = match part.bytes().await {
            Ok(bytes) => bytes,
            Err(error) => return error.into_response(),
        };
        let text = String::from_utf8_lossy(&bytes);
        match name.as_str() {
            "person" => person = text.parse().unwrap_or(0),
            "chat" => chat = text.parse().unwrap_or(0),
            "kind" => photo = text == "photo",
            "reply_to" => reply_to = text.parse().ok(),
            "caption" => caption = text.chars().take(1024).collect(),
            "file" => file = Some((file_name, bytes)),
            _ => {}
        }
    }
    let Some((name, bytes)) = file.filter(|(_, bytes)| !bytes.is_empty()) else {
        return (StatusCode::BAD_REQUEST, "no file").into_response();
    };
    if !view::may_write(&context.world, person, chat) {
        return (StatusCode::NOT_FOUND, "no such chat").into_response();
    }
    let caption = (!caption.trim().is_empty()).then_some(caption.as_str());
    let id = if photo {
        context.world.reply_with_photo(person, chat, reply_to, bytes, caption)
    } else {
        context.world.reply_with_document(person, chat, reply_to, (&name, bytes), caption)
    };
    Json(json!({ "message_id": id })).into_response()
}

/// Pictures are shown, everything else is only ever saved.
async fn file(Shared(context): Shared<Context>, Path(id): Path<String>) -> Response {
    let found = context.world.read(|state| {
        let file = state.files.get(&id)?;
        Some((file.name.clone(), file.bytes.clone(), file.size.is_some()))
    });
    let Some((name, bytes, picture)) = found else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let (kind, shown) = match (picture, bytes.starts_with(b"\x89PNG")) {
        (true, true) => ("image/png", "inline"),
        (true, false) => ("image/jpeg", "inline"),
        (false, _) => (wire::mime(&name), "attachment"),
    };
    let encoded: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
    let disposition = format!("{shown}; filename*=UTF-8''{}", encoded.replace('+', "%20"));
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "private, max-age=3600".to_owned()),
    ];
    (headers, Body::from(bytes)).into_response()
}

async fn time(Shared(context): Shared<Context>) -> Json<Value> {
    Json(view::time(&context.world))
}

#[derive(Deserialize)]
struct Step {
    advance_minutes: i64,
}

async fn advance(Shared(context): Shared<Context>, Json(step): Json<Step>) -> Response {
    let Some(lever) = context.world.lever() else {
        return (StatusCode::NOT_FOUND, "time goes by itself here").into_response();
    };
    if !(1..=LONGEST_STEP).contains(&step.advance_minutes) {
        return (StatusCode::BAD_REQUEST, "time goes forwards, ten years at most").into_response();
    }
    lever(TimeDelta::minutes(step.advance_minutes));
    context.world.write(|_, _| ());
    Json(view::time(&context.world)).into_response()
}
