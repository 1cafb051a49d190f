use std::collections::BTreeMap;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tempfile::TempDir;

use super::live::Live;
use super::*;
use crate::domain::campaign::{Definition, IndicatorKind};
use crate::domain::fact::{Decision, EntryKind, Line, Outcome, Pledged, Reported, What};
use crate::domain::ids::FactId;
use crate::domain::quantity::Quantity;
use crate::domain::testkit::{Plan, at, day, in_week, indicator, unit};
use crate::jobs::close_week;
use crate::store::log::NewFact;
use crate::store::{Store, Tx};

const LINES: [&str; 3] = ["TANG", "GIAM", "GIU"];

/// So many units in two clusters, with three indicators each.
pub(crate) fn definition(units: usize) -> Definition {
    let codes: Vec<String> = (0..units).map(|n| format!("U{n}")).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let (first, second) = codes.split_at(units.div_ceil(2));
    let mut plan = Plan::new()
        .units(Some("C1"), first)
        .units(Some("C2"), second)
        .indicator("TANG", IndicatorKind::Increase, "3")
        .indicator("GIAM", IndicatorKind::Decrease, "2")
        .indicator("GIU", IndicatorKind::Maintain, "1");
    for code in &codes {
        plan = plan
            .given(code, "TANG", "10", "100")
            .given(code, "GIAM", "100", "25")
            .given(code, "GIU", "0", "50");
    }
    plan.0
}

/// A campaign in a database, in which things happen by chance, the same for the same seed.
struct Town {
    store: Store,
    campaign: CampaignId,
    defined: Campaign,
    chance: ChaCha8Rng,
    entries: BTreeMap<FactId, (Line, Quantity)>,
    _home: TempDir,
}

impl Town {
    async fn new(units: usize, seed: u64) -> Self {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("thidua.db");
        let store = Store::open(&format!("sqlite://{}", file.display())).await.unwrap();
        let definition = definition(units);
        let now = at("2022-09-19 08:00");
        let mut tx = store.begin().await.unwrap();
        let campaign = store::campaigns::insert(&mut tx, &definition.code, now).await.unwrap();
        let defined = Campaign::new(definition.clone()).unwrap();
        let what = What::Defined(Box::new(definition));
        let fact = NewFact { campaign, by: None, said_at: None, now, what };
        store::log::append(&mut tx, fact).await.unwrap();
        tx.commit().await.unwrap();
        let chance = ChaCha8Rng::seed_from_u64(seed);
        let entries = BTreeMap::new();
        Self { store, campaign, defined, chance, entries, _home: home }
    }

    async fn record(&self, tx: &mut Tx, what: What, now: DateTime<Utc>) -> FactId {
        let fact = NewFact { campaign: self.campaign, by: None, said_at: None, now, what };
        store::log::append(tx, fact).await.unwrap().id
    }

    /// One thing happens somewhere.
    async fn happen(&mut self, now: DateTime<Utc>) {
        let mut tx = self.store.begin().await.unwrap();
        let units = self.defined.units().len();
        let of = self.defined.units()[self.chance.random_range(0..units)].code.clone();
        let on = LINES[self.chance.random_range(0..LINES.len())];
        let line = Line { unit: of.clone(), indicator: indicator(on) };
        let value = Quantity::from_integer(self.chance.random_range(0..120)).unwrap();
        let which = self.chance.random_range(0..10);
        let earlier = self.earlier();
        match (which, earlier) {
            (0..=2, _) => {
                let due = day("2022-10-10") + chrono::Days::new(self.chance.random_range(0..70));
                let reason = String::new();
                let pledged = Pledged { line: line.clone(), target: value, due, reason };
                let pledge = self.record(&mut tx, What::Pledged(pledged), now).await;
                let decision = Decision::Approved;
                self.record(&mut tx, What::PledgeDecided { pledge, line, decision }, now).await;
            }
            (3..=5, _) => {
                let kind = EntryKind::Report { value };
                let entry = self.record(&mut tx, reported(&line, kind), now).await;
                self.entries.insert(entry, (line, value));
            }
            (6, _) => {
                self.record(&mut tx, reported(&line, EntryKind::NoChange), now).await;
            }
            (7 | 8, Some((entry, line, value))) => {
                self.entries.remove(&entry);
                let outcome = Outcome::Confirmed { value, reason: String::new() };
                self.record(&mut tx, What::Checked { entry, line, outcome }, now).await;
            }
            _ => {
                let what =
                    What::ObstacleRaised {
                        line, text: "vướng".to_owned(), evidence: Vec::new()
                    };
                self.record(&mut tx, what, now).await;
            }
        }
        tx.commit().await.unwrap();
    }

    fn earlier(&mut self) -> Option<(FactId, Line, Quantity)> {
        let at = self.chance.random_range(0..self.entries.len().max(1));
        self.entries.iter().nth(at).map(|(id, (line, value))| (*id, line.clone(), *value))
    }

