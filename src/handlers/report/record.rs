//! From a figure to an entry: what looks odd is asked about first, then it is recorded and
//! answered.

use chrono::{DateTime, TimeDelta, Utc};

use super::super::context::{Cx, Handled, Stop, press};
use super::super::{entries, reuse};
use super::reading::{self, Figure, Misread};
use super::work::Work;
use super::{Draft, Step, standing};
use crate::button::Press;
use crate::domain::fact::{Doubt, EntryKind, Fact, Reported, What};
use crate::domain::ids::{FactId, IndicatorCode};
use crate::domain::line::Setting;
use crate::domain::progress::{Assessment, assess};
use crate::domain::quantity::{Quantity, format_measure_signed};
use crate::domain::unit::UnitState;
use crate::handlers::context::open;
use crate::handlers::dialogue::Dialogue;
use crate::text::{amount, date_time, shorten};
use crate::{say, store};

/// Within this time the same text sent twice is asked about.
const SAME_TEXT_MINUTES: i64 = 10;

/// A figure with all that is known of it, before it is recorded or asked about.
struct Claim {
    code: IndicatorCode,
    value: Quantity,
    last: Quantity,
    assessment: Assessment,
    /// An entry of the same person that said the same a moment ago.
    again: Option<Fact>,
}

/// Reads the text of a figure for the draft's line and goes on with it.
pub(super) async fn text(cx: &mut Cx<'_>, work: &Work, mut draft: Draft, text: &str) -> Handled {
    let lang = cx.lang();
    let code = draft.line(lang)?;
    let setting = work.setting(&code, lang)?;
    if setting.is_stepwise() && setting.steps.is_empty() {
        return Err(Stop::refuse(say!(lang, "report-no-steps", code = code)));
    }
    let read = reading::read(text, &setting, work.target(&setting))
        .map_err(|misread| Stop::refuse(reading::sentence(&misread, &setting, lang)))?;
    draft.note = read.note;
    figure(cx, work, draft, read.figure, false).await
}

/// Goes on with a figure; `ask` where nobody has said in so many words that it is a report.
pub(super) async fn figure(
    cx: &mut Cx<'_>,
    work: &Work,
    draft: Draft,
    figure: Figure,
    ask: bool,
) -> Handled {
    let lang = cx.lang();
    work.check_day(draft.said_at.unwrap_or(cx.now), lang)?;
    let code = draft.line(lang)?;
    let setting = work.setting(&code, lang)?;
    let (given, increment, rounded) = match figure {
        Figure::One { amount, increment, rounded } => (amount, increment, rounded),
        Figure::Either { decimal, grouped, increment } => {
            return ask_which(cx, work, draft, (decimal, grouped), increment).await;
        }
    };
    if increment && draft.corrects.is_some() {
        let example = reading::example(&setting, lang);
        return Err(Stop::refuse(say!(lang, "report-correct-total", example = example)));
    }
    let refused = |misread| Stop::refuse(reading::sentence(&misread, &setting, lang));
    let value = if increment {
        let sum = work.last(&setting).checked_add(given);
        let too_large = Misread::Amount(crate::domain::quantity::AmountError::TooLarge);
        let sum = sum.ok_or(too_large).map_err(refused)?;
        if sum < Quantity::ZERO && work.last(&setting) >= Quantity::ZERO {
            let negative = Misread::Amount(crate::domain::quantity::AmountError::Negative);
            return Err(refused(negative));
        }
        sum
    } else {
        given
    };
    if setting.is_stepwise() && !reading::are_steps(value, setting.steps.len()) {
        return Err(refused(Misread::NoSuchStep { steps: setting.steps.len() }));
    }
    let increment = increment.then_some(given);
    let claim = claim(cx, work, &draft, value, increment).await?;
    let doubtful = rounded || !claim.assessment.doubts.is_empty() || claim.again.is_some();
    if ask || doubtful {
        return ask_sure(cx, work, draft, claim, rounded, increment).await;
    }
    record(cx, work, draft, claim, rounded).await
}

/// The author has confirmed a figure. It is recorded unless the line has moved in the meantime:
/// then what was confirmed is not what would be recorded, and is asked anew.
pub(super) async fn confirmed(cx: &mut Cx<'_>, work: &Work, draft: Draft) -> Handled {
    let Step::Sure { value, last, rounded, .. } = draft.step else {
        return super::super::stale(cx).await;
    };
    work.check_day(draft.said_at.unwrap_or(cx.now), cx.lang())?;
    let claim = claim(cx, work, &draft, value, None).await?;
    if claim.last != last {
        return ask_sure(cx, work, draft, claim, rounded, None).await;
    }
    record(cx, work, draft, claim, rounded).await
}

