//! A long list that is copied in no time and changed at single places: it lies in pieces, which copies share until one of
//! them changes something in a piece.

use std::sync::Arc;

use crate::model::{ListIndex, never_given_out};

/// Items in one piece, as a number of bits.
const BITS: u32 = 12;
/// Items in one piece.
const PIECE: usize = 1 << BITS;

/// A list in pieces. An item is found with one look more than in a `Vec`; a copy costs a counter for every 4096 items, and a
/// change of one item a copy of its piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chunked<T> {
    /// Pieces that are full.
    full: Vec<Arc<Vec<T>>>,
    /// What comes behind them.
    rest: Vec<T>,
}

impl<T> Default for Chunked<T> {
    fn default() -> Self {
        Self {
            full: Vec::new(),
            rest: Vec::new(),
        }
    }
}

impl<T> Chunked<T> {
    /// Returns the number of items.
    pub(crate) const fn len(&self) -> usize {
        (self.full.len() << BITS) + self.rest.len()
    }

    /// Tells whether there are none.
    pub(crate) const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the item with this number, which may be beyond them.
    pub(crate) fn get(&self, number: impl ListIndex) -> Option<&T> {
        let at = number.index();
        match self.full.get(at >> BITS) {
            Some(piece) => piece.get(at & (PIECE - 1)),
            None => self.rest.get(at.checked_sub(self.full.len() << BITS)?),
        }
    }

    /// Returns the item with this number.
    ///
    /// # Panics
    /// When it was never given out.
    #[track_caller]
    pub(crate) fn own(&self, number: impl ListIndex) -> &T {
        let at = number.index();
        self.get(at)
            .unwrap_or_else(|| never_given_out(at, self.len()))
    }

    /// Returns the items in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        let full = self.full.iter().flat_map(|piece| piece.iter());
        full.chain(&self.rest)
    }

    /// Adds an item at the end.
    pub(crate) fn push(&mut self, item: T) {
        self.rest.push(item);
        if self.rest.len() == PIECE {
            self.full.push(Arc::new(std::mem::take(&mut self.rest)));
        }
    }

    /// Gives back what was reserved and not needed.
    pub(crate) fn shrink_to_fit(&mut self) {
        self.full.shrink_to_fit();
        self.rest.shrink_to_fit();
    }
}

impl<T: Clone> Chunked<T> {
    /// Returns the item with this number, to be changed; copies its piece where others have it too.
    ///
    /// # Panics
    /// When it was never given out.
    #[track_caller]
    pub(crate) fn own_mut(&mut self, number: impl ListIndex) -> &mut T {
        let (at, count) = (number.index(), self.len());
        let behind = self.full.len() << BITS;
        let item = match self.full.get_mut(at >> BITS) {
            Some(piece) => Arc::make_mut(piece).get_mut(at & (PIECE - 1)),
            None => at
                .checked_sub(behind)
                .and_then(|rest| self.rest.get_mut(rest)),
        };
        item.unwrap_or_else(|| never_given_out(at, count))
    }

    /// Adds the items of another list.
    pub(crate) fn append(&mut self, other: &Self) {
        let pieces = other.full.iter().map(|piece| piece.as_slice());
        for mut items in pieces.chain(std::iter::once(other.rest.as_slice())) {
            while !items.is_empty() {
                let room = (PIECE - self.rest.len()).min(items.len());
                let (now, later) = items.split_at(room);
                self.rest.extend_from_slice(now);
                items = later;
                if self.rest.len() == PIECE {
                    self.full.push(Arc::new(std::mem::take(&mut self.rest)));
                }
            }
        }
    }

    /// Makes it `length` items long, which it is not yet, with copies of `item`.
    pub(crate) fn fill_up(&mut self, length: usize, item: &T) {
        while self.len() < length {
            let room = (PIECE - self.rest.len()).min(length - self.len());
            self.rest.resize(self.rest.len() + room, item.clone());
            if self.rest.len() == PIECE {
                self.full.push(Arc::new(std::mem::take(&mut self.rest)));
            }
        }
    }
}

impl<T> Extend<T> for Chunked<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        let mut items = items.into_iter();
        loop {
            let room = PIECE - self.rest.len();
            self.rest.reserve(room.min(items.size_hint().0));
            self.rest.extend(items.by_ref().take(room));
            if self.rest.len() < PIECE {
                return;
            }
            self.full.push(Arc::new(std::mem::take(&mut self.rest)));
        }
    }
}

impl<T> FromIterator<T> for Chunked<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut list = Self::default();
        list.extend(items);
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_stays_as_it_was_when_an_item_changes() {
        for length in [1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7] {
            let list: Chunked<usize> = (0..length).collect();
            assert_eq!(list.len(), length);
            assert!(list.iter().copied().eq(0..length));
            for at in [0, length / 2, length - 1] {
                let mut other = list.clone();
                *other.own_mut(at) = usize::MAX;
                assert_eq!((*list.own(at), *other.own(at)), (at, usize::MAX));
                let differing = list.iter().zip(other.iter()).filter(|(a, b)| a != b);
                assert_eq!(differing.count(), 1);
            }
            assert_eq!(list.get(length), None);
        }
    }

    #[test]
    fn a_list_that_is_filled_up_is_that_which_was_pushed() {
        let mut filled = Chunked::default();
        filled.push(1);
        filled.fill_up(2 * PIECE + 1, &0);
        let pushed: Chunked<i32> = std::iter::once(1).chain(vec![0; 2 * PIECE]).collect();
        assert_eq!(filled, pushed);
    }

    #[test]
    #[should_panic(expected = "number 3 was never given out")]
    fn a_number_beyond_the_list_fails_loudly() {
        let _item = Chunked::from_iter([1, 2, 3]).own(3_usize);
    }
}
