//! How fast the spine is, from a district of 15 units to the nation's 3,321 communes.
//!
//! `cargo bench` prints a table; `benches/README.md` says what was measured and holds figures.
//! Environment: `BENCH_UNITS` (3321), `BENCH_DAYS` of history with one entry per line and day (14).

#![allow(clippy::print_stdout, reason = "it prints what it measures")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use thidua::clock::{Clock, ManualClock};
use thidua::domain::calendar::Rhythm;
use thidua::domain::campaign::{Assignment, Cluster, Definition, Indicator, IndicatorKind, Unit};
use thidua::domain::fact::{Decision, EntryKind, Line, Outcome, Pledged, Reported, What};
use thidua::domain::ids::{CampaignId, ClusterCode, IndicatorCode, UnitCode};
use thidua::domain::policy::{Membership, Role};
use thidua::domain::quantity::{Measure, Quantity};
use thidua::domain::rules::Rules;
use thidua::export::{self, workbook};
use thidua::handlers::Desk;
use thidua::inbox::Inbox;
use thidua::jobs::{Jobs, Readiness};
use thidua::outbox::Stepped;
use thidua::papers::{self, Paper};
use thidua::scheduler::Scheduler;
use thidua::store::log::NewFact;
use thidua::store::{self, Store};
use thidua::telegram::api::Api;
use thidua::telegram::translate::translate;
use thidua::text::Lang;

type Outcomes = Result<(), Box<dyn std::error::Error>>;

const LINES: usize = 10;

fn main() -> Outcomes {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let units = number("BENCH_UNITS", 3321);
        let days = number("BENCH_DAYS", 14);
        measure(15, days.min(90)).await?;
        measure(units, days.min(90)).await
    })
}

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// A database in a temporary folder with everything that works on it.
struct Bench {
    store: Store,
    clock: Arc<ManualClock>,
    inbox: Inbox,
    campaign: CampaignId,
    start: NaiveDate,
    updates: i64,
    _dir: tempfile::TempDir,
}

async fn measure(units: usize, days: usize) -> Outcomes {
    println!("\n{units} units x {LINES} lines, {days} days of history");
    let mut bench = Bench::new(units).await?;
    let entries = bench.history(units, days).await?;
    println!("  {:<44}{entries:>12}", "entries in the log");
    bench.reading("/xephang", "cold").await?;
    bench.reading("/xephang", "warm").await?;
    bench.reading("/visao", "warm").await?;
    bench.cards().await?;
    bench.reading("/camket", "warm").await?;
    bench.throughput(units).await?;
    bench.reading("/xephang", "after updates").await?;
    println!("  {:<44}{:>9} MiB", "resident memory", resident());
    bench.papers().await?;
    Ok(())
}

impl Bench {
    async fn new(units: usize) -> Result<Self, Box<dyn std::error::Error>> {
        let dir = tempfile::tempdir()?;
        let url = format!("sqlite://{}", dir.path().join("bench.db").display());
        let store = Store::open(&url).await?;
        let definition = definition(units).ok_or("a definition")?;
        let start = definition.start;
        let clock = Arc::new(ManualClock::new(at(start, 8)));
        let now = clock.now();
        let mut tx = store.begin().await?;
        let campaign = store::campaigns::insert(&mut tx, &definition.code, now).await?;
        let what = What::Defined(Box::new(definition));
        store::log::append(&mut tx, NewFact { campaign, by: None, said_at: None, now, what })
            .await?;
        for unit in 0..units {
            let telegram_id = 1000 + i64::try_from(unit)?;
            let person =
                store::people::insert(&mut tx, telegram_id, "Cán bộ", "", Lang::Vi, now).await?;
            let membership = Membership { role: Role::Reporter, unit: Some(code(unit)) };
            store::people::add_membership(&mut tx, person, campaign, &membership, now).await?;
        }
        tx.commit().await?;
        let inbox = Inbox::new(
            store.clone(),
            Arc::clone(&clock) as Arc<dyn Clock>,
            translate,
            Desk::new("bench_bot".to_owned(), Vec::new(), None),
        );
        Ok(Self { store, clock, inbox, campaign, start, updates: 0, _dir: dir })
    }

