//! `/mien`: the office excuses a unit from the reports of a week.

use serde::{Deserialize, Serialize};

use super::context::{Cx, Handled, Stop, confirm_row};
use super::names;
use super::paging::{PER_PAGE, cancel_row, last_page};
use crate::button::Press;
use crate::domain::calendar::{Calendar, Week};
use crate::domain::campaign::Campaign;
use crate::domain::definition::key;
use crate::domain::fact::What;
use crate::domain::ids::UnitCode;
use crate::domain::policy::{Action, Role, may};
use crate::domain::quantity::fold;
use crate::event::Message;
use crate::handlers::dialogue::Dialogue;
use crate::say;
use crate::text::{Html, Lang, date, shorten};

/// The longest reason that is kept, in UTF-16 units.
const LONGEST_REASON: usize = 500;

/// Where the guided form is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// Which unit?
    Unit {
        /// Which page of the units is shown.
        page: u32,
    },
    /// Which week?
    Week {
        /// Whom.
        unit: UnitCode,
        /// Which page of the weeks is shown.
        page: u32,
    },
    /// Why?
    Reason {
        /// Whom.
        unit: UnitCode,
        /// From which week's reports.
        week: Week,
        /// Up to which week's, where it is more than one.
        #[serde(default)]
        until: Option<Week>,
    },
    /// Every unit at once?
    All {
        /// From which week's reports.
        week: Week,
        /// Up to which week's.
        until: Week,
        /// Why; none while it is being asked.
        reason: Option<String>,
    },
}

/// Excuses as written in one line, or asks for what the line leaves out.
///
/// # Errors
/// A refusal that names what is wrong with the line.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    cx.allow(Action::Excuse(None))?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let arguments = arguments.trim();
    let (code, rest) = arguments.split_once(char::is_whitespace).unwrap_or((arguments, ""));
    if code.is_empty() {
        return ask_unit(cx, 0).await;
    }
    let everyone = matches!(key(code).as_str(), "tatca" | "tat_ca" | "all");
    let unit = if everyone {
        None
    } else {
        Some(names::find_unit(&loaded.campaign, code, lang)?.code.clone())
    };
    if let (Some(unit), true) = (&unit, rest.trim().is_empty()) {
        return ask_week(cx, unit.clone(), None).await;
    }
    let Some((week, until, reason)) = weeks_and_reason(rest) else {
        let unit = unit.map_or_else(|| code.to_owned(), |unit| unit.to_string());
        return Err(Stop::refuse(say!(lang, "excuse-which-week", unit = unit)));
    };
    let (week, until) = check_weeks(cx, week, until)?;
    match unit {
        None => ask_all(cx, week, until, Some(reason).filter(|reason| !reason.is_empty())).await,
        Some(unit) if reason.is_empty() => ask_reason(cx, unit, week, until).await,
        Some(unit) => record(cx, unit, week, until, reason).await,
    }
}

/// "tuần 3 lý do" as 3 to 3 and "lý do"; "tuần 3-5 lý do" as 3 to 5.
fn weeks_and_reason(text: &str) -> Option<(u32, u32, &str)> {
    let text = text.trim();
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let folded = fold(first);
    let (number, reason) = if matches!(folded.as_str(), "tuan" | "week") {
        let rest = rest.trim_start();
        rest.split_once(char::is_whitespace).unwrap_or((rest, ""))
    } else {
        (first, rest)
    };
    let number = fold(number);
    let digits = ["tuan", "week", "t", "w"]
        .iter()
        .find_map(|word| number.strip_prefix(word))
        .unwrap_or(&number)
        .trim_end_matches([',', ':', '.', ';']);
    let parting = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '-' | '–');
    let (from, until) = match digits.split_once(['-', '–']) {
        Some((from, until)) => (from, until.trim_start_matches(['t', 'w'])),
        None => (digits, digits),
    };
    let reason = reason.trim_start_matches(parting).trim();
    Some((from.parse().ok()?, until.parse().ok()?, reason))
}

