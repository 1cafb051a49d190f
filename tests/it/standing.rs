use crate::world::{World, at, day, small};
use chrono::TimeDelta;

async fn town(world: &mut World) {
    world.joins("Hoa", "unit_lead", "AB").await;
    world.joins("Dũng", "unit_lead", "AD").await;
    world.joins("Thuế", "verifier", "CCT").await;
    world.joins("Chủ tịch", "leader", "").await;
    for (who, line) in [("Hoa", "THUE 120 tỷ"), ("Hoa", "DON 95"), ("Dũng", "THUE 130 tỷ")] {
        world.says(who, &format!("/dangky {line}")).await.contains("#");
    }
    world.says("Thường trực", "/duyet tatca").await;
    world.presses("Thường trực", "Xác nhận").await;
}

#[tokio::test]
async fn draft() {
    World::play_in(small(), async |world| {
        let p = |tag: &str, text: &str| println!("=== {tag}\n{text}\n");
        town(world).await;
        p("hoa d1", &world.says("Hoa", "/xephang").await.text());
        p("hoa why d1", &world.says("Hoa", "/visao").await.text());
        world.advance_to(at(day(11), 14, 0)).await;
        world.says("Hoa", "/capnhat THUE 60").await;
        world.says("Thuế", "/thamdinh 1 ok").await;
        p("thu nudges hoa", &world.sees("Hoa"));
        let r = world.watch(world.id("Hoa"), |_| {}).await;
        p("none", &r.text());
        world.clock.set(at(day(11), 15, 0));
        let id = world.id("Hoa");
        let r = world.watch(id, |_| {}).await;
        p("nudge hoa", &r.text());
        p("dũng", &world.sees("Dũng"));
        world.advance_to(at(day(15), 9, 0)).await;
        p("leader", &world.sees("Chủ tịch"));
        p("hoa d15", &world.says("Hoa", "/xephang").await.text());
        p("hoa why d15", &world.says("Hoa", "/visao").await.text());
        p("leader xephang", &world.says("Chủ tịch", "/xephang").await.text());
        p("leader tuần 2 c1", &world.says("Chủ tịch", "/xephang tuần 2 c1").await.text());
        p("hoa tuần 2", &world.says("Hoa", "/xephang tuần 2").await.text());
        p("leader risks", &world.says("Chủ tịch", "/canhbao").await.text());
        p("leader brief", &world.says("Chủ tịch", "/giaoban tháng").await.text());
        p("leader commend", &world.says("Chủ tịch", "/khenthuong").await.text());
        p("leader why", &world.says("Chủ tịch", "/visao AD").await.text());
        p("hoa why AD", &world.says("Hoa", "/visao AD").await.text());
        world.advance_to(at(day(85), 9, 0)).await;
        p("hoa frozen", &world.says("Hoa", "/xephang").await.text());
        p("hoa tuần 12", &world.says("Hoa", "/xephang tuần 12").await.text());
        p("leader frozen", &world.says("Chủ tịch", "/xephang").await.text());
        world.advance_to(at(day(106), 9, 0)).await;
        p("hoa all", &world.sees("Hoa"));
        p("office all", &world.sees("Thường trực"));
        world.advance(TimeDelta::hours(1)).await;
    })
    .await;
}
