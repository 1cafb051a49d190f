//! Badges, thanks and examples of the week: who gives them, who is told, and what stays.

use thidua::domain::calendar::Week;
use thidua::domain::fact::{Fact, What};

use crate::world::{Reply, World, at, day};

const GROUP: i64 = -100_800;

/// Two wards of `C1` and one of `C2` with pledges, a verifier, a leader, and a group.
async fn town(world: &mut World) {
    world.joins("Hoa", "unit_lead", "AB").await;
    world.joins("Dũng", "unit_lead", "AD").await;
    world.joins("Lan", "reporter", "LS").await;
    world.joins("Thuế", "verifier", "CCT").await;
    world.joins("Chủ tịch", "leader", "").await;
    let pledges = [("Hoa", "THUE 120 tỷ"), ("Dũng", "THUE 130 tỷ"), ("Lan", "THUE 120 tỷ")];
    world.pledged(&pledges).await;
    world.board(GROUP).await;
}

/// What the group is told on the Monday morning of a day.
async fn posted(world: &mut World, day_number: u32) -> Reply {
    world.clock.set(at(day(day_number), 7, 30));
    world.watch(GROUP, |_| {}).await
}

/// Hoa reports in week 2 to `until`, always on time and always right.
async fn four_good_weeks(world: &mut World, until: u32) {
    for week in 2..=until {
        world.wake((week - 1) * 7 + 3, 9, 0).await;
        world.says("Hoa", &format!("/capnhat THUE {}", 40 + week * 4)).await.contains("#");
        world.says("Thuế", &format!("/thamdinh {} ok", week - 1)).await.contains("xác nhận");
        world.wake(week * 7, 18, 0).await;
    }
}

/// The badges given, oldest first.
async fn given(world: &mut World) -> Vec<Fact> {
    let mut facts = world.facts().await;
    facts.retain(|fact| matches!(fact.what, What::BadgeGiven(_)));
    facts
}

async fn verdict(world: &mut World) -> Option<String> {
    world.audit().await.first_difference
}

