//! `/moi tatca`: everybody whom the workbook names and who has not joined, at once; and `/moi thu`:
//! what is open, to be taken back.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use super::super::context::{Cx, Handled, Stop, confirm_row};
use super::super::paging::{cancel_row, choices};
use super::super::{export, names, stale};
use super::{Draft, whom};
use crate::button::Press;
use crate::domain::campaign::{Campaign, Invitee};
use crate::domain::definition::same_code;
use crate::domain::ids::CampaignId;
use crate::domain::policy::{Membership, Role};
use crate::handlers::dialogue::Dialogue;
use crate::jobs::paper::Wish;
use crate::say;
use crate::store::people::OpenInvite;
use crate::store::{self, StoreError};
use crate::text::{Html, date_time, escape};

/// What an invitation of a row of the workbook gives.
pub(crate) fn membership_of(invitee: &Invitee) -> Membership {
    // Of the other roles only a council member belongs to a unit, on which they do not vote.
    let of_unit = invitee.role.needs_unit() || invitee.role == Role::Council;
    let unit = invitee.unit.clone().filter(|_| of_unit);
    Membership { role: invitee.role, unit }
}

/// Those whom the workbook names and who have not joined under that name and in that place.
///
/// # Errors
/// When they cannot be read.
pub(crate) async fn missing(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    defined: &Campaign,
) -> Result<Vec<Invitee>, StoreError> {
    let people = store::people::of_campaign(&mut *connection, campaign).await?;
    let held = store::people::members(connection, campaign).await?;
    let names: BTreeMap<_, _> =
        people.iter().map(|person| (person.id, same_code(&person.name))).collect();
    let joined = |invitee: &Invitee| {
        let (name, seat) = (same_code(&invitee.name), membership_of(invitee));
        held.iter().any(|(id, held)| *held == seat && names.get(id) == Some(&name))
    };
    let known = |invitee: &&Invitee| {
        let unit = invitee.unit.as_ref();
        !joined(invitee) && unit.is_none_or(|unit| defined.unit(unit).is_some())
    };
    Ok(defined.definition().people.iter().filter(known).cloned().collect())
}

/// Shows how many there are to invite, and asks.
pub(super) async fn ask(cx: &mut Cx<'_>) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let missing = missing(cx.tx, loaded.id, campaign).await?;
    let listed = campaign.definition().people.len();
    if missing.is_empty() {
        return Err(Stop::refuse(if listed == 0 {
            say!(lang, "invite-all-unlisted")
        } else {
            say!(lang, "invite-all-joined", count = listed)
        }));
    }
    let units: std::collections::BTreeSet<_> =
        missing.iter().filter_map(|invitee| invitee.unit.as_ref()).collect();
    let mut lines = vec![say!(
        lang,
        "invite-all-ask",
        count = missing.len(),
        listed = listed,
        units = units.len()
    )];
    for role in Role::ALL {
        let count = missing.iter().filter(|invitee| invitee.role == role).count();
        if count > 0 {
            let role = names::role(role, lang);
            lines.push(say!(lang, "invite-all-role", role = role, count = count));
        }
    }
    lines.push(say!(lang, "invite-all-note"));
    let dialogue = Dialogue::Invite(Draft::All);
    cx.ask(&dialogue, lines.join("\n"), |step| vec![confirm_row(lang, step)]).await
}

/// Lets the links be made and the sheet written.
pub(super) async fn confirmed(cx: &mut Cx<'_>) -> Handled {
    let row = cx.conclude(say!(cx.lang(), "paper-preparing"), Vec::new()).await?;
    export::call(cx, Wish::Invitations, row).await
}

/// Shows the open invitations, with a button for each that takes it back.
pub(super) async fn show_open(cx: &mut Cx<'_>, page: u32, note: Option<String>) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let open = store::people::open_invites(cx.tx, loaded.id, cx.now).await?;
    let mut lines: Vec<String> = note.into_iter().collect();
    if open.is_empty() {
        lines.push(say!(lang, "invite-open-none"));
        cx.conclude(lines.join("\n\n"), Vec::new()).await?;
        return Ok(());
    }
    lines.push(say!(lang, "invite-open", count = open.len()));
    let mut labels: Vec<String> =
        open.iter().map(|one| one_line(&loaded.campaign, one, lang)).collect();
    labels.push(say!(lang, "invite-revoke-all", count = open.len()));
    let shown: Vec<String> = open.iter().map(|one| crate::hex::encode(&one.code_hash)).collect();
    let dialogue = Dialogue::Invite(Draft::Open { shown, page });
    cx.ask(&dialogue, lines.join("\n\n"), |step| {
        let mut keyboard = choices(&labels, page, step, lang);
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

fn one_line(campaign: &Campaign, one: &OpenInvite, lang: crate::text::Lang) -> String {
    let Membership { role, unit } = &one.invite.membership;
    let unit = unit.as_ref().map(|unit| format!(" · {unit}")).unwrap_or_default();
    let name = match one.invite.name.as_str() {
        "" => say!(lang, "invite-nameless"),
        name => name.to_owned(),
    };
    let until = date_time(one.invite.expires_at, campaign.calendar().tz());
    format!("✕ {name}: {}{unit} → {until}", names::role(*role, lang))
}

/// Takes one back, or asks whether all are to be.
pub(super) async fn chosen(cx: &mut Cx<'_>, shown: &[String], page: u32, index: u32) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let index = index as usize;
    if index == shown.len() {
        let html = say!(lang, "invite-revoke-ask", count = shown.len());
        let dialogue = Dialogue::Invite(Draft::RevokeAll);
        return cx.ask(&dialogue, html, |step| vec![confirm_row(lang, step)]).await;
    }
    let Some(hash) = shown.get(index).and_then(|hex| crate::hex::decode(hex)) else {
        return stale(cx).await;
    };
    let invite = store::people::invite(cx.tx, &hash).await?;
    let Some(invite) = invite.filter(|invite| invite.campaign == loaded.id) else {
        return stale(cx).await;
    };
    let note = if store::people::revoke_invite(cx.tx, &hash, cx.now).await? {
        let Membership { role, unit } = &invite.membership;
        let whom = whom(&loaded.campaign, *role, unit.as_ref(), lang);
        say!(lang, "invite-revoked-one", name = invite.name, whom = Html(whom))
    } else {
        say!(lang, "invite-revoked-not")
    };
    show_open(cx, page, Some(note)).await
}

/// Takes all of them back.
pub(super) async fn revoke_all(cx: &mut Cx<'_>, press: Press) -> Handled {
    if !matches!(press, Press::Confirm { .. }) {
        return stale(cx).await;
    }
    let loaded = cx.campaign()?;
    let count = store::people::revoke_all(cx.tx, loaded.id, cx.now).await?;
    let invite = super::super::commands::Command::Invite.name(cx.lang());
    let html = say!(cx.lang(), "invite-revoked-all", count = count, invite = invite);
    cx.conclude(html, Vec::new()).await?;
    Ok(())
}

/// The name of somebody in a list that goes to paper and chat, safe in HTML.
pub(crate) fn name_line(invitee: &Invitee, role: &str) -> String {
    let post = match invitee.post.as_str() {
        "" => String::new(),
        post => format!(", {}", escape(post)),
    };
    format!("• {}{post} ({})", escape(&invitee.name), escape(role))
}
