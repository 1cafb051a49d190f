//! The office's side of appeals: the queue, one appeal at a time, and the one-line forms.

use super::super::cases::{self, Case, decision_line, number_and_rest, verdict_words};
use super::super::celebrate;
use super::super::colleagues;
use super::super::context::{Cx, Handled, Stop, press as button};
use super::super::correct::{self, Given, ask_reading};
use super::super::{report, stale};
use super::{Draft, LONGEST_REASON, may_decide, when};
use crate::button::Press;
use crate::domain::fact::{Fact, Verdict, What};
use crate::domain::ids::FactId;
use crate::domain::policy::Action;
use crate::domain::quantity::Quantity;
use crate::handlers::dialogue::Dialogue;
use crate::handlers::entries;
use crate::outgoing::Keyboard;
use crate::text::{Html, Lang, shorten};
use crate::{say, store};

/// What is to be done with an appeal, as it was written.
enum Order<'a> {
    Look,
    Keep(&'a str),
    Accept(&'a str),
    Value(&'a str),
}

/// `/thamdinh khieunai`, `/thamdinh khieunai 3`, `… 3 giu reason`, `… 3 chapnhan reason`,
/// `… 3 75,0 reason`.
///
/// # Errors
/// Refusals, and when the database refuses.
pub(in crate::handlers) async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    cx.allow(Action::Adjust)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    if arguments.trim().is_empty() {
        return next(cx, Vec::new(), None).await;
    }
    let Some((number, rest)) = number_and_rest(arguments) else {
        return Err(Stop::refuse(say!(lang, "appeal-office-usage")));
    };
    let found = store::log::by_number(cx.tx, loaded.id, "appealed", number).await?;
    let Some(appeal) = found else {
        return Err(Stop::refuse(say!(lang, "appeal-unknown", number = number)));
    };
    let Some(case) = cases::of(cx, appeal.id).await? else { return stale(cx).await };
    check(cx, &case, &appeal).await?;
    match order(rest) {
        Order::Look => show(cx, &case, &appeal, Vec::new(), None).await,
        Order::Keep("") => ask_why(cx, &case, &appeal, Verdict::Stands, Vec::new()).await,
        Order::Keep(reason) => alone(cx, &case, &appeal, Verdict::Stands, reason).await,
        Order::Accept(reason) => {
            let verdict = accepted(&case, &appeal);
            match reason {
                "" => ask_why(cx, &case, &appeal, verdict, Vec::new()).await,
                reason => alone(cx, &case, &appeal, verdict, reason).await,
            }
        }
        Order::Value(text) => value(cx, &case, &appeal, text, Vec::new()).await,
    }
}

fn order(text: &str) -> Order<'_> {
    let (word, reason) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    match crate::domain::definition::key(word).as_str() {
        "" => Order::Look,
        "giu" | "keep" => Order::Keep(reason.trim()),
        "chapnhan" | "accept" => Order::Accept(reason.trim()),
        _ => Order::Value(text),
    }
}

/// What the unit asks for: the value it reported, or to be cleared of a false report.
fn accepted(case: &Case, appeal: &Fact) -> Verdict {
    let against = appeal.what.refers_to().and_then(|id| case.fact(id));
    let of_false = against.is_some_and(|fact| matches!(fact.what, What::FalseConfirmed { .. }));
    match case.words().reported() {
        Some(value) if !of_false => Verdict::Value { value },
        _ => Verdict::Cleared,
    }
}

/// Refuses what is decided already or not the person's to decide, and says why.
async fn check(cx: &mut Cx<'_>, case: &Case, appeal: &Fact) -> Handled {
    cx.allow(Action::Judge(&case.line.unit))?;
    let lang = cx.lang();
    let number = entries::number(appeal);
    if let Some(decided) = case.words().answer_to(appeal.id) {
        let who = entries::who(cx, decided.by).await?;
        let at = when(cx, decided)?;
        let html = say!(lang, "appeal-decided-already", number = number, who = who, at = at);
        return Err(Stop::refuse(html));
    }
    if !may_decide(cx, case, appeal) {
        return Err(Stop::refuse(say!(lang, "appeal-involved", number = number)));
    }
    Ok(())
}

/// The appeals that wait for this person, oldest first.
///
/// # Errors
/// When the log cannot be read.
async fn open_for(cx: &mut Cx<'_>) -> Handled<Vec<(Fact, Case)>> {
    let loaded = cx.campaign()?;
    let mut open = Vec::new();
    for appeal in store::log::unanswered(cx.tx, loaded.id, "appealed").await? {
        if let Some(case) = cases::of(cx, appeal.id).await?
            && may_decide(cx, &case, &appeal)
        {
            open.push((appeal, case));
        }
    }
    Ok(open)
}

/// How many appeals wait for this person.
///
/// # Errors
/// When the log cannot be read.
pub(in crate::handlers) async fn waiting(cx: &mut Cx<'_>) -> Handled<usize> {
    Ok(open_for(cx).await?.len())
}

