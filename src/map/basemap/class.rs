//! Which look a feature has, from the layer it is in and its properties.

use super::geometry::GeometryType;
use super::mvt::{TileFeature, TileLayer};
use super::schema::{LayerKind, PropertyKey};

/// One look, in drawing order: later ones lie above earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Land and its coast.
    Land,
    /// Forest, scrub, farmland.
    Green,
    /// Sand and bare ground.
    Bare,
    /// Towns.
    Urban,
    /// Airfields and military ground.
    Apron,
    /// Seas given as areas of water.
    Sea,
    /// Lakes and wide rivers.
    Lake,
    /// The edge of a wide river.
    Bank,
    /// Water that is not always there, as a line.
    Wadi,
    /// A river, canal or stream by rank, 5 the least.
    River5,
    /// See [`Class::River5`].
    River4,
    /// See [`Class::River5`].
    River3,
    /// See [`Class::River5`].
    River2,
    /// See [`Class::River5`].
    River1,
    /// Footprints.
    Building,
    /// Paths and tracks.
    Path,
    /// Runways and taxiways.
    Runway,
    /// Railways.
    Rail,
    /// Streets.
    MinorRoad,
    /// Roads between towns.
    MediumRoad,
    /// Trunk roads.
    MajorRoad,
    /// Motorways.
    Highway,
    /// Border between regions of a country.
    RegionBorder,
    /// Border between countries.
    CountryBorder,
    /// Border that is not agreed on.
    DisputedBorder,
}

impl Class {
    /// Every class, in drawing order.
    pub const ALL: [Self; 25] = [
        Self::Land,
        Self::Green,
        Self::Bare,
        Self::Urban,
        Self::Apron,
        Self::Sea,
        Self::Lake,
        Self::Bank,
        Self::Wadi,
        Self::River5,
        Self::River4,
        Self::River3,
        Self::River2,
        Self::River1,
        Self::Building,
        Self::Path,
        Self::Runway,
        Self::Rail,
        Self::MinorRoad,
        Self::MediumRoad,
        Self::MajorRoad,
        Self::Highway,
        Self::RegionBorder,
        Self::CountryBorder,
        Self::DisputedBorder,
    ];
}

/// Returns the class of a feature, if it is drawn at all (labels are not: see `labels`).
#[must_use]
pub fn classify(layer: &TileLayer, feature: &TileFeature) -> Option<Class> {
    let kind = layer
        .text(feature, PropertyKey::Kind)
        .map_or("", |kind| kind);
    match (layer.kind, feature.shape) {
        (LayerKind::Earth, GeometryType::Polygon) => Some(Class::Land),
        (LayerKind::Landcover | LayerKind::Landuse, GeometryType::Polygon) => ground(kind),
        (LayerKind::Water, GeometryType::Polygon) => Some(match kind {
            "ocean" | "sea" => Class::Sea,
            _ => Class::Lake,
        }),
        (LayerKind::Water, GeometryType::Line) => Some(waterway(layer, feature, kind)),
        (LayerKind::Buildings, GeometryType::Polygon) => Some(Class::Building),
        (LayerKind::Roads, GeometryType::Line) => road(layer, feature, kind),
        (LayerKind::Boundaries, GeometryType::Line) => border(layer, feature, kind),
        _ => None,
    }
}

fn ground(kind: &str) -> Option<Class> {
    Some(match kind {
        "forest" | "wood" | "park" | "national_park" | "nature_reserve" | "protected_area"
        | "grass" | "grassland" | "meadow" | "scrub" | "orchard" | "farmland" | "wetland"
        | "cemetery" | "golf_course" => Class::Green,
        "barren" | "sand" | "beach" | "desert" | "bare_rock" | "quarry" => Class::Bare,
        "urban_area" | "residential" | "neighbourhood" | "industrial" | "commercial" | "school"
        | "university" | "college" | "hospital" | "railway" => Class::Urban,
        "aerodrome" | "airfield" | "military" | "naval_base" | "runway" | "taxiway" => Class::Apron,
        _ => return None,
    })
}

fn waterway(layer: &TileLayer, feature: &TileFeature, kind: &str) -> Class {
    if kind == "river_bank" {
        return Class::Bank;
    }
    if layer.flag(feature, PropertyKey::Intermittent) {
        return Class::Wadi;
    }
    let rank = layer
        .number(feature, PropertyKey::Rank)
        .unwrap_or(match kind {
            "river" => 2.0,
            "canal" => 4.0,
            _ => 5.0,
        });
    match rank as u8 {
        0 | 1 => Class::River1,
        2 => Class::River2,
        3 => Class::River3,
        4 => Class::River4,
        _ => Class::River5,
    }
}

fn road(layer: &TileLayer, feature: &TileFeature, kind: &str) -> Option<Class> {
    let detail = layer
        .text(feature, PropertyKey::KindDetail)
        .map_or("", |detail| detail);
    Some(match kind {
        "highway" => Class::Highway,
        "major_road" if matches!(detail, "secondary" | "tertiary") => Class::MediumRoad,
        "major_road" => Class::MajorRoad,
        "medium_road" => Class::MediumRoad,
        "minor_road" | "other" => Class::MinorRoad,
        "path" => Class::Path,
        "rail" => Class::Rail,
        "aeroway" | "runway" | "taxiway" => Class::Runway,
        _ => return None,
    })
}

fn border(layer: &TileLayer, feature: &TileFeature, kind: &str) -> Option<Class> {
    Some(match kind {
        "country" if layer.flag(feature, PropertyKey::Disputed) => Class::DisputedBorder,
        "country" => Class::CountryBorder,
        "region" => Class::RegionBorder,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_listed_in_drawing_order() {
        assert!(Class::ALL.is_sorted());
        assert_eq!(Class::ALL.len(), Class::DisputedBorder as usize + 1);
    }
}
