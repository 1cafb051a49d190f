//! `candidates`: who might be commended, with the reasons for and against.

use std::path::PathBuf;

use anyhow::{Context, Result};
use thidua::config::Config;
use thidua::domain::campaign::Campaign;
use thidua::domain::commendation::{Candidate, Candidates};
use thidua::papers::Paper;
use thidua::standings;
use thidua::text::{self, Lang, figures, reasons};

use super::campaign::Which;
use super::output::Form;
use super::{Outcome, now, output, paper};

/// `candidates`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    form: Form,
    /// Ghi hồ sơ khen thưởng vào thư mục. / Writes the dossier.
    #[arg(long, value_name = "DIR", conflicts_with = "json")]
    docx: Option<PathBuf>,
    #[command(flatten)]
    which: Which,
}

pub(crate) async fn run(config: &Config, args: Args) -> Result<Outcome> {
    let (mut snapshot, loaded, as_of) = args.which.open(config, args.form.as_of, now()).await?;
    if let Some(folder) = &args.docx {
        let shown = folder.display();
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {shown}"))?;
        let place = |name: &str| folder.join(name);
        return paper::write(&mut snapshot, loaded.id, Paper::Dossier, as_of, place).await;
    }
    let candidates = standings::candidates(&mut snapshot, loaded.id, as_of).await?;
    let candidates =
        candidates.in_words(|reason| reasons::reason(&loaded.campaign, reason, Lang::Vi));
    output::answer(args.form.json, &candidates, || print(&candidates, &loaded.campaign))?;
    Ok(Outcome::Done)
}

fn print(candidates: &Candidates<String>, campaign: &Campaign) -> String {
    let what = "Danh sách đề nghị khen thưởng (dự thảo)";
    let mut lines = vec![
        output::heading(campaign, what, candidates.as_of),
        "Do quy tắc đề xuất; Hội đồng quyết định.".to_owned(),
    ];
    for (heading, list) in
        [("TẬP THỂ", &candidates.collectives), ("CÁ NHÂN", &candidates.individuals)]
    {
        lines.push(String::new());
        lines.push(format!("{heading}: {}", list.len()));
        lines.extend(list.iter().flat_map(|candidate| print_one(candidate, campaign)));
    }
    let percent = |value| figures::percent(value, Lang::Vi);
    lines.push(String::new());
    let share = candidates.leader_share.map_or_else(|| "–".to_owned(), percent);
    let quota = percent(candidates.leader_quota);
    lines.push(format!("Tỷ lệ lãnh đạo trong cá nhân: {share} (tối đa {quota})"));
    lines.join("\n")
}

fn print_one(candidate: &Candidate<String>, campaign: &Campaign) -> Vec<String> {
    let mut what = reasons::category(candidate.category, Lang::Vi);
    if let Some(code) = &candidate.indicator {
        what = format!("{what}: {}", campaign.indicator_name(code));
    }
    let verdict =
        if candidate.eligible { "đủ điều kiện" } else { "chưa đủ điều kiện" };
    let mut lines = vec![format!("- {} — {what} — {verdict}", name(candidate, campaign))];
    lines.extend(candidate.gates.iter().map(|gate| {
        let mark = if gate.passed { "đạt" } else { "KHÔNG ĐẠT" };
        format!("    {}: {mark} ({})", reasons::gate(gate.gate, Lang::Vi), gate.reason)
    }));
    if let Some(votes) = &candidate.votes
        && let Some(cast) = votes.uncounted
    {
        lines.push(format!(
            "    Hội đồng: {cast}/{} thành viên đã bỏ phiếu — {}",
            votes.entitled,
            text::council::verdict(votes.result, Lang::Vi)
        ));
    } else if let Some(votes) = &candidate.votes {
        lines.push(format!(
            "    Hội đồng: đồng ý {}, không đồng ý {}, không ý kiến {}; {} thành viên được bỏ phiếu — {}",
            votes.approve,
            votes.reject,
            votes.abstain,
            votes.entitled,
            text::council::verdict(votes.result, Lang::Vi)
        ));
    }
    lines
}

/// The unit's name; of a person or a small collective the own one, with the unit's behind it.
fn name(candidate: &Candidate<String>, campaign: &Campaign) -> String {
    let Some(number) = candidate.nomination else { return candidate.name.clone() };
    let unit = campaign.unit_name(&candidate.unit);
    if candidate.name == unit {
        return format!("{number} {unit}");
    }
    let name = if candidate.name.is_empty() { "(đã gỡ tên)" } else { &candidate.name };
    let about = match candidate.leader {
        Some(true) => "lãnh đạo",
        Some(false) => "lao động trực tiếp",
        None => "tập thể nhỏ",
    };
    format!("{number} {name} ({unit}; {about})")
}