#[tokio::test]
async fn badges_are_given_at_the_closing_told_in_the_post_and_shown_with_what_they_rest_on() {
    World::play(async |world| {
        town(world).await;
        world.says("Hoa", "/huyhieu").await.contains("Chưa có huy hiệu").contains("Chuỗi đúng hẹn");
        four_good_weeks(world, 5).await;
        let post = posted(world, 36).await.text();
        let badges = post.split_once("Huy hiệu tuần này").unwrap().1;
        let badges: Vec<&str> = badges.lines().filter(|line| line.contains("🏅")).collect();
        assert_eq!(badges, ["🏅 An Biên: Số liệu chuẩn", "🏅 An Biên: Đúng hẹn 4 tuần"]);
        insta::assert_snapshot!(world.says("Hoa", "/huyhieu").await.text(), @r"
        Huy hiệu của An Biên
        🏅 #3 Đúng hẹn 4 tuần, tuần 5: tuần 2, 3, 4, 5
        🏅 #2 Số liệu chuẩn, tuần 5: báo cáo #1, #2, #3, #4
        🏅 #1 Dẫn đầu cụm, tuần 3: tuần 3

        Chuỗi đúng hẹn: 4 tuần.
        Sắp đạt:
        • Còn 4 tuần đúng hẹn nữa là đạt mốc 8 tuần.

        Lời cảm ơn của đơn vị bạn: nhận 0, gửi 0.
        [Cảm ơn đơn vị bạn] [Đề cử gương sáng]
        ");
        world.says("Chủ tịch", "/huyhieu AB").await.contains("Huy hiệu của An Biên").lacks("[");
        world.says("Chủ tịch", "/huyhieu").await.contains("Huy hiệu toàn đợt thi đua");
        world.says("Dũng", "/huyhieu AB").await.contains("không thuộc nhiệm vụ");
        world.says("Dũng", "/huyhieu").await.contains("Chưa có huy hiệu").lacks("An Biên");
        world.says("Hoa", "/huyhieu ZZ").await.contains("Không có đơn vị mã");
        assert_eq!(verdict(world).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_broken_run_begins_again_and_a_closing_long_after_gives_the_same() {
    let play = async |late: bool| {
        let mut found = Vec::new();
        World::play(async |world| {
            town(world).await;
            for week in 2..=5_u32 {
                if week != 3 {
                    world.wake((week - 1) * 7 + 3, 9, 0).await;
                    let value = 40 + week * 4;
                    let said = world.says("Hoa", &format!("/capnhat THUE {value}")).await.text();
                    let number = said.split('#').nth(1).unwrap().split(':').next().unwrap();
                    world
                        .says("Thuế", &format!("/thamdinh {number} ok"))
                        .await
                        .contains("xác nhận");
                }
                if !late {
                    world.wake(week * 7, 18, 0).await;
                }
            }
            world.wake(37, 9, 0).await;
            let given = given(world).await;
            found = given.into_iter().map(|fact| (fact.counted_at, fact.what)).collect();
            world
                .says("Hoa", "/huyhieu")
                .await
                .contains("Chuỗi đúng hẹn: 3 tuần")
                .contains("Tuần 3");
            world.says("Lan", "/huyhieu").await.contains("bắt đầu từ tuần đầu tiên");
            assert_eq!(verdict(world).await, None);
        })
        .await;
        found
    };
    let in_time = play(false).await;
    assert!(!in_time.is_empty());
    assert_eq!(in_time, play(true).await);
    for (counted_at, what) in in_time {
        let What::BadgeGiven(given) = what else { panic!() };
        assert_eq!(counted_at, at(day(given.week.0 * 7), 18, 0));
    }
}

#[tokio::test]
async fn the_office_takes_a_badge_back_and_the_unit_is_told() {
    World::play(async |world| {
        town(world).await;
        four_good_weeks(world, 5).await;
        let listed = world.says("Thường trực", "/huyhieu").await.text();
        let line = listed.lines().find(|line| line.contains("Đúng hẹn 4 tuần (tuần 5)")).unwrap();
        let number = line.split('#').nth(1).unwrap().split(' ').next().unwrap().to_owned();
        world
            .says("Hoa", &format!("/huyhieu thu {number} nhầm"))
            .await
            .contains("không thuộc nhiệm vụ");
        world.says("Thường trực", "/huyhieu thu 99 nhầm").await.contains("Không có huy hiệu");
        world.says("Thường trực", "/huyhieu thu x nhầm").await.contains("Không có huy hiệu");
        // Guided, and the bot dies in the middle.
        world.presses("Thường trực", "Thu hồi huy hiệu").await.contains("số mấy");
        world.restart().await;
        world.says("Thường trực", &number).await.contains("Vì sao?");
        world.restart().await;
        let long = "x".repeat(301);
        world.says("Thường trực", &long).await.contains("tối đa 300");
        let hoa = world.id("Hoa");
        let office = world.id("Thường trực");
        let told = world
            .watch(hoa, |world| {
                world.sandbox.world().say(office, office, "Báo cáo tuần 4 do nhập hộ");
            })
            .await;
        told.contains("đã được thu hồi").contains("nhập hộ").contains("Đúng hẹn 4 tuần");
        world
            .says("Thường trực", &format!("/huyhieu thu #{number} lại"))
            .await
            .contains("từ trước");
        world
            .says("Hoa", "/huyhieu")
            .await
            .contains("đã thu hồi. Lý do: Báo cáo tuần 4 do nhập hộ");
        // It is neither told in the post nor given again.
        posted(world, 36).await.contains("Số liệu chuẩn").lacks("Đúng hẹn 4 tuần");
        world.wake(42, 18, 0).await;
        let listed = world.says("Thường trực", "/huyhieu").await;
        listed.lacks("Đúng hẹn 4 tuần");
        assert_eq!(verdict(world).await, None);
    })
    .await;
}

#[tokio::test]
async fn verify_names_a_badge_that_nobody_earned_and_one_that_is_missing() {
    World::play(async |world| {
        town(world).await;
        four_good_weeks(world, 5).await;
        assert_eq!(verdict(world).await, None);
        let given = given(world).await;
        let What::BadgeGiven(mut forged) = given.last().unwrap().what.clone() else { panic!() };
        forged.week = Week(4);
        world.forges(What::BadgeGiven(forged)).await;
        let difference = verdict(world).await.unwrap();
        assert!(difference.contains("badge_given") && difference.contains("AB"), "{difference}");
    })
    .await;
}

#[tokio::test]
async fn units_thank_each_other_twice_a_week_and_never_themselves() {
    World::play(async |world| {
        town(world).await;
        let dung = world.id("Dũng");
        let hoa = world.id("Hoa");
        let told = world
            .watch(dung, |world| {
                world.sandbox.world().say(hoa, hoa, "/huyhieu camon AD cho mượn <máy bơm>");
            })
            .await;
        told.contains("An Biên cảm ơn đơn vị đồng chí: “cho mượn <máy bơm>”");
        assert!(world.sees("Hoa").contains("Đã gửi lời cảm ơn #1 tới An Dương"));
        world.says("Hoa", "/huyhieu camon AB giỏi").await.contains("dành cho đơn vị khác");
        world.says("Hoa", "/huyhieu camon ZZ giỏi").await.contains("Không có đơn vị mã");
        world
            .says("Thường trực", "/huyhieu camon AB giỏi")
            .await
            .contains("không báo cáo cho đơn vị");
        // The second one guided, across a restart.
        world.says("Hoa", "/huyhieu").await;
        let asked = world.presses("Hoa", "Cảm ơn đơn vị bạn").await;
        asked.contains("đơn vị nào").contains("[Lam Sơn]").lacks("[An Biên]");
        world.presses("Hoa", "Lam Sơn").await.contains("về việc gì");
        world.restart().await;
        world
            .says("Hoa", "hỗ trợ đối chiếu sổ thuế")
            .await
            .contains("#2")
            .contains("còn gửi được 0");
        world.says("Hoa", "/huyhieu camon AD nữa").await.contains("tối đa 2");
        world.says("Hoa", "/huyhieu").await.contains("nhận 0, gửi 2");
        world.says("Lan", "/huyhieu").await.contains("nhận 1, gửi 0");
        world.wake(8, 9, 0).await;
        world.says("Hoa", "/huyhieu camon AD tuần mới").await.contains("#3");
        world.wake(95, 9, 0).await;
        world.says("Hoa", "/huyhieu camon AD hết đợt").await.contains("trong thời gian của đợt");
    })
    .await;
}

#[tokio::test]
async fn an_example_is_nominated_chosen_by_a_button_and_told_once() {
    World::play(async |world| {
        town(world).await;
        world.wake(10, 9, 0).await;
        world.says("Hoa", "/huyhieu guongsang tổ dân phố 5 vận động 30 hộ").await.contains("#1");
        world.says("Hoa", "/huyhieu guongsang AD lần nữa").await.contains("đã đề cử #1");
        // Guided, about another unit, across a restart.
        world.says("Dũng", "/huyhieu guongsang").await.contains("của đơn vị nào");
        world.restart().await;
        world.says("Dũng", "ls").await.contains("Lam Sơn");
        world.says("Dũng", &"x".repeat(400)).await.contains("tối đa 300");
        world.says("Dũng", "thu gom 5 tấn <rác>").await.contains("#2");
        world.says("Hoa", "/huyhieu chon 2").await.contains("không thuộc nhiệm vụ");
        let list = world.says("Thường trực", "/huyhieu chon").await;
        list.contains("tin tuần 2").contains("[Chọn #1]").contains("thu gom 5 tấn <rác>");
        let lan = world.id("Lan");
        let office = world.id("Thường trực");
        let message = list.last().id;
        let told = world
            .watch(lan, |world| {
                world.sandbox.world().press(office, office, message, "Chọn #2").unwrap();
            })
            .await;
        told.contains("Gương sáng tuần này: Lam Sơn");
        world.says("Thường trực", "/huyhieu chon 1").await.contains("đã có gương sáng: #2");
        world.says("Thường trực", "/huyhieu chon 9").await.contains("Không có đề cử");
        world.wake(14, 18, 0).await;
        let post = posted(world, 15).await;
        post.contains("Gương sáng tuần: Lam Sơn – “thu gom 5 tấn <rác>” (An Dương đề cử)");
        // The other one may still be chosen for the week after, the first is told once.
        world.wake(16, 9, 0).await;
        world.says("Thường trực", "/huyhieu chon 2").await.contains("đã được chọn");
        world.says("Thường trực", "/huyhieu chon 1").await.contains("tin tuần 3");
        world.wake(21, 18, 0).await;
        posted(world, 22).await.contains("Gương sáng tuần: An Biên").lacks("Lam Sơn –");
        world.wake(28, 18, 0).await;
        posted(world, 29).await.lacks("Gương sáng");
    })
    .await;
}

#[tokio::test]
async fn the_export_has_badges_thanks_and_examples() {
    World::play(async |world| {
        town(world).await;
        world.says("Hoa", "/huyhieu camon AD cho mượn máy").await;
        world.says("Hoa", "/huyhieu guongsang LS dọn rác").await;
        world.says("Thường trực", "/huyhieu chon 1").await.contains("Đã chọn");
        four_good_weeks(world, 5).await;
        world.says("Thường trực", "/huyhieu thu 1 rà soát").await.contains("Đã thu hồi");
        let export = world.export_json().await;
        assert_eq!(export["kudos"][0]["unit"], "AB");
        assert_eq!(export["kudos"][0]["to"], "AD");
        assert_eq!(export["examples"][0]["of"], "LS");
        assert_eq!(export["examples"][0]["chosen"]["week"], 1);
        assert_eq!(export["badges"][0]["revoked"]["text"], "rà soát");
        let badges = export["badges"].as_array().unwrap();
        let streak = badges.iter().find(|badge| badge["badge"] == "on_time").unwrap();
        assert_eq!(streak["grounds"]["weeks"], serde_json::json!([2, 3, 4, 5]));
        assert_eq!((&streak["unit"], &streak["weeks"]), (&"AB".into(), &4.into()));
        let clean = badges.iter().find(|badge| badge["badge"] == "true_figures").unwrap();
        assert_eq!(clean["grounds"]["entries"], serde_json::json!([1, 2, 3, 4]));
    })
    .await;
}

#[tokio::test]
async fn what_all_have_reached_is_told_in_one_post_only() {
    World::play(async |world| {
        town(world).await;
        world.wake(10, 9, 0).await;
        for (who, number) in [("Hoa", 1), ("Dũng", 2)] {
            world.says(who, "/capnhat THUE 75").await.contains(&format!("#{number}"));
            world.says("Thuế", &format!("/thamdinh {number} ok")).await;
        }
        world.wake(14, 18, 0).await;
        let post = posted(world, 15).await;
        post.contains("Cột mốc chung: Thu thuế – 2/4 đơn vị đạt trên 50%");
        // 75 + 75 + 40 + 40 of 480 is not yet the half.
        post.lacks("toàn đợt thi đua đạt");
        world.wake(17, 9, 0).await;
        world.says("Lan", "/capnhat THUE 52").await.contains("#3");
        world.says("Thuế", "/thamdinh 3 ok").await;
        world.wake(21, 18, 0).await;
        let post = posted(world, 22).await;
        post.contains("Cột mốc chung: Thu thuế – toàn đợt thi đua đạt 50% chỉ tiêu giao");
        post.lacks("Cột mốc chung: Thu thuế – 2/4");
        assert_eq!(verdict(world).await, None);
    })
    .await;
}
