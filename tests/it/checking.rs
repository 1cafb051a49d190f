//! Checking figures, and looking back at them.

use thidua::domain::fact::{Outcome, What};

use crate::world::World;

async fn staffed(world: &mut World) {
    world.joins("Chị Hoa", "unit_lead", "AB").await;
    world.joins("Anh Bình", "reporter", "AD").await;
    world.joins("Chị Thuế", "verifier", "CCT").await;
}

async fn checks(world: &mut World) -> Vec<Outcome> {
    let outcome = |what| match what {
        What::Checked { outcome, .. } => Some(outcome),
        _ => None,
    };
    world.facts().await.into_iter().filter_map(|fact| outcome(fact.what)).collect()
}

#[tokio::test]
async fn the_queue_goes_through_one_message_oldest_first() {
    World::play(async |world| {
        staffed(world).await;
        world.sends_photo("Chị Hoa", Some("/capnhat THUE 60 đợt 1")).await.contains("#1");
        world.says("Anh Bình", "/capnhat THUE 50").await.contains("#2");
        world.says("Chị Hoa", "/capnhat CCHC 72").await.contains("#3");
        let card = world.says("Chị Thuế", "/thamdinh").await;
        card.contains("Đang chờ thẩm định: 2").contains("#1").contains("An Biên").contains("đợt 1");
        card.contains("60 tỷ đồng").contains("gốc: 40 tỷ đồng").contains("120 tỷ đồng");
        card.contains("[Đúng số] [Số khác]").contains("[Trả lại] [Để sau]");
        let message = card.last().id;
        let evidence = world.presses("Chị Thuế", "Xem minh chứng (1)").await;
        evidence.contains("(ảnh)").contains("#1");
        let next = world.presses("Chị Thuế", "Đúng số").await;
        next.contains("đã xác nhận 60 tỷ đồng").contains("#2").contains("An Dương");
        assert_eq!(next.last().id, message);
        world.presses("Chị Thuế", "Để sau").await.contains("còn 1 báo cáo");
        // The office checks what nobody else is named for, and nothing more.
        world.says("Thường trực", "/thamdinh").await.contains("#3").contains("chờ thẩm định: 1");
        world.says("Thường trực", "/thamdinh 2 ok").await.contains("không thuộc nhiệm vụ");
        assert_eq!(checks(world).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn another_value_needs_a_reason_and_the_unit_hears_it() {
    World::play(async |world| {
        staffed(world).await;
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Chị Thuế", "/thamdinh").await.contains("#1");
        world.presses("Chị Thuế", "Số khác").await.contains("Số đúng là bao nhiêu");
        world.says("Chị Thuế", "nhiều").await.contains("bắt đầu bằng con số");
        world.says("Chị Thuế", "55,5").await.contains("Vì sao khác");
        world.says("Chị Thuế", "theo sổ kho bạc").await.contains("xác nhận 55,5 tỷ đồng");
        let heard = world.sees("Chị Hoa");
        assert!(heard.contains("xác nhận số khác cho #1"), "{heard}");
        assert!(heard.contains("theo sổ kho bạc"), "{heard}");
        let value = thidua::domain::quantity::Quantity::parse_plain("55.5").unwrap();
        let reason = "theo sổ kho bạc".to_owned();
        assert_eq!(checks(world).await, [Outcome::Confirmed { value, reason }]);
    })
    .await;
}

#[tokio::test]
async fn a_return_needs_a_reason_and_offers_the_unit_to_mend() {
    World::play(async |world| {
        staffed(world).await;
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Chị Thuế", "/thamdinh 1 tra").await.contains("cần có lý do");
        world.says("Chị Thuế", "/thamdinh 1 tra thiếu chứng từ").await.contains("đã trả lại");
        let heard = world.sees("Chị Hoa");
        assert!(heard.contains("trả lại #1") && heard.contains("thiếu chứng từ"), "{heard}");
        world.presses("Chị Hoa", "Sửa số").await.contains("Số đúng là bao nhiêu");
        world.says("Chị Hoa", "58").await.contains("#2").lacks("thay cho");
        let again = world.says("Chị Thuế", "/thamdinh 1 ok").await;
        again.contains("đã thẩm định rồi").contains("Đã trả lại").contains("Chị Thuế");
    })
    .await;
}

#[tokio::test]
async fn a_check_of_a_figure_mended_meanwhile_is_refused_with_the_new_one() {
    World::play(async |world| {
        staffed(world).await;
        world.says("Chị Hoa", "/capnhat THUE 75").await.contains("#1");
        world.says("Chị Thuế", "/thamdinh").await.contains("#1");
        world.presses("Chị Hoa", "Sửa số").await;
        world.says("Chị Hoa", "57").await.contains("thay cho #1");
        let refused = world.presses("Chị Thuế", "Đúng số").await;
        refused.contains("thay bằng #2").contains("57 tỷ đồng").contains("[Xem #2]");
        assert_eq!(checks(world).await, []);
        world.presses("Chị Thuế", "Xem #2").await.contains("57 tỷ đồng");
        world.presses("Chị Thuế", "Đúng số").await.contains("Không còn báo cáo nào");
        assert_eq!(checks(world).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn one_line_checks_say_what_is_wrong_with_them() {
    World::play(async |world| {
        staffed(world).await;
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Chị Hoa", "/khongdoi NO").await.contains("#2");
        world.says("Chị Thuế", "/thamdinh xong").await.contains("Cách ghi");
        world.says("Chị Thuế", "/thamdinh 99 ok").await.contains("Không có báo cáo #99");
        world.says("Chị Thuế", "/thamdinh 2 ok").await.contains("không cần thẩm định");
        world.says("Chị Thuế", "/thamdinh 1 +5").await.contains("số luỹ kế đúng");
        world.says("Chị Hoa", "/thamdinh 1 ok").await.contains("không thuộc nhiệm vụ");
        world.says("Chị Thuế", "/thamdinh 1 60").await.contains("đã xác nhận 60 tỷ đồng");
        assert_eq!(checks(world).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn history_is_paged_and_shows_only_what_one_may_see() {
    World::play(async |world| {
        staffed(world).await;
        for value in 50..60 {
            world.says("Chị Hoa", &format!("/capnhat THUE {value}")).await.contains("#");
        }
        world.says("Chị Hoa", "/capnhat CCHC 71").await;
        world.says("Chị Thuế", "/thamdinh 10 ok").await;
        let page = world.says("Chị Hoa", "/lichsu THUE").await;
        page.contains("#10").contains("59 tỷ đồng").contains("Đã xác nhận").contains("Chị Hoa");
        page.contains("#3").lacks("#2 ").lacks("CCHC");
        let older = world.presses("Chị Hoa", "Cũ hơn").await;
        older.contains("#2").contains("#1").lacks("#3").lacks("Cũ hơn");
        world.says("Chị Hoa", "/lichsu").await.contains("#11").contains("CCHC");
        world.says("Thường trực", "/lichsu AB THUE").await.contains("#10");
        world.says("Chị Thuế", "/lichsu AB THUE").await.contains("#10");
        world.says("Chị Thuế", "/lichsu AB CCHC").await.contains("không thuộc nhiệm vụ");
        world.says("Anh Bình", "/lichsu AB THUE").await.contains("không thuộc nhiệm vụ");
        world.says("Anh Bình", "/lichsu ^2").await.lacks("tỷ đồng");
        world.says("Anh Bình", "/lichsu AB THUE X").await.contains("Cách ghi");
        world.says("Anh Bình", "/lichsu TUHE").await.contains("THUE");
    })
    .await;
}
