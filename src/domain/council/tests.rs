use std::collections::BTreeSet;

use super::*;
use crate::domain::commendation::{GateKind, Reason};
use crate::domain::testkit::{at, unit};

fn listed(id: &str) -> Listed {
    Listed {
        id: id.to_owned(),
        unit: unit("A"),
        category: Category::Nominated,
        indicator: None,
        leader: Some(false),
        gates: vec![Gate {
            gate: GateKind::NotRewarded,
            passed: true,
            reason: Reason::NewAchievement,
        }],
    }
}

fn people(ids: &[i64]) -> BTreeSet<PersonId> {
    ids.iter().copied().map(PersonId).collect()
}

fn opening() -> Opening {
    let paper = |id: &str, entitled: &[i64], excluded: &[i64]| Paper {
        listed: listed(id),
        entitled: people(entitled),
        excluded: people(excluded),
    };
    Opening {
        list: FactId(1),
        as_of: at("2022-12-01 10:00"),
        papers: vec![paper("a", &[1, 2, 3], &[4]), paper("b", &[1, 2, 3, 4], &[])],
        quorum: Share::TWO_THIRDS,
        pass: Share::TWO_THIRDS,
        closes_at: at("2022-12-05 17:00"),
    }
}

fn fact(id: i64, by: i64, what: What) -> Fact {
    let when = at("2022-12-02 10:00");
    let number = what.is_numbered().then_some(Number(1));
    let by = Some(PersonId(by));
    Fact { id: FactId(id), number, counted_at: when, recorded_at: when, by, what }
}

fn published() -> Vec<Fact> {
    let listing = Listing {
        as_of: at("2022-12-01 10:00"),
        until: at("2022-12-04 00:00").date_naive(),
        candidates: vec![listed("a"), listed("b")],
    };
    vec![
        fact(1, 9, What::ListPublished(listing)),
        fact(2, 9, What::VoteOpened(Box::new(opening()))),
    ]
}

fn voted(id: i64, by: i64, candidate: &str) -> Fact {
    fact(id, by, What::Voted { vote: FactId(2), candidate: candidate.to_owned() })
}

fn tally(entitled: &[i64], counts: (u32, u32, u32)) -> Verdict {
    let opening = opening();
    let paper = Paper { entitled: people(entitled), ..opening.papers[0].clone() };
    let (agree, disagree, abstain) = counts;
    Tally::of(&opening, &paper, Counts { agree, disagree, abstain }).result
}

#[test]
fn quorum_is_of_those_entitled_and_passing_of_ballots_cast() {
    let six = [1, 2, 3, 4, 5, 6];
    // Four of six are two thirds to the vote; a percentage of 66,67 would ask for five.
    assert_eq!(tally(&six, (4, 0, 0)), Verdict::Passed);
    assert_eq!(tally(&six, (3, 0, 0)), Verdict::NoQuorum);
    // Of six ballots cast four must agree; who abstains was present and did not.
    assert_eq!(tally(&six, (4, 1, 1)), Verdict::Passed);
    assert_eq!(tally(&six, (3, 1, 0)), Verdict::Passed);
    assert_eq!(tally(&six, (3, 0, 2)), Verdict::NotPassed);
    assert_eq!(tally(&six, (0, 0, 6)), Verdict::NotPassed);
    // The excluded leave the denominator: two of three are a quorum, one is not.
    assert_eq!(tally(&[1, 2, 3], (2, 0, 0)), Verdict::Passed);
    assert_eq!(tally(&[1, 2, 3], (1, 0, 0)), Verdict::NoQuorum);
    assert_eq!(tally(&[], (0, 0, 0)), Verdict::NoQuorum);
}

