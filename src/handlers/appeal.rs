//! Appeals (*khiếu nại*): a unit appeals against what was decided on one of its entries, and
//! members of the office decide who neither belong to the unit nor took part in the decision.

mod office;

use serde::{Deserialize, Serialize};

use super::cases::{self, Case, decision_line, number_and_rest};
use super::colleagues;
use super::context::{Cx, Handled, Stop, press as button};
use crate::button::Press;
use crate::domain::dispute::{Unappealable, appeal_until};
use crate::domain::fact::{Fact, Verdict, What};
use crate::domain::ids::FactId;
use crate::domain::policy::{Action, may};
use crate::domain::quantity::{Quantity, clean};
use crate::event::Message;
use crate::handlers::dialogue::Dialogue;
use crate::handlers::entries;
use crate::outgoing::Button;
use crate::say;
use crate::text::{Html, Lang, date_time, shorten};

pub(super) use office::{run, waiting};

/// The longest reason that is kept, in UTF-16 units.
const LONGEST_REASON: usize = 500;

/// What a conversation about an appeal waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// The unit's reason.
    Reason {
        /// The decision it appeals against.
        against: FactId,
    },
    /// A button of the office under an appeal.
    Card {
        /// The appeal.
        appeal: FactId,
        /// Those put off in this sitting.
        skipped: Vec<FactId>,
    },
    /// The value that the office confirms instead.
    Value {
        /// The appeal.
        appeal: FactId,
        /// Those put off in this sitting.
        skipped: Vec<FactId>,
    },
    /// Which of two readings of that value is meant.
    Reading {
        /// The appeal.
        appeal: FactId,
        /// The dot read as the decimal sign.
        decimal: Quantity,
        /// The dot read as the sign of thousands.
        grouped: Quantity,
        /// The office's reason.
        reason: String,
        /// Those put off in this sitting.
        skipped: Vec<FactId>,
    },
    /// The office's reason.
    Why {
        /// The appeal.
        appeal: FactId,
        /// What it decides.
        verdict: Verdict,
        /// Those put off in this sitting.
        skipped: Vec<FactId>,
    },
}

/// `Khiếu nại` was pressed under a notice or in the history.
///
/// # Errors
/// A refusal where it cannot be, or no longer.
pub async fn begin(cx: &mut Cx<'_>, decision: FactId) -> Handled {
    let Some(case) = cases::of(cx, decision).await? else { return super::stale(cx).await };
    let decision = check(cx, &case, decision)?;
    ask_reason(cx, &case, &decision).await
}

/// `/lichsu khieunai 17 reason`: the newest decision on the entry that can be argued about.
///
/// # Errors
/// A refusal where there is none, or no longer.
pub async fn by_number(cx: &mut Cx<'_>, text: &str) -> Handled {
    let lang = cx.lang();
    let Some((number, reason)) = number_and_rest(text) else {
        return Err(Stop::refuse(say!(lang, "appeal-usage")));
    };
    let case = cases::numbered(cx, number).await?;
    cx.allow(Action::Appeal(&case.line.unit))?;
    let decision = match case.words().decisions().last() {
        Some(decision) => decision.id,
        None => return Err(Stop::refuse(say!(lang, "appeal-nothing", number = case.number()))),
    };
    let decision = check(cx, &case, decision)?;
    if reason.is_empty() {
        return ask_reason(cx, &case, &decision).await;
    }
    record(cx, &case, &decision, reason).await
}

/// The button to appeal against a decision.
pub(super) fn appeal_button(case: &Case, decision: FactId, lang: Lang) -> Button {
    let label = say!(lang, "appeal-button-entry", number = case.number());
    button(label, &Press::Appeal(decision))
}

/// The decision, if the person may appeal against it now.
fn check(cx: &Cx<'_>, case: &Case, decision: FactId) -> Handled<Fact> {
    cx.allow(Action::Appeal(&case.line.unit))?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let found = case.words().appealable(campaign, decision, cx.said_or_now());
    found.cloned().map_err(|why| {
        let number = case.number();
        Stop::refuse(match why {
            Unappealable::NothingDecided => say!(lang, "appeal-nothing", number = number),
            Unappealable::Already(appeal) => {
                let appeal = case.fact(appeal).map(entries::number).unwrap_or_default();
                say!(lang, "appeal-already", number = number, appeal = appeal)
            }
            Unappealable::TooLate(until) => {
                let until = campaign.calendar().date_at(until);
                let days = campaign.rules().appeal_days;
                say!(lang, "appeal-too-late", number = number, until = until, days = days)
            }
        })
    })
}

