//! Row after row into columns.

use std::{collections::HashMap, hash::Hash, ops::Range, sync::Arc};

use foldhash::fast::RandomState;
use geo::{Geometry, Point};

use crate::model::{
    Bounds, Layer, Own, PlacePrecision, Record, RowId, Second, Span, SpanId, Status,
    geometry::anchor,
};

use super::{super::chunked::Chunked, Columns, Mercator, NO_SPAN, NONE, Traits};

/// What the columns keep of one record.
#[derive(Clone, Debug)]
pub(in crate::data) struct RowValues<'a> {
    /// Four bounds in time; `None`: undated.
    pub(in crate::data) span: Option<Span>,
    /// When it became known; `None`: nobody says.
    pub(in crate::data) reported: Option<Bounds>,
    /// Where it is drawn, in degrees; `None`: unplaced.
    pub(in crate::data) at: Option<Point<f64>>,
    /// The geometry, where it is more than one point.
    pub(in crate::data) shape: Option<Arc<Geometry<f64>>>,
    /// How well the place is known.
    pub(in crate::data) precision: PlacePrecision,
    /// Radius of uncertainty in kilometres; 0 when not stated.
    pub(in crate::data) radius_km: f32,
    /// What sort of thing it is.
    pub(in crate::data) layer: &'a Layer,
    /// Who stands behind it.
    pub(in crate::data) status: Option<Status>,
}

impl<'a> RowValues<'a> {
    /// What the columns keep of `record`, which became known at `reported`.
    #[must_use]
    pub(in crate::data) fn of(record: &'a Record, reported: Option<Bounds>) -> Self {
        let geometry = record.geometry.as_ref();
        let shape = geometry.filter(|geometry| !matches!(geometry, Geometry::Point(_)));
        Self {
            span: record.span(),
            reported,
            at: geometry.and_then(anchor),
            shape: shape.cloned().map(Arc::new),
            precision: record.place.precision,
            radius_km: record.place.radius_km.unwrap_or(0.0) as f32,
            layer: &record.layer,
            status: record.status,
        }
    }
}

/// Values by number. Asked once a record or more, so that the hash is a quick one; it has other keys in
/// each process, as the usual one has.
type Numbers<T, N> = HashMap<T, N, RandomState>;

/// Columns under construction: they grow at their end, by single rows or by whole columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::data) struct ColumnsBuilder {
    columns: Columns,
    spans: Numbers<Span, SpanId>,
    reported: Numbers<Bounds, u32>,
    layers: HashMap<Layer, u16>,
}

impl ColumnsBuilder {
    /// The columns so far.
    #[must_use]
    pub(in crate::data) const fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The finished columns.
    #[must_use]
    pub(in crate::data) fn finish(mut self) -> Columns {
        let columns = &mut self.columns;
        columns.traits.shrink_to_fit();
        columns.spans.shrink_to_fit();
        columns.reported.shrink_to_fit();
        columns.positions.shrink_to_fit();
        columns.radii_km.shrink_to_fit();
        columns.layers.shrink_to_fit();
        self.columns
    }

    /// Adds a row for a record that was read.
    pub(in crate::data) fn push(&mut self, entry: RowValues) {
        let span = entry.span.map(|span| self.span_index(span));
        let reported = entry.reported.map(|bounds| self.reported_index(bounds));
        let layer = self.layer_index(entry.layer);
        let columns = &mut self.columns;
        let row = columns.len();
        fill(&mut columns.reported, row, reported.unwrap_or(NONE), NONE);
        fill(&mut columns.radii_km, row, entry.radius_km, 0.0);
        if let Some(shape) = entry.shape {
            Arc::make_mut(&mut columns.shapes).push((RowId::new(row), shape));
        }
        columns.spans.push(span.unwrap_or(NO_SPAN));
        columns
            .positions
            .push(entry.at.map_or(Mercator { x: 0, y: 0 }, Mercator::of));
        columns.layers.push(layer);
        let is_placed = entry.at.is_some();
        let traits = Traits::of(is_placed, entry.precision, entry.status);
        columns.traits.push(traits);
        self.count(layer, entry.span.is_some(), is_placed);
    }