#[test]
fn whoever_may_not_vote_is_told_why() {
    let mut facts = published();
    facts.push(voted(3, 1, "a"));
    let (list, candidate) = (FactId(1), "b".to_owned());
    facts.push(fact(4, 9, What::CandidateWithdrawn { list, candidate, reason: "trùng".into() }));
    let council = Council::fold(&facts);
    let (round, vote) = council.open().unwrap();
    let now = at("2022-12-05 16:59");
    let admit =
        |id: &str, person, now| vote.admit(round, vote.paper(id).unwrap(), PersonId(person), now);
    assert_eq!(admit("a", 2, now), Ok(()));
    assert_eq!(admit("a", 1, now), Err(Barred::Voted));
    assert_eq!(admit("a", 4, now), Err(Barred::Excluded));
    assert_eq!(admit("a", 7, now), Err(Barred::NotEntitled));
    assert_eq!(admit("b", 2, now), Err(Barred::Withdrawn));
    assert_eq!(admit("a", 2, at("2022-12-05 17:00")), Err(Barred::Closed));
    assert_eq!(vote.counted(round).count(), 1);
}

#[test]
fn a_closed_vote_is_open_no_more_and_its_result_stands() {
    let mut facts = published();
    facts.extend([voted(3, 1, "a"), voted(4, 2, "a")]);
    let opening = opening();
    let counts = Counts { agree: 2, ..Counts::default() };
    let results = vec![
        Tally::of(&opening, &opening.papers[0], counts),
        Tally::of(&opening, &opening.papers[1], Counts::default()),
    ];
    facts.push(fact(5, 9, What::VoteClosed { vote: FactId(2), results }));
    let council = Council::fold(&facts);
    assert_eq!(council.open(), None);
    assert_eq!(council.decided("a").map(|tally| tally.result), Some(Verdict::Passed));
    assert_eq!(council.decided("b"), None);
    assert_eq!(council.tally("b").map(|tally| tally.result), Some(Verdict::NoQuorum));
}

#[test]
fn what_the_log_holds_of_lists_and_votes_is_read_back_as_written() {
    for what in published().into_iter().map(|fact| fact.what) {
        let text = serde_json::to_string(&what).unwrap();
        assert!(!text.contains("null"), "{text}");
        assert_eq!(serde_json::from_str::<What>(&text).unwrap(), what);
    }
}

#[test]
fn before_its_time_a_vote_ends_only_with_enough_ballots_on_every_paper() {
    let mut facts = published();
    let early = at("2022-12-05 16:59");
    let short = |facts: &[Fact], now| {
        let council = Council::fold(facts);
        let (round, vote) = council.open().unwrap();
        vote.keeps_open(round, now).map(|paper| paper.listed.id.clone())
    };
    assert_eq!(short(&facts, early).as_deref(), Some("a"));
    assert_eq!(short(&facts, at("2022-12-05 17:00")), None);
    // Two of three entitled are a quorum for one, two of four are none for the other.
    facts.extend([voted(3, 1, "a"), voted(4, 2, "a"), voted(5, 1, "b"), voted(6, 2, "b")]);
    assert_eq!(short(&facts, early).as_deref(), Some("b"));
    let mut enough = facts.clone();
    enough.push(voted(7, 3, "b"));
    assert_eq!(short(&enough, early), None);
    // What was taken off the list keeps nothing open.
    let (list, candidate) = (FactId(1), "b".to_owned());
    facts.push(fact(7, 9, What::CandidateWithdrawn { list, candidate, reason: "trùng".into() }));
    assert_eq!(short(&facts, early), None);
}

#[test]
fn of_too_few_ballots_only_their_number_is_told() {
    let opening = opening();
    let counts = Counts { disagree: 1, ..Counts::default() };
    let few = Tally::of(&opening, &opening.papers[0], counts);
    assert_eq!((few.told(), few.cast(), few.disagree), (None, 1, 0));
    let enough = Counts { agree: 1, disagree: 1, ..Counts::default() };
    assert_eq!(Tally::of(&opening, &opening.papers[0], enough).told(), Some(enough));
    // A result as older programs wrote it.
    let old =
        r#"{"candidate":"a","entitled":3,"agree":0,"disagree":1,"abstain":0,"result":"no_quorum"}"#;
    let old: Tally = serde_json::from_str(old).unwrap();
    let mut facts = published();
    facts.push(fact(3, 9, What::VoteClosed { vote: FactId(2), results: vec![old] }));
    assert_eq!(Council::fold(&facts).tally("a"), Some(&few));
}
