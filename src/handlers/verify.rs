//! Checking figures (*thẩm định*): the queue, one entry at a time in one message, and the one-line
//! forms.
//!
//! A check is about the entry that the checker saw: one that its author has replaced meanwhile is
//! not checked, and the new figure is shown instead.

mod card;
mod words;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::context::{Cx, Handled, Refusal, Stop, open, press as button};
use super::dialogue::Dialogue;
use super::entries::{self, Entry, Fate};
use super::{appeal, celebrate, report, spot_check, stale};
use crate::button::Press;
use crate::domain::campaign::Campaign;
use crate::domain::fact::{Fact, Outcome, What};
use crate::domain::ids::{FactId, IndicatorCode};
use crate::domain::line::Setting;
use crate::domain::policy::{Action, Role, may};
use crate::domain::quantity::{Quantity, clean};
use crate::event::Message;
use crate::outgoing::{Body, Keyboard};
use crate::text::{amount, shorten};
use crate::{say, store};
use words::Order;

/// A checker at work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The entry shown.
    entry: FactId,
    /// What is being asked about it.
    step: Step,
    /// Those put off in this sitting.
    skipped: Vec<FactId>,
}

/// What a conversation about a check waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Step {
    /// A button.
    Look,
    /// The right value, with the reason behind it.
    Value,
    /// Which of two readings of the right value is meant.
    Reading {
        /// The dot read as the decimal sign.
        decimal: Quantity,
        /// The dot read as the sign of thousands.
        grouped: Quantity,
        /// The reason.
        reason: String,
        /// The instant of the message that said it.
        said_at: Option<DateTime<Utc>>,
    },
    /// Whether a value that had to be rounded is meant.
    Rounded {
        /// The nearest that can be recorded.
        value: Quantity,
        /// The reason.
        reason: String,
        /// The instant of the message that said it.
        said_at: Option<DateTime<Utc>>,
    },
    /// Why the value differs.
    Reason {
        /// The value.
        value: Quantity,
    },
    /// Why the entry goes back.
    Return,
}

/// `/thamdinh`, `/thamdinh 17`, `/thamdinh 17 ok`, `/thamdinh 17 75,0 reason`,
/// `/thamdinh 17 tra reason`.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let lang = cx.lang();
    let loaded = cx.campaign()?;
    cx.allow(Action::OpenChecks)?;
    let arguments = clean(arguments);
    if arguments.trim().is_empty() {
        return next(cx, Vec::new(), None).await;
    }
    match words::elsewhere(&arguments) {
        Some(words::Elsewhere::Appeals(rest)) => return super::appeal::run(cx, rest).await,
        Some(words::Elsewhere::SpotChecks(rest)) => return super::spot_check::run(cx, rest).await,
        None => {}
    }
    let Some((number, order)) = words::read(&arguments) else {
        return Err(Stop::refuse(say!(lang, "verify-usage")));
    };
    let found = store::log::by_number(cx.tx, loaded.id, "reported", number).await?;
    let Some(fact) = found else {
        return Err(Stop::refuse(say!(lang, "verify-no-entry", number = number)));
    };
    let entry = allowed(cx, &loaded.campaign, &fact)?;
    still_waits(cx, &loaded.campaign, &entry).await?;
    let draft = Draft { entry: fact.id, step: Step::Look, skipped: Vec::new() };
    let said_at = cx.said_at;
    match order {
        Order::Look => card::show(cx, draft, None).await,
        Order::Confirm => {
            let done = confirm(cx, &loaded.campaign, &fact, said_at).await?;
            finish(cx, done).await
        }
        Order::Return(reason) => {
            let done = give_back(cx, &loaded.campaign, &fact, reason, said_at).await?;
            finish(cx, done).await
        }
        Order::Value(text) => value(cx, &loaded.campaign, &fact, draft, text, Shown::Alone).await,
    }
}

/// Whether the answer stands alone or the queue goes on in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Alone,
    InQueue,
}

/// The entry in a fact, if the person may check it.
fn allowed<'a>(cx: &Cx<'_>, campaign: &Campaign, fact: &'a Fact) -> Handled<Entry<'a>> {
    let refuse = || Stop::refuse(say!(cx.lang(), "not-allowed"));
    let entry = Entry::of(fact).ok_or_else(refuse)?;
    let line = &entry.report.line;
    let indicator = campaign.indicator(&line.indicator).ok_or_else(refuse)?;
    cx.allow(Action::Verify { unit: &line.unit, verifier: indicator.verifier.as_ref() })?;
    Ok(entry)
}