fn check_weeks(cx: &Cx<'_>, from: u32, until: u32) -> Handled<(Week, Week)> {
    let (from, until) = (from.min(until), from.max(until));
    Ok((check_week(cx, from)?, check_week(cx, until)?))
}

fn check_week(cx: &Cx<'_>, number: u32) -> Handled<Week> {
    let weeks = cx.campaign()?.campaign.calendar().weeks();
    if (1..=weeks).contains(&number) {
        Ok(Week(number))
    } else {
        Err(Stop::refuse(say!(cx.lang(), "excuse-no-week", week = number, weeks = weeks)))
    }
}

/// Takes a text that was asked for.
///
/// # Errors
/// A refusal that says what to write.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    cx.allow(Action::Excuse(None))?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let text = message.text.trim();
    if text.is_empty() {
        return Err(Stop::refuse(say!(lang, "press-a-button")));
    }
    match draft {
        Draft::Unit { .. } => {
            let unit = names::find_unit(&loaded.campaign, text, lang)?.code.clone();
            ask_week(cx, unit, None).await
        }
        Draft::Week { unit, .. } => match weeks_and_reason(text) {
            Some((week, until, reason)) => {
                let (week, until) = check_weeks(cx, week, until)?;
                if reason.is_empty() {
                    ask_reason(cx, unit, week, until).await
                } else {
                    record(cx, unit, week, until, reason).await
                }
            }
            None => Err(Stop::refuse(say!(lang, "excuse-which-week", unit = unit))),
        },
        Draft::Reason { unit, week, until } => {
            record(cx, unit, week, until.unwrap_or(week), text).await
        }
        Draft::All { week, until, .. } => ask_all(cx, week, until, Some(text)).await,
    }
}

/// Takes a choice.
///
/// # Errors
/// When it cannot be kept.
pub async fn pressed(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    cx.allow(Action::Excuse(None))?;
    let loaded = cx.campaign()?;
    match (draft, press) {
        (Draft::Unit { .. }, Press::Page { page, .. }) => ask_unit(cx, page).await,
        (Draft::Unit { .. }, Press::Choose { index, .. }) => {
            match loaded.campaign.units().get(index as usize) {
                Some(unit) => ask_week(cx, unit.code.clone(), None).await,
                None => super::stale(cx).await,
            }
        }
        (Draft::Week { unit, .. }, Press::Page { page, .. }) => {
            ask_week(cx, unit, Some(page)).await
        }
        (Draft::Week { unit, .. }, Press::Choose { index, .. }) => {
            let week = check_week(cx, index.saturating_add(1))?;
            ask_reason(cx, unit, week, week).await
        }
        (Draft::All { week, until, reason: Some(reason) }, Press::Confirm { .. }) => {
            record_all(cx, week, until, &reason).await
        }
        _ => super::stale(cx).await,
    }
}

async fn ask_unit(cx: &mut Cx<'_>, page: u32) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let units = loaded.campaign.units();
    let labels: Vec<String> =
        units.iter().map(|unit| format!("{} · {}", unit.code, unit.name)).collect();
    let dialogue = Dialogue::Excuse(Draft::Unit { page });
    cx.ask_which(&dialogue, say!(lang, "excuse-ask-unit"), &labels, page).await
}

/// Asks for the week, beginning with the page that holds the current one.
async fn ask_week(cx: &mut Cx<'_>, unit: UnitCode, page: Option<u32>) -> Handled {
    cx.allow(Action::Excuse(Some(&unit)))?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let calendar = loaded.campaign.calendar();
    let labels: Vec<String> =
        calendar.all_weeks().map(|week| week_label(calendar, week, lang)).collect();
    let current = calendar.week_at(cx.said_or_now()).map_or(0, |week| week.0.saturating_sub(1));
    let page = page.unwrap_or_else(|| {
        let per_page = u32::try_from(PER_PAGE).unwrap_or(u32::MAX);
        (current / per_page).min(last_page(labels.len()))
    });
    let name = names::unit_name(&loaded.campaign, &unit);
    let html = say!(lang, "excuse-ask-week", unit = name);
    cx.ask_which(&Dialogue::Excuse(Draft::Week { unit, page }), html, &labels, page).await
}

