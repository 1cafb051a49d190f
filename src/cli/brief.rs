//! `brief`: the giao ban brief.

use std::path::PathBuf;

use anyhow::Result;
use thidua::config::Config;
use thidua::domain::briefing::{Brief, IndicatorBrief};
use thidua::domain::campaign::Campaign;
use thidua::domain::quantity::{Notation, sentence_percent_signed};
use thidua::domain::review::Kind;
use thidua::papers::Paper;
use thidua::standings;
use thidua::text::{Lang, brief, figures};

use super::campaign::Which;
use super::output::Form;
use super::{Outcome, not_docx, now, output, paper};

/// `brief`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    form: Form,
    /// Ghi văn bản Word. / Writes a Word document.
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    docx: Option<PathBuf>,
    /// Báo cáo tháng. / The month's brief, beside the end of the month before.
    #[arg(long, requires = "docx")]
    month: bool,
    /// Báo cáo sơ kết. / The report of the middle of the campaign.
    #[arg(long, requires = "docx", conflicts_with = "month")]
    midterm: bool,
    /// Báo cáo tổng kết. / The report of its end.
    #[arg(long = "final", requires = "docx", conflicts_with_all = ["month", "midterm"])]
    closing: bool,
    #[command(flatten)]
    which: Which,
}

pub(crate) async fn run(config: &Config, args: Args) -> Result<Outcome> {
    if let Some(file) = &args.docx
        && !output::is_docx(file)
    {
        return Err(not_docx().into());
    }
    let (mut snapshot, loaded, as_of) = args.which.open(config, args.form.as_of, now()).await?;
    if let Some(file) = &args.docx {
        let (kind, as_of) = match (args.month, args.midterm, args.closing) {
            (true, ..) => (Paper::MonthlyBrief, as_of),
            (_, true, _) if args.form.as_of.is_none() => {
                (Paper::Midterm, Kind::Midterm.instant(&loaded.campaign, as_of))
            }
            (_, true, _) => (Paper::Midterm, as_of),
            (_, _, true) => (Paper::Final, as_of),
            _ => (Paper::Brief, as_of),
        };
        return paper::write(&mut snapshot, loaded.id, kind, as_of, |_| file.clone()).await;
    }
    let standings = standings::compute(&mut snapshot, loaded.id, as_of).await?;
    let (brief, campaign) = (&standings.brief, &standings.loaded.campaign);
    output::answer(args.form.json, brief, || print(brief, campaign))?;
    Ok(Outcome::Done)
}

/// Results, then weak points, then the decisions requested.
fn print(brief: &Brief, campaign: &Campaign) -> String {
    let day = format!("Ngày thứ {} / {}", brief.day, brief.days);
    let tasks = brief.tasks;
    let mut lines = vec![
        output::heading(campaign, &day, brief.as_of),
        String::new(),
        format!(
            "Nhiệm vụ: {} (xong {}, đang làm {}, quá hạn {})",
            tasks.total, tasks.done, tasks.in_progress, tasks.overdue
        ),
    ];
    for indicator in &brief.indicators {
        lines.push(String::new());
        lines.extend(print_indicator(indicator, campaign));
    }
    lines.push(String::new());
    let weak = brief::field_names(campaign, brief);
    lines.push(format!("Lĩnh vực còn yếu: {}", or_none(&weak)));
    let obstacles = brief.obstacles;
    lines.push(format!("Vướng mắc: {} đang mở, {} quá hạn", obstacles.open, obstacles.overdue));
    if !brief.decisions_requested.is_empty() {
        lines.push("Đề nghị lãnh đạo quyết định:".to_owned());
        lines.extend(brief.decisions_requested.iter().map(|text| format!("  - {text}")));
    }
    lines.join("\n")
}

fn print_indicator(indicator: &IndicatorBrief, campaign: &Campaign) -> Vec<String> {
    let figure = |value| brief::figure(campaign, indicator, value, Lang::Vi);
    let mut lines = vec![
        format!("{} ({})", indicator.name, indicator.code),
        format!(
            "  Đã thẩm định {}; báo cáo {}",
            figure(indicator.actual),
            figure(indicator.reported)
        ),
    ];
    let ratios = [
        ("chỉ tiêu giao", indicator.ratio.assigned),
        ("kế hoạch thành phố", indicator.ratio.city),
        ("kế hoạch HĐND", indicator.ratio.council),
        ("cùng kỳ", indicator.same_period.map(|same| same.ratio)),
    ];
    let mut said: Vec<String> = ratios
        .into_iter()
        .filter_map(|(of, ratio)| Some(format!("bằng {} {of}", figures::percent(ratio?, Lang::Vi))))
        .collect();
    if let Some(same) = indicator.same_period {
        let growth = sentence_percent_signed(&same.growth.to_rational(), Notation::Vietnamese);
        said.push(format!("so cùng kỳ {growth}"));
    }
    if !said.is_empty() {
        lines.push(format!("  {}", said.join(", ")));
    }
    let units = indicator.units;
    lines.push(format!(
        "  {}/{} đơn vị đạt trên {}%",
        units.above,
        units.total,
        units.threshold.print(Notation::Vietnamese)
    ));
    if !indicator.exemplars.is_empty() {
        let names: Vec<&str> =
            indicator.exemplars.iter().map(|code| campaign.unit_name(code)).collect();
        lines.push(format!("  Tiêu biểu: {}", names.join(", ")));
    }
    lines
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "không" } else { text }
}
