//! `/duyet`: the office's queue of pledges.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::context::{Cx, Handled, Stop, open, press};
use super::paging::open_with;
use super::{names, pledge};
use crate::button::Press;
use crate::domain::campaign::Campaign;
use crate::domain::fact::{Decision, Fact, Pledged, What};
use crate::domain::ids::{FactId, Number};
use crate::domain::line::Setting;
use crate::domain::pledge::{Standing, propose};
use crate::domain::policy::{Action, Role, may};
use crate::domain::quantity::fold;
use crate::event::Message;
use crate::handlers::dialogue::Dialogue;
use crate::outgoing::Keyboard;
use crate::say;
use crate::store;
use crate::store::campaigns::Loaded;
use crate::text::{Html, Lang, date_time, shorten};

/// The longest reason that is kept, in UTF-16 units.
const LONGEST_REASON: usize = 500;

/// Where the conversation is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// Why is it returned?
    Return {
        /// The pledge.
        pledge: FactId,
    },
    /// Really approve all of these?
    All {
        /// Those that stood at or above their assignment when they were counted.
        pledges: Vec<FactId>,
    },
}

/// What a line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wish {
    Queue,
    All,
    Show(Number),
    Approve(Number),
    Return(Number, String),
}

/// Opens the queue, or decides as written.
///
/// # Errors
/// A refusal that says what can be written.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    cx.allow(Action::ApprovePledges(None))?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let Some(wish) = read(arguments) else {
        return Err(Stop::refuse(say!(lang, "approve-unclear", typed = names::quoted(arguments))));
    };
    let wanted = match wish {
        Wish::Queue => return next(cx, &loaded, None, None).await,
        Wish::All => return ask_all(cx, &loaded).await,
        Wish::Show(number) | Wish::Approve(number) | Wish::Return(number, _) => number,
    };
    let found = store::log::by_number(cx.tx, loaded.id, "pledged", wanted).await?;
    let Some((fact, pledged)) = found.and_then(as_pledge) else {
        return Err(Stop::refuse(say!(lang, "pledge-unknown", number = wanted)));
    };
    if let Some(already) = already(cx, &loaded, &fact).await? {
        return Err(Stop::refuse(already));
    }
    match wish {
        Wish::Approve(_) => {
            let done = decide(cx, &loaded, &fact, &pledged, Decision::Approved).await?;
            cx.show(done, to_queue(lang)).await?;
            Ok(())
        }
        Wish::Return(_, reason) if !reason.is_empty() => {
            let decision = Decision::Returned { reason: shorten(&reason, LONGEST_REASON) };
            let done = decide(cx, &loaded, &fact, &pledged, decision).await?;
            cx.show(done, to_queue(lang)).await?;
            Ok(())
        }
        Wish::Return(..) => ask_reason(cx, &fact).await,
        _ => {
            let html = card(cx, &loaded, &fact, &pledged).await?;
            let keyboard = decide_keys(cx, &fact, &pledged);
            cx.show(html, keyboard).await?;
            Ok(())
        }
    }
}

