//! Bonus and penalty.

use super::*;

fn over(kind: IndicatorKind, baseline: &str, target: &str, value: &str) -> BigRational {
    let mut story = Plan::new()
        .units(None, &["AB"])
        .indicator("THU", kind, "1")
        .given("AB", "THU", baseline, target)
        .step("AB", "THU", "2022-10-01", "1")
        .story();
    story.pledges("AB", "THU", target, "2022-12-24", in_week(1, "Mon 09:00"));
    story.proves("AB", "THU", value, in_week(2, "Mon 09:00"));
    story.score("AB", in_week(2, "Tue 09:00")).bonus.points
}

#[test]
fn every_full_four_percent_beyond_the_target_earns_a_point() {
    assert_eq!(over(Increase, "0", "100", "103.999999"), of(0, 1));
    assert_eq!(over(Increase, "0", "100", "104"), of(1, 1));
    assert_eq!(over(Increase, "0", "100", "111.9"), of(2, 1));
    assert_eq!(over(Increase, "0", "100", "500"), of(5, 1));
    assert_eq!(over(Decrease, "20", "5", "4.8"), of(1, 1));
    assert_eq!(over(Decrease, "20", "5", "5.2"), of(0, 1));
    assert_eq!(over(Level, "95", "80", "76.8"), of(1, 1));
    assert_eq!(over(Level, "60", "80", "83.2"), of(1, 1));
    assert_eq!(over(Decrease, "20", "0", "-5"), of(0, 1));
    assert_eq!(over(Maintain, "80", "80", "100"), of(0, 1));
    assert_eq!(over(Milestone, "0", "1", "5"), of(0, 1));
    assert_eq!(over(Increase, "-20", "-10", "-9.6"), of(1, 1));
}

#[test]
fn only_confirmed_values_earn() {
    let mut story = one_pledge(Increase);
    story.proves("AB", "THU", "104", in_week(2, "Mon 09:00"));
    story.reports("AB", "THU", "120", in_week(2, "Tue 09:00"));
    assert_eq!(story.score("AB", in_week(2, "Wed 09:00")).bonus.points, of(1, 1));
}

#[test]
fn each_bonus_and_all_together_are_capped() {
    let mut plan = Plan::new().units(None, &["AB"]).rules(|rules| {
        rules.bonus_cap = q("8");
        rules.award_cap = q("4");
    });
    for code in ["A", "B"] {
        plan = plan.indicator(code, Increase, "1").given("AB", code, "0", "100");
    }
    let mut story = plan.story();
    for code in ["A", "B"] {
        story.pledges("AB", code, "100", "2022-12-24", in_week(1, "Mon 09:00"));
        story.proves("AB", code, "112", in_week(2, "Mon 09:00"));
    }
    let bonus = |story: &Story, when| story.score("AB", in_week(3, when)).bonus.points;
    assert_eq!(bonus(&story, "Mon 08:00"), of(5, 1));
    let award = story.awards("AB", "2.5", in_week(3, "Mon 09:00"));
    assert_eq!(bonus(&story, "Mon 10:00"), of(5, 1));
    story.confirms_award(award, "AB", in_week(3, "Mon 11:00"));
    assert_eq!(bonus(&story, "Mon 10:59:59"), of(5, 1));
    assert_eq!(bonus(&story, "Mon 11:00"), of(15, 2));
    let second = story.awards("AB", "4", in_week(3, "Mon 12:00"));
    story.confirms_award(second, "AB", in_week(3, "Mon 12:00"));
    let full = story.score("AB", in_week(3, "Tue 09:00")).bonus;
    assert_eq!((full.over, full.awards, full.points), (of(5, 1), of(4, 1), of(8, 1)));
    assert_eq!(full.lines.len(), 4);
}

/// Due on Friday 7/10.
fn due_soon() -> Story {
    let mut story = Plan::new()
        .units(None, &["AB"])
        .indicator("THU", Increase, "1")
        .given("AB", "THU", "0", "100")
        .rules(|rules| rules.missing_report_penalty = q("0"))
        .story();
    story.pledges("AB", "THU", "100", "2022-10-07", in_week(1, "Mon 09:00"));
    story
}

fn overdue(story: &Story, when: &str) -> (u32, BigRational) {
    let score = story.score("AB", at(when));
    (score.overdue, score.penalty.points)
}

#[test]
fn a_pledge_past_its_date_and_short_costs_two() {
    let mut story = due_soon();
    assert_eq!(overdue(&story, "2022-10-07 23:59:59"), (0, of(0, 1)));
    assert_eq!(overdue(&story, "2022-10-08 00:00"), (1, of(2, 1)));
    // A slow verifier costs the unit nothing; a returned figure does not help.
    let late = story.reports("AB", "THU", "100", at("2022-10-08 09:00"));
    assert_eq!(overdue(&story, "2022-10-08 10:00"), (0, of(0, 1)));
    story.returns(late, at("2022-10-09 09:00"));
    assert_eq!(overdue(&story, "2022-10-09 10:00"), (1, of(2, 1)));
    // Done, though late.
    story.proves("AB", "THU", "100", at("2022-10-10 09:00"));
    assert_eq!(overdue(&story, "2022-10-10 12:00"), (0, of(0, 1)));
}

#[test]
fn the_newest_value_decides_whether_it_is_short() {
    let mut story = due_soon();
    story.reports("AB", "THU", "100", at("2022-10-05 09:00"));
    story.reports("AB", "THU", "95", at("2022-10-06 09:00"));
    assert_eq!(overdue(&story, "2022-10-08 09:00").0, 1);
}

#[test]
fn an_obstacle_raised_before_the_date_spares_the_points_only() {
    for (raised, penalty) in [("2022-10-06 23:59:59", 0), ("2022-10-07 00:00", 2)] {
        let mut story = due_soon();
        story.hits("AB", "THU", "chưa có mặt bằng", at(raised));
        assert_eq!(overdue(&story, "2022-10-08 09:00"), (1, of(penalty, 1)), "{raised}");
    }
}

#[test]
fn steps_are_overdue_until_all_are_said_to_be_done() {
    let mut story = Plan::new()
        .units(None, &["AB"])
        .indicator("DUONG", Milestone, "1")
        .given("AB", "DUONG", "0", "")
        .step("AB", "DUONG", "2022-10-03", "1")
        .step("AB", "DUONG", "2022-10-07", "1")
        .rules(|rules| rules.missing_report_penalty = q("0"))
        .story();
    story.pledges("AB", "DUONG", "2", "2022-10-07", in_week(1, "Mon 09:00"));
    story.reports("AB", "DUONG", "1", at("2022-10-06 09:00"));
    assert_eq!(overdue(&story, "2022-10-08 09:00").0, 1);
    story.reports("AB", "DUONG", "2", at("2022-10-08 10:00"));
    assert_eq!(overdue(&story, "2022-10-08 11:00").0, 0);
}

#[test]
fn penalties_are_capped() {
    let story = one_pledge(Increase);
    let score = story.score("AB", in_week(13, "Sun 18:00"));
    assert_eq!(score.penalty.lines.len(), 13);
    assert_eq!(score.penalty.points, of(10, 1));
    // Twelve missing reports and one overdue pledge.
    assert_eq!(score.discipline.missing.len(), 12);
    assert_eq!(score.overdue, 1);
}
