//! `/visao`: why a unit has its score, line by line, and what to do next.

use super::board::own_unit;
use super::context::{Cx, Handled, Stop};
use super::names::find_unit;
use crate::domain::advice;
use crate::domain::policy::{Action, may};
use crate::say;
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
    let shown = !now.table.frozen || may(&cx.actor, Action::SeeFullTable);
    if shown
        && own_unit(cx, campaign).as_ref() == Some(&code)
        && let Some(own) = board::own(&now.table, &code, lang)
    {
        html = format!("{html}\n\n{own}");
    }
    cx.show(html, Vec::new()).await?;
    Ok(())
}
