//! Awards, false reports, corrections and changes of the rules: two people decide, and everybody
//! concerned hears of it.

use chrono::TimeDelta;
use thidua::domain::fact::What;

use crate::world::{World, at, day, small};

const GROUP: i64 = -100_900;

async fn staffed(world: &mut World) {
    world.joins("Chị Lan", "office", "").await;
    world.joins("Chị Hoa", "unit_lead", "AB").await;
    world.joins("Anh Bình", "unit_lead", "AD").await;
    world.joins("Chị Thuế", "verifier", "CCT").await;
    world.joins("Chủ tịch", "leader", "").await;
}

/// The kinds of all facts but definitions.
async fn kinds(world: &mut World) -> Vec<&'static str> {
    let facts = world.facts().await;
    let facts = facts.iter().filter(|fact| !matches!(fact.what, What::Defined(_)));
    facts.map(|fact| fact.what.kind()).collect()
}

async fn verified(world: &mut World) -> bool {
    world.audit().await.ok
}

#[tokio::test]
async fn an_award_counts_once_a_second_member_of_the_office_agrees() {
    World::play(async |world| {
        staffed(world).await;
        let proposed = world.says("Thường trực", "/diem AB +2 cứu trợ bão").await;
        proposed.contains("#1").contains("An Biên +2 điểm");
        assert!(!world.sees("Chị Hoa").contains("Hội đồng thưởng"));
        // The proposer has no button to agree, and a forged one does not help.
        world.says("Thường trực", "/diem").await.contains("[Rút lại #1]").lacks("[Đồng ý");
        let asked = world.sees("Chị Lan");
        assert!(asked.contains("cứu trợ bão") && asked.contains("[Đồng ý #1]"), "{asked}");
        world.presses("Chị Lan", "Đồng ý #1").await.contains("tính từ bây giờ");
        assert!(world.sees("Chị Hoa").contains("+2 điểm"), "{}", world.sees("Chị Hoa"));
        assert!(world.sees("Thường trực").contains("Chị Lan đã đồng ý"));
        world.says("Chị Hoa", "/visao").await.contains("Hội đồng thưởng #1: +2").contains("mục 7");
        assert_eq!(kinds(world).await, ["award_proposed", "award_confirmed"]);
    })
    .await;
}

#[tokio::test]
async fn of_two_who_press_at_once_the_second_gets_a_polite_answer() {
    World::play(async |world| {
        staffed(world).await;
        world.joins("Anh Nam", "office", "").await;
        world.says("Thường trực", "/diem AB 1,5 mô hình hay").await.contains("#1");
        world.says("Chị Lan", "/diem").await.contains("[Đồng ý #1] [Không đồng ý #1]");
        world.presses("Anh Nam", "Đồng ý #1").await.contains("+1,5 điểm");
        let late = world.presses("Chị Lan", "Đồng ý #1").await;
        late.contains("đã được Anh Nam đồng ý").contains("không cần làm gì thêm");
        assert_eq!(kinds(world).await, ["award_proposed", "award_confirmed"]);
        // Declined, and then nobody can agree any more.
        world.says("Chị Lan", "/diem AB 1 lý do khác").await.contains("#2");
        world.presses("Anh Nam", "Không đồng ý #2").await.contains("không có điểm nào");
        world.presses("Thường trực", "Đồng ý #2").await.contains("khép lại");
        assert_eq!(kinds(world).await.len(), 4);
    })
    .await;
}

#[tokio::test]
async fn awards_keep_to_the_cap_of_the_unit_and_only_add() {
    World::play(async |world| {
        staffed(world).await;
        for (text, answer) in [
            ("/diem AB -2 chậm", "không trừ điểm bằng tay"),
            ("/diem AB 0 lý do", "lớn hơn 0"),
            ("/diem AB 1,255 lý do", "hai chữ số thập phân"),
            ("/diem AB 1.234 lý do", "lớn hơn 0"),
            ("/diem AB nhiều lắm", "lớn hơn 0"),
            ("/diem ZZ +1 lý do", "Không có đơn vị mã"),
            ("/diem AB +5,01 lý do", "còn thưởng được 5 điểm"),
        ] {
            world.says("Thường trực", text).await.contains(answer);
        }
        world.says("Chị Hoa", "/diem AB +1 tự thưởng").await.contains("không thuộc nhiệm vụ");
        assert_eq!(kinds(world).await, [""; 0]);
        world.says("Thường trực", "/diem AB +3 đợt một").await.contains("#1");
        world.says("Thường trực", "/diem AB +2,5 đợt hai").await.contains("còn thưởng được 2 điểm");
        world.says("Thường trực", "/diem AB +2 đợt hai").await.contains("#2");
        world.says("Thường trực", "/diem AB +1 nữa").await.contains("đã đủ 5 điểm");
        // What is taken back is free again.
        world.says("Thường trực", "/diem").await;
        world.presses("Thường trực", "Rút lại #2").await.contains("khép lại");
        world.says("Thường trực", "/diem AB +1 nữa").await.contains("#3");
    })
    .await;
}

