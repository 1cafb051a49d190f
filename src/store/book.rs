//! Unit states.
