use super::*;
use crate::domain::campaign::IndicatorKind::Increase;
use crate::domain::fact::{Addressee, What};
use crate::domain::testkit::{Plan, Story, day, in_week};

fn story() -> Story {
    Plan::new().units(None, &["AB", "CD"]).indicator("THU", Increase, "1").story()
}

#[test]
fn facts_of_other_units_are_not_ours() {
    let mut story = story();
    story.reports("CD", "THU", "10", in_week(1, "Tue 09:00"));
    story.excuses("CD", 1, in_week(1, "Tue 09:00"));
    assert_eq!(story.state("AB", in_week(1, "Wed 09:00")), UnitState::default());
}

#[test]
fn an_obstacle_is_put_answered_and_closed() {
    let mut story = story();
    let obstacle = story.hits("AB", "THU", "thiếu vốn", in_week(1, "Mon 09:00"));
    let line = Story::line("AB", "THU");
    let found = |story: &Story| {
        story.state("AB", in_week(4, "Mon 09:00")).obstacles.get(&obstacle).cloned()
    };
    assert!(!found(&story).unwrap().awaits_leaders());
    story.puts(obstacle, Addressee::Leaders, Some("2022-09-30"), in_week(1, "Mon 10:00"));
    let put = found(&story).unwrap();
    assert!(put.awaits_leaders());
    assert!(!put.is_overdue(day("2022-09-30")));
    assert!(put.is_overdue(day("2022-10-01")));
    let answer = |line| What::ObstacleAnswered {
        obstacle,
        line,
        text: "đã duyệt".to_owned(),
        evidence: Vec::new(),
    };
    story.record(answer(line.clone()), in_week(1, "Tue 09:00"));
    let answered = found(&story).unwrap();
    assert!(!answered.awaits_leaders() && !answered.is_overdue(day("2022-10-01")));
    // Put to somebody else, it waits for an answer again.
    let to = Addressee::Unit(crate::domain::testkit::unit("CD"));
    story.puts(obstacle, to, Some("2022-10-07"), in_week(2, "Mon 09:00"));
    let again = found(&story).unwrap();
    assert!(!again.awaits_leaders() && again.is_overdue(day("2022-10-08")));
    story.record(What::ObstacleClosed { obstacle, line }, in_week(2, "Tue 09:00"));
    assert_eq!(found(&story), None);
}

#[test]
fn the_same_entry_is_proven_false_once() {
    let mut story = story();
    let entry = story.reports("AB", "THU", "10", in_week(2, "Tue 09:00"));
    story.proves_false(entry, in_week(3, "Mon 09:00"));
    story.proves_false(entry, in_week(3, "Tue 09:00"));
    let proven = story.state("AB", in_week(3, "Wed 09:00")).proven_false();
    assert_eq!(proven.into_iter().collect::<Vec<_>>(), [(entry, Week(2))]);
}

#[test]
fn an_award_counts_from_its_first_confirmation() {
    let mut story = story();
    let award = story.awards("AB", "2", in_week(2, "Mon 09:00"));
    let since =
        |story: &Story| story.state("AB", in_week(3, "Wed 09:00")).awards[&award].confirmed_at;
    assert_eq!(since(&story), None);
    story.confirms_award(award, "AB", in_week(2, "Tue 09:00"));
    story.confirms_award(award, "AB", in_week(2, "Wed 09:00"));
    assert_eq!(since(&story), Some(in_week(2, "Tue 09:00")));
}
