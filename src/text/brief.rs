//! The *giao ban* brief in the sentences of the office: results, weak points, work ahead,
//! decisions requested. Every figure comes from the brief and from nowhere else.

use num_traits::Signed;

use super::{Lang, escape, figures, fit_all};
use crate::domain::briefing::{Brief, IndicatorBrief};
use crate::domain::campaign::{Campaign, IndicatorKind};
use crate::domain::figure::Figure;
use crate::domain::ids::FieldCode;
use crate::domain::quantity::sentence_percent;
use crate::say;

/// Room for the indicators and for the decisions; the rest is short.
const INDICATORS: usize = 2200;
const DECISIONS: usize = 700;
const CORRECTIONS: usize = 300;
const BACKLOG: usize = 250;

/// The brief as one message. `month` is given in the title of a monthly one, such as `10/2022`.
pub fn message(campaign: &Campaign, brief: &Brief, month: Option<&str>, lang: Lang) -> String {
    let title = match month {
        Some(month) => say!(lang, "brief-title-month", month = month),
        None => say!(lang, "brief-title"),
    };
    let head = say!(
        lang,
        "brief-head",
        campaign = campaign.definition().name,
        host = campaign.definition().host,
        day = brief.day,
        days = brief.days,
        at = super::date_time(brief.as_of, campaign.calendar().tz())
    );
    let parts = [
        format!("{title}\n{head}"),
        results(campaign, brief, lang),
        weak_points(campaign, brief, lang),
        work_ahead(campaign, brief, lang),
        decisions(brief, lang),
    ];
    parts.join("\n\n")
}

/// The names of the weak fields, weakest first.
pub fn field_names(campaign: &Campaign, brief: &Brief) -> String {
    let fields = &campaign.definition().fields;
    let name = |code: &FieldCode| {
        let field = fields.iter().find(|field| &field.code == code);
        field.map_or_else(|| code.to_string(), |field| field.name.clone())
    };
    brief.weak_fields.iter().map(name).collect::<Vec<_>>().join("; ")
}

fn results(campaign: &Campaign, brief: &Brief, lang: Lang) -> String {
    let mut lines = vec![say!(lang, "brief-results"), tasks(brief, lang)];
    let indicators = indicators(campaign, brief, lang);
    if !indicators.is_empty() {
        lines.push(fit_all(&indicators, INDICATORS, lang));
    }
    let corrections = super::corrections::of_brief(campaign, brief, lang);
    if !corrections.is_empty() {
        lines.push(fit_all(&corrections, CORRECTIONS, lang));
    }
    lines.join("\n")
}

/// The tasks in one sentence.
pub fn tasks(brief: &Brief, lang: Lang) -> String {
    let tasks = brief.tasks;
    say!(
        lang,
        "brief-tasks",
        total = tasks.total,
        done = tasks.done,
        progress = tasks.in_progress,
        overdue = tasks.overdue
    )
}

/// Every indicator in one sentence, numbered.
pub fn indicators(campaign: &Campaign, brief: &Brief, lang: Lang) -> Vec<String> {
    brief
        .indicators
        .iter()
        .enumerate()
        .map(|(at, indicator)| format!("{}. {}", at + 1, sentence(campaign, indicator, lang)))
        .collect()
}

/// One indicator in one sentence.
pub fn sentence(campaign: &Campaign, indicator: &IndicatorBrief, lang: Lang) -> String {
    let kind = campaign.indicator(&indicator.code).map(|found| found.kind);
    let actual = figure(campaign, indicator, indicator.actual, lang);
    let mut clauses = vec![match kind {
        // What is to be brought down is not reached but left.
        Some(IndicatorKind::Decrease) => {
            say!(lang, "brief-left", indicator = indicator.name, actual = actual)
        }
        _ => say!(lang, "brief-actual", indicator = indicator.name, actual = actual),
    }];
    let reported = figure(campaign, indicator, indicator.reported, lang);
    // A difference that is not to be seen is not told.
    if reported != actual {
        clauses.push(say!(lang, "brief-reported", reported = reported));
    }
    let ratio = indicator.ratio;
    if let Some(assigned) = ratio.assigned {
        clauses.push(say!(lang, "brief-of-assigned", ratio = figures::percent(assigned, lang)));
    }
    if let Some(city) = ratio.city {
        clauses.push(say!(lang, "brief-of-city", ratio = figures::percent(city, lang)));
    }
    if let Some(council) = ratio.council {
        clauses.push(say!(lang, "brief-of-council", ratio = figures::percent(council, lang)));
    }
    if let Some(same) = indicator.same_period {
        let growth = same.growth.to_rational();
        let ratio = figures::percent(same.ratio, lang);
        let change = sentence_percent(&growth.abs(), lang.notation());
        clauses.push(if growth.is_negative() {
            say!(lang, "brief-fell", ratio = ratio, change = change)
        } else {
            say!(lang, "brief-grew", ratio = ratio, change = change)
        });
    }
    let units = &indicator.units;
    let mut text = format!("{}.", clauses.join(", "));
    if units.total > 0 {
        let above = say!(
            lang,
            "brief-above",
            above = units.above,
            total = units.total,
            threshold = units.threshold.print(lang.notation())
        );
        text = format!("{text} {above}");
    }
    if !indicator.exemplars.is_empty() {
        let name = |code| campaign.unit(code).map_or("", |unit| unit.name.as_str());
        let names: Vec<&str> = indicator.exemplars.iter().map(name).collect();
        text = format!("{text} {}", say!(lang, "brief-exemplars", units = names.join(", ")));
    }
    text
}

