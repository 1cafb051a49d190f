//! Evidence that was shown before: the same file, or a photo that looks the same.
//!
//! It is a hint. One photo may well prove two things; whoever checks decides.

use std::collections::BTreeSet;

use super::context::{Cx, Handled};
use super::{entries, report};
use crate::domain::fact::{EntryKind, Evidence, Fact, Reported, What};
use crate::domain::ids::FactId;
use crate::jobs::hash_picture;
use crate::text::Lang;
use crate::{say, store};

/// The most entries named in one hint.
const NAMED: usize = 5;

/// What a checker is told of the evidence of an entry; asks for a look at photos nobody has looked
/// at yet.
///
/// # Errors
/// When the database refuses.
pub(super) async fn warnings(cx: &mut Cx<'_>, entry: &Fact) -> Handled<Vec<String>> {
    let lang = cx.lang();
    let shown = report::evidence_of(cx, entry).await?;
    if shown.is_empty() {
        return Ok(Vec::new());
    }
    let files: Vec<String> =
        shown.iter().map(|one| store::evidence::unique_id(one).to_owned()).collect();
    let own = chain(cx, entry).await?;
    let same = others(cx, &files, &own).await?;
    let mut alike = Vec::new();
    for one in &shown {
        if let Evidence::Photo { unique_id, .. } = one {
            look(cx, one).await?;
            alike.extend(store::pictures::alike(cx.tx, unique_id).await?);
        }
    }
    alike.retain(|file| !files.contains(file));
    let mut similar = others(cx, &alike, &own).await?;
    similar.retain(|entry| !same.iter().any(|known| known.id == entry.id));
    let mut lines = Vec::new();
    if !same.is_empty() {
        lines.push(say!(lang, "reuse-same", entries = named(cx, &same, lang)?));
    }
    if !similar.is_empty() {
        lines.push(say!(lang, "reuse-alike", entries = named(cx, &similar, lang)?));
    }
    Ok(lines)
}

/// The soft word to whoever has just sent evidence that was shown before: numbers and nothing
/// else, since the other entry may be another unit's. Asks for a look at it, too.
///
/// # Errors
/// When the database refuses.
pub(super) async fn hint(
    cx: &mut Cx<'_>,
    entry: &Fact,
    evidence: &[Evidence],
) -> Handled<Option<String>> {
    for one in evidence {
        look(cx, one).await?;
    }
    if evidence.is_empty() {
        return Ok(None);
    }
    let files: Vec<String> =
        evidence.iter().map(|one| store::evidence::unique_id(one).to_owned()).collect();
    let own = chain(cx, entry).await?;
    let same = others(cx, &files, &own).await?;
    let numbers: Vec<String> = same.iter().take(NAMED).map(entries::number).collect();
    let lang = cx.lang();
    Ok((!numbers.is_empty()).then(|| say!(lang, "reuse-hint", entries = numbers.join(", "))))
}

/// Asks for a look at a photo nobody has looked at yet.
async fn look(cx: &mut Cx<'_>, evidence: &Evidence) -> Handled {
    if let Evidence::Photo { file_id, unique_id } = evidence
        && !store::pictures::is_known(cx.tx, unique_id).await?
    {
        hash_picture::call(cx.tx, file_id, unique_id, cx.now).await?;
    }
    Ok(())
}

/// An entry and those it corrects, whose evidence goes on to it.
async fn chain(cx: &mut Cx<'_>, entry: &Fact) -> Handled<BTreeSet<FactId>> {
    let mut chain = BTreeSet::from([entry.id]);
    let mut next = corrected(entry);
    while let Some(of) = next.take().filter(|of| chain.insert(*of)) {
        let older = store::log::by_id(cx.tx, of).await?;
        next = older.as_ref().and_then(corrected);
    }
    Ok(chain)
}

fn corrected(entry: &Fact) -> Option<FactId> {
    match &entry.what {
        What::Reported(Reported { kind: EntryKind::Correction { of, .. }, .. }) => Some(*of),
        _ => None,
    }
}

/// The other entries that show one of these files: neither of the chain nor one that corrects it.
async fn others(cx: &mut Cx<'_>, files: &[String], own: &BTreeSet<FactId>) -> Handled<Vec<Fact>> {
    let loaded = cx.campaign()?;
    let mut found = Vec::new();
    if files.is_empty() {
        return Ok(found);
    }
    for id in store::evidence::entries_with(cx.tx, loaded.id, files).await? {
        if own.contains(&id) {
            continue;
        }
        if let Some(entry) = store::log::by_id(cx.tx, id).await?
            && !corrected(&entry).is_some_and(|of| own.contains(&of))
        {
            found.push(entry);
        }
    }
    Ok(found)
}

/// `#12 (An Biên, THUE), #15 (…)`, as plain text.
fn named(cx: &Cx<'_>, entries: &[Fact], lang: Lang) -> Handled<String> {
    let loaded = cx.campaign()?;
    let one = |fact: &Fact| match fact.what.line() {
        Some(line) => {
            let unit = entries::unit_name(&loaded.campaign, &line.unit);
            format!("{} ({unit}, {})", entries::number(fact), line.indicator)
        }
        None => entries::number(fact),
    };
    let mut list: Vec<String> = entries.iter().take(NAMED).map(one).collect();
    if entries.len() > NAMED {
        list.push(say!(lang, "reuse-more", count = entries.len() - NAMED));
    }
    Ok(list.join(", "))
}
