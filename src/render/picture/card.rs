//! The card of a unit: its score line by line, and its pledges each with a small chart.
//!
//! It follows the words of `/visao` and tells no more than they do: the figures of the score are
//! those the words had ([`Shown`]), the place is their own sentence, or none where they keep silent.
//!
//! One content is one picture, byte for byte, so that it is uploaded once: nothing on it depends on
//! the hour. It is of a day, and names the last fact of the unit that it knows.

pub(super) mod chart;
mod draw;

use chrono::{DateTime, Utc};
use num_rational::BigRational;
use num_traits::{One, ToPrimitive};

use chart::Chart;

use super::kit::clean;

use crate::domain::badge::Badge;
use crate::domain::campaign::{Campaign, IndicatorKind, Unit};
use crate::domain::course::course;
use crate::domain::fact::Fact;
use crate::domain::figure::Fixed;
use crate::domain::ids::IndicatorCode;
use crate::domain::line::{ActivePledge, LineState, Setting};
use crate::domain::quantity::Quantity;
use crate::domain::scoring::{Basis, Item, LeftOut, Omission, Shown, UnitScore};
use crate::domain::unit::UnitState;
use crate::say;
use crate::text::{self, Lang, figures, honours};

/// The longest name in a caption, in UTF-16 units.
const NAME: usize = 160;

/// What a card is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The campaign under the definition in force.
    pub campaign: &'a Campaign,
    /// Whose card.
    pub unit: &'a Unit,
    /// The score, for its lines.
    pub score: &'a UnitScore,
    /// Its parts as the words had them.
    pub shown: &'a Shown,
    /// The state behind it.
    pub state: &'a UnitState,
    /// All facts of the unit, in the order in which they count.
    pub facts: &'a [Fact],
    /// Badges that may be told, the best first.
    pub badges: &'a [Badge],
    /// What the words say of the place, as HTML; nothing where they say nothing.
    pub place: Option<&'a str>,
    /// The instant of the words.
    pub at: DateTime<Utc>,
}

/// A card to be drawn, every word and figure as it will be read.
#[derive(Debug, Clone)]
pub struct Card {
    campaign: String,
    unit: String,
    as_of: String,
    day: String,
    /// How much of the campaign is over, from 0 to 1.
    elapsed: f64,
    place: Vec<String>,
    total: String,
    parts: Vec<Part>,
    badges: Vec<String>,
    pledges: Vec<Pledge>,
    on_pace: String,
    /// The day, then whose campaign it is.
    foot: [String; 2],
    caption: String,
    lang: Lang,
}

/// A part of the score.
#[derive(Debug, Clone)]
struct Part {
    name: String,
    figure: String,
    /// How much of the most there is.
    share: f64,
    kind: Kind,
}

/// What a part does to the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Earned,
    Added,
    TakenOff,
}

/// A line of the unit.
#[derive(Debug, Clone)]
struct Pledge {
    name: String,
    value: String,
    notes: Vec<String>,
    /// Whether it keeps pace, and in words; nothing where that is not asked now.
    pace: Option<(bool, String)>,
    chart: Option<Chart>,
}

impl Card {
    /// The card of a unit.
    pub fn of(source: Source<'_>, lang: Lang) -> Self {
        let Source { campaign, unit, score, shown, place, at, .. } = source;
        let calendar = campaign.calendar();
        let on = calendar.date_at(at);
        let (day, days) = (calendar.day_number(on), calendar.days());
        let pledges = pledges(&source, lang);
        let paced: Vec<bool> =
            pledges.iter().filter_map(|pledge| Some(pledge.pace.as_ref()?.0)).collect();
        let kept = paced.iter().filter(|kept| **kept).count();
        let on_pace =
            text::plain(&say!(lang, "unit-card-pledges", kept = kept, count = paced.len()));
        let total = figures::fixed(shown.total, lang);
        let day_text = text::plain(&day_of(day, days, lang));
        let last = source.facts.iter().map(|fact| fact.counted_at).filter(|told| *told <= at).max();
        let as_of = match last {
            Some(last) => {
                say!(
                    lang,
                    "unit-card-as-of",
                    date = on,
                    last = text::date_time(last, calendar.tz())
                )
            }
            None => say!(lang, "unit-card-as-of-nothing", date = on),
        };
        let definition = campaign.definition();
        let passed = day.clamp(0, i64::from(days)).to_f64().unwrap_or_default();
        Self {
            campaign: definition.name.clone(),
            unit: unit_name(unit),
            as_of: text::plain(&as_of),
            elapsed: passed / f64::from(days.max(1)),
            place: place.map(|html| place_lines(html, lang)).unwrap_or_default(),
            parts: parts(campaign, shown, lang),
            badges: source
                .badges
                .iter()
                .map(|badge| text::plain(&honours::badge(campaign, badge, lang)))
                .collect(),
            foot: [
                text::plain(&say!(lang, "unit-card-foot", day = text::Plain(&day_text), date = on)),
                format!("{} · {}", definition.host, definition.name),
            ],
            caption: caption(&source, (kept, paced.len()), &day_text, lang),
            total,
            pledges,
            on_pace: if score.results.items.is_empty() && score.results.left_out.is_empty() {
                text::plain(&say!(lang, "unit-card-no-pledges"))
            } else {
                on_pace
            },
            day: day_text,
            lang,
        }
    }

