//! All SQL of the program: free functions on a connection, grouped by table.
//!
//! The caller owns the transaction. Rules live in the domain; here are rows in, domain values out,
//! and what follows from how they are kept.

pub mod announcements;
pub mod artifacts;
pub mod book;
pub mod campaigns;
pub mod chats;
pub mod council;
pub mod entries;
pub mod evidence;
pub mod flows;
pub mod health;
pub mod inbox;
pub mod jobs;
pub mod listed;
pub mod log;
pub mod outbox;
pub mod people;
pub mod pictures;
pub mod snapshots;
pub mod threads;
pub mod web_keys;

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Connection, Sqlite, SqliteConnection, Transaction};

/// The migrations, embedded once for the program and its tests.
pub static MIGRATOR: sqlx::migrate::Migrator = sqlx::migrate!();

/// What can go wrong between us and the file.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite refused or could not.
    #[error("the database refused a statement")]
    Driver(#[from] sqlx::Error),
    /// A migration could not be applied, or the file is newer than this program.
    #[error("the database could not be migrated")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// A row says what no row of ours can say.
    #[error("row {row} of {table} is inconsistent: {what}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The row's key.
        row: i64,
        /// What is wrong with it.
        what: String,
    },
}

impl StoreError {
    /// A value that cannot be written as JSON; none of ours is.
    pub(crate) fn unprintable(table: &'static str, row: i64, error: &serde_json::Error) -> Self {
        Self::inconsistent(table, row, error)
    }

    /// A row that was there a moment ago.
    pub(crate) fn vanished(table: &'static str, row: i64) -> Self {
        Self::inconsistent(table, row, "it has vanished")
    }

    /// A fact that none of ours could be.
    pub(crate) fn misshapen_fact(fact: crate::domain::ids::FactId, what: &str) -> Self {
        Self::inconsistent("fact", fact.0, what)
    }

    pub(crate) fn inconsistent(
        table: &'static str,
        row: i64,
        what: impl std::fmt::Display,
    ) -> Self {
        Self::Inconsistent { table, row, what: what.to_string() }
    }
}

/// A shorthand for what every function here returns.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// An open write transaction: it has the one write lock from its first statement.
pub type Tx = Transaction<'static, Sqlite>;

/// The database: one writer, a few readers that cannot write.
#[derive(Debug, Clone)]
pub struct Store {
    writer: SqlitePool,
    readers: SqlitePool,
}

/// The file that a URL such as `sqlite://thidua.db` names; `None` for what is no file, a database
/// in memory above all.
pub fn file_of(url: &str) -> Option<PathBuf> {
    let lasting =
        url.starts_with("sqlite:") && !url.contains(":memory:") && !url.contains("mode=memory");
    let options = SqliteConnectOptions::from_str(url).ok().filter(|_| lasting)?;
    let file = options.get_filename();
    (!file.as_os_str().is_empty()).then(|| file.to_owned())
}

impl Store {
    /// Opens the file that `url` names (`sqlite://thidua.db`), creating and migrating it.
    ///
    /// # Errors
    /// When the file cannot be opened or written, or belongs to a newer version.
    pub async fn open(url: &str) -> Result<Self> {
        // A commit that Telegram is told about must survive a power cut.
        Self::open_as(url, SqliteSynchronous::Full).await
    }

    /// The same for a file that nobody would miss, of a rehearsal or a demonstration: what is
    /// committed survives the death of the program, but not a power cut.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_for_play(url: &str) -> Result<Self> {
        Self::open_as(url, SqliteSynchronous::Off).await
    }

    async fn open_as(url: &str, synchronous: SqliteSynchronous) -> Result<Self> {
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(synchronous)
            .foreign_keys(true)
            // What is emptied is gone from the file too: names erased, presses of the secret ballot.
            .pragma("secure_delete", "ON")
            .busy_timeout(Duration::from_secs(10));
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options.clone())
            .await?;
        MIGRATOR.run(&writer).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(3)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options.read_only(true))
            .await?;
        Ok(Self { writer, readers })
    }

    /// Opens the file without creating or migrating it, for reading only.
    ///
    /// # Errors
    /// When the file is missing or is no database.
    pub async fn open_read_only(path: &Path) -> Result<SqlitePool> {
        let options = SqliteConnectOptions::new().filename(path).read_only(true);
        Ok(SqlitePoolOptions::new().max_connections(1).connect_with(options).await?)
    }

    /// Begins a write transaction. Immediate: a deferred one that reads first fails at its first
    /// write whenever another committed in between, whatever the busy timeout.
    ///
    /// # Errors
    /// When the write lock is not to be had in ten seconds.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(self.writer.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// A connection that cannot write.
    ///
    /// # Errors
    /// When none is free in half a minute.
    pub async fn read(&self) -> Result<sqlx::pool::PoolConnection<Sqlite>> {
        Ok(self.readers.acquire().await?)
    }

    /// Records that the program has started, which proves that the file can be written.
    ///
    /// # Errors
    /// When it cannot.
    pub async fn record_start(&self, version: &str, now: DateTime<Utc>) -> Result<()> {
        let mut tx = self.begin().await?;
        let now = millis(now);
        sqlx::query!("INSERT INTO process_start (version, started_at) VALUES (?, ?)", version, now)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Remembers the bot's name with the last start.
    ///
    /// # Errors
    /// When it cannot.
    pub async fn record_username(&self, username: &str) -> Result<()> {
        let mut tx = self.begin().await?;
        sqlx::query!(
            "UPDATE process_start SET username = ? \
             WHERE id = (SELECT max(id) FROM process_start)",
            username
        )
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Writes a complete copy to a new file while the program goes on.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    pub async fn backup(&self, file: &Path) -> Result<()> {
        copy_to(&mut *self.read().await?, file).await
    }

    /// Closes all connections, so that the file is whole without its log beside it.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// The bot's name in links, as it was when the bot last ran; none before its first start.
///
/// # Errors
/// When SQLite cannot say.
pub async fn last_username(connection: &mut SqliteConnection) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!(
        "SELECT username FROM process_start WHERE username IS NOT NULL ORDER BY id DESC LIMIT 1"
    )
    .fetch_optional(connection)
    .await?
    .flatten())
}

