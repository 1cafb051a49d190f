//! `backup FILE` and `restore FILE`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use thidua::config::{Config, Said};
use thidua::store::{self, Store, log};

use super::{Outcome, Reading, newer, output, progress};

/// `backup`.
#[derive(Debug, clap::Args)]
pub(crate) struct BackupArgs {
    /// Tệp sao lưu sẽ tạo. / The copy to make; it must not exist.
    file: PathBuf,
}

/// `restore`.
#[derive(Debug, clap::Args)]
pub(crate) struct RestoreArgs {
    /// Tệp sao lưu. / The copy to restore from.
    file: PathBuf,
    /// Thay cơ sở dữ liệu đang có; bản cũ được giữ với đuôi .old.
    /// Replace the database there is; the old one is kept with the ending .old.
    #[arg(long, verbatim_doc_comment)]
    force: bool,
}

pub(crate) async fn backup(config: &Config, args: &BackupArgs) -> Result<Outcome> {
    let reading = Reading::open(config).await?;
    if args.file.exists() {
        let shown = args.file.display();
        return Err(Said::new(
            format!("{shown} đã có; chọn tên khác."),
            format!("{shown} exists; choose another name."),
        )
        .into());
    }
    copy(&reading, &args.file).await?;
    let facts = log::length(&mut *reading.connection().await?).await?;
    let shown = args.file.display();
    output::say(format!("Đã sao lưu {facts} dữ kiện vào {shown}. / {facts} facts in {shown}."))?;
    Ok(Outcome::Done)
}

/// First under another name, so that what carries the name is always whole.
async fn copy(reading: &Reading, file: &Path) -> Result<()> {
    let partial = beside(file, "partial");
    if partial.exists() {
        fs::remove_file(&partial)?;
    }
    let spinner = progress::spinner("Đang chép / copying");
    spinner.enable_steady_tick(std::time::Duration::from_millis(200));
    let copied = store::copy_to(&mut *reading.connection().await?, &partial).await;
    spinner.finish_and_clear();
    copied.with_context(|| format!("cannot write {}", partial.display()))?;
    fs::File::open(&partial)?.sync_all()?;
    Ok(fs::rename(&partial, file)?)
}

pub(crate) async fn restore(config: &Config, args: &RestoreArgs) -> Result<Outcome> {
    if !args.file.is_file() {
        let shown = args.file.display();
        return Err(Said::new(
            format!("Không có tệp {shown}."),
            format!("There is no file {shown}."),
        )
        .into());
    }
    let (reading, schema) = Reading::open_any(&args.file).await?;
    if schema == store::Schema::Newer {
        return Err(newer().into());
    }
    if let Some(fault) = examine(&reading).await? {
        output::complain(fault);
        return Ok(Outcome::Wrong);
    }
    let target = config.database_file();
    if target.exists() {
        let shown = target.display();
        if !args.force {
            return Err(Said::new(
                format!("{shown} đã có dữ liệu; thêm --force nếu thật sự muốn thay."),
                format!("{shown} exists; add --force to replace it."),
            )
            .into());
        }
        refuse_used(&target).await?;
    }
    let incoming = beside(&target, "incoming");
    if incoming.exists() {
        fs::remove_file(&incoming)?;
    }
    copy(&reading, &incoming).await?;
    if target.exists() {
        fs::rename(&target, beside(&target, "old"))?;
    }
    fs::rename(&incoming, &target)?;
    // Opening it applies the migrations that a copy of an older version lacks.
    let store = Store::open(&config.database_url).await?;
    let facts = log::length(&mut *store.read().await?).await?;
    store.close().await;
    let shown = target.display();
    output::say(format!("Đã khôi phục {facts} dữ kiện vào {shown}. / {facts} facts in {shown}."))?;
    Ok(Outcome::Done)
}

/// What is wrong with a copy, if anything is.
async fn examine(reading: &Reading) -> Result<Option<Said>> {
    let mut connection = reading.connection().await?;
    let found = store::integrity(&mut connection).await;
    if !matches!(&found, Ok(found) if found == "ok") {
        return Ok(Some(Said::new(
            "Bản sao lưu bị hỏng; không khôi phục gì. Dùng bản khác.",
            "The copy is damaged; nothing was restored. Use another one.",
        )));
    }
    let bar = progress::bar(
        "Nhật ký / log",
        u64::try_from(log::length(&mut connection).await?).unwrap_or_default(),
    );
    let fault = log::check_chain(&mut connection, |_| bar.inc(1)).await?;
    bar.finish_and_clear();
    let Some(fault) = fault else { return Ok(None) };
    let (log::ChainFault::Altered(id) | log::ChainFault::Broken(id)) = fault;
    let name = log::name(&mut connection, id).await?;
    Ok(Some(Said::new(
        format!("Nhật ký của bản sao lưu đã bị sửa tại {name}; không khôi phục gì."),
        format!("The copy's log was altered at {name}; nothing was restored."),
    )))
}

async fn refuse_used(target: &Path) -> Result<()> {
    if store::is_in_use(target).await? {
        return Err(Said::new(
            "Bot đang chạy trên cơ sở dữ liệu này; dừng bot rồi khôi phục lại.",
            "A bot is running on this database; stop it first.",
        )
        .into());
    }
    Ok(())
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    file.with_file_name(name)
}
