//! Groups as boards: topics, the pinned message, a group that moves, is lost, or hides who asks.

use chrono::TimeDelta;
use serde_json::json;
use thidua::domain::ids::ChatId;
use thidua::outgoing::{Body, Outgoing};
use thidua::sandbox::Message;
use thidua::store;

use crate::world::{OFFICE, World, at, day, show};

const GROUP: i64 = -500;
const FORUM: i64 = -1_001_234_567_890;

fn says(from: i64, chat: i64, text: &'static str) -> impl FnOnce(&mut World) {
    move |world| {
        world.sandbox.world().say(from, chat, text);
    }
}

async fn bound(world: &mut World, group: i64) {
    world.sandbox.world().create_group(group, "Thi đua", &[OFFICE], false);
    world.sandbox.world().add_bot_to_group(group, OFFICE);
    world.settle().await;
    world.watch(group, says(OFFICE, group, "/lienket")).await.contains("bảng tin của 90 ngày");
}

fn status(world: &World, group: i64) -> Vec<Message> {
    let messages = world.sandbox.world().messages(group);
    messages
        .into_iter()
        .filter(|message| !message.deleted && message.text.starts_with("📌"))
        .collect()
}

/// How often somebody was told something.
fn told(world: &World, name: &str, part: &str) -> usize {
    world.sees(name).matches(part).count()
}

#[tokio::test]
async fn a_board_keeps_one_pinned_message_in_its_topic_up_to_date() {
    World::play(async |world| {
        let chats = world.sandbox.world().clone();
        chats.create_group(FORUM, "Diễn đàn", &[OFFICE], true);
        let topic = chats.create_topic(FORUM, "Thi đua");
        chats.add_bot_to_group(FORUM, OFFICE);
        world.settle().await;
        let link = |world: &mut World| {
            world.sandbox.world().say_in_topic(OFFICE, FORUM, topic, "/lienket@Thidua_bot");
        };
        world.watch(FORUM, link).await.contains("ngày thứ 1/90").contains("[Mở tin nhắn riêng]");
        let first = status(world, FORUM).pop().expect("a status message");
        assert_eq!((first.thread, first.pinned), (Some(topic), false));
        assert!(first.text.contains("17:00"), "{}", first.text);
        // Without the right to pin everything works, and the office hears once how to grant it.
        assert_eq!(told(world, "Thường trực", "Ghim tin nhắn"), 1);
        chats.promote_bot(FORUM, OFFICE);
        world.watch(FORUM, link).await;
        assert!(status(world, FORUM)[0].pinned);
        // A day later it is the same message with another text.
        world.advance(TimeDelta::days(1)).await;
        let second = status(world, FORUM).pop().expect("a status message");
        assert_eq!((second.id, second.pinned), (first.id, true));
        assert!(second.text.contains("ngày thứ 2/90"), "{}", second.text);
        // Deleted, it is posted and pinned anew in its topic.
        chats.delete(FORUM, first.id);
        world.restart().await;
        world.advance(TimeDelta::days(1)).await;
        let anew = status(world, FORUM);
        assert_eq!(anew.len(), 1);
        assert_ne!(anew[0].id, first.id);
        assert_eq!((anew[0].thread, anew[0].pinned), (Some(topic), true));
        // After the public post it names the week.
        world.advance_to(at(day(8), 9, 0)).await;
        assert!(status(world, FORUM)[0].text.contains("tuần 1, đăng ngày 03/10/2022"));
        let post = chats.messages(FORUM).into_iter().find(|post| post.text.contains("tuần 1:"));
        assert!(post.is_none_or(|post| post.thread == Some(topic)));
        assert_eq!(told(world, "Thường trực", "Ghim tin nhắn"), 1);
    })
    .await;
}

#[tokio::test]
async fn what_waits_for_a_group_follows_it_to_its_new_number() {
    World::play(async |world| {
        bound(world, GROUP).await;
        let now = thidua::clock::Clock::now(&*world.clock);
        let body = Body::Text {
            html: "Bài chờ đăng".to_owned(),
            keyboard: Vec::new(),
            thread: None,
            silent: false,
        };
        let mut post = Outgoing::notice(ChatId(GROUP), body, "waiting".to_owned());
        post.not_before = Some(now + TimeDelta::hours(1));
        let mut tx = world.store().begin().await.unwrap();
        store::outbox::put(&mut tx, &post, now).await.unwrap();
        tx.commit().await.unwrap();
        let new = world.sandbox.world().migrate(GROUP);
        world.settle().await;
        assert_eq!(status(world, new).len(), 1, "the new group has its own status message");
        world.advance_to(at(day(8), 9, 0)).await;
        let shown: Vec<String> = world.sandbox.world().messages(new).iter().map(show).collect();
        let shown = shown.join("\n");
        assert!(shown.contains("Bài chờ đăng"), "{shown}");
        assert!(shown.contains("90 ngày nước rút"), "{shown}");
        assert_eq!(told(world, "Thường trực", "không còn đăng được"), 0);
        // The other way round: only the answer to a post says that the group has moved.
        assert!(status(world, new)[0].text.contains("tuần 1"));
    })
    .await;
}

