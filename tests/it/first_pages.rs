//! What is read on a phone: first pages that fit it, with everything one press away, and answers
//! that say what this person can ask.

use crate::world::{World, at, day};

/// Three wards, each with three pledges nobody has reported on by the fourth week, and a leader.
async fn silent_town(world: &mut World) {
    for (name, unit) in [("Hoa", "AB"), ("Dũng", "AD"), ("Lan", "LS")] {
        world.joins(name, "unit_lead", unit).await;
        for line in ["THUE 120 tỷ", "NO 5 tỷ", "CCHC 90"] {
            world.says(name, &format!("/dangky {line}")).await.contains("đang chờ");
        }
    }
    world.joins("Chủ tịch", "leader", "").await;
    world.says("Thường trực", "/duyet tatca").await;
    world.presses("Thường trực", "Xác nhận").await;
    world.clock.set(at(day(23), 9, 0));
    world.settle().await;
}

#[tokio::test]
async fn risks_are_counted_first_and_read_page_by_page() {
    World::play(async |world| {
        silent_town(world).await;
        let first = world.says("Chủ tịch", "/canhbao").await;
        first
            .contains("Chưa có báo cáo (9)\n• An Biên: Thu thuế")
            .contains("[Chưa có báo cáo (9)]");
        first.contains("Quá hạn (0)").lacks("[Quá hạn").lacks("An Dương");
        let message = first.last().id;
        let page = world.presses("Chủ tịch", "Chưa có báo cáo").await;
        page.contains("• Lam Sơn: Nợ thuế").lacks("• Lam Sơn: Cải cách").contains("[Sau ▸]");
        world.restart().await;
        let rest = world.presses("Chủ tịch", "Sau ▸").await;
        rest.contains("• Lam Sơn: Cải cách hành chính").lacks("An Biên").contains("[◂ Trước]");
        let back = world.presses("Chủ tịch", "◂ Các cảnh báo").await;
        assert_eq!((back.last().id, back.text()), (message, first.text()));
        world.says("Chủ tịch", "/canhbao chuabaocao 99").await.contains("• Lam Sơn: Cải cách");
        world.says("Chủ tịch", "/canhbao quahan").await.contains("Quá hạn (0)\nKhông có.");
        world.says("Chủ tịch", "/canhbao linhtinh").await.contains("“linhtinh”").contains("⚠️");
        world.says("Hoa", "/canhbao quahan").await.contains("không thuộc nhiệm vụ");
    })
    .await;
}

#[tokio::test]
async fn candidates_stand_in_a_line_each_and_open_by_button() {
    World::play(async |world| {
        silent_town(world).await;
        for (name, part) in [("Hoa", 1), ("Dũng", 4), ("Lan", 7)] {
            for part in part..part + 3 {
                let caption = format!("/decu tapthe Tổ {part}; vệ sinh môi trường");
                world.sends_photo(name, Some(&caption)).await.contains("Đã ghi đề cử");
            }
        }
        let first = world.says("Chủ tịch", "/khenthuong").await;
        first.contains("✓ #1 Tổ 1 (An Biên) – đơn vị đề cử: đủ điều kiện").lacks("Trung thực");
        first.contains("đề nghị nữa: bấm “Tập thể”").lacks("Tổ 9");
        let message = first.last().id;
        world.presses("Chủ tịch", "Tập thể").await.contains("[Sau ▸]").contains("[◂ Tổng hợp]");
        world.restart().await;
        world.presses("Chủ tịch", "Sau ▸").await.contains("Tổ 9");
        let detail = world.presses("Chủ tịch", "✓ Tổ 9").await;
        detail.contains("✓ Trung thực: không có báo cáo sai").contains("✓ Không trùng khen");
        world.presses("Chủ tịch", "◂ Danh sách").await;
        let back = world.presses("Chủ tịch", "◂ Tổng hợp").await;
        assert_eq!((back.last().id, back.text()), (message, first.text()));
    })
    .await;
}

