//! Several pictures at once: Monday's album of the leaders and the pictures asked for by a button,
//! when all goes well and when it does not.

use chrono::TimeDelta;
use thidua::sandbox::Fault;

use crate::world::{Reply, World, at, day};

/// A ward with an approved pledge, a leader, and the weeks up to a day behind them.
async fn town(world: &mut World, number: u32) {
    world.joins("Hoa", "unit_lead", "AB").await;
    world.joins("Chủ tịch", "leader", "").await;
    world.says("Hoa", "/dangky THUE 120 tỷ").await.contains("đang chờ");
    world.says("Thường trực", "/duyet tatca").await;
    world.presses("Thường trực", "Xác nhận").await;
    for closing in (7..number).step_by(7) {
        world.clock.set(at(day(closing), 18, 0));
        world.settle().await;
    }
}

/// What the leader sees on a Monday at 06:30.
async fn monday(world: &mut World, number: u32) -> Reply {
    world.clock.set(at(day(number), 6, 30));
    let leader = world.id("Chủ tịch");
    world.watch(leader, |_| {}).await
}

/// The next album goes wrong for both who are sent one: the office and the leader.
fn fail(world: &World, fault: Fault) {
    for _ in ["Thường trực", "Chủ tịch"] {
        world.sandbox.world().fail_next("sendMediaGroup", fault);
    }
}

fn pictures(reply: &Reply) -> usize {
    reply.messages.iter().filter(|message| message.photo.is_some()).count()
}

/// The media of every album asked for after the first so many requests: whether each picture came as bytes.
fn asked(world: &World, before: usize) -> Vec<Vec<bool>> {
    let requests = world.sandbox.world().requests().split_off(before);
    let albums = requests.iter().filter(|request| request.method == "sendMediaGroup");
    albums
        .map(|request| {
            let media = request.params["media"].as_array().unwrap();
            let bytes =
                |part: &serde_json::Value| part["media"].as_str().unwrap().starts_with("attach://");
            media.iter().map(bytes).collect()
        })
        .collect()
}

/// How much was asked of the server so far.
fn requests(world: &World) -> usize {
    world.sandbox.world().requests().len()
}

#[tokio::test]
async fn leaders_have_the_table_the_race_and_the_indicators_before_the_words() {
    World::play(async |world| {
        town(world, 29).await;
        let seen = monday(world, 29).await;
        let [table, race, indicators, words, brief] = seen.messages.as_slice() else {
            panic!("{}", seen.text())
        };
        let album = [table, race, indicators];
        assert!(album.iter().all(|message| message.photo.is_some()));
        assert!(table.album.is_some() && album.iter().all(|it| it.album == table.album));
        let caption = table.caption.as_deref().unwrap();
        assert!(caption.starts_with("Bảng thi đua tuần 4") && caption.contains("3 ảnh"));
        // One caption stands under the album; of several none would.
        assert_eq!((race.caption.as_ref(), indicators.caption.as_ref()), (None, None));
        assert!(words.text.starts_with("Bảng xếp hạng tuần 4") && words.photo.is_none());
        assert!(brief.button("Bảng xếp hạng").is_some() && brief.photo.is_none());
        let name = |message: &thidua::sandbox::Message| message.photo.clone().unwrap().file_name;
        assert!(name(race).starts_with("thu-hang-") && name(indicators).starts_with("chi-tieu-"));
    })
    .await;
}

#[tokio::test]
async fn there_is_no_race_before_there_are_places_in_two_weeks() {
    World::play(async |world| {
        town(world, 22).await;
        let seen = monday(world, 22).await;
        assert_eq!(pictures(&seen), 2, "{}", seen.text());
    })
    .await;
}

#[tokio::test]
async fn an_album_waits_as_long_as_it_is_told_and_comes_once() {
    World::play(async |world| {
        town(world, 29).await;
        fail(world, Fault::RetryAfter(3));
        assert_eq!(monday(world, 29).await.messages.len(), 0, "the words wait for it");
        world.restart().await;
        world.clock.set(at(day(29), 6, 30) + TimeDelta::seconds(4));
        let leader = world.id("Chủ tịch");
        let seen = world.watch(leader, |_| {}).await;
        assert_eq!((pictures(&seen), seen.messages.len()), (3, 5), "{}", seen.text());
    })
    .await;
}