async fn ask_reason(cx: &mut Cx<'_>, case: &Case, decision: &Fact) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let found = decision_line(cx, campaign, case, decision).await?.unwrap_or_default();
    let html = say!(
        lang,
        "appeal-ask-reason",
        number = case.number(),
        name = entries::indicator_name(campaign, &case.line),
        value = case.said(campaign, lang),
        decision = Html(found),
        until = campaign.calendar().date_at(appeal_until(campaign, decision))
    );
    // Whatever was going on is over; the question stands in a message of its own.
    crate::store::flows::end(cx.tx, cx.person.id).await?;
    if let Some(press) = &mut cx.press {
        press.message_id = None;
    }
    let dialogue = Dialogue::Appeal(Draft::Reason { against: decision.id });
    cx.ask_words(&dialogue, html).await
}

/// Takes a text that was asked for.
///
/// # Errors
/// A refusal that says what to write.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    let text = clean(&message.text).trim().to_owned();
    if text.is_empty() {
        return Err(Stop::refuse(say!(cx.lang(), "second-in-words")));
    }
    match draft {
        Draft::Reason { against } => {
            let Some(case) = cases::of(cx, against).await? else { return super::stale(cx).await };
            let decision = check(cx, &case, against)?;
            record(cx, &case, &decision, &text).await
        }
        other => office::answer(cx, other, &text).await,
    }
}

/// Takes a choice.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn chosen(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    match draft {
        Draft::Reason { .. } => super::stale(cx).await,
        other => office::chosen(cx, other, press).await,
    }
}

async fn record(cx: &mut Cx<'_>, case: &Case, decision: &Fact, reason: &str) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let reason = shorten(reason.trim(), LONGEST_REASON);
    let (against, entry, line) = (decision.id, case.entry.id, case.line.clone());
    let what = What::Appealed { against, entry, line, reason: reason.clone() };
    let fact = cx.record(what, cx.said_at).await?;
    let involved = {
        let Some(case) = cases::of(cx, entry).await? else { return super::stale(cx).await };
        case.words().involved(&fact)
    };
    let judges = colleagues::judges(cx, &case.line.unit, &involved).await?;
    let nobody = judges.is_empty();
    let number = entries::number(&fact);
    let open = number.trim_start_matches('#').to_owned();
    let told = if nobody {
        // They cannot decide it, but they can invite somebody who does.
        colleagues::judges(cx, &case.line.unit, &[]).await?
    } else {
        judges
    };
    colleagues::tell(cx, told, &format!("appeal:{}", fact.id), |lang| {
        let html = say!(
            lang,
            "appeal-notice",
            number = number.as_str(),
            entry = case.number(),
            unit = entries::unit_name(campaign, &case.line.unit),
            name = entries::indicator_name(campaign, &case.line),
            reason = shorten(&reason, entries::LONGEST_NOTE)
        );
        let label = say!(lang, "appeal-button-open", number = number.as_str());
        let see = entries::open_with(label, "thamdinh", &format!("khieunai {open}"));
        if nobody {
            (format!("{html}\n{}", say!(lang, "appeal-nobody-notice")), vec![vec![see]])
        } else {
            (html, vec![vec![see]])
        }
    })
    .await?;
    let html = say!(lang, "appeal-recorded", number = number.as_str(), entry = case.number());
    cx.conclude(html, Vec::new()).await?;
    Ok(())
}

/// Whether the person may decide an appeal at all: of the office, of another unit, and not one of
/// those who made the decision.
fn may_decide(cx: &Cx<'_>, case: &Case, appeal: &Fact) -> bool {
    may(&cx.actor, Action::Judge(&case.line.unit))
        && !case.words().involved(appeal).contains(&cx.person.id)
}

/// When somebody did something, as a sentence has it.
fn when(cx: &Cx<'_>, fact: &Fact) -> Handled<String> {
    Ok(date_time(fact.counted_at, cx.campaign()?.campaign.calendar().tz()))
}
