//! What a checker writes in one line, and what the unit hears of it.

use super::super::context::{Cx, Handled};
use super::super::entries::{self, Entry};
use super::shown_reason;
use crate::button::Press;
use crate::domain::campaign::Campaign;
use crate::domain::dispute::appeal_until;
use crate::domain::fact::{Fact, Outcome};
use crate::domain::ids::Number;
use crate::domain::policy::Role;
use crate::say;
use crate::text::Lang;

/// What is to be done with an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Order<'a> {
    /// Show it.
    Look,
    /// It is as reported.
    Confirm,
    /// It goes back, for this reason.
    Return(&'a str),
    /// It is this value, with the reason behind it.
    Value(&'a str),
}

/// What is asked of another queue than that of the entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Elsewhere<'a> {
    /// The appeals.
    Appeals(&'a str),
    /// The entries to be looked at again.
    SpotChecks(&'a str),
}

/// Reads `khieunai …` and `rut …`.
pub(super) fn elsewhere(text: &str) -> Option<Elsewhere<'_>> {
    let (word, rest) = split(text);
    match crate::domain::definition::key(word).as_str() {
        "khieunai" | "appeals" | "appeal" => Some(Elsewhere::Appeals(rest)),
        "rut" | "draw" => Some(Elsewhere::SpotChecks(rest)),
        _ => None,
    }
}

/// Reads `17`, `#17 ok`, `17 tra reason`, `17 75,0 reason`.
pub(super) fn read(text: &str) -> Option<(Number, Order<'_>)> {
    let (head, rest) = split(text);
    let digits = head.strip_prefix('#').unwrap_or(head);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = Number(digits.parse().ok()?);
    let (word, reason) = split(rest);
    let order = match crate::domain::definition::key(word).as_str() {
        "" => Order::Look,
        "ok" | "dung" | "dat" if reason.is_empty() => Order::Confirm,
        "tra" | "return" => Order::Return(reason.strip_prefix("lại").unwrap_or(reason).trim()),
        _ => Order::Value(rest),
    };
    Some((number, order))
}

fn split(text: &str) -> (&str, &str) {
    let text = text.trim();
    text.split_once(char::is_whitespace).map_or((text, ""), |(word, rest)| (word, rest.trim()))
}

/// Tells everyone who reports for the unit that its figure was changed or returned, why, and what
/// to do next.
pub(super) async fn tell_unit(
    cx: &mut Cx<'_>,
    campaign: &Campaign,
    entry: &Entry<'_>,
    outcome: &Outcome,
    check: &Fact,
) -> Handled {
    let unit = &entry.report.line.unit;
    let mut people = cx.people_with(Role::UnitLead, Some(unit)).await?;
    for person in cx.people_with(Role::Reporter, Some(unit)).await? {
        if !people.iter().any(|known| known.id == person.id) {
            people.push(person);
        }
    }
    for person in people {
        let html = notice(campaign, entry, outcome, person.lang);
        let until = campaign.calendar().date_at(appeal_until(campaign, check));
        let html = format!("{html}\n{}", say!(person.lang, "appeal-hint", until = until));
        let mut row = match outcome {
            Outcome::Returned { .. } => {
                vec![entries::correct_button(person.lang, entry.fact.id)]
            }
            Outcome::Confirmed { .. } => Vec::new(),
        };
        let label = say!(person.lang, "appeal-button");
        row.push(super::super::context::press(label, &Press::Appeal(check.id)));
        let keyboard = vec![row];
        let key = format!("checked:{}:{}", check.id, person.id);
        cx.notify(&person, html, keyboard, key).await?;
    }
    Ok(())
}

fn notice(campaign: &Campaign, entry: &Entry<'_>, outcome: &Outcome, lang: Lang) -> String {
    let line = &entry.report.line;
    let number = entry.number();
    let name = entries::indicator_name(campaign, line);
    let reported = entries::said(campaign, entry.report, lang);
    let by = entries::verifier_name(campaign, line, lang);
    match outcome {
        Outcome::Confirmed { value, reason } => say!(
            lang,
            "verify-notice-other",
            number = number,
            name = name,
            reported = reported,
            value = entries::value_of(campaign, line, *value, lang),
            by = by,
            reason = shown_reason(reason)
        ),
        Outcome::Returned { reason } => say!(
            lang,
            "verify-notice-returned",
            number = number,
            name = name,
            reported = reported,
            by = by,
            reason = shown_reason(reason),
            code = &line.indicator
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_line_forms_are_told_apart() {
        assert_eq!(read("17"), Some((Number(17), Order::Look)));
        assert_eq!(read("#17 OK"), Some((Number(17), Order::Confirm)));
        assert_eq!(read("17 đúng"), Some((Number(17), Order::Confirm)));
        assert_eq!(
            read("17 75,0 theo kho bạc"),
            Some((Number(17), Order::Value("75,0 theo kho bạc")))
        );
        assert_eq!(
            read("17 tra thiếu chứng từ"),
            Some((Number(17), Order::Return("thiếu chứng từ")))
        );
        assert_eq!(read("17 trả lại thiếu số"), Some((Number(17), Order::Return("thiếu số"))));
        assert_eq!(read("17 tra"), Some((Number(17), Order::Return(""))));
        for wrong in ["", "ok", "#", "-17", "17ok", "99999999999"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
