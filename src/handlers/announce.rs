//! `/thongbao`: the office writes, sees how it will look and whom it reaches, and sends.
//!
//! Announcements are broadcasts: they wait behind every answer and notice, and nobody is woken at
//! night by one. Whoever is reached in several ways gets one message.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

use super::awake;
use super::context::{Cx, Handled, Stop, confirm_row};
use super::paging::{cancel_row, choices};
use crate::button::Press;
use crate::domain::campaign::Campaign;
use crate::domain::ids::{ClusterCode, PersonId, UnitCode};
use crate::domain::policy::{Action, Membership, Role};
use crate::domain::quantity::clean;
use crate::event::Message;
use crate::handlers::dialogue::Dialogue;
use crate::outgoing::{Body, Outgoing, Priority};
use crate::say;
use crate::store::announcements::{self, Reached};
use crate::store::chats::Board;
use crate::store::people::Person;
use crate::store::{self, StoreError};
use crate::text::{Lang, date_time};

/// The job that follows an announcement.
pub const FOLLOW: &str = "announcement";
/// The longest text, in UTF-16 units: with the heading and the list of audiences it fits.
const LONGEST: usize = 3_000;
/// For so long the same words to the same people are sent again only if that is meant.
const AGAIN: TimeDelta = TimeDelta::minutes(10);
/// How often the progress message changes at most.
const PACE: TimeDelta = TimeDelta::seconds(5);

/// Where the guided announcement is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// What is to be said?
    Text,
    /// To whom?
    Audience {
        /// What.
        text: String,
        /// To whom, as chosen so far.
        chosen: BTreeSet<Audience>,
        /// Which page of the audiences is shown.
        page: u32,
        /// Whether it is known that the same was sent a moment ago.
        again: bool,
    },
}

/// To whom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Everybody who takes part.
    Everyone,
    /// Those who hold a role.
    Holding(String),
    /// Those of the units of a cluster.
    Cluster(ClusterCode),
    /// The groups bound as boards.
    Groups,
}

/// Those who can be reached, in the campaign at hand.
struct Reach {
    people: Vec<Person>,
    roles: Vec<(PersonId, Membership)>,
    boards: Vec<Board>,
}

impl Reach {
    async fn of(cx: &mut Cx<'_>) -> Handled<Self> {
        let campaign = cx.campaign()?.id;
        let mut people = store::people::of_campaign(cx.tx, campaign).await?;
        people.retain(|person| person.chat().is_some());
        Ok(Self {
            people,
            roles: store::people::members(cx.tx, campaign).await?,
            boards: store::chats::boards(cx.tx, campaign).await?,
        })
    }

    /// Those of one audience, once each.
    fn people(&self, campaign: &Campaign, audience: &Audience) -> BTreeSet<PersonId> {
        let inside = |unit: Option<&UnitCode>, cluster: &ClusterCode| {
            let unit = unit.and_then(|unit| campaign.unit(unit));
            unit.and_then(|unit| unit.cluster.as_ref()) == Some(cluster)
        };
        let wanted = |held: &Membership| match audience {
            Audience::Everyone => true,
            Audience::Holding(role) => held.role.as_str() == role,
            Audience::Cluster(cluster) => inside(held.unit.as_ref(), cluster),
            Audience::Groups => false,
        };
        let held = self.roles.iter().filter(|(_, held)| wanted(held)).map(|(id, _)| *id);
        let reachable: BTreeSet<PersonId> = self.people.iter().map(|person| person.id).collect();
        held.filter(|id| reachable.contains(id)).collect()
    }

    fn all(&self, campaign: &Campaign, chosen: &BTreeSet<Audience>) -> (Vec<&Person>, &[Board]) {
        let ids: BTreeSet<PersonId> =
            chosen.iter().flat_map(|audience| self.people(campaign, audience)).collect();
        let people = self.people.iter().filter(|person| ids.contains(&person.id)).collect();
        let boards: &[Board] =
            if chosen.contains(&Audience::Groups) { &self.boards } else { Default::default() };
        (people, boards)
    }
}

/// Every audience there is, in the order of the buttons.
fn audiences(campaign: &Campaign) -> Vec<Audience> {
    let roles = [Role::UnitLead, Role::Reporter, Role::Verifier, Role::Leader];
    let mut all = vec![Audience::Everyone];
    all.extend(roles.map(|role| Audience::Holding(role.as_str().to_owned())));
    all.push(Audience::Groups);
    let clusters = &campaign.definition().clusters;
    all.extend(clusters.iter().map(|cluster| Audience::Cluster(cluster.code.clone())));
    all
}

