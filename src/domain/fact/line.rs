//! A line, what is promised on it, and who is asked to clear its way.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{IndicatorCode, UnitCode};
use crate::domain::quantity::Quantity;

/// A unit's work on one indicator: what pledges, entries and obstacles belong to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Line {
    /// Whose.
    pub unit: UnitCode,
    /// On what.
    pub indicator: IndicatorCode,
}

/// A pledge as submitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pledged {
    /// Unit and indicator.
    pub line: Line,
    /// What is promised, in the indicator's measure; for milestones, the number of steps.
    pub target: Quantity,
    /// By when; never after the campaign's last day.
    pub due: NaiveDate,
    /// Why it lies below the assigned target, where it does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// What the office decides on a pledge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// It counts from now on, in place of an earlier one on the same line.
    Approved,
    /// It goes back to the unit.
    Returned {
        /// Why.
        reason: String,
    },
}

/// To whom an obstacle is put.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Addressee {
    /// A department or another unit.
    Unit(UnitCode),
    /// The leaders: a decision is requested.
    Leaders,
}
