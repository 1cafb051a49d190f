//! The race of places: a line for each unit through the weekly tables, cluster by cluster.
//!
//! Places are those of the closed tables. Equals share a place, but each has a height of its own,
//! in the order in which the table lists them: lines that ran into one another could not be told
//! apart again. A few lines are thick and told apart by lightness and dashes, all are named where
//! they begin and end: nobody needs a legend, colours or a colour printer.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::{DateTime, Utc};

use super::HEIGHT;
use super::head::{COLUMN, FOOT, HEADING, Head, MARGIN, NOTE, RIGHT, ROOM, SMALL};
use super::head::{foot, packed, page_of};
use super::kit::{Anchor, Canvas, DARK, Face, GREY, INK, MIDDLE, RED, RULE, Style};
use crate::domain::calendar::Week;
use crate::domain::campaign::Campaign;
use crate::domain::ids::UnitCode;
use crate::domain::ranking::{Standing, Table, is_withheld, leading};
use crate::say;
use crate::text::board::{Of, Section, sections};
use crate::text::{self, Lang};

/// So many weeks are drawn, the newest ones.
const MOST_WEEKS: usize = 13;
/// So many places of a cluster are drawn, the first ones.
const MOST_ROWS: usize = 46;
/// A race is drawn on at most so many pictures.
const MOST_PAGES: usize = 3;
/// Of a cluster of at most so many units every line is thick.
const FEW: usize = 5;
/// How many leaders' lines are thick.
const LEADERS: usize = 3;

/// Where the lines begin and end; the names stand before and behind.
const FIRST: f64 = 330.0;
const LAST: f64 = 740.0;
/// Between a line's end and its name.
const GAP: f64 = 26.0;

const NAME: Style = Style::new(Face::Regular, 24.0, GREY);
const THICK_NAME: Style = Style::new(Face::Bold, 24.0, INK);
/// For a name that takes two lines.
const SMALLER: f64 = 20.0;
const GREY_LINE: &str = "#b8b8b8";
const FREEZE: &str = "#eeeeee";

/// How thick lines are told apart: by lightness, then by dashes.
const STROKES: [(&str, &str); 6] =
    [(DARK, ""), (MIDDLE, ""), (RED, "16 8"), (DARK, "5 6"), (MIDDLE, "16 8"), (RED, "")];

/// Who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader<'a> {
    /// A leader or the office, who see every table at any time.
    Leader,
    /// Everybody else: what was public of each week, and the own unit.
    Member(Option<&'a UnitCode>),
}

/// A race to be drawn.
#[derive(Debug, Clone)]
pub struct Race {
    head: Head,
    notes: Vec<String>,
    lanes: Vec<Lane>,
    foot: String,
    lang: Lang,
}

/// The race of one cluster.
#[derive(Debug, Clone)]
struct Lane {
    heading: Option<String>,
    /// Each week, and whether it is kept from the public.
    weeks: Vec<(Week, bool)>,
    rows: usize,
    /// How many places more the last table has.
    left: usize,
    runners: Vec<Runner>,
}

/// A unit's way; of each week its height, counted from the top, and its place.
#[derive(Debug, Clone)]
struct Runner {
    unit: UnitCode,
    name: String,
    way: Vec<Option<(usize, u32)>>,
    stroke: Option<usize>,
}

