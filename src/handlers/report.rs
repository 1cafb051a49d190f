//! Reporting progress: `/capnhat`, `/khongdoi`, figures and photos sent without a command.
//!
//! ```text
//! text ─ reading ─▶ figure ─ record (plausible? said before?) ─▶ question │ entry #17
//! buttons ─ guide ─▶ line ─▶ figure …          photo ─ evidence ─▶ the last entry
//! ```

mod evidence;
mod guide;
mod reading;
mod record;
mod standing;
mod unchanged;
mod work;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::context::{Cx, Handled, Stop};
use super::entries::{Entry, Fate};
use super::{asking, entries, stale};
use crate::button::Press;
use crate::domain::fact::{Evidence, Fact, What};
use crate::domain::ids::{FactId, IndicatorCode, UnitCode};
use crate::domain::policy::Role;
use crate::domain::quantity::{Quantity, clean};
use crate::event::Message;
use crate::text::Lang;
use crate::{say, store};
use guide::{all_lines, which};
use reading::{Figure, Named, looks_like_figure, says_no_change, split_word};
use work::Work;

pub(super) use evidence::{all as evidence_of, of as evidence_in};
pub(super) use reading::{Figure as ReadFigure, example, read, sentence};

/// A report in the making.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Whose.
    unit: UnitCode,
    /// What is being asked.
    step: Step,
    /// On what, once that is known.
    indicator: Option<IndicatorCode>,
    /// The entry whose figure the author says was wrong.
    corrects: Option<FactId>,
    /// A figure as typed, while its line is not known.
    text: String,
    /// The author's own words behind the figure.
    note: String,
    /// What was sent along.
    evidence: Vec<Evidence>,
    /// The instant of the message with the figure, from which the entry counts.
    said_at: Option<DateTime<Utc>>,
}

/// What a conversation about a report waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Step {
    /// Which line is meant.
    Line {
        /// Those offered.
        offered: Vec<IndicatorCode>,
        /// What for.
        aim: Aim,
        /// Whether all that is owed can be chosen at once.
        all_owed: bool,
    },
    /// The figure.
    Figure,
    /// Which of two readings of a number is meant.
    Reading {
        /// The dot read as the decimal sign.
        decimal: Quantity,
        /// The dot read as the sign of thousands.
        grouped: Quantity,
        /// Whether it comes on top of the last value.
        increment: bool,
    },
    /// Whether the figure is really meant.
    Sure {
        /// The cumulative value.
        value: Quantity,
        /// The last value that was shown beside it.
        last: Quantity,
        /// Whether digits were lost.
        rounded: bool,
    },
    /// Whether "no change" is really meant a second time.
    Unchanged,
}

/// What a line is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Aim {
    /// To report a figure.
    Report,
    /// To report no change.
    NoChange,
}

impl Draft {
    fn new(unit: &UnitCode, said_at: Option<DateTime<Utc>>) -> Self {
        Self {
            unit: unit.clone(),
            step: Step::Figure,
            indicator: None,
            corrects: None,
            text: String::new(),
            note: String::new(),
            evidence: Vec::new(),
            said_at,
        }
    }

    fn on(mut self, indicator: IndicatorCode) -> Self {
        self.indicator = Some(indicator);
        self
    }

    fn line(&self, lang: Lang) -> Handled<IndicatorCode> {
        self.indicator.clone().ok_or_else(|| Stop::refuse(say!(lang, "stale-button")))
    }
}

/// `/capnhat [CODE [FIGURE [note]]]`, perhaps as the caption of a photo or file.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn run(cx: &mut Cx<'_>, arguments: &str, message: Option<&Message>) -> Handled {
    let work = Work::own(cx).await?;
    let mut draft = Draft::new(&work.unit, cx.said_at);
    draft.evidence.extend(message.and_then(evidence::of));
    let arguments = clean(arguments);
    let (head, rest) = split_word(&arguments);
    if head.is_empty() {
        return all_lines(cx, &work, draft, Aim::Report).await;
    }
    match work.find(head, cx.said_or_now()) {
        Named::Line(code) if says_no_change(rest) => {
            unchanged::one(cx, &work, draft.on(code)).await
        }
        Named::Line(code) => {
            rest.clone_into(&mut draft.text);
            guide::line(cx, &work, draft.on(code)).await
        }
        other => {
            // The code may have been left out: "/capnhat 76,7 tỷ".
            let text = if looks_like_figure(head) { arguments.trim() } else { rest };
            text.clone_into(&mut draft.text);
            other_line(cx, &work, draft, head, other, Aim::Report).await
        }
    }
}

