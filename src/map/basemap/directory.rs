//! A directory of a PMTiles archive: which tile is where, as delta-coded columns of varints.

use super::byte_range::ByteRange;
use super::error::ArchiveError;
use super::varint::ByteReader;

/// Fewest bytes that one entry takes: one for each of its four columns.
const ENTRY_MIN_BYTES: usize = 4;

/// What a directory says about a tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DirectoryHit {
    /// Its bytes, within the section of tiles.
    Tile(ByteRange),
    /// Another directory that knows, within the section of leaves.
    Leaf(ByteRange),
}

/// Entries ordered by tile id.
#[derive(Debug)]
pub(super) struct Directory {
    entries: Box<[DirectoryEntry]>,
}

#[derive(Clone, Copy, Debug, Default)]
struct DirectoryEntry {
    id: u64,
    start: u64,
    length: u32,
    /// Number of consecutive tiles with the same bytes; zero marks a leaf directory.
    run: u32,
}

impl Directory {
    /// Decodes an unpacked directory.
    pub(super) fn decode(bytes: &[u8]) -> Result<Self, ArchiveError> {
        decode(bytes).ok_or(ArchiveError::Directory)
    }

    /// Returns the number of bytes that it takes in memory.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(&*self.entries)
    }

    /// Looks a tile up.
    pub(super) fn find(&self, id: u64) -> Option<DirectoryHit> {
        let after = self.entries.partition_point(|entry| entry.id <= id);
        let entry = self.entries.get(after.checked_sub(1)?)?;
        let range = ByteRange {
            start: entry.start,
            length: u64::from(entry.length),
        };
        match entry.run {
            0 => Some(DirectoryHit::Leaf(range)),
            run if id - entry.id < u64::from(run) => Some(DirectoryHit::Tile(range)),
            _ => None,
        }
    }
}

fn decode(bytes: &[u8]) -> Option<Directory> {
    let mut cursor = ByteReader::new(bytes);
    let count = usize::try_from(cursor.varint()?).ok()?;
    if count > bytes.len() / ENTRY_MIN_BYTES {
        return None;
    }
    let mut entries = vec![DirectoryEntry::default(); count];
    let mut id = 0_u64;
    for entry in &mut entries {
        id = id.checked_add(cursor.varint()?)?;
        entry.id = id;
    }
    for entry in &mut entries {
        entry.run = u32::try_from(cursor.varint()?).ok()?;
    }
    for entry in &mut entries {
        entry.length = u32::try_from(cursor.varint()?).ok()?;
    }
    // A start of zero means: right after the entry before.
    let mut next = None;
    for entry in &mut entries {
        entry.start = match cursor.varint()? {
            0 => next?,
            start => start - 1,
        };
        next = Some(entry.start.checked_add(u64::from(entry.length))?);
    }
    Some(Directory {
        entries: entries.into(),
    })
}