async fn next(cx: &mut Cx<'_>, mut skipped: Vec<FactId>, done: Option<String>) -> Handled {
    let lang = cx.lang();
    let open = open_for(cx).await?;
    skipped.retain(|id| open.iter().any(|(appeal, _)| appeal.id == *id));
    let found = open.iter().find(|(appeal, _)| !skipped.contains(&appeal.id));
    let Some((appeal, case)) = found else {
        let mut lines: Vec<String> = done.into_iter().collect();
        lines.push(match open.len() {
            0 => say!(lang, "appeal-queue-empty"),
            left => say!(lang, "appeal-queue-put-off", count = left),
        });
        cx.conclude(lines.join("\n\n"), Vec::new()).await?;
        return Ok(());
    };
    let left = say!(lang, "appeal-queue-left", count = open.len());
    let heading = done.map_or_else(|| left.clone(), |done| format!("{done}\n{left}"));
    show(cx, case, appeal, skipped, Some(heading)).await
}

/// One appeal as those see it who decide it.
async fn show(
    cx: &mut Cx<'_>,
    case: &Case,
    appeal: &Fact,
    skipped: Vec<FactId>,
    heading: Option<String>,
) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let mut lines: Vec<String> = heading.into_iter().collect();
    lines.push(say!(
        lang,
        "appeal-card",
        number = entries::number(appeal),
        entry = case.number(),
        unit = entries::unit_name(campaign, &case.line.unit),
        name = entries::indicator_name(campaign, &case.line),
        value = case.said(campaign, lang)
    ));
    // From the check to the appeal itself, everything that was said, in its order.
    for fact in case.about().to_vec() {
        lines.extend(decision_line(cx, campaign, case, &fact).await?);
    }
    let evidence = report::evidence_of(cx, &case.entry).await?.len();
    let of_false = accepted(case, appeal) == Verdict::Cleared;
    let draft = Draft::Card { appeal: appeal.id, skipped };
    cx.ask(&Dialogue::Appeal(draft), lines.join("\n"), |step| {
        let choice = |label, index| button(label, &Press::Choose { step, index });
        let accept = if of_false {
            say!(lang, "appeal-button-clear")
        } else {
            say!(lang, "appeal-button-accept")
        };
        let mut rows: Keyboard =
            vec![vec![choice(say!(lang, "appeal-button-keep"), KEEP), choice(accept, ACCEPT)]];
        let mut row = Vec::new();
        if !of_false {
            row.push(choice(say!(lang, "verify-button-other"), OTHER));
        }
        row.push(choice(say!(lang, "verify-button-later"), LATER));
        rows.push(row);
        if evidence > 0 {
            let label = say!(lang, "verify-button-evidence", count = evidence);
            rows.push(vec![choice(label, SEE)]);
        }
        rows
    })
    .await
}

/// The buttons of the card.
const KEEP: u32 = 0;
const ACCEPT: u32 = 1;
const OTHER: u32 = 2;
const LATER: u32 = 3;
const SEE: u32 = 4;

/// A text inside the conversation: the value or the reason asked for.
pub(super) async fn answer(cx: &mut Cx<'_>, draft: Draft, text: &str) -> Handled {
    let lang = cx.lang();
    match draft {
        Draft::Value { appeal, skipped } => {
            let Some((case, appeal)) = opened(cx, appeal).await? else { return stale(cx).await };
            check(cx, &case, &appeal).await?;
            value(cx, &case, &appeal, text, skipped).await
        }
        Draft::Why { appeal, verdict, skipped } => {
            let Some((case, appeal)) = opened(cx, appeal).await? else { return stale(cx).await };
            check(cx, &case, &appeal).await?;
            let done = decide(cx, &case, &appeal, verdict, text).await?;
            next(cx, skipped, Some(done)).await
        }
        _ => Err(Stop::refuse(say!(lang, "press-a-button"))),
    }
}

/// A button of the conversation.
pub(super) async fn chosen(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    let Press::Choose { index, .. } = press else { return stale(cx).await };
    match draft {
        Draft::Card { appeal, mut skipped } => {
            let Some((case, appeal)) = opened(cx, appeal).await? else { return stale(cx).await };
            check(cx, &case, &appeal).await?;
            match index {
                KEEP => ask_why(cx, &case, &appeal, Verdict::Stands, skipped).await,
                ACCEPT => {
                    let verdict = accepted(&case, &appeal);
                    ask_why(cx, &case, &appeal, verdict, skipped).await
                }
                OTHER => ask_value(cx, &case, &appeal, skipped).await,
                LATER => {
                    skipped.push(appeal.id);
                    next(cx, skipped, None).await
                }
                SEE => super::super::verify::send_all(cx, &case.entry).await,
                _ => stale(cx).await,
            }
        }
        Draft::Reading { appeal, decimal, grouped, reason, skipped } => {
            let Some((case, appeal)) = opened(cx, appeal).await? else { return stale(cx).await };
            check(cx, &case, &appeal).await?;
            let value = if index == 0 { decimal } else { grouped };
            settle(cx, &case, &appeal, value, &reason, skipped).await
        }
        _ => stale(cx).await,
    }
}

