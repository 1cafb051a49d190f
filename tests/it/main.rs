//! One binary for all integration tests.

mod bot_api;
mod sandbox;
