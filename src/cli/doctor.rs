//! `doctor`: what is wrong with the setup, and how to mend it.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Result;
use chrono::{DateTime, Utc};
use thidua::config::{Config, ConfigError, DEFAULT_FILE, Origin, Said};
use thidua::store::{self, campaigns, chats};
use thidua::telegram::api::{Api, ApiError, Me};
use thidua::telegram::checkup::{self, Rights};
use thidua::text;

use super::{Outcome, Reading, now, output};

/// Clocks that differ by more make reports late that were not.
const TOLERATED_SECONDS: i64 = 30;
/// Less room than this ends in a database that cannot be written, within days.
const LITTLE_ROOM: u64 = 1 << 30;
const NO_ROOM: u64 = 100 << 20;

/// What was found, in the order of asking.
#[derive(Default)]
struct Findings {
    lines: Vec<String>,
    wrong: usize,
}

impl Findings {
    fn fine(&mut self, what: &str) {
        self.lines.push(format!("✓ {what}"));
    }

    /// Worth knowing; nothing has to be mended.
    fn note(&mut self, said: &Said) {
        self.lines.push(format!("• {}\n  {}", said.vi, said.en));
    }

    fn wrong(&mut self, said: &Said) {
        self.wrong += 1;
        self.lines.push(format!("✗ {}\n  {}", said.vi, said.en));
    }
}

/// Settings that are wrong are all there is to tell.
pub(crate) fn unsettled(error: &ConfigError) -> Result<Outcome> {
    let mut findings = Findings::default();
    for problem in &error.problems {
        findings.wrong(problem);
    }
    output::say(findings.lines.join("\n"))?;
    Ok(Outcome::Wrong)
}

pub(crate) async fn run(config: &Config) -> Result<Outcome> {
    output::say(settings(config))?;
    let mut findings = Findings::default();
    disk(&config.database_file(), &mut findings);
    let reading = database(config, &mut findings).await?;
    if let Some(api) = api(config, &mut findings) {
        let me = telegram(&api, &mut findings).await;
        if let (Some(me), Some(reading)) = (me, &reading) {
            groups(&api, &me, reading, &mut findings).await?;
        }
    }
    output::say(findings.lines.join("\n"))?;
    let wrong = findings.wrong;
    output::say(match wrong {
        0 => "\nKhông có gì phải sửa. / Nothing to mend.".to_owned(),
        _ => format!("\nCần sửa {wrong} việc. / {wrong} to mend."),
    })?;
    Ok(if wrong == 0 { Outcome::Done } else { Outcome::Wrong })
}

fn settings(config: &Config) -> String {
    let file = match &config.file {
        Some(file) => file.display().to_string(),
        None => format!("{DEFAULT_FILE} (không có / none)"),
    };
    let mut text = format!("Cấu hình / settings: {file}\n");
    for (name, value, origin) in config.describe() {
        let origin = match origin {
            Origin::Default => "mặc định / default",
            Origin::File => "tệp / file",
            Origin::Environment => "môi trường / environment",
        };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  {name}={value}  [{origin}]");
    }
    text
}

async fn database(config: &Config, findings: &mut Findings) -> Result<Option<Reading>> {
    let file = config.database_file();
    let shown = file.display();
    if !file.is_file() {
        findings.note(&Said::new(
            format!("Chưa có cơ sở dữ liệu {shown}; «thidua import» hoặc «thidua run» sẽ tạo."),
            format!("No database {shown} yet; \"thidua import\" or \"thidua run\" makes it."),
        ));
        return Ok(None);
    }
    let Ok((reading, schema)) = Reading::open_any(&file).await else {
        findings.wrong(&Said::new(
                format!("{shown} không phải cơ sở dữ liệu của thidua; sửa DATABASE_URL hoặc khôi phục bản sao lưu."),
                format!("{shown} is no database of thidua; mend DATABASE_URL or restore a copy."),
            ));
        return Ok(None);
    };
    match schema {
        store::Schema::Current => {}
        store::Schema::Older => findings.note(&Said::new(
            "Cơ sở dữ liệu của bản cũ; bot sẽ nâng cấp khi khởi động. Hãy sao lưu trước.",
            "The database is of an older version; the bot upgrades it. Back it up first.",
        )),
        store::Schema::Newer => {
            findings.wrong(&super::newer());
            return Ok(None);
        }
    }
    let sound = store::integrity(&mut *reading.connection().await?).await;
    if matches!(&sound, Ok(found) if found == "ok") {
        findings.fine(&format!("Cơ sở dữ liệu {shown} nguyên vẹn. / The database is sound."));
    } else {
        findings.wrong(&Said::new(
            format!("Cơ sở dữ liệu {shown} bị hỏng; khôi phục bản sao lưu mới nhất."),
            format!("The database {shown} is damaged; restore the newest copy."),
        ));
        return Ok(None);
    }
    if let Err(error) = store::try_write(&file).await {
        tracing::debug!(%error, "the database cannot be written");
        findings.wrong(&Said::new(
            format!("Không ghi được {shown}; kiểm tra quyền của tệp và thư mục."),
            format!("{shown} cannot be written; check the rights of the file and its folder."),
        ));
    }
    if schema == store::Schema::Current {
        describe_campaigns(&reading, now(), findings).await?;
    }
    Ok((schema == store::Schema::Current).then_some(reading))
}