#[tokio::test]
async fn an_award_is_guided_step_by_step_and_survives_a_restart() {
    World::play(async |world| {
        staffed(world).await;
        world.says("Thường trực", "/diem").await.contains("đơn vị nào").contains("[AB · An Biên]");
        world.presses("Thường trực", "AB · An Biên").await.contains("mấy điểm").contains("[+1]");
        world.restart().await;
        world.presses("Thường trực", "+2").await.contains("thành tích gì");
        world.restart().await;
        world.says("Thường trực", "dân vận khéo").await.contains("#1").contains("+2 điểm");
        assert!(world.sees("Chị Lan").contains("dân vận khéo"));
        // Dropped half way, nothing is recorded.
        world.says("Thường trực", "/diem AD").await.contains("mấy điểm");
        world.presses("Thường trực", "Huỷ").await.contains("Không có gì được ghi");
        assert_eq!(kinds(world).await, ["award_proposed"]);
    })
    .await;
}

#[tokio::test]
async fn an_office_of_one_is_told_to_invite_another() {
    World::play(async |world| {
        world.joins("Chị Hoa", "unit_lead", "AB").await;
        world.says("Chị Hoa", "/capnhat CCHC 72").await.contains("#1");
        for text in ["/diem AB +1 lý do", "/baosai 1 lý do"] {
            let alone = world.says("Thường trực", text).await;
            alone
                .contains("hai đồng chí thường trực")
                .contains("/moi thường trực")
                .contains("[Mời");
        }
        // One of the office who belongs to the unit is no second voice.
        world.joins("Chị Lan", "reporter", "AB").await;
        let invitation = world.says("Thường trực", "/moi office Chị Lan").await;
        let code = crate::world::code_in(&invitation.text());
        world.says("Chị Lan", &format!("/start {code}")).await.contains("Thường trực");
        world.says("Thường trực", "/diem AB +1 lý do").await.contains("hai đồng chí thường trực");
        world
            .says("Chị Lan", "/diem AB +1 lý do")
            .await
            .contains("không ai làm cho chính đơn vị mình");
        world.says("Thường trực", "/diem AD +1 lý do").await.contains("#1");
        assert_eq!(kinds(world).await, ["reported", "award_proposed"]);
    })
    .await;
}

#[tokio::test]
async fn a_false_report_takes_two_and_the_unit_hears_of_it_in_private() {
    World::play(async |world| {
        staffed(world).await;
        world.board(GROUP).await;
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Chị Thuế", "/thamdinh 1 ok").await;
        for (text, answer) in [
            ("/baosai 99 khống", "Không có báo cáo #99"),
            ("/baosai khống", "Cách ghi"),
            ("/baosai 1", "sai sự thật ở chỗ nào"),
        ] {
            world.says("Thường trực", text).await.contains(answer);
        }
        world.restart().await;
        world.says("Thường trực", "kho bạc không có số này").await.contains("#1");
        assert!(!world.sees("Chị Hoa").contains("kho bạc không có"));
        world.says("Thường trực", "/baosai 1 nữa").await.contains("đang chờ kết luận");
        world.says("Thường trực", "/baosai").await.contains("[Rút lại #1]");
        world.presses("Chị Lan", "Đồng ý #1").await.contains("là sai sự thật");
        let heard = world.sees("Chị Hoa");
        for part in ["rất tiếc", "kho bạc không có", "trừ 10 điểm", "khiếu nại đến hết ngày"]
        {
            assert!(heard.contains(part), "no «{part}» in:\n{heard}");
        }
        assert!(heard.contains("[Khiếu nại]"), "{heard}");
        let public = world.sandbox.world().messages(GROUP);
        assert!(!public.iter().any(|message| message.text.contains("sai sự thật")));
        world.says("Chị Hoa", "/visao").await.contains("báo cáo sai đã xác minh").contains("mục 8");
        world.says("Thường trực", "/baosai 1 nữa").await.contains("đã được kết luận");
        world.says("Chị Hoa", "/lichsu THUE").await.contains("Kết luận báo cáo sai");
        assert!(verified(world).await);
    })
    .await;
}

