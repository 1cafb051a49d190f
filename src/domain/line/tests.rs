use super::*;
use crate::domain::campaign::IndicatorKind::Increase;
use crate::domain::testkit::{Plan, at, in_week, indicator, q};

#[test]
fn the_newest_entry_goes_by_its_own_time_then_its_number() {
    let mut story = Plan::new().units(None, &["AB"]).indicator("THU", Increase, "1").story();
    story.pledges("AB", "THU", "100", "2022-12-24", in_week(1, "Mon 08:00"));
    let first = story.reports("AB", "THU", "10", in_week(1, "Tue 09:00"));
    let second = story.reports("AB", "THU", "20", in_week(1, "Tue 09:00"));
    // Recorded last, sent first.
    story.reports("AB", "THU", "5", in_week(1, "Tue 08:00"));
    let line = |story: &crate::domain::testkit::Story| {
        story.state("AB", in_week(1, "Wed 12:00")).lines.remove(&indicator("THU")).unwrap()
    };
    assert_eq!(line(&story).open().unwrap().fact, second);
    story.confirms(second, "20", in_week(1, "Wed 09:00"));
    story.confirms(first, "10", in_week(1, "Wed 10:00"));
    let found = line(&story);
    assert_eq!(found.confirmed.as_ref().unwrap().value, q("20"));
    assert_eq!(found.open(), None);
    assert_eq!(found.unchecked.len(), 1);
    assert_eq!(found.entries, 3);
    assert_eq!(found.last_entry, Some(in_week(1, "Tue 09:00")));
}

#[test]
fn facts_about_nothing_known_change_nothing() {
    let mut story = Plan::new().units(None, &["AB"]).indicator("THU", Increase, "1").story();
    let entry = story.reports("AB", "THU", "10", in_week(1, "Tue 09:00"));
    let before = story.state("AB", in_week(1, "Wed 12:00"));
    // The entry is no pledge.
    story.withdraws(entry, in_week(1, "Wed 09:00"));
    story.decides(entry, Decision::Approved, in_week(1, "Wed 09:00"));
    assert_eq!(story.state("AB", in_week(1, "Wed 12:00")), before);
}

#[test]
fn a_line_on_an_indicator_that_is_gone_is_kept_and_counts_for_nothing() {
    let mut story = Plan::new().units(None, &["AB"]).story();
    story.pledges("AB", "CU", "100", "2022-12-24", at("2022-09-20 08:00"));
    let state = story.state("AB", in_week(3, "Sun 18:00"));
    assert!(state.lines[&indicator("CU")].active.is_some());
    let score = story.score("AB", in_week(3, "Sun 18:00"));
    assert_eq!((score.competes, score.discipline.due), (false, 0));
}
