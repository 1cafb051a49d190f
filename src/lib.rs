//! thidua

pub mod button;
pub mod clock;
pub mod domain;
pub mod event;
mod hex;
pub mod outgoing;
#[cfg(feature = "sandbox")]
pub mod sandbox;
pub mod store;
pub mod text;
