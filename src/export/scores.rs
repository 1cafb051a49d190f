//! The scores at the last closing in the document: every line of them with the rule it comes from.
//! They follow from the facts like the snapshots, and add up to the last of them.

use chrono::{DateTime, Utc};
use num_rational::BigRational;
use serde::Serialize;
use sqlx::SqliteConnection;

use crate::domain::calendar::Week;
use crate::domain::figure::{Figure, Fixed};
use crate::domain::ids::{IndicatorCode, Number, UnitCode};
use crate::domain::quantity::Quantity;
use crate::domain::ranking::Table;
use crate::domain::rules::Rules;
use crate::domain::scoring::{
    AccuracyBasis, Basis, BonusLine, Item, Omission, PenaltyLine, UnitScore,
};
use crate::standings;
use crate::store::StoreError;
use crate::store::campaigns::Loaded;
use crate::text::why::rule;

/// The scores behind the table of the last closed week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scores {
    /// Which week.
    pub week: Week,
    /// Its closing.
    pub as_of: DateTime<Utc>,
    /// Unit by unit in the workbook's order, part by part: a part's sum stands before what it is
    /// made of, the total last.
    pub lines: Vec<ScoreLine>,
}

/// One line of a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoreLine {
    /// Whose.
    pub unit: UnitCode,
    /// Of which part.
    pub part: Part,
    /// The rule it comes from, by its number in the rules of the campaign.
    pub rule: &'static str,
    /// `sum` is what the table shows of the part; another word is a line of it.
    pub kind: &'static str,
    /// On what, for lines about one indicator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorCode>,
    /// The pledge or the award behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Number>,
    /// The week it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<Week>,
    /// What was promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Quantity>,
    /// What is confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Quantity>,
    /// What is reported beyond it and not checked yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<Quantity>,
    /// Completion in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completion: Option<Fixed<2>>,
    /// What was to be expected by then, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<Fixed<2>>,
    /// Pace in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pace: Option<Fixed<2>>,
    /// Weight in percent of the unit's counted lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<Fixed<2>>,
    /// Of N and S: how many out of `of`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// How many reports were due, or values checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<u32>,
    /// The points; of bonus and penalty before their caps, except in the sum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<Figure>,
}

/// The parts of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// K.
    Results,
    /// N.
    Discipline,
    /// S.
    Accuracy,
    /// What was earned beyond.
    Bonus,
    /// What is taken off.
    Penalty,
    /// All together.
    Total,
}

impl Part {
    fn rule(self) -> &'static str {
        match self {
            Self::Results => rule::RESULTS,
            Self::Discipline => rule::DISCIPLINE,
            Self::Accuracy => rule::ACCURACY,
            Self::Bonus => rule::BONUS,
            Self::Penalty => rule::PENALTY,
            Self::Total => rule::TOTAL,
        }
    }
}

/// The scores at the closing of the last table; none before the first closing.
///
/// # Errors
/// When a row cannot be read.
pub(super) async fn gather(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    snapshots: &[Table],
) -> Result<Option<Scores>, StoreError> {
    let Some(last) = snapshots.last() else { return Ok(None) };
    let standings = standings::compute(connection, loaded.id, last.as_of).await?;
    let rules = standings.loaded.campaign.rules();
    let mut lines = Vec::new();
    for score in standings.scores.iter().filter(|score| score.competes) {
        Lines { unit: &score.unit, lines: &mut lines }.all(score, rules);
    }
    Ok(Some(Scores { week: last.week, as_of: last.as_of, lines }))
}

/// The lines of one unit while they are written.
struct Lines<'a> {
    unit: &'a UnitCode,
    lines: &'a mut Vec<ScoreLine>,
}

