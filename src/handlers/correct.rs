//! `/dinhchinh`: a confirmed value is corrected in public, with what it was and what it is.
//!
//! Nothing is changed in silence: the office sees before and after and what the week's total
//! becomes, confirms, and the groups, the unit and whoever verifies hear the same sentence.

mod reading;

use serde::{Deserialize, Serialize};

use super::cases::{self, Case, number_and_rest};
use super::celebrate;
use super::colleagues;
use super::context::{Cx, Handled, Stop, press as button};
use crate::button::Press;
use crate::domain::campaign::Campaign;
use crate::domain::fact::{Fact, What};
use crate::domain::figure::Fixed;
use crate::domain::ids::FactId;
use crate::domain::policy::{Action, Role};
use crate::domain::quantity::{Quantity, clean};
use crate::domain::{ranking, scoring};
use crate::event::Message;
use crate::handlers::dialogue::Dialogue;
use crate::handlers::entries;
use crate::outgoing::Keyboard;
use crate::store::campaigns::Loaded;
use crate::text::{Html, Lang, figures, shorten};
use crate::{say, standings, store};

pub(super) use reading::{Given, ask as ask_reading, read};

/// The longest reason that is kept, in UTF-16 units.
const LONGEST_REASON: usize = 500;
/// How many of the newest corrections are listed.
const LISTED: usize = 5;

/// Where the guided form is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// Which entry?
    Entry,
    /// What is the right value?
    Value {
        /// The entry.
        entry: FactId,
    },
    /// Which of two readings of the value is meant?
    Reading {
        /// The entry.
        entry: FactId,
        /// The dot read as the decimal sign.
        decimal: Quantity,
        /// The dot read as the sign of thousands.
        grouped: Quantity,
        /// Why.
        reason: String,
    },
    /// Why?
    Reason {
        /// The entry.
        entry: FactId,
        /// The right value.
        value: Quantity,
    },
    /// Is it meant, with all that follows from it?
    Sure {
        /// The entry.
        entry: FactId,
        /// What stood when it was shown.
        before: Quantity,
        /// The right value.
        after: Quantity,
        /// Why.
        reason: String,
    },
}

/// `/dinhchinh`, `/dinhchinh 17`, `/dinhchinh 17 75,0 reason`.
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
    let Some((number, rest)) = number_and_rest(text) else {
        return Err(Stop::refuse(say!(cx.lang(), "correct-usage")));
    };
    let case = cases::numbered(cx, number).await?;
    check(cx, &case)?;
    if rest.is_empty() { ask_value(cx, &case).await } else { value(cx, &case, rest).await }
}

/// Takes a text that was asked for.
///
/// # Errors
/// A refusal that says what to write.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    cx.allow(Action::Adjust)?;
    let lang = cx.lang();
    let text = clean(&message.text).trim().to_owned();
    if text.is_empty() {
        return Err(Stop::refuse(say!(lang, "second-in-words")));
    }
    let (entry, chosen) = match draft {
        Draft::Entry => return named(cx, &text).await,
        Draft::Value { entry } => (entry, None),
        Draft::Reason { entry, value } => (entry, Some(value)),
        Draft::Reading { .. } | Draft::Sure { .. } => {
            return Err(Stop::refuse(say!(lang, "press-a-button")));
        }
    };
    let Some(case) = cases::of(cx, entry).await? else { return super::stale(cx).await };
    match chosen {
        None => value(cx, &case, &text).await,
        Some(value) => preview(cx, &case, value, &text).await,
    }
}

/// Takes a choice.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn pressed(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    cx.allow(Action::Adjust)?;
    match (draft, press) {
        (Draft::Reading { entry, decimal, grouped, reason }, Press::Choose { index, .. }) => {
            let Some(case) = cases::of(cx, entry).await? else { return super::stale(cx).await };
            let value = if index == 0 { decimal } else { grouped };
            go_on(cx, &case, value, &reason).await
        }
        (Draft::Sure { entry, before, after, reason }, Press::Confirm { .. }) => {
            let Some(case) = cases::of(cx, entry).await? else { return super::stale(cx).await };
            if check(cx, &case)? != before {
                // What was shown is what is confirmed.
                return preview(cx, &case, after, &reason).await;
            }
            record(cx, &case, before, after, reason).await
        }
        _ => super::stale(cx).await,
    }
}

