//! What comes through whole: formatted text, pictures, files.

use reqwest::multipart::{Form, Part};
use serde_json::json;
use thidua::sandbox::Person;

use super::{AN, Server, picture};
use crate::bot_api;

async fn formatted(server: &Server, text: &str) -> (String, String, serde_json::Value) {
    let params = json!({ "chat_id": AN, "text": text, "parse_mode": "HTML" });
    let sent = server.ok("sendMessage", params).await;
    let seen = server.world().last(AN).unwrap();
    (seen.text, seen.html, sent["entities"].clone())
}

#[tokio::test]
async fn html_becomes_text_and_entities_and_html_again() {
    let server = Server::start().await;
    for source in [
        "<b>đậm <i>nghiêng</i></b> <u>gạch</u> <s>bỏ</s> <tg-spoiler>giấu</tg-spoiler>",
        "<a href=\"https://example.vn/?a=1&amp;b=2\">nối</a> <code>x &lt; y</code>",
        "<pre><code class=\"language-rust\">fn main() {}</code></pre>",
        "<blockquote>trích</blockquote><blockquote expandable>dài</blockquote>",
        "🌸 <b>🌸</b> &amp; &quot;",
    ] {
        let (_, html, _) = formatted(&server, source).await;
        assert_eq!(html, source);
    }
    let (text, html, entities) =
        formatted(&server, "  <STRONG>🌸 An</STRONG>&#33; &nbsp; <em></em><a href='x'>y</a>\n")
            .await;
    assert_eq!(text, "🌸 An! &nbsp; y");
    assert_eq!(html, "<b>🌸 An</b>! &amp;nbsp; y");
    assert_eq!(entities, json!([{ "type": "bold", "offset": 0, "length": 5 }]));
    let (_, _, entities) = formatted(&server, "🌸 /capnhat@thidua_bot (https://t.me/x).").await;
    assert_eq!(
        entities,
        json!([
            { "type": "bot_command", "offset": 3, "length": 19 },
            { "type": "url", "offset": 24, "length": 14 },
        ])
    );
    server.assert_clean();
}

