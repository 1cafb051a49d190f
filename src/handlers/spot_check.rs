//! Spot checks: the office draws confirmed entries of a closed week, in an order that nobody can
//! choose, and somebody looks at them who has not checked them before.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::cases::{self, Case, decision_line};
use super::context::{Cx, Handled, Stop, open, press as button};
use super::correct::{self, Given, ask_reading};
use super::{report, stale};
use crate::button::Press;
use crate::domain::calendar::Week;
use crate::domain::fact::{Outcome, What};
use crate::domain::ids::FactId;
use crate::domain::policy::{Action, Role, may};
use crate::domain::quantity::{Quantity, clean, fold};
use crate::domain::spot_check::{MOST, draw};
use crate::event::Message;
use crate::handlers::dialogue::Dialogue;
use crate::handlers::entries;
use crate::outgoing::Keyboard;
use crate::text::shorten;
use crate::{say, store};

/// The longest reason that is kept, in UTF-16 units.
const LONGEST_REASON: usize = 500;

/// What a conversation about a second look waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The entry shown.
    entry: FactId,
    /// Those put off in this sitting.
    skipped: Vec<FactId>,
    /// What is being asked.
    step: Step,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Step {
    /// A button.
    Look,
    /// The right value, with the reason.
    Value,
    /// Which of two readings of it is meant.
    Reading {
        /// The dot read as the decimal sign.
        decimal: Quantity,
        /// The dot read as the sign of thousands.
        grouped: Quantity,
        /// The reason.
        reason: String,
    },
    /// Why it is another value.
    Reason {
        /// The value.
        value: Quantity,
    },
}

/// `/thamdinh rut`: the entries to look at again; `/thamdinh rut 5`, `/thamdinh rut 5 tuần 3`:
/// draws so many.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let lang = cx.lang();
    let words: Vec<String> = arguments.split_whitespace().map(fold).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let number = |text: &str| text.parse::<u32>().ok();
    let (count, week) = match *words {
        [] => return next(cx, Vec::new(), None).await,
        [count] => (number(count), None),
        [count, "tuan" | "week", week] => (number(count), number(week)),
        _ => (None, None),
    };
    let (Some(count), true) = (count, week.is_some() || words.len() == 1) else {
        return Err(Stop::refuse(say!(lang, "spot-usage", most = MOST)));
    };
    draw_entries(cx, count, week).await
}

/// Draws, and says from what the order follows.
async fn draw_entries(cx: &mut Cx<'_>, count: u32, week: Option<u32>) -> Handled {
    cx.allow(Action::Adjust)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let calendar = campaign.calendar();
    let count = count as usize;
    if !(1..=MOST).contains(&count) {
        return Err(Stop::refuse(say!(lang, "spot-usage", most = MOST)));
    }
    let week = week.map(Week).or_else(|| calendar.last_closed(cx.now));
    let closed = match week {
        Some(week) => store::snapshots::get(cx.tx, loaded.id, week).await?,
        None => None,
    };
    let Some(closed) = closed else {
        return Err(Stop::refuse(say!(lang, "spot-not-closed")));
    };
    let week = closed.week;
    let after = week.0.checked_sub(1).filter(|before| *before > 0).map(Week);
    let after = after.map(|before| calendar.closing(before));
    let units: Vec<_> = campaign.units().iter().map(|unit| unit.code.clone()).collect();
    let pool = store::log::confirmed_between(cx.tx, loaded.id, &units, after, closed.as_of).await?;
    let mut drawn: BTreeSet<FactId> = BTreeSet::new();
    for fact in store::log::numbered(cx.tx, loaded.id, "spot_check_drawn").await? {
        if let What::SpotCheckDrawn { week: of, entries, .. } = fact.what
            && of == week
        {
            drawn.extend(entries);
        }
    }
    let size = pool.len();
    let found = draw(&closed.digest, pool, &drawn, count);
    if found.is_empty() {
        return Err(Stop::refuse(say!(lang, "spot-nothing", week = week.0)));
    }
    let seed = closed.digest;
    let entries = found.iter().map(|(_, entry)| *entry).collect();
    let fact =
        cx.record(What::SpotCheckDrawn { week, seed: seed.clone(), entries }, cx.said_at).await?;
    let numbers: Vec<String> = found.iter().map(|(number, _)| number.to_string()).collect();
    let html = say!(
        lang,
        "spot-drawn",
        number = entries::number(&fact),
        count = numbers.len(),
        size = size,
        week = week.0,
        entries = numbers.join(", "),
        seed = seed
    );
    tell_lookers(cx, &fact.id, week, &found.iter().map(|(_, id)| *id).collect::<Vec<_>>()).await?;
    let again = open(say!(lang, "spot-button"), "thamdinh rut");
    cx.conclude(html, vec![vec![again]]).await?;
    Ok(())
}

