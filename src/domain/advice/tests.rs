use super::*;
use crate::domain::campaign::IndicatorKind::{Decrease, Increase, Maintain, Milestone};
use crate::domain::figure::Fixed;
use crate::domain::testkit::{Plan, Story, in_week, indicator, q, unit};

fn advise(story: &Story, now: DateTime<Utc>) -> Option<(Step, String)> {
    let of = story.campaign.unit(&unit("AB")).unwrap();
    let (state, score) = (story.state("AB", now), story.score("AB", now));
    let advice = next_step(&story.campaign, of, &state, &score, now)?;
    Some((advice.step, Fixed::<2>::rounded(&advice.gain).to_string()))
}

fn reach(code: &str, value: &str) -> Step {
    Step::Reach { indicator: indicator(code), value: q(value) }
}

fn two_lines() -> Story {
    let mut story = Plan::new()
        .units(Some("C1"), &["AB"])
        .indicator("THU", Increase, "3")
        .indicator("NO", Decrease, "1")
        .given("AB", "THU", "0", "100")
        .given("AB", "NO", "30", "10")
        .story();
    for (code, target) in [("THU", "100"), ("NO", "10")] {
        story.pledges("AB", code, target, "2022-12-24", in_week(1, "Mon 09:00"));
    }
    story
}

#[test]
fn the_line_that_brings_most_is_named_with_the_value_expected_by_now() {
    let mut story = two_lines();
    // Day 15, the 11th of 65 working days; the reports of the week are made.
    let now = in_week(3, "Mon 12:00");
    for code in ["THU", "NO"] {
        story.unchanged("AB", code, in_week(3, "Mon 08:00"));
    }
    assert_eq!(advise(&story, now), Some((reach("THU", "16.93"), "52.50".to_owned())));
    story.proves("AB", "THU", "16.93", in_week(3, "Mon 09:00"));
    // Downwards the value is rounded towards the target too.
    assert_eq!(advise(&story, now), Some((reach("NO", "26.61"), "17.50".to_owned())));
    story.proves("AB", "NO", "26.61", in_week(3, "Mon 09:00"));
    assert_eq!(advise(&story, now), None);
}

#[test]
fn a_target_is_never_passed_and_the_last_day_asks_for_all_of_it() {
    let mut story = two_lines();
    story.proves("AB", "NO", "10", in_week(13, "Mon 09:00"));
    story.proves("AB", "THU", "99.999", in_week(13, "Mon 09:00"));
    let gain = advise(&story, in_week(13, "Sun 12:00"));
    assert_eq!(gain.unwrap().0, reach("THU", "100"));
}

#[test]
fn reports_owed_decide_their_share_and_the_penalty_until_they_close() {
    let mut story = two_lines();
    story.proves("AB", "THU", "100", in_week(1, "Tue 09:00"));
    story.proves("AB", "NO", "28", in_week(1, "Tue 09:00"));
    // One report owed in week 2, the first ever due: all of N, and a point of penalty.
    let owed = Step::Report(vec![indicator("NO")]);
    let before = advise(&story, in_week(2, "Fri 16:59"));
    assert_eq!(before, Some((owed, "16.00".to_owned())));
    assert_ne!(
        advise(&story, in_week(2, "Fri 17:00")).map(|(step, _)| step),
        Some(Step::Report(vec![indicator("NO")]))
    );
}

#[test]
fn what_is_assigned_is_pledged_and_steps_that_are_due_are_finished() {
    let mut story = Plan::new()
        .units(Some("C1"), &["AB"])
        .indicator("GIU", Maintain, "1")
        .indicator("MOC", Milestone, "2")
        .given("AB", "GIU", "0", "50")
        .given("AB", "MOC", "0", "")
        .step("AB", "MOC", "2022-10-08", "1")
        .story();
    let now = in_week(3, "Mon 12:00");
    let pledge = advise(&story, now).unwrap();
    assert_eq!(pledge, (Step::Pledge(indicator("MOC")), "46.67".to_owned()));
    story.pledges("AB", "MOC", "1", "2022-12-24", in_week(3, "Mon 09:00"));
    let finish = advise(&story, now).unwrap();
    assert_eq!(finish, (Step::FinishSteps(indicator("MOC")), "46.67".to_owned()));
    story.proves("AB", "MOC", "1", in_week(3, "Mon 10:00"));
    assert_eq!(advise(&story, now).unwrap().0, Step::Pledge(indicator("GIU")));
}

#[test]
fn reaching_the_target_of_an_overdue_pledge_lifts_its_penalty_too() {
    let mut story = Plan::new()
        .units(Some("C1"), &["AB"])
        .indicator("THU", Increase, "1")
        .given("AB", "THU", "0", "100")
        .story();
    story.pledges("AB", "THU", "100", "2022-10-14", in_week(1, "Mon 09:00"));
    story.proves("AB", "THU", "50", in_week(2, "Tue 09:00"));
    story.unchanged("AB", "THU", in_week(3, "Tue 09:00"));
    story.unchanged("AB", "THU", in_week(4, "Mon 08:00"));
    // Half of K is missing, and two points are taken off for the date that is past.
    let now = in_week(4, "Mon 12:00");
    assert_eq!(advise(&story, now), Some((reach("THU", "100"), "37.00".to_owned())));
}
