//! Requests about what is shown, but for the window.

use crate::model::{Layer, Status};

/// Changes one condition of the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterCommand {
    /// Show or hide a layer.
    ToggleLayer(Layer),
    /// Show this layer alone, or all again when it is alone already.
    OnlyLayer(Layer),
    /// Show or hide a status.
    ToggleStatus(Status),
    /// Show records of actors whose name holds this text.
    Actor(String),
    /// Show records that hold this text.
    Text(String),
    /// Leave out or show what is only possible.
    CertainOnly(bool),
    /// Leave out what is only possible, or show it again.
    ToggleCertainOnly,
    /// Show everything again, in the same window.
    Clear,
}
