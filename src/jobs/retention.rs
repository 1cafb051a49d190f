//! When a campaign is long over, the names of those who took part in it are no longer needed: the
//! office hears of it a month before, then they are taken away as if everybody had asked for it.
//! The figures, and the numbers by which the log knows people, stay.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::domain::campaign::Campaign;
use crate::domain::ids::CampaignId;
use crate::domain::policy::Role;
use crate::domain::rules::Rules;
use crate::handlers::awake;
use crate::outgoing::{Body, Outgoing};
use crate::say;
use crate::store::{self, StoreError, Tx};

/// So many days before, the office is told.
const NOTICE: u64 = 30;

/// The day from which the names of a campaign are not kept any more.
fn last_day(campaign: &Campaign) -> NaiveDate {
    let kept = Days::new(u64::from(campaign.rules().retention_days));
    campaign.calendar().end().checked_add_days(kept).unwrap_or(NaiveDate::MAX)
}

/// Whoever has no part in any campaign is known for so many days.
fn strangers() -> Days {
    Days::new(u64::from(Rules::default().retention_days))
}

/// Tells the office what is to come, and takes away the names whose time is over. The accounts of
/// the configuration stay: they are the office of every campaign there is.
pub(super) async fn run(tx: &mut Tx, admins: &[i64], now: DateTime<Utc>) -> Result<(), StoreError> {
    let mut over: Vec<CampaignId> = Vec::new();
    let mut listed = 0;
    for id in store::campaigns::all(tx).await? {
        let Ok(loaded) = store::campaigns::load(tx, id, now).await else { continue };
        let (today, last) = (loaded.campaign.calendar().date_at(now), last_day(&loaded.campaign));
        let told = last.checked_sub_days(Days::new(NOTICE)).unwrap_or(last);
        if today > last {
            store::people::forget_invites_of(tx, id).await?;
            listed += store::listed::erase_campaign(tx, id, now).await?;
            let nominated = store::council::erase_campaign(tx, id, now).await?;
            if nominated > 0 {
                tracing::info!(nominees = nominated, "names were taken away from nominations");
            }
            over.push(id);
        } else if today >= told {
            announce(tx, id, &loaded.campaign, last, now).await?;
        }
    }
    let met = now.checked_sub_days(strangers()).unwrap_or(DateTime::<Utc>::MIN_UTC);
    let mut people = store::people::due(tx, &over, met).await?;
    people.retain(|person| person.telegram_id.is_none_or(|account| !admins.contains(&account)));
    let count = people.len();
    for person in people {
        store::people::forget(tx, &person, now).await?;
    }
    if listed > 0 {
        store::artifacts::forget_papers(tx).await?;
    }
    if count > 0 {
        tracing::info!(people = count, "names were taken away after the time they are kept");
    }
    Ok(())
}

async fn announce(
    tx: &mut Tx,
    id: CampaignId,
    campaign: &Campaign,
    last: NaiveDate,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let name = &campaign.definition().name;
    for person in store::people::with_role(tx, id, Role::Office, None).await? {
        let Some(chat) = person.chat() else { continue };
        let html = say!(person.lang, "retention-notice", campaign = name, last = last);
        let body = Body::Text { html, keyboard: Vec::new(), thread: None, silent: false };
        let key = format!("retention:{id}:{last}:{}", person.id);
        let mut message = Outgoing::notice(chat, body, key);
        message.not_before = awake(campaign, &person, now);
        store::outbox::put(tx, &message, now).await?;
    }
    Ok(())
}
