//! Every command in the hands of every role, through the chat: who may not is told who does, and
//! nothing else happens.

use thidua::domain::fact::Addressee;
use thidua::domain::ids::{PersonId, UnitCode};
use thidua::domain::policy::{Action, Actor, Membership, Role, may};
use thidua::handlers::commands::{Command, visible};
use thidua::store;
use thidua::text::Lang;

use crate::world::World;

/// Commands of the office and the leaders whose refusal comes from the policy's table.
const TABLED: [Command; 9] = [
    Command::Verify,
    Command::Approve,
    Command::Brief,
    Command::Risks,
    Command::Invite,
    Command::Import,
    Command::Excuse,
    Command::Export,
    Command::Announce,
];

/// What a person may do only with a unit, or as a member of the council: refused in words of their
/// own.
const OF_OTHERS: [Command; 12] = [
    Command::Pledge,
    Command::Pledges,
    Command::Update,
    Command::NoChange,
    Command::Obstacle,
    Command::Direct,
    Command::Nominate,
    Command::Vote,
    Command::Adjust,
    Command::Correct,
    Command::FalseReport,
    Command::Why,
];

async fn traces(world: &mut World) -> (i64, i64, usize) {
    let store = world.store();
    let mut connection = store.read().await.unwrap();
    let facts = store::log::length(&mut connection).await.unwrap();
    let jobs: i64 =
        sqlx::query_scalar("SELECT count(*) FROM job").fetch_one(&mut *connection).await.unwrap();
    let campaign = store::campaigns::all(&mut connection).await.unwrap()[0];
    let now = thidua::clock::Clock::now(&*world.clock);
    let open = store::people::open_invites(&mut connection, campaign, now).await.unwrap().len();
    (facts, jobs, open)
}

#[tokio::test]
async fn every_command_in_every_hand() {
    World::play(async |world| {
        let roles = [
            (Role::Leader, "leader", ""),
            (Role::Verifier, "verifier", "CCT"),
            (Role::UnitLead, "unit_lead", "AB"),
            (Role::Reporter, "reporter", "AB"),
            (Role::Council, "council", ""),
            (Role::Observer, "observer", ""),
        ];
        for (role, name, unit) in roles {
            world.joins(name, name, unit).await;
            let before = traces(world).await;
            let own: Vec<Command> = visible(&[role]).collect();
            for command in visible(&Role::ALL).filter(|command| !own.contains(command)) {
                for (lang, who) in [(Lang::Vi, "thường trực"), (Lang::En, "thường trực")]
                {
                    // The tax office is a unit, too, and may look at its own score, of which there
                    // is nothing to be said.
                    if command == Command::Why && role == Role::Verifier {
                        continue;
                    }
                    let asked = format!("/{}", command.name(lang));
                    let reply = world.says(name, &asked).await;
                    let text = reply.text();
                    if TABLED.contains(&command) {
                        assert!(text.contains("Việc này do"), "{name} {asked}: {text}");
                        assert!(text.contains(who), "{name} {asked}: {text}");
                        assert!(text.contains("/trogiup"), "{name} {asked}: {text}");
                    } else {
                        assert!(OF_OTHERS.contains(&command), "{command:?} is in no list");
                        assert!(text.starts_with("⚠️"), "{name} {asked}: {text}");
                    }
                    assert!(!text.contains("Xác nhận"), "{name} {asked}: {text}");
                }
            }
            assert_eq!(traces(world).await, before, "{name} left a trace");
        }
    })
    .await;
}

#[tokio::test]
async fn a_refusal_is_in_the_persons_language_and_says_what_to_do() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.joins("Thuế", "verifier", "CCT").await;
        world.says("Hoa", "/ngonngu en").await;
        let refused = world.says("Hoa", "/excuse AB week 3 storm").await;
        refused.contains("This is done by: campaign office").contains("/help");
        let own = world.says("Hoa", "/why AD").await;
        own.contains("campaign office, leader").contains("/why");
        world.says("Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Thường trực", "/thamdinh 1 ok").await.contains("cán bộ thẩm định thực hiện");
        world.says("Thuế", "/moi leader A").await.contains("Việc này do thường trực thực hiện");
        // Somebody nobody invited hears how to be invited, not whose work it is.
        world.meet("Lạ", 4001);
        world.says("Lạ", "/start").await;
        world.says("Lạ", "/duyet").await.contains("liên kết mời");
    })
    .await;
}

