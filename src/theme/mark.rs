//! The shapes of marks, as outlines that any renderer can fill.

use crate::model::Layer;

/// The shape of a layer's marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkShape {
    /// Deployments: a square with a base line, as on a plan.
    Square,
    /// Incidents: a triangle that warns.
    Triangle,
    /// Deliveries: an arrow that lands.
    ArrowDown,
    /// Context: a circle.
    Circle,
    /// Foreign layers.
    Diamond,
    /// Foreign layers.
    Hexagon,
    /// Foreign layers.
    Pentagon,
    /// Foreign layers.
    Cross,
}

/// Shapes that foreign layers take in turn.
const FOREIGN: [MarkShape; 4] = [
    MarkShape::Diamond,
    MarkShape::Hexagon,
    MarkShape::Pentagon,
    MarkShape::Cross,
];

/// Returns the shape of a layer.
#[must_use]
pub fn layer_shape(layer: &Layer) -> MarkShape {
    match layer {
        Layer::Deployment => MarkShape::Square,
        Layer::Incident => MarkShape::Triangle,
        Layer::Delivery => MarkShape::ArrowDown,
        Layer::Context => MarkShape::Circle,
        Layer::Other(foreign) => FOREIGN
            .get(foreign.number() % FOREIGN.len())
            .copied()
            .unwrap_or(MarkShape::Diamond),
    }
}

/// Tells which of `colours` colours foreign layer number `number` has: the first eight differ in colour, those
/// beside each other in shape too, and only the thirty-third shares both with another.
pub(super) const fn foreign_colour(number: usize, colours: usize) -> usize {
    (number + number / FOREIGN_SHAPES) % colours
}

/// Number of shapes that foreign layers take.
const FOREIGN_SHAPES: usize = FOREIGN.len();

impl MarkShape {
    /// Returns the outline around the origin, clockwise, y downwards, with about the area of a circle of
    /// radius one. Convex but for [`MarkShape::Cross`] and [`MarkShape::ArrowDown`].
    #[must_use]
    pub fn outline(self) -> Vec<[f32; 2]> {
        match self {
            Self::Square => vec![[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]],
            Self::Triangle => vec![[0.0, -1.15], [1.12, 0.82], [-1.12, 0.82]],
            Self::ArrowDown => vec![
                [-0.48, -1.05],
                [0.48, -1.05],
                [0.48, -0.1],
                [1.1, -0.1],
                [0.0, 1.15],
                [-1.1, -0.1],
                [-0.48, -0.1],
            ],
            Self::Circle => polygon(24, 1.0),
            Self::Diamond => polygon(4, 1.25),
            Self::Hexagon => polygon(6, 1.1),
            Self::Pentagon => polygon(5, 1.15),
            Self::Cross => cross(0.4, 1.1),
        }
    }
}

/// Returns a regular polygon whose first corner points up.
fn polygon(corners: u16, radius: f32) -> Vec<[f32; 2]> {
    (0..corners)
        .map(|corner| {
            let angle = std::f32::consts::TAU * f32::from(corner) / f32::from(corners);
            [radius * angle.sin(), -radius * angle.cos()]
        })
        .collect()
}

/// Returns an upright cross with arms of half width `arm` that reach out to `reach`.
fn cross(arm: f32, reach: f32) -> Vec<[f32; 2]> {
    vec![
        [-arm, -reach],
        [arm, -reach],
        [arm, -arm],
        [reach, -arm],
        [reach, arm],
        [arm, arm],
        [arm, reach],
        [-arm, reach],
        [-arm, arm],
        [-reach, arm],
        [-reach, -arm],
        [-arm, -arm],
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layer_of_the_profile_has_its_own_shape() {
        let mut shapes: Vec<MarkShape> = Layer::PROFILE.iter().map(layer_shape).collect();
        shapes.dedup();
        assert_eq!(shapes.len(), Layer::PROFILE.len());
    }

    #[test]
    fn sixteen_foreign_layers_share_no_shape_and_colour() {
        let mut looks: Vec<(MarkShape, usize)> = (0..16)
            .map(|number| {
                let layer = Layer::from_name("Protests").numbered(number);
                (layer_shape(&layer), foreign_colour(number, 4))
            })
            .collect();
        let first: Vec<usize> = looks.iter().take(4).map(|(_, colour)| *colour).collect();
        assert_eq!(first, [0, 1, 2, 3]);
        looks.sort_by_key(|(shape, colour)| (format!("{shape:?}"), *colour));
        looks.dedup();
        assert_eq!(looks.len(), 16);
    }
}
