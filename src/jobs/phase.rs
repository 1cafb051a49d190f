//! The four announcements of a campaign: launch, interim review, sprint, end.

use chrono::{DateTime, TimeDelta, Utc};

use super::audience::{Letter, Members, post};
use super::{Failure, Ran};
use crate::domain::campaign::Campaign;
use crate::domain::ids::CampaignId;
use crate::outgoing::Priority;
use crate::say;
use crate::store::{self, Tx};
use crate::text::Lang;

/// After so many hours an announcement is no news.
const FRESH: TimeDelta = TimeDelta::hours(36);

/// What is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    Launch,
    Midpoint,
    Sprint,
    End,
}

impl Phase {
    /// The phase a job is named after.
    pub(super) fn of(job: &str) -> Option<Self> {
        Some(match job {
            "phase_launch" => Self::Launch,
            "phase_midpoint" => Self::Midpoint,
            "phase_sprint" => Self::Sprint,
            "phase_end" => Self::End,
            _ => return None,
        })
    }

    fn say(self, campaign: &Campaign, lang: Lang) -> String {
        let calendar = campaign.calendar();
        let name = &campaign.definition().name;
        let (start, end, days) = (calendar.start(), calendar.end(), calendar.days());
        match self {
            Self::Launch => {
                say!(lang, "phase-launch", campaign = name, start = start, end = end, days = days)
            }
            Self::Midpoint => {
                let day = calendar.day_number(calendar.midpoint());
                say!(lang, "phase-midpoint", campaign = name, day = day, days = days)
            }
            Self::Sprint => {
                let first = calendar.first_of_last(campaign.rules().sprint_days);
                let left = (end - first).num_days() + 1;
                say!(lang, "phase-sprint", campaign = name, left = left, end = end)
            }
            Self::End => say!(lang, "phase-end", campaign = name, end = end),
        }
    }
}

/// Tells the groups and everyone who takes part.
pub(super) async fn run(
    tx: &mut Tx,
    id: CampaignId,
    phase: Phase,
    due_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Ran, Failure> {
    let expires_at = due_at + FRESH;
    if now >= expires_at {
        return Ok(Ran::Done);
    }
    let campaign = store::campaigns::load(tx, id, now).await?.campaign;
    let key = format!("phase:{id}:{phase:?}").to_lowercase();
    let html = phase.say(&campaign, Lang::Vi);
    post(tx, id, &campaign, &html, &key, Some(expires_at), now).await?;
    let members = Members::of(tx, id).await?;
    for person in members.all() {
        let html = phase.say(&campaign, person.lang);
        let letter = Letter {
            priority: Priority::Broadcast,
            expires_at: Some(expires_at),
            ..Letter::new(html, Vec::new(), format!("{key}:{}", person.id))
        };
        letter.send(tx, &campaign, person, now).await?;
    }
    Ok(Ran::Done)
}
