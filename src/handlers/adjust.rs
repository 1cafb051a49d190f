//! `/diem`: a council award. One member of the office proposes it, another agrees, and it counts
//! from then.

use serde::{Deserialize, Serialize};

use super::colleagues;
use super::context::{Cx, Handled, Stop, press as button};
use super::names;
use super::paging::{cancel_row, choices};
use crate::button::Press;
use crate::domain::fact::{Fact, What};
use crate::domain::ids::{FactId, UnitCode};
use crate::domain::policy::{Action, may};
use crate::domain::quantity::{
    Amount, AmountError, Measure, Quantity, Reading, clean, parse_amount_and_note,
};
use crate::domain::unit::UnitState;
use crate::event::Message;
use crate::handlers::dialogue::Dialogue;
use crate::handlers::entries;
use crate::outgoing::Keyboard;
use crate::store::campaigns::Loaded;
use crate::text::{Lang, date_time, shorten};
use crate::{say, store};

/// The longest reason that is kept, in UTF-16 units.
const LONGEST_REASON: usize = 500;
/// The most proposals listed at once.
const LISTED: usize = 6;
/// Points come in hundredths, as the parts of a score are shown.
const HUNDREDTH: i64 = 10_000;

/// Where the guided form is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// Which unit?
    Unit {
        /// Which page of the units is shown.
        page: u32,
    },
    /// How many points?
    Points {
        /// Whom.
        unit: UnitCode,
    },
    /// Why?
    Reason {
        /// Whom.
        unit: UnitCode,
        /// How many points.
        points: Quantity,
    },
}

/// Proposes as written in one line, or asks for what the line leaves out.
///
/// # Errors
/// A refusal that names what is wrong with the line.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    cx.allow(Action::Adjust)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let arguments = clean(arguments);
    let arguments = arguments.trim();
    let (code, rest) = arguments.split_once(char::is_whitespace).unwrap_or((arguments, ""));
    if code.is_empty() {
        return ask_unit(cx, 0).await;
    }
    let unit = names::find_unit(&loaded.campaign, code, lang)?.code.clone();
    if rest.trim().is_empty() {
        return ask_points(cx, unit).await;
    }
    let (points, reason) = read_points(rest, lang)?;
    go_on(cx, unit, points, &reason).await
}

/// Takes a text that was asked for.
///
/// # Errors
/// A refusal that says what to write.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    cx.allow(Action::Adjust)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let text = clean(&message.text).trim().to_owned();
    match draft {
        _ if text.is_empty() => Err(Stop::refuse(say!(lang, "second-in-words"))),
        Draft::Unit { .. } => {
            let unit = names::find_unit(&loaded.campaign, &text, lang)?.code.clone();
            ask_points(cx, unit).await
        }
        Draft::Points { unit } => {
            let (points, reason) = read_points(&text, lang)?;
            go_on(cx, unit, points, &reason).await
        }
        Draft::Reason { unit, points } => propose(cx, unit, points, &text).await,
    }
}

/// Takes a choice.
///
/// # Errors
/// When it cannot be kept.
pub async fn pressed(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    cx.allow(Action::Adjust)?;
    let loaded = cx.campaign()?;
    match (draft, press) {
        (Draft::Unit { .. }, Press::Page { page, .. }) => ask_unit(cx, page).await,
        (Draft::Unit { .. }, Press::Choose { index, .. }) => {
            match loaded.campaign.units().get(index as usize) {
                Some(unit) => ask_points(cx, unit.code.clone()).await,
                None => super::stale(cx).await,
            }
        }
        (Draft::Points { unit }, Press::Choose { index, .. }) => {
            match Quantity::from_integer(i64::from(index) + 1) {
                Some(points) => go_on(cx, unit, points, "").await,
                None => super::stale(cx).await,
            }
        }
        _ => super::stale(cx).await,
    }
}

