//! Everything that a played campaign showed, computed once more from its log and nothing else.

use std::collections::BTreeMap;

use sqlx::{Connection, SqliteConnection};
use thidua::domain::badge::Given;
use thidua::domain::calendar::Week;
use thidua::domain::council::Listed;
use thidua::domain::fact::What;
use thidua::domain::ids::CampaignId;
use thidua::rehearsal::{self, Options};
use thidua::standings;
use thidua::store::snapshots::Snapshot;
use thidua::store::{self, Store};

use crate::rehearsal::three_wards;

/// Takes away all that is kept to save time, the closed weeks too. What stays is the log, what
/// stands beside it because people may have it erased, and the urn.
async fn bare(database: &mut SqliteConnection) {
    for statement in [
        "DELETE FROM pending",
        "DELETE FROM checkpoint",
        "DELETE FROM evidence",
        "DELETE FROM picture",
        "DROP TRIGGER snapshot_is_never_removed",
        "DELETE FROM snapshot",
    ] {
        sqlx::raw_sql(statement).execute(&mut *database).await.unwrap();
    }
}

/// The badges that the log gives, by the week they were judged in.
async fn badges(
    database: &mut SqliteConnection,
    campaign: CampaignId,
) -> BTreeMap<Week, Vec<Given>> {
    let mut badges: BTreeMap<Week, Vec<Given>> = BTreeMap::new();
    for fact in store::log::of_kind(database, campaign, "badge_given").await.unwrap() {
        let What::BadgeGiven(given) = fact.what else { panic!() };
        badges.entry(given.week).or_default().push(given);
    }
    badges
}

/// Computes the weeks one after the other, each resting on those computed before it.
async fn weeks(
    database: &mut SqliteConnection,
    campaign: CampaignId,
    kept: &[Snapshot],
    badges: &BTreeMap<Week, Vec<Given>>,
) {
    let closed = store::log::of_kind(database, campaign, "week_closed").await.unwrap();
    assert_eq!(closed.len(), kept.len());
    for (fact, kept) in closed.iter().zip(kept) {
        let What::WeekClosed { week, digest } = &fact.what else { panic!() };
        let (table, honours) =
            standings::honours::compute(database, campaign, *week, kept.as_of).await.unwrap();
        let body = standings::canonical(&table).unwrap();
        assert_eq!(&standings::digest(&body), digest, "week {}", week.0);
        assert_eq!(body, kept.body, "week {}", week.0);
        let told = badges.get(week).map_or(&[][..], Vec::as_slice);
        assert_eq!(honours.badges, told, "week {}", week.0);
        let digest = digest.clone();
        let again = Snapshot { week: *week, as_of: kept.as_of, body, digest };
        store::snapshots::insert(database, campaign, &again, fact.id).await.unwrap();
    }
}

/// Computes every list and every ballot paper; how many candidates there were.
async fn lists(database: &mut SqliteConnection, campaign: CampaignId) -> usize {
    let mut seen = 0;
    for fact in store::council::facts(database, campaign).await.unwrap() {
        let (as_of, told): (_, Vec<&Listed>) = match &fact.what {
            What::ListPublished(list) => (list.as_of, list.candidates.iter().collect()),
            What::VoteOpened(vote) => {
                (vote.as_of, vote.papers.iter().map(|paper| &paper.listed).collect())
            }
            _ => continue,
        };
        let found =
            standings::commend::listed_before(database, campaign, as_of, fact.id).await.unwrap();
        for one in &told {
            assert!(found.contains(one), "{}: {found:?}", one.id);
        }
        seen += told.len();
    }
    seen
}

#[tokio::test(flavor = "multi_thread")]
async fn weeks_badges_and_lists_follow_from_the_log_alone() {
    let dir = tempfile::tempdir().unwrap();
    let played = dir.path().join("played.db");
    let options = Options {
        definition: three_wards(),
        seed: 6,
        days: Some(29),
        out: None,
        database: played.clone(),
        interruptions: None,
        progress: &mut |_| {},
    };
    let outcome = rehearsal::play(options).await.unwrap().outcome;
    assert!(outcome.verified);
    let store = Store::open(&format!("sqlite://{}", played.display())).await.unwrap();
    let copy = dir.path().join("copy.db");
    store.backup(&copy).await.unwrap();
    let mut connection = store.read().await.unwrap();
    let campaign = store::campaigns::all(&mut connection).await.unwrap()[0];
    let kept = store::snapshots::all(&mut connection, campaign).await.unwrap();
    assert_eq!(kept.len(), 4);

    let url = format!("sqlite://{}", copy.display());
    let mut database = SqliteConnection::connect(&url).await.unwrap();
    bare(&mut database).await;
    let badges = badges(&mut database, campaign).await;
    assert!(badges.values().map(Vec::len).sum::<usize>() > 1, "{badges:?}");
    weeks(&mut database, campaign, &kept, &badges).await;
    let listed = lists(&mut database, campaign).await;
    assert!(listed > 4, "{listed}");
    let again = store::snapshots::all(&mut database, campaign).await.unwrap();
    let bytes = |all: &[Snapshot]| all.iter().map(|one| one.body.clone()).collect::<Vec<_>>();
    assert_eq!(bytes(&again), bytes(&kept));
}
