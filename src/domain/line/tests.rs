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

/// The way of the line, as a forecast takes it.
fn way(story: &crate::domain::testkit::Story, when: chrono::DateTime<Utc>) -> Vec<String> {
    let line = story.state("AB", when).lines.remove(&indicator("THU")).unwrap();
    line.trail.points(q("0")).iter().map(|point| point.value.to_plain()).collect()
}

#[test]
fn the_way_follows_corrections_and_appeals() {
    let mut story = Plan::new().units(None, &["AB"]).indicator("THU", Increase, "1").story();
    let line = || crate::domain::testkit::Story::line("AB", "THU");
    let first = story.proves("AB", "THU", "10", in_week(1, "Tue 09:00"));
    let second = story.reports("AB", "THU", "20", in_week(2, "Tue 09:00"));
    let (before, after, reason) = (q("10"), q("12"), String::new());
    let corrected =
        What::Corrected { entry: first, line: line(), before, after, reason: reason.clone() };
    story.record(corrected, in_week(2, "Wed 09:00"));
    assert_eq!(way(&story, in_week(2, "Wed 08:59")), ["10", "20"]);
    assert_eq!(way(&story, in_week(2, "Wed 09:00")), ["12", "20"]);
    story.returns(second, in_week(2, "Thu 09:00"));
    assert_eq!(way(&story, in_week(2, "Thu 09:00")), ["12"]);
    let decided = |entry, verdict| What::AppealDecided {
        appeal: FactId(0),
        entry,
        line: line(),
        verdict,
        reason: reason.clone(),
    };
    let value = Verdict::Value { value: q("19") };
    story.record(decided(second, value), in_week(2, "Fri 09:00"));
    assert_eq!(way(&story, in_week(2, "Fri 09:00")), ["12", "19"]);
    story.proves_false(first, in_week(3, "Mon 09:00"));
    assert_eq!(way(&story, in_week(3, "Tue 09:00")), ["19"]);
    story.record(decided(first, Verdict::Stands), in_week(3, "Wed 09:00"));
    assert_eq!(way(&story, in_week(3, "Wed 09:00")), ["19"]);
    story.record(decided(first, Verdict::Cleared), in_week(3, "Thu 09:00"));
    assert_eq!(way(&story, in_week(3, "Thu 09:00")), ["12", "19"]);
}

#[test]
fn a_returned_entry_that_is_cleared_of_being_false_stays_returned() {
    let mut story = Plan::new().units(None, &["AB"]).indicator("THU", Increase, "1").story();
    let entry = story.reports("AB", "THU", "20", in_week(1, "Tue 09:00"));
    story.returns(entry, in_week(1, "Wed 09:00"));
    story.proves_false(entry, in_week(1, "Thu 09:00"));
    let (line, reason) = (crate::domain::testkit::Story::line("AB", "THU"), String::new());
    let (appeal, verdict) = (FactId(0), Verdict::Cleared);
    let cleared = What::AppealDecided { appeal, entry, line, verdict, reason };
    story.record(cleared, in_week(1, "Fri 09:00"));
    assert_eq!(way(&story, in_week(1, "Fri 10:00")), Vec::<String>::new());
}
