//! Where a record is, and how well that is known.

use super::lang::Localised;

/// How well a place is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// A building, base or airport.
    Site,
    /// A town or village.
    Town,
    /// Somewhere around a point.
    Area,
    /// Somewhere in a region.
    Region,
    /// Somewhere in the country.
    Country,
    /// Nobody says how well.
    #[default]
    Unknown,
}

impl Precision {
    /// Every precision, from the finest to the coarsest.
    pub const ALL: [Self; 6] = [
        Self::Site,
        Self::Town,
        Self::Area,
        Self::Region,
        Self::Country,
        Self::Unknown,
    ];

    /// The name as files write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Town => "town",
            Self::Area => "area",
            Self::Region => "region",
            Self::Country => "country",
            Self::Unknown => "unknown",
        }
    }

    /// The precision that a file calls `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|precision| precision.name() == name)
    }
}

/// The words and figures that go with a geometry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// Name of the place.
    pub name: Localised,
    /// How well it is known.
    pub precision: Precision,
    /// Radius of uncertainty around a point, in kilometres.
    pub radius_km: Option<f64>,
    /// Where the coordinates come from.
    pub basis: Localised,
}
