//! A definition enters the log: a new campaign, or new rules for one that runs.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::domain::campaign::Definition;
use crate::domain::definition::{Change, diff, same_people};
use crate::domain::fact::What;
use crate::domain::ids::{CampaignId, PersonId};
use crate::store::log::NewFact;
use crate::store::{self, StoreError};

/// What a definition does to what the log holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Its code is new: a campaign begins.
    Created,
    /// It changes a campaign. Without a single change only the order of rows differs.
    Changed(Vec<Change>),
    /// It is what the log holds already.
    Nothing,
}

/// What a definition would do at an instant; nothing is written.
///
/// # Errors
/// When the log cannot be read.
pub async fn preview(
    connection: &mut SqliteConnection,
    definition: &Definition,
    now: DateTime<Utc>,
) -> Result<(Option<CampaignId>, Effect), StoreError> {
    compare(connection, &mut definition.clone(), now).await
}

/// Where the people of a definition are those of the one before, those erased stay erased in it.
async fn compare(
    connection: &mut SqliteConnection,
    definition: &mut Definition,
    now: DateTime<Utc>,
) -> Result<(Option<CampaignId>, Effect), StoreError> {
    let code = &definition.code;
    let Some(campaign) = store::campaigns::by_code(&mut *connection, code).await? else {
        return Ok((None, Effect::Created));
    };
    let (_, mut before) = store::campaigns::definition(connection, campaign, now).await?;
    if same_people(&before.people, &definition.people) {
        definition.people.clone_from(&before.people);
    } else {
        before.people.retain(|person| !person.is_erased());
    }
    let effect = if before == *definition {
        Effect::Nothing
    } else {
        Effect::Changed(diff(&before, definition))
    };
    Ok((Some(campaign), effect))
}

/// Writes a definition to the log, unless it changes nothing.
///
/// # Errors
/// When the log cannot be read or written.
pub async fn define(
    tx: &mut SqliteConnection,
    mut definition: Definition,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<(CampaignId, Effect), StoreError> {
    let (known, effect) = compare(&mut *tx, &mut definition, now).await?;
    let campaign = match known {
        Some(campaign) => campaign,
        None => store::campaigns::insert(&mut *tx, &definition.code, now).await?,
    };
    if effect != Effect::Nothing {
        let what = What::Defined(Box::new(definition));
        store::log::append(tx, NewFact { campaign, by, said_at: None, now, what }).await?;
    }
    Ok((campaign, effect))
}
