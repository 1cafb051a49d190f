use num_rational::BigRational;

use super::*;
use crate::domain::fact::Addressee;
use crate::domain::testkit::{Plan, Story, day, in_week, indicator, unit};

fn risks(story: &Story, on: &str) -> Risks {
    let now = crate::domain::testkit::at(&format!("{on} 12:00"));
    let mut found = Risks::default();
    for of in story.campaign.units() {
        let code = of.code.as_str();
        found.add(&story.campaign, of, &story.state(code, now), day(on));
    }
    found.sort();
    found
}

fn story() -> Story {
    let mut story = Plan::two_wards().story();
    for of in ["AB", "AD"] {
        story.pledges(of, "THU", "100", "2022-12-23", in_week(1, "Mon 09:00"));
    }
    story
}

#[test]
fn a_pledge_goes_on_as_it_has_gone() {
    let mut story = story();
    // The 13th of 65 working days: a fifth of the way is due.
    story.proves("AB", "THU", "15", in_week(3, "Mon 09:00"));
    story.proves("AD", "THU", "20", in_week(3, "Mon 09:00"));
    let found = risks(&story, "2022-10-12");
    let miss = Miss {
        unit: unit("AB"),
        indicator: indicator("THU"),
        forecast: Forecast {
            due: day("2022-12-23"),
            share: BigRational::new(3.into(), 4.into()),
            band: None,
        },
    };
    assert_eq!(found.missing, [miss]);
    assert_eq!(found.overdue, []);
    story.proves("AD", "THU", "19", in_week(3, "Tue 09:00"));
    let both: Vec<_> = risks(&story, "2022-10-12").missing.into_iter().map(|it| it.unit).collect();
    assert_eq!(both, [unit("AB"), unit("AD")]);
}

#[test]
fn a_pledge_never_reported_on_is_not_said_to_come_to_nothing() {
    let mut story = story();
    story.reports("AB", "THU", "1", in_week(2, "Mon 09:00"));
    let found = risks(&story, "2022-10-05");
    let never = Late { unit: unit("AD"), indicator: indicator("THU"), due: day("2022-12-23") };
    assert_eq!(found.unreported, [never]);
    assert_eq!(found.missing.iter().map(|it| it.unit.as_str()).collect::<Vec<_>>(), ["AB"]);
    // Past its date it is late, like any other.
    let found = risks(&story, "2022-12-24");
    assert_eq!((found.unreported.len(), found.overdue.len()), (0, 2));
}

#[test]
fn after_its_date_a_pledge_is_late_and_no_longer_missing() {
    let mut story = story();
    story.proves("AD", "THU", "100", in_week(3, "Mon 09:00"));
    assert_eq!(risks(&story, "2022-12-23").overdue, []);
    assert_eq!(risks(&story, "2022-12-23").unreported.len(), 1);
    let found = risks(&story, "2022-12-24");
    let late = Late { unit: unit("AB"), indicator: indicator("THU"), due: day("2022-12-23") };
    assert_eq!((found.overdue, found.unreported), (vec![late], vec![]));
}

#[test]
fn obstacles_whose_answer_is_late_stand_first() {
    let mut story = story();
    let monday = in_week(2, "Mon 09:00");
    story.hits("AB", "THU", "mặt bằng", monday);
    let asked = story.hits("AD", "THU", "vốn", monday);
    story.puts(asked, Addressee::Leaders, Some("2022-10-10"), monday);
    let on_time = risks(&story, "2022-10-10").obstacles;
    assert_eq!((on_time[0].unit.as_str(), on_time[0].overdue), ("AB", false));
    let late = risks(&story, "2022-10-11").obstacles;
    assert_eq!((late[0].unit.as_str(), late[0].overdue), ("AD", true));
    assert!(late[0].obstacle.awaits_leaders() && !late[1].obstacle.awaits_leaders());
    assert_eq!((on_time[0].age, late[0].age), (7, 8));
}

#[test]
fn a_directive_is_a_risk_from_the_day_after_its_date_until_it_is_reported() {
    let mut story = story();
    let directive = story.directs("AB", "2022-10-07", in_week(1, "Mon 09:00"));
    story.directs("AD", "2022-10-05", in_week(1, "Mon 09:00"));
    let late = |story: &Story, on| {
        let found = risks(story, on).directives;
        found.into_iter().map(|late| late.unit.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(late(&story, "2022-10-07"), ["AD"]);
    assert_eq!(late(&story, "2022-10-08"), ["AD", "AB"]);
    story.carries_out(directive, "AB", in_week(2, "Sat 09:00"));
    assert_eq!(late(&story, "2022-10-08"), ["AD"]);
}
