//! Answers to reminders: a figure, in reply, is a report on the line that the reminder named.

use crate::world::{World, at, day};

/// What the two reminders of the second week say.
const THUE: &str = "Nhắc báo cáo tuần 2 (hạn 07/10/2022 17:00):\n• Thu thuế";
const DON: &str = "Nhắc báo cáo tuần 2 (hạn 07/10/2022 17:00):\n• Đơn thư";

/// A ward with two approved pledges that wants its reminders one by one, on the Thursday of the
/// second week, just reminded.
async fn reminded(world: &mut World) {
    world.joins("Hoa", "unit_lead", "AB").await;
    world.says("Hoa", "/dangky THUE 120 tỷ").await;
    world.says("Hoa", "/dangky DON 95").await;
    world.says("Thường trực", "/duyet 1 ok").await;
    world.says("Thường trực", "/duyet 2 ok").await;
    world.says("Hoa", "/nhacnho lẻ").await;
    let hoa = world.id("Hoa");
    world.clock.set(at(day(11), 15, 0));
    let nudged = world.watch(hoa, |_| {}).await;
    assert_eq!(nudged.messages.len(), 2, "{}", nudged.text());
}

#[tokio::test]
async fn a_figure_in_reply_is_a_report_on_the_line_that_was_named() {
    World::play(async |world| {
        reminded(world).await;
        world.replies("Hoa", THUE, "60").await.contains("#1").contains("60 tỷ đồng");
        world.replies("Hoa", DON, "95").await.contains("#2").contains("95%");
        world.says("Hoa", "/lichsu THUE").await.contains("#1").lacks("#2");
    })
    .await;
}

#[tokio::test]
async fn an_old_reminder_still_names_its_line_also_once_it_is_reported_or_complete() {
    World::play(async |world| {
        reminded(world).await;
        world.says("Hoa", "/capnhat THUE 60").await.contains("#1");
        world.replies("Hoa", THUE, "61").await.contains("#2").contains("trước đó 60");
        world.says("Hoa", "/capnhat THUE 120").await;
        world.presses("Hoa", "Xác nhận").await.contains("#3");
        world.joins("Thuế", "verifier", "CCT").await;
        world.says("Thuế", "/thamdinh 3 ok").await;
        // Weeks later, after a restart, with nothing owed on the line any more.
        world.restart().await;
        world.advance_to(at(day(24), 9, 0)).await;
        world.replies("Hoa", THUE, "121").await.contains("#4").contains("121 tỷ đồng");
    })
    .await;
}

#[tokio::test]
async fn a_reply_that_is_no_figure_is_told_what_is_missing_and_records_nothing() {
    World::play(async |world| {
        reminded(world).await;
        world
            .replies("Hoa", THUE, "đang đôn đốc")
            .await
            .contains("bắt đầu bằng con số")
            .contains("tỷ đồng");
        world.replies("Hoa", "đã tham gia", "60").await.contains("chỉ tiêu nào");
        world.says("Hoa", "/huy").await;
        world.replies("Hoa", THUE, "không đổi").await.contains("#1").contains("THUE");
        world.says("Hoa", "/lichsu").await.lacks("#2");
    })
    .await;
}

#[tokio::test]
async fn a_picture_in_reply_is_a_report_with_its_evidence() {
    World::play(async |world| {
        reminded(world).await;
        world.joins("Thuế", "verifier", "CCT").await;
        world.replies_with_photo("Hoa", THUE, "60").await.contains("#1").contains("60 tỷ đồng");
        world.says("Thuế", "/thamdinh 1").await.contains("Minh chứng: 1");
        // One that says nothing of a figure belongs to the report before, whatever it answers.
        world.replies_with_photo("Hoa", DON, "biên bản họp dân").await.lacks("#2");
        world.says("Thuế", "/thamdinh 1").await.contains("Minh chứng: 2");
        world.restart().await;
        // The line is the reminder's, not that of the last report.
        world.replies_with_photo("Hoa", DON, "95").await.contains("#2").contains("95%");
        world.says("Thường trực", "/thamdinh 2").await.contains("Minh chứng: 1");
    })
    .await;
}

#[tokio::test]
async fn a_picture_whose_words_hold_no_figure_for_the_line_is_told_so_and_asks_again() {
    World::play(async |world| {
        reminded(world).await;
        world.replies_with_photo("Hoa", THUE, "76,7 tấn").await.contains("⚠️");
        world.says("Hoa", "/lichsu").await.lacks("#1");
    })
    .await;
}
