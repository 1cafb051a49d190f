//! What somebody new to the bot meets who knows nothing but what it tells them.

use crate::world::{World, at, day};

#[tokio::test]
async fn where_everything_is_pledged_the_list_offers_what_can_be_changed() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.says("Hoa", "/dangky THUE 120 tỷ").await.contains("#1");
        world.says("Hoa", "/dangky DUONG").await;
        for rest in ["DON 95", "NO 5 tỷ", "CCHC 90"] {
            world.says("Hoa", &format!("/dangky {rest}")).await.contains("chờ thường trực duyệt");
        }
        world.says("Thường trực", "/duyet 1 ok").await;
        // Steps are promised all together, so there is nothing in them to change.
        world.says("Hoa", "/dangky").await.contains("Muốn đổi").contains("[THUE ·").lacks("[DUONG");
        world.presses("Hoa", "THUE").await.contains("bao nhiêu");
        world.restart().await;
        world.says("Hoa", "125 tỷ").await.contains("125 tỷ đồng");
        world.presses("Hoa", "Ngày cuối").await.contains("#1").contains("vẫn có hiệu lực");
        world.presses("Hoa", "Xác nhận").await.contains("chờ thường trực duyệt");
    })
    .await;
}

#[tokio::test]
async fn a_reminder_counts_steps_as_steps() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.says("Hoa", "/dangky DUONG").await;
        world.says("Thường trực", "/duyet 1 ok").await;
        let hoa = world.id("Hoa");
        world.clock.set(at(day(11), 15, 0));
        let nudged = world.watch(hoa, |_| {}).await;
        nudged.contains("gần nhất 0/").contains(" mốc, cam kết đủ ").lacks("gần nhất 0,");
    })
    .await;
}

#[tokio::test]
async fn a_count_of_something_else_is_never_taken_for_the_figure() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.joins("Thuế", "verifier", "CCT").await;
        let asked = "chỉ tiêu này tính";
        world.says("Hoa", "/capnhat THUE 5 hộ").await.contains(asked).contains("hộ");
        world.says("Hoa", "/lichsu THUE").await.contains("Chưa có báo cáo");
        world.says("Hoa", "/capnhat THUE 60 tỷ thu của 5 hộ").await.contains("#1");
        world.says("Thuế", "/thamdinh").await.contains("#1");
        world.presses("Thuế", "Số khác").await.contains("Số đúng là bao nhiêu");
        world.says("Thuế", "5 hộ").await.contains(asked);
        world.restart().await;
        world.says("Thuế", "59 theo sổ").await.contains("59 tỷ đồng");
    })
    .await;
}

#[tokio::test]
async fn the_end_of_one_queue_leads_to_the_others() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.joins("Thuế", "verifier", "CCT").await;
        world.says("Hoa", "/capnhat THUE 60").await;
        world.says("Thuế", "/thamdinh 1 tra thiếu chứng từ").await;
        world.says("Thường trực", "/thamdinh").await.lacks("khiếu nại");
        world.says("Hoa", "/lichsu khieunai 1 có chứng từ của kho bạc").await.contains("#1");
        world.says("Thường trực", "/thamdinh").await.contains("Có 1 khiếu nại chờ đồng chí");
        let opened = world.presses("Thường trực", "Xem các khiếu nại").await;
        opened.contains("có chứng từ của kho bạc").contains("[Giữ nguyên]");
        // It is no business of those who check.
        world.says("Thuế", "/thamdinh").await.lacks("khiếu nại");
    })
    .await;
}

#[tokio::test]
async fn help_tells_each_role_only_what_it_can_do() {
    World::play(async |world| {
        world.joins("Thuế", "verifier", "CCT").await;
        world.joins("Lãnh đạo", "leader", "").await;
        let verifier = world.says("Thuế", "/trogiup").await;
        verifier.contains("/vuongmac 5 traloi").contains("/chidao 12 xong").lacks("giao lanhdao");
        verifier.lacks("/thamdinh khieunai");
        let leader = world.says("Lãnh đạo", "/trogiup").await;
        leader.contains("/chidao AB").contains("/vuongmac 5 traloi").lacks("giao lanhdao");
        world.joins("Báo chí", "observer", "").await;
        let observer = world.says("Báo chí", "/trogiup").await;
        observer.contains("/lichsu quytac").lacks("/lichsu AB").lacks("guongsang");
        world.says("Báo chí", "/lichsu quytac").await.contains("chưa có thay đổi");
        let office = world.says("Thường trực", "/trogiup").await;
        for part in ["/khenthuong mo", "/thamdinh khieunai", "/vuongmac 5 giao lanhdao"] {
            office.contains(part);
        }
    })
    .await;
}
