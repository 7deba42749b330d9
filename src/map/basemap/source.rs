//! What the basemap is drawn from: the embedded archives, and perhaps one of the analyst's own.
//!
//! [`Basemap`] turns an address or a frame into pixels, on whichever thread asks. It starts no
//! thread and keeps no textures: `tiles` does, for the window; the command line needs neither.

use std::sync::{Arc, Mutex, PoisonError};

use tiny_skia::{Pixmap, PixmapPaint, Transform};

use super::address::TileAddress;
use super::archive::{ByteRanges, TileArchive, TileKind};
use super::error::ArchiveError;
use super::frame::PixelFrame;
use super::labels::{Label, labels_of};
use super::mvt::VectorTile;
use super::picture;
use super::raster::{colour, raster};
use super::relief::Relief;
use super::style::Style;
use crate::work::ByteCache;

/// The vector archive inside the program.
static SAHEL: &[u8] = include_bytes!("../../../geodata/sahel.pmtiles");
/// The relief archive inside the program.
static RELIEF: &[u8] = include_bytes!("../../../geodata/relief.pmtiles");

/// What the embedded archives ask to be credited with.
const EMBEDDED_ATTRIBUTION: &str = "Natural Earth · GeoNames · GSHHG";
/// Levels that geometry may be enlarged beyond an archive's deepest zoom.
const OVERZOOM: u8 = 4;
/// Most bytes of decoded tiles kept.
const DECODED_BYTES: usize = 64 << 20;

/// Decoded tiles by archive and address.
type DecodedTiles = ByteCache<(usize, TileAddress), Arc<VectorTile>, DECODED_BYTES>;

/// The archives of the map. Shared between threads behind an [`Arc`].
#[derive(Debug)]
pub struct Basemap {
    /// In order of preference where both have a tile of the same zoom.
    archives: Vec<TileArchive>,
    relief: Relief,
    attribution: String,
    decoded: Mutex<DecodedTiles>,
}

impl Basemap {
    /// Makes the embedded basemap.
    pub fn embedded() -> Result<Self, ArchiveError> {
        Ok(Self {
            archives: vec![TileArchive::open(SAHEL)?],
            relief: Relief::new(TileArchive::open(RELIEF)?),
            attribution: EMBEDDED_ATTRIBUTION.to_owned(),
            decoded: Mutex::default(),
        })
    }

    /// Makes an archive of the analyst's own, over the embedded one where that is deeper.
    pub fn with_archive(bytes: impl ByteRanges + 'static) -> Result<Self, ArchiveError> {
        let own = TileArchive::open(bytes)?;
        let mut basemap = Self::embedded()?;
        let credit = own.attribution();
        if !credit.is_empty() {
            basemap.attribution = format!("{credit} · {EMBEDDED_ATTRIBUTION}");
        }
        basemap.archives.insert(0, own);
        Ok(basemap)
    }

    /// Returns the line that must be visible on the map.
    #[must_use]
    pub fn attribution(&self) -> &str {
        &self.attribution
    }

    /// Returns the deepest zoom that is still worth looking at: 13, or more for an own archive.
    #[must_use]
    pub fn max_zoom(&self) -> u8 {
        let deepest = self.archives.iter().map(|archive| archive.zooms().1).max();
        deepest
            .unwrap_or_default()
            .saturating_add(OVERZOOM)
            .min(TileAddress::MAX_ZOOM)
    }

    /// Returns a picture of one tile, `side_px` pixels wide; `None` when it would be empty or too large.
    #[must_use]
    pub fn raster_tile(
        &self,
        tile: TileAddress,
        side_px: u32,
        pixels_per_point: f32,
        style: Style,
    ) -> Option<Pixmap> {
        self.raster_part(
            tile,
            &PixelFrame::of_tile(tile, side_px, pixels_per_point),
            style,
        )
    }

    /// Returns a picture of a view, without labels and marks: what `render` draws on.
    #[must_use]
    pub fn raster_view(&self, frame: &PixelFrame, style: Style) -> Option<Pixmap> {
        let mut view = Pixmap::new(frame.width, frame.height)?;
        view.fill(colour(style.palette().sea));
        for tile in frame.tiles(frame.tile_zoom()) {
            let Some((part, [x, y])) = frame.part(tile) else {
                continue;
            };
            if let Some(picture) = self.raster_part(tile, &part, style) {
                view.draw_pixmap(
                    x,
                    y,
                    picture.as_ref(),
                    &PixmapPaint::default(),
                    Transform::identity(),
                    None,
                );
            }
        }
        Some(view)
    }

    /// Returns the names that may be written on a tile.
    #[must_use]
    pub fn labels(&self, tile: TileAddress) -> Vec<Label> {
        let Some((index, source)) = self.deepest(tile) else {
            return Vec::new();
        };
        match self.vector_tile(index, source) {
            Some(decoded) => labels_of(&decoded, source, tile),
            None => Vec::new(),
        }
    }

    /// Returns the part of a tile that a frame shows.
    fn raster_part(&self, tile: TileAddress, frame: &PixelFrame, style: Style) -> Option<Pixmap> {
        let (index, source) = self.deepest(tile)?;
        let archive = self.archives.get(index)?;
        if archive.kind() == TileKind::Picture {
            return picture::draw(&archive.tile(source).ok()??, source, frame);
        }
        let decoded = self.vector_tile(index, source)?;
        let relief = if style.relief {
            self.relief.shade(frame, style.palette())
        } else {
            None
        };
        raster(&decoded, source, frame, style, relief.as_ref())
    }

    /// Returns the archive with the deepest tile at or above an address, and that tile.
    fn deepest(&self, tile: TileAddress) -> Option<(usize, TileAddress)> {
        let mut best: Option<(usize, TileAddress)> = None;
        for (index, archive) in self.archives.iter().enumerate() {
            let found = archive.nearest(tile).ok().flatten();
            if let Some(source) = found
                && best.is_none_or(|(_, known)| source.zoom > known.zoom)
            {
                best = Some((index, source));
            }
        }
        best
    }

    fn vector_tile(&self, index: usize, source: TileAddress) -> Option<Arc<VectorTile>> {
        let key = (index, source);
        let known = self.lock().get(&key).cloned();
        if known.is_some() {
            return known;
        }
        let bytes = self.archives.get(index)?.tile(source).ok()??;
        let decoded = Arc::new(VectorTile::decode(&bytes).ok()?);
        let mut cache = self.lock();
        cache.insert(key, Arc::clone(&decoded), decoded.bytes());
        drop(cache);
        Some(decoded)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, DecodedTiles> {
        self.decoded.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
