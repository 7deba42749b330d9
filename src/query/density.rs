//! Counts of records by small cells of the map, for the view of the whole.
//!
//! It is made off the drawing thread and drawn as a picture.

use crate::data::{Filter, Mercator};

use super::{
    engine::Engine,
    index::{Cell, CellCount, CellTally, MercatorRect},
};

/// Cells of one level that fill a rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Raster {
    /// The level of the cells.
    pub level: u8,
    /// Column and line of the first cell, counted from the north-western corner of the map.
    pub first: [u32; 2],
    /// Columns and lines.
    pub size: [u32; 2],
}

impl Raster {
    /// Returns the side of a cell in the fixed point of [`Mercator`], as a number of bits.
    const fn shift(self) -> u32 {
        32_u32.saturating_sub(self.level as u32)
    }

    /// Tells where the cell of a position stands, counted line by line; `None`: beside.
    fn place_of(self, position: Mercator) -> Option<usize> {
        let along = |at: u32, first: u32, count: u32| {
            let cell = u64::from(at) >> self.shift();
            let cell = cell.checked_sub(u64::from(first))?;
            (cell < u64::from(count)).then_some(cell as usize)
        };
        let column = along(position.x, self.first[0], self.size[0])?;
        let line = along(position.y, self.first[1], self.size[1])?;
        Some(line * self.size[0] as usize + column)
    }

    /// Returns the positions that it takes up.
    #[must_use]
    pub fn rect(self) -> MercatorRect {
        let first = |axis: [u32; 2]| (u64::from(axis[0]) << self.shift()).min(FAR) as u32;
        let last = |[first, count]: [u32; 2]| {
            let behind = (u64::from(first) + u64::from(count)) << self.shift();
            behind.saturating_sub(1).min(FAR) as u32
        };
        let (x, y) = ([self.first[0], self.size[0]], [self.first[1], self.size[1]]);
        MercatorRect {
            west: first(x),
            north: first(y),
            east: last(x),
            south: last(y),
        }
    }
}

/// The last position along an axis.
const FAR: u64 = u32::MAX as u64;

/// All that a density depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct DensityQuestion {
    /// The engine that answers.
    pub engine: u64,
    /// The filter, with its window.
    pub filter: Filter,
    /// Which cells.
    pub raster: Raster,
}

/// The counts of the cells.
#[derive(Clone, Debug)]
pub struct Density {
    /// What it answers.
    pub question: DensityQuestion,
    /// Line by line.
    pub counts: Vec<CellCount>,
    /// The highest count of a cell.
    pub highest: u32,
}

impl Engine {
    /// Counts what the filter shows, by cell.
    #[must_use]
    pub fn density(&self, question: DensityQuestion) -> Density {
        let (index, raster) = (self.index(), question.raster);
        let [columns, lines] = raster.size;
        let mut counts = vec![CellCount::default(); columns as usize * lines as usize];
        let cells = index.cells(raster.level, &raster.rect());
        let mut tally = CellTally::default();
        index.count(&cells, &index.query_of(&question.filter), &mut tally);
        for (number, cell) in cells.numbers().zip(cells.as_slice()) {
            let (first, _) = Cell::corners(*cell);
            let count = raster.place_of(first).and_then(|at| counts.get_mut(at));
            if let Some(count) = count {
                *count = tally.sum(number);
            }
        }
        Density {
            highest: counts.iter().map(|count| count.total()).max().unwrap_or(0),
            counts,
            question,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raster_takes_up_the_cells_that_it_counts() {
        let raster = Raster {
            level: 4,
            first: [3, 5],
            size: [2, 1],
        };
        let rect = raster.rect();
        let corner = |x, y| raster.place_of(Mercator { x, y });
        assert_eq!(corner(rect.west, rect.north), Some(0));
        assert_eq!(corner(rect.east, rect.south), Some(1));
        assert_eq!(corner(rect.east + 1, rect.south), None);
        assert_eq!(corner(rect.west - 1, rect.north), None);
    }

    #[test]
    fn the_whole_map_is_one_cell_at_level_zero() {
        let raster = Raster {
            level: 0,
            first: [0, 0],
            size: [1, 1],
        };
        assert_eq!(raster.rect(), MercatorRect::WORLD);
        let far = Mercator {
            x: u32::MAX,
            y: u32::MAX,
        };
        assert_eq!(raster.place_of(far), Some(0));
    }
}
