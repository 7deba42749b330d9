//! What is visible, as a file that other programs read.
//!
//! Features are copied byte for byte; all that is added is `start`, `end` and `reported` at the end of
//! their `properties`, and the collection's member `export`, which says what the file holds, what
//! it leaves out and why. The same dataset and filter give the same bytes, whoever asks, but for the
//! member `view`, which only a window has.

pub(super) mod arguments;
pub mod changes;
mod collection;
mod csv;
mod holding;
mod insert;
mod kml;
mod kmz;
mod lines;
mod members;
mod report;
mod rounds;
mod swapped;

use std::{borrow::Cow, io::Write, path::Path};

use self::insert::{Derived, Outline};
use super::{
    destination::Destination,
    error::{WriteError, WriteErrorKind},
    save::{Saved, save_to},
    watch::Watch,
};
use crate::{
    model::{Lang, Record, Relation, Second, Source, When, bounds::iso_day},
    query::Visible,
    store::{Bookmark, Dataset, Filter, Part, View},
};

use arguments::moment;
pub use arguments::{arguments, overlaid};
pub use holding::Holding;

/// A format that can be exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ExportFormat {
    /// One `FeatureCollection` (RFC 7946).
    #[default]
    GeoJson,
    /// One feature a line; has no place for anything about the whole.
    GeoJsonLines,
    /// One row a record, one column a property.
    Csv,
    /// Placemarks with their time, for programs that show the globe.
    Kml,
    /// The same packed, with the marks of the layers inside.
    Kmz,
}

impl ExportFormat {
    /// Every format, as they are offered.
    pub const ALL: [Self; 5] = [
        Self::GeoJson,
        Self::GeoJsonLines,
        Self::Csv,
        Self::Kml,
        Self::Kmz,
    ];

    /// The format that the command line calls `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// What the format calls itself.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::GeoJson => "GeoJSON",
            Self::GeoJsonLines => "GeoJSONL",
            Self::Csv => "CSV",
            Self::Kml => "KML",
            Self::Kmz => "KMZ",
        }
    }

    /// The usual ending of its files.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        self.name()
    }

    /// Catalogue key of what the format does not carry; nothing where it carries everything.
    #[must_use]
    pub const fn loss_key(self) -> Option<&'static str> {
        match self {
            Self::GeoJson => None,
            Self::GeoJsonLines => Some("export-loss-lines"),
            Self::Csv => Some("export-loss-csv"),
            Self::Kml | Self::Kmz => Some("export-loss-kml"),
        }
    }

    /// Whether features are written as they stand in the file.
    #[must_use]
    pub const fn is_geojson(self) -> bool {
        matches!(self, Self::GeoJson | Self::GeoJsonLines)
    }

    /// The name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::GeoJson => "geojson",
            Self::GeoJsonLines => "geojsonl",
            Self::Csv => "csv",
            Self::Kml => "kml",
            Self::Kmz => "kmz",
        }
    }

    /// The format that the ending of a path asks for; `None` when it asks for another.
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "geojson" | "json" => Some(Self::GeoJson),
            "geojsonl" | "geojsons" | "geojsonseq" | "ndjson" | "jsonl" => Some(Self::GeoJsonLines),
            "csv" => Some(Self::Csv),
            "kml" => Some(Self::Kml),
            "kmz" => Some(Self::Kmz),
            _ => None,
        }
    }
}

/// What is exported, and how.
#[derive(Clone, Copy)]
pub struct Export<'a> {
    /// What is open.
    pub dataset: &'a Dataset,
    /// What `filter` shows of it.
    pub visible: &'a Visible,
    /// What was asked for.
    pub filter: &'a Filter,
    /// What to reopen the file with.
    pub view: Option<&'a Seen<'a>>,
    /// Insert nothing into features.
    pub as_read: bool,
    /// Which of the records that pass the filter.
    pub holding: Holding,
}

/// What was seen, to be seen again where the file is opened.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
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
    pub const fn shown(dataset: &'a Dataset, visible: &'a Visible, filter: &'a Filter) -> Self {
        Self {
            dataset,
            visible,
            filter,
            view: None,
            as_read: false,
            holding: Holding::Shown,
        }
    }
}

