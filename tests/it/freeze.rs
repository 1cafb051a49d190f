//! The last days: nobody but leaders and the office learns who stands where, on any surface, until
//! it is over; then everybody does.

use std::collections::BTreeSet;

use thidua::clock::Clock;
use thidua::domain::calendar::Week;
use thidua::domain::policy::Role;
use thidua::domain::quantity::{Notation, fixed};
use thidua::domain::ranking::{Standing, Table};
use thidua::handlers::commands::menu;
use thidua::standings;
use thidua::text::Lang;

use crate::world::{OFFICE, World, at, day, show};

const GROUP: i64 = -100_900;
/// Those who may not know, with the unit they belong to.
const OUTSIDERS: [(&str, &str, &str); 6] = [
    ("Hoa", "unit_lead", "AB"),
    ("Dũng", "unit_lead", "AD"),
    ("Lan", "reporter", "LS"),
    ("Thuế", "verifier", "CCT"),
    ("Hội đồng", "council", ""),
    ("Báo chí", "observer", ""),
];

/// An Dương leads the first cluster up to the last days; in the last but one week An Biên passes.
async fn town(world: &mut World) {
    for (name, role, unit) in OUTSIDERS {
        world.joins(name, role, unit).await;
    }
    world.joins("Chủ tịch", "leader", "").await;
    let pledges = [("Hoa", "THUE 120 tỷ"), ("Dũng", "THUE 130 tỷ"), ("Lan", "THUE 125 tỷ")];
    world.pledged(&pledges).await;
    world.board(GROUP).await;
    world.wake(73, 9, 0).await;
    world.says("Dũng", "/capnhat THUE 83").await.contains("#1");
    world.says("Lan", "/capnhat THUE 61").await.contains("#2");
    for number in [1, 2] {
        world.says("Thuế", &format!("/thamdinh {number} ok")).await.contains("xác nhận");
    }
    world.wake(77, 18, 0).await;
    world.wake(80, 9, 0).await;
    world.says("Hoa", "/capnhat THUE 117").await;
    world.presses("Hoa", "Xác nhận").await.contains("#3");
    world.says("Thuế", "/thamdinh 3 ok").await.contains("xác nhận");
}

async fn closed(world: &mut World, week: u32) -> Table {
    let id = world.campaign().await;
    let mut connection = world.store().read().await.unwrap();
    standings::closed(&mut connection, id, Week(week)).await.unwrap().unwrap()
}

/// The table of now, as leaders see it.
async fn now(world: &mut World) -> Table {
    let id = world.campaign().await;
    let mut connection = world.store().read().await.unwrap();
    standings::compute(&mut connection, id, world.clock.now()).await.unwrap().table
}

/// The totals of a table as messages print them, by unit.
fn totals(table: &Table) -> Vec<(String, String)> {
    let printed = |row: &Standing| fixed(&row.total.to_rational(), 1, Notation::Vietnamese);
    table.overall.iter().map(|row| (row.unit.to_string(), printed(row))).collect()
}

/// All that a chat shows, each message by itself.
fn shown(world: &World, chat: i64) -> BTreeSet<String> {
    let messages = world.sandbox.world().messages(chat);
    messages.iter().filter(|message| message.from_bot).map(show).collect()
}

/// Everybody who may not know asks for everything there is, and somebody does so in the group.
async fn ask_everything(world: &mut World) {
    let commands: Vec<String> =
        menu(&Role::ALL, Lang::Vi).into_iter().map(|(name, _)| name).collect();
    let asked = [
        "xephang C1",
        "xephang tuần 12",
        "xephang tuần 13",
        "xephang trang 2",
        "visao AB",
        "visao AD",
        "visao LS",
        "lichsu AB",
        "lichsu AD THUE",
        "huyhieu AB",
        "huyhieu AD",
        "giaoban tháng",
    ];
    for (name, ..) in OUTSIDERS {
        for command in commands.iter().map(String::as_str).chain(asked) {
            world.says(name, &format!("/{command}")).await;
        }
        world.says(name, "/huy").await;
    }
    for command in ["xephang", "xephang tuần 12", "xephang C1", "visao", "huyhieu", "giaoban"] {
        world
            .watch(GROUP, |world| {
                world.sandbox.world().say(OFFICE, GROUP, &format!("/{command}"));
            })
            .await;
    }
}