#[tokio::test]
async fn an_album_that_nobody_answered_for_is_not_shown_twice() {
    World::play(async |world| {
        town(world, 29).await;
        fail(world, Fault::DropAfter);
        let before = requests(world);
        let seen = monday(world, 29).await;
        assert_eq!((pictures(&seen), seen.messages.len()), (3, 5), "{}", seen.text());
        world.advance(TimeDelta::minutes(10)).await;
        assert_eq!(asked(world, before).len(), 2);
        // What may not have arrived either: the words have, and the button draws it again.
        fail(world, Fault::DropBefore);
        world.advance_to(at(day(35), 18, 0)).await;
        let seen = monday(world, 36).await;
        assert_eq!((pictures(&seen), seen.messages.len()), (0, 2), "{}", seen.text());
    })
    .await;
}

#[tokio::test]
async fn a_refused_album_does_not_hold_up_the_words_and_a_broken_server_is_tried_again() {
    World::play(async |world| {
        town(world, 29).await;
        fail(world, Fault::Status(400));
        let seen = monday(world, 29).await;
        assert_eq!((pictures(&seen), seen.messages.len()), (0, 2), "{}", seen.text());
        seen.contains("Bảng xếp hạng tuần 4").contains("[Bảng xếp hạng]");
        world.advance_to(at(day(35), 18, 0)).await;
        fail(world, Fault::Status(502));
        assert_eq!(monday(world, 36).await.messages.len(), 0);
        world.clock.set(at(day(36), 6, 31));
        let leader = world.id("Chủ tịch");
        let seen = world.watch(leader, |_| {}).await;
        assert_eq!((pictures(&seen), seen.messages.len()), (3, 5), "{}", seen.text());
    })
    .await;
}

#[tokio::test]
async fn what_telegram_has_is_neither_drawn_nor_uploaded_again() {
    World::play(async |world| {
        town(world, 29).await;
        let before = requests(world);
        monday(world, 29).await;
        world.says("Chủ tịch", "/xephang tuần 4").await.contains("[🖼 Xem ảnh]");
        let shown = world.presses("Chủ tịch", "🖼 Xem ảnh").await;
        shown.contains("Ảnh ở ngay dưới đây (2)").contains("(ảnh) Bảng xếp hạng");
        // The two were in Monday's album already.
        assert_eq!(asked(world, before), [vec![true; 3], vec![true; 3], vec![false; 2]]);
        world.restart().await;
        world.says("Chủ tịch", "/ranking picture week 4").await.contains("(2)");
        assert_eq!(asked(world, before)[3], [false; 2]);
    })
    .await;
}

#[tokio::test]
async fn bytes_that_telegram_has_are_let_go_and_the_picture_can_be_sent_again() {
    World::play(async |world| {
        town(world, 29).await;
        monday(world, 29).await;
        // The files of the pictures of a day, and how much of them is here.
        let kept = async |world: &World, number: u32| {
            let url = world.database();
            let mut database =
                <sqlx::SqliteConnection as sqlx::Connection>::connect(&url).await.unwrap();
            let size = "SELECT count(*), coalesce(sum(length(bytes)), 0) FROM artifact \
                        WHERE file_id IS NOT NULL AND created_at BETWEEN ? AND ?";
            sqlx::query_as::<_, (i64, i64)>(size)
                .bind(at(day(number), 0, 0).timestamp_millis())
                .bind(at(day(number), 23, 59).timestamp_millis())
                .fetch_one(&mut database)
                .await
                .unwrap()
        };
        let (files, bytes) = kept(world, 29).await;
        assert!(files == 3 && bytes > 30_000, "{files} files of {bytes} bytes");
        world.advance_to(at(day(35), 23, 0)).await;
        assert_eq!(kept(world, 29).await, (3, bytes), "six days later they are still there");
        world.advance_to(at(day(37), 23, 0)).await;
        assert_eq!(kept(world, 29).await, (3, 0));
        let (files, bytes) = kept(world, 36).await;
        assert!(files == 3 && bytes > 30_000, "this Monday's are new: {bytes}");
        let before = requests(world);
        world.says("Thường trực", "/xephang tuần 4").await;
        world.presses("Thường trực", "🖼 Xem ảnh").await.contains("(2)").contains("(ảnh)");
        assert_eq!(asked(world, before), [[false; 2]]);
    })
    .await;
}

