//! The rows of a dataset by what needs no window: dated or not, placed or not.

use rayon::prelude::*;

use crate::{
    data::{Columns, Mercator},
    model::{Clock, PlacePrecision, Second},
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
    pub(super) undated: Vec<Vec<u32>>,
    /// By layer, in order: until when records begin that may have begun at any time before.
    pub(super) open_starts: Vec<Vec<Second>>,
    /// The box around every place that is better known.
    pub(super) reach: Option<MercatorRect>,
}

impl RowLists {
    /// Sorts the rows into lists. Also returns a mask of the placed rows that are known to a country only, and one of those
    /// known to an area or a region. Gives up with `None` when `progress` says no.
    pub(super) fn of(
        columns: &Columns,
        clock: Clock,
        matching: &RowMask,
        progress: &(dyn Fn(usize, usize) -> bool + Sync),
    ) -> Option<(Self, [RowMask; 2])> {
        let layers = columns.layer_names().len();
        let (mut dated, mut unplaced) = (vec![Vec::new(); layers], vec![Vec::new(); layers]);
        let mut undated = vec![Vec::new(); layers];
        let mut countries = vec![false; columns.len()];
        let mut areas = vec![false; columns.len()];
        let mut of_countries = vec![Vec::new(); layers];
        let mut reach: Option<MercatorRect> = None;
        for row in 0..columns.len() {
            if row.is_multiple_of(1 << 16) && !progress(row, columns.len()) {
                return None;
            }
            let is_readable = columns.readable(row);
            let (true, true, Some(layer), Ok(number)) = (
                is_readable,
                matching.contains(row),
                columns.layer_index(row),
                u32::try_from(row),
            ) else {
                continue;
            };
            let position = columns.position(row);
            let is_country = position.is_some() && is_country(columns, row);
            if let (Some(position), false) = (position, is_country) {
                reach = Some(reaching(reach, position));
            }
            if let Some(slot) = areas.get_mut(row) {
                *slot = position.is_some() && is_area(columns, row);
            }
            let layer = usize::from(layer);
            if let (true, Some(slot)) = (is_country, countries.get_mut(row)) {
                *slot = true;
                of_countries
                    .get_mut(layer)
                    .into_iter()
                    .for_each(|rows| rows.push(number));
            }
            let list = match (columns.span_on(clock, row).is_some(), position) {
                (true, Some(_)) => dated.get_mut(layer),
                (true, None) => {
                    if let Some(rows) = unplaced.get_mut(layer) {
                        rows.push(number);
                    }
                    dated.get_mut(layer)
                }
                (false, _) => undated.get_mut(layer),
            };
            if let Some(rows) = list {
                rows.push(number);
            }
        }
        let is_wanted = || progress(columns.len(), columns.len());
        let in_order = |lists: Vec<Vec<u32>>| -> Option<Vec<TimeOrder>> {
            let lists = lists.into_par_iter();
            lists
                .map(|rows| TimeOrder::of_while(columns, clock, rows, &is_wanted))
                .collect()
        };
        let time_orders = in_order(dated)?;
        let open_starts = time_orders.iter().map(|rows| open_starts(columns, rows));
        let lists = Self {
            open_starts: open_starts.collect(),
            time_orders,
            of_countries: in_order(of_countries)?,
            unplaced: in_order(unplaced)?,
            undated,
            reach,
        };
        Some((lists, [countries, areas].map(RowMask::of_rows)))
    }
}

/// Tells until when those rows begin whose start is open, in order; they stand first in an order of time.
fn open_starts(columns: &Columns, rows: &TimeOrder) -> Vec<Second> {
    let starts = rows.spans(columns).map(|span| span.start);
    let open = starts.take_while(|start| start.earliest == Second::MIN);
    let mut latest: Vec<Second> = open.map(|start| start.latest).collect();
    latest.sort_unstable();
    latest
}

/// Tells whether a row is known to an area only, which is more than a mark can say.
fn is_area(columns: &Columns, row: usize) -> bool {
    matches!(
        columns.precision(row),
        PlacePrecision::Area | PlacePrecision::Region
    )
}

/// Tells whether a row is known to a country only.
fn is_country(columns: &Columns, row: usize) -> bool {
    columns.precision(row) == PlacePrecision::Country
}

/// Returns the box, wide enough for one position more.
fn reaching(reach: Option<MercatorRect>, position: Mercator) -> MercatorRect {
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
