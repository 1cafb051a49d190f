//! What is said of a definition that contradicts itself.

use super::{number, perhaps, quote};
use crate::domain::calendar::format_vi_date;
use crate::domain::campaign::IndicatorKind;
use crate::domain::definition::{Column, LONGEST_CODE, Place, Table, Trouble, kind_word};
use crate::domain::quantity::Quantity;
use crate::import::source::Spot;
use crate::say;
use crate::text::{Lang, Plain};

/// The sentence of a problem; `first` is the place of an earlier row that it concerns.
pub(super) fn of(trouble: &Trouble, first: Option<&Spot>, lang: Lang) -> String {
    code_problem(trouble, first, lang).unwrap_or_else(|| match trouble {
        Trouble::NotPositive => say!(lang, "import-error-weight"),
        Trouble::OutOfBounds { low, high } => bounds(*low, *high, lang),
        Trouble::BadStart => say!(lang, "import-error-bad-start"),
        Trouble::WeekOrder => say!(lang, "import-error-week-order"),
        Trouble::PointsSum(sum) => {
            let sum = number(*sum, lang);
            say!(lang, "import-error-points-sum", sum = Plain(sum))
        }
        Trouble::RoleNeedsUnit(role) => {
            let role = role.as_str();
            say!(lang, "import-error-role-needs-unit", role = Plain(role))
        }
        Trouble::EmptyCluster => say!(lang, "import-error-empty-cluster"),
        Trouble::NotGiven => say!(lang, "import-error-not-given"),
        Trouble::VerifiesNothing(unit) => {
            say!(lang, "import-error-verifies-nothing", unit = Plain(unit))
        }
        Trouble::MakeupOnWorkday => say!(lang, "import-error-makeup-on-workday"),
        other => target_problem(other, lang),
    })
}

fn code_problem(trouble: &Trouble, first: Option<&Spot>, lang: Lang) -> Option<String> {
    let first = first.map(ToString::to_string).unwrap_or_default();
    Some(match trouble {
        Trouble::Missing => {
            say!(lang, "import-error-empty-cell")
        }
        Trouble::NoRows => say!(lang, "import-error-no-rows"),
        Trouble::BadCode(code) => {
            let code = quote(code);
            say!(lang, "import-error-bad-code", code = Plain(code))
        }
        Trouble::LongCode(code) => {
            let code = quote(code);
            say!(lang, "import-error-long-code", code = Plain(code), most = Plain(LONGEST_CODE))
        }
        Trouble::Duplicate { value, first: place } => {
            let value = quote(value);
            match place {
                Place::Cell(Table::Assignments | Table::DaysOff, ..) => {
                    say!(lang, "import-error-row-twice", value = Plain(value), first = Plain(first))
                }
                _ => say!(
                    lang,
                    "import-error-code-twice",
                    value = Plain(value),
                    first = Plain(first)
                ),
            }
        }
        Trouble::PersonTwice { .. } => {
            say!(lang, "import-error-person-twice", first = Plain(first))
        }
        Trouble::Unknown { code, table, nearest } => {
            let (code, perhaps) = (quote(code), perhaps(nearest.as_deref(), lang));
            let sheet = table.sheet();
            say!(
                lang,
                "import-error-unknown-code",
                code = Plain(code),
                sheet = Plain(sheet),
                perhaps = Plain(perhaps)
            )
        }
        _ => return None,
    })
}

fn bounds(low: Quantity, high: Quantity, lang: Lang) -> String {
    let top = number(high, lang);
    // The least step of a quantity stands for "above zero".
    if low == Quantity::from_scaled(1) {
        return say!(lang, "import-error-above-zero", top = Plain(top));
    }
    let low = number(low, lang);
    say!(lang, "import-error-bounds", low = Plain(low), top = Plain(top))
}

fn target_problem(trouble: &Trouble, lang: Lang) -> String {
    match trouble {
        Trouble::NoSteps { unit, indicator } => {
            say!(lang, "import-error-no-steps", indicator = Plain(indicator), unit = Plain(unit))
        }
        Trouble::StepOfOther(kind) => {
            let kind = kind_word(*kind);
            say!(lang, "import-error-step-of-other", kind = Plain(kind))
        }
        Trouble::StepNotGiven { unit, indicator } => say!(
            lang,
            "import-error-step-not-given",
            indicator = Plain(indicator),
            unit = Plain(unit)
        ),
        Trouble::OutsideCampaign { start, end } => {
            let (start, end) = (format_vi_date(*start), format_vi_date(*end));
            say!(lang, "import-error-outside-campaign", start = Plain(start), end = Plain(end))
        }
        Trouble::TargetIsBaseline => say!(lang, "import-error-target-is-baseline"),
        Trouble::WrongSide { kind, baseline } => {
            let baseline = number(*baseline, lang);
            if *kind == IndicatorKind::Decrease {
                say!(lang, "import-error-decrease-above", baseline = Plain(baseline))
            } else {
                say!(lang, "import-error-increase-below", baseline = Plain(baseline))
            }
        }
        Trouble::LooksLikeShare(share) => {
            let share = number(*share, lang);
            let column = Column::Assigned.heading();
            say!(
                lang,
                "import-error-looks-like-share",
                column = Plain(column),
                share = Plain(share)
            )
        }
        _ => String::new(),
    }
}
