//! The page's own questions and deeds.

use std::sync::Arc;

use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use thidua::clock::ManualClock;
use thidua::sandbox::{Options, Person, Sandbox};

use super::{AN, BINH, Server, noon, picture};

async fn get(server: &Server, path: &str) -> reqwest::Response {
    server.client.get(format!("{}{path}", server.sandbox.url())).send().await.unwrap()
}

async fn post(server: &Server, path: &str, body: Value) -> reqwest::Response {
    let url = format!("{}{path}", server.sandbox.url());
    server.client.post(url).json(&body).send().await.unwrap()
}

#[tokio::test]
async fn the_page_runs_nothing_but_its_own_script() {
    let server = Server::start().await;
    let page = get(&server, "/").await;
    let policy = page.headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.contains("default-src 'none'; script-src 'self';"), "{policy}");
    let html = page.text().await.unwrap();
    assert!(!html.contains("style=") && !html.contains("onclick"), "the policy would forbid it");
    for file in ["rich.js", "dialogs.js", "page.js", "page.css", "icon.svg"] {
        let path = &format!("/sandbox/{file}");
        assert!(html.contains(path) && get(&server, path).await.status() == 200, "{path}");
    }
}

#[tokio::test]
async fn a_person_sees_their_chat_and_writes_in_it() {
    let server = Server::start().await;
    server
        .ok(
            "sendMessage",
            json!({ "chat_id": AN, "text": "<b>Xong?</b>", "parse_mode": "HTML",
            "reply_markup": { "inline_keyboard": [[{ "text": "Rồi", "callback_data": "r" }]] } }),
        )
        .await;
    let state: Value =
        get(&server, &format!("/sandbox/state?person={AN}")).await.json().await.unwrap();
    let message = &state["chats"][0]["messages"][1];
    assert_eq!(message["text"], "Xong?");
    assert_eq!(message["entities"], json!([{ "type": "bold", "offset": 0, "length": 5 }]));
    assert_eq!(message["keyboard"][0][0]["text"], "Rồi");
    assert_eq!(state["people"][1]["last"], Value::Null);

    let said = json!({ "person": AN, "chat": AN, "text": "<i>rồi</i>" });
    assert_eq!(post(&server, "/sandbox/say", said).await.status(), 200);
    assert_eq!(server.world().last(AN).unwrap().html, "&lt;i&gt;rồi&lt;/i&gt;");
    let elsewhere = json!({ "person": AN, "chat": BINH, "text": "x" });
    assert_eq!(post(&server, "/sandbox/say", elsewhere).await.status(), 404);

    let said = json!({ "person": AN, "chat": AN, "text": "76,7", "reply_to": message["id"] });
    assert_eq!(post(&server, "/sandbox/say", said).await.status(), 200);
    let updates = server.updates(json!({})).await;
    assert_eq!(updates.last().unwrap()["message"]["reply_to_message"]["text"], "Xong?");

    let press = json!({ "person": AN, "chat": AN, "message": message["id"], "data": "r" });
    let press: Value = post(&server, "/sandbox/press", press).await.json().await.unwrap();
    let answer = json!({ "callback_query_id": press["callback_id"], "text": "Ghi rồi" });
    server.ok("answerCallbackQuery", answer).await;
    let state: Value =
        get(&server, &format!("/sandbox/state?person={AN}")).await.json().await.unwrap();
    assert_eq!(state["answers"][0]["text"], "Ghi rồi");
    server.assert_clean();
}

#[tokio::test]
async fn news_comes_as_soon_as_there_is_any() {
    let server = Server::start().await;
    let revision = get(&server, "/sandbox/state").await.json::<Value>().await.unwrap()["revision"]
        .as_u64()
        .unwrap();
    let path = format!("/sandbox/events?after={revision}");
    let (news, _) =
        tokio::join!(get(&server, &path), async { server.world().say(AN, AN, "mới") });
    let news: Value = news.json().await.unwrap();
    assert_eq!(news["revision"], revision + 1);
}