    /// Adds a row for a record that could not be read.
    pub(in crate::data) fn push_unreadable(&mut self) {
        let layer = self.layer_index(&Layer::Context);
        let columns = &mut self.columns;
        let row = columns.len();
        fill(&mut columns.reported, row, NONE, NONE);
        fill(&mut columns.radii_km, row, 0.0, 0.0);
        columns.spans.push(NO_SPAN);
        columns.positions.push(Mercator { x: 0, y: 0 });
        columns.layers.push(layer);
        columns.traits.push(Traits::UNREADABLE);
        columns.totals.unreadable += 1;
    }

    /// Adds the rows of `other` behind those that are there.
    pub(in crate::data) fn append(&mut self, other: &Columns) {
        let spans = renumbered(other.span_values.iter(), |span| self.span_index(*span));
        let reported = renumbered(other.reported_values.iter(), |it| self.reported_index(*it));
        let layers = renumbered(other.layer_names.iter(), |layer| self.layer_index(layer));
        let columns = &mut self.columns;
        let first = columns.len();
        let to_span = |span: &SpanId| match *span {
            NO_SPAN => NO_SPAN,
            span => *spans.own(span),
        };
        let to_span = other.spans.iter().map(to_span);
        columns.spans.extend(to_span);
        let to_reported = other.reported.iter();
        let to_reported = to_reported.map(|index| match *index {
            NONE => NONE,
            index => *reported.own(index as usize),
        });
        let rows = first..first + other.len();
        if !other.reported.is_empty() || !columns.reported.is_empty() {
            extend(&mut columns.reported, rows.clone(), to_reported, NONE);
        }
        if !other.radii_km.is_empty() || !columns.radii_km.is_empty() {
            let radii = other.radii_km.iter().copied();
            extend(&mut columns.radii_km, rows, radii, 0.0);
        }
        let to_layer = other.layers.iter();
        let to_layer = to_layer.map(|index| *layers.own(*index));
        columns.layers.extend(to_layer);
        columns.traits.append(&other.traits);
        columns.positions.append(&other.positions);
        let shapes = other.shapes.iter();
        let first = RowId::new(first);
        let shapes = shapes.map(|(row, shape)| (first.behind(*row), Arc::clone(shape)));
        if shapes.len() > 0 {
            Arc::make_mut(&mut columns.shapes).extend(shapes);
        }
        self.add_totals(other, &layers);
    }

    /// Sets when a row that is there became known.
    pub(in crate::data) fn set_reported(&mut self, row: RowId, bounds: Bounds) {
        let index = self.reported_index(bounds);
        let reported = &mut self.columns.reported;
        reported.fill_up(self.columns.traits.len(), &NONE);
        *reported.own_mut(row) = index;
    }

    fn count(&mut self, layer: u16, dated: bool, placed: bool) {
        let totals = &mut self.columns.totals;
        totals.readable += 1;
        totals.dated += usize::from(dated);
        totals.undated += usize::from(!dated);
        totals.placed += usize::from(placed);
        totals.unplaced += usize::from(!placed);
        *totals.layers.own_mut(layer) += 1;
    }

    fn add_totals(&mut self, other: &Columns, layers: &[u16]) {
        let totals = &mut self.columns.totals;
        let others = &other.totals;
        totals.readable += others.readable;
        totals.unreadable += others.unreadable;
        totals.dated += others.dated;
        totals.undated += others.undated;
        totals.placed += others.placed;
        totals.unplaced += others.unplaced;
        for (layer, count) in layers.iter().zip(&others.layers) {
            *totals.layers.own_mut(*layer) += count;
        }
    }

