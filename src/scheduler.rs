//! Follows the wall clock and calls for what is due.
//!
//! One list says what is due when (`SCHEDULES`); everything else here reads it. A job is called
//! for once by its name and due time, so it does not matter how often the clock is read, whether
//! it jumps back, or how long the program was down: what was missed is called for at the next
//! step, every ranking in order, of the reminders only the newest.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use sqlx::SqliteConnection;

use crate::clock::Clock;
use crate::domain::calendar::{Calendar, Week};
use crate::domain::campaign::Campaign;
use crate::domain::ids::{CampaignId, FactId};
use crate::outbox::Stepped;
use crate::store::{self, Store, StoreError};

#[cfg(test)]
mod tests;

/// What became due while nobody was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Missed {
    /// All of it is done, in order, also what was due before the campaign was imported.
    All,
    /// All of it is done, in order, since the campaign was imported: nobody missed what was due
    /// before.
    SinceImport,
    /// Only the newest is done; whether it still is of any use the job decides.
    Newest,
}

/// One line of the list: a job, and the instants at which a campaign calls for it.
struct Schedule {
    name: &'static str,
    missed: Missed,
    due: fn(&Campaign) -> Vec<DateTime<Utc>>,
}

/// What a campaign calls for. Jobs due at one instant are done in the order of this list.
const SCHEDULES: [Schedule; 10] = [
    Schedule { name: "close_week", missed: Missed::All, due: closings },
    Schedule { name: "ranking_to_leaders", missed: Missed::SinceImport, due: rankings },
    Schedule { name: "public_post", missed: Missed::SinceImport, due: posts },
    Schedule { name: "nudge", missed: Missed::Newest, due: nudges },
    Schedule { name: "deadlines", missed: Missed::Newest, due: working_mornings },
    Schedule { name: "monthly_brief", missed: Missed::SinceImport, due: ends_of_months },
    Schedule { name: "phase_launch", missed: Missed::Newest, due: launch },
    Schedule { name: "phase_midpoint", missed: Missed::Newest, due: midpoint },
    Schedule { name: "phase_sprint", missed: Missed::Newest, due: sprint },
    Schedule { name: "phase_end", missed: Missed::Newest, due: end },
];

/// What the program itself calls for every day, by the clock of [`ZONE`].
const CHORES: [(&str, u32); 2] = [("backup", 2), ("prune", 3)];

/// The zone of the program's own chores; campaigns have their own.
const ZONE: Tz = Tz::Asia__Ho_Chi_Minh;

/// For so many days after its end a campaign still calls for something.
const AFTERMATH: u64 = 14;

/// When people hear of deadlines.
const MORNING: u32 = 8;

/// When leaders have the month's brief.
const AFTERNOON: u32 = 16;

fn closings(campaign: &Campaign) -> Vec<DateTime<Utc>> {
    each_week(campaign, Calendar::closing)
}

fn rankings(campaign: &Campaign) -> Vec<DateTime<Utc>> {
    each_week(campaign, Calendar::ranking_due)
}

fn posts(campaign: &Campaign) -> Vec<DateTime<Utc>> {
    each_week(campaign, Calendar::public_post)
}

fn each_week(campaign: &Campaign, due: fn(&Calendar, Week) -> DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let calendar = campaign.calendar();
    calendar.all_weeks().map(|week| due(calendar, week)).collect()
}

fn nudges(campaign: &Campaign) -> Vec<DateTime<Utc>> {
    let calendar = campaign.calendar();
    calendar.all_weeks().flat_map(|week| calendar.nudges(week)).collect()
}

fn working_mornings(campaign: &Campaign) -> Vec<DateTime<Utc>> {
    let calendar = campaign.calendar();
    days(campaign)
        .filter(|date| calendar.is_working(*date))
        .map(|date| calendar.instant(date, hour(MORNING)))
        .collect()
}

