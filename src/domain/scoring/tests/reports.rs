//! Reports due, on time, late, missing.

use super::*;

fn counts(story: &Story, when: chrono::DateTime<chrono::Utc>) -> (u32, u32, u32, usize, usize) {
    let found = story.score("AB", when).discipline;
    (found.due, found.on_time, found.late, found.missing.len(), found.awaited.len())
}

#[test]
fn nothing_due_yet_gives_all_points() {
    let story = one_pledge(Increase);
    let before = story.score("AB", in_week(1, "Fri 16:59:59")).discipline;
    assert_eq!((before.due, before.points), (0, of(15, 1)));
    let from = story.score("AB", in_week(1, "Fri 17:00")).discipline;
    assert_eq!((from.due, from.points), (1, BigRational::zero()));
}

#[test]
fn friday_seventeen_sharp_is_on_time_and_a_second_later_is_late() {
    for (when, expected) in [
        ("Mon 00:00", (1, 1, 0, 0, 0)),
        ("Fri 17:00", (1, 1, 0, 0, 0)),
        ("Fri 17:00:01", (1, 0, 1, 0, 0)),
    ] {
        let mut story = one_pledge(Increase);
        story.unchanged("AB", "THU", in_week(1, when));
        assert_eq!(counts(&story, in_week(1, "Sun 18:00")), expected, "{when}");
    }
}

#[test]
fn the_grace_ends_on_the_second_working_day_at_seventeen() {
    for (when, late, missing) in [("Tue 17:00", 1, 0), ("Tue 17:00:01", 0, 1)] {
        let mut story = one_pledge(Increase);
        story.unchanged("AB", "THU", in_week(2, when));
        let found = story.score("AB", in_week(2, "Wed 09:00"));
        assert_eq!((found.discipline.late, found.discipline.missing.len()), (late, missing));
        assert_eq!(found.penalty.points, of(i64::try_from(missing).unwrap(), 1));
    }
    // Missing is certain only once the grace is over.
    let story = one_pledge(Increase);
    assert_eq!(counts(&story, in_week(2, "Tue 17:00")), (1, 0, 0, 0, 1));
    assert_eq!(counts(&story, in_week(2, "Tue 17:00:01")), (1, 0, 0, 1, 0));
}

#[test]
fn a_late_report_serves_its_own_week_too() {
    let mut story = one_pledge(Increase);
    story.unchanged("AB", "THU", in_week(2, "Mon 08:00"));
    assert_eq!(counts(&story, in_week(2, "Sun 18:00")), (2, 1, 1, 0, 0));
    let found = story.score("AB", in_week(2, "Sun 18:00")).discipline;
    assert_eq!(found.points, of(15 * 3, 4));
}

#[test]
fn a_long_holiday_stretches_the_grace_over_weeks() {
    let mut plan = Plan::new()
        .units(None, &["AB"])
        .indicator("THU", Increase, "1")
        .given("AB", "THU", "0", "100");
    for date in 3..=7 {
        plan = plan.holiday(&format!("2022-10-{date:02}"));
    }
    for date in 10..=13 {
        plan = plan.holiday(&format!("2022-10-{date:02}"));
    }
    let mut story = plan.story();
    story.pledges("AB", "THU", "100", "2022-12-24", at("2022-09-23 09:00"));
    // After week 1 the first working days are Friday 14/10 and Monday 17/10.
    story.unchanged("AB", "THU", at("2022-10-17 17:00"));
    assert_eq!(counts(&story, at("2022-10-17 17:00")), (3, 0, 3, 0, 0));
    // Week 3's own Friday has passed too; the report of week 4 is not due yet.
    assert_eq!(counts(&story, in_week(4, "Sun 18:00")), (4, 1, 3, 0, 0));
}

#[test]
fn the_week_of_approval_is_free() {
    let mut story = Plan::new()
        .units(None, &["AB"])
        .indicator("THU", Increase, "1")
        .given("AB", "THU", "0", "100")
        .story();
    story.pledges("AB", "THU", "100", "2022-12-24", in_week(2, "Mon 00:00"));
    assert_eq!(counts(&story, in_week(2, "Sun 18:00")).0, 0);
    assert_eq!(counts(&story, in_week(3, "Sun 18:00")).0, 1);
    let mut earlier = Plan::new()
        .units(None, &["AB"])
        .indicator("THU", Increase, "1")
        .given("AB", "THU", "0", "100")
        .story();
    earlier.pledges("AB", "THU", "100", "2022-12-24", in_week(1, "Sun 23:59:59"));
    assert_eq!(counts(&earlier, in_week(2, "Sun 18:00")).0, 1);
}

#[test]
fn nobody_is_judged_with_hindsight() {
    let mut story = one_pledge(Increase);
    let done = story.reports("AB", "THU", "100", in_week(1, "Fri 18:00"));
    story.confirms(done, "100", in_week(1, "Sat 09:00"));
    // Not done that Friday, done the next: one report was due, and stays due.
    assert_eq!(counts(&story, in_week(3, "Sun 18:00")), (1, 0, 1, 0, 0));
    // A confirmed fall brings the duty back.
    let fall = story.reports("AB", "THU", "90", in_week(4, "Mon 09:00"));
    story.confirms(fall, "90", in_week(4, "Fri 17:00"));
    assert_eq!(counts(&story, in_week(4, "Sun 18:00")), (2, 1, 1, 0, 0));
    // Withdrawing later does not undo what was owed.
    let pledge = story.facts[0].id;
    story.withdraws(pledge, in_week(5, "Fri 17:00"));
    assert_eq!(counts(&story, in_week(5, "Sun 18:00")), (2, 1, 1, 0, 0));
}

#[test]
fn an_entry_returned_later_was_still_a_report() {
    let mut story = one_pledge(Increase);
    let entry = story.reports("AB", "THU", "10", in_week(1, "Wed 09:00"));
    story.returns(entry, in_week(1, "Thu 09:00"));
    assert_eq!(counts(&story, in_week(1, "Sun 18:00")), (1, 1, 0, 0, 0));
}

#[test]
fn a_baseline_at_the_target_proves_nothing() {
    let mut story = Plan::new()
        .units(None, &["AB"])
        .indicator("THU", Increase, "1")
        .given("AB", "THU", "100", "100")
        .story();
    story.pledges("AB", "THU", "100", "2022-10-07", at("2022-09-23 09:00"));
    let score = story.score("AB", in_week(3, "Sun 18:00"));
    assert_eq!(score.discipline.due, 3);
    assert_eq!(score.results.points, of(70, 1));
    assert_eq!(score.overdue, 0);
}

#[test]
fn excused_weeks_are_neither_due_nor_penalised() {
    let mut story = one_pledge(Increase);
    assert_eq!(counts(&story, in_week(4, "Sun 18:00")), (4, 0, 0, 3, 1));
    story.excuses("AB", 2, in_week(4, "Sun 17:00"));
    assert_eq!(counts(&story, in_week(4, "Sun 16:59")), (4, 0, 0, 3, 1));
    assert_eq!(counts(&story, in_week(4, "Sun 18:00")), (3, 0, 0, 2, 1));
    assert_eq!(story.score("AB", in_week(4, "Sun 18:00")).penalty.points, of(2, 1));
}
