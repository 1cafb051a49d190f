//! `/moi`: one-time links by which people join, made here for the chat and the command line alike.

pub(crate) mod bulk;
pub(crate) mod handover;
mod wording;

use chrono::{DateTime, TimeDelta, Utc};
use rand::RngCore as _;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

use super::context::{Cx, Handled, Stop, press};
use super::names;
use super::paging::{cancel_row, choices};
use crate::button::Press;
use crate::domain::campaign::Campaign;
use crate::domain::definition::{key, same_code};
use crate::domain::ids::{CampaignId, PersonId, UnitCode};
use crate::domain::policy::{Action, Membership, Role};
use crate::domain::quantity::clean;
use crate::event::Message;
use crate::handlers::dialogue::Dialogue;
use crate::outgoing::Body;
use crate::say;
use crate::store::people::Invite;
use crate::store::{self, StoreError};
use crate::text::{Html, Lang, date_time, shorten};

/// How long a link can be taken up: two weeks, so that a holiday does not undo it.
pub const VALID_FOR: TimeDelta = TimeDelta::days(14);
/// The longest name or post that is kept, in UTF-16 units.
const LONGEST_NAME: usize = 100;

/// Where the guided invitation is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// As what?
    Role,
    /// In which unit?
    Unit {
        /// As what.
        role: Role,
        /// Which page of the units is shown.
        page: u32,
    },
    /// Who?
    Name {
        /// As what.
        role: Role,
        /// In which unit, for roles that need one.
        unit: Option<UnitCode>,
        /// Which page of the people in the workbook is shown.
        page: u32,
        /// Whose work the invited goes on with.
        #[serde(default)]
        after: Option<PersonId>,
    },
    /// Everybody in the workbook at once?
    All,
    /// Which of the open invitations is taken back?
    Open {
        /// Those shown, by the hash of their codes.
        shown: Vec<String>,
        /// Which page.
        page: u32,
    },
    /// All of them?
    RevokeAll,
    /// An official moves on.
    HandOver(handover::Draft),
}

/// Makes an invitation and gives its code: 128 random bits, of which only the hash is kept.
///
/// # Errors
/// When it cannot be kept.
pub async fn create(
    tx: &mut SqliteConnection,
    campaign: CampaignId,
    membership: &Membership,
    name: &str,
    post: &str,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<String, StoreError> {
    let code = code();
    keep(tx, &code, campaign, (membership, name, post), by, now).await?;
    Ok(code)
}

/// A code that nobody has: 128 random bits.
pub(crate) fn code() -> String {
    let mut bits = [0_u8; 16];
    rand::rng().fill_bytes(&mut bits);
    crate::hex::encode(&bits)
}

/// Keeps an invitation under the hash of its code, in place of one for the same name and place.
///
/// # Errors
/// When it cannot be kept.
pub(crate) async fn keep(
    tx: &mut SqliteConnection,
    code: &str,
    campaign: CampaignId,
    (membership, name, post): (&Membership, &str, &str),
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let invite = Invite {
        campaign,
        membership: membership.clone(),
        name: shorten(clean(name).trim(), LONGEST_NAME),
        post: shorten(clean(post).trim(), LONGEST_NAME),
        expires_at: now + VALID_FOR,
        used_by: None,
        revoked: false,
        successor_of: None,
    };
    store::people::revoke_namesakes(tx, &invite, now).await?;
    store::people::insert_invite(tx, &hash(code), &invite, by, now).await?;
    Ok(())
}

/// The link that takes an invitation up.
pub fn link(username: &str, code: &str) -> String {
    format!("https://t.me/{username}?start={code}")
}

/// What is kept of a code.
pub(super) fn hash(code: &str) -> Vec<u8> {
    // Codes are printed in lower case; a phone may have capitalised what was typed by hand.
    Sha256::digest(code.trim().to_ascii_lowercase()).to_vec()
}

/// Invites as written in one line, or asks step by step.
///
/// # Errors
/// A refusal that names what is wrong with the line.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    cx.allow(Action::Invite)?;
    let loaded = cx.campaign()?;
    if arguments.is_empty() {
        return ask_role(cx).await;
    }
    let (word, rest) = split(arguments);
    match key(word).as_str() {
        "tatca" | "tat_ca" | "all" => return bulk::ask(cx).await,
        "thu" | "revoke" => return bulk::show_open(cx, 0, None).await,
        "bangiao" | "banggiao" | "ban_giao" | "handover" => return handover::run(cx, rest).await,
        _ => {}
    }
    let wish = Wish::read(&loaded.campaign, arguments, cx.lang())?;
    match wish {
        Wish::Whole { membership, name } => make(cx, membership, &name, None).await,
        Wish::NeedsUnit(role) => ask_unit(cx, role, 0).await,
    }
}

