//! Why an archive cannot be drawn.

use std::io;

/// Why an archive or a tile of it cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The file does not begin as a PMTiles archive does.
    #[error("not a PMTiles archive")]
    NotAnArchive,
    /// The archive has another version of the format.
    #[error("PMTiles version {0}, not 3")]
    Version(u8),
    /// The archive holds tiles of another kind (the number is the format's).
    #[error("tile type {0}")]
    TileType(u8),
    /// The archive is compressed by something else than gzip (the number is the format's).
    #[error("compression {0}")]
    Compression(u8),
    /// A range of bytes lies outside the file.
    #[error("bytes {start}+{length} lie outside the file")]
    OutOfBounds {
        /// First byte.
        start: u64,
        /// Number of bytes.
        length: u64,
    },
    /// Something is larger than the program is willing to unpack.
    #[error("more than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// A directory does not follow the format.
    #[error("damaged directory")]
    Directory,
    /// A tile does not follow the format.
    #[error("damaged tile")]
    Tile,
    /// The file could not be read.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl ArchiveError {
    /// Returns the key of the reason in the catalogue; its message takes no arguments.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotAnArchive => "basemap-error-not-an-archive",
            Self::Version(_) => "basemap-error-version",
            Self::TileType(_) => "basemap-error-tile-type",
            Self::Compression(_) => "basemap-error-compression",
            Self::OutOfBounds { .. } | Self::TooLarge { .. } | Self::Directory | Self::Tile => {
                "basemap-error-damaged"
            }
            Self::Io(_) => "basemap-error-unreadable",
        }
    }
}
