//! `/nhap`: a campaign from a workbook. The file is fetched and read by a job; here it is asked
//! for, shown before it counts, and let into the log once confirmed.

mod campaigns;
mod preview;
pub(crate) mod units;

use serde::{Deserialize, Serialize};

use super::context::{Cx, Handled, Stop, open};
use super::stale;
use crate::button::Press;
use crate::define::{Effect, define};
use crate::domain::campaign::Definition;
use crate::domain::definition::key;
use crate::domain::ids::{CampaignId, FactId};
use crate::domain::policy::{Action, Membership, Role};
use crate::event::{File, Message};
use crate::handlers::dialogue::Dialogue;
use crate::import::LARGEST_FILE;
use crate::jobs::fetch_workbook::{self, Asked, Wish};
use crate::text::{Lang, shorten};
use crate::{say, store};

use units::Moves;

pub use preview::{send_template, show, unreachable};

/// An import in the middle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// The file is being fetched and read.
    Reading,
    /// What it would do has been shown.
    Preview {
        /// The definition, kept as a file of ours.
        definition: String,
        /// The definition it was compared with; none for a new campaign.
        against: Option<FactId>,
    },
    /// The campaign is to be put away or taken up again.
    Life(campaigns::Step),
}

/// `/nhap`: sends the template, and says what to do with it.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    cx.allow(Action::Define)?;
    let word = arguments.split_whitespace().next().unwrap_or_default();
    match key(word).as_str() {
        "tiep" | "next" => campaigns::next(cx).await,
        "luutru" | "luu_tru" | "archive" => campaigns::ask(cx, campaigns::Step::Archive).await,
        "molai" | "mo_lai" | "reopen" => campaigns::ask(cx, campaigns::Step::Reopen).await,
        _ => call(cx, Wish::Template).await,
    }
}

/// Whether a file is one that `/nhap` takes.
pub fn is_workbook(file: &File) -> bool {
    !file.photo && file.name.to_lowercase().ends_with(".xlsx")
}

/// Whether a file is a table of a kind that is not read, whoever sent it meant a workbook.
pub fn is_other_table(file: &File) -> bool {
    const ENDINGS: [&str; 7] = [".xls", ".xlsb", ".xlsm", ".ods", ".csv", ".tsv", ".numbers"];
    let name = file.name.to_lowercase();
    !file.photo && ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// A table of another kind was sent: says what to send instead.
pub fn other_table(file: &File, lang: Lang) -> Stop {
    Stop::refuse(say!(lang, "import-other-table", name = shorten(&file.name, 80)))
}

/// A workbook was sent.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn received(cx: &mut Cx<'_>, file: &File) -> Handled {
    let lang = cx.lang();
    cx.allow(Action::Define)?;
    if file.size.is_some_and(|size| size > LARGEST_FILE) {
        let limit = LARGEST_FILE >> 20;
        return Err(Stop::refuse(say!(lang, "import-too-large", limit = limit)));
    }
    let html = say!(lang, "import-reading", name = file.name.as_str());
    let outbox = cx.say_new(html, Vec::new()).await?;
    let (file_id, name) = (file.file_id.clone(), file.name.clone());
    call(cx, Wish::Read { file_id, name, outbox }).await
}

async fn call(cx: &mut Cx<'_>, wish: Wish) -> Handled {
    let asked = Asked { person: cx.person.id, chat: cx.chat.id, lang: cx.lang().into(), wish };
    fetch_workbook::call(cx.tx, &asked, cx.now).await?;
    Ok(())
}

/// A text inside the conversation: only buttons answer here, or another file.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn answer(cx: &mut Cx<'_>, _: Draft, message: &Message) -> Handled {
    if let Some(file) = message.file.as_ref().filter(|file| is_workbook(file)) {
        cx.end_flow().await?;
        return received(cx, file).await;
    }
    if let Some(file) = message.file.as_ref().filter(|file| is_other_table(file)) {
        return Err(other_table(file, cx.lang()));
    }
    Err(Stop::refuse(say!(cx.lang(), "press-a-button")))
}

