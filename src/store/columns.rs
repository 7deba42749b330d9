//! Parallel arrays with all that filtering and drawing need, one entry a row.

use std::{collections::BTreeMap, sync::Arc};

use geo::Geometry;

use crate::model::{Bounds, Layer, PlacePrecision, Record, RecordId, Second, Span, Status};

use super::mercator::Mercator;

/// Column by column; index them with a row number below [`Columns::len`].
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// Whether the record could be read at all.
    pub readable: Vec<bool>,
    /// Its id.
    pub ids: Vec<Option<RecordId>>,
    /// Four bounds in time; `None`: undated.
    pub spans: Vec<Option<Span>>,
    /// When it became known; `None`: nobody says.
    pub reported: Vec<Option<Bounds>>,
    /// Where it is drawn; `None`: unplaced.
    pub positions: Vec<Option<Mercator>>,
    /// How well the place is known.
    pub precisions: Vec<PlacePrecision>,
    /// Radius of uncertainty in kilometres; 0 when not stated.
    pub radii_km: Vec<f32>,
    /// Index into [`Columns::layer_names`].
    pub layers: Vec<u16>,
    /// Who stands behind it.
    pub statuses: Vec<Option<Status>>,
    /// The geometries that are more than one point, by row; in degrees.
    pub shapes: BTreeMap<usize, Arc<Geometry<f64>>>,
    /// The layers that occur: those of the profile first, then others in the order of the file.
    pub layer_names: Vec<Layer>,
}

impl Columns {
    /// Columns without rows, with room for `rows`.
    #[must_use]
    pub fn with_capacity(rows: usize) -> Self {
        Self {
            readable: Vec::with_capacity(rows),
            ids: Vec::with_capacity(rows),
            spans: Vec::with_capacity(rows),
            reported: Vec::with_capacity(rows),
            positions: Vec::with_capacity(rows),
            precisions: Vec::with_capacity(rows),
            radii_km: Vec::with_capacity(rows),
            layers: Vec::with_capacity(rows),
            statuses: Vec::with_capacity(rows),
            shapes: BTreeMap::new(),
            layer_names: Layer::PROFILE.to_vec(),
        }
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.readable.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.readable.is_empty()
    }

    /// Adds a row for a record that was read.
    pub fn push(&mut self, record: &Record, reported: Option<Bounds>) {
        let anchor = record
            .geometry
            .as_ref()
            .and_then(crate::model::geometry::anchor);
        if let Some(geometry) = &record.geometry
            && !matches!(geometry, Geometry::Point(_))
        {
            self.shapes.insert(self.len(), Arc::new(geometry.clone()));
        }
        self.readable.push(true);
        self.ids.push(record.id.clone());
        self.spans.push(record.span());
        self.reported.push(reported);
        self.positions.push(anchor.map(Mercator::of));
        self.precisions.push(record.place.precision);
        self.radii_km
            .push(record.place.radius_km.unwrap_or(0.0) as f32);
        let layer = self.layer_index(&record.layer);
        self.layers.push(layer);
        self.statuses.push(record.status);
    }

    /// Adds a row for a record that could not be read.
    pub fn push_unreadable(&mut self) {
        self.readable.push(false);
        self.ids.push(None);
        self.spans.push(None);
        self.reported.push(None);
        self.positions.push(None);
        self.precisions.push(PlacePrecision::Unknown);
        self.radii_km.push(0.0);
        let layer = self.layer_index(&Layer::Context);
        self.layers.push(layer);
        self.statuses.push(None);
    }

    /// The layer of a row.
    #[must_use]
    pub fn layer(&self, row: usize) -> Option<&Layer> {
        self.layer_names.get(usize::from(*self.layers.get(row)?))
    }

    /// The four bounds of a row, when it is dated.
    #[must_use]
    pub fn span(&self, row: usize) -> Option<&Span> {
        self.spans.get(row)?.as_ref()
    }

    /// What rows are listed and walked by: the first second at which a record may begin, then the
    /// order of the file; the undated come last.
    #[must_use]
    pub fn order(&self, row: usize) -> (Second, usize) {
        let begin = self
            .span(row)
            .map_or(Second::MAX, |span| span.start.earliest);
        (begin, row)
    }

    /// Where a row is drawn, when it is placed.
    #[must_use]
    pub fn position(&self, row: usize) -> Option<Mercator> {
        *self.positions.get(row)?
    }

    /// From the earliest to the latest bound of all rows; only finite bounds count.
    #[must_use]
    pub fn extent_in_time(&self) -> Option<Bounds> {
        let mut finite = self.spans.iter().flatten().flat_map(|span| {
            [
                span.start.earliest,
                span.start.latest,
                span.end.earliest,
                span.end.latest,
            ]
            .into_iter()
            .filter(|second| ![i64::MIN, i64::MAX].contains(second))
        });
        let first = finite.next()?;
        let (earliest, latest) = finite.fold((first, first), |(earliest, latest), second| {
            (earliest.min(second), latest.max(second))
        });
        Some(Bounds::new(earliest, latest))
    }

    /// Foreign layers beyond what an index holds share the last one.
    fn layer_index(&mut self, layer: &Layer) -> u16 {
        let known = self.layer_names.iter().position(|known| known == layer);
        let index = known.unwrap_or_else(|| {
            if self.layer_names.len() < usize::from(u16::MAX) {
                self.layer_names.push(layer.clone());
            }
            self.layer_names.len() - 1
        });
        u16::try_from(index).unwrap_or(u16::MAX)
    }
}