#[tokio::test]
async fn a_picture_is_uploaded_sent_again_by_id_and_downloaded() {
    let server = Server::start().await;
    let bytes = picture(1080, 1350);
    let form = Form::new()
        .text("chat_id", AN.to_string())
        .text("photo", "attach://here")
        .text("caption", "<b>Tuần 3</b>")
        .text("parse_mode", "HTML")
        .text("reply_markup", r#"{"inline_keyboard":[[{"text":"Vì sao","callback_data":"w"}]]}"#)
        .part("here", Part::bytes(bytes.clone()).file_name("bang.png"));
    let answer = server.upload("SendPhoto", form).await;
    assert_eq!(bot_api::check_answer("sendPhoto", &answer), Vec::<String>::new());
    let sizes = answer["result"]["photo"].as_array().unwrap();
    let measured: Vec<_> = sizes.iter().map(|size| (&size["width"], &size["height"])).collect();
    assert_eq!(measured, [(&json!(72), &json!(90)), (&json!(1080), &json!(1350))]);
    let seen = server.world().last(AN).unwrap();
    assert_eq!(seen.caption.as_deref(), Some("Tuần 3"));
    assert_eq!(seen.html, "<b>Tuần 3</b>");
    assert_eq!(seen.button("Vì").unwrap().data.as_deref(), Some("w"));
    assert_eq!(seen.photo.unwrap().bytes, bytes);

    let id = &sizes[1]["file_id"];
    server.ok("sendPhoto", json!({ "chat_id": AN, "photo": id })).await;
    let again = server.world().last(AN).unwrap();
    assert_eq!(&json!(again.photo.unwrap().file_id), id);
    let path = server.ok("getFile", json!({ "file_id": id })).await["file_path"].clone();
    let (url, token) = (server.sandbox.url(), server.sandbox.token());
    let file = format!("{url}/file/bot{token}/{}", path.as_str().unwrap());
    let got = server.client.get(file).send().await.unwrap().bytes().await.unwrap();
    assert_eq!(got, bytes);

    let media = json!({ "type": "photo", "media": id, "caption": "Tuần 4" });
    let edit = json!({ "chat_id": AN, "message_id": again.id, "media": media });
    server.ok("editMessageMedia", edit).await;
    let caption = json!({ "chat_id": AN, "message_id": again.id, "caption": "Tuần 5" });
    server.ok("editMessageCaption", caption).await;
    assert_eq!(server.world().last(AN).unwrap().text, "Tuần 5");
    server.assert_clean();
}

#[tokio::test]
async fn a_picture_must_be_one() {
    let server = Server::start().await;
    for (bytes, reason) in [
        (b"GIF89a".to_vec(), "IMAGE_PROCESS_FAILED"),
        (picture(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (picture(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
    ] {
        let part = Part::bytes(bytes).file_name("a.png");
        let form = Form::new().text("chat_id", AN.to_string()).part("photo", part);
        let answer = server.upload("sendPhoto", form).await;
        assert_eq!(answer["description"], format!("Bad Request: {reason}"));
        server.assert_violation("sendPhoto");
    }
    server.world().send_document(AN, AN, "a.pdf", "x", None);
    let file = server.world().last(AN).unwrap().document.unwrap().file_id;
    let (_, reason) = server.refused("sendPhoto", json!({ "chat_id": AN, "photo": file })).await;
    assert_eq!(reason, "Bad Request: can't use file of type Document as Photo");
}

/// An album of pictures that the server has not seen before.
fn album(pictures: usize, media: &serde_json::Value) -> Form {
    let form = Form::new().text("chat_id", AN.to_string()).text("media", media.to_string());
    (0..pictures).fold(form, |form, at| {
        let part = Part::bytes(picture(60 + u32::try_from(at).unwrap(), 60)).file_name("a.png");
        form.part(format!("p{at}"), part)
    })
}

#[tokio::test]
async fn an_album_is_posted_as_one_message_for_each_picture() {
    let server = Server::start().await;
    let media = json!([
        { "type": "photo", "media": "attach://p0", "caption": "<b>Tuần 3</b>", "parse_mode": "HTML" },
        { "type": "photo", "media": "attach://p1" },
    ]);
    let answer = server.upload("SendMediaGroup", album(2, &media)).await;
    assert_eq!(bot_api::check_answer("sendMediaGroup", &answer), Vec::<String>::new());
    let [first, second] = answer["result"].as_array().unwrap().as_slice() else { panic!() };
    assert!(first["media_group_id"].is_string());
    assert_eq!(first["media_group_id"], second["media_group_id"]);
    assert_eq!((&first["caption"], &second["caption"]), (&json!("Tuần 3"), &json!(null)));
    let id = &first["photo"][0]["file_id"];
    let again = json!([{ "type": "photo", "media": id }, { "type": "photo", "media": id }]);
    let other = server.ok("sendMediaGroup", json!({ "chat_id": AN, "media": again })).await;
    assert_ne!(other[0]["media_group_id"], first["media_group_id"]);
    assert_eq!(server.world().messages(AN).iter().filter(|it| it.photo.is_some()).count(), 4);
    server.assert_clean();
}

#[tokio::test]
async fn an_album_is_refused_whole() {
    let server = Server::start().await;
    let one = |at: usize| json!({ "type": "photo", "media": format!("attach://p{at}") });
    let many = |count: usize| (0..count).map(one).collect::<serde_json::Value>();
    let long = json!({ "type": "photo", "media": "attach://p0", "caption": "ế".repeat(1025) });
    let document = json!({ "type": "document", "media": "attach://p0" });
    let video = json!({ "type": "video", "media": "attach://p0" });
    for (media, reason) in [
        (json!([]), "there are no messages to send"),
        (many(1), "media group must include 2-10 items"),
        (many(11), "too many messages to send as an album"),
        (json!([one(0), one(12)]), "file part \"p12\" not found in the request"),
        (json!([one(0), long]), "message caption is too long"),
        (json!([one(0), document]), "documents can't be mixed with other media types"),
        (json!([one(0), video]), "unsupported media type Some(\"video\")"),
        (
            json!([one(0), { "type": "photo" }]),
            "wrong remote file identifier specified: Wrong string length",
        ),
    ] {
        let answer = server.upload("sendMediaGroup", album(11, &media)).await;
        assert_eq!(answer["description"], format!("Bad Request: {reason}"));
        server.assert_violation("sendMediaGroup");
    }
    assert!(server.world().messages(AN).iter().all(|message| message.photo.is_none()));
    // There is no such parameter: an album has no buttons.
    let form = album(2, &many(2)).text("reply_markup", r#"{"inline_keyboard":[]}"#);
    server.upload("sendMediaGroup", form).await;
    server.assert_violation("sendMediaGroup: unknown parameter reply_markup");
}

#[tokio::test]
async fn a_persons_file_reaches_the_bot_with_its_caption() {
    let server = Server::start().await;
    let world = server.world();
    world.add_person(Person { last_name: Some("An".to_owned()), ..Person::new(AN, "Nguyễn") });
    world.send_document(AN, AN, "so-lieu.xlsx", "bytes", Some("/capnhat THUE 76,7"));
    world.send_photo(AN, AN, picture(50, 40), None);
    let updates = server.updates(json!({ "offset": -2 })).await;
    let document = &updates[0]["message"];
    assert_eq!(document["from"]["last_name"], "An");
    assert_eq!(document["caption"], "/capnhat THUE 76,7");
    assert_eq!(document["document"]["file_name"], "so-lieu.xlsx");
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    assert_eq!(document["document"]["mime_type"], kind);
    assert_eq!(updates[1]["message"]["photo"].as_array().unwrap().len(), 1, "too small to shrink");
    server.assert_clean();
}

#[tokio::test]
async fn a_form_and_an_address_carry_parameters_as_well() {
    let server = Server::start().await;
    let url = format!("{}?chat_id={AN}", server.address("sendMessage"));
    let sent = server.client.post(url).form(&[("text", "76,7 tỷ")]).send().await.unwrap();
    assert_eq!(sent.status(), 200);
    assert_eq!(server.world().last(AN).unwrap().text, "76,7 tỷ");
    let params = &server.world().requests()[0].params;
    assert_eq!(params, &json!({ "chat_id": AN, "text": "76,7 tỷ" }));
    server.assert_clean();
}

#[tokio::test]
async fn an_edit_without_a_keyboard_takes_it_away() {
    let server = Server::start().await;
    let keyboard = json!({ "inline_keyboard": [[{ "text": "a", "callback_data": "a" }], [{ "text": "b", "callback_data": "b" }]] });
    let sent = server
        .ok("sendMessage", json!({ "chat_id": AN, "text": "?", "reply_markup": keyboard }))
        .await;
    let id = &sent["message_id"];
    assert_eq!(server.world().last(AN).unwrap().buttons.len(), 2);
    server.ok("editMessageReplyMarkup", json!({ "chat_id": AN, "message_id": id })).await;
    let seen = server.world().last(AN).unwrap();
    assert_eq!((seen.text.as_str(), seen.buttons.len()), ("?", 0));
    let reply = json!({ "chat_id": AN, "text": "đáp", "reply_parameters": { "message_id": id } });
    server.ok("sendMessage", reply).await;
    assert_eq!(server.world().last(AN).unwrap().reply_to, id.as_i64());
    server.assert_clean();
}
