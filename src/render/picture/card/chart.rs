//! The small chart of a pledge: what was to be reached by when, and what was.
//!
//! Heights are values themselves, so that a debt that falls is seen to fall. Only the drawing uses
//! floating point; every figure in words comes from the score.

use chrono::NaiveDate;
use num_traits::ToPrimitive;

use super::super::kit::shapes::{Sign, Stroke};
use super::super::kit::{Canvas, DARK, GREY, INK, RED, RULE};
use crate::domain::campaign::{Campaign, IndicatorKind};
use crate::domain::course::Mark;
use crate::domain::line::{ActivePledge, Setting, Value};
use crate::domain::quantity::Quantity;
use crate::domain::scoring;
use crate::say;
use crate::text::{self, Lang};

/// What was to be reached.
const DUE: Stroke = Stroke::dashed(GREY, 3.0, "9 6");
/// The target.
const TARGET: Stroke = Stroke::solid(RED, 3.0);
/// The day.
const TODAY: Stroke = Stroke::dashed(INK, 2.0, "2 6");
/// The way there.
const WAY: Stroke = Stroke::solid(DARK, 3.5);
const AXIS: Stroke = Stroke::solid(RULE, 2.0);

/// So much of the way is left free above and below.
const AIR: f64 = 0.12;

/// A chart to be drawn. Days are shares of the campaign, heights shares of the chart.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::render::picture) struct Chart {
    due: Vec<(f64, f64)>,
    target: f64,
    today: f64,
    way: Vec<(f64, f64)>,
    marks: Vec<(f64, f64, bool)>,
}

impl Chart {
    /// Of a pledge with the figures of its line, as of a day.
    pub(in crate::render::picture) fn of(
        campaign: &Campaign,
        setting: &Setting<'_>,
        pledge: &ActivePledge,
        marks: &[Mark],
        on: NaiveDate,
    ) -> Self {
        let heights = Heights::of(setting, pledge);
        let across = |date: NaiveDate| across(campaign, date);
        let date = |mark: &Mark| campaign.calendar().date_at(mark.at);
        let marks: Vec<(f64, f64, bool)> = marks
            .iter()
            .map(|mark| (across(date(mark)), height_of(setting, mark.value), mark.checked))
            .collect();
        let due = required(campaign, setting, pledge, &heights);
        let mut way: Vec<(f64, f64)> =
            heights.start.map(|start| (0.0, start)).into_iter().collect();
        way.extend(marks.iter().map(|(x, y, _)| (*x, *y)));
        let frame = Frame::around(heights.target, due.iter().chain(&way).map(|(_, y)| *y));
        Self {
            due: due.iter().map(|(x, y)| (*x, frame.place(*y))).collect(),
            target: frame.place(heights.target),
            today: across(on),
            way: way.iter().map(|(x, y)| (*x, frame.place(*y))).collect(),
            marks: marks.iter().map(|(x, y, checked)| (*x, frame.place(*y), *checked)).collect(),
        }
    }

    /// Draws it into a box.
    pub(in crate::render::picture) fn draw(
        &self,
        canvas: &mut Canvas,
        at: (f64, f64),
        size: (f64, f64),
    ) {
        let ((left, top), (width, height)) = (at, size);
        let point = |(x, y): (f64, f64)| (left + x * width, top + (1.0 - y) * height);
        canvas.line(&[(left, top), (left, top + height), (left + width, top + height)], AXIS);
        let (from, to) = (point((0.0, self.target)), point((1.0, self.target)));
        canvas.line(&[from, to], TARGET);
        let today = left + self.today * width;
        canvas.line(&[(today, top), (today, top + height)], TODAY);
        let due: Vec<(f64, f64)> = self.due.iter().copied().map(point).collect();
        canvas.line(&due, DUE);
        let way: Vec<(f64, f64)> = self.way.iter().copied().map(point).collect();
        canvas.line(&way, WAY);
        for (x, y, checked) in &self.marks {
            let at = point((*x, *y));
            if *checked {
                canvas.disc(at, 8.0, DARK);
            } else {
                canvas.diamond(at, 10.0);
            }
        }
    }
}