    /// Every unit pledges on every line and reports on each every day; half of it is checked.
    async fn history(
        &mut self,
        units: usize,
        days: usize,
    ) -> Result<i64, Box<dyn std::error::Error>> {
        let lines: Vec<Line> = (0..units)
            .flat_map(|unit| {
                (0..LINES).map(move |n| Line { unit: code(unit), indicator: indicator(n) })
            })
            .collect();
        let mut tx = self.store.begin().await?;
        let now = at(self.start, 9);
        for line in &lines {
            let pledged = Pledged {
                line: line.clone(),
                target: whole(100),
                due: self.start + TimeDelta::days(89),
                reason: String::new(),
            };
            let pledge = self.append(&mut tx, now, What::Pledged(pledged)).await?;
            let (line, decision) = (line.clone(), Decision::Approved);
            self.append(&mut tx, now, What::PledgeDecided { pledge, line, decision }).await?;
        }
        tx.commit().await?;
        for day in 0..days {
            let now = at(self.start + TimeDelta::days(i64::try_from(day)?), 10);
            let mut tx = self.store.begin().await?;
            for (n, line) in lines.iter().enumerate() {
                let value = whole(i64::try_from(day + 1)?);
                let report = Reported {
                    line: line.clone(),
                    kind: EntryKind::Report { value },
                    note: String::new(),
                    evidence: Vec::new(),
                    doubts: Vec::new(),
                };
                let entry = self.append(&mut tx, now, What::Reported(report)).await?;
                if (n + day) % 2 == 0 {
                    let outcome = Outcome::Confirmed { value, reason: String::new() };
                    let checked = What::Checked { entry, line: line.clone(), outcome };
                    self.append(&mut tx, now, checked).await?;
                }
            }
            tx.commit().await?;
            self.clock.set(now);
            if (day + 1) % 7 == 0 {
                // The last full week's closing is the one that is told.
                self.close(day + 7 >= days).await?;
            }
        }
        Ok(i64::try_from(lines.len() * days)?)
    }

    async fn append(
        &self,
        tx: &mut store::Tx,
        now: DateTime<Utc>,
        what: What,
    ) -> Result<thidua::domain::ids::FactId, Box<dyn std::error::Error>> {
        let new = NewFact { campaign: self.campaign, by: None, said_at: None, now, what };
        Ok(store::log::append(tx, new).await?.id)
    }

    /// Moves to the next Sunday evening and closes the week.
    async fn close(&mut self, tell: bool) -> Outcomes {
        let days = (self.clock.now() - at(self.start, 0)).num_days();
        let sunday = self.start + TimeDelta::days((days / 7) * 7 + 6);
        self.clock.set(at(sunday, 18));
        let clock = Arc::clone(&self.clock) as Arc<dyn Clock>;
        let mut scheduler = Scheduler::new(self.store.clone(), clock);
        let mut jobs = self.jobs()?;
        scheduler.step().await?;
        let (mut slowest, mut busiest) = (Duration::ZERO, Duration::ZERO);
        loop {
            let (began, busy) = (Instant::now(), processor_time());
            if jobs.step().await? == Stepped::Idle {
                break;
            }
            slowest = slowest.max(began.elapsed());
            busiest = busiest.max(processor_time().saturating_sub(busy));
        }
        if tell {
            print("the closing of a week", slowest);
            print("of it processor time, all threads", busiest);
        }
        Ok(())
    }

    /// The cards that follow the words: each from its job to the committed picture, the median.
    async fn cards(&mut self) -> Outcomes {
        let mut jobs = self.jobs()?;
        let mut times = Vec::new();
        loop {
            let began = Instant::now();
            if jobs.step().await? == Stepped::Idle {
                break;
            }
            times.push(began.elapsed());
        }
        times.sort();
        print("the card of a unit", times.get(times.len() / 2).copied().unwrap_or_default());
        Ok(())
    }

