//! What the columns of the table are called.

use crate::query::TableColumn;

/// Catalogue key of the heading of a column.
pub(super) const fn heading_key(facet: TableColumn) -> &'static str {
    match facet {
        TableColumn::Date => "column-date",
        TableColumn::Title => "column-title",
        TableColumn::Place => "column-place",
        TableColumn::Layer => "column-layer",
        TableColumn::Status => "column-status",
        TableColumn::Certainty => "column-certainty",
        TableColumn::Actors => "column-actors",
        TableColumn::Sources => "column-sources",
        TableColumn::Reported => "column-reported",
    }
}
