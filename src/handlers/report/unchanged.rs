//! "Nothing has changed this week": a report like any other, in one press.

use chrono::{DateTime, Utc};

use super::super::context::{Cx, Handled, Stop, open};
use super::super::entries;
use super::work::Work;
use super::{Draft, Step, record};
use crate::domain::fact::{EntryKind, Reported, What};
use crate::domain::ids::IndicatorCode;
use crate::handlers::dialogue::Dialogue;
use crate::say;
use crate::text::date_time;

/// Most lines named in one answer.
const MOST: usize = 30;

/// Records it for the draft's line, unless the person said so a moment ago: then asks.
pub(super) async fn one(cx: &mut Cx<'_>, work: &Work, mut draft: Draft) -> Handled {
    let lang = cx.lang();
    let code = draft.line(lang)?;
    let said_at = draft.said_at.unwrap_or(cx.now);
    work.check_day(said_at, lang)?;
    let recent = record::recent(cx, work, &code, said_at).await?;
    let again = recent.iter().find(|fact| {
        matches!(&fact.what, What::Reported(report)
            if report.kind == EntryKind::NoChange)
    });
    let Some(again) = again else {
        return record(cx, work, &[code], draft.said_at).await;
    };
    let html = say!(
        lang,
        "nochange-again",
        name = work.name(&code),
        number = entries::number(again),
        at = date_time(again.counted_at, work.campaign().calendar().tz())
    );
    draft.step = Step::Unchanged;
    cx.ask_sure(&Dialogue::Report(draft), html).await
}

/// Records it for each of these lines.
pub(super) async fn record(
    cx: &mut Cx<'_>,
    work: &Work,
    codes: &[IndicatorCode],
    said_at: Option<DateTime<Utc>>,
) -> Handled {
    let lang = cx.lang();
    work.check_day(said_at.unwrap_or(cx.now), lang)?;
    if codes.is_empty() {
        return Err(Stop::refuse(say!(lang, "nochange-none-owed")));
    }
    let mut lines = vec![say!(lang, "nochange-recorded")];
    for code in codes {
        let report = Reported {
            line: work.line(code),
            kind: EntryKind::NoChange,
            note: String::new(),
            evidence: Vec::new(),
            doubts: Vec::new(),
        };
        let fact = cx.record(What::Reported(report), said_at).await?;
        let setting = work.setting(code, lang)?;
        let last = entries::value(&setting, work.last(&setting), lang);
        lines.push(say!(
            lang,
            "nochange-recorded-line",
            number = entries::number(&fact),
            name = work.name(code),
            value = last
        ));
    }
    if lines.len() > MOST + 1 {
        let more = lines.len() - MOST - 1;
        lines.truncate(MOST + 1);
        lines.push(say!(lang, "entry-more", count = more));
    }
    let keyboard = vec![vec![open(say!(lang, "report-button-score"), "visao")]];
    cx.conclude(lines.join("\n"), keyboard).await?;
    Ok(())
}
