//! Records are written in rounds: many are rendered at a time, and between two rounds it is said how far the work has
//! come and asked whether it is still wanted.

use crate::model::RowId;
use std::io::Write;

use rayon::prelude::*;

use super::Export;
use crate::{io::error::WriteErrorKind, work::Progress};

/// Records that are rendered together.
const RECORDS_OF_PIECE: usize = 512;

/// Pieces that each core renders while those before are written.
const PIECES_OF_CORE: usize = 4;

/// Records between two reports of progress.
const RECORDS_BETWEEN_REPORTS: usize = 1024;

impl Export<'_> {
    /// Writes the features of `rows` as `render` puts each at the end of a text, told its number; many are
    /// rendered at a time, on every core, while those before are written.
    pub(in crate::io) fn write_features(
        rows: &[RowId],
        out: &mut dyn Write,
        progress: &Progress,
        render: impl Fn(usize, RowId, &mut String) + Sync,
    ) -> Result<(), WriteErrorKind> {
        let pieces_of_round = rayon::current_num_threads() * PIECES_OF_CORE;
        let round = RECORDS_OF_PIECE * pieces_of_round;
        let render_round = |(number, rows): (usize, &[RowId]), pieces: &mut Vec<String>| {
            let rows = rows.par_chunks(RECORDS_OF_PIECE).enumerate();
            rows.zip(pieces).for_each(|((piece, rows), text)| {
                let first = number * round + piece * RECORDS_OF_PIECE;
                text.clear();
                for (at, row) in rows.iter().enumerate() {
                    render(first + at, *row, text);
                }
            });
        };
        // The texts are used again and again: fresh memory costs more than what is put into it.
        let mut ready = vec![String::new(); pieces_of_round];
        let mut next = ready.clone();
        let mut rounds = rows.chunks(round).enumerate();
        let mut bytes: usize = 0;
        let mut records = 0;
        if let Some(first) = rounds.next() {
            render_round(first, &mut ready);
        }
        while records < rows.len() {
            progress
                .advance(bytes, 0)
                .ok_or(WriteErrorKind::Cancelled)?;
            let following = rounds.next();
            let (render_round, coming) = (&render_round, &mut next);
            let written = rayon::in_place_scope(|scope| {
                if let Some(following) = following {
                    scope.spawn(move |_| render_round(following, coming));
                }
                write_all(&ready, out)
            });
            bytes += written?;
            records += round;
            ready.iter_mut().for_each(String::clear);
            std::mem::swap(&mut ready, &mut next);
        }
        Ok(())
    }

    /// Calls `write` for each row, which answers how many bytes it wrote; reports, and ends when
    /// nobody wants it any more.
    pub(in crate::io) fn for_each_row(
        rows: &[RowId],
        progress: &Progress,
        mut write: impl FnMut(RowId) -> Result<usize, WriteErrorKind>,
    ) -> Result<(), WriteErrorKind> {
        let mut bytes: usize = 0;
        for (index, &row) in rows.iter().enumerate() {
            if index.is_multiple_of(RECORDS_BETWEEN_REPORTS) {
                progress
                    .advance(bytes, 0)
                    .ok_or(WriteErrorKind::Cancelled)?;
            }
            bytes += write(row)?;
        }
        Ok(())
    }
}

/// Writes texts one after another; how many bytes that was.
fn write_all(pieces: &[String], out: &mut dyn Write) -> Result<usize, WriteErrorKind> {
    let mut bytes: usize = 0;
    for piece in pieces {
        out.write_all(piece.as_bytes())?;
        bytes += piece.len();
    }
    Ok(bytes)
}
