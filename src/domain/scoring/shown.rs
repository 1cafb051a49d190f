//! A score as it is shown: every part rounded once.

use serde::{Deserialize, Serialize};

use super::UnitScore;
use crate::domain::figure::Fixed;

/// The parts of a score as words and pictures have them. A picture that follows words is drawn
/// from the figures the words had, not from figures of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The total.
    pub total: Fixed<1>,
    /// K.
    pub results: Fixed<2>,
    /// N.
    pub discipline: Fixed<2>,
    /// S.
    pub accuracy: Fixed<2>,
    /// Whether S rests on enough checks of the unit's own.
    pub enough: bool,
    /// What was earned beyond.
    pub bonus: Fixed<2>,
    /// What is taken off, never negative.
    pub penalty: Fixed<2>,
}

impl Shown {
    /// A score, its accuracy settled.
    pub fn of(score: &UnitScore) -> Self {
        Self {
            total: Fixed::rounded(&score.total()),
            results: Fixed::rounded(&score.results.points),
            discipline: Fixed::rounded(&score.discipline.points),
            accuracy: Fixed::rounded(&score.accuracy.points),
            enough: score.accuracy.is_enough(),
            bonus: Fixed::rounded(&score.bonus.points),
            penalty: Fixed::rounded(&score.penalty.points),
        }
    }
}
