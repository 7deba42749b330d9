//! Where the records of a file stand in it: eight bytes a record, whatever the length of the file.

use std::{collections::BTreeMap, ops::Range};

use crate::model::Own;

/// Byte ranges in ascending order. Starts are kept as distances from the beginning of a stretch of
/// at most 4 GiB.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans {
    stretches: Vec<Stretch>,
    starts: Vec<u32>,
    lengths: Vec<u32>,
    /// Records of 4 GiB and more, by number.
    long: BTreeMap<usize, usize>,
}

/// The records from `first` on whose starts are counted from `base`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    first: usize,
    base: usize,
}

impl Spans {
    /// Number of ranges.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Adds a range, which begins where the last one ends or behind it.
    pub fn push(&mut self, span: Range<usize>) {
        let base = self.stretches.last().map(|stretch| stretch.base);
        let distance = base.and_then(|base| u32::try_from(span.start.checked_sub(base)?).ok());
        let distance = distance.unwrap_or_else(|| {
            self.stretches.push(Stretch {
                first: self.len(),
                base: span.start,
            });
            0
        });
        let length = u32::try_from(span.len()).unwrap_or_else(|_| {
            self.long.insert(self.starts.len(), span.len());
            u32::MAX
        });
        self.starts.push(distance);
        self.lengths.push(length);
    }

    /// The range with this number.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn own(&self, index: usize) -> Range<usize> {
        let distance = *self.starts.own(index) as usize;
        // The first stretch begins with the first range.
        let behind = self
            .stretches
            .partition_point(|stretch| stretch.first <= index);
        let start = self.stretches.own(behind - 1).base + distance;
        let length = match *self.lengths.own(index) {
            u32::MAX => *self.long.get(&index).unwrap_or(&(u32::MAX as usize)),
            length => length as usize,
        };
        start..start + length
    }

    /// The range with a number that may be beyond them.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Range<usize>> {
        (index < self.len()).then(|| self.own(index))
    }

    /// The ranges in order.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Range<usize>> + ExactSizeIterator + '_ {
        (0..self.len()).map(|index| self.own(index))
    }

    /// Gives back what was reserved and not needed.
    pub fn shrink_to_fit(&mut self) {
        self.starts.shrink_to_fit();
        self.lengths.shrink_to_fit();
    }
}

impl Extend<Range<usize>> for Spans {
    fn extend<I: IntoIterator<Item = Range<usize>>>(&mut self, spans: I) {
        for span in spans {
            self.push(span);
        }
    }
}

impl FromIterator<Range<usize>> for Spans {
    fn from_iter<I: IntoIterator<Item = Range<usize>>>(spans: I) -> Self {
        let mut collected = Self::default();
        collected.extend(spans);
        collected
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_come_back_however_far_and_long_they_are() {
        const GIB: usize = 1 << 30;
        let ranges = [
            0..0,
            5..90,
            90..91,
            5 * GIB..5 * GIB + 7,
            6 * GIB..11 * GIB,
            12 * GIB..12 * GIB + 1,
        ];
        let spans: Spans = ranges.iter().cloned().collect();
        assert_eq!(spans.iter().collect::<Vec<_>>(), ranges);
        assert_eq!(spans.get(6), None);
        assert!(Spans::default().iter().next().is_none());
    }
}
