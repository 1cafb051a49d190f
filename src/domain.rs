//! The rules of the competition: pure functions over plain data.
//!
//! Nothing here asks the time, touches a database, names Telegram or waits for anything. Time and
//! the actor are arguments.

pub mod calendar;
pub mod campaign;
pub mod definition;
pub mod fact;
pub mod ids;
pub mod policy;
pub mod quantity;
pub mod rules;
