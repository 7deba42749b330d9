//! Where a map looks, as files and settings keep it.

use serde::{Deserialize, Serialize};

/// Degrees of centre and steps of zoom below which two poses are one: less than a pixel.
const NEAR: f64 = 1e-5;

/// Where a map looks.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pose {
    /// Longitude of the centre in degrees.
    pub lon: f64,
    /// Latitude of the centre in degrees.
    pub lat: f64,
    /// Zoom: the world is `256 * 2^zoom` points wide.
    pub zoom: f64,
}

impl Pose {
    /// All of Mali.
    pub const MALI: Self = Self {
        lon: -4.0,
        lat: 16.6,
        zoom: 5.35,
    };

    /// Whether nobody could tell the two apart.
    #[must_use]
    pub fn is_near(&self, other: &Self) -> bool {
        let offsets = [
            self.lon - other.lon,
            self.lat - other.lat,
            self.zoom - other.zoom,
        ];
        offsets.iter().all(|offset| offset.abs() < NEAR)
    }

    /// Whether it lies on the Earth, at a zoom that is a number.
    #[must_use]
    pub fn is_sane(&self) -> bool {
        self.lon.abs() <= 180.0 && self.lat.abs() <= 90.0 && self.zoom.is_finite()
    }
}
