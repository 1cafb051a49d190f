//! Why a unit has its score: every line of it with its rule, so that the total can be added up by
//! hand.

use super::{Lang, amount, escape, figures, fit_all};
use crate::domain::advice::{Advice, Step};
use crate::domain::campaign::{Campaign, IndicatorKind, Unit};
use crate::domain::figure::Fixed;
use crate::domain::ids::{IndicatorCode, Number};
use crate::domain::quantity::{Quantity, sentence};
use crate::domain::scoring::{
    AccuracyBasis, Basis, BonusLine, Item, LeftOut, Omission, PenaltyLine, UnitScore,
};
use crate::say;

/// The rules of the score by the numbers under which officials know them (thể lệ, mục 1 to 9).
pub mod rule {
    /// Completion, what was to be expected, and the pace between them.
    pub const PACE: &str = "1–3";
    /// K, and which lines count in it.
    pub const RESULTS: &str = "4";
    /// N.
    pub const DISCIPLINE: &str = "5";
    /// S.
    pub const ACCURACY: &str = "6";
    /// What is earned beyond.
    pub const BONUS: &str = "7";
    /// What is taken off.
    pub const PENALTY: &str = "8";
    /// The sum.
    pub const TOTAL: &str = "9";
}

/// A line with the rule it comes from.
fn ruled(text: String, rule: &str, lang: Lang) -> String {
    say!(lang, "why-rule", text = super::Html(text), rule = rule)
}

/// The sum of a score in one sentence of a document, every part by its name.
pub fn sum(score: &UnitScore, lang: Lang) -> String {
    say!(
        lang,
        "docx-score",
        total = figures::fixed(Fixed::<1>::rounded(&score.total()), lang),
        results = figures::points(&score.results.points, lang),
        discipline = figures::points(&score.discipline.points, lang),
        accuracy = figures::points(&score.accuracy.points, lang),
        bonus = figures::points(&score.bonus.points, lang),
        penalty = figures::points(&score.penalty.points, lang)
    )
}

/// Room for the lines of K; those of N, bonus and penalty share what is left.
const RESULTS: usize = 2000;
const SHORT: usize = 350;

/// The whole score as one message, with the step to take next.
pub fn message(
    campaign: &Campaign,
    unit: &Unit,
    score: &UnitScore,
    next: Option<&Advice>,
    at: &str,
    lang: Lang,
) -> String {
    let mut parts = vec![
        say!(lang, "why-title", unit = unit.name, at = at),
        results(campaign, score, lang),
        discipline(campaign, score, lang),
        accuracy(campaign, score, lang),
    ];
    parts.extend(bonus(campaign, score, lang));
    parts.extend(penalty(campaign, score, lang));
    parts.push(total(score, lang));
    parts.push(next_step(campaign, next, lang));
    parts.join("\n\n")
}

/// The one step to take next, as an instruction with what it can bring.
pub fn next_step(campaign: &Campaign, next: Option<&Advice>, lang: Lang) -> String {
    match next {
        Some(advice) => say!(
            lang,
            "why-next",
            step = super::Html(step(campaign, &advice.step, lang)),
            gain = figures::points(&advice.gain, lang)
        ),
        None => say!(lang, "why-next-none"),
    }
}

fn results(campaign: &Campaign, score: &UnitScore, lang: Lang) -> String {
    let head = say!(
        lang,
        "why-results",
        points = figures::points(&score.results.points, lang),
        full = campaign.rules().results_points.print(lang.notation())
    );
    let items = score.results.items.iter().map(|it| {
        // What nobody pledged counts by rule 4 alone; a pace has three rules behind it.
        let from = if it.basis == Basis::AssignedOnly { rule::RESULTS } else { rule::PACE };
        ruled(item(campaign, it, lang), from, lang)
    });
    let left_out = score.results.left_out.iter().map(|it| left_out(campaign, it, lang));
    let head = ruled(head, rule::RESULTS, lang);
    let left_out = left_out.map(|text| ruled(text, rule::RESULTS, lang));
    let lines: Vec<String> = items.chain(left_out).collect();
    if lines.is_empty() {
        return format!("{head}\n{}", say!(lang, "why-results-none"));
    }
    format!("{head}\n{}", fit_all(&lines, RESULTS, lang))
}

/// One line of K in one sentence.
pub fn item(campaign: &Campaign, item: &Item, lang: Lang) -> String {
    let points = figures::points(&item.points, lang);
    let weight = figures::share(&item.weight, lang);
    let indicator = name(campaign, &item.indicator);
    if item.basis == Basis::AssignedOnly {
        return say!(
            lang,
            "why-item-not-pledged",
            indicator = indicator,
            weight = weight,
            points = points
        );
    }
    let reached = reached(campaign, item, lang);
    let mut text = say!(
        lang,
        "why-item",
        indicator = indicator,
        reached = super::Html(reached),
        completion = figures::share(&item.completion, lang),
        expected = figures::share(&item.expected, lang),
        pace = figures::share(&item.pace, lang),
        weight = weight,
        points = points
    );
    if let Some(open) = item.open {
        let value = measured(campaign, &item.indicator, open, lang);
        let share = figures::share(&campaign.rules().unchecked_share.to_rational(), lang);
        text.push(' ');
        text.push_str(&say!(lang, "why-item-open", value = value, share = share));
    }
    text
}

