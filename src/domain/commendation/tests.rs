use super::*;
use crate::domain::calendar::Week;
use crate::domain::campaign::IndicatorKind::Increase;
use crate::domain::council::Reward;
use crate::domain::fact::{Outcome, What};
use crate::domain::nomination::{Nomination, Subject};
use crate::domain::testkit::{Plan, Story, at, in_week, indicator, q, unit};

/// A leads C1 and is beyond its target; B catches up most; X leads C2.
fn story() -> Story {
    let mut plan = Plan::new()
        .units(Some("C1"), &["A", "B"])
        .units(Some("C2"), &["X"])
        .indicator("THU", Increase, "1")
        .rules(|rules| rules.missing_report_penalty = q("0"));
    for code in ["A", "B", "X"] {
        plan = plan.given(code, "THU", "0", "100");
    }
    let mut story = plan.story();
    for code in ["A", "B", "X"] {
        story.pledges(code, "THU", "100", "2022-11-30", in_week(1, "Mon 09:00"));
    }
    story.proves("A", "THU", "104", in_week(2, "Mon 09:00"));
    story.proves("X", "THU", "20", in_week(2, "Mon 09:00"));
    story.proves("B", "THU", "90", in_week(8, "Mon 09:00"));
    story
}

fn found(story: &Story, rewarded: &[&str]) -> Candidates {
    let when = at("2022-11-20 18:00");
    let mut scores = story.scores(when);
    let now = ranking::table(&story.campaign, &mut scores, when, Week(8), None);
    let before = story.table(at("2022-10-25 23:59:59"), None);
    let mut facts = story.in_order();
    facts.sort_by_key(|fact| fact.id);
    let mut council = Council::fold(&facts);
    council.rewards.extend(rewarded.iter().map(|id| Reward {
        candidate: (*id).to_owned(),
        at: when,
        by: None,
        decision: "QĐ 1".to_owned(),
    }));
    let told = Told { council, entries: entries(story) };
    candidates(&story.campaign, &scores, &now, Some(&before), &told)
}

fn ids(found: &Candidates) -> Vec<(&str, bool)> {
    found.collectives.iter().map(|one| (one.id.as_str(), one.eligible)).collect()
}

fn reasons(found: &Candidates, id: &str) -> Vec<Reason> {
    let candidate = found.collectives.iter().find(|one| one.id == id).unwrap();
    let failed = candidate.gates.iter().filter(|gate| !gate.passed);
    failed.map(|gate| gate.reason.clone()).collect()
}

#[test]
fn leaders_over_achievers_and_the_most_improved_are_proposed() {
    let found = found(&story(), &[]);
    assert_eq!(
        ids(&found),
        [
            ("cluster_leader:C1:A", true),
            ("cluster_leader:C2:X", true),
            ("over_achiever:THU:A", true),
            ("most_improved::B", true),
        ]
    );
    assert_eq!(found.collectives[0].gates.len(), 4);
    assert_eq!((found.leader_share, found.leader_quota.to_string()), (None, "50.0".to_owned()));
}

#[test]
fn figures_must_be_verified() {
    let mut story = story();
    story.reports("A", "THU", "110", in_week(8, "Tue 09:00"));
    let found = found(&story, &[]);
    let open = vec![Reason::Unverified(vec![indicator("THU")])];
    assert_eq!(reasons(&found, "cluster_leader:C1:A"), open);
    assert_eq!(reasons(&found, "over_achiever:THU:A"), open);
    assert_eq!(reasons(&found, "cluster_leader:C2:X"), []);
}

#[test]
fn a_false_report_bars() {
    let mut story = story();
    let entry = story.facts.iter().find(|fact| fact.what.kind() == "reported").unwrap().id;
    story.proves_false(entry, in_week(8, "Tue 09:00"));
    let found = found(&story, &[]);
    assert_eq!(reasons(&found, "over_achiever:THU:A"), [Reason::ProvenFalse(1)]);
}

