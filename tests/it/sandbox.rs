//! The sandbox itself, driven over HTTP as a bot drives it.

mod delivery;
mod errors;
mod messages;
mod page;
mod teloxide_client;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use reqwest::multipart::Form;
use serde_json::{Value, json};
use thidua::clock::ManualClock;
use thidua::sandbox::{Options, Person, Sandbox, World};

use crate::bot_api;

/// Somebody who has pressed START, and somebody who has not.
const AN: i64 = 1001;
const BINH: i64 = 1002;

/// A server, and a bot that speaks to it in bare HTTP.
struct Server {
    sandbox: Sandbox,
    clock: Arc<ManualClock>,
    client: reqwest::Client,
}

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_664_686_800, 0).expect("a date in 2022")
}

impl Server {
    async fn start() -> Self {
        Self::with(Options::default()).await
    }

    async fn with(options: Options) -> Self {
        let clock = Arc::new(ManualClock::new(noon()));
        let sandbox = Sandbox::start(clock.clone(), options).await.expect("a free port");
        let world = sandbox.world();
        world
            .add_person(Person {
                username: Some("an".to_owned()), ..Person::new(AN, "Nguyễn An")
            });
        world.add_person(Person::new(BINH, "Trần Bình"));
        world.say(AN, AN, "/start");
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        Self { sandbox, clock, client }
    }

    fn world(&self) -> &World {
        self.sandbox.world()
    }

    fn address(&self, method: &str) -> String {
        format!("{}/bot{}/{method}", self.sandbox.url(), self.sandbox.token())
    }

    /// The whole answer, checked against the documentation.
    async fn call(&self, method: &str, params: Value) -> Value {
        let request = self.client.post(self.address(method)).json(&params);
        let answer: Value = request.send().await.expect(method).json().await.expect("JSON");
        assert_eq!(bot_api::check_answer(method, &answer), Vec::<String>::new());
        answer
    }

    /// The result of a request that must succeed.
    async fn ok(&self, method: &str, params: Value) -> Value {
        let answer = self.call(method, params).await;
        assert_eq!(answer["ok"], true, "{answer}");
        answer["result"].clone()
    }

    /// The code and description of a refusal.
    async fn refused(&self, method: &str, params: Value) -> (i64, String) {
        let answer = self.call(method, params).await;
        assert_eq!(answer["ok"], false, "{answer}");
        let description = answer["description"].as_str().expect("a description").to_owned();
        (answer["error_code"].as_i64().expect("a code"), description)
    }

    async fn upload(&self, method: &str, form: Form) -> Value {
        let request = self.client.post(self.address(method)).multipart(form);
        request.send().await.expect(method).json().await.expect("JSON")
    }

    /// Says something plain to An.
    async fn send(&self, text: &str) -> Value {
        self.ok("sendMessage", json!({ "chat_id": AN, "text": text })).await
    }

    /// Fetches what waits, checked against the documentation.
    async fn updates(&self, params: Value) -> Vec<Value> {
        let updates = self.ok("getUpdates", params).await;
        let updates = updates.as_array().expect("a list").clone();
        for update in &updates {
            assert_eq!(bot_api::check_update(update), Vec::<String>::new());
        }
        updates
    }

    /// No violation, and every request as documented.
    fn assert_clean(&self) {
        assert_eq!(self.world().violations(), Vec::<String>::new());
        for request in self.world().requests() {
            assert_eq!(
                bot_api::check_request(&request.method, &request.params),
                Vec::<String>::new()
            );
        }
    }

    /// Exactly one violation, which is taken away.
    fn assert_violation(&self, beginning: &str) {
        let violations = self.world().take_violations();
        assert_eq!(violations.len(), 1, "{violations:?}");
        assert!(violations[0].starts_with(beginning), "{violations:?}");
    }
}

/// A PNG of this size as far as its first bytes tell.
fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0]);
    bytes
}
