//! `/canhbao`: what misses at today's pace, what is overdue, what stands in the way, what waits
//! for a check.

use super::context::{Cx, Handled, open};
use crate::domain::backlog::Backlogs;
use crate::domain::policy::Action;
use crate::domain::risk::Risks;
use crate::say;
use crate::standings::CHUNK;
use crate::store;
use crate::text::risks;

/// Shows the warnings of now.
///
/// # Errors
/// A refusal for whoever may not read them.
pub async fn run(cx: &mut Cx<'_>) -> Handled {
    let loaded = cx.campaign()?;
    cx.allow(Action::ReadBrief)?;
    let (campaign, lang) = (&loaded.campaign, cx.lang());
    let on = campaign.calendar().date_at(cx.now);
    let (mut found, mut backlogs) = (Risks::default(), Backlogs::default());
    for units in campaign.units().chunks(CHUNK) {
        let states = store::book::states(cx.tx, &loaded, units, cx.now).await?;
        for (unit, state) in units.iter().zip(&states) {
            backlogs.add(campaign, &unit.code, state, cx.now);
            found.add(campaign, unit, state, on);
        }
    }
    found.sort();
    let html = risks::message(campaign, &found, &backlogs.finish(), cx.now, lang);
    let keyboard = vec![
        vec![
            open(say!(lang, "board-button-ranking"), "xephang"),
            open(say!(lang, "board-button-brief"), "giaoban"),
        ],
        vec![
            open(say!(lang, "calls-open-obstacles"), "vuongmac"),
            open(say!(lang, "calls-open-directives"), "chidao"),
        ],
    ];
    cx.show(html, keyboard).await?;
    Ok(())
}
