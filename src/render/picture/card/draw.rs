//! How a card is laid out: the score on the first page, pledges in two columns, as many pages as
//! they take.

use super::super::kit::shapes::{Stroke, bold, regular};
use super::super::kit::{Anchor, Canvas, DARK, GREY, INK, LIGHT, MIDDLE, RED, RULE, Style};
use super::super::{HEIGHT, WIDTH};
use super::{Card, Kind, Part, Pledge, chart};
use crate::say;
use crate::text;

/// A card takes at most so many pictures; the words hold the rest.
const MOST_PAGES: usize = 4;
/// So many badges are named; of the others only how many there are.
const MOST_BADGES: usize = 6;

const MARGIN: f64 = 48.0;
const RIGHT: f64 = WIDTH - MARGIN;
const ROOM: f64 = WIDTH - 2.0 * MARGIN;
const GUTTER: f64 = 40.0;
const COLUMN: f64 = (ROOM - GUTTER) / 2.0;
const CHART: f64 = 190.0;

const CAMPAIGN: Style = regular(34.0, GREY);
const UNIT: Style = bold(60.0, INK);
const SMALL: Style = regular(28.0, GREY);
const PLACE: Style = bold(34.0, INK);
const TOTAL: Style = bold(84.0, INK);
const PART: Style = regular(30.0, INK);
const FIGURE: Style = bold(30.0, INK);
const HEADING: Style = bold(38.0, RED);
const BADGE: Style = regular(28.0, INK);
const NAME: Style = bold(30.0, INK);
const VALUE: Style = bold(40.0, DARK);
const LONG_VALUE: Style = bold(30.0, DARK);
const NOTE: Style = regular(24.0, INK);
const PACE: Style = bold(24.0, INK);
const LEGEND: Style = regular(24.0, INK);

/// The pages of a card.
pub(super) fn pages(card: &Card) -> Vec<String> {
    let mut pages = broken(card);
    let left: usize = pages.iter().skip(MOST_PAGES).flatten().map(|row| row.len()).sum();
    pages.truncate(MOST_PAGES);
    let count = pages.len();
    let drawn = pages.iter().enumerate().map(|(at, rows)| {
        let mut canvas = Canvas::default();
        let number = (count > 1)
            .then(|| text::plain(&say!(card.lang, "picture-page", page = at + 1, pages = count)));
        let mut y = head(card, &mut canvas, at == 0, number.as_deref());
        for row in rows {
            y += draw_row(card, &mut canvas, row, y);
        }
        if at + 1 == count && left > 0 {
            let more = text::plain(&say!(card.lang, "list-more", count = left));
            canvas.text((MARGIN, y + 30.0), Anchor::Start, SMALL, ROOM, &more);
            y += 40.0;
        }
        let y = if rows.is_empty() { y } else { legend(card, &mut canvas, y) };
        let height = foot(card, &mut canvas, y);
        canvas.finish(height)
    });
    drawn.collect()
}

type Row<'a> = &'a [Pledge];

/// The rows of pledges page by page.
fn broken(card: &Card) -> Vec<Vec<Row<'_>>> {
    let mut pages: Vec<Vec<Row<'_>>> = vec![Vec::new()];
    let room = |first: bool| {
        let mut scratch = Canvas::default();
        let above = head(card, &mut scratch, first, Some("1"));
        let below = legend(card, &mut scratch, 0.0);
        HEIGHT - above - foot(card, &mut scratch, below) - 60.0
    };
    let (mut left, later) = (room(true), room(false));
    for row in card.pledges.chunks(columns(card)) {
        let height = row_height(card, row);
        // A page of the score alone is better than a chart cut in two.
        if height > left && (pages.len() == 1 || pages.last().is_some_and(|page| !page.is_empty()))
        {
            pages.push(Vec::new());
            left = later;
        }
        left -= height;
        if let Some(page) = pages.last_mut() {
            page.push(row);
        }
    }
    pages
}

