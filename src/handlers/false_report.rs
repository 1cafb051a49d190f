//! `/baosai`: an entry is declared false by one member of the office and proven so by another.
//!
//! The hardest word the office has. The unit hears it in private, with what it means and how to
//! appeal.

use serde::{Deserialize, Serialize};

use super::adjust::second_row;
use super::cases::{self, Case, number_and_rest};
use super::colleagues;
use super::context::{Cx, Handled, Stop, press as button};
use super::paging::cancel_row;
use crate::button::Press;
use crate::domain::dispute::appeal_until;
use crate::domain::fact::{Fact, What};
use crate::domain::policy::{Action, may};
use crate::domain::quantity::clean;
use crate::event::Message;
use crate::handlers::dialogue::Dialogue;
use crate::handlers::entries;
use crate::outgoing::Keyboard;
use crate::store::campaigns::Loaded;
use crate::text::{Html, Lang, date_time, shorten};
use crate::{say, store};

/// The longest reason that is kept, in UTF-16 units.
const LONGEST_REASON: usize = 500;
/// The most declarations listed at once.
const LISTED: usize = 6;

/// Where the guided form is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// Which entry?
    Entry,
    /// Why?
    Reason {
        /// The entry.
        entry: crate::domain::ids::FactId,
    },
}

/// `/baosai`, `/baosai 17`, `/baosai 17 reason`.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    cx.allow(Action::Adjust)?;
    let arguments = clean(arguments);
    if arguments.trim().is_empty() {
        return ask_entry(cx).await;
    }
    named(cx, &arguments).await
}

async fn named(cx: &mut Cx<'_>, text: &str) -> Handled {
    let Some((number, reason)) = number_and_rest(text) else {
        return Err(Stop::refuse(say!(cx.lang(), "false-usage")));
    };
    let case = cases::numbered(cx, number).await?;
    if reason.is_empty() { ask_reason(cx, &case).await } else { declare(cx, &case, reason).await }
}

/// Takes a text that was asked for.
///
/// # Errors
/// A refusal that says what to write.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    cx.allow(Action::Adjust)?;
    let text = clean(&message.text).trim().to_owned();
    match draft {
        _ if text.is_empty() => Err(Stop::refuse(say!(cx.lang(), "second-in-words"))),
        Draft::Entry => named(cx, &text).await,
        Draft::Reason { entry } => match cases::of(cx, entry).await? {
            Some(case) => declare(cx, &case, &text).await,
            None => super::stale(cx).await,
        },
    }
}

async fn ask_entry(cx: &mut Cx<'_>) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let open = store::log::unanswered(cx.tx, loaded.id, "false_declared").await?;
    let (mut lines, mut rows): (Vec<String>, Keyboard) = (Vec::new(), Vec::new());
    if open.is_empty() {
        lines.push(say!(lang, "false-none-open"));
    } else {
        lines.push(say!(lang, "false-open", count = open.len()));
        for fact in open.iter().take(LISTED) {
            let Some(case) = cases::of(cx, fact.id).await? else { continue };
            let text = described(cx, &loaded, &case, fact, lang).await?;
            lines.push(format!("• {text}"));
            if may(&cx.actor, Action::Judge(&case.line.unit)) {
                rows.push(second_row(fact, fact.by == Some(cx.person.id), lang));
            }
        }
        if open.len() > LISTED {
            lines.push(say!(lang, "list-more", count = open.len() - LISTED));
        }
    }
    lines.push(String::new());
    lines.push(say!(lang, "false-ask-entry"));
    cx.ask(&Dialogue::FalseReport(Draft::Entry), lines.join("\n"), |step| {
        rows.push(cancel_row(lang, step));
        rows
    })
    .await
}

/// `#1 An Biên, báo cáo #17 (THUE – Thu thuế: 90 tỷ đồng) – lý do (…)`, as HTML.
async fn described(
    cx: &mut Cx<'_>,
    loaded: &Loaded,
    case: &Case,
    fact: &Fact,
    lang: Lang,
) -> Handled<String> {
    let campaign = &loaded.campaign;
    let reason = match &fact.what {
        What::FalseDeclared { reason, .. } => shorten(reason, 200),
        _ => String::new(),
    };
    Ok(say!(
        lang,
        "false-line",
        number = entries::number(fact),
        unit = entries::unit_name(campaign, &case.line.unit),
        entry = case.number(),
        name = entries::indicator_name(campaign, &case.line),
        value = case.said(campaign, lang),
        reason = reason,
        who = entries::who(cx, fact.by).await?,
        at = date_time(fact.counted_at, campaign.calendar().tz())
    ))
}

/// Refuses what cannot be declared false, and says why.
fn check(cx: &Cx<'_>, case: &Case) -> Handled {
    cx.allow(Action::Judge(&case.line.unit))?;
    let (lang, words, number) = (cx.lang(), case.words(), case.number());
    let refuse = |html| Err(Stop::refuse(html));
    if words.proven_false().is_some() {
        return refuse(say!(lang, "false-already", number = number));
    }
    if words.cleared() {
        return refuse(say!(lang, "false-cleared", number = number));
    }
    if let Some(declared) = words.declared() {
        let declared = entries::number(declared);
        return refuse(say!(lang, "false-waits", number = number, declared = declared));
    }
    if let Some(newer) = words.replaced_by() {
        let newer = entries::number(newer);
        return refuse(say!(lang, "false-mended", number = number, newer = newer));
    }
    Ok(())
}

