//! `/mien`: the office excuses a unit from the reports of a week.

use serde::{Deserialize, Serialize};

use super::context::{Cx, Handled, Stop};
use super::names;
use super::paging::{PER_PAGE, cancel_row, choices, last_page};
use crate::button::Press;
use crate::domain::calendar::{Calendar, Week};
use crate::domain::fact::What;
use crate::domain::ids::UnitCode;
use crate::domain::policy::{Action, Role};
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
    },
}

/// Excuses as written in one line, or asks for what the line leaves out.
///
/// # Errors
/// A refusal that names what is wrong with the line.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    cx.allow(Action::Excuse)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let arguments = arguments.trim();
    let (code, rest) = arguments.split_once(char::is_whitespace).unwrap_or((arguments, ""));
    if code.is_empty() {
        return ask_unit(cx, 0).await;
    }
    let unit = names::find_unit(&loaded.campaign, code, lang)?.code.clone();
    if rest.trim().is_empty() {
        return ask_week(cx, unit, None).await;
    }
    let Some((week, reason)) = week_and_reason(rest) else {
        return Err(Stop::refuse(say!(lang, "excuse-which-week", unit = unit)));
    };
    let week = check_week(cx, week)?;
    if reason.is_empty() {
        return ask_reason(cx, unit, week).await;
    }
    record(cx, unit, week, reason).await
}

/// "tuần 3 lý do" as 3 and "lý do".
fn week_and_reason(text: &str) -> Option<(u32, &str)> {
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
    Some((digits.parse().ok()?, reason.trim_start_matches(parting).trim()))
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
    cx.allow(Action::Excuse)?;
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
        Draft::Week { unit, .. } => match week_and_reason(text) {
            Some((week, "")) => {
                let week = check_week(cx, week)?;
                ask_reason(cx, unit, week).await
            }
            Some((week, reason)) => {
                let week = check_week(cx, week)?;
                record(cx, unit, week, reason).await
            }
            None => Err(Stop::refuse(say!(lang, "excuse-which-week", unit = unit))),
        },
        Draft::Reason { unit, week } => record(cx, unit, week, text).await,
    }
}

/// Takes a choice.
///
/// # Errors
/// When it cannot be kept.
pub async fn pressed(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    cx.allow(Action::Excuse)?;
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
            ask_reason(cx, unit, week).await
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
    cx.ask(&dialogue, say!(lang, "excuse-ask-unit"), |step| {
        let mut keyboard = choices(&labels, page, step, lang);
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

/// Asks for the week, beginning with the page that holds the current one.
async fn ask_week(cx: &mut Cx<'_>, unit: UnitCode, page: Option<u32>) -> Handled {
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
    cx.ask(&Dialogue::Excuse(Draft::Week { unit, page }), html, |step| {
        let mut keyboard = choices(&labels, page, step, lang);
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

async fn ask_reason(cx: &mut Cx<'_>, unit: UnitCode, week: Week) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let name = names::unit_name(&loaded.campaign, &unit);
    let label = week_label(loaded.campaign.calendar(), week, lang);
    let html = say!(lang, "excuse-ask-reason", unit = name, week = label);
    let dialogue = Dialogue::Excuse(Draft::Reason { unit, week });
    cx.ask(&dialogue, html, |step| vec![cancel_row(lang, step)]).await
}

/// "tuần 3 (10/10/2022 – 16/10/2022)".
fn week_label(calendar: &Calendar, week: Week, lang: Lang) -> String {
    let monday = calendar.week_monday(week);
    let sunday = monday.checked_add_days(chrono::Days::new(6)).unwrap_or(monday);
    let (monday, sunday) = (Html(date(monday)), Html(date(sunday)));
    say!(lang, "week-label", week = week.0, monday = monday, sunday = sunday)
}

async fn record(cx: &mut Cx<'_>, unit: UnitCode, week: Week, reason: &str) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let name = names::unit_name(campaign, &unit);
    let label = week_label(campaign.calendar(), week, lang);
    let state = cx.state(&unit).await?;
    if state.excused.contains(&week) {
        return Err(Stop::refuse(say!(lang, "excuse-already", unit = name, week = label)));
    }
    let reason = shorten(reason.trim(), LONGEST_REASON);
    let what = What::Excused { unit: unit.clone(), week, reason: reason.clone() };
    let fact = cx.record(what, cx.said_at).await?;
    for role in [Role::UnitLead, Role::Reporter] {
        for person in cx.people_with(role, Some(&unit)).await? {
            let label = week_label(campaign.calendar(), week, person.lang);
            let html = say!(person.lang, "excuse-notice", week = label, reason = reason);
            let key = format!("excused:{}:{}", fact.id, person.id);
            cx.notify(&person, html, Vec::new(), key).await?;
        }
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
        assert_eq!(week_and_reason("tuần 3 bão số 4"), Some((3, "bão số 4")));
        assert_eq!(week_and_reason("TUAN 12"), Some((12, "")));
        assert_eq!(week_and_reason("week 3: storm"), Some((3, "storm")));
        assert_eq!(week_and_reason("t3 bão"), Some((3, "bão")));
        assert_eq!(week_and_reason("3 - bão"), Some((3, "bão")));
        assert_eq!(week_and_reason("bão"), None);
        assert_eq!(week_and_reason("tuần này"), None);
    }
}
