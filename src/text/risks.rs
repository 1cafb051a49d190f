//! The warnings for leaders: what misses, what is late, what stands in the way, what waits.

use chrono::NaiveDate;

use super::{Html, Lang, fit_all, forecast};
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
    at: &str,
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
    let obstacles = risks.obstacles.iter().map(|obstacle| {
        let number = obstacle.number.map_or_else(String::new, |number| number.to_string());
        let (unit, text) = (unit(campaign, &obstacle.unit), super::shorten(&obstacle.text, 120));
        if obstacle.overdue {
            say!(lang, "risks-obstacle-overdue", number = number, unit = unit, text = text)
        } else if obstacle.awaits_leaders {
            say!(lang, "risks-obstacle-leaders", number = number, unit = unit, text = text)
        } else {
            say!(lang, "risks-obstacle-line", number = number, unit = unit, text = text)
        }
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
        (say!(lang, "risks-obstacles"), obstacles.collect()),
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
