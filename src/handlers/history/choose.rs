//! Whose reports, for those who have none of their own: leaders and the office choose a unit,
//! verifiers one of their indicators and then a unit, everybody else hears what they can read.

use super::super::context::{Cx, Handled, open};
use super::super::paging::{PER_PAGE, last_page, open_with, turn};
use crate::button::Press;
use crate::domain::campaign::{Campaign, Indicator};
use crate::domain::ids::{IndicatorCode, UnitCode};
use crate::domain::policy::{Action, Role, may};
use crate::outgoing::{Button, Keyboard};
use crate::say;
use crate::text::shorten;

/// Whether somebody reads others' reports and has none of their own.
pub(super) fn is_needed(cx: &Cx<'_>) -> bool {
    let member = cx.actor.memberships.iter().any(|held| held.unit.is_some());
    cx.actor.own_unit().is_none() && (!member || cx.actor.is(Role::Verifier))
}

/// Offers what the person may read, on one indicator or on all.
///
/// # Errors
/// When it cannot be kept.
pub(super) async fn ask(
    cx: &mut Cx<'_>,
    campaign: &Campaign,
    indicator: Option<&IndicatorCode>,
    page: u32,
) -> Handled {
    let lang = cx.lang();
    let found = indicator.and_then(|code| campaign.indicator(code));
    let units: Vec<(&UnitCode, &str)> = campaign
        .units()
        .iter()
        // The unit of a verifier checks; what it reports itself is asked for by its code.
        .filter(|unit| !cx.actor.belongs_to(&unit.code))
        .filter(|unit| may(&cx.actor, reading(&unit.code, found)))
        .map(|unit| (&unit.code, unit.name.as_str()))
        .collect();
    if !units.is_empty() {
        let html = match found {
            Some(one) => say!(lang, "history-ask-unit-line", name = shorten(&one.name, 80)),
            None => say!(lang, "history-ask-unit"),
        };
        let keyboard = buttons(&units, found, page, lang);
        cx.show(html, keyboard).await?;
        return Ok(());
    }
    let own = checked(cx, campaign);
    if own.is_empty() || found.is_some() {
        let keyboard = vec![
            vec![open(say!(lang, "board-button-ranking"), "xephang")],
            vec![open(say!(lang, "history-button-rules"), "lichsu quytac")],
        ];
        cx.show(say!(lang, "history-readers"), keyboard).await?;
        return Ok(());
    }
    let keyboard = own
        .iter()
        .map(|one| vec![open_with(shorten(&one.name, 60), "lichsu", one.code.as_str())])
        .collect();
    cx.show(say!(lang, "history-ask-line"), keyboard).await?;
    Ok(())
}

/// What is done to see the reports of a unit.
fn reading<'a>(unit: &'a UnitCode, indicator: Option<&'a Indicator>) -> Action<'a> {
    match indicator {
        Some(one) => Action::SeeEntries { unit, verifier: one.verifier.as_ref() },
        None => Action::SeeUnit(unit),
    }
}

/// The indicators that the person checks; at most a page of them.
fn checked<'a>(cx: &Cx<'_>, campaign: &'a Campaign) -> Vec<&'a Indicator> {
    let indicators = campaign.indicators().iter();
    let own = indicators.filter(|one| {
        one.verifier.as_ref().is_some_and(|unit| cx.actor.is_in(Role::Verifier, unit))
    });
    own.collect()
}

fn buttons(
    units: &[(&UnitCode, &str)],
    indicator: Option<&Indicator>,
    page: u32,
    lang: crate::text::Lang,
) -> Keyboard {
    let page = page.min(last_page(units.len()));
    let suffix = indicator.map_or_else(String::new, |one| format!(" {}", one.code));
    let one = |(code, name): &(&UnitCode, &str)| -> Vec<Button> {
        vec![open_with(shorten(name, 60), "lichsu", &format!("{code}{suffix}"))]
    };
    let start = page as usize * PER_PAGE;
    let mut rows: Keyboard = units.iter().skip(start).take(PER_PAGE).map(one).collect();
    let turn = turn(units.len(), page, lang, |page| Press::Open {
        command: format!("lichsu donvi {}{suffix}", u64::from(page) + 1),
    });
    if !turn.is_empty() {
        rows.push(turn);
    }
    rows
}
