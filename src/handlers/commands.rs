//! The commands: names, who sees them in the menu, in which order. One table for dispatch, help and
//! menus.

use crate::domain::definition::nearest;
use crate::domain::policy::Role;
use crate::say;
use crate::text::Lang;

/// What a command asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// `/start`
    Start,
    /// `/trogiup`
    Help,
    /// `/ngonngu`
    Language,
    /// `/huy`
    Cancel,
    /// `/toi`
    Me,
    /// `/dangky`
    Pledge,
    /// `/camket`
    Pledges,
    /// `/capnhat`
    Update,
    /// `/khongdoi`
    NoChange,
    /// `/xephang`
    Ranking,
    /// `/visao`
    Why,
    /// `/lichsu`
    History,
    /// `/nhacnho`
    Reminders,
    /// `/duyet`
    Approve,
    /// `/thamdinh`
    Verify,
    /// `/moi`
    Invite,
    /// `/nhap`
    Import,
    /// `/mien`
    Excuse,
    /// `/lienket`
    Link,
    /// `/giaoban`
    Brief,
    /// `/canhbao`
    Risks,
    /// `/khenthuong`
    Commend,
    /// `/vuongmac`
    Obstacle,
    /// `/chidao`
    Direct,
    /// `/decu`
    Nominate,
    /// `/bophieu`
    Vote,
    /// `/huyhieu`
    Badges,
    /// `/xuat`
    Export,
    /// `/diem`
    Adjust,
    /// `/dinhchinh`
    Correct,
    /// `/baosai`
    FalseReport,
    /// `/thongbao`
    Announce,
}

/// What commands stand together in help; the table below keeps each group together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// What is done every week.
    Work,
    /// What is read.
    Figures,
    /// What is given to others to do, and what is praised.
    Tasks,
    /// What the office runs the campaign by.
    Running,
    /// One's own settings.
    Own,
}

/// Who sees a command in the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    Never,
    Always,
    Members,
    By(&'static [Role]),
}

const UNIT: Seen = Seen::By(&[Role::UnitLead, Role::Reporter]);
const OFFICE: Seen = Seen::By(&[Role::Office]);
const LEADERS: Seen = Seen::By(&[Role::Leader, Role::Office]);

/// Vietnamese name, English alias, who sees it: in the order of the menu.
const TABLE: [(Command, &str, &str, Seen); 32] = [
    (Command::Update, "capnhat", "update", UNIT),
    (Command::NoChange, "khongdoi", "nochange", UNIT),
    (Command::Pledges, "camket", "pledges", UNIT),
    (Command::Pledge, "dangky", "pledge", UNIT),
    (
        Command::Obstacle,
        "vuongmac",
        "obstacle",
        Seen::By(&[Role::UnitLead, Role::Reporter, Role::Verifier, Role::Office, Role::Leader]),
    ),
    (Command::Verify, "thamdinh", "verify", Seen::By(&[Role::Verifier, Role::Office])),
    (Command::Approve, "duyet", "approve", OFFICE),
    (Command::Vote, "bophieu", "vote", Seen::By(&[Role::Council])),
    (Command::Brief, "giaoban", "brief", LEADERS),
    (Command::Ranking, "xephang", "ranking", Seen::Members),
    (
        Command::Why,
        "visao",
        "why",
        Seen::By(&[Role::UnitLead, Role::Reporter, Role::Leader, Role::Office]),
    ),
    (Command::History, "lichsu", "history", Seen::Members),
    (Command::Badges, "huyhieu", "badges", Seen::Members),
    (Command::Risks, "canhbao", "risks", LEADERS),
    (
        Command::Direct,
        "chidao",
        "direct",
        Seen::By(&[Role::UnitLead, Role::Reporter, Role::Verifier, Role::Leader, Role::Office]),
    ),
    (Command::Commend, "khenthuong", "commend", Seen::Members),
    (Command::Nominate, "decu", "nominate", UNIT),
    (Command::Invite, "moi", "invite", OFFICE),
    (Command::Import, "nhap", "import", OFFICE),
    (Command::Excuse, "mien", "excuse", OFFICE),
    (Command::Export, "xuat", "export", LEADERS),
    (Command::Adjust, "diem", "adjust", OFFICE),
    (Command::Correct, "dinhchinh", "correct", OFFICE),
    (Command::FalseReport, "baosai", "false", OFFICE),
    (Command::Announce, "thongbao", "announce", OFFICE),
    (Command::Link, "lienket", "link", Seen::Never),
    (Command::Reminders, "nhacnho", "reminders", Seen::Members),
    (Command::Me, "toi", "me", Seen::Members),
    (Command::Help, "trogiup", "help", Seen::Always),
    (Command::Language, "ngonngu", "language", Seen::Always),
    (Command::Cancel, "huy", "cancel", Seen::Always),
    (Command::Start, "start", "start", Seen::Never),
];

