//! `/moi banggiao`: an official moves on. Their role ends, what is open is told to the successor,
//! and what they recorded keeps their name.

use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use super::super::commands::menu;
use super::super::context::{Cx, Handled, Stop, confirm_row};
use super::super::names;
use super::super::paging::{cancel_row, choices};
use super::{Draft as Invitation, ask_name, whom};
use crate::button::Press;
use crate::domain::ids::{IndicatorCode, PersonId, UnitCode};
use crate::domain::policy::{Action, Membership, Role};
use crate::domain::reminder::owed;
use crate::event::Message;
use crate::handlers::dialogue::Dialogue;
use crate::outgoing::{Body, Outgoing};
use crate::say;
use crate::store::campaigns::Loaded;
use crate::store::{self, StoreError};
use crate::text::{Html, Lang};

/// Where the hand-over is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// In which unit?
    Unit {
        /// Which page of the units is shown.
        page: u32,
    },
    /// Whose role?
    Who {
        /// In which unit; none for roles outside every unit.
        unit: Option<UnitCode>,
        /// Those shown, by role.
        shown: Vec<(PersonId, Role)>,
        /// Which page.
        page: u32,
    },
    /// Is it meant?
    Sure {
        /// Who.
        person: PersonId,
        /// As what.
        role: Role,
        /// Where.
        unit: Option<UnitCode>,
    },
}

/// `/moi banggiao`, `/moi banggiao AB`.
pub(super) async fn run(cx: &mut Cx<'_>, rest: &str) -> Handled {
    let loaded = cx.campaign()?;
    if rest.is_empty() {
        return ask_unit(cx, 0).await;
    }
    let unit = unit_of(cx, &loaded, rest).await?;
    ask_who(cx, Some(unit), 0).await
}

/// A unit of the campaign, or one it no longer has in which somebody still holds a role.
async fn unit_of(cx: &mut Cx<'_>, loaded: &Loaded, typed: &str) -> Handled<UnitCode> {
    match names::find_unit(&loaded.campaign, typed, cx.lang()) {
        Ok(unit) => Ok(unit.code.clone()),
        Err(stop) => {
            let wanted = crate::domain::definition::same_code(typed);
            let held = store::people::members(cx.tx, loaded.id).await?;
            let gone = held
                .into_iter()
                .filter_map(|(_, held)| held.unit)
                .find(|unit| crate::domain::definition::same_code(unit.as_str()) == wanted);
            gone.ok_or(stop)
        }
    }
}

