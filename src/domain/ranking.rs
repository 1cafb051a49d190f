//! The table of a campaign as of an instant: accuracy settled inside clusters, totals rounded as
//! shown, places given on the figures as shown (`domain.md` §5, 6 and 9 to 11).

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use num_rational::BigRational;
use serde::{Deserialize, Serialize};

use super::calendar::Week;
use super::campaign::Campaign;
use super::collation;
use super::figure::Fixed;
use super::ids::{ClusterCode, UnitCode};
use super::scoring::{AccuracyBasis, UnitScore};

#[cfg(test)]
mod tests;

/// A table, in the shape and the order of keys of the `ranking` document (`interface.md` §5): its
/// JSON is stored for a closed week, and hashed with `digest` still empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The campaign's code.
    pub campaign: String,
    /// The week it belongs to.
    pub week: Week,
    /// The instant it is computed as of.
    pub as_of: DateTime<Utc>,
    /// Whether the public does not see it yet.
    pub frozen: bool,
    /// The digest of a closed week.
    pub digest: Option<String>,
    /// The leagues, in the workbook's order.
    pub clusters: Vec<League>,
    /// All units, those outside every cluster too.
    pub overall: Vec<Standing>,
}

/// The table of one cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct League {
    /// The cluster's code.
    pub code: ClusterCode,
    /// Its name.
    pub name: String,
    /// Its units, first place first.
    pub standings: Vec<Standing>,
}

/// One row, every figure as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Whose.
    pub unit: UnitCode,
    /// The unit's name.
    pub name: String,
    /// The place, shared by equals; none before the ranking day.
    pub place: Option<u32>,
    /// Places won since the last table, lost if negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved: Option<i64>,
    /// The total.
    pub total: Fixed<1>,
    /// K.
    pub results: Fixed<2>,
    /// N.
    pub discipline: Fixed<2>,
    /// S.
    pub accuracy: Fixed<2>,
    /// What was earned beyond.
    pub bonus: Fixed<2>,
    /// What is taken off, never negative.
    pub penalty: Fixed<2>,
}

/// What may be seen by everybody: who leads, and who improved; never who is last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicBoard {
    /// The week it belongs to.
    pub week: Week,
    /// The instant it is computed as of.
    pub as_of: DateTime<Utc>,
    /// The leaders of each cluster ([`leading`]); of all units where there are no clusters.
    pub clusters: Vec<Leaders>,
    /// Who gained most since the table before; several if they gained the same.
    pub most_improved: Vec<Improvement>,
}

/// The leading places of one cluster, joint places included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaders {
    /// The cluster; none for the leaders of all units.
    pub code: Option<ClusterCode>,
    /// Its name; empty for the leaders of all units.
    pub name: String,
    /// The rows; none before the ranking day.
    pub standings: Vec<Standing>,
}

/// What a unit gained between two tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Improvement {
    /// Whose.
    pub unit: UnitCode,
    /// The unit's name.
    pub name: String,
    /// Points of the total as shown, above zero.
    pub gain: Fixed<1>,
}

/// Makes the table of all units that compete, and settles the accuracy of the scores given, so
/// that they explain the same table.
///
/// `previous` is the table of the week before, for the places won and lost.
pub fn table(
    campaign: &Campaign,
    scores: &mut [UnitScore],
    as_of: DateTime<Utc>,
    week: Week,
    previous: Option<&Table>,
) -> Table {
    settle_accuracy(campaign, scores);
    let on = campaign.calendar().date_at(as_of);
    let ranked = campaign.calendar().day_number(on) >= i64::from(campaign.rules().ranking_day);
    let rows: Vec<Row> = scores.iter().filter(|score| score.competes).map(Row::of).collect();
    let places = |rows: Vec<&Row>, before: Option<&[Standing]>| place(rows, ranked, before);
    let clusters = campaign.definition().clusters.iter().map(|cluster| {
        let rows = rows.iter().filter(|row| row.cluster.as_ref() == Some(&cluster.code)).collect();
        let before = previous.and_then(|table| table.league(&cluster.code));
        League {
            code: cluster.code.clone(),
            name: cluster.name.clone(),
            standings: places(rows, before.map(|league| league.standings.as_slice())),
        }
    });
    Table {
        campaign: campaign.definition().code.clone(),
        week,
        as_of,
        frozen: is_frozen(campaign, on),
        digest: None,
        clusters: clusters.collect(),
        overall: places(rows.iter().collect(), previous.map(|table| table.overall.as_slice())),
    }
}

