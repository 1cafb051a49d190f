//! The report of the middle (*sơ kết*) and of the end (*tổng kết*): results, who stands out, weak
//! points, causes as the units raised them, work ahead, decisions requested; behind it the figures
//! and the whole table.

use chrono::Datelike;

use super::dossier::is_proposed;
use super::{Align, Document, DocumentError, Symbol, Table, brief};
use crate::domain::briefing::{Brief, CorrectionBrief};
use crate::domain::campaign::Campaign;
use crate::domain::commendation::{Candidate, Candidates};
use crate::domain::ranking::Table as Ranking;
use crate::domain::review::{Cause, Conduct, Kind};
use crate::say;
use crate::text::board::{self, Section};
use crate::text::{self, Lang, brief as words, escape, figures, review as said};

/// What the report is written from.
#[derive(Debug, Clone, Copy)]
pub struct Review<'a> {
    /// Which report.
    pub kind: Kind,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The brief of its instant.
    pub brief: &'a Brief,
    /// The table of its instant.
    pub table: &'a Ranking,
    /// The brief and the table beside which it stands.
    pub before: Option<(&'a Brief, &'a Ranking)>,
    /// What the units named as being in their way.
    pub causes: &'a [Cause],
    /// How they kept to the rules of reporting.
    pub conduct: Conduct,
    /// What was corrected after the last closing.
    pub later: &'a [CorrectionBrief],
    /// Who might be commended.
    pub candidates: Option<&'a Candidates>,
}

/// The report.
///
/// # Errors
/// When it cannot be packed.
pub fn write(review: &Review<'_>, lang: Lang) -> Result<Vec<u8>, DocumentError> {
    let (campaign, told) = (review.campaign, review.brief);
    let definition = campaign.definition();
    let year = campaign.calendar().date_at(told.as_of).year();
    let mut document = Document::new(lang, &definition.host, Symbol::Report, year);
    let about = match review.kind {
        Kind::Midterm => say!(lang, "review-about-midterm", campaign = definition.name),
        Kind::Final => say!(lang, "review-about-final", campaign = definition.name),
    };
    document.title(&say!(lang, "docx-title-report"), &about);
    document.center(&say!(
        lang,
        "docx-brief-as-of",
        day = told.day,
        days = told.days,
        at = text::date_time(told.as_of, campaign.calendar().tz())
    ));
    document.basis(&definition.legal_basis);
    document.paragraph(&said::introduction(campaign, review.conduct, lang));
    document.heading(&say!(lang, "brief-results"));
    brief::results(&mut document, campaign, told, lang);
    for line in said::conduct(review.conduct, lang) {
        document.paragraph(&line);
    }
    outstanding(&mut document, review, lang);
    document.heading(&say!(lang, "review-weak"));
    brief::weak_points(&mut document, campaign, told, lang);
    causes(&mut document, review, lang);
    document.heading(&say!(lang, "review-ahead"));
    let mut ahead = words::ahead_lines(campaign, told, lang);
    ahead.extend(review.candidates.map(|found| proposal(campaign, found, lang)));
    brief::items(&mut document, &ahead, &say!(lang, "brief-ahead-none"));
    document.heading(&say!(lang, "review-decisions"));
    brief::decisions(&mut document, told, lang);
    document.sign(
        &[say!(lang, "docx-to-leaders"), say!(lang, "docx-to-council")],
        &say!(lang, "docx-signer"),
    );
    annex(&mut document, review, lang);
    document.write()
}

fn outstanding(document: &mut Document, review: &Review<'_>, lang: Lang) {
    document.heading(&say!(lang, "review-outstanding"));
    let board = review.table.public(review.before.map(|(_, table)| table));
    let calendar = review.campaign.calendar();
    let since = review.before.map(|(brief, _)| text::date(calendar.date_at(brief.as_of)));
    let lines = said::standing_out(&board, since.as_deref(), lang);
    brief::items(document, &lines, &say!(lang, "review-outstanding-none"));
}

fn causes(document: &mut Document, review: &Review<'_>, lang: Lang) {
    document.heading(&say!(lang, "review-causes-title"));
    match said::causes_counted(review.causes, lang) {
        Some(counted) => document.paragraph(&counted),
        None => document.paragraph(&say!(lang, "review-causes-none")),
    }
    for cause in review.causes {
        document.item(&said::cause(review.campaign, cause, lang));
    }
}

/// How many are proposed, as the proposal itself counts them.
fn proposal(campaign: &Campaign, found: &Candidates, lang: Lang) -> String {
    let count = |list: &[Candidate]| list.iter().filter(|one| is_proposed(one)).count();
    say!(
        lang,
        "review-proposal",
        at = text::date_time(found.as_of, campaign.calendar().tz()),
        collectives = count(&found.collectives),
        individuals = count(&found.individuals)
    )
}

/// The figures on pages of their own: they are for those who may see the whole table.
fn annex(document: &mut Document, review: &Review<'_>, lang: Lang) {
    let (campaign, told, table) = (review.campaign, review.brief, review.table);
    document.annex(&say!(lang, "docx-annex-figures"));
    document.center(&format!("<i>{}</i>", say!(lang, "review-internal")));
    let before = review.before.map(|(brief, _)| {
        let date = text::date(campaign.calendar().date_at(brief.as_of));
        (brief, say!(lang, "review-column-before", date = date))
    });
    let indicators = brief::indicators(campaign, told, before, lang);
    document.table(&say!(lang, "docx-table-indicators"), &indicators);
    let exemplars = brief::exemplars(campaign, told, lang);
    document.table(&say!(lang, "docx-table-units"), &exemplars);
    if !table.overall.is_empty() {
        document.caption(&say!(lang, "review-table-ranking"));
        document.center(&board::heading(campaign, table, lang));
        for section in board::sections(table) {
            let heading = section.heading(lang).unwrap_or_default();
            document.table(&heading, &ranking(&section, lang));
        }
    }
    if !review.later.is_empty() {
        document.caption(&say!(lang, "review-later"));
        for line in said::later(campaign, review.later, lang) {
            document.item(&line);
        }
    }
}

fn ranking(section: &Section, lang: Lang) -> Table {
    let figure = |heading: String| (heading, 10, Align::Right);
    let mut table = Table::new(vec![
        (say!(lang, "review-column-place"), 8, Align::Center),
        (say!(lang, "review-column-unit"), 32, Align::Left),
        figure(say!(lang, "review-column-total")),
        figure(say!(lang, "review-column-results")),
        figure(say!(lang, "review-column-discipline")),
        figure(say!(lang, "review-column-accuracy")),
        figure(say!(lang, "review-column-bonus")),
        figure(say!(lang, "review-column-penalty")),
    ]);
    for row in &section.standings {
        table.row(vec![
            row.place.map_or_else(|| "–".to_owned(), |place| place.to_string()),
            escape(&row.name),
            figures::fixed(row.total, lang),
            figures::fixed(row.results, lang),
            figures::fixed(row.discipline, lang),
            figures::fixed(row.accuracy, lang),
            figures::fixed(row.bonus, lang),
            figures::fixed(row.penalty, lang),
        ]);
    }
    table
}
