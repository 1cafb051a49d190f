//! What a workbook would do, shown to whoever sent it.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::super::context::{Stop, confirm_row};
use super::dialogue;
use super::units::Moves;
use crate::define::{Effect, preview};
use crate::domain::campaign::Definition;
use crate::domain::ids::{CampaignId, FactId, PersonId};
use crate::domain::policy::{Membership, Role};
use crate::import::{Finding, Import};
use crate::jobs::fetch_workbook::Asked;
use crate::outgoing::{Body, Keyboard, Outgoing, Target};
use crate::say;
use crate::store::flows::Flow;
use crate::store::{self, StoreError};
use crate::text::{Lang, changes, escape, shorten};

/// The most lines of one kind that are listed; Telegram holds 4,096 units.
const MOST: usize = 20;
/// The longest line, in UTF-16 units: twenty of errors, or twenty of changes and five of warnings,
/// fit beside the summary.
const LINE: usize = 140;
/// The most warnings listed beside changes.
const MOST_WARNINGS: usize = 5;
/// The most moves of units told in words.
const MOST_UNITS: usize = 5;

/// The definition in force of a campaign; none for one that is not there.
pub(super) async fn current(
    connection: &mut SqliteConnection,
    campaign: Option<CampaignId>,
    now: DateTime<Utc>,
) -> Result<Option<FactId>, StoreError> {
    match campaign {
        Some(campaign) => store::campaigns::definition_id(connection, campaign, now).await,
        None => Ok(None),
    }
}

/// Refuses whoever is not the office of the campaign that a workbook would change; the office of
/// another one is not enough.
pub(super) async fn allow(
    connection: &mut SqliteConnection,
    person: PersonId,
    campaign: CampaignId,
    lang: Lang,
    now: DateTime<Utc>,
) -> Result<(), Stop> {
    if is_office(&mut *connection, person, campaign).await? {
        if store::campaigns::is_archived(connection, campaign, now).await? {
            return Err(Stop::refuse(say!(lang, "import-archived")));
        }
        return Ok(());
    }
    Err(Stop::refuse(say!(lang, "import-not-yours")))
}

async fn is_office(
    connection: &mut SqliteConnection,
    person: PersonId,
    campaign: CampaignId,
) -> Result<bool, StoreError> {
    let office = Membership { role: Role::Office, unit: None };
    let held = store::people::memberships(connection, person).await?;
    Ok(held.contains(&(campaign, office)))
}

/// Sends the empty workbook.
///
/// # Errors
/// When it cannot be kept.
pub async fn send_template(
    tx: &mut SqliteConnection,
    asked: &Asked,
    bytes: &[u8],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let lang = Lang::from(asked.lang);
    let artifact = store::artifacts::put(tx, TEMPLATE, bytes, now).await?;
    let caption = say!(lang, "import-template");
    let body = Body::Document { artifact, caption, keyboard: Vec::new() };
    store::outbox::put(tx, &Outgoing::answer(asked.chat, body), now).await?;
    Ok(())
}

/// The template's name as people see it in their downloads.
const TEMPLATE: &str = "mau-dot-thi-dua.xlsx";

/// Shows what was read, in place of "reading the file…": every error, or what it would do with
/// buttons to confirm.
///
/// # Errors
/// When it cannot be kept.
pub async fn show(
    tx: &mut SqliteConnection,
    asked: &Asked,
    outbox: Option<i64>,
    read: Result<Import, Vec<Finding>>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let lang = Lang::from(asked.lang);
    let import = match read {
        Ok(import) => import,
        Err(findings) => return put(tx, asked, outbox, errors(&findings, lang), now).await,
    };
    let (known, effect) = preview(&mut *tx, &import.definition, now).await?;
    if let Some(campaign) = known
        && !is_office(&mut *tx, asked.person, campaign).await?
    {
        return put(tx, asked, outbox, say!(lang, "import-not-yours"), now).await;
    }
    let mut told = Vec::new();
    if let Some(campaign) = known {
        if store::campaigns::is_archived(&mut *tx, campaign, now).await? {
            return put(tx, asked, outbox, say!(lang, "import-archived"), now).await;
        }
        let (_, before) = store::campaigns::definition(&mut *tx, campaign, now).await?;
        let moves = Moves::between(&before, &import.definition);
        told = moves.lines(&mut *tx, campaign, lang).await?;
    }
    let html = summary(&import, &effect, &told, lang);
    if effect == Effect::Nothing {
        return put(tx, asked, outbox, html, now).await;
    }
    let against = current(&mut *tx, known, now).await?;
    let bytes = serde_json::to_vec(&import.definition)
        .map_err(|error| StoreError::unprintable("artifact", asked.person.0, &error))?;
    let kept = store::artifacts::put(&mut *tx, store::artifacts::DEFINITION, &bytes, now).await?;
    let state = serde_json::to_string(&dialogue(kept, against))
        .map_err(|error| StoreError::unprintable("flow", asked.person.0, &error))?;
    let step = store::flows::next_step(&mut *tx, asked.person).await?;
    let row = send(tx, asked, outbox, html, vec![confirm_row(lang, step)], now).await?;
    let flow = Flow { campaign: known, step, state, outbox_id: outbox.or(row), message_id: None };
    store::flows::put(tx, asked.person, &flow, now).await
}

