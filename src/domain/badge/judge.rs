//! Who earns which badge at a closing.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::{
    Badge, CLEAN_WEEKS, EARLY_DAYS, Given, Ground, LEADER_LEVELS, LEAP_TENTHS, STREAK_LEVELS,
    Streak, level, streak,
};
use crate::domain::calendar::Week;
use crate::domain::campaign::{Campaign, Unit};
use crate::domain::collation;
use crate::domain::fact::{EntryKind, Fact, Outcome, Verdict, What};
use crate::domain::ids::{FactId, IndicatorCode, PersonId, UnitCode};
use crate::domain::line::Value;
use crate::domain::quantity::Quantity;
use crate::domain::ranking::{Standing, Table};
use crate::domain::scoring::{BonusLine, UnitScore, lines_of};
use crate::domain::unit::UnitState;

/// Gathers unit by unit what badges are judged by, so that no more than one unit's state is ever
/// needed.
#[derive(Debug)]
pub struct Judge<'a> {
    campaign: &'a Campaign,
    week: Week,
    seen: Vec<Seen>,
}

/// What is kept of one unit.
#[derive(Debug)]
struct Seen {
    unit: UnitCode,
    finished: Vec<Finished>,
    streak: Streak,
    /// Whether checks, as far as the state tells, leave nothing to be said against its figures.
    clean: bool,
    /// Entries of this week that stand confirmed.
    proved: Vec<FactId>,
}

/// A pledge that is done.
#[derive(Debug)]
struct Finished {
    indicator: IndicatorCode,
    pledge: FactId,
    entry: FactId,
    early: bool,
    /// Whether no less than the assigned target is confirmed.
    as_assigned: bool,
}

/// The rest of what a closing is judged by.
#[derive(Debug, Clone, Copy)]
pub struct Closed<'a> {
    /// Its table.
    pub table: &'a Table,
    /// The tables closed before, oldest first.
    pub earlier: &'a [Table],
    /// The scores behind the table.
    pub scores: &'a [UnitScore],
    /// The badges given at earlier closings, those taken back too.
    pub given: &'a [Given],
    /// The facts about obstacles that count by the closing, in the order of the log.
    pub obstacles: &'a [Fact],
    /// The facts of the last four weeks of the units that [`Judge::wanted`] names.
    pub recent: &'a HashMap<UnitCode, Vec<Fact>>,
}

impl<'a> Judge<'a> {
    /// Of nobody yet.
    pub fn new(campaign: &'a Campaign, week: Week) -> Self {
        Self { campaign, week, seen: Vec::new() }
    }

    /// Takes units with their states as of the closing.
    pub fn add(&mut self, units: &[Unit], states: &[UnitState]) {
        for (unit, state) in units.iter().zip(states) {
            let seen = Seen {
                unit: unit.code.clone(),
                finished: self.finished(unit, state),
                streak: streak(self.campaign, state, self.week),
                clean: self.is_clean(state),
                proved: self.proved(state),
            };
            self.seen.push(seen);
        }
    }

    /// The units whose facts of the last four weeks have to be looked at.
    pub fn wanted(&self) -> impl Iterator<Item = &UnitCode> {
        self.seen.iter().filter(|seen| seen.clean).map(|seen| &seen.unit)
    }

    /// The first of the last four weeks; none before there are four.
    pub fn clean_since(&self) -> Option<Week> {
        self.week.0.checked_sub(CLEAN_WEEKS).map(|before| Week(before + 1))
    }

    /// The badges earned, the best first, then by the names of the units.
    pub fn finish(self, closed: &Closed<'_>) -> Vec<Given> {
        let mut earned = Vec::new();
        let scores: HashMap<&UnitCode, &UnitScore> =
            closed.scores.iter().map(|score| (&score.unit, score)).collect();
        for seen in &self.seen {
            self.of_unit(seen, scores.get(&seen.unit).copied(), closed, &mut earned);
        }
        let places = Places { week: self.week, closed, scores: &scores, seen: &self.seen };
        places.leaders(&mut earned);
        places.leaps(&mut earned);
        earned.extend(self.unblocked(closed.obstacles));
        let mut known: HashMap<&UnitCode, Vec<&Given>> = HashMap::new();
        for before in closed.given {
            known.entry(&before.unit).or_default().push(before);
        }
        earned.retain(|new| {
            let before = known.get(&new.unit).map_or(&[][..], Vec::as_slice);
            !before.iter().any(|before| new.badge.repeats(self.week, before))
        });
        let name = |unit: &UnitCode| self.campaign.unit(unit).map_or("", |unit| &unit.name);
        earned.sort_by_cached_key(|given| {
            let (kind, level) = given.badge.order();
            (
                kind,
                level,
                collation::key(name(&given.unit)),
                given.unit.clone(),
                given.badge.clone(),
            )
        });
        earned
    }