#[tokio::test]
async fn in_the_last_days_no_surface_tells_who_stands_where() {
    World::play(async |world| {
        town(world).await;
        let before: Vec<BTreeSet<String>> =
            OUTSIDERS.iter().map(|(name, ..)| shown(world, world.id(name))).collect();
        let group_before = shown(world, GROUP);
        // Day 84, a Sunday, is the first of the freeze; its week closes that evening.
        world.wake(84, 18, 0).await;
        let (public, frozen) = (closed(world, 11).await, closed(world, 12).await);
        assert!(frozen.frozen && !public.frozen);
        let known: BTreeSet<String> = totals(&public).into_iter().map(|(_, total)| total).collect();
        // The post of Monday, the hours of a week, and everything anybody can ask for in it.
        world.wake(85, 7, 30).await;
        world.wake(88, 9, 0).await;
        let mut secrets = totals(&frozen);
        secrets.extend(totals(&now(world).await));
        secrets.retain(|(_, total)| !known.contains(total));
        assert!(secrets.iter().any(|(unit, _)| unit == "AB"), "{secrets:?}");
        ask_everything(world).await;
        let of_outsiders = OUTSIDERS.iter().zip(before);
        let mut surfaces: Vec<(String, String, BTreeSet<String>)> = of_outsiders
            .map(|((name, _, unit), before)| {
                let new = shown(world, world.id(name)).difference(&before).cloned().collect();
                ((*name).to_owned(), (*unit).to_owned(), new)
            })
            .collect();
        let group = shown(world, GROUP).difference(&group_before).cloned().collect();
        surfaces.push(("group".to_owned(), String::new(), group));
        for (name, unit, messages) in &surfaces {
            assert!(!messages.is_empty(), "{name}");
            for message in messages {
                for (whose, total) in secrets.iter().filter(|(whose, _)| whose != unit) {
                    assert!(
                        !message.contains(total.as_str()),
                        "{name}: {whose} {total}:\n{message}"
                    );
                }
                for word in [
                    "1. An Biên",
                    "hạng 1/2",
                    "An Biên: Dẫn đầu cụm",
                    "Dẫn đầu cụm, tuần 12",
                    "Bứt phá tuần, tuần 12",
                    "2. ",
                ] {
                    let own_past = name == "Dũng" && word == "hạng 1/2";
                    assert!(own_past || !message.contains(word), "{name}: {word}:\n{message}");
                }
            }
        }
        // Whoever leads may know; and the rest of what everybody sees goes on.
        let table = world.says("Chủ tịch", "/xephang").await;
        table.contains("1. An Biên").contains("đề nghị không phổ biến");
        world.says("Chủ tịch", "/huyhieu AB").await.contains("Dẫn đầu cụm");
        let post = world.sandbox.world().messages(GROUP);
        let post = post.iter().map(show).find(|it| it.contains("Tin thi đua tuần 12")).unwrap();
        assert!(post.contains("tạm dừng") && post.contains("đơn vị đạt trên 50%"), "{post}");
        web_is_silent(world, &secrets).await;
        the_command_line_is_the_offices(world);
    })
    .await;
}

/// Whoever types commands beside the database is the office, and sees what the leaders see. Every
/// table says that the public has not got it, so that nobody passes it on unknowing.
fn the_command_line_is_the_offices(world: &World) {
    let at = world.clock.now().to_rfc3339();
    let types = |line: &[&str]| {
        let answer = std::process::Command::new(env!("CARGO_BIN_EXE_thidua"))
            .args(line)
            .env_clear()
            .env("DATABASE_URL", world.database())
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&answer.stderr).into_owned();
        assert!(answer.status.success(), "{line:?}: {errors}");
        String::from_utf8(answer.stdout).unwrap()
    };
    let json = |line: &[&str]| serde_json::from_str::<serde_json::Value>(&types(line)).unwrap();
    let table = json(&["ranking", "--as-of", &at, "--json"]);
    assert_eq!(table["frozen"], true, "{table}");
    assert_eq!(table["clusters"][0]["standings"][0]["unit"], "AB", "{table}");
    let week = json(&["ranking", "--week", "12", "--json"]);
    assert_eq!((&week["frozen"], &week["overall"][0]["unit"]), (&true.into(), &"AB".into()));
    assert_eq!(json(&["ranking", "--week", "11", "--json"])["frozen"], false);
    let printed = types(&["ranking", "--as-of", &at]);
    assert!(printed.contains("đề nghị không phổ biến"), "{printed}");
    let candidates = json(&["candidates", "--as-of", &at, "--json"]);
    let leads =
        |one: &serde_json::Value| one["unit"] == "AB" && one["category"] == "cluster_leader";
    assert!(candidates["collectives"].as_array().unwrap().iter().any(leads), "{candidates}");
    // The brief has no places, for nobody, and names the good ones alone.
    let brief = json(&["brief", "--as-of", &at, "--json"]);
    assert!(brief.get("clusters").is_none() && brief.get("overall").is_none(), "{brief}");
    let weeks = json(&["export", "-"])["snapshots"].clone();
    let frozen = weeks.as_array().unwrap().iter().find(|one| one["week"] == 12).cloned().unwrap();
    assert_eq!(frozen["frozen"], true, "{frozen}");
    let help = types(&["--help"]);
    assert!(help.contains("the public table is frozen"), "{help}");
}

