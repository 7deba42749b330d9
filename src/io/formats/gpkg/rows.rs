//! The rows of a table of a database to features.

use std::borrow::Cow;

use rusqlite::{Row, types::ValueRef};
use serde::de::IgnoredAny;

use super::ROW;
use crate::io::formats::{
    fields::Carried,
    row_text::{Destinations, FeatureText, TextCell},
    system::System,
    wkb,
};

/// A table of features, or of rows without a place.
pub(super) struct GpkgTable {
    pub(super) name: String,
    /// The column of its geometries, and the system that they are in.
    pub(super) geometry: Option<(String, String)>,
    pub(super) columns: Vec<GpkgColumn>,
}

pub(super) struct GpkgColumn {
    pub(super) name: String,
    pub(super) kind: ColumnKind,
}

/// What the values of a column mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnKind {
    Boolean,
    Moment,
    Json,
    Other,
}

/// What is made of the values of a column.
enum ColumnUse {
    Shape,
    Nothing,
    Property {
        /// Its place among the properties.
        place: usize,
        kind: ColumnKind,
        /// Whether its moments are days.
        is_day: bool,
    },
}

/// Makes features of the rows of a table.
pub(super) struct RowReader {
    /// By column.
    uses: Vec<ColumnUse>,
    to: Destinations,
    system: System,
    /// Geometries that could not be read.
    pub(super) unread: usize,
    /// Values that are bytes, which are left out.
    pub(super) bytes_left: usize,
}

impl RowReader {
    /// For a table of this program that `is_own`, or of another; `days` are the columns whose moments are days.
    pub(super) fn of(
        table: &GpkgTable,
        carried: &Carried,
        is_own: bool,
        days: &[usize],
        system: System,
    ) -> Self {
        let geometry = table.geometry.as_ref().map(|(column, _)| column.as_str());
        let mut names = Vec::new();
        let mut uses = Vec::with_capacity(table.columns.len());
        for (at, column) in table.columns.iter().enumerate() {
            uses.push(if Some(column.name.as_str()) == geometry {
                ColumnUse::Shape
            } else if is_own && column.name == ROW {
                // The number of the row says nothing where the record has its own.
                ColumnUse::Nothing
            } else {
                names.push(column.name.as_str());
                ColumnUse::Property {
                    place: names.len() - 1,
                    // What this program carried along says what is JSON.
                    kind: match column.kind {
                        ColumnKind::Json if is_own => ColumnKind::Other,
                        kind => kind,
                    },
                    is_day: days.contains(&at),
                }
            });
        }
        Self {
            to: Destinations::of(names.into_iter(), carried),
            uses,
            system,
            unread: 0,
            bytes_left: 0,
        }
    }

    /// Makes `feature` the one of a row.
    pub(super) fn read(
        &mut self,
        row: &Row<'_>,
        feature: &mut FeatureText,
    ) -> Result<(), rusqlite::Error> {
        feature.clear();
        for (at, of) in self.uses.iter().enumerate() {
            let value = row.get_ref(at)?;
            match (of, value) {
                (ColumnUse::Shape, ValueRef::Blob(blob)) => {
                    let shape = body(blob).and_then(|body| wkb::read(body, self.system));
                    self.unread += usize::from(shape.is_none());
                    feature.geometry = shape.unwrap_or_default();
                }
                (ColumnUse::Shape | ColumnUse::Nothing, _) => {}
                (
                    ColumnUse::Property {
                        place,
                        kind,
                        is_day,
                    },
                    value,
                ) => {
                    self.bytes_left += usize::from(matches!(value, ValueRef::Blob(_)));
                    put(feature, &self.to, *place, value, *kind, *is_day);
                }
            }
        }
        Ok(())
    }
}

/// Adds a value to a feature.
fn put(
    feature: &mut FeatureText,
    to: &Destinations,
    place: usize,
    value: ValueRef<'_>,
    kind: ColumnKind,
    is_day: bool,
) {
    let text = match value {
        ValueRef::Text(text) => String::from_utf8_lossy(text),
        _ => Cow::Borrowed(""),
    };
    let moment;
    let cell = match value {
        ValueRef::Integer(number) if kind == ColumnKind::Boolean => TextCell::Truth(number != 0),
        ValueRef::Integer(number) => TextCell::Whole(number),
        ValueRef::Real(number) => TextCell::Real(number),
        ValueRef::Text(_) => match kind {
            ColumnKind::Moment if is_day => {
                TextCell::Text(text.split('T').next().unwrap_or_default())
            }
            ColumnKind::Moment => {
                moment = text.replace(".000Z", "Z");
                TextCell::Text(&moment)
            }
            ColumnKind::Json if serde_json::from_str::<IgnoredAny>(&text).is_ok() => {
                TextCell::Json(text.trim())
            }
            _ => TextCell::Text(&text),
        },
        ValueRef::Null | ValueRef::Blob(_) => TextCell::Nothing,
    };
    feature.put(to, place, cell);
}

/// The geometry behind the header of a value, which has flags and what it spans.
fn body(blob: &[u8]) -> Option<&[u8]> {
    let flags = match blob {
        [b'G', b'P', _, flags, ..] => *flags,
        _ => return None,
    };
    let spans = match flags >> 1 & 7 {
        0 => 0,
        1 => 32,
        2 | 3 => 48,
        4 => 64,
        _ => return None,
    };
    blob.get(8 + spans..)
}
