//! `bench window`: counting a window that moves over all of time, by layer and by cells of half a degree.
//!
//! A step fills the counts of every cell and layer; `total` is the sum of them all over all steps and `check`
//! the sum of each times its cell modulo 97, so that two programs can tell whether they counted the same.

use std::{io::Write, time::Instant};

use serde_json::json;

use super::{Timings, args::WindowArgs, positive};
use crate::{
    cli::{
        Exit,
        failure::{Failure, print},
    },
    data::{Columns, Dataset, Mercator},
    model::{
        Bounds, DAY, RowId, Second, Span, Window,
        bounds::{day_of, start_of_day},
    },
    query::index::{CellId, CellTally, Index, RunningCounts},
    text::Catalogue,
    work::Progress,
};

/// The grid: its south-western corner in degrees, the side of a cell and the cells of a row. What lies outside is
/// not counted.
const WEST: f64 = -17.0;
const SOUTH: f64 = 8.0;
const SIDE: f64 = 0.5;
const COLUMNS: u32 = 84;

pub(super) fn run(
    arguments: &WindowArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let steps = positive(words, "--steps", &arguments.steps)?;
    let days = positive(words, "--days", &arguments.days)?;
    let dataset = arguments.input.dataset(words)?;
    let begin = Instant::now();
    let counter = Counter::new(&dataset, arguments.events);
    let prep_s = begin.elapsed().as_secs_f64();
    let mut timings = Timings::default();
    let (mut total, mut check) = (0, 0);
    let mut tally = CellTally::default();
    for window in windows(counter.range, steps, days) {
        let begin = Instant::now();
        counter.count(window, &mut tally);
        timings.push(begin.elapsed().as_secs_f64() * 1000.0);
        let (sum, mixed) = counter.sums(&tally);
        total += sum;
        check += mixed;
    }
    let report = json!({
        "median_ms": timings.within(0.5),
        "p95_ms": timings.within(0.95),
        "prep_s": (prep_s * 1000.0).round() / 1000.0,
        "steps": steps,
        "total": total,
        "check": check,
    });
    print(out, report)?;
    Ok(Exit::Done)
}

/// A dataset made ready for counting.
struct Counter {
    index: Index,
    running: RunningCounts,
    /// The cells of the grid that hold records.
    cells: Vec<u32>,
    /// From the first to the last known second of what is counted.
    range: Bounds,
}

impl Counter {
    /// Counts every record as what it is, or, with `as_events`, as something that happened once on its own date.
    fn new(dataset: &Dataset, as_events: bool) -> Self {
        let columns = dataset.columns();
        let span = |row: RowId| {
            let span = columns.span(row)?;
            Some(if as_events { event_of(span) } else { span })
        };
        let index =
            Index::build_by(columns, &span, None, &Progress::unwatched()).unwrap_or_default();
        let cells = occupied(columns);
        let number = |position| {
            let cell = cell_of(position)?;
            cells.binary_search(&cell).ok().map(CellId::new)
        };
        let running = RunningCounts::build(
            &index,
            columns,
            cells.len(),
            &number,
            &Progress::unwatched(),
        );
        Self {
            running: running.unwrap_or_default(),
            index,
            cells,
            range: columns.extent_in_time().unwrap_or(Bounds::new(0, DAY - 1)),
        }
    }

    fn count(&self, window: Window, tally: &mut CellTally) {
        self.running
            .count(&self.index, &self.index.query(window), tally);
    }

    /// Returns all counts added up, and each multiplied by its cell modulo 97.
    fn sums(&self, tally: &CellTally) -> (u64, u64) {
        let mut sums = (0, 0);
        for (cell, counts) in self.cells.iter().zip(tally.cells()) {
            let count: u64 = counts.iter().map(|count| u64::from(count.total())).sum();
            sums = (sums.0 + count, sums.1 + count * u64::from(cell % 97));
        }
        sums
    }
}

/// Returns a record as something that happened once: somewhere in its date, or where it has no end, when it was
/// seen.
fn event_of(span: Span) -> Span {
    let is_unended = span.end.latest == Second::MAX;
    Span::of_event(if is_unended { span.start } else { span.hull() })
}

/// Returns the cells of the grid that hold records, in order.
fn occupied(columns: &Columns) -> Vec<u32> {
    let positions = columns.rows().filter_map(|row| columns.position(row));
    let mut cells: Vec<u32> = positions.filter_map(cell_of).collect();
    cells.sort_unstable();
    cells.dedup();
    cells
}

/// Returns the cell of the grid that a position lies in: its row times the columns of a row, and its column.
fn cell_of(position: Mercator) -> Option<u32> {
    let point = position.point();
    let (column, row) = (steps_from(WEST, point.x()), steps_from(SOUTH, point.y()));
    let column = u32::try_from(column).ok().filter(|it| *it < COLUMNS)?;
    Some(u32::try_from(row).ok()? * COLUMNS + column)
}

/// Counts whole cells between an edge of the grid and a degree. Positions are kept in steps of less than a ten-millionth of
/// a degree; rounding to a millionth puts back on an edge what was written on it.
fn steps_from(edge: f64, degrees: f64) -> i64 {
    let degrees = (degrees * 1e6).round() / 1e6;
    ((degrees - edge) / SIDE).floor() as i64
}

/// Lists `steps` windows of `days` days, from the one that begins with the first day of `range` to the one that ends
/// with its last, at equal distances rounded down to days.
fn windows(range: Bounds, steps: usize, days: usize) -> impl Iterator<Item = Window> {
    let first = start_of_day(day_of(range.earliest));
    let length = (range.latest - first) / DAY + 1;
    let days = Second::try_from(days).unwrap_or(length).min(length);
    let last_step = Second::try_from(steps).map_or(1, |steps| (steps - 1).max(1));
    (0..).take(steps).map(move |step: Second| {
        let from = first + step * (length - days) / last_step * DAY;
        Window::new(from, from + days * DAY - 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_from_the_first_day_to_the_last() {
        let range = Bounds::new(0, 100 * DAY - 1);
        let windows: Vec<Window> = windows(range, 10, 30).collect();
        assert_eq!(windows.len(), 10);
        assert_eq!(windows[0], Window::new(0, 30 * DAY - 1));
        assert_eq!(windows[9], Window::new(70 * DAY, 100 * DAY - 1));
        assert!(windows.iter().all(Window::is_whole_days));
    }

    #[test]
    fn a_window_longer_than_the_range_stands_still() {
        let range = Bounds::new(0, 10 * DAY - 1);
        assert!(windows(range, 3, 30).all(|window| window.bounds() == range));
    }

    #[test]
    fn what_is_written_on_the_edge_of_a_cell_lies_in_it() {
        let cell = |lon: f64, lat: f64| cell_of(Mercator::of((lon, lat).into()));
        assert_eq!(cell(-17.0, 8.0), Some(0));
        assert_eq!(cell(-16.5, 8.5), Some(85));
        assert_eq!(cell(-16.500_001, 8.499_999), Some(0));
        assert_eq!(cell(25.0, 10.0), None);
        assert_eq!(cell(0.0, 7.999_999), None);
    }
}