async fn ask_unit(cx: &mut Cx<'_>, page: u32) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let units = loaded.campaign.units();
    let mut labels: Vec<String> =
        units.iter().map(|unit| format!("{} · {}", unit.code, unit.name)).collect();
    labels.push(say!(lang, "handover-no-unit"));
    let dialogue = Dialogue::Invite(Invitation::HandOver(Draft::Unit { page }));
    cx.ask(&dialogue, say!(lang, "handover-ask-unit"), |step| {
        let mut keyboard = choices(&labels, page, step, lang);
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

async fn ask_who(cx: &mut Cx<'_>, unit: Option<UnitCode>, page: u32) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let held = store::people::members(cx.tx, loaded.id).await?;
    let shown: Vec<(PersonId, Role)> = held
        .into_iter()
        .filter(|(_, held)| held.unit == unit)
        .map(|(person, held)| (person, held.role))
        .collect();
    let name = unit.as_ref().map(|unit| names::unit_name(&loaded.campaign, unit));
    let name = name.unwrap_or_else(|| loaded.campaign.definition().host.clone());
    if shown.is_empty() {
        return Err(Stop::refuse(say!(lang, "handover-nobody", unit = name)));
    }
    let mut labels = Vec::new();
    for (person, role) in &shown {
        let person = store::people::by_id(cx.tx, *person).await?;
        let name = names::person(person.as_ref(), lang);
        labels.push(format!("{name} · {}", names::role(*role, lang)));
    }
    let dialogue = Dialogue::Invite(Invitation::HandOver(Draft::Who { unit, shown, page }));
    cx.ask(&dialogue, say!(lang, "handover-ask-who", unit = name), |step| {
        let mut keyboard = choices(&labels, page, step, lang);
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

async fn ask_sure(
    cx: &mut Cx<'_>,
    person: PersonId,
    role: Role,
    unit: Option<UnitCode>,
) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    refuse_last_office(cx, person, role).await?;
    let found = store::people::by_id(cx.tx, person).await?;
    let name = names::person(found.as_ref(), lang);
    let whom = whom(&loaded.campaign, role, unit.as_ref(), lang);
    let mut lines = vec![say!(lang, "handover-sure", name = name, whom = Html(whom))];
    if let Some(unit) = &unit {
        lines.extend(open_work(cx.tx, &loaded, unit, cx.now, lang).await?);
    }
    lines.push(say!(lang, "handover-note"));
    let dialogue = Dialogue::Invite(Invitation::HandOver(Draft::Sure { person, role, unit }));
    cx.ask(&dialogue, lines.join("\n"), |step| vec![confirm_row(lang, step)]).await
}

async fn refuse_last_office(cx: &mut Cx<'_>, person: PersonId, role: Role) -> Handled {
    let loaded = cx.campaign()?;
    let office = cx.people_with(Role::Office, None).await?;
    if role == Role::Office && office.iter().all(|member| member.id == person) {
        let lang = cx.lang();
        let invite = super::super::commands::Command::Invite.name(lang);
        let campaign = &loaded.campaign.definition().name;
        return Err(Stop::refuse(say!(
            lang,
            "leave-last-office",
            campaign = campaign,
            invite = invite
        )));
    }
    Ok(())
}

/// Takes a unit's code that was typed where it could have been pressed.
pub(super) async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    let loaded = cx.campaign()?;
    match draft {
        Draft::Unit { .. } if !message.text.trim().is_empty() => {
            let unit = unit_of(cx, &loaded, message.text.trim()).await?;
            ask_who(cx, Some(unit), 0).await
        }
        _ => Err(Stop::refuse(say!(cx.lang(), "press-a-button"))),
    }
}

/// Takes a choice, or ends the role once confirmed.
pub(super) async fn pressed(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    cx.allow(Action::Invite)?;
    let loaded = cx.campaign()?;
    match (draft, press) {
        (Draft::Unit { .. }, Press::Page { page, .. }) => ask_unit(cx, page).await,
        (Draft::Unit { .. }, Press::Choose { index, .. }) => {
            let units = loaded.campaign.units();
            match units.get(index as usize) {
                Some(unit) => ask_who(cx, Some(unit.code.clone()), 0).await,
                None if index as usize == units.len() => ask_who(cx, None, 0).await,
                None => super::super::stale(cx).await,
            }
        }
        (Draft::Who { unit, .. }, Press::Page { page, .. }) => ask_who(cx, unit, page).await,
        (Draft::Who { unit, shown, .. }, Press::Choose { index, .. }) => {
            match shown.get(index as usize) {
                Some((person, role)) => ask_sure(cx, *person, *role, unit).await,
                None => super::super::stale(cx).await,
            }
        }
        (Draft::Sure { person, role, unit }, Press::Confirm { .. }) => {
            end(cx, person, role, unit).await
        }
        _ => super::super::stale(cx).await,
    }
}

/// Ends the role, tells the person, and asks for the successor.
async fn end(cx: &mut Cx<'_>, person: PersonId, role: Role, unit: Option<UnitCode>) -> Handled {
    let loaded = cx.campaign()?;
    refuse_last_office(cx, person, role).await?;
    let membership = Membership { role, unit: unit.clone() };
    if !store::people::remove_membership(cx.tx, person, loaded.id, &membership).await? {
        return Err(Stop::refuse(say!(cx.lang(), "handover-gone")));
    }
    store::flows::end(cx.tx, person).await?;
    if let Some(found) = store::people::by_id(cx.tx, person).await? {
        let whom = whom(&loaded.campaign, role, unit.as_ref(), found.lang);
        let html = say!(found.lang, "handover-told", whom = Html(whom));
        let key = format!("role-ended:{}:{}:{person}", loaded.id, cx.now.timestamp_millis());
        cx.notify(&found, html, Vec::new(), key).await?;
        if let Some(chat) = found.chat() {
            let left = store::people::memberships(cx.tx, person).await?;
            let roles: Vec<Role> = left.into_iter().map(|(_, held)| held.role).collect();
            let body = Body::Menu { commands: menu(&roles, found.lang) };
            store::outbox::put(cx.tx, &Outgoing::answer(chat, body), cx.now).await?;
        }
    }
    ask_name(cx, role, unit, 0, Some(person)).await
}

/// What is open in a unit, for whoever goes on with its work: a line for each kind.
///
/// # Errors
/// When it cannot be read.
pub(crate) async fn open_work(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    code: &UnitCode,
    now: chrono::DateTime<chrono::Utc>,
    lang: Lang,
) -> Result<Vec<String>, StoreError> {
    let campaign = &loaded.campaign;
    let Some(unit) = campaign.unit(code) else {
        return Ok(vec![say!(lang, "open-nothing")]);
    };
    let state = store::book::state(connection, loaded, code, now).await?;
    let waiting = state.lines.values().flat_map(|line| &line.waiting);
    let returned = waiting.clone().filter(|pledge| pledge.returned.is_some()).count();
    let waiting = waiting.filter(|pledge| pledge.returned.is_none()).count();
    let unchecked: usize = state.lines.values().map(|line| line.unchecked.len()).sum();
    let directives = state.directives.values().filter(|directive| !directive.done).count();
    let mut lines = Vec::new();
    let mut add = |count: usize, line: String| {
        if count > 0 {
            lines.push(line);
        }
    };
    let owing = owed(campaign, unit, &state, now);
    let codes: Vec<&str> = owing.iter().map(IndicatorCode::as_str).collect();
    add(owing.len(), say!(lang, "open-owed", count = owing.len(), codes = codes.join(", ")));
    add(waiting, say!(lang, "open-waiting", count = waiting));
    add(returned, say!(lang, "open-returned", count = returned));
    add(unchecked, say!(lang, "open-unchecked", count = unchecked));
    add(state.obstacles.len(), say!(lang, "open-obstacles", count = state.obstacles.len()));
    add(directives, say!(lang, "open-directives", count = directives));
    if lines.is_empty() {
        lines.push(say!(lang, "open-nothing"));
    }
    Ok(lines)
}
