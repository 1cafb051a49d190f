//! The state of one line: a unit's work on one indicator, folded from its facts.
//!
//! Facts are applied in the order of (counted at, id), each in constant time, so that a state can
//! be stored at the closing of a week and continued from there. What depends on how things stood
//! at an instant (was a report owed that Friday? was the level held that Sunday?) is settled when
//! the fold passes that instant and never looked at again: nobody is judged with hindsight.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::calendar::Week;
use super::campaign::{Campaign, IndicatorKind};
use super::fact::{Decision, EntryKind, Fact, Outcome, Pledged, Reported, Verdict, What};
use super::ids::{FactId, IndicatorCode, Number, UnitCode};
use super::quantity::Quantity;
use super::rules::Rules;

mod dispute;
mod setting;
#[cfg(test)]
mod tests;
mod trail;

pub use dispute::DisputedEntry;
pub use setting::{Direction, Setting, Value};
pub use trail::{Point, Trail};

/// What has become of one unit's work on one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LineState {
    /// The pledge that counts: the latest approved, unless it was withdrawn.
    pub active: Option<ActivePledge>,
    /// Pledges that the office has not approved, oldest first.
    pub waiting: Vec<WaitingPledge>,
    /// The newest confirmed entry, in the order of the entries, at its confirmed value.
    pub confirmed: Option<ConfirmedEntry>,
    /// Entries that nobody has checked yet, oldest first.
    pub unchecked: Vec<UncheckedEntry>,
    /// Entries whose check did not simply bear out what was reported: what can be argued about.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub disputed: BTreeMap<FactId, DisputedEntry>,
    /// What each week came to, by its number; week 0 is the time before the campaign.
    pub weeks: Vec<WeekRecord>,
    /// The date on which the first obstacle was raised.
    pub first_obstacle: Option<NaiveDate>,
    /// How many entries there are, "no change" included.
    pub entries: u32,
    /// When the newest of them counted.
    pub last_entry: Option<DateTime<Utc>>,
    /// The way of the last weeks, for a forecast; empty for steps and for levels to maintain.
    pub trail: Trail,
    /// How many weeks' Fridays 17:00 the fold has passed.
    fridays_passed: u32,
    /// How many weeks' closings the fold has passed.
    closings_passed: u32,
}

/// An approved pledge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivePledge {
    /// The fact that submitted it.
    pub fact: FactId,
    /// The number people know it by.
    pub number: Option<Number>,
    /// What is promised.
    pub target: Quantity,
    /// By when.
    pub due: NaiveDate,
    /// The week in which it was approved, which is free of reports.
    pub approved_in: Week,
}

/// A pledge that was submitted and not approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingPledge {
    /// The fact that submitted it.
    pub fact: FactId,
    /// The number people know it by.
    pub number: Option<Number>,
    /// What is promised.
    pub target: Quantity,
    /// By when.
    pub due: NaiveDate,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// Why it lies below the assigned target; empty where it does not.
    pub reason: String,
    /// Why the office returned it, where it did.
    pub returned: Option<String>,
}

/// An entry that was confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmedEntry {
    /// The entry.
    pub fact: FactId,
    /// The number people know it by.
    pub number: Option<Number>,
    /// When the entry counted.
    pub counted_at: DateTime<Utc>,
    /// The value confirmed, which may differ from the one reported.
    pub value: Quantity,
}

/// An entry that nobody has checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UncheckedEntry {
    /// The entry.
    pub fact: FactId,
    /// The number people know it by.
    pub number: Option<Number>,
    /// When the entry counted.
    pub counted_at: DateTime<Utc>,
    /// The value reported.
    pub value: Quantity,
}

/// What one week came to on one line. It is stored as a row without names: a campaign of a country
/// has half a million of them in every checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "WeekRow", into = "WeekRow")]
pub struct WeekRecord {
    /// Whether a report was owed that Friday 17:00.
    pub owed: bool,
    /// The best report there was.
    pub report: Timing,
    /// Whether there was any entry from Monday 00:00 to the closing.
    pub entered: bool,
    /// For a level to maintain: whether it was held, once the week has closed.
    pub kept: Option<bool>,
    /// Checks of this week's entries that agreed with what was reported.
    pub checks_ok: u32,
    /// Checks of this week's entries.
    pub checks: u32,
}

