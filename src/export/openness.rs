//! The part of the document that tells what was decided after the first decision.

use serde::Serialize;

use super::Done;
use crate::domain::calendar::Week;
use crate::domain::ids::{IndicatorCode, Number, UnitCode};
use crate::domain::quantity::Quantity;

/// Appeals and spot checks; published corrections stand among the corrections.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Openness {
    /// Appeals (*khiếu nại*) by number.
    pub appeals: Vec<Appeal>,
    /// Draws of entries for a second look, by number; what came of each look is the
    /// `verification` of the entry.
    pub spot_checks: Vec<SpotCheck>,
}

/// An appeal and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Appeal {
    /// Its number.
    pub id: Number,
    /// The entry it is about.
    pub entry: Number,
    /// Whose.
    pub unit: UnitCode,
    /// On what.
    pub indicator: IndicatorCode,
    /// When, by whom and why.
    #[serde(flatten)]
    pub done: Done,
    /// `stands`, `value` or `cleared`; absent while it waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<&'static str>,
    /// The value confirmed instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Quantity>,
    /// When, by whom and why it was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided: Option<Done>,
}

/// A draw of entries for a second look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpotCheck {
    /// Its number.
    pub id: Number,
    /// The closed week in which the entries were confirmed.
    pub week: Week,
    /// The digest that the order follows from.
    pub seed: String,
    /// The entries, in the order drawn.
    pub entries: Vec<Number>,
    /// When and by whom.
    #[serde(flatten)]
    pub done: Done,
}
