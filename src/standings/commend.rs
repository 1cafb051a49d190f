//! The candidates for commendation, as people see them now and as the log had them at a
//! publication or a vote.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{CHUNK, week_of};
use crate::domain::commendation::{self, Candidates, IMPROVEMENT_FROM_DAY, RestsOn, Told};
use crate::domain::council::{Council, Listed};
use crate::domain::fact::{Fact, Outcome, What};
use crate::domain::ids::{CampaignId, FactId, Number};
use crate::domain::nomination::{Named, Nominated, Subject};
use crate::domain::ranking::{self, Table};
use crate::domain::scoring::{self, UnitScore};
use crate::domain::unit::UnitState;
use crate::store::{self, Result};

/// The candidates for commendation as of an instant, people by their names as long as these stand.
///
/// # Errors
/// When a row cannot be read.
pub async fn candidates(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    as_of: DateTime<Utc>,
) -> Result<Candidates> {
    let told = told(&mut *connection, campaign, as_of, None).await?;
    let mut found = find(&mut *connection, campaign, as_of, None, &told).await?;
    let names = names(connection, campaign, &told.council).await?;
    for candidate in &mut found.individuals {
        if let Some(named) = names.get(&candidate.id) {
            candidate.name.clone_from(&named.name);
            candidate.post.clone_from(&named.post);
        }
    }
    Ok(found)
}

/// What nominated candidates are called, as long as they may be.
///
/// # Errors
/// When a row cannot be read.
pub async fn names(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    council: &Council,
) -> Result<BTreeMap<String, Named>> {
    let mut nominees = store::council::nominees(connection, campaign).await?;
    let mut name = |one: &Nominated| match &one.nomination.subject {
        Subject::Unit => Named::default(),
        Subject::Part { name } => Named { name: name.clone(), post: String::new() },
        Subject::Person { .. } => {
            let nominee = nominees.remove(&one.fact).unwrap_or_default();
            Named { name: nominee.name, post: nominee.post }
        }
    };
    let named = council.nominations.values();
    Ok(named.map(|one| (one.candidate(), name(one))).collect())
}

/// What a list or a vote held of these candidates, computed anew from the facts before it in the
/// log: nothing recorded later counts, whenever it was said, and neither do kept states.
///
/// # Errors
/// When a row cannot be read.
pub async fn listed_before(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    as_of: DateTime<Utc>,
    before: FactId,
) -> Result<Vec<Listed>> {
    let told = told(&mut *connection, campaign, as_of, Some(before)).await?;
    let found = find(connection, campaign, as_of, Some(before), &told).await?;
    Ok(found.all().filter(|one| one.eligible).map(commendation::Candidate::listed).collect())
}

/// Nominations, votes and rewards as of an instant.
///
/// # Errors
/// When a row cannot be read.
pub async fn council(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    as_of: DateTime<Utc>,
) -> Result<Council> {
    council_before(connection, campaign, as_of, None).await
}

async fn council_before(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    as_of: DateTime<Utc>,
    before: Option<FactId>,
) -> Result<Council> {
    let facts = store::council::facts(connection, campaign).await?;
    Ok(Council::fold(facts.iter().filter(|fact| seen(fact, as_of, before))))
}

fn seen(fact: &Fact, as_of: DateTime<Utc>, before: Option<FactId>) -> bool {
    fact.counted_at <= as_of && before.is_none_or(|before| fact.id < before)
}

async fn told(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    as_of: DateTime<Utc>,
    before: Option<FactId>,
) -> Result<Told> {
    let council = council_before(&mut *connection, campaign, as_of, before).await?;
    let standing = council.nominations.values().filter(|one| one.withdrawn.is_none());
    let named: Vec<FactId> =
        standing.flat_map(|Nominated { nomination, .. }| nomination.entries.clone()).collect();
    let mut told = Told { council, ..Told::default() };
    for entry in named {
        let Some(fact) = store::log::by_id(&mut *connection, entry).await? else { continue };
        let checks = store::log::referring_to(&mut *connection, entry).await?;
        let confirmed = checks.iter().filter(|fact| seen(fact, as_of, before)).any(|fact| {
            matches!(&fact.what, What::Checked { outcome: Outcome::Confirmed { .. }, .. })
        });
        let number = fact.number.unwrap_or(Number(0));
        told.entries.insert(entry, RestsOn { number, confirmed });
    }
    Ok(told)
}

async fn find(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    as_of: DateTime<Utc>,
    before: Option<FactId>,
    told: &Told,
) -> Result<Candidates> {
    let loaded = store::campaigns::load(&mut *connection, campaign, as_of).await?;
    let defined = &loaded.campaign;
    let (scores, table) = table(&mut *connection, campaign, as_of, before).await?;
    let then = match improvement_from(defined).filter(|from| *from < as_of) {
        Some(from) => Some(self::table(connection, campaign, from, before).await?.1),
        None => None,
    };
    Ok(commendation::candidates(defined, &scores, &table, then.as_ref(), told))
}

/// The scores and the table as of an instant, without the places won and lost.
async fn table(
    connection: &mut SqliteConnection,
    id: CampaignId,
    as_of: DateTime<Utc>,
    before: Option<FactId>,
) -> Result<(Vec<UnitScore>, Table)> {
    let loaded = store::campaigns::load(&mut *connection, id, as_of).await?;
    let campaign = &loaded.campaign;
    let mut scores = Vec::with_capacity(campaign.units().len());
    for units in campaign.units().chunks(CHUNK) {
        let states = match before {
            None => store::book::states(&mut *connection, &loaded, units, as_of).await?,
            Some(before) => {
                let asked: Vec<_> = units.iter().map(|unit| (&unit.code, None)).collect();
                let mut facts = store::log::of_units(&mut *connection, id, &asked, as_of).await?;
                let fold = |unit: &crate::domain::campaign::Unit| {
                    let facts = facts.remove(&unit.code).unwrap_or_default();
                    let facts = facts.into_iter().filter(|fact| fact.id < before);
                    UnitState::fold(campaign, &unit.code, facts, as_of)
                };
                units.iter().map(fold).collect()
            }
        };
        let both = units.iter().zip(&states);
        scores.extend(both.map(|(unit, state)| scoring::score(campaign, unit, state, as_of)));
    }
    let week = week_of(campaign, as_of);
    let table = ranking::table(campaign, &mut scores, as_of, week, None);
    Ok((scores, table))
}

/// The end of the day from which improvement is measured; none in a campaign that has no day
/// after it.
fn improvement_from(campaign: &crate::domain::campaign::Campaign) -> Option<DateTime<Utc>> {
    let calendar = campaign.calendar();
    (i64::from(calendar.days()) > IMPROVEMENT_FROM_DAY)
        .then(|| super::end_of_day(campaign, calendar.date_of_day(IMPROVEMENT_FROM_DAY)))
}
