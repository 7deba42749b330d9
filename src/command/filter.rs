//! Requests about what is shown, but for the window.

use crate::{
    data::Within,
    model::{Layer, StaleLimit, Status},
};

/// Changes one condition of the filter.
#[derive(Clone, Debug, PartialEq)]
pub enum FilterCommand {
    /// Show or hide a file, by the name that it has among those that are open.
    ToggleFile(String),
    /// Show this file alone, or all again when it is alone already.
    OnlyFile(String),
    /// Show or hide a layer.
    ToggleLayer(Layer),
    /// Show this layer alone, or all again when it is alone already.
    OnlyLayer(Layer),
    /// Show or hide a status.
    ToggleStatus(Status),
    /// Show records of actors whose name holds this text.
    Actor(String),
    /// Show records in which claimants whose name holds this text say something.
    Claimant(String),
    /// Show records that cite this source: its id, or a part of its title or publisher.
    Source(String),
    /// Show records with at least so many independent origins; 0: all.
    Origins(u16),
    /// Show records with a value that names no words of a document, or all.
    LacksWords(bool),
    /// After how long without a confirmation a presence is of unknown status.
    Stale(StaleLimit),
    /// Show records that hold this text.
    Text(String),
    /// Show only what lies in this area of the map; `None`: all of it.
    Within(Option<Within>),
    /// Leave out or show what is only possible.
    CertainOnly(bool),
    /// Leave out what is only possible, or show it again.
    ToggleCertainOnly,
    /// Show everything again, in the same window.
    Clear,
}
