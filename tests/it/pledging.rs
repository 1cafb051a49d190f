//! Pledges: made, waiting, approved, returned, replaced, withdrawn; and weeks excused.

use thidua::clock::Clock as _;
use thidua::domain::campaign::Definition;
use thidua::domain::fact::What;
use thidua::domain::ids::UnitCode;
use thidua::store;

use crate::world::{World, at, day, small};

/// Two people of An Biên and one of An Dương.
async fn units(world: &mut World) {
    world.joins("Hoa", "unit_lead", "AB").await;
    world.joins("Lan", "reporter", "AB").await;
    world.joins("Dũng", "unit_lead", "AD").await;
}

/// The kinds of the facts about a unit, in order.
async fn kinds(world: &mut World, unit: &str) -> Vec<&'static str> {
    let mut connection = world.store().read().await.unwrap();
    let campaign = store::campaigns::by_code(&mut connection, "TD90").await.unwrap().unwrap();
    let facts = store::log::of_campaign(&mut connection, campaign).await.unwrap();
    let unit = UnitCode::new(unit);
    facts.iter().filter(|fact| fact.what.unit() == Some(&unit)).map(|f| f.what.kind()).collect()
}

#[tokio::test]
async fn a_pledge_in_one_line_waits_and_the_office_hears_of_it() {
    World::play(async |world| {
        units(world).await;
        world
            .says("Hoa", "/dangky thue 120 tỷ 20/12/2022")
            .await
            .contains("Đã ghi đăng ký #1")
            .contains("120 tỷ đồng, hạn 20/12/2022");
        assert!(world.sees("Thường trực").contains("Đăng ký mới #1 của An Biên"));
        world.says("Lan", "/dangky NO 5").await.contains("#2").contains("hạn 24/12/2022");
        world
            .says("Hoa", "/camket")
            .await
            .contains("#1 chờ duyệt: 120 tỷ đồng")
            .contains("[Rút #1]");
        assert_eq!(kinds(world, "AB").await, ["pledged", "pledged"]);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_pledged_is_refused_with_a_way_on() {
    World::play_in(unassigned(), async |world| {
        units(world).await;
        for (line, answer) in [
            ("/dangky TUHE 120", "muốn viết THUE"),
            ("/dangky THUE +20", "không có dấu +"),
            ("/dangky THUE 40", "tốt hơn mức xuất phát 40 tỷ đồng"),
            ("/dangky THUE 120 25/12/2022", "sau ngày cuối"),
            ("/dangky THUE 120 25/9/2022", "đã qua"),
            ("/dangky THUE 120 31/11/2022", "Không có ngày"),
            ("/dangky CCHC 60", "tốt hơn mức xuất phát"),
            ("/dangky NO 5", "chưa giao cho đơn vị"),
            ("/dangky NO", "chưa giao cho đơn vị"),
            ("/dangky DUONG 2", "đủ 3 mốc"),
            ("/dangky DON 5 tỷ", "theo %"),
        ] {
            world.says("Hoa", line).await.contains(answer);
        }
        assert!(kinds(world, "AB").await.is_empty());
        world.says("Thường trực", "/dangky THUE 120").await.contains("không báo cáo cho đơn vị");
    })
    .await;
}

/// The small campaign, in which nobody was given `NO`.
fn unassigned() -> Definition {
    let mut definition = small();
    definition.assignments.retain(|given| given.indicator.as_str() != "NO");
    definition
}

#[tokio::test]
async fn below_the_assignment_a_reason_is_asked_for_and_shown_to_the_office() {
    World::play(async |world| {
        units(world).await;
        world
            .says("Hoa", "/dangky THUE 100 tỷ")
            .await
            .contains("thấp hơn chỉ tiêu giao 120 tỷ đồng");
        world.says("Hoa", "Doanh nghiệp lớn chuyển đi").await.contains("#1").contains("Thấp hơn");
        world.says("Dũng", "/dangky THUE 119 20/12 thiếu nguồn").await.contains("#2");
        let queue = world.says("Thường trực", "/duyet").await;
        queue
            .contains("Chờ duyệt 1/2")
            .contains("#1 · An Biên")
            .contains("Thấp hơn chỉ tiêu giao")
            .contains("Lý do: Doanh nghiệp lớn chuyển đi")
            .contains("Kế hoạch thành phố: 110 tỷ đồng")
            .contains("[Duyệt] [Trả lại]");
        let message = queue.last().id;
        let next = world.presses("Thường trực", "Duyệt").await;
        assert_eq!(next.last().id, message, "the queue is one message");
        next.contains("Đã duyệt #1").contains("#2 · An Dương");
        assert!(world.sees("Hoa").contains("Đăng ký #1 đã được duyệt"));
        assert!(world.sees("Lan").contains("Đăng ký #1 đã được duyệt"));
        assert!(!world.sees("Dũng").contains("đã được duyệt"));
    })
    .await;
}

#[tokio::test]
async fn a_figure_with_two_readings_and_one_far_too_high_are_asked_about() {
    World::play(async |world| {
        units(world).await;
        let asked = world.says("Hoa", "/dangky THUE 1.234").await;
        asked.contains("[1,234 tỷ đồng]").contains("[1.234 tỷ đồng]");
        world.presses("Hoa", "1.234 tỷ").await.contains("Vượt 150% chỉ tiêu giao");
        assert!(kinds(world, "AB").await.is_empty());
        world.presses("Hoa", "Xác nhận").await.contains("Đã ghi đăng ký #1").contains("1.234 tỷ");
    })
    .await;
}

#[tokio::test]
async fn step_by_step_in_one_message() {
    World::play(async |world| {
        units(world).await;
        let asked = world.says("Hoa", "/dangky").await;
        let message = asked.last().id;
        asked.contains("Còn 5 chỉ tiêu").contains("[THUE · Thu thuế · 120 tỷ đồng]");
        let asked = world.presses("Hoa", "THUE").await;
        asked
            .contains("Cùng kỳ năm trước: 50 tỷ đồng")
            .contains("[Bằng chỉ tiêu giao: 120 tỷ đồng]");
        world.presses("Hoa", "Bằng chỉ tiêu giao").await.contains("Đến ngày nào?");
        world.says("Hoa", "hôm nào đó").await.contains("Không đọc được ngày");
        world.says("Hoa", "20/12").await.contains("Đăng ký này đúng chưa?").contains("20/12/2022");
        let done = world.presses("Hoa", "Xác nhận").await;
        assert_eq!(done.last().id, message);
        done.contains("Đã ghi đăng ký #1");
        world.presses("Hoa", "Đăng ký tiếp").await.contains("Còn 4 chỉ tiêu").lacks("THUE");
        world.presses("Hoa", "DUONG").await.contains("đủ 3 mốc").contains("10/12/2022");
        world.presses("Hoa", "Xác nhận").await;
        let text = world.says("Hoa", "/camket").await;
        text.contains("#2 chờ duyệt: đủ 3 mốc, hạn 10/12/2022");
    })
    .await;
}

#[tokio::test]
async fn a_pledge_counts_from_the_message_with_the_figure() {
    World::play(async |world| {
        units(world).await;
        world.says("Hoa", "/dangky THUE 500").await.contains("Xác nhận");
        let said = world.clock.now();
        world.clock.set(at(day(1), 15, 0));
        world.presses("Hoa", "Xác nhận").await.contains("#1");
        let mut connection = world.store().read().await.unwrap();
        let campaign = store::campaigns::by_code(&mut connection, "TD90").await.unwrap().unwrap();
        let facts = store::log::of_campaign(&mut connection, campaign).await.unwrap();
        let fact = facts.iter().find(|fact| matches!(fact.what, What::Pledged(_))).unwrap();
        assert_eq!(fact.counted_at, said);
        assert_eq!(fact.recorded_at, at(day(1), 15, 0));
    })
    .await;
}

#[tokio::test]
async fn a_second_pledge_on_a_line_replaces_the_first_once_confirmed() {
    World::play(async |world| {
        units(world).await;
        world.says("Hoa", "/dangky THUE 120").await;
        world.says("Hoa", "/dangky THUE 120").await.contains("đang chờ duyệt sẽ được rút");
        assert_eq!(kinds(world, "AB").await, ["pledged"]);
        world.presses("Hoa", "Xác nhận").await.contains("#2");
        assert_eq!(kinds(world, "AB").await, ["pledged", "pledge_withdrawn", "pledged"]);
        world.says("Thường trực", "/duyet 1 ok").await.contains("#1 đã được Hoa rút lại");
        world.says("Thường trực", "/duyet 2 ok").await.contains("Đã duyệt #2");
        world.says("Hoa", "/dangky THUE 125").await.contains("vẫn có hiệu lực cho đến khi");
        world.presses("Hoa", "Xác nhận").await.contains("#3").contains("vẫn có hiệu lực");
        let list = world.says("Hoa", "/camket").await;
        list.contains("#2 đã duyệt: 120 tỷ").contains("#3 chờ duyệt: 125 tỷ");
        world.says("Thường trực", "/duyet 3").await.contains("Thay cam kết #2");
    })
    .await;
}

#[tokio::test]
async fn what_was_confirmed_under_other_circumstances_is_asked_again() {
    World::play(async |world| {
        units(world).await;
        world.says("Hoa", "/dangky THUE 500").await.lacks("sẽ được rút");
        world.says("Lan", "/dangky THUE 120").await.contains("#1");
        world.presses("Hoa", "Xác nhận").await.contains("Đăng ký #1 (120 tỷ đồng) đang chờ");
        assert_eq!(kinds(world, "AB").await, ["pledged"]);
        world.presses("Hoa", "Xác nhận").await.contains("#2");
    })
    .await;
}

#[tokio::test]
async fn a_waiting_pledge_can_be_withdrawn_but_not_a_decided_one() {
    World::play(async |world| {
        units(world).await;
        world.says("Hoa", "/dangky THUE 120").await;
        world.says("Hoa", "/camket").await;
        world.presses("Hoa", "Rút #1").await.contains("Rút đăng ký #1: THUE");
        world.presses("Hoa", "Xác nhận").await.contains("Đã rút đăng ký #1");
        world.says("Thường trực", "/duyet").await.contains("Đã hết hàng đợi");
        world.says("Hoa", "/dangky THUE 121").await;
        world.says("Dũng", "/camket rut 2").await.contains("Không có đăng ký số #2");
        world.says("Hoa", "/camket rut 2").await;
        world.says("Thường trực", "/duyet 2 ok").await;
        world.presses("Hoa", "Xác nhận").await.contains("vừa được xử lý");
        world.says("Hoa", "/camket rut 2").await.contains("không còn chờ duyệt");
    })
    .await;
}

#[tokio::test]
async fn a_return_needs_a_reason_and_tells_the_unit_what_to_do() {
    World::play(async |world| {
        units(world).await;
        world.says("Hoa", "/dangky THUE 120").await;
        world.says("Dũng", "/dangky THUE 120").await;
        world.says("Thường trực", "/duyet").await;
        world.presses("Thường trực", "Trả lại").await.contains("Trả lại đăng ký #1 vì sao?");
        let next = world.says("Thường trực", "Thiếu biên bản họp").await;
        next.contains("Đã trả lại #1").contains("#2 · An Dương");
        assert!(world.sees("Hoa").contains("Lý do: Thiếu biên bản họp"));
        world.says("Hoa", "/camket").await.contains("#1 bị trả lại").contains("[Đăng ký THUE]");
        world.says("Thường trực", "/duyet 2 tra").await.contains("vì sao?");
        world.says("Thường trực", "/huy").await;
        world.says("Thường trực", "/duyet 2 trả lại sai đơn vị").await.contains("Đã trả lại #2");
        assert!(world.sees("Dũng").contains("Lý do: sai đơn vị"));
        world.says("Hoa", "/dangky").await.contains("THUE");
    })
    .await;
}

#[tokio::test]
async fn all_at_or_above_their_assignment_are_approved_together() {
    World::play(async |world| {
        units(world).await;
        world.says("Hoa", "/dangky THUE 120").await;
        world.says("Hoa", "/dangky NO 4").await;
        world.says("Hoa", "/dangky CCHC 80").await.contains("thấp hơn").lacks("Đã ghi");
        world.says("Hoa", "/dangky CCHC 80 vì thiếu người").await.contains("#3");
        world.says("Dũng", "/dangky DUONG").await.contains("#4");
        let asked = world.says("Thường trực", "/duyet tatca").await;
        asked.contains("Duyệt cùng lúc 3 đăng ký").contains("Còn 1 đăng ký");
        world.presses("Thường trực", "Xác nhận").await.contains("Đã duyệt 3 đăng ký");
        world.says("Thường trực", "/duyet").await.contains("Chờ duyệt 1/1").contains("CCHC");
        world.says("Thường trực", "/duyet tatca").await.contains("Không có đăng ký nào bằng");
    })
    .await;
}

#[tokio::test]
async fn two_office_members_do_not_decide_twice() {
    World::play(async |world| {
        units(world).await;
        world.joins("Bình", "office", "").await;
        world.says("Hoa", "/dangky THUE 120").await;
        world.says("Dũng", "/dangky THUE 120").await;
        world.says("Thường trực", "/duyet").await;
        world.says("Bình", "/duyet").await;
        world.presses("Thường trực", "Để sau").await.contains("#2 · An Dương");
        world.presses("Bình", "Duyệt").await.contains("Đã duyệt #1");
        world
            .says("Thường trực", "/duyet 1")
            .await
            .contains("#1 đã được Bình duyệt lúc 26/09/2022");
        world.presses("Thường trực", "Duyệt").await.contains("Đã duyệt #2").contains("Đã hết");
        let late = world.presses("Bình", "Duyệt").await;
        late.contains("#2 đã được Thường trực duyệt").contains("Đã hết hàng đợi");
        let decided = kinds(world, "AD").await;
        assert_eq!(decided, ["pledged", "pledge_decided"]);
    })
    .await;
}

#[tokio::test]
async fn only_the_office_decides() {
    World::play(async |world| {
        units(world).await;
        world.says("Hoa", "/dangky THUE 120").await;
        world.says("Hoa", "/duyet 1 ok").await.contains("không thuộc nhiệm vụ");
        world.says("Hoa", "/mien AB tuần 3 bão").await.contains("không thuộc nhiệm vụ");
        let id = world.id("Hoa");
        let message = world.sandbox.world().last_from_bot(id).unwrap().id;
        world
            .watch(id, |world| {
                world.sandbox.world().press_stale(id, id, message, "1:ap:2");
            })
            .await
            .contains("không thuộc nhiệm vụ");
        assert_eq!(kinds(world, "AB").await, ["pledged"]);
    })
    .await;
}

#[tokio::test]
async fn a_unit_is_excused_from_a_week_once_with_a_reason() {
    World::play(async |world| {
        units(world).await;
        world
            .says("Thường trực", "/mien ab tuần 3 bão số 4")
            .await
            .contains("tuần 3 (10/10/2022 – 16/10/2022)")
            .contains("Lý do: bão số 4");
        assert!(world.sees("Lan").contains("được miễn báo cáo tuần 3"));
        world.says("Thường trực", "/mien AB tuần 3 bão").await.contains("đã được miễn");
        world.says("Thường trực", "/mien AB tuần 14 bão").await.contains("từ 1 đến 13");
        world.says("Thường trực", "/mien AB bão").await.contains("Chưa rõ tuần nào");
        world.says("Thường trực", "/mien").await.contains("đơn vị nào?");
        world.presses("Thường trực", "AD").await.contains("tuần nào cho An Dương?");
        world.presses("Thường trực", "tuần 2").await.contains("Lý do miễn báo cáo tuần 2");
        world.says("Thường trực", "mất điện").await.contains("Đã miễn báo cáo tuần 2");
        assert_eq!(kinds(world, "AD").await, ["excused"]);
    })
    .await;
}
