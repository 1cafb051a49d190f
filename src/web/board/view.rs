//! The board as HTML. Words and figures come from the functions of the groups' post.

use maud::{Markup, html};
use num_traits::ToPrimitive;

use super::super::page::{bar, length, said};
use super::{Closing, Known};
use crate::domain::campaign::Campaign;
use crate::domain::ranking::{PublicBoard, Standing};
use crate::say;
use crate::text::board::{Posted, improved, participants, posted};
use crate::text::{Lang, brief, date_time, figures, honours, plain};

/// So many participants are named before there are places; of more only how many they are.
const NAMED: usize = 120;

/// The whole main part.
pub(super) fn main(known: &Known<'_>, lang: Lang) -> Markup {
    html! {
        (head(known, lang))
        @match known.closing {
            Some(closing) => {
                (places(known, closing, lang))
                (together(closing, lang))
                (praised(known, closing, lang))
                (foot(closing, lang))
            }
            None => p.note { (said(say!(lang, "status-none-posted"))) }
        }
    }
}

/// Where no campaign is.
pub(super) fn nothing(lang: Lang) -> Markup {
    html! {
        h1 { (said(say!(lang, "web-nothing"))) }
        p { (said(say!(lang, "web-nothing-more"))) }
    }
}

/// Whose campaign, which day, how long to the end.
fn head(known: &Known<'_>, lang: Lang) -> Markup {
    let calendar = known.loaded.campaign.calendar();
    let definition = known.loaded.campaign.definition();
    let (day, days) = (calendar.day_number(known.today), i64::from(calendar.days()));
    html! {
        header {
            p.host { (definition.host) }
            h1 { (definition.name) }
            @if known.loaded.archived {
                p.day { (said(say!(lang, "status-archived", end = calendar.end()))) }
            } @else if day < 1 {
                p.day { (said(say!(lang, "status-before", start = calendar.start(), days = days))) }
            } @else if day > days {
                p.day { (said(say!(lang, "status-over", end = calendar.end()))) }
            } @else {
                p.day {
                    (said(say!(lang, "web-day", day = day, days = days)))
                    " · "
                    (said(say!(lang, "web-left", left = days - day, end = calendar.end())))
                }
            }
            (bar("elapsed", day.clamp(0, days).to_f64().unwrap_or(0.0), days.to_f64().unwrap_or(1.0)))
        }
    }
}

/// Who leads, or why nobody is told.
fn places(known: &Known<'_>, closing: &Closing, lang: Lang) -> Markup {
    let (campaign, before) = (&closing.loaded.campaign, closing.before.as_ref());
    let (week, note, board) = match posted(campaign, &closing.table, before, known.now, lang) {
        Posted::Leading(board) => (closing.week, None, Some(board)),
        Posted::Note(note) => match known.earlier {
            // What was told before the last days may go on being seen.
            Some(table) if !table.overall.iter().all(|row| row.place.is_none()) => {
                (table.week, Some(note), Some(table.public(None)))
            }
            _ => (closing.week, Some(note), None),
        },
    };
    html! {
        section aria-labelledby="places" {
            h2 #places { (plain(&say!(lang, "picture-week", week = week.0))) }
            @if let Some(note) = note { p.note { (said(note)) } }
            @match board {
                Some(board) => (leaders(&board, campaign, lang)),
                None => (starters(closing, lang)),
            }
        }
    }
}

fn leaders(board: &PublicBoard, campaign: &Campaign, lang: Lang) -> Markup {
    html! {
        div.clusters {
            @for cluster in board.clusters.iter().filter(|it| !it.standings.is_empty()) {
                article {
                    @if !cluster.name.is_empty() { h3 { (cluster.name) } }
                    ol.leaders {
                        @for row in &cluster.standings { (leader(row, campaign, lang)) }
                    }
                }
            }
        }
        @if let Some(line) = improved(board, lang) { p.improved { (said(line)) } }
    }
}

fn leader(row: &Standing, campaign: &Campaign, lang: Lang) -> Markup {
    let most = most(campaign);
    html! {
        li class={ "place" (row.place.unwrap_or(0)) } {
            span.place { (row.place.map_or_else(|| "•".to_owned(), |place| place.to_string())) }
            span.name { (row.name) }
            span.total { (figures::fixed(row.total, lang)) }
            (bar("points", length(row.total), most))
        }
    }
}

/// All points there are without those given on top.
fn most(campaign: &Campaign) -> f64 {
    let rules = campaign.rules();
    let all = [&rules.results_points, &rules.discipline_points, &rules.accuracy_points];
    all.iter().map(|points| points.to_rational().to_f64().unwrap_or(0.0)).sum()
}

/// Who takes part, in the order of the alphabet, while there are no places.
fn starters(closing: &Closing, lang: Lang) -> Markup {
    let names = participants(&closing.table);
    html! {
        p { (said(say!(lang, "web-participants", count = names.len()))) }
        @if names.len() <= NAMED {
            ul.names { @for name in &names { li { (said(name.trim_start_matches("• ").to_owned())) } } }
        }
    }
}

/// What all units have reached together: never which of them have not.
fn together(closing: &Closing, lang: Lang) -> Markup {
    let assigned = closing.brief.indicators.iter().filter(|it| it.units.total > 0);
    html! {
        section aria-labelledby="together" {
            h2 #together { (said(say!(lang, "web-together"))) }
            ul.indicators {
                @for indicator in assigned {
                    @let units = &indicator.units;
                    li {
                        span.name { (indicator.name) }
                        (bar("units", f64::from(units.above), f64::from(units.total)))
                        span.count {
                            (said(say!(
                                lang,
                                "web-above",
                                above = units.above,
                                total = units.total,
                                threshold = units.threshold.print(lang.notation())
                            )))
                        }
                    }
                }
            }
            @if !closing.brief.weak_fields.is_empty() {
                @let fields = brief::field_names(&closing.loaded.campaign, &closing.brief);
                p.note { (said(say!(lang, "board-weak-fields", fields = fields))) }
            }
        }
    }
}

/// What is praised this week.
fn praised(known: &Known<'_>, closing: &Closing, lang: Lang) -> Markup {
    let (campaign, praise) = (&closing.loaded.campaign, known.praise);
    let landmarks = honours::post_landmarks(campaign, &praise.landmarks, &closing.brief, lang);
    let example = praise
        .example
        .as_ref()
        .map(|one| honours::post_example(campaign, &one.of, &one.by, &one.text, lang));
    html! {
        @if !landmarks.is_empty() || !praise.badges.is_empty() || example.is_some() {
            section aria-labelledby="praised" {
                h2 #praised { (said(say!(lang, "web-praised"))) }
                @for line in &landmarks { p.landmark { (said(line.clone())) } }
                @if !praise.badges.is_empty() {
                    ul.badges {
                        @for given in &praise.badges {
                            li {
                                strong { (honours::unit(campaign, &given.unit)) }
                                " " (said(honours::badge(campaign, &given.badge, lang)))
                            }
                        }
                    }
                }
                @if let Some(example) = example { p.example { (said(example.replace('\n', "<br>"))) } }
            }
        }
    }
}

/// Of when it is, and by what anybody can check it.
fn foot(closing: &Closing, lang: Lang) -> Markup {
    let zone = closing.loaded.campaign.calendar().tz();
    let at = date_time(closing.table.as_of, zone);
    html! {
        p.foot {
            (said(say!(lang, "picture-closed", at = at)))
            @if let Some(digest) = closing.table.digest.as_deref().and_then(|it| it.get(..8)) {
                " · " (said(say!(lang, "picture-digest", digest = digest)))
            }
        }
    }
}
