//! A long file, read, split and put into columns at once: while one block is read, those before it
//! are taken apart on other threads.
//!
//! Blocks are cut where a record seems to begin. That it does is certain only when the block before,
//! walked through from its own beginning, ends right there; since the first block begins with the
//! file, no byte goes unseen. Where a block ends otherwise, or anything else is out of the ordinary, the
//! file is handed on whole, to be split with more care (see [`super::split`]).

mod assembler;
mod blocks;
mod drafts;
mod opening;
mod records;

use std::{
    io::Read,
    sync::{Arc, mpsc::channel},
    time::Duration,
};

use self::{
    assembler::BlockAssembler,
    blocks::{Blocks, Lengths},
    drafts::Drafts,
    opening::{FileOpening, RecordLayout},
    records::Worker,
};
use super::{error::ReadErrorKind, watch::Watch};
use crate::data::{Digest, Readers, SourceFile};

/// A file that has been read.
pub(super) enum Streamed {
    /// With its rows.
    SourceFile(Box<SourceFile>),
    /// As it is.
    Whole(Vec<u8>),
}

/// How long a block is waited for before another is read.
const PATIENCE: Duration = Duration::from_millis(100);

/// Reads to the end what is called `name` and has `total` bytes; more than `limit` are too many.
pub(super) fn read(
    name: &str,
    reader: impl Read,
    total: Option<u64>,
    limit: u64,
    watch: &Watch,
) -> Result<Streamed, ReadErrorKind> {
    let lengths = Lengths::default();
    read_by(lengths, name, reader, total, limit, watch)
}

fn read_by(
    lengths: Lengths,
    name: &str,
    reader: impl Read,
    total: Option<u64>,
    limit: u64,
    watch: &Watch,
) -> Result<Streamed, ReadErrorKind> {
    let mut blocks = Blocks::new(reader, total, limit, lengths, watch);
    let mut first = blocks.first()?;
    let opening = if blocks.is_at_end() {
        None
    } else {
        FileOpening::of(&mut first)
    };
    let Some(opening) = opening else {
        let more = total.unwrap_or(0).saturating_sub(first.len() as u64);
        let too_large = |_| ReadErrorKind::TooLarge(limit);
        first
            .try_reserve_exact(usize::try_from(more).unwrap_or(usize::MAX))
            .map_err(too_large)?;
        blocks.all(&mut first)?;
        return Ok(Streamed::Whole(first));
    };
    let has_mark = opening.has_mark;
    let skeleton = opening.skeleton(name, &first);
    let mut assembler = BlockAssembler::new(&opening);
    let mut drafts = Drafts::new(watch, &skeleton, total);
    let worker = Worker {
        readers: Readers::new(&skeleton),
        progress: watch.progress(),
    };
    let read = read_blocks(first, &mut blocks, &worker, &mut assembler, &mut drafts);
    if let Err(error) = read {
        assembler.discard();
        return Err(error);
    }
    if assembler.is_broken {
        return assembler
            .into_whole(has_mark, &mut blocks)
            .map(Streamed::Whole);
    }
    let part = assembler.into_part(&skeleton);
    Ok(Streamed::SourceFile(Box::new(SourceFile {
        digest: Digest::of_text(has_mark),
        ..part
    })))
}

/// Reads the blocks and has them taken apart.
fn read_blocks(
    first: Vec<u8>,
    blocks: &mut Blocks<impl Read>,
    worker: &Worker,
    assembler: &mut BlockAssembler,
    drafts: &mut Drafts,
) -> Result<(), ReadErrorKind> {
    let (sender, receiver) = channel();
    let opening = assembler.opening;
    rayon::in_place_scope(|scope| {
        let mut first = first;
        blocks.cut(&mut first, &opening.cutter)?;
        let mut next = Some(first);
        while let Some(block) = next {
            let block = Arc::new(block);
            let index = assembler.push(Arc::clone(&block));
            let start = if index == 0 { opening.start } else { 0 };
            let sender = sender.clone();
            scope.spawn(move |_| {
                let stretch = match &opening.layout {
                    RecordLayout::Lines => worker.lines(&block),
                    RecordLayout::Collection(_) => worker.features(&block, start),
                    RecordLayout::Table(head) => worker.rows(&block, start, head),
                };
                // Nobody listens any more only after an error.
                let _ = sender.send((index, stretch));
            });
            assembler.take(receiver.try_iter());
            while assembler.waits_for() > most_waited_for()
                && let Ok(stretch) = receiver.recv_timeout(PATIENCE)
            {
                assembler.take([stretch]);
            }
            assembler.check_count()?;
            if assembler.is_broken {
                return Ok(());
            }
            drafts.look_at(assembler);
            blocks.records = assembler.batch.len();
            next = blocks.next(&opening.cutter)?;
        }
        Ok::<(), ReadErrorKind>(())
    })?;
    drop(sender);
    if blocks.watch().is_cancelled() {
        return Err(ReadErrorKind::Cancelled);
    }
    assembler.take(receiver.iter());
    assembler.check_count()?;
    assembler.is_broken |= !assembler.is_closed();
    Ok(())
}

/// Blocks that are read before those that are taken apart: some for each thread, so that none has
/// to wait, and so few that what is told of the progress is true. A thread that is one of these may
/// not wait for the others.
fn most_waited_for() -> usize {
    match rayon::current_thread_index() {
        None => rayon::current_num_threads() * 4,
        Some(_) => usize::MAX,
    }
}

#[cfg(test)]
mod tests;
