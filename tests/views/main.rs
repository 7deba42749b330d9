//! Views as an analyst uses them: seen again, said, kept, compared, played.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "../support/program.rs"]
mod start;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/world.rs"]
mod world;

mod briefing;
mod command;
mod difference;
mod history;
mod looks;
mod playback;
mod program;
mod said;
