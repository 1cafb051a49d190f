//! One binary for all integration tests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that fails fails the test that called it"
)]

mod bot_api;
mod cli;
mod import;
mod sandbox;
mod web;
mod world;
