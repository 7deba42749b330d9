//! By which convention the values of a file are written.

use serde::{Deserialize, Serialize};

use crate::model::preset::Preset;

/// How the values of a file are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Convention {
    /// As the record profile says.
    Profile,
    /// In no known way: words and dates are taken for what they are.
    #[default]
    Foreign,
    /// As a known dataset writes them, codes included.
    Preset(Preset),
}
