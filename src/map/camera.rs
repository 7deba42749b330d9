//! Where the map looks: centre and zoom, kept within Web Mercator and the zooms worth looking at.
//!
//! Wraps `walkers`' memory, which pans with inertia, and adds what it lacks: limits, flights,
//! fitting. Nothing here draws.

use egui::{Pos2, Rect, Vec2};
use geo::Point;
use walkers::MapMemory;

pub use crate::model::Pose;

use super::{
    flight::{Flight, Waypoint},
    viewport::Viewport,
};
use crate::data::mercator::{
    LATITUDE_LIMIT, UnitPoint, WORLD_POINTS, degrees_from_unit, unit_from_degrees,
};

/// The lowest zoom: all of Africa and more.
pub const MIN_ZOOM: f64 = 2.0;
/// The highest zoom of the embedded basemap.
pub const MAX_ZOOM: f64 = 13.0;
/// The highest zoom when an archive of the analyst's own is open.
pub const MAX_ZOOM_OWN: f64 = 19.0;
/// Fitting something small zooms in no further.
const FIT_ZOOM: f64 = 10.0;

/// The share of a view's lower side that stays free at either edge at most, where something is fitted into it.
const MOST_PADDING: f32 = 0.18;

impl Pose {
    /// Makes the pose whose view of `size` points holds `bounds` (degrees) with `padding` points to spare, less where the
    /// view is low or narrow.
    #[must_use]
    pub fn fitting(bounds: geo::Rect<f64>, size: Vec2, padding: f32) -> Self {
        let [west, north] = unit_from_degrees(Point::new(bounds.min().x, bounds.max().y));
        let [east, south] = unit_from_degrees(Point::new(bounds.max().x, bounds.min().y));
        let padding = padding.min(size.min_elem() * MOST_PADDING);
        let zoom = |points: f32, units: f64| {
            let room = f64::from((points - 2.0 * padding).max(32.0));
            (room / (WORLD_POINTS * units.max(1e-12))).log2()
        };
        let centre = degrees_from_unit([f64::midpoint(west, east), f64::midpoint(north, south)]);
        Self {
            lon: centre.x(),
            lat: centre.y(),
            zoom: zoom(size.x, east - west)
                .min(zoom(size.y, south - north))
                .clamp(MIN_ZOOM, FIT_ZOOM),
        }
    }

    fn waypoint(self) -> Waypoint {
        Waypoint {
            centre: unit_from_degrees(Point::new(self.lon, self.lat)),
            zoom: self.zoom,
        }
    }
}

/// The camera of the map.
pub struct Camera {
    pub(super) memory: MapMemory,
    max_zoom: f64,
    flight: Option<Flight>,
    /// Where to jump or fly once the size of the view is known.
    errand: Option<Errand>,
    size: Vec2,
    /// Whether it jumps where it would fly.
    is_calm: bool,
}

/// Something to look at whose zoom depends on the size of the view.
#[derive(Clone, Copy, Debug)]
struct Errand {
    bounds: geo::Rect<f64>,
    padding: f32,
    flying: bool,
}

impl Camera {
    /// Makes a camera that looks at `pose`.
    #[must_use]
    pub fn new(pose: Pose) -> Self {
        let mut camera = Self {
            memory: MapMemory::default(),
            max_zoom: MAX_ZOOM,
            flight: None,
            errand: None,
            size: Vec2::ZERO,
            is_calm: false,
        };
        camera.look_at(pose);
        camera
    }

    /// Tells where it looks.
    #[must_use]
    pub fn pose(&self) -> Pose {
        // A camera that follows nothing is always detached.
        let (lon, lat) = match self.memory.detached() {
            Some(centre) => (centre.x(), centre.y()),
            None => (Pose::MALI.lon, Pose::MALI.lat),
        };
        Pose {
            lon,
            lat,
            zoom: self.memory.zoom(),
        }
    }

    /// Returns the highest zoom.
    #[must_use]
    pub const fn max_zoom(&self) -> f64 {
        self.max_zoom
    }

    /// Lets the camera in as far as the basemap is worth looking at.
    pub fn set_max_zoom(&mut self, zoom: f64) {
        self.max_zoom = zoom.clamp(MIN_ZOOM, MAX_ZOOM_OWN);
        self.clamp();
    }

    /// Returns the size of the view in points, as the last step took notice of it.
    #[must_use]
    pub const fn size(&self) -> Vec2 {
        self.size
    }

