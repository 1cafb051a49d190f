use super::*;
use crate::domain::campaign::IndicatorKind::Increase;
use crate::domain::fact::What;
use crate::domain::ids::FactId;
use crate::domain::testkit::{Plan, Story, at, day, in_week, unit};

fn story() -> Story {
    Plan::new()
        .units(None, &["AB", "CCT"])
        .indicator("THU", Increase, "1")
        .given("AB", "THU", "0", "100")
        .story()
}

/// Who is called about `AB` on each day of two weeks from a Monday, in `Debug`'s words.
fn told(story: &Story, from: &str) -> Vec<(String, Vec<String>)> {
    let days = day(from).iter_days().take(14);
    days.filter_map(|on| {
        let calls = on_day(story, &on.to_string());
        let told: Vec<String> = calls.iter().map(|call| format!("{:?}", call.to)).collect();
        (!told.is_empty()).then(|| (on.format("%a %d/%m").to_string(), told))
    })
    .collect()
}

fn on_day(story: &Story, on: &str) -> Vec<Call> {
    let window = Window { after: day(on).pred_opt().unwrap(), on: day(on) };
    in_window(story, window)
}

fn in_window(story: &Story, window: Window) -> Vec<Call> {
    let state = story.state("AB", at(&format!("{} 08:00", window.on)));
    let ab = story.campaign.unit(&unit("AB")).unwrap();
    Round::new(&story.campaign, window).calls(ab, &state)
}

fn lines(told: &[(String, Vec<String>)]) -> Vec<String> {
    told.iter().map(|(on, to)| format!("{on}: {}", to.join(", "))).collect()
}

