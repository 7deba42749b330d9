//! Work off the drawing thread: the only place that starts threads, and each has a name.
//!
//! A [`Job`] runs once and brings one answer back; it may show drafts on the way. A [`BackgroundQuery`] keeps an answer
//! under its whole question: the last one stands until the new one is there. Both are owned by whoever asked, and
//! dropping them cancels the work. [`Progress`] is how work tells how far it is and hears that nobody waits any more.
//! [`Room`] starts jobs, wakes the drawing thread when one has something to give, and knows which are under way.
//! [`ByteCache`] keeps what was made within a budget of bytes.

mod cache;
mod job;
mod progress;
mod query;
mod room;
mod stop;
mod thread;

pub use cache::ByteCache;
pub use job::{Ended, Job};
pub use progress::Progress;
pub use query::{BackgroundQuery, Polled, is_quick};
pub use room::{Room, Underway};
pub use stop::when_told_to_stop;
pub use thread::{beside, drop_in_background, pause, spawn};
