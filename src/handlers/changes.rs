//! Rules and targets that change on the way: announced to whom they concern, and listed by
//! `/lichsu quytac`.
//!
//! What holds for everybody (the rules of the score, the indicators, the holidays) goes to the
//! office, the leaders, the units and the groups; a target or a step to the office, the leaders and
//! the unit it was given to. The list of people is nobody's business but the office's.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::awake;
use super::context::{Cx, Handled, open};
use super::entries;
use crate::domain::campaign::Campaign;
use crate::domain::definition::{Change, Content, Table, diff};
use crate::domain::fact::{Fact, What};
use crate::domain::ids::{CampaignId, UnitCode};
use crate::domain::policy::{Action, Role, may};
use crate::outgoing::{Body, Outgoing, Priority};
use crate::say;
use crate::store::people::Person;
use crate::store::{self, StoreError};
use crate::text::{Html, Lang, changes, date_time, escape, fit_all, shorten};

/// Room for the list in one message, in UTF-16 units.
const ROOM: usize = 3000;
/// The longest line, in UTF-16 units.
const LINE: usize = 160;
/// Definitions on one page of the history.
const PAGE: usize = 3;

/// Whom a change concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Concern {
    /// Everybody.
    All,
    /// One unit, besides the office and the leaders.
    Unit(UnitCode),
    /// The office and the leaders.
    Leaders,
    /// The office alone.
    Office,
}

fn concern(change: &Change) -> Concern {
    match change.table {
        Table::Campaign | Table::Indicators | Table::DaysOff => Concern::All,
        Table::Assignments | Table::Milestones | Table::Units => match change.identity.first() {
            Some(Content::Text(unit)) => Concern::Unit(UnitCode::new(unit)),
            _ => Concern::Leaders,
        },
        Table::Clusters | Table::Fields => Concern::Leaders,
        Table::People => Concern::Office,
    }
}

/// Who reads a list of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reader<'a> {
    /// A member of the office.
    Office,
    /// A leader.
    Leader,
    /// Somebody of these units; of none in a group.
    Units(&'a [UnitCode]),
}

impl Reader<'_> {
    fn sees(self, change: &Change) -> bool {
        match (concern(change), self) {
            (Concern::All, _)
            | (_, Reader::Office)
            | (Concern::Unit(_) | Concern::Leaders, Reader::Leader) => true,
            (Concern::Unit(unit), Reader::Units(units)) => units.contains(&unit),
            _ => false,
        }
    }
}

/// What a reader sees of changes, as lines of HTML.
fn seen(found: &[Change], reader: Reader<'_>, lang: Lang) -> Vec<String> {
    let lines = found.iter().filter(|change| reader.sees(change));
    lines
        .map(|change| format!("• {}", escape(&shorten(&changes::line(change, lang), LINE))))
        .collect()
}

/// Announces what the definition now in force has changed.
///
/// # Errors
/// When it cannot be kept.
pub async fn announce(
    tx: &mut SqliteConnection,
    campaign: CampaignId,
    found: &[Change],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let loaded = store::campaigns::load(tx, campaign, now).await?;
    let defined = &loaded.campaign;
    let key = format!("changed:{}", loaded.definition_id);
    let members = store::people::members(tx, campaign).await?;
    for person in store::people::of_campaign(tx, campaign).await? {
        let held = members.iter().filter(|(id, _)| *id == person.id).map(|(_, held)| held);
        let (mut roles, mut units) = (Vec::new(), Vec::new());
        for held in held {
            roles.push(held.role);
            if matches!(held.role, Role::UnitLead | Role::Reporter) {
                units.extend(held.unit.clone());
            }
        }
        let reader = if roles.contains(&Role::Office) {
            Reader::Office
        } else if roles.contains(&Role::Leader) {
            Reader::Leader
        } else if units.is_empty() {
            continue;
        } else {
            Reader::Units(&units)
        };
        let lines = seen(found, reader, person.lang);
        if !lines.is_empty() {
            let html = letter(defined, &lines, person.lang);
            send(tx, defined, &person, html, format!("{key}:{}", person.id), now).await?;
        }
    }
    let lines = seen(found, Reader::Units(&[]), Lang::Vi);
    if lines.is_empty() {
        return Ok(());
    }
    let html = letter(defined, &lines, Lang::Vi);
    let calendar = defined.calendar();
    let awake = calendar.next_awake(now, calendar.rhythm().quiet);
    for board in store::chats::boards(tx, campaign).await? {
        let (html, keyboard) = (html.clone(), Vec::new());
        let body = Body::Text { html, keyboard, thread: board.thread, silent: false };
        let mut message = Outgoing::notice(board.chat, body, format!("{key}:{}", board.chat));
        message.priority = Priority::Broadcast;
        message.not_before = (awake > now).then_some(awake);
        store::outbox::put(tx, &message, now).await?;
    }
    Ok(())
}

