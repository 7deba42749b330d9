//! What part of the Web Mercator square lies where on the screen.
//!
//! Positions on the map are unit Mercator in `f64`: 0 to 1 from west to east and from north to
//! south. Positions on the screen are points in `f32`. The two meet here and nowhere else.

use egui::{Pos2, Rect, Vec2, pos2};

use crate::{
    data::{
        Mercator,
        mercator::{UnitPoint, WORLD_POINTS, degrees_from_unit, units_per_km},
    },
    query::{
        index::{Cell, MercatorRect},
        marks::MapArea,
    },
};

/// A view of the map on a part of the screen; north is up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Where the map is on the screen, in points.
    pub rect: Rect,
    /// What lies in its middle.
    pub centre: UnitPoint,
    /// Zoom: the world is `256 * 2^zoom` points wide.
    pub zoom: f64,
}

impl Viewport {
    /// Returns points along one side of the world.
    #[must_use]
    pub fn points_per_unit(&self) -> f64 {
        WORLD_POINTS * self.zoom.exp2()
    }

    /// Returns points that a kilometre takes at a position.
    #[must_use]
    pub fn points_per_km(&self, at: UnitPoint) -> f64 {
        units_per_km(at) * self.points_per_unit()
    }

    /// Tells where a position is on the screen.
    #[must_use]
    pub fn screen_from_map(&self, [x, y]: UnitPoint) -> Pos2 {
        let scale = self.points_per_unit();
        let [centre_x, centre_y] = self.centre;
        let middle = self.rect.center();
        pos2(
            middle.x + ((x - centre_x) * scale) as f32,
            middle.y + ((y - centre_y) * scale) as f32,
        )
    }

    /// Tells which position is at a point of the screen.
    #[must_use]
    pub fn map_from_screen(&self, at: Pos2) -> UnitPoint {
        let scale = self.points_per_unit();
        let [centre_x, centre_y] = self.centre;
        let offset = at - self.rect.center();
        [
            centre_x + f64::from(offset.x) / scale,
            centre_y + f64::from(offset.y) / scale,
        ]
    }

    /// Tells what is in view in fixed point, cut at the edges of the world.
    #[must_use]
    pub fn mercator(&self) -> MercatorRect {
        let [north_west, south_east] = self.corners();
        let fixed = |unit: f64| Mercator::of_unit(unit);
        MercatorRect {
            west: fixed(north_west[0]),
            north: fixed(north_west[1]),
            east: fixed(south_east[0]),
            south: fixed(south_east[1]),
        }
    }

    /// Tells where a cell of the map is on the screen.
    #[must_use]
    pub fn rect_of(&self, cell: Cell) -> Rect {
        let (first, last) = cell.corners();
        let corner = |(x, y): (f64, f64)| self.screen_from_map([x, y]);
        Rect::from_two_pos(corner(first.unit()), corner(last.unit()))
    }

    /// Tells whether a position is on the screen or at most `margin` points beside it.
    #[must_use]
    pub fn shows(&self, at: UnitPoint, margin: f32) -> bool {
        self.rect.expand(margin).contains(self.screen_from_map(at))
    }

    /// Returns the corners, north-west and south-east, in unit Mercator.
    #[must_use]
    pub fn corners(&self) -> [UnitPoint; 2] {
        [
            self.map_from_screen(self.rect.min),
            self.map_from_screen(self.rect.max),
        ]
    }

    /// Returns the part of the map that it shows, for asking what lies in it.
    #[must_use]
    pub fn area(&self) -> MapArea {
        MapArea {
            zoom: self.zoom,
            corners: self.corners(),
        }
    }

    /// Returns the longitudes and latitudes in view, in degrees, cut at the edges of the world.
    #[must_use]
    pub fn bounds(&self) -> geo::Rect<f64> {
        let corner =
            |[x, y]: UnitPoint| degrees_from_unit([x.clamp(0.0, 1.0), y.clamp(0.0, 1.0)]).0;
        let [north_west, south_east] = self.corners();
        geo::Rect::new(corner(north_west), corner(south_east))
    }

    /// Shifts the view so that what is at the middle moves by `offset` points.
    #[must_use]
    pub fn shifted(&self, offset: Vec2) -> Self {
        Self {
            centre: self.map_from_screen(self.rect.center() - offset),
            ..*self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::mercator::unit_from_degrees;
    use egui::vec2;
    use geo::Point;

    fn bamako() -> Viewport {
        Viewport {
            rect: Rect::from_min_size(pos2(10.0, 20.0), vec2(800.0, 600.0)),
            centre: unit_from_degrees(Point::new(-8.0, 12.6)),
            zoom: 7.5,
        }
    }

    #[test]
    fn the_centre_is_in_the_middle_and_north_is_up() {
        let view = bamako();
        assert_eq!(view.screen_from_map(view.centre), view.rect.center());
        let north = unit_from_degrees(Point::new(-8.0, 13.0));
        assert!(view.screen_from_map(north).y < view.rect.center().y);
    }

    #[test]
    fn a_point_of_the_screen_comes_back_from_the_map() {
        let view = bamako();
        let at = pos2(123.0, 456.0);
        let back = view.screen_from_map(view.map_from_screen(at));
        assert!(back.distance(at) < 1e-3);
    }

    #[test]
    fn a_degree_of_latitude_is_about_111_kilometres() {
        let view = bamako();
        let south = view.screen_from_map(unit_from_degrees(Point::new(-8.0, 12.1)));
        let north = view.screen_from_map(unit_from_degrees(Point::new(-8.0, 13.1)));
        let km = f64::from(south.y - north.y) / view.points_per_km(view.centre);
        assert!((km - 111.3).abs() < 0.5, "{km}");
    }
}
