//! The migrations one after another over rows of their day, and what the schema defends.

use std::path::Path;

use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};
use thidua::store::MIGRATOR;

/// A database through all migrations, with the sample rows of each put in right after it.
async fn migrated() -> SqliteConnection {
    let mut database = SqliteConnection::connect("sqlite::memory:").await.unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/data/migrations");
    for migration in MIGRATOR.iter() {
        sqlx::raw_sql(migration.sql.clone()).execute(&mut database).await.unwrap();
        let name =
            format!("{:04}_{}.sql", migration.version, migration.description.replace(' ', "_"));
        let rows = std::fs::read_to_string(folder.join(&name));
        let rows = rows.unwrap_or_else(|_| panic!("{name} has no sample rows"));
        sqlx::raw_sql(AssertSqlSafe(rows)).execute(&mut database).await.unwrap();
    }
    database
}

#[tokio::test]
async fn every_migration_takes_the_rows_of_its_day() {
    let mut database = migrated().await;
    let faults = sqlx::raw_sql("PRAGMA foreign_key_check").fetch_all(&mut database).await.unwrap();
    assert!(faults.is_empty());
}

#[tokio::test]
async fn states_folded_under_other_rules_are_forgotten() {
    let mut database = migrated().await;
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM checkpoint")
        .fetch_one(&mut database)
        .await
        .unwrap();
    assert_eq!(kept, 0);
}

#[tokio::test]
async fn a_reply_is_found_without_reading_the_whole_outbox() {
    let mut database = migrated().await;
    let asked = "EXPLAIN QUERY PLAN SELECT id, dedupe_key FROM outbox \
         WHERE chat_id = ? AND message_id = ? ORDER BY id LIMIT 1";
    let rows = sqlx::query(asked).fetch_all(&mut database).await.unwrap();
    let plan: Vec<String> = rows.iter().map(|row| row.get("detail")).collect();
    assert_eq!(plan, ["SEARCH outbox USING INDEX outbox_message (chat_id=? AND message_id=?)"]);
}

#[tokio::test]
async fn the_schema_refuses_what_must_never_be() {
    let mut database = migrated().await;
    for (statement, why) in [
        ("UPDATE fact SET body = '{\"a\":1}' WHERE id = 1", "append-only"),
        ("DELETE FROM fact WHERE id = 2", "append-only"),
        ("UPDATE snapshot SET digest = printf('%064d', 1)", "immutable"),
        ("DELETE FROM snapshot", "immutable"),
        (
            "INSERT INTO fact (id, campaign_id, kind, counted_at, recorded_at, body, prev, hash) \
             VALUES (3, 1, 'defined', 1, 1, '{}', zeroblob(32), zeroblob(32))",
            "continue the chain",
        ),
        (
            "INSERT INTO fact (id, campaign_id, kind, counted_at, recorded_at, body, prev, hash) \
             SELECT 4, 1, 'defined', 1, 1664150400002, '{}', hash, zeroblob(32) FROM fact WHERE id = 2",
            "continue the chain",
        ),
        ("UPDATE ballot SET choice = 'disagree'", "final"),
        ("DELETE FROM ballot", "final"),
        ("UPDATE nominee SET erased_at = 1 WHERE fact_id = 2", "CHECK"),
        ("UPDATE listed_person SET erased_at = 1 WHERE position = 0", "CHECK"),
        ("UPDATE listed_person SET name = 'An', erased_at = NULL WHERE position = 1", "only ever"),
        ("DELETE FROM listed_person", "only ever"),
        (
            "INSERT INTO listed_person (fact_id, position, name, role) \
             VALUES (2, 0, 'An', 'leader')",
            "by definitions only",
        ),
        ("UPDATE inbox SET state = 'done' WHERE update_id = 1", "CHECK"),
        ("UPDATE outbox SET state = 'dropped', finished_at = 1 WHERE id = 1", "CHECK"),
        ("UPDATE outbox SET forget = 3", "CHECK"),
        ("INSERT INTO nominee_words (fact_id, nominee_id, words) VALUES (1, 2, '')", "CHECK"),
        (
            "INSERT INTO job (campaign_id, name, due_at, not_before) \
             VALUES (1, 'close_week', 1664150400000, 1)",
            "UNIQUE",
        ),
        (
            "INSERT INTO membership (person_id, campaign_id, role, created_at) \
             VALUES (1, 1, 'verifier', 1)",
            "CHECK",
        ),
    ] {
        let refused = sqlx::raw_sql(statement).execute(&mut database).await;
        let error = refused.map(|_| ()).expect_err(statement).to_string();
        assert!(error.contains(why), "{statement}: {error}");
    }
}
