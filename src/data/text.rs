//! The text of a file: blocks of bytes that are shared and never copied.
//!
//! Blocks are cut between records, so that no record lies in two. While a file is being read, datasets
//! of what is there already share its blocks.

use std::{borrow::Cow, fmt, ops::Range, sync::Arc};

/// A text as UTF-8 in one or more blocks.
#[derive(Clone, Default)]
pub struct SourceText {
    blocks: Vec<Block>,
    len: usize,
}

#[derive(Clone)]
struct Block {
    /// Offset of its first byte in the text.
    start: usize,
    /// Valid UTF-8.
    bytes: Arc<Vec<u8>>,
}

impl SourceText {
    /// Number of bytes.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds a block of UTF-8 behind the others; what is not UTF-8 will read as nothing.
    pub fn push(&mut self, bytes: Arc<Vec<u8>>) {
        let start = self.len;
        self.len += bytes.len();
        self.blocks.push(Block { start, bytes });
    }

    /// The bytes at `range`; nothing where it does not lie in one block.
    #[must_use]
    pub fn bytes(&self, range: &Range<usize>) -> &[u8] {
        let behind = self
            .blocks
            .partition_point(|block| block.start <= range.start);
        let block = behind
            .checked_sub(1)
            .and_then(|index| self.blocks.get(index));
        block
            .and_then(|block| {
                let (start, end) = (
                    range.start - block.start,
                    range.end.checked_sub(block.start)?,
                );
                block.bytes.get(start..end)
            })
            .unwrap_or_default()
    }

    /// The text at `range`; nothing where that is no text of one block.
    #[must_use]
    pub fn slice(&self, range: &Range<usize>) -> &str {
        simdutf8::basic::from_utf8(self.bytes(range)).unwrap_or_default()
    }

    /// How many line breaks stand at `range`.
    #[must_use]
    pub fn line_breaks(&self, range: &Range<usize>) -> usize {
        let in_block = |block: &Block| {
            let start = range.start.saturating_sub(block.start);
            let end = range.end.saturating_sub(block.start).min(block.bytes.len());
            let bytes = block.bytes.get(start..end).unwrap_or_default();
            memchr::memchr_iter(b'\n', bytes).count()
        };
        self.blocks.iter().map(in_block).sum()
    }

    /// The blocks in order.
    pub fn blocks(&self) -> impl Iterator<Item = &[u8]> {
        self.blocks.iter().map(|block| block.bytes.as_slice())
    }

    /// The blocks in order, each with its bytes to share.
    pub(super) fn shared_blocks(&self) -> impl Iterator<Item = (&[u8], Arc<Vec<u8>>)> {
        let blocks = self.blocks.iter();
        blocks.map(|block| (block.bytes.as_slice(), Arc::clone(&block.bytes)))
    }

    /// The whole text; copied where it has more than one block.
    #[must_use]
    pub fn whole(&self) -> Cow<'_, str> {
        match self.blocks.as_slice() {
            [] => Cow::Borrowed(""),
            [block] => String::from_utf8_lossy(&block.bytes),
            blocks => {
                let bytes: Vec<&[u8]> = blocks.iter().map(|block| block.bytes.as_slice()).collect();
                Cow::Owned(String::from_utf8_lossy(&bytes.concat()).into_owned())
            }
        }
    }
}

impl From<String> for SourceText {
    fn from(text: String) -> Self {
        let mut blocks = Self::default();
        blocks.push(Arc::new(text.into_bytes()));
        blocks
    }
}

impl From<&str> for SourceText {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl PartialEq for SourceText {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.whole() == other.whole()
    }
}

impl Eq for SourceText {}

impl fmt::Debug for SourceText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Text")
            .field("len", &self.len)
            .field("blocks", &self.blocks.len())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_one_text_and_a_range_lies_in_one_of_them() {
        let mut text = SourceText::from("مورا ");
        text.push(Arc::new(b"Gao".to_vec()));
        let start = "مورا ".len();
        assert_eq!(text.len(), start + 3);
        assert_eq!(text.slice(&(start..start + 3)), "Gao");
        assert_eq!(text.slice(&(0..2)), "م");
        assert_eq!(text.slice(&(0..1)), "");
        assert_eq!(text.slice(&(start - 1..start + 1)), "");
        assert_eq!(text.slice(&(90..91)), "");
        assert_eq!(text, SourceText::from("مورا Gao"));
        text.push(Arc::new(b"\n\n".to_vec()));
        assert_eq!(text.line_breaks(&(0..start + 4)), 1);
        assert_eq!(text.line_breaks(&(start + 4..90)), 1);
        assert_eq!(SourceText::default(), SourceText::from(""));
    }
}