#[test]
fn an_overdue_pledge_bars_unless_an_obstacle_was_raised_in_time() {
    let mut late = story();
    late.pledges("X", "THU", "100", "2022-11-10", in_week(2, "Tue 09:00"));
    let barred = found(&late, &[]);
    let overdue = Reason::Overdue(vec![indicator("THU")]);
    assert_eq!(reasons(&barred, "cluster_leader:C2:X"), [overdue]);
    late.hits("X", "THU", "thiếu mặt bằng", at("2022-11-09 09:00"));
    assert_eq!(reasons(&found(&late, &[]), "cluster_leader:C2:X"), []);
}

#[test]
fn the_same_achievement_is_rewarded_once() {
    let found = found(&story(), &["over_achiever:THU:A"]);
    assert_eq!(reasons(&found, "over_achiever:THU:A"), [Reason::AlreadyRewarded]);
    assert_eq!(reasons(&found, "cluster_leader:C1:A"), []);
}

#[test]
fn nobody_leads_before_there_are_places_and_nobody_improves_before_day_thirty() {
    let story = story();
    let when = at("2022-10-09 18:00");
    let mut scores = story.scores(when);
    let now = ranking::table(&story.campaign, &mut scores, when, Week(2), None);
    let found = candidates(&story.campaign, &scores, &now, None, &Told::default());
    assert_eq!(ids(&found), [("over_achiever:THU:A", true)]);
}

#[test]
fn in_words_it_is_the_published_document() {
    let found = found(&story(), &[]).in_words(|_| "đạt".to_owned());
    let json = serde_json::to_value(&found).unwrap();
    assert_eq!(
        json["collectives"][1],
        serde_json::json!({
            "id": "cluster_leader:C2:X",
            "name": "X",
            "unit": "X",
            "category": "cluster_leader",
            "eligible": true,
            "gates": [
                {"gate": "figures_verified", "passed": true, "reason": "đạt"},
                {"gate": "no_false_report", "passed": true, "reason": "đạt"},
                {"gate": "no_overdue_pledge", "passed": true, "reason": "đạt"},
                {"gate": "not_rewarded", "passed": true, "reason": "đạt"},
            ],
        })
    );
    assert_eq!(json["individuals"], serde_json::json!([]));
    assert_eq!(json["leader_quota"], "50.0");
    assert!(json.get("leader_share").is_none());
}

fn entries(story: &Story) -> BTreeMap<FactId, RestsOn> {
    let confirmed = |entry: FactId| {
        story.facts.iter().any(|fact| {
            matches!(&fact.what, What::Checked { entry: of, outcome: Outcome::Confirmed { .. }, .. }
                if *of == entry)
        })
    };
    let reported = story.facts.iter().filter(|fact| fact.what.kind() == "reported");
    reported
        .map(|fact| {
            let rests = RestsOn { number: fact.number.unwrap(), confirmed: confirmed(fact.id) };
            (fact.id, rests)
        })
        .collect()
}

fn nominates(story: &mut Story, of: &str, subject: Subject, on: Option<&str>) -> FactId {
    let nomination = Nomination {
        unit: unit(of),
        subject,
        indicator: on.map(indicator),
        achievement: String::new(),
        entries: Vec::new(),
        evidence: Vec::new(),
        shown: 1,
    };
    story.record(What::Nominated(nomination), in_week(7, "Mon 09:00"))
}

fn person(leader: bool) -> Subject {
    Subject::Person { leader, first: None }
}

fn part(name: &str) -> Subject {
    Subject::Part { name: name.to_owned() }
}

fn id(story: &Story, nomination: FactId) -> String {
    let fact = story.facts.iter().find(|fact| fact.id == nomination).unwrap();
    format!("nomination:{}", fact.number.unwrap().0)
}