impl Race {
    /// The race through these closed tables as a reader may see it at an instant; nothing before
    /// there are places in two of them.
    pub fn of(
        campaign: &Campaign,
        tables: &[Table],
        reader: Reader<'_>,
        now: DateTime<Utc>,
        lang: Lang,
    ) -> Option<Self> {
        let seen = |table: &&Table| {
            let ranked = table.overall.iter().any(|row| row.place.is_some());
            ranked && (reader == Reader::Leader || !is_withheld(campaign, table.as_of, now))
        };
        let mut tables: Vec<&Table> = tables.iter().filter(seen).collect();
        tables.sort_by_key(|table| table.week);
        tables.drain(..tables.len().saturating_sub(MOST_WEEKS));
        let [first, .., last] = tables.as_slice() else { return None };
        let kept: Vec<bool> =
            tables.iter().map(|table| is_withheld(campaign, table.as_of, now)).collect();
        let lanes: Vec<Lane> = sections(last)
            .iter()
            .filter_map(|section| Lane::of(&tables, &kept, section, reader, lang))
            .collect();
        if lanes.is_empty() {
            return None;
        }
        let mut notes = Vec::new();
        if kept.contains(&true) {
            notes.push(text::plain(&say!(lang, "board-frozen-leaders")));
        }
        notes.push(text::plain(&match reader {
            Reader::Leader => say!(lang, "picture-race-note"),
            Reader::Member(_) => say!(lang, "picture-race-note-member"),
        }));
        let weeks = say!(lang, "picture-race-weeks", first = first.week.0, last = last.week.0);
        let title = text::plain(&say!(lang, "picture-race"));
        Some(Self {
            head: Head::new(campaign, title, text::plain(&weeks), last.as_of, lang),
            notes,
            lanes,
            foot: campaign.definition().host.clone(),
            lang,
        })
    }

    /// All pictures it takes.
    pub fn pages(&self) -> Vec<String> {
        let notes: Vec<String> =
            self.notes.iter().flat_map(|note| SMALL.wrap(note, ROOM, 3)).collect();
        let above: f64 = notes.iter().map(|_| SMALL.leading()).sum::<f64>() + 30.0;
        let room = HEIGHT - self.head.height() - above - FOOT;
        let lanes = self.lanes.iter().map(|lane| (lane.height(room), lane)).collect();
        let mut pages = packed(lanes, room);
        pages.truncate(MOST_PAGES);
        let count = pages.len();
        let drawn = pages.iter().enumerate().map(|(at, lanes)| {
            let mut canvas = Canvas::default();
            let page = page_of(at, count, self.lang);
            let mut y = self.head.draw(&mut canvas, page.as_deref());
            y = canvas.lines((MARGIN, y + 34.0), SMALL, ROOM, &notes) - SMALL.leading() + 14.0;
            for lane in lanes {
                lane.draw(&mut canvas, y, room, self.lang);
                y += lane.height(room);
            }
            foot(canvas, y, &self.foot)
        });
        drawn.collect()
    }
}

impl Lane {
    fn of(
        tables: &[&Table],
        kept: &[bool],
        section: &Section,
        reader: Reader<'_>,
        lang: Lang,
    ) -> Option<Self> {
        let weekly: Vec<Vec<Standing>> = tables.iter().map(|it| rows_of(it, &section.of)).collect();
        let last = weekly.last()?;
        let seen: Vec<BTreeSet<UnitCode>> =
            weekly.iter().map(|rows| seen_of(rows, &section.of, reader)).collect();
        let shown: BTreeSet<&UnitCode> = seen.iter().flatten().collect();
        let mut runners: Vec<Runner> = Vec::new();
        for unit in shown {
            let way: Vec<Option<(usize, u32)>> = weekly
                .iter()
                .zip(&seen)
                .map(|(rows, seen)| {
                    let at = rows.iter().position(|row| row.unit == *unit)?;
                    let place = rows.get(at)?.place?;
                    (seen.contains(unit) && at < MOST_ROWS).then_some((at, place))
                })
                .collect();
            let name = weekly.iter().rev().flatten().find(|row| row.unit == *unit);
            // A line that is named at neither end tells nothing.
            let ends = way.first().into_iter().chain(way.last());
            if ends.flatten().next().is_some() {
                let name = name.map(|row| row.name.clone()).unwrap_or_default();
                runners.push(Runner { unit: unit.clone(), name, way, stroke: None });
            }
        }
        emphasise(&mut runners, reader);
        (!runners.is_empty()).then(|| Self {
            heading: section.heading(lang).map(|html| text::plain(&html)),
            weeks: tables.iter().map(|table| table.week).zip(kept.iter().copied()).collect(),
            rows: runners
                .iter()
                .flat_map(|runner| runner.way.iter().flatten())
                .map(|(at, _)| at + 1)
                .fold(1, usize::max),
            left: last.len().saturating_sub(MOST_ROWS),
            runners,
        })
    }

    fn above(&self) -> f64 {
        if self.heading.is_some() { 130.0 } else { 60.0 }
    }

