//! The main commands, from a pledge to its history, for people who read English: nothing
//! Vietnamese is left but names and measures.

use crate::world::{Reply, World, at, day};

/// Names and measures, which are data of the campaign and stay as they are.
const DATA: [&str; 22] = [
    "An Biên",
    "An Dương",
    "Lam Sơn",
    "Nghĩa Xá",
    "Chi cục Thuế",
    "Thu thuế",
    "Cụm 1",
    "Cụm 2",
    "tỷ đồng",
    "90 ngày nước rút",
    "Thường trực",
    "tỷ",
    "Tiếng Việt",
    "UBND quận",
    "Kinh tế",
    "Nguyễn Văn A",
    "Nợ thuế",
    "Cải cách hành chính",
    "điểm",
    "Làm đường",
    "bước",
    "Đơn thư đúng hạn",
];

/// Fails where a letter that only Vietnamese has is left.
#[track_caller]
fn is_english(reply: &Reply) -> &Reply {
    // The mark of a picture is the harness's own.
    let mut text = reply.text().replace("(ảnh) ", "");
    assert!(!text.is_empty(), "nothing was said");
    for name in DATA {
        text = text.replace(name, "");
    }
    let odd = |letter: char| {
        let vietnamese = ('\u{1ea0}'..='\u{1ef9}').contains(&letter);
        vietnamese || "ăâđêôơưĂÂĐÊÔƠƯàáảãạèéìíòóùúýÀÁẢÃẠÈÉÌÍÒÓÙÚÝ".contains(letter)
    };
    let left: String = text.lines().filter(|line| line.contains(odd)).collect();
    assert!(left.is_empty(), "«{left}» in:\n{text}");
    reply
}

#[tokio::test]
async fn a_pledge_a_report_its_check_and_the_ranking_are_all_in_english() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.joins("Minh", "verifier", "CCT").await;
        for name in ["Hoa", "Minh", "Thường trực"] {
            is_english(&world.says(name, "/language en").await);
        }
        is_english(&world.says("Hoa", "/pledge").await).contains("Cancel");
        is_english(&world.presses("Hoa", "THUE").await).contains("promise to reach");
        is_english(&world.says("Hoa", "120 tỷ").await);
        is_english(&world.presses("Hoa", "The last day").await).contains("[Confirm]");
        is_english(&world.presses("Hoa", "Confirm").await).contains("#1");
        is_english(&world.says("Thường trực", "/approve").await).contains("[Approve]");
        is_english(&world.presses("Thường trực", "Approve").await).contains("Approved #1");
        world.advance_to(at(day(16), 9, 0)).await;
        is_english(&world.says("Hoa", "/update THUE 64.5 tỷ slow start").await).contains("#1");
        is_english(&world.says("Hoa", "/pledges").await).contains("64.5");
        is_english(&world.says("Minh", "/verify").await).contains("[Right]");
        is_english(&world.presses("Minh", "Right").await).contains("confirmed");
        is_english(&world.says("Hoa", "/ranking").await).contains("An Biên");
        is_english(&world.says("Hoa", "/why").await).contains("Total");
        is_english(&world.says("Hoa", "/history THUE").await).contains("#1");
        is_english(&world.says("Hoa", "/nochange THUE").await).contains("#2");
        is_english(&world.says("Hoa", "/reminders").await);
        is_english(&world.says("Hoa", "/me").await);
        is_english(&world.says("Hoa", "/help").await).contains("/update");
        is_english(&world.says("Thường trực", "/help").await).contains("/approve");
        is_english(&world.says("Thường trực", "/brief").await).contains("Results");
        is_english(&world.says("Thường trực", "/risks").await);
        // What was asked for is refused in English too, and so is a slip.
        is_english(&world.says("Hoa", "/verify").await);
        is_english(&world.says("Hoa", "/updaet").await).contains("/update");
    })
    .await;
}

#[tokio::test]
async fn an_edited_message_changes_nothing_and_is_answered_with_a_hint() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        let hoa = world.id("Hoa");
        let edit = async |world: &mut World, from: &str, to: &str| {
            let messages = world.sandbox.world().messages(hoa);
            let old = messages.iter().rev().find(|one| one.text == from).expect("it was said").id;
            world.watch(hoa, |world| world.sandbox.world().edit(hoa, hoa, old, to)).await
        };
        world.says("Hoa", "/dangky THUE 120 tỷ").await.contains("#1");
        edit(world, "/dangky THUE 120 tỷ", "/dangky THUE 130 tỷ").await.contains("sửa");
        world.says("Hoa", "/camket").await.contains("120 tỷ đồng").lacks("130");
        world.says("Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Hoa", "/language en").await;
        is_english(&edit(world, "/capnhat THUE 60", "/capnhat THUE 61").await);
        world.says("Hoa", "/history THUE").await.contains("60").lacks("61").lacks("#2");
        // In the middle of a guided flow the question stays as it was.
        world.says("Hoa", "/update THUE").await;
        is_english(&edit(world, "/update THUE", "/update NO").await);
        world.says("Hoa", "62").await.contains("#2");
    })
    .await;
}
