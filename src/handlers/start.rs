//! `/start`: a greeting, or an invitation taken up.

use super::context::{Cx, Handled, Stop, actor, open};
use super::help::roles;
use super::language::reset_menu;
use super::{invite, names};
use crate::domain::ids::{CampaignId, PersonId, UnitCode};
use crate::domain::policy::{Membership, Role};
use crate::outgoing::{Button, Keyboard};
use crate::say;
use crate::store;
use crate::store::people::Invite;
use crate::text::Html;

/// Greets, or binds the account to the invitation whose code follows the command.
///
/// # Errors
/// A refusal for a code that gives nothing.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    match arguments.split_whitespace().next() {
        Some(code) => take_up(cx, code).await,
        None => greet(cx).await,
    }
}

/// The code of an invitation, where a text is nothing but a link that opens this bot with one.
pub fn link_code(text: &str, username: &str) -> Option<String> {
    let address = url::Url::parse(text.trim()).ok()?;
    let ours = matches!(address.host_str(), Some("t.me" | "telegram.me"))
        && address.path().trim_matches('/').eq_ignore_ascii_case(username);
    let (_, code) = address.query_pairs().find(|(key, _)| ours && key == "start")?;
    (!code.is_empty()).then(|| code.into_owned())
}

async fn greet(cx: &mut Cx<'_>) -> Handled {
    let lang = cx.lang();
    reset_menu(cx).await?;
    let roles = roles(cx);
    if roles.is_empty() {
        cx.show(say!(lang, "start-stranger"), Vec::new()).await?;
        return Ok(());
    }
    let Some(loaded) = cx.loaded.clone() else {
        let keyboard = vec![vec![open(say!(lang, "button-import"), "nhap")]];
        cx.show(say!(lang, "start-office-first"), keyboard).await?;
        return Ok(());
    };
    let definition = loaded.campaign.definition();
    let html = say!(
        lang,
        "start-member",
        name = cx.person.name,
        campaign = definition.name,
        first = loaded.campaign.calendar().start(),
        last = loaded.campaign.calendar().end()
    );
    let steps = first_steps(cx, &roles);
    cx.show(format!("{html}\n\n{}", steps.0), steps.1).await?;
    Ok(())
}

async fn take_up(cx: &mut Cx<'_>, code: &str) -> Handled {
    let lang = cx.lang();
    let hash = invite::hash(code);
    let Some(invite) = store::people::invite(cx.tx, &hash).await? else {
        return Err(Stop::refuse(say!(lang, "invite-unknown")));
    };
    match invite.used_by {
        Some(person) if person == cx.person.id => {
            enter(cx, invite.campaign).await?;
            let (text, keyboard) = first_steps(cx, &roles(cx));
            let html = say!(lang, "invite-again", steps = Html(text));
            cx.show(html, keyboard).await?;
            return reset_menu(cx).await;
        }
        Some(_) => return Err(Stop::refuse(say!(lang, "invite-used"))),
        None => {}
    }
    if invite.revoked {
        return Err(Stop::refuse(say!(lang, "invite-revoked")));
    }
    if invite.expires_at <= cx.now
        || !store::people::use_invite(cx.tx, &hash, cx.person.id, cx.now).await?
    {
        return Err(Stop::refuse(say!(lang, "invite-expired")));
    }
    bind(cx, &invite).await?;
    let notice = welcome(cx, &invite);
    cx.show(notice, Vec::new()).await?;
    reset_menu(cx).await?;
    let (text, keyboard) = first_steps(cx, &[invite.membership.role]);
    cx.say_new(text, keyboard).await?;
    if let (Some(before), Some(unit)) = (invite.successor_of, &invite.membership.unit) {
        take_over(cx, before, unit).await?;
    }
    Ok(())
}

/// Tells somebody who goes on with a unit's work what is open in it.
async fn take_over(cx: &mut Cx<'_>, before: PersonId, unit: &UnitCode) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let person = store::people::by_id(cx.tx, before).await?;
    let name = names::person(person.as_ref(), lang);
    let unit_name = names::unit_name(&loaded.campaign, unit);
    let mut lines = vec![say!(lang, "handover-taken", name = name, unit = unit_name)];
    lines.extend(invite::handover::open_work(cx.tx, &loaded, unit, cx.now, lang).await?);
    cx.say_new(lines.join("\n"), Vec::new()).await?;
    Ok(())
}

