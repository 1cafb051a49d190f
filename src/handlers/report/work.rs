//! One unit's work as somebody who reports for it sees it.

use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::super::context::{Cx, Handled, Stop};
use super::super::entries;
use super::reading::{self, Named};
use crate::domain::campaign::Campaign;
use crate::domain::fact::Line;
use crate::domain::ids::{FactId, IndicatorCode, UnitCode};
use crate::domain::line::{LineState, Setting};
use crate::domain::policy::Action;
use crate::domain::quantity::Quantity;
use crate::domain::scoring::lines_of;
use crate::domain::unit::UnitState;
use crate::say;
use crate::store::campaigns::Loaded;
use crate::text::Lang;

/// For how many days after the last one figures are still taken: the final weeks' figures come in
/// and are checked then.
const DAYS_AFTER_END: u64 = 7;

/// A unit with everything done on it so far.
#[derive(Debug)]
pub(super) struct Work {
    pub(super) loaded: Arc<Loaded>,
    pub(super) unit: UnitCode,
    pub(super) state: UnitState,
}

impl Work {
    /// The work of the person's own unit.
    pub(super) async fn own(cx: &mut Cx<'_>) -> Handled<Self> {
        let loaded = cx.campaign()?;
        let unit = cx.own_unit(&loaded.campaign)?;
        Self::of(cx, &unit).await
    }

    /// The work of a unit for which the person reports.
    pub(super) async fn of(cx: &mut Cx<'_>, unit: &UnitCode) -> Handled<Self> {
        let loaded = cx.campaign()?;
        cx.allow(Action::Report(unit))?;
        let state = cx.state(unit).await?;
        Ok(Self { loaded, unit: unit.clone(), state })
    }

    pub(super) fn campaign(&self) -> &Campaign {
        &self.loaded.campaign
    }

    /// Refuses a figure of a day on which none are taken.
    pub(super) fn check_day(&self, said_at: DateTime<Utc>, lang: Lang) -> Handled {
        let calendar = self.campaign().calendar();
        let day = calendar.date_at(said_at);
        let last = last_day(calendar.end());
        if day < calendar.start() {
            let start = calendar.start();
            return Err(Stop::refuse(say!(lang, "report-too-early", start = start)));
        }
        if day > last {
            let end = calendar.end();
            return Err(Stop::refuse(say!(lang, "report-too-late", end = end, last = last)));
        }
        Ok(())
    }

    /// The indicators on which the unit may report: what it was given and what it pledged, those
    /// whose report is owed first.
    pub(super) fn lines(&self, now: DateTime<Utc>) -> Vec<IndicatorCode> {
        let Some(unit) = self.campaign().unit(&self.unit) else { return Vec::new() };
        let mut lines = self.owed(now);
        for line in lines_of(self.campaign(), unit, &self.state) {
            let pledged = line.state.is_some_and(|s| s.active.is_some() || !s.waiting.is_empty());
            let code = &line.setting.indicator.code;
            if (pledged || line.setting.assignment.is_some()) && !lines.contains(code) {
                lines.push(code.clone());
            }
        }
        lines
    }

    /// The indicators whose report of this week is owed.
    pub(super) fn owed(&self, now: DateTime<Utc>) -> Vec<IndicatorCode> {
        let Some(unit) = self.campaign().unit(&self.unit) else { return Vec::new() };
        crate::domain::reminder::owed(self.campaign(), unit, &self.state, now)
    }

    /// The line that a word names.
    pub(super) fn find(&self, word: &str, now: DateTime<Utc>) -> Named {
        let lines = self.lines(now);
        let all = self.campaign().indicators().iter().map(|indicator| &indicator.code);
        reading::find(word, &lines, all)
    }

    /// What a line is measured against.
    pub(super) fn setting(&self, code: &IndicatorCode, lang: Lang) -> Handled<Setting<'_>> {
        let setting = Setting::of(self.campaign(), &self.unit, code);
        setting.ok_or_else(|| Stop::refuse(say!(lang, "report-line-gone", code = code)))
    }

    pub(super) fn line(&self, code: &IndicatorCode) -> Line {
        Line { unit: self.unit.clone(), indicator: code.clone() }
    }

    /// The line's state without an entry that is about to be replaced.
    pub(super) fn without(
        &self,
        code: &IndicatorCode,
        replaced: Option<FactId>,
    ) -> Option<LineState> {
        let mut line = self.state.line(code)?.clone();
        if let Some(replaced) = replaced {
            line.unchecked.retain(|entry| entry.fact != replaced);
        }
        Some(line)
    }

    /// What a line is to reach: what was pledged, else what was assigned, else all steps.
    pub(super) fn target(&self, setting: &Setting<'_>) -> Option<Quantity> {
        if setting.is_stepwise() {
            return i64::try_from(setting.steps.len()).ok().and_then(Quantity::from_integer);
        }
        let line = self.state.line(&setting.indicator.code);
        let pledged = line.and_then(|line| line.active.as_ref()).map(|pledge| pledge.target);
        pledged.or_else(|| setting.assignment.and_then(|given| given.assigned))
    }

    /// The last value that was not returned.
    pub(super) fn last(&self, setting: &Setting<'_>) -> Quantity {
        let line = self.state.line(&setting.indicator.code);
        line.map_or(setting.baseline, |line| line.last_value(setting))
    }

    /// `THUE – Thu thuế`, as plain text.
    pub(super) fn name(&self, code: &IndicatorCode) -> String {
        entries::indicator_name(self.campaign(), &self.line(code))
    }
}

fn last_day(end: NaiveDate) -> NaiveDate {
    end.checked_add_days(Days::new(DAYS_AFTER_END)).unwrap_or(end)
}
