//! The records of a file to rows, on every core.

use std::{
    ops::Range,
    sync::{Mutex, PoisonError},
};

use rayon::prelude::*;

use super::{batch::Batch, fast_path::BatchReader, source_file::SourceFile};

/// Records of one piece of work: few at first, so that whoever waits soon hears something.
const FIRST_ROWS: usize = 512;
const MOST_ROWS: usize = 8192;

/// Bytes of one piece of work, unless one record is longer.
const MOST_BYTES: usize = 1 << 20;

/// Pieces of work between two looks at whether the work is still wanted, by thread.
const PIECES: usize = 4;

/// Readers that threads take turns with, so that each remembers dates from one piece of work to the next.
pub struct Readers<'a> {
    part: &'a SourceFile,
    idle: Mutex<Vec<BatchReader<'a>>>,
}

impl<'a> Readers<'a> {
    /// Readers of records that stand in `part`.
    #[must_use]
    pub fn new(part: &'a SourceFile) -> Self {
        Self {
            part,
            idle: Mutex::default(),
        }
    }

    /// Lets `read` have a reader and gives the rows that it read.
    pub fn read<T>(&self, read: impl FnOnce(&mut BatchReader<'a>) -> T) -> (Batch, T) {
        let lock = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let idle = lock().pop();
        let mut reader = idle.unwrap_or_else(|| BatchReader::new(self.part));
        let result = read(&mut reader);
        let batch = reader.take();
        lock().push(reader);
        (batch, result)
    }
}

/// Appends the rows of `part` to `batch` and tells `advance` how many bytes are done, which
/// says whether more is wanted.
pub(super) fn derive(
    part: &SourceFile,
    batch: &mut Batch,
    advance: &mut dyn FnMut(usize) -> Option<()>,
) -> Option<()> {
    let readers = Readers::new(part);
    let mut next = 0;
    let mut rows = FIRST_ROWS;
    while next < part.spans.len() {
        let pieces = pieces(part, next, rows);
        next = pieces.last().map_or(part.spans.len(), |piece| piece.end);
        let batches: Vec<(Batch, usize)> = pieces
            .into_par_iter()
            .map(|piece| readers.read(|reader| read_piece(part, piece, reader)))
            .collect();
        for (derived, bytes) in batches {
            batch.append(&derived);
            advance(bytes)?;
        }
        rows = (rows * 2).min(MOST_ROWS);
    }
    Some(())
}

/// The next pieces of work from row `next` on, one after the other.
fn pieces(part: &SourceFile, mut next: usize, rows: usize) -> Vec<Range<usize>> {
    let count = rayon::current_num_threads() * PIECES;
    let mut pieces = Vec::with_capacity(count);
    while pieces.len() < count && next < part.spans.len() {
        let start = next;
        let mut bytes = 0;
        while next < part.spans.len() && next - start < rows && bytes < MOST_BYTES {
            bytes += part.spans.own(next).len();
            next += 1;
        }
        pieces.push(start..next);
    }
    pieces
}

/// How many bytes the records of a piece have.
fn read_piece(part: &SourceFile, piece: Range<usize>, reader: &mut BatchReader) -> usize {
    let mut bytes = 0;
    for span in piece.map(|record| part.spans.own(record)) {
        bytes += span.len();
        reader.push(part.slice(&span));
    }
    bytes
}