/// Tells the other members of the office that there is something to look at.
async fn tell_lookers(cx: &mut Cx<'_>, draw: &FactId, week: Week, drawn: &[FactId]) -> Handled {
    let own = cx.person.id;
    let count = drawn.len();
    let mut people = cx.people_with(Role::Office, None).await?;
    people.retain(|person| person.id != own);
    super::colleagues::tell(cx, people, &format!("spot:{draw}"), |lang| {
        let html = say!(lang, "spot-notice", count = count, week = week.0);
        (html, vec![vec![open(say!(lang, "spot-button"), "thamdinh rut")]])
    })
    .await
}

/// The drawn entries nobody has looked at since, in the order drawn.
///
/// # Errors
/// When the log cannot be read.
async fn open_looks(cx: &mut Cx<'_>) -> Handled<Vec<Case>> {
    let loaded = cx.campaign()?;
    let mut open = Vec::new();
    for entry in store::log::not_looked_at(cx.tx, loaded.id).await? {
        open.extend(cases::of(cx, entry).await?);
    }
    Ok(open)
}

/// Whether the person may look at an entry: not of their unit, and not checked by them before.
fn may_look(cx: &Cx<'_>, case: &Case) -> Handled<bool> {
    let loaded = cx.campaign()?;
    let line = &case.line;
    let Some(indicator) = loaded.campaign.indicator(&line.indicator) else { return Ok(false) };
    let verifier = indicator.verifier.as_ref();
    let first = case.about().iter().filter(|fact| matches!(fact.what, What::Checked { .. }));
    let mine = first.filter_map(|fact| fact.by).any(|by| by == cx.person.id);
    Ok(!mine && may(&cx.actor, Action::LookAgain { unit: &line.unit, verifier }))
}

/// The drawn entries that this person may look at.
async fn open_for(cx: &mut Cx<'_>) -> Handled<Vec<Case>> {
    let mut mine = Vec::new();
    for case in open_looks(cx).await? {
        if may_look(cx, &case)? {
            mine.push(case);
        }
    }
    Ok(mine)
}

/// How many drawn entries wait for this person.
///
/// # Errors
/// When the log cannot be read.
pub(super) async fn waiting(cx: &mut Cx<'_>) -> Handled<usize> {
    Ok(open_for(cx).await?.len())
}

async fn next(cx: &mut Cx<'_>, mut skipped: Vec<FactId>, done: Option<String>) -> Handled {
    let lang = cx.lang();
    let mine = open_for(cx).await?;
    skipped.retain(|id| mine.iter().any(|case| case.entry.id == *id));
    let Some(case) = mine.iter().find(|case| !skipped.contains(&case.entry.id)) else {
        let mut lines: Vec<String> = done.into_iter().collect();
        lines.push(match mine.len() {
            0 => say!(lang, "spot-queue-empty"),
            left => say!(lang, "spot-queue-put-off", count = left),
        });
        cx.conclude(lines.join("\n\n"), Vec::new()).await?;
        return Ok(());
    };
    let left = say!(lang, "spot-queue-left", count = mine.len());
    let heading = done.map_or_else(|| left.clone(), |done| format!("{done}\n{left}"));
    show(cx, case, skipped, &heading).await
}

async fn show(cx: &mut Cx<'_>, case: &Case, skipped: Vec<FactId>, heading: &str) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let mut lines = vec![
        heading.to_owned(),
        say!(
            lang,
            "spot-card",
            number = case.number(),
            unit = entries::unit_name(campaign, &case.line.unit),
            name = entries::indicator_name(campaign, &case.line),
            value = case.said(campaign, lang)
        ),
    ];
    for fact in case.about().to_vec() {
        lines.extend(decision_line(cx, campaign, case, &fact).await?);
    }
    if let What::Reported(report) = &case.entry.what
        && !report.note.is_empty()
    {
        let note = shorten(&report.note, entries::LONGEST_NOTE);
        lines.push(say!(lang, "verify-card-note", note = note));
    }
    let evidence = report::evidence_of(cx, &case.entry).await?.len();
    let draft = Draft { entry: case.entry.id, skipped, step: Step::Look };
    cx.ask(&Dialogue::SpotCheck(draft), lines.join("\n"), |step| {
        let choice = |label, index| button(label, &Press::Choose { step, index });
        let mut rows: Keyboard = vec![
            vec![
                choice(say!(lang, "verify-button-right"), RIGHT),
                choice(say!(lang, "verify-button-other"), OTHER),
            ],
            vec![choice(say!(lang, "verify-button-later"), LATER)],
        ];
        if evidence > 0 {
            let label = say!(lang, "verify-button-evidence", count = evidence);
            rows.push(vec![choice(label, SEE)]);
        }
        rows
    })
    .await
}

/// The buttons of the card.
const RIGHT: u32 = 0;
const OTHER: u32 = 1;
const LATER: u32 = 2;
const SEE: u32 = 3;

