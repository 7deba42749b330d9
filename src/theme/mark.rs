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

/// The shape of a layer.
#[must_use]
pub fn layer_shape(layer: &Layer) -> MarkShape {
    match layer {
        Layer::Deployment => MarkShape::Square,
        Layer::Incident => MarkShape::Triangle,
        Layer::Delivery => MarkShape::ArrowDown,
        Layer::Context => MarkShape::Circle,
        Layer::Other(name) => FOREIGN
            .get(stable_index(name) % FOREIGN.len())
            .copied()
            .unwrap_or(MarkShape::Diamond),
    }
}

/// A number that is the same for a name in every session. Its remainder by the number of shapes is
/// the shape, its quotient decides the colour, so that two names seldom share both.
#[must_use]
pub fn stable_index(name: &str) -> usize {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // The low bits of this hash hang on the last letters alone; the high ones are folded in.
    ((hash ^ (hash >> 29) ^ (hash >> 47)) & 0xFFFF_FFFF) as usize
}

/// Number of shapes that foreign layers take.
pub(super) const FOREIGN_SHAPES: usize = FOREIGN.len();

impl MarkShape {
    /// The outline around the origin, clockwise, y downwards, with about the area of a circle of
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

/// A regular polygon whose first corner points up.
fn polygon(corners: u16, radius: f32) -> Vec<[f32; 2]> {
    (0..corners)
        .map(|corner| {
            let angle = std::f32::consts::TAU * f32::from(corner) / f32::from(corners);
            [radius * angle.sin(), -radius * angle.cos()]
        })
        .collect()
}

/// An upright cross with arms of half width `arm` that reach out to `reach`.
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
    fn a_foreign_layer_keeps_its_shape() {
        let layer = Layer::from_name("Protests");
        assert_eq!(layer_shape(&layer), layer_shape(&layer.clone()));
    }
}
