//! What the report of the middle or of the end is written from, read in one view of the log.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{CHUNK, Standings, candidates, closed, compute as stand, week_of};
use crate::domain::briefing::CorrectionBrief;
use crate::domain::commendation::Candidates;
use crate::domain::ids::CampaignId;
use crate::domain::review::{Cause, Causes, Conduct, Kind, last_closing};
use crate::store::{self, Result};

/// All that the report says.
#[derive(Debug, Clone)]
pub struct Review {
    /// Which report.
    pub kind: Kind,
    /// Where everybody stands at its instant; at a closing the table as it was closed.
    pub standings: Standings,
    /// Where everybody stood at the earlier instant beside which it stands.
    pub before: Option<Standings>,
    /// What the units named as being in their way.
    pub causes: Vec<Cause>,
    /// How they kept to the rules of reporting.
    pub conduct: Conduct,
    /// Of the end: what was corrected after the last closing, which no table shows.
    pub later: Vec<CorrectionBrief>,
    /// Of the end: who might be commended, as of the instant asked for, like the proposal itself.
    pub candidates: Option<Candidates>,
}

/// Reads what the report needs. That of the end is as of the last closing, once it has passed: its
/// figures are those of the final table.
///
/// # Errors
/// When a row cannot be read.
pub async fn compute(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    kind: Kind,
    asked: DateTime<Utc>,
) -> Result<Review> {
    let loaded = store::campaigns::load(&mut *connection, campaign, asked).await?;
    let last = last_closing(&loaded.campaign);
    let at = if kind == Kind::Final { asked.min(last) } else { asked };
    let mut standings = stand(&mut *connection, campaign, at).await?;
    let week = week_of(&standings.loaded.campaign, at);
    if let Some(table) = closed(&mut *connection, campaign, week).await?
        && table.as_of == at
    {
        standings.table = table;
    }
    let before = match kind.beside(&standings.loaded.campaign, at) {
        Some(beside) => Some(stand(&mut *connection, campaign, beside).await?),
        None => None,
    };
    let mut causes = Causes::default();
    for units in standings.loaded.campaign.units().chunks(CHUNK) {
        let loaded = &standings.loaded;
        for state in store::book::states(&mut *connection, loaded, units, at).await? {
            causes.add(&state);
        }
    }
    let (later, candidates) = match kind {
        Kind::Midterm => (Vec::new(), None),
        Kind::Final => {
            let later = if asked > last {
                stand(&mut *connection, campaign, asked).await?.brief.corrections
            } else {
                Vec::new()
            };
            (later, Some(candidates(&mut *connection, campaign, asked).await?))
        }
    };
    let causes = causes.finish(&standings.loaded.campaign);
    let conduct = Conduct::of(&standings.scores);
    Ok(Review { kind, standings, before, causes, conduct, later, candidates })
}
