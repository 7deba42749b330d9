//! A dataset of many records, made ready for questions: what a frame asks is answered without
//! reading its rows.
//!
//! Up to [`LISTED`] records a frame may look at each of them ([`super::Visible::of`]). Beyond, an [`Indexed`] is
//! made for the dataset and for all of a filter but its window and its layers, once and off the drawing
//! thread. It counts by its [`Index`] and lists by its [`Chronicle`]s, as much as is looked at.

mod lists;
mod walk;

use geo::Rect;

use crate::{
    model::{Bounds, Second},
    store::{Columns, Dataset, Filter, Mercator},
    timeline::Beats,
};

use super::{
    chronicle::Chronicle,
    counts::Shown,
    index::{Cell, Cells, Index, MercatorRect, Tally},
    matching::Matching,
    stale::Unended,
    visible::{Visible, VisibleRow},
};

use lists::Lists;

/// A dataset of more records than this is asked through an index.
///
/// Measured: a frame that looks at ten thousand takes as long for records and their bars as one that asks.
pub const LISTED: usize = 10_000;

/// Records that a list in a panel shows; the table shows them all.
const HEAD: usize = 50;
/// Rows that are looked at for each of such a list, where a filter leaves out most of them.
const LOOKED_AT: usize = 4;

/// What is made once for a dataset and a filter without window and layers.
#[derive(Debug)]
pub struct Indexed {
    revision: u64,
    filter: Filter,
    matching: Matching,
    index: Index,
    /// Placed records that are known to a country only, which no cell of the map holds.
    countries: Index,
    /// Placed records that are known to an area or a region; the cells hold them too.
    areas: Index,
    /// Those of countries where they are dated, by layer.
    of_countries: Vec<Chronicle>,
    /// Dated rows without a place, by layer.
    unplaced: Vec<Chronicle>,
    /// All dated rows, by layer.
    chronicles: Vec<Chronicle>,
    /// The days on which something changes, by layer.
    beats: Vec<Beats>,
    /// The rows without a date, by layer.
    undated: Vec<Vec<u32>>,
    /// Presences that may grow stale.
    unended: Unended,
    reach: Option<MercatorRect>,
}

impl Indexed {
    /// Reads the rows of `dataset` for as long as `goes_on` agrees; `None` when it did not.
    #[must_use]
    pub fn of_while(
        dataset: &Dataset,
        filter: &Filter,
        goes_on: &(dyn Fn(usize, usize) -> bool + Sync),
    ) -> Option<Self> {
        let columns = dataset.columns();
        let filter = filter.of_records();
        let matching = Matching::of_while(dataset, &filter, goes_on)?;
        let (index, (lists, unended)) = rayon::join(
            || Index::build(columns, filter.clock, Some(&matching), goes_on),
            || {
                rayon::join(
                    || Lists::of((columns, filter.clock), &matching, goes_on),
                    || Unended::of(columns, filter.clock, &matching),
                )
            },
        );
        let lists = lists?;
        Some(Self {
            revision: dataset.revision(),
            index: index?,
            countries: Index::build(columns, filter.clock, Some(&lists.countries), goes_on)?,
            areas: Index::build(columns, filter.clock, Some(&lists.areas), goes_on)?,
            of_countries: lists.of_countries,
            unplaced: lists.unplaced,
            beats: walk::beats_of(&lists.chronicles, columns),
            chronicles: lists.chronicles,
            undated: lists.undated,
            unended,
            reach: lists.reach,
            filter,
            matching,
        })
    }

    /// Whether it was made for this dataset and, but for window and layers, for this filter.
    #[must_use]
    pub fn answers(&self, dataset: &Dataset, filter: &Filter) -> bool {
        self.revision == dataset.revision() && self.filter == filter.of_records()
    }

    /// Whether no record is kept back by anything but window and layers.
    #[must_use]
    pub fn is_unfiltered(&self) -> bool {
        self.filter == Filter::default()
    }

    /// Whether it was made for this dataset, whatever the filter.
    #[must_use]
    pub fn is_of(&self, dataset: &Dataset) -> bool {
        self.revision == dataset.revision()
    }

    /// The rows that pass the filter, whatever their layer.
    #[must_use]
    pub const fn matching(&self) -> &Matching {
        &self.matching
    }

    /// Counts by place and time.
    #[must_use]
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// Counts of those records that are known to an area or a region only.
    #[must_use]
    pub const fn areas(&self) -> &Index {
        &self.areas
    }

