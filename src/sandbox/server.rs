//! The way in: addresses, bodies and answers of the Bot API over HTTP.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{
    ConnectInfo, DefaultBodyLimit, FromRequest, Multipart, Request, State as Shared,
};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use tokio_util::sync::CancellationToken;

use super::listener::{Line, Listener};
use super::methods::Method;
use super::model::{Fault, RecordedRequest};
use super::page;
use super::params::{Params, Upload};
use super::state::{Answer, Refusal, State};
use super::updates;
use super::wire;
use super::world::World;

/// More than the largest upload the methods allow, so that they can refuse it in their own words.
const BODY_BYTES: usize = 60 * 1024 * 1024;

#[derive(Debug, Clone)]
pub(super) struct Context {
    pub(super) world: World,
    pub(super) closing: CancellationToken,
}

/// Serves until `closing`, then lets the requests under way finish.
pub(super) async fn serve(listener: Listener, world: World, closing: CancellationToken) {
    let context = Context { world, closing: closing.clone() };
    let router: Router =
        page::routes().fallback(bot).layer(DefaultBodyLimit::max(BODY_BYTES)).with_state(context);
    let service = router.into_make_service_with_connect_info::<Line>();
    let served =
        axum::serve(listener, service).with_graceful_shutdown(closing.cancelled_owned()).await;
    if let Err(error) = served {
        tracing::error!(%error, "the sandbox stopped serving");
    }
}

/// `/bot<token>/<method>` and `/file/bot<token>/<path>`.
async fn bot(
    Shared(context): Shared<Context>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
) -> Response {
    let path = request.uri().path().replace("%3A", ":").replace("%3a", ":");
    if let Some(rest) = path.strip_prefix("/file/bot") {
        return download(&context.world, rest);
    }
    let Some((token, name)) = path.strip_prefix("/bot").and_then(|rest| rest.split_once('/'))
    else {
        return (StatusCode::NOT_FOUND, "404").into_response();
    };
    if token != context.world.token() {
        return refuse(&context.world, name, Refusal::unauthorized());
    }
    let Some(method) = Method::find(name) else {
        return refuse(&context.world, name, Refusal::not_found());
    };
    let (fields, files) = match body(request).await {
        Ok(raw) => raw,
        Err(refusal) => return refuse(&context.world, method.name, refusal),
    };
    let (params, unknown, wrong) = Params::typed(method, fields, files);
    let fault = context.world.write(|state, _| {
        state.requests.push(RecordedRequest {
            method: method.name.to_owned(),
            params: params.fields.clone().into(),
        });
        for name in unknown {
            state.violate(format!("{}: unknown parameter {name}", method.name));
        }
        state.take_fault(method.name)
    });
    respond(&context, &line, method, &params, wrong, fault).await
}

async fn respond(
    context: &Context,
    line: &Line,
    method: &Method,
    params: &Params,
    wrong: Option<Refusal>,
    fault: Option<Fault>,
) -> Response {
    match fault {
        Some(Fault::DropBefore) => {
            line.cut();
            return StatusCode::OK.into_response();
        }
        Some(Fault::Status(code)) => return failure(code),
        Some(Fault::RetryAfter(seconds)) => {
            return refuse(&context.world, method.name, Refusal::retry_after(seconds.into()));
        }
        Some(Fault::RetryAfterGlobal(seconds)) => context.world.write(|state, now| {
            state.frozen_until = Some(now + chrono::TimeDelta::seconds(seconds.into()));
        }),
        Some(Fault::DropAfter | Fault::Garbage) | None => {}
    }
    let answer = match wrong {
        Some(refusal) => Err(refusal),
        None if method.name == "getUpdates" => {
            updates::poll(&context.world, params, &context.closing).await
        }
        None => context.world.write(|state, now| {
            thaw(state, method, now)?;
            method.run(state, params, now)
        }),
    };
    match fault {
        Some(Fault::DropAfter) => {
            if let Some(id) = params.text("callback_query_id") {
                context.world.write(|state, _| {
                    if let Some(press) = state.presses.get_mut(id) {
                        press.answer_lost = true;
                    }
                });
            }
            line.cut();
        }
        Some(Fault::Garbage) => {
            let page = "<html><body>Welcome to the hotel</body></html>";
            return ([(header::CONTENT_TYPE, "text/html")], page).into_response();
        }
        _ => {}
    }
    reply(&context.world, method.name, answer)
}

