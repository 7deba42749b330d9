//! The log of changes: one append-only file of lines for each author, each line chained to the one before by its digest.
//!
//! [`ChangeLog`] is what all authors of a dataset wrote; its union with another is that of their lines. [`settle`] says
//! in which order lines take effect and which of them contradict each other: where two authors changed one value without
//! knowing of each other, neither takes effect and both are kept, until somebody who has seen both decides. No clock
//! ever picks a winner.

mod author;
mod id;
mod line;
mod log;
mod settle;
mod verify;

pub use author::file_name;
pub use id::new_id;
pub use line::{Entry, LineFault, LogLine, Rec, digest_of};
pub use log::{AuthorLog, ChangeLog, Fault, FaultKind};
pub use settle::{Dispute, DisputedValue, Settled, settle};
pub use verify::{LogVerifier, VerifiedLog};