async fn opened(cx: &mut Cx<'_>, appeal: FactId) -> Handled<Option<(Case, Fact)>> {
    let Some(case) = cases::of(cx, appeal).await? else { return Ok(None) };
    let fact = case.fact(appeal).cloned();
    Ok(fact.map(|fact| (case, fact)))
}

async fn ask_value(cx: &mut Cx<'_>, case: &Case, appeal: &Fact, skipped: Vec<FactId>) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let html = say!(
        lang,
        "appeal-ask-value",
        number = entries::number(appeal),
        entry = case.number(),
        value = case.said(&loaded.campaign, lang)
    );
    let dialogue = Dialogue::Appeal(Draft::Value { appeal: appeal.id, skipped });
    cx.ask_words(&dialogue, html).await
}

async fn value(
    cx: &mut Cx<'_>,
    case: &Case,
    appeal: &Fact,
    text: &str,
    skipped: Vec<FactId>,
) -> Handled {
    if accepted(case, appeal) == Verdict::Cleared {
        return Err(Stop::refuse(say!(cx.lang(), "appeal-no-value")));
    }
    match correct::read(cx, case, text)? {
        Given::One { value, reason } => settle(cx, case, appeal, value, &reason, skipped).await,
        Given::Either { decimal, grouped, reason } => {
            let appeal = appeal.id;
            let draft = Draft::Reading { appeal, decimal, grouped, reason, skipped };
            ask_reading(cx, case, (decimal, grouped), &Dialogue::Appeal(draft)).await
        }
    }
}

async fn settle(
    cx: &mut Cx<'_>,
    case: &Case,
    appeal: &Fact,
    value: Quantity,
    reason: &str,
    skipped: Vec<FactId>,
) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    if case.words().standing() == Some(value) {
        let value = case.value(&loaded.campaign, value, lang);
        return Err(Stop::refuse(say!(lang, "appeal-same-value", value = value)));
    }
    let verdict = Verdict::Value { value };
    if reason.is_empty() {
        return ask_why(cx, case, appeal, verdict, skipped).await;
    }
    let done = decide(cx, case, appeal, verdict, reason).await?;
    next(cx, skipped, Some(done)).await
}

async fn ask_why(
    cx: &mut Cx<'_>,
    case: &Case,
    appeal: &Fact,
    verdict: Verdict,
    skipped: Vec<FactId>,
) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let outcome = verdict_words(&loaded.campaign, case, &verdict, lang);
    let number = entries::number(appeal);
    let html = say!(lang, "appeal-ask-why", number = number, outcome = outcome);
    let dialogue = Dialogue::Appeal(Draft::Why { appeal: appeal.id, verdict, skipped });
    cx.ask_words(&dialogue, html).await
}

async fn alone(
    cx: &mut Cx<'_>,
    case: &Case,
    appeal: &Fact,
    verdict: Verdict,
    reason: &str,
) -> Handled {
    let done = decide(cx, case, appeal, verdict, reason).await?;
    cx.conclude(done, Vec::new()).await?;
    Ok(())
}

/// Records the decision, tells the unit and whoever decided first, and publishes it where a
/// confirmed value changes. Gives the sentence for the one who decided.
async fn decide(
    cx: &mut Cx<'_>,
    case: &Case,
    appeal: &Fact,
    verdict: Verdict,
    reason: &str,
) -> Handled<String> {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let reason = shorten(reason.trim(), LONGEST_REASON);
    let (entry, line) = (case.entry.id, case.line.clone());
    let changes = match (&verdict, case.words().standing()) {
        (Verdict::Value { value }, Some(standing)) => *value != standing,
        _ => false,
    };
    let what = What::AppealDecided {
        appeal: appeal.id,
        entry,
        line,
        verdict: verdict.clone(),
        reason: reason.clone(),
    };
    let done = celebrate::done(cx, &case.line).await?;
    let fact = cx.record(what, cx.said_at).await?;
    celebrate::if_done(cx, &case.line, done).await?;
    if changes {
        correct::announce(cx, case, &fact).await?;
    }
    let notice = |lang: Lang| {
        say!(
            lang,
            "appeal-outcome",
            number = entries::number(appeal),
            entry = case.number(),
            name = entries::indicator_name(campaign, &case.line),
            outcome = verdict_words(campaign, case, &verdict, lang),
            reason = shorten(&reason, entries::LONGEST_NOTE)
        )
    };
    let key = format!("appeal-decided:{}", fact.id);
    colleagues::tell_unit(cx, &case.line.unit, &key, |lang| (notice(lang), Vec::new())).await?;
    let mut involved = Vec::new();
    for person in case.words().involved(appeal) {
        involved.extend(store::people::by_id(cx.tx, person).await?);
    }
    colleagues::tell(cx, involved, &key, |lang| (notice(lang), Vec::new())).await?;
    let html = say!(lang, "appeal-done", notice = Html(notice(lang)));
    Ok(html)
}
