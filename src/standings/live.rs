//! The table of now, kept in memory between updates.
//!
//! Reading commands ask for it all day long, and most of the time nothing has happened since. A
//! kept table holds while the definition, the end of the log and the epoch are the same: within an
//! epoch no instant passes at which a score changes by itself (midnight, a Friday 17:00, the end
//! of a grace, a closing). New facts re-score only the units they are about.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::SqliteConnection;

use super::CHUNK;
use crate::domain::campaign::Campaign;
use crate::domain::ids::{CampaignId, FactId, UnitCode};
use crate::domain::ranking::{self, Table};
use crate::domain::scoring::{self, UnitScore};
use crate::store::campaigns::Loaded;
use crate::store::log::Tip;
use crate::store::{self, Result};

/// The tables of now, one for each campaign.
#[derive(Debug, Clone, Default)]
pub struct Live {
    kept: HashMap<CampaignId, Kept>,
}

/// A table of now with the scores behind it.
#[derive(Debug, Clone)]
pub struct Now {
    /// The table.
    pub table: Table,
    /// The table of the week before, where there is one.
    pub previous: Option<Table>,
    scores: Vec<UnitScore>,
    positions: HashMap<UnitCode, usize>,
}

#[derive(Debug, Clone)]
struct Kept {
    definition: FactId,
    tip: Option<Tip>,
    epoch: Epoch,
    now: Arc<Now>,
}

/// The stretch of time an instant lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Epoch {
    date: NaiveDate,
    fridays: usize,
    graces: usize,
    closings: usize,
}

impl Now {
    /// The score of a unit.
    pub fn score(&self, unit: &UnitCode) -> Option<&UnitScore> {
        self.positions.get(unit).and_then(|&at| self.scores.get(at))
    }

    /// All scores, in the workbook's order.
    pub fn scores(&self) -> &[UnitScore] {
        &self.scores
    }
}

impl Live {
    /// Nothing kept yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Forgets everything: what was read inside a transaction that was undone may never have been.
    pub fn forget(&mut self) {
        self.kept.clear();
    }

    /// The table as of `now`, equal to what [`super::compute`] gives. `loaded` is the campaign
    /// under the definition in force then.
    ///
    /// # Errors
    /// When a row cannot be read.
    pub async fn at(
        &mut self,
        connection: &mut SqliteConnection,
        loaded: &Loaded,
        now: DateTime<Utc>,
    ) -> Result<Arc<Now>> {
        let tip = store::log::tip(&mut *connection).await?;
        if tip.as_ref().is_some_and(|tip| tip.recorded_at > now) {
            // The clock was set back behind the log's end: what counts later must not be seen, and
            // would come to count without any new fact.
            return Ok(Arc::new(all(connection, loaded, now).await?));
        }
        let epoch = Epoch::of(&loaded.campaign, now);
        let kept = self
            .kept
            .remove(&loaded.id)
            .filter(|kept| kept.definition == loaded.definition_id && kept.epoch == epoch);
        let table = match kept {
            Some(mut kept) if goes_on(&mut *connection, &kept).await? => {
                if kept.tip != tip {
                    let seen = kept.tip.as_ref().map_or(FactId(0), |tip| tip.id);
                    renew(connection, loaded, now, seen, &mut kept.now).await?;
                }
                if kept.now.table.as_of != now {
                    Arc::make_mut(&mut kept.now).table.as_of = now;
                }
                kept.now
            }
            _ => Arc::new(all(connection, loaded, now).await?),
        };
        let definition = loaded.definition_id;
        let kept = Kept { definition, tip, epoch, now: Arc::clone(&table) };
        self.kept.insert(loaded.id, kept);
        Ok(table)
    }
}

/// Whether the log still holds what was seen of it.
async fn goes_on(connection: &mut SqliteConnection, kept: &Kept) -> Result<bool> {
    match &kept.tip {
        Some(tip) => store::log::continues(connection, tip).await,
        None => Ok(true),
    }
}

async fn all(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    now: DateTime<Utc>,
) -> Result<Now> {
    let campaign = &loaded.campaign;
    let mut scores = Vec::with_capacity(campaign.units().len());
    for units in campaign.units().chunks(CHUNK) {
        let states = store::book::states(&mut *connection, loaded, units, now).await?;
        let both = units.iter().zip(&states);
        scores.extend(both.map(|(unit, state)| scoring::score(campaign, unit, state, now)));
    }
    let previous = super::previous(connection, loaded, now).await?;
    let week = super::week_of(campaign, now);
    let table = ranking::table(campaign, &mut scores, now, week, previous.as_ref());
    let positions = scores.iter().enumerate().map(|(at, score)| (score.unit.clone(), at)).collect();
    Ok(Now { table, previous, scores, positions })
}

/// Scores the units again that facts behind `seen` are about, and ranks anew if any score changed.
async fn renew(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    now: DateTime<Utc>,
    seen: FactId,
    kept: &mut Arc<Now>,
) -> Result<()> {
    let campaign = &loaded.campaign;
    let touched = store::log::touched(&mut *connection, loaded.id, seen).await?;
    let units: Vec<_> = touched.iter().filter_map(|code| campaign.unit(code)).cloned().collect();
    let mut changed = false;
    for units in units.chunks(CHUNK) {
        let states = store::book::states(&mut *connection, loaded, units, now).await?;
        for (unit, state) in units.iter().zip(&states) {
            let score = scoring::score(campaign, unit, state, now);
            if let Some(&at) = kept.positions.get(&unit.code) {
                changed = true;
                Arc::make_mut(kept).scores[at] = score;
            }
        }
    }
    if changed {
        let Now { table, previous, scores, .. } = Arc::make_mut(kept);
        let week = super::week_of(campaign, now);
        *table = ranking::table(campaign, scores, now, week, previous.as_ref());
    }
    Ok(())
}

impl Epoch {
    fn of(campaign: &Campaign, instant: DateTime<Utc>) -> Self {
        let weeks = campaign.week_times();
        Self {
            date: campaign.calendar().date_at(instant),
            fridays: weeks.iter().filter(|week| week.report_closes <= instant).count(),
            // The grace includes its last instant.
            graces: weeks.iter().filter(|week| week.grace_closes < instant).count(),
            closings: weeks.iter().filter(|week| week.closing <= instant).count(),
        }
    }
}
