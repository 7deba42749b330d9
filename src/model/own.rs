//! Looking up what has to be there: our own numbers in our own lists.
//!
//! A number that we gave out ourselves and that leads nowhere is a mistake of the program. It fails loudly, because
//! a record that is quietly missing is the worst mistake of all. What comes from outside goes through `get`.

/// A list that is indexed by numbers which were given out for it.
pub trait Own<T> {
    /// What has the number `index`.
    ///
    /// # Panics
    /// When it was never given out.
    fn own(&self, index: usize) -> &T;

    /// The same, to be changed.
    ///
    /// # Panics
    /// When it was never given out.
    fn own_mut(&mut self, index: usize) -> &mut T;
}

impl<T> Own<T> for [T] {
    #[track_caller]
    fn own(&self, index: usize) -> &T {
        let count = self.len();
        self.get(index)
            .unwrap_or_else(|| never_given_out(index, count))
    }

    #[track_caller]
    fn own_mut(&mut self, index: usize) -> &mut T {
        let count = self.len();
        self.get_mut(index)
            .unwrap_or_else(|| never_given_out(index, count))
    }
}

#[cold]
#[track_caller]
fn never_given_out(index: usize, count: usize) -> ! {
    panic!("number {index} was never given out: there are {count}")
}

#[cfg(test)]
mod tests {
    use super::Own;

    #[test]
    #[should_panic(expected = "number 2 was never given out")]
    fn a_number_that_was_never_given_out_fails_loudly() {
        let list = [1, 2];
        assert_eq!(*list.own(1), 2);
        list.own(2);
    }
}
