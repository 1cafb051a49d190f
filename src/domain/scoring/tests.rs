use num_rational::BigRational;
use num_traits::{One, Zero};

use super::*;
use crate::domain::campaign::IndicatorKind::{
    self, Decrease, Increase, Level, Maintain, Milestone,
};
use crate::domain::fact::What;
use crate::domain::figure::Fixed;
use crate::domain::line::{Direction, Value};
use crate::domain::testkit::{Plan, Story, at, day, in_week, indicator, q};

mod bonus;
mod laws;
mod openness;
mod paces;
mod reports;

fn of(numerator: i64, denominator: i64) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

fn shown(value: &BigRational) -> String {
    Fixed::<2>::rounded(value).to_string()
}

/// One unit with one indicator, 0 to 100, pledged in the week before the campaign and due on its
/// last day.
fn one_pledge(kind: IndicatorKind) -> Story {
    let mut story = Plan::new()
        .units(Some("C1"), &["AB"])
        .indicator("THU", kind, "1")
        .given("AB", "THU", "0", "100")
        .story();
    story.pledges("AB", "THU", "100", "2022-12-24", at("2022-09-23 09:00"));
    story
}

/// `domain.md` §5, "Check": three pledges of the same figures, four reports each.
#[test]
fn the_worked_example() {
    let mut plan = Plan::new().units(Some("C1"), &["AB"]);
    for code in ["A", "B", "C"] {
        plan = plan.indicator(code, Increase, "1").given("AB", code, "72.6", "100");
    }
    let mut story = plan.story();
    for code in ["A", "B", "C"] {
        // The 50th working day, so that half of the span has passed after five weeks.
        story.pledges("AB", code, "100", "2022-12-02", in_week(1, "Mon 09:00"));
    }
    for (week, value) in [(2, "75"), (4, "80"), (5, "84")] {
        story.proves("AB", "A", value, in_week(week, "Wed 09:00"));
    }
    let overstated = story.reports("AB", "A", "78", in_week(3, "Wed 09:00"));
    story.confirms(overstated, "75", in_week(3, "Thu 09:00"));
    for (week, value) in [(2, "76"), (3, "78"), (4, "80")] {
        story.proves("AB", "B", value, in_week(week, "Fri 17:00"));
    }
    story.reports("AB", "B", "88", in_week(5, "Mon 00:00"));
    story.unchanged("AB", "C", in_week(2, "Tue 10:00"));
    for (week, value) in [(3, "80"), (4, "82")] {
        story.proves("AB", "C", value, in_week(week, "Wed 09:00"));
    }
    story.proves("AB", "C", "84", in_week(5, "Sat 17:00"));

    let score = story.score("AB", in_week(5, "Sun 18:00"));
    for item in &score.results.items {
        assert_eq!(item.value, Value::from(q("84")), "{}", item.indicator);
        assert_eq!(item.completion, of(114, 274));
        assert_eq!(item.expected, of(1, 2));
        assert_eq!(item.pace, of(228, 274));
        assert_eq!(item.weight, of(1, 3));
        assert_eq!(item.points, of(70 * 228, 3 * 274));
    }
    let reports = &score.discipline;
    assert_eq!((reports.due, reports.on_time, reports.late), (12, 11, 1));
    assert_eq!((score.accuracy.ok, score.accuracy.total), (9, 10));
    assert_eq!(shown(&score.results.points), "58.25");
    assert_eq!(shown(&score.discipline.points), "14.38");
    assert_eq!(shown(&score.accuracy.points), "13.50");
    assert_eq!(Fixed::<1>::rounded(&score.total()).to_string(), "86.1");
    assert_eq!(Fixed::<3>::rounded(&score.total()).to_string(), "86.123");
}

#[test]
fn half_of_what_is_open_counts_and_nothing_of_what_is_returned() {
    let mut story = one_pledge(Increase);
    story.proves("AB", "THU", "40", in_week(2, "Mon 09:00"));
    let open = story.reports("AB", "THU", "60", in_week(2, "Tue 09:00"));
    let value = |story: &Story| story.score("AB", in_week(2, "Wed 12:00")).results.items[0].value;
    assert_eq!(value(&story), Value::from(q("50")));
    let mut returned = story.clone();
    returned.returns(open, in_week(2, "Wed 09:00"));
    assert_eq!(value(&returned), Value::from(q("40")));
    let mut other = story.clone();
    other.confirms(open, "55", in_week(2, "Wed 09:00"));
    assert_eq!(value(&other), Value::from(q("55")));
    // A reported fall counts once it is checked.
    let fallen = story.reports("AB", "THU", "30", in_week(2, "Wed 08:00"));
    assert_eq!(value(&story), Value::from(q("40")));
    story.confirms(fallen, "30", in_week(2, "Wed 09:00"));
    assert_eq!(value(&story), Value::from(q("30")));
}

#[test]
fn a_check_of_an_older_entry_counts_for_accuracy_only() {
    let mut story = one_pledge(Increase);
    let older = story.reports("AB", "THU", "20", in_week(2, "Mon 09:00"));
    story.proves("AB", "THU", "40", in_week(2, "Tue 09:00"));
    story.confirms(older, "20", in_week(2, "Wed 09:00"));
    let score = story.score("AB", in_week(2, "Wed 12:00"));
    assert_eq!(score.results.items[0].confirmed, q("40"));
    assert_eq!((score.accuracy.ok, score.accuracy.total), (2, 2));
}