    async fn close(&self, week: u32, now: DateTime<Utc>) {
        let mut tx = self.store.begin().await.unwrap();
        let due = self.defined.calendar().closing(Week(week));
        close_week::run(&mut tx, self.campaign, due, now).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Lives through weeks, so many things in each; closes each in time, or all at the end.
    async fn live(&mut self, weeks: u32, things: i64, in_time: bool) {
        for week in 1..=weeks {
            let monday = in_week(week, "Mon 07:00");
            for thing in 0..things {
                self.happen(monday + TimeDelta::minutes(thing * 6 * 1440 / things)).await;
            }
            if in_time {
                self.close(week, in_week(week, "Sun 18:00")).await;
            }
        }
        if !in_time {
            for week in 1..=weeks {
                self.close(week, in_week(weeks + 2, "Wed 03:00")).await;
            }
        }
    }
}

fn reported(line: &Line, kind: EntryKind) -> What {
    let (note, evidence, doubts) = (String::new(), Vec::new(), Vec::new());
    What::Reported(Reported { line: line.clone(), kind, note, evidence, doubts })
}

#[tokio::test]
async fn continuing_from_checkpoints_is_reading_from_the_first_fact() {
    let mut town = Town::new(70, 1).await;
    town.live(4, 150, true).await;
    for thing in 0..60 {
        town.happen(in_week(5, "Mon 07:00") + TimeDelta::hours(thing)).await;
    }
    let mut connection = town.store.read().await.unwrap();
    let units = town.defined.units();
    for as_of in [in_week(3, "Sun 18:00"), in_week(4, "Tue 09:30"), in_week(5, "Fri 17:00")] {
        let loaded = store::campaigns::load(&mut connection, town.campaign, as_of).await.unwrap();
        let states = store::book::states(&mut connection, &loaded, units, as_of).await.unwrap();
        for (unit, state) in units.iter().zip(&states) {
            let code = &unit.code;
            let whole =
                store::book::state_from_log(&mut connection, &loaded, code, as_of).await.unwrap();
            let one = store::book::state(&mut connection, &loaded, code, as_of).await.unwrap();
            assert_eq!((&whole, &one), (state, state), "{code} {as_of}");
        }
    }
    let newest =
        store::snapshots::checkpoint(&mut connection, town.campaign, FactId(1), "U69", Week(12));
    assert_eq!(newest.await.unwrap().map(|kept| kept.week), Some(Week(4)));
}

#[tokio::test]
async fn a_week_closed_late_is_the_same_to_the_byte() {
    let mut punctual = Town::new(9, 7).await;
    punctual.live(5, 80, true).await;
    let mut tardy = Town::new(9, 7).await;
    tardy.live(5, 80, false).await;
    let of = async |town: &Town| {
        let mut connection = town.store.read().await.unwrap();
        store::snapshots::all(&mut connection, town.campaign).await.unwrap()
    };
    let (in_time, late) = (of(&punctual).await, of(&tardy).await);
    assert_eq!(in_time.len(), 5);
    assert_eq!(in_time, late);
    // Places moved since the week before, so that the weeks are not all alike.
    assert!(in_time[4].body.contains(r#""moved":-"#), "{}", in_time[4].body);
    // Closing again changes nothing.
    punctual.close(5, in_week(9, "Mon 00:00")).await;
    assert_eq!(of(&punctual).await, in_time);

    let mut connection = punctual.store.read().await.unwrap();
    let closed = closed(&mut connection, punctual.campaign, Week(3)).await.unwrap().unwrap();
    assert_eq!(closed.digest.as_deref(), Some(in_time[2].digest.as_str()));
    assert_eq!(canonical(&closed).unwrap(), in_time[2].body);
    assert_eq!(digest(&in_time[2].body), in_time[2].digest);
    let again = compute(&mut connection, punctual.campaign, closed.as_of).await.unwrap();
    assert_eq!(canonical(&again.table).unwrap(), in_time[2].body);
}

#[tokio::test]
async fn the_table_kept_in_memory_is_the_one_computed() {
    let mut town = Town::new(7, 3).await;
    let mut live = Live::new();
    let mut now = in_week(2, "Thu 06:00");
    for step in 0..90 {
        for _ in 0..step % 3 {
            town.happen(now).await;
        }
        if step == 40 {
            town.close(2, now).await;
        }
        if step == 60 {
            live.forget();
        }
        let mut connection = town.store.read().await.unwrap();
        let computed = compute(&mut connection, town.campaign, now).await.unwrap();
        let kept = live.at(&mut connection, &computed.loaded, now).await.unwrap();
        assert_eq!(kept.table, computed.table, "step {step} at {now}");
        assert_eq!(kept.scores(), computed.scores);
        assert_eq!(kept.score(&unit("U5")).map(|score| &score.name), Some(&"U5".to_owned()));
        // Through a Friday 17:00, a closing and a grace.
        now += TimeDelta::minutes(97);
    }
    // A clock set back must not see what counts later.
    let past = now - TimeDelta::days(2);
    let mut connection = town.store.read().await.unwrap();
    let computed = compute(&mut connection, town.campaign, past).await.unwrap();
    let kept = live.at(&mut connection, &computed.loaded, past).await.unwrap();
    assert_eq!(kept.table, computed.table);
    drop(connection);
    // What was seen in a transaction that was undone is not believed.
    let mut tx = town.store.begin().await.unwrap();
    let of = Line { unit: unit("U1"), indicator: indicator("TANG") };
    let raised = What::ObstacleRaised { line: of, text: "a".to_owned(), evidence: Vec::new() };
    town.record(&mut tx, raised, now).await;
    let loaded = store::campaigns::load(&mut tx, town.campaign, now).await.unwrap();
    live.at(&mut tx, &loaded, now).await.unwrap();
    drop(tx);
    town.happen(now).await;
    let mut connection = town.store.read().await.unwrap();
    let computed = compute(&mut connection, town.campaign, now).await.unwrap();
    let kept = live.at(&mut connection, &loaded, now).await.unwrap();
    assert_eq!(kept.table, computed.table);
}

#[tokio::test]
async fn a_table_belongs_to_the_week_it_closes_or_the_one_that_is_open() {
    let campaign = Campaign::new(definition(2)).unwrap();
    let of = |text| week_of(&campaign, at(text)).0;
    assert_eq!(of("2022-09-01 00:00"), 1);
    assert_eq!(of("2022-10-02 18:00"), 1);
    assert_eq!(of("2022-10-02 18:00:01"), 2);
    assert_eq!(of("2022-12-25 18:00"), 13);
    assert_eq!(of("2023-03-01 00:00"), 13);
}

#[tokio::test]
async fn the_public_sees_the_last_week_before_the_freeze() {
    let mut town = Town::new(4, 5).await;
    town.live(11, 6, true).await;
    let mut connection = town.store.read().await.unwrap();
    let public = last_public(&mut connection, town.campaign).await.unwrap().unwrap();
    assert_eq!(public.week, Week(11));
    drop(connection);
    // Day 84 is a Sunday: week 12 closes in the freeze.
    town.close(12, in_week(12, "Sun 18:00")).await;
    let mut connection = town.store.read().await.unwrap();
    let public = last_public(&mut connection, town.campaign).await.unwrap().unwrap();
    assert_eq!(public.week, Week(11));
    let open = week(&mut connection, town.campaign, Week(13), in_week(13, "Tue 09:00"));
    let open = open.await.unwrap().unwrap();
    assert_eq!((open.week, open.frozen, open.digest), (Week(13), true, None));
    let early = week(&mut connection, town.campaign, Week(13), in_week(11, "Tue 09:00"));
    assert_eq!(early.await.unwrap(), None);
    let never = week(&mut connection, town.campaign, Week(14), in_week(14, "Tue 09:00"));
    assert_eq!(never.await.unwrap(), None);
}

/// A kept unit is what the log says, also when messages arrive that were written days before.
#[tokio::test]
async fn a_kept_unit_is_the_one_in_the_log() {
    let mut town = Town::new(3, 11).await;
    town.live(2, 40, true).await;
    let mut tx = town.store.begin().await.unwrap();
    let mut head = store::log::Head::read(&mut tx).await.unwrap();
    let mut units = units::Units::default();
    let mut now = in_week(3, "Mon 08:00");
    let loaded = store::campaigns::load(&mut tx, town.campaign, now).await.unwrap();
    let mut out_of_order = 0;
    let mut last = BTreeMap::new();
    for _ in 0..120 {
        now += TimeDelta::minutes(town.chance.random_range(1..120));
        let unit = town.defined.units()[town.chance.random_range(0..3)].code.clone();
        let line = Line { unit: unit.clone(), indicator: indicator("TANG") };
        let value = Quantity::from_integer(town.chance.random_range(10..100)).unwrap();
        let said_at = Some(now - TimeDelta::hours(town.chance.random_range(0..60)));
        let what = reported(&line, EntryKind::Report { value });
        let new = NewFact { campaign: town.campaign, by: None, said_at, now, what };
        let fact = head.append(&mut tx, new).await.unwrap();
        units.take(&loaded, &fact);
        out_of_order += u32::from(last.insert(unit, fact.counted_at) > Some(fact.counted_at));
        for unit in town.defined.units() {
            let kept = units.state(&mut tx, &loaded, &unit.code, now).await.unwrap();
            let read = store::book::state(&mut tx, &loaded, &unit.code, now).await.unwrap();
            assert_eq!(kept, read, "{} {now}", unit.code);
        }
    }
    assert!(out_of_order > 20, "{out_of_order} facts came out of order");
    assert_eq!(head.tip(), store::log::tip(&mut tx).await.unwrap().as_ref());
}