async fn claim(
    cx: &mut Cx<'_>,
    work: &Work,
    draft: &Draft,
    value: Quantity,
    increment: Option<Quantity>,
) -> Handled<Claim> {
    let code = draft.line(cx.lang())?;
    let setting = work.setting(&code, cx.lang())?;
    // The author says that the entry was wrong: the new figure is held against those before it.
    let line = work.without(&code, draft.corrects);
    let last = line.as_ref().map_or(setting.baseline, |line| line.last_value(&setting));
    let assessment = assess(work.campaign(), &work.unit, &code, line.as_ref(), value);
    let again = if draft.corrects.is_some() {
        None
    } else {
        said_before(cx, work, draft, value, increment).await?
    };
    Ok(Claim { code, value, last, assessment, again })
}

/// An entry of the same person on the same line that says the same and is not ten minutes older.
async fn said_before(
    cx: &mut Cx<'_>,
    work: &Work,
    draft: &Draft,
    value: Quantity,
    increment: Option<Quantity>,
) -> Handled<Option<Fact>> {
    let said_at = draft.said_at.unwrap_or(cx.now);
    let code = draft.line(cx.lang())?;
    for fact in recent(cx, work, &code, said_at).await? {
        let What::Reported(report) = &fact.what else { continue };
        let Some(before) = report.kind.value() else { continue };
        if report.note != draft.note {
            continue;
        }
        let same = match increment {
            None => before == value,
            Some(increment) => added(cx, work, &fact, before).await? == Some(increment),
        };
        if same {
            return Ok(Some(fact));
        }
    }
    Ok(None)
}

/// What an entry added to the value before it.
async fn added(
    cx: &mut Cx<'_>,
    work: &Work,
    entry: &Fact,
    value: Quantity,
) -> Handled<Option<Quantity>> {
    let Some(line) = entry.what.line() else { return Ok(None) };
    let Some(setting) = Setting::of(work.campaign(), &work.unit, &line.indicator) else {
        return Ok(None);
    };
    let facts =
        store::log::of_unit(cx.tx, work.loaded.id, &work.unit, None, entry.counted_at).await?;
    let earlier = facts.iter().filter(|fact| fact.id < entry.id);
    let state = UnitState::fold(work.campaign(), &work.unit, earlier, entry.counted_at);
    let before =
        state.line(&line.indicator).map_or(setting.baseline, |line| line.last_value(&setting));
    Ok(value.checked_sub(before))
}

/// The person's entries on a line in the ten minutes before `said_at`, newest first.
pub(super) async fn recent(
    cx: &mut Cx<'_>,
    work: &Work,
    code: &IndicatorCode,
    said_at: DateTime<Utc>,
) -> Handled<Vec<Fact>> {
    let since = said_at - TimeDelta::minutes(SAME_TEXT_MINUTES);
    let (campaign, person) = (work.loaded.id, cx.person.id);
    Ok(store::entries::by_person(cx.tx, campaign, &work.unit, Some(code), person, since).await?)
}

async fn ask_which(
    cx: &mut Cx<'_>,
    work: &Work,
    mut draft: Draft,
    (decimal, grouped): (Quantity, Quantity),
    increment: bool,
) -> Handled {
    let lang = cx.lang();
    let code = draft.line(lang)?;
    let measure = &work.setting(&code, lang)?.indicator.measure;
    let shown = |value| {
        if increment {
            format_measure_signed(value, measure, lang.notation())
        } else {
            amount(value, measure, lang)
        }
    };
    let labels = [shown(decimal), shown(grouped)];
    let html = say!(lang, "report-which-reading", name = work.name(&code));
    draft.step = Step::Reading { decimal, grouped, increment };
    cx.ask(&Dialogue::Report(draft), html, |step| {
        let choice = |(index, label)| vec![press(label, &Press::Choose { step, index })];
        let mut rows: Vec<_> = (0..).zip(labels).map(choice).collect();
        rows.push(vec![press(say!(lang, "button-cancel"), &Press::Cancel { step })]);
        rows
    })
    .await
}

