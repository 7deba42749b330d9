//! How each class of features is drawn at a zoom.
//!
//! Widths are in points and zooms are of the map (256 points a tile), so the same rule serves every
//! pixel density and every archive.

use super::class::Class;
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

impl Style {
    /// Returns the colours.
    #[must_use]
    pub const fn palette(self) -> &'static BasemapPalette {
        BasemapPalette::of(self.shade)
    }

    /// Returns the colour that the areas of a class are filled with.
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

    /// Returns the lines along a class at a zoom of the map, the lowest first.
    #[must_use]
    pub fn strokes(self, class: Class, zoom: f32) -> [Option<Stroke>; 2] {
        let palette = self.palette();
        match class {
            Class::CountryBorder => [
                line(palette.country_band, COUNTRY_BAND, None, zoom),
                line(palette.country_border, COUNTRY_BORDER, None, zoom),
            ],
            Class::Highway => cased(palette.major_road, palette.road_casing, HIGHWAY, zoom),
            Class::MajorRoad => cased(palette.major_road, palette.road_casing, MAJOR_ROAD, zoom),
            Class::MediumRoad => cased(palette.minor_road, palette.road_casing, MEDIUM_ROAD, zoom),
            Class::MinorRoad => cased(palette.minor_road, palette.road_casing, MINOR_ROAD, zoom),
            _ => [self.single(class, zoom), None],
        }
    }

    /// Returns the line of a class that has just one.
    fn single(self, class: Class, zoom: f32) -> Option<Stroke> {
        let palette = self.palette();
        let (colour, widths, dash) = match class {
            Class::Land => (palette.coast, COAST, None),
            Class::Lake => (palette.shore, SHORE, None),
            Class::Bank => (palette.river, BANK, None),
            Class::Wadi => (palette.wadi, WADI, Some([5.0, 3.0])),
            Class::River1 => (palette.river, RIVER_1, None),
            Class::River2 => (palette.river, RIVER_2, None),
            Class::River3 => (palette.river, RIVER_3, None),
            Class::River4 => (palette.river, RIVER_4, None),
            Class::River5 => (palette.river, RIVER_5, None),
            Class::RegionBorder => (palette.region_border, REGION_BORDER, Some([4.0, 2.5])),
            Class::DisputedBorder => (palette.country_border, COUNTRY_BORDER, Some([2.5, 2.5])),
            Class::Runway => (palette.rail, RUNWAY, None),
            Class::Rail => (palette.rail, RAIL, Some([6.0, 2.0])),
            Class::Path => (palette.road_casing, PATH, Some([3.0, 2.0])),
            _ => return None,
        };
        line(colour, widths, dash, zoom)
    }
}

/// Widths in points at zooms of the map; between two zooms they grow evenly.
type Widths = &'static [(f32, f32)];

const COAST: Widths = &[(0.0, 0.4), (5.0, 0.8), (10.0, 1.2)];
const SHORE: Widths = &[(4.0, 0.3), (8.0, 0.7), (12.0, 1.0)];
const BANK: Widths = &[(6.0, 1.4), (9.0, 1.0), (13.0, 1.2)];
const WADI: Widths = &[(5.0, 0.4), (8.0, 0.8), (12.0, 1.3)];
const RIVER_1: Widths = &[(2.0, 0.4), (4.0, 0.9), (7.0, 1.8), (10.0, 2.4), (13.0, 3.2)];
const RIVER_2: Widths = &[(4.0, 0.5), (7.0, 1.2), (10.0, 1.9), (13.0, 2.8)];
const RIVER_3: Widths = &[(5.0, 0.4), (7.0, 0.8), (10.0, 1.4), (13.0, 2.2)];
const RIVER_4: Widths = &[(6.0, 0.4), (8.0, 0.7), (10.0, 1.1), (13.0, 1.8)];
const RIVER_5: Widths = &[(7.0, 0.3), (10.0, 0.8), (13.0, 1.4)];

const REGION_BORDER: Widths = &[(4.0, 0.7), (8.0, 1.0), (12.0, 1.3)];
const COUNTRY_BORDER: Widths = &[(1.0, 0.4), (4.0, 0.8), (8.0, 1.2), (12.0, 1.6)];
const COUNTRY_BAND: Widths = &[(2.0, 1.2), (5.0, 3.5), (9.0, 6.0)];

const HIGHWAY: Widths = &[(5.0, 0.7), (9.0, 1.8), (12.0, 3.0), (16.0, 9.0)];
const MAJOR_ROAD: Widths = &[(6.0, 0.5), (9.0, 1.3), (12.0, 2.4), (16.0, 8.0)];
const MEDIUM_ROAD: Widths = &[(8.0, 0.4), (12.0, 1.6), (16.0, 6.5)];
const MINOR_ROAD: Widths = &[(11.0, 0.3), (13.0, 1.2), (16.0, 5.0)];
const PATH: Widths = &[(12.0, 0.4), (16.0, 1.4)];
const RAIL: Widths = &[(6.0, 0.5), (10.0, 1.0), (16.0, 2.0)];
const RUNWAY: Widths = &[(9.0, 0.6), (12.0, 2.0), (16.0, 14.0)];

/// From this width in points on, a road has an edge on either side.
const CASED_WIDTH: f32 = 1.5;
/// Width of both edges together.
const CASING_WIDTH: f32 = 1.2;

/// Returns a line, unless it is too thin to be seen.
fn line(colour: Colour, widths: Widths, dash: Option<[f32; 2]>, zoom: f32) -> Option<Stroke> {
    let width = interpolate(widths, zoom);
    (width > 0.05).then_some(Stroke {
        colour,
        width,
        dash,
    })
}

/// Returns a road with its edges.
fn cased(colour: Colour, edge: Colour, widths: Widths, zoom: f32) -> [Option<Stroke>; 2] {
    let road = line(colour, widths, None, zoom);
    let casing = road
        .filter(|road| road.width >= CASED_WIDTH)
        .map(|road| Stroke {
            colour: edge,
            width: road.width + CASING_WIDTH,
            dash: None,
        });
    [casing, road]
}

/// Returns a width between stops of (zoom, width); none before the first stop, the last one after it.
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
