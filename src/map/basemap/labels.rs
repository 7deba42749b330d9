//! Names on the map: which there are, in what order they claim room, and where each finds it.
//!
//! `labels_of` reads them from a tile, [`place`] lays them out. Nothing is drawn here: the caller
//! measures texts before and draws them after, so bidi and fonts stay in one place.

mod placement;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::{Arc, LazyLock};

pub use placement::{MarkName, PlacedLabel, PlacedNames, Ring, Screen, place};

use geo::Point;

use super::address::TileAddress;
use super::geometry::GeometryType;
use super::mvt::{TileFeature, TileLayer, VectorTile};
use super::schema::{LayerKind, PropertyKey};
use crate::data::{gazetteer, mercator::unit_from_degrees};
use crate::model::Lang;
use crate::text::bidi;
use crate::theme::Colour;
use crate::theme::basemap::{BasemapPalette, LabelLook, label_look};

/// What a name belongs to, in the order in which names claim room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    /// A country.
    Country,
    /// A capital.
    Capital,
    /// A city.
    City,
    /// A first-level unit of a country.
    Region,
    /// A town.
    Town,
    /// A river, lake or sea.
    Water,
    /// An airport.
    Airport,
    /// A village.
    Village,
}

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What it belongs to.
    pub kind: LabelKind,
    /// Position in unit Mercator: 0 to 1 from west to east and from north to south.
    pub position: [f64; 2],
    /// Angle in degrees clockwise, for names along rivers.
    pub angle_deg: f32,
    /// The zoom of the map from which the name is worth its room.
    pub min_zoom: f32,
    /// Class of population; larger is more.
    pub population_rank: u8,
    local: Arc<str>,
    names: [Option<Arc<str>>; 3],
}

impl Label {
    /// Returns the name in a language, or the local one.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &Arc<str> {
        let named = self.names.get(lang as usize).and_then(Option::as_ref);
        named.unwrap_or(&self.local)
    }

    /// Tells whether the name that a language shows is in letters that its readers may not read: Latin ones, where it is
    /// written from right to left.
    #[must_use]
    pub fn is_foreign(&self, lang: Lang) -> bool {
        lang.is_rtl() && !bidi::has_rtl(self.text(lang))
    }

    /// Returns the name as it is written on the map: areas are set in capitals, as in an atlas.
    #[must_use]
    pub fn written(&self, lang: Lang) -> Cow<'_, str> {
        let text: &str = self.text(lang);
        if self.look().capitals {
            Cow::Owned(text.to_uppercase())
        } else {
            Cow::Borrowed(text)
        }
    }

    /// Tells whether the name stands beside a dot rather than on its position.
    #[must_use]
    pub fn has_dot(&self) -> bool {
        use LabelKind::{Airport, Capital, City, Town, Village};
        matches!(self.kind, Capital | City | Town | Village | Airport)
    }

    /// Tells whether it names a town or more.
    #[must_use]
    pub fn is_town(&self) -> bool {
        use LabelKind::{Capital, City, Town};
        matches!(self.kind, Capital | City | Town)
    }

    /// Tells whether the name is written at a zoom of the map.
    #[must_use]
    pub fn is_shown(&self, zoom: f64) -> bool {
        let last = match self.kind {
            LabelKind::Country => 7.75,
            LabelKind::Region => 9.5,
            _ => f64::INFINITY,
        };
        let first = match self.kind {
            LabelKind::Airport => AIRPORTS_FROM,
            _ => 0.0,
        };
        zoom >= first.max(f64::from(self.min_zoom) - 0.5) && zoom < last
    }

    /// Returns size, weight and spacing of the text.
    #[must_use]
    pub fn look(&self) -> LabelLook {
        match self.kind {
            LabelKind::Capital => label_look::CAPITAL,
            LabelKind::Country => label_look::COUNTRY,
            LabelKind::City => label_look::CITY,
            LabelKind::Region => label_look::REGION,
            LabelKind::Town => label_look::TOWN,
            LabelKind::Water => label_look::WATER,
            LabelKind::Airport => label_look::AIRPORT,
            LabelKind::Village => label_look::VILLAGE,
        }
    }

    /// Returns the colour of the text.
    #[must_use]
    pub fn colour(&self, palette: &BasemapPalette) -> Colour {
        match self.kind {
            LabelKind::Capital | LabelKind::City | LabelKind::Town => palette.town_name,
            LabelKind::Village => palette.village_name,
            LabelKind::Country => palette.country_name,
            LabelKind::Region => palette.region_name,
            LabelKind::Water => palette.water_name,
            LabelKind::Airport => palette.airport_name,
        }
    }

    /// Returns what decides who claims room first. Depends on the label alone, so that panning changes no order.
    fn claim(&self) -> (LabelKind, u32, Reverse<u8>, &str, [u64; 2]) {
        let min_zoom = (self.min_zoom.max(0.0) * 16.0) as u32;
        let position = self.position.map(f64::to_bits);
        (
            self.kind,
            min_zoom,
            Reverse(self.population_rank),
            &self.local,
            position,
        )
    }
}

/// The zoom of the map from which airports are named.
const AIRPORTS_FROM: f64 = 9.0;