fn letter(campaign: &Campaign, lines: &[String], lang: Lang) -> String {
    let name = &campaign.definition().name;
    let list = Html(fit_all(lines, ROOM, lang));
    say!(lang, "changes-notice", campaign = name, count = lines.len(), list = list)
}

async fn send(
    tx: &mut SqliteConnection,
    campaign: &Campaign,
    person: &Person,
    html: String,
    key: String,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Some(chat) = person.chat() else { return Ok(()) };
    let body = Body::Text { html, keyboard: Vec::new(), thread: None, silent: false };
    let mut message = Outgoing::notice(chat, body, key);
    message.not_before = awake(campaign, person, now);
    store::outbox::put(tx, &message, now).await?;
    Ok(())
}

/// `/lichsu quytac`: what has changed since the beginning, as far as it concerns the person,
/// newest first.
///
/// # Errors
/// A refusal for whoever is no member.
pub async fn history(cx: &mut Cx<'_>, page: usize) -> Handled {
    cx.allow(Action::SeeBoard)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let mut facts = store::log::of_kind(cx.tx, loaded.id, "defined").await?;
    store::listed::join(cx.tx, &mut facts).await?;
    let units: Vec<UnitCode> =
        cx.actor.memberships.iter().filter_map(|held| held.unit.clone()).collect();
    let reader = if cx.actor.is(Role::Office) {
        Reader::Office
    } else if may(&cx.actor, Action::SeeFullTable) {
        Reader::Leader
    } else {
        Reader::Units(&units)
    };
    let mut told: Vec<(&Fact, Vec<String>)> = facts
        .windows(2)
        .filter_map(|pair| match (&pair[0].what, &pair[1].what) {
            (What::Defined(before), What::Defined(after)) => {
                let lines = seen(&diff(before, after), reader, lang);
                (!lines.is_empty()).then_some((&pair[1], lines))
            }
            _ => None,
        })
        .collect();
    told.reverse();
    let mut parts = vec![say!(lang, "changes-title", count = told.len())];
    for (fact, lines) in told.iter().skip(page * PAGE).take(PAGE) {
        let who = entries::shown_who(cx, &loaded.campaign, fact).await?;
        let at = date_time(fact.counted_at, loaded.campaign.calendar().tz());
        let list = Html(fit_all(lines, ROOM / PAGE, lang));
        parts.push(say!(lang, "changes-one", at = at, who = who, list = list));
    }
    if told.is_empty() {
        parts.push(say!(lang, "changes-none"));
    }
    let mut row = Vec::new();
    if (page + 1) * PAGE < told.len() {
        let label = say!(lang, "history-button-older");
        row.push(open(label, &format!("lichsu quytac {}", page + 1)));
    }
    let keyboard = if row.is_empty() { Vec::new() } else { vec![row] };
    cx.show(parts.join("\n\n"), keyboard).await?;
    Ok(())
}
