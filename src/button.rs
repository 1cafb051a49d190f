//! What our buttons carry: typed, versioned, at most 64 bytes, built and parsed in this one place.

use crate::domain::council::Choice;
use crate::domain::ids::FactId;

/// The version every payload begins with; a button of another version is stale.
const VERSION: &str = "1";

/// What a press of a button asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    /// Confirms the question of a step of the person's conversation.
    Confirm {
        /// The step.
        step: i64,
    },
    /// Drops the person's conversation.
    Cancel {
        /// The step.
        step: i64,
    },
    /// Chooses the n-th thing offered in a step of the person's conversation.
    Choose {
        /// The step.
        step: i64,
        /// Which, from 0.
        index: u32,
    },
    /// Turns to another page of what is offered in a step.
    Page {
        /// The step.
        step: i64,
        /// Which, from 0.
        page: u32,
    },
    /// Opens a command as if it were written: `camket`, `xephang`, …
    Open {
        /// The command with its arguments.
        command: String,
    },
    /// Approves a pledge in the queue.
    Approve(FactId),
    /// Returns a pledge or entry in the queue: a reason is asked for.
    Return(FactId),
    /// Confirms an entry as reported.
    Verify(FactId),
    /// Confirms another value of an entry: the value is asked for.
    VerifyOther(FactId),
    /// Seconds what another office member has proposed or declared.
    Agree(FactId),
    /// Declines it, or takes back one's own.
    Disagree(FactId),
    /// Appeals against a decision: a reason is asked for.
    Appeal(FactId),
    /// Leaves an item of a queue for later and shows the next.
    Skip(FactId),
    /// Reports no change for the line of an entry or pledge.
    NoChange(FactId),
    /// Begins a report for the line of a pledge.
    Report(FactId),
    /// Corrects an own entry that is still unchecked.
    Correct(FactId),
    /// Shows a ballot paper of a vote.
    Paper {
        /// The vote.
        vote: FactId,
        /// Which of its papers, from 0.
        at: u32,
    },
    /// Chooses on a ballot paper. It names vote and paper itself, because no conversation may
    /// remember a choice.
    Ballot {
        /// The vote.
        vote: FactId,
        /// Which of its papers, from 0.
        at: u32,
        /// How.
        choice: Choice,
        /// Whether the choice is confirmed.
        sure: bool,
    },
    /// Puts off a reminder by so many hours.
    Snooze {
        /// Hours.
        hours: u32,
    },
    /// Chooses a nomination as the example of the week.
    ChooseExample(FactId),
}

impl Press {
    /// The payload.
    pub fn data(&self) -> String {
        let rest = match self {
            Self::Confirm { step } => format!("y:{step}"),
            Self::Cancel { step } => format!("n:{step}"),
            Self::Choose { step, index } => format!("c:{step}:{index}"),
            Self::Page { step, page } => format!("p:{step}:{page}"),
            Self::Open { command } => format!("o:{command}"),
            Self::Approve(id) => format!("ap:{id}"),
            Self::Return(id) => format!("re:{id}"),
            Self::Verify(id) => format!("ve:{id}"),
            Self::VerifyOther(id) => format!("vo:{id}"),
            Self::Agree(id) => format!("ag:{id}"),
            Self::Disagree(id) => format!("dg:{id}"),
            Self::Appeal(id) => format!("al:{id}"),
            Self::Skip(id) => format!("sk:{id}"),
            Self::NoChange(id) => format!("nc:{id}"),
            Self::Report(id) => format!("rp:{id}"),
            Self::Correct(id) => format!("co:{id}"),
            Self::Paper { vote, at } => format!("bp:{vote}:{at}"),
            Self::Ballot { vote, at, choice, sure } => {
                let way = if *sure { "bc" } else { "bq" };
                format!("{way}:{vote}:{at}:{}", choice.as_str())
            }
            Self::Snooze { hours } => format!("sn:{hours}"),
            Self::ChooseExample(id) => format!("ex:{id}"),
        };
        format!("{VERSION}:{rest}")
    }

    /// What a payload means; nothing where it is not ours or of another version.
    pub fn parse(data: &str) -> Option<Self> {
        let (version, rest) = data.split_once(':')?;
        if version != VERSION {
            return None;
        }
        let (kind, rest) = rest.split_once(':')?;
        let id = || rest.parse().ok().map(FactId);
        let step = || rest.parse().ok();
        let pair = || {
            let (step, index) = rest.split_once(':')?;
            Some((step.parse().ok()?, index.parse().ok()?))
        };
        Some(match kind {
            "y" => Self::Confirm { step: step()? },
            "n" => Self::Cancel { step: step()? },
            "c" => pair().map(|(step, index)| Self::Choose { step, index })?,
            "p" => pair().map(|(step, page)| Self::Page { step, page })?,
            "o" => Self::Open { command: rest.to_owned() },
            "ap" => Self::Approve(id()?),
            "re" => Self::Return(id()?),
            "ve" => Self::Verify(id()?),
            "vo" => Self::VerifyOther(id()?),
            "ag" => Self::Agree(id()?),
            "dg" => Self::Disagree(id()?),
            "al" => Self::Appeal(id()?),
            "sk" => Self::Skip(id()?),
            "nc" => Self::NoChange(id()?),
            "rp" => Self::Report(id()?),
            "co" => Self::Correct(id()?),
            "bp" => pair().map(|(vote, at)| Self::Paper { vote: FactId(vote), at })?,
            "bq" | "bc" => {
                let mut parts = rest.split(':');
                let vote = FactId(parts.next()?.parse().ok()?);
                let at = parts.next()?.parse().ok()?;
                let name = parts.next().filter(|_| parts.next().is_none())?;
                let choice = Choice::ALL.into_iter().find(|choice| choice.as_str() == name)?;
                Self::Ballot { vote, at, choice, sure: kind == "bc" }
            }
            "sn" => Self::Snooze { hours: rest.parse().ok()? },
            "ex" => Self::ChooseExample(id()?),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_payload_is_read_as_what_it_was_and_fits() {
        let id = FactId(i64::MAX);
        for press in [
            Press::Confirm { step: i64::MAX },
            Press::Cancel { step: 3 },
            Press::Choose { step: i64::MAX, index: u32::MAX },
            Press::Page { step: 1, page: 2 },
            Press::Open { command: "xephang tuần 3".to_owned() },
            Press::Approve(id),
            Press::Return(id),
            Press::Verify(id),
            Press::VerifyOther(id),
            Press::Agree(id),
            Press::Disagree(id),
            Press::Appeal(id),
            Press::Skip(id),
            Press::NoChange(id),
            Press::Report(id),
            Press::Correct(id),
            Press::Paper { vote: id, at: u32::MAX },
            Press::Ballot { vote: id, at: u32::MAX, choice: Choice::Disagree, sure: true },
            Press::Ballot { vote: id, at: 0, choice: Choice::Abstain, sure: false },
            Press::Snooze { hours: 3 },
            Press::ChooseExample(id),
        ] {
            let data = press.data();
            assert!(data.len() <= 64, "{data}");
            assert_eq!(Press::parse(&data), Some(press));
        }
    }

    #[test]
    fn other_versions_and_noise_are_not_ours() {
        for data in [
            "",
            "1",
            "1:",
            "0:y:1",
            "1:y:",
            "1:y:x",
            "1:zz:1",
            "1:c:1",
            "y:1",
            "1:c:1:-1",
            "1:bc:1:1",
            "1:bc:1:1:so",
            "1:bc:1:1:agree:1",
        ] {
            assert_eq!(Press::parse(data), None, "{data}");
        }
    }
}
