//! Tables for a phone: no columns, one line for a unit.

use super::{Html, Lang, escape, figures};
use crate::domain::briefing::Brief;
use crate::domain::campaign::Campaign;
use crate::domain::ranking::{PublicBoard, Standing, Table};
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
    if table.clusters.is_empty() {
        return rows(&table.overall, lang).collect();
    }
    let mut lines = Vec::new();
    for league in &table.clusters {
        lines.push(format!("<b>{}</b>", escape(&league.name)));
        lines.extend(rows(&league.standings, lang));
    }
    let alone: Vec<Standing> = table
        .overall
        .iter()
        .filter(|row| table.standing_in_cluster(&row.unit).is_none())
        .cloned()
        .collect();
    if !alone.is_empty() {
        lines.push(say!(lang, "board-no-cluster"));
        lines.extend(rows(&alone, lang));
    }
    lines
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
    if let Some(best) = board.most_improved.first() {
        let names: Vec<&str> = board.most_improved.iter().map(|unit| unit.name.as_str()).collect();
        let gain = figures::fixed(best.gain, lang);
        lines.push(say!(lang, "board-improved", units = names.join(", "), gain = gain));
    }
    lines
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
