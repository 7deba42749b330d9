//! The days on which what a window shows can change, so that playback need not wait where nothing
//! does.
//!
//! A window shows another record, or shows one more surely, when its last day reaches the first or the last
//! day on which that record may begin; it shows one less surely, or no longer, when its first day passes
//! the first or the last day on which it may end. These days are kept in order; the next one is found by a binary search.

use std::{collections::BTreeMap, sync::Arc};

use rustc_hash::FxHashMap;

use crate::model::{DAY, Second, Span, Window};

use super::{direction::Direction, edit::Mode};

/// Days on which something changes, counted from 1970-01-01.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeDays {
    /// First days on which records may begin.
    first_begins: Vec<i64>,
    /// Last days on which they may end.
    last_ends: Vec<i64>,
    /// First and last days on which they may begin.
    begins: Vec<i64>,
    /// First and last days on which they may end.
    ends: Vec<i64>,
}

/// The next change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextChange {
    /// Days that the window must move for it, in the direction of play; at least one.
    pub days: i64,
    /// The day on which it is, counted from 1970-01-01.
    pub day: i64,
}

/// Days with the number of records that bring a change on each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeDayCounts {
    /// In the order of the fields of [`ChangeDays`].
    days: [Arc<BTreeMap<i64, u32>>; 4],
}

impl ChangeDayCounts {
    /// Counts the days of change of records with these bounds.
    #[must_use]
    pub fn of(spans: impl Iterator<Item = Span>) -> Self {
        let mut counts: [FxHashMap<i64, u32>; 4] = Default::default();
        // Records in the order of time often have the bounds of the one before.
        let mut run: Option<(Span, u32)> = None;
        let mut add = |(span, times): (Span, u32)| {
            for (days, counts) in days_of(&span).into_iter().zip(&mut counts) {
                for day in days.into_iter().flatten() {
                    *counts.entry(day).or_default() += times;
                }
            }
        };
        for span in spans {
            match &mut run {
                Some((last, times)) if *last == span => *times += 1,
                _ => run.replace((span, 1)).into_iter().for_each(&mut add),
            }
        }
        run.into_iter().for_each(&mut add);
        Self {
            days: counts.map(|counts| Arc::new(counts.into_iter().collect())),
        }
    }

    /// Takes records with the bounds `out` out and puts those with `come` in.
    pub fn amend(&mut self, out: &[Span], come: &[Span]) {
        let changes = out.iter().map(|span| (span, false));
        for (span, is_added) in changes.chain(come.iter().map(|span| (span, true))) {
            for (days, counts) in days_of(span).into_iter().zip(&mut self.days) {
                let counts = Arc::make_mut(counts);
                for day in days.into_iter().flatten() {
                    let count = counts.entry(day).or_default();
                    *count = if is_added {
                        *count + 1
                    } else {
                        count.saturating_sub(1)
                    };
                    if *count == 0 {
                        counts.remove(&day);
                    }
                }
            }
        }
    }

    /// Returns the days, of several groups of records together.
    #[must_use]
    pub fn together<'a>(groups: impl Iterator<Item = &'a Self>) -> ChangeDays {
        let mut days: [Vec<i64>; 4] = Default::default();
        for group in groups {
            for (days, counts) in days.iter_mut().zip(&group.days) {
                days.extend(counts.keys());
            }
        }
        let [first_begins, last_ends, begins, ends] = days;
        let mut change_days = ChangeDays {
            first_begins,
            last_ends,
            begins,
            ends,
        };
        change_days.put_in_order();
        change_days
    }
}

/// Returns the days of change that a record brings, in the order of the fields of [`ChangeDays`].
fn days_of(span: &Span) -> [[Option<i64>; 2]; 4] {
    let Span { start, end, .. } = span;
    [
        [day(start.earliest), None],
        [day(end.latest), None],
        [day(start.earliest), day(start.latest)],
        [day(end.earliest), day(end.latest)],
    ]
}

impl ChangeDays {
    /// Finds the days of change of records with these bounds.
    #[must_use]
    pub fn of(spans: impl Iterator<Item = Span>) -> Self {
        let counts = ChangeDayCounts::of(spans);
        ChangeDayCounts::together(std::iter::once(&counts))
    }

    /// Sorts the days and keeps each once.
    fn put_in_order(&mut self) {
        for days in [
            &mut self.first_begins,
            &mut self.last_ends,
            &mut self.begins,
            &mut self.ends,
        ] {
            days.sort_unstable();
            days.dedup();
        }
    }

    /// Returns the next change of what `window` shows when it moves that way; `None` where nothing changes any more.
    /// Where both ends of the window bring a change, the nearer one counts.
    #[must_use]
    pub fn next(&self, window: &Window, mode: Mode, direction: Direction) -> Option<NextChange> {
        let (first, last) = edges(window);
        let is_moving_first = mode != Mode::Cumulative;
        let change_days = match direction {
            Direction::Forward => [
                after(&self.begins, last).map(|day| NextChange {
                    days: day - last,
                    day,
                }),
                // A record is left on the day after its end.
                after(&self.ends, first - 1)
                    .filter(|_| is_moving_first)
                    .map(|day| NextChange {
                        days: day + 1 - first,
                        day: day + 1,
                    }),
            ],
            Direction::Backward => [
                before(&self.ends, first)
                    .filter(|_| is_moving_first)
                    .map(|day| NextChange {
                        days: first - day,
                        day,
                    }),
                before(&self.begins, last + 1).map(|day| NextChange {
                    days: last + 1 - day,
                    day: day - 1,
                }),
            ],
        };
        change_days
            .into_iter()
            .flatten()
            .min_by_key(|change| change.days)
    }

    /// Returns the next day on which a record that was not shown comes into the window.
    #[must_use]
    pub fn next_record(
        &self,
        window: &Window,
        mode: Mode,
        direction: Direction,
    ) -> Option<NextChange> {
        let (first, last) = edges(window);
        match direction {
            Direction::Forward => after(&self.first_begins, last).map(|day| NextChange {
                days: day - last,
                day,
            }),
            Direction::Backward if mode == Mode::Cumulative => None,
            Direction::Backward => before(&self.last_ends, first).map(|day| NextChange {
                days: first - day,
                day,
            }),
        }
    }

    /// Stretches of more than `days` days in which no record can begin or end, each with its first and
    /// last day: what playback skips.
    #[must_use]
    pub fn empty_stretches(&self, days: i64) -> Vec<(i64, i64)> {
        let mut all: Vec<i64> = self.begins.iter().chain(&self.ends).copied().collect();
        all.sort_unstable();
        all.dedup();
        all.windows(2)
            .filter_map(|pair| match pair {
                [one, next] if next - one - 1 > days => Some((one + 1, next - 1)),
                _ => None,
            })
            .collect()
    }
}

/// Returns the day of a second; `None` where it is not bounded.
fn day(second: Second) -> Option<i64> {
    (second != Second::MIN && second != Second::MAX).then(|| second.div_euclid(DAY))
}

/// Returns the first and the last day of a window.
fn edges(window: &Window) -> (i64, i64) {
    (
        window.first().div_euclid(DAY),
        window.last().div_euclid(DAY),
    )
}

/// Returns the first of `days` after `day`.
fn after(days: &[i64], day: i64) -> Option<i64> {
    days.get(days.partition_point(|other| *other <= day))
        .copied()
}

/// Returns the last of `days` before `day`.
fn before(days: &[i64], day: i64) -> Option<i64> {
    let index = days.partition_point(|other| *other < day);
    days.get(index.checked_sub(1)?).copied()
}
