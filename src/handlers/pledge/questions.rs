//! What the guided form asks, one question at a time in one message.

use super::{Asked, Draft, Making, Table, number};
use crate::button::Press;
use crate::domain::campaign::Milestone;
use crate::domain::line::Setting;
use crate::domain::pledge::{Proposal, Standing};
use crate::domain::quantity::Quantity;
use crate::handlers::context::{Cx, Handled, press};
use crate::handlers::dialogue::Dialogue;
use crate::handlers::names;
use crate::handlers::paging::cancel_row;
use crate::say;
use crate::text::{Html, Lang};

/// How many steps are listed before the rest is only counted.
const MOST_STEPS: usize = 20;

/// Asks for the figure, with all there is to go by.
pub(super) async fn ask_value(
    cx: &mut Cx<'_>,
    setting: &Setting<'_>,
    mut making: Making,
) -> Handled {
    let lang = cx.lang();
    making.asked = Asked::Value;
    let given = Html(given_lines(setting, lang).join("\n"));
    let html = say!(
        lang,
        "pledge-ask-value",
        indicator = setting.indicator.code,
        name = setting.indicator.name,
        given = given
    );
    let assigned = setting.assignment.and_then(|given| given.assigned);
    cx.ask(&Dialogue::Pledge(Draft::Making(making)), html, |step| {
        let mut keyboard = Vec::new();
        if let Some(assigned) = assigned {
            let value = Html(names::figure(setting, assigned, lang));
            let label = say!(lang, "button-as-assigned", value = value);
            keyboard.push(vec![press(label, &Press::Choose { step, index: 0 })]);
        }
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

/// Asks which of two readings was meant.
pub(super) async fn ask_reading(
    cx: &mut Cx<'_>,
    setting: &Setting<'_>,
    mut making: Making,
    readings: (Quantity, Quantity),
) -> Handled {
    let lang = cx.lang();
    making.asked = Asked::Reading;
    let labels = [readings.0, readings.1].map(|reading| names::figure(setting, reading, lang));
    let html = say!(lang, "pledge-ask-reading", indicator = setting.indicator.code);
    cx.ask_which(&Dialogue::Pledge(Draft::Making(making)), html, &labels, 0).await
}

/// Asks for the date.
pub(super) async fn ask_date(
    cx: &mut Cx<'_>,
    table: &Table,
    setting: &Setting<'_>,
    mut making: Making,
) -> Handled {
    let lang = cx.lang();
    making.asked = Asked::Date;
    let end = table.campaign().calendar().end();
    let value = making.target.map(|target| names::figure(setting, target, lang));
    let html = say!(
        lang,
        "pledge-ask-date",
        indicator = setting.indicator.code,
        value = value.unwrap_or_default(),
        end = end
    );
    cx.ask(&Dialogue::Pledge(Draft::Making(making)), html, |step| {
        let label = say!(lang, "button-last-day", end = end);
        vec![vec![press(label, &Press::Choose { step, index: 0 })], cancel_row(lang, step)]
    })
    .await
}

/// Asks why the pledge lies below the assignment.
pub(super) async fn ask_reason(
    cx: &mut Cx<'_>,
    setting: &Setting<'_>,
    mut making: Making,
) -> Handled {
    let lang = cx.lang();
    making.asked = Asked::Reason;
    let assigned = setting.assignment.and_then(|given| given.assigned);
    let show = |value: Option<Quantity>| {
        value.map(|value| names::figure(setting, value, lang)).unwrap_or_default()
    };
    let html = say!(
        lang,
        "pledge-ask-reason",
        indicator = setting.indicator.code,
        value = show(making.target),
        assigned = show(assigned)
    );
    let dialogue = Dialogue::Pledge(Draft::Making(making));
    cx.ask_words(&dialogue, html).await
}

/// Asks whether all is right, and tells what the pledge would replace.
pub(super) async fn ask_confirm(
    cx: &mut Cx<'_>,
    table: &Table,
    setting: &Setting<'_>,
    mut making: Making,
    proposal: Proposal,
) -> Handled {
    let lang = cx.lang();
    making.asked = Asked::Confirm;
    let mut lines = vec![say!(lang, "pledge-ask-confirm"), summary(setting, &making, lang)];
    if proposal.standing == Standing::Below {
        lines.push(say!(lang, "pledge-below"));
    }
    if proposal.excessive {
        let percent = table.campaign().rules().excess_percent.print(lang.notation());
        lines.push(say!(lang, "pledge-excessive", percent = percent));
    }
    if let Some(pending) = table.pending(&making.indicator) {
        let value = names::target(setting, pending.target, lang);
        let number = number(pending.number);
        lines.push(say!(lang, "pledge-replaces-pending", number = number, value = value));
    }
    if let Some(active) = table.active(&making.indicator) {
        let value = names::target(setting, active.target, lang);
        let number = number(active.number);
        lines.push(say!(lang, "pledge-replaces-active", number = number, value = value));
    }
    let dialogue = Dialogue::Pledge(Draft::Making(making));
    cx.ask_sure(&dialogue, lines.join("\n")).await
}

/// The pledge as it stands, safe in HTML.
pub(super) fn summary(setting: &Setting<'_>, making: &Making, lang: Lang) -> String {
    let value = making.target.map(|target| names::target(setting, target, lang));
    let head = say!(
        lang,
        "pledge-summary",
        indicator = setting.indicator.code,
        name = setting.indicator.name,
        value = value.unwrap_or_default(),
        due = making.due.map(crate::text::date).unwrap_or_default()
    );
    if making.reason.is_empty() {
        head
    } else {
        format!("{head}\n{}", say!(lang, "reason-line", reason = making.reason))
    }
}

/// Where the unit started and what was given to it, a line each, safe in HTML.
pub(in super::super) fn given_lines(setting: &Setting<'_>, lang: Lang) -> Vec<String> {
    if setting.is_stepwise() {
        let line = |step: &Milestone| say!(lang, "given-step", name = step.name, due = step.due);
        let mut lines: Vec<String> = setting.steps.iter().take(MOST_STEPS).map(line).collect();
        let more = setting.steps.len().saturating_sub(MOST_STEPS);
        if more > 0 {
            lines.push(say!(lang, "more-lines", count = more));
        }
        return lines;
    }
    let show = |value: Quantity| names::figure(setting, value, lang);
    let Some(given) = setting.assignment else { return vec![say!(lang, "given-nothing")] };
    let mut lines = vec![say!(lang, "given-baseline", value = show(given.baseline))];
    lines.extend(given.assigned.map(|value| say!(lang, "given-assigned", value = show(value))));
    lines.extend(given.city.map(|value| say!(lang, "given-city", value = show(value))));
    lines.extend(given.council.map(|value| say!(lang, "given-council", value = show(value))));
    lines.extend(
        given.same_period.map(|value| say!(lang, "given-same-period", value = show(value))),
    );
    lines
}