    fn jobs(&self) -> Result<Jobs, Box<dyn std::error::Error>> {
        let clock = Arc::clone(&self.clock) as Arc<dyn Clock>;
        let readiness = Arc::new(Readiness::new(self.clock.now() - TimeDelta::hours(1)));
        let files = Arc::new(Api::new("1:none", None, None)?);
        let (store, bot) = (self.store.clone(), "bench_bot".to_owned());
        Ok(Jobs::new(store, clock, readiness, bot, None, files, Vec::new()))
    }

    /// The time from a committed update to its committed answer, the median of several.
    async fn reading(&mut self, command: &str, how: &str) -> Outcomes {
        let mut times = Vec::new();
        let tries = if how == "warm" { 15 } else { 1 };
        for n in 0..tries {
            self.say(1000 + n % 15, command).await?;
            let began = Instant::now();
            while self.inbox.step().await? == Stepped::Did {}
            times.push(began.elapsed());
        }
        times.sort();
        print(&format!("{command}, {how}"), times[times.len() / 2]);
        Ok(())
    }

    /// Reports of all units from a full inbox.
    async fn throughput(&mut self, units: usize) -> Outcomes {
        self.clock.advance(TimeDelta::hours(40));
        let count = 5000_usize;
        for n in 0..count {
            if n % units == 0 {
                // Nobody reports on one line twice within minutes.
                self.clock.advance(TimeDelta::minutes(11));
            }
            let who = 1000 + i64::try_from(n % units)?;
            let value = 20 + n / units / LINES;
            self.say(who, &format!("/capnhat I{} {value} số liệu", n / units % LINES)).await?;
        }
        let (began, busy) = (Instant::now(), processor_time());
        while self.inbox.step().await? == Stepped::Did {}
        let each = began.elapsed() / u32::try_from(count)?;
        let busy = processor_time().saturating_sub(busy) / u32::try_from(count)?;
        print("an update from a full inbox", each);
        print("of it processor time, all threads", busy);
        println!("  {:<44}{:>12.0}", "updates a second of one core", 1.0 / busy.as_secs_f64());
        Ok(())
    }

    /// The campaign as a workbook, and the documents: read from the log, then written.
    async fn papers(&self) -> Outcomes {
        let now = self.clock.now();
        let mut connection = self.store.read().await?;
        let loaded = store::campaigns::load(&mut connection, self.campaign, now).await?;
        let (began, busy) = (Instant::now(), processor_time());
        let export = export::export(&mut connection, &loaded, now).await?;
        print("the export read", began.elapsed());
        print("of it processor time", processor_time().saturating_sub(busy));
        let (began, busy) = (Instant::now(), processor_time());
        let bytes = workbook::write(&export)?;
        print("the workbook written", began.elapsed());
        print("of it processor time", processor_time().saturating_sub(busy));
        println!("  {:<44}{:>12}", "entries in it", export.entries.len());
        println!("  {:<44}{:>9} KiB", "its size", bytes.len() / 1024);
        println!("  {:<44}{:>9} MiB", "resident memory with it", resident());
        drop((export, bytes));
        for (paper, name) in [
            (Paper::Brief, "the brief"),
            (Paper::Final, "the final report"),
            (Paper::Dossier, "the dossier"),
        ] {
            let (began, busy) = (Instant::now(), processor_time());
            let gathered = papers::gather(&mut connection, self.campaign, paper, now).await?;
            print(&format!("{name} read"), began.elapsed());
            print("of it processor time", processor_time().saturating_sub(busy));
            let began = Instant::now();
            let files = gathered.write(Lang::Vi)?;
            print(&format!("{name} written"), began.elapsed());
            let size: usize = files.iter().map(|file| file.bytes.len()).sum();
            println!("  {:<44}{:>9} KiB", "its size", size / 1024);
        }
        Ok(())
    }

