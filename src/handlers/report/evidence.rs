//! Evidence: a photo or file with a report, or soon after it.

use chrono::TimeDelta;

use super::super::asking::MOST_EVIDENCE;
use super::super::context::{Cx, Handled, Stop};
use super::super::entries::{self, Entry, Fate};
use super::super::reuse;
use super::work::Work;
use crate::domain::fact::{EntryKind, Evidence, Fact, What};
use crate::domain::policy::Role;
use crate::event::{File, Message};
use crate::{say, store};

/// For so long after a report a photo without a command belongs to it.
const MINUTES_AFTER_REPORT: i64 = 30;

/// What a message carries as evidence.
pub(in crate::handlers) fn of(message: &Message) -> Option<Evidence> {
    message.file.as_ref().map(from_file)
}

fn from_file(file: &File) -> Evidence {
    let (file_id, unique_id) = (file.file_id.clone(), file.unique_id.clone());
    if file.photo {
        Evidence::Photo { file_id, unique_id }
    } else {
        Evidence::Document { file_id, unique_id, name: file.name.clone() }
    }
}

/// Adds what a message carries to the person's last entry, if that is fresh and unchecked.
pub(super) async fn add(
    cx: &mut Cx<'_>,
    work: &Work,
    message: &Message,
    evidence: Evidence,
) -> Handled {
    let lang = cx.lang();
    let since = message.date - TimeDelta::minutes(MINUTES_AFTER_REPORT);
    let person = cx.person.id;
    let entries =
        store::entries::by_person(cx.tx, work.loaded.id, &work.unit, None, person, since).await?;
    // An entry that is recorded after the photo was sent is not what the photo is about.
    let newest = entries.into_iter().find(|fact| fact.counted_at <= message.date);
    let Some(fact) = newest else {
        let minutes = MINUTES_AFTER_REPORT;
        let mut html = say!(lang, "evidence-no-entry", minutes = minutes);
        if cx.actor.is(Role::Office) && matches!(evidence, Evidence::Document { .. }) {
            html = format!("{html}\n{}", say!(lang, "plain-not-a-workbook"));
        }
        return Err(Stop::refuse(html));
    };
    let Some(entry) = Entry::of(&fact) else { return Ok(()) };
    let number = entry.number();
    if is_about_something_else(cx, &fact, message).await? {
        return Err(Stop::refuse(say!(lang, "evidence-of-what", number = number)));
    }
    if matches!(entries::fate(cx, &entry).await?, Fate::Checked(_)) {
        return Err(Stop::refuse(say!(lang, "evidence-checked", number = number)));
    }
    let known = all(cx, &fact).await?;
    let unique_id = store::evidence::unique_id;
    if known.iter().any(|known| unique_id(known) == unique_id(&evidence)) {
        return Err(Stop::refuse(say!(lang, "evidence-known", number = number)));
    }
    // What an entry took over from the one it corrects leaves room for its own.
    if own(cx, &fact).await?.len() >= MOST_EVIDENCE {
        return Err(Stop::refuse(say!(lang, "asking-enough-evidence", most = MOST_EVIDENCE)));
    }
    let count = known.len() + 1;
    let name = work.name(&entry.report.line.indicator);
    let line = entry.report.line.clone();
    let what = What::EvidenceAdded { entry: fact.id, line, evidence: evidence.clone() };
    cx.record(what, Some(message.date)).await?;
    let mut lines = vec![say!(lang, "evidence-added", number = number, name = name, count = count)];
    lines.extend(reuse::hint(cx, &fact, &[evidence]).await?);
    lines.push(say!(lang, "report-no-secrets"));
    cx.say_new(lines.join("\n"), Vec::new()).await?;
    Ok(())
}

/// Whether the person has spoken of an obstacle or a directive since the entry: a photo that comes
/// then may belong to that, and evidence in the wrong place is worse than none.
async fn is_about_something_else(
    cx: &mut Cx<'_>,
    entry: &Fact,
    message: &Message,
) -> Handled<bool> {
    let later = store::log::by_person_since(cx.tx, cx.person.id, entry.id).await?;
    Ok(later.iter().any(|fact| {
        let other = matches!(
            fact.what,
            What::ObstacleRaised { .. }
                | What::ObstacleAnswered { .. }
                | What::DirectiveDone { .. }
        );
        other && fact.counted_at <= message.date
    }))
}

/// What was shown for an entry itself, after it and with it.
async fn own(cx: &mut Cx<'_>, entry: &Fact) -> Handled<Vec<Evidence>> {
    let mut own = Vec::new();
    for fact in store::log::referring_to(cx.tx, entry.id).await? {
        if let What::EvidenceAdded { evidence, .. } = fact.what {
            own.push(evidence);
        }
    }
    if let What::Reported(report) = &entry.what {
        own.extend(report.evidence.iter().cloned());
    }
    Ok(own)
}

/// All that was shown for an entry, with it and after it, and for the entries it corrects.
pub(in crate::handlers) async fn all(cx: &mut Cx<'_>, entry: &Fact) -> Handled<Vec<Evidence>> {
    let mut all = Vec::new();
    let mut next = Some(entry.clone());
    while let Some(entry) = next.take() {
        all.extend(own(cx, &entry).await?);
        let What::Reported(report) = entry.what else { continue };
        if let EntryKind::Correction { of, .. } = report.kind {
            next = store::log::by_id(cx.tx, of).await?;
        }
    }
    Ok(all)
}
