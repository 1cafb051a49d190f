//! What is late climbs from whoever owes it to the leaders: once a step, never by night, and not a
//! step further once it is done.

use crate::world::{World, at, day};

/// A ward with a reporter and a head, a department without a head, the office and a leader.
async fn town(world: &mut World) {
    world.joins("Hoa", "unit_lead", "AB").await;
    world.joins("An", "reporter", "AB").await;
    world.joins("Thuế", "verifier", "CCT").await;
    world.joins("Chủ tịch", "leader", "").await;
}

const PEOPLE: [&str; 5] = ["An", "Hoa", "Thuế", "Thường trực", "Chủ tịch"];

/// Who is told of `what` in a message of its own at eight on each day of a stretch.
async fn mornings(
    world: &mut World,
    days: std::ops::RangeInclusive<u32>,
    what: &str,
) -> Vec<String> {
    let mut told = Vec::new();
    for number in days {
        let mut before = Vec::new();
        for person in PEOPLE {
            before.push(world.sees(person).len());
        }
        world.clock.set(at(day(number), 8, 0));
        world.settle().await;
        for (person, before) in PEOPLE.into_iter().zip(before) {
            if world.sees(person)[before..].contains(what) {
                told.push(format!("{} {person}", day(number).format("%d/%m")));
            }
        }
    }
    told
}

