//! thidua

pub mod clock;
pub mod domain;
#[cfg(feature = "sandbox")]
pub mod sandbox;