fn label(campaign: &Campaign, audience: &Audience, lang: Lang) -> String {
    match audience {
        Audience::Everyone => say!(lang, "announce-everyone"),
        Audience::Holding(role) => {
            Role::parse(role).map_or_else(String::new, |role| super::names::role(role, lang))
        }
        Audience::Cluster(code) => {
            campaign.cluster(code).map_or_else(|| code.to_string(), |found| found.name.clone())
        }
        Audience::Groups => say!(lang, "announce-groups"),
    }
}

/// Asks what to say, or shows what was written with the command.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    cx.allow(Action::Publish)?;
    cx.campaign()?;
    if arguments.trim().is_empty() {
        let lang = cx.lang();
        let html = say!(lang, "announce-ask-text");
        return cx.ask_words(&Dialogue::Announce(Draft::Text), html).await;
    }
    preview(cx, arguments, BTreeSet::new(), 0, false).await
}

/// Takes the text that was asked for; later, another text in its place.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    cx.allow(Action::Publish)?;
    if message.text.trim().is_empty() {
        return Err(Stop::refuse(say!(cx.lang(), "announce-text-only")));
    }
    let chosen = match draft {
        Draft::Text => BTreeSet::new(),
        Draft::Audience { chosen, .. } => chosen,
    };
    preview(cx, &message.text, chosen, 0, false).await
}

/// Takes a choice, or sends once confirmed.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn pressed(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    cx.allow(Action::Publish)?;
    let loaded = cx.campaign()?;
    let Draft::Audience { text, mut chosen, page: shown, again } = draft else {
        return super::stale(cx).await;
    };
    match press {
        Press::Page { page, .. } => preview(cx, &text, chosen, page, false).await,
        Press::Choose { index, .. } => {
            let all = audiences(&loaded.campaign);
            let Some(audience) = all.get(index as usize) else { return super::stale(cx).await };
            if !chosen.remove(audience) {
                chosen.insert(audience.clone());
            }
            preview(cx, &text, chosen, shown, false).await
        }
        Press::Confirm { .. } => {
            let digest = digest(&text, &chosen);
            let since = cx.now - AGAIN;
            let before = announcements::said_since(cx.tx, loaded.id, &digest, since).await?;
            if before.is_some() && !again {
                return preview(cx, &text, chosen, shown, true).await;
            }
            send(cx, &text, &chosen, &digest).await
        }
        _ => super::stale(cx).await,
    }
}

/// By what the same words to the same people are recognised.
fn digest(text: &str, chosen: &BTreeSet<Audience>) -> Vec<u8> {
    let audience = format!("{chosen:?}");
    Sha256::new().chain_update(audience).chain_update(clean(text).trim()).finalize().to_vec()
}

/// Shows the announcement as it will look, whom it reaches, and the buttons to choose by.
async fn preview(
    cx: &mut Cx<'_>,
    text: &str,
    chosen: BTreeSet<Audience>,
    page: u32,
    again: bool,
) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let text = clean(text).trim().to_owned();
    if text.encode_utf16().count() > LONGEST {
        return Err(Stop::refuse(say!(lang, "announce-too-long", limit = LONGEST)));
    }
    let reach = Reach::of(cx).await?;
    let labels: Vec<String> = audiences(campaign)
        .iter()
        .map(|audience| {
            let count = match audience {
                Audience::Groups => reach.boards.len(),
                other => reach.people(campaign, other).len(),
            };
            let mark = if chosen.contains(audience) { "☑" } else { "☐" };
            format!("{mark} {} ({count})", label(campaign, audience, lang))
        })
        .collect();
    let (people, boards) = reach.all(campaign, &chosen);
    let (people, groups) = (people.len(), boards.len());
    let mut parts = vec![say!(lang, "announce-preview"), letter(campaign, &text, lang)];
    parts.push(if chosen.is_empty() {
        say!(lang, "announce-choose")
    } else {
        say!(lang, "announce-reach", people = people, groups = groups)
    });
    if again {
        parts.push(say!(lang, "announce-again", minutes = AGAIN.num_minutes()));
    }
    let ready = people + groups > 0;
    let dialogue = Dialogue::Announce(Draft::Audience { text, chosen, page, again });
    cx.ask(&dialogue, parts.join("\n\n"), |step| {
        let mut keyboard = choices(&labels, page, step, lang);
        keyboard.push(if ready { confirm_row(lang, step) } else { cancel_row(lang, step) });
        keyboard
    })
    .await
}

/// The announcement as it is read.
fn letter(campaign: &Campaign, text: &str, lang: Lang) -> String {
    say!(lang, "announce-letter", host = campaign.definition().host, text = text)
}