type WeekRow = (bool, Timing, bool, Option<bool>, u32, u32);

impl From<WeekRow> for WeekRecord {
    fn from((owed, report, entered, kept, checks_ok, checks): WeekRow) -> Self {
        Self { owed, report, entered, kept, checks_ok, checks }
    }
}

impl From<WeekRecord> for WeekRow {
    fn from(week: WeekRecord) -> Self {
        (week.owed, week.report, week.entered, week.kept, week.checks_ok, week.checks)
    }
}

/// Whether and when a week's report came.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Timing {
    /// There was none.
    #[default]
    None,
    /// After Friday 17:00 and within the grace.
    Late,
    /// From Monday 00:00 to Friday 17:00.
    OnTime,
}

impl LineState {
    /// Takes the next fact of the line, after settling every Friday and closing before it.
    ///
    /// A fact that refers to something the line does not know changes nothing: handlers refuse it
    /// before it enters the log.
    pub fn apply(&mut self, campaign: &Campaign, fact: &Fact) {
        if let Some(line) = fact.what.line() {
            self.settle(campaign, &line.unit, &line.indicator, |instant| instant < fact.counted_at);
        }
        match &fact.what {
            What::Pledged(pledge) => self.submit(fact, pledge),
            What::PledgeDecided { pledge, decision, .. } => {
                self.decide(*pledge, decision, campaign.counting_week(fact.counted_at));
            }
            What::PledgeWithdrawn { pledge, .. } => {
                self.waiting.retain(|waiting| waiting.fact != *pledge);
                self.active.take_if(|active| active.fact == *pledge);
            }
            What::Reported(report) => self.report(campaign, fact, report),
            What::Checked { entry, outcome, .. } => {
                match outcome {
                    Outcome::Confirmed { value, .. } => self.trail.correct(*entry, *value),
                    Outcome::Returned { .. } => self.trail.pass_over(*entry),
                }
                self.check(campaign, *entry, outcome);
            }
            What::FalseConfirmed { entry, .. } => self.trail.pass_over(*entry),
            What::AppealDecided { entry, verdict: Verdict::Cleared, .. } => {
                let disputed = self.disputed.get(entry);
                if disputed.is_none_or(|entry| entry.standing.is_some()) {
                    self.trail.restore(*entry);
                }
            }
            What::ObstacleRaised { .. } => {
                let date = campaign.calendar().date_at(fact.counted_at);
                self.first_obstacle.get_or_insert(date);
            }
            _ => {}
        }
    }

    /// Settles every Friday and closing up to the instant, itself included.
    pub fn advance(
        &mut self,
        campaign: &Campaign,
        unit: &UnitCode,
        indicator: &IndicatorCode,
        as_of: DateTime<Utc>,
    ) {
        self.settle(campaign, unit, indicator, |instant| instant <= as_of);
    }

    /// The newest unchecked entry that is newer than the newest confirmed one: the only one of
    /// which a share counts.
    pub fn open(&self) -> Option<&UncheckedEntry> {
        let newest = self.unchecked.last()?;
        let newer = self.confirmed.as_ref().is_none_or(|confirmed| {
            (newest.counted_at, newest.fact) > (confirmed.counted_at, confirmed.fact)
        });
        newer.then_some(newest)
    }

    /// What is confirmed; the baseline where nothing is.
    pub fn confirmed_value(&self, setting: &Setting<'_>) -> Quantity {
        self.confirmed.as_ref().map_or(setting.baseline, |entry| entry.value)
    }

    /// The newest value that was not returned, checked or not; the baseline where there is none.
    pub fn last_value(&self, setting: &Setting<'_>) -> Quantity {
        self.open().map_or_else(|| self.confirmed_value(setting), |entry| entry.value)
    }

    /// The value that counts towards a target: what is confirmed, and a share of the gain that
    /// the open entry claims over it, never a loss (`domain.md` §5).
    pub fn value(&self, setting: &Setting<'_>, target: Quantity, rules: &Rules) -> Value {
        let confirmed = self.confirmed_value(setting);
        let open = self.open().map(|entry| entry.value);
        Value::counting(confirmed, open, setting.direction(target), rules.unchecked_share)
    }

