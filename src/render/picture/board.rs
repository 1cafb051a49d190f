//! The table of a week: what the public sees of it, and the whole for the leaders.
//!
//! Nothing is worked out here. The rows of a post are those of [`board::posted`], the rows of the
//! full table those of [`board::sections`], as in the texts, so that a picture tells no more.

use chrono::{DateTime, Utc};
use num_traits::ToPrimitive;

use super::HEIGHT;
use super::head::{COLUMN, HEADING, Head, MARGIN, NOTE, RIGHT, ROOM, foot, page_of};
use super::kit::{Anchor, Canvas, DARK, Face, INK, LIGHT, MIDDLE, RULE, Style};
use crate::domain::campaign::Campaign;
use crate::domain::figure::Fixed;
use crate::domain::quantity::Quantity;
use crate::domain::ranking::{Standing, Table};
use crate::say;
use crate::text::board::{self, Posted};
use crate::text::{self, Lang, figures};

/// A full table is drawn on at most so many pictures; the command shows the rest.
const MOST_PAGES: usize = 4;

/// How many letters of a digest are shown.
const DIGEST_SHOWN: usize = 8;

const NAME: Style = Style::new(Face::Regular, 40.0, INK);
const TOTAL: Style = Style::new(Face::Bold, 46.0, INK);
const ROW_NAME: Style = Style::new(Face::Regular, 30.0, INK);
const ROW_FIGURE: Style = Style::new(Face::Regular, 28.0, INK);
const ROW_TOTAL: Style = Style::new(Face::Bold, 32.0, INK);
const PLACE: Style = Style::new(Face::Bold, 34.0, INK);
const MOVED: Style = Style::new(Face::Regular, 24.0, INK);

/// Where the columns of a full table end.
const RESULTS_END: f64 = 600.0;
const DISCIPLINE_END: f64 = 706.0;
const ACCURACY_END: f64 = 832.0;
const EXTRA_END: f64 = 930.0;
const NAME_START: f64 = 168.0;
const NAME_ROOM: f64 = 344.0;

/// A table to be drawn, every word and figure as it will be read.
#[derive(Debug, Clone)]
pub struct Board {
    head: Head,
    notes: Vec<String>,
    /// Columns and parts of the totals, for those who see the full table.
    full: Option<Columns>,
    blocks: Vec<Block>,
    /// What is said below the rows.
    below: Vec<String>,
    foot: String,
    lang: Lang,
}

/// The words of a full table's columns.
#[derive(Debug, Clone)]
struct Columns {
    names: [String; 6],
    legend: [String; 3],
}

#[derive(Debug, Clone)]
enum Block {
    Heading(String),
    Row(Row),
}

#[derive(Debug, Clone)]
struct Row {
    place: Option<u32>,
    name: Vec<String>,
    moved: Option<i64>,
    /// Results, discipline, accuracy, what is added and taken off; empty in a post.
    figures: Vec<String>,
    total: String,
    /// The shares of all points that the bar shows.
    parts: Vec<f64>,
}

impl Board {
    /// What a post at an instant shows.
    pub fn posted(
        campaign: &Campaign,
        table: &Table,
        before: Option<&Table>,
        at: DateTime<Utc>,
        lang: Lang,
    ) -> Self {
        let mut drawn = Self::begin(campaign, table, lang);
        match board::posted(campaign, table, before, at, lang) {
            Posted::Note(note) => {
                drawn.notes.push(text::plain(&note));
                // Nothing of a table that is not shown, not even its digest.
                drawn.foot.clone_from(&campaign.definition().host);
            }
            Posted::Leading(shown) => {
                for leaders in shown.clusters.iter().filter(|it| !it.standings.is_empty()) {
                    if !leaders.name.is_empty() {
                        drawn.blocks.push(Block::Heading(leaders.name.clone()));
                    }
                    let rows = leaders.standings.iter();
                    drawn
                        .blocks
                        .extend(rows.map(|row| Block::Row(Row::posted(campaign, row, lang))));
                }
                drawn.below.extend(board::improved(&shown, lang).map(|line| text::plain(&line)));
            }
        }
        drawn
    }

    /// The same with what is said in private to one person below the rows.
    #[must_use]
    pub fn with(mut self, html: &str) -> Self {
        self.below.extend(html.lines().map(text::plain));
        self
    }

