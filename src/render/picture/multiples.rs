//! Indicators side by side: for each a small chart of all units it is assigned to, in the order of
//! the alphabet, with the threshold. Every figure is the brief's own, as in its sentences.

use num_traits::ToPrimitive;

use super::HEIGHT;
use super::head::{COLUMN, FOOT, Head, MARGIN, RIGHT, ROOM, foot, packed, page_of};
use super::kit::{Anchor, Canvas, DARK, Face, INK, LIGHT, RED, RULE, Style};
use crate::domain::briefing::{Brief, IndicatorBrief, Reached};
use crate::domain::campaign::Campaign;
use crate::domain::collation;
use crate::domain::ids::UnitCode;
use crate::say;
use crate::text::{self, Lang, figures};

/// Charts beside one another.
const ABREAST: usize = 3;
/// They are drawn on at most so many pictures.
const MOST_PAGES: usize = 3;

/// Where the charts begin; the units' names stand before.
const FIRST: f64 = 320.0;
const NAME_ROOM: f64 = FIRST - MARGIN - 16.0;
/// Room for a figure behind its bar.
const FIGURE: f64 = 92.0;
const GAP: f64 = 20.0;
const ROW: f64 = 46.0;
/// Above the rows of a chart at most: the indicator's name and how many units are above the
/// threshold.
const TOP: f64 = 198.0;

const CHART: Style = Style::new(Face::Bold, 25.0, INK);
const ABOVE: Style = Style::new(Face::Regular, 22.0, INK);
const NAME: Style = Style::new(Face::Regular, 24.0, INK);
const SMALLER: Style = Style::new(Face::Regular, 19.0, INK);
const NUMBER: Style = Style::new(Face::Regular, 23.0, INK);

/// The indicators of a brief to be drawn.
#[derive(Debug, Clone)]
pub struct Multiples {
    head: Head,
    legend: [String; 3],
    bands: Vec<Band>,
    foot: String,
    lang: Lang,
}

/// Charts that share their units' names.
#[derive(Debug, Clone)]
struct Band {
    units: Vec<(UnitCode, String)>,
    charts: Vec<Chart>,
    /// How wide each chart is.
    width: f64,
}

/// One indicator.
#[derive(Debug, Clone)]
struct Chart {
    name: Vec<String>,
    above: Vec<String>,
    /// In percent, as the bars.
    threshold: f64,
    /// What the whole width stands for, in percent.
    most: f64,
    bars: Vec<Option<Bar>>,
}

/// How far a unit has come.
#[derive(Debug, Clone)]
struct Bar {
    percent: Option<f64>,
    figure: String,
    above: bool,
}

impl Multiples {
    /// The indicators of a brief; nothing where it has none.
    pub fn of(campaign: &Campaign, brief: &Brief, lang: Lang) -> Option<Self> {
        let shown: Vec<&IndicatorBrief> =
            brief.indicators.iter().filter(|it| it.units.total > 0).collect();
        let first = shown.first()?;
        let at = text::date_time(brief.as_of, campaign.calendar().tz());
        let line = text::plain(&say!(lang, "picture-multiples-at", at = at));
        let title = text::plain(&say!(lang, "picture-multiples"));
        let head = Head::new(campaign, title, line, brief.as_of, lang);
        let threshold = first.units.threshold.print(lang.notation());
        let legend = [
            say!(lang, "picture-multiples-above", threshold = threshold),
            say!(lang, "picture-multiples-below", threshold = threshold),
            say!(lang, "picture-multiples-threshold", threshold = threshold),
        ];
        let room = HEIGHT - head.height() - 70.0 - FOOT;
        let rows = ((room - TOP) / ROW).floor().to_usize().unwrap_or(1).max(1);
        let bands = shown.len().div_ceil(ABREAST);
        let abreast = shown.len().div_ceil(bands);
        Some(Self {
            head,
            legend: legend.map(|html| text::plain(&html)),
            bands: shown
                .chunks(abreast)
                .flat_map(|indicators| Band::of(indicators, rows, abreast, lang))
                .collect(),
            foot: campaign.definition().host.clone(),
            lang,
        })
    }

    /// All pictures it takes.
    pub fn pages(&self) -> Vec<String> {
        let room = HEIGHT - self.head.height() - 70.0 - FOOT;
        let bands = self.bands.iter().map(|band| (band.height(), band)).collect();
        let mut pages = packed(bands, room);
        let foot_line = if pages.len() > MOST_PAGES {
            text::plain(&say!(self.lang, "picture-multiples-more"))
        } else {
            self.foot.clone()
        };
        pages.truncate(MOST_PAGES);
        let count = pages.len();
        let drawn = pages.iter().enumerate().map(|(at, bands)| {
            let mut canvas = Canvas::default();
            let page = page_of(at, count, self.lang);
            let mut y = self.head.draw(&mut canvas, page.as_deref());
            self.draw_legend(&mut canvas, y);
            y += 70.0;
            for band in bands {
                band.draw(&mut canvas, y);
                y += band.height();
            }
            foot(canvas, y, &foot_line)
        });
        drawn.collect()
    }

    fn draw_legend(&self, canvas: &mut Canvas, y: f64) {
        let [above, below, threshold] = &self.legend;
        let room = ROOM / 3.0;
        let mut x = MARGIN;
        for (name, color) in [(above, DARK), (below, LIGHT)] {
            canvas.rect((x, y + 20.0), (28.0, 20.0), color, Some(DARK));
            canvas.text((x + 40.0, y + 38.0), Anchor::Start, COLUMN, room - 50.0, name);
            x += room;
        }
        canvas.rect((x + 12.0, y + 14.0), (4.0, 32.0), RED, None);
        canvas.text((x + 40.0, y + 38.0), Anchor::Start, COLUMN, room - 50.0, threshold);
    }
}

