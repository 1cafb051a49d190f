//! Finding what a person named, and naming what the program knows.

use super::context::{Handled, Stop};
use crate::domain::campaign::{Campaign, Indicator, Unit};
use crate::domain::definition::{nearest, same_code};
use crate::domain::ids::UnitCode;
use crate::domain::line::Setting;
use crate::domain::policy::Role;
use crate::domain::quantity::{AmountError, Measure, Quantity};
use crate::say;
use crate::store::people::Person;
use crate::text::{self, Lang, shorten};

/// How much of what was typed a refusal repeats, in UTF-16 units.
const LONGEST_QUOTE: usize = 60;
/// How many codes a refusal lists where none is near what was typed.
const LISTED: usize = 12;

/// What was typed, as a refusal repeats it: a paragraph would not fit in the message.
pub(super) fn quoted(typed: &str) -> String {
    shorten(typed, LONGEST_QUOTE)
}

/// Whether a word is the code of a unit, in any case.
pub(super) fn is_unit(campaign: &Campaign, word: &str) -> bool {
    unit_of(campaign, word).is_some()
}

fn unit_of<'a>(campaign: &'a Campaign, typed: &str) -> Option<&'a Unit> {
    let wanted = same_code(typed);
    campaign.units().iter().find(|unit| same_code(unit.code.as_str()) == wanted)
}

/// Whether a word is the code of an indicator, in any case.
pub(super) fn is_indicator(campaign: &Campaign, word: &str) -> bool {
    indicator_of(campaign, word).is_some()
}

/// The indicator of a code as typed, in any case, where there is one.
pub(super) fn indicator_of<'a>(campaign: &'a Campaign, typed: &str) -> Option<&'a Indicator> {
    let wanted = same_code(typed);
    campaign.indicators().iter().find(|one| same_code(one.code.as_str()) == wanted)
}

/// The unit of a code as typed, in any case.
///
/// # Errors
/// A refusal that suggests the nearest code.
pub(super) fn find_unit<'a>(campaign: &'a Campaign, typed: &str, lang: Lang) -> Handled<&'a Unit> {
    if let Some(unit) = unit_of(campaign, typed) {
        return Ok(unit);
    }
    let codes = || campaign.units().iter().map(|unit| unit.code.as_str());
    Err(Stop::refuse(match nearest(typed, codes()) {
        Some(near) => say!(lang, "unit-near", typed = quoted(typed), near = near),
        None => say!(lang, "unit-unknown", typed = quoted(typed), codes = listed(codes())),
    }))
}

/// The indicator of a code as typed, in any case.
///
/// # Errors
/// A refusal that suggests the nearest code.
pub(super) fn find_indicator<'a>(
    campaign: &'a Campaign,
    typed: &str,
    lang: Lang,
) -> Handled<&'a Indicator> {
    if let Some(found) = indicator_of(campaign, typed) {
        return Ok(found);
    }
    let codes = || campaign.indicators().iter().map(|indicator| indicator.code.as_str());
    Err(Stop::refuse(match nearest(typed, codes()) {
        Some(near) => say!(lang, "indicator-near", typed = quoted(typed), near = near),
        None => say!(lang, "indicator-unknown", typed = quoted(typed), codes = listed(codes())),
    }))
}

fn listed<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    let mut codes = codes.peekable();
    let first: Vec<&str> = codes.by_ref().take(LISTED).collect();
    let more = if codes.peek().is_some() { ", …" } else { "" };
    format!("{}{more}", first.join(", "))
}

/// A unit's name; its code where the campaign no longer has it.
pub(crate) fn unit_name(campaign: &Campaign, code: &UnitCode) -> String {
    campaign.unit_name(code).to_owned()
}

/// What people call a role.
pub(crate) fn role(role: Role, lang: Lang) -> String {
    match role {
        Role::Office => say!(lang, "role-office"),
        Role::Leader => say!(lang, "role-leader"),
        Role::Verifier => say!(lang, "role-verifier"),
        Role::UnitLead => say!(lang, "role-unit-lead"),
        Role::Reporter => say!(lang, "role-reporter"),
        Role::Council => say!(lang, "role-council"),
        Role::Observer => say!(lang, "role-observer"),
    }
}

/// A person's name; a word for somebody where it was erased.
pub(super) fn person(person: Option<&Person>, lang: Lang) -> String {
    match person {
        Some(person) if !person.name.is_empty() => person.name.clone(),
        _ => say!(lang, "somebody"),
    }
}

/// A value of a line as people write it: `76,7 tỷ đồng`, `2/3 bước`.
pub(super) fn figure(setting: &Setting<'_>, value: Quantity, lang: Lang) -> String {
    if setting.is_stepwise() {
        let (done, of) = (setting.steps_done(value), setting.steps.len());
        say!(lang, "steps-of", done = done, of = of)
    } else {
        text::amount(value, &setting.indicator.measure, lang)
    }
}

/// What is promised: the figure, or all of the steps.
pub(super) fn target(setting: &Setting<'_>, target: Quantity, lang: Lang) -> String {
    if setting.is_stepwise() {
        say!(lang, "steps", count = setting.steps.len())
    } else {
        figure(setting, target, lang)
    }
}

/// What to say of a text that is not taken for a figure: what is wrong and what to write instead.
pub(super) fn amount_error(error: &AmountError, measure: &Measure, lang: Lang) -> String {
    match error {
        AmountError::Empty | AmountError::NoNumber => {
            say!(lang, "amount-missing", measure = measure.label())
        }
        AmountError::Malformed(text) => say!(lang, "amount-malformed", text = quoted(text)),
        AmountError::Negative => say!(lang, "amount-negative"),
        AmountError::Unclear(text) => say!(lang, "amount-unclear", text = quoted(text)),
        AmountError::WrongMeasure { given, expected } => {
            say!(lang, "amount-wrong-measure", given = quoted(given), expected = expected)
        }
        AmountError::TooFine { rounded } => {
            say!(lang, "amount-too-fine", rounded = text::amount(*rounded, measure, lang))
        }
        AmountError::TooLarge => say!(lang, "amount-too-large"),
        AmountError::Unread(text) => say!(lang, "amount-unread", text = quoted(text)),
    }
}