/// The preview was confirmed.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn pressed(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    let lang = cx.lang();
    if let Draft::Life(step) = draft {
        return campaigns::pressed(cx, step, press).await;
    }
    let (Draft::Preview { definition, against }, Press::Confirm { .. }) = (draft, press) else {
        return stale(cx).await;
    };
    cx.allow(Action::Define)?;
    let Some(kept) = store::artifacts::get(cx.tx, &definition).await? else {
        return stale(cx).await;
    };
    let Ok(definition) = serde_json::from_slice::<Definition>(&kept.bytes) else {
        return stale(cx).await;
    };
    let known = store::campaigns::by_code(cx.tx, &definition.code).await?;
    if let Some(campaign) = known {
        preview::allow(cx.tx, cx.person.id, campaign, lang, cx.now).await?;
    }
    // What was shown is what is confirmed: not a change of something that has changed since.
    if preview::current(cx.tx, known, cx.now).await? != against {
        return Err(Stop::refuse(say!(lang, "import-moved")));
    }
    let name = definition.name.clone();
    let before = match known {
        Some(campaign) => Some(store::campaigns::definition(cx.tx, campaign, cx.now).await?.1),
        None => None,
    };
    let after = definition.clone();
    let (campaign, effect) = define(cx.tx, definition, Some(cx.person.id), cx.now).await?;
    cx.desk.defined(cx.tx).await?;
    let mut html = match effect {
        Effect::Created => {
            take_seat(cx, campaign).await?;
            say!(lang, "import-created", name = name)
        }
        Effect::Changed(changes) => {
            let count = changes.len();
            super::changes::announce(cx.tx, campaign, &changes, cx.now).await?;
            say!(lang, "import-changed", name = name, count = count)
        }
        Effect::Nothing => say!(lang, "import-nothing", name = name),
    };
    if let Some(before) = &before {
        let moves = Moves::between(before, &after);
        let loaded = cx.desk.campaign(cx.tx, campaign, cx.now).await?;
        moves.tell(cx.tx, campaign, &loaded.campaign, cx.now).await?;
        if let Some(line) = moves.to_do(lang) {
            html = format!("{html}\n{line}");
        }
    }
    let keyboard = vec![vec![
        open(say!(lang, "import-button-invite"), "moi"),
        open(say!(lang, "import-button-ranking"), "xephang"),
    ]];
    cx.conclude(html, keyboard).await?;
    Ok(())
}

/// Whoever brings a campaign in is its office, and speaks of it from now on.
async fn take_seat(cx: &mut Cx<'_>, campaign: CampaignId) -> Handled {
    let office = Membership { role: Role::Office, unit: None };
    let (person, now) = (cx.person.id, cx.now);
    store::people::add_membership(cx.tx, person, campaign, &office, now).await?;
    store::people::choose_campaign(cx.tx, person, campaign).await?;
    Ok(())
}

/// The conversation in which a preview waits to be confirmed.
fn dialogue(definition: String, against: Option<FactId>) -> Dialogue {
    Dialogue::Import(Draft::Preview { definition, against })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, photo: bool) -> File {
        File {
            file_id: "f".to_owned(),
            unique_id: "u".to_owned(),
            photo,
            name: name.to_owned(),
            size: None,
        }
    }

    #[test]
    fn workbooks_are_known_by_their_names() {
        assert!(is_workbook(&file("Đợt thi đua.XLSX", false)));
        assert!(!is_workbook(&file("danh sách.xls", false)));
        assert!(!is_workbook(&file("a.xlsx.pdf", false)));
        assert!(!is_workbook(&file("a.xlsx", true)));
        assert!(is_other_table(&file("danh sách.XLS", false)));
        assert!(!is_other_table(&file("a.xlsx", false)) && !is_other_table(&file("a.pdf", false)));
    }
}
