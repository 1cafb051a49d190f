use super::*;
use crate::domain::campaign::IndicatorKind::{self, Decrease, Increase, Level, Milestone};
use crate::domain::fact::Doubt::{Excess, Fall, Jump};
use crate::domain::testkit::{Plan, Story, in_week, indicator, q, unit};

fn story(kind: IndicatorKind, baseline: &str, target: &str) -> Story {
    let mut story = Plan::new()
        .units(None, &["AB"])
        .indicator("THU", kind, "1")
        .given("AB", "THU", baseline, target)
        .step("AB", "THU", "2022-10-10", "1")
        .step("AB", "THU", "2022-10-20", "1")
        .story();
    story.pledges("AB", "THU", target, "2022-12-24", in_week(1, "Mon 09:00"));
    story
}

fn found(story: &Story, value: &str) -> Assessment {
    let state = story.state("AB", in_week(2, "Mon 09:00"));
    let (unit, code) = (unit("AB"), indicator("THU"));
    assess(&story.campaign, &unit, &code, state.line(&code), q(value))
}

fn doubts(story: &Story, value: &str) -> Vec<Doubt> {
    found(story, value).doubts
}

#[test]
fn a_fall_is_asked_about_whichever_way_is_down() {
    let up = story(Increase, "20", "100");
    assert_eq!(doubts(&up, "20"), []);
    assert_eq!(doubts(&up, "19"), [Fall]);
    let down = story(Decrease, "20", "5");
    assert_eq!(doubts(&down, "20"), []);
    assert_eq!(doubts(&down, "21"), [Fall]);
    let level = story(Level, "95", "80");
    assert_eq!(doubts(&level, "96"), [Fall]);
}

#[test]
fn a_figure_behind_the_open_entry_corrects_it() {
    let mut story = story(Increase, "0", "100");
    story.reports("AB", "THU", "20", in_week(1, "Tue 09:00"));
    let newest = story.reports("AB", "THU", "40", in_week(1, "Wed 09:00"));
    assert_eq!(found(&story, "40").correction_of, None);
    let back = found(&story, "30");
    assert_eq!((back.doubts, back.correction_of), (vec![Fall], Some(newest)));
    // Once it is checked, a lower figure is a report of a fall.
    story.confirms(newest, "40", in_week(1, "Thu 09:00"));
    let fall = found(&story, "30");
    assert_eq!((fall.doubts, fall.correction_of), (vec![Fall], None));
}

#[test]
fn more_than_half_of_the_way_at_once_is_a_jump() {
    let mut story = story(Increase, "20", "100");
    assert_eq!(doubts(&story, "60"), []);
    assert_eq!(doubts(&story, "60.000001"), [Jump]);
    story.proves("AB", "THU", "50", in_week(1, "Tue 09:00"));
    assert_eq!(doubts(&story, "90"), []);
    assert_eq!(doubts(&story, "5"), [Fall, Jump]);
}

#[test]
fn beyond_one_and_a_half_times_the_target_is_doubtful_on_the_way_up() {
    let mut up = story(Increase, "0", "100");
    up.proves("AB", "THU", "120", in_week(1, "Tue 09:00"));
    assert_eq!(doubts(&up, "150"), []);
    assert_eq!(doubts(&up, "150.000001"), [Excess]);
    let down = story(Decrease, "20", "5");
    assert_eq!(doubts(&down, "19"), []);
}

#[test]
fn steps_are_too_few_to_jump() {
    let steps = story(Milestone, "0", "2");
    assert_eq!(doubts(&steps, "2"), []);
    assert_eq!(doubts(&steps, "4"), [Excess]);
}

#[test]
fn the_pledge_is_the_target_and_the_assignment_where_there_is_none() {
    let assigned = Plan::new()
        .units(None, &["AB"])
        .indicator("THU", Increase, "1")
        .given("AB", "THU", "0", "100")
        .story();
    assert_eq!(doubts(&assigned, "51"), [Jump]);
    let mut pledged = assigned;
    pledged.pledges("AB", "THU", "110", "2022-12-24", in_week(1, "Mon 09:00"));
    assert_eq!(doubts(&pledged, "51"), []);
}