    /// How many records of a cell of the map are known to an area or a region only.
    #[must_use]
    pub fn areas_of(&self, cell: Cell, filter: &Filter) -> usize {
        count_of(&self.areas, cell, filter)
    }

    /// How many placed records the window shows that are known to a country only, by layer of the columns.
    #[must_use]
    pub fn in_countries(&self, filter: &Filter) -> Vec<Shown> {
        self.countries.shown(&self.countries.query_of(filter))
    }

    /// The first of them.
    #[must_use]
    pub fn first_in_countries(&self, columns: &Columns, filter: &Filter) -> Vec<usize> {
        let rows = self.first(&self.of_countries, columns, filter, HEAD);
        rows.into_iter().map(|shown| shown.row).collect()
    }

    /// The rows that a cell of the map shows, at most `limit`.
    #[must_use]
    pub fn rows_of(&self, cell: Cell, filter: &Filter, limit: usize) -> Vec<usize> {
        let cells = cell_alone(&self.index, cell);
        let query = self.index.query_of(filter);
        let rows = self.index.rows(&cells, 0, &query, limit);
        rows.into_iter().map(|shown| shown.row).collect()
    }

    /// How many records a cell of the map shows.
    #[must_use]
    pub fn count_of(&self, cell: Cell, filter: &Filter) -> usize {
        count_of(&self.index, cell, filter)
    }

    /// How many records without any place the window shows, by layer of the columns.
    #[must_use]
    pub fn without_place(&self, filter: &Filter) -> Vec<Shown> {
        let off_map = self.index.shown_off_map(&self.index.query_of(filter));
        let rest = |(all, known): (Shown, Shown)| Shown {
            certain: all.certain.saturating_sub(known.certain),
            possible: all.possible.saturating_sub(known.possible),
        };
        off_map
            .into_iter()
            .zip(self.in_countries(filter))
            .map(rest)
            .collect()
    }

    /// The box around everything that has a place of its own; `None`: nothing has.
    #[must_use]
    pub const fn reach(&self) -> Option<MercatorRect> {
        self.reach
    }

    /// The box around the cells in which the window shows something, in longitudes and latitudes.
    #[must_use]
    pub fn reach_in_window(&self, filter: &Filter) -> Option<Rect<f64>> {
        let whole = self.reach?;
        let cells = self.index.cells(REACH_LEVEL, &whole);
        let mut tally = Tally::default();
        self.index
            .count(&cells, &self.index.query_of(filter), &mut tally);
        let shown = cells
            .as_slice()
            .iter()
            .enumerate()
            .filter(|(number, _)| tally.sum(*number).total() > 0)
            .map(|(_, cell)| cell.corners());
        let (first, last) = shown.reduce(|(first, last), (other_first, other_last)| {
            let first = Mercator {
                x: first.x.min(other_first.x),
                y: first.y.min(other_first.y),
            };
            let last = Mercator {
                x: last.x.max(other_last.x),
                y: last.y.max(other_last.y),
            };
            (first, last)
        })?;
        let corner = |x: u32, y: u32| Mercator { x, y }.point().0;
        Some(Rect::new(
            corner(first.x.max(whole.west), first.y.max(whole.north)),
            corner(last.x.min(whole.east), last.y.min(whole.south)),
        ))
    }

    /// What the window shows: all of it counted, the first of it listed.
    #[must_use]
    pub fn visible(&self, dataset: &Dataset, filter: &Filter) -> Visible {
        let columns = dataset.columns();
        let unplaced = self.unplaced(columns, filter, HEAD);
        let without_place = self.without_place(filter);
        Visible {
            rows: self.first(&self.chronicles, columns, filter, HEAD),
            undated: self.undated(columns, filter).take(HEAD).collect(),
            unplaced,
            unplaced_in_window: without_place.iter().map(Shown::total).sum(),
            counts: self.index.totals(&self.index.query_of(filter)),
            aged: self.unended.aged(columns, filter),
        }
    }