/// How the file's schema stands to this program's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// They are the same.
    Current,
    /// Migrations are missing; starting the bot applies them.
    Older,
    /// It has migrations that this program does not know, or other ones than it knows.
    Newer,
}

/// Compares the migrations that the file has seen with those of this program.
///
/// # Errors
/// When it is no database of ours.
pub async fn schema(connection: &mut SqliteConnection) -> Result<Schema> {
    // The table is made by the migrator, not by a migration, so the query is not checked.
    let applied = sqlx::query_as::<_, (i64, Vec<u8>)>(
        "SELECT version, checksum FROM _sqlx_migrations WHERE success ORDER BY version",
    )
    .fetch_all(connection)
    .await?;
    let known: Vec<(i64, Vec<u8>)> =
        MIGRATOR.iter().map(|one| (one.version, one.checksum.to_vec())).collect();
    Ok(if applied == known {
        Schema::Current
    } else if known.starts_with(&applied) {
        Schema::Older
    } else {
        Schema::Newer
    })
}

/// What SQLite says of the file's own structure, indexes included: `ok`, or the first fault.
///
/// # Errors
/// When it cannot even say that.
pub async fn integrity(connection: &mut SqliteConnection) -> Result<String> {
    Ok(sqlx::query_scalar::<_, String>("PRAGMA integrity_check(1)").fetch_one(connection).await?)
}

/// Whether an error says that the file itself is damaged or no database at all.
pub fn is_damage(error: &StoreError) -> bool {
    let StoreError::Driver(sqlx::Error::Database(error)) = error else { return false };
    // SQLITE_CORRUPT and SQLITE_NOTADB, with whatever detail above the first byte.
    error
        .code()
        .and_then(|code| code.parse::<u32>().ok())
        .is_some_and(|code| matches!(code & 0xff, 11 | 26))
}

/// Writes a complete copy to a new file; other connections may go on writing meanwhile.
///
/// # Errors
/// When the file exists or cannot be written.
pub async fn copy_to(connection: &mut SqliteConnection, file: &Path) -> Result<()> {
    let file = file.to_string_lossy().into_owned();
    sqlx::query!("VACUUM INTO ?", file).execute(connection).await?;
    Ok(())
}

/// Takes the write lock of an existing file and lets it go again.
///
/// # Errors
/// When it cannot be written, or somebody holds the lock for longer than two seconds.
pub async fn try_write(path: &Path) -> Result<()> {
    let mut connection = connect_alone(path).await?;
    sqlx::query("BEGIN IMMEDIATE").execute(&mut connection).await?;
    sqlx::query("ROLLBACK").execute(&mut connection).await?;
    Ok(connection.close().await?)
}

/// Whether any other connection has the file open, such as a running bot's. If none has, what its
/// write-ahead log still held is in the file itself afterwards, so that it can be moved.
///
/// # Errors
/// When it is no database.
pub async fn is_in_use(path: &Path) -> Result<bool> {
    let mut connection = connect_alone(path).await?;
    // Leaving the WAL needs the file for oneself, and is refused while anybody shares it.
    let left = sqlx::query_scalar::<_, String>("PRAGMA journal_mode = DELETE")
        .fetch_one(&mut connection)
        .await;
    connection.close().await?;
    match left {
        Ok(mode) => Ok(mode != "delete"),
        Err(sqlx::Error::Database(error)) if error.message().contains("locked") => Ok(true),
        Err(error) => Err(error.into()),
    }
}

async fn connect_alone(path: &Path) -> Result<SqliteConnection> {
    let options = SqliteConnectOptions::new().filename(path).busy_timeout(Duration::from_secs(2));
    Ok(SqliteConnection::connect_with(&options).await?)
}

/// Opens a savepoint: what follows can be undone without the rest of the transaction.
///
/// # Errors
/// When SQLite cannot.
pub async fn savepoint(connection: &mut SqliteConnection) -> Result<()> {
    sqlx::query("SAVEPOINT one_update").execute(connection).await?;
    Ok(())
}

/// Keeps what was done since [`savepoint`].
///
/// # Errors
/// When SQLite cannot.
pub async fn release(connection: &mut SqliteConnection) -> Result<()> {
    sqlx::query("RELEASE one_update").execute(connection).await?;
    Ok(())
}

/// Undoes what was done since [`savepoint`].
///
/// # Errors
/// When SQLite cannot.
pub async fn rollback(connection: &mut SqliteConnection) -> Result<()> {
    sqlx::query("ROLLBACK TO one_update").execute(&mut *connection).await?;
    release(connection).await
}

fn millis(instant: DateTime<Utc>) -> i64 {
    instant.timestamp_millis()
}

fn instant(table: &'static str, row: i64, millis: i64) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp_millis(millis)
        .ok_or_else(|| StoreError::inconsistent(table, row, "an instant out of range"))
}
