//! The whole course of a line: every figure that still stands, from the first day on, for a
//! drawing and for nothing else. What counts is folded in [`crate::domain::line`].

use std::borrow::Borrow;

use chrono::{DateTime, Utc};

use super::fact::{EntryKind, Fact, Outcome, Verdict, What};
use super::ids::{FactId, IndicatorCode};
use super::quantity::Quantity;

/// A figure on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The entry.
    pub entry: FactId,
    /// When it counted.
    pub at: DateTime<Utc>,
    /// The value: as confirmed, else as reported.
    pub value: Quantity,
    /// Whether somebody has confirmed it.
    pub checked: bool,
}

/// An entry with what became of it.
struct Known {
    mark: Mark,
    /// Returned, or replaced before anybody had checked it.
    gone: bool,
    /// Proven false.
    proven_false: bool,
}

/// The figures of one line that stand, in the order of its facts: returned, replaced and false
/// entries are no part of it, and "no change" adds no figure.
pub fn course<F: Borrow<Fact>>(
    facts: impl IntoIterator<Item = F>,
    indicator: &IndicatorCode,
) -> Vec<Mark> {
    let mut known: Vec<Known> = Vec::new();
    for fact in facts {
        let fact: &Fact = fact.borrow();
        if fact.what.line().is_none_or(|line| &line.indicator != indicator) {
            continue;
        }
        if let What::Reported(report) = &fact.what {
            if let EntryKind::Correction { of, .. } = report.kind {
                // One checked already stays: the correction is simply the newer report.
                let replaced = |one: &Known| one.mark.entry == of && !one.mark.checked;
                known.retain(|one| !replaced(one));
            }
            let mark = |value| Mark { entry: fact.id, at: fact.counted_at, value, checked: false };
            let mark = report.kind.value().map(mark);
            known.extend(mark.map(|mark| Known { mark, gone: false, proven_false: false }));
            continue;
        }
        let (entry, fate) = match &fact.what {
            What::Checked { entry, outcome: Outcome::Confirmed { value, .. }, .. }
            | What::Corrected { entry, after: value, .. }
            | What::AppealDecided { entry, verdict: Verdict::Value { value }, .. } => {
                (*entry, Fate::Stands(*value))
            }
            What::Checked { entry, outcome: Outcome::Returned { .. }, .. } => (*entry, Fate::Gone),
            What::FalseConfirmed { entry, .. } => (*entry, Fate::False(true)),
            What::AppealDecided { entry, verdict: Verdict::Cleared, .. } => {
                (*entry, Fate::False(false))
            }
            _ => continue,
        };
        for one in known.iter_mut().filter(|one| one.mark.entry == entry) {
            match fate {
                Fate::Stands(value) => {
                    (one.mark.value, one.mark.checked, one.gone) = (value, true, false);
                }
                Fate::Gone => one.gone = true,
                Fate::False(proven) => one.proven_false = proven,
            }
        }
    }
    let standing = known.into_iter().filter(|one| !one.gone && !one.proven_false);
    standing.map(|one| one.mark).collect()
}

/// What is decided on an entry.
#[derive(Clone, Copy)]
enum Fate {
    Stands(Quantity),
    Gone,
    False(bool),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::campaign::IndicatorKind;
    use crate::domain::testkit::{Plan, Story, in_week, indicator};

    fn shown(story: &Story) -> Vec<String> {
        let marks = course(story.in_order(), &indicator("THUE"));
        let sign = |mark: &Mark| if mark.checked { "" } else { "?" };
        marks.iter().map(|mark| format!("{}{}", mark.value.to_plain(), sign(mark))).collect()
    }

    fn story() -> Story {
        let plan = Plan::new().units(None, &["AB"]);
        plan.indicator("THUE", IndicatorKind::Increase, "1").given("AB", "THUE", "0", "100").story()
    }

    #[test]
    fn what_stands_is_told_apart_from_what_nobody_checked() {
        let mut story = story();
        let first = story.reports("AB", "THUE", "10", in_week(1, "Wed 09:00"));
        story.unchanged("AB", "THUE", in_week(2, "Wed 09:00"));
        let second = story.reports("AB", "THUE", "20", in_week(3, "Wed 09:00"));
        assert_eq!(shown(&story), ["10?", "20?"]);
        story.confirms(first, "9", in_week(3, "Thu 09:00"));
        story.returns(second, in_week(3, "Thu 10:00"));
        assert_eq!(shown(&story), ["9"]);
    }

    #[test]
    fn a_correction_replaces_only_what_nobody_checked() {
        let mut story = story();
        let first = story.proves("AB", "THUE", "10", in_week(1, "Wed 09:00"));
        let second = story.reports("AB", "THUE", "20", in_week(2, "Wed 09:00"));
        story.corrects(second, "19", in_week(2, "Wed 10:00"));
        assert_eq!(shown(&story), ["10", "19?"]);
        story.corrects(first, "11", in_week(2, "Wed 11:00"));
        assert_eq!(shown(&story), ["10", "19?", "11?"]);
    }

    #[test]
    fn a_false_figure_is_gone_and_another_line_is_none_of_ours() {
        let mut story = story();
        let first = story.proves("AB", "THUE", "10", in_week(1, "Wed 09:00"));
        story.reports("AB", "DUONG", "3", in_week(1, "Wed 09:00"));
        story.proves_false(first, in_week(2, "Wed 09:00"));
        assert_eq!(shown(&story), Vec::<String>::new());
    }
}