    /// The whole table, for those who may see it.
    pub fn full(campaign: &Campaign, table: &Table, lang: Lang) -> Self {
        let mut drawn = Self::begin(campaign, table, lang);
        if table.frozen {
            drawn.notes.push(text::plain(&say!(lang, "board-frozen-leaders")));
        }
        let unranked = board::unranked(campaign, table, lang);
        drawn.notes.extend(unranked.map(|note| text::plain(&note)));
        for section in board::sections(table) {
            let heading = section.heading(lang).map(|html| text::plain(&html));
            drawn.blocks.extend(heading.map(Block::Heading));
            let rows = section.standings.iter();
            drawn.blocks.extend(rows.map(|row| Block::Row(Row::full(campaign, row, lang))));
        }
        if !table.overall.is_empty() {
            drawn.full = Some(Columns::of(campaign, lang));
        }
        drawn
    }

    fn begin(campaign: &Campaign, table: &Table, lang: Lang) -> Self {
        let at = text::date_time(table.as_of, campaign.calendar().tz());
        let closed = match &table.digest {
            Some(_) => say!(lang, "picture-closed", at = at),
            None => say!(lang, "board-open-at", at = at),
        };
        let title = text::plain(&say!(lang, "picture-week", week = table.week.0));
        let digest = table.digest.as_deref().and_then(|digest| digest.get(..DIGEST_SHOWN));
        let foot = [
            Some(campaign.definition().host.clone()),
            digest.map(|digest| text::plain(&say!(lang, "picture-digest", digest = digest))),
        ];
        Self {
            head: Head::new(campaign, title, text::plain(&closed), table.as_of, lang),
            notes: Vec::new(),
            full: None,
            blocks: Vec::new(),
            below: Vec::new(),
            foot: foot.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            lang,
        }
    }

    /// The first picture; a post has no other.
    pub fn svg(&self) -> String {
        self.svgs(1).into_iter().next().unwrap_or_default()
    }

    /// All pictures it takes.
    pub fn pages(&self) -> Vec<String> {
        self.svgs(MOST_PAGES)
    }

    fn svgs(&self, most: usize) -> Vec<String> {
        let mut pages = self.broken();
        let left: usize = pages
            .iter()
            .skip(most)
            .flatten()
            .filter(|block| matches!(block, Block::Row(_)))
            .count();
        pages.truncate(most);
        let count = pages.len();
        let drawn = pages.iter().enumerate().map(|(at, blocks)| {
            let page = page_of(at, count, self.lang);
            let mut below = if at + 1 == count { self.below.clone() } else { Vec::new() };
            if at + 1 == count && left > 0 {
                below.insert(0, text::plain(&say!(self.lang, "list-more", count = left)));
            }
            self.page(blocks, page.as_deref(), &below)
        });
        drawn.collect()
    }

    /// The blocks page by page; a cluster that goes on has its heading again.
    fn broken(&self) -> Vec<Vec<Block>> {
        let room = HEIGHT - self.head_height() - self.foot_height();
        let mut pages: Vec<Vec<Block>> = vec![Vec::new()];
        let (mut used, mut heading): (f64, Option<&Block>) = (0.0, None);
        for (at, block) in self.blocks.iter().enumerate() {
            let height = self.block_height(block);
            // A heading stays with its first row.
            let with = match (block, self.blocks.get(at + 1)) {
                (Block::Heading(_), Some(next)) => height + self.block_height(next),
                _ => height,
            };
            if matches!(block, Block::Heading(_)) {
                heading = Some(block);
            }
            if used > 0.0 && used + with > room {
                pages.push(Vec::new());
                used = 0.0;
                if let (Block::Row(_), Some(again), Some(page)) = (block, heading, pages.last_mut())
                {
                    page.push(again.clone());
                    used = self.block_height(again);
                }
            }
            if let Some(page) = pages.last_mut() {
                page.push(block.clone());
            }
            used += height;
        }
        pages
    }

    fn note_lines(&self) -> Vec<String> {
        self.notes.iter().flat_map(|note| NOTE.wrap(note, ROOM, 4)).collect()
    }

    fn below_lines(below: &[String]) -> Vec<String> {
        below.iter().flat_map(|line| NOTE.wrap(line, ROOM, 3)).collect()
    }

    /// The height of everything above the rows, as [`Self::head`] draws it.
    fn head_height(&self) -> f64 {
        self.head(&mut Canvas::default(), None)
    }

