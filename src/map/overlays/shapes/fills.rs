//! The inside of polygons, cut into triangles.
//!
//! Cutting may take the square of the corners, and a file may have any number of them. So polygons of more corners than
//! a screen can show are made coarser first, and beyond what a frame has time for it is done on another thread: until
//! then a polygon is its edge.

use geo::{LineString, Polygon, TriangulateEarcut};

use super::outline::{ShapeOutline, is_apart};
use crate::{data::mercator::UnitPoint, work::Progress};

/// Most corners of a polygon that is cut. Finer ones are made coarser before: their edges stay as they are.
const MOST_CORNERS: usize = 16_384;

/// Triangles in unit Mercator.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Triangles {
    /// Corners.
    pub(super) corners: Vec<UnitPoint>,
    /// Three indices of corners to a triangle.
    pub(super) indices: Vec<u32>,
}

impl Triangles {
    /// Returns the number of bytes that they take in memory.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(self)
            + self.corners.capacity() * size_of::<UnitPoint>()
            + self.indices.capacity() * size_of::<u32>()
    }
}

/// Cuts the polygons of an outline, one after the other; `None` once nobody waits for them.
pub(super) fn cut(outline: &ShapeOutline, progress: &Progress) -> Option<Vec<Triangles>> {
    let mut fills = Vec::new();
    for polygon in &outline.polygons {
        progress.check()?;
        let rings = outline.rings.get(polygon.clone()).unwrap_or_default();
        fills.extend(cut_polygon(rings));
    }
    Some(fills)
}

/// Cuts one polygon, whose outer ring is the first.
fn cut_polygon(rings: &[Vec<UnitPoint>]) -> Option<Triangles> {
    let rings = coarse(rings, MOST_CORNERS);
    let mut lines = rings.into_iter().map(LineString::from);
    let polygon = Polygon::new(lines.next()?, lines.collect());
    let raw = polygon.earcut_triangles_raw();
    Some(Triangles {
        corners: raw.vertices,
        indices: raw
            .triangle_indices
            .into_iter()
            .map(|index| index as u32)
            .collect(),
    })
}

/// The rings with no more than `most` corners together; none where nothing is left of the outer one.
fn coarse(rings: &[Vec<UnitPoint>], most: usize) -> Vec<Vec<UnitPoint>> {
    let mut rings = rings.to_vec();
    let mut fineness = f64::EPSILON;
    while rings.iter().map(Vec::len).sum::<usize>() > most {
        fineness *= 4.0;
        for ring in &mut rings {
            *ring = thinned(ring, fineness);
        }
        let outer_is_left = rings.first().is_some_and(|outer| outer.len() >= 4);
        if !outer_is_left {
            return Vec::new();
        }
        rings.retain(|ring| ring.len() >= 4);
    }
    rings
}

fn thinned(ring: &[UnitPoint], fineness: f64) -> Vec<UnitPoint> {
    let mut kept: Vec<UnitPoint> = Vec::new();
    let last = ring.len().saturating_sub(1);
    for (index, at) in ring.iter().enumerate() {
        if is_apart(&kept, *at, fineness) || index == last {
            kept.push(*at);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use geo::polygon;

    use super::*;
    use crate::query::marks::Level;

    fn fills(polygon: Polygon<f64>) -> Vec<Triangles> {
        let outline = ShapeOutline::of(&polygon.into(), Level::of(8.0));
        cut(&outline, &Progress::unwatched()).unwrap()
    }

    #[test]
    fn a_square_is_two_triangles() {
        let square = polygon![(x: 0., y: 0.), (x: 1., y: 0.), (x: 1., y: 1.), (x: 0., y: 1.)];
        assert_eq!(fills(square)[0].indices.len(), 6);
    }

    #[test]
    fn a_hole_stays_open() {
        let ring = polygon! {
            exterior: [(x: 0., y: 0.), (x: 9., y: 0.), (x: 9., y: 9.), (x: 0., y: 9.)],
            interiors: [[(x: 3., y: 3.), (x: 6., y: 3.), (x: 6., y: 6.), (x: 3., y: 6.)]],
        };
        assert_eq!(fills(ring)[0].indices.len() / 3, 8);
    }

    #[test]
    fn a_saw_of_any_number_of_teeth_is_cut_by_no_more_corners_than_the_limit() {
        let teeth = 100_000;
        let edge = (0..teeth).map(|tooth| {
            let x = f64::from(tooth) / f64::from(teeth);
            [x, if tooth % 2 == 0 { 0.5 } else { 0.9 }]
        });
        let ring: Vec<UnitPoint> = edge.chain([[1.0, 0.1], [0.0, 0.1], [0.0, 0.5]]).collect();
        let coarse = coarse(&[ring], MOST_CORNERS);
        assert!(coarse.iter().map(Vec::len).sum::<usize>() <= MOST_CORNERS);
        let square = [vec![
            [0.0, 0.0],
            [1.0, 0.0],
            [1.0, 1.0],
            [0.0, 1.0],
            [0.0, 0.0],
        ]];
        assert_eq!(super::coarse(&square, MOST_CORNERS), square);
    }

    #[test]
    fn cutting_stops_when_nobody_waits() {
        let progress = Progress::default();
        progress.cancel();
        let outline = ShapeOutline {
            rings: vec![vec![[0.0; 2]; 4]],
            polygons: std::iter::once(0..1).collect(),
            ..ShapeOutline::default()
        };
        assert_eq!(cut(&outline, &progress), None);
    }
}
