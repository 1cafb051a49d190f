//! `/toi`: what the bot knows about the person, to see, to take away and to erase (`domain.md` §9).

use std::collections::BTreeSet;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

use super::commands::{Command, menu};
use super::context::{Cx, Handled, Stop, open};
use super::{language, names, reminders, start};
use crate::button::Press;
use crate::domain::campaign::Invitee;
use crate::domain::definition::key;
use crate::domain::fact::{Evidence, Fact, What};
use crate::domain::ids::CampaignId;
use crate::domain::policy::{Membership, Role};
use crate::handlers::dialogue::Dialogue;
use crate::jobs::council as announcing;
use crate::outgoing::{Body, Keyboard};
use crate::say;
use crate::store::{self, StoreError};
use crate::text::{Html, Lang, shorten};

/// The erasure that waits to be confirmed: there is nothing more to say about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {}

/// Shows what is known, or does what one of its buttons asks.
///
/// # Errors
/// A refusal for somebody without a campaign.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let (word, rest) = arguments.split_once(char::is_whitespace).unwrap_or((arguments, ""));
    match key(word).as_str() {
        "dulieu" | "data" => export(cx).await,
        "xoa" | "erase" => ask_erase(cx).await,
        "roi" | "leave" => super::leave::ask(cx).await,
        "dot" | "campaign" => choose(cx, rest.trim()).await,
        _ => show(cx).await,
    }
}

async fn show(cx: &mut Cx<'_>) -> Handled {
    let lang = cx.lang();
    let seats = store::people::memberships(cx.tx, cx.person.id).await?;
    let mut campaigns: Vec<CampaignId> = seats.iter().map(|(id, _)| *id).collect();
    campaigns.dedup();
    let html = profile(cx);
    let me = Command::Me.name(Lang::Vi);
    let mut keyboard: Keyboard = vec![
        vec![
            open(say!(lang, "button-reminders"), Command::Reminders.name(Lang::Vi)),
            open(say!(lang, "button-language"), Command::Language.name(Lang::Vi)),
        ],
        vec![
            open(say!(lang, "button-my-data"), &format!("{me} dulieu")),
            open(say!(lang, "button-erase"), &format!("{me} xoa")),
        ],
    ];
    if cx.loaded.is_some() && !cx.actor.memberships.is_empty() {
        keyboard.push(vec![open(say!(lang, "button-leave"), &format!("{me} roi"))]);
    }
    if campaigns.len() > 1 {
        for id in campaigns {
            if cx.loaded.as_ref().is_some_and(|loaded| loaded.id == id) {
                continue;
            }
            let other = cx.desk.campaign(cx.tx, id, cx.now).await?;
            let name = &other.campaign.definition().name;
            let name = Html(shorten(name, 40));
            let label = if other.archived {
                say!(lang, "button-campaign-archived", name = name)
            } else {
                say!(lang, "button-campaign", name = name)
            };
            keyboard.push(vec![open(label, &format!("{me} dot {id}"))]);
        }
    }
    cx.show(html, keyboard).await?;
    Ok(())
}

fn profile(cx: &Cx<'_>) -> String {
    let lang = cx.lang();
    let person = &cx.person;
    let mut lines = vec![say!(lang, "me-name", name = person.name)];
    if !person.post.is_empty() {
        lines.push(say!(lang, "me-post", post = person.post));
    }
    if let Some(loaded) = &cx.loaded {
        let campaign = &loaded.campaign;
        lines.push(say!(lang, "me-campaign", campaign = campaign.definition().name));
        for Membership { role, unit } in &cx.actor.memberships {
            let role = names::role(*role, lang);
            lines.push(match unit {
                Some(unit) => {
                    let unit = names::unit_name(campaign, unit);
                    say!(lang, "me-role-in", role = role, unit = unit)
                }
                None => say!(lang, "me-role", role = role),
            });
        }
        lines.push(reminders::summary(cx, campaign.calendar().tz()));
    } else {
        lines.push(say!(lang, "me-no-campaign"));
    }
    lines.push(String::new());
    lines.push(say!(lang, "me-data"));
    lines.join("\n")
}