/// Refuses what does not wait for a check, and says why.
async fn still_waits(cx: &mut Cx<'_>, campaign: &Campaign, entry: &Entry<'_>) -> Handled {
    let lang = cx.lang();
    let number = entry.number();
    let html = match entries::fate(cx, entry).await? {
        Fate::Waiting => return Ok(()),
        Fate::NotChecked => say!(lang, "verify-no-change", number = number),
        Fate::Checked(check) => {
            let line = entries::check_line(cx, campaign, &check).await?;
            say!(lang, "verify-already", number = number, check = line)
        }
        Fate::Replaced(newer) => {
            let said = Entry::of(&newer)
                .map(|newer| entries::said(campaign, newer.report, lang))
                .unwrap_or_default();
            let newer_number = entries::number(&newer);
            let label = say!(lang, "verify-button-see", number = newer_number.as_str());
            let see = entries::open_with(label, "thamdinh", newer_number.trim_start_matches('#'));
            return Err(Stop::Refused(Refusal {
                html: say!(
                    lang,
                    "verify-replaced",
                    number = number,
                    newer = newer_number,
                    value = said
                ),
                keyboard: vec![vec![see]],
            }));
        }
    };
    let label = say!(lang, "verify-button-queue");
    let keyboard = vec![vec![super::context::open(label, "thamdinh")]];
    Err(Stop::Refused(Refusal { html, keyboard }))
}

async fn confirm(
    cx: &mut Cx<'_>,
    campaign: &Campaign,
    fact: &Fact,
    said_at: Option<DateTime<Utc>>,
) -> Handled<String> {
    let entry = allowed(cx, campaign, fact)?;
    still_waits(cx, campaign, &entry).await?;
    let Some(value) = entry.report.kind.value() else { return Ok(String::new()) };
    let outcome = Outcome::Confirmed { value, reason: String::new() };
    check(cx, campaign, &entry, outcome, said_at).await
}

async fn confirm_other(
    cx: &mut Cx<'_>,
    campaign: &Campaign,
    fact: &Fact,
    value: Quantity,
    reason: &str,
    said_at: Option<DateTime<Utc>>,
) -> Handled<String> {
    let entry = allowed(cx, campaign, fact)?;
    still_waits(cx, campaign, &entry).await?;
    let outcome = Outcome::Confirmed { value, reason: reason.to_owned() };
    check(cx, campaign, &entry, outcome, said_at).await
}

async fn give_back(
    cx: &mut Cx<'_>,
    campaign: &Campaign,
    fact: &Fact,
    reason: &str,
    said_at: Option<DateTime<Utc>>,
) -> Handled<String> {
    let entry = allowed(cx, campaign, fact)?;
    still_waits(cx, campaign, &entry).await?;
    if reason.is_empty() {
        let lang = cx.lang();
        let number = fact.number.map_or(0, |number| number.0);
        return Err(Stop::refuse(say!(lang, "verify-return-needs-reason", number = number)));
    }
    let outcome = Outcome::Returned { reason: reason.to_owned() };
    check(cx, campaign, &entry, outcome, said_at).await
}

/// Records a check, tells the unit where its figure does not stand, and gives the sentence for the
/// checker.
async fn check(
    cx: &mut Cx<'_>,
    campaign: &Campaign,
    entry: &Entry<'_>,
    outcome: Outcome,
    said_at: Option<DateTime<Utc>>,
) -> Handled<String> {
    let lang = cx.lang();
    let line = entry.report.line.clone();
    let (number, unit) = (entry.number(), entries::unit_name(campaign, &line.unit));
    let said = match &outcome {
        Outcome::Confirmed { value, .. } => {
            let value = entries::value_of(campaign, &line, *value, lang);
            say!(lang, "verify-done-confirmed", number = number, unit = unit, value = value)
        }
        Outcome::Returned { .. } => {
            say!(lang, "verify-done-returned", number = number, unit = unit)
        }
    };
    let differs = match &outcome {
        Outcome::Confirmed { value, .. } => entry.report.kind.value() != Some(*value),
        Outcome::Returned { .. } => true,
    };
    let done = celebrate::done(cx, &line).await?;
    let what = What::Checked { entry: entry.fact.id, line: line.clone(), outcome: outcome.clone() };
    let fact = cx.record(what, said_at).await?;
    celebrate::if_done(cx, &line, done).await?;
    if differs {
        words::tell_unit(cx, campaign, entry, &outcome, &fact).await?;
    }
    Ok(said)
}

