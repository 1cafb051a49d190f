//! What must hold whatever happens: logs are made up by chance.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::*;
use crate::domain::calendar::Week;
use crate::domain::fact::{Decision, EntryKind, What};
use crate::domain::ids::FactId;
use crate::domain::quantity::{Quantity, SCALE};
use crate::domain::ranking::{Standing, table};
use crate::domain::testkit::unit;
use crate::domain::unit::UnitState;

const UNITS: [&str; 5] = ["AB", "CD", "DH", "LS", "VN"];
const LINES: [&str; 5] = ["TANG", "GIAM", "MUC", "MOC", "GIU"];

/// Something that happens, by numbers that are read as the moment allows.
#[derive(Debug, Clone, Copy)]
struct Event {
    unit: usize,
    line: usize,
    what: u8,
    amount: i64,
    hour: i64,
}

fn events(kinds: std::ops::Range<u8>) -> impl Strategy<Value = Vec<Event>> {
    let event = (0..UNITS.len(), 0..LINES.len(), kinds, 0..140_i64, -24..90 * 24_i64);
    let event =
        event.prop_map(|(unit, line, what, amount, hour)| Event { unit, line, what, amount, hour });
    prop::collection::vec(event, 0..120)
}

fn campaign() -> Story {
    let mut plan = Plan::new()
        .units(Some("C1"), &UNITS[..2])
        .units(Some("C2"), &UNITS[2..4])
        .units(None, &UNITS[4..])
        .indicator("TANG", Increase, "3")
        .indicator("GIAM", Decrease, "2.5")
        .indicator("MUC", Level, "1")
        .indicator("MOC", Milestone, "1.75")
        .indicator("GIU", Maintain, "1");
    for unit in UNITS {
        plan = plan
            .given(unit, "TANG", "10", "100")
            .given(unit, "GIAM", "100", "25")
            .given(unit, "MUC", "70", "95")
            .given(unit, "MOC", "0", "")
            .step(unit, "MOC", "2022-10-15", "1")
            .step(unit, "MOC", "2022-11-15", "3");
    }
    plan.story()
}

fn amount(event: &Event) -> Quantity {
    let whole = if event.line == 3 { event.amount % 4 } else { event.amount };
    Quantity::from_scaled(whole * SCALE + i64::from(event.line != 3) * event.hour.abs())
}

fn play(mut events: Vec<Event>) -> Story {
    events.sort_by_key(|event| event.hour);
    let mut story = campaign();
    let mut entries: Vec<FactId> = Vec::new();
    for event in events {
        let when = in_week(1, "Mon 00:00") + TimeDelta::hours(event.hour);
        let (of, on) = (UNITS[event.unit], LINES[event.line]);
        let value = amount(&event);
        let earlier = usize::try_from(event.amount)
            .ok()
            .and_then(|amount| entries.get(amount.checked_rem(entries.len())?).copied());
        match (event.what, earlier) {
            (0..=3, _) => {
                entries.push(story.enters(of, on, EntryKind::Report { value }, when));
            }
            (4, _) => {
                story.unchanged(of, on, when);
            }
            (5 | 6, _) => {
                let target = Quantity::from_scaled(value.scaled() + SCALE).to_plain();
                let due = (day("2022-10-01") + chrono::Days::new(event.amount.unsigned_abs() % 84))
                    .to_string();
                story.pledges(of, on, &target, &due, when);
            }
            (7 | 8, Some(entry)) => {
                let reported = reported(&story, entry);
                story.confirms(entry, &reported.to_plain(), when);
            }
            (9, Some(entry)) => story.confirms(entry, &value.to_plain(), when),
            (10, Some(entry)) => story.returns(entry, when),
            (11, Some(entry)) => entries.push(story.corrects(entry, &value.to_plain(), when)),
            (12, Some(entry)) if event.amount < 20 => story.proves_false(entry, when),
            (13, _) => {
                story.hits(of, on, "vướng", when);
            }
            (14, _) => story.excuses(of, u32::try_from(event.amount % 13).unwrap() + 1, when),
            (15, _) => {
                let award = story.awards(of, "1.5", when);
                story.confirms_award(award, of, when);
            }
            _ => {}
        }
    }
    story
}

fn reported(story: &Story, entry: FactId) -> Quantity {
    let fact = story.facts.iter().find(|fact| fact.id == entry).unwrap();
    let What::Reported(report) = &fact.what else { unreachable!() };
    report.kind.value().unwrap()
}

fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (0..100 * 24 * 4_i64)
        .prop_map(|quarters| in_week(1, "Mon 00:00") + TimeDelta::minutes(15 * quarters))
}

