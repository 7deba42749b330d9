//! How a file is read: which of it is wanted, and who hears how far it is.

use std::sync::LazyLock;

use crate::{data::SourceFile, work::Progress};

/// Bytes of a text that is handed on.
const PIECE: usize = 1 << 20;

/// Which part of a file is wanted, and who is told of it while it is read.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    progress: &'a Progress,
    drafts: Option<&'a dyn Fn(SourceFile)>,
    sheet: Option<&'a str>,
    pieces: Option<&'a dyn Fn(String) -> bool>,
}

impl<'a> Watch<'a> {
    /// All of a file; `progress` is told every few milliseconds how far it is, and reading ends soon after that is
    /// cancelled.
    #[must_use]
    pub const fn of(progress: &'a Progress) -> Self {
        Self {
            progress,
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

    /// Hands a text on once it is long and somebody takes it in pieces; it is empty then. Gives the bytes handed on;
    /// `None` when nobody wants more of it.
    pub(super) fn hand_on(&self, text: &mut String) -> Option<usize> {
        let length = text.len();
        let Some(pieces) = self.pieces.filter(|_| length >= PIECE) else {
            return Some(0);
        };
        let piece = std::mem::replace(text, String::with_capacity(length + length / 8));
        pieces(piece).then_some(length)
    }

    /// Who is given drafts.
    pub(super) const fn drafts(&self) -> Option<&'a dyn Fn(SourceFile)> {
        self.drafts
    }

    /// Who hears how far it is.
    pub(super) const fn progress(&self) -> &'a Progress {
        self.progress
    }

    /// Says how many bytes of how many, where that is known, have been read and how many records found; `None` where
    /// nobody wants more.
    pub(super) fn advance(&self, bytes: u64, total: Option<u64>, records: usize) -> Option<()> {
        self.progress.set_records(records);
        self.progress.set(bytes, total.unwrap_or(0));
        self.progress.check()
    }

    /// Whether the file is no longer wanted.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.progress.is_cancelled()
    }
}

impl Watch<'static> {
    /// All of a file; nobody looks on, and nobody cancels.
    #[must_use]
    pub fn nobody() -> Self {
        static NOBODY: LazyLock<Progress> = LazyLock::new(Progress::unwatched);
        Self::of(&NOBODY)
    }
}
