//! thidua

pub mod app;
pub mod button;
pub mod clock;
pub mod domain;
pub mod event;
pub mod handlers;
mod hex;
pub mod inbox;
pub mod outbox;
pub mod outgoing;
pub mod render;
#[cfg(feature = "sandbox")]
pub mod sandbox;
pub mod store;
pub mod telegram;
pub mod text;