fn better(a: &Standing, b: &Standing) -> bool {
    (a.total, a.results, a.accuracy) > (b.total, b.results, b.accuracy)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_units_does_not_matter(
        events in events(0..16),
        when in instant(),
        turn in 0..5_usize,
    ) {
        let story = play(events);
        let mut scores = story.scores(when);
        let straight = table(&story.campaign, &mut scores.clone(), when, Week(1), None);
        scores.reverse();
        scores.rotate_left(turn);
        prop_assert_eq!(straight, table(&story.campaign, &mut scores, when, Week(1), None));
    }

    #[test]
    fn equals_share_a_place_and_the_next_counts_them_all(
        events in events(0..16),
        when in instant(),
    ) {
        let story = play(events);
        let table = story.table(when, None);
        let ranked = when >= at("2022-10-10 00:00");
        let tables = table.clusters.iter().map(|league| &league.standings).chain([&table.overall]);
        for rows in tables {
            for row in rows {
                prop_assert_eq!(row.place.is_some(), ranked);
                let Some(place) = row.place else { continue };
                let above = rows.iter().filter(|other| better(other, row)).count();
                // Fewer overdue pledges may add to those above, never to those better or equal.
                let not_below = rows.iter().filter(|other| !better(row, other)).count();
                let place = usize::try_from(place).unwrap();
                prop_assert!((above + 1..=not_below).contains(&place));
                let sharing = rows.iter().filter(|other| other.place == row.place).count();
                let ahead = rows.iter().filter(|other| other.place < row.place).count();
                prop_assert_eq!(place, ahead + 1);
                prop_assert!(sharing >= 1);
            }
        }
    }

    #[test]
    fn the_parts_make_up_the_whole(events in events(0..16), when in instant()) {
        let story = play(events);
        for score in story.scores(when) {
            let items = &score.results.items;
            let points: BigRational = items.iter().map(|item| item.points.clone()).sum();
            prop_assert_eq!(&points, &score.results.points);
            let weights: BigRational = items.iter().map(|item| item.weight.clone()).sum();
            prop_assert!(items.is_empty() || weights.is_one());
            let unit_range = BigRational::zero()..=BigRational::one();
            for item in items {
                prop_assert!(unit_range.contains(&item.completion));
                prop_assert!(unit_range.contains(&item.pace));
                prop_assert_eq!(&item.points, &(of(70, 1) * &item.weight * &item.pace));
            }
            prop_assert!((of(0, 1)..=of(70, 1)).contains(&score.results.points));
            prop_assert!((of(0, 1)..=of(15, 1)).contains(&score.discipline.points));
            prop_assert!((of(0, 1)..=of(15, 1)).contains(&score.accuracy.points));
            prop_assert!((of(0, 1)..=of(10, 1)).contains(&score.bonus.points));
            prop_assert!((of(0, 1)..=of(10, 1)).contains(&score.penalty.points));
            let found = &score.discipline;
            let without = found.missing.len() + found.awaited.len();
            prop_assert_eq!(
                usize::try_from(found.due - found.on_time - found.late).unwrap(),
                without
            );
        }
    }

    /// Stored at any closing and continued, a state is what it would be from the beginning.
    #[test]
    fn a_state_continues_from_any_closing(events in events(0..16), when in instant()) {
        let story = play(events);
        let facts = story.in_order();
        for code in UNITS.map(unit) {
            let whole = UnitState::fold(&story.campaign, &code, &facts, when);
            for times in story.campaign.week_times().iter().filter(|week| week.closing <= when) {
                let stored = UnitState::fold(&story.campaign, &code, &facts, times.closing);
                let stored = serde_json::to_string(&stored).unwrap();
                let mut state: UnitState = serde_json::from_str(&stored).unwrap();
                let rest =
                    facts.iter().filter(|fact| (times.closing < fact.counted_at) && fact.counted_at <= when);
                for fact in rest {
                    state.apply(&story.campaign, &code, fact);
                }
                state.advance(&story.campaign, &code, when);
                prop_assert_eq!(&whole, &state);
            }
        }
    }

    #[test]
    fn what_comes_later_changes_nothing(events in events(0..16), when in instant()) {
        let mut story = play(events);
        let full = story.table(when, None);
        story.facts.retain(|fact| fact.counted_at <= when);
        prop_assert_eq!(full, story.table(when, None));
    }

    /// Reports that never go back, confirmed as reported in whatever order: each confirmation
    /// leaves K where it was or lifts it.
    #[test]
    fn confirming_as_reported_never_lowers_results(
        mut steps in prop::collection::vec((0..LINES.len(), 0..3_u8, 0..25_i64, 0..3_usize), 1..60),
    ) {
        let mut story = campaign();
        for on in LINES {
            let target = if on == "GIAM" { "20" } else if on == "MOC" { "2" } else { "110" };
            story.pledges("AB", on, target, "2022-11-30", in_week(1, "Mon 08:00"));
        }
        let mut values = [10, 100, 70, 0, 0];
        let mut open: Vec<(FactId, i64)> = Vec::new();
        let mut when = in_week(1, "Mon 09:00");
        let end = in_week(1, "Mon 09:00") + TimeDelta::hours(30 * i64::try_from(steps.len()).unwrap());
        steps.sort_by_key(|step| step.1 == 2);
        for (line, what, more, which) in steps {
            when += TimeDelta::hours(30);
            if what < 2 {
                values[line] += match line {
                    1 => -more,
                    3 => more % 2,
                    _ => more,
                };
                let value = values[line].to_string();
                open.push((story.reports("AB", LINES[line], &value, when), values[line]));
            } else if !open.is_empty() {
                let (entry, value) = open.remove(which % open.len());
                let before = story.score("AB", end).results.points;
                story.confirms(entry, &value.to_string(), end);
                let after = story.score("AB", end).results.points;
                prop_assert!(before <= after, "{} > {}", before, after);
            }
        }
    }
}

#[test]
fn chance_reaches_every_kind_of_line() {
    // The generator would prove little if its stories never counted anything.
    let mut story = campaign();
    for on in LINES {
        let pledge = story.submits("AB", on, "100", "2022-11-30", in_week(1, "Mon 09:00"));
        story.decides(pledge, Decision::Approved, in_week(1, "Mon 09:00"));
    }
    assert_eq!(story.score("AB", in_week(4, "Sun 18:00")).results.items.len(), LINES.len());
}
