//! The leaders' pages as HTML. Words and figures are those of the chat.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use maud::{Markup, PreEscaped, html};

use super::super::door::{Guest, HOME};
use super::super::page::{bar, length, part, said};
use crate::domain::advice::Advice;
use crate::domain::campaign::{Campaign, Unit};
use crate::domain::fact::{EntryKind, Fact, What};
use crate::domain::figure::Fixed;
use crate::domain::ids::FactId;
use crate::domain::ranking::{Standing, Table};
use crate::domain::scoring::UnitScore;
use crate::handlers::entries;
use crate::say;
use crate::text::{Lang, board, date_time, figures, why};

/// A page's content between the ways to the others.
pub(super) fn framed(main: &str, guest: &Guest) -> Markup {
    let lang = guest.lang;
    html! {
        header {
            p.host { (guest.loaded.campaign.definition().host) }
            nav.ways aria-label=(say!(lang, "web-pages")) {
                a href=(HOME) { (said(say!(lang, "board-button-ranking"))) }
                a href={ (HOME) "/giao-ban" } { (said(say!(lang, "board-button-brief"))) }
                a href="/bang" { (said(say!(lang, "web-to-board"))) }
                form method="post" action={ (HOME) "/ra" } {
                    button type="submit" { (said(say!(lang, "web-leave"))) }
                }
            }
        }
        (PreEscaped(main))
    }
}

/// Where a unit is not.
pub(super) fn nothing(lang: Lang) -> Markup {
    html! { h1 { (said(say!(lang, "web-no-unit"))) } }
}

/// The whole table.
pub(super) fn table(campaign: &Campaign, table: &Table, lang: Lang) -> Markup {
    let heading = board::heading(campaign, table, lang);
    let (title, at) = heading.split_once('\n').unwrap_or((&heading, ""));
    html! {
        h1 { (PreEscaped(title)) }
        p.day { (PreEscaped(at)) }
        @if table.frozen { p.note { (said(say!(lang, "board-frozen-leaders"))) } }
        @if let Some(note) = board::unranked(campaign, table, lang) { p.note { (said(note)) } }
        @for section in board::sections(table) {
            section {
                @if let Some(heading) = section.heading(lang) { h2 { (said(heading)) } }
                table.full {
                    thead { tr {
                        th scope="col" { (said(say!(lang, "web-place"))) }
                        th scope="col" { (said(say!(lang, "picture-unit"))) }
                        th.part scope="col" { (said(say!(lang, "picture-results"))) }
                        th.part scope="col" { (said(say!(lang, "picture-discipline"))) }
                        th.part scope="col" { (said(say!(lang, "picture-accuracy"))) }
                        th.part scope="col" { (said(say!(lang, "picture-extra"))) }
                        th scope="col" { (said(say!(lang, "picture-total"))) }
                    } }
                    tbody { @for row in &section.standings { (standing(row, lang)) } }
                }
            }
        }
    }
}

fn standing(row: &Standing, lang: Lang) -> Markup {
    let extra = Fixed::<2>::from_units(row.bonus.units() - row.penalty.units());
    html! {
        tr {
            td { (row.place.map_or_else(|| "•".to_owned(), |place| place.to_string())) (moved(row.moved)) }
            th scope="row" {
                a href={ (HOME) "/don-vi/" (part(row.unit.as_str())) } { (row.name) }
                (bar("points", length(row.total), 100.0))
            }
            td.part { (figures::fixed(row.results, lang)) }
            td.part { (figures::fixed(row.discipline, lang)) }
            td.part { (figures::fixed(row.accuracy, lang)) }
            td.part { (figures::fixed(extra, lang).replace('-', "−")) }
            td.total { (figures::fixed(row.total, lang)) }
        }
    }
}

fn moved(moved: Option<i64>) -> Markup {
    html! {
        @match moved {
            Some(won @ 1..) => small.up { " ▲" (won) },
            Some(lost @ ..=-1) => small.down { " ▼" (lost.unsigned_abs()) },
            _ => {}
        }
    }
}

/// What is known of a unit.
pub(super) struct Known<'a> {
    pub(super) campaign: &'a Campaign,
    pub(super) unit: &'a Unit,
    pub(super) score: &'a UnitScore,
    pub(super) next: Option<&'a Advice>,
    pub(super) entries: &'a [Fact],
    pub(super) waiting: &'a HashSet<FactId>,
    pub(super) at: DateTime<Utc>,
}

/// A unit's score line by line, and its latest entries.
pub(super) fn unit(known: &Known<'_>, lang: Lang) -> Markup {
    let zone = known.campaign.calendar().tz();
    let at = date_time(known.at, zone);
    let words = why::message(known.campaign, known.unit, known.score, known.next, &at, lang);
    html! {
        h1 { (known.unit.name) }
        section.words { (PreEscaped(words)) }
        section {
            h2 { (said(say!(lang, "web-entries"))) }
            @if known.entries.is_empty() { p { (said(say!(lang, "history-empty"))) } }
            table.entries {
                tbody { @for fact in known.entries { (entry(known, fact, lang)) } }
            }
        }
    }
}

fn entry(known: &Known<'_>, fact: &Fact, lang: Lang) -> Markup {
    let What::Reported(report) = &fact.what else { return html! {} };
    let at = date_time(fact.counted_at, known.campaign.calendar().tz());
    html! {
        tr {
            td { (entries::number(fact)) }
            td { (at) }
            th scope="row" {
                (entries::indicator_name(known.campaign, &report.line)) ": "
                strong { (entries::said(known.campaign, report, lang)) }
                @if matches!(report.kind, EntryKind::Correction { .. }) {
                    " " em { (said(say!(lang, "web-corrects"))) }
                }
                @if !report.note.is_empty() { p.quiet { (report.note) } }
            }
            td { @if known.waiting.contains(&fact.id) { (said(say!(lang, "history-waiting"))) } }
        }
    }
}

/// The brief of now in official sentences.
pub(super) fn brief(words: &str, lang: Lang) -> Markup {
    html! {
        section.words { (PreEscaped(words)) }
        p { a.button href={ (HOME) "/giao-ban.docx?lang=" (lang.as_str()) } { (said(say!(lang, "docx-button"))) } }
    }
}