    /// Room for the longest foot.
    fn foot_height(&self) -> f64 {
        let below = Self::below_lines(&self.below);
        let more = vec![NOTE.leading(); below.len() + 1];
        more.iter().sum::<f64>() + 40.0 + if self.full.is_some() { 150.0 } else { 80.0 }
    }

    fn block_height(&self, block: &Block) -> f64 {
        match block {
            Block::Heading(_) => 76.0,
            Block::Row(row) => {
                let style = if self.full.is_some() { ROW_NAME } else { NAME };
                let lines: f64 = row.name.iter().map(|_| style.leading()).sum();
                lines + if self.full.is_some() { 32.0 } else { 52.0 }
            }
        }
    }

    fn page(&self, blocks: &[Block], page: Option<&str>, below: &[String]) -> String {
        let mut canvas = Canvas::default();
        let mut y = self.head(&mut canvas, page);
        for block in blocks {
            match block {
                Block::Heading(name) => {
                    let at = (MARGIN, y + 50.0);
                    canvas.text(at, Anchor::Start, HEADING, ROOM, name);
                    canvas.rect((MARGIN, y + 64.0), (ROOM, 2.0), RULE, None);
                }
                Block::Row(row) if self.full.is_some() => row.draw_full(&mut canvas, y),
                Block::Row(row) => row.draw_posted(&mut canvas, y),
            }
            y += self.block_height(block);
        }
        let lines = Self::below_lines(below);
        if !lines.is_empty() {
            y = canvas.lines((MARGIN, y + 50.0), NOTE, ROOM, &lines) - 30.0;
        }
        if let Some(columns) = &self.full {
            y = columns.legend(&mut canvas, y + 24.0);
        }
        foot(canvas, y, &self.foot)
    }

    /// Draws what stands above the rows and gives where they begin.
    fn head(&self, canvas: &mut Canvas, page: Option<&str>) -> f64 {
        let mut y = self.head.draw(canvas, page);
        let notes = self.note_lines();
        if !notes.is_empty() {
            y = canvas.lines((MARGIN, y + 40.0), NOTE, ROOM, &notes) - 20.0;
        }
        match &self.full {
            Some(columns) => columns.draw(canvas, y),
            None => y,
        }
    }
}

impl Columns {
    fn of(campaign: &Campaign, lang: Lang) -> Self {
        let rules = campaign.rules();
        let plain = |html: String| text::plain(&html);
        let results = plain(say!(lang, "picture-results"));
        let discipline = plain(say!(lang, "picture-discipline"));
        let accuracy = plain(say!(lang, "picture-accuracy"));
        let legend = |name: &str, most: Quantity| {
            let most = most.print(lang.notation());
            plain(say!(lang, "picture-legend", name = name, most = most))
        };
        Self {
            legend: [
                legend(&results, rules.results_points),
                legend(&discipline, rules.discipline_points),
                legend(&accuracy, rules.accuracy_points),
            ],
            names: [
                plain(say!(lang, "picture-unit")),
                results,
                discipline,
                accuracy,
                plain(say!(lang, "picture-extra")),
                plain(say!(lang, "picture-total")),
            ],
        }
    }

    fn draw(&self, canvas: &mut Canvas, y: f64) -> f64 {
        let [unit, numbers @ ..] = &self.names;
        canvas.text((NAME_START, y + 40.0), Anchor::Start, COLUMN, NAME_ROOM - 60.0, unit);
        let ends = [RESULTS_END, DISCIPLINE_END, ACCURACY_END, EXTRA_END, RIGHT];
        let mut from = NAME_START + NAME_ROOM - 50.0;
        for (name, end) in numbers.iter().zip(ends) {
            // No heading reaches into the column before it.
            canvas.text((end, y + 40.0), Anchor::End, COLUMN, end - from - 10.0, name);
            from = end;
        }
        y + 56.0
    }

    fn legend(&self, canvas: &mut Canvas, y: f64) -> f64 {
        let mut x = MARGIN;
        for (name, color) in self.legend.iter().zip([DARK, MIDDLE, LIGHT]) {
            canvas.rect((x, y + 14.0), (28.0, 28.0), color, Some(DARK));
            canvas.text((x + 40.0, y + 38.0), Anchor::Start, COLUMN, ROOM / 3.0 - 50.0, name);
            x += ROOM / 3.0;
        }
        y + 50.0
    }
}

