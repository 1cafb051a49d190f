use super::*;
use crate::domain::campaign::IndicatorKind::Increase;
use crate::domain::ids::FactId;
use crate::domain::testkit::{Plan, Story, in_week, q};

/// A story of one line, in which things are said about entries.
struct Told(Story);

impl Told {
    fn new() -> Self {
        Self(Plan::new().units(None, &["AB"]).indicator("THU", Increase, "1").story())
    }

    fn says(&mut self, what: What, when: DateTime<Utc>, by: i64) -> FactId {
        let id = self.0.record(what, when);
        self.0.facts.last_mut().unwrap().by = Some(PersonId(by));
        id
    }

    fn checks(
        &mut self,
        entry: FactId,
        value: Option<&str>,
        when: DateTime<Utc>,
        by: i64,
    ) -> FactId {
        let reason = "sổ kho bạc".to_owned();
        let outcome = match value {
            Some(value) => Outcome::Confirmed { value: q(value), reason },
            None => Outcome::Returned { reason },
        };
        self.says(What::Checked { entry, line: Story::line("AB", "THU"), outcome }, when, by)
    }

    fn appeals(&mut self, against: FactId, entry: FactId, when: DateTime<Utc>) -> FactId {
        let (line, reason) = (Story::line("AB", "THU"), "có chứng từ".to_owned());
        self.says(What::Appealed { against, entry, line, reason }, when, 2)
    }

    fn decides(&mut self, appeal: FactId, entry: FactId, verdict: Verdict, when: DateTime<Utc>) {
        let (line, reason) = (Story::line("AB", "THU"), "đã đối chiếu".to_owned());
        self.says(What::AppealDecided { appeal, entry, line, verdict, reason }, when, 3);
    }

    /// The entry and everything said about it.
    fn words<T>(&self, entry: FactId, look: impl FnOnce(Words<'_>) -> T) -> T {
        let facts = self.0.in_order();
        let mut known = vec![entry];
        let mut about = Vec::new();
        for fact in &facts {
            if fact.what.refers_to().is_some_and(|id| known.contains(&id)) {
                known.push(fact.id);
                about.push(fact.clone());
            }
        }
        let entry = facts.iter().find(|fact| fact.id == entry).unwrap();
        look(Words { entry, about: &about })
    }

    fn appealable(
        &self,
        entry: FactId,
        decision: FactId,
        now: DateTime<Utc>,
    ) -> Result<FactId, Unappealable> {
        let campaign = &self.0.campaign;
        self.words(entry, |words| words.appealable(campaign, decision, now).map(|fact| fact.id))
    }
}

fn monday(hour: &str) -> DateTime<Utc> {
    in_week(2, &format!("Mon {hour}"))
}

#[test]
fn a_value_as_reported_cannot_be_appealed_another_one_can_for_three_working_days() {
    let mut told = Told::new();
    let entry = told.0.reports("AB", "THU", "60", monday("08:00"));
    let same = told.checks(entry, Some("60"), monday("09:00"), 1);
    assert_eq!(told.appealable(entry, same, monday("10:00")), Err(Unappealable::NothingDecided));
    let entry = told.0.reports("AB", "THU", "70", in_week(2, "Thu 08:00"));
    let other = told.checks(entry, Some("65"), in_week(2, "Thu 09:00"), 1);
    // Friday, Monday, Tuesday: the last instant of Tuesday is in time.
    let until = in_week(3, "Tue 23:59:59") + TimeDelta::milliseconds(999);
    assert_eq!(told.appealable(entry, other, until), Ok(other));
    let after = until + TimeDelta::milliseconds(1);
    assert_eq!(told.appealable(entry, other, after), Err(Unappealable::TooLate(until)));
    assert_eq!(told.words(entry, |words| words.standing()), Some(q("65")));
}

#[test]
fn one_decision_is_appealed_once_and_what_an_appeal_settles_is_settled() {
    let mut told = Told::new();
    let entry = told.0.reports("AB", "THU", "60", monday("08:00"));
    let check = told.checks(entry, None, monday("09:00"), 1);
    assert_eq!(told.words(entry, |words| words.standing()), None);
    let appeal = told.appeals(check, entry, monday("10:00"));
    assert_eq!(told.appealable(entry, check, monday("11:00")), Err(Unappealable::Already(appeal)));
    told.decides(appeal, entry, Verdict::Value { value: q("58") }, monday("12:00"));
    assert_eq!(told.words(entry, |words| words.standing()), Some(q("58")));
    // A second look that bears it out opens nothing again.
    told.checks(entry, Some("58"), monday("13:00"), 4);
    assert!(told.words(entry, |words| words.decisions().is_empty()));
    // A correction of it does.
    let what = What::Corrected {
        entry,
        line: Story::line("AB", "THU"),
        before: q("58"),
        after: q("57"),
        reason: String::new(),
    };
    let correction = told.says(what, monday("14:00"), 3);
    assert_eq!(told.appealable(entry, correction, monday("15:00")), Ok(correction));
    assert_eq!(told.words(entry, |words| words.standing()), Some(q("57")));
}

#[test]
fn both_voices_of_a_false_report_are_involved_and_a_cleared_one_is_over() {
    let mut told = Told::new();
    let entry = told.0.reports("AB", "THU", "60", monday("08:00"));
    let (line, reason) = (Story::line("AB", "THU"), "khống".to_owned());
    let declaration =
        told.says(What::FalseDeclared { entry, line: line.clone(), reason }, monday("09:00"), 5);
    assert!(told.words(entry, |words| words.declared().is_some()));
    let proof = told.says(What::FalseConfirmed { declaration, entry, line }, monday("10:00"), 6);
    assert!(told.words(entry, |words| words.declared().is_none()));
    let appeal = told.appeals(proof, entry, monday("11:00"));
    let fact = told.0.facts.iter().find(|fact| fact.id == appeal).unwrap().clone();
    assert_eq!(told.words(entry, |words| words.involved(&fact)), [PersonId(6), PersonId(5)]);
    told.decides(appeal, entry, Verdict::Cleared, monday("12:00"));
    assert!(told.words(entry, |words| words.cleared() && words.proven_false().is_none()));
}
