//! The fields of the profile that a column or property of a foreign file can stand for.

use serde::{Deserialize, Serialize};

/// A field of the profile that a foreign property can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// `id`.
    Id,
    /// `date`.
    Date,
    /// The last day of an interval that begins with the property mapped to `date`.
    EndDate,
    /// A code for how finely the date is known; what it means is a matter of the preset.
    DatePrecision,
    /// The same for the last day; without it the other counts for both.
    EndPrecision,
    /// `reported`.
    Reported,
    /// `layer`.
    Layer,
    /// `kind`.
    Kind,
    /// `title`.
    Title,
    /// `summary`.
    Summary,
    /// `place`.
    Place,
    /// `place_precision`, as the profile's word or as a code of the preset.
    PlacePrecision,
    /// Degrees north; counts where the record has no geometry of its own.
    Latitude,
    /// Degrees east.
    Longitude,
    /// A geometry as well-known text; counts before latitude and longitude.
    Geometry,
    /// `status`.
    Status,
    /// `actors`; several properties may stand for it.
    Actors,
    /// `sources`; several properties may stand for it.
    Sources,
}

impl Field {
    /// Every field, in the order a mapping shows them.
    pub const ALL: [Self; 18] = [
        Self::Id,
        Self::Date,
        Self::EndDate,
        Self::DatePrecision,
        Self::EndPrecision,
        Self::Reported,
        Self::Layer,
        Self::Kind,
        Self::Title,
        Self::Summary,
        Self::Place,
        Self::PlacePrecision,
        Self::Latitude,
        Self::Longitude,
        Self::Geometry,
        Self::Status,
        Self::Actors,
        Self::Sources,
    ];

    /// The name of the profile.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Date => "date",
            Self::EndDate => "end_date",
            Self::DatePrecision => "date_precision",
            Self::EndPrecision => "end_date_precision",
            Self::Reported => "reported",
            Self::Layer => "layer",
            Self::Kind => "kind",
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Place => "place",
            Self::PlacePrecision => "place_precision",
            Self::Latitude => "latitude",
            Self::Longitude => "longitude",
            Self::Geometry => "geometry",
            Self::Status => "status",
            Self::Actors => "actors",
            Self::Sources => "sources",
        }
    }

    /// Catalogue key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Id => "field-id",
            Self::Date => "field-date",
            Self::EndDate => "field-end_date",
            Self::DatePrecision => "field-date_precision",
            Self::EndPrecision => "field-end_date_precision",
            Self::Reported => "field-reported",
            Self::Layer => "field-layer",
            Self::Kind => "field-kind",
            Self::Title => "field-title",
            Self::Summary => "field-summary",
            Self::Place => "field-place",
            Self::PlacePrecision => "field-place_precision",
            Self::Latitude => "field-latitude",
            Self::Longitude => "field-longitude",
            Self::Geometry => "field-geometry",
            Self::Status => "field-status",
            Self::Actors => "field-actors",
            Self::Sources => "field-sources",
        }
    }

    /// The field that the profile calls `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// Whether several properties may stand for it together.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Actors | Self::Sources)
    }

    /// Whether a property of it is carried over letter by letter, so that nothing of it is left to
    /// keep beside the field.
    #[must_use]
    pub const fn is_verbatim(self) -> bool {
        matches!(
            self,
            Self::Id
                | Self::Title
                | Self::Summary
                | Self::Place
                | Self::Latitude
                | Self::Longitude
                | Self::Geometry
        )
    }
}
