//! What `verify` does: everything that is shown is computed from the log once more and compared
//! with what is kept.
//!
//! From the ground up, so that each step may rest on the one before: the file, the chain of facts,
//! the queue, the evidence, the checkpoints, the closed weeks, the council's lists and votes. The
//! first difference ends it, because what is built on a difference would differ as well.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::SqliteConnection;

use crate::domain::calendar::Week;
use crate::domain::fact::{Fact, What};
use crate::domain::ids::{CampaignId, FactId, UnitCode};
use crate::domain::unit::UnitState;
use crate::standings;
use crate::standings::honours::Honours;
use crate::store::campaigns::Loaded;
use crate::store::log::ChainFault;
use crate::store::snapshots::Snapshot;
use crate::store::{self, StoreError};

mod council;

/// What came of it, in the shape of the `verify` document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Whether nothing differs.
    pub ok: bool,
    /// How many entries (*cập nhật tiến độ*) the log holds, over all campaigns.
    pub entries: i64,
    /// How many closed weeks were computed again and are the same.
    pub snapshots: usize,
    /// The first row that differs, and how.
    pub first_difference: Option<String>,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// So many facts of so many.
    Facts(i64, i64),
    /// A campaign's checkpoints, so many of so many units.
    Units(usize, usize),
    /// A closed week.
    Week(Week),
}

/// Why an audit ends early.
enum Stop {
    /// Something differs.
    Differs(String),
    /// It could not be read.
    Failed(StoreError),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        match error {
            // A row that says what none of ours can say is a difference, not a breakdown.
            StoreError::Inconsistent { .. } => Self::Differs(error.to_string()),
            other => Self::Failed(other),
        }
    }
}

type Checked = Result<(), Stop>;

/// Compares everything. Read in one transaction, so that a running bot changes nothing meanwhile.
///
/// # Errors
/// When the file cannot be read at all; damage that SQLite itself finds is a difference.
pub async fn audit(
    connection: &mut SqliteConnection,
    seen: &mut (dyn FnMut(Progress) + Send),
) -> Result<Verdict, StoreError> {
    let mut verdict = Verdict { ok: false, entries: 0, snapshots: 0, first_difference: None };
    match all(connection, &mut verdict, seen).await {
        Ok(()) => verdict.ok = true,
        Err(Stop::Differs(what)) => verdict.first_difference = Some(what),
        Err(Stop::Failed(error)) if store::is_damage(&error) => {
            verdict.first_difference = Some("tệp cơ sở dữ liệu bị hỏng (file damaged)".to_owned());
        }
        Err(Stop::Failed(error)) => return Err(error),
    }
    Ok(verdict)
}

async fn all(
    connection: &mut SqliteConnection,
    verdict: &mut Verdict,
    seen: &mut (dyn FnMut(Progress) + Send),
) -> Checked {
    let found = store::integrity(connection).await?;
    if found != "ok" {
        return Err(Stop::Differs(format!("tệp cơ sở dữ liệu: {found}")));
    }
    chain(connection, seen).await?;
    verdict.entries = store::log::entries(connection).await?;
    for campaign in store::campaigns::all(connection).await? {
        if let Some(fact) = store::log::check_pending(connection, campaign).await? {
            let name = store::log::name(connection, fact).await?;
            return Err(Stop::Differs(format!("{name}: hàng chờ không khớp nhật ký (pending)")));
        }
        if let Some(fact) = store::evidence::check(connection, campaign).await? {
            let name = store::log::name(connection, fact).await?;
            return Err(Stop::Differs(format!("{name}: minh chứng không khớp nhật ký (evidence)")));
        }
        checkpoints(connection, campaign, seen).await?;
        closings(connection, campaign).await?;
        for snapshot in store::snapshots::all(connection, campaign).await? {
            seen(Progress::Week(snapshot.week));
            closed_week(connection, campaign, &snapshot).await?;
            verdict.snapshots += 1;
        }
        council::council(connection, campaign).await?;
    }
    council::urn(connection).await
}

async fn chain(
    connection: &mut SqliteConnection,
    seen: &mut (dyn FnMut(Progress) + Send),
) -> Checked {
    let length = store::log::length(connection).await?;
    let fault = store::log::check_chain(connection, |at| seen(Progress::Facts(at, length))).await?;
    let (id, how) = match fault {
        None => return Ok(()),
        Some(ChainFault::Altered(id)) => (id, "nội dung không khớp mã băm (altered)"),
        Some(ChainFault::Broken(id)) => (id, "không nối tiếp dòng trước (chain broken)"),
    };
    let name = store::log::name(connection, id).await?;
    Err(Stop::Differs(format!("{name}: {how}")))
}

/// Every checkpoint is the fold of the unit's facts from the very first up to its closing.
async fn checkpoints(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    seen: &mut (dyn FnMut(Progress) + Send),
) -> Checked {
    let mut by_unit: BTreeMap<UnitCode, Vec<(FactId, Week)>> = BTreeMap::new();
    for (unit, definition, week) in store::snapshots::all_checkpoints(connection, campaign).await? {
        by_unit.entry(unit).or_default().push((definition, week));
    }
    let mut definitions: HashMap<FactId, Loaded> = HashMap::new();
    let units = by_unit.len();
    for (at, (unit, kept)) in by_unit.into_iter().enumerate() {
        seen(Progress::Units(at, units));
        let facts =
            store::log::of_unit(connection, campaign, &unit, None, DateTime::<Utc>::MAX_UTC)
                .await?;
        for (definition, week) in kept {
            let loaded = match definitions.entry(definition) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new
                    .insert(store::campaigns::load_under(connection, campaign, definition).await?),
            };
            checkpoint(connection, loaded, &unit, week, &facts).await?;
        }
    }
    Ok(())
}

