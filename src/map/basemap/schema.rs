//! The names that vector tiles use: our own archive's, which follow Protomaps, and Protomaps' older ones.

/// A layer that some rule draws or labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayerKind {
    /// Land.
    Earth,
    /// What covers the land, at low zoom.
    Landcover,
    /// How land is used.
    Landuse,
    /// Seas, lakes and rivers, as areas and as lines.
    Water,
    /// Where names of rivers stand.
    WaterLabels,
    /// Roads, railways, runways.
    Roads,
    /// Footprints of buildings.
    Buildings,
    /// Borders.
    Boundaries,
    /// Countries, regions and localities, as points.
    Places,
    /// Airports and other points of interest.
    Pois,
}

impl LayerKind {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "earth" => Self::Earth,
            "landcover" => Self::Landcover,
            "landuse" => Self::Landuse,
            "water" => Self::Water,
            "water_labels" => Self::WaterLabels,
            "roads" | "transit" => Self::Roads,
            "buildings" => Self::Buildings,
            "boundaries" => Self::Boundaries,
            "places" => Self::Places,
            "pois" => Self::Pois,
            _ => return None,
        })
    }
}

/// A property that some rule reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PropertyKey {
    /// What the feature is.
    Kind,
    /// What it is, more finely.
    KindDetail,
    /// The local name.
    Name,
    /// The English name.
    NameEn,
    /// The French name.
    NameFr,
    /// The Arabic name.
    NameAr,
    /// A border that is not agreed on.
    Disputed,
    /// Water that is not always there.
    Intermittent,
    /// Rank of a river, 1 the greatest.
    Rank,
    /// Class of population of a locality; larger is more.
    PopulationRank,
    /// A capital.
    Capital,
    /// The zoom from which it matters.
    MinZoom,
    /// Angle of a name in degrees clockwise.
    Angle,
    /// Code of an airport.
    Iata,
}

impl PropertyKey {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "kind" | "pmap:kind" => Self::Kind,
            "kind_detail" | "pmap:kind_detail" => Self::KindDetail,
            "name" => Self::Name,
            "name:en" => Self::NameEn,
            "name:fr" => Self::NameFr,
            "name:ar" => Self::NameAr,
            "disputed" => Self::Disputed,
            "intermittent" => Self::Intermittent,
            "rank" => Self::Rank,
            "population_rank" | "pmap:population_rank" => Self::PopulationRank,
            "capital" => Self::Capital,
            "min_zoom" | "pmap:min_zoom" => Self::MinZoom,
            "angle" => Self::Angle,
            "iata" => Self::Iata,
            _ => return None,
        })
    }
}
