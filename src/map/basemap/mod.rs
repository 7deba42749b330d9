//! The map under the marks: archives of tiles, drawn by ourselves.
//!
//! [`Basemap`] turns tiles into pictures and names, for the window and for the command line alike.
//! [`BasemapTiles`] does it on worker threads and hands `walkers` the textures. Names are laid out by
//! [`labels::place`] and drawn by the caller, below the marks.
//!
//! Start with `source`, then `raster` and `style`. Nothing here touches the network or a file: the
//! archives are inside the program, an analyst's own comes as bytes.

pub mod address;
pub mod archive;
mod byte_range;
pub mod class;
mod directory;
mod error;
#[cfg(test)]
mod fixture;
pub mod frame;
pub mod geometry;
pub mod labels;
pub mod mvt;
mod picture;
pub mod raster;
pub mod relief;
pub mod schema;
pub mod source;
pub mod style;
pub mod tiles;
mod varint;
mod workers;

pub use address::TileAddress;
pub use archive::{ByteRanges, TileArchive};
pub use error::ArchiveError;
pub use frame::PixelFrame;
pub use source::Basemap;
pub use style::Style;
pub use tiles::BasemapTiles;
pub use workers::Spawn;
