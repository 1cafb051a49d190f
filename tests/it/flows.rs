//! An open question, and what happens to it when something else is asked for meanwhile.

use crate::world::World;

const STAYS: &str = "vẫn chờ đồng chí trả lời";

#[tokio::test]
async fn a_refused_command_leaves_the_open_question_and_says_so() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.says("Hoa", "/visao AD").await.contains("không thuộc nhiệm vụ").lacks(STAYS);
        world.says("Hoa", "/dangky THUE").await.contains("cam kết đạt bao nhiêu");
        world.says("Hoa", "/duyet 1 ok").await.contains("không thuộc nhiệm vụ").contains(STAYS);
        // An answer that cannot be read is refused too, but its question is plainly open.
        world.says("Hoa", "nhiều").await.contains("⚠️").lacks(STAYS);
        world.restart().await;
        world.says("Hoa", "130 tỷ").await.contains("130 tỷ đồng").contains("Đến ngày nào");
        world.presses("Hoa", "Ngày cuối").await;
        world.presses("Hoa", "Xác nhận").await.contains("#1");
        world.says("Hoa", "/duyet 1 ok").await.lacks(STAYS);
    })
    .await;
}

#[tokio::test]
async fn a_command_that_is_met_ends_the_open_question() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.says("Hoa", "/dangky THUE").await;
        world.says("Hoa", "/camket").await.lacks(STAYS);
        world.says("Hoa", "130 tỷ").await.lacks("Đến ngày nào");
        world.says("Hoa", "/dangky THUE 120").await.contains("#1");
    })
    .await;
}