/// A command as written, with what follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written<'a> {
    /// One of ours.
    Known(Command, &'a str),
    /// Nobody's; the nearest name of ours, where one is near.
    Unknown(Option<&'static str>),
    /// Another bot's.
    Foreign,
}

/// Reads a text that begins with `/`; nothing for other texts.
pub fn parse<'a>(text: &'a str, username: &str) -> Option<Written<'a>> {
    let text = text.trim_start().strip_prefix('/')?;
    let (head, arguments) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let (name, at) = head.split_once('@').unwrap_or((head, ""));
    if !at.is_empty() && !at.eq_ignore_ascii_case(username) {
        return Some(Written::Foreign);
    }
    let name = name.to_lowercase();
    let found = TABLE.iter().find(|(_, vi, en, _)| *vi == name || *en == name);
    Some(if let Some((command, ..)) = found {
        Written::Known(*command, arguments.trim())
    } else {
        Written::Unknown(nearest(&name, TABLE.iter().flat_map(|(_, vi, en, _)| [*vi, *en])))
    })
}

impl Command {
    /// The name in a language, without the slash.
    pub fn name(self, lang: Lang) -> &'static str {
        TABLE.iter().find(|(command, ..)| *command == self).map_or(
            "",
            |(_, vi, en, _)| match lang {
                Lang::Vi => *vi,
                Lang::En => *en,
            },
        )
    }

    /// Where it stands in help.
    pub fn group(self) -> Group {
        match self {
            Self::Update
            | Self::NoChange
            | Self::Pledges
            | Self::Pledge
            | Self::Obstacle
            | Self::Verify
            | Self::Approve
            | Self::Vote => Group::Work,
            Self::Brief
            | Self::Ranking
            | Self::Why
            | Self::History
            | Self::Badges
            | Self::Risks => Group::Figures,
            Self::Direct | Self::Commend | Self::Nominate => Group::Tasks,
            Self::Invite
            | Self::Import
            | Self::Excuse
            | Self::Export
            | Self::Adjust
            | Self::Correct
            | Self::FalseReport
            | Self::Announce
            | Self::Link => Group::Running,
            Self::Start
            | Self::Help
            | Self::Language
            | Self::Cancel
            | Self::Me
            | Self::Reminders => Group::Own,
        }
    }

    /// What it does, in a few words.
    pub fn description(self, lang: Lang) -> String {
        match self {
            Self::Start => say!(lang, "command-start"),
            Self::Help => say!(lang, "command-help"),
            Self::Language => say!(lang, "command-language"),
            Self::Cancel => say!(lang, "command-cancel"),
            Self::Me => say!(lang, "command-me"),
            Self::Pledge => say!(lang, "command-pledge"),
            Self::Pledges => say!(lang, "command-pledges"),
            Self::Update => say!(lang, "command-update"),
            Self::NoChange => say!(lang, "command-nochange"),
            Self::Ranking => say!(lang, "command-ranking"),
            Self::Why => say!(lang, "command-why"),
            Self::History => say!(lang, "command-history"),
            Self::Reminders => say!(lang, "command-reminders"),
            Self::Approve => say!(lang, "command-approve"),
            Self::Verify => say!(lang, "command-verify"),
            Self::Invite => say!(lang, "command-invite"),
            Self::Import => say!(lang, "command-import"),
            Self::Excuse => say!(lang, "command-excuse"),
            Self::Link => say!(lang, "command-link"),
            Self::Brief => say!(lang, "command-brief"),
            Self::Risks => say!(lang, "command-risks"),
            Self::Commend => say!(lang, "command-commend"),
            Self::Obstacle => say!(lang, "command-obstacle"),
            Self::Direct => say!(lang, "command-direct"),
            Self::Nominate => say!(lang, "command-nominate"),
            Self::Vote => say!(lang, "command-vote"),
            Self::Badges => say!(lang, "command-badges"),
            Self::Export => say!(lang, "command-export"),
            Self::Adjust => say!(lang, "command-adjust"),
            Self::Correct => say!(lang, "command-correct"),
            Self::FalseReport => say!(lang, "command-false"),
            Self::Announce => say!(lang, "command-announce"),
        }
    }
}

