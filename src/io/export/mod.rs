//! What is visible, as a file that other programs read.
//!
//! Features are copied byte for byte; all that is added is `start`, `end` and `reported` at the end of
//! their `properties`, and the collection's member `export`, which says what the file holds, what
//! it leaves out and why. The same dataset and filter give the same bytes, whoever asks, but for the
//! member `view`, which only a window has.

pub(super) mod arguments;
pub mod changes;
pub(super) mod digests;
pub(super) mod insert;
pub(super) mod members;
mod parallel_write;
pub mod qgis;
mod report;
mod scope;
mod swapped;

use std::borrow::Cow;

use self::insert::{DerivedMember, Outline};
use super::save::Saved;
use crate::{
    data::{Dataset, Filter, SourceFile},
    model::{Lang, Record, Relation, RowId, Second, Source, When, bounds::iso_day},
    query::WindowResult,
    session::{Bookmark, View},
};

use arguments::moment;
pub use arguments::{arguments, overlaid};
pub use scope::ExportScope;

/// What is exported, and how.
#[derive(Clone, Copy)]
pub struct Export<'a> {
    /// What is open.
    pub dataset: &'a Dataset,
    /// What `filter` shows of it.
    pub visible: &'a WindowResult,
    /// What was asked for.
    pub filter: &'a Filter,
    /// What to reopen the file with.
    pub view: Option<&'a ExportedView<'a>>,
    /// Insert nothing into features.
    pub as_read: bool,
    /// Which of the records that pass the filter.
    pub holding: ExportScope,
}

/// What was seen, to be seen again where the file is opened.
#[derive(Clone, Copy)]
pub struct ExportedView<'a> {
    /// The view.
    pub view: &'a View,
    /// The language of the program.
    pub lang: Option<Lang>,
    /// The bookmarks, where they are not those of the files; those are written as they are.
    pub bookmarks: Option<&'a [Bookmark]>,
}

impl<'a> Export<'a> {
    /// Everything that `filter` shows, with what is derived beside it and no view to reopen it with.
    #[must_use]
    pub const fn shown(
        dataset: &'a Dataset,
        visible: &'a WindowResult,
        filter: &'a Filter,
    ) -> Self {
        Self {
            dataset,
            visible,
            filter,
            view: None,
            as_read: false,
            holding: ExportScope::Shown,
        }
    }
}

/// What became of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportWritten {
    /// Records that were written; of differences, how many.
    pub records: usize,
    /// The file.
    pub saved: Saved,
}

impl Export<'_> {
    /// The rows that are written, in file order. Unreadable rows would make the file unreadable and are
    /// never written.
    #[must_use]
    pub fn rows(&self) -> Vec<RowId> {
        self.holding.rows(self.visible, &self.filter.window)
    }

    /// How a row stands in the window that was asked for; `None`: it has no date.
    pub(super) fn relation(&self, row: RowId) -> Option<Relation> {
        let span = self.dataset.columns().span_on(self.filter.clock, row)?;
        Some(span.relation(&self.filter.window))
    }

    /// Whether undated records are written.
    #[must_use]
    pub fn has_undated(&self) -> bool {
        self.holding.has_undated(&self.filter.window)
    }

    pub(super) fn feature(&self, row: RowId) -> Cow<'_, str> {
        let mut text = String::new();
        self.push_feature(row, &mut text);
        Cow::Owned(text)
    }

    /// Writes the feature of a row at the end of `text`.
    pub(super) fn push_feature(&self, row: RowId, text: &mut String) {
        let feature = self.dataset.feature(row);
        if self.as_read {
            text.push_str(&feature);
            return;
        }
        let feature = if let Some(geometry) = self.geometry_in_degrees(row) {
            Cow::Owned(swapped::with_geometry(&feature, &geometry))
        } else if self.is_swapped(row) {
            Cow::Owned(swapped::swapped(&feature))
        } else {
            feature
        };
        let outline = Outline::of(&feature);
        outline.push(&self.derived(row, &outline), text);
    }

    /// The geometry of a row whose text has it in another reference system.
    fn geometry_in_degrees(&self, row: RowId) -> Option<String> {
        let is_projected =
            |part: &SourceFile| !part.mapping.crs.is_degrees() && !part.is_translated();
        if !is_projected(self.dataset.file_of(row)) {
            return None;
        }
        let record = self.dataset.record(row)?;
        record.geometry.as_ref()?;
        Some(record.geometry_value().to_string())
    }

    /// Whether the coordinates in the text of a row stand the other way round than the analyst reads them.
    fn is_swapped(&self, row: RowId) -> bool {
        let mut parts = self.dataset.parts().iter();
        parts.any(is_written_swapped) && is_written_swapped(self.dataset.file_of(row))
    }

    /// Cheap to know: without a date of report no source of the record has one.
    fn may_name_a_source(&self, row: RowId) -> bool {
        self.dataset.has_sources() && self.dataset.columns().reported(row).is_some()
    }

    /// What the record at `row` does not say itself and other programs want to know.
    pub(super) fn derived(&self, row: RowId, outline: &Outline) -> Vec<DerivedMember<'_>> {
        let mut derived: Vec<DerivedMember> = Vec::new();
        if let Some(span) = self.dataset.own_span(row)
            && !outline.has_bounds
        {
            let hull = span.hull();
            derived.extend(day(hull.earliest).map(|day| (insert::START, day.into())));
            derived.extend(day(hull.latest).map(|day| (insert::END, day.into())));
        }
        if self.may_name_a_source(row)
            && !outline.has_reported
            && let Some(record) = self.dataset.record(row)
            && let Some(published) = first_published(self.dataset, &record)
        {
            derived.push((insert::REPORTED, published.text().into()));
        }
        derived
    }
}

/// Whether a file has latitudes first, which its features in an export have not.
#[must_use]
pub fn is_written_swapped(part: &SourceFile) -> bool {
    part.mapping.is_swapped && !part.is_translated()
}

/// `YYYY-MM-DD`; nothing where there is no bound.
fn day(second: Second) -> Option<String> {
    (second != Second::MIN && second != Second::MAX).then(|| iso_day(second))
}

fn first_published<'a>(dataset: &'a Dataset, record: &Record) -> Option<&'a When> {
    record
        .sources
        .iter()
        .filter_map(|id| {
            dataset
                .source(id)
                .and_then(|source: &Source| source.published.as_ref())
        })
        .min_by_key(|published| published.bounds().earliest)
}
