//! The guided conversations: where a person is in one, as kept between two updates.

use serde::{Deserialize, Serialize};

/// A conversation in the middle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dialogue {
    /// A pledge being made.
    Pledge(super::pledge::Draft),
    /// Progress being reported.
    Report(super::report::Draft),
    /// The queue of pledges.
    Approve(super::approve::Draft),
    /// Obstacles: raised, assigned, answered, closed.
    Obstacle(super::obstacle::Draft),
    /// Directives: given, reported, closed.
    Direct(super::direct::Draft),
    /// The queue of entries.
    Verify(super::verify::Draft),
    /// A council award being proposed.
    Adjust(super::adjust::Draft),
    /// An entry being declared false.
    FalseReport(super::false_report::Draft),
    /// A confirmed value being corrected in public.
    Correct(super::correct::Draft),
    /// An appeal being made or decided.
    Appeal(super::appeal::Draft),
    /// Entries being looked at a second time.
    SpotCheck(super::spot_check::Draft),
    /// A workbook being imported.
    Import(super::import::Draft),
    /// Thanks, an example of the week, a badge being taken back.
    Honour(super::badges::Draft),
    /// An invitation being made.
    Invite(super::invite::Draft),
    /// A nomination being made.
    Nominate(super::nominate::Draft),
    /// The council's work being prepared by the office.
    Commend(super::commend::Draft),
    /// A unit being excused from a week's reports.
    Excuse(super::excuse::Draft),
    /// An announcement being written.
    Announce(super::announce::Draft),
    /// A campaign being left.
    Leave(super::leave::Draft),
    /// One's own data being erased.
    Erase(super::me::Draft),
}
