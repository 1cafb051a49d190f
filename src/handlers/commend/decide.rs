//! One candidate: its reasons, and what the office records about it.

use super::super::context::{Cx, Handled, Stop, confirm_row, open};
use super::super::paging::cancel_row;
use super::{Desk, Draft, block, choose, current};
use crate::domain::council::{Listed, Verdict};
use crate::domain::fact::What;
use crate::domain::ids::{FactId, Number};
use crate::domain::nomination::number_of;
use crate::domain::policy::{Action, Role, may};
use crate::domain::quantity::fold;
use crate::handlers::dialogue::Dialogue;
use crate::jobs::council as announcing;
use crate::say;
use crate::standings;
use crate::store;
use crate::text::council::name;
use crate::text::{self, Html, shorten};

/// The longest decision or reason that is kept, in UTF-16 units.
const LONGEST: usize = 500;

/// The candidate somebody means by `12`, `#12` (a nomination) or a whole id.
pub(super) async fn find(cx: &mut Cx<'_>, desk: &Desk, word: &str) -> Handled<Option<String>> {
    if let Ok(number) = word.strip_prefix('#').unwrap_or(word).parse() {
        let nominated = desk.council.nomination(Number(number));
        return Ok(nominated.map(crate::domain::nomination::Nominated::candidate));
    }
    let listed = desk.council.rounds.iter().flat_map(|round| &round.listing.candidates);
    if let Some(one) = listed.into_iter().find(|one| one.id == word) {
        return Ok(Some(one.id.clone()));
    }
    let found = standings::candidates(cx.tx, desk.loaded.id, cx.now).await?;
    Ok(found.find(word).map(|one| one.id.clone()))
}

/// Does what is written after a candidate: `dakhen QĐ 12`, `rut lý do`, `xoaten`, or shows it.
pub(super) async fn written(cx: &mut Cx<'_>, desk: &Desk, id: String, rest: &str) -> Handled {
    let (verb, text) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let text = text.trim();
    match (fold(verb).as_str(), text) {
        ("dakhen" | "rewarded", "") => ask_reward(cx, desk, id).await,
        ("dakhen" | "rewarded", decision) => reward(cx, desk, id, decision).await,
        ("rut" | "withdraw", "") => ask_withdraw(cx, desk, id).await,
        ("rut" | "withdraw", reason) => withdraw(cx, desk, id, reason).await,
        ("xoaten" | "erase", _) => ask_erase(cx, desk, &id).await,
        ("", _) => detail(cx, desk, &id).await,
        _ => {
            let typed = super::super::names::quoted(rest);
            Err(Stop::refuse(say!(cx.lang(), "commend-unclear", typed = typed)))
        }
    }
}

/// Shows a candidate with all its reasons.
pub(super) async fn detail(cx: &mut Cx<'_>, desk: &Desk, id: &str) -> Handled {
    let lang = cx.lang();
    let found = standings::candidates(cx.tx, desk.loaded.id, cx.now).await?;
    let Some(candidate) = found.find(id) else {
        return Err(Stop::refuse(say!(lang, "commend-gone")));
    };
    let mut lines = vec![block(desk, candidate, lang)];
    if let Some(account) = account(cx, desk, id).await? {
        lines.push(say!(lang, "vote-account", text = shorten(&account, 800)));
    }
    lines.push(say!(lang, "commend-id", id = id));
    let office = may(&cx.actor, Action::Commend);
    let passed = desk.council.decided(id).is_some_and(|tally| tally.result == Verdict::Passed);
    let on_list = current(desk).is_some_and(|round| round.holds(id));
    let back = if candidate.leader.is_some() { "khenthuong canhan" } else { "khenthuong tapthe" };
    let dialogue = Dialogue::Commend(Draft::Detail { id: id.to_owned() });
    cx.ask(&dialogue, lines.join("\n"), |step| {
        let mut rows = Vec::new();
        if office && passed {
            rows.push(choose(say!(lang, "commend-button-rewarded"), step, 0));
        }
        if office && on_list {
            rows.push(choose(say!(lang, "commend-button-withdraw"), step, 1));
        }
        rows.push(vec![open(say!(lang, "commend-button-back"), back)]);
        rows
    })
    .await
}

/// What the unit says its candidate achieved.
async fn account(cx: &mut Cx<'_>, desk: &Desk, id: &str) -> Handled<Option<String>> {
    let Some(one) = number_of(id).and_then(|number| desk.council.nomination(number)) else {
        return Ok(None);
    };
    let text = if one.nomination.subject.is_person() {
        let nominee = store::council::nominees(cx.tx, desk.loaded.id).await?.remove(&one.fact);
        nominee.unwrap_or_default().achievement
    } else {
        one.nomination.achievement.clone()
    };
    Ok((!text.is_empty()).then_some(text))
}

/// A candidate as plain text.
fn shown(cx: &Cx<'_>, desk: &Desk, id: &str) -> String {
    let lang = cx.lang();
    let listed = desk.council.rounds.iter().flat_map(|round| &round.listing.candidates);
    if let Some(one) = listed.into_iter().find(|one| one.id == id) {
        return name(desk.campaign(), one, &desk.names, lang);
    }
    let nominated = number_of(id).and_then(|number| desk.council.nomination(number));
    nominated.map_or_else(
        || id.to_owned(),
        |one| name(desk.campaign(), &Listed::nominated(one), &desk.names, lang),
    )
}

/// The nomination of a candidate that is a person: what is said about one stands beside the log.
fn person(desk: &Desk, id: &str) -> Option<FactId> {
    let one = number_of(id).and_then(|number| desk.council.nomination(number))?;
    one.nomination.subject.is_person().then_some(one.fact)
}

