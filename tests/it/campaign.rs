//! The spine as one conversation: from an official's message to Monday's ranking.

use chrono::TimeDelta;

use crate::world::{World, at, day};

#[tokio::test]
async fn a_ward_joins_pledges_reports_is_verified_and_leads_on_monday() {
    World::play(async |world| {
        world.joins("An", "unit_lead", "AB").await.contains("An Biên");
        world.joins("Thuế", "verifier", "CCT").await;
        world.joins("Chủ tịch", "leader", "").await;
        world.says("An", "/dangky THUE 120 tỷ").await.contains("#1");
        world.says("Thường trực", "/duyet 1 ok").await.contains("#1");
        world.advance(TimeDelta::days(8)).await;
        world.says("An", "/capnhat THUE 60 tỷ thu đợt 1").await.contains("#1");
        world.says("Thuế", "/thamdinh 1 ok").await.contains("#1");
        // Day 15 is Monday 10/10: places appear with the table of week 3.
        world.advance_to(at(day(22), 6, 0)).await;
        let chair = world.id("Chủ tịch");
        world.clock.set(at(day(22), 6, 30));
        let monday = world.watch(chair, |_| ()).await;
        monday.contains("An Biên").contains("tuần 3");
        world.says("An", "/visao").await.contains("THUE");
    })
    .await;
}
