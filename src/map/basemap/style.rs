//! Which paint a feature gets: classes in drawing order, each with its fill and its lines.
//!
//! A [`Class`] is one look. [`classify`] reads a feature's properties; [`Style::fill`] and
//! [`Style::strokes`] say how a class looks at a zoom. Widths are in points, zooms are of the map
//! (256 points a tile), so the same rule serves every pixel density and every archive.

use super::geometry::Shape;
use super::mvt::{Feature, Layer};
use super::schema::{Key, LayerKind};
use crate::theme::basemap::BasemapPalette;
use crate::theme::{Colour, Shade};

/// How the basemap looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Light or dark.
    pub shade: Shade,
    /// Whether land is shaded by its relief.
    pub relief: bool,
}

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
    pub const ALL: [Self; 24] = [
        Self::Land,
        Self::Green,
        Self::Bare,
        Self::Urban,
        Self::Apron,
        Self::Sea,
        Self::Lake,
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

/// One line drawn along a class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub colour: Colour,
    /// Width in points.
    pub width: f32,
    /// Lengths of dash and gap in points, if dashed.
    pub dash: Option<[f32; 2]>,
}

/// The class of a feature, if it is drawn at all (labels are not: see `labels`).
#[must_use]
pub fn classify(layer: &Layer, feature: &Feature) -> Option<Class> {
    let kind = layer.text(feature, Key::Kind).map_or("", |kind| kind);
    match (layer.kind, feature.shape) {
        (LayerKind::Earth, Shape::Polygon) => Some(Class::Land),
        (LayerKind::Landcover | LayerKind::Landuse, Shape::Polygon) => ground(kind),
        (LayerKind::Water, Shape::Polygon) => Some(match kind {
            "ocean" | "sea" => Class::Sea,
            _ => Class::Lake,
        }),
        (LayerKind::Water, Shape::Line) => Some(waterway(layer, feature, kind)),
        (LayerKind::Buildings, Shape::Polygon) => Some(Class::Building),
        (LayerKind::Roads, Shape::Line) => road(layer, feature, kind),
        (LayerKind::Boundaries, Shape::Line) => border(layer, feature, kind),
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

fn waterway(layer: &Layer, feature: &Feature, kind: &str) -> Class {
    if layer.flag(feature, Key::Intermittent) {
        return Class::Wadi;
    }
    let rank = layer.number(feature, Key::Rank).unwrap_or(match kind {
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

fn road(layer: &Layer, feature: &Feature, kind: &str) -> Option<Class> {
    let detail = layer
        .text(feature, Key::KindDetail)
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

fn border(layer: &Layer, feature: &Feature, kind: &str) -> Option<Class> {
    Some(match kind {
        "country" if layer.flag(feature, Key::Disputed) => Class::DisputedBorder,
        "country" => Class::CountryBorder,
        "region" => Class::RegionBorder,
        _ => return None,
    })
}

impl Style {
    /// The colours.
    #[must_use]
    pub const fn palette(self) -> &'static BasemapPalette {
        BasemapPalette::of(self.shade)
    }

    /// The colour that the areas of a class are filled with.
    #[must_use]
    pub fn fill(self, class: Class) -> Option<Colour> {
        let palette = self.palette();
        Some(match class {
            Class::Land => palette.land,
            Class::Green => palette.green,
            Class::Bare => palette.bare,
            Class::Urban => palette.urban,
            Class::Apron => palette.apron,
            Class::Sea => palette.sea,
            Class::Lake => palette.lake,
            Class::Building => palette.building,
            _ => return None,
        })
    }

    /// The lines along a class at a zoom of the map, the lowest first.
    #[must_use]
    pub fn strokes(self, class: Class, zoom: f32) -> [Option<Stroke>; 2] {
        let palette = self.palette();
        let width = |stops: &[(f32, f32)]| interpolate(stops, zoom);
        let solid = |colour, stops: &[(f32, f32)]| line(colour, width(stops), None);
        let dashed = |colour, stops: &[(f32, f32)], dash| line(colour, width(stops), Some(dash));
        match class {
            Class::Land => [
                solid(palette.coast, &[(0.0, 0.4), (5.0, 0.8), (10.0, 1.2)]),
                None,
            ],
            Class::Lake => [
                solid(palette.shore, &[(4.0, 0.3), (8.0, 0.7), (12.0, 1.0)]),
                None,
            ],
            Class::Wadi => [
                dashed(
                    palette.wadi,
                    &[(5.0, 0.4), (8.0, 0.8), (12.0, 1.3)],
                    [5.0, 3.0],
                ),
                None,
            ],
            Class::River1 => [
                solid(
                    palette.river,
                    &[(2.0, 0.4), (4.0, 0.9), (7.0, 1.8), (10.0, 2.4), (13.0, 3.2)],
                ),
                None,
            ],
            Class::River2 => [
                solid(
                    palette.river,
                    &[(4.0, 0.5), (7.0, 1.2), (10.0, 1.9), (13.0, 2.8)],
                ),
                None,
            ],
            Class::River3 => [
                solid(
                    palette.river,
                    &[(5.0, 0.4), (7.0, 0.8), (10.0, 1.4), (13.0, 2.2)],
                ),
                None,
            ],
            Class::River4 => [
                solid(
                    palette.river,
                    &[(6.0, 0.4), (8.0, 0.7), (10.0, 1.1), (13.0, 1.8)],
                ),
                None,
            ],
            Class::River5 => [
                solid(palette.river, &[(7.0, 0.3), (10.0, 0.8), (13.0, 1.4)]),
                None,
            ],
            Class::RegionBorder => [
                dashed(
                    palette.region_border,
                    &[(4.0, 0.7), (8.0, 1.0), (12.0, 1.3)],
                    [4.0, 2.5],
                ),
                None,
            ],
            Class::CountryBorder => [
                solid(palette.country_band, &[(2.0, 1.2), (5.0, 3.5), (9.0, 6.0)]),
                solid(
                    palette.country_border,
                    &[(1.0, 0.4), (4.0, 0.8), (8.0, 1.2), (12.0, 1.6)],
                ),
            ],
            Class::DisputedBorder => [
                dashed(
                    palette.country_border,
                    &[(1.0, 0.5), (4.0, 0.9), (8.0, 1.3)],
                    [2.5, 2.5],
                ),
                None,
            ],
            _ => self.road_strokes(class, zoom),
        }
    }

    fn road_strokes(self, class: Class, zoom: f32) -> [Option<Stroke>; 2] {
        let palette = self.palette();
        let width = |stops: &[(f32, f32)]| interpolate(stops, zoom);
        let cased = |colour, stops: &[(f32, f32)]| {
            let inner = width(stops);
            let casing = if inner > 1.5 {
                line(palette.road_casing, inner + 1.2, None)
            } else {
                None
            };
            [casing, line(colour, inner, None)]
        };
        match class {
            Class::Highway => cased(
                palette.major_road,
                &[(5.0, 0.7), (9.0, 1.8), (12.0, 3.0), (16.0, 9.0)],
            ),
            Class::MajorRoad => cased(
                palette.major_road,
                &[(6.0, 0.5), (9.0, 1.3), (12.0, 2.4), (16.0, 8.0)],
            ),
            Class::MediumRoad => cased(palette.minor_road, &[(8.0, 0.4), (12.0, 1.6), (16.0, 6.5)]),
            Class::MinorRoad => cased(palette.minor_road, &[(11.0, 0.3), (13.0, 1.2), (16.0, 5.0)]),
            Class::Runway => [
                line(
                    palette.rail,
                    width(&[(9.0, 0.6), (12.0, 2.0), (16.0, 14.0)]),
                    None,
                ),
                None,
            ],
            Class::Rail => [
                line(
                    palette.rail,
                    width(&[(6.0, 0.5), (10.0, 1.0), (16.0, 2.0)]),
                    Some([6.0, 2.0]),
                ),
                None,
            ],
            Class::Path => [
                line(
                    palette.road_casing,
                    width(&[(12.0, 0.4), (16.0, 1.4)]),
                    Some([3.0, 2.0]),
                ),
                None,
            ],
            _ => [None, None],
        }
    }
}

/// A line, unless it is too thin to be seen.
fn line(colour: Colour, width: f32, dash: Option<[f32; 2]>) -> Option<Stroke> {
    (width > 0.05).then_some(Stroke {
        colour,
        width,
        dash,
    })
}

/// A width between stops of (zoom, width); none before the first stop, the last one after it.
fn interpolate(stops: &[(f32, f32)], zoom: f32) -> f32 {
    let mut below: Option<(f32, f32)> = None;
    for &(stop, width) in stops {
        if zoom < stop {
            return below.map_or(0.0, |(from, start)| {
                start + (width - start) * (zoom - from) / (stop - from)
            });
        }
        below = Some((stop, width));
    }
    below.map_or(0.0, |(_, width)| width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_listed_in_drawing_order() {
        assert!(Class::ALL.is_sorted());
        assert_eq!(Class::ALL.len(), Class::DisputedBorder as usize + 1);
    }

    #[test]
    fn a_width_grows_between_its_stops_and_stays_after_the_last() {
        let stops = [(4.0, 1.0), (6.0, 2.0)];
        assert!(interpolate(&stops, 3.9) < f32::EPSILON);
        assert!((interpolate(&stops, 5.0) - 1.5).abs() < 1e-6);
        assert!((interpolate(&stops, 9.0) - 2.0).abs() < 1e-6);
    }

    #[test]
    fn rivers_never_grow_thinner_as_the_map_is_enlarged() {
        let style = Style {
            shade: Shade::Light,
            relief: false,
        };
        for class in [
            Class::River1,
            Class::River2,
            Class::River3,
            Class::River4,
            Class::River5,
        ] {
            let widths = (0..=26).map(|half| {
                let [stroke, _] = style.strokes(class, half as f32 / 2.0);
                stroke.map_or(0.0, |stroke| stroke.width)
            });
            assert!(widths.collect::<Vec<_>>().is_sorted());
        }
    }
}
