//! What is kept about people: shown, given, taken away by themselves and by time.

use chrono::TimeDelta;
use thidua::store;
use thidua::telegram::api::Api;

use crate::world::{OFFICE, World, at, day};

async fn rows(world: &mut World, part: &str) -> i64 {
    // Every text that may hold a name; the log itself holds none of them.
    let store = world.store();
    let mut connection = store.read().await.unwrap();
    let mut found = 0;
    for query in [
        "SELECT count(*) FROM person WHERE instr(name, ?) > 0",
        "SELECT count(*) FROM invite WHERE instr(name, ?) > 0",
        "SELECT count(*) FROM flow WHERE instr(state, ?) > 0",
        "SELECT count(*) FROM fact WHERE instr(body, ?) > 0",
    ] {
        let count: i64 =
            sqlx::query_scalar(query).bind(part).fetch_one(&mut *connection).await.unwrap();
        found += count;
    }
    found
}

/// Messages kept for one chat that hold a text.
async fn kept(world: &mut World, chat: i64, part: &str) -> i64 {
    let store = world.store();
    let mut connection = store.read().await.unwrap();
    sqlx::query_scalar("SELECT count(*) FROM outbox WHERE chat_id = ? AND instr(body, ?) > 0")
        .bind(chat)
        .bind(part)
        .fetch_one(&mut *connection)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_person_takes_their_data_away_and_is_forgotten() {
    World::play(async |world| {
        let joined = world.joins("Nguyễn Thị Hoa", "unit_lead", "AB").await;
        joined.contains("Về dữ liệu của đồng chí").contains("/toi");
        world.says("Nguyễn Thị Hoa", "/dangky THUE 120").await;
        world.says("Nguyễn Thị Hoa", "/capnhat THUE 60 thu tại chợ").await;
        let sent = world.says("Nguyễn Thị Hoa", "/toi dulieu").await;
        let file = sent.messages.iter().find_map(|one| one.document.clone()).expect("a file");
        let api = Api::new(world.sandbox.token(), Some(&world.sandbox.url()), None).unwrap();
        let bytes = api.download(&file.file_id, 1_000_000).await.unwrap();
        let data: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(data["name"], "Nguyễn Thị Hoa");
        assert_eq!(data["roles"][0]["unit"], "AB");
        assert_eq!(data["reminders"]["quiet_from_minute"], 1260);
        assert_eq!(data["facts"][1]["content"]["reported"]["note"], "thu tại chợ");
        let hoa = world.id("Nguyễn Thị Hoa");
        world.says("Thường trực", "/moi observer Nguyễn Thị Hoa").await;
        world.says("Nguyễn Thị Hoa", "/toi xoa").await.contains("Xoá dữ liệu");
        world.restart().await;
        world.presses("Nguyễn Thị Hoa", "Xác nhận").await.contains("Đã xoá dữ liệu");
        assert_eq!(rows(world, "Nguyễn Thị Hoa").await, 0);
        assert_eq!(kept(world, hoa, "thu tại chợ").await, 0);
        assert_eq!(kept(world, hoa, "Nguyễn Thị Hoa").await, 0);
        // The figures stand, without a name; the chain is checked by `finish`.
        let history = world.says("Thường trực", "/lichsu AB THUE").await;
        history.contains("60").lacks("Nguyễn Thị Hoa");
        world.says("Thường trực", "/moi thu").await.contains("Không còn lời mời");
        world.says("Nguyễn Thị Hoa", "/camket").await.contains("chưa tham gia");
    })
    .await;
}

#[tokio::test]
async fn the_only_office_member_neither_erases_nor_leaves() {
    World::play(async |world| {
        world.says("Thường trực", "/toi xoa").await.contains("thường trực duy nhất");
        let refused = world.says("Thường trực", "/toi roi").await;
        refused.contains("Chỉ còn một thường trực").contains("/moi thường trực");
    })
    .await;
}

#[tokio::test]
async fn a_person_leaves_a_campaign_by_themself() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.says("Hoa", "/capnhat THUE 60").await;
        world.says("Hoa", "/toi").await.contains("[Rời đợt thi đua này]");
        let ask = world.presses("Hoa", "Rời đợt thi đua này").await;
        ask.contains("Trưởng đơn vị · An Biên");
        world.restart().await;
        world.presses("Hoa", "Xác nhận").await.contains("đã rời 90 ngày nước rút");
        let told = world.sees("Thường trực");
        assert!(told.contains("Hoa đã rời đợt thi đua (An Biên)"), "{told}");
        world.says("Hoa", "/camket").await.contains("chưa tham gia");
        world.says("Thường trực", "/lichsu AB THUE").await.contains("Hoa");
        // Leaving is no erasure: the data are still theirs to see.
        world.says("Hoa", "/toi dulieu").await.contains("việc đã ghi");
    })
    .await;
}

