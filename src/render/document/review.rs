//! The report of the middle (*sơ kết*) and of the end (*tổng kết*): results, who stands out, weak
//! points, causes as the units raised them, work ahead, decisions requested; behind it the figures
//! and the whole table.

use chrono::Datelike;

use super::dossier::is_proposed;
use super::{Align, Document, DocumentError, Symbol, Table, brief};
use crate::domain::commendation::{Candidate, Candidates};
use crate::domain::review::Kind;
use crate::say;
use crate::standings::review::Review;
use crate::text::board::{self, Section};
use crate::text::{self, Lang, brief as words, escape, figures, review as said};

/// The report.
///
/// # Errors
/// When it cannot be packed.
pub fn write(review: &Review, lang: Lang) -> Result<Vec<u8>, DocumentError> {
    let campaign = &review.standings.loaded.campaign;
    let (definition, told) = (campaign.definition(), &review.standings.brief);
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
    ahead.extend(review.candidates.as_ref().map(|found| proposal(review, found, lang)));
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

fn outstanding(document: &mut Document, review: &Review, lang: Lang) {
    document.heading(&say!(lang, "review-outstanding"));
    let before = review.before.as_ref();
    let board = review.standings.table.public(before.map(|before| &before.table));
    let calendar = review.standings.loaded.campaign.calendar();
    let since = before.map(|before| text::date(calendar.date_at(before.brief.as_of)));
    let lines = said::standing_out(&board, since.as_deref(), lang);
    brief::items(document, &lines, &say!(lang, "review-outstanding-none"));
}

fn causes(document: &mut Document, review: &Review, lang: Lang) {
    let campaign = &review.standings.loaded.campaign;
    document.heading(&say!(lang, "review-causes-title"));
    match said::causes_counted(&review.causes, lang) {
        Some(counted) => document.paragraph(&counted),
        None => document.paragraph(&say!(lang, "review-causes-none")),
    }
    for cause in &review.causes {
        document.item(&said::cause(campaign, cause, lang));
    }
}

/// How many are proposed, as the proposal itself counts them.
fn proposal(review: &Review, found: &Candidates, lang: Lang) -> String {
    let campaign = &review.standings.loaded.campaign;
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
fn annex(document: &mut Document, review: &Review, lang: Lang) {
    let standings = &review.standings;
    let (campaign, told) = (&standings.loaded.campaign, &standings.brief);
    document.annex(&say!(lang, "docx-annex-figures"));
    document.center(&format!("<i>{}</i>", say!(lang, "review-internal")));
    let before = review.before.as_ref().map(|before| {
        let date = text::date(campaign.calendar().date_at(before.brief.as_of));
        (&before.brief, say!(lang, "review-column-before", date = date))
    });
    let indicators = brief::indicators(campaign, told, before, lang);
    document.table(&say!(lang, "docx-table-indicators"), &indicators);
    let exemplars = brief::exemplars(campaign, told, lang);
    document.table(&say!(lang, "docx-table-units"), &exemplars);
    if !standings.table.overall.is_empty() {
        document.caption(&say!(lang, "review-table-ranking"));
        document.center(&board::heading(campaign, &standings.table, lang));
        for section in board::sections(&standings.table) {
            let heading = section.heading(lang).unwrap_or_default();
            document.table(&heading, &ranking(&section, lang));
        }
    }
    if !review.later.is_empty() {
        document.caption(&say!(lang, "review-later"));
        for line in said::later(campaign, &review.later, lang) {
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
