use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::*;
use crate::domain::campaign::Campaign;
use crate::domain::campaign::IndicatorKind::{Increase, Maintain};
use crate::domain::fact::{Verdict, What};
use crate::domain::ids::PersonId;
use crate::domain::ranking::Table;
use crate::domain::testkit::{Plan, Story, day, in_week, indicator, q, unit};
use crate::domain::unit::UnitState;

/// Two wards in one cluster with a line each, pledged in week 1.
fn town() -> Story {
    let mut story = Plan::two_wards().story();
    for of in ["AB", "AD"] {
        story.pledges(of, "THU", "100", "2022-12-23", in_week(1, "Mon 09:00"));
    }
    story
}

/// Closes week after week, as the job does, and gives the badges of the last.
fn closings(story: &Story, until: u32) -> Vec<Given> {
    let (mut tables, mut given): (Vec<Table>, Vec<Given>) = (Vec::new(), Vec::new());
    let mut newest = Vec::new();
    for week in 1..=until {
        let as_of = story.campaign.calendar().closing(Week(week));
        let table = story.table(as_of, tables.last());
        newest = judged(story, week, as_of, &table, &tables, &given);
        given.extend(newest.iter().cloned());
        tables.push(table);
    }
    newest
}

fn judged(
    story: &Story,
    week: u32,
    as_of: DateTime<Utc>,
    table: &Table,
    earlier: &[Table],
    given: &[Given],
) -> Vec<Given> {
    let mut judge = Judge::new(&story.campaign, Week(week));
    let states: Vec<UnitState> =
        story.campaign.units().iter().map(|unit| story.state(unit.code.as_str(), as_of)).collect();
    judge.add(story.campaign.units(), &states);
    let known: Vec<Fact> =
        story.in_order().into_iter().filter(|fact| fact.counted_at <= as_of).collect();
    let mut recent: HashMap<UnitCode, Vec<Fact>> = HashMap::new();
    for unit in judge.wanted() {
        let own = known.iter().filter(|fact| fact.what.unit() == Some(unit));
        recent.insert(unit.clone(), own.cloned().collect());
    }
    let scores = story.scores(as_of);
    let closed =
        Closed { table, earlier, scores: &scores, given, obstacles: &known, recent: &recent };
    judge.finish(&closed)
}

/// Who has what, in order.
fn names(given: &[Given]) -> Vec<(&str, Badge)> {
    given.iter().map(|given| (given.unit.as_str(), given.badge.clone())).collect()
}

fn on(code: &str) -> IndicatorCode {
    indicator(code)
}

#[test]
fn four_weeks_on_time_make_a_badge_and_the_next_level_is_eight() {
    let mut story = town();
    for week in 2..=9 {
        story.reports("AB", "THU", &week.to_string(), in_week(week, "Fri 17:00"));
    }
    let earned = closings(&story, 5);
    assert_eq!(names(&earned), [("AB", Badge::OnTime { weeks: 4 })]);
    let weeks: Vec<Ground> = (2..=5).map(|week| Ground::Week(Week(week))).collect();
    assert_eq!(earned[0].grounds, weeks);
    assert_eq!((earned[0].week, closings(&story, 6)), (Week(5), vec![]));
    assert_eq!(names(&closings(&story, 9)), [("AB", Badge::OnTime { weeks: 8 })]);
}

fn run(story: &Story, until: u32) -> Streak {
    let as_of = story.campaign.calendar().closing(Week(until));
    streak(&story.campaign, &story.state("AB", as_of), Week(until))
}

fn weeks(of: &[u32]) -> Vec<Week> {
    of.iter().copied().map(Week).collect()
}

#[test]
fn one_miss_in_thirty_days_is_forgiven_and_the_next_begins_anew() {
    let mut story = town();
    for week in [2, 3, 5, 6, 8] {
        story.reports("AB", "THU", &week.to_string(), in_week(week, "Thu 09:00"));
    }
    // Late is not on time.
    story.reports("AB", "THU", "4.5", in_week(4, "Fri 17:00:01"));
    let found = run(&story, 6);
    assert_eq!(
        (found.weeks, found.forgiven, found.ended),
        (weeks(&[2, 3, 5, 6]), Some(Week(4)), None)
    );
    // Week 7 comes 21 days after week 4.
    let found = run(&story, 8);
    assert_eq!((found.weeks, found.ended), (weeks(&[8]), Some(Week(7))));
}

