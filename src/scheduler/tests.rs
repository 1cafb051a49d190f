use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::*;
use crate::clock::ManualClock;
use crate::domain::fact::What;
use crate::domain::testkit::{self, at};
use crate::store::log::NewFact;

fn plan(imported: &str) -> Plan {
    let campaign = Campaign::new(testkit::Plan::new().units(None, &["AB"]).0).unwrap();
    Plan::new(FactId(1), &campaign, at(imported))
}

/// `close_week Sun 02/10 18:00`.
fn shown(calls: &[Call]) -> Vec<String> {
    let zone = Tz::Asia__Ho_Chi_Minh;
    let show = |call: &Call| {
        format!("{} {}", call.name, call.due.with_timezone(&zone).format("%a %d/%m %H:%M"))
    };
    calls.iter().map(show).collect()
}

#[test]
fn names_are_unique() {
    let names: BTreeSet<&str> = SCHEDULES
        .iter()
        .map(|schedule| schedule.name)
        .chain(CHORES.iter().map(|(name, _)| *name))
        .collect();
    assert_eq!(names.len(), SCHEDULES.len() + CHORES.len());
}

/// A program that looks at the clock every hour calls for exactly this in the first eight days.
#[test]
fn a_week_of_a_campaign() {
    let plan = plan("2022-09-19 08:00");
    let mut last: HashMap<&str, DateTime<Utc>> = HashMap::new();
    let mut called = Vec::new();
    let mut now = at("2022-09-26 00:00");
    while now <= at("2022-10-03 12:00") {
        let calls = plan.calls(|name| last.get(name).copied(), now);
        last.extend(calls.iter().map(|call| (call.name, call.due)));
        called.extend(calls);
        now += TimeDelta::minutes(30);
    }
    assert_eq!(
        shown(&called),
        [
            "phase_launch Mon 26/09 07:30",
            "deadlines Mon 26/09 08:00",
            "deadlines Tue 27/09 08:00",
            "deadlines Wed 28/09 08:00",
            "deadlines Thu 29/09 08:00",
            "nudge Thu 29/09 15:00",
            "nudge Fri 30/09 08:00",
            "deadlines Fri 30/09 08:00",
            "monthly_brief Fri 30/09 16:00",
            "close_week Sun 02/10 18:00",
            "ranking_to_leaders Mon 03/10 06:30",
            "public_post Mon 03/10 07:30",
            "deadlines Mon 03/10 08:00",
        ]
    );
}

#[test]
fn rankings_are_caught_up_in_order_and_reminders_only_the_newest() {
    let plan = plan("2022-09-19 08:00");
    let down_since = at("2022-09-28 12:00");
    let calls = plan.calls(|_| Some(down_since), at("2022-10-14 07:00"));
    assert_eq!(
        shown(&calls),
        [
            "monthly_brief Fri 30/09 16:00",
            "close_week Sun 02/10 18:00",
            "ranking_to_leaders Mon 03/10 06:30",
            "public_post Mon 03/10 07:30",
            "close_week Sun 09/10 18:00",
            "ranking_to_leaders Mon 10/10 06:30",
            "public_post Mon 10/10 07:30",
            "deadlines Thu 13/10 08:00",
            "nudge Thu 13/10 15:00",
        ]
    );
}

#[test]
fn a_campaign_imported_late_closes_all_its_weeks_and_speaks_of_none() {
    let plan = plan("2023-01-20 09:00");
    let calls = plan.calls(|_| None, at("2023-01-20 09:00"));
    let closings: Vec<_> = calls.iter().filter(|call| call.name == "close_week").collect();
    assert_eq!(closings.len(), 13);
    assert!(closings.is_sorted_by_key(|call| call.due));
    assert_eq!(calls.len(), 13);
}

#[test]
fn a_fortnight_after_its_end_a_campaign_is_silent() {
    let plan = plan("2022-09-19 08:00");
    let end = at("2023-01-07 23:59");
    assert!(plan.due.iter().flatten().all(|due| *due <= end));
    let last: Vec<_> =
        plan.due.iter().flatten().filter(|due| **due > at("2023-01-06 00:00")).collect();
    assert_eq!(last, [&at("2023-01-06 08:00")]);
    let once = |name| plan.calls(|other| (other != name).then_some(end), end);
    assert_eq!(shown(&once("phase_midpoint")), ["phase_midpoint Wed 09/11 07:30"]);
    assert_eq!(shown(&once("phase_sprint")), ["phase_sprint Sun 11/12 07:30"]);
    assert_eq!(shown(&once("phase_end")), ["phase_end Mon 26/12 07:30"]);
    assert_eq!(once("monthly_brief").len(), 4);
}

#[test]
fn chores_are_due_once_a_night() {
    assert_eq!(chore_due(2, at("2022-10-05 01:59")), at("2022-10-04 02:00"));
    assert_eq!(chore_due(2, at("2022-10-05 02:00")), at("2022-10-05 02:00"));
}

#[tokio::test]
async fn a_clock_that_jumps_calls_for_nothing_twice() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("thidua.db");
    let store = Store::open(&format!("sqlite://{}", file.display())).await.unwrap();
    let start = at("2022-09-26 00:00");
    let mut tx = store.begin().await.unwrap();
    let definition = testkit::Plan::new().units(None, &["AB"]).0;
    let campaign = store::campaigns::insert(&mut tx, &definition.code, start).await.unwrap();
    let what = What::Defined(Box::new(definition));
    let fact = NewFact { campaign, by: None, said_at: None, now: start, what };
    store::log::append(&mut tx, fact).await.unwrap();
    tx.commit().await.unwrap();
    let clock = Arc::new(ManualClock::new(start));
    let mut scheduler = Scheduler::new(store.clone(), Arc::clone(&clock) as Arc<dyn Clock>);
    let waiting = async || {
        let mut connection = store.read().await.unwrap();
        store::jobs::waiting(&mut connection).await.unwrap()
    };
    // Last night's backup and pruning.
    assert_eq!(scheduler.step().await.unwrap(), Stepped::Did);
    assert_eq!(waiting().await, 2);
    assert_eq!(scheduler.step().await.unwrap(), Stepped::Idle);
    clock.set(at("2022-09-26 07:30"));
    assert_eq!(scheduler.step().await.unwrap(), Stepped::Did);
    assert_eq!(waiting().await, 5);
    clock.set(at("2022-09-25 12:00"));
    assert_eq!(scheduler.step().await.unwrap(), Stepped::Idle);
    clock.set(at("2022-09-26 07:45"));
    assert_eq!(scheduler.step().await.unwrap(), Stepped::Idle);
    // Another process on the same file has called for nothing either.
    let mut other = Scheduler::new(store.clone(), Arc::clone(&clock) as Arc<dyn Clock>);
    assert_eq!(other.step().await.unwrap(), Stepped::Idle);
    assert_eq!(waiting().await, 5);
}