async fn put(
    tx: &mut SqliteConnection,
    asked: &Asked,
    outbox: Option<i64>,
    html: String,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    send(tx, asked, outbox, html, Vec::new(), now).await?;
    Ok(())
}

async fn send(
    tx: &mut SqliteConnection,
    asked: &Asked,
    outbox: Option<i64>,
    html: String,
    keyboard: Keyboard,
    now: DateTime<Utc>,
) -> Result<Option<i64>, StoreError> {
    let body = match outbox {
        Some(row) => Body::Edit { target: Target::Outbox(row), html, keyboard },
        None => Body::Text { html, keyboard, thread: None, silent: false },
    };
    store::outbox::put(tx, &Outgoing::answer(asked.chat, body), now).await
}

/// Says that the file could not be had at all.
///
/// # Errors
/// When it cannot be kept.
pub async fn unreachable(
    tx: &mut SqliteConnection,
    asked: &Asked,
    outbox: Option<i64>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    put(tx, asked, outbox, say!(Lang::from(asked.lang), "import-not-fetched"), now).await
}

fn errors(findings: &[Finding], lang: Lang) -> String {
    let mut lines = vec![say!(lang, "import-errors", count = findings.len())];
    lines.extend(listed(findings.iter().map(|finding| finding.line(lang)), MOST, lang));
    lines.push(say!(lang, "import-errors-next"));
    lines.join("\n")
}

/// The first so many lines, each cut and made safe, and how many more there are.
fn listed(lines: impl Iterator<Item = String>, most: usize, lang: Lang) -> Vec<String> {
    let all: Vec<String> = lines.collect();
    let mut shown: Vec<String> =
        all.iter().take(most).map(|line| format!("• {}", escape(&shorten(line, LINE)))).collect();
    if all.len() > most {
        let more = all.len() - most;
        shown.push(say!(lang, "entry-more", count = more));
    }
    shown
}

fn summary(import: &Import, effect: &Effect, moved: &[String], lang: Lang) -> String {
    let d = &import.definition;
    let mut lines = vec![
        say!(lang, "import-summary-name", name = d.name.as_str(), code = d.code.as_str()),
        say!(lang, "import-summary-dates", start = d.start, end = end(d), days = d.days),
        say!(
            lang,
            "import-summary-counts",
            units = d.units.len(),
            indicators = d.indicators.len(),
            assignments = d.assignments.len(),
            milestones = d.milestones.len(),
            people = d.people.len()
        ),
    ];
    match effect {
        Effect::Created => lines.push(say!(lang, "import-is-new")),
        Effect::Nothing => lines.push(say!(lang, "import-is-same")),
        Effect::Changed(found) => {
            let units = moved.iter().take(MOST_UNITS);
            lines.extend(units.clone().map(|line| format!("▸ {line}")));
            if moved.len() > MOST_UNITS {
                lines.push(say!(lang, "entry-more", count = moved.len() - MOST_UNITS));
            }
            lines.push(say!(lang, "import-changes", count = found.len()));
            // What is said of the units in words takes the room of as many lines of cells.
            let most = MOST - MOST_WARNINGS - 2 * units.len();
            let changes = found.iter().map(|change| changes::line(change, lang));
            lines.extend(listed(changes, most, lang));
        }
    }
    if !import.warnings.is_empty() {
        lines.push(say!(lang, "import-warnings", count = import.warnings.len()));
        let warnings = import.warnings.iter().map(|finding| finding.line(lang));
        lines.extend(listed(warnings, MOST_WARNINGS, lang));
    }
    if *effect != Effect::Nothing {
        lines.push(say!(lang, "import-question"));
    }
    lines.join("\n")
}

fn end(definition: &Definition) -> chrono::NaiveDate {
    let days = u64::from(definition.days.saturating_sub(1));
    definition.start.checked_add_days(chrono::Days::new(days)).unwrap_or(definition.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::definition::{Alteration, Change, Content, diff};

    #[test]
    fn a_change_names_its_sheet_its_row_and_both_values() {
        let before = crate::import::example().unwrap();
        let mut after = before.clone();
        after.indicators[0].name = "Tên mới".to_owned();
        let (old, code) = (&before.indicators[0].name, &before.indicators[0].code);
        let changes = diff(&before, &after);
        assert_eq!(
            changes.iter().map(|change| changes::line(change, Lang::Vi)).collect::<Vec<_>>(),
            [format!("ChiTieu {code}, ten: {old} → Tên mới")]
        );
    }

    #[test]
    fn the_longest_preview_fits_into_a_message() {
        let definition = crate::import::example().unwrap();
        let change = Change {
            table: crate::domain::definition::Table::Units,
            identity: vec![Content::Text("x".repeat(500))],
            what: Alteration::Added,
        };
        let import = Import { definition, warnings: Vec::new() };
        let text = summary(&import, &Effect::Changed(vec![change; 300]), &[], Lang::Vi);
        assert!(text.encode_utf16().count() < 4096, "{}", text.len());
        assert!(text.contains("285"), "{text}");
    }
}
