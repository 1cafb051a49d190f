//! Papers that take a moment: the campaign as a workbook, everybody's invitations, the next
//! campaign begun from the last. Read and rendered before the transaction, so that nobody waits for
//! them; sent inside it, with the job's own end.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::{Connection, SqliteConnection};

use super::fetch_workbook::{Spoken, off_the_loop};
use super::{Failure, asked, is_there, names_still_stand};
use crate::domain::campaign::{Campaign, Invitee};
use crate::domain::definition::{Values, next};
use crate::domain::ids::{CampaignId, ChatId, FactId, PersonId};
use crate::export::{self, workbook};
use crate::handlers::invite::{self, bulk};
use crate::handlers::names;
use crate::outgoing::{Body, Outgoing};
use crate::render::{self, invitations};
use crate::say;
use crate::store::campaigns::Loaded;
use crate::store::{self, Store, StoreError};
use crate::text::{Html, Lang, date_time, escape};

/// The job's stable name.
pub const NAME: &str = "paper";

/// Room for one message of links, in UTF-16 units: below Telegram's limit by the markup's share.
const ROOM: usize = 3_800;

/// What somebody asked for, as the job's body keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Who.
    pub person: PersonId,
    /// Where the paper goes.
    pub chat: ChatId,
    /// In which language.
    pub lang: Spoken,
    /// Of which campaign.
    pub campaign: CampaignId,
    /// The row of the message that says it is being prepared.
    pub outbox: Option<i64>,
    /// What.
    pub wish: Wish,
}

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// The campaign as a workbook.
    Export,
    /// A link for everybody whom the workbook names and who has not joined.
    Invitations,
    /// The workbook of the next campaign.
    Next,
}

/// Calls for the job.
///
/// # Errors
/// When it cannot be kept.
pub async fn call(
    tx: &mut SqliteConnection,
    asked: &Asked,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    asked::keep(tx, NAME, asked.person.0, asked, now).await
}

/// A paper before anything is said about it.
pub(super) struct Prepared {
    asked: Asked,
    /// How much was erased when it was read.
    erased: i64,
    loaded: Loaded,
    bytes: Vec<u8>,
    links: Vec<Link>,
}

/// An invitation to be: its code is kept nowhere but in the message and on the sheet.
struct Link {
    invitee: Invitee,
    code: String,
}

/// Reads what is needed and renders it.
pub(super) async fn prepare(
    store: &Store,
    body: &str,
    bot: &str,
    now: DateTime<Utc>,
) -> Result<Prepared, Failure> {
    let asked: Asked = asked::read(body)?;
    let mut connection = store.read().await?;
    // One view of the log, whatever is recorded meanwhile.
    let mut view = connection.begin().await.map_err(StoreError::from)?;
    let erased = store::people::erasures(&mut view).await?;
    let loaded = store::campaigns::load(&mut view, asked.campaign, now).await?;
    let mut links = Vec::new();
    let bytes = match asked.wish {
        Wish::Export => {
            let export = export::export(&mut view, &loaded, now).await?;
            off_the_loop(move || workbook::write(&export)).await?
        }
        Wish::Invitations => {
            let missing = bulk::missing(&mut view, loaded.id, &loaded.campaign).await?;
            let named = missing.into_iter();
            links = named.map(|invitee| Link { invitee, code: invite::code() }).collect();
            let lang = Lang::from(asked.lang);
            let rows = links.iter().map(|link| row(&loaded.campaign, link, bot, lang)).collect();
            let rows: Vec<invitations::Row> = rows;
            off_the_loop(move || invitations::sheet(&rows, lang)).await?
        }
        Wish::Next => {
            let values = values(&mut view, &loaded, now).await?;
            let today = loaded.campaign.calendar().date_at(now);
            let definition = next(loaded.campaign.definition(), &values, today);
            off_the_loop(move || render::workbook::of(&definition)).await?
        }
    };
    let bytes = bytes.map_err(|error| Failure::Never(error.to_string()))?;
    Ok(Prepared { asked, erased, loaded, bytes, links })
}

/// The last confirmed value of every line.
async fn values(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    now: DateTime<Utc>,
) -> Result<Values, StoreError> {
    let mut values = Values::new();
    for unit in loaded.campaign.units() {
        let state = store::book::state(&mut *connection, loaded, &unit.code, now).await?;
        for (indicator, line) in &state.lines {
            if let Some(confirmed) = &line.confirmed {
                values.insert((unit.code.clone(), indicator.clone()), confirmed.value);
            }
        }
    }
    Ok(values)
}

