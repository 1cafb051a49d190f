//! `/huyhieu`: the badges of a unit and what they rest on, thanks between units, examples of the
//! week; the office takes a badge back.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::board::own_unit;
use super::context::{Cx, Handled, Stop};
use super::dialogue::Dialogue;
use super::names;
use crate::button::Press;
use crate::domain::badge::Badge;
use crate::domain::calendar::Week;
use crate::domain::campaign::{Campaign, Unit};
use crate::domain::collation;
use crate::domain::definition::key;
use crate::domain::ids::{FactId, UnitCode};
use crate::domain::policy::{Action, Role, may};
use crate::domain::quantity::clean;
use crate::domain::ranking;
use crate::event::Message;
use crate::outgoing::Keyboard;
use crate::say;

mod example;
mod revoke;
mod show;
mod thanks;

/// The longest sentence that is passed on, in UTF-16 units: it is read by everybody.
const LONGEST: usize = 300;

/// Where a guided form is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// Which unit is thanked?
    ThankUnit {
        /// Which page of the units is shown.
        page: u32,
    },
    /// What for?
    ThankText {
        /// Whom.
        to: UnitCode,
    },
    /// Whose example is it?
    ExampleUnit {
        /// Which page of the units is shown.
        page: u32,
    },
    /// What did they do?
    ExampleText {
        /// Whose.
        of: UnitCode,
    },
    /// Which badge is taken back?
    RevokeWhich,
    /// Why?
    RevokeReason {
        /// The badge.
        badge: FactId,
    },
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Show,
    Thank,
    Example,
    Choose,
    Revoke,
}

/// Shows badges, or does what the first word says: `camon AB …`, `guongsang AB …`, `chon 3`,
/// `thu 9 …`.
///
/// # Errors
/// A refusal that says what to write instead.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let arguments = clean(arguments);
    let (wish, rest) = read(&arguments);
    match wish {
        Wish::Show => show::run(cx, rest).await,
        Wish::Thank => thanks::run(cx, rest).await,
        Wish::Example => example::run(cx, rest).await,
        Wish::Choose => example::choose(cx, rest).await,
        Wish::Revoke => revoke::run(cx, rest).await,
    }
}

/// The wish and what follows it. Words of two syllables may be written apart.
fn read(arguments: &str) -> (Wish, &str) {
    let (first, rest) = split(arguments);
    let (second, beyond) = split(rest);
    match (key(first).as_str(), key(second).as_str()) {
        ("cam", "on") => (Wish::Thank, beyond),
        ("guong", "sang") => (Wish::Example, beyond),
        ("camon" | "thank" | "thanks", _) => (Wish::Thank, rest),
        ("guongsang" | "example", _) => (Wish::Example, rest),
        ("chon" | "choose", _) => (Wish::Choose, rest),
        ("thu" | "revoke", _) => (Wish::Revoke, rest),
        _ => (Wish::Show, arguments),
    }
}

/// The first word, and the rest without the space between.
fn split(text: &str) -> (&str, &str) {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (first, rest.trim())
}

/// Takes a text that was asked for.
///
/// # Errors
/// A refusal that says what to write.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    let text = clean(&message.text);
    if text.is_empty() {
        return Err(Stop::refuse(say!(cx.lang(), "honours-write-text")));
    }
    match draft {
        Draft::ThankUnit { .. } => thanks::run(cx, &text).await,
        Draft::ThankText { to } => thanks::record(cx, to, &text).await,
        Draft::ExampleUnit { .. } => {
            let loaded = cx.campaign()?;
            let of = names::find_unit(&loaded.campaign, &text, cx.lang())?.code.clone();
            example::ask_text(cx, of).await
        }
        Draft::ExampleText { of } => example::record(cx, of, &text).await,
        Draft::RevokeWhich => revoke::run(cx, &text).await,
        Draft::RevokeReason { badge } => revoke::record(cx, badge, &text).await,
    }
}

/// Takes a choice.
///
/// # Errors
/// When it cannot be kept.
pub async fn chosen(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    match (draft, press) {
        (Draft::ThankUnit { .. }, Press::Page { page, .. }) => thanks::ask_unit(cx, page).await,
        (Draft::ThankUnit { .. }, Press::Choose { index, .. }) => {
            thanks::picked(cx, index as usize).await
        }
        (Draft::ExampleUnit { .. }, Press::Page { page, .. }) => example::ask_unit(cx, page).await,
        (Draft::ExampleUnit { .. }, Press::Choose { index, .. }) => {
            example::picked(cx, index as usize).await
        }
        _ => super::stale(cx).await,
    }
}