/// Gives units without enough checks the median of the points of those units of their cluster
/// that have enough, or full points where none has. Units outside every cluster are one group.
pub fn settle_accuracy(campaign: &Campaign, scores: &mut [UnitScore]) {
    let mut samples: HashMap<Option<ClusterCode>, Vec<BigRational>> = HashMap::new();
    for score in scores.iter().filter(|score| score.accuracy.is_enough()) {
        samples.entry(score.cluster.clone()).or_default().push(score.accuracy.points.clone());
    }
    let medians: HashMap<_, _> = samples
        .into_iter()
        .filter_map(|(cluster, points)| Some((cluster, median(points)?)))
        .collect();
    for score in scores.iter_mut().filter(|score| !score.accuracy.is_enough()) {
        (score.accuracy.points, score.accuracy.basis) = match medians.get(&score.cluster) {
            Some(median) => (median.clone(), AccuracyBasis::ClusterMedian),
            None => (campaign.rules().accuracy_points.to_rational(), AccuracyBasis::NoSample),
        };
    }
}

/// Whether the public table stands still on that date: the last days of the campaign.
pub fn is_frozen(campaign: &Campaign, on: NaiveDate) -> bool {
    let last = i64::from(campaign.calendar().days());
    let first = last - i64::from(campaign.rules().freeze_days) + 1;
    (first..=last).contains(&campaign.calendar().day_number(on))
}

/// Whether what stood at a closing is kept from the public at an instant: the closing lies in the
/// last days, and they are not over. What is withheld is revealed with the end.
pub fn is_withheld(campaign: &Campaign, closing: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    let calendar = campaign.calendar();
    is_frozen(campaign, calendar.date_at(closing)) && is_frozen(campaign, calendar.date_at(now))
}

/// The rows of a ranked cluster that may be posted: the upper half of its places, at most three,
/// so that a small cluster does not publish its last by publishing the others. Of three units the
/// first two are named, of two the first. Joint places stand or fall together; whoever is last,
/// alone or with others, is never named, unless all share the first place.
pub fn leading(standings: &[Standing]) -> Vec<Standing> {
    const MOST: usize = 3;
    let named = u32::try_from(standings.len().div_ceil(2).min(MOST)).unwrap_or_default();
    let last = standings.iter().filter_map(|row| row.place).max().filter(|last| *last > 1);
    let shown = |place: u32| place <= named && Some(place) != last;
    standings.iter().filter(|row| row.place.is_some_and(shown)).cloned().collect()
}

/// Who gained most between two tables, on the totals as shown; several if they gained the same,
/// none if nobody gained. Ordered by name.
pub fn most_improved(before: &Table, now: &Table) -> Vec<Improvement> {
    let totals: HashMap<_, _> = before.overall.iter().map(|row| (&row.unit, row.total)).collect();
    let gains: Vec<_> = now
        .overall
        .iter()
        .filter_map(|row| Some((row, row.total.units() - totals.get(&row.unit)?.units())))
        .collect();
    let Some(best) = gains.iter().map(|(_, gain)| *gain).max().filter(|gain| *gain > 0) else {
        return Vec::new();
    };
    let mut improved: Vec<_> = gains
        .into_iter()
        .filter(|(_, gain)| *gain == best)
        .map(|(row, gain)| Improvement {
            unit: row.unit.clone(),
            name: row.name.clone(),
            gain: Fixed::from_units(gain),
        })
        .collect();
    improved.sort_by_cached_key(|unit| (collation::key(&unit.name), unit.unit.clone()));
    improved
}