#[tokio::test]
async fn whose_reports_is_asked_of_those_who_have_none() {
    World::play(async |world| {
        silent_town(world).await;
        world.joins("Thuế", "verifier", "CCT").await;
        world.joins("Báo chí", "observer", "").await;
        world.joins("Bà Một", "council", "AB").await;
        world.says("Hoa", "/capnhat THUE 60").await.contains("#1");
        let units = world.says("Chủ tịch", "/lichsu").await;
        units.contains("của đơn vị nào").contains("[An Biên]\n[An Dương]");
        world.presses("Chủ tịch", "An Biên").await.contains("An Biên: các báo cáo").contains("#1");
        world.says("Chủ tịch", "/lichsu thue").await.contains("Thu thuế: xem báo cáo");
        world.presses("Chủ tịch", "An Dương").await.contains("An Dương · THUE").lacks("#1");
        // Who checks sees the own indicators alone.
        let lines = world.says("Thuế", "/lichsu").await;
        lines.contains("[Thu thuế]\n[Nợ thuế]").lacks("Cải cách");
        world.presses("Thuế", "Thu thuế").await.contains("Thu thuế: xem báo cáo");
        world.presses("Thuế", "An Biên").await.contains("An Biên · THUE").contains("#1");
        world.says("Thuế", "/lichsu CCHC").await.contains("chỉ đơn vị đó").lacks("[An Biên]");
        let nothing = world.says("Báo chí", "/lichsu").await;
        nothing.contains("chỉ đơn vị đó, nơi thẩm định").lacks("⚠️").lacks("Cách ghi");
        world.presses("Báo chí", "Thay đổi thể lệ").await.contains("chưa có thay đổi");
        world.says("Báo chí", "/lichsu AB THUE").await.contains("không thuộc nhiệm vụ");
        // A member of the council who belongs to a unit reads that unit's.
        world.says("Bà Một", "/lichsu").await.contains("An Biên: các báo cáo");
        world.says("Hoa", "/lichsu").await.contains("An Biên: các báo cáo");
    })
    .await;
}

#[tokio::test]
async fn a_role_is_invited_in_words_or_by_its_code() {
    World::play(async |world| {
        let unknown = world.says("Thường trực", "/moi sếp AB Trần B").await;
        unknown.contains("• Trưởng đơn vị: unit_lead").contains("/moi trưởng đơn vị AB");
        let near = world.says("Thường trực", "/moi unit_laed AB Trần B").await;
        near.contains("muốn viết Trưởng đơn vị: unit_lead?");
        let made = world.says("Thường trực", "/moi Trưởng đơn vị AB Trần B").await;
        made.contains("Liên kết mời Trần B (Trưởng đơn vị · An Biên)");
        world.says("Thường trực", "/moi hội đồng AB Lê C").await.contains("Hội đồng · An Biên");
        world.says("Thường trực", "/moi trưởng đơn vị ZZ").await.contains("Không có đơn vị mã ZZ");
        world.says("Thường trực", "/moi cán bộ báo cáo").await.contains("của đơn vị nào");
        world.says("Thường trực", "/huy").await;
    })
    .await;
}

#[tokio::test]
async fn help_says_the_work_first_and_every_example_can_be_copied_alone() {
    World::play(async |world| {
        silent_town(world).await;
        world.joins("Báo chí", "observer", "").await;
        let unit = world.says("Hoa", "/trogiup").await;
        unit.contains("báo cáo từng chỉ tiêu bằng /capnhat").contains("Việc chính\n/capnhat");
        unit.contains("·  /capnhat DUONG 2/3 – đã xong 2 trên 3 mốc").lacks("(đã");
        // Whom to thank is somebody else.
        unit.contains("/huyhieu camon CCT").lacks("Điều hành").lacks("camon AB");
        let office = world.says("Thường trực", "/trogiup").await;
        office.contains("Hằng ngày: /duyet").contains("Điều hành đợt thi đua\n/moi");
        office.contains("/vuongmac 5 giao CCT 24/12/2022").lacks("traloi");
        let press = world.says("Báo chí", "/trogiup").await;
        press.contains("Đồng chí xem bảng xếp hạng").lacks("#17").lacks("Việc chính");
        world.says("Chủ tịch", "/trogiup").await.contains("/visao AB").contains("Sáng thứ Hai");
    })
    .await;
}
