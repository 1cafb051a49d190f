//! The guided form: which line, then its figure; one message edited in place.

use super::super::context::{Cx, Handled, Stop, press};
use super::super::entries;
use super::super::paging::{PER_PAGE, cancel_row, last_page, turn};
use super::work::Work;
use super::{Aim, Draft, Step, record, standing, unchanged};
use crate::button::Press;
use crate::domain::ids::IndicatorCode;
use crate::domain::line::Setting;
use crate::handlers::dialogue::Dialogue;
use crate::outgoing::Keyboard;
use crate::say;
use crate::text::{Lang, shorten};

/// The longest label of a button, in UTF-16 units.
const LABEL: usize = 48;

/// Asks which line is meant, under a sentence that says why.
pub(super) async fn which(
    cx: &mut Cx<'_>,
    work: &Work,
    mut draft: Draft,
    html: String,
    offered: Vec<IndicatorCode>,
    aim: Aim,
    page: u32,
) -> Handled {
    let lang = cx.lang();
    if offered.is_empty() {
        return Err(Stop::refuse(say!(lang, "report-no-lines")));
    }
    let owed = work.owed(cx.said_or_now());
    let page = page.min(last_page(offered.len()));
    let label = |code: &IndicatorCode| {
        let mark = if owed.contains(code) { "🔸 " } else { "" };
        shorten(&format!("{mark}{}", work.name(code)), LABEL)
    };
    let choices: Vec<(u32, String)> = (0..)
        .zip(&offered)
        .skip(page as usize * PER_PAGE)
        .take(PER_PAGE)
        .map(|(i, code)| (i, label(code)))
        .collect();
    let all_owed = aim == Aim::NoChange && owed.len() > 1;
    let all = u32::try_from(offered.len()).unwrap_or(u32::MAX);
    let count = offered.len();
    draft.step = Step::Line { offered, aim, all_owed };
    cx.ask(&Dialogue::Report(draft), html, |step| {
        let mut rows: Keyboard = choices
            .into_iter()
            .map(|(index, label)| vec![press(label, &Press::Choose { step, index })])
            .collect();
        if all_owed {
            let label = say!(lang, "report-button-all-owed", count = owed.len());
            rows.push(vec![press(label, &Press::Choose { step, index: all })]);
        }
        let turn = turn(count, page, lang, |page| Press::Page { step, page });
        rows.extend((!turn.is_empty()).then_some(turn));
        rows.push(cancel_row(lang, step));
        rows
    })
    .await
}

/// All lines of the unit, for `aim`.
pub(super) async fn all_lines(cx: &mut Cx<'_>, work: &Work, draft: Draft, aim: Aim) -> Handled {
    let lang = cx.lang();
    let lines = work.lines(cx.said_or_now());
    let owed = work.owed(cx.said_or_now()).len();
    let mut html = match aim {
        Aim::Report => say!(lang, "report-which-line"),
        Aim::NoChange => say!(lang, "nochange-which-line"),
    };
    if owed > 0 {
        html = format!("{html}\n{}", say!(lang, "report-owed-marked", count = owed));
    }
    which(cx, work, draft, html, lines, aim, 0).await
}

/// The line is known: goes on with a figure given before, or asks for it.
pub(super) async fn line(cx: &mut Cx<'_>, work: &Work, mut draft: Draft) -> Handled {
    if draft.text.is_empty() {
        return figure(cx, work, draft).await;
    }
    let text = std::mem::take(&mut draft.text);
    record::text(cx, work, draft, &text).await
}

/// Asks for the figure of the draft's line.
pub(super) async fn figure(cx: &mut Cx<'_>, work: &Work, mut draft: Draft) -> Handled {
    let lang = cx.lang();
    let code = draft.line(lang)?;
    let setting = work.setting(&code, lang)?;
    if setting.is_stepwise() && setting.steps.is_empty() {
        return Err(Stop::refuse(say!(lang, "report-no-steps", code = code)));
    }
    let last = work.last(&setting);
    let on = work.campaign().calendar().date_at(cx.said_or_now());
    let mut text = vec![
        say!(lang, "report-figure-line", name = work.name(&code)),
        say!(lang, "report-figure-last", last = entries::value(&setting, last, lang)),
    ];
    text.extend(standing::lines(work, &setting, last, on, lang));
    let done = setting.steps_done(last);
    let mut buttons = Vec::new();
    if setting.is_stepwise() {
        text.extend(steps(&setting, done, lang));
        buttons = (done + 1..=setting.steps.len())
            .map(|step| (step, say!(lang, "report-button-step", step = step)))
            .collect();
    }
    if !draft.evidence.is_empty() {
        text.push(say!(lang, "report-recorded-evidence", count = draft.evidence.len()));
    }
    let example = super::reading::example(&setting, lang);
    text.push(match draft.corrects {
        Some(_) => say!(lang, "report-figure-correct", example = example),
        None if entries::is_summed(&setting) => {
            say!(lang, "report-figure-question", example = example)
        }
        None => say!(lang, "report-level-question", example = example),
    });
    text.push(say!(lang, "report-no-secrets"));
    let correcting = draft.corrects.is_some();
    draft.step = Step::Figure;
    cx.ask(&Dialogue::Report(draft), text.join("\n"), |step| {
        let choice = |index: usize, label| {
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            press(label, &Press::Choose { step, index })
        };
        let mut rows: Keyboard =
            buttons.into_iter().map(|(index, label)| vec![choice(index, label)]).collect();
        let mut last = Vec::new();
        if !correcting {
            last.push(choice(0, say!(lang, "report-button-no-change")));
        }
        last.extend(cancel_row(lang, step));
        rows.push(last);
        rows
    })
    .await
}

/// The steps with their dates, those done ticked. Many and long ones are cut: a message holds
/// 4,096 units.
fn steps(setting: &Setting<'_>, done: usize, lang: Lang) -> Vec<String> {
    const MOST: usize = 20;
    const NAME: usize = 80;
    let mut lines: Vec<String> = setting
        .steps
        .iter()
        .enumerate()
        .take(MOST)
        .map(|(index, step)| {
            let mark = if index < done { "☑" } else { "☐" };
            let (number, name) = (index + 1, shorten(&step.name, NAME));
            say!(lang, "report-step", mark = mark, step = number, name = name, due = step.due)
        })
        .collect();
    if setting.steps.len() > MOST {
        let more = setting.steps.len() - MOST;
        lines.push(say!(lang, "entry-more", count = more));
    }
    lines
}

/// A line was chosen, or all that are owed.
pub(super) async fn chose_line(
    cx: &mut Cx<'_>,
    work: &Work,
    mut draft: Draft,
    index: usize,
) -> Handled {
    let Step::Line { offered, aim, all_owed } = draft.step.clone() else {
        return super::super::stale(cx).await;
    };
    if all_owed && index == offered.len() {
        let owed = work.owed(cx.said_or_now());
        return unchanged::record(cx, work, &owed, draft.said_at).await;
    }
    let Some(code) = offered.into_iter().nth(index) else {
        return super::super::stale(cx).await;
    };
    draft.indicator = Some(code);
    match aim {
        Aim::Report => line(cx, work, draft).await,
        Aim::NoChange => unchanged::one(cx, work, draft).await,
    }
}