/// The value that stands; a refusal where none does.
fn check(cx: &Cx<'_>, case: &Case) -> Handled<Quantity> {
    cx.allow(Action::Judge(&case.line.unit))?;
    let (lang, words, number) = (cx.lang(), case.words(), case.number());
    if let Some(standing) = words.standing() {
        return Ok(standing);
    }
    Err(Stop::refuse(if let Some(newer) = words.replaced_by() {
        let newer = entries::number(newer);
        say!(lang, "correct-replaced", number = number, newer = newer)
    } else if words.check().is_some() {
        say!(lang, "correct-returned", number = number)
    } else if words.reported().is_none() {
        say!(lang, "correct-no-change", number = number)
    } else {
        say!(lang, "correct-unchecked", number = number)
    }))
}

async fn ask_entry(cx: &mut Cx<'_>) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let made = store::log::numbered(cx.tx, loaded.id, "corrected").await?;
    let mut lines = Vec::new();
    if !made.is_empty() {
        lines.push(say!(lang, "correct-made", count = made.len()));
        for fact in made.iter().rev().take(LISTED) {
            if let Some(case) = cases::of(cx, fact.id).await? {
                lines.extend(sentence(&loaded.campaign, &case, fact, lang));
            }
        }
        lines.push(String::new());
    }
    lines.push(say!(lang, "correct-ask-entry"));
    let dialogue = Dialogue::Correct(Draft::Entry);
    cx.ask_words(&dialogue, lines.join("\n")).await
}

async fn ask_value(cx: &mut Cx<'_>, case: &Case) -> Handled {
    let standing = check(cx, case)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let html = say!(
        lang,
        "correct-ask-value",
        number = case.number(),
        unit = entries::unit_name(campaign, &case.line.unit),
        name = entries::indicator_name(campaign, &case.line),
        value = case.value(campaign, standing, lang)
    );
    let dialogue = Dialogue::Correct(Draft::Value { entry: case.entry.id });
    cx.ask_words(&dialogue, html).await
}

async fn value(cx: &mut Cx<'_>, case: &Case, text: &str) -> Handled {
    check(cx, case)?;
    match read(cx, case, text)? {
        Given::One { value, reason } => go_on(cx, case, value, &reason).await,
        Given::Either { decimal, grouped, reason } => {
            let draft = Draft::Reading { entry: case.entry.id, decimal, grouped, reason };
            reading::ask(cx, case, (decimal, grouped), &Dialogue::Correct(draft)).await
        }
    }
}

async fn go_on(cx: &mut Cx<'_>, case: &Case, value: Quantity, reason: &str) -> Handled {
    if !reason.is_empty() {
        return preview(cx, case, value, reason).await;
    }
    let standing = check(cx, case)?;
    differs(cx, case, standing, value)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let html = say!(
        lang,
        "correct-ask-reason",
        number = case.number(),
        before = case.value(&loaded.campaign, standing, lang),
        after = case.value(&loaded.campaign, value, lang)
    );
    let dialogue = Dialogue::Correct(Draft::Reason { entry: case.entry.id, value });
    cx.ask_words(&dialogue, html).await
}

fn differs(cx: &Cx<'_>, case: &Case, before: Quantity, after: Quantity) -> Handled {
    if before != after {
        return Ok(());
    }
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let value = case.value(&loaded.campaign, before, lang);
    Err(Stop::refuse(say!(lang, "correct-same", number = case.number(), value = value)))
}

/// Shows what it would change, and asks.
async fn preview(cx: &mut Cx<'_>, case: &Case, after: Quantity, reason: &str) -> Handled {
    let before = check(cx, case)?;
    differs(cx, case, before, after)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let reason = shorten(reason.trim(), LONGEST_REASON);
    let (entry, line) = (case.entry.id, case.line.clone());
    let what = What::Corrected { entry, line, before, after, reason: reason.clone() };
    let mut lines = vec![say!(
        lang,
        "correct-preview",
        number = case.number(),
        unit = entries::unit_name(campaign, &case.line.unit),
        name = entries::indicator_name(campaign, &case.line),
        before = case.value(campaign, before, lang),
        after = case.value(campaign, after, lang),
        reason = reason.as_str()
    )];
    if let Some((was, becomes)) = effect(cx, &loaded, what).await? {
        let (was, becomes) = (figures::fixed(was, lang), figures::fixed(becomes, lang));
        lines.push(say!(lang, "correct-effect", was = was, becomes = becomes));
    }
    lines.push(say!(lang, "correct-question"));
    let dialogue = Dialogue::Correct(Draft::Sure { entry, before, after, reason });
    cx.ask_sure(&dialogue, lines.join("\n")).await
}

