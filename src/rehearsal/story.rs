//! What happens in the wards: the figures as they truly are, and what officials of different
//! temperaments say of them.
//!
//! Everything is drawn from the seed and the name of the thing drawn for, so that neither the
//! order of asking nor what the bot answers changes what happens. Draws are whole numbers.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use num_rational::BigRational;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sha2::{Digest, Sha256};

use crate::domain::calendar::Week;
use crate::domain::campaign::{Assignment, Campaign, IndicatorKind};
use crate::domain::fact::Line;
use crate::domain::ids::UnitCode;
use crate::domain::quantity::{Measure, MeasureKind, Quantity, SCALE};

/// What an official is like, as it shows in figures and in hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Temperament {
    /// Reports the truth in time.
    Punctual,
    /// Reports the truth, often on the Monday or Tuesday after.
    Late,
    /// Lets figures lie and brings them in leaps.
    Lumpy,
    /// Types ten times too much, is asked, and puts it right.
    Mistaken,
    /// Says nothing for weeks.
    Silent,
    /// Says more than there is, and is caught.
    Boastful,
}

/// The order in which temperaments are dealt to units, the most frequent twice.
const DEALT: [Temperament; 8] = [
    Temperament::Punctual,
    Temperament::Mistaken,
    Temperament::Boastful,
    Temperament::Late,
    Temperament::Lumpy,
    Temperament::Silent,
    Temperament::Punctual,
    Temperament::Late,
];

/// When in a week something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Hour {
    /// Wednesday at ten.
    Wednesday,
    /// Thursday, before the first reminder.
    ThursdayNoon,
    /// Thursday, after the first reminder.
    ThursdayEvening,
    /// Friday morning, after the second reminder.
    FridayMorning,
    /// Friday, half an hour before reporting closes.
    FridayLast,
    /// The Monday after: late.
    NextMonday,
    /// The Tuesday after: late.
    NextTuesday,
}

/// What a ward says of a line in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Saying {
    /// When.
    pub(crate) hour: Hour,
    /// What.
    pub(crate) words: Words,
    /// What is true.
    pub(crate) truth: Quantity,
    /// Whether a photo goes with it.
    pub(crate) photo: bool,
}

/// The words of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    /// Nothing has changed.
    NoChange,
    /// This figure.
    Figure(Quantity),
    /// This figure, which is ten times too much; asked about it, the official takes it back and
    /// types the true one.
    Slip(Quantity),
    /// The same, but the official confirms it unread and types the true one the next time.
    Blunder(Quantity),
}

/// A line of work as it truly goes.
#[derive(Debug, Clone)]
pub(crate) struct Tale {
    /// Whose, on what.
    pub(crate) line: Line,
    /// The unit of measure.
    pub(crate) measure: Measure,
    /// How it moves.
    pub(crate) kind: IndicatorKind,
    /// Who checks; the office where it is nobody.
    pub(crate) verifier: Option<UnitCode>,
    /// What is promised first; a second promise follows if the office returns it.
    pub(crate) pledge: Quantity,
    /// The assigned target, if there is one: what is promised in the end.
    pub(crate) assigned: Option<Quantity>,
    /// By when, where not by the last day.
    pub(crate) due: Option<NaiveDate>,
    /// The day of the campaign on which it is promised.
    pub(crate) pledged_on: u32,
    /// How many steps a milestone line has.
    pub(crate) steps: usize,
    /// The temperament of those who report.
    temperament: Temperament,
    baseline: Quantity,
    /// Where it truly stands at the end of week 1, 2, …
    path: Vec<Quantity>,
    /// Decimal places the figures of this line have.
    decimals: u32,
}

/// The whole story.
#[derive(Debug, Clone)]
pub(crate) struct Story {
    seed: u64,
    tales: Vec<Tale>,
    temperaments: BTreeMap<UnitCode, Temperament>,
}

impl Story {
    /// Draws the story of a campaign.
    pub(crate) fn new(campaign: &Campaign, seed: u64) -> Self {
        let mut story = Self { seed, tales: Vec::new(), temperaments: BTreeMap::new() };
        let mut wards: Vec<&UnitCode> = campaign
            .units()
            .iter()
            .map(|unit| &unit.code)
            .filter(|unit| campaign.assignments_of(unit).next().is_some())
            .collect();
        wards.shuffle(&mut story.dice("temperaments"));
        for (unit, temperament) in wards.iter().zip(DEALT.iter().cycle()) {
            story.temperaments.insert((*unit).clone(), *temperament);
        }
        let holdout = wards.last().copied();
        let doubter = wards.first().copied();
        for assignment in &campaign.definition().assignments {
            let first = !story.tales.iter().any(|tale| tale.line.unit == assignment.unit);
            if let Some(mut tale) = story.tale(campaign, assignment) {
                if first && doubter == Some(&tale.line.unit) {
                    tale.pledge = tale.modest();
                }
                if first && holdout == Some(&tale.line.unit) {
                    tale.pledged_on = 17;
                }
                story.tales.push(tale);
            }
        }
        story
    }

