//! The commands that start the bot.

use anyhow::Result;
use thidua::config::{Config, Said};

#[cfg(feature = "sandbox")]
use super::progress;
use super::{Outcome, output};

/// `sandbox`.
#[cfg(feature = "sandbox")]
#[derive(Debug, clap::Args)]
pub(crate) struct SandboxArgs {
    /// Địa chỉ của trang trò chuyện. / The chat page's address.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub(crate) listen: std::net::SocketAddr,
}

/// `rehearse`.
#[cfg(feature = "sandbox")]
#[derive(Debug, clap::Args)]
pub(crate) struct RehearseArgs {
    /// Tệp chiến dịch; mặc định là chiến dịch minh hoạ. / A campaign file; the demonstration by default.
    #[arg(long, value_name = "FILE")]
    pub(crate) campaign: Option<std::path::PathBuf>,
    /// Hạt giống của diễn biến; cùng số thì cùng diễn biến. / The same seed plays the same.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Số ngày diễn tập; mặc định là cả chiến dịch. / How many days; the whole campaign by default.
    #[arg(long, value_name = "N")]
    pub(crate) days: Option<u32>,
    /// Thư mục kết quả. / Where the results go.
    #[arg(long, value_name = "DIR", default_value = "rehearsal")]
    pub(crate) out: std::path::PathBuf,
    /// Giết và dựng lại bot vào những lúc bốc thăm từ số này; kết quả phải như cũ. / Kills the bot
    /// and starts it anew at moments drawn from this seed; what comes of it must be the same.
    #[arg(long, value_name = "N")]
    pub(crate) kill: Option<u64>,
    /// In kết quả dạng JSON. / Prints the summary as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// `sandbox`.
#[cfg(feature = "sandbox")]
pub(crate) async fn sandbox(config: Config, args: SandboxArgs) -> Result<Outcome> {
    use thidua::config::Origin;
    use thidua::stage;

    let settings = config.describe();
    let chosen = settings
        .iter()
        .any(|(name, _, origin)| *name == "DATABASE_URL" && *origin == Origin::Environment);
    let database = Some(config.database_file()).filter(|file| chosen && !file.exists());
    if chosen && database.is_none() {
        output::complain(Said::new(
            "DATABASE_URL đã có dữ liệu nên không đụng tới; bản chạy thử dùng tệp tạm.",
            "DATABASE_URL holds data already and is left alone; a temporary file is used.",
        ));
    }
    let Some(definition) = definition(None).await? else { return Ok(Outcome::Wrong) };
    let zone = definition.zone;
    let bar = progress::bar("Đang dựng ba tuần đầu / playing the first weeks", 0);
    let (counted, shown) = (bar.clone(), bar.clone());
    stage::run(stage::Options {
        definition,
        listen: args.listen,
        board: config.listen,
        database,
        progress: &mut |at| tell_day(&counted, at),
        ready: &mut |ready| {
            shown.finish_and_clear();
            output::complain(Said::new(
                format!(
                    "Mở {} (nhắn tin) và {} (bảng thi đua) · lúc này là {}. Ctrl-C để dừng.",
                    ready.chat,
                    ready.board,
                    thidua::text::date_time(ready.now, zone)
                ),
                format!("Open {} (chat) and {} (board). Ctrl-C stops.", ready.chat, ready.board),
            ));
        },
    })
    .await?;
    Ok(Outcome::Done)
}

/// `rehearse`.
#[cfg(feature = "sandbox")]
pub(crate) async fn rehearse(_: Config, args: RehearseArgs) -> Result<Outcome> {
    use thidua::rehearsal;

    let RehearseArgs { campaign, seed, days, out, kill, json } = args;
    let Some(definition) = definition(campaign).await? else { return Ok(Outcome::Wrong) };
    let database = out.join("rehearsal.db");
    forget(&database)?;
    let bar = progress::bar("Diễn tập / rehearsing", 0);
    let counted = bar.clone();
    let summary = rehearsal::play(rehearsal::Options {
        definition,
        seed,
        days,
        database,
        out: Some(out.clone()),
        interruptions: kill,
        progress: &mut |at| tell_day(&counted, at),
    })
    .await?;
    bar.finish_and_clear();
    let played = &summary.outcome;
    if json {
        output::document(&summary)?;
    } else {
        output::say(Said::new(
            format!(
                "{} ngày, {} đơn vị, {} người: {} tin, {} báo cáo, {} tuần đã chốt. Kết quả ở {}.",
                played.days,
                played.units,
                played.people,
                played.said,
                played.entries,
                played.weeks.len(),
                out.display()
            ),
            format!(
                "{} days, {} units, {} people: {} messages, {} entries, {} weeks closed. See {}.",
                played.days,
                played.units,
                played.people,
                played.said,
                played.entries,
                played.weeks.len(),
                out.display()
            ),
        ))?;
    }
    for refusal in &played.refusals {
        output::complain(format!("{} «{}»: {}", refusal.who, refusal.said, refusal.answer));
    }
    for violation in &played.violations {
        output::complain(violation);
    }
    let sound = played.verified && played.violations.is_empty() && played.refusals.is_empty();
    Ok(if sound { Outcome::Done } else { Outcome::Wrong })
}

/// A rehearsal replaces the one before it; nothing else bears this name.
#[cfg(feature = "sandbox")]
fn forget(database: &std::path::Path) -> std::io::Result<()> {
    for end in ["", "-wal", "-shm"] {
        let mut file = database.as_os_str().to_owned();
        file.push(end);
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

#[cfg(feature = "sandbox")]
fn tell_day(bar: &indicatif::ProgressBar, at: thidua::rehearsal::Progress) {
    bar.set_length(at.days.into());
    bar.set_position(at.day.into());
}

/// The campaign of a file, or the demonstration; what is wrong with the file is told.
#[cfg(feature = "sandbox")]
async fn definition(
    file: Option<std::path::PathBuf>,
) -> Result<Option<thidua::domain::campaign::Definition>> {
    let read = match file {
        Some(file) => super::import::read(file).await?.map(|import| import.definition),
        None => thidua::import::demo(),
    };
    Ok(match read {
        Ok(definition) => Some(definition),
        Err(findings) => {
            super::import::tell(&findings);
            None
        }
    })
}

/// Without a command: the bot where there is a token, else the sandbox.
pub(crate) async fn whichever(config: Config) -> Result<Outcome> {
    if config.token.is_some() {
        output::complain(Said::new(
            "Đã đặt TELOXIDE_TOKEN: chạy «thidua run».",
            "TELOXIDE_TOKEN is set: this is \"thidua run\".",
        ));
        return run(config).await;
    }
    without_token(config).await
}

#[cfg(feature = "sandbox")]
async fn without_token(config: Config) -> Result<Outcome> {
    use clap::{Args, Command, FromArgMatches};

    output::complain(Said::new(
        "Chưa đặt TELOXIDE_TOKEN: chạy thử bằng «thidua sandbox», không cần Telegram.",
        "TELOXIDE_TOKEN is not set: this is \"thidua sandbox\", without Telegram.",
    ));
    let defaults = SandboxArgs::augment_args(Command::new("sandbox")).get_matches_from([""]);
    sandbox(config, SandboxArgs::from_arg_matches(&defaults)?).await
}

#[cfg(not(feature = "sandbox"))]
async fn without_token(config: Config) -> Result<Outcome> {
    run(config).await
}

/// `run`.
pub(crate) async fn run(config: Config) -> Result<Outcome> {
    thidua::app::run(config, std::sync::Arc::new(thidua::clock::SystemClock)).await?;
    Ok(Outcome::Done)
}
