//! The pace of each field of work over all units.

use std::collections::HashMap;

use crate::domain::campaign::Campaign;
use crate::domain::figure::round;
use crate::domain::ids::{FieldCode, IndicatorCode};
use crate::domain::quantity::{Quantity, SCALE};
use crate::domain::scoring::UnitScore;

/// Places to which a weight and a weighted pace are held while they are added up: the exact sum
/// over thousands of units would have a denominator of a million digits.
const PLACES: u32 = 24;

/// Places to which a pace is compared: far coarser than what the sums may be off.
const PACE_SCALE: i128 = 1_000_000_000;

/// The fields of a campaign, in the workbook's order, with the weights and paces found so far.
#[derive(Debug)]
pub(super) struct Fields<'a> {
    order: Vec<&'a FieldCode>,
    of_indicator: HashMap<&'a IndicatorCode, usize>,
    sums: Vec<Sum>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    weight: i128,
    weighted_pace: i128,
}

impl<'a> Fields<'a> {
    pub(super) fn new(campaign: &'a Campaign) -> Self {
        let order: Vec<_> = campaign.definition().fields.iter().map(|field| &field.code).collect();
        let of_indicator = campaign
            .indicators()
            .iter()
            .filter_map(|indicator| {
                let field = indicator.field.as_ref()?;
                Some((&indicator.code, order.iter().position(|code| *code == field)?))
            })
            .collect();
        let sums = vec![Sum::default(); order.len()];
        Self { order, of_indicator, sums }
    }

    pub(super) fn add(&mut self, score: &UnitScore) {
        for item in &score.results.items {
            if let Some(&at) = self.of_indicator.get(&item.indicator) {
                let (weight, pace) = (&item.weight, &item.pace);
                let (paced, of) = (weight.numer() * pace.numer(), weight.denom() * pace.denom());
                self.sums[at].weight += round(weight.numer(), weight.denom(), PLACES);
                self.sums[at].weighted_pace += round(&paced, &of, PLACES);
            }
        }
    }

    /// The fields whose pace, weighted as in K over all units, is below the mark, weakest first.
    /// A field in which nothing counts yet is neither weak nor strong.
    pub(super) fn weak(self, mark: Quantity) -> Vec<FieldCode> {
        let mark = i128::from(mark.scaled()) * (PACE_SCALE / i128::from(SCALE));
        let mut weak: Vec<_> = self
            .order
            .into_iter()
            .zip(self.sums)
            .filter_map(|(field, sum)| Some((sum.pace()?, field)))
            .filter(|(pace, _)| *pace < mark)
            .collect();
        weak.sort_by_key(|(pace, _)| *pace);
        weak.into_iter().map(|(_, field)| field.clone()).collect()
    }
}

impl Sum {
    /// The pace in billionths.
    fn pace(self) -> Option<i128> {
        let half = self.weight / 2;
        (self.weighted_pace * PACE_SCALE + half).checked_div(self.weight)
    }
}