/// What became of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Records that were written; of differences, how many.
    pub records: usize,
    /// The file.
    pub saved: Saved,
}

impl Export<'_> {
    /// The rows that are written, in file order. Unreadable rows would make the file unreadable and are
    /// never written.
    #[must_use]
    pub fn rows(&self) -> Vec<usize> {
        self.holding.rows(self.visible, &self.filter.window)
    }

    /// Writes a file, all or nothing; the number of records written.
    ///
    /// # Errors
    /// When the file cannot be written or may not take the place of what stands there; the old one is then
    /// as it was.
    pub fn save(
        &self,
        destination: &Destination,
        format: ExportFormat,
        watch: &Watch,
    ) -> Result<Written, WriteError> {
        let rows = self.rows();
        let saved = save_to(destination, |out| match format {
            ExportFormat::GeoJson => self.save_collection(&rows, out, watch),
            format => self.write_rows(&rows, format, out, watch),
        })?;
        Ok(Written {
            records: rows.len(),
            saved,
        })
    }

    /// Writes to `out`; the number of records written.
    ///
    /// # Errors
    /// When `out` takes no more or nobody wants it any more.
    pub fn write(
        &self,
        format: ExportFormat,
        out: &mut dyn Write,
        watch: &Watch,
    ) -> Result<usize, WriteErrorKind> {
        let rows = self.rows();
        self.write_rows(&rows, format, out, watch)?;
        Ok(rows.len())
    }

    /// How a row stands in the window that was asked for; `None`: it has no date.
    fn relation(&self, row: usize) -> Option<Relation> {
        let span = self.dataset.columns().span_on(self.filter.clock, row)?;
        Some(span.relation(&self.filter.window))
    }

    /// Whether undated records are written.
    #[must_use]
    pub fn has_undated(&self) -> bool {
        self.holding.has_undated(&self.filter.window)
    }

    fn write_rows(
        &self,
        rows: &[usize],
        format: ExportFormat,
        out: &mut dyn Write,
        watch: &Watch,
    ) -> Result<(), WriteErrorKind> {
        match format {
            ExportFormat::GeoJson => self.write_collection(rows, out, watch),
            ExportFormat::GeoJsonLines => Self::write_features(rows, out, watch, |_, row, text| {
                let begin = text.len();
                self.push_feature(row, text);
                lines::put_on_one_line(text, begin);
                text.push('\n');
            }),
            ExportFormat::Csv => self.write_csv(rows, out, watch),
            ExportFormat::Kml => self.write_kml(rows, kml::Icons::Usual, out, watch),
            ExportFormat::Kmz => self.write_kmz(rows, out, watch),
        }
    }

    fn feature(&self, row: usize) -> Cow<'_, str> {
        let mut text = String::new();
        self.push_feature(row, &mut text);
        Cow::Owned(text)
    }

    /// Writes the feature of a row at the end of `text`.
    fn push_feature(&self, row: usize, text: &mut String) {
        let feature = self.dataset.feature(row);
        if self.as_read {
            text.push_str(&feature);
            return;
        }
        let feature = if self.is_swapped(row) {
            Cow::Owned(swapped::swapped(&feature))
        } else {
            feature
        };
        let outline = Outline::of(&feature);
        outline.push(&self.derived(row, &outline), text);
    }

    /// Whether the coordinates in the text of a row stand the other way round than the analyst reads them.
    fn is_swapped(&self, row: usize) -> bool {
        let mut parts = self.dataset.parts().iter();
        parts.any(is_written_swapped)
            && self.dataset.row(row).is_some_and(|row| {
                let part = self.dataset.parts().get(row.part);
                part.is_some_and(is_written_swapped)
            })
    }

    /// Cheap to know: without a date of report no source of the record has one.
    fn may_name_a_source(&self, row: usize) -> bool {
        self.dataset.has_sources() && self.dataset.columns().reported(row).is_some()
    }

    /// What the record at `row` does not say itself and other programs want to know.
    fn derived(&self, row: usize, outline: &Outline) -> Vec<Derived<'_>> {
        let mut derived: Vec<Derived> = Vec::new();
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
pub fn is_written_swapped(part: &Part) -> bool {
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
