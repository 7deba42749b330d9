//! How far a command is, on a terminal.

use std::{
    io::{self, IsTerminal as _, Write as _},
    sync::atomic::{AtomicU64, Ordering},
};

use crate::work::Progress;

/// Work whose hundredths are shown on standard error where that is a terminal, and nowhere else.
pub(super) fn shown() -> Progress {
    if !io::stderr().is_terminal() {
        return Progress::unwatched();
    }
    let last = AtomicU64::new(u64::MAX);
    Progress::heard_by(move |progress| {
        let Some(share) = progress.share() else {
            return;
        };
        let percent = (share * 100.0) as u64;
        if last.swap(percent, Ordering::Relaxed) != percent {
            // Nobody is there to tell when even that fails.
            let _ = write!(io::stderr(), "\r{percent:3} %");
        }
    })
}

/// Takes away what [`shown`] has written.
pub(super) fn done() {
    if io::stderr().is_terminal() {
        let _ = write!(io::stderr(), "\r     \r");
    }
}
