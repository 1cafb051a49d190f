//! The four announcements of a campaign: launch, interim review, sprint, end.

use chrono::{DateTime, TimeDelta, Utc};

use super::audience::{Letter, Members, post};
use super::{Failure, Ran};
use crate::domain::campaign::Campaign;
use crate::domain::ids::CampaignId;
use crate::domain::policy::Role;
use crate::domain::review::Kind;
use crate::handlers::brief::review;
use crate::handlers::context::open;
use crate::outgoing::{Keyboard, Priority};
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

    /// What it means to those who hold the role; nothing where they have nothing of their own.
    fn task(self, role: Role, lang: Lang) -> Option<String> {
        Some(match (self, role) {
            (Self::Launch, Role::Office) => say!(lang, "phase-launch-office"),
            (Self::Launch, Role::Leader) => say!(lang, "phase-launch-leader"),
            (Self::Launch, Role::Verifier) => say!(lang, "phase-launch-verifier"),
            (Self::Launch, Role::UnitLead | Role::Reporter) => say!(lang, "phase-launch-unit"),
            (Self::Midpoint, Role::Office) => say!(lang, "phase-midpoint-office"),
            (Self::Midpoint, Role::Leader) => say!(lang, "phase-midpoint-leader"),
            (Self::Midpoint, Role::Verifier) => say!(lang, "phase-midpoint-verifier"),
            (Self::Midpoint, Role::UnitLead | Role::Reporter) => say!(lang, "phase-midpoint-unit"),
            (Self::Sprint, Role::Office) => say!(lang, "phase-sprint-office"),
            (Self::Sprint, Role::Leader) => say!(lang, "phase-sprint-leader"),
            (Self::Sprint, Role::Verifier) => say!(lang, "phase-sprint-verifier"),
            (Self::Sprint, Role::UnitLead | Role::Reporter) => say!(lang, "phase-sprint-unit"),
            (Self::End, Role::Office) => say!(lang, "phase-end-office"),
            (Self::End, Role::Leader) => say!(lang, "phase-end-leader"),
            (Self::End, Role::Verifier) => say!(lang, "phase-end-verifier"),
            (Self::End, Role::UnitLead | Role::Reporter) => say!(lang, "phase-end-unit"),
            (_, Role::Council | Role::Observer) => return None,
        })
    }

    /// The announcement, and what somebody of these roles does now.
    fn letter(self, campaign: &Campaign, roles: &[Role], lang: Lang) -> String {
        let mut parts = vec![self.say(campaign, lang)];
        for role in Role::ALL.into_iter().filter(|role| roles.contains(role)) {
            if let Some(task) = self.task(role, lang)
                && !parts.contains(&task)
            {
                parts.push(task);
            }
        }
        parts.join("\n")
    }

    /// Buttons that do it.
    fn keyboard(self, roles: &[Role], lang: Lang) -> Keyboard {
        let mut keyboard = Vec::new();
        let report = match self {
            Self::Midpoint => Some(Kind::Midterm),
            Self::End => Some(Kind::Final),
            Self::Launch | Self::Sprint => None,
        };
        let reads = |role: &Role| matches!(role, Role::Office | Role::Leader);
        if let Some(kind) = report.filter(|_| roles.iter().any(reads)) {
            keyboard.push(vec![review(kind, lang)]);
        }
        if self == Self::End && roles.contains(&Role::Office) {
            keyboard.push(vec![open(say!(lang, "button-next-campaign"), "nhap tiep")]);
            keyboard.push(vec![open(say!(lang, "button-archive"), "nhap luutru")]);
        }
        keyboard
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
    post(tx, id, &campaign, (&html, &[]), &key, Some(expires_at), now).await?;
    let members = Members::of(tx, id).await?;
    for person in members.all() {
        let roles: Vec<Role> =
            members.actor(person.id).memberships.iter().map(|held| held.role).collect();
        let html = phase.letter(&campaign, &roles, person.lang);
        let keyboard = phase.keyboard(&roles, person.lang);
        let letter = Letter {
            priority: Priority::Broadcast,
            expires_at: Some(expires_at),
            ..Letter::new(html, keyboard, format!("{key}:{}", person.id))
        };
        letter.send(tx, &campaign, person, now).await?;
    }
    Ok(Ran::Done)
}
