//! `/lichsu`: what was reported, by whom, and what came of it, newest first.

use super::context::{Cx, Handled, Stop, open};
use super::entries::{self, Entry};
use super::import::units;
use super::{appeal, cases, names};
use crate::domain::campaign::{Campaign, Unit};
use crate::domain::definition::{nearest, same_code};
use crate::domain::fact::{EntryKind, Fact, What};
use crate::domain::ids::{FactId, IndicatorCode, UnitCode};
use crate::domain::policy::{Action, may};
use crate::domain::quantity::clean;
use crate::outgoing::Button;
use crate::store::campaigns::Loaded;
use crate::text::{date_time, shorten};
use crate::{say, store};

mod choose;

/// Entries on one page.
const PAGE: usize = 8;
/// The longest of somebody's own words in the list, in UTF-16 units.
const NOTE: usize = 120;

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
struct View {
    unit: UnitCode,
    /// One indicator, or all.
    indicator: Option<IndicatorCode>,
    /// Entries older than this one.
    before: Option<Fact>,
}

/// `/lichsu`, `/lichsu THUE`, `/lichsu AB`, `/lichsu AB THUE`.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let loaded = cx.campaign()?;
    let arguments = clean(arguments);
    match elsewhere(&arguments) {
        Some(Elsewhere::Rules(page)) => return super::changes::history(cx, page).await,
        Some(Elsewhere::Appeal(rest)) => return super::appeal::by_number(cx, rest).await,
        Some(Elsewhere::Units(page, indicator)) => {
            let indicator = names::indicator_of(&loaded.campaign, indicator);
            let indicator = indicator.map(|one| one.code.clone());
            return choose::ask(cx, &loaded.campaign, indicator.as_ref(), page).await;
        }
        None => {}
    }
    if let Some(indicator) = unnamed_unit(cx, &loaded.campaign, &arguments) {
        return choose::ask(cx, &loaded.campaign, indicator.as_ref(), 0).await;
    }
    let view = if let Some((anchor, whole)) = page(&arguments) {
        turned(cx, &loaded, anchor, whole).await?
    } else {
        let past = past_unit(cx, &loaded, &arguments).await?;
        named(cx, &loaded.campaign, past.as_ref(), &arguments)?
    };
    allow(cx, &loaded.campaign, &view)?;
    show(cx, &loaded, &view).await
}

/// What is asked for beside the entries.
enum Elsewhere<'a> {
    /// `quytac`: the rules and targets that changed, with a page.
    Rules(usize),
    /// `khieunai 17 reason`: an appeal.
    Appeal(&'a str),
    /// `donvi 2 THUE`: the units to choose from, with a page, on an indicator or on all.
    Units(u32, &'a str),
}

fn elsewhere(arguments: &str) -> Option<Elsewhere<'_>> {
    let arguments = arguments.trim();
    let (word, rest) = arguments.split_once(char::is_whitespace).unwrap_or((arguments, ""));
    match crate::domain::definition::key(word).as_str() {
        "quytac" | "rules" => Some(Elsewhere::Rules(rest.trim().parse().unwrap_or(0))),
        "khieunai" | "appeal" => Some(Elsewhere::Appeal(rest.trim())),
        "donvi" | "units" => {
            let (page, indicator) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
            // Pages are counted from 1 where people see them.
            let page = page.parse::<u32>().unwrap_or(1).saturating_sub(1);
            Some(Elsewhere::Units(page, indicator))
        }
        _ => None,
    }
}

/// The pages are turned by buttons that name the last entry seen: `^12` on its line, `^12*` on its
/// unit. A page so named stays the same whatever is reported meanwhile.
fn page(arguments: &str) -> Option<(FactId, bool)> {
    let rest = arguments.trim().strip_prefix('^')?;
    let (digits, whole) = rest.strip_suffix('*').map_or((rest, false), |digits| (digits, true));
    digits.parse().ok().map(|id| (FactId(id), whole))
}

async fn turned(cx: &mut Cx<'_>, loaded: &Loaded, anchor: FactId, whole: bool) -> Handled<View> {
    let fact = store::entries::in_campaign(cx.tx, loaded.id, anchor).await?;
    let gone = || Stop::refuse(say!(cx.lang(), "stale-button"));
    let fact = fact.ok_or_else(gone)?;
    let line = fact.what.line().cloned().ok_or_else(gone)?;
    let indicator = (!whole).then_some(line.indicator);
    Ok(View { unit: line.unit, indicator, before: Some(fact) })
}

