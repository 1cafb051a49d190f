//! Completion, expectation, pace, weights.

use super::*;
use crate::domain::fact::Decision;
use crate::domain::testkit::unit;

fn share(direction: Direction, baseline: &str, target: &str, value: &str) -> BigRational {
    completion(direction, q(baseline), q(target), Value::from(q(value)))
}

#[test]
fn completion_goes_from_baseline_to_target_either_way() {
    assert_eq!(share(Direction::Up, "72.6", "100", "84"), of(114, 274));
    assert_eq!(share(Direction::Up, "72.6", "100", "70"), BigRational::zero());
    assert_eq!(share(Direction::Up, "72.6", "100", "120"), BigRational::one());
    assert_eq!(share(Direction::Down, "20", "5", "14"), of(6, 15));
    assert_eq!(share(Direction::Down, "20", "5", "25"), BigRational::zero());
    assert_eq!(share(Direction::Down, "20", "5", "4"), BigRational::one());
}

#[test]
fn a_target_at_the_baseline_is_held_or_lost() {
    assert_eq!(share(Direction::Up, "5", "5", "5"), BigRational::one());
    assert_eq!(share(Direction::Up, "5", "5", "4.9"), BigRational::zero());
    assert_eq!(share(Direction::Down, "5", "5", "5.1"), BigRational::zero());
    // A target behind the baseline never rewards falling below it.
    assert_eq!(share(Direction::Up, "50", "40", "45"), BigRational::one());
    assert_eq!(share(Direction::Up, "50", "40", "35"), BigRational::zero());
}

#[test]
fn a_level_moves_towards_its_target_from_either_side() {
    for (baseline, target, reported, value) in
        [("80", "95", "90", "85"), ("95", "80", "85", "90"), ("80", "80", "90", "85")]
    {
        let mut story = Plan::new()
            .units(None, &["AB"])
            .indicator("MUC", Level, "1")
            .given("AB", "MUC", baseline, target)
            .story();
        story.pledges("AB", "MUC", target, "2022-12-24", in_week(1, "Mon 09:00"));
        story.reports("AB", "MUC", reported, in_week(1, "Tue 09:00"));
        let score = story.score("AB", in_week(1, "Wed 09:00"));
        assert_eq!(score.results.items[0].value, Value::from(q(value)), "{baseline} → {target}");
    }
}

#[test]
fn what_goes_down_gains_by_falling() {
    let mut story = Plan::new()
        .units(None, &["AB"])
        .indicator("NO", Decrease, "1")
        .given("AB", "NO", "20", "5")
        .story();
    story.pledges("AB", "NO", "5", "2022-10-07", in_week(1, "Mon 09:00"));
    story.reports("AB", "NO", "14", in_week(1, "Tue 09:00"));
    let item = story.score("AB", in_week(1, "Fri 09:00")).results.items.remove(0);
    assert_eq!(item.value, Value::from(q("17")));
    assert_eq!(item.completion, of(3, 15));
    assert_eq!(item.expected, of(5, 10));
    assert_eq!(item.pace, of(2, 5));
    // A rise is a loss: it counts once checked, and never as a gain.
    story.reports("AB", "NO", "30", in_week(1, "Wed 09:00"));
    let item = story.score("AB", in_week(1, "Fri 09:00")).results.items.remove(0);
    assert_eq!(item.value, Value::from(q("20")));
}

#[test]
fn expectation_counts_working_days_and_has_a_floor() {
    let story = Plan::new().holiday("2022-09-27").story();
    let expected = |on| {
        let calendar = story.campaign.calendar();
        expected(calendar, story.campaign.rules(), day("2022-12-23"), day(on))
    };
    assert_eq!(story.campaign.calendar().working_days(day("2022-09-26"), day("2022-12-23")), 64);
    assert_eq!(expected("2022-09-26"), of(1, 10));
    assert_eq!(expected("2022-10-05"), of(7, 64));
    assert_eq!(expected("2022-10-04"), of(1, 10));
    assert_eq!(expected("2022-10-09"), of(9, 64));
    assert_eq!(expected("2022-12-22"), of(63, 64));
    assert_eq!(expected("2022-12-23"), BigRational::one());
    assert_eq!(expected("2022-12-31"), BigRational::one());
}

