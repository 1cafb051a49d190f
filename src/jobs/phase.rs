//! The four announcements of a campaign: launch, interim review, sprint, end.

use chrono::{DateTime, TimeDelta, Utc};

use super::Failure;
use super::audience::{Letter, Members, post};
use super::fetch_workbook::off_the_loop;
use super::pictures::Picture;
use crate::domain::campaign::Campaign;
use crate::domain::ids::CampaignId;
use crate::domain::policy::Role;
use crate::domain::review::Kind;
use crate::handlers::brief::review;
use crate::handlers::context::open;
use crate::outgoing::{Keyboard, Priority};
use crate::render::picture::{
    self,
    opening::{Moment, Opening},
};
use crate::say;
use crate::standings;
use crate::store::{self, Store, Tx};
use crate::text::{self, Lang};

/// After so many hours an announcement is no news.
const FRESH: TimeDelta = TimeDelta::hours(36);

/// The longest name under a picture, in UTF-16 units.
const LONGEST: usize = 200;

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

    /// The moment on its picture.
    fn moment(self) -> Moment {
        match self {
            Self::Launch => Moment::Launch,
            Self::Midpoint => Moment::Midpoint,
            Self::Sprint => Moment::Sprint,
            Self::End => Moment::End,
        }
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

/// What a moment looks like, in each language in which it could be drawn.
pub(super) struct Drawn(Vec<(Lang, Vec<u8>)>);

/// Draws a moment as of its due time; the words go alone where that fails.
pub(super) async fn draw(
    store: &Store,
    id: CampaignId,
    phase: Phase,
    due_at: DateTime<Utc>,
) -> Drawn {
    match try_draw(store, id, phase, due_at).await {
        Ok(drawn) => Drawn(drawn),
        Err(error) => {
            let error = anyhow::Error::from(error);
            tracing::error!("an announcement goes without a picture: {error:#}");
            Drawn(Vec::new())
        }
    }
}

async fn try_draw(
    store: &Store,
    id: CampaignId,
    phase: Phase,
    due_at: DateTime<Utc>,
) -> Result<Vec<(Lang, Vec<u8>)>, Failure> {
    let mut connection = store.read().await?;
    let loaded = store::campaigns::load(&mut connection, id, due_at).await?;
    let counts = standings::moments::counts(&mut connection, &loaded, due_at).await?;
    drop(connection);
    let mut drawn = Vec::new();
    for lang in Lang::ALL {
        let opening = Opening::of(&loaded.campaign, phase.moment(), counts, lang);
        let picture = off_the_loop(move || picture::png(&opening.svg())).await?;
        drawn.push((lang, picture.map_err(|error| Failure::Never(error.to_string()))?));
    }
    Ok(drawn)
}

impl Drawn {
    /// Keeps the picture in a language.
    async fn keep(
        &self,
        tx: &mut Tx,
        campaign: &Campaign,
        phase: Phase,
        lang: Lang,
        now: DateTime<Utc>,
    ) -> Result<Vec<Picture>, Failure> {
        let Some((_, bytes)) = self.0.iter().find(|(spoken, _)| *spoken == lang) else {
            return Ok(Vec::new());
        };
        let definition = campaign.definition();
        let file = format!("{}-{phase:?}-{}.png", definition.code, lang.as_str()).to_lowercase();
        let artifact = store::artifacts::put(tx, &file, bytes, now).await?;
        let name = text::shorten(&definition.name, LONGEST);
        let caption = say!(lang, "opening-caption", campaign = name);
        Ok(vec![Picture { artifact, caption }])
    }
}

/// Tells the groups and everyone who takes part.
pub(super) async fn run(
    tx: &mut Tx,
    id: CampaignId,
    phase: Phase,
    (due_at, drawn): (DateTime<Utc>, &Drawn),
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let expires_at = due_at + FRESH;
    if now >= expires_at {
        return Ok(());
    }
    let campaign = store::campaigns::load(tx, id, now).await?.campaign;
    let key = format!("phase:{id}:{phase:?}").to_lowercase();
    let html = phase.say(&campaign, Lang::Vi);
    let vi = drawn.keep(tx, &campaign, phase, Lang::Vi, now).await?;
    let en = drawn.keep(tx, &campaign, phase, Lang::En, now).await?;
    post(tx, id, &campaign, (&html, &vi), &key, Some(expires_at), now).await?;
    let members = Members::of(tx, id).await?;
    for person in members.all() {
        let roles: Vec<Role> =
            members.actor(person.id).memberships.iter().map(|held| held.role).collect();
        let html = phase.letter(&campaign, &roles, person.lang);
        let keyboard = phase.keyboard(&roles, person.lang);
        let letter = Letter {
            pictures: if person.lang == Lang::Vi { vi.clone() } else { en.clone() },
            priority: Priority::Broadcast,
            expires_at: Some(expires_at),
            ..Letter::new(html, keyboard, format!("{key}:{}", person.id))
        };
        letter.send(tx, &campaign, person, now).await?;
    }
    Ok(())
}
