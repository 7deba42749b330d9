//! The engine after an edit: what was answered for all rows is kept, and put right for those that have changed.
//!
//! Counts take the rows that have changed away as they were and add them as they are (see
//! [`Index`](crate::query::Index)); lists, orders of time and days of change are copied but for the few places that change.
//! Every answer is the one that an engine made anew would give.

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::{
    data::{Columns, Dataset},
    model::{Clock, RowId, Second, Span},
    query::{
        Index, RowMask, TimeOrder,
        index::{MercatorRect, RowSide},
    },
};

use super::{
    Engine,
    lists::{RowLists, is_area, is_country, reaching},
};

/// What the indices were built of.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) columns: Columns,
    pub(super) matching: RowMask,
}

/// Rows of a time, and which of them pass the filter.
#[derive(Clone, Copy)]
struct Rows<'a> {
    columns: &'a Columns,
    matching: &'a RowMask,
}

impl Rows<'_> {
    /// Tells whether a row passes and can be read.
    fn pass(&self, row: RowId) -> bool {
        row.index() < self.matching.len()
            && self.columns.readable(row)
            && self.matching.contains(row)
    }
}

impl Engine {
    /// Makes the engine for `dataset`, which edits have made of the one that this engine is of; `None`: they have not.
    /// Costs what the changed rows cost, not what is open.
    #[must_use]
    pub fn amended(&self, dataset: &Arc<Dataset>) -> Option<Self> {
        let rows = dataset
            .amended_since(&self.dataset)
            .filter(|_| self.is_ready)?;
        let changed: Vec<RowId> = dataset.amended_rows().collect();
        let matching = self.matching.amended(dataset, &self.filter, &rows);
        let columns = dataset.columns();
        let clock = self.filter.clock;
        let read = Rows {
            columns: &self.read.columns,
            matching: &self.read.matching,
        };
        let before = Rows {
            columns: self.columns(),
            matching: &self.matching,
        };
        let now = Rows {
            columns,
            matching: &matching,
        };
        let index = |index: &Index, keep: &dyn Fn(Rows<'_>, RowId) -> bool| {
            let standing = [read, now];
            let [was_kept, is_kept] = standing.map(|rows| move |row| keep(rows, row));
            let before = RowSide {
                columns: read.columns,
                keep: &was_kept,
            };
            let now = RowSide {
                columns,
                keep: &is_kept,
            };
            index.amended(clock, [before, now], &changed)
        };
        let is_of = |part: usize, row: RowId| dataset.part_of(row) == part;
        let files = self.files.iter().enumerate();
        let mut amended = Self {
            index: index(&self.index, &|rows, row| rows.matching.contains(row)),
            countries: index(&self.countries, &|rows, row| {
                rows.pass(row) && is_country(rows.columns, row) && is_placed(rows.columns, row)
            }),
            areas: index(&self.areas, &|rows, row| {
                rows.pass(row) && is_area(rows.columns, row) && is_placed(rows.columns, row)
            }),
            files: files
                .map(|(part, file)| {
                    index(file, &|rows, row| {
                        rows.matching.contains(row) && is_of(part, row)
                    })
                })
                .collect(),
            lists: self.lists.amended(clock, [before, now], &rows),
            change_days: self.change_days.clone(),
            unended: self.unended.clone(),
            dataset: Arc::clone(dataset),
            filter: self.filter.clone(),
            is_ready: true,
            matching: matching.clone(),
            read: Arc::clone(&self.read),
            listed: self.listed,
            lanes: OnceLock::new(),
        };
        amended.amend_days(clock, [before, now], &rows);
        Some(amended)
    }

