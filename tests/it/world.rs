//! A campaign to talk to: a database in a temporary folder, a clock moved by hand, a Bot API server
//! over real HTTP, and the bot between them.
//!
//! `World::play` runs a test and afterwards asserts what must hold after any conversation: nothing
//! waits in the inbox or the outbox, every press was answered, the server saw no violation of the
//! protocol, and everything the bot asked fits Telegram's own documentation.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use thidua::app::{Engine, Parts};
use thidua::clock::{Clock, ManualClock};
use thidua::domain::campaign::{
    Assignment, Cluster, Definition, Field, Indicator, IndicatorKind, Milestone, Unit,
};
use thidua::domain::fact::What;
use thidua::domain::ids::{CampaignId, ClusterCode, FieldCode, IndicatorCode, UnitCode};
use thidua::domain::quantity::{Measure, Quantity};
use thidua::outbox::pace::Limits;
use thidua::sandbox::{Message, Options, Person, Sandbox};
use thidua::store::log::NewFact;
use thidua::store::{self, Store};
use thidua::telegram::api::Api;
use thidua::web::{Board, Pulse, Web};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::bot_api;

mod record;

/// The account that the configuration makes the campaign office.
pub(crate) const OFFICE: i64 = 1000;

/// A running bot and everyone around it.
pub(crate) struct World {
    pub(crate) sandbox: Sandbox,
    pub(crate) clock: Arc<ManualClock>,
    engine: Option<Engine>,
    dir: tempfile::TempDir,
    people: BTreeMap<String, i64>,
}

/// What the bot showed a person: new messages, and old ones that changed.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) messages: Vec<Message>,
}

impl Reply {
    /// All that was shown, one message after another, with the buttons in brackets.
    pub(crate) fn text(&self) -> String {
        let shown: Vec<String> = self.messages.iter().map(show).collect();
        shown.join("\n---\n")
    }

    /// The last message shown.
    pub(crate) fn last(&self) -> &Message {
        self.messages.last().expect("the bot said nothing")
    }

    /// Fails unless something shown contains the text.
    #[track_caller]
    pub(crate) fn contains(&self, part: &str) -> &Self {
        assert!(self.text().contains(part), "no «{part}» in:\n{}", self.text());
        self
    }

    /// Fails if anything shown contains the text.
    #[track_caller]
    pub(crate) fn lacks(&self, part: &str) -> &Self {
        assert!(!self.text().contains(part), "«{part}» in:\n{}", self.text());
        self
    }
}

/// A message as a snapshot shows it.
pub(crate) fn show(message: &Message) -> String {
    let mut text = message.caption.clone().unwrap_or_else(|| message.text.clone());
    if message.photo.is_some() {
        text = format!("(ảnh) {text}");
    }
    if let Some(document) = &message.document {
        text = format!("(tệp {}) {text}", document.file_name);
    }
    for row in &message.buttons {
        let labels: Vec<String> = row.iter().map(|button| format!("[{}]", button.label)).collect();
        text = format!("{text}\n{}", labels.join(" "));
    }
    text
}

impl World {
    /// Runs a test in the small campaign of [`small`] on its first day at 08:00, then checks what
    /// must hold after any conversation.
    pub(crate) async fn play(test: impl AsyncFnOnce(&mut World)) {
        Self::play_in(small(), test).await;
    }

    /// Runs a test in a campaign of its own.
    pub(crate) async fn play_in(definition: Definition, test: impl AsyncFnOnce(&mut World)) {
        let start = definition.start;
        let mut world = Self::empty(at(start, 8, 0)).await;
        world.define(definition).await;
        world.office().await;
        test(&mut world).await;
        world.finish().await;
    }

    /// A world without a campaign, at an instant.
    pub(crate) async fn empty(now: DateTime<Utc>) -> Self {
        let clock = Arc::new(ManualClock::new(now));
        let sandbox = Sandbox::start(Arc::clone(&clock) as Arc<dyn Clock>, Options::default())
            .await
            .expect("the server starts");
        let dir = tempfile::tempdir().expect("a temporary folder");
        let mut world = Self { sandbox, clock, engine: None, dir, people: BTreeMap::new() };
        world.restart().await;
        world
    }

    /// Where the database lies.
    pub(crate) fn database(&self) -> String {
        format!("sqlite://{}", self.dir.path().join("thidua.db").display())
    }

    /// Kills the bot where it stands and starts it anew on the same database.
    pub(crate) async fn restart(&mut self) {
        self.engine = None;
        let store = Store::open(&self.database()).await.expect("the database opens");
        let api = Api::new(self.sandbox.token(), Some(&self.sandbox.url()), None).expect("an api");
        let parts = Parts {
            store,
            clock: Arc::clone(&self.clock) as Arc<dyn Clock>,
            api,
            admins: vec![OFFICE],
            web: Some("https://thidua.example.vn".to_owned()),
            limits: Limits::NONE,
            database: None,
        };
        self.engine = Some(Engine::new(parts).await.expect("the engine starts"));
    }

