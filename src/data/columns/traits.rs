//! What a row has of a few values each, in one byte.

use crate::model::{PlacePrecision, Status};

/// Bit 0: readable; bit 1: placed; bits 2 to 4: precision of the place; bits 5 to 7: status, 0 for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits(u8);

const READABLE: u8 = 1;
const PLACED: u8 = 1 << 1;
const PRECISION_AT: u8 = 2;
const STATUS_AT: u8 = 5;
const THREE_BITS: u8 = 0b111;

impl Traits {
    /// The traits of a record that could not be read.
    pub(super) const UNREADABLE: Self = Self((PlacePrecision::Unknown as u8) << PRECISION_AT);

    /// The traits of a record that was taken away: what cannot be read has no place.
    pub(super) const GONE: Self = Self(PLACED);

    /// The traits of a record that was read.
    pub(super) fn of(placed: bool, precision: PlacePrecision, status: Option<Status>) -> Self {
        let placed = if placed { PLACED } else { 0 };
        let status = status.map_or(0, |status| status as u8 + 1);
        Self(READABLE | placed | (precision as u8) << PRECISION_AT | status << STATUS_AT)
    }

    pub(super) const fn readable(self) -> bool {
        self.0 & READABLE != 0
    }

    pub(super) const fn placed(self) -> bool {
        self.0 & (READABLE | PLACED) == READABLE | PLACED
    }

    pub(super) fn precision(self) -> PlacePrecision {
        let index = usize::from(self.0 >> PRECISION_AT & THREE_BITS);
        PlacePrecision::ALL.get(index).copied().unwrap_or_default()
    }

    pub(super) fn status(self) -> Option<Status> {
        let index = usize::from(self.0 >> STATUS_AT).checked_sub(1)?;
        Status::ALL.get(index).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_precision_and_status_comes_back() {
        for precision in PlacePrecision::ALL {
            for status in Status::ALL.map(Some).into_iter().chain([None]) {
                for placed in [true, false] {
                    let traits = Traits::of(placed, precision, status);
                    assert!(traits.readable());
                    assert_eq!(traits.placed(), placed);
                    assert_eq!((traits.precision(), traits.status()), (precision, status));
                }
            }
        }
        assert!(!Traits::UNREADABLE.readable());
        assert!(!Traits::GONE.readable() && !Traits::GONE.placed());
        assert_ne!(Traits::GONE, Traits::UNREADABLE);
        assert_eq!(Traits::UNREADABLE.precision(), PlacePrecision::Unknown);
    }
}