/// The entry of a draft, if it still waits for this person.
async fn looked_at(cx: &mut Cx<'_>, entry: FactId) -> Handled<Option<Case>> {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let Some(case) = cases::of(cx, entry).await? else { return Ok(None) };
    if !store::log::not_looked_at(cx.tx, loaded.id).await?.contains(&entry) {
        // A colleague was quicker.
        let last = case.about().iter().rev().find(|f| matches!(f.what, What::Checked { .. }));
        let who = entries::who(cx, last.and_then(|fact| fact.by)).await?;
        return Err(Stop::refuse(say!(lang, "spot-already", number = case.number(), who = who)));
    }
    if !may_look(cx, &case)? {
        return Err(Stop::refuse(say!(lang, "not-allowed")));
    }
    let verifier = loaded.campaign.indicator(&case.line.indicator);
    let verifier = verifier.and_then(|indicator| indicator.verifier.as_ref());
    cx.allow(Action::LookAgain { unit: &case.line.unit, verifier })?;
    Ok(Some(case))
}

/// A text inside the conversation.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    let lang = cx.lang();
    let text = clean(&message.text).trim().to_owned();
    if text.is_empty() {
        return Err(Stop::refuse(say!(lang, "second-in-words")));
    }
    let Some(case) = looked_at(cx, draft.entry).await? else { return stale(cx).await };
    match draft.step {
        Step::Value => match correct::read(cx, &case, &text)? {
            Given::One { value, reason } => settle(cx, &case, draft.skipped, value, &reason).await,
            Given::Either { decimal, grouped, reason } => {
                let step = Step::Reading { decimal, grouped, reason };
                let dialogue = Dialogue::SpotCheck(Draft { step, ..draft });
                ask_reading(cx, &case, (decimal, grouped), &dialogue).await
            }
        },
        Step::Reason { value } => settle(cx, &case, draft.skipped, value, &text).await,
        Step::Look | Step::Reading { .. } => Err(Stop::refuse(say!(lang, "press-a-button"))),
    }
}

/// A button of the conversation.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn chosen(cx: &mut Cx<'_>, mut draft: Draft, press: Press) -> Handled {
    let lang = cx.lang();
    let Press::Choose { index, .. } = press else { return stale(cx).await };
    let Some(case) = looked_at(cx, draft.entry).await? else { return stale(cx).await };
    match (draft.step.clone(), index) {
        (Step::Look, RIGHT) => match case.words().standing() {
            Some(standing) => settle(cx, &case, draft.skipped, standing, "").await,
            None => stale(cx).await,
        },
        (Step::Look, OTHER) => {
            draft.step = Step::Value;
            let html = say!(lang, "spot-ask-value", number = case.number());
            let dialogue = Dialogue::SpotCheck(draft);
            cx.ask_words(&dialogue, html).await
        }
        (Step::Look, LATER) => {
            draft.skipped.push(draft.entry);
            next(cx, draft.skipped, None).await
        }
        (Step::Look, SEE) => super::verify::send_all(cx, &case.entry).await,
        (Step::Reading { decimal, grouped, reason }, _) => {
            let value = if index == 0 { decimal } else { grouped };
            settle(cx, &case, draft.skipped, value, &reason).await
        }
        _ => stale(cx).await,
    }
}

/// Records the second look. Another value than stands is a correction like any other, and is
/// published as one.
async fn settle(
    cx: &mut Cx<'_>,
    case: &Case,
    skipped: Vec<FactId>,
    value: Quantity,
    reason: &str,
) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let Some(before) = case.words().standing() else { return stale(cx).await };
    let (entry, line) = (case.entry.id, case.line.clone());
    if value != before && reason.is_empty() {
        let html = say!(
            lang,
            "correct-ask-reason",
            number = case.number(),
            before = case.value(&loaded.campaign, before, lang),
            after = case.value(&loaded.campaign, value, lang)
        );
        let draft = Draft { entry, skipped, step: Step::Reason { value } };
        return cx.ask_words(&Dialogue::SpotCheck(draft), html).await;
    }
    let reason = shorten(reason.trim(), LONGEST_REASON);
    let mut outcome = Outcome::Confirmed { value, reason: String::new() };
    if value != before {
        let what = What::Corrected {
            entry,
            line: line.clone(),
            before,
            after: value,
            reason: reason.clone(),
        };
        let fact = cx.record(what, cx.said_at).await?;
        correct::announce(cx, case, &fact).await?;
        outcome = Outcome::Confirmed { value, reason };
    }
    cx.record(What::Checked { entry, line, outcome }, cx.said_at).await?;
    let value = case.value(&loaded.campaign, value, lang);
    let done = say!(lang, "spot-done", number = case.number(), value = value);
    next(cx, skipped, Some(done)).await
}