    pub(crate) fn engine(&mut self) -> &mut Engine {
        self.engine.as_mut().expect("the bot runs")
    }

    pub(crate) fn store(&mut self) -> Store {
        self.engine().store().clone()
    }

    /// The bot's own web server on this database and clock: its address.
    pub(crate) async fn web(&mut self) -> String {
        let (store, clock) = (self.store(), Arc::clone(&self.clock) as Arc<dyn Clock>);
        let web = Web {
            board: Arc::new(Board::new(store.clone(), Arc::clone(&clock))),
            store,
            pulse: Arc::new(Pulse::new(clock.now())),
            clock,
            webhook: None,
            arrived: Arc::default(),
            secure: false,
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(thidua::web::serve(listener, web, CancellationToken::new()));
        format!("http://{address}")
    }

    /// Lets a campaign enter the log.
    pub(crate) async fn define(&mut self, definition: Definition) -> CampaignId {
        let now = self.clock.now();
        let mut tx = self.store().begin().await.unwrap();
        let campaign = store::campaigns::insert(&mut tx, &definition.code, now).await.unwrap();
        let what = What::Defined(Box::new(definition));
        let fact = NewFact { campaign, by: None, said_at: None, now, what };
        store::log::append(&mut tx, fact).await.unwrap();
        tx.commit().await.unwrap();
        campaign
    }

    async fn office(&mut self) {
        self.meet("Thường trực", OFFICE);
        self.says("Thường trực", "/start").await;
    }

    /// Somebody appears who has never written to the bot.
    pub(crate) fn meet(&mut self, name: &str, id: i64) -> i64 {
        self.sandbox.world().add_person(Person::new(id, name));
        self.people.insert(name.to_owned(), id);
        id
    }

    /// The office invites somebody, who opens the link.
    pub(crate) async fn joins(&mut self, name: &str, role: &str, unit: &str) -> Reply {
        let id = 2000 + i64::try_from(self.people.len()).unwrap();
        self.meet(name, id);
        let invitation = self.says("Thường trực", &format!("/moi {role} {unit} {name}")).await;
        let code = code_in(&invitation.text());
        self.says(name, &format!("/start {code}")).await
    }

    /// Units pledge, and the office approves all of it.
    pub(crate) async fn pledged(&mut self, pledges: &[(&str, &str)]) {
        for (who, line) in pledges {
            self.says(who, &format!("/dangky {line}")).await.contains("đang chờ");
        }
        self.says("Thường trực", "/duyet tatca").await;
        self.presses("Thường trực", "Xác nhận").await;
    }

    /// The office binds a new group as a public board.
    pub(crate) async fn board(&mut self, group: i64) {
        self.sandbox.world().create_group(group, "Thi đua", &[OFFICE], false);
        self.watch(group, |world| world.sandbox.world().add_bot_to_group(group, OFFICE)).await;
        self.watch(group, |world| {
            world.sandbox.world().say(OFFICE, group, "/lienket");
        })
        .await
        .contains("bảng tin");
    }

    pub(crate) fn id(&self, name: &str) -> i64 {
        *self.people.get(name).unwrap_or_else(|| panic!("nobody is called {name}"))
    }

    /// Somebody writes to the bot in private; what the bot shows them by the time all is quiet.
    pub(crate) async fn says(&mut self, name: &str, text: &str) -> Reply {
        let id = self.id(name);
        self.watch(id, |world| {
            world.sandbox.world().say(id, id, text);
        })
        .await
    }

    /// The newest message of the bot to somebody that contains `part`.
    fn said(&self, name: &str, part: &str) -> i64 {
        let messages = self.sandbox.world().messages(self.id(name));
        let found = messages.iter().rev().find(|one| one.from_bot && show(one).contains(part));
        found.unwrap_or_else(|| panic!("{name} sees no «{part}»:\n{}", self.sees(name))).id
    }

    /// Somebody answers the newest message of the bot that contains `part`.
    pub(crate) async fn replies(&mut self, name: &str, part: &str, text: &str) -> Reply {
        let (id, to) = (self.id(name), self.said(name, part));
        self.watch(id, |world| {
            world.sandbox.world().reply(id, id, to, text);
        })
        .await
    }

    /// Somebody sends a photo with a caption.
    pub(crate) async fn sends_photo(&mut self, name: &str, caption: Option<&str>) -> Reply {
        self.photographs(name, None, caption).await
    }

    /// Somebody answers the newest message of the bot that contains `part` with a photo.
    pub(crate) async fn replies_with_photo(
        &mut self,
        name: &str,
        part: &str,
        caption: &str,
    ) -> Reply {
        let to = self.said(name, part);
        self.photographs(name, Some(to), Some(caption)).await
    }

    async fn photographs(&mut self, name: &str, to: Option<i64>, caption: Option<&str>) -> Reply {
        let id = self.id(name);
        // The head of a picture, as far as its size: what makes it a photo to a server.
        let side = u8::try_from(self.people.len()).unwrap();
        let bytes = [
            &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0"[..],
            &[side, 0, 0, 0, side, 8, 2, 0, 0, 0, 0, 0, 0, 0],
        ]
        .concat();
        self.watch(id, |world| {
            world.sandbox.world().reply_with_photo(id, id, to, bytes, caption);
        })
        .await
    }

    /// Somebody sends a file.
    pub(crate) async fn sends_file(&mut self, name: &str, file: &str, bytes: Vec<u8>) -> Reply {
        let id = self.id(name);
        self.watch(id, |world| {
            world.sandbox.world().send_document(id, id, file, bytes, None);
        })
        .await
    }

    /// Somebody presses the button, of the newest message that has it, whose label begins so.
    pub(crate) async fn presses(&mut self, name: &str, label: &str) -> Reply {
        let id = self.id(name);
        let message = self
            .sandbox
            .world()
            .messages(id)
            .into_iter()
            .rev()
            .find(|message| !message.deleted && message.button(label).is_some());
        let Some(message) = message else {
            panic!("{name} sees no button «{label}»:\n{}", self.sees(name));
        };
        let button = message.button(label).expect("it has the button").label.clone();
        self.watch(id, |world| {
            world.sandbox.world().press(id, id, message.id, &button).expect("the button is there");
        })
        .await
    }

    /// All that a person sees of the bot.
    pub(crate) fn sees(&self, name: &str) -> String {
        let messages = self.sandbox.world().messages(self.id(name));
        let shown: Vec<String> = messages.iter().filter(|m| m.from_bot).map(show).collect();
        shown.join("\n---\n")
    }

    /// Does something, settles, and gives what a chat was shown meanwhile.
    pub(crate) async fn watch(&mut self, chat: i64, does: impl FnOnce(&mut Self)) -> Reply {
        let before: BTreeMap<i64, String> =
            self.sandbox.world().messages(chat).iter().map(|m| (m.id, show(m))).collect();
        does(self);
        self.settle().await;
        let messages = self.sandbox.world().messages(chat);
        let changed = messages.into_iter().filter(|message| {
            message.from_bot && before.get(&message.id) != Some(&show(message)) && !message.deleted
        });
        Reply { messages: changed.collect() }
    }

    /// Works until nothing is left to do at this instant.
    pub(crate) async fn settle(&mut self) {
        self.engine().settle().await.expect("the bot goes on");
    }

    /// Moves the clock on, with a stop at every hour so that what is due then happens then.
    pub(crate) async fn advance(&mut self, by: TimeDelta) {
        let until = self.clock.now() + by;
        self.advance_to(until).await;
    }

    /// Moves the clock on to an instant, with a stop at every hour.
    pub(crate) async fn advance_to(&mut self, until: DateTime<Utc>) {
        while self.clock.now() < until {
            let next = (self.clock.now() + TimeDelta::hours(1)).min(until);
            self.clock.set(next);
            self.settle().await;
        }
    }

    /// Moves straight to an instant, as a machine that wakes up does, and does what is due then.
    pub(crate) async fn wake(&mut self, day_number: u32, hour: u32, minute: u32) {
        self.clock.set(at(day(day_number), hour, minute));
        self.settle().await;
    }

    /// What must hold after any conversation.
    pub(crate) async fn finish(mut self) {
        self.settle().await;
        let store = self.store();
        let mut connection = store.read().await.unwrap();
        assert!(store::inbox::is_empty(&mut connection).await.unwrap(), "the inbox is not empty");
        assert_eq!(self.sandbox.world().violations(), Vec::<String>::new());
        assert_eq!(self.sandbox.world().unanswered_presses(), Vec::<String>::new());
        assert_eq!(self.sandbox.world().pending_updates(), 0, "updates were not acknowledged");
        for request in self.sandbox.world().requests() {
            let faults = bot_api::check_request(&request.method, &request.params);
            assert_eq!(faults, Vec::<String>::new(), "{request:?}");
        }
        let fault = store::log::check_chain(&mut connection, |_| ()).await.unwrap();
        assert_eq!(fault, None, "the chain is broken");
    }
}

/// The code in an invitation's link.
pub(crate) fn code_in(text: &str) -> String {
    let (_, rest) = text.split_once("?start=").unwrap_or_else(|| panic!("no link in:\n{text}"));
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

/// An instant in the zone of the small campaign.
pub(crate) fn at(date: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    let local = date.and_hms_opt(hour, minute, 0).expect("a time of day");
    local.and_local_timezone(chrono_tz::Asia::Ho_Chi_Minh).unwrap().to_utc()
}

/// A date of the small campaign.
pub(crate) fn day(number: u32) -> NaiveDate {
    small().start + TimeDelta::days(i64::from(number) - 1)
}

fn quantity(text: &str) -> Quantity {
    Quantity::parse_plain(text).expect("a quantity")
}

/// Ninety days from Monday 26/9/2022: two clusters of wards, a tax office that verifies `THUE`, and
/// an indicator of each kind. `AB` An Biên and `AD` An Dương are in `C1`, `LS` Lam Sơn and `NX`
/// Nghĩa Xá in `C2`; `CCT` is the tax office.
#[expect(clippy::too_many_lines, reason = "one campaign, read from top to bottom")]
pub(crate) fn small() -> Definition {
    let unit = |code: &str, name: &str, kind: &str, cluster: Option<&str>| Unit {
        code: UnitCode::new(code),
        name: name.to_owned(),
        kind: kind.to_owned(),
        cluster: cluster.map(ClusterCode::new),
    };
    let indicator =
        |code: &str, name: &str, measure: &str, kind, weight, verifier: Option<&str>| Indicator {
            code: IndicatorCode::new(code),
            name: name.to_owned(),
            field: Some(FieldCode::new("KT")),
            measure: Measure::parse(measure),
            kind,
            weight: quantity(weight),
            verifier: verifier.map(UnitCode::new),
        };
    let wards = ["AB", "AD", "LS", "NX"];
    let mut assignments = Vec::new();
    let mut milestones = Vec::new();
    for ward in wards {
        for (code, baseline, assigned) in [
            ("THUE", "40", Some("120")),
            ("NO", "15", Some("5")),
            ("CCHC", "70", Some("90")),
            ("DUONG", "0", None),
            ("DON", "95", Some("95")),
        ] {
            assignments.push(Assignment {
                unit: UnitCode::new(ward),
                indicator: IndicatorCode::new(code),
                baseline: quantity(baseline),
                assigned: assigned.map(quantity),
                city: (code == "THUE").then(|| quantity("110")),
                council: (code == "THUE").then(|| quantity("125")),
                same_period: (code == "THUE").then(|| quantity("50")),
            });
        }
        for (name, due, weight) in [
            ("Họp dân", (2022, 10, 10), "1"),
            ("Khởi công", (2022, 11, 1), "2"),
            ("Bàn giao", (2022, 12, 10), "3"),
        ] {
            milestones.push(Milestone {
                unit: UnitCode::new(ward),
                indicator: IndicatorCode::new("DUONG"),
                name: name.to_owned(),
                due: NaiveDate::from_ymd_opt(due.0, due.1, due.2).expect("a date"),
                weight: quantity(weight),
            });
        }
    }
    Definition {
        code: "TD90".to_owned(),
        name: "90 ngày nước rút".to_owned(),
        host: "UBND quận".to_owned(),
        start: NaiveDate::from_ymd_opt(2022, 9, 26).expect("a date"),
        days: 90,
        zone: chrono_tz::Asia::Ho_Chi_Minh,
        unit_level: "phường".to_owned(),
        legal_basis: String::new(),
        rules: thidua::domain::rules::Rules::default(),
        rhythm: thidua::domain::calendar::Rhythm::default(),
        clusters: vec![
            Cluster { code: ClusterCode::new("C1"), name: "Cụm 1".to_owned() },
            Cluster { code: ClusterCode::new("C2"), name: "Cụm 2".to_owned() },
        ],
        units: vec![
            unit("AB", "An Biên", "phường", Some("C1")),
            unit("AD", "An Dương", "phường", Some("C1")),
            unit("LS", "Lam Sơn", "phường", Some("C2")),
            unit("NX", "Nghĩa Xá", "phường", Some("C2")),
            unit("CCT", "Chi cục Thuế", "phòng", None),
        ],
        fields: vec![Field { code: FieldCode::new("KT"), name: "Kinh tế".to_owned() }],
        indicators: vec![
            indicator("THUE", "Thu thuế", "tỷ đồng", IndicatorKind::Increase, "3", Some("CCT")),
            indicator("NO", "Nợ thuế", "tỷ đồng", IndicatorKind::Decrease, "1", Some("CCT")),
            indicator("CCHC", "Cải cách hành chính", "điểm", IndicatorKind::Level, "1", None),
            indicator("DUONG", "Làm đường", "bước", IndicatorKind::Milestone, "2", None),
            indicator("DON", "Đơn thư đúng hạn", "%", IndicatorKind::Maintain, "1", None),
        ],
        assignments,
        milestones,
        people: Vec::new(),
        days_off: Vec::new(),
    }
}
