//! Campaigns played by the seed: the same seed leaves the same, whatever happens to the bot.

use std::path::Path;

use thidua::domain::campaign::{Definition, Invitee};
use thidua::domain::ids::UnitCode;
use thidua::domain::policy::Role;
use thidua::rehearsal::{self, Options, Summary};

use crate::world::small;

/// Three wards of the small campaign.
fn three_wards() -> Definition {
    let mut definition = small();
    let gone = UnitCode::new("NX");
    definition.units.retain(|unit| unit.code != gone);
    definition.assignments.retain(|assignment| assignment.unit != gone);
    definition.milestones.retain(|step| step.unit != gone);
    // Two of the office, so that one can second what the other begins.
    definition.people = ["Phó thường trực", "Uỷ viên thường trực"]
        .map(|name| Invitee {
            name: name.to_owned(),
            post: "Thường trực".to_owned(),
            unit: None,
            role: Role::Office,
        })
        .to_vec();
    definition
}

async fn play(seed: u64, interruptions: Option<u64>, out: Option<&Path>) -> Summary {
    let dir = tempfile::tempdir().unwrap();
    let options = Options {
        definition: three_wards(),
        seed,
        days: Some(21),
        out: out.map(Path::to_owned),
        database: dir.path().join("rehearsal.db"),
        interruptions,
        progress: &mut |_| {},
    };
    rehearsal::play(options).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn three_weeks_close_and_nothing_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let Summary { outcome, kills, .. } = play(1, None, Some(folder.path())).await;
    assert_eq!(outcome.refusals, []);
    assert_eq!(outcome.violations, [""; 0]);
    assert!(outcome.verified);
    assert_eq!(kills, 0);
    let weeks: Vec<u32> = outcome.weeks.iter().map(|week| week.week).collect();
    assert_eq!(weeks, [1, 2, 3]);
    // Pledges are approved in week 1; in weeks 2 and 3 each ward owes five reports, and the one
    // that is late sends its own after the play.
    assert!(outcome.entries > 15, "{outcome:?}");
    let openness = outcome.openness;
    assert_eq!((openness.awards, openness.corrections, openness.spot_checks), (1, 1, 3));
    // The boastful ward has been caught once by then; the appeal it wins comes later.
    assert_eq!((openness.appeals_won, openness.appeals_lost), (0, 1));
    assert_eq!((openness.false_reports, openness.reused_evidence), (1, 1));
    for file in [
        "tuan-01-xep-hang.json",
        "tuan-03-giao-ban.json",
        "tuan-03-xep-hang.txt",
        "de-nghi-khen-thuong.json",
        "summary.json",
    ] {
        assert!(folder.path().join(file).exists(), "{file}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_seed_leaves_the_same_and_another_does_not() {
    let (one, again, other) =
        tokio::join!(play(2, None, None), play(2, None, None), play(3, None, None));
    assert_eq!(one.outcome, again.outcome);
    assert_ne!(one.outcome.facts_digest, other.outcome.facts_digest);
    assert_ne!(one.outcome.final_digest, other.outcome.final_digest);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_killed_at_any_moment_leaves_what_one_that_lives_leaves() {
    let (unharmed, killed) = tokio::join!(play(4, None, None), play(4, Some(9), None));
    assert!(killed.kills > 3, "{}", killed.kills);
    assert_eq!(unharmed.outcome, killed.outcome);
}