/// What the bot's own web server shows to anybody.
async fn web_is_silent(world: &mut World, secrets: &[(String, String)]) {
    let base = world.web().await;
    let pages = ["/", "/bang", "/bang?lang=en", "/bang?man=chieu", "/healthz", "/metrics"];
    for path in pages.into_iter().chain(["/xephang", "/ranking.json", "/bang.js"]) {
        let answer = reqwest::get(format!("{base}{path}")).await.unwrap();
        let text = answer.text().await.unwrap();
        assert!(!text.contains("An Biên"), "{path}: {text}");
        for (unit, total) in secrets {
            assert!(!text.contains(total.as_str()), "{path}: {unit} {total}: {text}");
        }
    }
    let board = reqwest::get(format!("{base}/bang")).await.unwrap().text().await.unwrap();
    // What was public before goes on being seen, under its own week.
    assert!(board.contains("tạm dừng") && board.contains("tuần 11"), "{board}");
    assert!(board.contains("An Dương"), "{board}");
}

#[tokio::test]
async fn when_it_is_over_all_is_revealed() {
    World::play(async |world| {
        town(world).await;
        world.wake(84, 18, 0).await;
        world.wake(90, 23, 59).await;
        world.says("Báo chí", "/xephang").await.contains("tuần 11").lacks("1. An Biên");
        world.wake(91, 0, 0).await;
        world.says("Báo chí", "/xephang").await.contains("1. An Biên").lacks("tạm dừng");
        world.says("Hoa", "/xephang tuần 12").await.contains("1. An Biên");
        world.says("Hoa", "/visao").await.contains("hạng 1/2");
        world.says("Hoa", "/huyhieu").await.contains("Dẫn đầu cụm, tuần 12");
        world.wake(91, 18, 0).await;
        world.clock.set(at(day(92), 7, 30));
        let post = world.watch(GROUP, |_| {}).await;
        // The badge of the frozen week, which could not be told in its own post.
        post.contains("1. An Biên").contains("🏅 An Biên: Dẫn đầu cụm").lacks("tạm dừng");
    })
    .await;
}

#[tokio::test]
async fn a_campaign_whose_last_week_closes_within_the_freeze_still_reveals_its_end() {
    // Ninety-one days end on the Sunday of the last closing.
    let mut definition = crate::world::small();
    definition.days = 91;
    World::play_in(definition, async |world| {
        town(world).await;
        world.wake(91, 18, 0).await;
        let last = closed(world, 13).await;
        assert!(last.frozen);
        world.says("Báo chí", "/xephang").await.contains("tuần 12").contains("tạm dừng");
        world.says("Báo chí", "/xephang tuần 13").await.contains("chưa được công khai");
        world.clock.set(at(day(92), 7, 30));
        let post = world.watch(GROUP, |_| {}).await;
        post.contains("Tin thi đua tuần 13").contains("1. An Biên").lacks("tạm dừng");
        world.says("Báo chí", "/xephang tuần 13").await.contains("1. An Biên");
    })
    .await;
}

#[tokio::test]
async fn before_there_are_places_units_stand_in_the_order_of_the_alphabet() {
    let mut definition = crate::world::small();
    let names = ["Đông Hải", "Dư Hàng", "Ô Chợ", "An Biên"];
    for (unit, name) in definition.units.iter_mut().zip(names) {
        name.clone_into(&mut unit.name);
    }
    World::play_in(definition, async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.joins("Chủ tịch", "leader", "").await;
        world.wake(14, 9, 0).await;
        for (who, order) in [
            ("Hoa", ["An Biên", "Dư Hàng", "Đông Hải", "Ô Chợ"]),
            // Leaders see clusters, and in each the alphabet.
            ("Chủ tịch", ["Dư Hàng", "Đông Hải", "An Biên", "Ô Chợ"]),
        ] {
            let text = world.says(who, "/xephang").await.text();
            let listed: Vec<&str> = text
                .lines()
                .filter_map(|line| line.strip_prefix("• "))
                .map(|line| line.split(" – ").next().unwrap())
                .collect();
            assert_eq!(listed, order, "{text}");
            assert!(text.contains("đang khởi động"), "{text}");
        }
        world.wake(15, 9, 0).await;
        world.says("Hoa", "/xephang").await.lacks("đang khởi động").contains("👉 Việc nên làm");
    })
    .await;
}
