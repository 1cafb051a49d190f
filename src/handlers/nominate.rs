//! `/decu`: a unit nominates a collective or a person for a commendation.
//!
//! Whoever reports for a unit may nominate for it, as with pledges; its head hears of it and can
//! take it back with one button.

use serde::{Deserialize, Serialize};

use super::context::{Cx, Handled, Stop, open, press};
use super::names;
use super::paging::{cancel_row, choices};
use crate::button::Press;
use crate::domain::fact::{Evidence, What};
use crate::domain::ids::{FactId, Number};
use crate::domain::quantity::fold;
use crate::event::Message;
use crate::handlers::dialogue::Dialogue;
use crate::outgoing::Keyboard;
use crate::say;
use crate::standings::commend;
use crate::text::council::line;

mod form;
mod record;

use form::{Form, Kind, Missing, On};
use record::{Work, find_entries, record, summary};

/// The most photos and files of one nomination.
const MOST_EVIDENCE: usize = 10;

/// Where the guided form is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// Whom?
    Kind,
    /// Something is still to be said.
    Fill {
        /// What is known.
        form: Form,
        /// What is asked.
        missing: Missing,
        /// Which page of the indicators is shown.
        page: u32,
    },
    /// Really?
    Confirm {
        /// All of it.
        form: Form,
    },
    /// Really take it back?
    Withdraw {
        /// Which.
        nomination: FactId,
    },
}

/// Nominates as written in one line, or asks for what the line leaves out; `rut 3` takes one back.
///
/// # Errors
/// A refusal that says what to do instead.
pub async fn run(cx: &mut Cx<'_>, arguments: &str, message: Option<&Message>) -> Handled {
    let work = Work::own(cx).await?;
    let lang = cx.lang();
    let (verb, rest) = arguments.split_once(char::is_whitespace).unwrap_or((arguments, ""));
    if matches!(fold(verb).as_str(), "rut" | "withdraw") {
        return ask_withdraw(cx, &work, rest.trim()).await;
    }
    let shown = message.and_then(evidence);
    if arguments.trim().is_empty() && shown.is_none() {
        return overview(cx, &work).await;
    }
    let Some(mut form) = form::read(&work.loaded.campaign, arguments) else {
        let typed = names::quoted(arguments);
        return Err(Stop::refuse(say!(lang, "nominate-unclear", typed = typed)));
    };
    work.check_room(lang)?;
    form.evidence.extend(shown);
    form.entries = find_entries(cx, &work, &form::numbers(&form.achievement)).await?;
    match form.missing() {
        None => record(cx, &work, &form).await,
        Some(_) => go_on(cx, &work, form).await,
    }
}

