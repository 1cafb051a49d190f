//! The commands that start the bot.

use anyhow::Result;
use thidua::config::{Config, Said};

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
    /// In kết quả dạng JSON. / Prints the summary as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// `sandbox`.
#[cfg(feature = "sandbox")]
pub(crate) async fn sandbox(_: Config, _: SandboxArgs) -> Result<Outcome> {
    Err(absent("sandbox").into())
}

/// `rehearse`.
#[cfg(feature = "sandbox")]
pub(crate) async fn rehearse(_: Config, _: RehearseArgs) -> Result<Outcome> {
    Err(absent("rehearse").into())
}

fn absent(command: &str) -> Said {
    Said::new(
        format!("Bản đang dựng này chưa có «{command}»."),
        format!("This build has no \"{command}\" yet."),
    )
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
