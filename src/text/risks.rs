//! The warnings for leaders: what misses, what is late, what stands in the way, what waits.

use chrono::NaiveDate;

use super::{Html, Lang, fit_all, forecast, obstacles};
use crate::domain::campaign::Campaign;
use crate::domain::ids::{IndicatorCode, UnitCode};
use crate::domain::risk::Risks;
use crate::say;

/// Room for each of the five lists.
const LIST: usize = 680;

/// Entries that wait for one verifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backlog {
    /// Who checks them; the office where there is none.
    pub verifier: Option<UnitCode>,
    /// How many wait.
    pub count: usize,
    /// When the oldest was entered.
    pub oldest: NaiveDate,
}

/// All warnings in one message.
pub fn message(
    campaign: &Campaign,
    risks: &Risks,
    backlog: &[Backlog],
    (at, on): (&str, NaiveDate),
    lang: Lang,
) -> String {
    let missing = risks.missing.iter().map(|miss| {
        say!(
            lang,
            "risks-missing-line",
            unit = unit(campaign, &miss.unit),
            indicator = indicator(campaign, &miss.indicator),
            forecast = Html(forecast::line(&miss.forecast, lang))
        )
    });
    let overdue = risks.overdue.iter().map(|late| {
        say!(
            lang,
            "risks-overdue-line",
            unit = unit(campaign, &late.unit),
            indicator = indicator(campaign, &late.indicator),
            due = late.due
        )
    });
    let unreported = risks.unreported.iter().map(|never| {
        say!(
            lang,
            "risks-overdue-line",
            unit = unit(campaign, &never.unit),
            indicator = indicator(campaign, &never.indicator),
            due = never.due
        )
    });
    let hindrances = risks.obstacles.iter().map(|found| {
        let obstacle = &found.obstacle;
        say!(
            lang,
            "risks-obstacle-line",
            number = obstacle.number.map_or_else(String::new, |number| number.to_string()),
            unit = unit(campaign, &found.unit),
            text = super::shorten(&obstacle.text, 120),
            age = obstacles::age(found.age, lang),
            status = Html(obstacles::status(campaign, obstacle, on, lang))
        )
    });
    let directives = risks.directives.iter().map(|late| {
        let directive = &late.directive;
        say!(
            lang,
            "risks-directive-line",
            number = directive.number.map_or_else(String::new, |number| number.to_string()),
            unit = unit(campaign, &late.unit),
            text = super::shorten(&directive.text, 120),
            due = directive.due,
            days = (on - directive.due).num_days()
        )
    });
    let backlog = backlog.iter().map(|waiting| {
        let verifier = match &waiting.verifier {
            Some(code) => unit(campaign, code),
            None => say!(lang, "risks-office"),
        };
        say!(
            lang,
            "risks-backlog-line",
            verifier = verifier,
            count = waiting.count,
            oldest = waiting.oldest
        )
    });
    let lists = [
        (say!(lang, "risks-missing"), missing.collect::<Vec<_>>()),
        (say!(lang, "risks-unreported"), unreported.collect()),
        (say!(lang, "risks-overdue"), overdue.collect()),
        (say!(lang, "risks-obstacles"), hindrances.collect()),
        (say!(lang, "risks-directives"), directives.collect()),
        (say!(lang, "risks-backlog"), backlog.collect()),
    ];
    let mut parts = vec![say!(lang, "risks-title", at = at)];
    for (title, lines) in lists {
        let body =
            if lines.is_empty() { say!(lang, "risks-none") } else { fit_all(&lines, LIST, lang) };
        parts.push(format!("<b>{title} ({})</b>\n{body}", lines.len()));
    }
    parts.join("\n\n")
}

fn unit(campaign: &Campaign, code: &UnitCode) -> String {
    campaign.unit(code).map_or_else(|| code.to_string(), |unit| unit.name.clone())
}

fn indicator(campaign: &Campaign, code: &IndicatorCode) -> String {
    let found = campaign.indicator(code);
    found.map_or_else(|| code.to_string(), |found| super::shorten(&found.name, 60))
}