/// What the bot keeps about a person, as a document for them.
#[derive(Debug, Serialize)]
struct MyData {
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    post: String,
    telegram_id: Option<i64>,
    language: &'static str,
    reminders: Reminders,
    roles: Vec<RoleHeld>,
    /// Where workbooks list the person (`Nguoi`).
    listed: BTreeSet<ListedAs>,
    /// What nominations of the person say.
    nominations: Vec<NominatedAs>,
    facts: Vec<OwnFact>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct ListedAs {
    campaign: String,
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    post: String,
    role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
}

#[derive(Debug, Serialize)]
struct NominatedAs {
    campaign: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    post: String,
    achievement: String,
    /// Photos and files shown, as Telegram keeps them.
    evidence: Vec<Evidence>,
    recorded_at: String,
}

#[derive(Debug, Serialize)]
struct Reminders {
    digest: bool,
    quiet_from_minute: u32,
    quiet_until_minute: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    paused_until: Option<String>,
}

#[derive(Debug, Serialize)]
struct RoleHeld {
    campaign: String,
    role: Role,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
}

#[derive(Debug, Serialize)]
struct OwnFact {
    campaign: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator: Option<String>,
    /// What was recorded, in the words and figures of the log; a definition is the office's
    /// paper and names others, so only that it was brought in is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<What>,
    counted_at: String,
    recorded_at: String,
}

fn rfc3339(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, true)
}

impl OwnFact {
    fn of(campaign: String, fact: &Fact) -> Self {
        Self {
            campaign,
            kind: fact.what.kind(),
            number: fact.number.map(|number| number.0),
            unit: fact.what.unit().map(ToString::to_string),
            indicator: fact.what.line().map(|line| line.indicator.to_string()),
            content: match &fact.what {
                What::Defined(_) => None,
                what => Some(what.clone()),
            },
            counted_at: rfc3339(fact.counted_at),
            recorded_at: rfc3339(fact.recorded_at),
        }
    }
}

async fn export(cx: &mut Cx<'_>) -> Handled {
    let lang = cx.lang();
    let mut roles = Vec::new();
    for (id, Membership { role, unit }) in store::people::memberships(cx.tx, cx.person.id).await? {
        let unit = unit.map(|unit| unit.to_string());
        roles.push(RoleHeld { campaign: code(cx, id).await?, role, unit });
    }
    let (listed, nominations) = (listed(cx).await?, nominations(cx).await?);
    let mut facts = Vec::new();
    for (id, fact) in store::log::by_person(cx.tx, cx.person.id).await? {
        facts.push(OwnFact::of(code(cx, id).await?, &fact));
    }
    let person = &cx.person;
    let data = MyData {
        name: person.name.clone(),
        post: person.post.clone(),
        telegram_id: person.telegram_id,
        language: person.lang.as_str(),
        reminders: Reminders {
            digest: person.digest,
            quiet_from_minute: person.quiet.0,
            quiet_until_minute: person.quiet.1,
            paused_until: person.paused_until.map(rfc3339),
        },
        roles,
        listed,
        nominations,
        facts,
    };
    let bytes = serde_json::to_vec_pretty(&data)
        .map_err(|error| StoreError::unprintable("person", cx.person.id.0, &error))?;
    let name = store::artifacts::data_of(cx.person.id);
    let artifact = store::artifacts::put(cx.tx, &name, &bytes, cx.now).await?;
    let caption = say!(lang, "my-data-caption", facts = data.facts.len());
    cx.put(Body::Document { artifact, caption, keyboard: Vec::new() }).await?;
    Ok(())
}