#[tokio::test]
async fn a_number_that_telegram_does_not_know_is_forgotten() {
    World::play(async |world| {
        town(world, 29).await;
        monday(world, 29).await;
        let lose = async |world: &World, also: &str| {
            let url = world.database();
            let mut database =
                <sqlx::SqliteConnection as sqlx::Connection>::connect(&url).await.unwrap();
            let lost = format!("UPDATE artifact SET file_id = 'another bot''s'{also}");
            sqlx::query(sqlx::AssertSqlSafe(lost)).execute(&mut database).await.unwrap();
        };
        lose(world, "").await;
        let before = requests(world);
        let shown = world.says("Chủ tịch", "/xephang anh tuần 4").await;
        assert_eq!(pictures(&shown), 2, "{}", shown.text());
        assert_eq!(asked(world, before), [[false; 2], [true; 2]]);
        // Without bytes there is nothing to send; the next time it is drawn anew.
        lose(world, ", bytes = x''").await;
        let shown = world.says("Chủ tịch", "/xephang anh tuần 4").await;
        assert_eq!(pictures(&shown), 0, "{}", shown.text());
        let shown = world.says("Chủ tịch", "/xephang anh tuần 4").await;
        assert_eq!(pictures(&shown), 2, "{}", shown.text());
        assert_eq!(world.sandbox.world().take_violations().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_member_is_drawn_what_the_words_say() {
    World::play(async |world| {
        town(world, 29).await;
        world.says("Hoa", "/xephang").await.contains("[🖼 Xem ảnh]").contains("hạng ");
        let own = world.presses("Hoa", "🖼 Xem ảnh").await;
        own.contains("(ảnh) Bảng xếp hạng");
        let full = world.says("Chủ tịch", "/xephang ảnh").await;
        assert_ne!(
            own.messages.iter().find_map(|message| message.photo.clone()).unwrap().bytes,
            full.messages.iter().find_map(|message| message.photo.clone()).unwrap().bytes,
        );
    })
    .await;
}

#[tokio::test]
async fn the_last_days_stay_secret_on_pictures() {
    World::play(async |world| {
        town(world, 85).await;
        world.clock.set(at(day(85), 9, 0));
        world.settle().await;
        let before = world.says("Hoa", "/xephang anh").await;
        world.says("Hoa", "/xephang anh tuần 12").await.contains("chưa được công khai");
        let leader = world.says("Chủ tịch", "/xephang anh").await;
        // Something happens in the last days: leaders see it, the member sees the same as before.
        world.says("Hoa", "/capnhat THUE 119 tỷ").await;
        world.presses("Hoa", "Xác nhận").await;
        let after = world.says("Hoa", "/xephang anh").await;
        let ids = |reply: &Reply| -> Vec<String> {
            reply
                .messages
                .iter()
                .filter_map(|message| message.photo.clone())
                .map(|photo| photo.file_name)
                .collect()
        };
        assert!(ids(&before).len() == 2 && ids(&before) == ids(&after), "{:?}", ids(&after));
        let later = world.says("Chủ tịch", "/xephang anh").await;
        assert_ne!(ids(&leader)[0], ids(&later)[0]);
        assert_ne!(ids(&before)[1], ids(&leader)[1], "the weeks of the freeze are for leaders");
    })
    .await;
}

#[tokio::test]
async fn the_brief_is_drawn_with_the_figures_of_its_message() {
    World::play(async |world| {
        town(world, 29).await;
        world.joins("Thuế", "verifier", "CCT").await;
        world.says("Chủ tịch", "/giaoban").await.contains("[🖼 Xem ảnh]");
        let first = world.presses("Chủ tịch", "🖼 Xem ảnh").await;
        let id = |reply: &Reply| reply.messages.iter().find_map(|it| it.photo.clone()).unwrap();
        world.clock.set(at(day(29), 9, 0));
        world.says("Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Thuế", "/thamdinh 1 ok").await;
        // The old message is drawn as it stands, a new one as it is now.
        let again = world.presses("Chủ tịch", "🖼 Xem ảnh").await;
        assert_eq!(id(&first).file_id, id(&again).file_id);
        world.clock.set(at(day(29), 10, 0));
        let now = world.says("Chủ tịch", "/giaoban anh").await;
        assert_ne!(id(&first).bytes, id(&now).bytes);
        world.says("Hoa", "/giaoban anh").await.lacks("ảnh)");
    })
    .await;
}

#[tokio::test]
async fn before_there_is_anything_to_draw_it_says_so() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.says("Hoa", "/xephang").await.lacks("Xem ảnh");
        // Asked for all the same, the picture says what the words say.
        world.says("Hoa", "/xephang anh").await.contains("(1)").contains("(ảnh)");
        world.says("Hoa", "/xephang anh tuần 3").await.contains("chưa chốt");
    })
    .await;
}
