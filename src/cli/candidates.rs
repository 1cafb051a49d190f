//! `candidates`: who might be commended, with the reasons for and against.

use std::path::PathBuf;

use anyhow::Result;
use thidua::config::Config;
use thidua::domain::campaign::Campaign;
use thidua::domain::commendation::{Candidate, Candidates, Category, GateKind, Reason};
use thidua::domain::ids::IndicatorCode;
use thidua::domain::quantity::{Notation, sentence_percent};
use thidua::{standings, text};

use super::campaign::Which;
use super::time::Time;
use super::{Outcome, Reading, no_documents, now, output};

/// `candidates`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Tại thời điểm (YYYY-MM-DD hoặc RFC 3339). / As of an instant.
    #[arg(long, value_name = "TIME")]
    as_of: Option<Time>,
    /// In dạng JSON. / Prints JSON.
    #[arg(long)]
    json: bool,
    /// Ghi hồ sơ khen thưởng vào thư mục. / Writes the dossier.
    #[arg(long, value_name = "DIR", conflicts_with = "json")]
    docx: Option<PathBuf>,
    #[command(flatten)]
    which: Which,
}

pub(crate) async fn run(config: &Config, args: Args) -> Result<Outcome> {
    if args.docx.is_some() {
        return Err(no_documents().into());
    }
    let reading = Reading::open(config).await?;
    let mut snapshot = reading.snapshot().await?;
    let (loaded, as_of) = args.which.load(&mut snapshot, args.as_of, now()).await?;
    let candidates = standings::candidates(&mut snapshot, loaded.id, as_of).await?;
    let candidates = candidates.in_words(|reason| words(reason, &loaded.campaign));
    if args.json {
        output::document(&candidates)?;
    } else {
        output::say(print(&candidates, &loaded.campaign))?;
    }
    Ok(Outcome::Done)
}

fn words(reason: &Reason, campaign: &Campaign) -> String {
    let names = |codes: &[IndicatorCode]| {
        let names: Vec<&str> = codes
            .iter()
            .map(|code| campaign.indicator(code).map_or(code.as_str(), |one| &one.name))
            .collect();
        names.join("; ")
    };
    match reason {
        Reason::AllVerified => "mọi số liệu đã được thẩm định".to_owned(),
        Reason::Unverified(codes) => format!("số liệu mới nhất chưa thẩm định: {}", names(codes)),
        Reason::NothingFalse => "không có báo cáo sai".to_owned(),
        Reason::ProvenFalse(count) => format!("có {count} báo cáo được kết luận là sai"),
        Reason::NothingOverdue => "không có cam kết quá hạn mà không báo vướng mắc".to_owned(),
        Reason::Overdue(codes) => {
            format!("cam kết quá hạn, không báo vướng mắc trước hạn: {}", names(codes))
        }
        Reason::NewAchievement => "chưa được khen cho thành tích này".to_owned(),
        Reason::AlreadyRewarded => "đã được khen cho thành tích này".to_owned(),
    }
}

fn print(candidates: &Candidates<String>, campaign: &Campaign) -> String {
    let when = text::date_time(candidates.as_of, campaign.definition().zone);
    let mut lines = vec![
        campaign.definition().name.clone(),
        format!("Danh sách đề nghị khen thưởng (dự thảo) · tính đến {when}"),
        "Do quy tắc đề xuất; Hội đồng quyết định.".to_owned(),
    ];
    for (heading, list) in
        [("TẬP THỂ", &candidates.collectives), ("CÁ NHÂN", &candidates.individuals)]
    {
        lines.push(String::new());
        lines.push(format!("{heading}: {}", list.len()));
        lines.extend(list.iter().flat_map(|candidate| print_one(candidate, campaign)));
    }
    let percent = |value: thidua::domain::figure::Fixed<1>| {
        sentence_percent(&value.to_rational(), Notation::Vietnamese)
    };
    lines.push(String::new());
    let share = candidates.leader_share.map_or_else(|| "–".to_owned(), percent);
    let quota = percent(candidates.leader_quota);
    lines.push(format!("Tỷ lệ lãnh đạo trong cá nhân: {share} (tối đa {quota})"));
    lines.join("\n")
}

fn print_one(candidate: &Candidate<String>, campaign: &Campaign) -> Vec<String> {
    let what = match candidate.category {
        Category::ClusterLeader => "dẫn đầu cụm".to_owned(),
        Category::MostImproved => "tiến bộ nhất từ ngày 30".to_owned(),
        Category::OverAchiever => {
            let indicator = candidate.indicator.as_ref();
            let name = indicator.and_then(|code| campaign.indicator(code)).map(|one| &one.name);
            format!("vượt chỉ tiêu: {}", name.map_or("", String::as_str))
        }
    };
    let verdict =
        if candidate.eligible { "đủ điều kiện" } else { "chưa đủ điều kiện" };
    let mut lines = vec![format!("- {} — {what} — {verdict}", candidate.name)];
    lines.extend(candidate.gates.iter().map(|gate| {
        let mark = if gate.passed { "đạt" } else { "KHÔNG ĐẠT" };
        format!("    {}: {mark} ({})", gate_name(gate.gate), gate.reason)
    }));
    lines
}

fn gate_name(gate: GateKind) -> &'static str {
    match gate {
        GateKind::FiguresVerified => "Số liệu đã thẩm định",
        GateKind::NoFalseReport => "Không báo sai",
        GateKind::NoOverduePledge => "Không quá hạn",
        GateKind::NotRewarded => "Chưa khen trùng",
    }
}
