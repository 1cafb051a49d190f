//! `/khenthuong`: the candidates for commendation, each with every gate and its reason.

use super::context::{Cx, Handled};
use crate::domain::campaign::Campaign;
use crate::domain::commendation::Candidate;
use crate::domain::policy::Action;
use crate::say;
use crate::standings;
use crate::text::{self, Lang, figures, reasons};

/// Room for the collectives and for the individuals.
const LIST: usize = 1700;

/// Shows the candidates as of now.
///
/// # Errors
/// A refusal for whoever may not see them.
pub async fn run(cx: &mut Cx<'_>) -> Handled {
    let loaded = cx.campaign()?;
    cx.allow(Action::SeeCandidates)?;
    let (campaign, lang) = (&loaded.campaign, cx.lang());
    let found = standings::candidates(cx.tx, loaded.id, cx.now).await?;
    let at = text::date_time(found.as_of, campaign.calendar().tz());
    let lists = [
        (say!(lang, "commend-collectives", count = found.collectives.len()), &found.collectives),
        (say!(lang, "commend-individuals", count = found.individuals.len()), &found.individuals),
    ];
    let head = say!(lang, "commend-title", at = at);
    let mut parts = vec![format!("{head}\n{}", say!(lang, "commend-note"))];
    for (title, candidates) in lists {
        let blocks: Vec<String> =
            candidates.iter().map(|candidate| block(campaign, candidate, lang)).collect();
        let body = if blocks.is_empty() {
            say!(lang, "commend-none")
        } else {
            text::fit_all(&blocks, LIST, lang)
        };
        parts.push(format!("{title}\n{body}"));
    }
    parts.push(say!(lang, "commend-quota", quota = figures::percent(found.leader_quota, lang)));
    cx.show(parts.join("\n\n"), Vec::new()).await?;
    Ok(())
}

/// A candidate with its gates, one to a line.
fn block(campaign: &Campaign, candidate: &Candidate, lang: Lang) -> String {
    let verdict = if candidate.eligible {
        say!(lang, "commend-eligible")
    } else {
        say!(lang, "commend-not-eligible")
    };
    let category = reasons::category(candidate.category, lang);
    let indicator = candidate.indicator.as_ref().and_then(|code| campaign.indicator(code));
    let head = match indicator {
        Some(indicator) => say!(
            lang,
            "commend-line-indicator",
            name = candidate.name,
            category = category,
            indicator = text::shorten(&indicator.name, 80),
            verdict = verdict
        ),
        None => say!(
            lang,
            "commend-line",
            name = candidate.name,
            category = category,
            verdict = verdict
        ),
    };
    let gates = candidate.gates.iter().map(|gate| {
        let mark = if gate.passed { "✓" } else { "✗" };
        let reason = text::shorten(&reasons::reason(campaign, &gate.reason, lang), 160);
        format!("{mark} {}: {}", reasons::gate(gate.gate, lang), text::escape(&reason))
    });
    std::iter::once(head).chain(gates).collect::<Vec<_>>().join("\n")
}