    /// Every row without a date that the filter does not keep back, layer by layer.
    pub fn undated<'a>(
        &'a self,
        columns: &'a Columns,
        filter: &'a Filter,
    ) -> impl Iterator<Item = usize> + 'a {
        let layers = self.undated.iter().zip(columns.layer_names());
        let shown = layers.filter(|(_, layer)| filter.shows_layer(layer));
        shown.flat_map(|(rows, _)| rows.iter().map(|row| *row as usize))
    }

    /// The first rows without a place that the window shows, in order of time, at most `limit` or so many as
    /// are quickly found.
    #[must_use]
    pub fn unplaced(&self, columns: &Columns, filter: &Filter, limit: usize) -> Vec<usize> {
        let rows = self.first(&self.unplaced, columns, filter, limit);
        rows.into_iter().map(|shown| shown.row).collect()
    }

    /// The first rows of a layer that a stretch of time meets, in order of time, at most `limit`.
    #[must_use]
    pub fn of_layer(
        &self,
        columns: &Columns,
        layer: u16,
        bounds: Bounds,
        limit: usize,
    ) -> Vec<usize> {
        let chronicle = self.chronicles.get(usize::from(layer));
        let rows = chronicle
            .into_iter()
            .flat_map(|chronicle| chronicle.meeting(columns, bounds));
        rows.take(limit).collect()
    }

    /// The row nearest to a stretch of time that none meets.
    #[must_use]
    pub fn nearest(&self, columns: &Columns, filter: &Filter) -> Option<usize> {
        let window = filter.window.bounds();
        let nearest = Self::shown_of(&self.chronicles, columns, filter)
            .filter_map(|chronicle| chronicle.nearest(columns, window));
        nearest.min_by_key(|row| {
            let hull = columns.span_on(filter.clock, *row).map(|span| span.hull());
            hull.map_or(Second::MAX, |hull| {
                let gap = window.earliest.saturating_sub(hull.latest);
                gap.max(hull.earliest.saturating_sub(window.latest))
            })
        })
    }

    /// The first seconds of records just before `before` and from `from` on.
    #[must_use]
    pub fn begins_around(
        &self,
        columns: &Columns,
        filter: &Filter,
        (before, from): (Second, Second),
    ) -> Vec<Second> {
        Self::shown_of(&self.chronicles, columns, filter)
            .flat_map(|chronicle| {
                let (earlier, _) = chronicle.begins_around(columns, before);
                let (_, later) = chronicle.begins_around(columns, from);
                earlier.into_iter().chain(later)
            })
            .collect()
    }

    /// How many records of all layers may have begun by `second`.
    #[must_use]
    pub fn begun_until(&self, columns: &Columns, second: Second) -> usize {
        let layers = self.chronicles.iter();
        layers
            .map(|chronicle| chronicle.begun_until(columns, second))
            .sum()
    }

    /// The chronicles of the layers that are on.
    fn shown_of<'a>(
        chronicles: &'a [Chronicle],
        columns: &'a Columns,
        filter: &'a Filter,
    ) -> impl Iterator<Item = &'a Chronicle> {
        chronicles
            .iter()
            .zip(columns.layer_names())
            .filter(|(_, layer)| filter.shows_layer(layer))
            .map(|(chronicle, _)| chronicle)
    }

    fn first(
        &self,
        chronicles: &[Chronicle],
        columns: &Columns,
        filter: &Filter,
        limit: usize,
    ) -> Vec<VisibleRow> {
        let window = filter.window.bounds();
        let shown = |row: usize| {
            let relation = filter.relation(columns, &self.matching, row)?;
            Some(VisibleRow { row, relation })
        };
        let mut rows: Vec<VisibleRow> = Self::shown_of(chronicles, columns, filter)
            .flat_map(|chronicle| {
                let met = chronicle.meeting(columns, window).take(LOOKED_AT * limit);
                met.filter_map(shown).take(limit)
            })
            .collect();
        rows.sort_by_cached_key(|shown| columns.order_on(filter.clock, shown.row));
        rows.truncate(limit);
        rows
    }
}

/// Half a degree or so: as exactly as the camera needs to know.
const REACH_LEVEL: u8 = 9;

fn count_of(index: &Index, cell: Cell, filter: &Filter) -> usize {
    let mut tally = Tally::default();
    index.count(
        &cell_alone(index, cell),
        &index.query_of(filter),
        &mut tally,
    );
    let cells = tally.sum(0);
    cells.total() as usize
}

fn cell_alone(index: &Index, cell: Cell) -> Cells {
    let (first, last) = cell.corners();
    let rect = MercatorRect {
        west: first.x,
        north: first.y,
        east: last.x,
        south: last.y,
    };
    index.cells(cell.level, &rect)
}
