//! What the analyst points at.

use crate::model::RowId;

/// The selected row and the row under the pointer, shared by map, timeline and lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Shown in the inspector.
    pub selected: Option<RowId>,
    /// Under the pointer, anywhere.
    pub hovered: Option<RowId>,
}
