//! The real program as a process of its own: fed a whole campaign's backlog, killed, stopped.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use chrono::{NaiveDate, TimeDelta};
use serde_json::Value;
use thidua::clock::SystemClock;
use thidua::sandbox::{Options, Person, Sandbox};

use crate::world::{OFFICE, at, code_in};

const LEAD: i64 = 2001;
const TAX: i64 = 2002;

/// The program in a folder of its own, against a server of its own.
struct Site {
    dir: tempfile::TempDir,
    server: Sandbox,
}

impl Site {
    async fn new() -> Self {
        let server = Sandbox::start(Arc::new(SystemClock), Options::default()).await.unwrap();
        for (id, name) in [(OFFICE, "Thường trực"), (LEAD, "An"), (TAX, "Thuế")] {
            server.world().add_person(Person::new(id, name));
        }
        let site = Self { dir: tempfile::tempdir().unwrap(), server };
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/campaigns/le-chan-2022.toml");
        site.asks(&["import", file.to_str().unwrap()]);
        site
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
        command
            .current_dir(self.dir.path())
            .env("DATABASE_URL", "sqlite://thidua.db")
            .env("TELOXIDE_TOKEN", self.server.token())
            .env("TELOXIDE_API_URL", self.server.url())
            .env("THIDUA_ADMINS", OFFICE.to_string())
            .env("THIDUA_LISTEN", "127.0.0.1:0")
            .env("THIDUA_RATE_PER_SECOND", "0")
            .env("THIDUA_RATE_PER_CHAT_PER_SECOND", "0")
            .env("THIDUA_RATE_PER_GROUP_PER_MINUTE", "0")
            .stderr(Stdio::piped())
            .stdout(Stdio::piped());
        command
    }

    /// What a command prints; it must succeed.
    fn asks(&self, arguments: &[&str]) -> String {
        let output = self.command().args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn runs(&self) -> Child {
        self.command().arg("run").spawn().unwrap()
    }

    /// Waits until the condition holds of what people see.
    async fn until(&self, holds: impl Fn(&Sandbox) -> bool) {
        let mut changes = self.server.world().changes();
        let waited = tokio::time::timeout(Duration::from_mins(1), async {
            while !holds(&self.server) {
                let _ = tokio::time::timeout(Duration::from_millis(200), changes.changed()).await;
            }
        });
        assert!(waited.await.is_ok(), "{:?}", self.server.world().last_from_bot(LEAD));
    }

    /// Waits until the log holds so many closed weeks.
    async fn until_closed(&self, weeks: usize) {
        for _ in 0..300 {
            let verdict: Value = serde_json::from_str(&self.asks(&["verify", "--json"])).unwrap();
            if verdict["snapshots"] == weeks {
                return;
            }
            let mut changes = self.server.world().changes();
            let _ = tokio::time::timeout(Duration::from_millis(200), changes.changed()).await;
        }
        panic!("the weeks were not closed");
    }
}

fn terminate(child: &Child) {
    Command::new("kill").arg(child.id().to_string()).status().unwrap();
}

fn sees(server: &Sandbox, person: i64, part: &str) -> bool {
    server
        .world()
        .messages(person)
        .iter()
        .any(|message| message.from_bot && message.text.contains(part))
}

/// Everything a ward said in its first weeks waits at Telegram while the bot is down. It counts
/// from when it was said, and all thirteen weeks close in order, as if the bot had been there.
#[tokio::test(flavor = "multi_thread")]
async fn a_backlog_counts_from_when_it_was_said_and_a_kill_changes_nothing() {
    let site = Site::new().await;
    let lead = code_in(&site.asks(&[
        "invite",
        "--role",
        "unit_lead",
        "--unit",
        "AB",
        "--name",
        "An",
        "--bot",
        "thidua_bot",
    ]));
    let tax = code_in(&site.asks(&[
        "invite",
        "--role",
        "verifier",
        "--unit",
        "CCT",
        "--name",
        "Thuế",
        "--bot",
        "thidua_bot",
    ]));
    let start = NaiveDate::from_ymd_opt(2022, 9, 26).unwrap();
    let said = [
        (0, OFFICE, "/start".to_owned()),
        (0, LEAD, format!("/start {lead}")),
        (0, TAX, format!("/start {tax}")),
        (1, LEAD, "/dangky THUE 38,8 tỷ".to_owned()),
        (1, OFFICE, "/duyet 1 ok".to_owned()),
        (9, LEAD, "/capnhat THUE 30 tỷ".to_owned()),
        (10, TAX, "/thamdinh 1 ok".to_owned()),
        (16, LEAD, "/capnhat THUE 31,5 tỷ".to_owned()),
    ];
    for (days, who, text) in &said {
        let date = at(start + TimeDelta::days(*days), 9, 0);
        site.server.world().say_at(*who, *who, text, date);
    }

    let mut first = site.runs();
    site.until(|server| sees(server, LEAD, "#1")).await;
    first.kill().unwrap();
    first.wait().unwrap();

    let mut second = site.runs();
    site.until(|server| sees(server, LEAD, "#2")).await;
    site.until_closed(13).await;
    let began = std::time::Instant::now();
    terminate(&second);
    assert!(second.wait().unwrap().success());
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());

    let table: Value =
        serde_json::from_str(&site.asks(&["ranking", "--json", "--week", "3"])).unwrap();
    let standing = &table["overall"].as_array().unwrap()[0];
    assert_eq!(standing["unit"], "AB");
    // Weeks 2 and 3 were reported on time by the messages' own dates.
    assert_eq!(standing["discipline"], "15.00");
    let fourth: Value =
        serde_json::from_str(&site.asks(&["ranking", "--json", "--week", "4"])).unwrap();
    let standing =
        fourth["overall"].as_array().unwrap().iter().find(|s| s["unit"] == "AB").unwrap();
    assert_eq!(standing["discipline"], "10.00");
    let export = site.dir.path().join("export.json");
    site.asks(&["export", export.to_str().unwrap()]);
    let export: Value = serde_json::from_slice(&std::fs::read(export).unwrap()).unwrap();
    let entries: Vec<(&Value, &Value)> = export["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (&entry["value"], &entry["verification"]["state"]))
        .collect();
    assert_eq!(entries.len(), 2, "{entries:?}");
    assert_eq!(entries[0], (&Value::from("30"), &Value::from("confirmed")));
    assert_eq!(site.server.world().violations(), Vec::<String>::new());
    // The token is in none of the log's lines.
    let mut log = String::new();
    std::io::Read::read_to_string(&mut second.stderr.take().unwrap(), &mut log).unwrap();
    let secret = site.server.token().split_once(':').unwrap().1;
    assert!(!log.contains(secret) && !log.contains("38,8"), "{log}");
}
