//! Where a tile lies in the pyramid of Web Mercator.

/// Zoom, column and row of a tile; column 0 begins at 180 degrees west, row 0 in the north.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TileAddress {
    /// Zoom level, at most [`TileAddress::MAX_ZOOM`].
    pub zoom: u8,
    /// Column, below `2^zoom`.
    pub x: u32,
    /// Row, below `2^zoom`.
    pub y: u32,
}

impl TileAddress {
    /// The deepest zoom of an address.
    pub const MAX_ZOOM: u8 = 26;

    /// Makes the address, if there is such a tile.
    #[must_use]
    pub fn new(zoom: u8, x: u32, y: u32) -> Option<Self> {
        let side = 1_u32.checked_shl(u32::from(zoom))?;
        (zoom <= Self::MAX_ZOOM && x < side && y < side).then_some(Self { zoom, x, y })
    }

    /// Returns the number of tiles along one side of the world at this zoom.
    #[must_use]
    pub fn side(self) -> f64 {
        f64::from(1_u32 << self.zoom)
    }

    /// Returns the tile one zoom up that contains this one.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        Some(Self {
            zoom: self.zoom.checked_sub(1)?,
            x: self.x / 2,
            y: self.y / 2,
        })
    }

    /// Returns the tile itself, or its ancestor at `zoom`.
    #[must_use]
    pub fn at_most_zoom(self, zoom: u8) -> Self {
        let levels = self.zoom.saturating_sub(zoom);
        Self {
            zoom: self.zoom - levels,
            x: self.x >> levels,
            y: self.y >> levels,
        }
    }

    /// Returns the position along the Hilbert curves that number the tiles of a PMTiles archive.
    #[must_use]
    pub fn hilbert_id(self) -> u64 {
        let before: u64 = ((1_u64 << (2 * u32::from(self.zoom))) - 1) / 3;
        let (mut x, mut y) = (u64::from(self.x), u64::from(self.y));
        let mut position = 0;
        let mut half = (1_u64 << self.zoom) / 2;
        while half > 0 {
            let (right, lower) = (u64::from(x & half != 0), u64::from(y & half != 0));
            position += half * half * ((3 * right) ^ lower);
            if lower == 0 {
                if right == 1 {
                    x = (half - 1) & !x;
                    y = (half - 1) & !y;
                }
                std::mem::swap(&mut x, &mut y);
            }
            x &= half - 1;
            y &= half - 1;
            half /= 2;
        }
        before + position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_are_numbered_as_the_specification_does() {
        let numbered = [
            ((0, 0, 0), 0),
            ((1, 0, 0), 1),
            ((1, 0, 1), 2),
            ((1, 1, 1), 3),
            ((1, 1, 0), 4),
            ((2, 0, 0), 5),
            ((12, 3423, 1763), 19_078_479),
        ];
        for ((zoom, x, y), id) in numbered {
            assert_eq!(TileAddress::new(zoom, x, y).unwrap().hilbert_id(), id);
        }
    }

    #[test]
    fn every_tile_of_a_zoom_has_its_own_number() {
        let mut ids: Vec<u64> = (0..32)
            .flat_map(|x| (0..32).map(move |y| TileAddress::new(5, x, y).unwrap().hilbert_id()))
            .collect();
        ids.sort_unstable();
        assert_eq!(ids, (341..341 + 1024).collect::<Vec<_>>());
    }

    #[test]
    fn there_is_no_tile_beyond_the_edge_of_the_world() {
        assert!(TileAddress::new(3, 8, 0).is_none());
        assert!(TileAddress::new(27, 0, 0).is_none());
        assert!(TileAddress::new(200, 0, 0).is_none());
    }
}
