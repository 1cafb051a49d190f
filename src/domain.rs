//! The rules of the competition: pure functions over plain data.

pub mod calendar;
pub mod quantity;
