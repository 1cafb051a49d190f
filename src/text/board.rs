//! Tables for a phone: no columns, one line for a unit.

use chrono::{DateTime, Utc};

use super::{Html, Lang, escape, figures};
use crate::domain::briefing::Brief;
use crate::domain::campaign::Campaign;
use crate::domain::ranking::{PublicBoard, Standing, Table, is_withheld};
use crate::say;

/// How many letters of a digest are shown.
const DIGEST_SHOWN: usize = 8;

/// The heading of a table: its week, its instant, and of a closed one the beginning of its digest.
pub fn heading(campaign: &Campaign, table: &Table, lang: Lang) -> String {
    let zone = campaign.calendar().tz();
    let title =
        say!(lang, "board-title", week = table.week.0, campaign = campaign.definition().name);
    let at = super::date_time(table.as_of, zone);
    let line = match table.digest.as_deref().and_then(|digest| digest.get(..DIGEST_SHOWN)) {
        Some(digest) => say!(lang, "board-closed-at", at = at, digest = digest),
        None => say!(lang, "board-open-at", at = at),
    };
    format!("{title}\n{line}")
}

/// The whole table, line by line: every cluster, then the units outside all of them.
pub fn full(table: &Table, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for section in sections(table) {
        lines.extend(section.heading(lang));
        lines.extend(rows(&section.standings, lang));
    }
    lines
}

/// A part of a full table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Whose.
    pub of: Of,
    /// Its rows.
    pub standings: Vec<Standing>,
}

/// Whose a part of a table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// Of all units: there are no clusters.
    All,
    /// A cluster's.
    Cluster(String),
    /// Of the units outside every cluster.
    Alone,
}

impl Section {
    /// Its heading, where it needs one.
    pub fn heading(&self, lang: Lang) -> Option<String> {
        match &self.of {
            Of::All => None,
            Of::Cluster(name) => Some(format!("<b>{}</b>", escape(name))),
            Of::Alone => Some(say!(lang, "board-no-cluster")),
        }
    }
}

/// The parts of a full table: every cluster, then the units outside all of them.
pub fn sections(table: &Table) -> Vec<Section> {
    if table.clusters.is_empty() {
        return vec![Section { of: Of::All, standings: table.overall.clone() }];
    }
    let leagues = table.clusters.iter().map(|league| Section {
        of: Of::Cluster(league.name.clone()),
        standings: league.standings.clone(),
    });
    let mut sections: Vec<Section> = leagues.collect();
    let alone: Vec<Standing> = table
        .overall
        .iter()
        .filter(|row| table.standing_in_cluster(&row.unit).is_none())
        .cloned()
        .collect();
    if !alone.is_empty() {
        sections.push(Section { of: Of::Alone, standings: alone });
    }
    sections
}

/// What a post shows of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Posted {
    /// No places, and why.
    Note(String),
    /// The leaders.
    Leading(PublicBoard),
}

/// What a post at an instant may show of a table: the leaders, unless there are no places yet or
/// the last days keep them. Texts and pictures both ask here.
pub fn posted(
    campaign: &Campaign,
    table: &Table,
    before: Option<&Table>,
    at: DateTime<Utc>,
    lang: Lang,
) -> Posted {
    if is_withheld(campaign, table.as_of, at) {
        return Posted::Note(say!(lang, "board-frozen-none"));
    }
    match unranked(campaign, table, lang) {
        Some(note) => Posted::Note(note),
        None => Posted::Leading(table.public(before)),
    }
}

/// Why a table shows no places, where it shows none.
pub fn unranked(campaign: &Campaign, table: &Table, lang: Lang) -> Option<String> {
    if table.overall.is_empty() {
        return Some(say!(lang, "board-empty"));
    }
    let day = campaign.rules().ranking_day;
    let ranked = table.overall.iter().any(|row| row.place.is_some());
    (!ranked).then(|| say!(lang, "board-starting-post", day = day))
}

/// Rows as lines.
pub fn rows(standings: &[Standing], lang: Lang) -> impl Iterator<Item = String> {
    standings.iter().map(move |row| line(row, lang))
}

