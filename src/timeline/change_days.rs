//! The days on which what a window shows can change, so that playback need not wait where nothing
//! does.
//!
//! A window shows another record, or shows one more surely, when its last day reaches the first or the last
//! day on which that record may begin; it shows one less surely, or no longer, when its first day passes
//! the first or the last day on which it may end. These days are kept in order; the next one is found by a binary search.

use crate::model::{DAY, Second, Span, Window};

use super::{direction::Direction, edit::Mode};

/// Days that are gathered before those that occur twice are dropped, so that many records take little room.
const KEPT: usize = 1 << 16;

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

impl ChangeDays {
    /// Finds the days of change of records with these bounds.
    #[must_use]
    pub fn of(spans: impl Iterator<Item = Span>) -> Self {
        let mut change_days = Self::default();
        let mut last = None;
        let mut most = KEPT;
        for span in spans {
            // Records in the order of time often have the bounds of the one before.
            if last.replace(span) == Some(span) {
                continue;
            }
            change_days.first_begins.extend(day(span.start.earliest));
            change_days.begins.extend(day(span.start.earliest));
            change_days.begins.extend(day(span.start.latest));
            change_days.last_ends.extend(day(span.end.latest));
            change_days.ends.extend(day(span.end.earliest));
            change_days.ends.extend(day(span.end.latest));
            if change_days.begins.len().max(change_days.ends.len()) > most {
                change_days.put_in_order();
                most = KEPT + 2 * change_days.begins.len().max(change_days.ends.len());
            }
        }
        change_days.put_in_order();
        change_days
    }

    /// Merges the days of change of several groups of records together.
    #[must_use]
    pub fn together<'a>(groups: impl Iterator<Item = &'a Self>) -> Self {
        let mut change_days = groups.fold(Self::default(), |mut all, group| {
            all.first_begins.extend(&group.first_begins);
            all.last_ends.extend(&group.last_ends);
            all.begins.extend(&group.begins);
            all.ends.extend(&group.ends);
            all
        });
        change_days.put_in_order();
        change_days
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
