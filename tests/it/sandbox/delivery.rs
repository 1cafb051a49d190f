//! How updates reach the bot, and what a bad line does.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::{Value, json};
use thidua::sandbox::{Fault, Sandbox};
use tokio::sync::{Mutex, mpsc};

use super::{AN, BINH, Server};

fn ids(updates: &[Value]) -> Vec<i64> {
    updates.iter().map(|update| update["update_id"].as_i64().unwrap()).collect()
}

fn texts(updates: &[Value]) -> Vec<&str> {
    updates.iter().map(|update| update["message"]["text"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn an_update_comes_again_until_the_offset_passes_it() {
    let server = Server::start().await;
    server.world().say(AN, AN, "hai");
    server.world().say(AN, AN, "ba");
    let first = server.updates(json!({ "limit": 2 })).await;
    assert_eq!(texts(&first), ["/start", "hai"]);
    assert_eq!(ids(&first), [700_000_001, 700_000_002]);
    assert_eq!(texts(&server.updates(json!({})).await), ["/start", "hai", "ba"]);

    assert_eq!(texts(&server.updates(json!({ "offset": 700_000_003 })).await), ["ba"]);
    assert_eq!(texts(&server.updates(json!({})).await), ["ba"], "what was confirmed is gone");
    assert_eq!(server.world().pending_updates(), 1);
    assert!(server.updates(json!({ "offset": 700_000_004 })).await.is_empty());
    assert_eq!(server.world().pending_updates(), 0);
    server.assert_clean();
}

#[tokio::test]
async fn a_negative_offset_keeps_the_newest_only() {
    let server = Server::start().await;
    server.world().say(AN, AN, "hai");
    server.world().say(AN, AN, "ba");
    assert_eq!(texts(&server.updates(json!({ "offset": -1 })).await), ["ba"]);
    assert_eq!(server.world().pending_updates(), 1);
}

#[tokio::test]
async fn a_poll_waits_for_the_first_word() {
    let server = Server::start().await;
    server.updates(json!({ "offset": 700_000_002 })).await;
    let (updates, ()) =
        tokio::join!(server.updates(json!({ "offset": 700_000_002, "timeout": 30 })), async {
            let mut changes = server.world().changes();
            // The poll is a request; once it is recorded it is under way.
            changes.wait_for(|_| server.world().requests().len() == 2).await.unwrap();
            server.world().say(AN, AN, "đây");
        });
    assert_eq!(texts(&updates), ["đây"]);
}

#[tokio::test]
async fn a_second_poller_ends_the_first() {
    let server = Server::start().await;
    let empty = json!({ "offset": 700_000_002, "timeout": 30 });
    let (first, second) = tokio::join!(server.call("getUpdates", empty.clone()), async {
        let mut changes = server.world().changes();
        changes.wait_for(|_| server.world().requests().len() == 1).await.unwrap();
        server.call("getUpdates", json!({ "offset": 700_000_002 })).await
    });
    assert_eq!(first["error_code"], 409);
    assert_eq!(second["result"], json!([]));
    server.assert_violation("getUpdates: Conflict: terminated by other getUpdates request");
}

#[tokio::test]
async fn a_poller_that_hung_up_is_no_second_poller() {
    let server = Server::start().await;
    let gone = server.call("getUpdates", json!({ "offset": 700_000_002, "timeout": 30 }));
    let mut changes = server.world().changes();
    tokio::select! {
        _ = gone => panic!("nothing to tell"),
        _ = changes.wait_for(|_| server.world().requests().len() == 1) => {}
    }
    server.world().say(AN, AN, "còn đó không");
    assert_eq!(server.updates(json!({})).await.len(), 1);
    server.assert_clean();
}

#[tokio::test]
async fn only_the_kinds_asked_for_are_kept() {
    let server = Server::start().await;
    server.updates(json!({ "allowed_updates": ["callback_query"] })).await;
    server.world().say(AN, AN, "không ai nghe");
    assert_eq!(texts(&server.updates(json!({})).await), ["/start"]);
    server.updates(json!({ "allowed_updates": [] })).await;
    server.world().say(AN, AN, "lại nghe");
    assert_eq!(texts(&server.updates(json!({})).await), ["/start", "lại nghe"]);
}

#[tokio::test]
async fn an_update_can_be_repeated_and_an_odd_one_put_in() {
    let server = Server::start().await;
    let updates = server.updates(json!({ "offset": 700_000_002 })).await;
    assert!(updates.is_empty());
    server.world().repeat_last_update();
    let again = server.ok("getUpdates", json!({ "offset": 700_000_002 })).await;
    assert_eq!(ids(again.as_array().unwrap()), [700_000_001]);
    server.world().inject(json!({ "future_kind": { "text": "?" } }));
    // Not through `ok`: the documentation knows no such kind.
    let request = server.client.post(server.address("getUpdates"));
    let answer = request.json(&json!({ "offset": 700_000_002 })).send().await.unwrap();
    let odd: Value = answer.json().await.unwrap();
    let expected = json!([{ "future_kind": { "text": "?" }, "update_id": 700_000_002 }]);
    assert_eq!(odd["result"], expected);
}

#[tokio::test]
async fn what_was_written_during_an_outage_keeps_its_date() {
    let server = Server::start().await;
    let date = super::noon() - chrono::TimeDelta::hours(5);
    server.world().say_at(AN, AN, "sáng nay", date);
    let updates = server.updates(json!({ "offset": 700_000_002 })).await;
    assert_eq!(updates[0]["message"]["date"], date.timestamp());
}

#[tokio::test]
async fn a_server_comes_back_after_an_outage_with_all_it_knew() {
    let server = Server::start().await;
    let world = server.world().clone();
    let address = server.sandbox.address();
    let url = server.address("getMe");
    server.sandbox.stop().await;
    assert!(server.client.post(&url).send().await.unwrap_err().is_connect());
    world.say(AN, AN, "trong lúc mất mạng");
    let sandbox = Sandbox::resume(world, address).await.unwrap();
    let server = Server { sandbox, clock: server.clock, client: server.client };
    let updates = server.updates(json!({})).await;
    assert_eq!(texts(&updates), ["/start", "trong lúc mất mạng"]);
}

type Posted = (Option<String>, Value);

/// A web server of the bot's that answers each post with the next of `statuses`, then with 200.
async fn webhook(statuses: Vec<u16>) -> (String, mpsc::UnboundedReceiver<Posted>) {
    type Inside = Arc<(Mutex<Vec<u16>>, mpsc::UnboundedSender<Posted>)>;
    async fn take(State(inside): State<Inside>, headers: HeaderMap, body: String) -> StatusCode {
        let secret = headers.get("X-Telegram-Bot-Api-Secret-Token");
        let secret = secret.map(|secret| secret.to_str().unwrap().to_owned());
        inside.1.send((secret, serde_json::from_str(&body).unwrap())).unwrap();
        let mut statuses = inside.0.lock().await;
        let status = if statuses.is_empty() { 200 } else { statuses.remove(0) };
        StatusCode::from_u16(status).unwrap()
    }
    let (sender, receiver) = mpsc::unbounded_channel();
    let router = Router::new()
        .route("/hook", post(take))
        .with_state(Arc::new((Mutex::new(statuses), sender)));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (url, receiver)
}

#[tokio::test]
async fn a_webhook_gets_updates_in_order_with_the_secret_and_again_after_an_error() {
    let server = Server::start().await;
    server.world().say(AN, AN, "hai");
    let (url, mut posted) = webhook(vec![500]).await;
    server.ok("setWebhook", json!({ "url": url, "secret_token": "s3cret_-" })).await;
    let mut got = Vec::new();
    for _ in 0..3 {
        let (secret, update) = posted.recv().await.unwrap();
        assert_eq!(secret.as_deref(), Some("s3cret_-"));
        got.push(update);
    }
    assert_eq!(texts(&got), ["/start", "/start", "hai"]);
    let mut changes = server.world().changes();
    changes.wait_for(|_| server.world().pending_updates() == 0).await.unwrap();
    let info = server.ok("getWebhookInfo", json!({})).await;
    assert_eq!((&info["url"], &info["pending_update_count"]), (&json!(url), &json!(0)));
    assert!(info["last_error_message"].as_str().unwrap().contains("500"), "{info}");

    let (code, reason) = server.refused("getUpdates", json!({})).await;
    assert_eq!(code, 409);
    assert!(reason.contains("while webhook is active"), "{reason}");
    server.assert_violation("getUpdates: Conflict");
    server.ok("deleteWebhook", json!({})).await;
    server.world().say(AN, AN, "ba");
    assert_eq!(texts(&server.updates(json!({})).await), ["ba"]);
}

#[tokio::test]
async fn faults_come_once_each_and_in_order() {
    let server = Server::start().await;
    let world = server.world();
    let message = json!({ "chat_id": AN, "text": "một" });
    world.fail_next("sendmessage", Fault::RetryAfter(7));
    world.fail_next("sendMessage", Fault::Status(502));
    let busy = server.call("SendMessage", message.clone()).await;
    assert_eq!(busy["parameters"]["retry_after"], 7);
    assert_eq!(server.refused("sendMessage", message.clone()).await.0, 502);
    assert_eq!(world.last_from_bot(AN), None, "nothing was done");

    let post = || server.client.post(server.address("sendMessage")).json(&message).send();
    world.fail_next("sendMessage", Fault::DropBefore);
    post().await.unwrap_err();
    assert_eq!(world.last_from_bot(AN), None, "nothing was done");
    world.fail_next("sendMessage", Fault::DropAfter);
    post().await.unwrap_err();
    assert_eq!(world.last_from_bot(AN).unwrap().id, 2, "it was done unheard");
    world.fail_next("sendMessage", Fault::Garbage);
    assert!(post().await.unwrap().text().await.unwrap().starts_with("<html>"));
    assert_eq!(world.last_from_bot(AN).unwrap().id, 3, "it was done unheard");
    server.send("hai").await;
    assert_eq!(world.requests().len(), 6);
    server.assert_clean();
}

#[tokio::test]
async fn a_global_pause_holds_every_chat_until_it_is_over() {
    let server = Server::start().await;
    server.world().say(BINH, BINH, "/start");
    server.world().fail_next("sendMessage", Fault::RetryAfterGlobal(30));
    let to = |chat: i64| json!({ "chat_id": chat, "text": "một" });
    assert_eq!(server.call("sendMessage", to(AN)).await["parameters"]["retry_after"], 30);
    server.clock.advance(chrono::TimeDelta::milliseconds(20_500));
    assert_eq!(server.call("sendMessage", to(BINH)).await["parameters"]["retry_after"], 10);
    server.ok("getMe", json!({})).await;
    server.clock.advance(chrono::TimeDelta::milliseconds(9_500));
    server.ok("sendMessage", to(BINH)).await;
    server.assert_clean();
}

#[tokio::test]
async fn stopping_does_not_wait_for_an_open_poll() {
    let server = Server::start().await;
    let poll = server
        .client
        .post(server.address("getUpdates"))
        .json(&json!({ "offset": 700_000_002, "timeout": 50 }))
        .send();
    let poll = tokio::spawn(poll);
    let mut changes = server.world().changes();
    changes.wait_for(|_| server.world().requests().len() == 1).await.unwrap();
    let stopped = tokio::time::timeout(Duration::from_secs(20), server.sandbox.stop()).await;
    assert!(stopped.is_ok());
    assert!(poll.await.unwrap().is_ok(), "the poll was answered");
}