/// `1. An Biên – 86,1 ▲2`; without a place before the ranking day.
pub fn line(row: &Standing, lang: Lang) -> String {
    let place = row.place.map_or_else(|| "•".to_owned(), |place| format!("{place}."));
    let total = figures::fixed(row.total, lang);
    format!("{place} {} – {total}{}", escape(&row.name), moved(row.moved))
}

/// ` ▲2`, ` ▼1`, or nothing.
fn moved(moved: Option<i64>) -> String {
    match moved {
        Some(won @ 1..) => format!(" ▲{won}"),
        Some(lost @ ..=-1) => format!(" ▼{}", lost.unsigned_abs()),
        _ => String::new(),
    }
}

/// The leaders of each cluster and who improved most.
pub fn leading(board: &PublicBoard, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for leaders in board.clusters.iter().filter(|leaders| !leaders.standings.is_empty()) {
        if !leaders.name.is_empty() {
            lines.push(format!("<b>{}</b>", escape(&leaders.name)));
        }
        lines.extend(
            leaders
                .standings
                .iter()
                .map(|row| line(&Standing { moved: None, ..row.clone() }, lang)),
        );
    }
    lines.extend(improved(board, lang));
    lines
}

/// Who improved most, if anybody did.
pub fn improved(board: &PublicBoard, lang: Lang) -> Option<String> {
    let best = board.most_improved.first()?;
    let names: Vec<&str> = board.most_improved.iter().map(|unit| unit.name.as_str()).collect();
    let gain = figures::fixed(best.gain, lang);
    Some(say!(lang, "board-improved", units = names.join(", "), gain = gain))
}

/// "8/14 đơn vị đạt trên 50%" for each indicator, then the weak fields: never weak units.
pub fn indicators(campaign: &Campaign, brief: &Brief, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = brief
        .indicators
        .iter()
        .filter(|indicator| indicator.units.total > 0)
        .map(|indicator| {
            let units = &indicator.units;
            say!(
                lang,
                "board-above",
                indicator = indicator.name,
                above = units.above,
                total = units.total,
                threshold = units.threshold.print(lang.notation())
            )
        })
        .collect();
    if !brief.weak_fields.is_empty() {
        let names = super::brief::field_names(campaign, brief);
        lines.push(say!(lang, "board-weak-fields", fields = names));
    }
    lines
}

/// The names of all units that take part, in the order of the alphabet, without places.
pub fn participants(table: &Table) -> Vec<String> {
    let mut names: Vec<&str> = table.overall.iter().map(|row| row.name.as_str()).collect();
    names.sort_by_cached_key(|name| crate::domain::collation::key(name));
    names.into_iter().map(|name| format!("• {}", escape(name))).collect()
}

/// What a unit sees of its own place: the place, the points, and how far the next place is.
pub fn own(table: &Table, unit: &crate::domain::ids::UnitCode, lang: Lang) -> Option<String> {
    let (name, standings) = match table.standing_in_cluster(unit) {
        Some((league, _)) => (league.name.clone(), &league.standings),
        None => (say!(lang, "board-all-units"), &table.overall),
    };
    let row = standings.iter().find(|row| &row.unit == unit)?;
    let total = figures::fixed(row.total, lang);
    let Some(place) = row.place else {
        return Some(say!(lang, "board-own-unranked", unit = row.name, total = total));
    };
    let count = standings.len();
    let text = say!(
        lang,
        "board-own",
        unit = row.name,
        place = place,
        count = count,
        cluster = name,
        total = total,
        moved = Html(moved(row.moved))
    );
    let above = standings.iter().rev().find(|other| other.place.is_some_and(|it| it < place));
    let next = match above {
        None => say!(lang, "board-own-first"),
        Some(above) if above.total == row.total => {
            say!(lang, "board-own-level", next = above.place.unwrap_or(place))
        }
        Some(above) => {
            let gap = crate::domain::figure::Fixed::<1>::from_units(
                above.total.units() - row.total.units(),
            );
            say!(
                lang,
                "board-own-gap",
                next = above.place.unwrap_or(place),
                gap = figures::fixed(gap, lang)
            )
        }
    };
    Some(format!("{text}\n{next}"))
}