/// Reads `17 ok`, `17 tra lý do`, `#17`, `tatca`, `tất cả`.
fn read(text: &str) -> Option<Wish> {
    let text = text.trim();
    if text.is_empty() {
        return Some(Wish::Queue);
    }
    if matches!(fold(text).as_str(), "tatca" | "tat ca" | "all") {
        return Some(Wish::All);
    }
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let number = Number(first.strip_prefix('#').unwrap_or(first).parse().ok()?);
    let rest = rest.trim();
    let (verb, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    match fold(verb).as_str() {
        "" => Some(Wish::Show(number)),
        "ok" | "duyet" | "approve" => Some(Wish::Approve(number)),
        "tra" | "return" => {
            let rest = rest.trim();
            // "trả lại lý do" says the same as "trả lý do".
            let (word, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            let reason = if fold(word) == "lai" { after.trim() } else { rest };
            Some(Wish::Return(number, reason.to_owned()))
        }
        _ => None,
    }
}

fn as_pledge(fact: Fact) -> Option<(Fact, Pledged)> {
    let What::Pledged(pledge) = &fact.what else { return None };
    let pledge = pledge.clone();
    Some((fact, pledge))
}

/// Takes the reason for a return.
///
/// # Errors
/// A refusal where a button was to be pressed.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    cx.allow(Action::ApprovePledges(None))?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let reason = message.text.trim();
    let Draft::Return { pledge } = draft else {
        return Err(Stop::refuse(say!(lang, "press-a-button")));
    };
    if reason.is_empty() {
        return Err(Stop::refuse(say!(lang, "return-needs-reason")));
    }
    let found = store::log::by_id(cx.tx, pledge).await?.and_then(as_pledge);
    let Some((fact, pledged)) = found else { return super::stale(cx).await };
    let said = if let Some(already) = already(cx, &loaded, &fact).await? {
        already
    } else {
        let decision = Decision::Returned { reason: shorten(reason, LONGEST_REASON) };
        decide(cx, &loaded, &fact, &pledged, decision).await?
    };
    next(cx, &loaded, Some(fact.id), Some(said)).await
}

/// Takes the confirmation of approving all.
///
/// # Errors
/// When it cannot be kept.
pub async fn chosen(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    cx.allow(Action::ApprovePledges(None))?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let (Draft::All { pledges }, Press::Confirm { .. }) = (draft, press) else {
        return super::stale(cx).await;
    };
    let waiting = store::log::pending(cx.tx, loaded.id, "pledged").await?;
    let mut approved = 0_usize;
    for fact in waiting.into_iter().filter(|fact| pledges.contains(&fact.id)) {
        if let Some((fact, pledged)) = as_pledge(fact)
            && is_others(cx, &pledged)
        {
            decide(cx, &loaded, &fact, &pledged, Decision::Approved).await?;
            approved += 1;
        }
    }
    let left = store::log::pending(cx.tx, loaded.id, "pledged").await?.len();
    let html = say!(lang, "approved-all", count = approved, left = left);
    cx.conclude(html, if left > 0 { to_queue(lang) } else { Vec::new() }).await?;
    Ok(())
}

/// Takes a press on a pledge of the queue.
///
/// # Errors
/// When it cannot be kept.
pub async fn pressed(cx: &mut Cx<'_>, press: Press) -> Handled {
    cx.allow(Action::ApprovePledges(None))?;
    let loaded = cx.campaign()?;
    let (Press::Approve(id) | Press::Return(id) | Press::Skip(id)) = press else {
        return super::stale(cx).await;
    };
    let Some((fact, pledged)) = find(cx, &loaded, id).await? else { return super::stale(cx).await };
    if let Press::Skip(_) = press {
        return next(cx, &loaded, Some(id), None).await;
    }
    if let Some(already) = already(cx, &loaded, &fact).await? {
        return next(cx, &loaded, Some(id), Some(already)).await;
    }
    if let Press::Return(_) = press {
        return ask_reason(cx, &fact).await;
    }
    let done = decide(cx, &loaded, &fact, &pledged, Decision::Approved).await?;
    next(cx, &loaded, Some(id), Some(done)).await
}

/// The pledge a button stands for, if it belongs to the campaign at hand: the office of one
/// campaign decides nothing in another.
async fn find(cx: &mut Cx<'_>, loaded: &Loaded, id: FactId) -> Handled<Option<(Fact, Pledged)>> {
    let found = store::log::by_id(cx.tx, id).await?.and_then(as_pledge);
    let Some((fact, pledged)) = found else { return Ok(None) };
    let Some(number) = fact.number else { return Ok(None) };
    let here = store::log::by_number(cx.tx, loaded.id, "pledged", number).await?;
    Ok(here.is_some_and(|here| here.id == id).then_some((fact, pledged)))
}

/// What became of a pledge that does not wait any more: by whom and when.
async fn already(cx: &mut Cx<'_>, loaded: &Loaded, pledge: &Fact) -> Handled<Option<String>> {
    let lang = cx.lang();
    if store::log::is_pending(cx.tx, pledge.id).await? {
        return Ok(None);
    }
    let last = store::log::referring_to(cx.tx, pledge.id).await?.pop();
    let Some(last) = last else { return Ok(None) };
    let by = match last.by {
        Some(id) => store::people::by_id(cx.tx, id).await?,
        None => None,
    };
    let (number, by) = (pledge::number(pledge.number), names::person(by.as_ref(), lang));
    let at = date_time(last.recorded_at, loaded.campaign.calendar().tz());
    Ok(Some(match last.what {
        What::PledgeDecided { decision: Decision::Approved, .. } => {
            say!(lang, "already-approved", number = number, by = by, at = at)
        }
        What::PledgeDecided { .. } => {
            say!(lang, "already-returned", number = number, by = by, at = at)
        }
        _ => say!(lang, "already-withdrawn", number = number, by = by, at = at),
    }))
}

async fn ask_reason(cx: &mut Cx<'_>, fact: &Fact) -> Handled {
    cx.allow(Action::ApprovePledges(fact.what.unit()))?;
    let lang = cx.lang();
    let html = say!(lang, "return-ask-reason", number = pledge::number(fact.number));
    let dialogue = Dialogue::Approve(Draft::Return { pledge: fact.id });
    cx.ask_words(&dialogue, html).await
}

async fn ask_all(cx: &mut Cx<'_>, loaded: &Loaded) -> Handled {
    let lang = cx.lang();
    let waiting = store::log::pending(cx.tx, loaded.id, "pledged").await?;
    let all = waiting.len();
    let met = waiting
        .into_iter()
        .filter_map(as_pledge)
        .filter(|(_, pledged)| standing(&loaded.campaign, pledged) == Some(Standing::Met));
    let (met, own): (Vec<_>, Vec<_>) = met.partition(|(_, pledged)| is_others(cx, pledged));
    let pledges: Vec<FactId> = met.iter().map(|(fact, _)| fact.id).collect();
    let (count, left) = (pledges.len(), all - pledges.len());
    let own = match own.len() {
        0 => String::new(),
        own => format!("\n{}", say!(lang, "approve-all-own", count = own)),
    };
    if pledges.is_empty() {
        let keyboard = if left > 0 { to_queue(lang) } else { Vec::new() };
        let html = say!(lang, "approve-all-none", left = left);
        cx.show(format!("{html}{own}"), keyboard).await?;
        return Ok(());
    }
    let html = format!("{}{own}", say!(lang, "approve-all-ask", count = count, left = left));
    let dialogue = Dialogue::Approve(Draft::All { pledges });
    cx.ask_sure(&dialogue, html).await
}

fn standing(campaign: &Campaign, pledged: &Pledged) -> Option<Standing> {
    let setting = Setting::of(campaign, &pledged.line.unit, &pledged.line.indicator)?;
    propose(&setting, campaign.rules(), pledged.target).ok().map(|proposal| proposal.standing)
}

/// Records a decision, tells the unit, and gives the line that says so to the office.
async fn decide(
    cx: &mut Cx<'_>,
    loaded: &Loaded,
    fact: &Fact,
    pledged: &Pledged,
    decision: Decision,
) -> Handled<String> {
    cx.allow(Action::ApprovePledges(Some(&pledged.line.unit)))?;
    let lang = cx.lang();
    let what = What::PledgeDecided {
        pledge: fact.id,
        line: pledged.line.clone(),
        decision: decision.clone(),
    };
    let decided = cx.record(what, cx.said_at).await?;
    for role in [Role::UnitLead, Role::Reporter] {
        for person in cx.people_with(role, Some(&pledged.line.unit)).await? {
            let (html, keyboard) = notice(&loaded.campaign, fact, pledged, &decision, person.lang);
            let key = format!("pledge-decided:{}:{}", decided.id, person.id);
            cx.notify(&person, html, keyboard, key).await?;
        }
    }
    let number = pledge::number(fact.number);
    let unit = names::unit_name(&loaded.campaign, &pledged.line.unit);
    let indicator = &pledged.line.indicator;
    Ok(match decision {
        Decision::Approved => {
            say!(lang, "approved", number = number, unit = unit, indicator = indicator)
        }
        Decision::Returned { .. } => {
            say!(lang, "returned", number = number, unit = unit, indicator = indicator)
        }
    })
}

/// What the unit hears, and the button for what it does next.
fn notice(
    campaign: &Campaign,
    fact: &Fact,
    pledged: &Pledged,
    decision: &Decision,
    lang: Lang,
) -> (String, Keyboard) {
    let indicator = &pledged.line.indicator;
    let setting = Setting::of(campaign, &pledged.line.unit, indicator);
    let target = setting.map(|setting| names::target(&setting, pledged.target, lang));
    let target = target.unwrap_or_default();
    let number = pledge::number(fact.number);
    let code = Html(indicator.to_string());
    match decision {
        Decision::Approved => {
            let html = say!(
                lang,
                "approved-notice",
                number = number,
                indicator = indicator,
                target = target,
                due = pledged.due
            );
            let label = say!(lang, "button-report-line", indicator = code);
            (html, vec![vec![press(label, &Press::Report(fact.id))]])
        }
        Decision::Returned { reason } => {
            let html = say!(
                lang,
                "returned-notice",
                number = number,
                indicator = indicator,
                target = target,
                reason = reason
            );
            let label = say!(lang, "button-pledge-line", indicator = code);
            (html, vec![vec![open_with(label, "dangky", indicator.as_str())]])
        }
    }
}

/// Shows the next pledge that waits, after `after` where given, below what has just been done.
async fn next(
    cx: &mut Cx<'_>,
    loaded: &Arc<Loaded>,
    after: Option<FactId>,
    said: Option<String>,
) -> Handled {
    let lang = cx.lang();
    let waiting = store::log::pending(cx.tx, loaded.id, "pledged").await?;
    let count = waiting.len();
    let at = waiting.iter().position(|fact| after.is_none_or(|after| fact.id > after));
    let found = at.and_then(|at| {
        let (fact, pledged) = waiting.into_iter().nth(at).and_then(as_pledge)?;
        Some((at, fact, pledged))
    });
    let (text, keyboard) = match found {
        Some((at, fact, pledged)) => {
            let at = at + 1;
            let place = say!(lang, "queue-place", at = at, count = count);
            let card = card(cx, loaded, &fact, &pledged).await?;
            (format!("{place}\n{card}"), decide_keys(cx, &fact, &pledged))
        }
        None if count == 0 => (say!(lang, "queue-empty"), Vec::new()),
        None => (say!(lang, "queue-put-off", count = count), to_queue(lang)),
    };
    let html = match said {
        Some(said) => format!("{said}\n\n{text}"),
        None => text,
    };
    cx.conclude(html, keyboard).await?;
    Ok(())
}

/// All that a decision needs on one screen.
async fn card(cx: &mut Cx<'_>, loaded: &Loaded, fact: &Fact, pledged: &Pledged) -> Handled<String> {
    let lang = cx.lang();
    let (campaign, line) = (&loaded.campaign, &pledged.line);
    let setting = Setting::of(campaign, &line.unit, &line.indicator);
    let Some(setting) = setting else {
        return Err(Stop::refuse(say!(lang, "indicator-gone", indicator = line.indicator)));
    };
    let by = match fact.by {
        Some(id) => store::people::by_id(cx.tx, id).await?,
        None => None,
    };
    let mut lines = vec![
        say!(
            lang,
            "card-head",
            number = pledge::number(fact.number),
            unit = names::unit_name(campaign, &line.unit),
            indicator = line.indicator,
            name = setting.indicator.name
        ),
        say!(
            lang,
            "card-target",
            target = names::target(&setting, pledged.target, lang),
            due = pledged.due
        ),
    ];
    lines.extend(pledge::given_lines(&setting, lang));
    if !pledged.reason.is_empty() {
        lines.push(say!(lang, "reason-line", reason = pledged.reason));
    }
    if let Ok(proposal) = propose(&setting, campaign.rules(), pledged.target) {
        if proposal.standing == Standing::Below {
            lines.push(say!(lang, "card-below"));
        }
        if proposal.excessive {
            let percent = campaign.rules().excess_percent.print(lang.notation());
            lines.push(say!(lang, "card-excessive", percent = percent));
        }
    }
    let state = cx.state(&line.unit).await?;
    if let Some(active) = state.line(&line.indicator).and_then(|line| line.active.as_ref()) {
        let value = names::target(&setting, active.target, lang);
        lines.push(say!(
            lang,
            "card-replaces",
            number = pledge::number(active.number),
            value = value,
            due = active.due
        ));
    }
    let at = date_time(fact.counted_at, campaign.calendar().tz());
    lines.push(say!(lang, "card-by", by = names::person(by.as_ref(), lang), at = at));
    if !is_others(cx, pledged) {
        lines.push(say!(lang, "card-own-unit"));
    }
    Ok(lines.join("\n"))
}

fn decide_keys(cx: &Cx<'_>, fact: &Fact, pledged: &Pledged) -> Keyboard {
    let lang = cx.lang();
    let later = vec![press(say!(lang, "button-later"), &Press::Skip(fact.id))];
    if !is_others(cx, pledged) {
        return vec![later];
    }
    vec![
        vec![
            press(say!(lang, "button-approve"), &Press::Approve(fact.id)),
            press(say!(lang, "button-return"), &Press::Return(fact.id)),
        ],
        later,
    ]
}

/// Whether a pledge is for the person to decide: not one of their own unit.
fn is_others(cx: &Cx<'_>, pledged: &Pledged) -> bool {
    may(&cx.actor, Action::ApprovePledges(Some(&pledged.line.unit)))
}

fn to_queue(lang: Lang) -> Keyboard {
    vec![vec![open(say!(lang, "button-approve-queue"), "duyet")]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_are_read_from_one_line() {
        let reason = |text: &str| Some(Wish::Return(Number(17), text.to_owned()));
        assert_eq!(read(""), Some(Wish::Queue));
        assert_eq!(read("17"), Some(Wish::Show(Number(17))));
        assert_eq!(read("#17 OK"), Some(Wish::Approve(Number(17))));
        assert_eq!(read("17 duyệt"), Some(Wish::Approve(Number(17))));
        assert_eq!(read("17 tra thiếu căn cứ"), reason("thiếu căn cứ"));
        assert_eq!(read("17 Trả lại thiếu căn cứ"), reason("thiếu căn cứ"));
        assert_eq!(read("17 trả"), reason(""));
        assert_eq!(read("tatca"), Some(Wish::All));
        assert_eq!(read("Tất cả"), Some(Wish::All));
        assert_eq!(read("17 thôi"), None);
        assert_eq!(read("mười bảy"), None);
    }
}