#[test]
fn a_second_miss_thirty_days_later_is_forgiven_too() {
    let mut story = town();
    for week in [2, 4, 5, 6, 7, 9] {
        story.reports("AB", "THU", &week.to_string(), in_week(week, "Thu 09:00"));
    }
    // Weeks 3 and 8: five weeks, 35 days.
    let found = run(&story, 9);
    assert_eq!((found.length(), found.forgiven, found.ended), (6, Some(Week(8)), None));
}

#[test]
fn excused_weeks_and_holidays_neither_add_nor_end() {
    let mut story = Plan::new()
        .units(Some("C1"), &["AB"])
        .indicator("THU", Increase, "1")
        .given("AB", "THU", "0", "100")
        .holiday("2022-10-21")
        .holiday("2022-11-04")
        .story();
    story.pledges("AB", "THU", "100", "2022-12-23", in_week(1, "Mon 09:00"));
    for week in [2, 5, 6] {
        story.reports("AB", "THU", &week.to_string(), in_week(week, "Thu 09:00"));
    }
    story.excuses("AB", 3, in_week(3, "Mon 09:00"));
    // Week 4 ends on a holiday and nothing came; week 6 does too, and it came all the same.
    let found = run(&story, 6);
    assert_eq!((found.weeks, found.forgiven, found.ended), (weeks(&[2, 5, 6]), None, None));
}

#[test]
fn figures_are_true_when_four_weeks_were_checked_and_none_was_corrected() {
    let clean = || {
        let mut story = town();
        for week in 2..=5 {
            story.proves("AB", "THU", &week.to_string(), in_week(week, "Thu 09:00"));
        }
        story
    };
    let earned = |story: &Story, week| {
        let given = closings(story, week);
        given.into_iter().find(|given| given.badge == Badge::TrueFigures)
    };
    let story = clean();
    assert_eq!(earned(&story, 4), None);
    let found = earned(&story, 5).unwrap();
    let entries: Vec<&str> = found
        .grounds
        .iter()
        .map(|ground| match ground {
            Ground::Entry(id) => {
                story.facts.iter().find(|fact| fact.id == *id).unwrap().what.kind()
            }
            _ => "other",
        })
        .collect();
    assert_eq!((found.unit, entries), (unit("AB"), vec!["reported"; 4]));

    let mut corrected = clean();
    let entry = corrected.reports("AB", "THU", "6", in_week(5, "Fri 09:00"));
    let right = corrected.corrects(entry, "5.5", in_week(5, "Fri 10:00"));
    corrected.confirms(right, "5.5", in_week(5, "Fri 11:00"));
    assert_eq!(earned(&corrected, 5), None);

    let mut open = clean();
    open.reports("AB", "THU", "6", in_week(5, "Fri 09:00"));
    assert_eq!(earned(&open, 5), None);

    let mut wrong = clean();
    let entry = wrong.reports("AB", "THU", "6", in_week(5, "Fri 09:00"));
    wrong.confirms(entry, "5.5", in_week(5, "Fri 10:00"));
    assert_eq!(earned(&wrong, 5), None);

    let mut again = clean();
    let entry = again.reports("AB", "THU", "6", in_week(5, "Fri 09:00"));
    again.confirms(entry, "6", in_week(5, "Fri 10:00"));
    assert!(earned(&again, 5).is_some());
    again.confirms(entry, "5", in_week(5, "Fri 11:00"));
    assert_eq!(earned(&again, 5), None, "a check that was put right is a correction");

    let mut public = clean();
    let line = Story::line("AB", "THU");
    let reason = || "đối chiếu sổ".to_owned();
    let entry = public.proves("AB", "THU", "6", in_week(5, "Fri 09:00"));
    let (before, after) = (q("6"), q("6.05"));
    let moved = What::Corrected { entry, line: line.clone(), before, after, reason: reason() };
    let against = public.record(moved.clone(), in_week(5, "Fri 10:00"));
    assert_eq!(earned(&public, 5), None, "within the tolerance, and a correction all the same");
    let appealed = What::Appealed { against, entry, line: line.clone(), reason: reason() };
    let appeal = public.record(appealed, in_week(5, "Fri 11:00"));
    assert_eq!(earned(&public, 5), None, "an appeal by itself changes nothing");
    let decided = |value: &str| What::AppealDecided {
        appeal,
        entry,
        line: line.clone(),
        verdict: Verdict::Value { value: q(value) },
        reason: reason(),
    };
    public.record(decided("6"), in_week(5, "Sat 09:00"));
    assert!(earned(&public, 5).is_some(), "the unit was right");
    *public.facts.last_mut().unwrap() =
        Fact { what: decided("6.01"), ..public.facts.last().unwrap().clone() };
    assert_eq!(earned(&public, 5), None, "neither of them was");

    let mut older = clean();
    let entry = older.facts.iter().find(|fact| fact.what.kind() == "reported").unwrap().id;
    let (before, after) = (q("2"), q("2.01"));
    let moved = What::Corrected { entry, line, before, after, reason: reason() };
    older.proves("AB", "THU", "6", in_week(6, "Thu 09:00"));
    older.record(moved, in_week(6, "Fri 10:00"));
    assert_eq!(earned(&older, 6), None, "an older figure was corrected in these weeks");

    let mut gap = clean();
    gap.facts.retain(|fact| fact.counted_at < in_week(5, "Mon 00:00"));
    assert_eq!(earned(&gap, 5), None);
}