/// After a global 429 nothing may be sent for a while.
fn thaw(
    state: &mut State,
    method: &Method,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<(), Refusal> {
    let sends = ["send", "edit", "delete", "pin", "unpin"];
    match state.frozen_until {
        Some(until) if until > now && sends.iter().any(|verb| method.name.starts_with(verb)) => {
            let wait = (until - now).num_milliseconds();
            Err(Refusal::retry_after((wait + 999).div_euclid(1000)))
        }
        _ => Ok(()),
    }
}

fn reply(world: &World, method: &str, answer: Answer) -> Response {
    match answer {
        Ok(result) => json_response(StatusCode::OK, &json!({ "ok": true, "result": result })),
        Err(refusal) => refuse(world, method, refusal),
    }
}

fn refuse(world: &World, method: &str, refusal: Refusal) -> Response {
    if refusal.violation {
        world.write(|state, _| state.violate(format!("{method}: {}", refusal.description)));
    }
    let mut body = json!({
        "ok": false,
        "error_code": refusal.code,
        "description": refusal.description,
    });
    if let Some(parameters) = refusal.parameters {
        body["parameters"] = parameters;
    }
    let status = StatusCode::from_u16(refusal.code).unwrap_or(StatusCode::BAD_REQUEST);
    json_response(status, &body)
}

fn failure(code: u16) -> Response {
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let reason = status.canonical_reason().unwrap_or("Error");
    json_response(status, &json!({ "ok": false, "error_code": code, "description": reason }))
}

fn json_response(status: StatusCode, body: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}

type Raw = (Map<String, Value>, BTreeMap<String, Upload>);

/// Parameters may stand in the address, in a form, in a form with files, or in JSON.
async fn body(request: Request) -> Result<Raw, Refusal> {
    let mut fields = Map::new();
    let mut files = BTreeMap::new();
    let query = request.uri().query().unwrap_or_default();
    form(query.as_bytes(), &mut fields);
    let kind = content_type(request.headers());
    if kind.starts_with("multipart/form-data") {
        let unreadable = |_| Refusal::bad("can't parse the multipart form");
        let mut parts = Multipart::from_request(request, &())
            .await
            .map_err(|_| Refusal::bad("can't parse the multipart form"))?;
        while let Some(part) = parts.next_field().await.map_err(unreadable)? {
            let name = part.name().unwrap_or_default().to_owned();
            let file_name = part.file_name().map(str::to_owned);
            let bytes = part.bytes().await.map_err(unreadable)?;
            if let Some(name_of_file) = file_name {
                files.insert(name, Upload { name: name_of_file, bytes });
            } else {
                let text = String::from_utf8(bytes.into())
                    .map_err(|_| Refusal::bad("strings must be encoded in UTF-8"))?;
                fields.insert(name, text.into());
            }
        }
        return Ok((fields, files));
    }
    let bytes = Bytes::from_request(request, &())
        .await
        .map_err(|_| Refusal::bad("request entity too large"))?;
    if kind.starts_with("application/json") {
        if !bytes.is_empty() {
            match serde_json::from_slice(&bytes) {
                Ok(Value::Object(object)) => fields.extend(object),
                _ => return Err(Refusal::bad("can't parse JSON object")),
            }
        }
    } else {
        form(&bytes, &mut fields);
    }
    Ok((fields, files))
}

fn form(encoded: &[u8], fields: &mut Map<String, Value>) {
    for (name, value) in url::form_urlencoded::parse(encoded) {
        fields.insert(name.into_owned(), value.into_owned().into());
    }
}

fn content_type(headers: &HeaderMap) -> String {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    value.unwrap_or_default().to_ascii_lowercase()
}

fn download(world: &World, rest: &str) -> Response {
    let Some((token, path)) = rest.split_once('/') else {
        return refuse(world, "file", Refusal::not_found());
    };
    if token != world.token() {
        return refuse(world, "file", Refusal::unauthorized());
    }
    let found = world.read(|state| {
        let file = state.files.values().find(|file| file.path == path)?;
        Some((wire::mime(&file.name), file.bytes.clone()))
    });
    match found {
        Some((kind, bytes)) => ([(header::CONTENT_TYPE, kind)], Body::from(bytes)).into_response(),
        None => refuse(world, "file", Refusal::not_found()),
    }
}
