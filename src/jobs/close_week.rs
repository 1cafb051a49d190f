//! Closes a week: the table as of its closing instant, kept for ever. Speaks to nobody.
//!
//! In one transaction: the fact that the week was closed, with the table's digest; the badges it
//! earned; the table; and where every unit stood, so that later reading starts there. However late
//! it runs, what it keeps is the same to the byte, because it reads nothing that counts after the
//! instant.

use chrono::{DateTime, Utc};

use super::{Failure, Ran};
use crate::domain::badge::Judge;
use crate::domain::calendar::Week;
use crate::domain::fact::What;
use crate::domain::ids::CampaignId;
use crate::standings::honours::{self, Gathered, Honours};
use crate::standings::{self, CHUNK, Gathering};
use crate::store::log::NewFact;
use crate::store::snapshots::Snapshot;
use crate::store::{self, StoreError, Tx};

/// The job's name.
pub(crate) const NAME: &str = "close_week";

/// Closes the week that was due then. Everything that was said must be in the log first: while
/// the inbox holds anything, it is not yet time.
pub(crate) async fn run(
    tx: &mut Tx,
    campaign: CampaignId,
    due_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Ran, Failure> {
    if !store::inbox::is_empty(tx).await? {
        return Ok(Ran::NotYet);
    }
    let loaded = store::campaigns::load(tx, campaign, due_at).await?;
    let calendar = loaded.campaign.calendar();
    let Some(week) = calendar.last_closed(due_at) else {
        // The campaign has been moved to later dates since.
        return Ok(Ran::Done);
    };
    if store::snapshots::get(tx, campaign, week).await?.is_some() {
        return Ok(Ran::Done);
    }
    let as_of = calendar.closing(week);
    let previous = standings::previous(tx, &loaded, as_of).await?;
    let mut gathering = Gathering::new(&loaded.campaign, as_of);
    let mut judge = Judge::new(&loaded.campaign, week);
    for units in loaded.campaign.units().chunks(CHUNK) {
        let states = store::book::states(tx, &loaded, units, as_of).await?;
        store::book::put_checkpoints(tx, &loaded, week, units, &states).await?;
        judge.add(units, &states);
        gathering.add(units, &states);
    }
    let (table, scores, brief) = gathering.finish(previous.as_ref());
    let body = standings::canonical(&table)?;
    let digest = standings::digest(&body);
    let what = What::WeekClosed { week, digest: digest.clone() };
    let fact =
        store::log::append(tx, NewFact { campaign, by: None, said_at: None, now, what }).await?;
    let gathered = Gathered { table, scores, brief };
    let honours = honours::of(tx, &loaded, week, judge, &gathered).await?;
    honour(tx, campaign, week, honours, as_of, now).await?;
    let snapshot = Snapshot { week, as_of, body, digest };
    store::snapshots::insert(tx, campaign, &snapshot, fact.id).await?;
    Ok(Ran::Done)
}

/// Keeps the week's badges, and that they were judged. They count from the closing instant itself,
/// however late it is: for that they must enter the log before the week is kept as closed.
async fn honour(
    tx: &mut Tx,
    campaign: CampaignId,
    week: Week,
    honours: Honours,
    as_of: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let badges = u32::try_from(honours.badges.len()).unwrap_or(u32::MAX);
    let judged = What::WeekHonoured { week, badges, landmarks: honours.landmarks };
    for what in honours.badges.into_iter().map(What::BadgeGiven).chain([judged]) {
        let fact = NewFact { campaign, by: None, said_at: Some(as_of), now, what };
        store::log::append(tx, fact).await?;
    }
    Ok(())
}