    fn span_index(&mut self, span: Span) -> SpanId {
        let values = &mut self.columns.span_values;
        let extent = &mut self.columns.totals.extent_in_time;
        index_in(&mut self.spans, span, || {
            reach(extent, span);
            SpanId::new(append_to(values, span))
        })
    }

    fn reported_index(&mut self, bounds: Bounds) -> u32 {
        let values = &mut self.columns.reported_values;
        index_in(&mut self.reported, bounds, || {
            as_index(append_to(values, bounds))
        })
    }

    /// Foreign layers beyond what an index holds share the last one.
    fn layer_index(&mut self, layer: &Layer) -> u16 {
        if let Some(index) = profile_index(layer) {
            return index;
        }
        if let Some(index) = self.layers.get(layer) {
            return *index;
        }
        let names = &mut self.columns.layer_names;
        if names.len() >= usize::from(u16::MAX) {
            return u16::try_from(names.len() - 1).unwrap_or(u16::MAX);
        }
        let index = u16::try_from(names.len()).unwrap_or(u16::MAX);
        let layer = layer.clone().numbered(names.len() - Layer::PROFILE.len());
        names.push(layer.clone());
        self.columns.totals.layers.push(0);
        self.layers.insert(layer, index);
        index
    }
}

impl Columns {
    /// Makes the time that all records span that of these rows.
    pub(in crate::data) fn set_extent_in_time(&mut self, rows: impl Iterator<Item = RowId>) {
        let mut extent = None;
        for span in rows.filter_map(|row| self.span(row)) {
            reach(&mut extent, span);
        }
        self.totals.extent_in_time = extent;
    }

    /// Makes it this.
    pub(in crate::data) const fn put_extent_in_time(&mut self, extent: Option<Bounds>) {
        self.totals.extent_in_time = extent;
    }
}

/// The layers of the profile have fixed numbers.
fn profile_index(layer: &Layer) -> Option<u16> {
    let index = Layer::PROFILE.iter().position(|known| known == layer)?;
    u16::try_from(index).ok()
}

fn index_in<T: Hash + Eq, N: Copy>(
    known: &mut Numbers<T, N>,
    value: T,
    new: impl FnOnce() -> N,
) -> N {
    *known.entry(value).or_insert_with(new)
}

/// Returns the place of `value` at the end of `values`.
fn append_to<T>(values: &mut Chunked<T>, value: T) -> usize {
    values.push(value);
    values.len() - 1
}

/// Rows and what they name are counted in 32 bits; files with more records are not read.
fn as_index(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(NONE - 1)
}

/// Widens `extent` to the finite bounds of `span`.
pub(super) fn reach(extent: &mut Option<Bounds>, span: Span) {
    let bounds = [
        span.start.earliest,
        span.start.latest,
        span.end.earliest,
        span.end.latest,
    ];
    for second in bounds {
        if second != Second::MIN && second != Second::MAX {
            let at = Bounds::new(second, second);
            *extent = Some(extent.map_or(at, |extent| extent.union(&at)));
        }
    }
}

/// Adds `value` at `row` to a column that stays empty while it holds nothing but `usual`.
pub(super) fn fill<T: Copy + PartialEq>(column: &mut Chunked<T>, row: usize, value: T, usual: T) {
    if column.is_empty() {
        if value == usual {
            return;
        }
        column.fill_up(row, &usual);
    }
    column.push(value);
}

/// Adds the `values` of `rows`, or nothing but what is usual, to a column that may stay empty while it holds nothing else.
fn extend<T: Copy>(
    column: &mut Chunked<T>,
    rows: Range<usize>,
    values: impl Iterator<Item = T>,
    usual: T,
) {
    column.fill_up(rows.start, &usual);
    column.extend(values);
    column.fill_up(rows.end, &usual);
}

/// The numbers that `values` have here.
fn renumbered<'a, T: 'a, N>(
    values: impl Iterator<Item = &'a T>,
    number: impl FnMut(&T) -> N,
) -> Vec<N> {
    values.map(number).collect()
}
