use super::*;
use crate::domain::campaign::IndicatorKind::Increase;
use crate::domain::testkit::{Plan, Story, at, day, in_week, indicator};

fn story() -> Story {
    let mut plan = Plan::new().units(None, &["AB"]);
    for code in ["A", "B"] {
        plan = plan.indicator(code, Increase, "1").given("AB", code, "0", "100");
    }
    let mut story = plan.story();
    story.pledges("AB", "A", "100", "2022-10-20", at("2022-09-23 09:00"));
    story.pledges("AB", "B", "100", "2022-10-20", in_week(1, "Mon 09:00"));
    story
}

fn one_day(on: &str) -> Window {
    Window { after: day(on).pred_opt().unwrap(), on: day(on) }
}

fn owing(story: &Story, now: DateTime<Utc>) -> Vec<String> {
    let unit = &story.campaign.units()[0];
    let state = story.state("AB", now);
    owed(&story.campaign, unit, &state, now).iter().map(ToString::to_string).collect()
}

#[test]
fn a_report_is_owed_until_something_is_entered() {
    let mut story = story();
    // B was approved this week.
    assert_eq!(owing(&story, in_week(1, "Thu 15:00")), ["A"]);
    assert_eq!(owing(&story, in_week(2, "Thu 15:00")), ["A", "B"]);
    story.unchanged("AB", "A", in_week(2, "Mon 00:00"));
    assert_eq!(owing(&story, in_week(2, "Thu 15:00")), ["B"]);
    // Last week's entry does not serve this week.
    assert_eq!(owing(&story, in_week(3, "Mon 08:00")), ["A", "B"]);
    let done = story.reports("AB", "B", "100", in_week(2, "Tue 09:00"));
    assert_eq!(owing(&story, in_week(3, "Mon 08:00")), ["A", "B"]);
    story.confirms(done, "100", in_week(3, "Mon 07:00"));
    assert_eq!(owing(&story, in_week(3, "Mon 08:00")), ["A"]);
    story.excuses("AB", 3, in_week(3, "Mon 07:30"));
    assert_eq!(owing(&story, in_week(3, "Mon 08:00")), Vec::<String>::new());
    assert_eq!(owing(&story, at("2022-09-25 08:00")), Vec::<String>::new());
}

#[test]
fn the_ladder_of_a_thursday() {
    let story = story();
    let calendar = story.campaign.calendar();
    let rungs: Vec<_> = (1..=31)
        .filter_map(|date| {
            let on = day(&format!("2022-10-{date:02}"));
            Some((date, rung(calendar, day("2022-10-20"), on)?))
        })
        .collect();
    // The third day after is a Sunday: the Monday has it.
    assert_eq!(
        rungs,
        [
            (13, Rung::Before(7)),
            (17, Rung::Before(3)),
            (19, Rung::Before(1)),
            (20, Rung::OnTheDay),
            (21, Rung::After(1)),
            (24, Rung::After(3)),
            (25, Rung::Head),
            (27, Rung::Office),
            (31, Rung::Leaders),
        ]
    );
}

#[test]
fn days_without_work_move_a_rung_and_the_highest_speaks() {
    let story = Plan::new().holiday("2022-10-13").story();
    let calendar = story.campaign.calendar();
    let due = day("2022-10-20");
    assert_eq!(rung(calendar, due, day("2022-10-12")), Some(Rung::Before(7)));
    assert_eq!(rung(calendar, due, day("2022-10-13")), None);
    // Due on a Saturday: the day before and the day itself both fall on the Friday.
    let saturday = day("2022-10-22");
    assert_eq!(rung(calendar, saturday, day("2022-10-21")), Some(Rung::OnTheDay));
    assert_eq!(rung(calendar, saturday, day("2022-10-24")), Some(Rung::After(1)));
    assert_eq!(rung(calendar, saturday, day("2022-10-25")), Some(Rung::After(3)));
}

#[test]
fn only_what_is_open_is_reminded_of() {
    let mut story = story();
    let open = |story: &Story, on: &str| {
        let state = story.state("AB", at(&format!("{on} 08:00")));
        let unit = &story.campaign.units()[0];
        let found = deadlines(&story.campaign, unit, &state, one_day(on));
        found.into_iter().map(|deadline| deadline.indicator).collect::<Vec<_>>()
    };
    let (a, b) = (indicator("A"), indicator("B"));
    assert_eq!(open(&story, "2022-10-20"), [a.clone(), b.clone()]);
    let said = story.reports("AB", "A", "100", at("2022-10-19 09:00"));
    assert_eq!(open(&story, "2022-10-20"), [a.clone(), b.clone()]);
    // Past the date a value at the target waits for the verifier, not for the unit.
    assert_eq!(open(&story, "2022-10-21"), std::slice::from_ref(&b));
    story.confirms(said, "100", at("2022-10-19 10:00"));
    assert_eq!(open(&story, "2022-10-20"), [b]);
    assert_eq!(open(&story, "2022-10-18"), []);
}

#[test]
fn rungs_that_were_missed_are_told_together() {
    let story = story();
    let state = story.state("AB", at("2022-10-24 08:00"));
    let unit = &story.campaign.units()[0];
    let told = |after: &str, on: &str| {
        let window = Window { after: day(after), on: day(on) };
        let found = deadlines(&story.campaign, unit, &state, window);
        found
            .into_iter()
            .filter(|one| one.indicator == indicator("A"))
            .map(|one| one.rung)
            .collect::<Vec<_>>()
    };
    assert_eq!(told("2022-10-20", "2022-10-24"), [Rung::After(1), Rung::After(3)]);
    assert_eq!(told("2022-10-21", "2022-10-24"), [Rung::After(3)]);
    assert_eq!(told("2022-10-24", "2022-10-24"), []);
}
