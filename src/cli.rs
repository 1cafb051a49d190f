//! The commands: one file each; what they share is here.
//!
//! Reading commands open the database without the right to write, so that they work beside a
//! running bot, and need neither a token nor a configuration file. `--json` prints one document on
//! stdout and nothing else.

mod backup;
mod brief;
mod campaign;
mod candidates;
mod doctor;
mod export;
mod import;
mod invite;
mod output;
mod paper;
mod progress;
mod ranking;
mod start;
mod time;
mod verify;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand};
use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqlitePool, Transaction};
use thidua::clock::{Clock, SystemClock};
use thidua::config::{Config, ConfigError, Said};
use thidua::store::{self, Store};

/// Bot Telegram cho phong trào thi đua 90 ngày. / A Telegram bot for 90-day emulation campaigns.
///
/// Không có lệnh: «run» nếu đã đặt TELOXIDE_TOKEN, nếu chưa thì «sandbox».
/// Without a command: "run" when TELOXIDE_TOKEN is set, else "sandbox".
///
/// Ai chạy được lệnh trên máy này là thường trực: ranking, brief, candidates, export luôn cho xem
/// đủ, kể cả những ngày cuối bảng công khai tạm dừng.
/// Whoever runs commands on this machine is the office: ranking, brief, candidates and export show
/// everything, also in the last days when the public table is frozen.
#[derive(Debug, Parser)]
#[command(name = "thidua", version, verbatim_doc_comment)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Chạy bot: nhận tin, hẹn giờ, gửi tin, web. / The bot: poll (or webhook), scheduler, sender, web.
    Run,
    /// Chạy thử trên máy này, không cần Telegram. / A local Bot API server, a chat page and the bot.
    #[cfg(feature = "sandbox")]
    Sandbox(start::SandboxArgs),
    /// Diễn tập cả chiến dịch trong vài phút. / Plays a whole campaign in fast time.
    #[cfg(feature = "sandbox")]
    Rehearse(start::RehearseArgs),
    /// Nhập chiến dịch từ tệp .xlsx hoặc .toml. / Imports a campaign workbook or TOML.
    Import(import::Args),
    /// In liên kết mời dùng một lần và mã QR. / Prints a one-time invite link and its QR code.
    Invite(invite::Args),
    /// Bảng xếp hạng như lãnh đạo xem, cả khi bảng công khai tạm dừng. / The ranking as leaders see
    /// it, also while the public table is frozen.
    Ranking(ranking::Args),
    /// Báo cáo giao ban. / The giao ban brief.
    Brief(brief::Args),
    /// Danh sách đề nghị khen thưởng kèm lý do. / Commendation candidates with reasons.
    Candidates(candidates::Args),
    /// Xuất toàn bộ chiến dịch ra .xlsx hoặc .json, thể lệ ra .docx. / Exports everything an office needs to keep; the rules as .docx.
    Export(export::Args),
    /// Tính lại tất cả từ nhật ký và đối chiếu. / Recomputes everything from the log and compares.
    Verify(verify::Args),
    /// Sao lưu khi bot vẫn chạy. / Copies the database while the bot goes on.
    Backup(backup::BackupArgs),
    /// Khôi phục từ bản sao lưu, sau khi kiểm tra. / Restores a copy after checking it.
    Restore(backup::RestoreArgs),
    /// Kiểm tra cấu hình, token, dữ liệu, đồng hồ. / What is wrong with the setup, how to mend it.
    Doctor,
}

/// How a command ended, when it came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Done.
    Done,
    /// Something wrong was found, and told.
    Wrong,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::Wrong => Self::from(1),
        }
    }
}

