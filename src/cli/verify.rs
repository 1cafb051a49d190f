//! `verify`: recomputes everything from the log.

use anyhow::Result;
use thidua::audit::{self, Progress};
use thidua::config::Config;

use super::{Outcome, Reading, output, progress};

/// `verify`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// In kết quả dạng JSON. / Prints the result as JSON.
    #[arg(long)]
    json: bool,
}

pub(crate) async fn run(config: &Config, args: &Args) -> Result<Outcome> {
    let reading = Reading::open(config).await?;
    let bar = progress::bar("Nhật ký / log", 0);
    let mut show = |seen: Progress| match seen {
        Progress::Facts(at, of) => {
            bar.set_length(u64::try_from(of).unwrap_or_default());
            bar.set_position(u64::try_from(at).unwrap_or_default());
        }
        Progress::Units(at, of) => {
            bar.set_message("Đơn vị / units");
            bar.set_length(of as u64);
            bar.set_position(at as u64);
        }
        Progress::Week(week) => {
            bar.set_message(format!("Tuần / week {}", week.0));
            bar.tick();
        }
    };
    let mut snapshot = reading.snapshot().await?;
    let verdict = audit::audit(&mut snapshot, &mut show).await?;
    bar.finish_and_clear();
    if args.json {
        output::document(&verdict)?;
    } else {
        let (entries, snapshots) = (verdict.entries, verdict.snapshots);
        output::say(match &verdict.first_difference {
            None => format!(
                "Khớp: {entries} cập nhật, {snapshots} tuần đã chốt. / Sound: {entries} entries, \
                 {snapshots} closed weeks."
            ),
            Some(difference) => format!("Sai khác đầu tiên / First difference: {difference}"),
        })?;
    }
    Ok(if verdict.ok { Outcome::Done } else { Outcome::Wrong })
}