#[tokio::test]
async fn a_lost_board_is_told_to_the_office_once_and_not_tried_again() {
    World::play(async |world| {
        bound(world, GROUP).await;
        world.advance_to(at(day(8), 7, 0)).await;
        let before = world.sandbox.world().messages(GROUP).len();
        // The bot is muted while posts are on their way: the server knows before the bot does.
        let now = thidua::clock::Clock::now(&*world.clock);
        let mut tx = world.store().begin().await.unwrap();
        for number in 0..3 {
            let body = Body::Text {
                html: format!("Bài {number}"),
                keyboard: Vec::new(),
                thread: None,
                silent: false,
            };
            let post = Outgoing::notice(ChatId(GROUP), body, format!("post {number}"));
            store::outbox::put(&mut tx, &post, now).await.unwrap();
        }
        tx.commit().await.unwrap();
        world.sandbox.world().mute_bot(GROUP, OFFICE);
        world.advance_to(at(day(15), 9, 0)).await;
        assert_eq!(world.sandbox.world().messages(GROUP).len(), before);
        assert_eq!(told(world, "Thường trực", "không còn đăng được trong nhóm Thi đua"), 1);
        // Taken up again by the same command.
        world.sandbox.world().promote_bot(GROUP, OFFICE);
        world.settle().await;
        world.watch(GROUP, says(OFFICE, GROUP, "/lienket")).await.contains("bảng tin của");
        assert!(status(world, GROUP).iter().any(|message| message.pinned));
    })
    .await;
}

#[tokio::test]
async fn a_topic_that_is_gone_is_a_lost_board() {
    World::play(async |world| {
        let chats = world.sandbox.world().clone();
        chats.create_group(FORUM, "Diễn đàn", &[OFFICE], true);
        let topic = chats.create_topic(FORUM, "Thi đua");
        chats.promote_bot(FORUM, OFFICE);
        world.settle().await;
        chats.say_in_topic(OFFICE, FORUM, topic, "/lienket");
        world.settle().await;
        chats.delete_topic(FORUM, topic);
        world.advance_to(at(day(15), 9, 0)).await;
        assert_eq!(told(world, "Thường trực", "không còn đăng được trong nhóm Diễn đàn"), 1);
    })
    .await;
}

#[tokio::test]
async fn who_hides_behind_the_group_is_asked_to_speak_as_a_person() {
    World::play(async |world| {
        bound(world, GROUP).await;
        let anonymous = |text: &str, message: i64| {
            json!({ "message": {
                "message_id": message,
                "date": 1_664_154_000,
                "chat": { "id": GROUP, "type": "group", "title": "Thi đua" },
                "from": { "id": 1_087_968_824, "is_bot": true, "first_name": "Group" },
                "sender_chat": { "id": GROUP, "type": "group", "title": "Thi đua" },
                "text": text,
            }})
        };
        let command = anonymous("/lienket bo", 901);
        let reply = world.watch(GROUP, |world| world.sandbox.world().inject(command)).await;
        reply.contains("danh nghĩa nhóm").contains("ẩn danh").contains("[Mở tin nhắn riêng]");
        let talk = anonymous("chào các đồng chí", 902);
        let reply = world.watch(GROUP, |world| world.sandbox.world().inject(talk)).await;
        assert!(reply.messages.is_empty(), "{}", reply.text());
        // It unbound nothing.
        let store = world.store();
        let mut connection = store.read().await.unwrap();
        assert!(store::chats::board(&mut connection, ChatId(GROUP)).await.unwrap().is_some());
    })
    .await;
}

#[tokio::test]
async fn only_the_office_unbinds_a_group() {
    World::play(async |world| {
        world.joins("Chị Hoa", "unit_lead", "AB").await;
        bound(world, GROUP).await;
        let hoa = world.id("Chị Hoa");
        let refused = world.watch(GROUP, says(hoa, GROUP, "/lienket bo")).await;
        refused.contains("thường trực thực hiện").contains("không thuộc nhiệm vụ");
        assert_eq!(status(world, GROUP).len(), 1);
        world.watch(GROUP, says(OFFICE, GROUP, "/link off")).await.contains("Đã gỡ");
        assert_eq!(status(world, GROUP).len(), 0);
        world.watch(GROUP, says(OFFICE, GROUP, "/lienket bo")).await.contains("chưa gắn");
        let before = world.sandbox.world().messages(GROUP).len();
        world.advance_to(at(day(8), 9, 0)).await;
        assert_eq!(world.sandbox.world().messages(GROUP).len(), before);
    })
    .await;
}
