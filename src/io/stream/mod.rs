//! A long file, read, split and put into columns at once: while one block is read, those before it
//! are taken apart on other threads.
//!
//! Blocks are cut where a record seems to begin. That it does is certain only when the block before,
//! walked through from its own beginning, ends right there; since the first block begins with the
//! file, no byte goes unseen. Where a block ends otherwise, or anything else is out of the ordinary, the
//! file is handed on whole, to be split with more care (see [`super::split`]).

mod blocks;
mod records;

use std::{
    collections::BTreeMap,
    io::Read,
    sync::{Arc, mpsc::channel},
};

use self::{
    blocks::{Blocks, Cutter},
    records::{End, Stretch},
};
use super::{
    decode::UTF_8_MARK,
    error::ReadErrorKind,
    read::{guess_mapping, parse_members},
    split::{self, Member, looks_like_lines},
    watch::Watch,
};
use crate::store::{Batch, Digest, Format, Part, Readers, Spans, Text};

/// A file that has been read.
pub(super) enum Streamed {
    /// With its rows.
    Part(Box<Part>),
    /// As it is.
    Whole(Vec<u8>),
}

/// Bytes at the beginning of a file whose records its mapping is guessed from.
const SAMPLE: usize = 1 << 20;

/// Reads to the end what is called `name` and has `total` bytes; more than `limit` are too many.
pub(super) fn read(
    name: &str,
    reader: impl Read,
    total: Option<u64>,
    limit: u64,
    watch: &Watch,
) -> Result<Streamed, ReadErrorKind> {
    let mut blocks = Blocks::new(reader, total, limit, watch);
    let mut first = blocks.first()?;
    let opening = if blocks.is_at_end() {
        None
    } else {
        Opening::of(&mut first)
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
    let mut sheaf = Sheaf::new(&opening);
    read_blocks(first, &mut blocks, &skeleton, &mut sheaf)?;
    if sheaf.is_broken {
        return sheaf.into_whole(has_mark, &mut blocks).map(Streamed::Whole);
    }
    let part = sheaf.into_part(&skeleton);
    Ok(Streamed::Part(Box::new(Part {
        digest: Digest::of_text(has_mark),
        ..part
    })))
}

/// What the beginning of a file shows.
struct Opening {
    cutter: Cutter,
    /// The members before the records.
    members: Vec<Member>,
    /// Where the first record begins.
    start: usize,
    has_mark: bool,
}

impl Opening {
    /// Takes the byte order mark away and looks at what follows it; `None`, with the mark in its place,
    /// where the file is not for this way.
    fn of(first: &mut Vec<u8>) -> Option<Self> {
        let has_mark = first.starts_with(UTF_8_MARK);
        let mark = if has_mark { UTF_8_MARK.len() } else { 0 };
        let opening = Self::of_text(valid(first.get(mark..)?))?;
        first.drain(..mark);
        Some(Self {
            has_mark,
            ..opening
        })
    }

    fn of_text(text: &str) -> Option<Self> {
        if !text.trim_ascii_start().starts_with('{') {
            return None;
        }
        if looks_like_lines(text) {
            return Some(Self {
                cutter: Cutter::Lines,
                members: Vec::new(),
                start: 0,
                has_mark: false,
            });
        }
        let (members, start) = split::head(text)?;
        let opening = split::opening_of(text, start)?;
        Some(Self {
            cutter: Cutter::Records(opening.as_bytes().to_vec()),
            members,
            start,
            has_mark: false,
        })
    }

    /// A part like the one that the file will be, with its first few records.
    fn skeleton(&self, name: &str, first: &[u8]) -> Part {
        let text = valid(first);
        let mut end = text.len().min(SAMPLE.max(self.start * 2));
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = text.get(..end).unwrap_or_default();
        let spans = match self.cutter {
            Cutter::Lines => split::whole_lines(text),
            Cutter::Records(_) => split::whole_values(text, self.start),
        };
        let text = Text::from(text);
        let members = parse_members(&text, &self.members, &mut Vec::new());
        let mut part = Part {
            members,
            format: self.format(),
            ..Part::of_lines(name, text, spans.into_iter().collect())
        };
        guess_mapping(&mut part);
        part
    }

    const fn format(&self) -> Format {
        match self.cutter {
            Cutter::Lines => Format::GeoJsonLines,
            Cutter::Records(_) => Format::GeoJson,
        }
    }
}

/// The text up to the first byte that is not UTF-8, which may be a letter cut in two.
fn valid(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(valid).unwrap_or_default()
        }
    }
}

/// Reads the blocks and has them taken apart.
fn read_blocks(
    first: Vec<u8>,
    blocks: &mut Blocks<impl Read>,
    skeleton: &Part,
    sheaf: &mut Sheaf,
) -> Result<(), ReadErrorKind> {
    let readers = Readers::new(skeleton);
    let (sender, receiver) = channel();
    let opening = sheaf.opening;
    rayon::in_place_scope(|scope| {
        let mut first = first;
        blocks.cut(&mut first, &opening.cutter)?;
        let mut next = Some(first);
        while let Some(block) = next {
            let block = Arc::new(block);
            let index = sheaf.push(Arc::clone(&block));
            let start = if index == 0 { opening.start } else { 0 };
            let (sender, readers) = (sender.clone(), &readers);
            scope.spawn(move |_| {
                let stretch = match opening.cutter {
                    Cutter::Lines => records::lines(&block, readers),
                    Cutter::Records(_) => records::features(&block, start, readers),
                };
                // Nobody listens any more only after an error.
                let _ = sender.send((index, stretch));
            });
            sheaf.take(receiver.try_iter());
            sheaf.check_count()?;
            if sheaf.is_broken {
                return Ok(());
            }
            blocks.records = sheaf.batch.len();
            next = blocks.next(&opening.cutter)?;
        }
        Ok::<(), ReadErrorKind>(())
    })?;
    drop(sender);
    sheaf.take(receiver.iter());
    sheaf.check_count()?;
    sheaf.is_broken |= !sheaf.is_closed();
    Ok(())
}