impl Band {
    /// The charts of these indicators, on as many bands as so many rows each make of their units.
    fn of(indicators: &[&IndicatorBrief], rows: usize, abreast: usize, lang: Lang) -> Vec<Self> {
        let every = indicators.iter().flat_map(|indicator| &indicator.reached);
        let mut units: Vec<(UnitCode, String)> =
            every.map(|one| (one.unit.clone(), one.name.clone())).collect();
        units.sort_by_cached_key(|(code, name)| (collation::key(name), code.clone()));
        units.dedup();
        // A last band of fewer charts keeps the columns of the others.
        let width = (RIGHT - FIRST + GAP) / f64::from(u32::try_from(abreast).unwrap_or(1)) - GAP;
        let band = |units: &[(UnitCode, String)]| Self {
            width,
            units: units.to_vec(),
            charts: indicators.iter().map(|it| Chart::of(it, units, width, lang)).collect(),
        };
        units.chunks(rows).map(band).collect()
    }

    /// Above the rows.
    fn top(&self) -> f64 {
        let lines = |of: fn(&Chart) -> &Vec<String>, style: Style| {
            let most = self.charts.iter().map(|chart| of(chart).len()).max().unwrap_or(0);
            style.leading() * f64::from(u32::try_from(most).unwrap_or(1))
        };
        (lines(|it| &it.name, CHART) + lines(|it| &it.above, ABOVE) + 46.0).min(TOP)
    }

    fn height(&self) -> f64 {
        self.top() + ROW * f64::from(u32::try_from(self.units.len()).unwrap_or(u32::MAX)) + 24.0
    }

    fn draw(&self, canvas: &mut Canvas, y: f64) {
        let top = y + self.top();
        let mut row = top;
        for (code, name) in &self.units {
            canvas.rect((MARGIN, row + ROW - 1.0), (ROOM, 1.0), "#e4e4e4", None);
            draw_name(canvas, row + ROW / 2.0, code, name);
            row += ROW;
        }
        let mut x = FIRST;
        for chart in &self.charts {
            chart.draw(canvas, (x, y), top, self.width);
            x += self.width + GAP;
        }
    }
}

/// A unit's name on one line or two; its code where the fonts have none of its letters.
fn draw_name(canvas: &mut Canvas, middle: f64, code: &UnitCode, name: &str) {
    let shown = super::kit::clean(name);
    let shown = if shown.is_empty() { code.as_str() } else { &shown };
    if NAME.width(shown) <= NAME_ROOM {
        canvas.text((MARGIN, middle + 9.0), Anchor::Start, NAME, NAME_ROOM, shown);
        return;
    }
    let lines = SMALLER.wrap(shown, NAME_ROOM, 2);
    let y = if lines.len() > 1 { middle - 4.0 } else { middle + 7.0 };
    canvas.lines((MARGIN, y), SMALLER, NAME_ROOM, &lines);
}

impl Chart {
    fn of(
        indicator: &IndicatorBrief,
        units: &[(UnitCode, String)],
        width: f64,
        lang: Lang,
    ) -> Self {
        let found = |code: &UnitCode| indicator.reached.iter().find(|one| one.unit == *code);
        let bar = |one: &Reached| Bar {
            percent: one.percent.and_then(|percent| percent.to_rational().to_f64()),
            figure: one
                .percent
                .map_or_else(|| "–".to_owned(), |percent| figures::percent(percent, lang)),
            above: one.above,
        };
        let furthest = indicator.reached.iter().filter_map(|one| one.percent);
        let furthest = furthest.filter_map(|percent| percent.to_rational().to_f64());
        let units_above = &indicator.units;
        let above = say!(
            lang,
            "brief-above",
            above = units_above.above,
            total = units_above.total,
            threshold = units_above.threshold.print(lang.notation())
        );
        Self {
            name: CHART.wrap(&indicator.name, width, 3),
            above: ABOVE.wrap(text::plain(&above).trim_end_matches('.'), width, 2),
            threshold: units_above.threshold.to_rational().to_f64().unwrap_or_default(),
            most: furthest.fold(100.0, f64::max).min(150.0),
            bars: units.iter().map(|(code, _)| found(code).map(bar)).collect(),
        }
    }

    fn draw(&self, canvas: &mut Canvas, at: (f64, f64), top: f64, width: f64) {
        let (x, y) = at;
        canvas.rect((x, y + 10.0), (width, 3.0), INK, None);
        canvas.lines((x, y + 42.0), CHART, width, &self.name);
        let lines = ABOVE.leading() * f64::from(u32::try_from(self.above.len()).unwrap_or(1));
        canvas.lines((x, top - lines + 10.0), ABOVE, width, &self.above);
        let room = width - FIGURE;
        let scale = |percent: f64| (percent / self.most).clamp(0.0, 1.0) * room;
        let mut row = top;
        for bar in &self.bars {
            if let Some(bar) = bar {
                let color = if bar.above { DARK } else { LIGHT };
                let reached = bar.percent.map_or(0.0, scale);
                if reached > 0.0 {
                    canvas.rect((x, row + 11.0), (reached, ROW - 24.0), color, Some(DARK));
                }
                let figure = (x + width, row + ROW / 2.0 + 8.0);
                canvas.text(figure, Anchor::End, NUMBER, FIGURE, &bar.figure);
            }
            row += ROW;
        }
        canvas.rect((x, top), (1.5, row - top), RULE, None);
        if self.threshold > 0.0 && self.threshold <= self.most {
            canvas.rect((x + scale(self.threshold) - 2.0, top), (4.0, row - top), RED, None);
        }
    }
}

#[cfg(test)]
mod tests;
