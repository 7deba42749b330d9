//! How far a long task has come, and whether it is still wanted.

use std::sync::atomic::{AtomicBool, Ordering};

use super::error::ReadErrorKind;
use crate::data::SourceFile;

/// Bytes of a text that is handed on.
const PIECE: usize = 1 << 20;

/// How far reading or writing has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes done.
    pub bytes: u64,
    /// Bytes in all, where that is known.
    pub total: Option<u64>,
    /// Records found.
    pub records: usize,
}

/// Told about progress, and asked whether to go on.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    report: &'a dyn Fn(Progress),
    cancelled: &'a AtomicBool,
    drafts: Option<&'a dyn Fn(SourceFile)>,
    sheet: Option<&'a str>,
    pieces: Option<&'a dyn Fn(String) -> bool>,
}

impl<'a> Watch<'a> {
    /// `report` is called every few milliseconds of work; the task ends soon after `cancelled`
    /// becomes true.
    #[must_use]
    pub const fn new(report: &'a dyn Fn(Progress), cancelled: &'a AtomicBool) -> Self {
        Self {
            report,
            cancelled,
            drafts: None,
            sheet: None,
            pieces: None,
        }
    }

    /// The same, and `drafts` is given what is there of a long file a few times while it is read: its
    /// first records, as a file of their own. Reading waits for it.
    #[must_use]
    pub const fn with_drafts(self, drafts: &'a dyn Fn(SourceFile)) -> Self {
        Self {
            drafts: Some(drafts),
            ..self
        }
    }

    /// The same, and of a workbook the sheet of this name is wanted.
    #[must_use]
    pub const fn with_sheet(self, sheet: Option<&'a str>) -> Self {
        Self { sheet, ..self }
    }

    /// The sheet of a workbook that is wanted; `None`: the one that looks most like records.
    pub(super) const fn sheet(&self) -> Option<&'a str> {
        self.sheet
    }

    /// The same, and `pieces` is given the text that is made of a long file of another format, a piece at a time, as it
    /// is made; it says whether it wants more.
    #[must_use]
    pub(super) const fn with_pieces(self, pieces: &'a dyn Fn(String) -> bool) -> Self {
        Self {
            pieces: Some(pieces),
            ..self
        }
    }

    /// Hands a text on once it is long and somebody takes it in pieces; it is empty then. Gives the bytes handed on.
    ///
    /// # Errors
    /// When nobody wants more of it.
    pub(super) fn hand_on(&self, text: &mut String) -> Result<usize, ReadErrorKind> {
        let length = text.len();
        let Some(pieces) = self.pieces.filter(|_| length >= PIECE) else {
            return Ok(0);
        };
        let piece = std::mem::replace(text, String::with_capacity(length + length / 8));
        if pieces(piece) {
            Ok(length)
        } else {
            Err(ReadErrorKind::Cancelled)
        }
    }

    /// Who is given drafts.
    pub(super) const fn drafts(&self) -> Option<&'a dyn Fn(SourceFile)> {
        self.drafts
    }

    /// What becomes true when the task is no longer wanted, for other threads to ask.
    pub(super) const fn cancelled_flag(&self) -> &'a AtomicBool {
        self.cancelled
    }

    /// Tells how far the task has come.
    pub fn report(&self, progress: Progress) {
        (self.report)(progress);
    }

    /// Whether the task is no longer wanted.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

impl Watch<'static> {
    /// Nobody looks on, and nobody cancels.
    #[must_use]
    pub fn nobody() -> Self {
        static NEVER: AtomicBool = AtomicBool::new(false);
        Self::new(&|_| {}, &NEVER)
    }
}
