//! What a campaign's definition must satisfy before it may enter the log, and what a new one
//! changes.
//!
//! The definition is seen here as the office sees it, as tables with named columns. [`rows`] is
//! that view; the workbook writer prints it, [`diff`] compares two of it, and the places that
//! [`check`] names are its cells, so that an importer can point at the one on the screen.

mod check;
mod diff;
mod next;
mod people;
mod records;
mod setting;
mod spelling;
mod table;

pub use check::{LONGEST_CODE, LONGEST_DAYS, Place, Problem, Severity, Trouble, check};
pub use diff::{Alteration, Change, diff};
pub use next::{Values, next};
pub use people::same_people;
pub use records::Record;
pub use setting::{Access, SETTINGS, Setting, Slot, parse_week_time, print_week_time};
pub use spelling::{key, nearest, same_code};
pub use table::{Column, Content, Table, kind_word, rows};