/// `/khongdoi [CODE]`.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn no_change(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let work = Work::own(cx).await?;
    let draft = Draft::new(&work.unit, cx.said_at);
    let arguments = clean(arguments);
    let (head, _) = split_word(&arguments);
    if head.is_empty() {
        return all_lines(cx, &work, draft, Aim::NoChange).await;
    }
    match work.find(head, cx.said_or_now()) {
        Named::Line(code) => unchanged::one(cx, &work, draft.on(code)).await,
        other => other_line(cx, &work, draft, head, other, Aim::NoChange).await,
    }
}

/// The word names none of the unit's lines: offers the nearest, else all of them.
async fn other_line(
    cx: &mut Cx<'_>,
    work: &Work,
    draft: Draft,
    typed: &str,
    found: Named,
    aim: Aim,
) -> Handled {
    let lang = cx.lang();
    let typed = crate::text::shorten(typed, 40);
    match found {
        Named::NotGiven(code) => {
            let label = say!(lang, "report-button-pledge", code = code);
            let button = entries::open_with(label, "dangky", code.as_str());
            Err(Stop::Refused(super::Refusal {
                html: say!(lang, "report-not-given", name = work.name(&code)),
                keyboard: vec![vec![button]],
            }))
        }
        Named::Nothing(Some(near)) => {
            let html = say!(lang, "report-did-you-mean", word = typed);
            which(cx, work, draft, html, vec![near], aim, 0).await
        }
        Named::Line(_) | Named::Nothing(None) => {
            let html = if looks_like_figure(&typed) {
                say!(lang, "report-which-line-for", text = draft.text.as_str())
            } else {
                say!(lang, "report-unknown-line", word = typed)
            };
            let lines = work.lines(cx.said_or_now());
            which(cx, work, draft, html, lines, aim, 0).await
        }
    }
}

/// A text or file outside every conversation: evidence for the last entry, or a figure for what is
/// owed.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn plain(cx: &mut Cx<'_>, message: &Message) -> Handled {
    let lang = cx.lang();
    if cx.loaded.is_none() || cx.actor.own_unit().is_none() {
        // Also says to somebody without a campaign how to come by one.
        cx.campaign()?;
        let html = match &message.file {
            Some(file) if !file.photo && cx.actor.is(Role::Office) => {
                say!(lang, "plain-not-a-workbook")
            }
            _ => say!(lang, "plain-hint"),
        };
        cx.say_new(html, Vec::new()).await?;
        return Ok(());
    }
    let work = Work::own(cx).await?;
    let figure = looks_like_figure(&message.text);
    let unchanged = says_no_change(&message.text);
    let asked = replied_lines(cx, &work, message).await?;
    let mut draft = Draft::new(&work.unit, cx.said_at);
    if let Some(evidence) = evidence::of(message) {
        // A picture whose caption answers a reminder comes with that report, not with the last.
        if !figure || asked.is_none() {
            return evidence::add(cx, &work, message, evidence).await;
        }
        draft.evidence.push(evidence);
    }
    if !figure && !unchanged {
        // What was asked about is known, so the figure that is missing can be named.
        if let Some([code]) = asked.as_deref() {
            draft.indicator = Some(code.clone());
            return bare(cx, &work, draft, &message.text, false).await;
        }
        cx.say_new(say!(lang, "plain-hint-unit"), Vec::new()).await?;
        return Ok(());
    }
    let replied = asked.is_some();
    let mut lines = asked.unwrap_or_else(|| work.owed(cx.said_or_now()));
    if lines.len() == 1
        && let Some(code) = lines.pop()
    {
        draft.indicator = Some(code);
        if unchanged {
            return unchanged::one(cx, &work, draft).await;
        }
        return bare(cx, &work, draft, &message.text, !replied).await;
    }
    if lines.is_empty() {
        cx.say_new(say!(lang, "plain-nothing-owed"), Vec::new()).await?;
        return Ok(());
    }
    let text = crate::text::shorten(message.text.trim(), 60);
    let (html, aim) = if figure {
        message.text.trim().clone_into(&mut draft.text);
        (say!(lang, "report-which-line-for", text = text), Aim::Report)
    } else {
        (say!(lang, "nochange-which-line"), Aim::NoChange)
    };
    which(cx, &work, draft, html, lines, aim, 0).await
}

