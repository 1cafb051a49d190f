//! What is refused, in which words, and what of it counts against the bot.

use chrono::TimeDelta;
use serde_json::{Value, json};
use thidua::sandbox::{Fault, Options};

use super::{AN, BINH, Server};

/// A refused message is a violation with the refusal's own words.
async fn refuses(server: &Server, params: Value, reason: &str) {
    let (code, description) = server.refused("sendMessage", params).await;
    assert_eq!((code, description.as_str()), (400, format!("Bad Request: {reason}").as_str()));
    server.assert_violation(&format!("sendMessage: Bad Request: {reason}"));
}

fn html(text: &str) -> Value {
    json!({ "chat_id": AN, "text": text, "parse_mode": "HTML" })
}

#[tokio::test]
async fn broken_html_is_refused() {
    let server = Server::start().await;
    for (text, reason) in [
        ("a <b>b", "Can't find end tag corresponding to start tag \"b\""),
        ("a </b>", "Unexpected end tag at byte offset 2"),
        (
            "<b>đ<i>x</b></i>",
            "Unmatched end tag at byte offset 9, expected \"</i>\", found \"</b>\"",
        ),
        ("<h1>x</h1>", "Unsupported start tag \"h1\" at byte offset 0"),
        ("5 < 6", "Unclosed start tag at byte offset 2"),
        ("a<br>b", "Unsupported start tag \"br\" at byte offset 1"),
        ("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
    ] {
        refuses(&server, html(text), &format!("can't parse entities: {reason}")).await;
    }
}

#[tokio::test]
async fn lengths_are_counted_in_utf_16_after_the_markup() {
    let server = Server::start().await;
    // A flower is two units of UTF-16, a reference and a tag are none of what they are written as.
    let full = format!("<b>{}</b>&amp;&amp;", "🌸".repeat(2047));
    server.ok("sendMessage", html(&full)).await;
    refuses(&server, html(&format!("{full}.")), "message is too long").await;
    refuses(&server, html("<b> </b>"), "message text is empty").await;
    refuses(&server, json!({ "chat_id": AN, "text": "" }), "message text is empty").await;

    server.world().send_document(AN, AN, "a.pdf", "x", None);
    let file = server.world().last(AN).unwrap().document.unwrap().file_id;
    let with =
        |length: usize| json!({ "chat_id": AN, "document": file, "caption": "ữ".repeat(length) });
    server.ok("sendDocument", with(1024)).await;
    let (_, reason) = server.refused("sendDocument", with(1025)).await;
    assert_eq!(reason, "Bad Request: message caption is too long");
    server.assert_violation("sendDocument: Bad Request: message caption is too long");
    server.assert_clean();
}

#[tokio::test]
async fn buttons_are_checked() {
    let server = Server::start().await;
    let with = |button: Value| json!({ "chat_id": AN, "text": "?", "reply_markup": { "inline_keyboard": [[button]] } });
    let data = |length: usize| with(json!({ "text": "x", "callback_data": "x".repeat(length) }));
    server.ok("sendMessage", data(64)).await;
    refuses(&server, data(65), "BUTTON_DATA_INVALID").await;
    refuses(&server, data(0), "BUTTON_DATA_INVALID").await;
    let link = |url: &str| with(json!({ "text": "x", "url": url }));
    server.ok("sendMessage", link("https://t.me/thidua_bot?start=A")).await;
    refuses(&server, link("http://localhost"), "BUTTON_URL_INVALID").await;
    let silent =
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
    refuses(&server, with(json!({ "text": "x" })), silent).await;
    server.assert_clean();
}

#[tokio::test]
async fn strangers_and_blockers_are_not_reached() {
    let server = Server::start().await;
    let to = |chat: i64| json!({ "chat_id": chat, "text": "chào" });
    let (code, reason) = server.refused("sendMessage", to(BINH)).await;
    assert_eq!(
        (code, reason.as_str()),
        (403, "Forbidden: bot can't initiate conversation with a user")
    );
    server.assert_violation("sendMessage: Forbidden: bot can't initiate");
    server.world().say(BINH, BINH, "có ai không?");
    assert_eq!(server.refused("sendMessage", to(BINH)).await.0, 403);
    server.assert_clean();

    server.world().block(AN);
    let (code, reason) = server.refused("sendMessage", to(AN)).await;
    assert_eq!((code, reason.as_str()), (403, "Forbidden: bot was blocked by the user"));
    server.world().say(AN, AN, "/start");
    server.ok("sendMessage", to(AN)).await;
    server.assert_clean();

    let (_, reason) = server.refused("sendMessage", to(5)).await;
    assert_eq!(reason, "Bad Request: chat not found");
    server.assert_violation("sendMessage: Bad Request: chat not found");
}

#[tokio::test]
async fn groups_throw_the_bot_out_and_move() {
    let server = Server::start().await;
    let world = server.world();
    let to = |chat: i64| json!({ "chat_id": chat, "text": "chào" });
    world.create_group(-500, "Phường", &[AN, BINH], false);
    assert_eq!(
        server.refused("sendMessage", to(-500)).await.1,
        "Forbidden: bot is not a member of the group chat"
    );
    world.add_bot_to_group(-500, AN);
    server.ok("sendMessage", to(-500)).await;
    let before = server.world().pending_updates();
    world.say(BINH, -500, "nói riêng với nhau");
    assert_eq!(world.pending_updates(), before, "the bot is deaf to it");
    world.say(BINH, -500, "/xephang");
    world.say(BINH, -500, "/xephang@other_bot");
    world.say(BINH, -500, "@thidua_bot nghe đây");
    assert_eq!(world.pending_updates(), before + 2);
    let pin = json!({ "chat_id": -500, "message_id": world.last_from_bot(-500).unwrap().id });
    assert!(server.refused("pinChatMessage", pin.clone()).await.1.contains("not enough rights"));
    world.promote_bot(-500, AN);
    server.ok("pinChatMessage", pin.clone()).await;
    assert!(world.last_from_bot(-500).unwrap().pinned);
    server.ok("unpinChatMessage", json!({ "chat_id": -500 })).await;
    assert!(!world.last_from_bot(-500).unwrap().pinned);

    let moved = world.migrate(-500);
    let answer = server.call("sendMessage", to(-500)).await;
    assert_eq!(answer["parameters"]["migrate_to_chat_id"], moved);
    assert_eq!(moved, -1_000_000_000_500);
    server.ok("sendMessage", to(moved)).await;
    let member = json!({ "chat_id": moved, "user_id": AN });
    assert_eq!(server.ok("getChatMember", member).await["status"], "creator");
    world.remove_bot(moved, AN);
    assert_eq!(
        server.refused("sendMessage", to(moved)).await.1,
        "Forbidden: bot was kicked from the supergroup chat"
    );
    server.assert_clean();
}

#[tokio::test]
async fn the_limits_count_by_the_clock() {
    let server = Server::with(Options { rate_limits: true, ..Options::default() }).await;
    let to = |chat: i64| json!({ "chat_id": chat, "text": "x" });
    for _ in 0..3 {
        server.ok("sendMessage", to(AN)).await;
    }
    let answer = server.call("sendMessage", to(AN)).await;
    assert_eq!(
        (&answer["error_code"], &answer["parameters"]["retry_after"]),
        (&json!(429), &json!(1))
    );
    server.clock.advance(TimeDelta::milliseconds(999));
    assert_eq!(server.refused("sendMessage", to(AN)).await.0, 429);
    server.clock.advance(TimeDelta::milliseconds(1));
    server.ok("sendMessage", to(AN)).await;

    server.world().create_group(-500, "Phường", &[AN], false);
    server.world().add_bot_to_group(-500, AN);
    for _ in 0..20 {
        server.ok("sendMessage", to(-500)).await;
    }
    assert_eq!(server.call("sendMessage", to(-500)).await["parameters"]["retry_after"], 3);

    server.clock.advance(TimeDelta::minutes(2));
    for person in 2001..2031 {
        server.world().add_person(thidua::sandbox::Person::new(person, "Dân"));
        server.world().say(person, person, "/start");
        server.ok("sendMessage", to(person)).await;
    }
    assert_eq!(server.refused("sendMessage", to(AN)).await.0, 429, "31 in one second");
    server.assert_clean();
}

#[tokio::test]
async fn a_press_is_answered_once_and_in_time() {
    let server = Server::start().await;
    let world = server.world();
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Huỷ", "callback_data": "v1:x" }]] });
    let asked = json!({ "chat_id": AN, "text": "?", "reply_markup": keyboard });
    let asked = server.ok("sendMessage", asked).await["message_id"].as_i64().unwrap();
    let missing = world.press(AN, AN, asked, "Xác nhận").unwrap_err();
    assert_eq!(missing.there, ["Huỷ"]);

    let press = world.press(AN, AN, asked, "Huỷ").unwrap();
    let update = server.updates(json!({ "offset": -1 })).await.remove(0);
    assert_eq!(update["callback_query"]["data"], "v1:x");
    assert_eq!(update["callback_query"]["id"], press);
    assert_eq!(update["callback_query"]["message"]["message_id"], asked);
    assert_eq!(world.unanswered_presses(), [press.as_str()]);
    assert_eq!(world.callback_answer(&press), None);
    let answer =
        |id: &str| json!({ "callback_query_id": id, "text": "Đã huỷ", "show_alert": true });
    server.ok("answerCallbackQuery", answer(&press)).await;
    let shown = world.callback_answer(&press).unwrap();
    assert_eq!((shown.text.as_deref(), shown.alert), (Some("Đã huỷ"), true));
    server.assert_clean();
    let gone = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    assert_eq!(server.refused("answerCallbackQuery", answer(&press)).await.1, gone);
    server.assert_violation("answerCallbackQuery: Bad Request: query is too old");

    let late = world.press(AN, AN, asked, "v1:x").unwrap();
    server.clock.advance(TimeDelta::minutes(6));
    assert_eq!(server.refused("answerCallbackQuery", answer(&late)).await.1, gone);
    server.assert_clean();

    let lost = world.press(AN, AN, asked, "v1:x").unwrap();
    world.fail_next("answerCallbackQuery", Fault::DropAfter);
    let request = server.client.post(server.address("answerCallbackQuery")).json(&answer(&lost));
    request.send().await.unwrap_err();
    assert_eq!(server.refused("answerCallbackQuery", answer(&lost)).await.1, gone);
    server.assert_clean();

    // A bot that died may have forgotten what it answered, once for each death and no more.
    let forgotten = world.press(AN, AN, asked, "v1:x").unwrap();
    server.ok("answerCallbackQuery", answer(&forgotten)).await;
    world.bot_died();
    assert_eq!(server.refused("answerCallbackQuery", answer(&forgotten)).await.1, gone);
    server.assert_clean();
    let since = world.press(AN, AN, asked, "v1:x").unwrap();
    server.ok("answerCallbackQuery", answer(&since)).await;
    server.refused("answerCallbackQuery", answer(&since)).await;
    server.assert_violation("answerCallbackQuery: Bad Request: query is too old");
    server.refused("answerCallbackQuery", answer(&forgotten)).await;
    server.assert_violation("answerCallbackQuery: Bad Request: query is too old");
}

#[tokio::test]
async fn edits_must_change_something_of_the_bots_own() {
    let server = Server::start().await;
    let id = server.send("một").await["message_id"].as_i64().unwrap();
    let edit = |id: i64, text: &str| json!({ "chat_id": AN, "message_id": id, "text": text, "parse_mode": "HTML" });
    let reason = server.refused("editMessageText", edit(id, " một ")).await.1;
    assert!(reason.starts_with("Bad Request: message is not modified"), "{reason}");
    server.ok("editMessageText", edit(id, "<b>một</b>")).await;
    assert!(server.world().last(AN).unwrap().edited);
    let reason = server.refused("editMessageText", edit(99, "hai")).await.1;
    assert_eq!(reason, "Bad Request: message to edit not found");
    server.ok("deleteMessage", json!({ "chat_id": AN, "message_id": id })).await;
    let reason = server.refused("editMessageText", edit(id, "hai")).await.1;
    assert_eq!(reason, "Bad Request: message to edit not found");
    server.assert_clean();
    let reason = server.refused("editMessageText", edit(1, "hai")).await.1;
    assert_eq!(reason, "Bad Request: message can't be edited");
    server.assert_violation("editMessageText");
}

#[tokio::test]
async fn what_is_unknown_is_a_violation() {
    let server = Server::start().await;
    let unknown = server.client.post(server.address("sendPaidMedia")).send().await.unwrap();
    assert_eq!(unknown.status(), 404);
    server.assert_violation("sendPaidMedia: Not Found");
    server.ok("sendMessage", json!({ "chat_id": AN, "text": "x", "parsemode": "HTML" })).await;
    server.assert_violation("sendMessage: unknown parameter parsemode");
    refuses(
        &server,
        json!({ "chat_id": true, "text": "x" }),
        "can't parse chat_id: ChatId expected",
    )
    .await;

    let url = format!("{}/bot1:wrong/getMe", server.sandbox.url());
    assert_eq!(server.client.post(url).send().await.unwrap().status(), 401);
    let violations = server.world().take_violations();
    assert_eq!(violations, ["getMe: Unauthorized"]);
}

#[tokio::test]
async fn menus_are_checked_and_found_by_chat_and_language() {
    let server = Server::start().await;
    let menu = |command: &str, scope: Value, language: &str| json!({ "commands": [{ "command": command, "description": "Việc" }], "scope": scope, "language_code": language });
    let everyone = json!({ "type": "default" });
    server.ok("setMyCommands", menu("help", everyone.clone(), "en")).await;
    server.ok("setMyCommands", menu("trogiup", everyone.clone(), "")).await;
    server.ok("setMyCommands", menu("duyet", json!({ "type": "chat", "chat_id": AN }), "")).await;
    let names = |chat: i64, language: &str| -> Vec<String> {
        server.world().commands(chat, language).into_iter().map(|(name, _)| name).collect()
    };
    assert_eq!(names(AN, "en"), ["duyet"]);
    assert_eq!(names(BINH, "en"), ["help"]);
    assert_eq!(names(BINH, "vi"), ["trogiup"]);
    server.assert_clean();
    for wrong in ["Trogiup", "trợgiúp", ""] {
        let reason = server.refused("setMyCommands", menu(wrong, everyone.clone(), "")).await.1;
        assert_eq!(reason, "Bad Request: BOT_COMMAND_INVALID");
        server.assert_violation("setMyCommands");
    }
}
