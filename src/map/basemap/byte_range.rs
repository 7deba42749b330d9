//! Ranges of bytes that an archive names.

use super::error::ArchiveError;

/// A range of bytes of the file, or of one section of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ByteRange {
    pub(super) start: u64,
    pub(super) length: u64,
}

impl ByteRange {
    /// Returns a range inside this one, as a range of the file.
    pub(super) fn part(self, inner: Self) -> Result<Self, ArchiveError> {
        let end = inner.start.checked_add(inner.length);
        if end.is_none_or(|end| end > self.length) {
            return Err(ArchiveError::OutOfBounds {
                start: inner.start,
                length: inner.length,
            });
        }
        Ok(Self {
            start: self.start + inner.start,
            length: inner.length,
        })
    }
}