/// A command that cannot be meant as it was typed.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
struct Usage(#[from] Said);

/// Says on stderr what went wrong, and gives the exit code for it.
pub(crate) fn report(error: &anyhow::Error) -> ExitCode {
    if error.downcast_ref::<std::io::Error>().is_some_and(output::is_closed_pipe) {
        return ExitCode::SUCCESS;
    }
    // A sentence of ours says all; of other errors the causes say more than the error.
    let ours = error.is::<Said>() || error.is::<Usage>() || error.is::<ConfigError>();
    let told = if ours { error.to_string() } else { format!("{error:#}") };
    output::complain(&told);
    ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
}

pub(crate) fn unreadable_env(error: &dotenvy::Error) -> anyhow::Error {
    // The error of a line quotes it, and it may hold the token.
    let (vi, en) = match error {
        dotenvy::Error::LineParse(_, at) => {
            (format!("một dòng sai ở ký tự thứ {at}"), format!("a line is wrong at character {at}"))
        }
        other => (other.to_string(), other.to_string()),
    };
    Said::new(
        format!("Không đọc được tệp .env: {vi}; mỗi dòng phải có dạng TÊN=giá trị."),
        format!("Cannot read .env: {en}; each line must be NAME=value."),
    )
    .into()
}

/// Does what was asked.
pub(crate) async fn run(cli: Cli) -> Result<Outcome> {
    let config = match (&cli.command, load()) {
        (_, Ok(config)) => config,
        // What is wrong with the settings is what this command is for.
        (Some(Command::Doctor), Err(error)) => return doctor::unsettled(&error),
        (_, Err(error)) => return Err(error.into()),
    };
    match cli.command {
        None => start::whichever(config).await,
        Some(Command::Run) => start::run(config).await,
        #[cfg(feature = "sandbox")]
        Some(Command::Sandbox(args)) => start::sandbox(config, args).await,
        #[cfg(feature = "sandbox")]
        Some(Command::Rehearse(args)) => start::rehearse(config, args).await,
        Some(Command::Import(args)) => import::run(&config, args).await,
        Some(Command::Invite(args)) => invite::run(&config, args).await,
        Some(Command::Ranking(args)) => ranking::run(&config, args).await,
        Some(Command::Brief(args)) => brief::run(&config, args).await,
        Some(Command::Candidates(args)) => candidates::run(&config, args).await,
        Some(Command::Export(args)) => export::run(&config, args).await,
        Some(Command::Verify(args)) => verify::run(&config, &args).await,
        Some(Command::Backup(args)) => backup::backup(&config, &args).await,
        Some(Command::Restore(args)) => backup::restore(&config, &args).await,
        Some(Command::Doctor) => doctor::run(&config).await,
    }
}

fn load() -> Result<Config, ConfigError> {
    Config::load(|name| std::env::var(name).ok())
}

fn now() -> DateTime<Utc> {
    SystemClock.now()
}

/// The database's file, which must exist: a command that only reads never makes one.
fn existing(config: &Config) -> Result<PathBuf> {
    let file = config.database_file();
    if file.is_file() {
        return Ok(file);
    }
    let shown = file.display();
    Err(Said::new(
        format!("Chưa có cơ sở dữ liệu {shown}; nhập chiến dịch bằng «thidua import», hoặc sửa DATABASE_URL."),
        format!("There is no database {shown}; \"thidua import\" a campaign, or mend DATABASE_URL."),
    )
    .into())
}

/// The existing database, for reading.
struct Reading {
    pool: SqlitePool,
}

impl Reading {
    /// The database of the settings, which must be of this version.
    async fn open(config: &Config) -> Result<Self> {
        match Self::open_any(&existing(config)?).await? {
            (reading, store::Schema::Current) => Ok(reading),
            (_, store::Schema::Older) => Err(Said::new(
                "Cơ sở dữ liệu của bản cũ hơn; chạy bot của bản này một lần để nâng cấp.",
                "The database is of an older version; start this version's bot once to upgrade it.",
            )
            .into()),
            (_, store::Schema::Newer) => Err(newer().into()),
        }
    }

    /// A database, with how its schema stands to this program's.
    async fn open_any(file: &Path) -> Result<(Self, store::Schema)> {
        let unreadable = |error: &dyn std::error::Error| {
            let shown = file.display();
            let why = error.source().map_or_else(|| error.to_string(), ToString::to_string);
            Said::new(
                format!("Không đọc được cơ sở dữ liệu {shown} ({why}); chạy «thidua doctor»."),
                format!("Cannot read the database {shown}; run \"thidua doctor\"."),
            )
        };
        let pool = Store::open_read_only(file).await.map_err(|error| unreadable(&error))?;
        let reading = Self { pool };
        let mut connection = reading.connection().await?;
        let schema = store::schema(&mut connection).await.map_err(|error| unreadable(&error))?;
        drop(connection);
        Ok((reading, schema))
    }

    async fn connection(&self) -> Result<PoolConnection<Sqlite>> {
        Ok(self.pool.acquire().await?)
    }

    /// Everything read through it is of one moment, whatever a running bot writes meanwhile.
    async fn snapshot(&self) -> Result<Transaction<'static, Sqlite>> {
        Ok(self.pool.begin().await?)
    }
}

fn newer() -> Said {
    Said::new(
        "Cơ sở dữ liệu của bản mới hơn; dùng bản mới hơn của chương trình.",
        "The database is of a newer version; use a newer version of the program.",
    )
}

/// What a name of another kind is answered with.
fn not_docx() -> Usage {
    Usage(Said::new("Tên tệp phải kết thúc bằng .docx.", "The file's name must end in .docx."))
}