    fn given(&self, unit: &UnitCode, badge: Badge, grounds: Vec<Ground>) -> Given {
        Given { unit: unit.clone(), badge, week: self.week, grounds }
    }

    fn of_unit(
        &self,
        seen: &Seen,
        score: Option<&UnitScore>,
        closed: &Closed<'_>,
        earned: &mut Vec<Given>,
    ) {
        let beyond = |indicator: &IndicatorCode| {
            score.is_some_and(|score| {
                score.bonus.lines.iter().any(|line| {
                    matches!(line, BonusLine::Over { indicator: over, .. } if over == indicator)
                })
            })
        };
        for done in &seen.finished {
            let grounds = || vec![Ground::Pledge(done.pledge), Ground::Entry(done.entry)];
            let indicator = || done.indicator.clone();
            if done.as_assigned && beyond(&done.indicator) {
                let badge = Badge::Beyond { indicator: indicator() };
                earned.push(self.given(&seen.unit, badge, grounds()));
            }
            if done.early {
                let badge = Badge::EarlyFinish { indicator: indicator() };
                earned.push(self.given(&seen.unit, badge, grounds()));
            }
        }
        if let Some(weeks) = level(&STREAK_LEVELS, seen.streak.length()) {
            let grounds = seen.streak.weeks.iter().copied().map(Ground::Week).collect();
            earned.push(self.given(&seen.unit, Badge::OnTime { weeks }, grounds));
        }
        if seen.clean
            && let Some(facts) = closed.recent.get(&seen.unit)
            && let Some(entries) = self.true_entries(facts)
        {
            let grounds = entries.into_iter().map(Ground::Entry).collect();
            earned.push(self.given(&seen.unit, Badge::TrueFigures, grounds));
        }
    }

    fn finished(&self, unit: &Unit, state: &UnitState) -> Vec<Finished> {
        let date = |at| self.campaign.calendar().date_at(at);
        let mut finished = Vec::new();
        for line in lines_of(self.campaign, unit, state) {
            let Some(work) = line.state else { continue };
            let (Some(active), Some(entry)) = (&work.active, &work.confirmed) else { continue };
            if !work.is_complete(&line.setting) {
                continue;
            }
            let assigned = line.setting.assignment.and_then(|given| given.assigned);
            finished.push(Finished {
                indicator: line.setting.indicator.code.clone(),
                pledge: active.fact,
                entry: entry.fact,
                early: (active.due - date(entry.counted_at)).num_days() >= EARLY_DAYS,
                as_assigned: assigned
                    .is_none_or(|assigned| line.setting.reaches(entry.value, assigned)),
            });
        }
        finished
    }

    fn proved(&self, state: &UnitState) -> Vec<FactId> {
        let confirmed = state.lines.values().filter_map(|line| line.confirmed.as_ref());
        confirmed
            .filter(|entry| self.campaign.counting_week(entry.counted_at) == self.week)
            .map(|entry| entry.fact)
            .collect()
    }

    /// Four weeks each with some entry, enough checks, all of them right, nothing unchecked and
    /// nothing false.
    fn is_clean(&self, state: &UnitState) -> bool {
        let Some(since) = self.clean_since() else { return false };
        let within = |week: Week| (since..=self.week).contains(&week);
        let mut checks = 0;
        for week in (since.0..=self.week.0).map(Week) {
            let records = || state.lines.values().map(|line| line.week(week));
            if !records().any(|record| record.entered)
                || records().any(|record| record.checks_ok != record.checks)
            {
                return false;
            }
            checks += records().map(|record| record.checks).sum::<u32>();
        }
        let unchecked = state.lines.values().flat_map(|line| &line.unchecked);
        let mut open = unchecked.map(|entry| self.campaign.counting_week(entry.counted_at));
        checks >= self.campaign.rules().minimum_checks.max(1)
            && !open.any(within)
            && !state.proven_false().into_values().any(within)
    }

