//! The state of a unit as of an instant: its newest checkpoint, and the facts since.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::campaigns::Loaded;
use super::snapshots::Checkpoint;
use super::{Result, StoreError, log, snapshots};
use crate::domain::calendar::Week;
use crate::domain::campaign::{Campaign, Unit};
use crate::domain::fact::Fact;
use crate::domain::ids::UnitCode;
use crate::domain::unit::UnitState;

/// A unit's facts, folded as far as they go, before time is let pass over them: what newer facts
/// can be folded into.
#[derive(Debug, Clone)]
pub struct Folded {
    state: UnitState,
    /// From when the last of them counts: only later ones can follow.
    last: DateTime<Utc>,
}

impl Folded {
    /// Takes a new fact; whether it follows all those folded before.
    #[must_use]
    pub fn take(&mut self, campaign: &Campaign, unit: &UnitCode, fact: &Fact) -> bool {
        let follows = fact.counted_at >= self.last;
        if follows {
            self.last = fact.counted_at;
            self.state.apply(campaign, unit, fact);
        }
        follows
    }

    /// The unit's state as of an instant behind all of the facts.
    pub fn at(&self, campaign: &Campaign, unit: &UnitCode, as_of: DateTime<Utc>) -> UnitState {
        let mut state = self.state.clone();
        state.advance(campaign, unit, as_of);
        state
    }
}

/// Folds a unit's facts up to an instant, starting at the newest checkpoint that was made under
/// the same definition. Weeks that are closed take no more facts, so a checkpoint never ages.
///
/// # Errors
/// When a row cannot be read.
pub async fn folded(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    unit: &UnitCode,
    as_of: DateTime<Utc>,
) -> Result<Folded> {
    let campaign = &loaded.campaign;
    let found = match campaign.calendar().last_closed(as_of) {
        Some(week) => {
            let (id, definition) = (loaded.id, loaded.definition_id);
            snapshots::checkpoint(&mut *connection, id, definition, unit.as_str(), week).await?
        }
        None => None,
    };
    let (state, after) = match found {
        Some(checkpoint) => {
            let state = continued(&checkpoint)?;
            (state, Some(campaign.calendar().closing(checkpoint.week)))
        }
        None => (UnitState::default(), None),
    };
    let mut folded = Folded { state, last: after.unwrap_or(DateTime::<Utc>::MIN_UTC) };
    for fact in log::of_unit(connection, loaded.id, unit, after, as_of).await? {
        folded.last = fact.counted_at;
        folded.state.apply(campaign, unit, &fact);
    }
    Ok(folded)
}

/// A unit's state as of an instant.
///
/// # Errors
/// When a row cannot be read.
pub async fn state(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    unit: &UnitCode,
    as_of: DateTime<Utc>,
) -> Result<UnitState> {
    let folded = folded(connection, loaded, unit, as_of).await?;
    Ok(folded.at(&loaded.campaign, unit, as_of))
}

/// The states of several units at once, in their order: [`state`] of each, in a round trip or two.
///
/// # Errors
/// When a row cannot be read.
pub async fn states(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    units: &[Unit],
    as_of: DateTime<Utc>,
) -> Result<Vec<UnitState>> {
    let calendar = loaded.campaign.calendar();
    let codes: Vec<&UnitCode> = units.iter().map(|unit| &unit.code).collect();
    let found = match calendar.last_closed(as_of) {
        Some(week) => {
            let (id, definition) = (loaded.id, loaded.definition_id);
            snapshots::checkpoints(&mut *connection, id, definition, &codes, week).await?
        }
        None => HashMap::new(),
    };
    let after = |code| found.get(code).map(|checkpoint| calendar.closing(checkpoint.week));
    let asked: Vec<_> = codes.iter().map(|code| (*code, after(*code))).collect();
    let mut facts = log::of_units(connection, loaded.id, &asked, as_of).await?;
    codes
        .into_iter()
        .map(|unit| {
            let mut state = match found.get(unit) {
                Some(checkpoint) => continued(checkpoint)?,
                None => UnitState::default(),
            };
            for fact in facts.remove(unit).unwrap_or_default() {
                state.apply(&loaded.campaign, unit, &fact);
            }
            state.advance(&loaded.campaign, unit, as_of);
            Ok(state)
        })
        .collect()
}

fn continued(checkpoint: &Checkpoint) -> Result<UnitState> {
    serde_json::from_str(&checkpoint.state)
        .map_err(|error| StoreError::inconsistent("checkpoint", checkpoint.week.0.into(), error))
}

/// Keeps the states of several units at the closing of a week.
///
/// # Errors
/// When SQLite cannot.
pub async fn put_checkpoints(
    tx: &mut SqliteConnection,
    loaded: &Loaded,
    week: Week,
    units: &[Unit],
    states: &[UnitState],
) -> Result<()> {
    let pairs: Vec<_> = units.iter().map(|unit| &unit.code).zip(states).collect();
    let pairs = serde_json::to_string(&pairs)
        .map_err(|error| StoreError::unprintable("checkpoint", week.0.into(), &error))?;
    snapshots::put_checkpoints(tx, loaded.id, loaded.definition_id, week, &pairs).await
}

/// Folds a unit's facts from the very first, whatever checkpoints say.
///
/// # Errors
/// When a row cannot be read.
pub async fn state_from_log(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    unit: &UnitCode,
    as_of: DateTime<Utc>,
) -> Result<UnitState> {
    let facts = log::of_unit(connection, loaded.id, unit, None, as_of).await?;
    Ok(UnitState::fold(&loaded.campaign, unit, facts, as_of))
}