/// What has been read so far.
struct Sheaf<'a> {
    opening: &'a Opening,
    blocks: Vec<Arc<Vec<u8>>>,
    /// What came out of its turn.
    early: BTreeMap<usize, Stretch>,
    /// How many blocks have been taken in, and how many bytes they have.
    taken: usize,
    bytes: usize,
    batch: Batch,
    spans: Spans,
    /// Where the bracket stands that closes the records.
    closed: Option<usize>,
    is_broken: bool,
}

impl<'a> Sheaf<'a> {
    fn new(opening: &'a Opening) -> Self {
        Self {
            opening,
            blocks: Vec::new(),
            early: BTreeMap::new(),
            taken: 0,
            bytes: 0,
            batch: Batch::default(),
            spans: Spans::default(),
            closed: None,
            is_broken: false,
        }
    }

    /// Adds a block and gives its number.
    fn push(&mut self, block: Arc<Vec<u8>>) -> usize {
        self.blocks.push(block);
        self.blocks.len() - 1
    }

    /// Takes in what has been read, in the order of the file.
    fn take(&mut self, stretches: impl Iterator<Item = (usize, Stretch)>) {
        self.early.extend(stretches);
        while let Some(stretch) = self.early.remove(&self.taken) {
            // Behind the records there may only be what closes the collection, in one block.
            self.is_broken |= stretch.end == End::Broken || self.closed.is_some();
            if let End::Closed(at) = stretch.end {
                self.closed = Some(self.bytes + at);
            }
            self.batch.append(&stretch.batch);
            let first = self.bytes;
            let spans = stretch.spans.iter();
            self.spans
                .extend(spans.map(|span| first + span.start..first + span.end));
            self.bytes += self.blocks.get(self.taken).map_or(0, |block| block.len());
            self.taken += 1;
        }
    }

    /// A file with more records than its length makes likely is refused.
    fn check_count(&self) -> Result<(), ReadErrorKind> {
        let length = self.blocks.iter().map(|block| block.len()).sum();
        let limit = split::most_records(length);
        if self.batch.len() > limit {
            return Err(ReadErrorKind::TooManyRecords(limit));
        }
        Ok(())
    }

    fn is_closed(&self) -> bool {
        match self.opening.cutter {
            Cutter::Lines => self.has_features(),
            Cutter::Records(_) => self.tail().is_some_and(|tail| self.is_collection(&tail)),
        }
    }

    fn has_features(&self) -> bool {
        let finder = memchr::memmem::Finder::new(b"\"Feature\"");
        self.blocks.iter().any(|block| finder.find(block).is_some())
    }

    /// The members behind the records, which stand in the last block.
    fn tail(&self) -> Option<Vec<Member>> {
        let last = self.blocks.last()?;
        let start = self.bytes - last.len();
        let text = simdutf8::basic::from_utf8(last).ok()?;
        let members = split::tail(text, self.closed?.checked_sub(start)?)?;
        let moved = members.into_iter().map(|member| Member {
            key: start + member.key.start..start + member.key.end,
            value: start + member.value.start..start + member.value.end,
            ..member
        });
        Some(moved.collect())
    }

    /// Whether the members are those of a collection, once each.
    fn is_collection(&self, tail: &[Member]) -> bool {
        let text = self.text();
        let members = || self.opening.members.iter().chain(tail);
        let mut types = members().filter(|member| member.name == "type");
        let stated = types.next().map(|member| text.slice(&member.value));
        stated == Some("\"FeatureCollection\"")
            && types.next().is_none()
            && members().all(|member| member.name != "features")
    }

    fn text(&self) -> Text {
        let mut text = Text::default();
        for block in &self.blocks {
            text.push(Arc::clone(block));
        }
        text
    }

    fn into_part(mut self, skeleton: &Part) -> Part {
        let text = self.text();
        let mut written_members = self.opening.members.clone();
        written_members.extend(self.tail().unwrap_or_default());
        let mut issues = Vec::new();
        let members = parse_members(&text, &written_members, &mut issues);
        self.spans.shrink_to_fit();
        let mut part = Part {
            format: self.opening.format(),
            members,
            written_members,
            issues,
            ..Part::of_lines(&skeleton.name, text, self.spans)
        };
        guess_mapping(&mut part);
        part.derived = Some((skeleton.mapping.clone(), Box::new(self.batch)));
        part
    }

    /// All bytes of the file in one piece. Blocks go as they are copied.
    fn into_whole(
        self,
        has_mark: bool,
        blocks: &mut Blocks<impl Read>,
    ) -> Result<Vec<u8>, ReadErrorKind> {
        let mut whole = Vec::new();
        if has_mark {
            whole.extend_from_slice(UTF_8_MARK);
        }
        drop((self.batch, self.spans, self.early));
        for block in self.blocks {
            whole
                .try_reserve(block.len())
                .map_err(|_| ReadErrorKind::TooLarge(blocks.bytes))?;
            whole.extend_from_slice(&block);
        }
        blocks.all(&mut whole)?;
        Ok(whole)
    }
}
