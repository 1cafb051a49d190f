//! The *giao ban* brief as a document: results, weak points, work ahead, decisions requested, and
//! the figures beside them in tables.

use chrono::Datelike;

use super::{Align, Document, DocumentError, Symbol, Table};
use crate::domain::briefing::{Brief, IndicatorBrief};
use crate::domain::campaign::Campaign;
use crate::domain::figure::Fixed;
use crate::domain::ids::UnitCode;
use crate::say;
use crate::text::{self, Html, Lang, brief as words, corrections, escape, figures};

/// The month a brief is about.
#[derive(Debug, Clone, Copy)]
pub struct Month<'a> {
    /// As its title has it, such as `10/2022`.
    pub name: &'a str,
    /// What stood when the month before ended; none in the campaign's first.
    pub before: Option<&'a Brief>,
}

/// The brief, of a week or of a month.
///
/// # Errors
/// When it cannot be packed.
pub fn write(
    campaign: &Campaign,
    brief: &Brief,
    month: Option<Month<'_>>,
    lang: Lang,
) -> Result<Vec<u8>, DocumentError> {
    let definition = campaign.definition();
    let year = campaign.calendar().date_at(brief.as_of).year();
    let mut document = Document::new(lang, &definition.host, Symbol::Report, year);
    let about = match month {
        Some(month) => {
            say!(lang, "docx-brief-month", month = month.name, campaign = definition.name)
        }
        None => say!(lang, "docx-brief", campaign = definition.name),
    };
    document.title(&say!(lang, "docx-title-report"), &about);
    document.center(&say!(
        lang,
        "docx-brief-as-of",
        day = brief.day,
        days = brief.days,
        at = text::date_time(brief.as_of, campaign.calendar().tz())
    ));
    document.heading(&say!(lang, "brief-results"));
    results(&mut document, campaign, brief, lang);
    document.heading(&say!(lang, "brief-weak"));
    weak_points(&mut document, campaign, brief, lang);
    document.heading(&say!(lang, "brief-ahead"));
    let ahead = words::ahead_lines(campaign, brief, lang);
    items(&mut document, &ahead, &say!(lang, "brief-ahead-none"));
    document.heading(&say!(lang, "brief-decisions"));
    decisions(&mut document, brief, lang);
    document.sign(
        &[say!(lang, "docx-to-leaders"), say!(lang, "docx-to-units")],
        &say!(lang, "docx-signer"),
    );
    tables(&mut document, campaign, brief, month, lang);
    document.write()
}

/// What was reached: the tasks, the directives among them, and every indicator.
pub(super) fn results(document: &mut Document, campaign: &Campaign, brief: &Brief, lang: Lang) {
    document.paragraph(&words::tasks(brief, lang));
    let given = brief.directives;
    if given.total > 0 {
        document.paragraph(&say!(
            lang,
            "docx-directives",
            total = given.total,
            done = given.done,
            progress = given.in_progress,
            overdue = given.overdue
        ));
    }
    for line in words::indicators(campaign, brief, lang) {
        document.paragraph(&line);
    }
    for line in corrections::of_brief(campaign, brief, lang) {
        document.paragraph(line.trim_start_matches(['•', ' ']));
    }
}

/// What is weak, and what waits for a check.
pub(super) fn weak_points(document: &mut Document, campaign: &Campaign, brief: &Brief, lang: Lang) {
    let mut weak = words::weak_lines(campaign, brief, lang);
    let backlog = words::backlog(campaign, brief, lang);
    if !backlog.is_empty() {
        weak.push(say!(lang, "brief-backlog", list = Html(backlog.join("; "))));
    }
    items(document, &weak, &say!(lang, "brief-weak-none"));
}

/// What is asked of the leaders.
pub(super) fn decisions(document: &mut Document, brief: &Brief, lang: Lang) {
    if brief.decisions_requested.is_empty() {
        document.paragraph(&say!(lang, "brief-decisions-none"));
    }
    for (at, decision) in brief.decisions_requested.iter().enumerate() {
        document.paragraph(&format!("{}. {}", at + 1, escape(decision)));
    }
}

/// A list; a sentence where it is empty.
pub(super) fn items(document: &mut Document, lines: &[String], none: &str) {
    if lines.is_empty() {
        document.paragraph(none);
    }
    for line in lines {
        document.item(line);
    }
}

/// The tables, on pages of their own behind the signature.
fn tables(
    document: &mut Document,
    campaign: &Campaign,
    brief: &Brief,
    month: Option<Month<'_>>,
    lang: Lang,
) {
    let before = month.and_then(|month| month.before);
    let before = before.map(|before| (before, say!(lang, "docx-column-before")));
    let table = indicators(campaign, brief, before, lang);
    if table.is_empty() {
        return;
    }
    document.annex(&say!(lang, "docx-annex-figures"));
    document.table(&say!(lang, "docx-table-indicators"), &table);
    let exemplars = exemplars(campaign, brief, lang);
    document.table(&say!(lang, "docx-table-units"), &exemplars);
    document.table(&say!(lang, "docx-table-backlog"), &backlog(campaign, brief, lang));
}

