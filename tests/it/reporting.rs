//! Reporting progress, as officials do it.

use chrono::TimeDelta;
use thidua::clock::Clock;
use thidua::domain::fact::{Doubt, EntryKind, Evidence, Fact, Reported, What};
use thidua::domain::quantity::Quantity;

use crate::world::{World, at, day};

/// An official of An Biên, with `THUE` pledged and approved.
async fn pledged(world: &mut World) {
    world.joins("Chị Hoa", "unit_lead", "AB").await;
    world.says("Chị Hoa", "/dangky THUE 120 tỷ 20/12/2022").await;
    world.says("Thường trực", "/duyet 1 ok").await;
}

async fn entries(world: &mut World) -> Vec<(Fact, Reported)> {
    let facts = world.facts().await;
    facts
        .into_iter()
        .filter_map(|fact| match fact.what.clone() {
            What::Reported(report) => Some((fact, report)),
            _ => None,
        })
        .collect()
}

async fn values(world: &mut World) -> Vec<String> {
    let entries = entries(world).await;
    let value = |report: &Reported| report.kind.value().map_or("=".to_owned(), Quantity::to_plain);
    entries.iter().map(|(_, report)| value(report)).collect()
}

#[tokio::test]
async fn a_plain_figure_is_recorded_and_answered_with_where_it_stands() {
    World::play(async |world| {
        pledged(world).await;
        world.advance_to(at(day(5), 9, 0)).await;
        let reply = world.says("Chị Hoa", "/capnhat thue 52,5 ty\u{309} thu đợt 1").await;
        reply
            .contains("#1")
            .contains("52,5 tỷ đồng")
            .contains("120 tỷ đồng")
            .contains("20/12/2022");
        reply.contains("15,6%").contains("Chi cục Thuế").contains("thu đợt 1");
        reply.contains("[Sửa số] [Xem điểm]").lacks("Xác nhận");
        let found = entries(world).await;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0.counted_at, at(day(5), 9, 0));
        assert_eq!(found[0].1.note, "thu đợt 1");
        assert_eq!(found[0].1.doubts, Vec::new());
        // An increment adds to the last value.
        world.says("Chị Hoa", "/update THUE +2,5 tỷ").await.contains("55 tỷ đồng").contains("#2");
        assert_eq!(values(world).await, ["52.5", "55"]);
    })
    .await;
}

#[tokio::test]
async fn bad_figures_are_refused_each_with_its_own_sentence_and_nothing_is_recorded() {
    World::play(async |world| {
        pledged(world).await;
        let long = "a".repeat(4000);
        for (text, answer) in [
            ("/capnhat THUE nhiều", "bắt đầu bằng con số"),
            ("/capnhat THUE 1,2,3", "chưa đọc được"),
            ("/capnhat THUE -5", "không thể âm"),
            ("/capnhat THUE +-90", "không thể âm"),
            ("/capnhat THUE 1 tỷ 2", "nhiều cách"),
            ("/capnhat THUE 75%", "tính bằng tỷ đồng"),
            ("/capnhat THUE 99999999999999999999999 tỷ", "quá lớn"),
            ("/capnhat THUE 3/4", "không tính bằng phân số"),
            ("/capnhat DUONG 4", "từ 0 đến 3"),
            ("/capnhat DUONG 1,5", "từ 0 đến 3"),
            ("/capnhat DUONG 2/4", "có 3 mốc"),
            (&format!("/capnhat THUE {long}"), "bắt đầu bằng con số"),
        ] {
            world.says("Chị Hoa", text).await.contains(answer);
        }
        assert_eq!(values(world).await, Vec::<String>::new());
        world.says("Chị Hoa", "/capnhat THUE 0").await.contains("Xác nhận");
    })
    .await;
}

#[tokio::test]
async fn a_number_with_two_readings_is_asked_about() {
    World::play(async |world| {
        pledged(world).await;
        let reply = world.says("Chị Hoa", "/capnhat CCHC 70.500 chấm lần 1").await;
        reply.contains("[70,5 điểm]").contains("[70.500 điểm]").contains("[Huỷ]");
        world.presses("Chị Hoa", "70,5 điểm").await.contains("#1").contains("70,5 điểm");
        let found = entries(world).await;
        assert_eq!(found[0].1.note, "chấm lần 1");
        assert_eq!(values(world).await, ["70.5"]);
    })
    .await;
}

#[tokio::test]
async fn lost_digits_are_confirmed_and_stay_in_the_note() {
    World::play(async |world| {
        pledged(world).await;
        let reply = world.says("Chị Hoa", "/capnhat THUE 52,12345678").await;
        reply.contains("52,123457 tỷ đồng").contains("làm tròn").contains("[Xác nhận] [Huỷ]");
        world.presses("Chị Hoa", "Xác nhận").await.contains("#1");
        let found = entries(world).await;
        assert_eq!(found[0].1.doubts, [Doubt::Rounded]);
        assert_eq!(found[0].1.note, "52,12345678");
    })
    .await;
}