#[tokio::test]
async fn files_go_up_and_come_down_for_saving_only() {
    let server = Server::start().await;
    let send = async |kind: &'static str, name: &'static str, bytes: Vec<u8>| {
        let form = Form::new()
            .text("person", AN.to_string())
            .text("chat", AN.to_string())
            .text("kind", kind)
            .text("caption", "/capnhat THUE 1")
            .part("file", Part::bytes(bytes).file_name(name));
        let url = format!("{}/sandbox/upload", server.sandbox.url());
        assert_eq!(server.client.post(url).multipart(form).send().await.unwrap().status(), 200);
        server.world().last(AN).unwrap()
    };
    let photo = send("photo", "anh.png", picture(800, 600)).await;
    assert_eq!(photo.caption.as_deref(), Some("/capnhat THUE 1"));
    let shown = get(&server, &format!("/sandbox/file/{}", photo.photo.unwrap().file_id)).await;
    assert_eq!(shown.headers()["content-type"], "image/png");
    let page = send("document", "trang.html", b"<script>".to_vec()).await;
    let saved = get(&server, &format!("/sandbox/file/{}", page.document.unwrap().file_id)).await;
    assert_eq!(saved.headers()["content-type"], "application/octet-stream");
    let disposition = saved.headers()["content-disposition"].to_str().unwrap();
    assert_eq!(disposition, "attachment; filename*=UTF-8''trang.html");
    assert_eq!(saved.headers()["x-content-type-options"], "nosniff");
}

#[tokio::test]
async fn another_sites_page_is_turned_away() {
    let server = Server::start().await;
    let try_from = async |origin: &str| {
        let url = format!("{}/sandbox/say", server.sandbox.url());
        let body = json!({ "person": AN, "chat": AN, "text": "x" });
        let request = server.client.post(url).header("origin", origin).json(&body);
        request.send().await.unwrap().status().as_u16()
    };
    assert_eq!(try_from("https://evil.example").await, 403);
    assert_eq!(try_from(&server.sandbox.url()).await, 200);
}

#[tokio::test]
async fn a_newcomer_gets_an_account() {
    let server = Server::start().await;
    let made = post(&server, "/sandbox/people", json!({ "name": " Bùi Văn Mới " })).await;
    let id = made.json::<Value>().await.unwrap()["id"].as_i64().unwrap();
    assert_eq!(id, 9_000_000_001);
    assert!(server.world().people().iter().any(|one: &Person| one.first_name == "Bùi Văn Mới"));
    assert_eq!(post(&server, "/sandbox/people", json!({ "name": " " })).await.status(), 400);
}

#[tokio::test]
async fn time_moves_only_where_there_is_a_lever() {
    let server = Server::start().await;
    let step = json!({ "advance_minutes": 60 });
    assert_eq!(post(&server, "/sandbox/time", step.clone()).await.status(), 404);

    let clock = Arc::new(ManualClock::new(noon()));
    let hand = clock.clone();
    let lever: thidua::sandbox::TimeLever = Arc::new(move |by| hand.advance(by));
    let options = Options { lever: Some(lever), ..Options::default() };
    let sandbox = Sandbox::start(clock.clone(), options).await.unwrap();
    let server = Server { sandbox, clock, client: server.client };
    let time: Value = post(&server, "/sandbox/time", step).await.json().await.unwrap();
    assert_eq!(time["now"], noon().timestamp_millis() + 3_600_000);
    let back = post(&server, "/sandbox/time", json!({ "advance_minutes": 0 })).await;
    assert_eq!(back.status(), 400);
}

#[tokio::test]
async fn a_group_is_made_and_the_bot_comes_into_it() {
    let server = Server::start().await;
    let made = json!({ "person": AN, "title": " Khối phường " });
    let made: Value = post(&server, "/sandbox/groups", made).await.json().await.unwrap();
    let id = made["id"].as_i64().unwrap();
    let seen = |state: &Value| state["chats"].as_array().unwrap().last().unwrap().clone();
    let path = format!("/sandbox/state?person={AN}");
    let chat = seen(&get(&server, &path).await.json().await.unwrap());
    assert_eq!((&chat["title"], &chat["botless"]), (&json!("Khối phường"), &json!(true)));
    // Only who is in a group brings the bot in, and nobody into a private chat.
    for (person, chat) in [(BINH, id), (AN, AN)] {
        let stranger = json!({ "person": person, "chat": chat });
        assert_eq!(post(&server, "/sandbox/groups/bot", stranger).await.status(), 404);
    }
    let added = json!({ "person": AN, "chat": id });
    assert_eq!(post(&server, "/sandbox/groups/bot", added).await.status(), 200);
    let chat = seen(&get(&server, &path).await.json().await.unwrap());
    assert_eq!(chat["botless"], json!(false));
    let next = json!({ "person": BINH, "title": "Khối phòng" });
    let next: Value = post(&server, "/sandbox/groups", next).await.json().await.unwrap();
    assert!(next["id"].as_i64().unwrap() < id);
    let nameless = json!({ "person": AN, "title": "  " });
    assert_eq!(post(&server, "/sandbox/groups", nameless).await.status(), 400);
}
