//! One binary for all integration tests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that fails fails the test that called it"
)]

mod albums;
mod appeals;
mod architecture;
mod artefacts;
mod badges;
mod board;
mod bot_api;
mod briefs;
mod campaign;
mod cards;
mod checking;
mod cli;
mod council;
mod groups;
mod directives;
mod documents;
mod escalation;
mod freeze;
mod forgetting;
mod recompute;
mod evidence;
mod fairness;
mod english;
mod first_day;
mod first_pages;
mod flows;
mod import;
mod importing;
mod joining;
mod migrations;
mod nominations;
mod my_data;
mod office;
mod obstacles;
mod openness;
mod pictures;
mod pledging;
mod policy;
mod process;
mod rehearsal;
mod replies;
mod reporting;
mod sandbox;
mod seeds;
mod standing;
mod web;
mod workbook;
mod world;