async fn ask_reason(cx: &mut Cx<'_>, unit: UnitCode, week: Week, until: Week) -> Handled {
    cx.allow(Action::Excuse(Some(&unit)))?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let name = names::unit_name(&loaded.campaign, &unit);
    let label = weeks_label(loaded.campaign.calendar(), week, until, lang);
    let html = say!(lang, "excuse-ask-reason", unit = name, week = label);
    let dialogue = Dialogue::Excuse(Draft::Reason { unit, week, until: Some(until) });
    cx.ask_words(&dialogue, html).await
}

/// "tuần 3 (10/10/2022 – 16/10/2022)".
fn week_label(calendar: &Calendar, week: Week, lang: Lang) -> String {
    let monday = calendar.week_monday(week);
    let sunday = monday.checked_add_days(chrono::Days::new(6)).unwrap_or(monday);
    let (monday, sunday) = (Html(date(monday)), Html(date(sunday)));
    say!(lang, "week-label", week = week.0, monday = monday, sunday = sunday)
}

/// "tuần 3 (…)", or "tuần 3 đến tuần 5 (… – …)".
fn weeks_label(calendar: &Calendar, week: Week, until: Week, lang: Lang) -> String {
    if week == until {
        return week_label(calendar, week, lang);
    }
    let sunday = calendar.week_monday(until);
    let sunday = sunday.checked_add_days(chrono::Days::new(6)).unwrap_or(sunday);
    let (monday, sunday) = (Html(date(calendar.week_monday(week))), Html(date(sunday)));
    say!(lang, "weeks-label", from = week.0, until = until.0, monday = monday, sunday = sunday)
}

fn weeks(from: Week, until: Week) -> impl Iterator<Item = Week> {
    (from.0..=until.0).map(Week)
}

/// Asks whether every unit is to be excused, once the reason is known.
async fn ask_all(cx: &mut Cx<'_>, week: Week, until: Week, reason: Option<&str>) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let label = weeks_label(loaded.campaign.calendar(), week, until, lang);
    let reason = reason.map(|reason| shorten(reason.trim(), LONGEST_REASON));
    let mut html = match &reason {
        Some(reason) => {
            let units = excusable(cx, &loaded.campaign).len();
            say!(lang, "excuse-all-ask", units = units, week = label, reason = reason)
        }
        None => say!(lang, "excuse-all-reason", week = label),
    };
    html.push_str(&left_out(cx, &loaded.campaign));
    let ready = reason.is_some();
    let dialogue = Dialogue::Excuse(Draft::All { week, until, reason });
    cx.ask(&dialogue, html, |step| {
        vec![if ready { confirm_row(lang, step) } else { cancel_row(lang, step) }]
    })
    .await
}

/// The units that report: those that something was given to.
fn reporting(campaign: &Campaign) -> impl Iterator<Item = &UnitCode> {
    let given = |unit: &&UnitCode| campaign.assignments_of(unit).next().is_some();
    campaign.units().iter().map(|unit| &unit.code).filter(given)
}

/// The reporting units that the person may excuse: all but their own.
fn excusable(cx: &Cx<'_>, campaign: &Campaign) -> Vec<UnitCode> {
    let others = |unit: &&UnitCode| may(&cx.actor, Action::Excuse(Some(unit)));
    reporting(campaign).filter(others).cloned().collect()
}