#[test]
fn pace_is_held_at_one() {
    assert_eq!(pace(&of(1, 4), &of(1, 2)), of(1, 2));
    assert_eq!(pace(&of(3, 4), &of(1, 2)), BigRational::one());
    assert_eq!(pace(&BigRational::zero(), &of(1, 2)), BigRational::zero());
    assert_eq!(pace(&of(1, 4), &BigRational::zero()), BigRational::one());
}

#[test]
fn weights_are_scaled_within_the_unit() {
    let mut story = Plan::new()
        .units(None, &["AB"])
        .indicator("A", Increase, "3")
        .indicator("B", Increase, "1")
        .given("AB", "A", "0", "100")
        .given("AB", "B", "0", "100")
        .story();
    for code in ["A", "B"] {
        story.pledges("AB", code, "100", "2022-10-07", in_week(1, "Mon 09:00"));
    }
    story.proves("AB", "A", "40", in_week(2, "Fri 09:00"));
    let results = story.score("AB", in_week(2, "Fri 12:00")).results;
    assert_eq!(results.items[0].weight, of(3, 4));
    assert_eq!(results.items[1].weight, of(1, 4));
    assert_eq!(results.points, of(70 * 3 * 40, 4 * 100));
}

#[test]
fn a_pledge_without_an_assignment_starts_from_zero() {
    let mut story = Plan::new().units(None, &["AB"]).indicator("THU", Increase, "1").story();
    assert!(!story.score("AB", in_week(1, "Mon 08:00")).competes);
    story.pledges("AB", "THU", "10", "2022-10-07", in_week(1, "Mon 09:00"));
    story.proves("AB", "THU", "4", in_week(2, "Fri 09:00"));
    let score = story.score("AB", in_week(2, "Fri 12:00"));
    assert!(score.competes);
    assert_eq!(score.results.items[0].completion, of(4, 10));
}

#[test]
fn from_day_fifteen_nothing_is_hidden_by_not_pledging() {
    let mut story = Plan::new()
        .units(None, &["AB"])
        .indicator("A", Increase, "1")
        .indicator("B", Increase, "1")
        .indicator("C", Increase, "1")
        .given("AB", "A", "0", "100")
        .given("AB", "B", "0", "100")
        .given("AB", "C", "0", "")
        .story();
    story.pledges("AB", "A", "100", "2022-10-07", in_week(1, "Mon 09:00"));
    story.proves("AB", "A", "100", in_week(1, "Tue 09:00"));
    // Waiting for approval is not approved.
    story.submits("AB", "B", "100", "2022-10-07", in_week(1, "Mon 09:00"));
    let why = |results: &Results| results.left_out.iter().map(|left| left.why).collect::<Vec<_>>();
    let before = story.score("AB", at("2022-10-09 23:59:59")).results;
    assert_eq!(before.points, of(70, 1));
    assert_eq!(why(&before), [Omission::NotPledgedYet, Omission::NoTarget]);
    let from = story.score("AB", at("2022-10-10 00:00")).results;
    assert_eq!(from.points, of(35, 1));
    assert_eq!(why(&from), [Omission::NoTarget]);
    assert_eq!(from.items[1].basis, Basis::AssignedOnly);
    assert_eq!(from.items[1].pace, BigRational::zero());
}

#[test]
fn no_counted_line_gives_no_results() {
    let story = Plan::new()
        .units(None, &["AB"])
        .indicator("A", Increase, "1")
        .given("AB", "A", "0", "100")
        .story();
    let score = story.score("AB", in_week(1, "Mon 09:00"));
    assert!(score.competes);
    assert_eq!(score.results.points, BigRational::zero());
    assert_eq!(score.total(), of(30, 1));
}

