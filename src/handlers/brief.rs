//! `/giaoban`: the brief of now in official sentences.

use super::context::{Cx, Handled, open};
use crate::domain::definition::key;
use crate::domain::policy::Action;
use crate::say;
use crate::standings;
use crate::text::brief;

/// Shows the brief; `/giaoban tháng` under the title of the month.
///
/// # Errors
/// A refusal for whoever may not read it.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let loaded = cx.campaign()?;
    cx.allow(Action::ReadBrief)?;
    let lang = cx.lang();
    let found = standings::compute(cx.tx, loaded.id, cx.now).await?;
    let campaign = &found.loaded.campaign;
    let monthly = matches!(key(arguments).as_str(), "thang" | "month");
    let month = campaign.calendar().date_at(cx.now).format("%m/%Y").to_string();
    let month = monthly.then_some(month.as_str());
    let html = brief::message(campaign, &found.brief, month, lang);
    let keyboard = vec![vec![
        open(say!(lang, "board-button-ranking"), "xephang"),
        open(say!(lang, "board-button-risks"), "canhbao"),
    ]];
    cx.show(html, keyboard).await?;
    Ok(())
}