    /// The card in words, for those who do not see it: HTML of at most 1,024 UTF-16 units.
    pub fn caption(&self) -> &str {
        &self.caption
    }

    /// The pictures it takes.
    pub fn pages(&self) -> Vec<String> {
        draw::pages(self)
    }
}

/// `Ngày thứ 43/90 của đợt thi đua`, before it and after it other words.
fn day_of(day: i64, days: u32, lang: Lang) -> String {
    if day < 1 {
        say!(lang, "unit-card-not-begun", days = days)
    } else if day > i64::from(days) {
        say!(lang, "picture-ended", days = days)
    } else {
        say!(lang, "picture-day", day = day, days = days)
    }
}

fn caption(source: &Source<'_>, kept: (usize, usize), day: &str, lang: Lang) -> String {
    let shown = source.shown;
    let first = say!(
        lang,
        "unit-card-caption",
        unit = text::shorten(&source.unit.name, NAME),
        day = day,
        total = figures::fixed(shown.total, lang),
        results = figures::fixed(shown.results, lang),
        discipline = figures::fixed(shown.discipline, lang),
        accuracy = figures::fixed(shown.accuracy, lang),
        kept = kept.0,
        count = kept.1
    );
    let whole = source.place.map(|place| format!("{first}\n{place}"));
    whole.filter(|whole| text::fits_caption(whole)).unwrap_or(first)
}

/// The sentence of the place. The font has no arrows: what they say is said in words.
fn place_lines(html: &str, lang: Lang) -> Vec<String> {
    let mut told = text::plain(html);
    for (arrow, up) in [('▲', true), ('▼', false)] {
        let Some(at) = told.find(arrow) else { continue };
        let after = &told[at + arrow.len_utf8()..];
        let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
        let moved = if up {
            say!(lang, "unit-card-up", count = digits.as_str())
        } else {
            say!(lang, "unit-card-down", count = digits.as_str())
        };
        let found = format!(" {arrow}{digits}");
        told = told.replacen(&found, &format!(" · {}", text::plain(&moved)), 1);
    }
    told.lines().map(str::to_owned).collect()
}

fn parts(campaign: &Campaign, shown: &Shown, lang: Lang) -> Vec<Part> {
    let rules = campaign.rules();
    let accuracy = if shown.enough {
        say!(lang, "unit-card-accuracy")
    } else {
        say!(lang, "unit-card-accuracy-few")
    };
    let rows = [
        (say!(lang, "unit-card-results"), shown.results, rules.results_points, Kind::Earned),
        (
            say!(lang, "unit-card-discipline"),
            shown.discipline,
            rules.discipline_points,
            Kind::Earned,
        ),
        (accuracy, shown.accuracy, rules.accuracy_points, Kind::Earned),
        (say!(lang, "unit-card-bonus"), shown.bonus, rules.bonus_cap, Kind::Added),
        (say!(lang, "unit-card-penalty"), shown.penalty, rules.penalty_cap, Kind::TakenOff),
    ];
    let part = |(name, points, most, kind): (String, Fixed<2>, Quantity, Kind)| {
        let sign = match kind {
            Kind::Earned => "",
            Kind::Added => "+",
            Kind::TakenOff => "−",
        };
        let figure = figures::fixed(points, lang);
        Part {
            name: text::plain(&name),
            figure: format!("{sign}{figure}/{}", most.print(lang.notation())),
            share: share(&points.to_rational(), &most.to_rational()),
            kind,
        }
    };
    rows.into_iter().map(part).collect()
}

/// A part of a whole, for a bar.
fn share(part: &BigRational, whole: &BigRational) -> f64 {
    let (part, whole) = (part.to_f64().unwrap_or_default(), whole.to_f64().unwrap_or_default());
    if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.0 }
}

/// The lines in the order of the words: what counts, then what does not count now.
fn pledges(source: &Source<'_>, lang: Lang) -> Vec<Pledge> {
    let results = &source.score.results;
    let counted = results.items.iter().map(|item| counted(source, item, lang));
    let left_out = results.left_out.iter().map(|one| left_out(source, one, lang));
    counted.chain(left_out).collect()
}