    /// From one place to the next.
    fn step(&self, room: f64) -> f64 {
        let rows = to_f64(self.rows.max(1));
        ((room - self.above() - 60.0) / rows).clamp(20.0, 56.0)
    }

    fn height(&self, room: f64) -> f64 {
        let left = if self.left > 0 { NOTE.leading() } else { 0.0 };
        self.above() + self.step(room) * to_f64(self.rows) + 20.0 + left
    }

    fn draw(&self, canvas: &mut Canvas, y: f64, room: f64, lang: Lang) {
        if let Some(heading) = &self.heading {
            canvas.text((MARGIN, y + 50.0), Anchor::Start, HEADING, ROOM, heading);
            canvas.rect((MARGIN, y + 64.0), (ROOM, 2.0), RULE, None);
        }
        let (top, step) = (y + self.above(), self.step(room));
        let gaps = to_f64(self.weeks.len().saturating_sub(1).max(1));
        let x = |week: usize| FIRST + (LAST - FIRST) * to_f64(week) / gaps;
        let height = step * to_f64(self.rows);
        let half = (LAST - FIRST) / gaps / 2.0;
        for (at, (week, kept)) in self.weeks.iter().enumerate() {
            if *kept {
                let wide = half.min(GAP - 8.0);
                canvas.rect((x(at) - wide, top - 8.0), (2.0 * wide, height + 8.0), FREEZE, None);
            }
            let number = week.0.to_string();
            canvas.text((x(at), top - 16.0), Anchor::Middle, COLUMN, 60.0, &number);
        }
        let word = text::plain(&say!(lang, "picture-race-week"));
        canvas.text((FIRST - GAP, top - 16.0), Anchor::End, COLUMN, 200.0, &word);
        let at = |week: usize, place: usize| (x(week), top + step * (to_f64(place) + 0.5));
        // The thick ones lie on top, the most important one last.
        let mut order: Vec<&Runner> = self.runners.iter().collect();
        order.sort_by_key(|runner| std::cmp::Reverse(runner.stroke.map_or(usize::MAX, |it| it)));
        for runner in order {
            runner.draw(canvas, at, step);
        }
        if self.left > 0 {
            let more = text::plain(&say!(lang, "list-more", count = self.left));
            canvas.text((MARGIN, top + height + 34.0), Anchor::Start, SMALL, ROOM, &more);
        }
    }
}

/// The rows of the same part of another week's table.
fn rows_of(table: &Table, of: &Of) -> Vec<Standing> {
    let section = sections(table).into_iter().find(|section| section.of == *of);
    section.map(|section| section.standings).unwrap_or_default()
}

/// Whose places of these rows a reader sees.
fn seen_of(rows: &[Standing], of: &Of, reader: Reader<'_>) -> BTreeSet<UnitCode> {
    let code = |row: &Standing| row.unit.clone();
    match reader {
        Reader::Leader => rows.iter().map(code).collect(),
        Reader::Member(own) => {
            let own = rows.iter().filter(|row| Some(&row.unit) == own).map(code);
            // Units outside every cluster lead none, and no post names them.
            let leaders = if *of == Of::Alone { Vec::new() } else { leading(rows) };
            own.chain(leaders.iter().map(code)).collect()
        }
    }
}

/// Chooses the thick lines: the own one; the leaders of the last table; who won most places since
/// the first.
fn emphasise(runners: &mut [Runner], reader: Reader<'_>) {
    let mut thick: Vec<usize> = Vec::new();
    if let Reader::Member(Some(own)) = reader {
        thick.extend(runners.iter().position(|runner| runner.unit == *own));
    }
    let mut by_end: Vec<usize> = (0..runners.len()).collect();
    let end = |runner: &Runner| runner.way.last().copied().flatten().map(|(at, _)| at);
    by_end.sort_by_key(|at| end(&runners[*at]).unwrap_or(usize::MAX));
    let few = runners.len() <= FEW || reader != Reader::Leader;
    let most = if few { FEW } else { LEADERS };
    thick.extend(by_end.iter().take(most).filter(|at| end(&runners[**at]).is_some()));
    if reader == Reader::Leader {
        let won = |runner: &Runner| {
            let begun = runner.way.iter().flatten().next()?.1;
            let ended = runner.way.last().copied().flatten()?.1;
            begun.checked_sub(ended).filter(|won| *won > 1)
        };
        let climber = by_end.iter().filter(|at| won(&runners[**at]).is_some());
        thick.extend(climber.max_by_key(|at| won(&runners[**at])));
    }
    let mut chosen: Vec<usize> = Vec::new();
    for at in thick {
        if !chosen.contains(&at) && chosen.len() < STROKES.len() {
            chosen.push(at);
        }
    }
    for (stroke, at) in chosen.into_iter().enumerate() {
        runners[at].stroke = Some(stroke);
    }
}