#[tokio::test]
async fn odd_figures_are_confirmed_and_count_from_their_message() {
    World::play(async |world| {
        pledged(world).await;
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        let asked = world.clock.now();
        let reply = world.says("Chị Hoa", "/capnhat THUE 190").await;
        reply
            .contains("60 tỷ đồng")
            .contains("190 tỷ đồng")
            .contains("nhảy vọt")
            .contains("vượt xa");
        assert_eq!(values(world).await, ["60"]);
        world.advance(TimeDelta::hours(2)).await;
        world.presses("Chị Hoa", "Xác nhận").await.contains("#2");
        let found = entries(world).await;
        assert_eq!(found[1].1.doubts, [Doubt::Jump, Doubt::Excess]);
        assert_eq!(found[1].0.counted_at, asked);
        // Falling behind an unchecked entry corrects it.
        let reply = world.says("Chị Hoa", "/capnhat THUE 70").await;
        reply.contains("lùi").contains("bản sửa của #2");
        world.presses("Chị Hoa", "Xác nhận").await.contains("thay cho #2");
        let found = entries(world).await;
        let corrected = found[1].0.id;
        assert!(matches!(found[2].1.kind, EntryKind::Correction { of, .. } if of == corrected));
    })
    .await;
}

#[tokio::test]
async fn the_same_text_within_ten_minutes_is_one_entry_unless_confirmed() {
    World::play(async |world| {
        pledged(world).await;
        world.says("Chị Hoa", "/capnhat THUE 60 tỷ đợt 1").await.contains("#1");
        world.clock.advance(TimeDelta::minutes(10));
        let reply = world.says("Chị Hoa", "/capnhat THUE 60 tỷ đợt 1").await;
        reply.contains("#1").contains("Xác nhận");
        world.presses("Chị Hoa", "Huỷ").await;
        assert_eq!(values(world).await, ["60"]);
        // Another note, or more than ten minutes, makes it another text.
        world.says("Chị Hoa", "/capnhat THUE 60 tỷ đợt 2").await.contains("#2");
        world.clock.advance(TimeDelta::minutes(11));
        world.says("Chị Hoa", "/capnhat THUE 60 tỷ đợt 2").await.contains("#3");
        // An increment sent twice adds up to another value and is the same text all the same.
        world.says("Chị Hoa", "/capnhat THUE +2,5 tỷ").await.contains("62,5");
        world.says("Chị Hoa", "/capnhat THUE +2,5 tỷ").await.contains("65").contains("Xác nhận");
        world.presses("Chị Hoa", "Xác nhận").await.contains("#5");
        // A total is no repetition of the increment that led to it.
        world.says("Chị Hoa", "/capnhat THUE +3 tỷ").await.contains("#6").lacks("Xác nhận");
        world.says("Chị Hoa", "/khongdoi THUE").await.contains("#7");
        world.says("Chị Hoa", "/khongdoi THUE").await.contains("Xác nhận");
        world.presses("Chị Hoa", "Xác nhận").await.contains("#8");
        assert_eq!(values(world).await, ["60", "60", "60", "62.5", "65", "68", "=", "="]);
    })
    .await;
}

#[tokio::test]
async fn a_figure_confirmed_after_the_line_has_moved_is_asked_anew() {
    World::play(async |world| {
        pledged(world).await;
        world.joins("Anh Bình", "reporter", "AB").await;
        world.says("Chị Hoa", "/capnhat THUE 100").await.contains("nhảy vọt");
        world.says("Anh Bình", "/capnhat THUE 60").await.contains("#1");
        world.presses("Chị Hoa", "Xác nhận").await.contains("60 tỷ đồng").contains("[Xác nhận]");
        assert_eq!(values(world).await, ["60"]);
        world.presses("Chị Hoa", "Xác nhận").await.contains("#2");
    })
    .await;
}

#[tokio::test]
async fn unknown_codes_lead_to_the_right_line_and_keep_the_figure() {
    World::play(async |world| {
        pledged(world).await;
        let reply = world.says("Chị Hoa", "/capnhat TUHE 60 tỷ đợt 1").await;
        reply.contains("TUHE").contains("[THUE – Thu thuế]");
        world.presses("Chị Hoa", "THUE").await.contains("#1").contains("đợt 1");
        world
            .says("Chị Hoa", "/capnhat 61")
            .await
            .contains("61")
            .contains("THUE")
            .contains("DUONG");
        world.presses("Chị Hoa", "THUE").await.contains("#2").contains("61 tỷ đồng");
        world.says("Chị Hoa", "/capnhat ZZZZZZ 60").await.contains("Không có chỉ tiêu");
        assert_eq!(values(world).await, ["60", "61"]);
    })
    .await;
}

