//! What the analyst asks to see, apart from and including the window.

use std::collections::BTreeSet;

use geo::{Contains, Rect};

use crate::model::{Layer, Record, Second, Status, Window};

use super::{dataset::Dataset, needles::Needles};

/// Everything that decides whether a record is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// The stretch of time, both ends included.
    pub window: Window,
    /// Hide what was reported after this second.
    pub known: Option<Second>,
    /// Layers to show; `None`: all.
    pub layers: Option<BTreeSet<Layer>>,
    /// Statuses to show; `None`: all, and those without one.
    pub statuses: Option<BTreeSet<Status>>,
    /// A part of an actor's name; empty: all.
    pub actor: String,
    /// A part of any text of the record; empty: all.
    pub text: String,
    /// Longitudes and latitudes to show, in degrees; `None`: all, and the unplaced.
    pub bbox: Option<Rect<f64>>,
    /// Leave out what is only possible.
    pub certain_only: bool,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            window: Window::ALL,
            known: None,
            layers: None,
            statuses: None,
            actor: String::new(),
            text: String::new(),
            bbox: None,
            certain_only: false,
        }
    }
}

impl Filter {
    /// The same filter without its window: two filters that agree in it have the same [`Matching`].
    #[must_use]
    pub fn without_window(&self) -> Self {
        Self {
            window: Window::ALL,
            certain_only: false,
            ..self.clone()
        }
    }

    /// Whether nothing but the window decides.
    #[must_use]
    pub fn is_window_only(&self) -> bool {
        self.without_window() == Self::default()
    }

    /// Whether `layer` is asked for.
    #[must_use]
    pub fn shows_layer(&self, layer: &Layer) -> bool {
        self.layers
            .as_ref()
            .is_none_or(|layers| layers.contains(layer))
    }
}

/// Which rows pass everything but the window; recomputed when the filter changes, not when
/// the window moves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    rows: Vec<bool>,
}

impl Matching {
    /// Tests every row of `dataset` against `filter`.
    #[must_use]
    pub fn of(dataset: &Dataset, filter: &Filter) -> Self {
        let actor = Needles::of(dataset, &filter.actor);
        let text = Needles::of(dataset, &filter.text);
        let rows = (0..dataset.len())
            .map(|row| {
                passes_columns(dataset, filter, row) && passes_texts(dataset, row, &actor, &text)
            })
            .collect();
        Self { rows }
    }

    /// Whether a row passes. Unreadable rows pass as long as nothing can be said against them.
    #[must_use]
    pub fn contains(&self, row: usize) -> bool {
        self.rows.get(row).copied().unwrap_or(false)
    }
}

fn passes_columns(dataset: &Dataset, filter: &Filter, row: usize) -> bool {
    let columns = dataset.columns();
    if !columns.readable.get(row).copied().unwrap_or(false) {
        return true;
    }
    let layer = columns
        .layer(row)
        .is_none_or(|layer| filter.shows_layer(layer));
    let status = filter.statuses.as_ref().is_none_or(|statuses| {
        let status = columns.statuses.get(row).copied().flatten();
        status.is_some_and(|status| statuses.contains(&status))
    });
    let known = filter.known.is_none_or(|known| {
        let reported = columns.reported.get(row).copied().flatten();
        reported.is_none_or(|reported| reported.earliest <= known)
    });
    let place = filter.bbox.as_ref().is_none_or(|bbox| {
        let position = columns.position(row);
        position.is_some_and(|position| contains(bbox, position.point()))
    });
    layer && status && known && place
}

/// Edges count, as both ends of a window do.
fn contains(bbox: &Rect<f64>, point: geo::Point<f64>) -> bool {
    bbox.contains(&point)
        || ((bbox.min().x..=bbox.max().x).contains(&point.x())
            && (bbox.min().y..=bbox.max().y).contains(&point.y()))
}

fn passes_texts(dataset: &Dataset, row: usize, actor: &Needles, text: &Needles) -> bool {
    if actor.is_empty() && text.is_empty() {
        return true;
    }
    let Some(record) = dataset.record(row) else {
        return text.is_empty() || text.are_in(dataset.bytes(row));
    };
    let is_actor = actor.is_empty() || record.actors.iter().any(|name| actor.are_in(name));
    is_actor && (text.is_empty() || texts(&record).any(|candidate| text.are_in(candidate)))
}

/// Every text of a record that a reader sees.
fn texts(record: &Record) -> impl Iterator<Item = &str> {
    let claims = record
        .claims
        .iter()
        .flat_map(|claim| claim.by.iter().chain(claim.says.iter()));
    let equipment = record
        .equipment
        .iter()
        .flat_map(|item| item.model.as_deref().into_iter().chain(item.kind.iter()));
    let quantities = record
        .quantities
        .iter()
        .flat_map(|quantity| quantity.what.iter());
    record
        .id
        .iter()
        .map(crate::model::RecordId::as_str)
        .chain(record.title.iter())
        .chain(record.summary.iter())
        .chain(record.place.name.iter())
        .chain(record.actors.iter().map(AsRef::as_ref))
        .chain(equipment)
        .chain(quantities)
        .chain(claims)
}
