//! The unit acknowledges a directive and reports it done.

use super::super::asking;
use super::super::context::{Cx, Handled, Stop, open};
use super::Draft;
use super::card::{self, Case};
use crate::domain::fact::{Evidence, What};
use crate::domain::policy::Action;
use crate::handlers::dialogue::Dialogue;
use crate::say;
use crate::text::date_time;

/// Refuses other units, and what is settled or reported already.
fn allowed(cx: &Cx<'_>, case: &Case) -> Handled {
    let lang = cx.lang();
    cx.allow(Action::CarryOut(&case.unit))?;
    case.still_open(lang)?;
    if let Some(at) = case.directive.done_at.filter(|_| case.directive.done) {
        let at = date_time(at, case.loaded.campaign.calendar().tz());
        let number = case.number();
        return Err(Stop::refuse(say!(lang, "directive-done-already", number = number, at = at)));
    }
    Ok(())
}

/// The unit has read it; whoever gave it is told.
pub(super) async fn acknowledge(cx: &mut Cx<'_>, case: &Case) -> Handled {
    allowed(cx, case)?;
    let lang = cx.lang();
    let number = case.number();
    if let Some(at) = case.directive.acknowledged_at {
        let at = date_time(at, case.loaded.campaign.calendar().tz());
        let html = say!(lang, "directive-acknowledged-already", number = number, at = at);
        return Err(Stop::refuse(html));
    }
    let what = What::DirectiveAcknowledged { directive: case.id, unit: case.unit.clone() };
    let fact = cx.record(what, cx.said_at).await?;
    let mut giver = asking::Audience::default();
    giver.add_person(cx, case.directive.given_by).await?;
    let unit = case.unit_name();
    giver
        .tell(cx, &format!("acknowledged:{}", fact.id), |lang| {
            let (number, unit) = (number.as_str(), unit.as_str());
            (say!(lang, "directive-notice-acknowledged", number = number, unit = unit), Vec::new())
        })
        .await?;
    let case = Case::found(cx, case.id).await?;
    let heading = say!(lang, "directive-acknowledge-kept", number = number);
    card::show(cx, &case, Some(heading)).await
}

/// `text`: reported at once; without it, it is asked for.
pub(super) async fn written(
    cx: &mut Cx<'_>,
    case: &Case,
    text: &str,
    evidence: Vec<Evidence>,
) -> Handled {
    allowed(cx, case)?;
    if text.is_empty() {
        return ask(cx, case, evidence).await;
    }
    let text = asking::worded(text, cx.lang())?;
    record(cx, case, text, evidence).await
}

/// Asks what was done.
pub(super) async fn ask(cx: &mut Cx<'_>, case: &Case, evidence: Vec<Evidence>) -> Handled {
    allowed(cx, case)?;
    let lang = cx.lang();
    let text = case.directive.text.as_str();
    let html = say!(lang, "directive-ask-report", number = case.number(), text = text);
    let html = asking::with_kept(html, evidence.len(), lang);
    let draft = Draft::Report { directive: case.id, evidence };
    cx.ask_words(&Dialogue::Direct(draft), html).await
}

/// The words have come, or a photo before them.
pub(super) async fn texted(
    cx: &mut Cx<'_>,
    case: &Case,
    mut evidence: Vec<Evidence>,
    text: &str,
    shown: Option<Evidence>,
) -> Handled {
    allowed(cx, case)?;
    match asking::words_with(&mut evidence, text, shown, cx.lang())? {
        Some(text) => record(cx, case, text, evidence).await,
        None => ask(cx, case, evidence).await,
    }
}

async fn record(cx: &mut Cx<'_>, case: &Case, text: String, evidence: Vec<Evidence>) -> Handled {
    let lang = cx.lang();
    let shown = evidence.len();
    let what = What::DirectiveDone {
        directive: case.id,
        unit: case.unit.clone(),
        text: text.clone(),
        evidence,
    };
    let fact = cx.record(what, cx.said_at).await?;
    let (number, unit) = (case.number(), case.unit_name());
    let givers = case.givers(cx).await?;
    givers
        .tell(cx, &format!("done:{}", fact.id), |lang| {
            let number = number.as_str();
            let html = say!(
                lang,
                "directive-notice-done",
                number = number,
                unit = unit.as_str(),
                text = text.as_str(),
                count = shown
            );
            let see = say!(lang, "asking-button-see", number = number);
            let command = format!("chidao {number}");
            let keyboard = vec![vec![
                open(see, &command),
                open(say!(lang, "directive-button-close"), &format!("{command} dong")),
                open(say!(lang, "directive-button-send-back"), &format!("{command} tra")),
            ]];
            (html, keyboard)
        })
        .await?;
    let lines = [
        say!(lang, "directive-report-kept", number = number.as_str()),
        say!(lang, "obstacle-card-text", text = text.as_str()),
    ];
    asking::conclude(cx, asking::with_kept(lines.join("\n"), shown, lang), "chidao").await
}
