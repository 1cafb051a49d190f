//! Corrections and appeals: each counts from its own instant, and no earlier table changes.

use super::*;
use crate::domain::fact::Verdict;
use crate::domain::ids::FactId;

fn line() -> crate::domain::fact::Line {
    Story::line("AB", "THU")
}

fn correct(
    story: &mut Story,
    entry: FactId,
    before: &str,
    after: &str,
    when: chrono::DateTime<chrono::Utc>,
) {
    let (before, after, reason) = (q(before), q(after), "nhầm sổ".to_owned());
    story.record(What::Corrected { entry, line: line(), before, after, reason }, when);
}

fn decide(story: &mut Story, entry: FactId, verdict: Verdict, when: chrono::DateTime<chrono::Utc>) {
    let reason = "có chứng từ".to_owned();
    let against = story.facts.iter().rev().find(|fact| fact.what.refers_to().is_some()).unwrap().id;
    let appeal =
        story.record(What::Appealed { against, entry, line: line(), reason: reason.clone() }, when);
    story.record(What::AppealDecided { appeal, entry, line: line(), verdict, reason }, when);
}

/// The value that counts, and checks that agreed out of all.
fn stands(story: &Story, when: chrono::DateTime<chrono::Utc>) -> (String, u32, u32) {
    let score = story.score("AB", when);
    let item = &score.results.items[0];
    let value = crate::domain::quantity::Quantity::from_rational_rounded(&item.value.to_rational());
    (value.unwrap().to_plain(), score.accuracy.ok, score.accuracy.total)
}

#[test]
fn a_correction_counts_from_its_own_instant_and_judges_the_check_anew() {
    let mut story = one_pledge(Increase);
    let entry = story.proves("AB", "THU", "60", in_week(2, "Tue 09:00"));
    let closing = in_week(2, "Sun 18:00");
    let before = story.score("AB", closing);
    correct(&mut story, entry, "60", "50", in_week(3, "Mon 09:00"));
    assert_eq!(story.score("AB", closing), before);
    assert_eq!(stands(&story, in_week(3, "Mon 08:59")), ("60".to_owned(), 1, 1));
    // 50 is not within 2 % of the 60 that were reported.
    assert_eq!(stands(&story, in_week(3, "Mon 09:00")), ("50".to_owned(), 0, 1));
    // Within it again; no further check has been made.
    correct(&mut story, entry, "50", "61.2", in_week(3, "Tue 09:00"));
    assert_eq!(stands(&story, in_week(3, "Tue 09:00")), ("61.2".to_owned(), 1, 1));
    let state = story.state("AB", in_week(3, "Wed 09:00"));
    let changed: Vec<_> = state.corrections.values().map(|one| (one.before, one.after)).collect();
    assert_eq!(changed, [(q("60"), q("50")), (q("50"), q("61.2"))]);
}

#[test]
fn a_correction_of_an_older_entry_changes_the_checks_and_not_the_value() {
    let mut story = one_pledge(Increase);
    let older = story.proves("AB", "THU", "40", in_week(2, "Tue 09:00"));
    story.proves("AB", "THU", "60", in_week(3, "Tue 09:00"));
    correct(&mut story, older, "40", "30", in_week(3, "Wed 09:00"));
    assert_eq!(stands(&story, in_week(3, "Thu 09:00")), ("60".to_owned(), 1, 2));
    correct(&mut story, older, "30", "40", in_week(3, "Thu 10:00"));
    assert_eq!(stands(&story, in_week(3, "Thu 11:00")), ("60".to_owned(), 2, 2));
}

#[test]
fn an_unchecked_entry_has_nothing_to_correct() {
    let mut story = one_pledge(Increase);
    let entry = story.reports("AB", "THU", "60", in_week(2, "Tue 09:00"));
    let before = stands(&story, in_week(2, "Thu 09:00"));
    correct(&mut story, entry, "60", "10", in_week(2, "Wed 09:00"));
    assert_eq!(stands(&story, in_week(2, "Thu 09:00")), before);
}

