//! Requests about what the analyst points at.

/// Selects and hovers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectCommand {
    /// Show a row in the inspector.
    Select(usize),
    /// Show a row in the inspector and bring it into view on map and timeline.
    Reveal(usize),
    /// Select nothing.
    Clear,
    /// The row under the pointer, wherever it is drawn.
    Hover(Option<usize>),
    /// Select the next row of those shown (`true`) or the one before.
    Walk {
        /// Later, not earlier.
        forward: bool,
    },
}
