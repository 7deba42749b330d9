//! Requests about what was seen before.

/// Goes through the views that were seen, and takes back what was filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryCommand {
    /// The view before this one.
    Back,
    /// The view after this one, after going back.
    Forward,
    /// Take the last change of filters back, in the window there is.
    Undo,
    /// Make it again.
    Redo,
}
