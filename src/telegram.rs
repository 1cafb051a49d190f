//! The only room that knows Telegram: what comes in becomes an [`Event`](crate::event::Event), what
//! goes out is delivered from the outbox.
//!
//! Requests are teloxide's own typed payloads, sent through teloxide's client. The transport around
//! them is ours for three reasons found by running it: teloxide waits ten seconds inside every 5xx
//! before it returns the error; it drops the text of a message that carries one entity it does not
//! know yet; and its poller acknowledges a batch before anything of it is stored.

pub mod api;
pub mod checkup;
pub mod poller;
pub mod sender;
pub mod translate;
