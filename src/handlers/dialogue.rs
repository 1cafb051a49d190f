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
    /// The queue of entries.
    Verify(super::verify::Draft),
    /// A workbook being imported.
    Import(super::import::Draft),
    /// Thanks, an example of the week, a badge being taken back.
    Honour(super::badges::Draft),
    /// An invitation being made.
    Invite(super::invite::Draft),
    /// A unit being excused from a week's reports.
    Excuse(super::excuse::Draft),
    /// One's own data being erased.
    Erase(super::me::Draft),
}
