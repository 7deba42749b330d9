//! An area that is drawn on the map with the pointer, click by click: the map still moves as always meanwhile.

use geo::{Coord, Point};

use crate::data::{Circle, Within, km_between};

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaTool {
    /// A circle: its middle, then its edge.
    Circle,
    /// An area with corners.
    Polygon,
}

/// An area that is not finished.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaSketch {
    tool: AreaTool,
    /// Longitudes and latitudes that were clicked, in degrees.
    clicked: Vec<Point<f64>>,
}

/// Digits behind the point of a degree, which is about eleven metres.
const DEGREE_STEPS: f64 = 1e4;

impl AreaSketch {
    /// Begins an area.
    #[must_use]
    pub const fn with(tool: AreaTool) -> Self {
        Self {
            tool,
            clicked: Vec::new(),
        }
    }

    /// Returns what is drawn.
    #[must_use]
    pub const fn tool(&self) -> AreaTool {
        self.tool
    }

    /// Returns what was clicked so far, in degrees.
    #[must_use]
    pub fn clicked(&self) -> &[Point<f64>] {
        &self.clicked
    }

    /// Takes a click; returns the area where that finishes it.
    pub fn click(&mut self, at: Point<f64>) -> Option<Within> {
        let at = rounded(at);
        if self.tool == AreaTool::Circle && !self.clicked.is_empty() {
            return self.with_pointer(at);
        }
        if self.clicked.last() != Some(&at) {
            self.clicked.push(at);
        }
        None
    }

    /// Takes the last click back.
    pub fn step_back(&mut self) {
        self.clicked.pop();
    }

    /// Returns the area that the clicks so far make; `None`: they are too few.
    #[must_use]
    pub fn finished(&self) -> Option<Within> {
        match self.tool {
            AreaTool::Circle => None,
            AreaTool::Polygon => Within::ring(self.clicked.iter().map(|at| at.0).collect()),
        }
    }

    /// Returns the area that it would be with `pointer` as the last click.
    #[must_use]
    pub fn with_pointer(&self, pointer: Point<f64>) -> Option<Within> {
        match self.tool {
            AreaTool::Circle => {
                let centre = *self.clicked.first()?;
                let km = whole_enough(km_between(centre, pointer));
                (km > 0.0).then_some(Within::Circle(Circle::about(centre, km)))
            }
            AreaTool::Polygon => {
                let clicked = self.clicked.iter().map(|at| at.0);
                let corners: Vec<Coord<f64>> = clicked.chain([pointer.0]).collect();
                Within::ring(corners)
            }
        }
    }
}

fn rounded(at: Point<f64>) -> Point<f64> {
    let round = |degrees: f64| (degrees * DEGREE_STEPS).round() / DEGREE_STEPS;
    Point::new(round(at.x()), round(at.y()))
}

/// Rounds a distance to what a hand can mean: two digits, or tenths of a kilometre below ten.
pub(super) fn whole_enough(km: f64) -> f64 {
    let step = if km < 10.0 {
        0.1
    } else {
        10_f64.powf(km.log10().floor() - 1.0)
    };
    let km = (km / step).round() * step;
    (km * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_clicks_make_a_circle_of_a_round_radius() {
        let mut drawing = AreaSketch::with(AreaTool::Circle);
        assert_eq!(drawing.click(Point::new(-4.182_961, 14.484_31)), None);
        let area = drawing.click(Point::new(-4.6, 14.327_78)).unwrap();
        let centre = Point::new(-4.183, 14.4843);
        assert_eq!(area, Within::Circle(Circle::about(centre, 48.0)));
    }

    #[test]
    fn three_clicks_make_an_area_and_the_last_can_be_taken_back() {
        let mut drawing = AreaSketch::with(AreaTool::Polygon);
        for (x, y) in [(0.0, 0.0), (1.0, 0.0), (1.0, 0.0), (0.0, 1.0)] {
            assert_eq!(drawing.click(Point::new(x, y)), None);
        }
        let area = drawing.finished().unwrap();
        assert_eq!(area.corners().len(), 3);
        drawing.step_back();
        assert_eq!(drawing.finished(), None);
    }

    #[test]
    fn a_radius_is_as_round_as_a_hand_can_mean() {
        for (km, round) in [(0.04, 0.0), (3.26, 3.3), (47.6, 48.0), (123.4, 120.0)] {
            assert!((whole_enough(km) - round).abs() < 1e-9, "{km}");
        }
    }
}