/// A figure without a command; `ask` where it does not answer a reminder either.
async fn bare(cx: &mut Cx<'_>, work: &Work, mut draft: Draft, text: &str, ask: bool) -> Handled {
    let lang = cx.lang();
    let code = draft.line(lang)?;
    let setting = work.setting(&code, lang)?;
    let read = reading::read(text, &setting, work.target(&setting))
        .map_err(|misread| Stop::refuse(reading::sentence(&misread, &setting, lang)))?;
    draft.note = read.note;
    record::figure(cx, work, draft, read.figure, ask).await
}

/// The lines that a reminder spoke of, where the message answers one: the line in its key, or all
/// that is owed where it was a digest.
async fn replied_lines(
    cx: &mut Cx<'_>,
    work: &Work,
    message: &Message,
) -> Handled<Option<Vec<IndicatorCode>>> {
    let Some(replied) = message.reply_to else { return Ok(None) };
    let found = store::outbox::by_message(cx.tx, message.chat.id, replied).await?;
    let Some(key) = found.and_then(|(_, key)| key) else { return Ok(None) };
    Ok(match nudged(&key) {
        Some(Nudged::Line(unit, code)) if unit == work.unit.as_str() => {
            match work.find(code, cx.said_or_now()) {
                Named::Line(code) => Some(vec![code]),
                _ => None,
            }
        }
        Some(Nudged::Digest) => Some(work.owed(cx.said_or_now())),
        _ => None,
    })
}

/// What a reminder was about, by the key it was sent under.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Nudged<'a> {
    /// One line: its unit and indicator.
    Line(&'a str, &'a str),
    /// All that was owed.
    Digest,
}

/// Reads `nudge:{campaign}:{person}:{date}[:{unit}:{indicator}]`.
fn nudged(key: &str) -> Option<Nudged<'_>> {
    let rest = key.strip_prefix("nudge:")?;
    match *rest.split(':').collect::<Vec<_>>() {
        [_, _, _, unit, indicator] => Some(Nudged::Line(unit, indicator)),
        [_, _, _] => Some(Nudged::Digest),
        _ => None,
    }
}

/// A text or file inside the conversation.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn answer(cx: &mut Cx<'_>, mut draft: Draft, message: &Message) -> Handled {
    let work = Work::of(cx, &draft.unit).await?;
    if let Some(evidence) = evidence::of(message) {
        asking::keep(&mut draft.evidence, evidence, cx.lang())?;
        if message.text.trim().is_empty() {
            return keep_evidence(cx, &work, draft).await;
        }
    }
    let text = clean(&message.text);
    match draft.step.clone() {
        Step::Line { aim, .. } => match work.find(text.trim(), cx.said_or_now()) {
            Named::Line(code) if aim == Aim::Report => guide::line(cx, &work, draft.on(code)).await,
            Named::Line(code) => unchanged::one(cx, &work, draft.on(code)).await,
            _ => Err(Stop::refuse(say!(cx.lang(), "press-a-button"))),
        },
        Step::Unchanged => Err(Stop::refuse(say!(cx.lang(), "press-a-button"))),
        Step::Figure | Step::Reading { .. } | Step::Sure { .. } => {
            draft.said_at = cx.said_at;
            if says_no_change(&text) && draft.corrects.is_none() {
                return unchanged::one(cx, &work, draft).await;
            }
            record::text(cx, &work, draft, &text).await
        }
    }
}

