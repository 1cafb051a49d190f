//! What is said to somebody who may not do something: who does it, and what they can do instead.
//! The roles come from the row of the policy's table, so that no sentence names others than it.

use super::context::{Cx, Stop};
use super::names;
use crate::domain::policy::{Denied, Role, Rule, Stage};
use crate::say;
use crate::text::{Html, Lang};

/// The refusal of what the policy denied.
pub(super) fn of(cx: &Cx<'_>, denied: &Denied) -> Stop {
    let lang = cx.lang();
    Stop::refuse(match denied {
        Denied::Others(_) if cx.actor.memberships.is_empty() => say!(lang, "not-a-member"),
        Denied::Others(rule) => {
            say!(lang, "refused-others", who = who(rule, lang), instead = Html(instead(cx, rule)))
        }
        Denied::OwnUnit(rule) => say!(lang, "refused-own-unit", who = who(rule, lang)),
        Denied::Stage(stage) => of_stage(cx, *stage),
    })
}

/// "thường trực, lãnh đạo".
fn who(rule: &Rule, lang: Lang) -> String {
    let roles: Vec<String> =
        rule.roles().into_iter().map(|role| lower_first(&names::role(role, lang))).collect();
    let roles = roles.join(", ");
    match (roles.is_empty(), rule.is_of_unit()) {
        (true, _) => say!(lang, "refused-members"),
        (false, true) => say!(lang, "refused-of-unit", roles = roles),
        (false, false) => roles,
    }
}

/// The words as they stand inside a sentence: "thành viên Hội đồng" keeps its capital.
fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn instead(cx: &Cx<'_>, rule: &Rule) -> String {
    let lang = cx.lang();
    if rule.is_of_unit() && cx.actor.own_unit().is_some() {
        say!(lang, "refused-instead-own-unit")
    } else if rule.roles().contains(&Role::Office) {
        say!(lang, "refused-instead-office")
    } else {
        say!(lang, "refused-instead-help")
    }
}

fn of_stage(cx: &Cx<'_>, stage: Stage) -> String {
    let lang = cx.lang();
    let calendar = cx.loaded.as_ref().map(|loaded| loaded.campaign.calendar());
    match (stage, calendar) {
        (Stage::Before, Some(calendar)) => {
            say!(lang, "refused-before", start = calendar.start())
        }
        (Stage::Running, Some(calendar)) => say!(lang, "refused-running", end = calendar.end()),
        (Stage::After, Some(calendar)) => say!(lang, "refused-after", end = calendar.end()),
        _ => say!(lang, "refused-archived"),
    }
}
