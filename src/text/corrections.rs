//! Corrections of confirmed values, in the one sentence that groups, briefs and units read.

use super::Lang;
use crate::domain::briefing::Brief;
use crate::domain::campaign::Campaign;
use crate::domain::fact::Line;
use crate::domain::line::Setting;
use crate::domain::quantity::Quantity;
use crate::say;

/// `An Biên, THUE – Thu thuế: 60 tỷ đồng → 58 tỷ đồng. Lý do: …`, as HTML.
pub fn line(
    campaign: &Campaign,
    line: &Line,
    (before, after): (Quantity, Quantity),
    reason: &str,
    lang: Lang,
) -> String {
    let indicator = campaign.indicator(&line.indicator);
    let value = |value| shown(campaign, line, value, lang);
    say!(
        lang,
        "correction-line",
        unit = campaign.unit_name(&line.unit),
        indicator = indicator.map_or_else(
            || line.indicator.to_string(),
            |indicator| format!("{} – {}", indicator.code, indicator.name)
        ),
        before = value(before),
        after = value(after),
        reason = reason
    )
}

/// The corrections of a brief's week: `Đính chính: …`, one to a line.
pub fn of_brief(campaign: &Campaign, brief: &Brief, lang: Lang) -> Vec<String> {
    let one = |correction: &crate::domain::briefing::CorrectionBrief| {
        let of = Line { unit: correction.unit.clone(), indicator: correction.indicator.clone() };
        let values = (correction.before, correction.after);
        let text = line(campaign, &of, values, &super::shorten(&correction.reason, 160), lang);
        say!(lang, "correction-in-brief", line = super::Html(text))
    };
    brief.corrections.iter().map(one).collect()
}

fn shown(campaign: &Campaign, line: &Line, value: Quantity, lang: Lang) -> String {
    match Setting::of(campaign, &line.unit, &line.indicator) {
        Some(setting) if setting.is_stepwise() => {
            format!("{}/{}", setting.steps_done(value), setting.steps.len())
        }
        Some(setting) => super::amount(value, &setting.indicator.measure, lang),
        None => value.print(lang.notation()),
    }
}