    async fn say(&mut self, who: i64, text: &str) -> Outcomes {
        self.updates += 1;
        let raw = serde_json::json!({
            "update_id": self.updates,
            "message": {
                "message_id": self.updates,
                "date": self.clock.now().timestamp(),
                "chat": {"id": who, "type": "private", "first_name": "A"},
                "from": {"id": who, "is_bot": false, "first_name": "A"},
                "text": text,
            },
        });
        let mut tx = self.store.begin().await?;
        store::inbox::put(&mut tx, self.updates, &raw.to_string(), self.clock.now()).await?;
        tx.commit().await?;
        Ok(())
    }
}

fn print(what: &str, time: Duration) {
    println!("  {what:<44}{:>9.3} ms", time.as_secs_f64() * 1000.0);
}

/// How long the process has kept processors busy, by the kernel's count of hundredths of a second.
fn processor_time() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let (_, fields) = stat.rsplit_once(')').unwrap_or_default();
    let ticks =
        fields.split_whitespace().skip(11).take(2).filter_map(|text| text.parse::<u64>().ok());
    Duration::from_millis(10 * ticks.sum::<u64>())
}

/// Megabytes this process holds in memory, by the kernel's word.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    let kilobytes = line.split_whitespace().nth(1).and_then(|text| text.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1024
}

fn at(date: NaiveDate, hour: u32) -> DateTime<Utc> {
    let local = date.and_hms_opt(hour, 0, 0).unwrap_or_default();
    local
        .and_local_timezone(chrono_tz::Asia::Ho_Chi_Minh)
        .earliest()
        .map(|local| local.to_utc())
        .unwrap_or_default()
}

fn code(unit: usize) -> UnitCode {
    UnitCode::new(&format!("X{unit:04}"))
}

fn indicator(n: usize) -> IndicatorCode {
    IndicatorCode::new(&format!("I{n}"))
}

fn whole(units: i64) -> Quantity {
    Quantity::from_integer(units).unwrap_or(Quantity::ZERO)
}

fn definition(units: usize) -> Option<Definition> {
    let cluster = |unit: usize| ClusterCode::new(&format!("C{}", unit / 100));
    Some(Definition {
        code: "BENCH".to_owned(),
        name: "Thi đua 90 ngày".to_owned(),
        host: "Chính phủ".to_owned(),
        start: NaiveDate::from_ymd_opt(2025, 9, 29)?,
        days: 90,
        zone: chrono_tz::Asia::Ho_Chi_Minh,
        unit_level: "xã".to_owned(),
        legal_basis: String::new(),
        rules: Rules::default(),
        rhythm: Rhythm::default(),
        clusters: (0..units.div_ceil(100))
            .map(|n| Cluster { code: cluster(n * 100), name: format!("Cụm {n}") })
            .collect(),
        units: (0..units)
            .map(|n| Unit {
                code: code(n),
                name: format!("Xã số {n}"),
                kind: "xã".to_owned(),
                cluster: Some(cluster(n)),
            })
            .collect(),
        fields: Vec::new(),
        indicators: (0..LINES)
            .map(|n| Indicator {
                code: indicator(n),
                name: format!("Chỉ tiêu {n}"),
                field: None,
                measure: Measure::parse("tỷ đồng"),
                kind: IndicatorKind::Increase,
                weight: whole(1),
                verifier: None,
            })
            .collect(),
        assignments: (0..units)
            .flat_map(|unit| {
                (0..LINES).map(move |n| Assignment {
                    unit: code(unit),
                    indicator: indicator(n),
                    baseline: Quantity::ZERO,
                    assigned: Some(whole(100)),
                    city: None,
                    council: None,
                    same_period: None,
                })
            })
            .collect(),
        milestones: Vec::new(),
        people: Vec::new(),
        days_off: Vec::new(),
    })
}