/// The commands somebody with these roles sees, in the order of the menu.
pub fn visible(roles: &[Role]) -> impl Iterator<Item = Command> {
    TABLE
        .iter()
        .filter(move |(.., seen)| match seen {
            Seen::Never => false,
            Seen::Always => true,
            Seen::Members => !roles.is_empty(),
            Seen::By(those) => those.iter().any(|role| roles.contains(role)),
        })
        .map(|(command, ..)| *command)
}

/// The menu of somebody with these roles: `name`, `description`.
pub fn menu(roles: &[Role], lang: Lang) -> Vec<(String, String)> {
    visible(roles)
        .map(|command| (command.name(lang).to_owned(), command.description(lang)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_known_by_both_names_in_any_case_and_with_the_bots_name() {
        let bot = "thidua_bot";
        let known = |text| parse(text, bot);
        assert_eq!(known("/capnhat THUE 76,7"), Some(Written::Known(Command::Update, "THUE 76,7")));
        assert_eq!(known("/Update@ThiDua_Bot 1"), Some(Written::Known(Command::Update, "1")));
        assert_eq!(known("/capnhat\nTHUE 1"), Some(Written::Known(Command::Update, "THUE 1")));
        assert_eq!(known("/capnhat@other 1"), Some(Written::Foreign));
        assert_eq!(known("/capnhap"), Some(Written::Unknown(Some("capnhat"))));
        assert_eq!(known("/zzzzzzz"), Some(Written::Unknown(None)));
        assert_eq!(known("capnhat"), None);
    }

    #[test]
    fn names_are_unique_and_telegram_takes_them() {
        let mut names: Vec<&str> = TABLE
            .iter()
            .flat_map(|(_, vi, en, _)| if vi == en { vec![*vi] } else { vec![*vi, *en] })
            .collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        for name in names {
            assert!(name.len() <= 32 && name.bytes().all(|byte| byte.is_ascii_lowercase()));
        }
    }

    #[test]
    fn commands_of_a_group_stand_together() {
        let mut groups: Vec<Group> = visible(&Role::ALL).map(Command::group).collect();
        groups.dedup();
        assert_eq!(groups, [Group::Work, Group::Figures, Group::Tasks, Group::Running, Group::Own]);
    }

    #[test]
    fn a_menu_holds_what_the_roles_allow() {
        let names = |roles: &[Role]| {
            menu(roles, Lang::Vi).into_iter().map(|(name, _)| name).collect::<Vec<_>>()
        };
        assert_eq!(names(&[]), ["trogiup", "ngonngu", "huy"]);
        assert!(names(&[Role::Reporter]).contains(&"capnhat".to_owned()));
        assert!(!names(&[Role::Reporter]).contains(&"duyet".to_owned()));
        assert!(names(&[Role::Office]).contains(&"thamdinh".to_owned()));
    }
}
