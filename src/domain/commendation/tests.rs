use super::*;
use crate::domain::calendar::Week;
use crate::domain::campaign::IndicatorKind::Increase;
use crate::domain::testkit::{Plan, Story, at, in_week, indicator, q};

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
    let rewarded = rewarded.iter().map(|id| (*id).to_owned()).collect();
    candidates(&story.campaign, &scores, &now, Some(&before), &rewarded)
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
    let found = candidates(&story.campaign, &scores, &now, None, &BTreeSet::new());
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