async fn ask_sure(
    cx: &mut Cx<'_>,
    work: &Work,
    mut draft: Draft,
    claim: Claim,
    rounded: bool,
    increment: Option<Quantity>,
) -> Handled {
    let lang = cx.lang();
    let setting = work.setting(&claim.code, lang)?;
    let shown = |value| entries::value(&setting, value, lang);
    let mut lines = vec![
        say!(lang, "report-sure-line", name = work.name(&claim.code)),
        say!(lang, "report-sure-values", last = shown(claim.last), value = shown(claim.value)),
    ];
    if let Some(increment) = increment {
        let measure = &setting.indicator.measure;
        let increment = format_measure_signed(increment, measure, lang.notation());
        lines.push(say!(lang, "report-sure-increment", increment = increment));
    }
    for doubt in doubts(&claim.assessment, rounded) {
        lines.push(say!(lang, "report-sure-doubt", doubt = entries::doubt(doubt, lang)));
    }
    if let Some(again) = &claim.again {
        let at = date_time(again.counted_at, work.campaign().calendar().tz());
        lines.push(say!(
            lang,
            "report-sure-again",
            number = entries::number(again),
            at = at,
            minutes = SAME_TEXT_MINUTES
        ));
    }
    if let Some(replaced) = replaced(cx, &draft, &claim).await? {
        lines.push(say!(lang, "report-sure-replaces", number = entries::number(&replaced)));
    }
    lines.push(say!(lang, "report-sure-question"));
    let (value, last) = (claim.value, claim.last);
    draft.step = Step::Sure { value, last, rounded };
    cx.ask_sure(&Dialogue::Report(draft), lines.join("\n")).await
}

fn doubts(assessment: &Assessment, rounded: bool) -> Vec<Doubt> {
    let mut doubts = assessment.doubts.clone();
    if rounded {
        doubts.push(Doubt::Rounded);
    }
    doubts
}

/// The unchecked entry that the new one takes the place of.
async fn replaced(cx: &mut Cx<'_>, draft: &Draft, claim: &Claim) -> Handled<Option<Fact>> {
    let Some(id) = replaced_id(cx, draft, claim).await? else { return Ok(None) };
    Ok(store::log::by_id(cx.tx, id).await?)
}

async fn replaced_id(cx: &mut Cx<'_>, draft: &Draft, claim: &Claim) -> Handled<Option<FactId>> {
    match draft.corrects {
        // Once checked it stands; what comes now is a newer report.
        Some(id) if store::log::is_pending(cx.tx, id).await? => Ok(Some(id)),
        Some(_) => Ok(None),
        None => Ok(claim.assessment.correction_of),
    }
}

async fn record(
    cx: &mut Cx<'_>,
    work: &Work,
    draft: Draft,
    claim: Claim,
    rounded: bool,
) -> Handled {
    let lang = cx.lang();
    let replaced = replaced(cx, &draft, &claim).await?;
    let value = claim.value;
    let kind = match &replaced {
        Some(entry) => EntryKind::Correction { value, of: entry.id },
        None => EntryKind::Report { value },
    };
    let report = Reported {
        line: work.line(&claim.code),
        kind,
        note: draft.note.clone(),
        evidence: draft.evidence.clone(),
        doubts: doubts(&claim.assessment, rounded),
    };
    let fact = cx.record(What::Reported(report), draft.said_at).await?;
    let setting = work.setting(&claim.code, lang)?;
    let shown = |value| entries::value(&setting, value, lang);
    let number = entries::number(&fact);
    let name = work.name(&claim.code);
    let mut lines = vec![match &replaced {
        Some(entry) => say!(
            lang,
            "report-recorded-correction",
            number = number.as_str(),
            name = name,
            old = entries::number(entry)
        ),
        None => say!(lang, "report-recorded", number = number.as_str(), name = name),
    }];
    let (new, last) = (shown(value), shown(claim.last));
    lines.push(if entries::is_summed(&setting) {
        say!(lang, "report-recorded-value", value = new, last = last)
    } else {
        say!(lang, "report-recorded-level", value = new, last = last)
    });
    let on = work.campaign().calendar().date_at(fact.counted_at);
    lines.extend(standing::lines(work, &setting, value, on, lang));
    let verifier = entries::verifier_name(work.campaign(), &work.line(&claim.code), lang);
    lines.push(say!(lang, "report-recorded-verifier", verifier = verifier));
    if !draft.note.is_empty() {
        let note = shorten(&draft.note, entries::LONGEST_NOTE);
        lines.push(say!(lang, "report-recorded-note", note = note));
    }
    lines.push(match draft.evidence.len() {
        0 => say!(lang, "report-add-evidence", number = number.as_str()),
        count => say!(lang, "report-recorded-evidence", count = count),
    });
    lines.extend(reuse::hint(cx, &fact, &draft.evidence).await?);
    lines.push(say!(lang, "report-no-secrets"));
    cx.conclude(lines.join("\n"), buttons(fact.id, lang)).await?;
    Ok(())
}

fn buttons(entry: FactId, lang: crate::text::Lang) -> crate::outgoing::Keyboard {
    vec![vec![
        entries::correct_button(lang, entry),
        open(say!(lang, "report-button-score"), "visao"),
    ]]
}