/// "+2 lý do" as 2 points and "lý do": only what is added, never what is taken off.
fn read_points(text: &str, lang: Lang) -> Handled<(Quantity, String)> {
    let refuse = |html| Err(Stop::refuse(html));
    let (amount, reason) = match parse_amount_and_note(text, &Measure::parse("điểm")) {
        Ok(read) => read,
        Err(AmountError::Negative) => return refuse(say!(lang, "award-only-more")),
        Err(AmountError::TooFine { .. }) => return refuse(say!(lang, "award-too-fine")),
        Err(_) => return refuse(say!(lang, "award-usage")),
    };
    let (Amount::Total(reading) | Amount::Increment(reading)) = amount else {
        return refuse(say!(lang, "award-usage"));
    };
    match reading {
        Reading::Exact(points) if points < Quantity::ZERO => refuse(say!(lang, "award-only-more")),
        Reading::Exact(Quantity::ZERO) | Reading::Ambiguous { .. } => {
            refuse(say!(lang, "award-usage"))
        }
        Reading::Exact(points) if points.scaled() % HUNDREDTH != 0 => {
            refuse(say!(lang, "award-too-fine"))
        }
        Reading::Exact(points) => Ok((points, reason)),
    }
}

/// What may still be given to a unit, once what is proposed and not declined is counted too.
fn left(loaded: &Loaded, state: &UnitState, besides: Option<FactId>) -> Quantity {
    let taken = state.awards.iter().filter(|(id, award)| Some(**id) != besides && !award.declined);
    let taken: i64 = taken.map(|(_, award)| award.points.scaled()).sum();
    let cap = loaded.campaign.rules().award_cap.scaled();
    Quantity::from_scaled(cap.saturating_sub(taken).max(0))
}

/// What is left of the cap; a refusal where the points are more.
async fn check(cx: &mut Cx<'_>, unit: &UnitCode, points: Quantity) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    cx.allow(Action::Judge(unit))?;
    let state = store::book::state(cx.tx, &loaded, unit, cx.now).await?;
    let left = left(&loaded, &state, None);
    if points <= left {
        return Ok(());
    }
    let (name, notation) = (names::unit_name(&loaded.campaign, unit), lang.notation());
    let cap = loaded.campaign.rules().award_cap.print(notation);
    Err(Stop::refuse(if left == Quantity::ZERO {
        say!(lang, "award-nothing-left", unit = name, cap = cap)
    } else {
        say!(lang, "award-too-much", unit = name, cap = cap, left = left.print(notation))
    }))
}

async fn go_on(cx: &mut Cx<'_>, unit: UnitCode, points: Quantity, reason: &str) -> Handled {
    if !reason.is_empty() {
        return propose(cx, unit, points, reason).await;
    }
    check(cx, &unit, points).await?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let name = names::unit_name(&loaded.campaign, &unit);
    let points_shown = points.print(lang.notation());
    let html = say!(lang, "award-ask-reason", unit = name, points = points_shown);
    let dialogue = Dialogue::Adjust(Draft::Reason { unit, points });
    cx.ask_words(&dialogue, html).await
}

