use chrono::Days;
use proptest::prelude::*;

use super::*;
use crate::domain::campaign::IndicatorKind::{Decrease, Increase};
use crate::domain::ids::FactId;
use crate::domain::testkit::{Plan, Story, day, in_week, q, unit};

fn calendar() -> Calendar {
    Plan::new().story().campaign.calendar().clone()
}

fn way() -> Way {
    Way { direction: Direction::Up, baseline: q("0"), target: q("100"), due: day("2022-12-23") }
}

/// One point on the Friday of each week, from week 1 on.
fn weekly_points(values: &[i64]) -> Vec<Point> {
    let point = |(at, value): (u64, &i64)| Point {
        entry: FactId(i64::try_from(at).unwrap()),
        on: day("2022-09-30") + Days::new(at * 7),
        value: Quantity::from_scaled(*value),
    };
    (0..).zip(values).map(point).collect()
}

fn forecast(values: &[i64]) -> Forecast {
    let points = weekly_points(values);
    let on = points.last().unwrap().on;
    project(&calendar(), &way(), &points, on).unwrap()
}

const MILLION: i64 = 1_000_000;

fn share(numerator: i64, denominator: i64) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

#[test]
fn a_straight_way_goes_on_straight() {
    // A point every five of 65 working days.
    let found = forecast(&[7 * MILLION, 14 * MILLION, 21 * MILLION]);
    assert_eq!(found.share, share(91, 100));
    assert_eq!(found.band, Some((share(91, 100), share(91, 100))));
    assert!(found.misses());
    assert!(!forecast(&[8 * MILLION, 16 * MILLION, 24 * MILLION]).misses());
}

#[test]
fn the_band_is_between_the_quartiles_of_the_slopes() {
    // Slopes per week, sorted: 5, 6, 6⅔, 7, 7½, 9.
    let found = forecast(&[0, 5 * MILLION, 14 * MILLION, 20 * MILLION]);
    let (low, high) = found.band.clone().unwrap();
    assert!(low < found.share && found.share < high, "{found:?}");
    // Nine more weeks, at 6 and at 7½ a week at the ends.
    assert_eq!(&high - &low, share((75 - 60) * 9, 1000));
}

#[test]
fn with_two_weeks_the_pace_since_the_start_is_said() {
    let points = weekly_points(&[5 * MILLION, 10 * MILLION]);
    // The tenth of 65 working days.
    let found = project(&calendar(), &way(), &points, day("2022-10-07")).unwrap();
    assert_eq!((found.share, found.band), (share(65, 100), None));
    // Three points, but of two weeks: the newest of a week counts.
    let mut points = points;
    points.push(Point { entry: FactId(9), on: day("2022-10-06"), value: q("99") });
    let again = project(&calendar(), &way(), &points, day("2022-10-07")).unwrap();
    assert_eq!((again.share, again.band), (share(65, 100), None));
}

#[test]
fn on_the_way_down_falling_is_progress() {
    let way = Way {
        direction: Direction::Down,
        baseline: q("100"),
        target: q("0"),
        due: day("2022-12-23"),
    };
    let points = weekly_points(&[95 * MILLION, 88 * MILLION, 83 * MILLION]);
    let found = project(&calendar(), &way, &points, day("2022-10-14")).unwrap();
    let (low, high) = found.band.clone().unwrap();
    assert!(low < found.share && found.share < high, "{found:?}");
    // Six a week in the middle; the points themselves put the line at 83 on the last day.
    assert_eq!(found.share, share(17 + 60, 100));
}

fn story() -> Story {
    let mut story = Plan::new()
        .units(None, &["AB"])
        .indicator("THU", Increase, "1")
        .indicator("NO", Decrease, "1")
        .given("AB", "THU", "0", "100")
        .given("AB", "NO", "10", "0")
        .story();
    story.pledges("AB", "THU", "100", "2022-12-23", in_week(1, "Mon 09:00"));
    story
}

fn outlook_of(story: &Story, on: &str) -> Option<Outlook> {
    let now = crate::domain::testkit::at(&format!("{on} 12:00"));
    let state = story.state("AB", now);
    let code = crate::domain::testkit::indicator("THU");
    let setting = Setting::of(&story.campaign, &unit("AB"), &code).unwrap();
    outlook(&story.campaign, &setting, state.line(&code).unwrap(), day(on))
}

