//! Shaded land: the colour of land, made lighter and darker by a painted relief.
//!
//! The relief is a picture archive. Only its departure from flat ground is used, so one painting
//! serves light and dark maps alike.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tiny_skia::{Pixmap, PremultipliedColorU8};

use super::address::TileAddress;
use super::archive::TileArchive;
use super::frame::PixelFrame;
use super::picture;
use crate::theme::basemap::BasemapPalette;

/// Pixels along one side of a tile of the relief archive.
const TILE_PX: u32 = 256;
/// Most decoded tiles kept, 192 KiB each.
const TILES_KEPT: usize = 48;
/// What the painting shows where the ground is flat, a little brighter, so that land is mostly
/// darkened: paper has no room for more light.
const FLAT: Rgb<f32> = [190.0, 186.0, 174.0];
/// Share of the painting's own hues that is kept; the rest is light and shade alone.
const HUE: f32 = 0.45;
/// From the first zoom to the second the relief fades: enlarged further it would be a mere blur.
const FADE_ZOOMS: (f64, f64) = (7.5, 11.0);

type Rgb<T = u8> = [T; 3];

/// The relief archive with the tiles that were last used. Shared between threads.
#[derive(Debug)]
pub struct Relief {
    archive: TileArchive,
    tiles: Mutex<HashMap<TileAddress, Option<Arc<[Rgb]>>>>,
}

impl Relief {
    /// Takes the relief from an archive of pictures.
    #[must_use]
    pub fn new(archive: TileArchive) -> Self {
        Self {
            archive,
            tiles: Mutex::default(),
        }
    }

    /// Returns the land of a frame in the colours of a palette; `None` where the archive has nothing.
    #[must_use]
    pub fn shade(&self, frame: &PixelFrame, palette: &BasemapPalette) -> Option<Pixmap> {
        let strength = palette.relief_strength * fade(frame.zoom());
        if strength <= 0.0 {
            return None;
        }
        let patch = self.patch(frame)?;
        let land = [palette.land.r(), palette.land.g(), palette.land.b()].map(f32::from);
        let columns: Vec<Between> = (0..frame.width).map(|x| patch.between(0, x)).collect();
        let mut pixmap = Pixmap::new(frame.width, frame.height)?;
        let rows = pixmap.pixels_mut().chunks_exact_mut(frame.width as usize);
        for (y, pixels) in (0..).zip(rows) {
            let row = patch.row(patch.between(1, y));
            for (pixel, column) in pixels.iter_mut().zip(&columns) {
                *pixel = shaded(land, mix(&row, *column), strength);
            }
        }
        Some(pixmap)
    }

    /// Returns the pixels of the relief under a frame, from the deepest zoom that has them all.
    fn patch(&self, frame: &PixelFrame) -> Option<Patch> {
        let (shallowest, deepest) = self.archive.zooms();
        let finest = (frame.world_px / f64::from(TILE_PX)).log2().ceil();
        let finest = finest.clamp(f64::from(shallowest), f64::from(deepest)) as u8;
        let mut zooms = (shallowest..=finest).rev();
        zooms.find_map(|zoom| self.patch_at(frame, zoom))
    }

    fn patch_at(&self, frame: &PixelFrame, zoom: u8) -> Option<Patch> {
        let mut patch = Patch::new(frame, zoom);
        let world = i64::from(TILE_PX << zoom);
        for row in 0..patch.height {
            let y = (patch.top + i64::try_from(row).ok()?).clamp(0, world - 1) as u32;
            let mut column = 0;
            while column < patch.width {
                let x = (patch.left + i64::try_from(column).ok()?).rem_euclid(world) as u32;
                let tile = self.tile(TileAddress::new(zoom, x / TILE_PX, y / TILE_PX)?)?;
                let length = ((TILE_PX - x % TILE_PX) as usize).min(patch.width - column);
                let start = ((y % TILE_PX) * TILE_PX + x % TILE_PX) as usize;
                patch.pixels.extend(tile.get(start..start + length)?);
                column += length;
            }
        }
        Some(patch)
    }

    /// Returns a decoded tile; `None` when the archive has it not, or it is damaged.
    fn tile(&self, address: TileAddress) -> Option<Arc<[Rgb]>> {
        let mut tiles = self.tiles.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(tile) = tiles.get(&address) {
            return tile.clone();
        }
        let decoded = self.decode(address);
        if tiles.len() >= TILES_KEPT {
            tiles.clear();
        }
        tiles.insert(address, decoded.clone());
        decoded
    }