async fn ask_unit(cx: &mut Cx<'_>, page: u32) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let units = loaded.campaign.units();
    let labels: Vec<String> =
        units.iter().map(|unit| format!("{} · {}", unit.code, unit.name)).collect();
    let (mut lines, rows) = open_proposals(cx, &loaded).await?;
    lines.push(say!(lang, "award-ask-unit"));
    cx.ask(&Dialogue::Adjust(Draft::Unit { page }), lines.join("\n"), |step| {
        let mut keyboard = rows;
        keyboard.extend(choices(&labels, page, step, lang));
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

/// The proposals that wait, each with the buttons the person may press.
async fn open_proposals(cx: &mut Cx<'_>, loaded: &Loaded) -> Handled<(Vec<String>, Keyboard)> {
    let lang = cx.lang();
    let open = store::log::unanswered(cx.tx, loaded.id, "award_proposed").await?;
    if open.is_empty() {
        return Ok((vec![say!(lang, "award-none-open"), String::new()], Vec::new()));
    }
    let (mut lines, mut rows) = (vec![say!(lang, "award-open", count = open.len())], Vec::new());
    for fact in open.iter().take(LISTED) {
        let Some((unit, text)) = described(cx, loaded, fact, lang).await? else { continue };
        lines.push(format!("• {text}"));
        if may(&cx.actor, Action::Judge(&unit)) {
            rows.push(second_row(fact, fact.by == Some(cx.person.id), lang));
        }
    }
    if open.len() > LISTED {
        lines.push(say!(lang, "list-more", count = open.len() - LISTED));
    }
    lines.push(String::new());
    Ok((lines, rows))
}

/// The buttons under something that waits for a second voice.
pub(super) fn second_row(fact: &Fact, own: bool, lang: Lang) -> Vec<crate::outgoing::Button> {
    let number = entries::number(fact);
    if own {
        let label = say!(lang, "second-take-back", number = number);
        return vec![button(label, &Press::Disagree(fact.id))];
    }
    vec![
        button(say!(lang, "second-agree", number = number.as_str()), &Press::Agree(fact.id)),
        button(say!(lang, "second-disagree", number = number), &Press::Disagree(fact.id)),
    ]
}

/// `#1 An Biên: +2 điểm – lý do (Chị Hoa đề nghị, 03/10/2022 08:00)`, as HTML.
async fn described(
    cx: &mut Cx<'_>,
    loaded: &Loaded,
    fact: &Fact,
    lang: Lang,
) -> Handled<Option<(UnitCode, String)>> {
    let What::AwardProposed { unit, points, reason } = &fact.what else { return Ok(None) };
    let text = say!(
        lang,
        "award-line",
        number = entries::number(fact),
        unit = names::unit_name(&loaded.campaign, unit),
        points = points.print(lang.notation()),
        reason = shorten(reason, 200),
        who = entries::who(cx, fact.by).await?,
        at = date_time(fact.counted_at, loaded.campaign.calendar().tz())
    );
    Ok(Some((unit.clone(), text)))
}

async fn ask_points(cx: &mut Cx<'_>, unit: UnitCode) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let least = Quantity::from_scaled(HUNDREDTH);
    check(cx, &unit, least).await?;
    let state = store::book::state(cx.tx, &loaded, &unit, cx.now).await?;
    let left = left(&loaded, &state, None);
    let name = names::unit_name(&loaded.campaign, &unit);
    let html = say!(lang, "award-ask-points", unit = name, left = left.print(lang.notation()));
    let whole = u32::try_from(left.scaled() / 1_000_000).unwrap_or(0).min(5);
    cx.ask(&Dialogue::Adjust(Draft::Points { unit }), html, |step| {
        let choice = |index| button(format!("+{}", index + 1), &Press::Choose { step, index });
        let row: Vec<_> = (0..whole).map(choice).collect();
        let mut keyboard: Keyboard = Vec::new();
        if !row.is_empty() {
            keyboard.push(row);
        }
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

async fn propose(cx: &mut Cx<'_>, unit: UnitCode, points: Quantity, reason: &str) -> Handled {
    check(cx, &unit, points).await?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let seconds = colleagues::seconds(cx, &unit).await?;
    let reason = shorten(reason.trim(), LONGEST_REASON);
    let what = What::AwardProposed { unit: unit.clone(), points, reason };
    let fact = cx.record(what, cx.said_at).await?;
    for person in seconds {
        let Some((_, text)) = described(cx, &loaded, &fact, person.lang).await? else { continue };
        let html = say!(person.lang, "award-second-asked", line = crate::text::Html(text));
        let keyboard = vec![second_row(&fact, false, person.lang)];
        let key = format!("award:{}:{}", fact.id, person.id);
        cx.notify(&person, html, keyboard, key).await?;
    }
    let html = say!(
        lang,
        "award-proposed",
        number = entries::number(&fact),
        unit = names::unit_name(&loaded.campaign, &unit),
        points = points.print(lang.notation())
    );
    cx.conclude(html, Vec::new()).await?;
    Ok(())
}

/// Another member of the office has pressed a button under a proposal, or its proposer has.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn seconded(cx: &mut Cx<'_>, press: Press) -> Handled {
    let (Press::Agree(id) | Press::Disagree(id)) = press else { return super::stale(cx).await };
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let Some(fact) = store::entries::in_campaign(cx.tx, loaded.id, id).await? else {
        return super::stale(cx).await;
    };
    let What::AwardProposed { unit, points, .. } = &fact.what else {
        return super::stale(cx).await;
    };
    cx.allow(Action::Judge(unit))?;
    let number = entries::number(&fact);
    if let Some(answer) = store::log::referring_to(cx.tx, id).await?.first() {
        let who = entries::who(cx, answer.by).await?;
        let at = date_time(answer.counted_at, loaded.campaign.calendar().tz());
        let html = match answer.what {
            What::AwardConfirmed { .. } => {
                say!(lang, "award-already", number = number, who = who, at = at)
            }
            _ => say!(lang, "award-already-declined", number = number, who = who, at = at),
        };
        cx.show(html, Vec::new()).await?;
        return Ok(());
    }
    let own = fact.by == Some(cx.person.id);
    let (unit, points) = (unit.clone(), *points);
    if matches!(press, Press::Disagree(_)) {
        let award = fact.id;
        cx.record(What::AwardDeclined { award, unit: unit.clone() }, None).await?;
        tell_proposer(cx, &loaded, &fact, false).await?;
        cx.show(say!(lang, "award-declined", number = number), Vec::new()).await?;
        return Ok(());
    }
    if own {
        return Err(Stop::refuse(say!(lang, "second-not-own", number = number)));
    }
    let state = store::book::state(cx.tx, &loaded, &unit, cx.now).await?;
    let room = left(&loaded, &state, Some(id));
    if points > room {
        let (name, notation) = (names::unit_name(&loaded.campaign, &unit), lang.notation());
        let cap = loaded.campaign.rules().award_cap.print(notation);
        let left = room.print(notation);
        return Err(Stop::refuse(say!(
            lang,
            "award-too-much",
            unit = name,
            cap = cap,
            left = left
        )));
    }
    cx.record(What::AwardConfirmed { award: id, unit: unit.clone() }, None).await?;
    tell_proposer(cx, &loaded, &fact, true).await?;
    let reason = match &fact.what {
        What::AwardProposed { reason, .. } => reason.clone(),
        _ => String::new(),
    };
    colleagues::tell_unit(cx, &unit, &format!("awarded:{id}"), |lang| {
        let (points, reason) = (points.print(lang.notation()), shorten(&reason, 400));
        (say!(lang, "award-notice", points = points, reason = reason), Vec::new())
    })
    .await?;
    let name = names::unit_name(&loaded.campaign, &unit);
    let points = points.print(lang.notation());
    let html = say!(lang, "award-agreed", number = number, unit = name, points = points);
    cx.show(html, Vec::new()).await?;
    Ok(())
}

async fn tell_proposer(cx: &mut Cx<'_>, loaded: &Loaded, fact: &Fact, agreed: bool) -> Handled {
    let Some(by) = fact.by.filter(|by| *by != cx.person.id) else { return Ok(()) };
    let Some(person) = store::people::by_id(cx.tx, by).await? else { return Ok(()) };
    let Some(unit) = fact.what.unit() else { return Ok(()) };
    let who = entries::who(cx, Some(cx.person.id)).await?;
    let (number, name) = (entries::number(fact), names::unit_name(&loaded.campaign, unit));
    let html = if agreed {
        say!(person.lang, "award-seconded", number = number, unit = name, who = who)
    } else {
        say!(person.lang, "award-not-seconded", number = number, unit = name, who = who)
    };
    cx.notify(&person, html, Vec::new(), format!("award-answer:{}", fact.id)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String)> {
        let (points, reason) = read_points(text, Lang::Vi).ok()?;
        Some((points.to_plain(), reason))
    }

    #[test]
    fn points_are_added_in_hundredths_and_never_taken_off() {
        let known = |points: &str, reason: &str| Some((points.to_owned(), reason.to_owned()));
        assert_eq!(read("+2 cứu trợ bão"), known("2", "cứu trợ bão"));
        assert_eq!(read("1,25 điểm mô hình hay"), known("1.25", "mô hình hay"));
        for wrong in ["-2 chậm", "+-2", "0", "+0", "1,255", "1.234", "1/2", "hai", ""] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