    /// The entries of the last four weeks that were checked; none where one was corrected, by its
    /// author, by a second check or in public. A figure that stands in the end as the unit reported
    /// it was right: what a correction took away and an appeal gave back costs nothing. An appeal
    /// that ends with a third figure leaves one that was not.
    fn true_entries(&self, facts: &[Fact]) -> Option<Vec<FactId>> {
        let since = self.clean_since()?;
        let recent = |fact: &Fact| {
            (since..=self.week).contains(&self.campaign.counting_week(fact.counted_at))
        };
        let mut entries: BTreeMap<FactId, Option<&Outcome>> = BTreeMap::new();
        // What the unit reported, and what others made of it afterwards.
        let mut reported: BTreeMap<FactId, Quantity> = BTreeMap::new();
        let mut moved: BTreeMap<FactId, (Option<Quantity>, Quantity)> = BTreeMap::new();
        for fact in facts.iter().filter(|fact| recent(fact)) {
            match &fact.what {
                What::Reported(report) => match report.kind {
                    EntryKind::Correction { .. } => return None,
                    EntryKind::Report { value, .. } => {
                        entries.insert(fact.id, None);
                        reported.insert(fact.id, value);
                    }
                    EntryKind::NoChange => {}
                },
                What::Checked { entry, outcome, .. } => {
                    if let Some(known) = entries.get_mut(entry) {
                        if known.is_some_and(|known| known != outcome) {
                            return None;
                        }
                        *known = Some(outcome);
                    }
                }
                What::Corrected { entry, before, after, .. } => {
                    let first = moved.get(entry).and_then(|(first, _)| *first);
                    moved.insert(*entry, (first.or(Some(*before)), *after));
                }
                What::AppealDecided { entry, verdict: Verdict::Value { value }, .. } => {
                    let first = moved.get(entry).and_then(|(first, _)| *first);
                    moved.insert(*entry, (first, *value));
                }
                _ => {}
            }
        }
        // Of an entry older than that, the figure confirmed until then stands for the reported one;
        // one that only its own appeal moved was not wrong in these weeks.
        let wrong = |(entry, (before, after)): (&FactId, &(Option<Quantity>, Quantity))| {
            reported.get(entry).copied().or(*before).is_some_and(|said| said != *after)
        };
        if moved.iter().any(wrong) {
            return None;
        }
        let checked = entries.into_iter().filter(|(_, outcome)| outcome.is_some());
        Some(checked.map(|(entry, _)| entry).collect())
    }

    /// Obstacles that the unit raised, somebody else answered, and the unit closed. Judged from the
    /// facts, because a folded obstacle keeps its newest answer only, which may be the unit's own.
    fn unblocked(&self, facts: &[Fact]) -> Vec<Given> {
        struct Raised<'f> {
            unit: &'f UnitCode,
            by: Option<PersonId>,
            answered: bool,
        }
        let mut raised: BTreeMap<FactId, Raised<'_>> = BTreeMap::new();
        let mut solved = Vec::new();
        for fact in facts {
            match &fact.what {
                What::ObstacleRaised { line, .. } => {
                    let new = Raised { unit: &line.unit, by: fact.by, answered: false };
                    raised.insert(fact.id, new);
                }
                What::ObstacleAnswered { obstacle, .. } => {
                    if let Some(known) = raised.get_mut(obstacle) {
                        known.answered |= fact.by.is_some() && fact.by != known.by;
                    }
                }
                What::ObstacleClosed { obstacle, .. } => {
                    let closed = raised.remove(obstacle).filter(|known| known.answered);
                    if let Some(known) = closed
                        && self.campaign.unit(known.unit).is_some()
                    {
                        let badge = Badge::Unblocked { obstacle: *obstacle };
                        let grounds = vec![Ground::Obstacle(*obstacle)];
                        solved.push(self.given(known.unit, badge, grounds));
                    }
                }
                _ => {}
            }
        }
        solved
    }
}

