use num_traits::Zero;

use super::*;
use crate::domain::campaign::IndicatorKind::Increase;
use crate::domain::testkit::{Plan, Story, at, in_week, q, unit};

/// Units of one cluster whose only pledge, 0 to 100, is due on Friday 7/10 and confirmed at the
/// values given. Reports and checks are alike for all.
fn league(values: &[(&str, &str)]) -> Story {
    let codes: Vec<&str> = values.iter().map(|(code, _)| *code).collect();
    let mut plan = Plan::new()
        .units(Some("C1"), &codes)
        .indicator("THU", Increase, "1")
        .rules(|rules| rules.overdue_penalty = q("0"));
    for code in codes {
        plan = plan.given(code, "THU", "0", "100");
    }
    let mut story = plan.story();
    for (code, value) in values {
        story.pledges(code, "THU", "100", "2022-10-07", in_week(1, "Mon 09:00"));
        story.proves(code, "THU", value, in_week(2, "Fri 09:00"));
    }
    story
}

fn places(rows: &[Standing]) -> Vec<(&str, Option<u32>)> {
    rows.iter().map(|row| (row.name.as_str(), row.place)).collect()
}

#[test]
fn equals_share_a_place() {
    let story = league(&[("D", "50"), ("B", "70"), ("A", "90"), ("C", "70")]);
    let table = story.table(at("2022-10-10 09:00"), None);
    let expected = [("A", Some(1)), ("B", Some(2)), ("C", Some(2)), ("D", Some(4))];
    assert_eq!(places(&table.clusters[0].standings), expected);
    assert_eq!(places(&table.overall), expected);
}

#[test]
fn places_appear_on_day_fifteen_and_rows_stand_by_name_before() {
    let story = league(&[("Đông Hải", "90"), ("An Biên", "10"), ("Dư Hàng", "50")]);
    let before = story.table(at("2022-10-09 23:59:59"), None);
    let by_name = [("An Biên", None), ("Dư Hàng", None), ("Đông Hải", None)];
    assert_eq!(places(&before.overall), by_name);
    let from = story.table(at("2022-10-10 00:00"), None);
    assert_eq!(from.overall[0].name, "Đông Hải");
    assert_eq!(from.overall[0].place, Some(1));
}

#[test]
fn figures_as_shown_decide_and_not_what_is_behind_them() {
    // 35.0035 and 35 results: the same to 0.01, hence one place.
    let story = league(&[("A", "50.005"), ("B", "50")]);
    let table = story.table(at("2022-10-10 09:00"), None);
    assert_eq!(table.overall[0].results.to_string(), "35.00");
    assert_eq!(places(&table.overall), [("A", Some(1)), ("B", Some(1))]);
    // 35.007 rounds to 35.01; the totals are still the same, so results decide.
    let story = league(&[("A", "50"), ("B", "50.01")]);
    let table = story.table(at("2022-10-10 09:00"), None);
    assert_eq!(table.overall[0].total, table.overall[1].total);
    assert_eq!(places(&table.overall), [("B", Some(1)), ("A", Some(2))]);
}

#[test]
fn among_equal_totals_and_results_truer_figures_come_first() {
    let story = league(&[("A", "50"), ("B", "50")]);
    let mut scores = story.scores(at("2022-10-10 09:00"));
    let points = |whole: i64| BigRational::from_integer(whole.into());
    for (score, accuracy, discipline) in [(0, 14, 15), (1, 15, 14)] {
        scores[score].accuracy.basis = AccuracyBasis::Own;
        scores[score].accuracy.points = points(accuracy);
        scores[score].discipline.points = points(discipline);
    }
    let table = table(&story.campaign, &mut scores, at("2022-10-10 09:00"), Week(3), None);
    assert_eq!(places(&table.overall), [("B", Some(1)), ("A", Some(2))]);
}

#[test]
fn among_equal_figures_fewer_overdue_pledges_come_first() {
    let story = league(&[("A", "50"), ("B", "50")]);
    let mut scores = story.scores(at("2022-10-10 09:00"));
    scores[0].overdue = 2;
    let table = table(&story.campaign, &mut scores, at("2022-10-10 09:00"), Week(3), None);
    assert_eq!(places(&table.overall), [("B", Some(1)), ("A", Some(2))]);
}

#[test]
fn units_with_nothing_to_do_are_not_in_the_table() {
    let mut story = Plan::new()
        .units(Some("C1"), &["A", "B", "C"])
        .indicator("THU", Increase, "1")
        .given("A", "THU", "0", "100")
        .story();
    story.pledges("B", "THU", "100", "2022-10-07", in_week(1, "Mon 09:00"));
    story.submits("C", "THU", "100", "2022-10-07", in_week(1, "Mon 09:00"));
    let table = story.table(at("2022-10-05 09:00"), None);
    assert_eq!(places(&table.overall), [("A", None), ("B", None)]);
}