#[test]
fn without_a_report_there_is_no_forecast() {
    let mut story = story();
    assert_eq!(outlook_of(&story, "2022-10-02"), None, "the week of approval owes nothing");
    assert_eq!(outlook_of(&story, "2022-10-03"), Some(Outlook::Unreported));
    let entry = story.reports("AB", "THU", "20", in_week(2, "Mon 09:00"));
    let known = |story: &Story| match outlook_of(story, "2022-10-07") {
        Some(Outlook::Forecast(found)) => found.share,
        other => panic!("{other:?}"),
    };
    assert_eq!(known(&story), share(20 * 65, 10 * 100));
    // Confirmed at another value, then proven false.
    story.confirms(entry, "10", in_week(2, "Tue 09:00"));
    assert_eq!(known(&story), share(10 * 65, 10 * 100));
    story.proves_false(entry, in_week(2, "Wed 09:00"));
    assert_eq!(known(&story), share(0, 1));
}

#[test]
fn a_returned_or_replaced_entry_is_no_point_and_a_pledge_done_has_no_future() {
    let mut story = story();
    let entry = story.reports("AB", "THU", "90", in_week(2, "Mon 09:00"));
    story.corrects(entry, "9", in_week(2, "Mon 10:00"));
    let gone = story.reports("AB", "THU", "50", in_week(2, "Tue 09:00"));
    story.returns(gone, in_week(2, "Wed 09:00"));
    let Some(Outlook::Forecast(found)) = outlook_of(&story, "2022-10-07") else { panic!() };
    assert_eq!(found.share, share(9 * 65, 10 * 100));
    story.proves("AB", "THU", "100", in_week(3, "Mon 09:00"));
    assert_eq!(outlook_of(&story, "2022-10-12"), None);
}

proptest! {
    #[test]
    fn what_only_rises_is_never_projected_below_where_it_stands(
        steps in prop::collection::vec(0..20 * MILLION, 1..10),
    ) {
        let mut value = 0;
        let values: Vec<i64> = steps.iter().map(|step| { value += step; value }).collect();
        let found = forecast(&values);
        let stands = share(value, 100 * MILLION).min(share(1, 1));
        prop_assert!(found.share >= stands);
        if let Some((low, high)) = &found.band {
            prop_assert!(low >= &stands && low <= &found.share && &found.share <= high);
        }
    }

    #[test]
    fn the_order_of_the_points_changes_nothing(
        values in prop::collection::vec(0..200 * MILLION, 1..10),
        keys in prop::collection::vec(any::<u32>(), 10),
    ) {
        let points = weekly_points(&values);
        let on = points.last().unwrap().on;
        let mut shuffled: Vec<_> = keys.iter().zip(points.clone()).collect();
        shuffled.sort_by_key(|(key, _)| **key);
        let shuffled: Vec<Point> = shuffled.into_iter().map(|(_, point)| point).collect();
        let (calendar, way) = (calendar(), way());
        prop_assert_eq!(
            project(&calendar, &way, &points, on),
            project(&calendar, &way, &shuffled, on)
        );
    }

    #[test]
    fn one_figure_far_off_moves_it_little(
        weeks in 6..9_usize,
        at in 0..5_usize,
        wobbles in prop::collection::vec(-MILLION..MILLION, 9),
        wrong in 0..2_000 * MILLION,
    ) {
        // Six a week, give or take one.
        let values: Vec<i64> = (1..=i64::try_from(weeks).unwrap())
            .zip(&wobbles)
            .map(|(week, wobble)| week * 6 * MILLION + wobble)
            .collect();
        let mut wild = values.clone();
        wild[at] = wrong;
        let (tame, wild) = (forecast(&values).share, forecast(&wild).share);
        // Slopes of neighbours lie within 4 and 8 a week; the median stays among the clean ones.
        let weeks_left = i64::try_from(13 - weeks).unwrap();
        prop_assert!((tame - wild).abs() <= share(4 * (weeks_left + 8), 100));
    }
}
