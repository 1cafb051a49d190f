//! Figures of scores and tables in the notation of a language.

use num_rational::BigRational;

use super::Lang;
use crate::domain::figure::{Figure, Fixed};
use crate::domain::quantity::{self, Measure, MeasureKind};

/// Points with exactly so many decimals, as tables have them: `86,1`, `58,25`.
pub fn fixed<const PLACES: u32>(figure: Fixed<PLACES>, lang: Lang) -> String {
    quantity::fixed(&figure.to_rational(), PLACES, lang.notation())
}

/// A fraction with two decimals: the parts of a score.
pub fn points(value: &BigRational, lang: Lang) -> String {
    quantity::fixed(value, 2, lang.notation())
}

/// A share in percent, as sentences have it: `41,6%`.
pub fn share(value: &BigRational, lang: Lang) -> String {
    let hundred = BigRational::from_integer(100.into());
    quantity::sentence_percent(&(value * hundred), lang.notation())
}

/// A percentage as sentences have it: `51%`, `76,7%`.
pub fn percent(figure: Fixed<1>, lang: Lang) -> String {
    quantity::sentence_percent(&figure.to_rational(), lang.notation())
}

/// A figure of a brief with its unit of measure: `6.012 tỷ đồng`, `76,7%`.
pub fn measured(figure: Figure, unit_of_measure: &str, lang: Lang) -> String {
    let text = quantity::sentence(&figure.to_rational(), lang.notation());
    let measure = Measure::parse(unit_of_measure);
    match measure.kind() {
        MeasureKind::Percent => format!("{text}%"),
        _ if measure.label().is_empty() => text,
        _ => format!("{text} {}", measure.label()),
    }
}