fn ends_of_months(campaign: &Campaign) -> Vec<DateTime<Utc>> {
    let calendar = campaign.calendar();
    days(campaign)
        .filter(|date| calendar.last_working_day_of_month(*date) == *date)
        .map(|date| calendar.instant(date, hour(AFTERNOON)))
        .collect()
}

fn launch(campaign: &Campaign) -> Vec<DateTime<Utc>> {
    announced_on(campaign, campaign.calendar().start())
}

fn midpoint(campaign: &Campaign) -> Vec<DateTime<Utc>> {
    announced_on(campaign, campaign.calendar().midpoint())
}

fn sprint(campaign: &Campaign) -> Vec<DateTime<Utc>> {
    let days = campaign.rules().sprint_days;
    announced_on(campaign, campaign.calendar().first_of_last(days))
}

/// Once the last table is out.
fn end(campaign: &Campaign) -> Vec<DateTime<Utc>> {
    let calendar = campaign.calendar();
    let last_post = calendar.date_at(calendar.public_post(Week(calendar.weeks())));
    announced_on(campaign, last_post.max(later(calendar.end(), 1)))
}

/// At the hour of the public post.
fn announced_on(campaign: &Campaign, date: NaiveDate) -> Vec<DateTime<Utc>> {
    let calendar = campaign.calendar();
    vec![calendar.instant(date, calendar.rhythm().public_post.time)]
}

/// The days of a campaign and of its aftermath.
fn days(campaign: &Campaign) -> impl Iterator<Item = NaiveDate> {
    let calendar = campaign.calendar();
    let last = later(calendar.end(), AFTERMATH);
    calendar.start().iter_days().take_while(move |date| *date <= last)
}

fn later(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}

fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()
}

/// A job to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Call {
    due: DateTime<Utc>,
    name: &'static str,
}

/// Everything a campaign ever calls for, as dates and rules of its definition have it.
#[derive(Debug)]
struct Plan {
    definition: FactId,
    imported: DateTime<Utc>,
    /// For each line of [`SCHEDULES`] its instants, earliest first.
    due: Vec<Vec<DateTime<Utc>>>,
}

impl Plan {
    fn new(definition: FactId, campaign: &Campaign, imported: DateTime<Utc>) -> Self {
        let due = SCHEDULES.iter().map(|schedule| {
            let mut due = (schedule.due)(campaign);
            due.sort_unstable();
            due.dedup();
            due
        });
        Self { definition, imported, due: due.collect() }
    }

    /// What is due by `now` and was not called for, in the order in which it is to be done. `last`
    /// says when the newest job of a name was due.
    fn calls(&self, last: impl Fn(&str) -> Option<DateTime<Utc>>, now: DateTime<Utc>) -> Vec<Call> {
        let mut calls = Vec::new();
        for (schedule, due) in SCHEDULES.iter().zip(&self.due) {
            let since = last(schedule.name);
            let mut missed = due.iter().copied().filter(|due| {
                *due <= now
                    && since.is_none_or(|since| *due > since)
                    && (schedule.missed == Missed::All || *due >= self.imported)
            });
            let call = |due| Call { due, name: schedule.name };
            match schedule.missed {
                Missed::All | Missed::SinceImport => calls.extend(missed.map(call)),
                Missed::Newest => calls.extend(missed.next_back().map(call)),
            }
        }
        // Stable: what is due at one instant stays in the order of the list.
        calls.sort_by_key(|call| call.due);
        calls
    }

    /// Whether anything falls due after `seen` and by `now`.
    fn is_due(&self, seen: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        self.due.iter().any(|due| {
            let next = due.partition_point(|due| *due <= seen);
            due.get(next).is_some_and(|due| *due <= now)
        })
    }
}

/// The newest instant by `now` at which a daily chore was due.
fn chore_due(at: u32, now: DateTime<Utc>) -> DateTime<Utc> {
    let local = now.with_timezone(&ZONE);
    let today = local.date_naive();
    let date = if local.time() >= hour(at) { today } else { today.pred_opt().unwrap_or(today) };
    let naive = date.and_time(hour(at));
    // The zone of the chores has no summer time: every wall-clock time is one instant.
    naive.and_local_timezone(ZONE).earliest().map_or(now, |due| due.to_utc())
}