/// A photo came while something else is asked: it is kept and the question stands.
async fn keep_evidence(cx: &mut Cx<'_>, work: &Work, draft: Draft) -> Handled {
    let lang = cx.lang();
    let count = draft.evidence.len();
    match draft.step.clone() {
        Step::Figure => guide::figure(cx, work, draft).await?,
        Step::Line { aim, .. } => all_lines(cx, work, draft, aim).await?,
        Step::Reading { decimal, grouped, increment } => {
            let figure = Figure::Either { decimal, grouped, increment };
            record::figure(cx, work, draft, figure, false).await?;
        }
        Step::Sure { value, rounded, .. } => {
            let figure = Figure::One { amount: value, increment: false, rounded };
            record::figure(cx, work, draft, figure, true).await?;
        }
        Step::Unchanged => return Err(Stop::refuse(say!(lang, "press-a-button"))),
    }
    cx.say_new(say!(lang, "evidence-kept", count = count), Vec::new()).await?;
    Ok(())
}

/// A button of the conversation.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn chosen(cx: &mut Cx<'_>, mut draft: Draft, press: Press) -> Handled {
    let work = Work::of(cx, &draft.unit).await?;
    match (press, draft.step.clone()) {
        (Press::Page { page, .. }, Step::Line { offered, aim, .. }) => {
            let html = match aim {
                Aim::Report => say!(cx.lang(), "report-which-line"),
                Aim::NoChange => say!(cx.lang(), "nochange-which-line"),
            };
            which(cx, &work, draft, html, offered, aim, page).await
        }
        (Press::Choose { index, .. }, Step::Line { .. }) => {
            guide::chose_line(cx, &work, draft, usize::try_from(index).unwrap_or(usize::MAX)).await
        }
        (Press::Choose { index: 0, .. }, Step::Figure) if draft.corrects.is_none() => {
            draft.said_at = None;
            unchanged::one(cx, &work, draft).await
        }
        (Press::Choose { index, .. }, Step::Figure) => {
            draft.said_at = None;
            // A button counts steps, which any figure of a milestone line is read as.
            record::text(cx, &work, draft, &index.to_string()).await
        }
        (Press::Choose { index, .. }, Step::Reading { decimal, grouped, increment }) => {
            let amount = if index == 0 { decimal } else { grouped };
            let figure = Figure::One { amount, increment, rounded: false };
            record::figure(cx, &work, draft, figure, false).await
        }
        (Press::Confirm { .. }, Step::Sure { .. }) => record::confirmed(cx, &work, draft).await,
        (Press::Confirm { .. }, Step::Unchanged) => {
            let code = draft.line(cx.lang())?;
            unchanged::record(cx, &work, &[code], draft.said_at).await
        }
        _ => stale(cx).await,
    }
}

/// A button that begins a report, a correction or "no change" on the line of a fact.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn pressed(cx: &mut Cx<'_>, press: Press) -> Handled {
    let (Press::Report(id) | Press::NoChange(id) | Press::Correct(id)) = press else {
        return stale(cx).await;
    };
    let campaign = cx.campaign()?.id;
    let Some(fact) = store::entries::in_campaign(cx.tx, campaign, id).await? else {
        return stale(cx).await;
    };
    let Some(line) = fact.what.line().cloned() else { return stale(cx).await };
    let work = Work::of(cx, &line.unit).await?;
    cx.end_flow().await?;
    let draft = Draft::new(&work.unit, None).on(line.indicator);
    match press {
        Press::NoChange(_) => unchanged::one(cx, &work, draft).await,
        Press::Correct(_) => correct(cx, &work, draft, &fact).await,
        _ => guide::figure(cx, &work, draft).await,
    }
}

async fn correct(cx: &mut Cx<'_>, work: &Work, mut draft: Draft, fact: &Fact) -> Handled {
    let lang = cx.lang();
    let Some(entry) = Entry::of(fact) else { return stale(cx).await };
    if let Fate::Replaced(newer) = entries::fate(cx, &entry).await? {
        let html = say!(
            lang,
            "report-already-replaced",
            number = entry.number(),
            newer = entries::number(&newer)
        );
        let button = entries::correct_button(lang, newer.id);
        let keyboard = vec![vec![button]];
        return Err(Stop::Refused(super::Refusal { html, keyboard }));
    }
    if let What::Reported(_) = fact.what {
        draft.corrects = Some(fact.id);
    }
    guide::figure(cx, work, draft).await
}

#[cfg(test)]
mod tests;