    /// Every line of work, in the order of the workbook's assignments.
    pub(crate) fn tales(&self) -> &[Tale] {
        &self.tales
    }

    /// What the officials of a unit are like.
    pub(crate) fn temperament(&self, unit: &UnitCode) -> Temperament {
        self.temperaments.get(unit).copied().unwrap_or(Temperament::Punctual)
    }

    /// Dice of their own for everything that has a name.
    pub(crate) fn dice(&self, name: &str) -> ChaCha8Rng {
        let digest = Sha256::digest(format!("{}/{name}", self.seed));
        ChaCha8Rng::from_seed(digest.into())
    }

    /// What a unit says of a line for a week; nothing where it keeps silent.
    pub(crate) fn saying(&self, tale: &Tale, week: Week) -> Option<Saying> {
        let mut dice =
            self.dice(&format!("{}/{}/week {}", tale.line.unit, tale.line.indicator, week.0));
        let truth = tale.truth(week);
        let before = Week(week.0.saturating_sub(1));
        let known = tale.truth(before);
        let words = match tale.temperament {
            _ if truth == known && dice.random_ratio(4, 5) => Words::NoChange,
            Temperament::Mistaken if dice.random_ratio(1, 6) && tale.can_slip(truth) => {
                let tenfold = truth.scaled().checked_mul(10).map(Quantity::from_scaled)?;
                if dice.random_ratio(1, 3) { Words::Blunder(tenfold) } else { Words::Slip(tenfold) }
            }
            Temperament::Boastful if dice.random_ratio(1, 2) => Words::Figure(tale.boasted(truth)),
            _ => Words::Figure(truth),
        };
        let hour = self.hour(tale, week)?;
        let photo = dice.random_ratio(1, 4) && words != Words::NoChange;
        Some(Saying { hour, words, truth, photo })
    }

    /// A unit reports all its lines in one go.
    fn hour(&self, tale: &Tale, week: Week) -> Option<Hour> {
        let mut dice = self.dice(&format!("{}/hour {}", tale.line.unit, week.0));
        let in_time =
            [Hour::Wednesday, Hour::ThursdayNoon, Hour::ThursdayEvening, Hour::FridayMorning];
        let any = in_time[dice.random_range(0..in_time.len())];
        match tale.temperament {
            Temperament::Punctual if any == Hour::FridayMorning => Some(Hour::Wednesday),
            Temperament::Late if dice.random_ratio(3, 5) => {
                Some(if dice.random_ratio(1, 2) { Hour::NextMonday } else { Hour::NextTuesday })
            }
            Temperament::Late | Temperament::Boastful => Some(Hour::FridayLast),
            // Two weeks of silence after every two of words, and now and then one more.
            Temperament::Silent if week.0 % 4 >= 2 || dice.random_ratio(1, 5) => None,
            _ => Some(any),
        }
    }

    fn tale(&self, campaign: &Campaign, assignment: &Assignment) -> Option<Tale> {
        let indicator = campaign.indicator(&assignment.indicator)?;
        let line = Line { unit: assignment.unit.clone(), indicator: indicator.code.clone() };
        let temperament = self.temperament(&line.unit);
        let mut dice = self.dice(&format!("{}/{}", line.unit, line.indicator));
        let steps = campaign.steps(&line.unit, &line.indicator).len();
        let target = match (indicator.kind, assignment.assigned) {
            (IndicatorKind::Milestone, _) => Quantity::from_integer(i64::try_from(steps).ok()?)?,
            (_, Some(assigned)) => assigned,
            (_, None) => assignment.baseline,
        };
        let calendar = campaign.calendar();
        let early = indicator.kind != IndicatorKind::Milestone && dice.random_ratio(1, 6);
        let due = early.then(|| calendar.end() - TimeDelta::days(dice.random_range(4..=30)));
        let mut calm = self.dice(&format!("{}/pledges", line.unit));
        let pledged_on = match temperament {
            Temperament::Late if calm.random_ratio(1, 3) => dice.random_range(8..=9),
            _ => calm.random_range(1..=4),
        };
        let mut tale = Tale {
            measure: indicator.measure.clone(),
            kind: indicator.kind,
            verifier: indicator.verifier.clone(),
            pledge: target,
            assigned: assignment.assigned,
            due: due.filter(|due| calendar.day_number(*due) > 20),
            pledged_on,
            steps,
            temperament,
            baseline: assignment.baseline,
            path: Vec::new(),
            decimals: decimals(&[assignment.baseline, target], &indicator.measure),
            line,
        };
        tale.path = tale.draw_path(campaign, &mut dice);
        Some(tale)
    }
}