/// The unit that the first word names and the campaign no longer has: what it did stays to be read.
async fn past_unit(cx: &mut Cx<'_>, loaded: &Loaded, arguments: &str) -> Handled<Option<Unit>> {
    let campaign = &loaded.campaign;
    let Some(word) = arguments.split_whitespace().next() else { return Ok(None) };
    if names::indicator_of(campaign, word).is_some() || unit_named(campaign, None, word).is_some() {
        return Ok(None);
    }
    Ok(units::past(cx.tx, loaded.id, word).await?)
}

/// Of which indicator, if any, somebody without reports of their own asks without naming a unit.
#[expect(clippy::option_option, reason = "whether it is asked, and of which indicator if any")]
fn unnamed_unit(
    cx: &Cx<'_>,
    campaign: &Campaign,
    arguments: &str,
) -> Option<Option<IndicatorCode>> {
    if !choose::is_needed(cx) {
        return None;
    }
    match *arguments.split_whitespace().collect::<Vec<_>>() {
        [] => Some(None),
        [word] => Some(Some(names::indicator_of(campaign, word)?.code.clone())),
        _ => None,
    }
}

fn named(cx: &Cx<'_>, campaign: &Campaign, past: Option<&Unit>, arguments: &str) -> Handled<View> {
    let lang = cx.lang();
    let words: Vec<&str> = arguments.split_whitespace().collect();
    let own = || {
        let held = cx.actor.memberships.iter().find_map(|held| held.unit.clone());
        cx.actor.own_unit().cloned().or(held)
    };
    let (unit, indicator) = match *words {
        [] => (own(), None),
        [word] => match (names::indicator_of(campaign, word), unit_named(campaign, past, word)) {
            (Some(indicator), _) => (own(), Some(indicator.code.clone())),
            (None, Some(unit)) => (Some(unit.code.clone()), None),
            (None, None) => return Err(unknown(cx, campaign, word)),
        },
        [unit, indicator] => {
            let unit =
                unit_named(campaign, past, unit).ok_or_else(|| unknown(cx, campaign, unit))?;
            let indicator = names::indicator_of(campaign, indicator)
                .ok_or_else(|| unknown(cx, campaign, indicator))?;
            (Some(unit.code.clone()), Some(indicator.code.clone()))
        }
        _ => return Err(Stop::refuse(say!(lang, "history-usage"))),
    };
    let unit = unit.ok_or_else(|| Stop::refuse(say!(lang, "history-usage")))?;
    Ok(View { unit, indicator, before: None })
}

fn unit_named<'a>(campaign: &'a Campaign, past: Option<&'a Unit>, word: &str) -> Option<&'a Unit> {
    let wanted = same_code(word);
    let mut units = campaign.units().iter().chain(past);
    units.find(|unit| same_code(unit.code.as_str()) == wanted)
}

fn unknown(cx: &Cx<'_>, campaign: &Campaign, word: &str) -> Stop {
    let lang = cx.lang();
    let indicators = campaign.indicators().iter().map(|indicator| indicator.code.as_str());
    let near = nearest(word, indicators.chain(campaign.units().iter().map(|u| u.code.as_str())));
    let word = shorten(word, 40);
    Stop::refuse(match near {
        Some(near) => say!(lang, "history-did-you-mean", word = word, near = near),
        None => say!(lang, "history-unknown", word = word),
    })
}

fn allow(cx: &Cx<'_>, campaign: &Campaign, view: &View) -> Handled {
    let indicator = view.indicator.as_ref().and_then(|code| campaign.indicator(code));
    match indicator {
        Some(indicator) => {
            cx.allow(Action::SeeEntries { unit: &view.unit, verifier: indicator.verifier.as_ref() })
        }
        None => cx.allow(Action::SeeUnit(&view.unit)),
    }
}