/// What the signs of a chart mean.
pub(in crate::render::picture) fn legend(lang: Lang) -> Vec<(Sign, String)> {
    let entries = [
        (Sign::Disc, say!(lang, "unit-card-legend-checked")),
        (Sign::Diamond, say!(lang, "unit-card-legend-unchecked")),
        (Sign::Line(DUE), say!(lang, "unit-card-legend-due")),
        (Sign::Line(TARGET), say!(lang, "unit-card-legend-target")),
        (Sign::Upright(TODAY), say!(lang, "unit-card-legend-today")),
    ];
    entries.into_iter().map(|(sign, words)| (sign, text::plain(&words))).collect()
}

/// Where a date stands between the campaign's first day and its last.
fn across(campaign: &Campaign, date: NaiveDate) -> f64 {
    let calendar = campaign.calendar();
    let last = f64::from(calendar.days().saturating_sub(1).max(1));
    let passed = calendar.day_number(date).saturating_sub(1);
    (passed.to_f64().unwrap_or_default() / last).clamp(0.0, 1.0)
}

/// The heights a pledge is measured at: values, or the share of the steps done.
struct Heights {
    /// Where the way begins; a level to maintain has no beginning.
    start: Option<f64>,
    target: f64,
}

impl Heights {
    fn of(setting: &Setting<'_>, pledge: &ActivePledge) -> Self {
        match setting.indicator.kind {
            IndicatorKind::Milestone => Self { start: Some(0.0), target: 1.0 },
            IndicatorKind::Maintain => Self { start: None, target: height(pledge.target) },
            _ => Self { start: Some(height(setting.baseline)), target: height(pledge.target) },
        }
    }
}

/// How high a value of a line stands: a value, or the share of the steps done.
fn height_of(setting: &Setting<'_>, value: Quantity) -> f64 {
    if setting.is_stepwise() {
        let nothing_open = None;
        let share = scoring::step_completion(setting, value, nothing_open, Quantity::ZERO);
        return share.to_f64().unwrap_or_default();
    }
    height(value)
}

fn height(value: Quantity) -> f64 {
    Value::from(value).to_rational().to_f64().unwrap_or_default()
}

/// What was to be reached by each day up to the pledge's date.
fn required(
    campaign: &Campaign,
    setting: &Setting<'_>,
    pledge: &ActivePledge,
    heights: &Heights,
) -> Vec<(f64, f64)> {
    let calendar = campaign.calendar();
    let Some(start) = heights.start else { return Vec::new() };
    if setting.is_stepwise() {
        return stairs(campaign, setting);
    }
    let mut points = vec![(0.0, start)];
    let until = pledge.due.min(calendar.end());
    for date in calendar.start().iter_days().take_while(|date| *date <= until) {
        // A week is fine enough: the line only bends at days off.
        if calendar.day_number(date) % 7 == 0 || date == until {
            let share = scoring::expected(calendar, campaign.rules(), pledge.due, date);
            let share = share.to_f64().unwrap_or_default();
            points.push((across(campaign, date), start + share * (heights.target - start)));
        }
    }
    points
}

/// The weights of the steps due, step by step.
fn stairs(campaign: &Campaign, setting: &Setting<'_>) -> Vec<(f64, f64)> {
    let weight = |weight: Quantity| height(weight);
    let whole: f64 = setting.steps.iter().map(|step| weight(step.weight)).sum();
    let (mut points, mut done) = (vec![(0.0, 0.0)], 0.0);
    for step in setting.steps {
        let x = across(campaign, step.due);
        points.push((x, done));
        done += if whole > 0.0 { weight(step.weight) / whole } else { 0.0 };
        points.push((x, done));
    }
    points
}

/// The heights that are shown. One figure far off must not press all others flat.
struct Frame {
    low: f64,
    span: f64,
}

impl Frame {
    fn around(target: f64, heights: impl Iterator<Item = f64> + Clone) -> Self {
        let start = heights.clone().next().unwrap_or(target);
        let whole = (target - start).abs();
        let reach = if whole > 0.0 { whole } else { f64::INFINITY };
        let (least, most) = (start.min(target) - reach, start.max(target) + reach);
        let held = heights.map(|height| height.clamp(least, most));
        let (low, high) =
            held.fold((target, target), |(low, high), it| (low.min(it), high.max(it)));
        let span = if high - low > 0.0 { high - low } else { 1.0 };
        Self { low: low - span * AIR, span: span * (1.0 + 2.0 * AIR) }
    }

    fn place(&self, height: f64) -> f64 {
        ((height - self.low) / self.span).clamp(0.0, 1.0)
    }
}