/// Where Mali is named too, as longitude and latitude: it is so long that its middle is often out of view.
const SECOND_PLACES: [[f64; 2]; 3] = [[-8.25, 14.75], [0.6, 17.7], [-5.6, 11.9]];
/// The zoom of the map from which it is.
const SECOND_NAMES_FROM: f32 = 5.0;

/// The further names of the country that this program is about. [`place`] writes one where no other one is in view.
static SECOND_NAMES: LazyLock<Vec<Label>> = LazyLock::new(|| {
    let found = gazetteer::beginning_with("Mali");
    let country = found.into_iter().find(|place| place.is_land);
    debug_assert!(country.is_some(), "the places hold the country");
    let labels = country.map(|country| {
        SECOND_PLACES.map(|[lon, lat]| Label {
            kind: LabelKind::Country,
            position: unit_from_degrees(Point::new(lon, lat)),
            angle_deg: 0.0,
            min_zoom: SECOND_NAMES_FROM,
            population_rank: 0,
            local: Arc::from(country.name(Lang::En)),
            names: Lang::ALL.map(|lang| Some(Arc::from(country.name(lang)))),
        })
    });
    labels.into_iter().flatten().collect()
});

/// Orders labels by their claim to room and drops repetitions that come from overlapping tiles.
pub fn sort(labels: &mut Vec<Label>) {
    labels.extend(SECOND_NAMES.iter().cloned());
    labels.sort_unstable_by(|a, b| a.claim().cmp(&b.claim()));
    labels.dedup_by(|a, b| a.kind == b.kind && a.local == b.local && near(a.position, b.position));
}

/// Tells whether two positions are closer than the rounding of positions in tiles of zoom 3.
fn near(a: [f64; 2], b: [f64; 2]) -> bool {
    a.iter().zip(b).all(|(a, b)| (a - b).abs() < 4e-5)
}

/// Returns the names of a source tile that stand within a target tile (itself or a descendant).
pub(super) fn labels_of(tile: &VectorTile, source: TileAddress, target: TileAddress) -> Vec<Label> {
    let mut labels = Vec::new();
    for (layer, feature) in tile.features() {
        if feature.shape != GeometryType::Point {
            continue;
        }
        let Some(position) = position(layer, feature, source) else {
            continue;
        };
        if !is_within(position, target) {
            continue;
        }
        labels.extend(label(layer, feature, position));
    }
    labels
}

/// Tells whether a position in unit Mercator lies on a tile.
pub(super) fn is_within([x, y]: [f64; 2], tile: TileAddress) -> bool {
    let cell = |unit: f64| (unit * tile.side()).floor() as i64;
    cell(x) == i64::from(tile.x) && cell(y) == i64::from(tile.y)
}

fn position(layer: &TileLayer, feature: &TileFeature, source: TileAddress) -> Option<[f64; 2]> {
    let &[x, y] = feature.geometry.runs().next()?.first()?;
    let unit = |tile: u32, at: i32| {
        (f64::from(tile) + f64::from(at) / f64::from(layer.extent)) / source.side()
    };
    Some([unit(source.x, x), unit(source.y, y)])
}

fn label(layer: &TileLayer, feature: &TileFeature, position: [f64; 2]) -> Option<Label> {
    let kind = label_kind(layer, feature)?;
    let text = |key| {
        layer
            .text(feature, key)
            .filter(|text| !text.is_empty())
            .cloned()
    };
    let local = text(PropertyKey::Name).or_else(|| text(PropertyKey::NameEn))?;
    let number = |key| layer.number(feature, key);
    Some(Label {
        kind,
        position,
        angle_deg: number(PropertyKey::Angle).unwrap_or_default() as f32,
        min_zoom: number(PropertyKey::MinZoom).unwrap_or_default() as f32,
        population_rank: number(PropertyKey::PopulationRank).unwrap_or_default() as u8,
        local,
        names: [
            PropertyKey::NameEn,
            PropertyKey::NameFr,
            PropertyKey::NameAr,
        ]
        .map(text),
    })
}

fn label_kind(layer: &TileLayer, feature: &TileFeature) -> Option<LabelKind> {
    let text = |key| layer.text(feature, key).map_or("", |text| text);
    Some(match (layer.kind, text(PropertyKey::Kind)) {
        (LayerKind::Places, "country") => LabelKind::Country,
        (LayerKind::Places, "region") => LabelKind::Region,
        (LayerKind::Places, "locality") => locality(layer, feature, text(PropertyKey::KindDetail)),
        (LayerKind::Water | LayerKind::WaterLabels, _) => LabelKind::Water,
        (LayerKind::Pois, "aerodrome") if layer.flag(feature, PropertyKey::Iata) => {
            LabelKind::Airport
        }
        _ => return None,
    })
}

fn locality(layer: &TileLayer, feature: &TileFeature, detail: &str) -> LabelKind {
    match detail {
        // Protomaps marks capitals of regions too, with a number of their level.
        "city"
            if layer
                .text(feature, PropertyKey::Capital)
                .is_some_and(|level| matches!(&**level, "yes" | "2")) =>
        {
            LabelKind::Capital
        }
        "city" => LabelKind::City,
        "town" => LabelKind::Town,
        _ => LabelKind::Village,
    }
}

#[cfg(test)]
mod tests;
