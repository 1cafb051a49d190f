//! One binary for all integration tests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that fails fails the test that called it"
)]

mod architecture;
mod checking;
mod importing;
mod reporting;
mod bot_api;
mod campaign;
mod cli;
mod import;
mod joining;
mod pledging;
mod rehearsal;
mod sandbox;
mod seeds;
mod web;
mod world;