/// How far a line has come, in the words of its kind.
pub fn reached(campaign: &Campaign, item: &Item, lang: Lang) -> String {
    if item.basis == Basis::AssignedOnly {
        return say!(lang, "docx-not-pledged");
    }
    let target = item.target.unwrap_or_default();
    let kind = campaign.indicator(&item.indicator).map(|indicator| indicator.kind);
    match kind {
        Some(IndicatorKind::Milestone) => say!(
            lang,
            "why-steps",
            done = item.confirmed.print(lang.notation()),
            all = target.print(lang.notation())
        ),
        Some(IndicatorKind::Maintain) => {
            let level = measured(campaign, &item.indicator, target, lang);
            say!(lang, "why-maintain", level = level)
        }
        _ => {
            let exact = Quantity::from_rational_rounded(&item.value.to_rational());
            let value = exact.unwrap_or(item.confirmed);
            say!(
                lang,
                "why-value",
                value = measured(campaign, &item.indicator, value, lang),
                baseline = measured(campaign, &item.indicator, item.baseline, lang),
                target = measured(campaign, &item.indicator, target, lang)
            )
        }
    }
}

fn left_out(campaign: &Campaign, left_out: &LeftOut, lang: Lang) -> String {
    let indicator = name(campaign, &left_out.indicator);
    match left_out.why {
        Omission::NotPledgedYet => say!(
            lang,
            "why-left-not-pledged",
            indicator = indicator,
            day = campaign.rules().ranking_day
        ),
        Omission::NoTarget => say!(lang, "why-left-no-target", indicator = indicator),
        Omission::NothingDue => say!(lang, "why-left-nothing-due", indicator = indicator),
        Omission::NoWeekClosed => say!(lang, "why-left-no-week", indicator = indicator),
    }
}

fn discipline(campaign: &Campaign, score: &UnitScore, lang: Lang) -> String {
    let found = &score.discipline;
    let rules = campaign.rules();
    let head = say!(
        lang,
        "why-discipline",
        points = figures::points(&found.points, lang),
        full = rules.discipline_points.print(lang.notation())
    );
    let head = ruled(head, rule::DISCIPLINE, lang);
    if found.due == 0 {
        return format!("{head}\n{}", say!(lang, "why-discipline-none"));
    }
    let mut lines = vec![
        head,
        say!(
            lang,
            "why-discipline-counts",
            due = found.due,
            ontime = found.on_time,
            late = found.late,
            share = rules.late_share.print(lang.notation())
        ),
    ];
    if !found.missing.is_empty() {
        let list = weeks(&found.missing, lang);
        lines.push(say!(lang, "why-discipline-missing", list = list));
    }
    if !found.awaited.is_empty() {
        let list = weeks(&found.awaited, lang);
        lines.push(say!(lang, "why-discipline-awaited", list = list));
    }
    lines.join("\n")
}

/// `THUE (tuần 3, 4), DUONG (tuần 4)`.
fn weeks(list: &[(IndicatorCode, crate::domain::calendar::Week)], lang: Lang) -> String {
    let mut by_indicator: Vec<(&IndicatorCode, Vec<String>)> = Vec::new();
    for (indicator, week) in list {
        let week = week.0.to_string();
        match by_indicator.iter_mut().find(|(known, _)| *known == indicator) {
            Some((_, weeks)) => weeks.push(week),
            None => by_indicator.push((indicator, vec![week])),
        }
    }
    let one = |(indicator, weeks): &(&IndicatorCode, Vec<String>)| {
        let weeks = weeks.join(", ");
        say!(
            lang,
            "why-weeks",
            indicator = super::Html(indicator.to_string()),
            weeks = super::Html(weeks)
        )
    };
    super::shorten(&by_indicator.iter().map(one).collect::<Vec<_>>().join("; "), SHORT)
}

fn accuracy(campaign: &Campaign, score: &UnitScore, lang: Lang) -> String {
    let found = &score.accuracy;
    let rules = campaign.rules();
    let head = say!(
        lang,
        "why-accuracy",
        points = figures::points(&found.points, lang),
        full = rules.accuracy_points.print(lang.notation())
    );
    let head = ruled(head, rule::ACCURACY, lang);
    let tolerance = rules.tolerance_percent.print(lang.notation());
    let counts = say!(
        lang,
        "why-accuracy-counts",
        ok = found.ok,
        total = found.total,
        tolerance = tolerance
    );
    let basis = match found.basis {
        AccuracyBasis::Own => return format!("{head}\n{counts}"),
        AccuracyBasis::ClusterMedian => {
            say!(lang, "why-accuracy-median", least = rules.minimum_checks)
        }
        AccuracyBasis::NoSample => say!(lang, "why-accuracy-full", least = rules.minimum_checks),
    };
    format!("{head}\n{counts} {basis}")
}