fn row(campaign: &Campaign, link: &Link, bot: &str, lang: Lang) -> invitations::Row {
    let Link { invitee, code } = link;
    let unit = invitee.unit.as_ref().map(|unit| names::unit_name(campaign, unit));
    invitations::Row {
        name: invitee.name.clone(),
        post: invitee.post.clone(),
        unit: unit.unwrap_or_default(),
        role: names::role(invitee.role, lang),
        link: invite::link(bot, code),
    }
}

/// Sends the paper and says so where it was asked for.
pub(super) async fn finish(
    tx: &mut SqliteConnection,
    prepared: Prepared,
    bot: &str,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let Prepared { asked, erased, loaded, bytes, links } = prepared;
    if !is_there(&mut *tx, asked.person).await? {
        return Ok(());
    }
    names_still_stand(&mut *tx, erased).await?;
    let current: Option<FactId> = store::campaigns::definition_id(&mut *tx, loaded.id, now).await?;
    if current != Some(loaded.definition_id) {
        return Err(
            StoreError::inconsistent("campaign", loaded.id.0, "it changed meanwhile").into()
        );
    }
    let (lang, campaign) = (Lang::from(asked.lang), &loaded.campaign);
    let code = &campaign.definition().code;
    let day = campaign.calendar().date_at(now).format("%Y-%m-%d");
    let until = Html(date_time(now + invite::VALID_FOR, campaign.calendar().tz()));
    let (name, html, caption) = match asked.wish {
        Wish::Export => (
            format!("{code}-{day}.xlsx"),
            say!(lang, "export-done"),
            say!(lang, "export-caption", campaign = campaign.definition().name),
        ),
        Wish::Invitations => (
            format!("{code}-loi-moi-{day}.xlsx"),
            say!(lang, "invite-all-done", count = links.len(), until = until),
            say!(lang, "invite-all-caption", count = links.len()),
        ),
        Wish::Next => {
            (format!("{code}-dot-tiep.xlsx"), say!(lang, "next-done"), say!(lang, "next-caption"))
        }
    };
    asked::done(&mut *tx, asked.chat, asked.outbox, html, now).await?;
    invite_all(&mut *tx, &asked, &loaded, &links, now).await?;
    for html in messages(campaign, &links, bot, lang) {
        let body = Body::Text { html, keyboard: Vec::new(), thread: None, silent: true };
        store::outbox::put(&mut *tx, &Outgoing::answer(asked.chat, body), now).await?;
    }
    let artifact = store::artifacts::put(&mut *tx, &name, &bytes, now).await?;
    let body = Body::Document { artifact, caption, keyboard: Vec::new() };
    store::outbox::put(tx, &Outgoing::answer(asked.chat, body), now).await?;
    Ok(())
}

async fn invite_all(
    tx: &mut SqliteConnection,
    asked: &Asked,
    loaded: &Loaded,
    links: &[Link],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    for Link { invitee, code } in links {
        let membership = bulk::membership_of(invitee);
        let (campaign, by) = (loaded.id, Some(asked.person));
        let (name, post) = (&invitee.name, &invitee.post);
        invite::keep(&mut *tx, code, campaign, (&membership, name, post), by, now).await?;
    }
    Ok(())
}

/// All links, unit by unit, in as few messages as hold them.
fn messages(campaign: &Campaign, links: &[Link], bot: &str, lang: Lang) -> Vec<String> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for link in links {
        let unit = link.invitee.unit.as_ref().map(|unit| names::unit_name(campaign, unit));
        let unit = unit.unwrap_or_else(|| campaign.definition().host.clone());
        let role = names::role(link.invitee.role, lang);
        let line = format!(
            "{}\n{}",
            bulk::name_line(&link.invitee, &role),
            escape(&invite::link(bot, &link.code))
        );
        match groups.iter_mut().find(|(name, _)| *name == unit) {
            Some((_, listed)) => listed.push(line),
            None => groups.push((unit, vec![line])),
        }
    }
    let mut messages = Vec::new();
    let mut message = String::new();
    let length = |text: &str| text.encode_utf16().count();
    for (unit, lines) in groups {
        let heading = format!("<b>{}</b>", escape(&unit));
        let mut open = false;
        for line in lines {
            let heading = if open { "" } else { heading.as_str() };
            if length(&message) + length(heading) + length(&line) + 2 > ROOM {
                messages.push(std::mem::take(&mut message));
            }
            if !message.is_empty() {
                message.push('\n');
            }
            if !heading.is_empty() {
                message.push_str(heading);
                message.push('\n');
            }
            message.push_str(&line);
            open = true;
        }
    }
    messages.push(message);
    messages.retain(|message| !message.is_empty());
    messages
}