/// A figure of the indicator with its measure; steps where nobody gave them another.
pub fn figure(
    campaign: &Campaign,
    indicator: &IndicatorBrief,
    value: Figure,
    lang: Lang,
) -> String {
    let kind = campaign.indicator(&indicator.code).map(|found| found.kind);
    let text = figures::measured(value, &indicator.unit_of_measure, lang);
    match kind {
        Some(IndicatorKind::Milestone) if indicator.unit_of_measure.is_empty() => {
            say!(lang, "brief-steps", steps = text)
        }
        _ => text,
    }
}

fn weak_points(campaign: &Campaign, brief: &Brief, lang: Lang) -> String {
    let mut lines = weak_lines(campaign, brief, lang);
    if !brief.backlog.is_empty() {
        // One sentence of one line: the list is cut at whole lines, then joined.
        let waiting = fit_all(&backlog(campaign, brief, lang), BACKLOG, lang).replace('\n', "; ");
        lines.push(say!(lang, "brief-backlog", list = super::Html(waiting)));
    }
    section(&say!(lang, "brief-weak"), &lines, say!(lang, "brief-weak-none"))
}

/// What waits for a check, verifier by verifier.
pub fn backlog(campaign: &Campaign, brief: &Brief, lang: Lang) -> Vec<String> {
    let waiting = brief.backlog.iter();
    let line = |one| super::risks::backlog_line(campaign, one, brief.as_of, lang);
    waiting.map(line).collect()
}

/// The weak points but for what waits for a check.
pub fn weak_lines(campaign: &Campaign, brief: &Brief, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if !brief.weak_fields.is_empty() {
        lines.push(say!(lang, "brief-weak-fields", fields = field_names(campaign, brief)));
    }
    if brief.tasks.overdue > 0 {
        lines.push(say!(lang, "brief-overdue-tasks", count = brief.tasks.overdue));
    }
    if brief.obstacles.open > 0 {
        let (open, overdue) = (brief.obstacles.open, brief.obstacles.overdue);
        lines.push(say!(lang, "brief-obstacles", open = open, overdue = overdue));
    }
    if brief.outlook.missing > 0 {
        lines.push(say!(lang, "forecast-brief-missing", count = brief.outlook.missing));
    }
    if brief.outlook.unreported > 0 {
        lines.push(say!(lang, "forecast-brief-unreported", count = brief.outlook.unreported));
    }
    lines
}

fn work_ahead(campaign: &Campaign, brief: &Brief, lang: Lang) -> String {
    let lines = ahead_lines(campaign, brief, lang);
    section(&say!(lang, "brief-ahead"), &lines, say!(lang, "brief-ahead-none"))
}

/// What is to be done next.
pub fn ahead_lines(campaign: &Campaign, brief: &Brief, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if brief.tasks.overdue > 0 {
        lines.push(say!(lang, "brief-do-overdue", count = brief.tasks.overdue));
    }
    if brief.tasks.in_progress > 0 {
        lines.push(say!(lang, "brief-do-progress", count = brief.tasks.in_progress));
    }
    if !brief.weak_fields.is_empty() {
        lines.push(say!(lang, "brief-do-fields", fields = field_names(campaign, brief)));
    }
    if brief.obstacles.open > 0 {
        lines.push(say!(lang, "brief-do-obstacles", count = brief.obstacles.open));
    }
    lines
}

fn decisions(brief: &Brief, lang: Lang) -> String {
    let requested: Vec<String> = brief
        .decisions_requested
        .iter()
        .enumerate()
        .map(|(at, text)| format!("{}. {}", at + 1, escape(&super::shorten(text, 400))))
        .collect();
    if requested.is_empty() {
        return format!(
            "{}\n{}",
            say!(lang, "brief-decisions"),
            say!(lang, "brief-decisions-none")
        );
    }
    format!("{}\n{}", say!(lang, "brief-decisions"), fit_all(&requested, DECISIONS, lang))
}

fn section(title: &str, lines: &[String], none: String) -> String {
    let body = if lines.is_empty() {
        none
    } else {
        lines.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n")
    };
    format!("{title}\n{body}")
}
