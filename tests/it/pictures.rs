//! Monday's pictures: what groups and leaders see, and that the words come with or without them.

use thidua::sandbox::Fault;

use crate::world::{OFFICE, Reply, World, at, day};

const GROUP: i64 = -100_701;
const OTHER: i64 = -100_702;

/// Two wards, a leader, and two groups that are boards.
async fn town(world: &mut World) {
    world.joins("Hoa", "unit_lead", "AB").await;
    world.joins("Chủ tịch", "leader", "").await;
    world.says("Hoa", "/dangky THUE 120 tỷ").await.contains("đang chờ");
    world.says("Thường trực", "/duyet tatca").await;
    world.presses("Thường trực", "Xác nhận").await;
    for group in [GROUP, OTHER] {
        world.sandbox.world().create_group(group, "Thi đua", &[OFFICE], false);
        world.watch(group, |world| world.sandbox.world().add_bot_to_group(group, OFFICE)).await;
        world
            .watch(group, |world| {
                world.sandbox.world().say(OFFICE, group, "/lienket");
            })
            .await;
    }
}

async fn wake(world: &mut World, number: u32, hour: u32, minute: u32) {
    world.clock.set(at(day(number), hour, minute));
    world.settle().await;
}

async fn on(world: &mut World, chat: i64, number: u32, hour: u32, minute: u32) -> Reply {
    world.clock.set(at(day(number), hour, minute));
    let mut seen = world.watch(chat, |_| {}).await;
    // The pinned message that says how the campaign stands is not what was posted.
    seen.messages.retain(|message| !message.text.starts_with("📌"));
    seen
}

/// The width of a PNG.
fn width(bytes: &[u8]) -> u32 {
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    u32::from_be_bytes(bytes[16..20].try_into().unwrap())
}

#[tokio::test]
async fn groups_see_the_table_with_the_words_under_it() {
    World::play(async |world| {
        town(world).await;
        wake(world, 21, 18, 0).await;
        let leader = world.id("Chủ tịch");
        let morning = on(world, leader, 22, 6, 30).await;
        let table = &morning.messages[0];
        assert_eq!(width(&table.photo.as_ref().unwrap().bytes), 1080);
        morning.contains("(ảnh) Bảng thi đua tuần 3").contains("An Dương");
        world.restart().await;
        let seen = on(world, GROUP, 22, 7, 30).await;
        let [post] = seen.messages.as_slice() else { panic!("{}", seen.text()) };
        let picture = post.photo.clone().unwrap();
        assert_eq!(width(&picture.bytes), 1080);
        assert!(post.caption.as_deref().unwrap().starts_with("Tin thi đua tuần 3"));
        // The leaders' table is another picture; the other group has the same, with the same words.
        assert_ne!(picture.bytes, table.photo.as_ref().unwrap().bytes);
        let other = world.sandbox.world().last(OTHER).unwrap();
        assert_eq!(other.photo.unwrap().bytes, picture.bytes);
        assert_eq!(other.caption, post.caption);
    })
    .await;
}

#[tokio::test]
async fn words_too_long_for_a_caption_follow_the_picture() {
    let mut definition = crate::world::small();
    let model = definition.indicators[0].clone();
    for number in 1..=12 {
        let code = thidua::domain::ids::IndicatorCode::new(&format!("X{number}"));
        let mut given = definition.assignments[0].clone();
        given.indicator = code.clone();
        definition.assignments.push(given);
        let name = format!("{} số {number} {}", model.name, "của toàn thành phố ".repeat(4));
        definition.indicators.push(thidua::domain::campaign::Indicator {
            code,
            name,
            ..model.clone()
        });
    }
    World::play_in(definition, async |world| {
        town(world).await;
        wake(world, 7, 18, 0).await;
        wake(world, 8, 6, 30).await;
        let seen = on(world, GROUP, 8, 7, 30).await;
        let [picture, words] = seen.messages.as_slice() else { panic!("{}", seen.text()) };
        assert!(picture.photo.is_some() && words.photo.is_none());
        let caption = picture.caption.as_deref().unwrap();
        assert!(caption.contains("tin nhắn bằng chữ ngay dưới đây"), "{caption}");
        assert!(words.text.starts_with("Tin thi đua tuần 1") && words.text.contains("số 12"));
    })
    .await;
}

#[tokio::test]
async fn a_group_that_takes_no_pictures_has_the_words() {
    World::play(async |world| {
        town(world).await;
        wake(world, 22, 6, 30).await;
        for _ in [GROUP, OTHER] {
            world.sandbox.world().fail_next("sendPhoto", Fault::Status(400));
        }
        let seen = on(world, GROUP, 22, 7, 30).await;
        let [post] = seen.messages.as_slice() else { panic!("{}", seen.text()) };
        assert!(post.photo.is_none() && post.text.starts_with("Tin thi đua tuần 3"));
        // The group is no lost board for that.
        let next = on(world, GROUP, 29, 7, 30).await;
        next.contains("(ảnh) Tin thi đua tuần 4");
    })
    .await;
}