/// Refuses what was not passed by the council, and what was rewarded before.
fn check_reward(cx: &Cx<'_>, desk: &Desk, id: &str) -> Handled {
    cx.allow(Action::Commend)?;
    let lang = cx.lang();
    let who = shown(cx, desk, id);
    if !desk.council.achievements(id).is_disjoint(&desk.council.rewarded()) {
        return Err(Stop::refuse(say!(lang, "reward-again", who = who)));
    }
    let passed = desk.council.decided(id).is_some_and(|tally| tally.result == Verdict::Passed);
    if !passed {
        return Err(Stop::refuse(say!(lang, "reward-not-passed", who = who)));
    }
    Ok(())
}

pub(super) async fn ask_reward(cx: &mut Cx<'_>, desk: &Desk, id: String) -> Handled {
    check_reward(cx, desk, &id)?;
    let lang = cx.lang();
    let html = say!(lang, "reward-ask", who = shown(cx, desk, &id));
    let dialogue = Dialogue::Commend(Draft::Rewarded { id });
    cx.ask(&dialogue, html, |step| vec![cancel_row(lang, step)]).await
}

/// Records a commendation after the real decision.
pub(super) async fn reward(cx: &mut Cx<'_>, desk: &Desk, id: String, decision: &str) -> Handled {
    check_reward(cx, desk, &id)?;
    let lang = cx.lang();
    let who = shown(cx, desk, &id);
    let decision = shorten(decision.trim(), LONGEST);
    let html = say!(lang, "rewarded", who = who, decision = decision);
    let person = person(desk, &id);
    let said = if person.is_some() { String::new() } else { decision.clone() };
    let fact = cx.record(What::Rewarded { candidate: id, decision: said }, cx.said_at).await?;
    if let Some(person) = person {
        store::council::put_words(cx.tx, fact.id, person, &decision).await?;
    }
    cx.conclude(html, vec![vec![open(say!(lang, "nominate-button-candidates"), "khenthuong")]])
        .await?;
    Ok(())
}

/// The list a candidate can be taken off.
fn check_withdraw(cx: &Cx<'_>, desk: &Desk, id: &str) -> Handled<FactId> {
    cx.allow(Action::Commend)?;
    let round = current(desk).filter(|round| round.holds(id));
    let missing = || say!(cx.lang(), "withdraw-not-listed", who = shown(cx, desk, id));
    round.map(|round| round.list).ok_or_else(|| Stop::refuse(missing()))
}

pub(super) async fn ask_withdraw(cx: &mut Cx<'_>, desk: &Desk, id: String) -> Handled {
    check_withdraw(cx, desk, &id)?;
    let lang = cx.lang();
    let html = say!(lang, "withdraw-ask", who = shown(cx, desk, &id));
    let dialogue = Dialogue::Commend(Draft::Withdraw { id });
    cx.ask(&dialogue, html, |step| vec![cancel_row(lang, step)]).await
}

/// Takes a candidate off the list; its unit hears why.
pub(super) async fn withdraw(cx: &mut Cx<'_>, desk: &Desk, id: String, reason: &str) -> Handled {
    let list = check_withdraw(cx, desk, &id)?;
    let lang = cx.lang();
    let who = shown(cx, desk, &id);
    let reason = shorten(reason.trim(), LONGEST);
    let unit = current(desk)
        .and_then(|round| round.standing().find(|one| one.id == id))
        .map(|one| one.unit.clone());
    let person = person(desk, &id);
    let said = if person.is_some() { String::new() } else { reason.clone() };
    let what = What::CandidateWithdrawn { list, candidate: id, reason: said };
    let fact = cx.record(what, cx.said_at).await?;
    if let Some(person) = person {
        store::council::put_words(cx.tx, fact.id, person, &reason).await?;
    }
    for role in [Role::UnitLead, Role::Reporter] {
        for person in cx.people_with(role, unit.as_ref()).await? {
            let html = say!(person.lang, "withdraw-notice", who = who, reason = reason);
            let key = store::council::notice_key(desk.loaded.id);
            let key = format!("{key}withdrawn:{}:{}", fact.id, person.id);
            cx.notify(&person, html, Vec::new(), key).await?;
        }
    }
    cx.conclude(say!(lang, "withdraw-done", who = who, reason = reason), Vec::new()).await?;
    Ok(())
}

/// A nominated person may ask the office to be forgotten.
async fn ask_erase(cx: &mut Cx<'_>, desk: &Desk, id: &str) -> Handled {
    cx.allow(Action::Commend)?;
    let lang = cx.lang();
    let Some(nomination) = person(desk, id) else {
        return Err(Stop::refuse(say!(lang, "erase-no-person")));
    };
    let who = Html(text::escape(&shown(cx, desk, id)));
    let dialogue = Dialogue::Commend(Draft::Erase { nomination });
    cx.ask(&dialogue, say!(lang, "erase-name-ask", who = who), |step| vec![confirm_row(lang, step)])
        .await
}

pub(super) async fn erase(cx: &mut Cx<'_>, desk: &Desk, nomination: FactId) -> Handled {
    cx.allow(Action::Commend)?;
    let lang = cx.lang();
    if !desk.council.nominations.contains_key(&nomination) {
        return super::super::stale(cx).await;
    }
    // The last word names nobody; afterwards nothing does.
    cx.conclude(say!(lang, "erase-name-done"), Vec::new()).await?;
    let waiting = store::council::erase_nominee(cx.tx, nomination, cx.now).await?;
    announcing::again(cx.tx, &waiting, cx.now).await?;
    // The press quotes the question, and that the name.
    if let Some(press) = cx.press.clone() {
        store::people::forget_press(cx.tx, &press.id).await?;
    }
    Ok(())
}
