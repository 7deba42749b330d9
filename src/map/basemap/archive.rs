//! A PMTiles version 3 archive: tiles by address, read by ranges of bytes.
//!
//! An analyst may open any file as basemap, so nothing in it is believed: every offset and length is
//! checked, and what is unpacked has a limit. A bad archive is an [`ArchiveError`], never a panic.
//! It is not a cache of tiles: `tiles` keeps those.

use std::io::{self, Read};
use std::sync::{Arc, Mutex, PoisonError};

use crate::{io::ranges::RandomFile, work::ByteCache};

use super::address::TileAddress;
use super::byte_range::ByteRange;
use super::directory::{Directory, DirectoryHit};
use super::error::ArchiveError;

/// Length of the fixed header in bytes.
const HEADER_LEN: usize = 127;
/// Most bytes that a directory or the metadata may have, packed and unpacked: an archive of the whole planet needs a
/// tenth of it, and a directory takes six times as much once it is read.
const DIRECTORY_LIMIT: u64 = 8 << 20;
/// Most bytes that a tile may have, packed and unpacked.
const TILE_LIMIT: u64 = 8 << 20;
/// Most bytes of leaf directories kept in memory.
const LEAF_BYTES: usize = 32 << 20;
/// Levels of directories below the root; the format needs one, some writers use two.
const LEAF_LEVELS: usize = 3;

/// Bytes that can be read in ranges: memory, or a file that is too large to hold.
pub trait ByteRanges: Send + Sync {
    /// Returns the number of bytes.
    fn length(&self) -> u64;

    /// Fills `buffer` from `start` on; fails when the bytes end before it is full.
    fn read_at(&self, start: u64, buffer: &mut [u8]) -> io::Result<()>;
}

impl<T: AsRef<[u8]> + Send + Sync> ByteRanges for T {
    fn length(&self) -> u64 {
        self.as_ref().len() as u64
    }

    fn read_at(&self, start: u64, buffer: &mut [u8]) -> io::Result<()> {
        let bytes = usize::try_from(start)
            .ok()
            .and_then(|start| self.as_ref().get(start..))
            .and_then(|rest| rest.get(..buffer.len()))
            .ok_or(io::ErrorKind::UnexpectedEof)?;
        buffer.copy_from_slice(bytes);
        Ok(())
    }
}

impl ByteRanges for RandomFile {
    fn length(&self) -> u64 {
        Self::length(self)
    }

    fn read_at(&self, start: u64, buffer: &mut [u8]) -> io::Result<()> {
        Self::read_at(self, start, buffer)
    }
}

/// What the tiles of an archive are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TileKind {
    /// Mapbox vector tiles.
    Vector,
    /// PNG or JPEG pictures.
    Picture,
}

/// An open archive. Cheap to read from several threads.
pub struct TileArchive {
    bytes: Box<dyn ByteRanges>,
    header: ArchiveHeader,
    root: Directory,
    leaves: Mutex<ByteCache<u64, Arc<Directory>, LEAF_BYTES>>,
}

impl TileArchive {
    /// Opens an archive, reading its header and root directory.
    pub fn open(bytes: impl ByteRanges + 'static) -> Result<Self, ArchiveError> {
        let bytes: Box<dyn ByteRanges> = Box::new(bytes);
        let header = ArchiveHeader::read(bytes.as_ref())?;
        let packed = read_range(bytes.as_ref(), header.root, DIRECTORY_LIMIT)?;
        let root = Directory::decode(&header.directory_packing.unpack(packed, DIRECTORY_LIMIT)?)?;
        Ok(Self {
            bytes,
            header,
            root,
            leaves: Mutex::default(),
        })
    }

    /// Tells what the tiles are.
    #[must_use]
    pub fn kind(&self) -> TileKind {
        self.header.tile_kind
    }

    /// Returns the shallowest and the deepest zoom.
    #[must_use]
    pub fn zooms(&self) -> (u8, u8) {
        self.header.zooms
    }

    /// Returns the bytes of a tile, unpacked; `None` when the archive has no such tile.
    pub fn tile(&self, address: TileAddress) -> Result<Option<Vec<u8>>, ArchiveError> {
        let Some(range) = self.find(address.hilbert_id())? else {
            return Ok(None);
        };
        let packed = read_range(self.bytes.as_ref(), range, TILE_LIMIT)?;
        self.header
            .tile_packing
            .unpack(packed, TILE_LIMIT)
            .map(Some)
    }

    /// Returns the deepest tile of the archive that is a tile or an ancestor of it.
    pub fn nearest(&self, tile: TileAddress) -> Result<Option<TileAddress>, ArchiveError> {
        let mut candidate = Some(tile.at_most_zoom(self.header.zooms.1));
        while let Some(address) = candidate {
            if self.find(address.hilbert_id())?.is_some() {
                return Ok(Some(address));
            }
            candidate = address.parent();
        }
        Ok(None)
    }

    /// Returns the line that the archive asks to be credited with, without markup; empty if none.
    #[must_use]
    pub fn attribution(&self) -> String {
        let metadata = || -> Option<serde_json::Value> {
            let packed =
                read_range(self.bytes.as_ref(), self.header.metadata, DIRECTORY_LIMIT).ok()?;
            let text = self
                .header
                .directory_packing
                .unpack(packed, DIRECTORY_LIMIT)
                .ok()?;
            serde_json::from_slice(&text).ok()
        };
        let value = metadata().unwrap_or_default();
        without_markup(
            value
                .get("attribution")
                .and_then(|text| text.as_str())
                .unwrap_or_default(),
        )
    }