#[test]
fn an_answer_that_does_not_come_climbs_the_ladder() {
    let mut story = story();
    let obstacle = story.hits("AB", "THU", "mặt bằng", at("2022-10-03 09:00"));
    story.puts(obstacle, Addressee::Unit(unit("CCT")), Some("2022-10-07"), at("2022-10-03 10:00"));
    insta::assert_debug_snapshot!(lines(&told(&story, "2022-10-03")), @r#"
    [
        "Thu 06/10: Workers(CCT)",
        "Fri 07/10: Workers(CCT)",
        "Mon 10/10: Head(CCT)",
        "Wed 12/10: Office",
        "Fri 14/10: Leaders",
    ]
    "#);
    let answered = What::ObstacleAnswered {
        obstacle,
        line: Story::line("AB", "THU"),
        text: "đã có".to_owned(),
        evidence: Vec::new(),
    };
    story.record(answered, at("2022-10-11 15:00"));
    assert_eq!(lines(&told(&story, "2022-10-11")), Vec::<String>::new());
}

#[test]
fn a_decision_waits_for_the_leaders_and_the_office_is_told() {
    let mut story = story();
    let obstacle = story.hits("AB", "THU", "vốn", at("2022-10-03 09:00"));
    story.puts(obstacle, Addressee::Leaders, Some("2022-10-04"), at("2022-10-03 10:00"));
    insta::assert_debug_snapshot!(lines(&told(&story, "2022-10-03")), @r#"
    [
        "Tue 04/10: Leaders",
        "Wed 05/10: Leaders",
        "Fri 07/10: Office",
        "Tue 11/10: Leaders",
    ]
    "#);
    // Without a date nothing is ever late.
    story.puts(obstacle, Addressee::Leaders, None, at("2022-10-03 11:00"));
    assert_eq!(lines(&told(&story, "2022-10-03")), Vec::<String>::new());
}

#[test]
fn an_obstacle_that_nobody_is_asked_about_comes_back_to_the_office() {
    let mut story = story();
    story.hits("AB", "THU", "vốn", at("2022-10-07 16:00"));
    insta::assert_debug_snapshot!(lines(&told(&story, "2022-10-07")), @r#"
    [
        "Mon 10/10: Office",
        "Thu 13/10: Office",
        "Mon 17/10: Leaders",
    ]
    "#);
}

fn directive(story: &mut Story) -> FactId {
    story.directs("AB", "2022-10-12", at("2022-10-03 09:00"))
}

#[test]
fn a_directive_climbs_until_it_is_reported_and_again_when_it_is_sent_back() {
    let mut story = story();
    let directive = directive(&mut story);
    insta::assert_debug_snapshot!(lines(&told(&story, "2022-10-10")), @r#"
    [
        "Tue 11/10: Workers(AB)",
        "Wed 12/10: Workers(AB)",
        "Thu 13/10: Head(AB)",
        "Mon 17/10: Office",
        "Wed 19/10: Leaders",
    ]
    "#);
    story.carries_out(directive, "AB", at("2022-10-16 09:00"));
    assert_eq!(on_day(&story, "2022-10-17"), []);
    let reopened = What::DirectiveReopened {
        directive,
        unit: unit("AB"),
        reason: "chưa sạch".to_owned(),
        due: None,
    };
    story.record(reopened, at("2022-10-18 09:00"));
    assert_eq!(on_day(&story, "2022-10-19").len(), 1);
}

#[test]
fn a_report_that_never_came_climbs_until_the_line_speaks() {
    let mut story = story();
    story.pledges("AB", "THU", "100", "2022-12-20", in_week(1, "Mon 09:00"));
    // Week 2 ends on Friday 7/10 without a report.
    insta::assert_debug_snapshot!(lines(&told(&story, "2022-10-03")), @r#"
    [
        "Mon 10/10: Head(AB)",
        "Wed 12/10: Office",
        "Fri 14/10: Leaders",
    ]
    "#);
    let mut late = story.clone();
    late.reports("AB", "THU", "10", in_week(3, "Tue 09:00"));
    assert_eq!(on_day(&late, "2022-10-12"), []);
    let mut excused = story.clone();
    excused.excuses("AB", 2, in_week(3, "Mon 09:00"));
    assert_eq!(on_day(&excused, "2022-10-12"), []);
    story.reports("AB", "THU", "10", in_week(2, "Fri 17:00"));
    assert_eq!(on_day(&story, "2022-10-12"), []);
}

#[test]
fn a_pledge_past_its_date_reaches_the_leaders_in_the_end() {
    let mut story = story();
    story.pledges("AB", "THU", "100", "2022-10-12", in_week(1, "Mon 09:00"));
    let to = |on: &str| on_day(&story, on).iter().map(|call| call.to.clone()).collect::<Vec<_>>();
    assert_eq!(to("2022-10-11"), [Audience::Reporters(unit("AB"))]);
    assert!(to("2022-10-17").contains(&Audience::Head(unit("AB"))));
    assert!(to("2022-10-19").contains(&Audience::Office));
    assert!(to("2022-10-21").contains(&Audience::Leaders));
}

#[test]
fn steps_that_were_missed_are_taken_together_and_never_twice() {
    let mut story = story();
    directive(&mut story);
    let window = |after: &str, on: &str| Window { after: day(after), on: day(on) };
    let to = |window| in_window(&story, window).into_iter().map(|call| call.to).collect::<Vec<_>>();
    let ab = unit("AB");
    assert_eq!(
        to(window("2022-10-11", "2022-10-17")),
        [Audience::Workers(ab.clone()), Audience::Head(ab), Audience::Office]
    );
    assert_eq!(to(window("2022-10-17", "2022-10-18")), []);
}

#[test]
fn holidays_are_no_days_of_the_ladder_and_a_campaign_may_stretch_it() {
    let due = day("2022-10-06");
    let story = Plan::new().holiday("2022-10-07").story();
    let days = |story: &Story| {
        Step::ALL.map(|step| step.day(story.campaign.calendar(), due).format("%d").to_string())
    };
    assert_eq!(days(&story), ["05", "06", "10", "12", "14"]);
    let mut plan = Plan::new();
    plan.0.rhythm.head_days = 2;
    plan.0.rhythm.leader_days = u32::MAX;
    assert_eq!(days(&plan.story()), ["05", "06", "10", "11", "29"]);
}
