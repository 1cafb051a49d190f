//! The sentences of a brief.

use thidua::domain::briefing::IndicatorBrief;
use thidua::domain::campaign::{Campaign, Definition};
use thidua::text::{Lang, brief};

use crate::world::{World, at, day, small};

/// The small campaign, whose milestones have no measure, as the demonstration's have none.
fn unmeasured() -> Definition {
    let mut definition = small();
    let road = definition.indicators.iter_mut().find(|one| one.code.as_str() == "DUONG").unwrap();
    road.measure = thidua::domain::quantity::Measure::parse("");
    definition
}

async fn indicators(world: &mut World) -> Vec<IndicatorBrief> {
    world.brief().await.indicators
}

#[tokio::test]
async fn steps_are_called_steps_where_they_have_no_measure_of_their_own() {
    World::play_in(unmeasured(), async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.says("Hoa", "/dangky DUONG").await;
        world.says("Thường trực", "/duyet 1 ok").await.contains("#1");
        world.says("Hoa", "/capnhat DUONG 2/3").await.contains("#1");
        world
            .says("Thường trực", "/giaoban")
            .await
            .contains("Làm đường: đạt 0 mốc, đã báo cáo 2 mốc (phần chênh đang chờ thẩm định)")
            .contains("Thu thuế: đạt 160 tỷ đồng, bằng");
        world.says("Thường trực", "/language en").await;
        world.says("Thường trực", "/brief").await.contains("2 steps");
    })
    .await;
}

#[tokio::test]
async fn a_difference_that_is_not_to_be_seen_is_not_told() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.says("Hoa", "/dangky CCHC 90").await;
        world.says("Thường trực", "/duyet 1 ok").await;
        world.clock.set(at(day(9), 9, 0));
        world.says("Hoa", "/capnhat CCHC 70,1").await.contains("#1");
        let campaign = Campaign::new(small()).unwrap();
        let found = indicators(world).await;
        let level = found.iter().find(|one| one.code.as_str() == "CCHC").unwrap();
        // Over four units the mean has moved by a fortieth of a point.
        assert_ne!(level.reported, level.actual);
        let sentence = brief::sentence(&campaign, level, Lang::Vi);
        assert!(sentence.starts_with("Cải cách hành chính: đạt 70 điểm, bằng"), "{sentence}");
    })
    .await;
}
