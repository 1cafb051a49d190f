//! `/trogiup` says what this person can do, `/huy` leaves what is being done, and an unknown
//! command gets the nearest known one.

use super::commands::{Command, Group, visible};
use super::context::{Cx, Handled, open};
use crate::domain::policy::Role;
use crate::say;
use crate::text::Lang;

/// Says what the person's work is, and shows each command they have a use for, with lines to copy.
///
/// # Errors
/// When it cannot be kept.
pub async fn run(cx: &mut Cx<'_>) -> Handled {
    let lang = cx.lang();
    let roles = roles(cx);
    let words = Words::of(cx);
    let mut lines = if roles.is_empty() {
        vec![say!(lang, "help-stranger")]
    } else {
        let work = Role::ALL.into_iter().filter(|role| roles.contains(role));
        let mut work: Vec<String> = work.map(|role| job(role, lang)).collect();
        // Heads and reporters of a unit do the same here.
        work.dedup();
        std::iter::once(say!(lang, "help-head")).chain(work).collect()
    };
    if words.hold(&NUMBERED) {
        lines.push(say!(lang, "help-numbers"));
    }
    let mut group = None;
    for command in visible(&roles) {
        if group.replace(command.group()) != Some(command.group()) {
            lines.push(format!("\n{}", title(command.group(), lang)));
        }
        lines.push(say!(
            lang,
            "help-line",
            command = command.name(lang),
            description = command.description(lang)
        ));
        let examples = example(command, lang, &words).unwrap_or_default();
        lines
            .extend(examples.split(" · ").filter(|one| !one.is_empty()).map(|one| copy(one, lang)));
        if command == Command::Announce {
            lines.push(say!(lang, "help-link", command = Command::Link.name(lang)));
        }
    }
    cx.show(lines.join("\n"), Vec::new()).await?;
    Ok(())
}

/// Those whose examples name things by their numbers.
const NUMBERED: [Role; 5] =
    [Role::Office, Role::Leader, Role::Verifier, Role::UnitLead, Role::Reporter];

/// What somebody with that role does here, in a sentence or two.
fn job(role: Role, lang: Lang) -> String {
    match role {
        Role::Office => say!(lang, "help-job-office"),
        Role::Leader => say!(lang, "help-job-leader"),
        Role::Verifier => say!(lang, "help-job-verifier"),
        Role::UnitLead | Role::Reporter => say!(lang, "help-job-unit"),
        Role::Council => say!(lang, "help-job-council"),
        Role::Observer => say!(lang, "help-job-observer"),
    }
}

fn title(group: Group, lang: Lang) -> String {
    match group {
        Group::Work => say!(lang, "help-group-work"),
        Group::Figures => say!(lang, "help-group-figures"),
        Group::Tasks => say!(lang, "help-group-tasks"),
        Group::Running => say!(lang, "help-group-running"),
        Group::Own => say!(lang, "help-group-own"),
    }
}

/// One example, so that a tap copies what is to be sent and nothing else: `/duyet 17 ok (duyệt)`
/// has its meaning beside it.
fn copy(example: &str, lang: Lang) -> String {
    let noted = example.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    let (line, note) = noted.unwrap_or((example, ""));
    let mut shown = if line.starts_with('/') {
        say!(lang, "help-example", example = line)
    } else {
        say!(lang, "help-advice", advice = line)
    };
    if !note.is_empty() {
        shown = format!("{shown} {}", say!(lang, "help-note", note = note));
    }
    shown
}

/// The person's roles in the campaign at hand.
pub(super) fn roles(cx: &Cx<'_>) -> Vec<Role> {
    cx.actor.memberships.iter().map(|held| held.role).collect()
}

/// Codes that exist in the campaign at hand, so that an example can be sent as it stands.
struct Words {
    unit: String,
    /// Another unit: one that checks figures, where there is one.
    asked: String,
    indicator: String,
    steps: Option<String>,
    last_day: Option<chrono::NaiveDate>,
    /// Whether the person looks at others' work rather than at a unit's own.
    other: bool,
    roles: Vec<Role>,
}

/// Those who may read what units reported.
const READERS: [Role; 3] = [Role::Office, Role::Leader, Role::Verifier];

impl Words {
    /// Whether the person holds one of these roles.
    fn hold(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.roles.contains(role))
    }

    fn of(cx: &Cx<'_>) -> Self {
        use crate::domain::campaign::IndicatorKind::Milestone;
        let campaign = cx.loaded.as_ref().map(|loaded| &loaded.campaign);
        let indicators = campaign.map_or(&[][..], |campaign| campaign.indicators());
        let code = |milestone: bool| {
            let found = indicators.iter().find(|one| (one.kind == Milestone) == milestone);
            found.map(|indicator| indicator.code.to_string())
        };
        let checking = indicators.iter().find_map(|one| one.verifier.clone());
        let own = cx.actor.own_unit();
        let mut units = campaign.map_or(&[][..], |campaign| campaign.units()).iter();
        let another = units.find(|one| Some(&one.code) != own).map(|one| one.code.clone());
        let asked = checking.filter(|code| Some(code) != own).or(another);
        let unit = cx.actor.own_unit().cloned();
        let unit = unit.or_else(|| Some(campaign?.units().first()?.code.clone()));
        Self {
            unit: unit.map_or_else(|| "AB".to_owned(), |unit| unit.to_string()),
            asked: asked.map_or_else(|| "AD".to_owned(), |unit| unit.to_string()),
            indicator: code(false).unwrap_or_else(|| "THUE".to_owned()),
            steps: code(true),
            last_day: campaign.map(|campaign| campaign.calendar().end()),
            other: cx.actor.own_unit().is_none(),
            roles: roles(cx),
        }
    }
}

