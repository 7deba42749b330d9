//! Parallel arrays with all that filtering and drawing need, some twenty bytes a row.
//!
//! What many rows have alike, such as a date, is kept once and named by a number. Columns that a file
//! has no use for take no room. Rows come in through a [`ColumnsBuilder`]; what an edit changes afterwards is changed in a
//! copy, which shares all other rows (see [`Columns::amend`]).

mod amend;
mod builder;
mod traits;

use std::{collections::BTreeMap, sync::Arc};

use geo::Geometry;

use crate::model::{
    Bounds, Clock, Layer, Own, PlacePrecision, RowId, RowRange, Second, Span, SpanId, Status,
};

use self::traits::Traits;
use super::{chunked::Chunked, mercator::Mercator};

pub(super) use builder::{ColumnsBuilder, RowValues};

/// The number that stands for "none" in a column of numbers.
const NONE: u32 = u32::MAX;

/// The span of a row without a date.
const NO_SPAN: SpanId = SpanId::new(u32::MAX as usize);

/// Column by column; rows are numbers below [`Columns::len`].
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    traits: Chunked<Traits>,
    /// Index into `span_values`, or [`NO_SPAN`].
    spans: Chunked<SpanId>,
    span_values: Chunked<Span>,
    /// Index into `reported_values`, or [`NONE`]; no entries at all while no row has one.
    reported: Chunked<u32>,
    reported_values: Chunked<Bounds>,
    /// Meaningless where the traits say that the row is unplaced.
    positions: Chunked<Mercator>,
    /// No entries at all while no row states one.
    radii_km: Chunked<f32>,
    layers: Chunked<u16>,
    layer_names: Vec<Layer>,
    /// The geometries that are more than one point, by ascending row.
    shapes: Arc<Vec<(RowId, Arc<Geometry<f64>>)>>,
    /// Those of rows that were changed since; `None`: a row has no such geometry any more.
    changed_shapes: BTreeMap<RowId, Option<Arc<Geometry<f64>>>>,
    totals: Totals,
}

/// All rows counted, whatever the window and the filter:
/// `rows = readable + unreadable + gone`, `readable = dated + undated = placed + unplaced`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Records that could be read.
    pub readable: usize,
    /// Records that could not.
    pub unreadable: usize,
    /// Rows whose record was taken away.
    pub gone: usize,
    /// Readable, with a date that can be read.
    pub dated: usize,
    /// Readable, without one.
    pub undated: usize,
    /// Readable, with a place on the map.
    pub placed: usize,
    /// Readable, without one.
    pub unplaced: usize,
    /// Readable records by index of their layer.
    pub layers: Vec<usize>,
    /// From the earliest to the latest bound of all rows; only finite bounds count.
    pub extent_in_time: Option<Bounds>,
}

impl Default for Columns {
    fn default() -> Self {
        Self {
            traits: Chunked::default(),
            spans: Chunked::default(),
            span_values: Chunked::default(),
            reported: Chunked::default(),
            reported_values: Chunked::default(),
            positions: Chunked::default(),
            radii_km: Chunked::default(),
            layers: Chunked::default(),
            layer_names: Layer::PROFILE.to_vec(),
            shapes: Arc::default(),
            changed_shapes: BTreeMap::new(),
            totals: Totals {
                layers: vec![0; Layer::PROFILE.len()],
                ..Totals::default()
            },
        }
    }
}

impl Columns {
    /// The rows.
    #[must_use]
    pub const fn rows(&self) -> RowRange {
        RowRange::first(self.len())
    }