impl Lines<'_> {
    fn all(mut self, score: &UnitScore, rules: &Rules) {
        self.results(score);
        let found = &score.discipline;
        let line = self.sum::<2>(Part::Discipline, &found.points);
        (line.count, line.of) = (Some(found.on_time), Some(found.due));
        let late = self.add(Part::Discipline, "late");
        (late.count, late.of) = (Some(found.late), Some(found.due));
        let found = &score.accuracy;
        let line = self.sum::<2>(Part::Accuracy, &found.points);
        (line.count, line.of) = (Some(found.ok), Some(found.total));
        match found.basis {
            AccuracyBasis::Own => {}
            AccuracyBasis::ClusterMedian => {
                self.add(Part::Accuracy, "cluster_median");
            }
            AccuracyBasis::NoSample => {
                self.add(Part::Accuracy, "no_sample");
            }
        }
        self.bonus(score);
        self.penalty(score, rules);
        self.sum::<1>(Part::Total, &score.total());
    }

    fn add(&mut self, part: Part, kind: &'static str) -> &mut ScoreLine {
        self.lines.push(ScoreLine {
            unit: self.unit.clone(),
            part,
            rule: part.rule(),
            kind,
            indicator: None,
            number: None,
            week: None,
            target: None,
            confirmed: None,
            open: None,
            completion: None,
            expected: None,
            pace: None,
            weight: None,
            count: None,
            of: None,
            points: None,
        });
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }

    /// The points of a part, as the table shows them.
    fn sum<const PLACES: u32>(&mut self, part: Part, points: &BigRational) -> &mut ScoreLine {
        let line = self.add(part, "sum");
        line.points = Some(Figure::rounded(&Fixed::<PLACES>::rounded(points).to_rational()));
        line
    }

    fn results(&mut self, score: &UnitScore) {
        self.sum::<2>(Part::Results, &score.results.points);
        for item in &score.results.items {
            self.item(item);
        }
        for left_out in &score.results.left_out {
            let kind = match left_out.why {
                Omission::NotPledgedYet => "not_pledged_yet",
                Omission::NoTarget => "no_target",
                Omission::NothingDue => "nothing_due",
                Omission::NoWeekClosed => "no_week_closed",
            };
            self.add(Part::Results, kind).indicator = Some(left_out.indicator.clone());
        }
    }

    fn item(&mut self, item: &Item) {
        let (kind, from, number) = match item.basis {
            Basis::Pledged(number) => ("pledged", rule::PACE, number),
            // What nobody pledged counts by rule 4 alone.
            Basis::AssignedOnly => ("assigned_only", rule::RESULTS, None),
        };
        let line = self.add(Part::Results, kind);
        line.rule = from;
        line.number = number;
        line.indicator = Some(item.indicator.clone());
        line.target = item.target;
        line.confirmed = Some(item.confirmed);
        line.open = item.open;
        line.completion = Some(percent(&item.completion));
        line.expected = Some(percent(&item.expected));
        line.pace = Some(percent(&item.pace));
        line.weight = Some(percent(&item.weight));
        line.points = Some(Figure::rounded(&item.points));
    }

    fn bonus(&mut self, score: &UnitScore) {
        self.sum::<2>(Part::Bonus, &score.bonus.points);
        for bonus in &score.bonus.lines {
            match bonus {
                BonusLine::Over { indicator, pledge, target, confirmed, steps } => {
                    let line = self.add(Part::Bonus, "over");
                    line.indicator = Some(indicator.clone());
                    line.number = *pledge;
                    (line.target, line.confirmed) = (Some(*target), Some(*confirmed));
                    line.points =
                        Some(Figure::rounded(&BigRational::from_integer((*steps).into())));
                }
                BonusLine::Award { number, points, .. } => {
                    let line = self.add(Part::Bonus, "award");
                    line.number = *number;
                    line.points = Some(Figure::rounded(&points.to_rational()));
                }
            }
        }
    }

    fn penalty(&mut self, score: &UnitScore, rules: &Rules) {
        self.sum::<2>(Part::Penalty, &score.penalty.points);
        for penalty in &score.penalty.lines {
            let kind = match penalty {
                PenaltyLine::Missing { .. } => "missing",
                PenaltyLine::Overdue { .. } => "overdue",
                PenaltyLine::FalseReport { .. } => "false_report",
            };
            let line = self.add(Part::Penalty, kind);
            line.points = Some(Figure::rounded(&penalty.points(rules).to_rational()));
            match penalty {
                PenaltyLine::Missing { indicator, week } => {
                    line.indicator = Some(indicator.clone());
                    line.week = Some(*week);
                }
                PenaltyLine::Overdue { indicator, pledge, .. } => {
                    line.indicator = Some(indicator.clone());
                    line.number = *pledge;
                }
                PenaltyLine::FalseReport { week, .. } => line.week = Some(*week),
            }
        }
    }
}

fn percent(share: &BigRational) -> Fixed<2> {
    Fixed::rounded(&(share * BigRational::from_integer(100.into())))
}
