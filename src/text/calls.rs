//! The digest of what is due or late, as one person has it in the morning.

use chrono::NaiveDate;

use super::{Html, Lang, fit_all, obstacles, shorten};
use crate::domain::campaign::Campaign;
use crate::domain::escalation::{Audience, Call, Matter};
use crate::domain::fact::Addressee;
use crate::say;

/// Room for all lists together, and for the words of one obstacle or directive.
const LISTS: usize = 3300;
const TEXT: usize = 160;

/// The sections of a digest, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Directives.
    Directives,
    /// Answers to obstacles.
    Answers,
    /// Obstacles put to nobody.
    Assign,
    /// Pledges.
    Pledges,
    /// Weekly reports.
    Reports,
}

/// The section that a matter belongs to.
pub fn section(matter: &Matter) -> Section {
    match matter {
        Matter::Directive { .. } => Section::Directives,
        Matter::Answer { .. } => Section::Answers,
        Matter::Assign { .. } => Section::Assign,
        Matter::Pledge { .. } => Section::Pledges,
        Matter::Report { .. } => Section::Reports,
    }
}

/// All that one person is called about, in one message.
pub fn digest(campaign: &Campaign, calls: &[Call], today: NaiveDate, lang: Lang) -> String {
    let mut sections: Vec<Section> = calls.iter().map(|call| section(&call.matter)).collect();
    sections.sort_unstable();
    sections.dedup();
    let room = LISTS / sections.len().max(1);
    let mut parts: Vec<String> = sections
        .into_iter()
        .map(|wanted| {
            let of = calls.iter().filter(|call| section(&call.matter) == wanted);
            let lines: Vec<String> = of.map(|call| line(campaign, call, today, lang)).collect();
            format!("{}\n{}", heading(wanted, lang), fit_all(&lines, room, lang))
        })
        .collect();
    parts.push(hint(calls, today, lang));
    parts.join("\n\n")
}

/// What to do next: answer, press for it, decide on it, or say what stands in the way.
fn hint(calls: &[Call], today: NaiveDate, lang: Lang) -> String {
    let late_for =
        |audience: &Audience| calls.iter().all(|call| call.to == *audience && call.due < today);
    match () {
        () if calls.iter().all(is_asked) => say!(lang, "calls-answer-hint"),
        () if late_for(&Audience::Office) => say!(lang, "deadline-office"),
        () if late_for(&Audience::Leaders) => say!(lang, "calls-leaders"),
        () => say!(lang, "deadline-hint"),
    }
}

/// Whether a call is for an answer by those it comes to.
fn is_asked(call: &Call) -> bool {
    match (&call.matter, &call.to) {
        (Matter::Answer { asked, .. }, Audience::Leaders) => *asked == Addressee::Leaders,
        (Matter::Answer { .. }, to) => *to != Audience::Office,
        (Matter::Assign { .. }, to) => *to == Audience::Office,
        _ => false,
    }
}

fn heading(section: Section, lang: Lang) -> String {
    match section {
        Section::Directives => say!(lang, "calls-directives"),
        Section::Answers => say!(lang, "calls-answers"),
        Section::Assign => say!(lang, "calls-assign"),
        Section::Pledges => say!(lang, "deadline-title"),
        Section::Reports => say!(lang, "calls-reports"),
    }
}

/// Told as it is on the day of telling, which may not be the day it fell on.
fn line(campaign: &Campaign, call: &Call, today: NaiveDate, lang: Lang) -> String {
    let unit = campaign.unit_name(&call.unit);
    let when = when(call.due, today, lang);
    let number = |number: &Option<_>| number.map_or_else(String::new, |number| format!("{number}"));
    let indicator = |code| {
        let found = campaign.indicator(code);
        shorten(found.map_or("", |indicator| indicator.name.as_str()), 80)
    };
    match &call.matter {
        Matter::Pledge { indicator: code } => {
            say!(lang, "calls-pledge", indicator = indicator(code), unit = unit, when = Html(when))
        }
        Matter::Report { indicator: code, week } => say!(
            lang,
            "calls-report",
            indicator = indicator(code),
            unit = unit,
            week = week.0,
            due = call.due
        ),
        Matter::Answer { number: of, text, asked } => say!(
            lang,
            "calls-answer",
            number = number(of),
            unit = unit,
            text = shorten(text, TEXT),
            asked = obstacles::asked(campaign, asked, lang),
            when = Html(when)
        ),
        Matter::Assign { number: of, text } => say!(
            lang,
            "calls-unassigned",
            number = number(of),
            unit = unit,
            text = shorten(text, TEXT),
            due = call.due
        ),
        Matter::Directive { number: of, text } => say!(
            lang,
            "calls-directive",
            number = number(of),
            unit = unit,
            text = shorten(text, TEXT),
            when = Html(when)
        ),
    }
}

/// How far a date lies ahead or back: `hạn 07/10/2022, còn 2 ngày`.
pub fn when(due: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    let days = (due - today).num_days();
    match days {
        1.. => say!(lang, "calls-before", due = due, days = days),
        0 => say!(lang, "calls-today", due = due),
        _ => say!(lang, "calls-after", due = due, days = days.unsigned_abs()),
    }
}