async fn send(cx: &mut Cx<'_>, text: &str, chosen: &BTreeSet<Audience>, digest: &[u8]) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let reach = Reach::of(cx).await?;
    let (people, boards) = reach.all(campaign, chosen);
    let (person, chat, now) = (cx.person.id, cx.chat.id, cx.now);
    let id = announcements::insert(cx.tx, loaded.id, person, chat, digest, now).await?;
    for person in people {
        let Some(chat) = person.chat() else { continue };
        let html = letter(campaign, text, person.lang);
        let body = Body::Text { html, keyboard: Vec::new(), thread: None, silent: false };
        let key = announcements::key(id, &person.id.to_string());
        let mut message = Outgoing::notice(chat, body, key);
        message.priority = Priority::Broadcast;
        message.not_before = awake(campaign, person, now);
        store::outbox::put(cx.tx, &message, now).await?;
    }
    let calendar = campaign.calendar();
    let morning = calendar.next_awake(now, calendar.rhythm().quiet);
    for board in boards {
        let html = letter(campaign, text, Lang::Vi);
        let body = Body::Text { html, keyboard: Vec::new(), thread: board.thread, silent: false };
        let key = announcements::key(id, &format!("group{}", board.chat));
        let mut message = Outgoing::notice(board.chat, body, key);
        message.priority = Priority::Broadcast;
        message.not_before = (morning > now).then_some(morning);
        store::outbox::put(cx.tx, &message, now).await?;
    }
    let reached = announcements::reached(cx.tx, id).await?;
    let html = progress(campaign, reached, now, lang);
    let row = cx.conclude(html.clone(), Vec::new()).await?;
    announcements::show(cx.tx, id, row, &html, None).await?;
    store::jobs::put(cx.tx, Some(loaded.id), FOLLOW, now + PACE, &id.to_string()).await?;
    Ok(())
}

fn progress(campaign: &Campaign, reached: Reached, now: DateTime<Utc>, lang: Lang) -> String {
    let Reached { sent, waiting, lost, next } = reached;
    let counts = say!(lang, "announce-counts", sent = sent, waiting = waiting, lost = lost);
    if waiting == 0 {
        return format!("{}\n{counts}", say!(lang, "announce-done"));
    }
    let next = next.and_then(DateTime::from_timestamp_millis).filter(|next| *next > now);
    match next {
        Some(next) => {
            let at = date_time(next, campaign.calendar().tz());
            format!("{}\n{counts}", say!(lang, "announce-waits", at = at))
        }
        None => format!("{}\n{counts}", say!(lang, "announce-sending")),
    }
}

/// Shows how far an announcement has come, in the message that says so, until all is said.
///
/// # Errors
/// When it cannot be kept.
pub async fn follow(
    tx: &mut SqliteConnection,
    id: i64,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Some(open) = announcements::open(tx, id).await? else { return Ok(()) };
    let campaign = store::campaigns::load(tx, open.campaign, now).await?.campaign;
    let author = store::people::by_id(tx, open.person).await?;
    let lang = author.map_or(Lang::Vi, |person| person.lang);
    let reached = announcements::reached(tx, id).await?;
    let html = progress(&campaign, reached, now, lang);
    let mut row = open.outbox;
    if html != open.shown {
        let body = match open.outbox {
            Some(row) => {
                let target = crate::outgoing::Target::Outbox(row);
                Body::Edit { target, html: html.clone(), keyboard: Vec::new() }
            }
            None => {
                Body::Text { html: html.clone(), keyboard: Vec::new(), thread: None, silent: true }
            }
        };
        let put = store::outbox::put(tx, &Outgoing::answer(open.chat, body), now).await?;
        // A message that is gone is sent anew under the row of its change.
        row = put.or(row);
    }
    let done = (reached.waiting == 0).then_some(now);
    announcements::show(tx, id, row, &html, done).await?;
    if done.is_none() {
        let next = reached.next.and_then(DateTime::from_timestamp_millis).unwrap_or(now);
        let due = next.max(now) + PACE;
        store::jobs::put(tx, Some(open.campaign), FOLLOW, due, &id.to_string()).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_to_the_same_people_are_the_same_announcement() {
        let leads = BTreeSet::from([Audience::Holding("unit_lead".to_owned())]);
        let everyone = BTreeSet::from([Audience::Everyone]);
        assert_eq!(digest("Họp 8 giờ ", &leads), digest("Họp 8 giờ", &leads));
        assert_ne!(digest("Họp 8 giờ", &leads), digest("Họp 9 giờ", &leads));
        assert_ne!(digest("Họp 8 giờ", &leads), digest("Họp 8 giờ", &everyone));
    }
}
