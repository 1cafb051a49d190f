//! One entry as its checker sees it.

use chrono::{DateTime, Utc};

use super::super::context::{Cx, Handled, press};
use super::super::entries::{self, Entry};
use super::super::{report, reuse, stale};
use super::Draft;
use crate::button::Press;
use crate::domain::backlog;
use crate::domain::campaign::Campaign;
use crate::domain::fact::Fact;
use crate::domain::line::Setting;
use crate::handlers::dialogue::Dialogue;
use crate::outgoing::Keyboard;
use crate::store::campaigns::Loaded;
use crate::text::{date_time, shorten};
use crate::{say, store};

/// How many of the line's values are shown as its trajectory.
const TRAJECTORY: usize = 4;
/// How many entries are looked through for them: "no change" gives no value.
const LOOKED_THROUGH: i64 = 16;

/// Shows the draft's entry with its buttons, under a heading.
pub(super) async fn show(cx: &mut Cx<'_>, draft: Draft, heading: Option<String>) -> Handled {
    let lang = cx.lang();
    let loaded = cx.campaign()?;
    let Some(fact) = store::entries::in_campaign(cx.tx, loaded.id, draft.entry).await? else {
        return stale(cx).await;
    };
    let evidence = report::evidence_of(cx, &fact).await?.len();
    let Some(entry) = Entry::of(&fact) else { return stale(cx).await };
    let mut lines: Vec<String> = heading.into_iter().collect();
    lines.extend(describe(cx, &loaded, &entry, evidence).await?);
    let id = fact.id;
    cx.ask(&Dialogue::Verify(draft), lines.join("\n"), |step| {
        let mut rows: Keyboard = vec![
            vec![
                press(say!(lang, "verify-button-right"), &Press::Verify(id)),
                press(say!(lang, "verify-button-other"), &Press::VerifyOther(id)),
            ],
            vec![
                press(say!(lang, "verify-button-return"), &Press::Return(id)),
                press(say!(lang, "verify-button-later"), &Press::Skip(id)),
            ],
        ];
        if evidence > 0 {
            let label = say!(lang, "verify-button-evidence", count = evidence);
            rows.push(vec![press(label, &Press::Choose { step, index: 0 })]);
        }
        rows
    })
    .await
}

async fn describe(
    cx: &mut Cx<'_>,
    loaded: &Loaded,
    entry: &Entry<'_>,
    evidence: usize,
) -> Handled<Vec<String>> {
    let lang = cx.lang();
    let campaign = &loaded.campaign;
    let line = &entry.report.line;
    let who = entries::who(cx, entry.fact.by).await?;
    let at = date_time(entry.fact.counted_at, campaign.calendar().tz());
    let mut lines = vec![
        say!(
            lang,
            "verify-card-title",
            number = entry.number(),
            unit = entries::unit_name(campaign, &line.unit),
            name = entries::indicator_name(campaign, line)
        ),
        say!(lang, "verify-card-value", value = entries::said(campaign, entry.report, lang)),
        say!(lang, "verify-card-by", who = who, at = at),
        waiting(campaign, entry, cx.now, lang),
    ];
    if let Some(setting) = Setting::of(campaign, &line.unit, &line.indicator) {
        let state = cx.state(&line.unit).await?;
        let work = state.line(&line.indicator);
        let confirmed = work.and_then(|work| work.confirmed.as_ref()).map_or_else(
            || say!(lang, "verify-card-none", value = baseline(&setting, lang)),
            |confirmed| {
                let value = entries::value(&setting, confirmed.value, lang);
                let number = confirmed.number.map_or_else(String::new, |number| number.to_string());
                say!(lang, "verify-card-confirmed", value = value, number = number)
            },
        );
        lines.push(confirmed);
        let target = work.and_then(|work| work.active.as_ref()).map(|pledge| pledge.target);
        let target = target.or_else(|| setting.assignment.and_then(|given| given.assigned));
        if let Some(target) = target.filter(|_| !setting.is_stepwise()) {
            let target = entries::value(&setting, target, lang);
            lines.push(say!(lang, "verify-card-target", value = target));
        }
        if setting.is_stepwise() {
            lines.extend(claimed_steps(&setting, entry, lang));
        }
    }
    if let Some(trajectory) = trajectory(cx, loaded, entry.fact).await? {
        lines.push(say!(lang, "verify-card-trajectory", values = trajectory));
    }
    if !entry.report.note.is_empty() {
        let note = shorten(&entry.report.note, entries::LONGEST_NOTE);
        lines.push(say!(lang, "verify-card-note", note = note));
    }
    for doubt in &entry.report.doubts {
        lines.push(say!(lang, "verify-card-doubt", doubt = entries::doubt(*doubt, lang)));
    }
    lines.push(match evidence {
        0 => say!(lang, "verify-card-no-evidence"),
        count => say!(lang, "verify-card-evidence", count = count),
    });
    lines.extend(reuse::warnings(cx, entry.fact).await?);
    Ok(lines)
}

/// How long the entry has waited, and by when it is to be checked.
fn waiting(
    campaign: &Campaign,
    entry: &Entry<'_>,
    now: DateTime<Utc>,
    lang: crate::text::Lang,
) -> String {
    let came = entry.fact.counted_at;
    let due = backlog::due(campaign, came);
    let (days, hours) = ((now - came).num_days().max(0), (now - came).num_hours().max(0) % 24);
    let until = date_time(due, campaign.calendar().tz());
    if now > due {
        say!(lang, "verify-card-late", days = days, hours = hours, until = until)
    } else {
        say!(lang, "verify-card-waiting", days = days, hours = hours, until = until)
    }
}

fn baseline(setting: &Setting<'_>, lang: crate::text::Lang) -> String {
    entries::value(setting, setting.baseline, lang)
}

/// The newest step that the entry says is done, by name.
fn claimed_steps(
    setting: &Setting<'_>,
    entry: &Entry<'_>,
    lang: crate::text::Lang,
) -> Option<String> {
    let done = setting.steps_done(entry.report.kind.value()?);
    let step = setting.steps.get(done.checked_sub(1)?)?;
    let name = shorten(&step.name, 80);
    Some(say!(lang, "verify-card-step", step = done, name = name, due = step.due))
}

/// The line's entries before this one, oldest first: `60 → 66,5 → 70`.
async fn trajectory(cx: &mut Cx<'_>, loaded: &Loaded, fact: &Fact) -> Handled<Option<String>> {
    let Some(line) = fact.what.line() else { return Ok(None) };
    let campaign: &Campaign = &loaded.campaign;
    let earlier = store::entries::of_unit(
        cx.tx,
        loaded.id,
        &line.unit,
        Some(&line.indicator),
        Some(fact),
        LOOKED_THROUGH,
    )
    .await?;
    let lang = cx.lang();
    let with_value = |entry: &Entry<'_>| entry.report.kind.value().is_some();
    let mut newest: Vec<Entry<'_>> =
        earlier.iter().filter_map(Entry::of).filter(with_value).take(TRAJECTORY).collect();
    newest.reverse();
    let values: Vec<String> = newest
        .into_iter()
        .map(|entry| {
            let day = campaign.calendar().date_at(entry.fact.counted_at).format("%d/%m");
            format!("{} ({day})", entries::said(campaign, entry.report, lang))
        })
        .collect();
    Ok((!values.is_empty()).then(|| values.join(" → ")))
}