impl Runner {
    fn draw(&self, canvas: &mut Canvas, at: impl Fn(usize, usize) -> (f64, f64), step: f64) {
        let (color, dash) = self.stroke.map_or((GREY_LINE, ""), |stroke| STROKES[stroke]);
        let thick = self.stroke.is_some();
        let path = self.path(&at);
        if !path.is_empty() {
            canvas.path(&path, color, if thick { 7.0 } else { 2.0 }, dash);
        }
        let radius = (step * 0.3).min(15.0);
        let number = Style::new(Face::Bold, radius * 1.15, INK);
        for (week, found) in self.way.iter().enumerate() {
            let Some((height, place)) = *found else { continue };
            let (x, y) = at(week, height);
            if thick {
                canvas.ring((x, y), radius, "#ffffff", color);
                let number_at = (x, y + radius * 0.42);
                canvas.text(number_at, Anchor::Middle, number, radius * 2.0, &place.to_string());
            } else {
                canvas.ring((x, y), 3.0, GREY_LINE, GREY_LINE);
            }
        }
        if let Some(Some((height, place))) = self.way.first() {
            let (x, y) = at(0, *height);
            self.name(canvas, (x - GAP, y), Anchor::End, *place, step);
        }
        if let Some(Some((height, place))) = self.way.last() {
            let (x, y) = at(self.way.len() - 1, *height);
            self.name(canvas, (x + GAP, y), Anchor::Start, *place, step);
        }
    }

    /// Through the places of weeks that follow one another, without a corner.
    fn path(&self, at: &impl Fn(usize, usize) -> (f64, f64)) -> String {
        let mut path = String::new();
        for (week, pair) in self.way.windows(2).enumerate() {
            let [Some((from, _)), Some((to, _))] = pair else { continue };
            let ((x0, y0), (x1, y1)) = (at(week, *from), at(week + 1, *to));
            let middle = f64::midpoint(x0, x1);
            // One stroke as long as it goes on: dashes would begin anew.
            if week == 0 || self.way.get(week - 1).is_none_or(Option::is_none) {
                let _ = write!(path, "M{x0:.1} {y0:.1} ");
            }
            let _ = write!(path, "C{middle:.1} {y0:.1} {middle:.1} {y1:.1} {x1:.1} {y1:.1} ");
        }
        path.trim_end().to_owned()
    }

    /// The name and the place at an end of the line, on as many lines as it needs and has.
    fn name(&self, canvas: &mut Canvas, at: (f64, f64), anchor: Anchor, place: u32, step: f64) {
        let style = if self.stroke.is_some() { THICK_NAME } else { NAME };
        let size = style.size.min(step * 0.62);
        let style = Style { size, ..style };
        let room = if anchor == Anchor::End { at.0 - MARGIN } else { RIGHT - at.0 };
        let text = match anchor {
            Anchor::End => format!("{}  {place}", self.name),
            _ => format!("{place}  {}", self.name),
        };
        let smaller = Style { size: SMALLER.min(step * 0.42), ..style };
        if style.width(&super::kit::clean(&text)) <= room || smaller.size < 16.0 {
            canvas.text((at.0, at.1 + size * 0.36), anchor, style, room, &text);
            return;
        }
        let lines = smaller.wrap(&text, room, 2);
        let lift = smaller.leading() * to_f64(lines.len().saturating_sub(1)) / 2.0;
        let mut y = at.1 + smaller.size * 0.36 - lift;
        for line in lines {
            canvas.text((at.0, y), anchor, smaller, room, &line);
            y += smaller.leading();
        }
    }
}

/// Counts of what fits on a picture.
fn to_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests;
