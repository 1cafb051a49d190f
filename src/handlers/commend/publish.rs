//! The office publishes candidates to the members before the vote.

use chrono::NaiveDate;

use super::super::context::{Cx, Handled, Stop, confirm_row, open};
use super::super::paging::choices;
use super::{Desk, Draft, current, label};
use crate::domain::commendation::Candidate;
use crate::domain::council::{Council, Listing};
use crate::domain::fact::What;
use crate::domain::policy::Action;
use crate::handlers::dialogue::Dialogue;
use crate::jobs::council as announcing;
use crate::say;
use crate::standings;

/// What may be published now.
struct Eligible {
    /// Those that pass every gate and on which the council has not decided.
    candidates: Vec<Candidate>,
    /// From which day on others may be, whom the freeze of the public table keeps back.
    more_from: Option<NaiveDate>,
}

async fn eligible(cx: &mut Cx<'_>, desk: &Desk) -> Handled<Eligible> {
    let found = standings::candidates(cx.tx, desk.loaded.id, cx.now).await?;
    let campaign = desk.campaign();
    let today = campaign.calendar().date_at(cx.now);
    let fit = |one: &&Candidate| one.eligible && desk.council.decided(&one.id).is_none();
    let held = |one: &Candidate| one.category.withheld_until(campaign, today);
    let more_from = found.all().filter(fit).find_map(held);
    let candidates = found.all().filter(fit).filter(|one| held(one).is_none()).cloned().collect();
    Ok(Eligible { candidates, more_from })
}

/// Asks which are published: all, but for those in `out`.
pub(super) async fn ask(
    cx: &mut Cx<'_>,
    desk: &Desk,
    out: Option<Vec<String>>,
    page: u32,
) -> Handled {
    cx.allow(Action::Commend)?;
    let lang = cx.lang();
    if desk.council.open().is_some() {
        return Err(Stop::refuse(say!(lang, "publish-while-voting")));
    }
    let Eligible { candidates: found, more_from } = eligible(cx, desk).await?;
    let withheld = more_from.map(|from| say!(lang, "publish-frozen", from = from));
    if found.is_empty() {
        return Err(Stop::refuse(withheld.unwrap_or_else(|| say!(lang, "publish-nobody"))));
    }
    let out = out.unwrap_or_default();
    let ids: Vec<String> = found.iter().map(|one| one.id.clone()).collect();
    let labels: Vec<String> = found
        .iter()
        .map(|one| {
            let mark = if out.contains(&one.id) { "☐" } else { "☑" };
            let label = label(desk, one, lang);
            format!("{mark}{}", label.trim_start_matches('✓'))
        })
        .collect();
    let chosen = ids.iter().filter(|id| !out.contains(id)).count();
    let until = until(cx, desk);
    let mut html = say!(lang, "publish-ask", chosen = chosen, of = ids.len(), until = until);
    if let Some(withheld) = withheld {
        html = format!("{html}\n{withheld}");
    }
    if current(desk).is_some() {
        html = format!("{html}\n{}", say!(lang, "publish-replaces"));
    }
    let dialogue = Dialogue::Commend(Draft::Publish { ids, out, page });
    cx.ask(&dialogue, html, |step| {
        let mut keyboard = choices(&labels, page, step, lang);
        keyboard.push(confirm_row(lang, step));
        keyboard
    })
    .await
}

/// The last day on which comments are welcome.
fn until(cx: &Cx<'_>, desk: &Desk) -> chrono::NaiveDate {
    let campaign = desk.campaign();
    let calendar = campaign.calendar();
    calendar.nth_working_day_after(calendar.date_at(cx.now), campaign.rules().publication_days)
}

pub(super) async fn toggle(
    cx: &mut Cx<'_>,
    desk: &Desk,
    ids: &[String],
    mut out: Vec<String>,
    page: u32,
    index: u32,
) -> Handled {
    let Some(id) = ids.get(index as usize) else { return super::super::stale(cx).await };
    match out.iter().position(|left| left == id) {
        Some(at) => {
            out.remove(at);
        }
        None => out.push(id.clone()),
    }
    ask(cx, desk, Some(out), page).await
}

/// Publishes those chosen, as they stand now.
pub(super) async fn record(
    cx: &mut Cx<'_>,
    desk: &Desk,
    ids: &[String],
    out: &[String],
) -> Handled {
    cx.allow(Action::Commend)?;
    let lang = cx.lang();
    if desk.council.open().is_some() {
        return Err(Stop::refuse(say!(lang, "publish-while-voting")));
    }
    let Eligible { candidates: found, more_from } = eligible(cx, desk).await?;
    let chosen = |one: &&Candidate| ids.contains(&one.id) && !out.contains(&one.id);
    let candidates: Vec<_> = found.iter().filter(chosen).map(Candidate::listed).collect();
    let meant = ids.iter().filter(|id| !out.contains(id)).count();
    if candidates.len() < meant
        && let Some(from) = more_from
    {
        return Err(Stop::refuse(say!(lang, "publish-frozen", from = from)));
    }
    if candidates.is_empty() {
        return Err(Stop::refuse(say!(lang, "publish-nobody-chosen")));
    }
    if candidates.len() < meant {
        return Err(Stop::refuse(say!(lang, "publish-moved")));
    }
    let (count, until) = (candidates.len(), until(cx, desk));
    let listing = Listing { as_of: cx.now, until, candidates };
    let fact = cx.record(What::ListPublished(listing), None).await?;
    let council = Council::fold([&fact]);
    if let Some(round) = council.last() {
        let loaded = cx.campaign()?;
        announcing::publish(cx.tx, &loaded, round, &desk.names, cx.now).await?;
    }
    let keyboard = vec![vec![open(say!(lang, "commend-button-list"), "khenthuong danhsach")]];
    cx.conclude(say!(lang, "published", count = count, until = until), keyboard).await?;
    Ok(())
}

/// Computes the candidates of the list anew; only those that still pass every gate.
pub(super) async fn still_eligible(cx: &mut Cx<'_>, desk: &Desk) -> Handled<Vec<Candidate>> {
    let found = standings::candidates(cx.tx, desk.loaded.id, cx.now).await?;
    let Some(round) = current(desk) else { return Ok(Vec::new()) };
    Ok(round
        .standing()
        .filter_map(|one| found.find(&one.id))
        .filter(|one| one.eligible)
        .cloned()
        .collect())
}