async fn bind(cx: &mut Cx<'_>, invite: &Invite) -> Handled {
    let (person, campaign) = (cx.person.id, invite.campaign);
    store::people::add_membership(cx.tx, person, campaign, &invite.membership, cx.now).await?;
    // An invitation without a name leaves the account's own, which is already there.
    if !invite.name.is_empty() {
        store::people::set_name(cx.tx, person, &invite.name, &invite.post).await?;
        cx.person.name.clone_from(&invite.name);
        cx.person.post.clone_from(&invite.post);
    }
    enter(cx, campaign).await
}

/// Goes on in a campaign with the roles held there.
pub(super) async fn enter(cx: &mut Cx<'_>, campaign: CampaignId) -> Handled {
    store::people::choose_campaign(cx.tx, cx.person.id, campaign).await?;
    cx.loaded = Some(cx.desk.campaign(cx.tx, campaign, cx.now).await?);
    let held: Vec<Membership> = store::people::memberships(cx.tx, cx.person.id)
        .await?
        .into_iter()
        .filter(|(id, _)| *id == campaign)
        .map(|(_, membership)| membership)
        .collect();
    cx.actor = actor(cx.person.id, held);
    Ok(())
}

/// Who the person is now, and what is kept about them (`domain.md` §9).
fn welcome(cx: &Cx<'_>, invite: &Invite) -> String {
    let lang = cx.lang();
    let campaign = cx.loaded.as_ref().map(|loaded| &loaded.campaign);
    let name = campaign.map(|campaign| campaign.definition().name.clone()).unwrap_or_default();
    let role = names::role(invite.membership.role, lang);
    let place = match (&invite.membership.unit, campaign) {
        (Some(unit), Some(campaign)) => names::unit_name(campaign, unit),
        _ => campaign.map(|campaign| campaign.definition().host.clone()).unwrap_or_default(),
    };
    let head =
        say!(lang, "joined", name = cx.person.name, campaign = name, role = role, place = place);
    format!("{head}\n\n{}", say!(lang, "privacy-notice"))
}

/// What somebody with these roles does first, with buttons that do it.
fn first_steps(cx: &Cx<'_>, roles: &[Role]) -> (String, Keyboard) {
    let lang = cx.lang();
    let mut lines = Vec::new();
    let mut keyboard: Keyboard = Vec::new();
    let mut add = |line: String, row: Vec<Button>| {
        if !lines.contains(&line) {
            lines.push(line);
            keyboard.push(row);
        }
    };
    let button = |label, command| open(label, command);
    for role in Role::ALL.into_iter().filter(|role| roles.contains(role)) {
        match role {
            Role::Office => add(
                say!(lang, "steps-office"),
                vec![
                    button(say!(lang, "button-approve-queue"), "duyet"),
                    button(say!(lang, "button-invite"), "moi"),
                ],
            ),
            Role::Leader => add(
                say!(lang, "steps-leader"),
                vec![
                    button(say!(lang, "button-ranking"), "xephang"),
                    button(say!(lang, "button-brief"), "giaoban"),
                ],
            ),
            Role::Verifier => add(
                say!(lang, "steps-verifier"),
                vec![button(say!(lang, "button-verify-queue"), "thamdinh")],
            ),
            Role::UnitLead | Role::Reporter => add(
                say!(lang, "steps-unit"),
                vec![
                    button(say!(lang, "button-pledge"), "dangky"),
                    button(say!(lang, "button-report"), "capnhat"),
                ],
            ),
            Role::Council => add(
                say!(lang, "steps-council"),
                vec![button(say!(lang, "button-ranking"), "xephang")],
            ),
            Role::Observer => add(
                say!(lang, "steps-reader"),
                vec![button(say!(lang, "button-ranking"), "xephang")],
            ),
        }
    }
    (lines.join("\n"), keyboard)
}
