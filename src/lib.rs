//! **thidua**: a Telegram bot for *phong trào thi đua 90 ngày*, the 90-day emulation campaigns in
//! which Vietnamese wards and departments finish the year's targets. Units pledge and report with
//! evidence; departments verify; weeks close to rankings that anybody can recompute.
//!
//! These pages are the architecture document. Modules stand below in the order in which a message
//! lives through them.
//!
//! # Two stories, one lane out
//!
//! ```text
//! update ─ telegram::poller ─▶ inbox ─▶ handlers ─▶ one transaction {facts, outbox, inbox done}
//! wall clock ─ scheduler ─▶ jobs ─▶ compute as of the due time ─▶ transaction {result, outbox}
//!                                                        both ─▶ outbox ─▶ telegram::sender
//! ```
//!
//! **An update.** An official sends `/capnhat THUE 76,7 tỷ`. [`telegram::poller`] writes the raw
//! JSON under its `update_id` and commits; only its next request acknowledges it to Telegram.
//! [`inbox`] takes a batch, opens one transaction and gives each update a savepoint of its own.
//! [`telegram::translate`] makes an [`event::Event`] of it; [`handlers`] finds out who asks, reads
//! the command, folds what is known of the line ([`store::book`], kept by [`standings::units`]), lets
//! [`domain::progress`] doubt the figure, appends a fact ([`store::log`]) and puts the answer into the outbox, all in the same
//! transaction. After the commit [`outbox`] finds the row, paces itself and hands it to
//! [`telegram::sender`]. A crash before the commit leaves the update to be handled again; a crash
//! after it leaves the answer to be sent.
//!
//! **A Monday morning.** On Sunday at 18:00 [`scheduler`] inserts the job that closes the week, once
//! for its name and due time. [`jobs`] waits until the inbox is empty, folds every unit's facts up
//! to the closing instant, scores them ([`domain::scoring`]), ranks them ([`domain::ranking`]) and
//! stores the table with its digest; a job that runs on Tuesday computes the same bytes. On Monday
//! at 06:30 the ranking and the brief go to the leaders, at 07:30 the public part to the groups.
//!
//! # What holds everywhere
//!
//! Stated as absences, because an absence can be looked for:
//!
//! - [`domain`] never asks the time, never waits and never touches a database. Time and the actor
//!   are arguments.
//! - No module but [`telegram`] names teloxide. No module but [`store`] contains SQL.
//! - Handlers never send: they put rows into the outbox. Nothing is said before the commit.
//! - Facts are never changed or removed: triggers forbid it, and a hash chain shows it.
//! - No figure shown to anybody is kept anywhere but in the log and what is folded from it.
//! - `sandbox` imports nothing of the crate but [`clock`], and the core builds without it.
//! - Nobody but [`clock::SystemClock`] asks the machine for the time.
//!
//! # Decisions worth knowing
//!
//! - *One log.* All facts of all campaigns are rows of one table, chained in one order. What people
//!   see (queues, states, tables) is folded from them; `pending`, `evidence` and `checkpoint` only
//!   save time, and `verify` recomputes them. What photos look like (`picture`) is a hint besides.
//! - *Recorded and counted time.* A fact counts from the instant of the message that said it, but
//!   never later than its recording and never inside a week already closed.
//! - *Definitions are facts.* Importing a workbook appends the whole definition; a past table is
//!   computed under the rules of its own day.
//! - *A ballot is secret, a voter is not.* That somebody voted is a fact of the log; how is a row of
//!   an urn without person or time ([`store::council`]). No message, conversation or kept update
//!   tells ([`handlers::vote`]); only the counts enter the log, when the vote is closed, and of too
//!   few ballots only how many they were.
//! - *Nominated people stand beside the log* ([`domain::nomination`]), and so does what the office
//!   says about them: a hashed fact could never forget a name.
//! - *So do the people whom a workbook lists* ([`store::listed`]): a definition is hashed without
//!   them and read with those who are not erased.
//! - *Forgetting is one sequence* ([`store::people::forget`]), by a person's wish or by time. What
//!   waits to be sent about a candidate is told anew without the name; a paper read before an
//!   erasure is read again.
//! - *Badges are facts of a closing.* They are judged with the table, as of the same instant, enter
//!   the log in the same transaction, and `verify` judges them again. The fact `week_honoured` says
//!   that they were judged at all: weeks closed by an older program have none.
//! - *A forecast follows medians.* The median slope of the weekly points, not least squares: one
//!   figure typed wrong must not frighten a leader ([`domain::forecast`]).
//! - *A card follows words.* The picture after `/visao` is drawn by a job from the figures the words
//!   had; where the log has gone on about the unit meanwhile, the words stand alone ([`jobs::card`]).
//! - *The rehearsal and the stage* (`rehearsal`, `stage`) play officials who only ever talk to the
//!   bot over HTTP; they read the definition and the finished tables, and write nothing else.
//! - *Updates are read by our own tolerant structs*, requests are teloxide's typed payloads sent
//!   through its client ([`telegram`] says why).

pub mod clock;
pub mod event;
pub mod telegram;
pub mod inbox;
pub mod button;
pub mod handlers;
pub mod domain;
pub mod text;
pub mod store;
pub mod standings;
pub mod define;
pub mod scheduler;
pub mod jobs;
pub mod outgoing;
pub mod outbox;
pub mod import;
pub mod export;
pub mod audit;
pub mod render;
pub mod papers;
pub mod config;
pub mod web;
pub mod app;
mod hex;
#[cfg(feature = "sandbox")]
pub mod sandbox;
#[cfg(feature = "sandbox")]
pub mod rehearsal;
#[cfg(feature = "sandbox")]
pub mod stage;
