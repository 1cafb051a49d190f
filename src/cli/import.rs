//! `import FILE`: a campaign from a workbook or TOML, all or nothing.

use std::path::PathBuf;

use anyhow::Result;
use thidua::config::{Config, Said};
use thidua::define::{Effect, define, preview};
use thidua::domain::campaign::Definition;
use thidua::domain::definition::{Alteration, Change, Content, Table};
use thidua::domain::quantity::Notation;
use thidua::handlers::changes;
use thidua::import::{self, Finding};
use thidua::store::Store;

use super::{Outcome, Reading, now, output, progress};

/// `import`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Tệp .xlsx hoặc .toml. / The workbook or TOML file.
    file: PathBuf,
    /// Chỉ kiểm tra, không ghi gì. / Only reports, writes nothing.
    #[arg(long)]
    check: bool,
}

pub(crate) async fn run(config: &Config, args: Args) -> Result<Outcome> {
    let imported = match read(args.file.clone()).await? {
        Ok(imported) => imported,
        Err(findings) => {
            tell(&findings);
            return Ok(Outcome::Wrong);
        }
    };
    tell(&imported.warnings);
    let definition = imported.definition;
    let shown = describe(&definition);
    if args.check {
        output::say(format!("Tệp hợp lệ. / The file is sound.\n{shown}"))?;
        return check(config, &definition).await;
    }
    let store = Store::open(&config.database_url).await?;
    let mut tx = store.begin().await?;
    let now = now();
    let (campaign, effect) = define(&mut tx, definition, None, now).await?;
    if let Effect::Changed(changes) = &effect {
        changes::announce(&mut tx, campaign, changes, now).await?;
    }
    tx.commit().await?;
    store.close().await;
    output::say(shown)?;
    show(&effect, Said::new("Đã nhập.", "Imported."))?;
    Ok(Outcome::Done)
}

/// Reading a workbook of a whole province takes seconds of plain computing.
pub(super) async fn read(file: PathBuf) -> Result<Result<import::Import, Vec<Finding>>> {
    let spinner = progress::spinner("Đang đọc tệp / reading");
    let seen = spinner.clone();
    let read = tokio::task::spawn_blocking(move || {
        import::read_file(&file, &mut |progress| {
            seen.set_message(format!("{} {}", progress.table, progress.rows));
            seen.tick();
        })
    })
    .await?;
    spinner.finish_and_clear();
    Ok(read)
}

/// One line each, as `Sheet!C2: what is wrong, what to do`.
pub(super) fn tell(findings: &[Finding]) {
    for finding in findings {
        output::complain(finding);
    }
}

/// Tells what an import would change, where there is something to compare with.
async fn check(config: &Config, definition: &Definition) -> Result<Outcome> {
    if config.database_file().is_file() {
        let reading = Reading::open(config).await?;
        let mut connection = reading.connection().await?;
        let (_, effect) = preview(&mut connection, definition, now()).await?;
        show(&effect, Said::new("Chưa ghi gì (--check).", "Nothing written (--check)."))?;
    }
    Ok(Outcome::Done)
}

fn describe(definition: &Definition) -> String {
    format!(
        "{} — {} ({}): {} đơn vị / units, {} chỉ tiêu / indicators, {} chỉ tiêu giao / assignments",
        definition.code,
        definition.name,
        definition.host,
        definition.units.len(),
        definition.indicators.len(),
        definition.assignments.len(),
    )
}

fn show(effect: &Effect, done: Said) -> Result<()> {
    match effect {
        Effect::Created => output::say("Chiến dịch mới. / A new campaign.")?,
        Effect::Nothing => {
            return output::say("Không có gì thay đổi. / Nothing has changed.");
        }
        Effect::Changed(changes) if changes.is_empty() => {
            output::say("Chỉ khác thứ tự các dòng. / Only the order of rows differs.")?;
        }
        Effect::Changed(changes) => {
            output::say(format!("Thay đổi / Changes: {}", changes.len()))?;
            for change in changes {
                output::say(format!("  {}", line(change)))?;
            }
        }
    }
    output::say(done)
}

/// `Giao AB · THUE: giao 100 → 120`.
fn line(change: &Change) -> String {
    let identity: Vec<String> = change.identity.iter().map(print).collect();
    let thing = format!("{} {}", change.table.sheet(), identity.join(" · "));
    match &change.what {
        Alteration::Added => format!("+ {thing}"),
        Alteration::Removed => format!("− {thing}"),
        Alteration::Changed { column, before, after } => {
            let (before, after) = (print(before), print(after));
            // A setting has but one value; its column says nothing.
            match change.table {
                Table::Campaign => format!("~ {thing}: {before} → {after}"),
                _ => format!("~ {thing}: {} {before} → {after}", column.heading()),
            }
        }
    }
}

fn print(content: &Content) -> String {
    match content {
        Content::Empty => "(trống)".to_owned(),
        Content::Text(text) => text.clone(),
        Content::Number(number) => number.print(Notation::Vietnamese),
        Content::Day(date) => thidua::text::date(*date),
    }
}