    /// Whether the active pledge is done: a confirmed entry stands at its target. A level to
    /// maintain is never done, and a baseline alone proves nothing.
    pub fn is_complete(&self, setting: &Setting<'_>) -> bool {
        let (Some(active), Some(confirmed)) = (&self.active, &self.confirmed) else {
            return false;
        };
        setting.can_complete() && setting.reaches(confirmed.value, active.target)
    }

    /// Whether the active pledge is past its date, not done, and the last value not returned short
    /// of its target: a slow verifier costs the unit nothing.
    pub fn is_overdue(&self, setting: &Setting<'_>, on: NaiveDate) -> bool {
        self.active.as_ref().is_some_and(|active| {
            on > active.due
                && !self.is_complete(setting)
                && !setting.reaches(self.last_value(setting), active.target)
        })
    }

    /// Whether an obstacle was raised on the line on a date before the active pledge's own.
    pub fn has_early_obstacle(&self) -> bool {
        match (&self.active, self.first_obstacle) {
            (Some(active), Some(raised)) => raised < active.due,
            _ => false,
        }
    }

    /// Whether a report is owed for a week as things stand: there is an active pledge, approved in
    /// an earlier week and not done.
    pub fn owes(&self, setting: &Setting<'_>, week: Week) -> bool {
        self.active.as_ref().is_some_and(|active| week > active.approved_in)
            && !self.is_complete(setting)
    }

    /// What the week came to so far.
    pub fn week(&self, week: Week) -> WeekRecord {
        self.weeks.get(week.0 as usize).copied().unwrap_or_default()
    }

    /// The weeks of the campaign that the fold has begun, with what they came to.
    pub fn week_records(&self) -> impl Iterator<Item = (Week, &WeekRecord)> {
        (0_u32..).map(Week).zip(&self.weeks)
    }

    fn submit(&mut self, fact: &Fact, pledge: &Pledged) {
        self.waiting.retain(|waiting| waiting.returned.is_none());
        self.waiting.push(WaitingPledge {
            fact: fact.id,
            number: fact.number,
            target: pledge.target,
            due: pledge.due,
            submitted_at: fact.counted_at,
            reason: pledge.reason.clone(),
            returned: None,
        });
    }

    fn decide(&mut self, pledge: FactId, decision: &Decision, week: Week) {
        let Some(at) = self.waiting.iter().position(|waiting| waiting.fact == pledge) else {
            return;
        };
        match decision {
            Decision::Approved => {
                let WaitingPledge { fact, number, target, due, .. } = self.waiting.remove(at);
                self.waiting.retain(|waiting| waiting.returned.is_none());
                self.active = Some(ActivePledge { fact, number, target, due, approved_in: week });
            }
            Decision::Returned { reason } => self.waiting[at].returned = Some(reason.clone()),
        }
    }

    fn report(&mut self, campaign: &Campaign, fact: &Fact, report: &Reported) {
        self.entries = self.entries.saturating_add(1);
        self.last_entry = Some(fact.counted_at);
        self.mark_weeks(campaign, fact.counted_at);
        if let EntryKind::Correction { of, .. } = report.kind {
            // An entry checked already stays; its correction is then simply the newer report.
            self.unchecked.retain(|entry| entry.fact != of);
        }
        self.go_on(campaign, fact, report);
        if let Some(value) = report.kind.value() {
            self.unchecked.push(UncheckedEntry {
                fact: fact.id,
                number: fact.number,
                counted_at: fact.counted_at,
                value,
            });
        }
    }

    /// Takes an entry as the next point of the way, where the indicator goes one.
    fn go_on(&mut self, campaign: &Campaign, fact: &Fact, report: &Reported) {
        let kind = campaign.indicator(&report.line.indicator).map(|indicator| indicator.kind);
        if kind.is_some_and(IndicatorKind::goes_a_way) {
            if let EntryKind::Correction { of, .. } = report.kind {
                self.trail.remove(of);
            }
            let on = campaign.calendar().date_at(fact.counted_at);
            self.trail.push(fact.id, on, report.kind.value());
        }
    }

