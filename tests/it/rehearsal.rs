//! Campaigns played by the seed: the same seed leaves the same, whatever happens to the bot.

use std::path::Path;

use thidua::domain::campaign::{Definition, Invitee};
use thidua::domain::ids::UnitCode;
use thidua::domain::policy::Role;
use thidua::rehearsal::{self, Options, Summary};

use crate::world::small;

/// Three wards of the small campaign, with a few people in the workbook.
pub(crate) fn three_wards() -> Definition {
    let mut definition = small();
    let gone = UnitCode::new("NX");
    definition.units.retain(|unit| unit.code != gone);
    definition.assignments.retain(|assignment| assignment.unit != gone);
    definition.milestones.retain(|step| step.unit != gone);
    let person = |name: &str, unit: Option<&str>, role| Invitee {
        name: name.to_owned(),
        post: "Chủ tịch".to_owned(),
        unit: unit.map(UnitCode::new),
        role,
    };
    // Two of the office, so that one can second what the other begins.
    definition.people = vec![
        person("Phó thường trực", None, Role::Office),
        person("Uỷ viên thường trực", None, Role::Office),
        person("Lê Văn An", Some("AB"), Role::UnitLead),
        person("Trần Thị Bình", Some("AD"), Role::UnitLead),
        person("Vũ Văn Giang", None, Role::Leader),
    ];
    definition
}

async fn play(seed: u64, interruptions: Option<u64>, out: Option<&Path>) -> Summary {
    play_days(21, seed, interruptions, out).await
}

async fn play_days(
    days: u32,
    seed: u64,
    interruptions: Option<u64>,
    out: Option<&Path>,
) -> Summary {
    let dir = tempfile::tempdir().unwrap();
    let options = Options {
        definition: three_wards(),
        seed,
        days: Some(days),
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
    // A person, a leader and two small collectives were nominated; whoever could voted.
    let council = outcome.council;
    assert_eq!(council.nominations, 4);
    assert!(council.published >= 4 && council.excluded > 0, "{council:?}");
    let decided = council.passed + council.not_passed + council.no_quorum;
    assert!(decided > 0 && council.no_quorum == 0, "{council:?}");
    assert!(council.ballots > decided, "{council:?}");
    assert_eq!(kills, 0);
    let daily = outcome.daily_work;
    // An Biên's head is the first to move on; everybody but the office hears the announcement.
    assert_eq!((daily.invited_at_once, daily.handed_over), (4, 1));
    assert_eq!((daily.boards_bound, daily.boards_moved, daily.boards_lost), (2, 1, 1));
    assert_eq!(daily.announced_to, outcome.people - 2);
    let weeks: Vec<u32> = outcome.weeks.iter().map(|week| week.week).collect();
    assert_eq!(weeks, [1, 2, 3]);
    // Pledges are approved in week 1; in weeks 2 and 3 each ward owes five reports, and the one
    // that is late sends its own after the play.
    assert!(outcome.entries > 15, "{outcome:?}");
    // One ward was late with what the leader asked for, and the ladder reached the leader.
    let troubles = outcome.troubles;
    assert!(troubles.obstacles > 0 && troubles.closed > 0, "{troubles:?}");
    assert!(troubles.settled > 0 && troubles.directives > troubles.settled, "{troubles:?}");
    assert!(troubles.escalations > 1, "{troubles:?}");
    let openness = outcome.openness;
    assert_eq!((openness.awards, openness.corrections, openness.spot_checks), (1, 1, 3));
    // The boastful ward has been caught once by then; the appeal it wins comes later.
    assert_eq!((openness.appeals_won, openness.appeals_lost), (0, 1));
    assert_eq!((openness.false_reports, openness.reused_evidence), (1, 1));
    for file in [
        "tuan-01-xep-hang.json",
        "tuan-03-giao-ban.json",
        "tuan-03-giao-ban.docx",
        "TD90-the-le.docx",
        "tuan-03-xep-hang.txt",
        "tuan-03-anh-cong-khai.png",
        "tuan-03-anh-day-du-1.png",
        "tuan-03-anh-chi-tieu-1.png",
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

#[tokio::test(flavor = "multi_thread")]
async fn praise_is_given_and_taken_back_over_the_phone() {
    let folder = tempfile::tempdir().unwrap();
    let Summary { outcome, .. } = play_days(29, 5, None, Some(folder.path())).await;
    assert_eq!(outcome.refusals, []);
    assert!(outcome.verified);
    // Places of two weeks make a race.
    let race = |week: u32| folder.path().join(format!("tuan-{week:02}-anh-thu-hang-1.png"));
    assert_eq!([3, 4].map(|week| race(week).exists()), [false, true]);
    let count = outcome.honours;
    assert!(count.badges > 1 && count.thanks > 0, "{count:?}");
    assert!(count.nominated >= count.chosen && count.chosen > 0, "{count:?}");
    assert_eq!(count.revoked, 1);
}
