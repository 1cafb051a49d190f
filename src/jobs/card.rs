//! The picture that follows the words of `/visao`: drawn before the transaction, so that nobody
//! waits for it, from the figures the words had.
//!
//! It never contradicts them: where the log has gone on meanwhile about the unit, or the definition
//! has changed, the words stand alone. Equal content is one file, uploaded once, and is not sent to
//! one chat twice within minutes.

use std::mem::discriminant;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sqlx::{Connection, SqliteConnection};

use super::fetch_workbook::{Spoken, off_the_loop};
use super::{Failure, asked, is_there};
use crate::domain::badge::{Badge, Given};
use crate::domain::campaign::Campaign;
use crate::domain::fact::{Fact, What};
use crate::domain::ids::{CampaignId, ChatId, FactId, PersonId, UnitCode};
use crate::domain::scoring::{self, Shown};
use crate::handlers::badges;
use crate::outgoing::{Body, Outgoing};
use crate::render::picture::card::{Card, Source};
use crate::render::picture::{self, DrawError};
use crate::say;
use crate::store::{self, Store, StoreError};
use crate::text::{self, Lang};

/// The job's stable name.
pub const NAME: &str = "unit_card";

/// The same card is not sent to one chat again within this time.
const AGAIN_AFTER: TimeDelta = TimeDelta::minutes(10);

/// The words that were said, as the job's body keeps them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Where they were said.
    pub chat: ChatId,
    /// To whom: the job goes with the person.
    pub person: PersonId,
    /// In which language.
    pub lang: Spoken,
    /// Of which campaign.
    pub campaign: CampaignId,
    /// Under which definition.
    pub definition: FactId,
    /// The end of the log as the words saw it.
    pub seen: FactId,
    /// Of which unit.
    pub unit: UnitCode,
    /// As of when.
    pub as_of: DateTime<Utc>,
    /// Whether the person may see places in the last days.
    pub full: bool,
    /// What they said of the place, if anything.
    pub place: Option<String>,
    /// The figures they had.
    pub shown: Shown,
}

/// Calls for the job.
///
/// # Errors
/// When it cannot be kept.
pub async fn call(
    tx: &mut SqliteConnection,
    asked: &Asked,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    asked::keep(tx, NAME, asked.person.0, asked, now).await
}

/// A card before it is sent.
pub(super) struct Prepared {
    asked: Asked,
    file: String,
    unit: String,
    caption: String,
    pages: Vec<Vec<u8>>,
}

/// Reads what is needed and draws it; nothing where the words are no longer all there is to say.
pub(super) async fn prepare(store: &Store, body: &str) -> Result<Option<Prepared>, Failure> {
    let asked: Asked = asked::read(body)?;
    let mut connection = store.read().await?;
    // One view of the log, whatever is recorded meanwhile.
    let mut view = connection.begin().await.map_err(StoreError::from)?;
    let Some(card) = card(&mut view, &asked).await? else { return Ok(None) };
    drop(view);
    drop(connection);
    let Drawn { card, file, unit } = card;
    let caption = card.caption().to_owned();
    let pages = off_the_loop(move || {
        card.pages().iter().map(|svg| picture::png(svg)).collect::<Result<Vec<_>, DrawError>>()
    });
    let pages = pages.await?.map_err(|error| Failure::Never(error.to_string()))?;
    Ok(Some(Prepared { asked, file, unit, caption, pages }))
}

struct Drawn {
    card: Card,
    file: String,
    unit: String,
}

async fn card(view: &mut SqliteConnection, asked: &Asked) -> Result<Option<Drawn>, StoreError> {
    let loaded = store::campaigns::load(&mut *view, asked.campaign, asked.as_of).await?;
    let (campaign, code) = (&loaded.campaign, &asked.unit);
    let facts = store::log::of_unit(&mut *view, loaded.id, code, None, asked.as_of).await?;
    let gone_on = facts.iter().any(|fact| fact.id > asked.seen);
    let Some(unit) = campaign.unit(code) else { return Ok(None) };
    if gone_on || loaded.definition_id != asked.definition {
        return Ok(None);
    }
    let state = store::book::state(&mut *view, &loaded, code, asked.as_of).await?;
    let score = scoring::score(campaign, unit, &state, asked.as_of);
    let badges = held(campaign, &facts, asked);
    let source = Source {
        campaign,
        unit,
        score: &score,
        shown: &asked.shown,
        state: &state,
        facts: &facts,
        badges: &badges,
        place: asked.place.as_deref(),
        at: asked.as_of,
    };
    let card = Card::of(source, Lang::from(asked.lang));
    let file = format!("{}-the-don-vi-{code}", campaign.definition().code);
    Ok(Some(Drawn { card, file, unit: unit.name.clone() }))
}

/// The badges that the unit holds and the person may hear of, the best first.
fn held(campaign: &Campaign, facts: &[Fact], asked: &Asked) -> Vec<Badge> {
    let revoked = |id: FactId| {
        facts.iter().any(|fact| {
            matches!(fact.what, What::BadgeRevoked { .. }) && fact.what.refers_to() == Some(id)
        })
    };
    let given = facts.iter().filter_map(|fact| match &fact.what {
        What::BadgeGiven(given) if !revoked(fact.id) => Some(given),
        _ => None,
    });
    let told = |one: &&Given| {
        asked.full || !badges::is_secret(campaign, &one.badge, one.week, asked.as_of)
    };
    let mut told: Vec<&Given> = given.filter(told).collect();
    told.sort_by_key(|given| given.badge.order());
    let mut badges: Vec<Badge> = Vec::new();
    for Given { badge, .. } in told {
        // Of levels the highest stands first; what was earned again is named once.
        let apart = matches!(badge, Badge::Beyond { .. } | Badge::EarlyFinish { .. });
        let known = |known: &Badge| discriminant(known) == discriminant(badge);
        if apart || !badges.iter().any(known) {
            badges.push(badge.clone());
        }
    }
    badges
}

/// Sends the card, unless the chat has just had it.
pub(super) async fn finish(
    tx: &mut SqliteConnection,
    prepared: Prepared,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let Prepared { asked, file, unit, caption, pages } = prepared;
    if !is_there(&mut *tx, asked.person).await? {
        return Ok(());
    }
    let (lang, count) = (Lang::from(asked.lang), pages.len());
    let mut artifacts = Vec::new();
    for (at, bytes) in pages.iter().enumerate() {
        let name = format!("{file}-{}.png", at + 1);
        artifacts.push(store::artifacts::put(&mut *tx, &name, bytes, now).await?);
    }
    let since = now - AGAIN_AFTER;
    let mut known = true;
    for artifact in &artifacts {
        known &= store::outbox::has_sent(&mut *tx, asked.chat, artifact, since).await?;
    }
    if known {
        return Ok(());
    }
    for (at, artifact) in artifacts.into_iter().enumerate() {
        let caption = if at == 0 {
            caption.clone()
        } else {
            let unit = text::shorten(&unit, 160);
            say!(lang, "unit-card-caption-page", unit = unit, page = at + 1, pages = count)
        };
        let body = Body::Photo { artifact, caption, keyboard: Vec::new(), thread: None };
        store::outbox::put(&mut *tx, &Outgoing::answer(asked.chat, body), now).await?;
    }
    Ok(())
}