impl Table {
    /// The table of a cluster.
    pub fn league(&self, cluster: &ClusterCode) -> Option<&League> {
        self.clusters.iter().find(|league| &league.code == cluster)
    }

    /// A unit's row among all units.
    pub fn standing(&self, unit: &UnitCode) -> Option<&Standing> {
        self.overall.iter().find(|row| &row.unit == unit)
    }

    /// A unit's row in its cluster.
    pub fn standing_in_cluster(&self, unit: &UnitCode) -> Option<(&League, &Standing)> {
        self.clusters.iter().find_map(|league| {
            Some((league, league.standings.iter().find(|row| &row.unit == unit)?))
        })
    }

    /// What of it may be posted. It says nothing about the freeze: while [`Self::frozen`] holds,
    /// the last table before it is the one to post.
    pub fn public(&self, previous: Option<&Self>) -> PublicBoard {
        let clusters = if self.clusters.is_empty() {
            let standings = leading(&self.overall);
            vec![Leaders { code: None, name: String::new(), standings }]
        } else {
            let leaders = self.clusters.iter().map(|league| Leaders {
                code: Some(league.code.clone()),
                name: league.name.clone(),
                standings: leading(&league.standings),
            });
            leaders.collect()
        };
        PublicBoard {
            week: self.week,
            as_of: self.as_of,
            clusters,
            most_improved: previous.map_or_else(Vec::new, |before| most_improved(before, self)),
        }
    }
}

/// A row before places are given, with what decides and orders them.
struct Row {
    cluster: Option<ClusterCode>,
    overdue: u32,
    name: collation::Key,
    standing: Standing,
}

impl Row {
    fn of(score: &UnitScore) -> Self {
        Self {
            cluster: score.cluster.clone(),
            overdue: score.overdue,
            name: collation::key(&score.name),
            standing: Standing {
                unit: score.unit.clone(),
                name: score.name.clone(),
                place: None,
                moved: None,
                total: Fixed::rounded(&score.total()),
                results: Fixed::rounded(&score.results.points),
                discipline: Fixed::rounded(&score.discipline.points),
                accuracy: Fixed::rounded(&score.accuracy.points),
                bonus: Fixed::rounded(&score.bonus.points),
                penalty: Fixed::rounded(&score.penalty.points),
            },
        }
    }

    /// What places are decided by, better first: total, K and S as shown, then fewer overdue;
    /// never the time of sending, the alphabet or awards.
    fn rank(&self) -> impl Ord + use<> {
        let row = &self.standing;
        (Reverse((row.total, row.results, row.accuracy)), self.overdue)
    }
}

/// Orders rows and gives places: equals share one, and the next place counts them all (1, 2, 2,
/// 4). Equals stand in the order of their names, as all rows do before there are places.
fn place(mut rows: Vec<&Row>, ranked: bool, before: Option<&[Standing]>) -> Vec<Standing> {
    rows.sort_by(|a, b| (&a.name, &a.standing.unit).cmp(&(&b.name, &b.standing.unit)));
    if ranked {
        rows.sort_by_key(|row| row.rank());
    }
    let before: BTreeMap<_, _> =
        before.unwrap_or_default().iter().map(|row| (&row.unit, row.place)).collect();
    let mut placed: Vec<Standing> = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let mut standing = row.standing.clone();
        if ranked {
            let joint = index.checked_sub(1).filter(|&above| rows[above].rank() == row.rank());
            let place = joint.and_then(|above| placed[above].place);
            standing.place = place.or_else(|| u32::try_from(index + 1).ok());
        }
        let last = before.get(&standing.unit).copied().flatten();
        standing.moved =
            last.zip(standing.place).map(|(last, now)| i64::from(last) - i64::from(now));
        placed.push(standing);
    }
    placed
}

fn median(mut points: Vec<BigRational>) -> Option<BigRational> {
    points.sort_unstable();
    let upper = points.get(points.len() / 2)?;
    if points.len() % 2 == 1 {
        return Some(upper.clone());
    }
    let lower = points.get(points.len() / 2 - 1)?;
    Some((lower + upper) / BigRational::from_integer(2.into()))
}