/// One pledge has the whole width.
fn columns(card: &Card) -> usize {
    if card.pledges.len() > 1 { 2 } else { 1 }
}

/// How wide a column is.
fn width(card: &Card) -> f64 {
    if columns(card) > 1 { COLUMN } else { ROOM }
}

/// Draws what stands above the pledges and gives where they begin.
fn head(card: &Card, canvas: &mut Canvas, first: bool, page: Option<&str>) -> f64 {
    canvas.rect((0.0, 0.0), (WIDTH, 16.0), RED, None);
    let campaign = CAMPAIGN.wrap(&card.campaign, ROOM, 2);
    let mut y = canvas.lines((MARGIN, 76.0), CAMPAIGN, ROOM, &campaign);
    let paged = page.map_or(0.0, |page| SMALL.width(page) + 40.0);
    let most = if first { 2 } else { 1 };
    let unit = UNIT.wrap(&card.unit, ROOM - paged, most);
    if let Some(page) = page {
        canvas.text((RIGHT, y + 32.0), Anchor::End, SMALL, ROOM, page);
    }
    y = canvas.lines((MARGIN, y + 32.0), UNIT, ROOM - paged, &unit) - 20.0;
    canvas.text((MARGIN, y), Anchor::Start, SMALL, ROOM, &card.as_of);
    y += 40.0;
    canvas.text((MARGIN, y), Anchor::Start, SMALL, ROOM, &card.day);
    canvas.bar((MARGIN, y + 16.0), (ROOM, 14.0), &[(card.elapsed, RED)]);
    y += 50.0;
    if !first {
        return y + 10.0;
    }
    y = score(card, canvas, y + 20.0);
    let place: Vec<String> = card.place.iter().flat_map(|line| PLACE.wrap(line, ROOM, 3)).collect();
    if !place.is_empty() {
        y = canvas.lines((MARGIN, y + 46.0), PLACE, ROOM, &place) - 20.0;
    }
    y = badges(card, canvas, y);
    canvas.text((MARGIN, y + 62.0), Anchor::Start, HEADING, ROOM, &card.on_pace);
    canvas.rect((MARGIN, y + 78.0), (ROOM, 2.0), RULE, None);
    y + 96.0
}

/// The total beside its parts.
fn score(card: &Card, canvas: &mut Canvas, y: f64) -> f64 {
    const PARTS: f64 = 330.0;
    const STEP: f64 = 66.0;
    let total = f64::midpoint(PARTS, MARGIN) - 20.0;
    canvas.text((total, y + 190.0), Anchor::Middle, TOTAL, PARTS - MARGIN - 20.0, &card.total);
    let points = text::plain(&say!(card.lang, "unit-card-points"));
    canvas.text((total, y + 240.0), Anchor::Middle, SMALL, PARTS - MARGIN - 20.0, &points);
    for (at, part) in (0_u32..).zip(&card.parts) {
        let y = y + f64::from(at) * STEP;
        let room = RIGHT - PARTS;
        let figure = FIGURE.width(&part.figure) + 20.0;
        canvas.text((PARTS, y + 34.0), Anchor::Start, PART, room - figure, &part.name);
        canvas.text((RIGHT, y + 34.0), Anchor::End, FIGURE, room, &part.figure);
        part_bar(canvas, part, (PARTS, y + 44.0), (room, 16.0));
    }
    let most = u32::try_from(card.parts.len()).unwrap_or_default();
    y + f64::from(most) * STEP
}

/// What is earned is full, what is added lighter, what is taken off runs from the right and is
/// empty with an outline.
fn part_bar(canvas: &mut Canvas, part: &Part, at: (f64, f64), size: (f64, f64)) {
    match part.kind {
        Kind::Earned => canvas.bar(at, size, &[(part.share, DARK)]),
        Kind::Added => canvas.bar(at, size, &[(part.share, MIDDLE)]),
        Kind::TakenOff => {
            canvas.bar(at, size, &[]);
            let width = size.0 * part.share;
            if width > 0.0 {
                let at = (at.0 + size.0 - width, at.1);
                canvas.rect(at, (width, size.1), LIGHT, Some(RED));
            }
        }
    }
}

