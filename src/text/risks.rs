//! The warnings for leaders: what misses, what is late, what stands in the way, what waits.

use chrono::{DateTime, Utc};

use super::{Html, Lang, fit_all, forecast, obstacles};
use crate::domain::backlog::Backlog;
use crate::domain::campaign::Campaign;
use crate::domain::ids::{IndicatorCode, UnitCode};
use crate::domain::risk::Risks;
use crate::say;

/// Room for each of the five lists.
const LIST: usize = 680;

/// All warnings in one message.
pub fn message(
    campaign: &Campaign,
    risks: &Risks,
    backlog: &[Backlog],
    now: DateTime<Utc>,
    lang: Lang,
) -> String {
    let calendar = campaign.calendar();
    let (at, on) = (super::date_time(now, calendar.tz()), calendar.date_at(now));
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
    let backlog =
        backlog.iter().map(|waiting| format!("• {}", backlog_line(campaign, waiting, now, lang)));
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

/// `Chi cục Thuế: 12 số, lâu nhất 9 ngày (từ 03/10/2022), 3 số quá hạn thẩm định`, as HTML.
pub fn backlog_line(
    campaign: &Campaign,
    waiting: &Backlog,
    now: DateTime<Utc>,
    lang: Lang,
) -> String {
    let verifier = match &waiting.verifier {
        Some(code) => unit(campaign, code),
        None => say!(lang, "risks-office"),
    };
    let oldest = campaign.calendar().date_at(waiting.oldest);
    let (count, days) = (waiting.count, waiting.age(now));
    let text = say!(
        lang,
        "backlog-line",
        verifier = verifier,
        count = count,
        days = days,
        oldest = oldest
    );
    match waiting.late {
        0 => text,
        late => format!("{text}, {}", say!(lang, "backlog-late", count = late)),
    }
}

fn unit(campaign: &Campaign, code: &UnitCode) -> String {
    campaign.unit(code).map_or_else(|| code.to_string(), |unit| unit.name.clone())
}

fn indicator(campaign: &Campaign, code: &IndicatorCode) -> String {
    let found = campaign.indicator(code);
    found.map_or_else(|| code.to_string(), |found| super::shorten(&found.name, 60))
}