/// Reads the clock and writes down what it calls for.
#[derive(Debug)]
pub struct Scheduler {
    store: Store,
    clock: Arc<dyn Clock>,
    plans: HashMap<CampaignId, Plan>,
    /// Up to when each campaign's plan, and under `None` the chores, were looked through.
    seen: HashMap<Option<CampaignId>, DateTime<Utc>>,
}

impl Scheduler {
    /// A scheduler that has not looked at the clock yet.
    pub fn new(store: Store, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock, plans: HashMap::new(), seen: HashMap::new() }
    }

    /// Calls for all that is due now and was not called for.
    ///
    /// # Errors
    /// When the database cannot say or keep; the next step tries again.
    pub async fn step(&mut self) -> Result<Stepped, StoreError> {
        let now = self.clock.now();
        let mut connection = self.store.read().await?;
        let mut calls: Vec<(Option<CampaignId>, Call)> = Vec::new();
        let campaigns = store::campaigns::all(&mut connection).await?;
        for campaign in &campaigns {
            let found = self.of_campaign(&mut connection, *campaign, now).await?;
            calls.extend(found.into_iter().map(|call| (Some(*campaign), call)));
        }
        calls.extend(self.chores(&mut connection, now).await?.into_iter().map(|call| (None, call)));
        drop(connection);
        let mut stepped = Stepped::Idle;
        if !calls.is_empty() {
            let mut tx = self.store.begin().await?;
            for (campaign, call) in calls {
                if store::jobs::put(&mut tx, campaign, call.name, call.due, "").await? {
                    stepped = Stepped::Did;
                }
            }
            tx.commit().await?;
        }
        // Only now: what could not be kept is looked for again.
        for campaign in campaigns.into_iter().map(Some).chain([None]) {
            let seen = self.seen.entry(campaign).or_insert(now);
            *seen = now.max(*seen);
        }
        Ok(stepped)
    }

    async fn of_campaign(
        &mut self,
        connection: &mut SqliteConnection,
        id: CampaignId,
        now: DateTime<Utc>,
    ) -> Result<Vec<Call>, StoreError> {
        let Some(definition) = store::campaigns::definition_id(&mut *connection, id, now).await?
        else {
            return Ok(Vec::new());
        };
        if self.plans.get(&id).is_none_or(|plan| plan.definition != definition) {
            let loaded = store::campaigns::load(&mut *connection, id, now).await?;
            let imported = store::campaigns::created_at(&mut *connection, id).await?;
            self.plans.insert(id, Plan::new(definition, &loaded.campaign, imported));
            self.seen.remove(&Some(id));
        }
        let Some(plan) = self.plans.get(&id) else { return Ok(Vec::new()) };
        let seen = self.seen.get(&Some(id)).copied().unwrap_or(DateTime::<Utc>::MIN_UTC);
        if !plan.is_due(seen, now) {
            return Ok(Vec::new());
        }
        let mut last = HashMap::new();
        for schedule in &SCHEDULES {
            let due = store::jobs::last_due(&mut *connection, Some(id), schedule.name).await?;
            last.insert(schedule.name, due);
        }
        Ok(plan.calls(|name| last.get(name).copied().flatten(), now))
    }

    async fn chores(
        &self,
        connection: &mut SqliteConnection,
        now: DateTime<Utc>,
    ) -> Result<Vec<Call>, StoreError> {
        let mut calls = Vec::new();
        let seen = self.seen.get(&None).copied();
        for (name, at) in CHORES {
            let due = chore_due(at, now);
            if seen.is_some_and(|seen| due <= seen) {
                continue;
            }
            let last = store::jobs::last_due(&mut *connection, None, name).await?;
            if last.is_none_or(|last| due > last) {
                calls.push(Call { due, name });
            }
        }
        Ok(calls)
    }
}