#[test]
fn the_latest_approved_pledge_counts_until_withdrawn() {
    let mut story = one_pledge(Increase);
    story.proves("AB", "THU", "50", in_week(1, "Tue 09:00"));
    let target = |story: &Story| story.score("AB", in_week(3, "Wed 12:00")).results.items[0].target;
    let second = story.submits("AB", "THU", "120", "2022-12-24", in_week(2, "Mon 09:00"));
    assert_eq!(target(&story), Some(q("100")));
    let returned = Decision::Returned { reason: "thấp".to_owned() };
    story.decides(second, returned, in_week(2, "Tue 09:00"));
    let line = story.state("AB", in_week(2, "Wed 09:00")).lines.remove(&indicator("THU")).unwrap();
    assert_eq!(line.waiting[0].returned.as_deref(), Some("thấp"));
    let third = story.pledges("AB", "THU", "110", "2022-12-24", in_week(2, "Wed 09:00"));
    assert_eq!(target(&story), Some(q("110")));
    let line = story.state("AB", in_week(2, "Thu 09:00")).lines.remove(&indicator("THU")).unwrap();
    assert_eq!(line.waiting, []);
    story.withdraws(third, in_week(3, "Mon 09:00"));
    let score = story.score("AB", in_week(3, "Wed 12:00"));
    assert_eq!(score.results.items[0].basis, Basis::AssignedOnly);
}

/// Steps due on 10/10 (weight 1), 31/10 (2) and 30/11 (1).
fn road() -> Story {
    let mut story = Plan::new()
        .units(None, &["AB"])
        .indicator("DUONG", Milestone, "1")
        .indicator("THU", Increase, "1")
        .given("AB", "DUONG", "0", "")
        .given("AB", "THU", "0", "100")
        .step("AB", "DUONG", "2022-11-30", "1")
        .step("AB", "DUONG", "2022-10-10", "1")
        .step("AB", "DUONG", "2022-10-31", "2")
        .story();
    story.pledges("AB", "DUONG", "3", "2022-11-30", in_week(1, "Mon 09:00"));
    story.pledges("AB", "THU", "100", "2022-10-07", in_week(1, "Mon 09:00"));
    story
}

#[test]
fn steps_count_by_weight_against_those_due() {
    let mut story = road();
    let item = |story: &Story, when| {
        let items = story.score("AB", when).results.items;
        items.into_iter().find(|item| item.indicator == indicator("DUONG"))
    };
    // Nothing due, nothing done: left out, and the other line has all the weight.
    let results = story.score("AB", at("2022-10-09 12:00")).results;
    assert_eq!(results.items.len(), 1);
    assert_eq!(results.items[0].weight, BigRational::one());
    assert_eq!(results.left_out[0].why, Omission::NothingDue);
    // Due and not done.
    let late = item(&story, at("2022-10-10 08:00")).unwrap();
    assert_eq!((late.completion, late.expected), (BigRational::zero(), of(1, 4)));
    // The first step confirmed, the second open: 1 + half of 2 of 4.
    story.proves("AB", "DUONG", "1", at("2022-10-04 09:00"));
    let early = item(&story, at("2022-10-05 08:00")).unwrap();
    assert_eq!((early.expected, early.pace), (BigRational::zero(), BigRational::one()));
    story.reports("AB", "DUONG", "2", at("2022-10-30 09:00"));
    let half = item(&story, at("2022-10-31 08:00")).unwrap();
    assert_eq!((half.completion, half.expected, half.pace), (of(2, 4), of(3, 4), of(2, 3)));
    // Part of a step is no step.
    story.proves("AB", "DUONG", "2.9", at("2022-11-29 09:00"));
    let part = item(&story, at("2022-11-30 12:00")).unwrap();
    assert_eq!((part.completion, part.expected), (of(3, 4), BigRational::one()));
    assert!(
        !story.state("AB", at("2022-11-30 12:00")).lines[&indicator("DUONG")]
            .is_complete(&setting(&story, "DUONG"))
    );
    story.proves("AB", "DUONG", "3", at("2022-11-30 13:00"));
    assert!(
        story.state("AB", at("2022-11-30 15:00")).lines[&indicator("DUONG")]
            .is_complete(&setting(&story, "DUONG"))
    );
}

fn setting<'a>(story: &'a Story, code: &str) -> Setting<'a> {
    Setting::of(&story.campaign, &unit("AB"), &indicator(code)).unwrap()
}

