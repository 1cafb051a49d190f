//! Notices that a decision has completed a pledge, so that its unit hears of it.

use super::context::{Cx, Handled};
use crate::domain::fact::Line;
use crate::domain::ids::FactId;
use crate::domain::line::Setting;
use crate::jobs::celebrate::{self, Done};

/// The pledge of a line that stands done and checked now, if it does.
///
/// # Errors
/// When the database refuses.
pub(super) async fn done(cx: &mut Cx<'_>, line: &Line) -> Handled<Option<FactId>> {
    let loaded = cx.campaign()?;
    let state = cx.state(&line.unit).await?;
    let Some(setting) = Setting::of(&loaded.campaign, &line.unit, &line.indicator) else {
        return Ok(None);
    };
    let found = state.line(&line.indicator).filter(|found| found.is_complete(&setting));
    Ok(found.and_then(|found| found.active.as_ref()).map(|active| active.fact))
}

/// Calls for the celebration of what was not done `before` a decision and is after it.
///
/// # Errors
/// When it cannot be kept.
pub(super) async fn if_done(cx: &mut Cx<'_>, line: &Line, before: Option<FactId>) -> Handled {
    let Some(pledge) = done(cx, line).await?.filter(|done| Some(*done) != before) else {
        return Ok(());
    };
    let campaign = cx.campaign()?.id;
    let done = Done { campaign, line: line.clone(), pledge, as_of: cx.now };
    celebrate::call(cx.tx, &done, cx.now).await?;
    Ok(())
}