async fn describe_campaigns(
    reading: &Reading,
    now: DateTime<Utc>,
    findings: &mut Findings,
) -> Result<()> {
    let mut connection = reading.connection().await?;
    let campaigns = campaigns::all(&mut connection).await?;
    if campaigns.is_empty() {
        findings.note(&Said::new(
            "Chưa có chiến dịch nào; nhập bằng «thidua import».",
            "There is no campaign yet; \"thidua import\" one.",
        ));
    }
    for id in campaigns {
        let loaded = campaigns::load(&mut connection, id, now).await?;
        let (defined, calendar) = (loaded.campaign.definition(), loaded.campaign.calendar());
        let day = match calendar.day_number(calendar.date_at(now)) {
            day if day < 1 => format!("bắt đầu ngày {}", text::date(calendar.start())),
            day if day > i64::from(defined.days) => "đã kết thúc".to_owned(),
            day => format!("ngày {day}/{}", defined.days),
        };
        let (code, zone) = (&defined.code, defined.zone);
        let local = text::date_time(now, zone);
        findings.fine(&format!("{code}: {day}; giờ {zone} là {local}. / Day and local time."));
    }
    Ok(())
}

fn api(config: &Config, findings: &mut Findings) -> Option<Api> {
    let Some(token) = &config.token else {
        findings.note(&Said::new(
            "Chưa đặt TELOXIDE_TOKEN: không có bot, nhưng «sandbox» và các lệnh khác vẫn chạy.",
            "TELOXIDE_TOKEN is not set: no bot, but \"sandbox\" and the other commands work.",
        ));
        return None;
    };
    let url = config.api_url.as_ref().map(url::Url::as_str);
    let proxy = config.proxy.as_ref().map(url::Url::as_str);
    match Api::new(token.expose(), url, proxy) {
        Ok(api) => Some(api),
        Err(error) => {
            findings.wrong(&Said::new(
                format!("Không dùng được TELOXIDE_API_URL hoặc TELOXIDE_PROXY ({error})."),
                "TELOXIDE_API_URL or TELOXIDE_PROXY cannot be used.",
            ));
            None
        }
    }
}

async fn telegram(api: &Api, findings: &mut Findings) -> Option<Me> {
    let me = match api.me().await {
        Ok(me) => {
            findings.fine(&format!("Token đúng: @{}. / The token is right.", me.username));
            Some(me)
        }
        Err(ApiError::Refused { .. }) => {
            findings.wrong(&Said::new(
                "Telegram không nhận token; lấy token mới ở @BotFather rồi sửa TELOXIDE_TOKEN.",
                "Telegram refuses the token; get a new one from @BotFather.",
            ));
            None
        }
        Err(error) => {
            findings.wrong(&Said::new(
                format!(
                    "Không nối được Telegram ({error}); kiểm tra mạng, hoặc đặt TELOXIDE_PROXY."
                ),
                "Telegram cannot be reached; check the network, or set TELOXIDE_PROXY.",
            ));
            return None;
        }
    };
    match checkup::server_time(api).await {
        Ok(Some(theirs)) => clock((now() - theirs).num_seconds(), findings),
        Ok(None) | Err(_) => findings.note(&Said::new(
            "Không so được đồng hồ với Telegram.",
            "The clock could not be compared with Telegram's.",
        )),
    }
    me
}

fn clock(ahead: i64, findings: &mut Findings) {
    if ahead.abs() <= TOLERATED_SECONDS {
        findings.fine("Đồng hồ đúng. / The clock is right.");
        return;
    }
    let way = if ahead > 0 { "nhanh" } else { "chậm" };
    findings.wrong(&Said::new(
        format!("Đồng hồ máy {way} {} giây; bật đồng bộ giờ (NTP).", ahead.abs()),
        format!("The clock is off by {ahead} s; turn on time synchronisation (NTP)."),
    ));
}

async fn groups(api: &Api, me: &Me, reading: &Reading, findings: &mut Findings) -> Result<()> {
    let mut connection = reading.connection().await?;
    for campaign in campaigns::all(&mut connection).await? {
        for board in chats::boards(&mut connection, campaign).await? {
            let chat = board.chat;
            match checkup::rights(api, me, chat).await {
                Ok(Rights::Post) => {
                    findings.fine(&format!("Đăng được vào nhóm {chat}. / May post there."));
                }
                Ok(Rights::Muted) => findings.wrong(&Said::new(
                    format!("Bot bị cấm gửi tin trong nhóm {chat}; quản trị nhóm hãy cho gửi."),
                    format!("The bot is muted in group {chat}; its admin should let it post."),
                )),
                Ok(Rights::Outside) => findings.wrong(&Said::new(
                    format!("Bot không còn trong nhóm {chat}; thêm bot rồi gõ /lienket ở đó."),
                    format!("The bot is not in group {chat}; add it and send /link there."),
                )),
                Err(error) => findings.note(&Said::new(
                    format!("Chưa hỏi được quyền trong nhóm {chat} ({error})."),
                    format!("The rights in group {chat} could not be asked."),
                )),
            }
        }
    }
    Ok(())
}

fn disk(file: &Path, findings: &mut Findings) {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let Some(free) = free_bytes(folder.unwrap_or(Path::new("."))) else { return };
    let mib = free >> 20;
    if free >= LITTLE_ROOM {
        findings.fine(&format!("Còn trống {mib} MiB đĩa. / Free disk space."));
    } else if free >= NO_ROOM {
        findings.note(&Said::new(
            format!("Đĩa chỉ còn {mib} MiB; nên dọn bớt."),
            format!("Only {mib} MiB of disk left; make room soon."),
        ));
    } else {
        findings.wrong(&Said::new(
            format!("Đĩa chỉ còn {mib} MiB; dọn ngay, nếu không sẽ không ghi được."),
            format!("Only {mib} MiB of disk left; make room now."),
        ));
    }
}

#[cfg(unix)]
fn free_bytes(folder: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(folder).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}

#[cfg(not(unix))]
fn free_bytes(_: &Path) -> Option<u64> {
    None
}
