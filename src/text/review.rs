//! The sentences of the report of the middle and of the end. Their figures come from the brief,
//! from the table and from the scores behind them, and from nowhere else.

use super::{Html, Lang, corrections, escape, figures, shorten};
use crate::domain::campaign::Campaign;
use crate::domain::fact::Line;
use crate::domain::quantity::sentence;
use crate::domain::ranking::{Improvement, Leaders, PublicBoard};
use crate::domain::review::{Cause, Conduct};
use crate::domain::scoring::ratio;
use crate::say;

/// How many of the things that units said about one indicator are told.
const TEXTS: usize = 5;
/// How long one of them may be, in UTF-16 units.
const LONGEST: usize = 300;

/// How the units kept to the rules of reporting.
pub fn conduct(conduct: Conduct, lang: Lang) -> Vec<String> {
    let share = |part: u32, whole: u32| figures::share(&ratio(part.into(), whole.into()), lang);
    let mut lines = Vec::new();
    if conduct.due > 0 {
        lines.push(say!(
            lang,
            "review-reports",
            ontime = count(conduct.on_time, lang),
            due = count(conduct.due, lang),
            share = share(conduct.on_time, conduct.due)
        ));
    }
    if conduct.checked > 0 {
        lines.push(say!(
            lang,
            "review-checks",
            confirmed = count(conduct.confirmed, lang),
            checked = count(conduct.checked, lang),
            share = share(conduct.confirmed, conduct.checked)
        ));
    }
    lines
}

/// A number of things in the notation of a language: `1.211`.
fn count(number: u32, lang: Lang) -> String {
    sentence(&ratio(number.into(), 1), lang.notation())
}

/// Who leads, cluster by cluster, and who gained most since `since`: what may be said in public.
pub fn standing_out(board: &PublicBoard, since: Option<&str>, lang: Lang) -> Vec<String> {
    let led = board.clusters.iter().filter(|leaders| !leaders.standings.is_empty());
    let mut lines: Vec<String> = led.map(|leaders| leading(leaders, lang)).collect();
    if let (Some(since), false) = (since, board.most_improved.is_empty()) {
        let gained = |unit: &Improvement| {
            let gain = figures::fixed(unit.gain, lang);
            say!(lang, "review-gain", unit = unit.name, gain = gain)
        };
        let units: Vec<String> = board.most_improved.iter().map(gained).collect();
        let units = Html(units.join(", "));
        lines.push(say!(lang, "review-improved", since = since, units = units));
    }
    lines
}

fn leading(leaders: &Leaders, lang: Lang) -> String {
    let row = |row: &crate::domain::ranking::Standing| {
        let place = row.place.unwrap_or_default();
        let total = figures::fixed(row.total, lang);
        say!(lang, "review-place", place = place, unit = row.name, total = total)
    };
    let units: Vec<String> = leaders.standings.iter().map(row).collect();
    let units = Html(units.join("; "));
    if leaders.code.is_none() {
        return say!(lang, "review-leaders-all", units = units);
    }
    say!(lang, "review-leaders", cluster = leaders.name, units = units)
}

/// How many obstacles were raised, and how many of them remain; none where nobody raised any.
pub fn causes_counted(causes: &[Cause], lang: Lang) -> Option<String> {
    let raised: u32 = causes.iter().map(|cause| cause.raised).sum();
    let open: u32 = causes.iter().map(|cause| cause.open).sum();
    let closed = raised - open;
    (raised > 0).then(|| say!(lang, "review-causes", raised = raised, closed = closed, open = open))
}

/// What was in the way of an indicator, in the units' own words.
pub fn cause(campaign: &Campaign, cause: &Cause, lang: Lang) -> String {
    let indicator = campaign.indicator(&cause.indicator);
    let name = indicator.map_or(cause.indicator.as_str(), |found| found.name.as_str());
    let told = cause.texts.iter().take(TEXTS);
    let quoted = told.map(|text| say!(lang, "review-quote", text = shorten(text, LONGEST)));
    let mut texts: Vec<String> = quoted.collect();
    let more = cause.texts.len().saturating_sub(TEXTS);
    if more > 0 {
        texts.push(say!(lang, "review-more", count = more));
    }
    let texts = Html(texts.join("; "));
    say!(lang, "review-cause", indicator = name, raised = cause.raised, texts = texts)
}

/// What was corrected after the last closing.
pub fn later(
    campaign: &Campaign,
    all: &[crate::domain::briefing::CorrectionBrief],
    lang: Lang,
) -> Vec<String> {
    let one = |one: &crate::domain::briefing::CorrectionBrief| {
        let of = Line { unit: one.unit.clone(), indicator: one.indicator.clone() };
        let values = (one.before, one.after);
        corrections::line(campaign, &of, values, &shorten(&one.reason, LONGEST), lang)
    };
    all.iter().map(one).collect()
}

/// What the campaign is, in one sentence.
pub fn introduction(campaign: &Campaign, conduct: Conduct, lang: Lang) -> String {
    let definition = campaign.definition();
    let calendar = campaign.calendar();
    say!(
        lang,
        "review-introduction",
        campaign = Html(escape(&definition.name)),
        host = definition.host,
        start = calendar.start(),
        end = super::date(calendar.end()),
        days = calendar.days(),
        units = conduct.units,
        indicators = definition.indicators.len()
    )
}
