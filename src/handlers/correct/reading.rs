//! A value for an entry that was checked already, as the office writes it.

use super::super::cases::Case;
use super::super::context::{Cx, Handled, Stop, press as button};
use super::super::report;
use crate::button::Press;
use crate::domain::line::Setting;
use crate::domain::quantity::Quantity;
use crate::handlers::dialogue::Dialogue;
use crate::handlers::entries;
use crate::outgoing::Keyboard;
use crate::say;
use crate::text::amount;

/// A value as it was written, with the reason behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::handlers) enum Given {
    /// There is one way to read it.
    One {
        /// The value.
        value: Quantity,
        /// The reason; may be empty.
        reason: String,
    },
    /// `1.234`: the author must say which it is.
    Either {
        /// The dot read as the decimal sign.
        decimal: Quantity,
        /// The dot read as the sign of thousands.
        grouped: Quantity,
        /// The reason; may be empty.
        reason: String,
    },
}

/// Reads a value and the reason behind it.
///
/// # Errors
/// A refusal that says what to write instead.
pub(in crate::handlers) fn read(cx: &Cx<'_>, case: &Case, text: &str) -> Handled<Given> {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let line = &case.line;
    let Some(setting) = Setting::of(&loaded.campaign, &line.unit, &line.indicator) else {
        return Err(Stop::refuse(say!(lang, "report-line-gone", code = &line.indicator)));
    };
    let read = report::read(text, &setting, None)
        .map_err(|misread| Stop::refuse(report::sentence(&misread, &setting, lang)))?;
    let reason = read.note;
    match read.figure {
        report::ReadFigure::One { increment: true, .. }
        | report::ReadFigure::Either { increment: true, .. } => {
            let example = report::example(&setting, lang);
            Err(Stop::refuse(say!(lang, "report-correct-total", example = example)))
        }
        report::ReadFigure::One { rounded: true, amount: value, .. } => {
            let rounded = entries::value(&setting, value, lang);
            Err(Stop::refuse(say!(lang, "amount-too-fine", rounded = rounded)))
        }
        report::ReadFigure::One { amount: value, .. } => Ok(Given::One { value, reason }),
        report::ReadFigure::Either { decimal, grouped, .. } => {
            Ok(Given::Either { decimal, grouped, reason })
        }
    }
}

/// Asks which of two readings is meant: the first button is the one with the decimal sign.
///
/// # Errors
/// When it cannot be kept.
pub(in crate::handlers) async fn ask(
    cx: &mut Cx<'_>,
    case: &Case,
    (decimal, grouped): (Quantity, Quantity),
    dialogue: &Dialogue,
) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let Some(indicator) = campaign.indicator(&case.line.indicator) else {
        return super::super::stale(cx).await;
    };
    let labels = [decimal, grouped].map(|value| amount(value, &indicator.measure, lang));
    let name = entries::indicator_name(campaign, &case.line);
    let html = say!(lang, "report-which-reading", name = name);
    cx.ask(dialogue, html, |step| {
        let choice = |(index, label)| vec![button(label, &Press::Choose { step, index })];
        let mut rows: Keyboard = (0..).zip(labels).map(choice).collect();
        rows.push(super::super::paging::cancel_row(lang, step));
        rows
    })
    .await
}
