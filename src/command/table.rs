//! Requests about the table of records.

use crate::{query::TableColumn, session::TablePlace};

/// Changes how the table is laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TableCommand {
    /// Order by this; from the other end when it is ordered by it already.
    Sort(TableColumn),
    /// Order by this what agrees in the column that is ordered by; from the other end when it is ordered by it
    /// already.
    SortThen(TableColumn),
    /// Show or hide a column; the last one stays.
    ToggleColumn(TableColumn),
    /// Move a column past its neighbour.
    Shift {
        /// The column.
        facet: TableColumn,
        /// Towards the start of a line, not its end.
        to_start: bool,
    },
    /// Make a column so wide, in points.
    Resize {
        /// The column.
        facet: TableColumn,
        /// The width.
        width: f32,
    },
    /// Show the table there.
    Place(TablePlace),
    /// Columns as they were at first.
    Reset,
}