#[test]
fn places_won_and_lost_are_counted_inside_the_cluster_and_overall() {
    let mut plan = Plan::new()
        .units(Some("C1"), &["A", "B"])
        .units(None, &["X"])
        .indicator("THU", Increase, "1");
    for code in ["A", "B", "X"] {
        plan = plan.given(code, "THU", "0", "100");
    }
    let mut story = plan.story();
    for (code, value) in [("A", "20"), ("B", "10"), ("X", "30")] {
        story.pledges(code, "THU", "100", "2022-12-24", in_week(1, "Mon 09:00"));
        for week in 2..4 {
            story.proves(code, "THU", value, in_week(week, "Tue 09:00"));
        }
    }
    let before = story.table(in_week(3, "Sun 18:00"), None);
    assert_eq!(before.overall[0].moved, None);
    for code in ["A", "B", "X"] {
        let value = if code == "B" { "60" } else { "30" };
        story.proves(code, "THU", value, in_week(4, "Tue 09:00"));
    }
    let now = story.table(in_week(4, "Sun 18:00"), Some(&before));
    let moved = |rows: &[Standing]| {
        rows.iter().map(|row| (row.unit.to_string(), row.moved)).collect::<Vec<_>>()
    };
    let of = |code: &str, places| (code.to_owned(), Some(places));
    assert_eq!(moved(&now.clusters[0].standings), [of("B", 1), of("A", -1)]);
    assert_eq!(moved(&now.overall), [of("B", 2), of("A", 0), of("X", -1)]);
    assert_eq!(now.clusters.len(), 1);
    let improved = most_improved(&before, &now);
    assert_eq!(improved.len(), 1);
    assert_eq!(improved[0].unit, unit("B"));
    assert_eq!(most_improved(&now, &now), []);
}

#[test]
fn without_enough_checks_the_median_of_the_cluster_stands_in() {
    let mut plan = Plan::new()
        .units(Some("C1"), &["A", "B", "C", "D"])
        .units(Some("C2"), &["E"])
        .units(None, &["X", "Y"])
        .indicator("THU", Increase, "1");
    let all = ["A", "B", "C", "D", "E", "X", "Y"];
    for code in all {
        plan = plan.given(code, "THU", "0", "100");
    }
    let mut story = plan.story();
    // Out of three checks so many agree; D, E and Y have two.
    for (code, ok, checks) in
        [("A", 3, 3), ("B", 0, 3), ("C", 1, 3), ("D", 0, 2), ("E", 0, 2), ("X", 2, 3), ("Y", 2, 2)]
    {
        for check in 0..checks {
            let entry = story.reports(code, "THU", "10", in_week(1, "Tue 09:00"));
            if check < ok {
                story.confirms(entry, "10", in_week(1, "Wed 09:00"));
            } else {
                story.returns(entry, in_week(1, "Wed 09:00"));
            }
        }
    }
    let accuracy = |story: &Story| {
        let table = story.table(in_week(1, "Sun 18:00"), None);
        all.map(|code| table.standing(&unit(code)).unwrap().accuracy.to_string())
    };
    assert_eq!(accuracy(&story), ["15.00", "0.00", "5.00", "5.00", "15.00", "10.00", "10.00"]);
    // Of an even number, the mean of the two in the middle.
    let entry = story.reports("D", "THU", "10", in_week(1, "Tue 09:00"));
    story.confirms(entry, "10", in_week(1, "Wed 09:00"));
    let mut scores = story.scores(in_week(1, "Sun 18:00"));
    scores[1].accuracy.basis = AccuracyBasis::NoSample;
    scores[0].accuracy.basis = AccuracyBasis::NoSample;
    settle_accuracy(&story.campaign, &mut scores);
    assert_eq!(scores[0].accuracy.basis, AccuracyBasis::ClusterMedian);
    assert_eq!(scores[0].accuracy.points, BigRational::from_integer(5.into()));
    assert_eq!(scores[4].accuracy.basis, AccuracyBasis::NoSample);
    assert!(!scores[4].accuracy.points.is_zero());
}

#[test]
fn a_median_of_two_is_their_mean() {
    let whole = |n: i64| BigRational::from_integer(n.into());
    assert_eq!(median(vec![whole(15), whole(4)]), Some(BigRational::new(19.into(), 2.into())));
    assert_eq!(median(vec![whole(9), whole(15), whole(4)]), Some(whole(9)));
    assert_eq!(median(Vec::new()), None);
}

