//! What nobody may gain by knowing the bot well: reading a ballot, deciding for one's own unit,
//! publishing places during the freeze, dating an obstacle back, writing into what was put away.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{AssertSqlSafe, Connection, SqliteConnection};
use thidua::domain::council::{Tally, Verdict};
use thidua::domain::fact::{Fact, What};
use thidua::domain::ids::UnitCode;
use thidua::store;
use thidua::store::log::NewFact;

use crate::council::{opened, published, staffed, verified, vote, votes};
use crate::world::{World, at, code_in, day};

async fn facts(world: &mut World) -> Vec<Fact> {
    let store = world.store();
    let mut connection = store.read().await.unwrap();
    let campaign = store::campaigns::all(&mut connection).await.unwrap()[0];
    store::log::of_campaign(&mut connection, campaign).await.unwrap()
}

/// Lets a fact enter the log behind the bot's back, as an older program may have.
async fn says_the_log(world: &mut World, what: What) {
    let store = world.store();
    let mut tx = store.begin().await.unwrap();
    let campaign = store::campaigns::all(&mut tx).await.unwrap()[0];
    let now = thidua::clock::Clock::now(&*world.clock);
    store::log::append(&mut tx, NewFact { campaign, by: None, said_at: None, now, what })
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn wake(world: &mut World, day_number: u32, hour: u32) {
    world.clock.set(at(day(day_number), hour, 0));
    world.settle().await;
}

#[tokio::test]
async fn a_vote_closed_early_does_not_tell_how_the_first_member_voted() {
    World::play(async |world| {
        opened(world).await;
        world.says("Ông Một", "/bophieu").await;
        votes(world, "Ông Một", "Không đồng ý").await;
        let refused = world.says("Thường trực", "/khenthuong dong").await;
        refused.contains("Tổ 5 (An Dương) mới có 1/4 phiếu, cần ít nhất 3").lacks("[Xác nhận]");
        refused.contains("04/10/2022 17:00");
        // One paper has its quorum; the other has a single ballot and keeps the vote open.
        for who in ["Bà Hai", "Ông Ba"] {
            world.says(who, "/bophieu").await;
            votes(world, who, "Đồng ý").await;
        }
        world.says("Bà Hai", "/bophieu").await;
        votes(world, "Bà Hai", "Không ý kiến").await;
        let refused = world.says("Thường trực", "/khenthuong dong").await;
        refused.contains("Trần Thị Lan (An Biên) mới có 1/3 phiếu");
        world.clock.set(at(day(9), 17, 0));
        world.settle().await;
        let minutes = world.says("Thường trực", "/khenthuong bienban").await;
        minutes.contains("1/3 phiếu; chưa đủ").lacks("không ý kiến 1");
        minutes.contains("đồng ý 2, không đồng ý 1, không ý kiến 0; 3/4 phiếu");
        let tallies = vote(world).await.closed.unwrap().tallies;
        let [part, person] = &tallies[..] else { panic!("{tallies:?}") };
        assert_eq!((part.told().map(|one| one.agree), part.cast()), (Some(2), 3));
        assert_eq!((person.told(), person.cast(), person.abstain), (None, 1, 0));
        assert_eq!(verified(world).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_result_of_an_older_program_is_told_without_its_counts_and_verifies() {
    World::play(async |world| {
        opened(world).await;
        world.says("Ông Một", "/bophieu").await;
        votes(world, "Ông Một", "Không đồng ý").await;
        let open = vote(world).await;
        let tally = |candidate: &str, entitled, disagree| Tally {
            candidate: candidate.to_owned(),
            entitled,
            agree: 0,
            disagree,
            abstain: 0,
            uncounted: None,
            result: Verdict::NoQuorum,
        };
        let results = vec![tally("nomination:2", 4, 1), tally("nomination:1", 3, 0)];
        says_the_log(world, What::VoteClosed { vote: open.fact, results }).await;
        let minutes = world.says("Thường trực", "/khenthuong bienban").await;
        minutes.contains("1/4 phiếu; chưa đủ").lacks("không đồng ý 1");
        assert_eq!(verified(world).await, None);
    })
    .await;
}