    /// Number of rows, those whose record was taken away among them.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.traits.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.traits.is_empty()
    }

    /// Whether the record could be read at all.
    #[must_use]
    pub fn readable(&self, row: RowId) -> bool {
        self.traits.own(row).readable()
    }

    /// Whether the record of the row was taken away, so that the row is there for nobody.
    #[must_use]
    pub fn is_gone(&self, row: RowId) -> bool {
        *self.traits.own(row) == Traits::GONE
    }

    /// The four bounds of a row, when it is dated.
    #[must_use]
    pub fn span(&self, row: RowId) -> Option<Span> {
        let span = self.span_index(row)?;
        Some(*self.span_values.own(span))
    }

    /// The number of the bounds of a row among the different ones.
    #[must_use]
    pub fn span_index(&self, row: RowId) -> Option<SpanId> {
        let span = *self.spans.own(row);
        (span != NO_SPAN).then_some(span)
    }

    /// Gives a row other bounds than its record has.
    pub(super) fn set_span(&mut self, row: RowId, span: Span) {
        let id = SpanId::new(self.span_values.len());
        if std::mem::replace(self.spans.own_mut(row), id) == NO_SPAN {
            self.totals.dated += 1;
            self.totals.undated -= 1;
        }
        self.span_values.push(span);
    }

    /// When a row became known; `None`: nobody says.
    #[must_use]
    pub fn reported(&self, row: RowId) -> Option<Bounds> {
        let index = self.reported.get(row).copied()?;
        (index != NONE).then(|| *self.reported_values.own(index as usize))
    }

    /// The first second at which a row can have been known: no earlier than it was reported, and no earlier
    /// than it can have begun, however old the oldest of its sources is. `None`: nobody says either.
    #[must_use]
    pub fn known_from(&self, row: RowId) -> Option<Second> {
        let reported = self.reported(row).map(|reported| reported.earliest);
        let begun = self.span(row).map(|span| span.start.earliest);
        // Something is more than nothing.
        reported.max(begun.filter(|begun| *begun != Second::MIN))
    }

    /// The different bounds of reports that occur, in the order of the first row that has them, each with how many readable
    /// rows have it.
    pub fn reports(&self) -> impl Iterator<Item = (Bounds, usize)> + '_ {
        let mut counts = vec![0; self.reported_values.len()];
        for (row, number) in self.rows().zip(self.reported.iter()) {
            if *number != NONE && self.readable(row) {
                *counts.own_mut(*number as usize) += 1;
            }
        }
        let dated = self.reported_values.iter().copied().zip(counts);
        dated.filter(|(_, rows)| *rows > 0)
    }

    /// Where a row is drawn, when it is placed.
    #[must_use]
    pub fn position(&self, row: RowId) -> Option<Mercator> {
        let is_placed = self.traits.own(row).placed();
        is_placed.then(|| *self.positions.own(row))
    }

    /// How well the place is known.
    #[must_use]
    pub fn precision(&self, row: RowId) -> PlacePrecision {
        self.traits.own(row).precision()
    }

    /// Radius of uncertainty in kilometres; 0 when not stated.
    #[must_use]
    pub fn radius_km(&self, row: RowId) -> f32 {
        self.radii_km.get(row).copied().unwrap_or_default()
    }

    /// Index of a row's layer in [`Columns::layer_names`].
    #[must_use]
    pub fn layer_index(&self, row: RowId) -> u16 {
        *self.layers.own(row)
    }

    /// The layer of a row.
    #[must_use]
    pub fn layer(&self, row: RowId) -> &Layer {
        self.layer_names.own(self.layer_index(row))
    }

    /// The layers that occur: those of the profile first, then others in the order of the file.
    #[must_use]
    pub fn layer_names(&self) -> &[Layer] {
        &self.layer_names
    }

    /// Who stands behind a row.
    #[must_use]
    pub fn status(&self, row: RowId) -> Option<Status> {
        self.traits.own(row).status()
    }

    /// The geometry of a row where it is more than one point; in degrees.
    #[must_use]
    pub fn shape(&self, row: RowId) -> Option<&Geometry<f64>> {
        if let Some(changed) = self.changed_shapes.get(&row) {
            return changed.as_deref();
        }
        let found = self.shapes.binary_search_by_key(&row, |(row, _)| *row);
        found.ok().map(|at| self.shapes.own(at).1.as_ref())
    }

    /// All rows, counted.
    #[must_use]
    pub const fn totals(&self) -> &Totals {
        &self.totals
    }

    /// From the earliest to the latest bound of all rows; only finite bounds count.
    #[must_use]
    pub const fn extent_in_time(&self) -> Option<Bounds> {
        self.totals.extent_in_time
    }

    /// The bounds of a row by one of its two dates: when it happened, or when it became known, which
    /// is a moment; `None`: undated by that clock.
    #[must_use]
    pub fn span_on(&self, clock: Clock, row: RowId) -> Option<Span> {
        match clock {
            Clock::Happened => self.span(row),
            Clock::Reported => self.reported(row).map(Span::of_event),
        }
    }

    /// What rows are listed and walked by: the first second at which a record may begin, then the
    /// order of the file; the undated come last.
    #[must_use]
    pub fn order(&self, row: RowId) -> (Second, RowId) {
        self.order_on(Clock::Happened, row)
    }

    /// The same by one of their two dates.
    #[must_use]
    pub fn order_on(&self, clock: Clock, row: RowId) -> (Second, RowId) {
        let begin = self
            .span_on(clock, row)
            .map_or(Second::MAX, |span| span.start.earliest);
        (begin, row)
    }
}