/// Takes a press under a list of nominations.
///
/// # Errors
/// A refusal where one is chosen already.
pub async fn pressed(cx: &mut Cx<'_>, nomination: FactId) -> Handled {
    example::pressed(cx, nomination).await
}

/// The unit in whose name somebody thanks and nominates.
fn speaker(cx: &Cx<'_>, campaign: &Campaign) -> Handled<UnitCode> {
    let unit = cx.own_unit(campaign)?;
    cx.allow(Action::Honour(&unit))?;
    Ok(unit)
}

/// All other units, in the order of the alphabet.
fn others<'a>(campaign: &'a Campaign, own: &UnitCode) -> Vec<&'a Unit> {
    let mut units: Vec<&Unit> = campaign.units().iter().filter(|unit| &unit.code != own).collect();
    units.sort_by_cached_key(|unit| (collation::key(&unit.name), unit.code.clone()));
    units
}

/// Asks for one of units, a page of them at a time.
async fn offer(cx: &mut Cx<'_>, units: &[&Unit], page: u32, draft: Draft, html: String) -> Handled {
    let labels: Vec<String> = units.iter().map(|unit| unit.name.clone()).collect();
    cx.ask_which(&Dialogue::Honour(draft), html, &labels, page).await
}

/// Asks for a sentence.
async fn ask_sentence(cx: &mut Cx<'_>, draft: Draft, html: String) -> Handled {
    cx.ask_words(&Dialogue::Honour(draft), html).await
}

/// A sentence that is short enough to be passed on.
fn sentence(cx: &Cx<'_>, text: &str) -> Handled<String> {
    let length = text.encode_utf16().count();
    if length > LONGEST {
        let html = say!(cx.lang(), "honours-too-long", length = length, most = LONGEST);
        return Err(Stop::refuse(html));
    }
    Ok(text.to_owned())
}

/// The week of the campaign in which something is said; a refusal outside it.
fn week_of_saying(cx: &Cx<'_>, campaign: &Campaign) -> Handled<Week> {
    let week = campaign.calendar().week_at(cx.said_or_now());
    week.ok_or_else(|| Stop::refuse(say!(cx.lang(), "honours-not-now")))
}

/// Tells those who report for a unit, in their own languages, once under a key for each.
async fn tell(
    cx: &mut Cx<'_>,
    unit: &UnitCode,
    key: &str,
    html: impl Fn(crate::text::Lang) -> String,
) -> Handled {
    for role in [Role::UnitLead, Role::Reporter] {
        for person in cx.people_with(role, Some(unit)).await? {
            let key = format!("{key}:{}", person.id);
            let keyboard = Keyboard::new();
            cx.notify(&person, html(person.lang), keyboard, key).await?;
        }
    }
    Ok(())
}

/// Whether a badge given in a week is kept from whoever asks: one that tells who stands where, of
/// the last days, until they are over.
fn is_withheld(cx: &Cx<'_>, campaign: &Campaign, badge: &Badge, week: Week) -> bool {
    !may(&cx.actor, Action::SeeFullTable) && is_secret(campaign, badge, week, cx.now)
}

/// Whether a badge is kept at an instant from those who do not see the full table.
pub(crate) fn is_secret(campaign: &Campaign, badge: &Badge, week: Week, at: DateTime<Utc>) -> bool {
    let closing = campaign.calendar().closing(week);
    badge.tells_places() && ranking::is_withheld(campaign, closing, at)
}

/// The unit that is meant where none is named.
fn own(cx: &Cx<'_>, campaign: &Campaign) -> Option<UnitCode> {
    own_unit(cx, campaign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_words_say_what_is_wished() {
        assert_eq!(read("camon LS cho mượn máy"), (Wish::Thank, "LS cho mượn máy"));
        assert_eq!(read("Cảm ơn LS cho mượn máy"), (Wish::Thank, "LS cho mượn máy"));
        assert_eq!(read("gương sáng tổ dân phố 5"), (Wish::Example, "tổ dân phố 5"));
        assert_eq!(read("example"), (Wish::Example, ""));
        assert_eq!(read("thu 9 nhầm"), (Wish::Revoke, "9 nhầm"));
        assert_eq!(read("chọn 3"), (Wish::Choose, "3"));
        assert_eq!(read("AB"), (Wish::Show, "AB"));
        assert_eq!(read(""), (Wish::Show, ""));
    }
}