#[test]
fn nominations_stand_by_unit_and_those_favoured_first() {
    let mut story = story();
    let x = nominates(&mut story, "X", person(false), None);
    let leader = nominates(&mut story, "B", person(true), None);
    let worker = nominates(&mut story, "B", person(false), None);
    let whole = nominates(&mut story, "B", Subject::Unit, None);
    let small = nominates(&mut story, "B", part("Tổ 5"), None);
    let gone = nominates(&mut story, "A", person(true), None);
    let (nomination, unit) = (gone, unit("A"));
    story.record(What::NominationWithdrawn { nomination, unit }, in_week(7, "Tue 09:00"));
    let found = found(&story, &[]);
    let people: Vec<_> = found.individuals.iter().map(|one| one.id.clone()).collect();
    assert_eq!(people, [id(&story, worker), id(&story, leader), id(&story, x)]);
    let last: Vec<_> = found.collectives[4..].iter().map(|one| one.id.clone()).collect();
    assert_eq!(last, [id(&story, small), id(&story, whole)]);
    assert!(found.collectives[4].small && !found.collectives[5].small);
    assert_eq!(found.leader_share.map(|share| share.to_string()), Some("33.3".to_owned()));
}

#[test]
fn a_nomination_rests_on_confirmed_figures() {
    let mut story = story();
    let open = story.reports("B", "THU", "95", in_week(8, "Tue 09:00"));
    let sound = story.facts.iter().find(|fact| fact.what.kind() == "reported").unwrap().id;
    let on_indicator = nominates(&mut story, "B", part("Tổ 1"), Some("THU"));
    let on_open = nominates(&mut story, "B", part("Tổ 2"), None);
    let on_sound = nominates(&mut story, "B", part("Tổ 3"), None);
    let on_nothing = nominates(&mut story, "B", part("Tổ 4"), None);
    for (nomination, entry) in [(on_open, open), (on_sound, sound)] {
        let fact = story.facts.iter_mut().find(|fact| fact.id == nomination).unwrap();
        let What::Nominated(said) = &mut fact.what else { panic!() };
        said.entries.push(entry);
    }
    let found = found(&story, &[]);
    let reason = |nomination| {
        let found = found.find(&id(&story, nomination)).unwrap();
        (found.gates[0].passed, found.gates[0].reason.clone())
    };
    assert_eq!(reason(on_indicator), (false, Reason::Unverified(vec![indicator("THU")])));
    let number = story.facts.iter().find(|fact| fact.id == open).unwrap().number.unwrap();
    assert_eq!(reason(on_open), (false, Reason::EntriesUnverified(vec![number])));
    assert_eq!(reason(on_sound), (true, Reason::AllVerified));
    assert_eq!(reason(on_nothing), (true, Reason::NoFigures));
}

#[test]
fn an_achievement_nominated_and_proposed_by_rule_is_rewarded_once() {
    let mut story = story();
    let whole = nominates(&mut story, "A", Subject::Unit, Some("THU"));
    let rewarded = |found: &Candidates, id: &str| {
        let gates = &found.find(id).unwrap().gates;
        gates.iter().any(|gate| gate.reason == Reason::AlreadyRewarded)
    };
    let by_rule = "over_achiever:THU:A";
    assert!(rewarded(&found(&story, &[by_rule]), &id(&story, whole)));
    assert!(rewarded(&found(&story, &[&id(&story, whole)]), by_rule));
    assert!(!rewarded(&found(&story, &["cluster_leader:C1:A"]), &id(&story, whole)));
}

#[test]
fn the_same_person_is_rewarded_once_for_the_same_work() {
    let mut story = story();
    let first = nominates(&mut story, "A", person(false), Some("THU"));
    let again = Subject::Person { leader: false, first: Some(first) };
    let again = nominates(&mut story, "A", again, Some("THU"));
    let other = nominates(&mut story, "A", person(false), Some("THU"));
    let found = found(&story, &[&id(&story, first)]);
    let eligible = |one| found.find(&id(&story, one)).unwrap().eligible;
    assert_eq!((eligible(first), eligible(again), eligible(other)), (false, false, true));
}
