//! Requests about the table of records.

use crate::query::Facet;

/// Changes how the table is laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TableCommand {
    /// Order by this; from the other end when it is ordered by it already.
    Sort(Facet),
    /// Order by this what agrees in the column that is ordered by; from the other end when it is ordered by it
    /// already.
    SortThen(Facet),
    /// Show or hide a column; the last one stays.
    ToggleColumn(Facet),
    /// Move a column past its neighbour.
    Shift {
        /// The column.
        facet: Facet,
        /// Towards the start of a line, not its end.
        to_start: bool,
    },
    /// Make a column so wide, in points.
    Resize {
        /// The column.
        facet: Facet,
        /// The width.
        width: f32,
    },
    /// Columns as they were at first.
    Reset,
}