/// What a command is good for: whoever may do any of it finds the command in help and menu. `ward`
/// is a unit that reports, `office` one that checks.
fn uses<'a>(command: Command, ward: &'a UnitCode, to: &'a Addressee) -> Vec<Action<'a>> {
    match command {
        Command::Update | Command::NoChange => vec![Action::Report(ward)],
        Command::Pledges | Command::Pledge => vec![Action::Pledge(ward)],
        Command::Obstacle => vec![
            Action::RaiseObstacle(ward),
            Action::AssignObstacle,
            Action::AnswerObstacle(to),
            Action::AnswerObstacle(&Addressee::Leaders),
        ],
        Command::Verify => vec![Action::OpenChecks],
        Command::Approve => vec![Action::ApprovePledges(None)],
        Command::Vote => vec![Action::Vote(None)],
        Command::Brief | Command::Risks => vec![Action::ReadBrief],
        Command::Why => vec![Action::SeeUnit(ward)],
        Command::Direct => match to {
            Addressee::Unit(to) => {
                vec![Action::Direct, Action::CarryOut(ward), Action::CarryOut(to)]
            }
            Addressee::Leaders => vec![Action::Direct],
        },
        Command::Nominate => vec![Action::Nominate(ward)],
        Command::Invite => vec![Action::Invite],
        Command::Import => vec![Action::Define],
        Command::Excuse => vec![Action::Excuse(None)],
        Command::Export => vec![Action::Export],
        Command::Adjust | Command::FalseReport | Command::Correct => vec![Action::Adjust],
        Command::Announce => vec![Action::Publish],
        // The board, the published list, the rules, the badges; one's own settings.
        Command::Ranking
        | Command::History
        | Command::Badges
        | Command::Commend
        | Command::Reminders
        | Command::Me => vec![Action::SeeBoard],
        Command::Help | Command::Language | Command::Cancel | Command::Start | Command::Link => {
            Vec::new()
        }
    }
}

#[test]
fn help_lists_a_command_if_and_only_if_the_policy_lets_the_role_use_it() {
    let (ward, tax) = (UnitCode::new("AB"), UnitCode::new("CCT"));
    let asked = Addressee::Unit(tax.clone());
    for role in Role::ALL {
        let unit = match role {
            Role::Verifier => Some(tax.clone()),
            role if role.needs_unit() => Some(ward.clone()),
            _ => None,
        };
        let actor = Actor { id: PersonId(1), memberships: vec![Membership { role, unit }] };
        let listed: Vec<Command> = visible(&[role]).collect();
        for command in visible(&Role::ALL) {
            let uses = uses(command, &ward, &asked);
            let allowed = uses.is_empty() || uses.into_iter().any(|action| may(&actor, action));
            assert_eq!(listed.contains(&command), allowed, "{role:?} {command:?}");
        }
    }
}

#[tokio::test]
async fn help_alone_is_enough_for_every_role() {
    World::play(async |world| {
        for (name, role, unit, needed) in [
            ("Hoa", "unit_lead", "AB", &["/capnhat THUE 76,7", "/vuongmac THUE", "/decu"][..]),
            ("Lãnh đạo", "leader", "", &["/chidao AB", "/giaoban", "/xuat", "/canhbao"]),
            ("Thuế", "verifier", "CCT", &["/thamdinh 17 ok", "/lichsu AB THUE"]),
            ("Hội đồng", "council", "", &["/bophieu", "/xephang", "/khenthuong"]),
            ("Báo chí", "observer", "", &["/xephang", "/khenthuong", "/lichsu quytac"]),
        ] {
            world.joins(name, role, unit).await;
            let help = world.says(name, "/trogiup").await;
            for part in needed {
                help.contains(part);
            }
        }
        let office = world.says("Thường trực", "/trogiup").await;
        for part in [
            "/moi tatca",
            "/moi bangiao AB",
            "/thongbao Họp",
            "/diem AB +2",
            "/dinhchinh",
            "/baosai 17",
            "/huyhieu thu 9",
            "/mien tatca tuần 3-4",
            "/nhap",
            "/lienket",
            "/vuongmac 5 giao",
        ] {
            office.contains(part);
        }
        world.says("Thường trực", "/ngonngu en").await;
        world.says("Thường trực", "/help").await.contains("/invite handover AB").lacks("lý do");
    })
    .await;
}
