//! `/visao`: why a unit has its score, line by line, and what to do next.

use super::board::own_unit;
use super::context::{Cx, Handled, Stop};
use super::names::find_unit;
use crate::domain::advice;
use crate::domain::ids::UnitCode;
use crate::domain::policy::{Action, may};
use crate::domain::scoring::Shown;
use crate::jobs::card::{self, Asked};
use crate::say;
use crate::store::{self, campaigns::Loaded};
use crate::text::{self, board, why};

/// Explains the score of the person's own unit, or for leaders and the office of any.
///
/// # Errors
/// A refusal where the unit is unknown or not theirs to see.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let loaded = cx.campaign()?;
    let (campaign, lang) = (&loaded.campaign, cx.lang());
    let code = if arguments.is_empty() {
        own_unit(cx, campaign)
    } else {
        Some(find_unit(campaign, arguments, lang)?.code.clone())
    };
    let Some(code) = code else {
        cx.allow(Action::SeeFullTable)?;
        let example = campaign.units().first().map_or("", |unit| unit.code.as_str());
        return Err(Stop::refuse(say!(lang, "why-which-unit", example = example)));
    };
    cx.allow(Action::SeeUnit(&code))?;
    let now = cx.desk.live.at(cx.tx, &loaded, cx.now).await?;
    let (Some(unit), Some(score)) = (campaign.unit(&code), now.score(&code)) else {
        return Err(Stop::refuse(say!(lang, "no-unit")));
    };
    let state = cx.state(&code).await?;
    let next = advice::next_step(campaign, unit, &state, score, cx.now);
    let at = text::date_time(cx.now, campaign.calendar().tz());
    let mut html = why::message(campaign, unit, score, next.as_ref(), &at, lang);
    // A place of the last days is for leaders only.
    let full = may(&cx.actor, Action::SeeFullTable);
    let placed = (!now.table.frozen || full) && own_unit(cx, campaign).as_ref() == Some(&code);
    let place = if placed { board::own(&now.table, &code, lang) } else { None };
    if let Some(place) = &place {
        html = format!("{html}\n\n{place}");
    }
    cx.show(html, Vec::new()).await?;
    if cx.chat.private {
        let shown = Shown::of(score);
        follow_with_card(cx, &loaded, code, (full, place), shown).await?;
    }
    Ok(())
}

/// The same as a picture, drawn by a job: it has the figures and the place that the words had.
async fn follow_with_card(
    cx: &mut Cx<'_>,
    loaded: &Loaded,
    unit: UnitCode,
    (full, place): (bool, Option<String>),
    shown: Shown,
) -> Handled {
    let Some(tip) = store::log::tip(cx.tx).await? else { return Ok(()) };
    let asked = Asked {
        chat: cx.chat.id,
        person: cx.person.id,
        lang: cx.lang().into(),
        campaign: loaded.id,
        definition: loaded.definition_id,
        seen: tip.id,
        unit,
        as_of: cx.now,
        full,
        place,
        shown,
    };
    card::call(cx.tx, &asked, cx.now).await?;
    Ok(())
}