/// Says a check that was ordered in one line.
async fn finish(cx: &mut Cx<'_>, done: String) -> Handled {
    let label = say!(cx.lang(), "verify-button-queue");
    cx.conclude(done, vec![vec![super::context::open(label, "thamdinh")]]).await?;
    Ok(())
}

/// After a check: the next of the queue in the same message, or the sentence alone.
async fn go_on(cx: &mut Cx<'_>, draft: Draft, done: String, shown: Shown) -> Handled {
    match shown {
        Shown::Alone => finish(cx, done).await,
        Shown::InQueue => next(cx, draft.skipped, Some(done)).await,
    }
}

/// A value as text: reads it, asks for what is missing, or confirms it.
async fn value(
    cx: &mut Cx<'_>,
    campaign: &Campaign,
    fact: &Fact,
    mut draft: Draft,
    text: &str,
    shown: Shown,
) -> Handled {
    let lang = cx.lang();
    let entry = allowed(cx, campaign, fact)?;
    still_waits(cx, campaign, &entry).await?;
    let line = &entry.report.line;
    let Some(setting) = Setting::of(campaign, &line.unit, &line.indicator) else {
        return stale(cx).await;
    };
    let read = report::read(text, &setting, None)
        .map_err(|misread| Stop::refuse(report::sentence(&misread, &setting, lang)))?;
    let said_at = cx.said_at;
    match read.figure {
        report::ReadFigure::One { increment: true, .. }
        | report::ReadFigure::Either { increment: true, .. } => {
            let example = report::example(&setting, lang);
            Err(Stop::refuse(say!(lang, "report-correct-total", example = example)))
        }
        report::ReadFigure::One { amount, rounded: false, .. } => {
            settle(cx, campaign, fact, draft, (amount, read.note, said_at), shown).await
        }
        report::ReadFigure::One { amount, rounded: true, .. } => {
            let value = entries::value(&setting, amount, lang);
            draft.step = Step::Rounded { value: amount, reason: read.note, said_at };
            let html = say!(lang, "verify-rounded", value = value);
            cx.ask_sure(&Dialogue::Verify(draft), html).await
        }
        report::ReadFigure::Either { decimal, grouped, .. } => {
            let measure = &setting.indicator.measure;
            let labels = [decimal, grouped].map(|value| amount(value, measure, lang));
            draft.step = Step::Reading { decimal, grouped, reason: read.note, said_at };
            let html =
                say!(lang, "report-which-reading", name = entries::indicator_name(campaign, line));
            cx.ask(&Dialogue::Verify(draft), html, |step| {
                let choice = |(index, label)| vec![button(label, &Press::Choose { step, index })];
                let mut rows: Keyboard = (0..).zip(labels).map(choice).collect();
                rows.push(vec![button(say!(lang, "button-cancel"), &Press::Cancel { step })]);
                rows
            })
            .await
        }
    }
}

/// A value is known: confirms it, after asking for the reason where it differs and none was given.
async fn settle(
    cx: &mut Cx<'_>,
    campaign: &Campaign,
    fact: &Fact,
    mut draft: Draft,
    (value, reason, said_at): (Quantity, String, Option<DateTime<Utc>>),
    shown: Shown,
) -> Handled {
    let lang = cx.lang();
    let entry = allowed(cx, campaign, fact)?;
    if entry.report.kind.value() == Some(value) {
        let done = confirm(cx, campaign, fact, said_at).await?;
        return go_on(cx, draft, done, shown).await;
    }
    if reason.is_empty() {
        let line = &entry.report.line;
        let html = say!(
            lang,
            "verify-ask-reason",
            number = entry.number(),
            value = entries::value_of(campaign, line, value, lang),
            reported = entries::said(campaign, entry.report, lang)
        );
        draft.step = Step::Reason { value };
        return cx.ask_words(&Dialogue::Verify(draft), html).await;
    }
    let done = confirm_other(cx, campaign, fact, value, &reason, said_at).await?;
    go_on(cx, draft, done, shown).await
}