#[tokio::test]
async fn who_left_and_who_never_joined_are_forgotten_in_their_time_and_the_operator_is_not() {
    World::play(async |world| {
        let known = async |world: &mut World, account: i64| {
            let store = world.store();
            let mut connection = store.read().await.unwrap();
            let person = store::people::by_telegram(&mut connection, account).await.unwrap();
            person.map(|person| person.id)
        };
        world.joins("Hoa", "unit_lead", "AB").await;
        world.says("Hoa", "/toi roi").await;
        world.presses("Hoa", "Xác nhận").await.contains("đã rời");
        world.meet("Người lạ", 7000);
        world.says("Người lạ", "/start").await;
        let (hoa, operator) = (world.id("Hoa"), known(world, OFFICE).await);
        let start = day(1);
        for (date, left, met) in [
            (start + TimeDelta::days(365), true, true),
            (start + TimeDelta::days(366), true, false),
            (day(90) + TimeDelta::days(365), true, false),
            (day(90) + TimeDelta::days(366), false, false),
        ] {
            // Earlier in the day than the hour in which all this began.
            world.clock.set(at(date, 7, 0));
            world.settle().await;
            assert_eq!(known(world, hoa).await.is_some(), left, "on {date}");
            assert_eq!(known(world, 7000).await.is_some(), met, "on {date}");
        }
        world.says("Thường trực", "/camket").await;
        world.clock.set(at(day(90) + TimeDelta::days(367), 9, 0));
        world.settle().await;
        assert_eq!(known(world, OFFICE).await, operator);
    })
    .await;
}

#[tokio::test]
async fn names_are_taken_away_a_year_after_the_end() {
    World::play(async |world| {
        world.joins("Nguyễn Thị Hoa", "unit_lead", "AB").await;
        world.says("Nguyễn Thị Hoa", "/capnhat THUE 60").await;
        world.says("Nguyễn Thị Hoa", "/dangky THUE 120").await;
        world.says("Thường trực", "/moi leader Trần Văn Nam").await;
        let end = day(90);
        let on = |days: i64| at(end + TimeDelta::days(days), 9, 0);
        for (days, told, left) in [(334, 0, 1), (335, 1, 1), (340, 1, 1), (365, 1, 1), (366, 1, 0)]
        {
            world.clock.set(on(days));
            world.settle().await;
            let notices = world.sees("Thường trực").matches("được giữ đến hết ngày").count();
            assert_eq!(notices, told, "after {days} days");
            let store = world.store();
            let mut connection = store.read().await.unwrap();
            let hoa = world.id("Nguyễn Thị Hoa");
            let person = store::people::by_telegram(&mut connection, hoa).await.unwrap();
            assert_eq!(i32::from(person.is_some()), left, "after {days} days");
        }
        assert_eq!(rows(world, "Nguyễn Thị Hoa").await, 0);
        assert_eq!(rows(world, "Trần Văn Nam").await, 0, "who never took the link up");
        assert_eq!(kept(world, OFFICE, "Nguyễn Thị Hoa").await, 0, "in what others were told");
        // The configuration's own account can still read what happened.
        assert!(world.sandbox.world().messages(OFFICE).len() > 3);
        world.says("Thường trực", "/lichsu AB THUE").await.contains("60");
    })
    .await;
}