/// What a line asks for.
#[derive(Debug, PartialEq, Eq)]
enum Wish {
    Whole { membership: Membership, name: String },
    NeedsUnit(Role),
}

impl Wish {
    fn read(campaign: &Campaign, line: &str, lang: Lang) -> Handled<Self> {
        let Some((role, rest)) = wording::role(line) else {
            return Err(wording::unknown(split(line).0, lang));
        };
        let (code, after) = split(rest);
        if role.needs_unit() {
            if code.is_empty() {
                return Ok(Self::NeedsUnit(role));
            }
            let unit = Some(names::find_unit(campaign, code, lang)?.code.clone());
            let membership = Membership { role, unit };
            return Ok(Self::Whole { membership, name: after.to_owned() });
        }
        // A member of the council may belong to a unit, on which they do not vote then. Only the
        // exact code is taken for one: "An" is a name before it is a unit.
        let unit = campaign.unit(&UnitCode::new(code)).filter(|_| role == Role::Council);
        let name = if unit.is_some() { after } else { rest };
        let membership = Membership { role, unit: unit.map(|unit| unit.code.clone()) };
        Ok(Self::Whole { membership, name: name.to_owned() })
    }
}

fn split(line: &str) -> (&str, &str) {
    let line = line.trim();
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    (word, rest.trim())
}

/// Takes the name that was asked for.
///
/// # Errors
/// A refusal where a button was to be pressed.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    cx.allow(Action::Invite)?;
    let loaded = cx.campaign()?;
    let text = message.text.trim();
    match draft {
        Draft::Name { role, unit, after, .. } if !text.is_empty() => {
            make(cx, Membership { role, unit }, text, after).await
        }
        Draft::HandOver(draft) => handover::answer(cx, draft, message).await,
        // A code typed where it could have been pressed.
        Draft::Unit { role, .. } if !text.is_empty() => {
            let unit = names::find_unit(&loaded.campaign, text, cx.lang())?.code.clone();
            ask_name(cx, role, Some(unit), 0, None).await
        }
        _ => Err(Stop::refuse(say!(cx.lang(), "press-a-button"))),
    }
}

/// Takes a choice.
///
/// # Errors
/// When it cannot be kept.
pub async fn pressed(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    cx.allow(Action::Invite)?;
    let loaded = cx.campaign()?;
    let campaign = &loaded.campaign;
    match (draft, press) {
        (Draft::Role, Press::Choose { index, .. }) => match Role::ALL.get(index as usize) {
            Some(role) if role.needs_unit() => ask_unit(cx, *role, 0).await,
            Some(role) => ask_name(cx, *role, None, 0, None).await,
            None => super::stale(cx).await,
        },
        (Draft::Unit { role, .. }, Press::Page { page, .. }) => ask_unit(cx, role, page).await,
        (Draft::Unit { role, .. }, Press::Choose { index, .. }) => {
            match campaign.units().get(index as usize) {
                Some(unit) => ask_name(cx, role, Some(unit.code.clone()), 0, None).await,
                None => super::stale(cx).await,
            }
        }
        (Draft::Name { role, unit, after, .. }, Press::Page { page, .. }) => {
            ask_name(cx, role, unit, page, after).await
        }
        (Draft::All, Press::Confirm { .. }) => bulk::confirmed(cx).await,
        (Draft::Open { .. }, Press::Page { page, .. }) => bulk::show_open(cx, page, None).await,
        (Draft::Open { shown, page }, Press::Choose { index, .. }) => {
            bulk::chosen(cx, &shown, page, index).await
        }
        (Draft::RevokeAll, press) => bulk::revoke_all(cx, press).await,
        (Draft::HandOver(draft), press) => handover::pressed(cx, draft, press).await,
        (Draft::Name { role, unit, after, .. }, Press::Choose { index, .. }) => {
            let people = expected(campaign, role, unit.as_ref());
            // The button after the last name gives none.
            let name = people.get(index as usize).cloned().unwrap_or_default();
            make(cx, Membership { role, unit }, &name, after).await
        }
        _ => super::stale(cx).await,
    }
}