async fn checkpoint(
    connection: &mut SqliteConnection,
    loaded: &Loaded,
    unit: &UnitCode,
    week: Week,
    facts: &[Fact],
) -> Checked {
    let closing = loaded.campaign.calendar().closing(week);
    let state = UnitState::fold(&loaded.campaign, unit, facts, closing);
    let kept = store::snapshots::checkpoint(
        connection,
        loaded.id,
        loaded.definition_id,
        unit.as_str(),
        week,
    )
    .await?;
    let same = kept.is_some_and(|kept| {
        kept.week == week
            && serde_json::from_str::<UnitState>(&kept.state).is_ok_and(|kept| kept == state)
    });
    if same {
        return Ok(());
    }
    Err(Stop::Differs(format!(
        "checkpoint {unit}, tuần {}: không khớp nhật ký (differs from the log)",
        week.0
    )))
}

/// The log says of every closed week that it was closed, once, with the digest that is kept.
async fn closings(connection: &mut SqliteConnection, campaign: CampaignId) -> Checked {
    let kept = store::snapshots::closings(connection, campaign).await?;
    let digests: BTreeMap<Week, String> = store::snapshots::all(connection, campaign)
        .await?
        .into_iter()
        .map(|snapshot| (snapshot.week, snapshot.digest))
        .collect();
    let mut told = BTreeMap::new();
    for fact in store::log::of_kind(connection, campaign, "week_closed").await? {
        let What::WeekClosed { week, digest } = fact.what else { continue };
        let agrees = kept.get(&week) == Some(&fact.id) && digests.get(&week) == Some(&digest);
        if !agrees || told.insert(week, fact.id).is_some() {
            let name = store::log::name(connection, fact.id).await?;
            return Err(Stop::Differs(format!(
                "{name}: tuần {} không khớp bảng đã chốt (snapshot)",
                week.0
            )));
        }
    }
    match kept.keys().find(|week| !told.contains_key(week)) {
        Some(week) => Err(Stop::Differs(format!(
            "snapshot tuần {}: nhật ký không có dòng chốt tuần (no fact closed it)",
            week.0
        ))),
        None => Ok(()),
    }
}

/// A closed week, computed again as of its closing, is the same to the byte.
async fn closed_week(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    snapshot: &Snapshot,
) -> Checked {
    let week = snapshot.week.0;
    if standings::digest(&snapshot.body) != snapshot.digest {
        return Err(Stop::Differs(format!(
            "snapshot tuần {week}: nội dung không khớp mã băm (altered)"
        )));
    }
    let (computed, honours) =
        standings::honours::compute(connection, campaign, snapshot.week, snapshot.as_of).await?;
    if standings::canonical(&computed)? == snapshot.body {
        return honoured(connection, campaign, snapshot.week, honours).await;
    }
    let stored = standings::parse(snapshot)?;
    let row = stored.overall.iter().find(|row| computed.standing(&row.unit) != Some(row));
    let place = row.map_or_else(String::new, |row| format!(", {}", row.unit));
    Err(Stop::Differs(format!(
        "snapshot tuần {week}{place}: tính lại ra kết quả khác (recomputed otherwise)"
    )))
}

/// The badges and landmarks that the log tells of a week are those it comes to. A week in which
/// none were judged, because the program did not know of them yet, has none.
async fn honoured(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    week: Week,
    computed: Honours,
) -> Checked {
    let mut judged = None;
    for fact in store::log::of_kind(connection, campaign, "week_honoured").await? {
        if let What::WeekHonoured { week: told, badges, landmarks } = &fact.what
            && *told == week
            && judged.replace((fact.id, *badges, landmarks.clone())).is_some()
        {
            return Err(
                differs(connection, fact.id, "tuần đã được xét huy hiệu (judged twice)").await?
            );
        }
    }
    let mut told = Vec::new();
    for fact in store::log::of_kind(connection, campaign, "badge_given").await? {
        if let What::BadgeGiven(given) = fact.what
            && given.week == week
        {
            told.push((fact.id, given));
        }
    }
    let Some((judgement, badges, landmarks)) = judged else {
        return match told.first() {
            Some((fact, _)) => {
                Err(differs(connection, *fact, "tuần này không xét huy hiệu (not judged)").await?)
            }
            None => Ok(()),
        };
    };
    let why = "huy hiệu tính lại ra kết quả khác (recomputed otherwise)";
    for (at, (fact, given)) in told.iter().enumerate() {
        if computed.badges.get(at) != Some(given) {
            return Err(differs(connection, *fact, why).await?);
        }
    }
    if let Some(missing) = computed.badges.get(told.len()) {
        return Err(Stop::Differs(format!(
            "huy hiệu tuần {}, {}: nhật ký không ghi (no fact gives it)",
            week.0, missing.unit
        )));
    }
    let same = usize::try_from(badges) == Ok(told.len()) && landmarks == computed.landmarks;
    if same { Ok(()) } else { Err(differs(connection, judgement, why).await?) }
}

async fn differs(
    connection: &mut SqliteConnection,
    fact: FactId,
    how: &str,
) -> Result<Stop, StoreError> {
    let name = store::log::name(connection, fact).await?;
    Ok(Stop::Differs(format!("{name}: {how}")))
}