/// The indicators whose entries the person may check at all; the unit of each entry decides in the
/// end.
fn checkable(cx: &Cx<'_>, campaign: &Campaign) -> Vec<IndicatorCode> {
    campaign
        .indicators()
        .iter()
        .filter(|indicator| {
            // The office checks what a verifying unit reports itself, so it may meet any of them.
            cx.actor.is(Role::Office)
                || indicator
                    .verifier
                    .as_ref()
                    .is_some_and(|unit| cx.actor.is_in(Role::Verifier, unit))
        })
        .map(|indicator| indicator.code.clone())
        .collect()
}

/// The entries that wait for this person, oldest first.
async fn queue(cx: &mut Cx<'_>) -> Handled<Vec<FactId>> {
    let loaded = cx.campaign()?;
    let campaign = &loaded.campaign;
    let indicators = checkable(cx, campaign);
    let waiting = store::entries::pending(cx.tx, loaded.id, &indicators).await?;
    let mine = waiting.into_iter().filter(|(_, line)| {
        campaign.indicator(&line.indicator).is_some_and(|indicator| {
            let verifier = indicator.verifier.as_ref();
            may(&cx.actor, Action::Verify { unit: &line.unit, verifier })
        })
    });
    Ok(mine.map(|(id, _)| id).collect())
}

/// Shows the oldest entry that was not put off, under the sentence about the one before.
async fn next(cx: &mut Cx<'_>, mut skipped: Vec<FactId>, done: Option<String>) -> Handled {
    let lang = cx.lang();
    let waiting = queue(cx).await?;
    skipped.retain(|id| waiting.contains(id));
    let Some(entry) = waiting.iter().find(|id| !skipped.contains(id)).copied() else {
        let mut lines: Vec<String> = done.into_iter().collect();
        lines.push(match waiting.len() {
            0 => say!(lang, "verify-queue-empty"),
            left => say!(lang, "verify-queue-put-off", count = left),
        });
        let mut keyboard = Vec::new();
        if !waiting.is_empty() {
            keyboard.push(vec![open(say!(lang, "verify-button-queue"), "thamdinh")]);
        }
        // The other queues are reached from here, so that nobody has to know their words.
        let (appeals, looks) = (appeal::waiting(cx).await?, spot_check::waiting(cx).await?);
        if appeals > 0 {
            lines.push(say!(lang, "verify-appeals-wait", count = appeals));
            keyboard.push(vec![open(say!(lang, "verify-button-appeals"), "thamdinh khieunai")]);
        }
        if looks > 0 {
            lines.push(say!(lang, "verify-looks-wait", count = looks));
            keyboard.push(vec![open(say!(lang, "spot-button"), "thamdinh rut")]);
        }
        cx.conclude(lines.join("\n\n"), keyboard).await?;
        return Ok(());
    };
    let left = say!(lang, "verify-queue-left", count = waiting.len());
    let heading = done.map_or_else(|| left.clone(), |done| format!("{done}\n{left}"));
    let draft = Draft { entry, step: Step::Look, skipped };
    card::show(cx, draft, Some(heading)).await
}

/// A text inside the conversation: the value or the reason asked for.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    let lang = cx.lang();
    let loaded = cx.campaign()?;
    let campaign = &loaded.campaign;
    let Some(fact) = store::entries::in_campaign(cx.tx, loaded.id, draft.entry).await? else {
        return stale(cx).await;
    };
    let text = clean(&message.text).trim().to_owned();
    let said_at = cx.said_at;
    match draft.step.clone() {
        Step::Value => value(cx, campaign, &fact, draft, &text, Shown::InQueue).await,
        Step::Reason { .. } | Step::Return if text.is_empty() => {
            Err(Stop::refuse(say!(lang, "verify-reason-as-text")))
        }
        Step::Reason { value } => {
            let done = confirm_other(cx, campaign, &fact, value, &text, said_at).await?;
            go_on(cx, draft, done, Shown::InQueue).await
        }
        Step::Return => {
            let done = give_back(cx, campaign, &fact, &text, said_at).await?;
            go_on(cx, draft, done, Shown::InQueue).await
        }
        Step::Look | Step::Reading { .. } | Step::Rounded { .. } => {
            Err(Stop::refuse(say!(lang, "press-a-button")))
        }
    }
}