async fn show(cx: &mut Cx<'_>, loaded: &Loaded, view: &View) -> Handled {
    let lang = cx.lang();
    let campaign = &loaded.campaign;
    // One more than is shown tells whether there is another page.
    let limit = i64::try_from(PAGE).unwrap_or(i64::MAX).saturating_add(1);
    let indicator = view.indicator.as_ref();
    let before = view.before.as_ref();
    let mut found =
        store::entries::of_unit(cx.tx, loaded.id, &view.unit, indicator, before, limit).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let unit = units::past_name(cx.tx, loaded.id, campaign, &view.unit).await?;
    let mut parts = vec![match indicator {
        Some(code) => say!(lang, "history-title-line", unit = unit, code = code),
        None => say!(lang, "history-title", unit = unit),
    }];
    let mut keyboard = Vec::new();
    for fact in &found {
        let (text, button) = one(cx, campaign, fact, indicator.is_none()).await?;
        parts.extend(text);
        keyboard.extend(button.map(|button| vec![button]));
    }
    if found.is_empty() {
        parts.push(say!(lang, "history-empty"));
    }
    let mut row = Vec::new();
    let whole = if indicator.is_none() { "*" } else { "" };
    if let Some(last) = found.last().filter(|_| more) {
        let command = format!("lichsu ^{}{whole}", last.id);
        row.push(open(say!(lang, "history-button-older"), &command));
    }
    if !row.is_empty() {
        keyboard.push(row);
    }
    let parts = fitting(parts);
    cx.show(parts.join("\n\n"), keyboard).await?;
    Ok(())
}

/// All parts, or where they would be longer than a message may be, each cut to its share.
fn fitting(mut parts: Vec<String>) -> Vec<String> {
    let whole: usize = parts.iter().map(|part| part.encode_utf16().count() + 2).sum();
    if whole > crate::text::ROOM {
        let share = crate::text::ROOM / parts.len().max(1) - 2;
        for part in &mut parts {
            let lines: Vec<String> = part.lines().map(str::to_owned).collect();
            let (text, left) = crate::text::fit(&lines, share);
            *part = if left > 0 { format!("{text} …") } else { text };
        }
    }
    parts
}

/// One entry: what and when, by whom, and all that was said about it since; with the button to
/// appeal where the person may.
async fn one(
    cx: &mut Cx<'_>,
    campaign: &Campaign,
    fact: &Fact,
    named: bool,
) -> Handled<(Option<String>, Option<Button>)> {
    let lang = cx.lang();
    let Some(entry) = Entry::of(fact) else { return Ok((None, None)) };
    let said = entries::said(campaign, entry.report, lang);
    let said = if named { format!("{}: {said}", entry.report.line.indicator) } else { said };
    let at = date_time(fact.counted_at, campaign.calendar().tz());
    let who = entries::shown_who(cx, campaign, fact).await?;
    let mut lines =
        vec![say!(lang, "history-entry", number = entry.number(), said = said, who = who, at = at)];
    if let EntryKind::Correction { of, .. } = entry.report.kind
        && let Some(old) = store::log::by_id(cx.tx, of).await?
    {
        lines.push(say!(lang, "history-corrects", number = entries::number(&old)));
    }
    if !entry.report.note.is_empty() {
        let note = shorten(&entry.report.note, NOTE);
        lines.push(say!(lang, "history-note", note = note));
    }
    let Some(case) = cases::of(cx, fact.id).await? else { return Ok((None, None)) };
    if store::log::is_pending(cx.tx, fact.id).await? {
        lines.push(say!(lang, "history-waiting"));
    }
    for said in case.about().to_vec() {
        if let What::Reported(_) = said.what {
            if case.words().replaced_by().is_some_and(|newer| newer.id == said.id) {
                let number = entries::number(&said);
                lines.push(say!(lang, "history-replaced", number = number));
            }
            continue;
        }
        lines.extend(cases::decision_line(cx, campaign, &case, &said).await?);
    }
    let decisions: Vec<FactId> = case.words().decisions().iter().map(|fact| fact.id).collect();
    let may_appeal = may(&cx.actor, Action::Appeal(&case.line.unit));
    let appeal = decisions.into_iter().rev().find(|decision| {
        may_appeal && case.words().appealable(campaign, *decision, cx.now).is_ok()
    });
    let button = appeal.map(|decision| appeal::appeal_button(&case, decision, lang));
    Ok((Some(lines.join("\n")), button))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_named_by_the_last_entry_seen() {
        assert_eq!(page("^12"), Some((FactId(12), false)));
        assert_eq!(page(" ^12* "), Some((FactId(12), true)));
        for other in ["", "12", "^", "^x", "THUE", "^12**"] {
            assert_eq!(page(other), None, "{other}");
        }
    }
}