    /// Puts right what hangs on the bounds of rows alone.
    fn amend_days(&mut self, clock: Clock, times: [Rows<'_>; 2], rows: &[RowId]) {
        for (layer, counts) in (0_u16..).zip(&mut self.change_days) {
            let [out, come] = times.map(|time| {
                let of_layer = rows
                    .iter()
                    .filter(|row| time.pass(**row) && time.columns.layer_index(**row) == layer);
                let spans = of_layer.filter_map(|row| time.columns.span_on(clock, *row));
                spans.collect::<Vec<Span>>()
            });
            if !out.is_empty() || !come.is_empty() {
                counts.amend(&out, &come);
                self.unended.amend(layer, &out, &come);
            }
        }
    }
}

fn is_placed(columns: &Columns, row: RowId) -> bool {
    columns.position(row).is_some()
}

/// In which lists a row stands.
#[derive(Clone, Copy, PartialEq)]
enum List {
    Dated,
    OfCountry,
    Unplaced,
    Undated,
}

impl RowLists {
    /// The lists after edits of `rows`.
    fn amended(&self, clock: Clock, times: [Rows<'_>; 2], rows: &[RowId]) -> Self {
        let [before, now] = times.map(|time| time.columns);
        let of_list = |list: List, layer: u16| {
            times.map(|time| {
                let rows = rows.iter().copied();
                let rows = rows.filter(|row| stands_in(time, clock, *row, list, layer));
                rows.collect::<Vec<RowId>>()
            })
        };
        let orders = |known: &[TimeOrder], list: List| {
            let layers = (0_u16..).zip(known);
            let amended = layers.map(|(layer, order)| {
                let [out, come] = of_list(list, layer);
                if out.is_empty() && come.is_empty() {
                    order.clone()
                } else {
                    order.amended([before, now], &out, &come)
                }
            });
            amended.collect()
        };
        let mut undated = self.undated.clone();
        let mut open_starts = self.open_starts.clone();
        for (layer, (undated, starts)) in (0_u16..).zip(undated.iter_mut().zip(&mut open_starts)) {
            amend_list(undated, of_list(List::Undated, layer));
            let [out, come] = of_list(List::Dated, layer);
            let out: Vec<Second> = out
                .iter()
                .filter_map(|row| open_start(before, clock, *row))
                .collect();
            let come: Vec<Second> = come
                .iter()
                .filter_map(|row| open_start(now, clock, *row))
                .collect();
            amend_list(starts, [out, come]);
        }
        Self {
            time_orders: orders(&self.time_orders, List::Dated),
            of_countries: orders(&self.of_countries, List::OfCountry),
            unplaced: orders(&self.unplaced, List::Unplaced),
            undated,
            open_starts,
            reach: self.reach_after(times, rows),
        }
    }

    /// The box around every place that is better known; looked for among all rows where one was changed that stood at its
    /// edge.
    fn reach_after(&self, [before, now]: [Rows<'_>; 2], rows: &[RowId]) -> Option<MercatorRect> {
        let reach = self.reach;
        let is_at_edge = |row: &RowId| {
            let position = before.position(*row);
            position.zip(reach).is_some_and(|(at, reach)| {
                [reach.west, reach.east].contains(&at.x)
                    || [reach.north, reach.south].contains(&at.y)
            })
        };
        if rows.iter().any(is_at_edge) {
            let all = now.columns.rows().len();
            let positions = (0..all).into_par_iter().map(RowId::new);
            return positions
                .filter_map(|row| now.position(row))
                .fold(|| None, |reach, position| Some(reaching(reach, position)))
                .reduce(|| None, joined);
        }
        let come = rows.iter().filter_map(|row| now.position(*row));
        come.fold(reach, |reach, position| Some(reaching(reach, position)))
    }
}

impl Rows<'_> {
    /// The place of its own that a row has.
    fn position(&self, row: RowId) -> Option<crate::data::Mercator> {
        if !self.pass(row) || is_country(self.columns, row) {
            return None;
        }
        self.columns.position(row)
    }
}

fn joined(one: Option<MercatorRect>, other: Option<MercatorRect>) -> Option<MercatorRect> {
    let (Some(one), Some(other)) = (one, other) else {
        return one.or(other);
    };
    Some(MercatorRect {
        west: one.west.min(other.west),
        north: one.north.min(other.north),
        east: one.east.max(other.east),
        south: one.south.max(other.south),
    })
}

/// Tells whether a row stands in a list of a layer, as [`RowLists::of`] sorts it.
fn stands_in(time: Rows<'_>, clock: Clock, row: RowId, list: List, layer: u16) -> bool {
    if !time.pass(row) || time.columns.layer_index(row) != layer {
        return false;
    }
    let is_dated = time.columns.span_on(clock, row).is_some();
    let is_placed = is_placed(time.columns, row);
    match list {
        List::Dated => is_dated,
        List::OfCountry => is_dated && is_placed && is_country(time.columns, row),
        List::Unplaced => is_dated && !is_placed,
        List::Undated => !is_dated,
    }
}

/// Until when a row begins that may have begun at any time before.
fn open_start(columns: &Columns, clock: Clock, row: RowId) -> Option<Second> {
    let start = columns.span_on(clock, row)?.start;
    (start.earliest == Second::MIN).then_some(start.latest)
}

/// Takes items out of a list that is in order, and puts others in.
fn amend_list<T: Ord + Copy>(list: &mut Arc<Vec<T>>, [out, come]: [Vec<T>; 2]) {
    if out.is_empty() && come.is_empty() {
        return;
    }
    let list = Arc::make_mut(list);
    for item in out {
        if let Ok(at) = list.binary_search(&item) {
            list.remove(at);
        }
    }
    for item in come {
        let at = list.partition_point(|other| *other <= item);
        list.insert(at, item);
    }
}