/// A button of a step.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn chosen(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    let loaded = cx.campaign()?;
    let campaign = &loaded.campaign;
    let Some(fact) = store::entries::in_campaign(cx.tx, loaded.id, draft.entry).await? else {
        return stale(cx).await;
    };
    match (press, draft.step.clone()) {
        (Press::Choose { .. }, Step::Look) => send_evidence(cx, campaign, &fact).await,
        (Press::Choose { index, .. }, Step::Reading { decimal, grouped, reason, said_at }) => {
            let value = if index == 0 { decimal } else { grouped };
            let given = (value, reason, said_at);
            settle(cx, campaign, &fact, draft, given, Shown::InQueue).await
        }
        (Press::Confirm { .. }, Step::Rounded { value, reason, said_at }) => {
            let given = (value, reason, said_at);
            settle(cx, campaign, &fact, draft, given, Shown::InQueue).await
        }
        _ => stale(cx).await,
    }
}

/// The most files sent at one press.
const MOST_EVIDENCE: usize = 10;

async fn send_evidence(cx: &mut Cx<'_>, campaign: &Campaign, fact: &Fact) -> Handled {
    allowed(cx, campaign, fact)?;
    send_all(cx, fact).await
}

/// Sends what was shown for an entry to somebody who may see it.
///
/// # Errors
/// When it cannot be kept.
pub(super) async fn send_all(cx: &mut Cx<'_>, fact: &Fact) -> Handled {
    use crate::domain::fact::Evidence;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let Some(entry) = Entry::of(fact) else { return stale(cx).await };
    let all = report::evidence_of(cx, fact).await?;
    let count = all.len();
    for (index, evidence) in (1_usize..).zip(all.into_iter().take(MOST_EVIDENCE)) {
        let caption = say!(
            lang,
            "verify-evidence",
            number = entry.number(),
            unit = entries::unit_name(campaign, &entry.report.line.unit),
            index = index,
            count = count
        );
        let (file_id, photo) = match evidence {
            Evidence::Photo { file_id, .. } => (file_id, true),
            Evidence::Document { file_id, .. } => (file_id, false),
        };
        cx.put(Body::Forward { file_id, photo, caption }).await?;
    }
    Ok(())
}

/// A button of the card of an entry.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn pressed(cx: &mut Cx<'_>, press: Press) -> Handled {
    let (Press::Verify(id) | Press::VerifyOther(id) | Press::Return(id) | Press::Skip(id)) = press
    else {
        return stale(cx).await;
    };
    let lang = cx.lang();
    let loaded = cx.campaign()?;
    let campaign = &loaded.campaign;
    let Some(fact) = store::entries::in_campaign(cx.tx, loaded.id, id).await? else {
        return stale(cx).await;
    };
    let entry = allowed(cx, campaign, &fact)?;
    let mut skipped = skipped(cx).await?;
    if let Press::Skip(_) = press {
        skipped.push(id);
        return next(cx, skipped, None).await;
    }
    still_waits(cx, campaign, &entry).await?;
    let mut draft = Draft { entry: id, step: Step::Look, skipped };
    let html = match press {
        Press::Verify(_) => {
            let done = confirm(cx, campaign, &fact, None).await?;
            return go_on(cx, draft, done, Shown::InQueue).await;
        }
        Press::VerifyOther(_) => {
            draft.step = Step::Value;
            let said = entries::said(campaign, entry.report, lang);
            let line = &entry.report.line;
            let example = Setting::of(campaign, &line.unit, &line.indicator)
                .map(|setting| report::example(&setting, lang))
                .unwrap_or_default();
            let number = entry.number();
            say!(lang, "verify-ask-value", number = number, reported = said, example = example)
        }
        _ => {
            draft.step = Step::Return;
            say!(lang, "verify-ask-return", number = entry.number())
        }
    };
    cx.ask_words(&Dialogue::Verify(draft), html).await
}

/// The entries put off in the sitting that is open, if one is.
async fn skipped(cx: &mut Cx<'_>) -> Handled<Vec<FactId>> {
    let open = cx.flow().await?;
    Ok(match open.map(|flow| serde_json::from_str(&flow.state)) {
        Some(Ok(Dialogue::Verify(draft))) => draft.skipped,
        _ => Vec::new(),
    })
}

/// A reason as it is shown.
fn shown_reason(reason: &str) -> String {
    shorten(reason, entries::LONGEST_NOTE)
}
