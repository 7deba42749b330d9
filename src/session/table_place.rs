//! Where the table of records stands.

use serde::{Deserialize, Serialize};

/// Where the table stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TablePlace {
    /// Below the map.
    #[default]
    Below,
    /// Beside it.
    Beside,
    /// In its place.
    Instead,
}

impl TablePlace {
    /// All places, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Below, Self::Beside, Self::Instead];

    /// Catalogue key of what it is called.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Below => "table-below",
            Self::Beside => "table-beside",
            Self::Instead => "table-instead",
        }
    }
}
