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

#[test]
fn a_closed_obstacle_keeps_the_answer_it_was_given_before() {
    let mut story = story();
    let line = Story::line("AB", "THU");
    let answer = |obstacle| What::ObstacleAnswered {
        obstacle,
        line: line.clone(),
        text: "đã duyệt".to_owned(),
        evidence: Vec::new(),
    };
    let close = |obstacle| What::ObstacleClosed { obstacle, line: line.clone() };
    let answered = story.hits("AB", "THU", "thiếu vốn", in_week(1, "Mon 09:00"));
    let alone = story.hits("AB", "THU", "mất điện", in_week(1, "Mon 09:01"));
    let to = Addressee::Unit(crate::domain::testkit::unit("CD"));
    story.puts(answered, to.clone(), None, in_week(1, "Mon 10:00"));
    story.record(answer(answered), in_week(1, "Tue 09:00"));
    // Put to somebody else and closed before that one answered, it was solved by the first.
    story.puts(answered, Addressee::Leaders, None, in_week(1, "Tue 10:00"));
    story.record(close(answered), in_week(1, "Wed 09:00"));
    story.record(close(alone), in_week(1, "Wed 09:00"));
    // What is closed stays as it was.
    story.record(answer(alone), in_week(1, "Wed 10:00"));
    let state = story.state("AB", in_week(2, "Mon 09:00"));
    assert!(state.obstacles.is_empty());
    assert_eq!(state.closed_obstacles.len(), 2);
    assert_eq!(state.closed_obstacles[&alone].answer, None);
    let given = state.closed_obstacles[&answered].answer.as_ref().unwrap();
    assert_eq!((given.at, given.from.as_ref()), (in_week(1, "Tue 09:00"), Some(&to)));
}

#[test]
fn a_directive_counts_as_done_from_its_report_unless_sent_back() {
    let mut story = story();
    let of = crate::domain::testkit::unit("AB");
    let directive = story.directs("AB", "2022-10-05", in_week(1, "Mon 09:00"));
    let at = |story: &Story, when| story.state("AB", when).directives.get(&directive).cloned();
    story.carries_out(directive, "AB", in_week(1, "Tue 09:00"));
    let done = at(&story, in_week(3, "Mon 09:00")).unwrap();
    assert!(done.done && !done.is_overdue(day("2022-10-06")));
    // Whoever reports has read it.
    assert_eq!(done.acknowledged_at, Some(in_week(1, "Tue 09:00")));
    let reason = || "chưa sạch".to_owned();
    let due = Some(day("2022-10-14"));
    let reopened = What::DirectiveReopened { directive, unit: of.clone(), reason: reason(), due };
    story.record(reopened, in_week(2, "Mon 09:00"));
    let back = at(&story, in_week(3, "Mon 09:00")).unwrap();
    assert!(back.is_open() && !back.is_overdue(day("2022-10-14")));
    assert!(back.is_overdue(day("2022-10-15")));
    story.carries_out(directive, "AB", in_week(2, "Tue 09:00"));
    story.record(What::DirectiveClosed { directive, unit: of.clone() }, in_week(2, "Wed 09:00"));
    let withdrawn = What::DirectiveWithdrawn { directive, unit: of.clone(), reason: reason() };
    // Too late: it is closed, and stays a task that was done.
    story.record(withdrawn, in_week(2, "Thu 09:00"));
    assert_eq!(
        at(&story, in_week(3, "Mon 09:00")).unwrap().closed_at,
        Some(in_week(2, "Wed 09:00"))
    );
    let other = story.directs("AB", "2022-10-05", in_week(2, "Mon 09:00"));
    let withdrawn = What::DirectiveWithdrawn { directive: other, unit: of, reason: reason() };
    story.record(withdrawn, in_week(2, "Tue 09:00"));
    assert_eq!(story.state("AB", in_week(3, "Mon 09:00")).directives.len(), 1);
}

#[test]
fn facts_of_an_older_program_read_as_they_were_written() {
    for body in [
        r#"{"obstacle_raised":{"line":{"unit":"AB","indicator":"THU"},"text":"vướng"}}"#,
        r#"{"obstacle_answered":{"obstacle":1,"line":{"unit":"AB","indicator":"THU"},"text":"xong"}}"#,
        r#"{"directive_done":{"directive":1,"unit":"AB","text":"xong"}}"#,
    ] {
        let what: What = serde_json::from_str(body).unwrap();
        assert_eq!(serde_json::to_string(&what).unwrap(), body);
    }
}
