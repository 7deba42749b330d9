//! Numbers as a source states them: a range, with its vagueness kept.

use super::lang::Localised;

/// Bounds of a stated number; `None` is "not stated".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// At least this many.
    pub low: Option<i64>,
    /// At most this many.
    pub high: Option<i64>,
    /// "About".
    pub circa: bool,
}

impl Count {
    /// Whether the source gives no number at all.
    #[must_use]
    pub const fn is_unstated(&self) -> bool {
        self.low.is_none() && self.high.is_none()
    }

    /// Whether `low` and `high` contradict each other.
    #[must_use]
    pub fn is_reversed(&self) -> bool {
        matches!((self.low, self.high), (Some(low), Some(high)) if low > high)
    }
}

/// A number of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// What is counted.
    pub what: Localised,
    /// How many.
    pub count: Count,
}

/// A piece of equipment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equipment {
    /// The model, exactly as the source writes it.
    pub model: Option<Box<str>>,
    /// What sort of equipment it is.
    pub kind: Localised,
    /// How many.
    pub count: Count,
}
