//! Whoever gave a directive, or the office, takes the report for good, sends it back, or takes the
//! directive back.

use chrono::NaiveDate;

use super::super::asking::{self, as_date, split_word};
use super::super::context::{Cx, Handled, Stop, open};
use super::Draft;
use super::card::Case;
use crate::domain::fact::What;
use crate::domain::policy::{Action, may};
use crate::handlers::dialogue::Dialogue;
use crate::outgoing::Keyboard;
use crate::say;
use crate::text::Lang;

/// Whether the person gave it, or is the office.
pub(super) fn may_settle(cx: &Cx<'_>, case: &Case) -> bool {
    may(&cx.actor, Action::SettleDirective(case.directive.given_by))
}

fn allowed(cx: &Cx<'_>, case: &Case) -> Handled {
    cx.allow(Action::SettleDirective(case.directive.given_by))?;
    case.still_open(cx.lang())
}

/// Refuses where the unit has not reported.
fn reported(cx: &Cx<'_>, case: &Case) -> Handled {
    allowed(cx, case)?;
    if case.directive.done {
        return Ok(());
    }
    Err(Stop::refuse(say!(cx.lang(), "directive-not-done", number = case.number())))
}

/// Takes the report for good.
pub(super) async fn close(cx: &mut Cx<'_>, case: &Case) -> Handled {
    reported(cx, case)?;
    let what = What::DirectiveClosed { directive: case.id, unit: case.unit.clone() };
    let fact = cx.record(what, cx.said_at).await?;
    let (lang, number) = (cx.lang(), case.number());
    let workers = case.workers(cx).await?;
    workers
        .tell(cx, &format!("settled:{}", fact.id), |lang| {
            (say!(lang, "directive-notice-closed", number = number.as_str()), Vec::new())
        })
        .await?;
    let unit = case.unit_name();
    asking::conclude(cx, say!(lang, "directive-close-kept", number = number, unit = unit), "chidao")
        .await
}

/// `[date] reason`: sent back at once; without the reason it is asked for.
pub(super) async fn send_back(cx: &mut Cx<'_>, case: &Case, text: &str) -> Handled {
    reported(cx, case)?;
    sent_back(cx, case, None, text).await
}

/// The reason has come, perhaps behind a new date.
pub(super) async fn sent_back(
    cx: &mut Cx<'_>,
    case: &Case,
    due: Option<NaiveDate>,
    text: &str,
) -> Handled {
    reported(cx, case)?;
    let lang = cx.lang();
    let calendar = case.loaded.campaign.calendar();
    let (word, rest) = split_word(text);
    let (due, reason) = match as_date(word, asking::today(cx, calendar)) {
        Some(_) => (Some(asking::due(cx, calendar, word)?), rest),
        None => (due, text.trim()),
    };
    if reason.is_empty() {
        let number = case.number();
        let html = say!(lang, "directive-ask-reason", number = number, due = case.directive.due);
        let draft = Draft::SendBack { directive: case.id, due };
        return cx.ask_words(&Dialogue::Direct(draft), html).await;
    }
    let reason = asking::worded(reason, lang)?;
    let what = What::DirectiveReopened {
        directive: case.id,
        unit: case.unit.clone(),
        reason: reason.clone(),
        due,
    };
    let fact = cx.record(what, cx.said_at).await?;
    let by = due.unwrap_or(case.directive.due);
    let number = case.number();
    let workers = case.workers(cx).await?;
    workers
        .tell(cx, &format!("settled:{}", fact.id), |lang| {
            let number = number.as_str();
            let html = say!(
                lang,
                "directive-notice-sent-back",
                number = number,
                reason = reason.as_str(),
                due = by
            );
            (html, report_again(number, lang))
        })
        .await?;
    let unit = case.unit_name();
    let html = say!(
        lang,
        "directive-send-back-kept",
        number = number.as_str(),
        unit = unit,
        reason = reason.as_str(),
        due = by
    );
    asking::conclude(cx, html, "chidao").await
}

fn report_again(number: &str, lang: Lang) -> Keyboard {
    vec![vec![open(say!(lang, "directive-button-report"), &format!("chidao {number} xong"))]]
}

/// `reason`: taken back at once; without it, it is asked for.
pub(super) async fn withdraw(cx: &mut Cx<'_>, case: &Case, text: &str) -> Handled {
    allowed(cx, case)?;
    let lang = cx.lang();
    if case.directive.done {
        let number = case.number();
        return Err(Stop::refuse(say!(lang, "directive-not-withdrawn", number = number)));
    }
    if text.is_empty() {
        let html = say!(
            lang,
            "directive-ask-withdraw",
            number = case.number(),
            text = case.directive.text.as_str()
        );
        let draft = Draft::Withdraw { directive: case.id };
        return cx.ask_words(&Dialogue::Direct(draft), html).await;
    }
    let reason = asking::worded(text, lang)?;
    let what = What::DirectiveWithdrawn {
        directive: case.id,
        unit: case.unit.clone(),
        reason: reason.clone(),
    };
    let fact = cx.record(what, cx.said_at).await?;
    let number = case.number();
    let workers = case.workers(cx).await?;
    workers
        .tell(cx, &format!("settled:{}", fact.id), |lang| {
            let (number, reason) = (number.as_str(), reason.as_str());
            let html = say!(lang, "directive-notice-withdrawn", number = number, reason = reason);
            (html, Vec::new())
        })
        .await?;
    let unit = case.unit_name();
    asking::conclude(
        cx,
        say!(lang, "directive-withdraw-kept", number = number, unit = unit),
        "chidao",
    )
    .await
}

/// The reason for taking it back has come.
pub(super) async fn withdrawn(cx: &mut Cx<'_>, case: &Case, text: &str) -> Handled {
    if text.is_empty() {
        return Err(Stop::refuse(say!(cx.lang(), "asking-empty")));
    }
    withdraw(cx, case, text).await
}
