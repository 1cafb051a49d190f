//! The rules of the competition: pure functions over plain data.
//!
//! Nothing here asks the time, touches a database, names Telegram or waits for anything. Time and
//! the actor are arguments.

pub mod advice;
pub mod badge;
pub mod backlog;
pub mod briefing;
pub mod calendar;
pub mod campaign;
pub mod collation;
pub mod commendation;
pub mod council;
pub mod course;
pub mod definition;
pub mod directive;
pub mod escalation;
pub mod dispute;
pub mod fact;
pub mod figure;
pub mod forecast;
pub mod ids;
pub mod landmark;
pub mod likeness;
pub mod line;
pub mod nomination;
pub mod obstacle;
pub mod pledge;
pub mod policy;
pub mod progress;
pub mod quantity;
pub mod ranking;
pub mod reminder;
pub mod review;
pub mod risk;
pub mod rules;
pub mod scoring;
pub mod spot_check;
pub mod unit;

#[cfg(test)]
pub(crate) mod testkit;
