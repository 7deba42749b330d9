//! Requests about what the analyst points at.

use crate::model::RowId;

/// Selects and hovers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectCommand {
    /// Show a row in the inspector.
    Select(RowId),
    /// Show a row in the inspector and bring it into view on map and timeline.
    Reveal(RowId),
    /// Select nothing.
    Clear,
    /// The row under the pointer, wherever it is drawn.
    Hover(Option<RowId>),
    /// Select the next row of those shown (`true`) or the one before.
    Walk {
        /// Later, not earlier.
        forward: bool,
    },
}

impl SelectCommand {
    /// Returns the row that it names.
    #[must_use]
    pub const fn row(self) -> Option<RowId> {
        match self {
            Self::Select(row) | Self::Reveal(row) => Some(row),
            Self::Hover(row) => row,
            Self::Clear | Self::Walk { .. } => None,
        }
    }
}