/// The badges, each with a small seal.
fn badges(card: &Card, canvas: &mut Canvas, y: f64) -> f64 {
    const SEAL: f64 = 44.0;
    if card.badges.is_empty() {
        return y;
    }
    let mut named: Vec<String> = card.badges.iter().take(MOST_BADGES).cloned().collect();
    if card.badges.len() > MOST_BADGES {
        let more = card.badges.len() - MOST_BADGES;
        named.push(text::plain(&say!(card.lang, "unit-card-more-badges", count = more)));
    }
    let (mut x, mut base) = (MARGIN, y + 50.0);
    for badge in &named {
        let words = BADGE.fit(badge, ROOM - SEAL);
        let width = SEAL + BADGE.width(&words);
        if x > MARGIN && x + width > RIGHT {
            (x, base) = (MARGIN, base + 46.0);
        }
        canvas.done((x + 16.0, base - 10.0), 16.0);
        canvas.text((x + SEAL, base), Anchor::Start, BADGE, ROOM, &words);
        x += width + 36.0;
    }
    base
}

/// One row of pledges; gives its height.
fn draw_row(card: &Card, canvas: &mut Canvas, row: Row<'_>, y: f64) -> f64 {
    for (at, pledge) in (0_u32..).zip(row) {
        let x = MARGIN + f64::from(at) * (COLUMN + GUTTER);
        draw_pledge(card, canvas, pledge, (x, y));
    }
    row_height(card, row)
}

fn row_height(card: &Card, row: Row<'_>) -> f64 {
    let height = |pledge| draw_pledge(card, &mut Canvas::default(), pledge, (MARGIN, 0.0));
    row.iter().map(height).fold(0.0, f64::max)
}

/// A pledge in its column; gives its height.
fn draw_pledge(card: &Card, canvas: &mut Canvas, pledge: &Pledge, at: (f64, f64)) -> f64 {
    let ((x, top), room) = (at, width(card));
    let name = NAME.wrap(&pledge.name, room, 2);
    let mut y = canvas.lines((x, top + 40.0), NAME, room, &name) + 8.0;
    let value = if VALUE.width(&pledge.value) <= room { VALUE } else { LONG_VALUE };
    canvas.text((x, y), Anchor::Start, value, room, &pledge.value);
    y += 38.0;
    if let Some((kept, words)) = &pledge.pace {
        pace(canvas, *kept, words, (x, y), room);
        y += NOTE.leading() + 4.0;
    }
    for note in &pledge.notes {
        let lines = NOTE.wrap(note, room, 2);
        y = canvas.lines((x, y), NOTE, room, &lines);
    }
    if let Some(chart) = &pledge.chart {
        chart.draw(canvas, (x, y - 8.0), (room, CHART));
        y += CHART;
    }
    y - top + 24.0
}

/// Says whether a pledge keeps pace, with a full seal or an empty box.
fn pace(canvas: &mut Canvas, kept: bool, words: &str, at: (f64, f64), room: f64) {
    let (x, base) = at;
    if kept {
        canvas.done((x + 13.0, base - 9.0), 13.0);
    } else {
        canvas.frame((x + 2.0, base - 20.0), (22.0, 22.0), Stroke::solid(GREY, 3.0));
    }
    canvas.text((x + 36.0, base), Anchor::Start, PACE, room - 36.0, words);
}

fn legend(card: &Card, canvas: &mut Canvas, y: f64) -> f64 {
    canvas.legend((MARGIN, y + 40.0), ROOM, LEGEND, &chart::legend(card.lang))
}

/// Draws the foot and gives the height of the picture.
fn foot(card: &Card, canvas: &mut Canvas, y: f64) -> f64 {
    canvas.rect((MARGIN, y), (ROOM, 2.0), RULE, None);
    let y = canvas.lines((MARGIN, y + 42.0), SMALL, ROOM, &card.foot);
    (y + 8.0).ceil()
}