#[test]
fn correcting_before_the_check_costs_nothing_and_after_it_is_a_new_report() {
    let mut story = one_pledge(Increase);
    let wrong = story.reports("AB", "THU", "50", in_week(2, "Mon 09:00"));
    let right = story.corrects(wrong, "30", in_week(2, "Mon 10:00"));
    // The superseded entry can no longer be checked.
    story.confirms(wrong, "10", in_week(2, "Tue 08:00"));
    let score = story.score("AB", in_week(2, "Tue 09:00"));
    assert_eq!((score.accuracy.ok, score.accuracy.total), (0, 0));
    assert_eq!(score.results.items[0].value, Value::from(q("15")));
    story.confirms(right, "30", in_week(2, "Tue 10:00"));
    story.corrects(right, "40", in_week(2, "Wed 10:00"));
    let score = story.score("AB", in_week(2, "Wed 12:00"));
    assert_eq!((score.accuracy.ok, score.accuracy.total), (1, 1));
    assert_eq!(score.results.items[0].value, Value::from(q("35")));
}

#[test]
fn a_second_check_puts_the_confirmed_figure_right_without_being_a_sample() {
    let mut story = one_pledge(Increase);
    let entry = story.proves("AB", "THU", "40", in_week(2, "Mon 09:00"));
    story.confirms(entry, "35", in_week(2, "Tue 09:00"));
    let score = story.score("AB", in_week(2, "Tue 12:00"));
    assert_eq!(score.results.items[0].confirmed, q("35"));
    assert_eq!((score.accuracy.ok, score.accuracy.total), (1, 1));
}

#[test]
fn a_check_agrees_within_two_percent_of_what_was_reported() {
    for (confirmed, ok) in [("98", 1), ("97.999999", 0), ("102", 1), ("102.000001", 0)] {
        let mut story = one_pledge(Increase);
        let entry = story.reports("AB", "THU", "100", in_week(2, "Mon 09:00"));
        story.confirms(entry, confirmed, in_week(2, "Tue 09:00"));
        assert_eq!(story.score("AB", in_week(2, "Wed 09:00")).accuracy.ok, ok, "{confirmed}");
    }
}

#[test]
fn accuracy_needs_three_checks() {
    let mut story = one_pledge(Increase);
    for (day, value) in ["Mon 09:00", "Tue 09:00"].into_iter().zip(["10", "20"]) {
        story.proves("AB", "THU", value, in_week(2, day));
    }
    assert_eq!(story.score("AB", in_week(2, "Wed 08:00")).accuracy.basis, AccuracyBasis::NoSample);
    let third = story.reports("AB", "THU", "30", in_week(2, "Wed 09:00"));
    story.returns(third, in_week(2, "Wed 10:00"));
    let accuracy = story.score("AB", in_week(2, "Wed 12:00")).accuracy;
    assert_eq!(accuracy.basis, AccuracyBasis::Own);
    assert_eq!(accuracy.points, of(10, 1));
}

#[test]
fn a_proven_false_report_fails_the_week_of_its_entry() {
    let mut story = one_pledge(Increase);
    let untrue = story.proves("AB", "THU", "10", in_week(2, "Mon 09:00"));
    // Reported in the same week, checked in the next: it fails too.
    let same_week = story.reports("AB", "THU", "20", in_week(2, "Sun 23:59:59"));
    story.confirms(same_week, "20", in_week(3, "Mon 09:00"));
    story.proves("AB", "THU", "30", in_week(3, "Mon 12:00"));
    let line = Story::line("AB", "THU");
    let reason = String::new();
    let declaration = story.record(
        What::FalseDeclared { entry: untrue, line: line.clone(), reason },
        in_week(4, "Mon 09:00"),
    );
    let declared = story.score("AB", in_week(4, "Mon 10:00"));
    assert_eq!((declared.accuracy.ok, declared.accuracy.total), (3, 3));
    assert_eq!(declared.false_reports, 0);
    story
        .record(What::FalseConfirmed { declaration, entry: untrue, line }, in_week(4, "Mon 11:00"));
    let proven = story.score("AB", in_week(4, "Mon 12:00"));
    assert_eq!((proven.accuracy.ok, proven.accuracy.total), (1, 3));
    assert_eq!(proven.accuracy.points, of(5, 1));
    assert_eq!(proven.false_reports, 1);
    assert_eq!(proven.penalty.points, of(10, 1));
}

#[test]
fn a_total_is_never_below_zero() {
    let mut story = one_pledge(Increase);
    let untrue = story.reports("AB", "THU", "0", in_week(2, "Sat 09:00"));
    story.returns(untrue, in_week(2, "Sat 10:00"));
    for week in 3..6 {
        let entry = story.reports("AB", "THU", "0", in_week(week, "Sat 09:00"));
        story.returns(entry, in_week(week, "Sat 10:00"));
    }
    story.proves_false(untrue, in_week(6, "Mon 09:00"));
    let score = story.score("AB", in_week(12, "Sun 18:00"));
    assert_eq!(score.accuracy.points, BigRational::zero());
    assert!(score.discipline.points < of(10, 1));
    assert_eq!(score.penalty.points, of(10, 1));
    assert_eq!(score.total(), BigRational::zero());
}
