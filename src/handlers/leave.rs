//! `/toi roi`: a person leaves a campaign by themself. What they recorded stays theirs.

use serde::{Deserialize, Serialize};

use super::commands::{Command, menu};
use super::context::{Cx, Handled, Stop};
use super::names;
use crate::button::Press;
use crate::domain::policy::Role;
use crate::handlers::dialogue::Dialogue;
use crate::outgoing::Body;
use crate::say;
use crate::store;
use crate::text::Html;

/// The leave that waits to be confirmed: it is of the campaign at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {}

/// Asks whether it is meant.
///
/// # Errors
/// A refusal for the only office member.
pub async fn ask(cx: &mut Cx<'_>) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    refuse_last_office(cx).await?;
    let roles = held(cx).join("\n");
    let name = &loaded.campaign.definition().name;
    let html = say!(lang, "leave-ask", campaign = name, roles = Html(roles));
    cx.ask_sure(&Dialogue::Leave(Draft {}), html).await
}

/// The roles in the campaign at hand, a line each.
fn held(cx: &Cx<'_>) -> Vec<String> {
    let lang = cx.lang();
    let Some(loaded) = &cx.loaded else { return Vec::new() };
    let line = |held: &crate::domain::policy::Membership| {
        let role = names::role(held.role, lang);
        match &held.unit {
            Some(unit) => {
                say!(
                    lang,
                    "me-role-in",
                    role = role,
                    unit = names::unit_name(&loaded.campaign, unit)
                )
            }
            None => say!(lang, "me-role", role = role),
        }
    };
    cx.actor.memberships.iter().map(line).collect()
}

async fn refuse_last_office(cx: &mut Cx<'_>) -> Handled {
    let loaded = cx.campaign()?;
    if !cx.actor.is(Role::Office) {
        return Ok(());
    }
    let office = cx.people_with(Role::Office, None).await?;
    if office.iter().any(|member| member.id != cx.person.id) {
        return Ok(());
    }
    let lang = cx.lang();
    let (campaign, invite) = (&loaded.campaign.definition().name, Command::Invite.name(lang));
    Err(Stop::refuse(say!(lang, "leave-last-office", campaign = campaign, invite = invite)))
}

/// Leaves once confirmed, and tells the office.
///
/// # Errors
/// A refusal for the only office member.
pub async fn pressed(cx: &mut Cx<'_>, _: Draft, press: Press) -> Handled {
    if !matches!(press, Press::Confirm { .. }) {
        return super::stale(cx).await;
    }
    refuse_last_office(cx).await?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    for membership in cx.actor.memberships.clone() {
        store::people::remove_membership(cx.tx, cx.person.id, loaded.id, &membership).await?;
    }
    let name = loaded.campaign.definition().name.clone();
    let html = say!(lang, "left", campaign = name, me = Command::Me.name(lang));
    cx.conclude(html, Vec::new()).await?;
    let mut roles: Vec<Role> = Vec::new();
    for (_, seat) in store::people::memberships(cx.tx, cx.person.id).await? {
        roles.push(seat.role);
    }
    cx.put(Body::Menu { commands: menu(&roles, lang) }).await?;
    let units: Vec<String> = cx
        .actor
        .memberships
        .iter()
        .filter_map(|held| Some(names::unit_name(&loaded.campaign, held.unit.as_ref()?)))
        .collect();
    let (who, now) = (cx.person.name.clone(), cx.now.timestamp());
    for member in cx.people_with(Role::Office, None).await? {
        let invite = Command::Invite.name(member.lang);
        let units = units.join(", ");
        let html = say!(member.lang, "left-notice", name = who, units = units, invite = invite);
        let key = format!("left:{}:{now}:{}", cx.person.id, member.id);
        cx.notify(&member, html, Vec::new(), key).await?;
    }
    Ok(())
}