/// What the unit has nominated, and whom it wants to nominate next.
async fn overview(cx: &mut Cx<'_>, work: &Work) -> Handled {
    let lang = cx.lang();
    let campaign = &work.loaded.campaign;
    let unit = names::unit_name(campaign, &work.unit);
    let found = standings_of(cx, work).await?;
    let left = work.left();
    let mut lines = vec![say!(lang, "nominate-title", unit = unit, left = left)];
    let mut withdraw: Keyboard = Vec::new();
    for (number, shown, open_to_withdraw) in found {
        lines.push(format!("<b>{number}</b> {shown}"));
        if open_to_withdraw {
            let label = say!(lang, "nominate-button-withdraw", number = number.to_string());
            withdraw.push(vec![open(label, &format!("decu rut {}", number.0))]);
        }
    }
    if left == 0 {
        let most = campaign.rules().nominations_per_unit;
        lines.push(say!(lang, "nominate-too-many", most = most));
        cx.show(lines.join("\n"), withdraw).await?;
        return Ok(());
    }
    lines.push(say!(lang, "nominate-ask-kind"));
    cx.ask(&Dialogue::Nominate(Draft::Kind), lines.join("\n"), |step| {
        let labels = [
            say!(lang, "nominate-kind-unit"),
            say!(lang, "nominate-kind-part"),
            say!(lang, "nominate-kind-person"),
        ];
        let mut keyboard = choices(&labels, 0, step, lang);
        keyboard.extend(withdraw);
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

/// The unit's nominations that stand, each as a line, and whether it may still be taken back.
async fn standings_of(cx: &mut Cx<'_>, work: &Work) -> Handled<Vec<(Number, String, bool)>> {
    let lang = cx.lang();
    let known = commend::names(cx.tx, work.loaded.id, &work.council).await?;
    let campaign = &work.loaded.campaign;
    Ok(work
        .standing()
        .into_iter()
        .map(|one| {
            let listed = crate::domain::council::Listed::nominated(one);
            let free = !work.council.was_voted_on(&listed.id);
            (one.number, line(campaign, &listed, &known, lang), free)
        })
        .collect())
}

/// Takes a text, photo or file that was asked for.
///
/// # Errors
/// A refusal that says what to send.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    let work = Work::own(cx).await?;
    let lang = cx.lang();
    let (mut form, asked) = match draft {
        Draft::Fill { form, missing, .. } => (form, missing),
        // What comes after the last question is more of the same evidence.
        Draft::Confirm { form } => (form, Missing::Evidence),
        _ => return Err(Stop::refuse(say!(lang, "press-a-button"))),
    };
    let text = message.text.trim();
    if let Some(shown) = evidence(message) {
        if form.evidence.len() >= MOST_EVIDENCE {
            let most = MOST_EVIDENCE;
            return Err(Stop::refuse(say!(lang, "nominate-too-much-evidence", most = most)));
        }
        form.evidence.push(shown);
    } else if text.is_empty() {
        return Err(Stop::refuse(say!(lang, "press-a-button")));
    }
    if !text.is_empty() {
        take_text(cx, &work, &mut form, asked, text, message.file.is_some()).await?;
    }
    go_on(cx, &work, form).await
}

async fn take_text(
    cx: &mut Cx<'_>,
    work: &Work,
    form: &mut Form,
    asked: Missing,
    text: &str,
    caption: bool,
) -> Handled {
    let lang = cx.lang();
    match asked {
        Missing::Name => {
            form.set_name(text);
            if !form.name.chars().any(char::is_alphabetic) {
                return Err(Stop::refuse(say!(lang, "nominate-name-as-text")));
            }
        }
        Missing::Leader => match form::standing(text) {
            Some(leader) => form.leader = Some(leader),
            None => return Err(Stop::refuse(say!(lang, "press-a-button"))),
        },
        Missing::Work => {
            let found = names::find_indicator(&work.loaded.campaign, text, lang)?;
            form.work = Some(On::Indicator(found.code.clone()));
        }
        Missing::Achievement => form.set_achievement(text),
        Missing::Evidence => {
            if form::numbers(text).is_empty() && !caption {
                return Err(Stop::refuse(say!(lang, "nominate-evidence-unclear")));
            }
        }
    }
    if matches!(asked, Missing::Achievement | Missing::Evidence) {
        for entry in find_entries(cx, work, &form::numbers(text)).await? {
            if !form.entries.contains(&entry) {
                form.entries.push(entry);
            }
        }
    }
    Ok(())
}

/// Takes a choice.
///
/// # Errors
/// When it cannot be kept.
pub async fn pressed(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    let work = Work::own(cx).await?;
    match (draft, press) {
        (Draft::Kind, Press::Choose { index, .. }) => {
            let kinds = [Kind::Unit, Kind::Part, Kind::Person];
            match kinds.get(index as usize) {
                Some(kind) => go_on(cx, &work, Form::new(*kind)).await,
                None => super::stale(cx).await,
            }
        }
        (Draft::Fill { form, missing: Missing::Leader, .. }, Press::Choose { index, .. }) => {
            go_on(cx, &work, Form { leader: Some(index == 1), ..form }).await
        }
        (Draft::Fill { form, missing: Missing::Work, .. }, Press::Page { page, .. }) => {
            ask(cx, &work, form, Missing::Work, page).await
        }
        (Draft::Fill { form, missing: Missing::Work, .. }, Press::Choose { index, .. }) => {
            let indicators = work.loaded.campaign.indicators();
            let chosen = indicators.get(index as usize).map(|one| one.code.clone());
            let on = chosen.map_or(On::Other, On::Indicator);
            go_on(cx, &work, Form { work: Some(on), ..form }).await
        }
        (Draft::Confirm { form }, Press::Confirm { .. }) => record(cx, &work, &form).await,
        (Draft::Withdraw { nomination }, Press::Confirm { .. }) => {
            withdraw(cx, &work, nomination).await
        }
        _ => super::stale(cx).await,
    }
}

/// Asks for the first thing that is missing, or whether all of it is right.
async fn go_on(cx: &mut Cx<'_>, work: &Work, form: Form) -> Handled {
    let lang = cx.lang();
    if let Some(missing) = form.missing() {
        return ask(cx, work, form, missing, 0).await;
    }
    let html =
        say!(lang, "nominate-ask-confirm", summary = crate::text::Html(summary(work, &form, lang)));
    cx.ask_sure(&Dialogue::Nominate(Draft::Confirm { form }), html).await
}

async fn ask(cx: &mut Cx<'_>, work: &Work, form: Form, missing: Missing, page: u32) -> Handled {
    let lang = cx.lang();
    let campaign = &work.loaded.campaign;
    let html = match missing {
        Missing::Name if form.kind == Kind::Person => say!(lang, "nominate-ask-person"),
        Missing::Name => say!(lang, "nominate-ask-part"),
        Missing::Leader => say!(lang, "nominate-ask-leader", name = form.name),
        Missing::Work => say!(lang, "nominate-ask-work"),
        Missing::Achievement => say!(lang, "nominate-ask-achievement"),
        Missing::Evidence => say!(lang, "nominate-ask-evidence"),
    };
    let labels: Vec<String> = match missing {
        Missing::Leader => vec![say!(lang, "council-worker"), say!(lang, "council-leader")],
        Missing::Work => {
            campaign.indicators().iter().map(|one| format!("{} · {}", one.code, one.name)).collect()
        }
        _ => Vec::new(),
    };
    let other = u32::try_from(campaign.indicators().len()).unwrap_or(u32::MAX);
    let dialogue = Dialogue::Nominate(Draft::Fill { form, missing, page });
    cx.ask(&dialogue, html, |step| {
        let mut keyboard = choices(&labels, page, step, lang);
        if missing == Missing::Work {
            let label = say!(lang, "nominate-other-work");
            keyboard.push(vec![press(label, &Press::Choose { step, index: other })]);
        }
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

async fn ask_withdraw(cx: &mut Cx<'_>, work: &Work, typed: &str) -> Handled {
    let lang = cx.lang();
    let number = typed.strip_prefix('#').unwrap_or(typed).parse().ok().map(Number);
    let found = standings_of(cx, work).await?;
    let shown = found.iter().find(|(own, ..)| Some(*own) == number);
    let Some((number, shown, free)) = shown else {
        return Err(Stop::refuse(say!(lang, "nominate-unknown", typed = names::quoted(typed))));
    };
    if !free {
        return Err(Stop::refuse(say!(lang, "nominate-voted-on", number = number.to_string())));
    }
    let Some(nominated) = work.council.nomination(*number) else { return super::stale(cx).await };
    let shown = crate::text::Html(shown.clone());
    let html = say!(lang, "nominate-ask-withdraw", number = number.to_string(), shown = shown);
    let dialogue = Dialogue::Nominate(Draft::Withdraw { nomination: nominated.fact });
    cx.ask_sure(&dialogue, html).await
}

async fn withdraw(cx: &mut Cx<'_>, work: &Work, nomination: FactId) -> Handled {
    let lang = cx.lang();
    let standing = work.standing();
    let Some(found) = standing.into_iter().find(|one| one.fact == nomination) else {
        return super::stale(cx).await;
    };
    let number = found.number.to_string();
    if work.council.was_voted_on(&found.candidate()) {
        return Err(Stop::refuse(say!(lang, "nominate-voted-on", number = number)));
    }
    let what = What::NominationWithdrawn { nomination, unit: work.unit.clone() };
    cx.record(what, cx.said_at).await?;
    let keyboard = vec![vec![open(say!(lang, "nominate-button-list"), "decu")]];
    cx.conclude(say!(lang, "nominate-withdrawn", number = number), keyboard).await?;
    Ok(())
}

/// What a message shows.
fn evidence(message: &Message) -> Option<Evidence> {
    let file = message.file.as_ref()?;
    let (file_id, unique_id) = (file.file_id.clone(), file.unique_id.clone());
    Some(if file.photo {
        Evidence::Photo { file_id, unique_id }
    } else {
        Evidence::Document { file_id, unique_id, name: file.name.clone() }
    })
}