#[test]
fn a_returned_entry_won_back_counts_from_the_decision() {
    let mut story = one_pledge(Increase);
    story.proves("AB", "THU", "20", in_week(1, "Tue 09:00"));
    let entry = story.reports("AB", "THU", "60", in_week(2, "Tue 09:00"));
    story.returns(entry, in_week(2, "Wed 09:00"));
    assert_eq!(stands(&story, in_week(3, "Mon 08:59")), ("20".to_owned(), 1, 2));
    decide(&mut story, entry, Verdict::Value { value: q("60") }, in_week(3, "Mon 09:00"));
    assert_eq!(stands(&story, in_week(3, "Mon 08:59")), ("20".to_owned(), 1, 2));
    assert_eq!(stands(&story, in_week(3, "Mon 09:00")), ("60".to_owned(), 2, 2));
    // It was returned before: no confirmed value was changed, so there is nothing to publish.
    assert!(story.state("AB", in_week(3, "Tue 09:00")).corrections.is_empty());
}

#[test]
fn an_entry_won_back_gives_way_to_a_newer_one() {
    let mut story = one_pledge(Increase);
    let entry = story.reports("AB", "THU", "60", in_week(2, "Tue 09:00"));
    story.confirms(entry, "30", in_week(2, "Wed 09:00"));
    story.proves("AB", "THU", "70", in_week(2, "Thu 09:00"));
    assert_eq!(stands(&story, in_week(2, "Fri 09:00")), ("70".to_owned(), 1, 2));
    decide(&mut story, entry, Verdict::Value { value: q("60") }, in_week(2, "Fri 10:00"));
    assert_eq!(stands(&story, in_week(2, "Fri 11:00")), ("70".to_owned(), 2, 2));
    assert_eq!(story.state("AB", in_week(2, "Fri 11:00")).corrections.len(), 1);
}

#[test]
fn an_appeal_lost_changes_nothing_and_one_won_clears_of_a_false_report() {
    let mut story = one_pledge(Increase);
    let entry = story.proves("AB", "THU", "60", in_week(2, "Tue 09:00"));
    story.proves_false(entry, in_week(2, "Thu 09:00"));
    let false_reports = |story: &Story, when| story.score("AB", when).false_reports;
    decide(&mut story, entry, Verdict::Stands, in_week(2, "Thu 10:00"));
    let lost = story.score("AB", in_week(2, "Fri 09:00"));
    assert_eq!((lost.false_reports, lost.accuracy.ok), (1, 0));
    decide(&mut story, entry, Verdict::Cleared, in_week(2, "Fri 10:00"));
    assert_eq!(false_reports(&story, in_week(2, "Fri 09:59")), 1);
    let won = story.score("AB", in_week(2, "Fri 10:00"));
    assert_eq!((won.false_reports, won.accuracy.ok), (0, 1));
    assert!(won.penalty.points.is_zero());
}

#[test]
fn what_nobody_seconds_never_counts() {
    let mut story = one_pledge(Increase);
    let entry = story.proves("AB", "THU", "60", in_week(2, "Tue 09:00"));
    let award = story.awards("AB", "2", in_week(2, "Wed 09:00"));
    story.record(
        What::AwardDeclined { award, unit: crate::domain::testkit::unit("AB") },
        in_week(2, "Wed 10:00"),
    );
    story.confirms_award(award, "AB", in_week(2, "Wed 11:00"));
    let reason = "khống".to_owned();
    let declaration =
        story.record(What::FalseDeclared { entry, line: line(), reason }, in_week(2, "Wed 09:00"));
    story.record(What::FalseDeclined { declaration, entry, line: line() }, in_week(2, "Wed 10:00"));
    story
        .record(What::FalseConfirmed { declaration, entry, line: line() }, in_week(2, "Wed 11:00"));
    let score = story.score("AB", in_week(2, "Thu 09:00"));
    assert!(score.bonus.points.is_zero());
    assert_eq!(score.false_reports, 0);
}