async fn ask_role(cx: &mut Cx<'_>) -> Handled {
    let lang = cx.lang();
    let labels = Role::ALL.map(|role| names::role(role, lang));
    let dialogue = Dialogue::Invite(Draft::Role);
    cx.ask(&dialogue, say!(lang, "invite-ask-role"), |step| {
        let mut keyboard = choices(&labels, 0, step, lang);
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

async fn ask_unit(cx: &mut Cx<'_>, role: Role, page: u32) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let labels: Vec<String> = loaded
        .campaign
        .units()
        .iter()
        .map(|unit| format!("{} · {}", unit.code, unit.name))
        .collect();
    let html = say!(lang, "invite-ask-unit", role = names::role(role, lang));
    cx.ask(&Dialogue::Invite(Draft::Unit { role, page }), html, |step| {
        let mut keyboard = choices(&labels, page, step, lang);
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

async fn ask_name(
    cx: &mut Cx<'_>,
    role: Role,
    unit: Option<UnitCode>,
    page: u32,
    after: Option<PersonId>,
) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let labels = expected(&loaded.campaign, role, unit.as_ref());
    let whom = Html(whom(&loaded.campaign, role, unit.as_ref(), lang));
    let html = match after {
        Some(_) => say!(lang, "handover-ask-name", whom = whom),
        None => say!(lang, "invite-ask-name", whom = whom),
    };
    let nameless = u32::try_from(labels.len()).unwrap_or(u32::MAX);
    cx.ask(&Dialogue::Invite(Draft::Name { role, unit, page, after }), html, |step| {
        let mut keyboard = choices(&labels, page, step, lang);
        let label = say!(lang, "button-no-name");
        keyboard.push(vec![press(label, &Press::Choose { step, index: nameless })]);
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

/// Whom the workbook means to invite in that place, as "name, post".
fn expected(campaign: &Campaign, role: Role, unit: Option<&UnitCode>) -> Vec<String> {
    let people = &campaign.definition().people;
    people
        .iter()
        .filter(|person| person.role == role && person.unit.as_ref() == unit)
        .map(|person| match person.post.as_str() {
            "" => person.name.clone(),
            post => format!("{}, {post}", person.name),
        })
        .collect()
}

/// "Trưởng đơn vị · An Biên", safe in HTML.
fn whom(campaign: &Campaign, role: Role, unit: Option<&UnitCode>, lang: Lang) -> String {
    let role = crate::text::escape(&names::role(role, lang));
    match unit {
        Some(unit) => {
            format!("{role} · {}", crate::text::escape(&names::unit_name(campaign, unit)))
        }
        None => role,
    }
}

/// The name and the post of "Nguyễn Văn A, Phó Chủ tịch"; a name without a post takes the one the
/// workbook gives.
fn name_and_post(campaign: &Campaign, membership: &Membership, text: &str) -> (String, String) {
    if let Some((name, post)) = text.split_once(',') {
        return (name.trim().to_owned(), post.trim().to_owned());
    }
    let known = campaign.definition().people.iter().find(|person| {
        person.role == membership.role
            && person.unit == membership.unit
            && same_code(&person.name) == same_code(text)
    });
    let post = known.map(|person| person.post.clone()).unwrap_or_default();
    (text.trim().to_owned(), post)
}

async fn make(
    cx: &mut Cx<'_>,
    membership: Membership,
    name: &str,
    after: Option<PersonId>,
) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let (name, post) = name_and_post(campaign, &membership, name);
    let name = shorten(&name, LONGEST_NAME);
    let by = Some(cx.person.id);
    let code = create(cx.tx, loaded.id, &membership, &name, &post, by, cx.now).await?;
    if let Some(after) = after {
        store::people::succeed(cx.tx, &hash(&code), after).await?;
    }
    let link = link(&cx.desk.username, &code);
    let whom = whom(campaign, membership.role, membership.unit.as_ref(), lang);
    let until = date_time(cx.now + VALID_FOR, campaign.calendar().tz());
    let html = if name.is_empty() {
        say!(lang, "invite-made", whom = Html(whom), link = link, until = until)
    } else {
        say!(lang, "invite-made-for", name = name, whom = Html(whom), link = link, until = until)
    };
    cx.conclude(html, Vec::new()).await?;
    // A code of this length is drawn in microseconds, hence here and not in a job.
    match crate::render::qr::png(&link) {
        Ok(bytes) => {
            let file = store::artifacts::INVITATION;
            let artifact = store::artifacts::put(cx.tx, file, &bytes, cx.now).await?;
            let caption = say!(lang, "invite-caption", name = name);
            let thread = cx.chat.thread;
            cx.put(Body::Photo { artifact, caption, keyboard: Vec::new(), thread }).await?;
        }
        // The link stands in the text; without a picture the invitation is still whole.
        Err(error) => tracing::warn!(%error, "a QR code could not be drawn"),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_carries_the_code_as_a_start_parameter() {
        assert_eq!(link("thidua_bot", "00ff"), "https://t.me/thidua_bot?start=00ff");
    }

    #[test]
    fn a_code_is_known_in_any_case_and_by_its_hash_alone() {
        assert_eq!(hash("00FF"), hash(" 00ff "));
        assert_ne!(hash("00ff"), hash("00fe"));
        assert_eq!(hash("00ff").len(), 32);
    }

    #[test]
    fn words_are_split_at_any_space() {
        assert_eq!(split("  unit_lead   AB  Nguyễn Văn A "), ("unit_lead", "AB  Nguyễn Văn A"));
        assert_eq!(split(""), ("", ""));
    }
}