    /// Tells where the bytes of a tile are, following leaf directories.
    fn find(&self, id: u64) -> Result<Option<ByteRange>, ArchiveError> {
        let mut found = self.root.find(id);
        for _ in 0..LEAF_LEVELS {
            match found {
                None => return Ok(None),
                Some(DirectoryHit::Tile(range)) => return self.header.tiles.part(range).map(Some),
                Some(DirectoryHit::Leaf(range)) => {
                    found = self.leaf(self.header.leaves.part(range)?)?.find(id);
                }
            }
        }
        Err(ArchiveError::Directory)
    }

    fn leaf(&self, range: ByteRange) -> Result<Arc<Directory>, ArchiveError> {
        let mut leaves = self.leaves.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(leaf) = leaves.get(&range.start) {
            return Ok(Arc::clone(leaf));
        }
        let packed = read_range(self.bytes.as_ref(), range, DIRECTORY_LIMIT)?;
        let unpacked = self
            .header
            .directory_packing
            .unpack(packed, DIRECTORY_LIMIT)?;
        let leaf = Arc::new(Directory::decode(&unpacked)?);
        leaves.insert(range.start, Arc::clone(&leaf), leaf.bytes());
        Ok(leaf)
    }
}

impl std::fmt::Debug for TileArchive {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Archive")
            .field("header", &self.header)
            .finish_non_exhaustive()
    }
}

/// How directories or tiles are packed.
#[derive(Clone, Copy, Debug)]
enum Compression {
    Plain,
    Gzip,
}

impl Compression {
    fn from_code(code: u8) -> Result<Self, ArchiveError> {
        match code {
            0 | 1 => Ok(Self::Plain),
            2 => Ok(Self::Gzip),
            other => Err(ArchiveError::Compression(other)),
        }
    }

    /// Returns the content, as long as it stays within `limit` bytes.
    fn unpack(self, packed: Vec<u8>, limit: u64) -> Result<Vec<u8>, ArchiveError> {
        match self {
            Self::Plain => Ok(packed),
            Self::Gzip => {
                let mut content = Vec::new();
                let decoder = flate2::read::GzDecoder::new(packed.as_slice());
                decoder.take(limit + 1).read_to_end(&mut content)?;
                if content.len() as u64 > limit {
                    return Err(ArchiveError::TooLarge { limit });
                }
                Ok(content)
            }
        }
    }
}

/// The fixed part at the beginning of the file.
#[derive(Debug)]
struct ArchiveHeader {
    root: ByteRange,
    metadata: ByteRange,
    leaves: ByteRange,
    tiles: ByteRange,
    directory_packing: Compression,
    tile_packing: Compression,
    tile_kind: TileKind,
    zooms: (u8, u8),
}

impl ArchiveHeader {
    fn read(bytes: &dyn ByteRanges) -> Result<Self, ArchiveError> {
        let mut raw = [0; HEADER_LEN];
        bytes
            .read_at(0, &mut raw)
            .map_err(|_| ArchiveError::NotAnArchive)?;
        if !raw.starts_with(b"PMTiles") {
            return Err(ArchiveError::NotAnArchive);
        }
        let byte = |index: usize| raw.get(index).copied().unwrap_or_default();
        if byte(7) != 3 {
            return Err(ArchiveError::Version(byte(7)));
        }
        let whole = ByteRange {
            start: 0,
            length: bytes.length(),
        };
        let section = |index: usize| {
            whole.part(ByteRange {
                start: u64_at(&raw, index),
                length: u64_at(&raw, index + 8),
            })
        };
        Ok(Self {
            root: section(8)?,
            metadata: section(24)?,
            leaves: section(40)?,
            tiles: section(56)?,
            directory_packing: Compression::from_code(byte(97))?,
            tile_packing: Compression::from_code(byte(98))?,
            tile_kind: match byte(99) {
                1 => TileKind::Vector,
                2 | 3 => TileKind::Picture,
                other => return Err(ArchiveError::TileType(other)),
            },
            zooms: valid_zooms(byte(100), byte(101))?,
        })
    }
}

fn valid_zooms(min: u8, max: u8) -> Result<(u8, u8), ArchiveError> {
    if min > max || max > TileAddress::MAX_ZOOM {
        return Err(ArchiveError::NotAnArchive);
    }
    Ok((min, max))
}

fn u64_at(raw: &[u8], index: usize) -> u64 {
    raw.get(index..index + 8)
        .and_then(|bytes| bytes.try_into().ok())
        .map_or(0, u64::from_le_bytes)
}

fn read_range(
    bytes: &dyn ByteRanges,
    range: ByteRange,
    limit: u64,
) -> Result<Vec<u8>, ArchiveError> {
    if range.length > limit {
        return Err(ArchiveError::TooLarge { limit });
    }
    let mut buffer = vec![0; range.length as usize];
    bytes.read_at(range.start, &mut buffer)?;
    Ok(buffer)
}

/// Returns the text without HTML tags: attributions are often links.
fn without_markup(text: &str) -> String {
    let mut in_tag = false;
    let visible = text.chars().filter(|&letter| match letter {
        '<' => {
            in_tag = true;
            false
        }
        '>' => !std::mem::take(&mut in_tag),
        _ => !in_tag,
    });
    visible.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests;
