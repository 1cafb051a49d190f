//! `export FILE.xlsx`, `export FILE.json`, `export FILE.docx`, `export --template FILE.xlsx`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use thidua::config::{Config, Said};
use thidua::export::{self, workbook};
use thidua::papers::Paper;
use thidua::{import, render};

use super::campaign::Which;
use super::{Outcome, Usage, now, output, paper};

/// `export`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Tệp .xlsx, .json, hoặc .docx (thể lệ); «-» là JSON ra màn hình. / The file; "-" is JSON.
    #[arg(required_unless_present = "template")]
    file: Option<PathBuf>,
    /// Ghi tệp mẫu để lập chiến dịch mới. / Writes the empty campaign workbook.
    #[arg(long, value_name = "FILE", conflicts_with = "file")]
    template: Option<PathBuf>,
    #[command(flatten)]
    which: Which,
}

enum Form {
    Stdout,
    Json,
    Workbook,
    Charter,
}

pub(crate) async fn run(config: &Config, args: Args) -> Result<Outcome> {
    if let Some(file) = args.template {
        return template(&file);
    }
    let file = args.file.unwrap_or_default();
    let form = form(&file)?;
    let now = now();
    let (mut snapshot, loaded, _) = args.which.open(config, None, now).await?;
    if let Form::Charter = form {
        return paper::write(&mut snapshot, loaded.id, Paper::Charter, now, |_| file.clone()).await;
    }
    let export = export::export(&mut snapshot, &loaded, now).await?;
    let bytes = match form {
        Form::Stdout => {
            output::document(&export)?;
            return Ok(Outcome::Done);
        }
        Form::Json => {
            let mut bytes = serde_json::to_vec_pretty(&export)?;
            bytes.push(b'\n');
            bytes
        }
        Form::Workbook | Form::Charter => {
            tokio::task::spawn_blocking(move || workbook::write(&export)).await??
        }
    };
    save(&file, &bytes)
}

fn form(file: &Path) -> Result<Form, Usage> {
    if file.as_os_str() == "-" {
        return Ok(Form::Stdout);
    }
    let ending = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match ending.as_str() {
        "json" => Ok(Form::Json),
        "xlsx" => Ok(Form::Workbook),
        "docx" => Ok(Form::Charter),
        _ => Err(Usage(Said::new(
            "Tên tệp phải kết thúc bằng .xlsx, .json hoặc .docx (thể lệ).",
            "The file's name must end in .xlsx, .json or .docx (the charter).",
        ))),
    }
}

fn template(file: &Path) -> Result<Outcome> {
    if !matches!(form(file)?, Form::Workbook) {
        return Err(Usage(Said::new("Tệp mẫu là .xlsx.", "The template is an .xlsx file.")).into());
    }
    let example = import::example().map_err(|findings| {
        anyhow::anyhow!(findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })?;
    save(file, &render::workbook::template(&example)?)
}

fn save(file: &Path, bytes: &[u8]) -> Result<Outcome> {
    output::save(file, bytes)?;
    Ok(Outcome::Done)
}