/// What a figure is of a whole, for a bar.
fn share<const PLACES: u32>(figure: Fixed<PLACES>, campaign: &Campaign) -> f64 {
    let rules = campaign.rules();
    let all = [rules.results_points, rules.discipline_points, rules.accuracy_points];
    let all: num_rational::BigRational = all.iter().map(|points| points.to_rational()).sum();
    let all = all.to_f64().filter(|all| *all > 0.0).unwrap_or(100.0);
    figure.to_rational().to_f64().unwrap_or_default() / all
}

impl Row {
    /// As a post has it: no places won or lost, no parts of the total.
    fn posted(campaign: &Campaign, row: &Standing, lang: Lang) -> Self {
        Self {
            place: row.place,
            name: name_lines(row, NAME, 680.0),
            moved: None,
            figures: Vec::new(),
            total: figures::fixed(row.total, lang),
            parts: vec![share(row.total, campaign)],
        }
    }

    fn full(campaign: &Campaign, row: &Standing, lang: Lang) -> Self {
        let extra = Fixed::<2>::from_units(row.bonus.units() - row.penalty.units());
        let plus = if extra.units() > 0 { "+" } else { "" };
        Self {
            place: row.place,
            name: name_lines(row, ROW_NAME, NAME_ROOM),
            moved: row.moved,
            figures: vec![
                figures::fixed(row.results, lang),
                figures::fixed(row.discipline, lang),
                figures::fixed(row.accuracy, lang),
                format!("{plus}{}", figures::fixed(extra, lang)),
            ],
            total: figures::fixed(row.total, lang),
            parts: vec![
                share(row.results, campaign),
                share(row.discipline, campaign),
                share(row.accuracy, campaign),
            ],
        }
    }

    fn draw_posted(&self, canvas: &mut Canvas, y: f64) {
        let middle = y + 44.0;
        match self.place {
            Some(place @ 1..=3) => canvas.medal((MARGIN + 38.0, middle - 4.0), 30.0, place),
            Some(place) => {
                let text = place.to_string();
                canvas.text((MARGIN + 38.0, middle + 12.0), Anchor::Middle, PLACE, 90.0, &text);
            }
            None => {}
        }
        let x = MARGIN + 100.0;
        let end = canvas.lines((x, y + 44.0), NAME, 680.0, &self.name) - NAME.leading();
        canvas.text((RIGHT, y + 46.0), Anchor::End, TOTAL, 190.0, &self.total);
        self.bar(canvas, (x, end + 18.0), (RIGHT - x, 18.0));
    }

    fn draw_full(&self, canvas: &mut Canvas, y: f64) {
        let base = y + 34.0;
        match self.place {
            Some(place @ 1..=3) => canvas.medal((MARGIN + 22.0, y + 24.0), 20.0, place),
            Some(place) => {
                let text = place.to_string();
                canvas.text((MARGIN + 22.0, base), Anchor::Middle, PLACE, 60.0, &text);
            }
            None => {}
        }
        if let Some(moved @ (1.. | ..=-1)) = self.moved {
            canvas.arrow((MARGIN + 62.0, base - 9.0), 18.0, moved > 0);
            let by = moved.unsigned_abs().to_string();
            canvas.text((MARGIN + 76.0, base), Anchor::Start, MOVED, 40.0, &by);
        }
        let lines = &self.name;
        let end = canvas.lines((NAME_START, base), ROW_NAME, NAME_ROOM, lines) - ROW_NAME.leading();
        let ends = [RESULTS_END, DISCIPLINE_END, ACCURACY_END, EXTRA_END];
        for (figure, end) in self.figures.iter().zip(ends) {
            canvas.text((end, base), Anchor::End, ROW_FIGURE, 100.0, figure);
        }
        canvas.text((RIGHT, base), Anchor::End, ROW_TOTAL, 100.0, &self.total);
        self.bar(canvas, (NAME_START, end + 14.0), (RIGHT - NAME_START, 10.0));
    }

    fn bar(&self, canvas: &mut Canvas, at: (f64, f64), size: (f64, f64)) {
        let colors = [DARK, MIDDLE, LIGHT];
        let parts: Vec<(f64, &str)> = self.parts.iter().copied().zip(colors).collect();
        canvas.bar(at, size, &parts);
    }
}

/// A unit's name in at most two lines; its code where the fonts have none of its letters.
fn name_lines(row: &Standing, style: Style, room: f64) -> Vec<String> {
    let lines = style.wrap(&row.name, room, 2);
    if lines.iter().all(String::is_empty) {
        return style.wrap(row.unit.as_str(), room, 1);
    }
    lines
}