#[tokio::test]
async fn a_late_directive_climbs_to_the_leader_and_no_step_is_taken_twice() {
    World::play(async |world| {
        town(world).await;
        world.says("Chủ tịch", "/chidao AB 05/10/2022 Dọn vỉa hè").await.contains("#1");
        let told = mornings(world, 2..=20, "#1 An Biên: Dọn vỉa hè").await;
        assert_eq!(
            told,
            [
                "04/10 An",
                "04/10 Hoa",
                "05/10 An",
                "05/10 Hoa",
                "06/10 Hoa",
                "10/10 Thường trực",
                "12/10 Chủ tịch"
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn the_ladder_stops_the_moment_it_is_done_and_goes_on_when_it_is_sent_back() {
    World::play(async |world| {
        town(world).await;
        world.says("Chủ tịch", "/chidao AB 05/10/2022 Dọn vỉa hè").await;
        assert_eq!(mornings(world, 2..=14, "Dọn vỉa hè").await.last().unwrap(), "06/10 Hoa");
        world.says("Hoa", "/chidao 1 xong đã dọn").await;
        assert_eq!(mornings(world, 15..=16, "Dọn vỉa hè").await, [""; 0]);
        world.says("Chủ tịch", "/chidao 1 tra chưa sạch").await;
        assert_eq!(mornings(world, 17..=19, "Dọn vỉa hè").await, ["12/10 Chủ tịch"]);
    })
    .await;
}

#[tokio::test]
async fn a_late_answer_goes_from_the_asked_to_the_office_and_the_leader() {
    World::play(async |world| {
        town(world).await;
        world.says("Hoa", "/vuongmac THUE nợ đọng").await;
        world.says("Thường trực", "/vuongmac 1 giao CCT 29/09/2022").await;
        let told = mornings(world, 2..=12, "#1 An Biên: nợ đọng").await;
        // The department has no head: the step that is the head's goes to everyone there.
        assert_eq!(
            told,
            ["28/09 Thuế", "29/09 Thuế", "30/09 Thuế", "04/10 Thường trực", "06/10 Chủ tịch"]
        );
    })
    .await;
}

#[tokio::test]
async fn an_obstacle_that_nobody_was_asked_about_comes_back_to_the_office() {
    World::play(async |world| {
        town(world).await;
        world.says("Hoa", "/vuongmac THUE nợ đọng").await;
        let told = mornings(world, 2..=9, "cần giao trước hết ngày").await;
        assert_eq!(told, ["27/09 Thường trực", "30/09 Thường trực", "04/10 Chủ tịch"]);
    })
    .await;
}

#[tokio::test]
async fn a_report_that_never_came_climbs_and_one_that_came_late_does_not() {
    World::play(async |world| {
        town(world).await;
        world.says("Hoa", "/dangky THUE 120 tỷ").await;
        world.says("Hoa", "/dangky NO 5 tỷ").await;
        world.says("Thường trực", "/duyet tatca").await;
        world.presses("Thường trực", "Xác nhận").await;
        // Week 2 closes on Friday 7/10; Monday is day 15.
        let told = mornings(world, 8..=15, "chưa có báo cáo tuần 2").await;
        assert_eq!(told, ["10/10 Hoa"]);
        world.says("An", "/capnhat THUE 60 tỷ").await.contains("#1");
        let told = mornings(world, 16..=19, "chưa có báo cáo tuần 2").await;
        assert_eq!(told, ["12/10 Thường trực", "14/10 Chủ tịch"]);
        let leader = world.sees("Chủ tịch");
        assert!(leader.contains("Nợ thuế (An Biên): chưa có báo cáo tuần 2"), "{leader}");
        assert!(!leader.contains("Thu thuế (An Biên): chưa có báo cáo tuần 2"), "{leader}");
    })
    .await;
}

#[tokio::test]
async fn everything_of_a_morning_comes_in_one_message() {
    World::play(async |world| {
        town(world).await;
        world.says("Hoa", "/dangky THUE 120 tỷ 30/09/2022").await;
        world.says("Thường trực", "/duyet 1 ok").await;
        world.says("Chủ tịch", "/chidao AB 29/09/2022 Dọn vỉa hè").await;
        world.says("Hoa", "/vuongmac NO khó đòi").await;
        world.says("Thường trực", "/vuongmac 1 giao lanhdao 30/09/2022").await;
        let hoa = world.id("Hoa");
        world.clock.set(at(day(4), 7, 59));
        world.settle().await;
        world.clock.set(at(day(5), 8, 0));
        insta::assert_snapshot!(world.watch(hoa, |_| {}).await.text(), @r"
        Việc chỉ đạo:
        • #1 An Biên: Dọn vỉa hè – quá hạn 1 ngày (hạn 29/09/2022)

        Nhắc hạn cam kết:
        • Thu thuế (An Biên): đến hạn hôm nay (30/09/2022)

        Nếu có vướng mắc, đồng chí nêu ngay, trước hạn: /vuongmac
        [Xem các cam kết]
        [Việc chỉ đạo]
        ");
        let sent = world.sandbox.world().messages(world.id("Chủ tịch"));
        assert!(
            sent.last().unwrap().text.contains("#1 An Biên: khó đòi – Lãnh đạo, đến hạn hôm nay")
        );
    })
    .await;
}

#[tokio::test]
async fn nobody_is_called_by_night_and_a_missed_step_is_told_once_the_program_is_up() {
    World::play(async |world| {
        town(world).await;
        world.says("Chủ tịch", "/chidao AB 05/10/2022 Dọn vỉa hè").await;
        let told = mornings(world, 2..=10, "Dọn vỉa hè").await;
        assert_eq!(told.last().unwrap(), "05/10 Hoa");
        // Down from Wednesday noon until Thursday night: nobody is called by night.
        world.restart().await;
        world.clock.set(at(day(11), 23, 0));
        let hoa = world.id("Hoa");
        assert_eq!(world.watch(hoa, |_| {}).await.text(), "");
        // Friday morning: what fell on the Thursday is told, once.
        let told = mornings(world, 12..=14, "#1 An Biên: Dọn vỉa hè").await;
        assert_eq!(told, ["07/10 Hoa"]);
        // Down over the office's day; the leader's is still to come, and the office is not left out.
        world.restart().await;
        let told = mornings(world, 17..=19, "#1 An Biên: Dọn vỉa hè").await;
        assert_eq!(told, ["12/10 Thường trực", "12/10 Chủ tịch"]);
    })
    .await;
}

#[tokio::test]
async fn whoever_paused_reminders_hears_nothing() {
    World::play(async |world| {
        town(world).await;
        world.says("Chủ tịch", "/chidao AB 28/09/2022 Dọn vỉa hè").await;
        world.says("An", "/nhacnho tạm dừng 3 ngày").await;
        let told = mornings(world, 2..=3, "#1 An Biên: Dọn vỉa hè").await;
        assert_eq!(told, ["27/09 Hoa", "28/09 Hoa"]);
    })
    .await;
}

#[tokio::test]
async fn a_campaign_may_set_the_days_of_its_ladder() {
    let mut definition = crate::world::small();
    definition.rhythm.head_days = 2;
    definition.rhythm.office_days = 2;
    definition.rhythm.leader_days = 4;
    definition.rhythm.remind_days = 2;
    World::play_in(definition, async |world| {
        town(world).await;
        world.says("Chủ tịch", "/chidao AB 05/10/2022 Dọn vỉa hè").await;
        let told = mornings(world, 2..=20, "#1 An Biên: Dọn vỉa hè").await;
        assert_eq!(
            told,
            [
                "03/10 An",
                "03/10 Hoa",
                "05/10 An",
                "05/10 Hoa",
                "07/10 Hoa",
                "07/10 Thường trực",
                "11/10 Chủ tịch"
            ]
        );
    })
    .await;
}
