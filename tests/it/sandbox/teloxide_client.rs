//! The library the bot is built on, against the sandbox: what one says the other understands.

use serde_json::json;
use teloxide::payloads::{
    AnswerCallbackQuerySetters, EditMessageTextSetters, SendDocumentSetters, SendMessageSetters,
    SendPhotoSetters,
};
use teloxide::prelude::*;
use teloxide::types::{
    CallbackQueryId, ChatFullInfo, FileId, InlineKeyboardButton, InlineKeyboardMarkup, InputFile,
    MessageId, ParseMode, Update, UpdateKind,
};

use super::{AN, Server, picture};

fn bot(server: &Server) -> Bot {
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let url = server.sandbox.url().parse().expect("an address");
    Bot::with_client(server.sandbox.token(), client).set_api_url(url)
}

#[tokio::test]
async fn teloxide_understands_the_sandbox() {
    let server = Server::start().await;
    let bot = bot(&server);
    assert_eq!(bot.get_me().await.unwrap().username(), "thidua_bot");

    let keyboard =
        InlineKeyboardMarkup::new([[InlineKeyboardButton::callback("Xác nhận", "1:ok")]]);
    let sent = bot
        .send_message(ChatId(AN), "<b>76,7</b> tỷ?")
        .parse_mode(ParseMode::Html)
        .reply_markup(keyboard)
        .await
        .unwrap();
    assert_eq!(sent.text(), Some("76,7 tỷ?"));
    assert_eq!(server.world().last(AN).unwrap().html, "<b>76,7</b> tỷ?");

    let press = server.world().press(AN, AN, i64::from(sent.id.0), "Xác nhận").unwrap();
    bot.answer_callback_query(CallbackQueryId(press.clone())).text("Đã ghi").await.unwrap();
    let answer = server.world().callback_answer(&press).unwrap();
    assert_eq!((answer.text.as_deref(), answer.alert), (Some("Đã ghi"), false));
    bot.edit_message_text(ChatId(AN), sent.id, "<i>Đã ghi</i>")
        .parse_mode(ParseMode::Html)
        .await
        .unwrap();
    let edited = server.world().last(AN).unwrap();
    assert_eq!((edited.html.as_str(), edited.buttons.len()), ("<i>Đã ghi</i>", 0));

    let bytes = picture(1080, 1350);
    let sent = bot
        .send_photo(ChatId(AN), InputFile::memory(bytes.clone()).file_name("tuan-3.png"))
        .caption("Tuần 3")
        .await
        .unwrap();
    let file = sent.photo().unwrap().last().unwrap().file.id.clone();
    let again = bot.send_photo(ChatId(AN), InputFile::file_id(file.clone())).await.unwrap();
    assert_eq!(again.photo().unwrap().last().unwrap().file.id, file);
    let there = bot.get_file(FileId(file.0)).await.unwrap();
    assert_eq!(there.size as usize, bytes.len());
    let sent = bot
        .send_document(ChatId(AN), InputFile::memory("figures").file_name("bieu.xlsx"))
        .caption("Biểu")
        .await
        .unwrap();
    assert_eq!(sent.document().unwrap().file_name.as_deref(), Some("bieu.xlsx"));
    bot.pin_chat_message(ChatId(AN), sent.id).await.unwrap();
    let chat: ChatFullInfo = bot.get_chat(ChatId(AN)).await.unwrap();
    assert_eq!(chat.pinned_message.unwrap().id, sent.id);
    bot.delete_message(ChatId(AN), MessageId(sent.id.0)).await.unwrap();
    assert_eq!(bot.get_webhook_info().await.unwrap().pending_update_count, 2);
    server.assert_clean();
}

#[tokio::test]
async fn teloxide_reads_every_kind_of_update_the_sandbox_makes() {
    let server = Server::start().await;
    let world = server.world();
    let asked = server
        .ok(
            "sendMessage",
            json!({ "chat_id": AN, "text": "?", "reply_markup": {
            "inline_keyboard": [[{ "text": "Huỷ", "callback_data": "x" }]] } }),
        )
        .await["message_id"]
        .as_i64()
        .unwrap();
    world.press(AN, AN, asked, "x").unwrap();
    let said = world.reply(AN, AN, asked, "/capnhat@thidua_bot THU 76,7 https://example.vn");
    world.edit(AN, AN, said, "/capnhat THU 76,8");
    world.send_photo(AN, AN, picture(800, 600), Some("/capnhat THU 1"));
    world.send_document(AN, AN, "bao-cao.pdf", "x", None);
    world.delete(AN, asked);
    world.press_stale(AN, AN, asked, "x");
    world.block(AN);
    world.unblock(AN);
    world.create_group(-500, "Phường", &[AN], false);
    world.add_bot_to_group(-500, AN);
    world.promote_bot(-500, AN);
    world.say(AN, -500, "chào");
    let forum = world.migrate(-500);
    world.remove_bot(forum, AN);
    world.create_group(-1_000_000_000_900, "Diễn đàn", &[AN], true);
    world.add_bot_to_group(-1_000_000_000_900, AN);
    let topic = world.create_topic(-1_000_000_000_900, "Xếp hạng");
    world.say_in_topic(AN, -1_000_000_000_900, topic, "/xephang");

    let updates = server.updates(json!({})).await;
    let mut kinds = Vec::new();
    for update in updates {
        let update: Update = serde_json::from_str(&update.to_string()).unwrap();
        kinds.push(match update.kind {
            UpdateKind::Message(message) => {
                let kind = format!("{:?}", message.kind);
                assert!(!kind.starts_with("Empty"), "{message:?}");
                kind.split(['(', ' ']).next().unwrap().to_owned()
            }
            UpdateKind::EditedMessage(_) => "edited".to_owned(),
            UpdateKind::CallbackQuery(query) => {
                format!("press {}", query.regular_message().is_some())
            }
            UpdateKind::MyChatMember(news) => format!("{:?}", news.new_chat_member.status()),
            other => panic!("teloxide cannot read {other:?}"),
        });
    }
    assert_eq!(
        kinds,
        [
            "Common",
            "press true",
            "Common",
            "edited",
            "Common",
            "Common",
            "press false",
            "Banned",
            "Member",
            "Member",
            "NewChatMembers",
            "Administrator",
            "Common",
            "Common",
            "Common",
            "Banned",
            "LeftChatMember",
            "Member",
            "NewChatMembers",
            "ForumTopicCreated",
            "Common"
        ]
    );
    server.assert_clean();
}