impl Tale {
    /// Where the line truly stands at the end of a week; at its baseline before the first.
    pub(crate) fn truth(&self, week: Week) -> Quantity {
        let at = (week.0 as usize).checked_sub(1);
        let known = at.map(|at| self.path.get(at).or(self.path.last()));
        known.flatten().copied().unwrap_or(self.start())
    }

    /// The figure as an official types it: a decimal comma, no dots, the unit where it is short.
    pub(crate) fn typed(&self, value: Quantity) -> String {
        let digits = value.to_plain().replace('.', ",");
        match self.measure.kind() {
            _ if self.kind == IndicatorKind::Milestone => format!("{digits}/{}", self.steps),
            MeasureKind::Money { exponent: 9 } => format!("{digits} tỷ"),
            MeasureKind::Money { exponent: 6 } => format!("{digits} triệu"),
            MeasureKind::Percent => format!("{digits}%"),
            MeasureKind::Money { .. } | MeasureKind::Other => digits,
        }
    }

    /// Whether a figure ten times too large can be typed at all.
    fn can_slip(&self, truth: Quantity) -> bool {
        self.kind != IndicatorKind::Milestone && truth > Quantity::ZERO
    }

    fn start(&self) -> Quantity {
        if self.kind == IndicatorKind::Milestone { Quantity::ZERO } else { self.baseline }
    }

    /// A promise below the assigned target, where there is one.
    fn modest(&self) -> Quantity {
        match (self.kind, self.assigned) {
            (IndicatorKind::Milestone, _) | (_, None) => self.pledge,
            (_, Some(assigned)) => self.between(assigned, 900),
        }
    }

    /// More than there is, by an eighth of the way.
    fn boasted(&self, truth: Quantity) -> Quantity {
        match self.kind {
            IndicatorKind::Milestone => truth,
            _ => self.held(Quantity::from_scaled(
                truth.scaled() + (self.pledge.scaled() - self.baseline.scaled()) / 8,
            )),
        }
    }

    /// So many thousandths of the way from the baseline to a target.
    fn between(&self, target: Quantity, thousandths: i64) -> Quantity {
        let way = i128::from(target.scaled()) - i128::from(self.baseline.scaled());
        let value = i128::from(self.baseline.scaled()) + way * i128::from(thousandths) / 1000;
        self.held(Quantity::from_scaled(i64::try_from(value).unwrap_or(target.scaled())))
    }

    /// Rounded to the precision of the line and held where such figures can lie.
    fn held(&self, value: Quantity) -> Quantity {
        let step = SCALE / 10_i64.pow(self.decimals.min(6));
        let rounded = BigRational::new(value.scaled().into(), step.into()).round().to_integer();
        let scaled = i64::try_from(rounded).unwrap_or(0).saturating_mul(step).max(0);
        let hundred = 100 * SCALE;
        let percent = self.measure.kind() == MeasureKind::Percent;
        Quantity::from_scaled(if percent { scaled.min(hundred) } else { scaled })
    }

    fn draw_path(&self, campaign: &Campaign, dice: &mut ChaCha8Rng) -> Vec<Quantity> {
        match self.kind {
            IndicatorKind::Milestone => self.draw_steps(campaign, dice),
            IndicatorKind::Maintain => self.draw_level(campaign, dice),
            _ => self.draw_way(campaign, dice),
        }
    }

    /// From the baseline to somewhere around the target, never back.
    fn draw_way(&self, campaign: &Campaign, dice: &mut ChaCha8Rng) -> Vec<Quantity> {
        let whole = match self.temperament {
            Temperament::Punctual => dice.random_range(1000..=1120),
            Temperament::Late | Temperament::Lumpy => dice.random_range(880..=1060),
            Temperament::Mistaken => dice.random_range(900..=1030),
            Temperament::Silent => dice.random_range(550..=850),
            Temperament::Boastful => dice.random_range(750..=950),
        };
        let calendar = campaign.calendar();
        let weeks = i64::from(calendar.weeks());
        // Whoever promises an earlier date works towards that date.
        let due = self.due.and_then(|due| calendar.week_of(due));
        let span = due.map_or(weeks, |week| i64::from(week.0));
        let mut gone = 0;
        let mut path = Vec::new();
        for week in 1..=weeks {
            let wobble = dice.random_range(-25..=25);
            let stands = self.temperament == Temperament::Lumpy && week % 3 != 0 && week < span;
            if !stands {
                // The first week brings in what was ready when the campaign began.
                let on_the_way = whole * (week + 1) / (span + 1) + wobble;
                gone = on_the_way.clamp(gone, whole.max(gone));
            }
            path.push(self.between(self.pledge, gone));
        }
        self.never_back(path)
    }