#[tokio::test]
async fn who_mends_a_figure_before_the_check_is_not_called_false() {
    World::play(async |world| {
        staffed(world).await;
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        world.presses("Chị Hoa", "Sửa số").await;
        world.says("Chị Hoa", "55").await.contains("thay cho #1");
        world.says("Thường trực", "/baosai 1 khống").await.contains("tự sửa số");
        world.says("Thường trực", "/baosai 2 khống").await.contains("#1");
        world.presses("Chị Lan", "Không đồng ý #1").await.contains("không bị coi là sai");
        // A colleague who is late is answered politely.
        world.says("Thường trực", "/baosai").await.contains("Không có hồ sơ");
        assert_eq!(
            kinds(world).await,
            ["reported", "reported", "false_declared", "false_declined"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_correction_shows_before_and_after_and_everybody_concerned_hears_it() {
    World::play(async |world| {
        staffed(world).await;
        world.board(GROUP).await;
        world.says("Chị Hoa", "/dangky THUE 120 tỷ").await;
        world.says("Thường trực", "/duyet 1 ok").await;
        world.advance(TimeDelta::days(16)).await;
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Thường trực", "/dinhchinh 1 58 nhầm").await.contains("chưa thẩm định");
        world.says("Chị Thuế", "/thamdinh 1 ok").await;
        world
            .says("Thường trực", "/dinhchinh 1 60 nhầm")
            .await
            .contains("không có gì để đính chính");
        world.says("Thường trực", "/dinhchinh 1 +5 nhầm").await.contains("số luỹ kế đúng");
        let preview = world.says("Thường trực", "/dinhchinh 1 50 kho bạc trả lại").await;
        preview.contains("Trước: 60 tỷ đồng").contains("Sau: 50 tỷ đồng").contains("Tổng điểm");
        preview.contains("[Xác nhận] [Huỷ]");
        assert!(!world.sees("Chị Hoa").contains("kho bạc trả lại"));
        world.restart().await;
        world.presses("Thường trực", "Xác nhận").await.contains("Đã đăng công khai");
        let public = world.sandbox.world().last(GROUP).expect("a post").text;
        for text in [public, world.sees("Chị Hoa"), world.sees("Chị Thuế")] {
            assert!(text.contains("60 tỷ đồng → 50 tỷ đồng"), "{text}");
            assert!(text.contains("kho bạc trả lại"), "{text}");
        }
        let history = world.says("Chị Hoa", "/lichsu THUE").await;
        history.contains("Đính chính #1: 60 tỷ đồng → 50 tỷ đồng").contains("[Khiếu nại #1]");
        world.says("Chị Hoa", "/visao").await.contains("50 tỷ đồng (gốc 40 tỷ đồng");
        world.says("Chủ tịch", "/giaoban").await.contains("Đính chính: An Biên");
        world.says("Thường trực", "/dinhchinh").await.contains("Đã đính chính 1 lần");
        assert!(verified(world).await);
        // The week's post says it once more, the next week's no longer.
        world.advance_to(at(day(22), 8, 0)).await;
        let post = world.sandbox.world().last(GROUP).expect("a post").text;
        assert!(
            post.contains("Tin thi đua tuần 3") && post.contains("Đính chính: An Biên"),
            "{post}"
        );
        world.advance_to(at(day(29), 8, 0)).await;
        let post = world.sandbox.world().last(GROUP).expect("a post").text;
        assert!(post.contains("tuần 4") && !post.contains("Đính chính"), "{post}");
    })
    .await;
}

#[tokio::test]
async fn a_correction_confirmed_after_the_value_has_moved_is_shown_again() {
    World::play(async |world| {
        staffed(world).await;
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Chị Thuế", "/thamdinh 1 ok").await;
        world.says("Thường trực", "/dinhchinh").await.contains("số mấy");
        world.says("Thường trực", "1").await.contains("đang được xác nhận 60 tỷ đồng");
        world.says("Thường trực", "55").await.contains("Vì sao");
        world.says("Thường trực", "nhầm đơn vị tính").await.contains("Sau: 55 tỷ đồng");
        world.says("Chị Lan", "/dinhchinh 1 57 đối chiếu").await.contains("Sau: 57");
        world.presses("Chị Lan", "Xác nhận").await.contains("Đã đăng công khai");
        let again = world.presses("Thường trực", "Xác nhận").await;
        again.contains("Trước: 57 tỷ đồng").contains("Sau: 55 tỷ đồng");
        world.presses("Thường trực", "Huỷ").await;
        assert_eq!(kinds(world).await, ["reported", "checked", "corrected"]);
        world.says("Chị Hoa", "/dinhchinh 1 60 trả lại").await.contains("không thuộc nhiệm vụ");
    })
    .await;
}

#[tokio::test]
async fn changed_rules_are_told_to_all_and_changed_targets_to_their_unit() {
    World::play(async |world| {
        staffed(world).await;
        world.board(GROUP).await;
        let mut changed = small();
        changed.rules.award_cap = thidua::domain::quantity::Quantity::parse_plain("4").unwrap();
        changed.assignments[0].assigned =
            Some(thidua::domain::quantity::Quantity::parse_plain("130").unwrap());
        let book = thidua::render::workbook::template(&changed).unwrap();
        world.sends_file("Thường trực", "sua.xlsx", book).await;
        world.presses("Thường trực", "Xác nhận").await.contains("2 thay đổi");
        let (rule, target) = ("thuong_hoi_dong_toi_da: 5 → 4", "Giao AB · THUE, giao: 120 → 130");
        for name in ["Thường trực", "Chủ tịch", "Chị Hoa"] {
            let heard = world.sees(name);
            assert!(heard.contains(rule) && heard.contains(target), "{name}:\n{heard}");
        }
        let neighbour = world.sees("Anh Bình");
        assert!(neighbour.contains(rule) && !neighbour.contains(target), "{neighbour}");
        let public = world.sandbox.world().last(GROUP).expect("a post").text;
        assert!(public.contains(rule) && !public.contains(target), "{public}");
        world.says("Anh Bình", "/lichsu quytac").await.contains(rule).lacks(target);
        world.says("Chị Hoa", "/lichsu quytac").await.contains(target);
    })
    .await;
}
