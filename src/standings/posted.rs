//! What may be told to everybody about a closed week: the post to the groups and the board on the
//! wall both take it from here.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Standings, closed, compute, honours};
use crate::domain::badge::Given;
use crate::domain::calendar::Week;
use crate::domain::campaign::Campaign;
use crate::domain::fact::What;
use crate::domain::ids::{CampaignId, UnitCode};
use crate::domain::landmark::Landmark;
use crate::domain::ranking::{Table, is_withheld};
use crate::store::{self, Result};

/// What stood at the closing of the newest week closed by then, its table as it is kept, and the
/// table of the week before.
///
/// # Errors
/// When a row cannot be read.
pub async fn as_closed(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    by: DateTime<Utc>,
) -> Result<Option<(Week, Standings, Option<Table>)>> {
    let loaded = store::campaigns::load(&mut *connection, campaign, by).await?;
    let calendar = loaded.campaign.calendar();
    let Some(week) = calendar.last_closed(by) else { return Ok(None) };
    let mut found = compute(&mut *connection, campaign, calendar.closing(week)).await?;
    if let Some(kept) = closed(&mut *connection, campaign, week).await? {
        found.table = kept;
    }
    let before = match week.0.checked_sub(1).map(Week) {
        Some(before) => closed(connection, campaign, before).await?,
        None => None,
    };
    Ok(Some((week, found, before)))
}

/// What is praised with a week's post.
#[derive(Debug, Clone, Default)]
pub struct Praise {
    /// What all have reached together.
    pub landmarks: Vec<Landmark>,
    /// The badges that are told with this week, the best first.
    pub badges: Vec<Given>,
    /// The example of the week.
    pub example: Option<Example>,
}

/// An example of the week, as it was nominated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Whose example it is.
    pub of: UnitCode,
    /// Who nominated it.
    pub by: UnitCode,
    /// In whose words.
    pub text: String,
}

/// What is praised with the post of a week at an instant. Badges that tell places wait for the end
/// of the last days, and come then.
///
/// # Errors
/// When a row cannot be read.
pub async fn praise(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    defined: &Campaign,
    week: Week,
    at: DateTime<Utc>,
) -> Result<Praise> {
    let mut landmarks = Vec::new();
    for fact in store::log::of_kind(&mut *connection, campaign, "week_honoured").await? {
        match fact.what {
            What::WeekHonoured { week: told, landmarks: reached, .. } if told == week => {
                landmarks.extend(reached);
            }
            _ => {}
        }
    }
    let closing = |week| defined.calendar().closing(week);
    let post = |week| defined.calendar().public_post(week);
    let held = honours::held(&mut *connection, campaign).await?;
    let mut badges: Vec<Given> = held
        .into_iter()
        .filter(|held| held.revoked.is_none() && held.given.week <= week)
        .map(|held| held.given)
        .filter(|given| {
            let secret =
                |at| given.badge.tells_places() && is_withheld(defined, closing(given.week), at);
            // Told now, and could not be told in the post of its own week or any since.
            let before = (given.week.0..week.0).map(Week).all(|week| secret(post(week)));
            !secret(at) && before
        })
        .collect();
    badges.sort_by_key(|given| given.badge.order());
    let example = example(connection, campaign, week).await?;
    Ok(Praise { landmarks, badges, example })
}

async fn example(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    week: Week,
) -> Result<Option<Example>> {
    for fact in store::log::of_kind(&mut *connection, campaign, "example_chosen").await? {
        let What::ExampleChosen { example, week: told, .. } = fact.what else { continue };
        if told != week {
            continue;
        }
        if let Some(fact) = store::log::by_id(&mut *connection, example).await?
            && let What::ExampleNominated { unit, of, text } = fact.what
        {
            return Ok(Some(Example { of, by: unit, text }));
        }
    }
    Ok(None)
}
