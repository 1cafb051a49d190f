//! The bot's own web server, over HTTP.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use reqwest::{Client, StatusCode};
use thidua::clock::{Clock, ManualClock};
use thidua::config::Webhook;
use thidua::store::{self, Store};
use thidua::web::{Board, Pulse, Web, router};
use tokio::net::TcpListener;
use tokio::sync::Notify;

const SECRET: &str = "0123456789abcdef";
const HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";

struct Served {
    base: String,
    web: Web,
    clock: Arc<ManualClock>,
    client: Client,
    _dir: tempfile::TempDir,
}

async fn serve(webhook: bool) -> Served {
    let dir = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", dir.path().join("thidua.db").display());
    let now: DateTime<Utc> = "2022-09-26T01:00:00Z".parse().unwrap();
    let clock = Arc::new(ManualClock::new(now));
    let store = Store::open(&url).await.unwrap();
    let time = Arc::clone(&clock) as Arc<dyn Clock>;
    let web = Web {
        board: Arc::new(Board::new(store.clone(), Arc::clone(&time))),
        store,
        clock: time,
        pulse: Arc::new(Pulse::new(now)),
        webhook: webhook.then(|| Webhook {
            url: "https://bot.example.vn/telegram/here".parse().unwrap(),
            path: "/telegram/here".to_owned(),
            secret: SECRET.to_owned(),
        }),
        arrived: Arc::new(Notify::new()),
        secure: false,
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let app = router(web.clone());
    tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
    Served { base, web, clock, client: Client::new(), _dir: dir }
}

impl Served {
    async fn health(&self) -> (StatusCode, serde_json::Value) {
        let answer = self.client.get(format!("{}/healthz", self.base)).send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }

    async fn call(&self, secret: &str, body: &str) -> StatusCode {
        let request = self.client.post(format!("{}/telegram/here", self.base));
        let request = request.header(HEADER, secret).body(body.to_owned());
        request.send().await.unwrap().status()
    }

    async fn kept(&self) -> Vec<i64> {
        let mut connection = self.web.store.read().await.unwrap();
        let waiting = store::inbox::waiting(&mut connection, 10).await.unwrap();
        waiting.into_iter().map(|update| update.update_id).collect()
    }
}

#[tokio::test]
async fn a_loop_that_stands_still_is_ill_health() {
    let served = serve(false).await;
    let (status, health) = served.health().await;
    assert_eq!((status, &health["ok"]), (StatusCode::OK, &true.into()), "{health}");
    served.clock.advance(TimeDelta::seconds(61));
    let (status, health) = served.health().await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{health}");
    assert_eq!(health["scheduler_age_ms"], 61_000);
    served.web.pulse.scheduled(served.clock.now());
    assert_eq!(served.health().await.0, StatusCode::OK);
    served.clock.advance(TimeDelta::seconds(120));
    served.web.pulse.scheduled(served.clock.now());
    let (status, health) = served.health().await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{health}");
    assert_eq!(health["poll_age_ms"], 181_000);
}

#[tokio::test]
async fn where_telegram_calls_silence_is_no_ill_health() {
    let served = serve(true).await;
    served.clock.advance(TimeDelta::hours(9));
    served.web.pulse.scheduled(served.clock.now());
    let (status, health) = served.health().await;
    assert_eq!(status, StatusCode::OK, "{health}");
    assert_eq!(health.get("poll_age_ms"), None);
}

#[tokio::test]
async fn a_call_is_answered_once_it_is_kept_and_only_with_the_secret() {
    let served = serve(true).await;
    let update = r#"{"update_id":77,"message":{}}"#;
    assert_eq!(served.call("", update).await, StatusCode::UNAUTHORIZED);
    assert_eq!(served.call("0123456789abcdeF", update).await, StatusCode::UNAUTHORIZED);
    assert_eq!(served.kept().await, Vec::<i64>::new());
    assert_eq!(served.call(SECRET, update).await, StatusCode::OK);
    assert_eq!(served.call(SECRET, update).await, StatusCode::OK);
    assert_eq!(served.kept().await, [77]);
    assert_eq!(served.call(SECRET, "{}").await, StatusCode::BAD_REQUEST);
    let large = format!(r#"{{"update_id":78,"x":"{}"}}"#, "x".repeat(1 << 20));
    assert_eq!(served.call(SECRET, &large).await, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(served.kept().await, [77]);
}

#[tokio::test]
async fn without_a_webhook_nobody_may_call() {
    let served = serve(false).await;
    assert_eq!(served.call(SECRET, r#"{"update_id":1}"#).await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn figures_are_told_and_headers_forbid_the_rest() {
    let served = serve(true).await;
    served.call(SECRET, r#"{"update_id":5}"#).await;
    let answer = served.client.get(format!("{}/metrics", served.base)).send().await.unwrap();
    assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
    assert!(answer.headers()["content-security-policy"].to_str().unwrap().contains("'none'"));
    let text = answer.text().await.unwrap();
    assert!(text.contains("\nthidua_inbox_waiting 1\n"), "{text}");
    assert!(text.contains("\nthidua_facts_total 0\n"), "{text}");
}