/// Once for each different row: every definition since lists the same people again.
async fn listed(cx: &mut Cx<'_>) -> Handled<BTreeSet<ListedAs>> {
    let mut listed = BTreeSet::new();
    for row in store::listed::naming(cx.tx, &cx.person).await? {
        let Invitee { name, post, unit, role } = row.invitee;
        let unit = unit.map(|unit| unit.to_string());
        let campaign = code(cx, row.campaign).await?;
        listed.insert(ListedAs { campaign, name, post, role: role.as_str(), unit });
    }
    Ok(listed)
}

async fn nominations(cx: &mut Cx<'_>) -> Handled<Vec<NominatedAs>> {
    let mut found = Vec::new();
    for (id, fact, nominee) in store::council::nominations_of(cx.tx, cx.person.id).await? {
        found.push(NominatedAs {
            campaign: code(cx, id).await?,
            number: fact.number.map(|number| number.0),
            unit: fact.what.unit().map(ToString::to_string),
            name: nominee.name,
            post: nominee.post,
            achievement: nominee.achievement,
            evidence: nominee.evidence,
            recorded_at: rfc3339(fact.recorded_at),
        });
    }
    Ok(found)
}

async fn code(cx: &mut Cx<'_>, id: CampaignId) -> Handled<String> {
    let loaded = cx.desk.campaign(cx.tx, id, cx.now).await?;
    Ok(loaded.campaign.definition().code.clone())
}

async fn ask_erase(cx: &mut Cx<'_>) -> Handled {
    let lang = cx.lang();
    refuse_last_office(cx).await?;
    cx.ask_sure(&Dialogue::Erase(Draft {}), say!(lang, "erase-ask")).await
}

/// A campaign without an office could never be worked again from the chat.
async fn refuse_last_office(cx: &mut Cx<'_>) -> Handled {
    for (id, seat) in store::people::memberships(cx.tx, cx.person.id).await? {
        if seat.role != Role::Office {
            continue;
        }
        let office = store::people::with_role(cx.tx, id, Role::Office, None).await?;
        if office.iter().all(|member| member.id == cx.person.id) {
            let loaded = cx.desk.campaign(cx.tx, id, cx.now).await?;
            let campaign = &loaded.campaign.definition().name;
            let invite = Command::Invite.name(cx.lang());
            let html = say!(cx.lang(), "erase-last-office", campaign = campaign, invite = invite);
            return Err(Stop::refuse(html));
        }
    }
    Ok(())
}

/// Erases once confirmed.
///
/// # Errors
/// A refusal for the only office member of a campaign.
pub async fn pressed(cx: &mut Cx<'_>, _: Draft, press: Press) -> Handled {
    if !matches!(press, Press::Confirm { .. }) {
        return super::stale(cx).await;
    }
    refuse_last_office(cx).await?;
    let lang = cx.lang();
    // The last word goes out first: afterwards there is no conversation to end.
    cx.conclude(say!(lang, "erased"), Vec::new()).await?;
    cx.put(Body::Menu { commands: menu(&[], lang) }).await?;
    cx.answer_press(None, false).await?;
    // Lists are taken away by whoever asks, their own rows, or by time, whole.
    store::listed::erase_person(cx.tx, &cx.person, cx.now).await?;
    let waiting = store::people::forget(cx.tx, &cx.person, cx.now).await?;
    announcing::again(cx.tx, &waiting, cx.now).await?;
    if let Some(press) = cx.press.clone() {
        store::people::forget_press(cx.tx, &press.id).await?;
    }
    // The definitions at hand still list the name.
    cx.desk.defined(cx.tx).await?;
    Ok(())
}

async fn choose(cx: &mut Cx<'_>, id: &str) -> Handled {
    let seats = store::people::memberships(cx.tx, cx.person.id).await?;
    let chosen = id.parse().ok().map(CampaignId);
    match chosen.filter(|chosen| seats.iter().any(|(id, _)| id == chosen)) {
        Some(chosen) => {
            start::enter(cx, chosen).await?;
            language::reset_menu(cx).await?;
            show(cx).await
        }
        None => super::stale(cx).await,
    }
}
