//! A file of the program's own that several windows keep at once.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use crate::{
    io::{self, WriteError, WriteErrorKind},
    work,
};

/// How often another window that writes the same file is waited for, and how long each time.
const TRIES: usize = 50;
const POLL_TIMEOUT: Duration = Duration::from_millis(20);

/// One window's hold on such a file. Clones are one and the same.
#[derive(Clone, Debug)]
pub(super) struct SharedFile<T> {
    path: Arc<Path>,
    known: Arc<Mutex<LastWritten<T>>>,
}

/// What this window read or wrote last.
#[derive(Debug)]
struct LastWritten<T> {
    content: T,
    number: u64,
}

impl<T: PartialEq> SharedFile<T> {
    /// Takes the file at `path`, of which this window has read `content`.
    pub(super) fn new(path: &Path, content: T) -> Self {
        Self {
            path: path.into(),
            known: Arc::new(Mutex::new(LastWritten { content, number: 0 })),
        }
    }

    /// Tells where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes what is other in `own` than what was read or written last; `number` says how new it is, so
    /// that what is older and comes late is not written over what is newer. `merge` puts `own`, which was
    /// its first argument, into the text that is there; `None`: the text makes no sense. Blocks while
    /// another window writes, for a second at most.
    pub(super) fn save(
        &self,
        own: T,
        number: u64,
        merge: impl Fn(&T, &T, Option<&str>) -> Option<String>,
    ) -> Result<(), WriteError> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if number < known.number || own == known.content {
            return Ok(());
        }
        patiently(|| io::small::update(&self.path, |text| merge(&known.content, &own, text)))?;
        *known = LastWritten {
            content: own,
            number,
        };
        Ok(())
    }
}

/// Tries again while another window is writing.
fn patiently(write: impl Fn() -> Result<(), WriteError>) -> Result<(), WriteError> {
    for _ in 1..TRIES {
        match write() {
            Err(error) if matches!(error.kind, WriteErrorKind::Busy) => work::pause(POLL_TIMEOUT),
            result => return result,
        }
    }
    write()
}