/// A column of the table: whether anybody has the plan, its heading, and its figure.
type Plan = (bool, String, fn(&IndicatorBrief) -> Option<Fixed<1>>);

/// Every indicator against every plan that anybody has, beside an earlier brief under its heading.
pub(super) fn indicators(
    campaign: &Campaign,
    brief: &Brief,
    before: Option<(&Brief, String)>,
    lang: Lang,
) -> Table {
    let any = |has: fn(&IndicatorBrief) -> bool| brief.indicators.iter().any(has);
    let plans: [Plan; 4] = [
        (any(|one| one.ratio.assigned.is_some()), say!(lang, "docx-column-assigned"), |one| {
            one.ratio.assigned
        }),
        (any(|one| one.ratio.city.is_some()), say!(lang, "docx-column-city"), |one| one.ratio.city),
        (any(|one| one.ratio.council.is_some()), say!(lang, "docx-column-council"), |one| {
            one.ratio.council
        }),
        (any(|one| one.same_period.is_some()), say!(lang, "docx-column-same"), |one| {
            one.same_period.map(|same| same.ratio)
        }),
    ];
    let mut columns = vec![
        (say!(lang, "docx-column-number"), 6, Align::Center),
        (say!(lang, "docx-column-indicator"), 26, Align::Left),
    ];
    let before = before.map(|(before, heading)| {
        columns.push((heading, 15, Align::Right));
        before
    });
    columns.push((say!(lang, "docx-column-actual"), 15, Align::Right));
    columns.push((say!(lang, "docx-column-reported"), 15, Align::Right));
    for (shown, heading, _) in &plans {
        if *shown {
            columns.push((heading.clone(), 10, Align::Right));
        }
    }
    let mut table = Table::new(columns);
    for (at, indicator) in brief.indicators.iter().enumerate() {
        let figure = |value| escape(&words::figure(campaign, indicator, value, lang));
        let mut cells = vec![(at + 1).to_string(), escape(&indicator.name)];
        if let Some(before) = before {
            let then = before.indicators.iter().find(|one| one.code == indicator.code);
            cells.push(then.map_or_else(none, |then| figure(then.actual)));
        }
        cells.push(figure(indicator.actual));
        cells.push(figure(indicator.reported));
        for (shown, _, ratio) in &plans {
            if *shown {
                let ratio = ratio(indicator);
                cells.push(ratio.map_or_else(none, |ratio| figures::percent(ratio, lang)));
            }
        }
        table.row(cells);
    }
    table
}

fn none() -> String {
    "–".to_owned()
}

/// How many units stand above the threshold, and the best of them.
pub(super) fn exemplars(campaign: &Campaign, brief: &Brief, lang: Lang) -> Table {
    let mut table = Table::new(vec![
        (say!(lang, "docx-column-number"), 6, Align::Center),
        (say!(lang, "docx-column-indicator"), 35, Align::Left),
        (say!(lang, "docx-column-above"), 20, Align::Center),
        (say!(lang, "docx-column-exemplars"), 40, Align::Left),
    ]);
    for (at, indicator) in brief.indicators.iter().enumerate() {
        let units = &indicator.units;
        let names = indicator.exemplars.iter().map(|code| unit(campaign, code));
        table.row(vec![
            (at + 1).to_string(),
            escape(&indicator.name),
            say!(
                lang,
                "docx-above",
                above = units.above,
                total = units.total,
                threshold = units.threshold.print(lang.notation())
            ),
            escape(&names.collect::<Vec<_>>().join(", ")),
        ]);
    }
    table
}

/// What waits for a check, by whom.
fn backlog(campaign: &Campaign, brief: &Brief, lang: Lang) -> Table {
    let mut table = Table::new(vec![
        (say!(lang, "docx-column-verifier"), 40, Align::Left),
        (say!(lang, "docx-column-waiting"), 20, Align::Center),
        (say!(lang, "docx-column-late"), 20, Align::Center),
        (say!(lang, "docx-column-oldest"), 20, Align::Center),
    ]);
    for waiting in &brief.backlog {
        let verifier = match &waiting.verifier {
            Some(code) => unit(campaign, code).to_owned(),
            None => say!(lang, "risks-office"),
        };
        table.row(vec![
            escape(&verifier),
            waiting.count.to_string(),
            waiting.late.to_string(),
            text::date(campaign.calendar().date_at(waiting.oldest)),
        ]);
    }
    table
}

fn unit<'a>(campaign: &'a Campaign, code: &'a UnitCode) -> &'a str {
    campaign.unit(code).map_or(code.as_str(), |unit| unit.name.as_str())
}