/// Which units "all" leaves to a colleague, as a line of its own; empty where none.
fn left_out(cx: &Cx<'_>, campaign: &Campaign) -> String {
    let own = |unit: &&UnitCode| !may(&cx.actor, Action::Excuse(Some(unit)));
    let own: Vec<String> =
        reporting(campaign).filter(own).map(|unit| names::unit_name(campaign, unit)).collect();
    if own.is_empty() {
        return String::new();
    }
    format!("\n{}", say!(cx.lang(), "excuse-all-own", units = own.join(", ")))
}

/// Excuses every unit, those left out that are excused already, and the person's own.
async fn record_all(cx: &mut Cx<'_>, week: Week, until: Week, reason: &str) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let units = excusable(cx, &loaded.campaign);
    let mut count = 0_usize;
    for unit in units {
        let done = excuse(cx, &unit, week, until, reason).await?;
        count += usize::from(done);
    }
    let label = weeks_label(loaded.campaign.calendar(), week, until, lang);
    let mut html = say!(lang, "excused-all", count = count, week = label, reason = reason);
    html.push_str(&left_out(cx, &loaded.campaign));
    cx.conclude(html, Vec::new()).await?;
    Ok(())
}

/// Excuses a unit from those of the weeks from which it is not, and tells it; whether there were
/// any.
async fn excuse(
    cx: &mut Cx<'_>,
    unit: &UnitCode,
    week: Week,
    until: Week,
    reason: &str,
) -> Handled<bool> {
    cx.allow(Action::Excuse(Some(unit)))?;
    let loaded = cx.campaign()?;
    let calendar = loaded.campaign.calendar();
    let state = cx.state(unit).await?;
    let mut first = None;
    for week in weeks(week, until).filter(|week| !state.excused.contains(week)) {
        let what = What::Excused { unit: unit.clone(), week, reason: reason.to_owned() };
        let fact = cx.record(what, cx.said_at).await?;
        first.get_or_insert(fact.id);
    }
    let Some(first) = first else { return Ok(false) };
    let mut told = std::collections::BTreeSet::new();
    for role in [Role::UnitLead, Role::Reporter] {
        for person in cx.people_with(role, Some(unit)).await? {
            if !told.insert(person.id) {
                continue;
            }
            let label = weeks_label(calendar, week, until, person.lang);
            let html = say!(person.lang, "excuse-notice", week = label, reason = reason);
            let key = format!("excused:{first}:{}", person.id);
            cx.notify(&person, html, Vec::new(), key).await?;
        }
    }
    Ok(true)
}

async fn record(cx: &mut Cx<'_>, unit: UnitCode, week: Week, until: Week, reason: &str) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let name = names::unit_name(campaign, &unit);
    let label = weeks_label(campaign.calendar(), week, until, lang);
    let reason = shorten(reason.trim(), LONGEST_REASON);
    if !excuse(cx, &unit, week, until, &reason).await? {
        return Err(Stop::refuse(say!(lang, "excuse-already", unit = name, week = label)));
    }
    cx.conclude(say!(lang, "excused", unit = name, week = label, reason = reason), Vec::new())
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_read_however_it_is_written() {
        assert_eq!(weeks_and_reason("tuần 3 bão số 4"), Some((3, 3, "bão số 4")));
        assert_eq!(weeks_and_reason("TUAN 12"), Some((12, 12, "")));
        assert_eq!(weeks_and_reason("week 3: storm"), Some((3, 3, "storm")));
        assert_eq!(weeks_and_reason("t3 bão"), Some((3, 3, "bão")));
        assert_eq!(weeks_and_reason("3 - bão"), Some((3, 3, "bão")));
        assert_eq!(weeks_and_reason("tuần 3-5: bão số 4"), Some((3, 5, "bão số 4")));
        assert_eq!(weeks_and_reason("t3–t5"), Some((3, 5, "")));
        assert_eq!(weeks_and_reason("tuần 3-x"), None);
        assert_eq!(weeks_and_reason("bão"), None);
        assert_eq!(weeks_and_reason("tuần này"), None);
    }
}
