//! Numbers that the program gives out, each of a type of its own, so that none is taken for another.

use std::ops::Range;

/// A number that was given out for something in a list.
pub trait ListIndex: Copy {
    /// Its place in the list.
    fn index(self) -> usize;
}

impl ListIndex for usize {
    fn index(self) -> usize {
        self
    }
}

impl ListIndex for u16 {
    fn index(self) -> usize {
        usize::from(self)
    }
}

/// Makes the type of a number in 32 bits: as large and as quick as the bare number.
macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(transparent)]
        pub struct $name(u32);

        impl $name {
            /// Gives the number of what stands at `index` of its list.
            ///
            /// # Panics
            /// When it is beyond 32 bits; nothing that is read holds so much.
            #[must_use]
            pub const fn new(index: usize) -> Self {
                assert!(index <= u32::MAX as usize, "numbers have 32 bits");
                Self(index as u32)
            }

            /// Gives the number of `index` where that comes from outside; `None`: it is beyond 32 bits.
            #[must_use]
            pub fn within(index: usize) -> Option<Self> {
                u32::try_from(index).ok().map(Self)
            }

            /// Gives all numbers from the first on.
            pub fn all() -> impl Iterator<Item = Self> {
                (0_u32..).map(Self)
            }

            /// Returns the place in the list.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl $crate::model::ListIndex for $name {
            fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}
pub(crate) use id_type;

id_type! {
    /// A row of a dataset: the place of a record among all records that are open, in file order.
    RowId
}

id_type! {
    /// A span among the different ones of a dataset.
    SpanId
}

impl RowId {
    /// Returns the row behind this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// Returns the row that stands as far behind this one as `row` stands behind the first.
    #[must_use]
    pub const fn behind(self, row: Self) -> Self {
        Self(self.0 + row.0)
    }

    /// Returns the number of rows from `first` to this one, which must not stand before it.
    #[must_use]
    pub const fn since(self, first: Self) -> usize {
        (self.0 - first.0) as usize
    }

    /// Returns the number that a reader knows the row by: rows are counted from 1.
    #[must_use]
    pub const fn ordinal(self) -> usize {
        self.0 as usize + 1
    }
}

/// Rows that stand one behind the other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RowRange(Range<u32>);

impl RowRange {
    /// Returns the rows from `first` up to `behind`, which is none of them.
    #[must_use]
    pub const fn new(first: RowId, behind: RowId) -> Self {
        Self(first.0..behind.0)
    }

    /// Returns the first `count` rows.
    #[must_use]
    pub const fn first(count: usize) -> Self {
        Self::new(RowId::new(0), RowId::new(count))
    }

    /// Returns the row with which they begin.
    #[must_use]
    pub const fn start(&self) -> RowId {
        RowId(self.0.start)
    }

    /// Returns the row behind the last of them.
    #[must_use]
    pub const fn end(&self) -> RowId {
        RowId(self.0.end)
    }

    /// Tells whether `row` is one of them.
    #[must_use]
    pub fn contains(&self, row: RowId) -> bool {
        self.0.contains(&row.0)
    }
}

impl Iterator for RowRange {
    type Item = RowId;

    fn next(&mut self) -> Option<RowId> {
        self.0.next().map(RowId)
    }

    fn nth(&mut self, skipped: usize) -> Option<RowId> {
        self.0.nth(skipped).map(RowId)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for RowRange {
    fn next_back(&mut self) -> Option<RowId> {
        self.0.next_back().map(RowId)
    }
}

impl ExactSizeIterator for RowRange {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_its_own_takes_no_more_room_than_a_bare_one() {
        assert_eq!(size_of::<RowId>(), size_of::<u32>());
        assert_eq!(size_of::<SpanId>(), size_of::<u32>());
    }

    #[test]
    fn rows_stand_one_behind_the_other() {
        let mut rows = RowRange::new(RowId::new(3), RowId::new(6));
        assert_eq!(rows.len(), 3);
        assert!(rows.contains(RowId::new(5)) && !rows.contains(RowId::new(6)));
        assert_eq!(
            rows.clone().map(RowId::index).collect::<Vec<_>>(),
            [3, 4, 5]
        );
        assert_eq!(rows.next_back(), Some(RowId::new(5)));
    }

    #[test]
    #[should_panic(expected = "numbers have 32 bits")]
    fn a_row_beyond_32_bits_fails_loudly() {
        let _row = RowId::new(1 << 32);
    }
}