    fn never_back(&self, mut path: Vec<Quantity>) -> Vec<Quantity> {
        let falls = self.pledge < self.baseline;
        for at in 1..path.len() {
            let before = path[at - 1];
            path[at] = if falls { path[at].min(before) } else { path[at].max(before) };
        }
        path
    }

    /// Around the level to be held: mostly kept, missed now and then.
    fn draw_level(&self, campaign: &Campaign, dice: &mut ChaCha8Rng) -> Vec<Quantity> {
        let missed = match self.temperament {
            Temperament::Punctual => 1,
            Temperament::Silent | Temperament::Boastful => 4,
            _ => 2,
        };
        let tenth = SCALE / 10;
        let weeks = campaign.calendar().all_weeks();
        weeks
            .map(|_| {
                let away = if dice.random_ratio(missed, 10) {
                    -dice.random_range(2..=30)
                } else {
                    dice.random_range(0..=25)
                };
                self.held(Quantity::from_scaled(self.pledge.scaled() + away * tenth))
            })
            .collect()
    }

    /// Each step a little before or after its date.
    fn draw_steps(&self, campaign: &Campaign, dice: &mut ChaCha8Rng) -> Vec<Quantity> {
        let late = match self.temperament {
            Temperament::Punctual => -7..=0,
            Temperament::Silent | Temperament::Boastful => 0..=20,
            _ => -7..=8,
        };
        let steps = campaign.steps(&self.line.unit, &self.line.indicator);
        let done: Vec<NaiveDate> = steps
            .iter()
            .map(|step| step.due + TimeDelta::days(dice.random_range(late.clone())))
            .collect();
        let calendar = campaign.calendar();
        let weeks = calendar.all_weeks();
        weeks
            .map(|week| {
                // What is done by the Wednesday can be told on any of the reporting days.
                let wednesday = calendar.week_monday(week) + TimeDelta::days(2);
                let count = done.iter().take_while(|date| **date <= wednesday).count();
                Quantity::from_scaled(i64::try_from(count).unwrap_or(0).saturating_mul(SCALE))
            })
            .collect()
    }
}

/// Whole numbers of things stay whole; money, percentages and scores have one decimal place.
fn decimals(figures: &[Quantity], measure: &Measure) -> u32 {
    let whole = figures.iter().all(|figure| figure.scaled() % SCALE == 0);
    u32::from(!whole || measure.kind() != MeasureKind::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn campaign() -> Campaign {
        Campaign::new(crate::import::demo().unwrap()).unwrap()
    }

    #[test]
    fn one_seed_tells_one_story() {
        let campaign = campaign();
        let told = |seed| {
            let story = Story::new(&campaign, seed);
            let weeks = campaign.calendar().all_weeks();
            weeks
                .flat_map(|week| story.tales().iter().map(move |tale| (week, tale)))
                .map(|(week, tale)| story.saying(tale, week))
                .collect::<Vec<_>>()
        };
        assert_eq!(told(7), told(7));
        assert_ne!(told(7), told(8));
    }

    #[test]
    fn every_temperament_appears_in_fifteen_wards() {
        let story = Story::new(&campaign(), 1);
        for temperament in DEALT {
            assert!(story.temperaments.values().any(|t| *t == temperament), "{temperament:?}");
        }
    }

    #[test]
    fn cumulative_figures_never_go_back() {
        let story = Story::new(&campaign(), 3);
        for tale in story.tales() {
            if tale.kind == IndicatorKind::Maintain {
                continue;
            }
            let falls = tale.kind == IndicatorKind::Decrease;
            for pair in tale.path.windows(2) {
                let forwards = if falls { pair[0] >= pair[1] } else { pair[0] <= pair[1] };
                assert!(forwards, "{} {:?}", tale.line.unit, tale.path);
            }
        }
    }

    #[test]
    fn figures_are_typed_as_officials_type_them() {
        let story = Story::new(&campaign(), 3);
        let typed = |code: &str, value: &str| {
            let tale = story.tales().iter().find(|t| t.line.indicator.as_str() == code).unwrap();
            tale.typed(Quantity::parse_plain(value).unwrap())
        };
        assert_eq!(typed("THUE", "31.5"), "31,5 tỷ");
        assert_eq!(typed("CDS", "62.3"), "62,3%");
        assert_eq!(typed("TIEM", "4100"), "4100");
        assert_eq!(typed("QS", "2"), "2/3");
    }
}
