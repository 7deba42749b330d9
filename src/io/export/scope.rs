//! Which of the records that pass a filter an export holds.

use crate::{
    model::{RowId, Window},
    query::WindowResult,
};

/// Which of the records that pass the filter are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ExportScope {
    /// Those in the window, placed or not; without a window also the undated.
    #[default]
    Shown,
    /// The tray: those that the timeline or the map has no place for.
    Tray,
}

impl ExportScope {
    /// The name in the member `export`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Tray => "tray",
        }
    }

    /// The rows of `visible`, which lists all of what a filter shows, in file order.
    #[must_use]
    pub fn rows(self, visible: &WindowResult, window: &Window) -> Vec<RowId> {
        let mut rows: Vec<RowId> = match self {
            Self::Shown => visible.rows.iter().map(|shown| shown.row).collect(),
            Self::Tray => visible.unplaced.clone(),
        };
        if self.has_undated(window) {
            rows.extend(&visible.undated);
            rows.sort_unstable();
        }
        rows
    }

    /// Whether undated records are among them: always in the tray, else where no window was asked for
    /// that could miss them.
    #[must_use]
    pub fn has_undated(self, window: &Window) -> bool {
        self == Self::Tray || *window == Window::ALL
    }

    /// How many records the window shows that are not among them.
    #[must_use]
    pub const fn shown_elsewhere(self, visible: &WindowResult) -> usize {
        match self {
            Self::Shown => 0,
            Self::Tray => visible
                .counts
                .shown
                .total()
                .saturating_sub(visible.unplaced_in_window),
        }
    }
}
