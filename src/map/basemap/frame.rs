//! The window onto the world that a picture shows, in pixels of the whole world.

use super::address::TileAddress;

/// Points along one side of a tile at a whole zoom.
pub const TILE_POINTS: f64 = 256.0;

/// A picture's place in the world: which pixels of the Web Mercator square it holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PixelFrame {
    /// Pixels along one side of the whole world.
    pub world_px: f64,
    /// The world pixel at the left edge.
    pub left: f64,
    /// The world pixel at the top edge.
    pub top: f64,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Pixels to a point.
    pub pixels_per_point: f32,
}

impl PixelFrame {
    /// Makes the frame of one tile drawn `side_px` pixels wide.
    #[must_use]
    pub fn of_tile(tile: TileAddress, side_px: u32, pixels_per_point: f32) -> Self {
        let side = f64::from(side_px);
        Self {
            world_px: side * tile.side(),
            left: side * f64::from(tile.x),
            top: side * f64::from(tile.y),
            width: side_px,
            height: side_px,
            pixels_per_point,
        }
    }

    /// Makes the frame of a view centred on a position in unit Mercator (0 to 1, west to east, north to south).
    #[must_use]
    pub fn of_view(centre: [f64; 2], zoom: f64, size_px: [u32; 2], pixels_per_point: f32) -> Self {
        let world_px = TILE_POINTS * zoom.exp2() * f64::from(pixels_per_point);
        let [width, height] = size_px;
        Self {
            world_px,
            left: centre[0] * world_px - f64::from(width) / 2.0,
            top: centre[1] * world_px - f64::from(height) / 2.0,
            width,
            height,
            pixels_per_point,
        }
    }

    /// Returns the zoom of the map at which the frame is drawn.
    #[must_use]
    pub fn zoom(&self) -> f64 {
        (self.world_px / (TILE_POINTS * f64::from(self.pixels_per_point))).log2()
    }

    /// Returns the zoom of tiles to draw the frame from: the nearest whole one.
    #[must_use]
    pub fn tile_zoom(&self) -> u8 {
        self.zoom()
            .round()
            .clamp(0.0, f64::from(TileAddress::MAX_ZOOM)) as u8
    }

    /// Returns the tiles of a zoom that the frame shows, row by row.
    pub fn tiles(&self, zoom: u8) -> impl Iterator<Item = TileAddress> {
        let side = f64::from(1_u32 << zoom.min(TileAddress::MAX_ZOOM));
        let tile_px = self.world_px / side;
        let span = move |start: f64, length: u32| {
            let first = (start / tile_px).floor().max(0.0) as u32;
            let last = ((start + f64::from(length)) / tile_px)
                .ceil()
                .clamp(0.0, side) as u32;
            first..last
        };
        let columns = span(self.left, self.width);
        span(self.top, self.height).flat_map(move |y| {
            columns
                .clone()
                .filter_map(move |x| TileAddress::new(zoom, x, y))
        })
    }

    /// Returns the part of this frame that a tile covers, on whole pixels so that neighbours meet exactly, and
    /// the position of its top left corner in this frame.
    pub(super) fn part(&self, tile: TileAddress) -> Option<(Self, [i32; 2])> {
        let tile_px = self.world_px / tile.side();
        let edges = |index: u32, start: f64, length: u32| {
            let low = (f64::from(index) * tile_px - start).round().max(0.0);
            let high = (f64::from(index + 1) * tile_px - start)
                .round()
                .min(f64::from(length));
            (high > low).then_some((low, high - low))
        };
        let (x, width) = edges(tile.x, self.left, self.width)?;
        let (y, height) = edges(tile.y, self.top, self.height)?;
        let part = Self {
            left: self.left + x,
            top: self.top + y,
            width: width as u32,
            height: height as u32,
            ..*self
        };
        Some((part, [x as i32, y as i32]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_view_cover_each_of_its_pixels_once() {
        let frame = PixelFrame::of_view([0.4791, 0.4613], 6.37, [801, 555], 1.5);
        let mut covered = vec![0_u8; 801 * 555];
        for tile in frame.tiles(frame.tile_zoom()) {
            let (part, [x, y]) = frame.part(tile).unwrap();
            for row in 0..part.height {
                for column in 0..part.width {
                    covered[((y as u32 + row) * 801 + x as u32 + column) as usize] += 1;
                }
            }
        }
        assert!(covered.iter().all(|&count| count == 1));
    }

    #[test]
    fn a_tile_drawn_at_its_own_size_is_at_its_own_zoom() {
        let tile = TileAddress::new(7, 61, 58).unwrap();
        let frame = PixelFrame::of_tile(tile, 512, 2.0);
        assert!((frame.zoom() - 7.0).abs() < 1e-12);
        assert_eq!(frame.tiles(7).collect::<Vec<_>>(), [tile]);
    }
}