#[tokio::test]
async fn the_form_asks_line_and_figure_in_one_message_and_keeps_a_photo() {
    World::play(async |world| {
        pledged(world).await;
        world.advance_to(at(day(8), 9, 0)).await;
        let first = world.says("Chị Hoa", "/capnhat").await;
        first.contains("[🔸 THUE – Thu thuế]").contains("còn nợ");
        let message = first.last().id;
        let second = world.presses("Chị Hoa", "🔸 THUE").await;
        second.contains("Số gần nhất").contains("40 tỷ đồng").contains("Không đổi");
        assert_eq!(second.last().id, message);
        world.sends_photo("Chị Hoa", None).await.contains("minh chứng");
        let done = world.says("Chị Hoa", "55,5").await;
        done.contains("#1").contains("Minh chứng kèm theo: 1");
        assert_eq!(done.messages[0].id, message);
        assert_eq!(entries(world).await[0].1.evidence.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn steps_are_reported_by_a_button_or_as_a_fraction() {
    World::play(async |world| {
        pledged(world).await;
        let reply = world.says("Chị Hoa", "/capnhat DUONG").await;
        reply.contains("Họp dân").contains("10/10/2022").contains("[Đã xong mốc 3]");
        world.presses("Chị Hoa", "Đã xong mốc 1").await.contains("#1").contains("1/3");
        world.says("Chị Hoa", "/capnhat DUONG 2/3").await.contains("#2").contains("2/3");
        assert_eq!(values(world).await, ["1", "2"]);
    })
    .await;
}

#[tokio::test]
async fn without_an_approved_pledge_a_figure_is_recorded_and_the_author_told() {
    World::play(async |world| {
        world.joins("Chị Hoa", "unit_lead", "AB").await;
        let reply = world.says("Chị Hoa", "/capnhat THUE 60").await;
        reply.contains("#1").contains("chỉ tính điểm khi").contains("/dangky THUE");
    })
    .await;
}

#[tokio::test]
async fn photos_belong_to_the_report_they_come_with_or_soon_after() {
    World::play(async |world| {
        pledged(world).await;
        world.sends_photo("Chị Hoa", None).await.contains("chưa báo cáo số nào");
        world.sends_photo("Chị Hoa", Some("/capnhat THUE 60")).await.contains("kèm theo: 1");
        world.clock.advance(TimeDelta::minutes(30));
        world.sends_file("Chị Hoa", "bien-lai.pdf", b"%PDF".to_vec()).await.contains("#1");
        world.clock.advance(TimeDelta::minutes(1));
        world.sends_file("Chị Hoa", "khac.pdf", b"%PDF-2".to_vec()).await.contains("chưa báo cáo");
        let found = entries(world).await;
        assert!(matches!(found[0].1.evidence[..], [Evidence::Photo { .. }]));
    })
    .await;
}

#[tokio::test]
async fn a_bare_figure_is_taken_for_the_only_line_owed_once_confirmed() {
    World::play(async |world| {
        pledged(world).await;
        world.says("Chị Hoa", "55").await.contains("không còn nợ");
        world.advance_to(at(day(8), 9, 0)).await;
        world.says("Chị Hoa", "55").await.contains("THUE").contains("Xác nhận");
        world.presses("Chị Hoa", "Xác nhận").await.contains("#1").contains("55 tỷ đồng");
        world.says("Chị Hoa", "xin chào").await.contains("/capnhat");
    })
    .await;
}

#[tokio::test]
async fn the_author_mends_a_figure_before_its_check() {
    World::play(async |world| {
        pledged(world).await;
        world.says("Chị Hoa", "/capnhat THUE 75").await.contains("#1");
        world.presses("Chị Hoa", "Sửa số").await.contains("Số đúng là bao nhiêu");
        world.says("Chị Hoa", "+2").await.contains("số luỹ kế đúng");
        world.says("Chị Hoa", "57").await.contains("#2").contains("thay cho #1").lacks("Xác nhận");
        let found = entries(world).await;
        let first = found[0].0.id;
        assert!(matches!(found[1].1.kind, EntryKind::Correction { of, .. } if of == first));
    })
    .await;
}

#[tokio::test]
async fn nobody_reports_for_others_and_old_buttons_do_nothing() {
    World::play(async |world| {
        pledged(world).await;
        world
            .says("Thường trực", "/capnhat THUE 60")
            .await
            .contains("không báo cáo cho đơn vị nào");
        world.says("Chị Hoa", "/capnhat THUE 190").await.contains("Xác nhận");
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        let before = world.sees("Chị Hoa");
        world.presses("Chị Hoa", "Xác nhận").await;
        assert_eq!(world.sees("Chị Hoa"), before);
        assert_eq!(values(world).await, ["60"]);
    })
    .await;
}

#[tokio::test]
async fn figures_are_taken_until_a_week_after_the_end() {
    World::play(async |world| {
        pledged(world).await;
        world.clock.set(at(day(97), 23, 59));
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        world.clock.set(at(day(98), 0, 0));
        world.says("Chị Hoa", "/capnhat THUE 61").await.contains("24/12/2022");
        assert_eq!(values(world).await, ["60"]);
    })
    .await;
}