/// One line that does it; none for commands that need nothing written after them.
fn example(command: Command, lang: Lang, words: &Words) -> Option<String> {
    let (name, unit, indicator) = (command.name(lang), &words.unit, &words.indicator);
    Some(match command {
        Command::Pledge => match words.last_day {
            Some(date) => {
                say!(lang, "example-pledge", command = name, indicator = indicator, date = date)
            }
            None => return None,
        },
        Command::Update => match &words.steps {
            Some(steps) => say!(
                lang,
                "example-update-steps",
                command = name,
                indicator = indicator,
                steps = steps
            ),
            None => say!(lang, "example-update", command = name, indicator = indicator),
        },
        Command::History if words.other && !words.hold(&READERS) => {
            say!(lang, "example-history-rules", command = name)
        }
        Command::History if words.other => format!("/{name} {unit} {indicator}"),
        Command::Why if words.other => format!("/{name} {unit}"),
        Command::NoChange => format!("/{name} {indicator}"),
        Command::History => {
            say!(lang, "example-history", command = name, indicator = indicator)
        }
        Command::Ranking => say!(lang, "example-ranking", command = name),
        Command::Reminders => format!("/{name} 21:00-06:30"),
        Command::Approve => say!(lang, "example-approve", command = name),
        Command::Verify if words.hold(&[Role::Office]) => {
            say!(lang, "example-verify-office", command = name)
        }
        Command::Verify => say!(lang, "example-verify", command = name),
        Command::Invite => say!(lang, "example-invite", command = name, unit = unit),
        Command::Excuse => say!(lang, "example-excuse", command = name, unit = unit),
        Command::Badges if !words.other => {
            say!(lang, "honours-example", command = name, unit = words.asked)
        }
        Command::Language => format!("/{name} {}", other(lang).as_str()),
        Command::Brief => say!(lang, "example-brief", command = name),
        other => return daily(other, lang, words),
    })
}

/// The same for what is not done every week.
fn daily(command: Command, lang: Lang, words: &Words) -> Option<String> {
    let (name, unit, indicator) = (command.name(lang), &words.unit, &words.indicator);
    Some(match command {
        Command::Obstacle if words.hold(&[Role::Office]) => {
            let (unit, date) = (&words.asked, words.last_day?);
            say!(lang, "example-obstacle-office", command = name, unit = unit, date = date)
        }
        Command::Obstacle if words.other => say!(lang, "example-obstacle-answer", command = name),
        Command::Obstacle => say!(lang, "example-obstacle", command = name, indicator = indicator),
        Command::Direct if words.hold(&[Role::Office, Role::Leader]) => {
            let date = words.last_day?;
            say!(lang, "example-direct", command = name, unit = unit, date = date)
        }
        Command::Direct => say!(lang, "example-direct-unit", command = name),
        Command::Adjust => say!(lang, "example-adjust", command = name, unit = unit),
        Command::FalseReport => say!(lang, "example-false", command = name),
        Command::Correct => say!(lang, "example-correct", command = name),
        Command::Badges if words.hold(&[Role::Office]) => {
            say!(lang, "example-badges", command = name)
        }
        Command::Announce => say!(lang, "example-announce", command = name),
        Command::Import => say!(lang, "example-import", command = name),
        Command::Me => say!(lang, "example-me", command = name),
        Command::Commend if words.hold(&[Role::Office]) => {
            say!(lang, "example-commend", command = name)
        }
        // The command alone stands in the line above already.
        _ => return None,
    })
}

/// The language that is not spoken now.
fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Vi => Lang::En,
        Lang::En => Lang::Vi,
    }
}

/// Leaves the guided conversation, in the message in which it was held.
///
/// # Errors
/// When it cannot be kept.
pub async fn cancel(cx: &mut Cx<'_>) -> Handled {
    let lang = cx.lang();
    if cx.flow().await?.is_none() {
        cx.show(say!(lang, "cancel-nothing"), Vec::new()).await?;
        return Ok(());
    }
    cx.conclude(say!(lang, "cancelled"), Vec::new()).await?;
    Ok(())
}

/// Answers a command that nobody knows, with the nearest that somebody does.
///
/// # Errors
/// When it cannot be kept.
pub async fn unknown(cx: &mut Cx<'_>, near: Option<&'static str>) -> Handled {
    let lang = cx.lang();
    if let Some(near) = near {
        let keyboard = vec![vec![open(format!("/{near}"), near)]];
        cx.show(say!(lang, "unknown-command-near", near = near), keyboard).await?;
    } else {
        let help = Command::Help.name(lang);
        cx.show(say!(lang, "unknown-command", help = help), Vec::new()).await?;
    }
    Ok(())
}