fn counted(source: &Source<'_>, item: &Item, lang: Lang) -> Pledge {
    let campaign = source.campaign;
    let name = indicator_name(campaign, &item.indicator);
    let weight = figures::share(&item.weight, lang);
    let points = figures::points(&item.points, lang);
    let drawn = Drawn::of(source, &item.indicator);
    let Some(Drawn { setting, pledge, chart, .. }) =
        drawn.filter(|_| item.basis != Basis::AssignedOnly)
    else {
        let note = say!(lang, "unit-card-not-pledged", weight = weight, points = points);
        let value = text::plain(&say!(lang, "unit-card-no-pledge"));
        let notes = vec![text::plain(&note)];
        return Pledge { name, value, notes, pace: None, chart: None };
    };
    let value = match setting.indicator.kind {
        IndicatorKind::Milestone => steps(item.confirmed, pledge.target, lang),
        // Whether a level is held is told by the weeks; the value is the last one.
        IndicatorKind::Maintain => measured(&setting, item.confirmed, lang),
        _ => {
            let exact = Quantity::from_rational_rounded(&item.value.to_rational());
            measured(&setting, exact.unwrap_or(item.confirmed), lang)
        }
    };
    let reached = say!(
        lang,
        "unit-card-pace",
        completion = figures::share(&item.completion, lang),
        expected = figures::share(&item.expected, lang)
    );
    let kept = item.pace >= BigRational::one();
    let pace = figures::share(&item.pace, lang);
    let pace = if kept {
        say!(lang, "unit-card-kept", pace = pace)
    } else {
        say!(lang, "unit-card-behind", pace = pace)
    };
    let weighed = say!(lang, "unit-card-weight", weight = weight, points = points);
    let mut notes = vec![target(&setting, pledge, lang), text::plain(&reached)];
    if let Some(open) = item.open.filter(|_| setting.indicator.kind.goes_a_way()) {
        let share = figures::share(&campaign.rules().unchecked_share.to_rational(), lang);
        let open = measured(&setting, open, lang);
        notes.push(text::plain(&say!(lang, "unit-card-open", value = open, share = share)));
    }
    notes.push(text::plain(&weighed));
    Pledge { name, value, notes, pace: Some((kept, text::plain(&pace))), chart: Some(chart) }
}

fn left_out(source: &Source<'_>, one: &LeftOut, lang: Lang) -> Pledge {
    let campaign = source.campaign;
    let name = indicator_name(campaign, &one.indicator);
    let why = match one.why {
        Omission::NotPledgedYet => {
            say!(lang, "unit-card-left-not-pledged", day = campaign.rules().ranking_day)
        }
        Omission::NoTarget => say!(lang, "unit-card-left-no-target"),
        Omission::NothingDue => say!(lang, "unit-card-left-nothing-due"),
        Omission::NoWeekClosed => say!(lang, "unit-card-left-no-week"),
    };
    let why = text::plain(&why);
    let Some(Drawn { setting, pledge, line, chart }) = Drawn::of(source, &one.indicator) else {
        let value = text::plain(&say!(lang, "unit-card-no-pledge"));
        return Pledge { name, value, notes: vec![why], pace: None, chart: None };
    };
    let confirmed = line.confirmed_value(&setting);
    let value = if setting.is_stepwise() {
        steps(confirmed, pledge.target, lang)
    } else {
        measured(&setting, confirmed, lang)
    };
    let notes = vec![target(&setting, pledge, lang), why];
    Pledge { name, value, notes, pace: None, chart: Some(chart) }
}

/// A pledge that counts, with its chart.
struct Drawn<'a> {
    setting: Setting<'a>,
    pledge: &'a ActivePledge,
    line: &'a LineState,
    chart: Chart,
}

impl<'a> Drawn<'a> {
    fn of(source: &Source<'a>, indicator: &IndicatorCode) -> Option<Self> {
        let Source { campaign, unit, state, facts, at, .. } = *source;
        let setting = Setting::of(campaign, &unit.code, indicator)?;
        let line = state.line(indicator)?;
        let pledge = line.active.as_ref()?;
        let marks = course(facts.iter().filter(|fact| fact.counted_at <= at), indicator);
        let on = campaign.calendar().date_at(at);
        let chart = Chart::of(campaign, &setting, pledge, &marks, on);
        Some(Self { setting, pledge, line, chart })
    }
}

fn target(setting: &Setting<'_>, pledge: &ActivePledge, lang: Lang) -> String {
    let told = match setting.indicator.kind {
        IndicatorKind::Milestone => {
            let count = setting.steps.len();
            say!(lang, "unit-card-target-steps", count = count, due = pledge.due)
        }
        IndicatorKind::Maintain => {
            let level = measured(setting, pledge.target, lang);
            say!(lang, "unit-card-target-level", level = level, due = pledge.due)
        }
        _ => {
            let target = measured(setting, pledge.target, lang);
            say!(lang, "unit-card-target", target = target, due = pledge.due)
        }
    };
    text::plain(&told)
}

fn steps(done: Quantity, all: Quantity, lang: Lang) -> String {
    let (done, all) = (done.print(lang.notation()), all.print(lang.notation()));
    text::plain(&say!(lang, "unit-card-steps", done = done, all = all))
}

fn measured(setting: &Setting<'_>, value: Quantity, lang: Lang) -> String {
    text::amount(value, &setting.indicator.measure, lang)
}

/// A unit's name; its code where the fonts have none of its letters.
pub(super) fn unit_name(unit: &Unit) -> String {
    let name = clean(&unit.name);
    if name.is_empty() { unit.code.to_string() } else { name }
}

/// An indicator's name; its code where the campaign no longer has it.
fn indicator_name(campaign: &Campaign, code: &IndicatorCode) -> String {
    campaign.indicator(code).map_or_else(|| code.to_string(), |found| found.name.clone())
}

#[cfg(test)]
pub(super) mod tests;