    /// Tells whether it moves on by itself.
    #[must_use]
    pub fn is_moving(&self) -> bool {
        self.flight.is_some() || self.errand.is_some() || self.memory.animating()
    }

    /// Looks at `pose` at once.
    pub fn look_at(&mut self, pose: Pose) {
        self.flight = None;
        self.errand = None;
        self.place(pose.waypoint());
    }

    /// Flies to `pose`.
    pub fn fly_to(&mut self, pose: Pose) {
        self.errand = None;
        let target = self.clamped(pose.waypoint());
        if self.is_calm {
            self.flight = None;
            return self.place(target);
        }
        let here = self.pose().waypoint();
        self.flight = Some(Flight::new(here, target, f64::from(self.size.x)));
    }

    /// Looks at `bounds` (degrees) with `padding` points to spare, flying there or at once.
    pub fn fit(&mut self, bounds: geo::Rect<f64>, padding: f32, flying: bool) {
        self.flight = None;
        self.errand = Some(Errand {
            bounds,
            padding,
            flying: flying && !self.is_calm,
        });
    }

    /// Lets it jump where it would fly, or fly again.
    pub const fn set_calm(&mut self, is_calm: bool) {
        self.is_calm = is_calm;
    }

    /// Whether it jumps where it would fly.
    pub(super) const fn is_calm(&self) -> bool {
        self.is_calm
    }

    /// Zooms by `steps` about the middle, smoothly.
    pub fn zoom_by(&mut self, steps: f64) {
        let aim = self
            .flight
            .as_ref()
            .map_or_else(|| self.memory.zoom(), Flight::target_zoom);
        self.fly_to(Pose {
            zoom: aim + steps,
            ..self.pose()
        });
    }

    /// Zooms by `steps` so that what is under `at` stays there.
    pub fn zoom_about(&mut self, steps: f64, at: Pos2, rect: Rect) {
        self.flight = None;
        let before = self.viewport(rect);
        let held = before.map_from_screen(at);
        let after = Viewport {
            zoom: (before.zoom + steps).clamp(MIN_ZOOM, self.max_zoom),
            ..before
        };
        let shift = after.screen_from_map(held) - at;
        self.place(Waypoint {
            centre: after.shifted(-shift).centre,
            zoom: after.zoom,
        });
    }

    /// Moves by `offset` points: what is in the middle goes that way.
    pub fn pan(&mut self, offset: Vec2, rect: Rect) {
        self.flight = None;
        let view = self.viewport(rect).shifted(offset);
        self.place(Waypoint {
            centre: view.centre,
            zoom: view.zoom,
        });
    }

    /// Takes notice of the size of the view and moves on. Returns whether it will move again.
    pub fn step(&mut self, size: Vec2, now: f64) -> bool {
        self.size = size;
        if let Some(errand) = self.errand.take() {
            let pose = Pose::fitting(errand.bounds, size, errand.padding);
            if errand.flying {
                self.fly_to(pose);
            } else {
                self.look_at(pose);
            }
        }
        if let Some(mut flight) = self.flight.take() {
            let (waypoint, goes_on) = flight.step(now);
            self.place(waypoint);
            if goes_on {
                self.flight = Some(flight);
            }
        }
        self.is_moving()
    }

    /// Stops a flight, for a hand that takes hold of the map.
    pub fn hold(&mut self) {
        self.flight = None;
        self.errand = None;
    }

    /// Tells what the view shows when it is drawn on `rect`.
    #[must_use]
    pub fn viewport(&self, rect: Rect) -> Viewport {
        let waypoint = self.pose().waypoint();
        Viewport {
            rect,
            centre: waypoint.centre,
            zoom: waypoint.zoom,
        }
    }

    /// Brings centre and zoom back within their limits. `walkers` knows none.
    pub fn clamp(&mut self) {
        let pose = self.pose();
        let is_off = pose.lat.abs() > LATITUDE_LIMIT
            || pose.lon.abs() > 180.0
            || !(MIN_ZOOM..=self.max_zoom).contains(&pose.zoom);
        if is_off {
            self.place(pose.waypoint());
        }
    }

    fn clamped(&self, waypoint: Waypoint) -> Waypoint {
        let inside = |value: f64| {
            if value.is_finite() {
                value.clamp(0.0, 1.0)
            } else {
                0.5
            }
        };
        let zoom = if waypoint.zoom.is_finite() {
            waypoint.zoom
        } else {
            MIN_ZOOM
        };
        Waypoint {
            centre: waypoint.centre.map(inside),
            zoom: zoom.clamp(MIN_ZOOM, self.max_zoom),
        }
    }

