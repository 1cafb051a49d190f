//! `/canhbao`: what misses at today's pace, what is overdue, what stands in the way, what waits
//! for a check.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::context::{Cx, Handled, open};
use crate::domain::campaign::Campaign;
use crate::domain::fact::{Fact, What};
use crate::domain::ids::UnitCode;
use crate::domain::policy::Action;
use crate::domain::risk::Risks;
use crate::say;
use crate::standings::CHUNK;
use crate::store;
use crate::text;
use crate::text::risks::{self, Backlog};

/// Shows the warnings of now.
///
/// # Errors
/// A refusal for whoever may not read them.
pub async fn run(cx: &mut Cx<'_>) -> Handled {
    let loaded = cx.campaign()?;
    cx.allow(Action::ReadBrief)?;
    let (campaign, lang) = (&loaded.campaign, cx.lang());
    let on = campaign.calendar().date_at(cx.now);
    let mut found = Risks::default();
    for units in campaign.units().chunks(CHUNK) {
        let states = store::book::states(cx.tx, &loaded, units, cx.now).await?;
        for (unit, state) in units.iter().zip(&states) {
            found.add(campaign, unit, state, on);
        }
    }
    found.sort();
    let waiting = store::log::pending(cx.tx, loaded.id, "reported").await?;
    let backlog = backlog(campaign, &waiting);
    let at = text::date_time(cx.now, campaign.calendar().tz());
    let html = risks::message(campaign, &found, &backlog, (&at, on), lang);
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

/// How many entries wait for each verifier, the longest queue first. A unit's own figures wait for
/// the office, and so do those of an indicator without a verifier.
fn backlog(campaign: &Campaign, waiting: &[Fact]) -> Vec<Backlog> {
    let mut queues: BTreeMap<Option<UnitCode>, (usize, NaiveDate)> = BTreeMap::new();
    for fact in waiting {
        let What::Reported(report) = &fact.what else { continue };
        let indicator = campaign.indicator(&report.line.indicator);
        let verifier = indicator
            .and_then(|indicator| indicator.verifier.clone())
            .filter(|verifier| verifier != &report.line.unit);
        let date = campaign.calendar().date_at(fact.counted_at);
        let queue = queues.entry(verifier).or_insert((0, date));
        *queue = (queue.0 + 1, queue.1.min(date));
    }
    let mut queues: Vec<Backlog> = queues
        .into_iter()
        .map(|(verifier, (count, oldest))| Backlog { verifier, count, oldest })
        .collect();
    queues.sort_by_key(|queue| std::cmp::Reverse(queue.count));
    queues
}
