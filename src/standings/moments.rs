//! How much of a campaign there is at one of its moments.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::CHUNK;
use crate::domain::line::Setting;
use crate::render::picture::opening::Counts;
use crate::store::campaigns::Loaded;
use crate::store::{self, Result};

/// Units, what was given to them, what they pledged and what of it is done, as of an instant.
///
/// # Errors
/// When a row cannot be read.
pub async fn counts(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    as_of: DateTime<Utc>,
) -> Result<Counts> {
    let campaign = &loaded.campaign;
    let mut counts = Counts::default();
    for units in campaign.units().chunks(CHUNK) {
        let states = store::book::states(&mut *connection, loaded, units, as_of).await?;
        for (unit, state) in units.iter().zip(&states) {
            let assigned = campaign.assignments_of(&unit.code).count();
            let mut pledges = 0;
            for (indicator, line) in &state.lines {
                let Some(setting) = Setting::of(campaign, &unit.code, indicator) else { continue };
                pledges += usize::from(line.active.is_some());
                counts.done += usize::from(line.is_complete(&setting));
            }
            counts.units += usize::from(assigned + pledges > 0);
            counts.assigned += assigned;
            counts.pledges += pledges;
        }
    }
    Ok(counts)
}