async fn ask_reason(cx: &mut Cx<'_>, case: &Case) -> Handled {
    check(cx, case)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let html = say!(
        lang,
        "false-ask-reason",
        number = case.number(),
        unit = entries::unit_name(campaign, &case.line.unit),
        name = entries::indicator_name(campaign, &case.line),
        value = case.said(campaign, lang)
    );
    let dialogue = Dialogue::FalseReport(Draft::Reason { entry: case.entry.id });
    cx.ask_words(&dialogue, html).await
}

async fn declare(cx: &mut Cx<'_>, case: &Case, reason: &str) -> Handled {
    check(cx, case)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let seconds = colleagues::seconds(cx, &case.line.unit).await?;
    let reason = shorten(reason.trim(), LONGEST_REASON);
    let (entry, line) = (case.entry.id, case.line.clone());
    let fact = cx.record(What::FalseDeclared { entry, line, reason }, cx.said_at).await?;
    for person in seconds {
        let text = described(cx, &loaded, case, &fact, person.lang).await?;
        let html = say!(person.lang, "false-second-asked", line = Html(text));
        let keyboard = vec![second_row(&fact, false, person.lang)];
        let key = format!("false:{}:{}", fact.id, person.id);
        cx.notify(&person, html, keyboard, key).await?;
    }
    let (number, entry) = (entries::number(&fact), case.number());
    let unit = entries::unit_name(&loaded.campaign, &case.line.unit);
    let html = say!(lang, "false-declared", number = number, entry = entry, unit = unit);
    cx.conclude(html, Vec::new()).await?;
    Ok(())
}

/// Another member of the office has pressed a button under a declaration, or its author has.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn seconded(cx: &mut Cx<'_>, press: Press) -> Handled {
    let (Press::Agree(id) | Press::Disagree(id)) = press else { return super::stale(cx).await };
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let Some(case) = cases::of(cx, id).await? else { return super::stale(cx).await };
    let Some(fact) = case.fact(id).cloned() else { return super::stale(cx).await };
    cx.allow(Action::Judge(&case.line.unit))?;
    let number = entries::number(&fact);
    if let Some(answer) = case.words().answer_to(id) {
        let who = entries::who(cx, answer.by).await?;
        let at = date_time(answer.counted_at, loaded.campaign.calendar().tz());
        let html = match answer.what {
            What::FalseConfirmed { .. } => {
                say!(lang, "false-already-agreed", number = number, who = who, at = at)
            }
            _ => say!(lang, "false-already-declined", number = number, who = who, at = at),
        };
        cx.show(html, Vec::new()).await?;
        return Ok(());
    }
    let (entry, line) = (case.entry.id, case.line.clone());
    if matches!(press, Press::Disagree(_)) {
        cx.record(What::FalseDeclined { declaration: id, entry, line }, None).await?;
        tell_author(cx, &loaded, &case, &fact, false).await?;
        cx.show(say!(lang, "false-declined", number = number), Vec::new()).await?;
        return Ok(());
    }
    if fact.by == Some(cx.person.id) {
        return Err(Stop::refuse(say!(lang, "second-not-own", number = number)));
    }
    let proof = cx.record(What::FalseConfirmed { declaration: id, entry, line }, None).await?;
    tell_author(cx, &loaded, &case, &fact, true).await?;
    tell_unit(cx, &loaded, &case, &fact, &proof).await?;
    let html = say!(
        lang,
        "false-agreed",
        number = number,
        entry = case.number(),
        unit = entries::unit_name(&loaded.campaign, &case.line.unit)
    );
    cx.show(html, Vec::new()).await?;
    Ok(())
}

async fn tell_author(
    cx: &mut Cx<'_>,
    loaded: &Loaded,
    case: &Case,
    fact: &Fact,
    agreed: bool,
) -> Handled {
    let Some(by) = fact.by.filter(|by| *by != cx.person.id) else { return Ok(()) };
    let Some(person) = store::people::by_id(cx.tx, by).await? else { return Ok(()) };
    let who = entries::who(cx, Some(cx.person.id)).await?;
    let (number, entry) = (entries::number(fact), case.number());
    let unit = entries::unit_name(&loaded.campaign, &case.line.unit);
    let html = if agreed {
        say!(person.lang, "false-seconded", number = number, entry = entry, unit = unit, who = who)
    } else {
        say!(
            person.lang,
            "false-not-seconded",
            number = number,
            entry = entry,
            unit = unit,
            who = who
        )
    };
    cx.notify(&person, html, Vec::new(), format!("false-answer:{}", fact.id)).await
}

/// The unit alone hears of it: what was found, what it means, and how to appeal.
async fn tell_unit(
    cx: &mut Cx<'_>,
    loaded: &Loaded,
    case: &Case,
    declared: &Fact,
    proof: &Fact,
) -> Handled {
    let campaign = &loaded.campaign;
    let reason = match &declared.what {
        What::FalseDeclared { reason, .. } => shorten(reason, entries::LONGEST_NOTE),
        _ => String::new(),
    };
    let until = campaign.calendar().date_at(appeal_until(campaign, proof));
    let week = campaign.counting_week(case.entry.counted_at);
    colleagues::tell_unit(cx, &case.line.unit, &format!("proven-false:{}", proof.id), |lang| {
        let points = campaign.rules().false_report_penalty.print(lang.notation());
        let html = say!(
            lang,
            "false-notice",
            number = case.number(),
            name = entries::indicator_name(campaign, &case.line),
            value = case.said(campaign, lang),
            reason = reason.as_str(),
            week = week.0,
            points = points,
            until = until
        );
        let appeal = button(say!(lang, "appeal-button"), &Press::Appeal(proof.id));
        (html, vec![vec![appeal]])
    })
    .await
}
