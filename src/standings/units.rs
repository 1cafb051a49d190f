//! The units that people are busy with, kept in memory between updates.
//!
//! Nearly everything an official does begins with the state of the own unit, and officials come in
//! bursts. A kept unit takes each new fact as it is recorded. It holds while nobody else writes to
//! the log; whoever keeps it sees to that.

use std::num::NonZeroUsize;

use chrono::{DateTime, Utc};
use lru::LruCache;
use sqlx::SqliteConnection;

use crate::domain::fact::Fact;
use crate::domain::ids::{CampaignId, FactId, UnitCode};
use crate::domain::unit::UnitState;
use crate::store::book::Folded;
use crate::store::campaigns::Loaded;
use crate::store::{self, Result};

/// How many units are kept: some megabytes.
const KEPT: NonZeroUsize = NonZeroUsize::new(512).unwrap();

/// The units lately asked for.
#[derive(Debug, Clone)]
pub struct Units {
    kept: LruCache<(CampaignId, UnitCode), (FactId, Folded)>,
}

impl Default for Units {
    fn default() -> Self {
        Self { kept: LruCache::new(KEPT) }
    }
}

impl Units {
    /// Forgets everything.
    pub fn forget(&mut self) {
        self.kept.clear();
    }

    /// The state of a unit as of `now`, behind which nothing in the log counts.
    ///
    /// # Errors
    /// When a row cannot be read.
    pub async fn state(
        &mut self,
        connection: &mut SqliteConnection,
        loaded: &Loaded,
        unit: &UnitCode,
        now: DateTime<Utc>,
    ) -> Result<UnitState> {
        let key = (loaded.id, unit.clone());
        if let Some((definition, folded)) = self.kept.get(&key)
            && *definition == loaded.definition_id
        {
            return Ok(folded.at(&loaded.campaign, unit, now));
        }
        let folded = store::book::folded(connection, loaded, unit, now).await?;
        let state = folded.at(&loaded.campaign, unit, now);
        self.kept.put(key, (loaded.definition_id, folded));
        Ok(state)
    }

    /// Takes a fact that was just recorded.
    pub fn take(&mut self, loaded: &Loaded, fact: &Fact) {
        let Some(unit) = fact.what.unit() else { return };
        let key = (loaded.id, unit.clone());
        let Some((definition, folded)) = self.kept.peek_mut(&key) else { return };
        // One that counts earlier than what is folded has to be folded in its place.
        if *definition != loaded.definition_id || !folded.take(&loaded.campaign, unit, fact) {
            self.kept.pop(&key);
        }
    }
}
