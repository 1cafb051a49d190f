//! What a closing comes to beside its table: badges, and what everybody reached together. Computed
//! from the log alone, by the same as-of rule, when a week is closed and when it is verified.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{CHUNK, Gathering, parse, previous};
use crate::domain::badge::{Closed, Given, Judge, given_in};
use crate::domain::briefing::Brief;
use crate::domain::calendar::Week;
use crate::domain::fact::{Fact, What};
use crate::domain::ids::{CampaignId, UnitCode};
use crate::domain::landmark::{self, Landmark};
use crate::domain::ranking::Table;
use crate::domain::scoring::UnitScore;
use crate::store::campaigns::Loaded;
use crate::store::{self, Result};

/// What a closing comes to beside its table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Honours {
    /// The badges earned, in the order in which they enter the log.
    pub badges: Vec<Given>,
    /// What was reached together for the first time.
    pub landmarks: Vec<Landmark>,
}

/// The table of a closing with everything it is judged by.
#[derive(Debug)]
pub(crate) struct Gathered {
    pub(crate) table: Table,
    pub(crate) scores: Vec<UnitScore>,
    pub(crate) brief: Brief,
}

/// The table and the honours of a week computed anew as of its closing.
///
/// # Errors
/// When a row cannot be read.
pub async fn compute(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    week: Week,
    as_of: DateTime<Utc>,
) -> Result<(Table, Honours)> {
    let loaded = store::campaigns::load(&mut *connection, campaign, as_of).await?;
    let mut gathering = Gathering::new(&loaded.campaign, as_of);
    let mut judge = Judge::new(&loaded.campaign, week);
    for units in loaded.campaign.units().chunks(CHUNK) {
        let states = store::book::states(&mut *connection, &loaded, units, as_of).await?;
        judge.add(units, &states);
        gathering.add(units, &states);
    }
    let previous = previous(connection, &loaded, as_of).await?;
    let (table, scores, brief) = gathering.finish(previous.as_ref());
    let gathered = Gathered { table, scores, brief };
    let honours = of(connection, &loaded, week, judge, &gathered).await?;
    Ok((gathered.table, honours))
}

/// The honours of a week from what was gathered of it, and from what earlier weeks left.
///
/// # Errors
/// When a row cannot be read.
pub(crate) async fn of(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    week: Week,
    judge: Judge<'_>,
    gathered: &Gathered,
) -> Result<Honours> {
    let Gathered { table, scores, brief } = gathered;
    let as_of = brief.as_of;
    let mut earlier = Vec::new();
    for snapshot in store::snapshots::all(&mut *connection, loaded.id).await? {
        if snapshot.week < week {
            earlier.push(parse(&snapshot)?);
        }
    }
    let mut given =
        given_in(&store::log::of_kind(&mut *connection, loaded.id, "badge_given").await?);
    given.retain(|given| given.week < week);
    let obstacles = obstacles(&mut *connection, loaded.id, as_of).await?;
    let recent = recent(&mut *connection, loaded, &judge, as_of).await?;
    let before = landmarks_before(connection, loaded.id, week).await?;
    let landmarks = landmark::newly_reached(&loaded.campaign, brief, &before);
    let (earlier, given) = (earlier.as_slice(), given.as_slice());
    let closed = Closed { table, earlier, scores, given, obstacles: &obstacles, recent: &recent };
    Ok(Honours { badges: judge.finish(&closed), landmarks })
}

/// Everything about obstacles that counts by the closing.
async fn obstacles(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    as_of: DateTime<Utc>,
) -> Result<Vec<Fact>> {
    let closed = store::log::of_kind(&mut *connection, campaign, "obstacle_closed").await?;
    if closed.is_empty() {
        return Ok(closed);
    }
    let mut facts = closed;
    for kind in ["obstacle_raised", "obstacle_answered"] {
        facts.extend(store::log::of_kind(&mut *connection, campaign, kind).await?);
    }
    facts.retain(|fact| fact.counted_at <= as_of);
    facts.sort_unstable_by_key(|fact| fact.id);
    Ok(facts)
}

/// The facts of the last weeks of those units whose figures seem to have been right throughout.
async fn recent(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    judge: &Judge<'_>,
    as_of: DateTime<Utc>,
) -> Result<HashMap<UnitCode, Vec<Fact>>> {
    let Some(since) = judge.clean_since() else { return Ok(HashMap::new()) };
    // Facts at the very opening of the week belong to it.
    let opens = loaded.campaign.calendar().report_opens(since) - chrono::TimeDelta::milliseconds(1);
    let wanted: Vec<&UnitCode> = judge.wanted().collect();
    let mut facts = HashMap::with_capacity(wanted.len());
    for units in wanted.chunks(CHUNK) {
        let asked: Vec<_> = units.iter().map(|unit| (*unit, Some(opens))).collect();
        facts.extend(store::log::of_units(&mut *connection, loaded.id, &asked, as_of).await?);
    }
    Ok(facts)
}

async fn landmarks_before(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    week: Week,
) -> Result<BTreeSet<Landmark>> {
    let facts = store::log::of_kind(connection, campaign, "week_honoured").await?;
    let before = facts.into_iter().filter_map(|fact| match fact.what {
        What::WeekHonoured { week: honoured, landmarks, .. } if honoured < week => Some(landmarks),
        _ => None,
    });
    Ok(before.flatten().collect())
}

/// A badge that somebody holds or held, as the log tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The fact that gave it.
    pub fact: Fact,
    /// The badge.
    pub given: Given,
    /// The fact that took it back.
    pub revoked: Option<Fact>,
}

/// Every badge given, oldest first, with what became of it.
///
/// # Errors
/// When a row cannot be read.
pub async fn held(connection: &mut SqliteConnection, campaign: CampaignId) -> Result<Vec<Held>> {
    let revoked = store::log::of_kind(&mut *connection, campaign, "badge_revoked").await?;
    let given = store::log::of_kind(connection, campaign, "badge_given").await?;
    Ok(together(given, revoked))
}

/// The same of one unit.
///
/// # Errors
/// When a row cannot be read.
pub async fn held_by(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    unit: &UnitCode,
) -> Result<Vec<Held>> {
    let revoked =
        store::log::of_kind_about(&mut *connection, campaign, "badge_revoked", unit).await?;
    let given = store::log::of_kind_about(connection, campaign, "badge_given", unit).await?;
    Ok(together(given, revoked))
}

fn together(given: Vec<Fact>, revoked: Vec<Fact>) -> Vec<Held> {
    let mut revoked: HashMap<_, Fact> =
        revoked.into_iter().filter_map(|fact| Some((fact.what.refers_to()?, fact))).collect();
    let held = given.into_iter().filter_map(|fact| match fact.what.clone() {
        What::BadgeGiven(given) => {
            let revoked = revoked.remove(&fact.id);
            Some(Held { fact, given, revoked })
        }
        _ => None,
    });
    held.collect()
}