    /// Notes for which weeks' reports an entry serves: on time for its own, late for every week
    /// whose Friday is past and whose grace is not (holidays may stretch it over several weeks).
    fn mark_weeks(&mut self, campaign: &Campaign, counted_at: DateTime<Utc>) {
        let own = campaign.counting_week(counted_at);
        for number in (1..=own.0).rev() {
            let week = Week(number);
            let Some(times) = campaign.week_times().get(number as usize - 1) else { continue };
            if counted_at > times.grace_closes && counted_at > times.closing {
                break;
            }
            let record = self.week_mut(week);
            record.entered |= counted_at <= times.closing;
            if counted_at <= times.report_closes {
                record.report = Timing::OnTime;
            } else if counted_at <= times.grace_closes {
                record.report = record.report.max(Timing::Late);
            }
        }
    }

    fn check(&mut self, campaign: &Campaign, entry: FactId, outcome: &Outcome) {
        let Some(at) = self.unchecked.iter().position(|unchecked| unchecked.fact == entry) else {
            return self.check_again(entry, outcome);
        };
        let UncheckedEntry { fact, number, counted_at, value: reported } =
            self.unchecked.remove(at);
        let record = self.week_mut(campaign.counting_week(counted_at));
        record.checks += 1;
        self.dispute((fact, number, counted_at), reported, outcome);
        let record = self.week_mut(campaign.counting_week(counted_at));
        let Outcome::Confirmed { value, .. } = outcome else { return };
        if agrees(*value, reported, campaign.rules().tolerance_percent) {
            record.checks_ok += 1;
        }
        let newer = self
            .confirmed
            .as_ref()
            .is_none_or(|confirmed| (counted_at, fact) > (confirmed.counted_at, confirmed.fact));
        if newer {
            self.confirmed = Some(ConfirmedEntry { fact, number, counted_at, value: *value });
        }
    }

    /// A second check of the entry that stands replaces its value, so that an office can put a
    /// confirmed figure right; it is not another sample of the unit's accuracy.
    fn check_again(&mut self, entry: FactId, outcome: &Outcome) {
        if let (Some(confirmed), Outcome::Confirmed { value, .. }) = (&mut self.confirmed, outcome)
            && confirmed.fact == entry
        {
            confirmed.value = *value;
        }
    }

    fn settle(
        &mut self,
        campaign: &Campaign,
        unit: &UnitCode,
        indicator: &IndicatorCode,
        passed: impl Fn(DateTime<Utc>) -> bool,
    ) {
        let times = campaign.week_times();
        let next = |settled: u32| times.get(settled as usize);
        let due = next(self.fridays_passed).is_some_and(|week| passed(week.report_closes))
            || next(self.closings_passed).is_some_and(|week| passed(week.closing));
        if !due {
            return;
        }
        let setting = Setting::of(campaign, unit, indicator);
        while next(self.fridays_passed).is_some_and(|week| passed(week.report_closes)) {
            self.fridays_passed += 1;
            let week = Week(self.fridays_passed);
            if setting.as_ref().is_some_and(|setting| self.owes(setting, week)) {
                self.week_mut(week).owed = true;
            }
        }
        while next(self.closings_passed).is_some_and(|week| passed(week.closing)) {
            self.closings_passed += 1;
            let week = Week(self.closings_passed);
            if let Some(kept) =
                setting.as_ref().and_then(|setting| self.kept(setting, week, campaign.rules()))
            {
                self.week_mut(week).kept = Some(kept);
            }
        }
    }

    /// Whether the level was held in a week that closes now; `None` where there is none to hold.
    /// Which weeks count is for the score to say. Held: there is an entry of the week and the value at its closing is at the target.
    fn kept(&self, setting: &Setting<'_>, week: Week, rules: &Rules) -> Option<bool> {
        let active = self.active.as_ref()?;
        if !setting.is_maintained() {
            return None;
        }
        let value = self.value(setting, active.target, rules);
        Some(self.week(week).entered && value >= Value::from(active.target))
    }

    fn week_mut(&mut self, week: Week) -> &mut WeekRecord {
        let at = week.0 as usize;
        if self.weeks.len() <= at {
            self.weeks.resize_with(at + 1, WeekRecord::default);
        }
        &mut self.weeks[at]
    }
}

/// Whether a confirmed value lies within so many percent of what was reported.
fn agrees(confirmed: Quantity, reported: Quantity, tolerance_percent: Quantity) -> bool {
    let difference = i128::from(confirmed.scaled()) - i128::from(reported.scaled());
    let allowed = i128::from(reported.scaled()).abs() * i128::from(tolerance_percent.scaled());
    difference.abs() * i128::from(super::quantity::SCALE) * 100 <= allowed
}
