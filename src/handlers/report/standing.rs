//! How far a value brings a line: its target, completion and pace in words.

use chrono::NaiveDate;
use num_rational::BigRational;
use num_traits::One;

use super::super::entries;
use super::work::Work;
use crate::domain::line::{ActivePledge, Setting, Value};
use crate::domain::quantity::{Quantity, sentence_percent};
use crate::domain::scoring::{completion, expected, pace, step_completion};
use crate::say;
use crate::text::Lang;

/// Where a value stands on the way to the line's target, as lines of HTML. Pace is measured
/// against the approved pledge only, as the score does.
pub(super) fn lines(
    work: &Work,
    setting: &Setting<'_>,
    value: Quantity,
    on: NaiveDate,
    lang: Lang,
) -> Vec<String> {
    let mut lines = Vec::new();
    let pledge = work.state.line(&setting.indicator.code).and_then(|line| line.active.as_ref());
    if let Some(target) = work.target(setting) {
        let shown = entries::value(setting, target, lang);
        lines.push(match pledge {
            Some(pledge) => say!(lang, "standing-pledged", target = shown, due = pledge.due),
            None => say!(lang, "standing-assigned", target = shown),
        });
        if !setting.is_maintained() {
            let done = done(setting, target, value);
            let done = sentence_percent(&(done * hundred()), lang.notation());
            lines.push(say!(lang, "standing-done", done = done));
        }
    }
    if let Some(pledge) = pledge {
        lines.push(pace_line(work, setting, pledge, value, on, lang));
    } else {
        let code = &setting.indicator.code;
        lines.push(say!(lang, "standing-not-pledged", code = code));
    }
    lines
}

fn pace_line(
    work: &Work,
    setting: &Setting<'_>,
    pledge: &ActivePledge,
    value: Quantity,
    on: NaiveDate,
    lang: Lang,
) -> String {
    if setting.is_stepwise() {
        return steps_line(setting, value, on, lang);
    }
    if setting.is_maintained() {
        return if setting.reaches(value, pledge.target) {
            say!(lang, "standing-kept")
        } else {
            say!(lang, "standing-not-kept")
        };
    }
    let campaign = work.campaign();
    let done = done(setting, pledge.target, value);
    let expected = expected(campaign.calendar(), campaign.rules(), pledge.due, on);
    pace_words(&pace(&done, &expected), campaign.rules().weak_field_pace, lang)
}

/// Weak is what the campaign calls weak of a whole field.
fn pace_words(pace: &BigRational, weak: Quantity, lang: Lang) -> String {
    let percent = sentence_percent(&(pace * hundred()), lang.notation());
    if pace >= &BigRational::one() {
        say!(lang, "standing-on-pace")
    } else if pace >= &weak.to_rational() {
        say!(lang, "standing-a-little-behind", percent = percent)
    } else {
        say!(lang, "standing-behind", percent = percent)
    }
}

fn steps_line(setting: &Setting<'_>, value: Quantity, on: NaiveDate, lang: Lang) -> String {
    let done = setting.steps_done(value);
    let late = setting.steps.iter().skip(done).filter(|step| step.due < on).count();
    match (late, setting.steps.get(done)) {
        (0, None) => say!(lang, "standing-all-steps"),
        (0, Some(next)) => {
            say!(lang, "standing-next-step", name = next.name.as_str(), due = next.due)
        }
        (late, _) => say!(lang, "standing-late-steps", count = late),
    }
}

fn done(setting: &Setting<'_>, target: Quantity, value: Quantity) -> BigRational {
    if setting.is_stepwise() {
        return step_completion(setting, value, None, Quantity::ZERO);
    }
    completion(setting.direction(target), setting.baseline, target, Value::from(value))
}

fn hundred() -> BigRational {
    BigRational::from_integer(100.into())
}