/// The unit's total of now, and as it becomes with a fact that is not recorded yet. None for a
/// unit that stands in no table.
async fn effect(
    cx: &mut Cx<'_>,
    loaded: &Loaded,
    what: What,
) -> Handled<Option<(Fixed<1>, Fixed<1>)>> {
    let campaign = &loaded.campaign;
    let Some(unit) = what.unit().and_then(|code| campaign.unit(code)) else { return Ok(None) };
    let now = cx.desk.live.at(cx.tx, loaded, cx.now).await?;
    let mut state = store::book::state(cx.tx, loaded, &unit.code, cx.now).await?;
    let (id, counted_at, recorded_at) = (FactId(i64::MAX), cx.now, cx.now);
    let fact = Fact { id, number: None, counted_at, recorded_at, by: None, what };
    state.apply(campaign, &unit.code, &fact);
    state.advance(campaign, &unit.code, cx.now);
    let score = scoring::score(campaign, unit, &state, cx.now);
    let mut scores = now.scores().to_vec();
    for known in scores.iter_mut().filter(|known| known.unit == unit.code) {
        known.clone_from(&score);
    }
    let week = standings::week_of(campaign, cx.now);
    let table = ranking::table(campaign, &mut scores, cx.now, week, now.previous.as_ref());
    let total = |table: &ranking::Table| table.standing(&unit.code).map(|row| row.total);
    Ok(total(&now.table).zip(total(&table)))
}

async fn record(
    cx: &mut Cx<'_>,
    case: &Case,
    before: Quantity,
    after: Quantity,
    reason: String,
) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let (entry, line) = (case.entry.id, case.line.clone());
    let done = celebrate::done(cx, &line).await?;
    let fact = cx.record(What::Corrected { entry, line, before, after, reason }, None).await?;
    celebrate::if_done(cx, &case.line, done).await?;
    announce(cx, case, &fact).await?;
    let mut lines: Vec<String> =
        sentence(&loaded.campaign, case, &fact, lang).into_iter().collect();
    lines.push(say!(lang, "correct-done"));
    cx.conclude(lines.join("\n"), Vec::new()).await?;
    Ok(())
}

/// Tells the groups, the unit and whoever verifies the line that a confirmed value is another now.
///
/// # Errors
/// When it cannot be kept.
pub(super) async fn announce(cx: &mut Cx<'_>, case: &Case, fact: &Fact) -> Handled {
    let loaded = cx.campaign()?;
    let campaign = &loaded.campaign;
    // A group has no language of its own: the campaign's people are addressed in Vietnamese.
    if let Some(public) = sentence(campaign, case, fact, Lang::Vi) {
        colleagues::publish(cx, &format!("📢 {public}"), &format!("correction:{}", fact.id))
            .await?;
    }
    let own = cx.person.id;
    let mut checkers = match entries::verifying_unit(campaign, &case.line) {
        Some(unit) => cx.people_with(Role::Verifier, Some(unit)).await?,
        None => Vec::new(),
    };
    let checked_by = case.words().check().and_then(|check| check.by);
    if let Some(by) = checked_by.filter(|by| !checkers.iter().any(|person| person.id == *by)) {
        checkers.extend(store::people::by_id(cx.tx, by).await?);
    }
    checkers.retain(|person| person.id != own);
    let said = |lang| sentence(campaign, case, fact, lang).unwrap_or_default();
    let key = format!("corrected:{}", fact.id);
    colleagues::tell(cx, checkers, &key, |lang| (said(lang), Vec::new())).await?;
    let until = campaign.calendar().date_at(crate::domain::dispute::appeal_until(campaign, fact));
    let may_appeal = matches!(fact.what, What::Corrected { .. });
    colleagues::tell_unit(cx, &case.line.unit, &key, |lang| {
        if !may_appeal {
            return (said(lang), Vec::new());
        }
        let hint = say!(lang, "appeal-hint", until = until);
        let appeal: Keyboard =
            vec![vec![button(say!(lang, "appeal-button"), &Press::Appeal(fact.id))]];
        (format!("{}\n{hint}", said(lang)), appeal)
    })
    .await
}

/// A correction in the one sentence everybody reads. None for a fact that changes no value.
pub(super) fn sentence(
    campaign: &Campaign,
    case: &Case,
    fact: &Fact,
    lang: Lang,
) -> Option<String> {
    let (before, after, reason) = match &fact.what {
        What::Corrected { before, after, reason, .. } => (*before, *after, reason),
        What::AppealDecided {
            verdict: crate::domain::fact::Verdict::Value { value },
            reason,
            ..
        } => {
            let before = case.words().standing()?;
            (before, *value, reason)
        }
        _ => return None,
    };
    let line = crate::text::corrections::line(
        campaign,
        &case.line,
        (before, after),
        &shorten(reason, 200),
        lang,
    );
    Some(say!(lang, "correct-sentence", entry = case.number(), line = Html(line)))
}