/// What is earned by a place in the table.
struct Places<'a> {
    week: Week,
    closed: &'a Closed<'a>,
    scores: &'a HashMap<&'a UnitCode, &'a UnitScore>,
    seen: &'a [Seen],
}

impl Places<'_> {
    /// The rows of each cluster that has more than one; of all units where there are no clusters.
    fn leagues(table: &Table) -> Vec<&[Standing]> {
        let mut leagues: Vec<&[Standing]> =
            table.clusters.iter().map(|league| league.standings.as_slice()).collect();
        if leagues.is_empty() {
            leagues.push(&table.overall);
        }
        leagues.retain(|rows| rows.len() > 1);
        leagues
    }

    /// Whether a unit's K rests on confirmed figures alone.
    fn is_verified(&self, unit: &UnitCode) -> bool {
        self.scores.get(unit).is_some_and(|score| {
            score.results.items.iter().all(|item| item.value == Value::from(item.confirmed))
        })
    }

    fn leaders(&self, earned: &mut Vec<Given>) {
        // Where nobody has done anything all share the first place, which leads nothing.
        let leads = |row: &Standing| row.place == Some(1) && row.results.units() > 0;
        let first = |table: &Table, unit: &UnitCode| {
            Self::leagues(table).into_iter().flatten().any(|row| &row.unit == unit && leads(row))
        };
        for row in Self::leagues(self.closed.table).into_iter().flatten() {
            if !leads(row) || !self.is_verified(&row.unit) {
                continue;
            }
            let led = self.closed.earlier.iter().filter(|table| first(table, &row.unit));
            let mut weeks: Vec<Week> = led.map(|table| table.week).collect();
            weeks.push(self.week);
            let reached = u32::try_from(weeks.len()).unwrap_or(u32::MAX);
            if let Some(level) = level(&LEADER_LEVELS, reached) {
                earned.push(Given {
                    unit: row.unit.clone(),
                    badge: Badge::ClusterLeader { weeks: level },
                    week: self.week,
                    grounds: weeks.into_iter().map(Ground::Week).collect(),
                });
            }
        }
    }

    fn leaps(&self, earned: &mut Vec<Given>) {
        let before = self.closed.earlier.last().filter(|table| table.week.0 + 1 == self.week.0);
        let Some(before) = before else { return };
        let totals: HashMap<&UnitCode, i128> =
            before.overall.iter().map(|row| (&row.unit, row.total.units())).collect();
        let proved: HashMap<&UnitCode, &[FactId]> =
            self.seen.iter().map(|seen| (&seen.unit, seen.proved.as_slice())).collect();
        for league in Self::leagues(self.closed.table) {
            let gains: Vec<(&UnitCode, i128, &[FactId])> = league
                .iter()
                .filter(|row| row.place.is_some() && self.is_verified(&row.unit))
                .filter_map(|row| {
                    let gain = row.total.units() - totals.get(&row.unit)?;
                    Some((&row.unit, gain, *proved.get(&row.unit)?))
                })
                .filter(|(_, gain, proved)| *gain >= LEAP_TENTHS && !proved.is_empty())
                .collect();
            let best = gains.iter().map(|(_, gain, _)| *gain).max();
            for (unit, _, proved) in gains.iter().filter(|(_, gain, _)| Some(*gain) == best) {
                let weeks = [Ground::Week(before.week), Ground::Week(self.week)];
                let entries = proved.iter().copied().map(Ground::Entry);
                earned.push(Given {
                    unit: (*unit).clone(),
                    badge: Badge::Leap,
                    week: self.week,
                    grounds: weeks.into_iter().chain(entries).collect(),
                });
            }
        }
    }
}

impl Badge {
    /// The order in which badges are told: the best kind first, of levels the highest.
    pub fn order(&self) -> (u8, Reverse<u32>) {
        match self {
            Self::ClusterLeader { weeks } => (0, Reverse(*weeks)),
            Self::Leap => (1, Reverse(0)),
            Self::Beyond { .. } => (2, Reverse(0)),
            Self::EarlyFinish { .. } => (3, Reverse(0)),
            Self::Unblocked { .. } => (4, Reverse(0)),
            Self::TrueFigures => (5, Reverse(0)),
            Self::OnTime { weeks } => (6, Reverse(*weeks)),
        }
    }
}