#[test]
fn true_figures_are_told_once_in_four_weeks() {
    let mut story = town();
    for week in 2..=9 {
        story.proves("AB", "THU", &week.to_string(), in_week(week, "Thu 09:00"));
    }
    let told = |week| closings(&story, week).iter().any(|it| it.badge == Badge::TrueFigures);
    assert_eq!([5, 6, 8, 9].map(told), [true, false, false, true]);
}

#[test]
fn a_pledge_done_a_week_before_its_date_is_early() {
    let on_day = |date: &str| {
        let mut story = town();
        let when = crate::domain::testkit::at(&format!("{date} 09:00"));
        let entry = story.proves("AB", "THU", "100", when);
        let week = story.campaign.counting_week(when).0;
        let earned = closings(&story, week);
        let early = earned.into_iter().find(|it| matches!(it.badge, Badge::EarlyFinish { .. }));
        early.map(|it| (it.grounds == [Ground::Pledge(FactId(1)), Ground::Entry(entry)], it.unit))
    };
    assert_eq!(on_day("2022-12-16"), Some((true, unit("AB"))));
    assert_eq!(on_day("2022-12-17"), None);
    // Said and not checked is not done.
    let mut story = town();
    story.reports("AB", "THU", "100", in_week(3, "Mon 09:00"));
    assert_eq!(closings(&story, 3), []);
}

#[test]
fn what_is_done_early_is_told_once() {
    let mut story = town();
    story.proves("AB", "THU", "100", in_week(2, "Mon 09:00"));
    let early = ("AB", Badge::EarlyFinish { indicator: on("THU") });
    assert_eq!(names(&closings(&story, 2)), [early]);
    assert_eq!(closings(&story, 3).iter().filter(|it| !it.badge.tells_places()).count(), 0);
}

#[test]
fn four_percent_beyond_the_pledge_and_the_assignment_is_beyond() {
    let beyond = |target: &str, value: &str| {
        let mut story = Plan::new()
            .units(Some("C1"), &["AB"])
            .indicator("THU", Increase, "1")
            .given("AB", "THU", "0", "100")
            .story();
        story.pledges("AB", "THU", target, "2022-12-23", in_week(1, "Mon 09:00"));
        story.proves("AB", "THU", value, in_week(2, "Mon 09:00"));
        let found = closings(&story, 2);
        found.iter().any(|it| it.badge == Badge::Beyond { indicator: on("THU") })
    };
    assert!(beyond("100", "104"));
    assert!(!beyond("100", "103.9"));
    assert!(!beyond("90", "94"), "beyond a modest pledge, and short of what was assigned");
    assert!(beyond("90", "100"));
}