    fn place(&mut self, waypoint: Waypoint) {
        let Waypoint { centre, zoom } = self.clamped(waypoint);
        self.memory.center_at(position(centre));
        // The zoom is within ours, which lie within those of `walkers`.
        let _ = self.memory.set_zoom(zoom);
    }
}

fn position(centre: UnitPoint) -> walkers::Position {
    let point = degrees_from_unit(centre);
    walkers::lon_lat(point.x(), point.y())
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{pos2, vec2};

    const SIZE: Vec2 = vec2(1000.0, 700.0);

    fn rect() -> Rect {
        Rect::from_min_size(Pos2::ZERO, SIZE)
    }

    fn bounds(west: f64, south: f64, east: f64, north: f64) -> geo::Rect<f64> {
        geo::Rect::new((west, south), (east, north))
    }

    #[test]
    fn the_camera_stays_within_web_mercator_and_its_zooms() {
        let mut camera = Camera::new(Pose {
            lon: 300.0,
            lat: 89.0,
            zoom: 40.0,
        });
        let pose = camera.pose();
        assert!(pose.lon <= 180.0 && pose.lat <= LATITUDE_LIMIT + 1e-9);
        assert!((pose.zoom - MAX_ZOOM).abs() < 1e-9);
        camera.look_at(Pose {
            lon: f64::NAN,
            lat: 0.0,
            zoom: f64::NAN,
        });
        assert!(camera.pose().lon.is_finite());
        camera.set_max_zoom(26.0);
        camera.look_at(Pose {
            zoom: 26.0,
            ..Pose::MALI
        });
        assert!((camera.pose().zoom - MAX_ZOOM_OWN).abs() < 1e-9);
    }

    #[test]
    fn fitting_shows_all_of_it_with_room_to_spare() {
        let mali = bounds(-12.24, 10.16, 4.27, 25.0);
        let mut camera = Camera::new(Pose::MALI);
        camera.fit(mali, 40.0, false);
        camera.step(SIZE, 0.0);
        let view = camera.viewport(rect());
        for corner in [mali.min(), mali.max()] {
            let at = view.screen_from_map(unit_from_degrees(Point::from(corner)));
            assert!(rect().shrink(39.0).contains(at), "{at:?}");
        }
    }

    #[test]
    fn a_low_view_is_not_all_padding() {
        let [high, low] = [600.0, 200.0].map(|height| {
            let sahel = bounds(-12.0, 10.0, 20.0, 20.0);
            Pose::fitting(sahel, egui::vec2(1_000.0, height), 72.0).zoom
        });
        // Three times lower is a third as large, and no more.
        assert!(high - low < 3.0_f64.log2() + 0.1, "{high} {low}");
    }

    #[test]
    fn fitting_a_single_place_does_not_dive() {
        let pose = Pose::fitting(bounds(-8.0, 12.0, -8.0, 12.0), SIZE, 40.0);
        assert!((pose.zoom - FIT_ZOOM).abs() < 1e-9);
    }

    #[test]
    fn zooming_about_a_point_keeps_it_there() {
        let mut camera = Camera::new(Pose::MALI);
        let at = pos2(200.0, 150.0);
        let before = camera.viewport(rect()).map_from_screen(at);
        camera.zoom_about(1.7, at, rect());
        let after = camera.viewport(rect()).screen_from_map(before);
        assert!(after.distance(at) < 0.05, "{after:?}");
    }

    #[test]
    fn a_flight_moves_until_it_has_arrived_and_then_rests() {
        let mut camera = Camera::new(Pose::MALI);
        camera.step(SIZE, 0.0);
        let bamako = Pose {
            lon: -8.0,
            lat: 12.6,
            zoom: 10.0,
        };
        camera.fly_to(bamako);
        assert!(camera.step(SIZE, 1.0));
        assert!(!camera.step(SIZE, 9.0));
        assert!((camera.pose().lon - bamako.lon).abs() < 1e-6);
        assert!(!camera.is_moving());
    }

    #[test]
    fn quick_steps_of_zoom_add_up() {
        let mut camera = Camera::new(Pose::MALI);
        camera.step(SIZE, 0.0);
        camera.zoom_by(1.0);
        camera.zoom_by(1.0);
        camera.step(SIZE, 0.0);
        camera.step(SIZE, 9.0);
        assert!((camera.pose().zoom - Pose::MALI.zoom - 2.0).abs() < 1e-9);
    }
}
