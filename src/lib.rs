//! thidua

pub mod clock;
pub mod domain;
pub mod import;
pub mod render;
#[cfg(feature = "sandbox")]
pub mod sandbox;
