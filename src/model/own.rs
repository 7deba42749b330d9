//! Looking up what has to be there: our own numbers in our own lists.
//!
//! A number that we gave out ourselves and that leads nowhere is a mistake of the program. It fails loudly, because
//! a record that is quietly missing is the worst mistake of all. What comes from outside goes through `get`.

use std::ops::Range;

use super::ListIndex;

/// A list that is indexed by numbers which were given out for it.
pub trait Own<T> {
    /// What has this number.
    ///
    /// # Panics
    /// When it was never given out.
    fn own(&self, number: impl ListIndex) -> &T;

    /// The same, to be changed.
    ///
    /// # Panics
    /// When it was never given out.
    fn own_mut(&mut self, number: impl ListIndex) -> &mut T;

    /// What stands in a stretch of places.
    ///
    /// # Panics
    /// When it does not lie within the list.
    fn stretch(&self, places: Range<usize>) -> &[T];
}

impl<T> Own<T> for [T] {
    #[track_caller]
    fn own(&self, number: impl ListIndex) -> &T {
        let (index, count) = (number.index(), self.len());
        self.get(index)
            .unwrap_or_else(|| never_given_out(index, count))
    }

    #[track_caller]
    fn own_mut(&mut self, number: impl ListIndex) -> &mut T {
        let (index, count) = (number.index(), self.len());
        self.get_mut(index)
            .unwrap_or_else(|| never_given_out(index, count))
    }

    #[track_caller]
    fn stretch(&self, places: Range<usize>) -> &[T] {
        let count = self.len();
        self.get(places.clone())
            .unwrap_or_else(|| not_within(&places, count))
    }
}

#[cold]
#[track_caller]
fn not_within(places: &Range<usize>, count: usize) -> ! {
    panic!("places {places:?} do not lie within a list of {count}")
}

/// Stops at a number that a list did not give out, which is a mistake of ours.
#[cold]
#[track_caller]
pub(crate) fn never_given_out(index: usize, count: usize) -> ! {
    panic!("number {index} was never given out: there are {count}")
}

#[cfg(test)]
mod tests {
    use super::Own;

    #[test]
    #[should_panic(expected = "number 2 was never given out")]
    fn a_number_that_was_never_given_out_fails_loudly() {
        let list = [1, 2];
        assert_eq!(*list.own(1_usize), 2);
        list.own(2_usize);
    }

    #[test]
    #[should_panic(expected = "places 1..3 do not lie within a list of 2")]
    fn a_stretch_beyond_a_list_fails_loudly() {
        let list = [1, 2];
        assert_eq!(list.stretch(0..2), list);
        list.stretch(1..3);
    }
}
