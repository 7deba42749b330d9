//! What has been read of a file, put together in the order of the file.

use std::{collections::BTreeMap, io::Read, sync::Arc};

use super::{
    blocks::Blocks,
    opening::{FileOpening, RecordLayout},
    records::{BlockEnd, ParsedBlock},
};
use crate::{
    data::{Batch, SourceFile, SourceText, Spans},
    io::{
        decode::UTF_8_MARK, error::ReadErrorKind, formats::csv, members::parse_members,
        split::most_records,
    },
    scan::json::{self, Member},
    work::drop_in_background,
};

/// What has been read so far.
pub(super) struct BlockAssembler<'a> {
    pub(super) opening: &'a FileOpening,
    blocks: Vec<Arc<Vec<u8>>>,
    /// What came out of its turn.
    early: BTreeMap<usize, ParsedBlock>,
    /// How many blocks have been taken in, and how many bytes they have.
    taken: usize,
    bytes: usize,
    pub(super) batch: Batch,
    spans: Spans,
    /// Where the bracket stands that closes the records.
    closed: Option<usize>,
    pub(super) is_broken: bool,
    /// Rows with nothing of their own that were passed over.
    passed_over: usize,
}

impl<'a> BlockAssembler<'a> {
    pub(super) fn new(opening: &'a FileOpening) -> Self {
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
            passed_over: 0,
        }
    }

    /// Adds a block and gives its number.
    pub(super) fn push(&mut self, block: Arc<Vec<u8>>) -> usize {
        self.blocks.push(block);
        self.blocks.len() - 1
    }

    /// How many blocks have not been taken in.
    pub(super) fn waits_for(&self) -> usize {
        self.blocks.len() - self.taken - self.early.len()
    }

    /// Takes in what has been read, in the order of the file.
    pub(super) fn take(&mut self, stretches: impl IntoIterator<Item = (usize, ParsedBlock)>) {
        self.early.extend(stretches);
        while let Some(stretch) = self.early.remove(&self.taken) {
            // Behind the records there may only be what closes the collection, in one block.
            self.is_broken |= stretch.end == BlockEnd::Broken || self.closed.is_some();
            if let BlockEnd::Closed(at) = stretch.end {
                self.closed = Some(self.bytes + at);
            }
            self.batch.append(&stretch.batch);
            self.passed_over += stretch.passed_over;
            let first = self.bytes;
            let spans = stretch.spans.iter();
            self.spans
                .extend(spans.map(|span| first + span.start..first + span.end));
            self.bytes += self.blocks.get(self.taken).map_or(0, |block| block.len());
            self.taken += 1;
        }
    }

    /// A file with more records than its length makes likely is refused. Of a table, the rest may be
    /// of longer rows.
    pub(super) fn check_count(&mut self) -> Result<(), ReadErrorKind> {
        let length = self.blocks.iter().map(|block| block.len()).sum();
        if let RecordLayout::Table(head) = &self.opening.layout {
            let (rows, columns) = (self.batch.len(), head.table.names.len());
            self.is_broken |=
                rows > csv::most_rows(length) || csv::has_too_many_cells(rows, columns, length);
            return Ok(());
        }
        let limit = most_records(length);
        if self.batch.len() > limit {
            return Err(ReadErrorKind::TooManyRecords(limit));
        }
        Ok(())
    }

    pub(super) fn is_closed(&self) -> bool {
        match self.opening.layout {
            RecordLayout::Lines => self.has_features(),
            RecordLayout::Collection(_) => {
                self.tail().is_some_and(|tail| self.is_collection(&tail))
            }
            RecordLayout::Table(_) => !self.batch.is_empty(),
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
        let members = json::tail(text, self.closed?.checked_sub(start)?)?;
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
        let members = || self.opening.members().iter().chain(tail);
        let mut types = members().filter(|member| member.name == "type");
        let stated = types.next().map(|member| text.slice(&member.value));
        stated == Some("\"FeatureCollection\"")
            && types.next().is_none()
            && members().all(|member| member.name != "features")
    }

    fn text(&self) -> SourceText {
        let mut text = SourceText::default();
        for block in &self.blocks {
            text.push(Arc::clone(block));
        }
        text
    }

    /// Bytes of what has been taken in.
    pub(super) const fn bytes(&self) -> u64 {
        self.bytes as u64
    }

    /// What is there as a part of its own; texts are shared with it.
    pub(super) fn draft(&self, skeleton: &SourceFile) -> SourceFile {
        let mut text = SourceText::default();
        for block in self.blocks.iter().take(self.taken) {
            text.push(Arc::clone(block));
        }
        SourceFile {
            format: skeleton.format,
            members: skeleton.members.clone(),
            written_members: self.opening.members().to_vec(),
            mapping: skeleton.mapping.clone(),
            table: skeleton.table.clone(),
            issues: skeleton.issues.clone(),
            derived: Some((skeleton.mapping.clone(), Box::new(self.batch.clone()))),
            ..SourceFile::of_lines(&skeleton.name, text, self.spans.clone())
        }
    }

    pub(super) fn into_part(mut self, skeleton: &SourceFile) -> SourceFile {
        let text = self.text();
        let mut written_members = self.opening.members().to_vec();
        written_members.extend(self.tail().unwrap_or_default());
        let mut issues = skeleton.issues.clone();
        let members = parse_members(&text, &written_members, &mut issues);
        issues.extend(csv::passed_over_issue(self.passed_over));
        self.spans.shrink_to_fit();
        let mut part = SourceFile {
            format: self.opening.format(),
            members,
            written_members,
            mapping: skeleton.mapping.clone(),
            table: skeleton.table.clone(),
            issues,
            ..SourceFile::of_lines(&skeleton.name, text, self.spans)
        };
        part.choose_mapping();
        part.derived = Some((skeleton.mapping.clone(), Box::new(self.batch)));
        part
    }

    /// Gives all of it back, for which nobody has to wait.
    pub(super) fn discard(self) {
        drop_in_background((self.blocks, self.early, self.batch, self.spans));
    }

    /// All bytes of the file in one piece. Blocks go as they are copied.
    pub(super) fn into_whole(
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
