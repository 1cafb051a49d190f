//! `ranking`: the table as leaders see it.

use anyhow::Result;
use thidua::config::{Config, Said};
use thidua::domain::calendar::Week;
use thidua::domain::campaign::Campaign;
use thidua::domain::definition::{nearest, same_code};
use thidua::domain::figure::Fixed;
use thidua::domain::ranking::{Standing, Table};
use thidua::standings;
use thidua::text::{Lang, figures};

use super::campaign::Which;
use super::output::Column;
use super::time::Time;
use super::{Outcome, Usage, now, output};

/// `ranking`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Tuần thứ mấy của chiến dịch. / The campaign's week.
    #[arg(long, value_name = "N", conflicts_with = "as_of")]
    week: Option<u32>,
    /// Tại thời điểm (YYYY-MM-DD hoặc RFC 3339). / As of an instant.
    #[arg(long, value_name = "TIME")]
    as_of: Option<Time>,
    /// Chỉ một cụm. / One cluster only.
    #[arg(long, value_name = "CODE")]
    cluster: Option<String>,
    /// In dạng JSON. / Prints JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    which: Which,
}

pub(crate) async fn run(config: &Config, args: Args) -> Result<Outcome> {
    let now = now();
    let (mut snapshot, loaded, as_of) = args.which.open(config, args.as_of, now).await?;
    let mut table = match args.week {
        None => standings::compute(&mut snapshot, loaded.id, as_of).await?.table,
        Some(week) => standings::week(&mut snapshot, loaded.id, Week(week), now)
            .await?
            .ok_or_else(|| no_such_week(&loaded.campaign, week))?,
    };
    if let Some(wanted) = &args.cluster {
        keep_cluster(&mut table, wanted)?;
    }
    let overall = args.cluster.is_none();
    output::answer(args.json, &table, || print(&table, &loaded.campaign, overall))?;
    Ok(Outcome::Done)
}

fn no_such_week(campaign: &Campaign, week: u32) -> Said {
    let weeks = campaign.calendar().weeks();
    Said::new(
        format!("Tuần {week} chưa bắt đầu hoặc không có; chiến dịch có {weeks} tuần."),
        format!("Week {week} has not begun or is none of the campaign's {weeks}."),
    )
}

/// Leaves one league of the table. The rows of all units stay, because the document has them.
fn keep_cluster(table: &mut Table, wanted: &str) -> Result<(), Usage> {
    let known: Vec<String> =
        table.clusters.iter().map(|league| league.code.as_str().to_owned()).collect();
    table.clusters.retain(|league| same_code(league.code.as_str()) == same_code(wanted));
    if !table.clusters.is_empty() {
        return Ok(());
    }
    let meant = nearest(wanted, known.iter().map(String::as_str));
    let list = meant.map_or_else(|| known.join(", "), str::to_owned);
    Err(Usage(Said::new(
        format!("Không có cụm «{wanted}»; có phải: {list}?"),
        format!("There is no cluster \"{wanted}\"; {list}?"),
    )))
}

fn print(table: &Table, campaign: &Campaign, overall: bool) -> String {
    let mut parts = vec![format!(
        "{}{}{}",
        output::heading(campaign, &format!("Tuần {}", table.week.0), table.as_of),
        if table.frozen {
            " · bảng công khai đang tạm dừng, đề nghị không phổ biến / frozen for the public"
        } else {
            ""
        },
        table.digest.as_ref().map_or_else(String::new, |digest| format!(" · mã {}", &digest[..8])),
    )];
    for league in &table.clusters {
        parts.push(format!("{} ({})\n{}", league.name, league.code, rows(&league.standings)));
    }
    if overall {
        parts.push(format!("Toàn bộ / Overall\n{}", rows(&table.overall)));
    }
    parts.join("\n\n")
}

fn rows(standings: &[Standing]) -> String {
    let figure = |heading| Column { heading, figures: true };
    let columns = [
        figure("Hạng"),
        figure("±"),
        Column { heading: "Đơn vị", figures: false },
        figure("Tổng"),
        figure("Kết quả"),
        figure("Kỷ luật"),
        figure("Chính xác"),
        figure("Thưởng"),
        figure("Trừ"),
    ];
    let rows: Vec<Vec<String>> = standings
        .iter()
        .map(|row| {
            vec![
                row.place.map_or_else(|| "–".to_owned(), |place| place.to_string()),
                match row.moved {
                    None => String::new(),
                    Some(0) => "=".to_owned(),
                    Some(moved) => format!("{moved:+}"),
                },
                format!("{} ({})", row.name, row.unit),
                vi(row.total),
                vi(row.results),
                vi(row.discipline),
                vi(row.accuracy),
                vi(row.bonus),
                vi(row.penalty),
            ]
        })
        .collect();
    output::table(&columns, &rows)
}

fn vi<const PLACES: u32>(figure: Fixed<PLACES>) -> String {
    figures::fixed(figure, Lang::Vi)
}