#[test]
fn an_assignment_of_steps_counts_once_a_step_is_due() {
    let story = Plan::new()
        .units(None, &["AB"])
        .indicator("DUONG", Milestone, "1")
        .given("AB", "DUONG", "0", "")
        .step("AB", "DUONG", "2022-10-20", "1")
        .story();
    let before = story.score("AB", at("2022-10-19 12:00")).results;
    assert_eq!(before.left_out[0].why, Omission::NothingDue);
    assert_eq!(story.score("AB", at("2022-10-20 00:00")).results.items.len(), 1);
}

#[test]
fn a_level_is_kept_week_by_week() {
    let mut story = one_pledge(Maintain);
    let item = |story: &Story, when| story.score("AB", when).results.items.pop();
    assert!(item(&story, in_week(1, "Sun 17:59:59")).is_none());
    // Week 1: no entry. Week 2: at the level by the closing. Week 3: "no change" and still there.
    story.proves("AB", "THU", "100", in_week(2, "Sun 16:59"));
    story.unchanged("AB", "THU", in_week(3, "Sun 18:00"));
    // Week 4: the entry comes after the closing. Week 5: fallen below.
    story.unchanged("AB", "THU", in_week(4, "Sun 18:00:01"));
    story.proves("AB", "THU", "99.9", in_week(5, "Mon 09:00"));
    let kept: Vec<_> =
        (1..=5).map(|week| item(&story, in_week(week, "Sun 18:00")).unwrap().completion).collect();
    assert_eq!(kept, [of(0, 1), of(1, 2), of(2, 3), of(2, 4), of(2, 5)]);
    let last = item(&story, in_week(5, "Sun 18:00")).unwrap();
    assert_eq!((last.expected.clone(), last.pace), (BigRational::one(), of(2, 5)));
    // What was kept stays kept; an excused week is left out.
    story.excuses("AB", 5, in_week(6, "Mon 09:00"));
    assert_eq!(item(&story, in_week(6, "Tue 09:00")).unwrap().completion, of(2, 4));
}

#[test]
fn the_week_of_approval_is_not_asked_of_a_level() {
    let mut story = Plan::new()
        .units(None, &["AB"])
        .indicator("MUC", Maintain, "1")
        .given("AB", "MUC", "50", "90")
        .story();
    story.pledges("AB", "MUC", "90", "2022-12-24", in_week(1, "Mon 00:00"));
    let score = story.score("AB", in_week(1, "Sun 18:00"));
    assert_eq!(score.results.left_out[0].why, Omission::NoWeekClosed);
    // Half of an open gain is below the level.
    story.reports("AB", "MUC", "95", in_week(2, "Mon 09:00"));
    let items = story.score("AB", in_week(2, "Sun 18:00")).results.items;
    assert_eq!(items[0].completion, BigRational::zero());
}

#[test]
fn a_new_pledge_on_a_level_is_asked_from_the_week_after_its_own_approval() {
    let mut story = one_pledge(Maintain);
    story.proves("AB", "THU", "100", in_week(3, "Mon 09:00"));
    story.pledges("AB", "THU", "90", "2022-12-24", in_week(3, "Tue 09:00"));
    let score = story.score("AB", in_week(3, "Sun 18:00"));
    assert_eq!(score.results.left_out[0].why, Omission::NoWeekClosed);
    story.unchanged("AB", "THU", in_week(4, "Mon 09:00"));
    let item = story.score("AB", in_week(4, "Sun 18:00")).results.items.remove(0);
    assert_eq!(item.completion, BigRational::one());
}

#[test]
fn steps_are_counted_from_none_whatever_the_baseline() {
    let mut story = Plan::new()
        .units(None, &["AB"])
        .indicator("DUONG", Milestone, "1")
        .given("AB", "DUONG", "1", "")
        .step("AB", "DUONG", "2022-10-20", "1")
        .story();
    story.pledges("AB", "DUONG", "1", "2022-10-20", in_week(1, "Mon 09:00"));
    let item = story.score("AB", at("2022-10-20 12:00")).results.items.remove(0);
    assert_eq!((item.confirmed, item.completion), (q("0"), BigRational::zero()));
}