#[test]
fn an_obstacle_is_solved_when_somebody_else_answered_and_it_was_closed() {
    let solved = |answered_by: i64, closed: bool| {
        let mut story = town();
        let obstacle = story.hits("AB", "THU", "mặt bằng", in_week(2, "Mon 09:00"));
        let line = Story::line("AB", "THU");
        let text = "đã giao đất".to_owned();
        let answer =
            What::ObstacleAnswered { obstacle, line: line.clone(), text, evidence: Vec::new() };
        story.record(answer, in_week(2, "Tue 09:00"));
        story.facts.last_mut().unwrap().by = Some(PersonId(answered_by));
        if closed {
            story.record(What::ObstacleClosed { obstacle, line }, in_week(3, "Mon 09:00"));
        }
        let early = closings(&story, 2);
        assert_eq!(
            early.iter().filter(|it| matches!(it.badge, Badge::Unblocked { .. })).count(),
            0
        );
        let found = closings(&story, 3);
        let found = found.into_iter().find(|it| it.badge == Badge::Unblocked { obstacle });
        found.map(|it| (it.unit, it.grounds == [Ground::Obstacle(obstacle)]))
    };
    assert_eq!(solved(2, true), Some((unit("AB"), true)));
    assert_eq!(solved(2, false), None);
    assert_eq!(solved(1, true), None, "whoever raised it has not solved it by answering");
}

#[test]
fn first_places_count_from_the_ranking_day_and_only_on_checked_figures() {
    let mut story = town();
    story.proves("AB", "THU", "40", in_week(2, "Mon 09:00"));
    let leader = |story: &Story, week| {
        let found = closings(story, week);
        let leader = found.into_iter().find(|it| matches!(it.badge, Badge::ClusterLeader { .. }));
        leader.map(|it| (it.unit.to_string(), it.badge, it.grounds))
    };
    assert_eq!(leader(&story, 2), None, "there are no places yet");
    let first = Badge::ClusterLeader { weeks: 1 };
    assert_eq!(
        leader(&story, 3),
        Some(("AB".to_owned(), first.clone(), vec![Ground::Week(Week(3))]))
    );
    assert_eq!(leader(&story, 4), None);
    let (_, badge, grounds) = leader(&story, 6).unwrap();
    assert_eq!((badge, grounds.len()), (Badge::ClusterLeader { weeks: 4 }, 4));
    // A gain that nobody has checked may lead, but not to a badge.
    story.reports("AB", "THU", "41", in_week(3, "Wed 09:00"));
    assert_eq!(leader(&story, 3), None);
}

#[test]
fn who_has_done_nothing_leads_nothing() {
    // Both stand at the points of those who owe nothing yet.
    let mut story = town();
    for (of, pledge) in [("AB", FactId(1)), ("AD", FactId(3))] {
        story.withdraws(pledge, in_week(1, "Mon 10:00"));
        assert!(story.table(in_week(3, "Sun 18:00"), None).standing(&unit(of)).is_some());
    }
    assert_eq!(closings(&story, 3), []);
}

#[test]
fn weeks_in_which_nobody_had_done_anything_were_led_by_nobody() {
    let mut story = Plan::two_wards().story();
    story.pledges("AB", "THU", "100", "2022-12-23", in_week(7, "Mon 09:00"));
    story.proves("AB", "THU", "40", in_week(7, "Tue 09:00"));
    let found = closings(&story, 7);
    assert!(names(&found).contains(&("AB", Badge::ClusterLeader { weeks: 1 })), "{found:?}");
}

#[test]
fn alone_in_a_cluster_nobody_leads_it() {
    let mut story = Plan::new()
        .units(Some("C1"), &["AB"])
        .units(Some("C2"), &["AD"])
        .indicator("THU", Increase, "1")
        .given("AB", "THU", "0", "100")
        .given("AD", "THU", "0", "100")
        .story();
    story.pledges("AB", "THU", "100", "2022-12-23", in_week(1, "Mon 09:00"));
    story.proves("AB", "THU", "40", in_week(2, "Mon 09:00"));
    assert!(!names(&closings(&story, 4)).iter().any(|(_, badge)| badge.tells_places()));
}

#[test]
fn the_greatest_gain_of_the_cluster_is_a_leap_if_it_is_five_points_and_checked() {
    let mut story = town();
    story.proves("AB", "THU", "10", in_week(2, "Mon 09:00"));
    story.proves("AD", "THU", "10", in_week(2, "Mon 09:00"));
    let leaps = |story: &Story, week| {
        let found = closings(story, week);
        let leaps = found.into_iter().filter(|it| it.badge == Badge::Leap);
        leaps.map(|it| (it.unit.to_string(), it.grounds)).collect::<Vec<_>>()
    };
    let entry = story.proves("AB", "THU", "30", in_week(4, "Mon 09:00"));
    story.reports("AD", "THU", "40", in_week(4, "Mon 09:00"));
    let grounds = vec![Ground::Week(Week(3)), Ground::Week(Week(4)), Ground::Entry(entry)];
    assert_eq!(leaps(&story, 4), [("AB".to_owned(), grounds)]);
    assert_eq!(leaps(&story, 5), []);
    // With its figure checked the other one gained more.
    let open = story.facts.iter().rev().find(|fact| fact.what.kind() == "reported").unwrap().id;
    story.confirms(open, "40", in_week(4, "Tue 09:00"));
    assert_eq!(leaps(&story, 4)[0].0, "AD");
}

