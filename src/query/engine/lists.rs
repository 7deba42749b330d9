//! The rows of a dataset by what needs no window: dated or not, placed or not.

use std::sync::Arc;

use rayon::prelude::*;

use crate::{
    data::{Columns, Mercator},
    model::{Clock, Own, PlacePrecision, RowId, Second},
    work::Progress,
};

use super::super::{index::MercatorRect, row_mask::RowMask, time_order::TimeOrder};

/// Rows that are listed rather than counted.
#[derive(Debug, Default)]
pub(super) struct RowLists {
    /// Dated rows, by layer.
    pub(super) time_orders: Vec<TimeOrder>,
    /// Dated and placed rows that are known to a country only, by layer.
    pub(super) of_countries: Vec<TimeOrder>,
    /// Dated rows without a place, by layer.
    pub(super) unplaced: Vec<TimeOrder>,
    /// The rows without a date, by layer.
    pub(super) undated: Vec<Arc<Vec<RowId>>>,
    /// By layer, in order: until when records begin that may have begun at any time before.
    pub(super) open_starts: Vec<Arc<Vec<Second>>>,
    /// The box around every place that is better known.
    pub(super) reach: Option<MercatorRect>,
}

/// The rows of each layer, sorted by what is known of them.
struct Sorter<'a> {
    columns: &'a Columns,
    clock: Clock,
    dated: Vec<Vec<RowId>>,
    of_countries: Vec<Vec<RowId>>,
    unplaced: Vec<Vec<RowId>>,
    undated: Vec<Vec<RowId>>,
    /// Row by row, whether it is placed and known to a country only.
    countries: Vec<bool>,
    /// Row by row, whether it is placed and known to an area or a region.
    areas: Vec<bool>,
    reach: Option<MercatorRect>,
}

impl<'a> Sorter<'a> {
    fn new(columns: &'a Columns, clock: Clock) -> Self {
        let layers = || vec![Vec::new(); columns.layer_names().len()];
        Self {
            columns,
            clock,
            dated: layers(),
            of_countries: layers(),
            unplaced: layers(),
            undated: layers(),
            countries: vec![false; columns.len()],
            areas: vec![false; columns.len()],
            reach: None,
        }
    }

    /// Puts a row that passes the filter into the lists that it belongs to.
    fn add(&mut self, row: RowId) {
        let columns = self.columns;
        let layer = columns.layer_index(row);
        let put = |lists: &mut Vec<Vec<RowId>>| lists.own_mut(layer).push(row);
        let position = columns.position(row);
        if let Some(position) = position {
            *self.areas.own_mut(row) = is_area(columns, row);
            if is_country(columns, row) {
                *self.countries.own_mut(row) = true;
                put(&mut self.of_countries);
            } else {
                self.reach = Some(reaching(self.reach, position));
            }
        }
        if columns.span_on(self.clock, row).is_none() {
            put(&mut self.undated);
            return;
        }
        put(&mut self.dated);
        if position.is_none() {
            put(&mut self.unplaced);
        }
    }
}

impl RowLists {
    /// Sorts the rows into lists. Also returns a mask of the placed rows that are known to a country only, and one of
    /// those known to an area or a region. Gives up with `None` when `progress` says no.
    pub(super) fn of(
        columns: &Columns,
        clock: Clock,
        matching: &RowMask,
        progress: &Progress,
    ) -> Option<(Self, [RowMask; 2])> {
        let mut sorter = Sorter::new(columns, clock);
        for row in columns.rows() {
            if row.index().is_multiple_of(1 << 16) {
                progress.advance(row.index(), columns.len())?;
            }
            if columns.readable(row) && matching.contains(row) {
                sorter.add(row);
            }
        }
        let in_order = |lists: Vec<Vec<RowId>>| -> Option<Vec<TimeOrder>> {
            let lists = lists.into_par_iter();
            lists
                .map(|rows| TimeOrder::of(columns, clock, rows, progress))
                .collect()
        };
        let time_orders = in_order(sorter.dated)?;
        let open_starts = time_orders.iter().map(|rows| open_starts(columns, rows));
        let lists = Self {
            open_starts: open_starts.map(Arc::new).collect(),
            time_orders,
            of_countries: in_order(sorter.of_countries)?,
            unplaced: in_order(sorter.unplaced)?,
            undated: sorter.undated.into_iter().map(Arc::new).collect(),
            reach: sorter.reach,
        };
        let masks = [sorter.countries, sorter.areas].map(RowMask::of_rows);
        Some((lists, masks))
    }
}

/// Tells until when those rows begin whose start is open, in order; they stand first in an order of time.
pub(super) fn open_starts(columns: &Columns, rows: &TimeOrder) -> Vec<Second> {
    let starts = rows.spans(columns).map(|span| span.start);
    let open = starts.take_while(|start| start.earliest == Second::MIN);
    let mut latest: Vec<Second> = open.map(|start| start.latest).collect();
    latest.sort_unstable();
    latest
}

/// Tells whether a row is known to an area only, which is more than a mark can say.
pub(super) fn is_area(columns: &Columns, row: RowId) -> bool {
    matches!(
        columns.precision(row),
        PlacePrecision::Area | PlacePrecision::Region
    )
}

/// Tells whether a row is known to a country only.
pub(super) fn is_country(columns: &Columns, row: RowId) -> bool {
    columns.precision(row) == PlacePrecision::Country
}

/// Returns the box, wide enough for one position more.
pub(super) fn reaching(reach: Option<MercatorRect>, position: Mercator) -> MercatorRect {
    let Mercator { x, y } = position;
    reach.map_or(
        MercatorRect {
            west: x,
            north: y,
            east: x,
            south: y,
        },
        |reach| MercatorRect {
            west: reach.west.min(x),
            north: reach.north.min(y),
            east: reach.east.max(x),
            south: reach.south.max(y),
        },
    )
}
