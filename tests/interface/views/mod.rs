//! Views as an analyst uses them: seen again, said, kept, compared, played.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod briefing;
mod bundle;
mod difference;
mod export;
mod history;
mod jobs;
mod looks;
mod pictures;
mod playback;
mod program;
mod said;