fn bonus(campaign: &Campaign, score: &UnitScore, lang: Lang) -> Option<String> {
    if score.bonus.lines.is_empty() {
        return None;
    }
    let head = say!(
        lang,
        "why-bonus",
        points = figures::points(&score.bonus.points, lang),
        cap = campaign.rules().bonus_cap.print(lang.notation())
    );
    let line = |line: &BonusLine| match line {
        BonusLine::Over { indicator, target, confirmed, steps, .. } => say!(
            lang,
            "why-bonus-over",
            indicator = name(campaign, indicator),
            confirmed = measured(campaign, indicator, *confirmed, lang),
            target = measured(campaign, indicator, *target, lang),
            steps = *steps
        ),
        BonusLine::Award { number, points, reason } => say!(
            lang,
            "why-bonus-award",
            number = numbered(*number),
            points = points.print(lang.notation()),
            reason = super::shorten(reason, 120)
        ),
    };
    let head = ruled(head, rule::BONUS, lang);
    let lines: Vec<String> =
        score.bonus.lines.iter().map(|it| ruled(line(it), rule::BONUS, lang)).collect();
    Some(format!("{head}\n{}", fit_all(&lines, SHORT, lang)))
}

fn penalty(campaign: &Campaign, score: &UnitScore, lang: Lang) -> Option<String> {
    if score.penalty.lines.is_empty() {
        return None;
    }
    let rules = campaign.rules();
    let head = say!(
        lang,
        "why-penalty",
        points = figures::points(&score.penalty.points, lang),
        cap = rules.penalty_cap.print(lang.notation())
    );
    let line = |line: &PenaltyLine| {
        let points = line.points(rules).print(lang.notation());
        match line {
            PenaltyLine::Missing { indicator, week } => say!(
                lang,
                "why-penalty-missing",
                points = points,
                indicator = name(campaign, indicator),
                week = week.0
            ),
            PenaltyLine::Overdue { indicator, due, .. } => say!(
                lang,
                "why-penalty-overdue",
                points = points,
                indicator = name(campaign, indicator),
                due = *due
            ),
            PenaltyLine::FalseReport { week, .. } => {
                say!(lang, "why-penalty-false", points = points, week = week.0)
            }
        }
    };
    let head = ruled(head, rule::PENALTY, lang);
    let lines: Vec<String> =
        score.penalty.lines.iter().map(|it| ruled(line(it), rule::PENALTY, lang)).collect();
    Some(format!("{head}\n{}", fit_all(&lines, SHORT, lang)))
}

/// The sum, and how it is rounded.
pub fn total(score: &UnitScore, lang: Lang) -> String {
    let exact = score.total();
    let text = say!(
        lang,
        "why-total",
        total = figures::fixed(Fixed::<1>::rounded(&exact), lang),
        results = figures::points(&score.results.points, lang),
        discipline = figures::points(&score.discipline.points, lang),
        accuracy = figures::points(&score.accuracy.points, lang),
        bonus = figures::points(&score.bonus.points, lang),
        penalty = figures::points(&score.penalty.points, lang),
        exact = crate::domain::quantity::fixed(&exact, 3, lang.notation())
    );
    ruled(text, rule::TOTAL, lang)
}

/// A next step as an instruction.
fn step(campaign: &Campaign, step: &Step, lang: Lang) -> String {
    match step {
        Step::Report(which) => {
            let codes: Vec<&str> = which.iter().map(IndicatorCode::as_str).collect();
            say!(lang, "advice-report", indicators = super::shorten(&codes.join(", "), SHORT))
        }
        Step::Pledge(indicator) => {
            say!(lang, "advice-pledge", indicator = name(campaign, indicator), code = indicator)
        }
        Step::Reach { indicator, value } => say!(
            lang,
            "advice-reach",
            indicator = name(campaign, indicator),
            value = measured(campaign, indicator, *value, lang)
        ),
        Step::FinishSteps(indicator) => {
            say!(lang, "advice-steps", indicator = name(campaign, indicator))
        }
    }
}

fn name(campaign: &Campaign, code: &IndicatorCode) -> String {
    super::shorten(campaign.indicator_name(code), 80)
}

fn measured(campaign: &Campaign, code: &IndicatorCode, value: Quantity, lang: Lang) -> String {
    match campaign.indicator(code) {
        Some(indicator) => amount(value, &indicator.measure, lang),
        None => sentence(&value.to_rational(), lang.notation()),
    }
}

fn numbered(number: Option<Number>) -> String {
    number.map_or_else(String::new, |number| escape(&number.to_string()))
}
