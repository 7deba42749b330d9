//! The Morton order of positions: the square of the map cut into four, each quarter cut into four,
//! and so on, so that every cell of every level is one stretch of it.

use crate::data::Mercator;

/// The finest level: a cell is one step of the fixed point of [`Mercator`].
pub const FINEST_LEVEL: u8 = 32;

/// Where a position stands in the order: the bits of x and y in turn, those of y first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct MortonCode(pub(super) u64);

impl MortonCode {
    /// Tells where a position stands.
    #[must_use]
    pub const fn of(position: Mercator) -> Self {
        Self(spread(position.x) | (spread(position.y) << 1))
    }

    /// Returns the position that stands there.
    #[must_use]
    pub const fn position(self) -> Mercator {
        Mercator {
            x: gather(self.0),
            y: gather(self.0 >> 1),
        }
    }
}

/// A cell of the map: one of `4^level` equal squares, fixed to the map and not to the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cell {
    /// 0 is the whole square, [`FINEST_LEVEL`] a single position; a level more halves the sides.
    pub level: u8,
    /// Its number in the Morton order of its level.
    number: u64,
}

impl Cell {
    /// The whole square.
    pub const WORLD: Self = Self {
        level: 0,
        number: 0,
    };

    /// Finds the cell of `level` that holds `position`.
    #[must_use]
    pub const fn of(position: Mercator, level: u8) -> Self {
        Self::of_code(MortonCode::of(position), level)
    }

    /// Finds the cell of `level` that holds the position of a code.
    #[must_use]
    pub const fn of_code(code: MortonCode, level: u8) -> Self {
        let level = if level > FINEST_LEVEL {
            FINEST_LEVEL
        } else {
            level
        };
        let number = match code.0.checked_shr(64 - 2 * level as u32) {
            Some(number) => number,
            None => 0,
        };
        Self { level, number }
    }

    /// Returns the four cells that it is cut into, in order; none at the finest level.
    pub(super) fn quarters(self) -> impl Iterator<Item = Self> {
        let count = if self.level < FINEST_LEVEL { 4 } else { 0 };
        (0..count).map(move |quarter| Self {
            level: self.level + 1,
            number: (self.number << 2) | quarter,
        })
    }

    /// Returns the first code in it.
    #[must_use]
    pub const fn first_code(self) -> MortonCode {
        MortonCode(match self.number.checked_shl(64 - 2 * self.level as u32) {
            Some(code) => code,
            None => 0,
        })
    }

    /// Returns the last code in it.
    #[must_use]
    pub const fn last_code(self) -> MortonCode {
        let within = match u64::MAX.checked_shr(2 * self.level as u32) {
            Some(within) => within,
            None => 0,
        };
        MortonCode(self.first_code().0 | within)
    }

    /// Returns its corners: the north-western and the south-eastern position, both of them inside.
    #[must_use]
    pub const fn corners(self) -> (Mercator, Mercator) {
        (self.first_code().position(), self.last_code().position())
    }
}

/// Puts a zero between any two bits.
const fn spread(half: u32) -> u64 {
    let mut bits = half as u64;
    bits = (bits | (bits << 16)) & 0x0000_FFFF_0000_FFFF;
    bits = (bits | (bits << 8)) & 0x00FF_00FF_00FF_00FF;
    bits = (bits | (bits << 4)) & 0x0F0F_0F0F_0F0F_0F0F;
    bits = (bits | (bits << 2)) & 0x3333_3333_3333_3333;
    (bits | (bits << 1)) & 0x5555_5555_5555_5555
}

/// Takes every other bit, from the lowest on.
const fn gather(bits: u64) -> u32 {
    let mut half = bits & 0x5555_5555_5555_5555;
    half = (half | (half >> 1)) & 0x3333_3333_3333_3333;
    half = (half | (half >> 2)) & 0x0F0F_0F0F_0F0F_0F0F;
    half = (half | (half >> 4)) & 0x00FF_00FF_00FF_00FF;
    half = (half | (half >> 8)) & 0x0000_FFFF_0000_FFFF;
    (half | (half >> 16)) as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_code_gives_its_position_back(x: u32, y: u32) {
            let mercator = Mercator { x, y };
            prop_assert_eq!(MortonCode::of(mercator).position(), mercator);
        }

        #[test]
        fn a_cell_holds_the_codes_between_its_corners(x: u32, y: u32, level in 0..=FINEST_LEVEL) {
            let mercator = Mercator { x, y };
            let cell = Cell::of(mercator, level);
            let (first, last) = cell.corners();
            prop_assert!((first.x..=last.x).contains(&x) && (first.y..=last.y).contains(&y));
            prop_assert!((cell.first_code()..=cell.last_code()).contains(&MortonCode::of(mercator)));
            let side = u64::from(last.x - first.x) + 1;
            prop_assert_eq!(side, 1_u64 << (32 - level));
        }
    }

    #[test]
    fn the_quarters_of_a_cell_follow_one_another_and_fill_it() {
        let cell = Cell::of(
            Mercator {
                x: 7 << 20,
                y: 9 << 22,
            },
            9,
        );
        let quarters: Vec<Cell> = cell.quarters().collect();
        assert_eq!(quarters[0].first_code(), cell.first_code());
        assert_eq!(quarters[3].last_code(), cell.last_code());
        for pair in quarters.windows(2) {
            assert_eq!(pair[0].last_code().0 + 1, pair[1].first_code().0);
        }
        assert_eq!(
            Cell::of(Mercator { x: 0, y: 0 }, FINEST_LEVEL)
                .quarters()
                .count(),
            0
        );
    }
}