#[test]
fn the_public_table_is_frozen_for_the_last_seven_days() {
    let story = league(&[("A", "50")]);
    let frozen = |when| story.table(at(when), None).frozen;
    assert!(!frozen("2022-12-17 23:59:59"));
    assert!(frozen("2022-12-18 00:00"));
    assert!(frozen("2022-12-24 23:59:59"));
    assert!(!frozen("2022-12-25 00:00"));
}

#[test]
fn the_public_sees_three_places_and_who_improved() {
    let values = [("A", "90"), ("B", "70"), ("C", "60"), ("D", "60"), ("E", "10")];
    let story = league(&values);
    let table = story.table(at("2022-10-10 09:00"), None);
    let board = table.public(None);
    let names: Vec<&str> =
        board.clusters[0].standings.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["A", "B", "C", "D"]);
    assert_eq!(board.most_improved, []);
    let early = story.table(at("2022-10-09 09:00"), None).public(Some(&table));
    assert_eq!(early.clusters[0].standings, []);
}

#[test]
fn without_clusters_the_public_sees_the_best_of_all() {
    let mut story = Plan::new()
        .units(None, &["A"])
        .indicator("THU", Increase, "1")
        .given("A", "THU", "0", "100")
        .story();
    story.pledges("A", "THU", "100", "2022-10-07", in_week(1, "Mon 09:00"));
    let board = story.table(at("2022-10-10 09:00"), None).public(None);
    assert_eq!((board.clusters.len(), board.clusters[0].standings.len()), (1, 1));
    assert_eq!(board.clusters[0].code, None);
}

/// The stored bytes of a closed week are its digest's subject: their shape is a promise.
#[test]
fn the_json_is_the_published_one() {
    let story = league(&[("A", "50")]);
    let table = story.table(at("2022-10-10 09:00"), None);
    let json = serde_json::to_string(&table).unwrap();
    let row = concat!(
        r#"{"unit":"A","name":"A","place":1,"total":"65.0","results":"35.00","#,
        r#""discipline":"15.00","accuracy":"15.00","bonus":"0.00","penalty":"0.00"}"#
    );
    assert_eq!(
        json,
        format!(
            concat!(
                r#"{{"campaign":"LC2022","week":3,"as_of":"2022-10-10T02:00:00Z","#,
                r#""frozen":false,"digest":null,"#,
                r#""clusters":[{{"code":"C1","name":"Cụm C1","standings":[{row}]}}],"#,
                r#""overall":[{row}]}}"#
            ),
            row = row
        )
    );
    assert_eq!(serde_json::from_str::<Table>(&json).unwrap(), table);
}

/// The places of the rows that may be posted of a cluster with these.
fn posted(places: &[u32]) -> Vec<u32> {
    let rows: Vec<Standing> = places
        .iter()
        .map(|place| Standing {
            unit: unit("AB"),
            name: String::new(),
            place: Some(*place),
            moved: None,
            total: Fixed::default(),
            results: Fixed::default(),
            discipline: Fixed::default(),
            accuracy: Fixed::default(),
            bonus: Fixed::default(),
            penalty: Fixed::default(),
        })
        .collect();
    leading(&rows).iter().filter_map(|row| row.place).collect()
}

#[test]
fn no_cluster_publishes_its_last_by_publishing_the_others() {
    assert_eq!(posted(&[1]), [1]);
    assert_eq!(posted(&[1, 2]), [1]);
    assert_eq!(posted(&[1, 2, 3]), [1, 2]);
    assert_eq!(posted(&[1, 2, 3, 4]), [1, 2]);
    assert_eq!(posted(&[1, 2, 3, 4, 5]), [1, 2, 3]);
    assert_eq!(posted(&[1, 2, 3, 4, 5, 6, 7, 8]), [1, 2, 3]);
}

#[test]
fn joint_places_are_posted_together_unless_they_are_the_last() {
    assert_eq!(posted(&[1, 1]), [1, 1]);
    assert_eq!(posted(&[1, 2, 2]), [1]);
    assert_eq!(posted(&[1, 1, 3]), [1, 1]);
    assert_eq!(posted(&[1, 2, 2, 4]), [1, 2, 2]);
    assert_eq!(posted(&[1, 2, 3, 3, 5, 6]), [1, 2, 3, 3]);
    assert_eq!(posted(&[1, 2, 3, 3, 3]), [1, 2]);
    assert_eq!(posted(&[]), [] as [u32; 0]);
}