    fn decode(&self, address: TileAddress) -> Option<Arc<[Rgb]>> {
        let bytes = self.archive.tile(address).ok()??;
        let picture = picture::decode(&bytes)?.into_rgb8();
        let is_square = picture.dimensions() == (TILE_PX, TILE_PX);
        is_square.then(|| picture.pixels().map(|pixel| pixel.0).collect())
    }
}

/// A rectangle of relief pixels of one zoom, with a pixel to spare at the right and the bottom.
struct Patch {
    /// Position among the relief pixels of the world.
    left: i64,
    top: i64,
    width: usize,
    height: usize,
    /// Relief pixels to one pixel of the frame.
    scale: f64,
    /// Position of the frame's first pixel within the patch, column and row.
    origin: [f64; 2],
    pixels: Vec<Rgb>,
}

/// A position between two neighbouring pixels: the first of them, and the share of the second.
#[derive(Clone, Copy)]
struct Between {
    first: usize,
    /// In `[0, 1)`.
    share: f32,
}

impl Patch {
    fn new(frame: &PixelFrame, zoom: u8) -> Self {
        let scale = f64::from(TILE_PX << zoom) / frame.world_px;
        // Half a pixel, because the colour of a pixel is that of its middle.
        let start = [frame.left, frame.top].map(|edge| (edge + 0.5) * scale - 0.5);
        let [left, top] = start.map(f64::floor);
        let span = |length: u32| (f64::from(length) * scale).ceil() as usize + 2;
        Self {
            left: left as i64,
            top: top as i64,
            width: span(frame.width),
            height: span(frame.height),
            scale,
            origin: [start[0] - left, start[1] - top],
            pixels: Vec::new(),
        }
    }

    /// Tells where a column (axis 0) or row (axis 1) of the frame lies in the patch.
    fn between(&self, axis: usize, index: u32) -> Between {
        let origin = self.origin.get(axis).copied().unwrap_or_default();
        let at = origin + f64::from(index) * self.scale;
        Between {
            first: at as usize,
            share: at.fract() as f32,
        }
    }

    /// Returns one row of the patch, mixed from two.
    fn row(&self, at: Between) -> Vec<Rgb<f32>> {
        let row = |index: usize| {
            let start = index * self.width;
            self.pixels
                .get(start..start + self.width)
                .unwrap_or_default()
        };
        let pairs = row(at.first).iter().zip(row(at.first + 1));
        pairs
            .map(|(upper, lower)| blend(upper.map(f32::from), lower.map(f32::from), at.share))
            .collect()
    }
}

/// Returns a colour between two pixels of a row.
fn mix(row: &[Rgb<f32>], at: Between) -> Rgb<f32> {
    match row.get(at.first..at.first + 2) {
        Some(&[left, right]) => blend(left, right, at.share),
        _ => FLAT,
    }
}

fn blend(a: Rgb<f32>, b: Rgb<f32>, share: f32) -> Rgb<f32> {
    let [red, green, blue] = a;
    [
        red + (b[0] - red) * share,
        green + (b[1] - green) * share,
        blue + (b[2] - blue) * share,
    ]
}

/// Shades land by the light that the relief shows.
fn shaded(land: Rgb<f32>, relief: Rgb<f32>, strength: f32) -> PremultipliedColorU8 {
    let light = [
        relief[0] / FLAT[0],
        relief[1] / FLAT[1],
        relief[2] / FLAT[2],
    ];
    let grey = (light[0] + light[1] + light[2]) / 3.0;
    let channel = |ground: f32, light: f32| {
        let factor = 1.0 + strength * (grey + HUE * (light - grey) - 1.0);
        (ground * factor).clamp(0.0, 255.0) as u8
    };
    let [red, green, blue] = [
        channel(land[0], light[0]),
        channel(land[1], light[1]),
        channel(land[2], light[2]),
    ];
    PremultipliedColorU8::from_rgba(red, green, blue, 255)
        .unwrap_or(PremultipliedColorU8::TRANSPARENT)
}

/// Tells how much of the relief is left at a zoom, 1 to 0.
fn fade(zoom: f64) -> f32 {
    let (first, last) = FADE_ZOOMS;
    (1.0 - (zoom - first) / (last - first)).clamp(0.0, 1.0) as f32
}