#[test]
fn badges_come_best_first_and_then_by_name() {
    let mut story = town();
    for week in 2..=5 {
        for of in ["AD", "AB"] {
            story.proves(of, "THU", &(week * 10).to_string(), in_week(week, "Thu 09:00"));
        }
    }
    let found = closings(&story, 5);
    let expected = [
        ("AB", Badge::TrueFigures),
        ("AD", Badge::TrueFigures),
        ("AB", Badge::OnTime { weeks: 4 }),
        ("AD", Badge::OnTime { weeks: 4 }),
    ];
    assert_eq!(names(&found), expected);
}

#[test]
fn a_reason_is_a_reason_once_also_for_what_was_taken_back() {
    let given = |badge: Badge, week| Given {
        unit: unit("AB"),
        badge,
        week: Week(week),
        grounds: Vec::new(),
    };
    let eight = Badge::OnTime { weeks: 8 };
    assert!(eight.repeats(Week(9), &given(eight.clone(), 9)));
    assert!(Badge::OnTime { weeks: 4 }.repeats(Week(10), &given(eight.clone(), 9)));
    assert!(!Badge::OnTime { weeks: 12 }.repeats(Week(13), &given(eight, 9)));
    assert!(Badge::Leap.repeats(Week(4), &given(Badge::Leap, 4)));
    assert!(!Badge::Leap.repeats(Week(5), &given(Badge::Leap, 4)));
    assert!(Badge::TrueFigures.repeats(Week(8), &given(Badge::TrueFigures, 5)));
    assert!(!Badge::TrueFigures.repeats(Week(9), &given(Badge::TrueFigures, 5)));
}

fn campaign() -> Campaign {
    town().campaign
}

#[test]
fn what_is_near_is_the_next_level_and_pledges_nearly_done() {
    let mut story = town();
    for week in 2..=4 {
        story.proves("AB", "THU", &(week * 20).to_string(), in_week(week, "Thu 09:00"));
    }
    let as_of = in_week(4, "Sun 18:00");
    let looked = |given: &[Given], on: &str| {
        let (state, score) = (story.state("AB", as_of), story.score("AB", as_of));
        near(&campaign(), &state, &score, given, Week(4), day(on))
    };
    let until = day("2022-12-16");
    let end = Near::EarlyFinish {
        indicator: on("THU"),
        completion: num_rational::BigRational::new(4.into(), 5.into()),
        until,
    };
    assert_eq!(looked(&[], "2022-10-23"), [Near::OnTime { level: 4, left: 1 }, end.clone()]);
    // Had before, another run leads to the next level only.
    let had = Given {
        unit: unit("AB"),
        badge: Badge::OnTime { weeks: 4 },
        week: Week(1),
        grounds: Vec::new(),
    };
    assert_eq!(looked(&[had], "2022-10-23"), [Near::OnTime { level: 8, left: 5 }, end]);
    assert_eq!(looked(&[], "2022-12-17"), [Near::OnTime { level: 4, left: 1 }]);
}

#[test]
fn a_level_to_maintain_is_never_done_early() {
    let mut story = Plan::new()
        .units(Some("C1"), &["AB"])
        .indicator("GIU", Maintain, "1")
        .given("AB", "GIU", "0", "50")
        .story();
    story.pledges("AB", "GIU", "50", "2022-12-23", in_week(1, "Mon 09:00"));
    story.proves("AB", "GIU", "99", in_week(2, "Mon 09:00"));
    assert_eq!(closings(&story, 2), []);
    let at = in_week(2, "Mon 10:30") + TimeDelta::minutes(1);
    assert_eq!(story.state("AB", at).lines[&on("GIU")].trail.points(q("0")), []);
}
