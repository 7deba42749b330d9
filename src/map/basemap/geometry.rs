//! The geometry of a feature of a vector tile, and cutting it to a rectangle.

use super::varint::{ByteReader, unzigzag};

/// What a geometry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeometryType {
    /// One or more points.
    Point,
    /// One or more lines.
    Line,
    /// Rings; which are holes follows from filling by winding.
    Polygon,
}

impl GeometryType {
    pub(super) const fn from_code(code: u64) -> Option<Self> {
        match code {
            1 => Some(Self::Point),
            2 => Some(Self::Line),
            3 => Some(Self::Polygon),
            _ => None,
        }
    }
}

/// Points in tile units, in one or more runs: points, lines or rings (whose first point closes them).
#[derive(Debug, Default)]
pub struct Geometry {
    points: Vec<[i32; 2]>,
    /// Where each run ends in `points`.
    ends: Vec<u32>,
}

impl Geometry {
    /// Decodes the commands of a feature's geometry.
    pub(super) fn decode(bytes: &[u8]) -> Option<Self> {
        const MOVE_TO: u64 = 1;
        const LINE_TO: u64 = 2;
        const CLOSE_PATH: u64 = 7;
        let mut cursor = ByteReader::new(bytes);
        let mut geometry = Self::default();
        let mut at = [0_i32; 2];
        while !cursor.is_empty() {
            let command = cursor.varint()?;
            let (id, count) = (command & 7, command >> 3);
            match id {
                MOVE_TO | LINE_TO => {
                    for _ in 0..count {
                        if id == MOVE_TO {
                            geometry.end_run();
                        }
                        for axis in &mut at {
                            *axis = axis.wrapping_add(unzigzag(cursor.varint()?) as i32);
                        }
                        geometry.points.push(at);
                    }
                }
                CLOSE_PATH => {}
                _ => return None,
            }
        }
        geometry.end_run();
        Some(geometry)
    }

    /// Returns the number of bytes that its points take in memory.
    pub(super) fn bytes(&self) -> usize {
        self.points.capacity() * size_of::<[i32; 2]>() + self.ends.capacity() * size_of::<u32>()
    }

    /// Returns each point, line or ring.
    pub fn runs(&self) -> impl Iterator<Item = &[[i32; 2]]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .filter_map(|(start, &end)| self.points.get(start as usize..end as usize))
    }

    fn end_run(&mut self) {
        let end = self.points.len() as u32;
        if self.ends.last().copied().unwrap_or(0) < end {
            self.ends.push(end);
        }
    }
}

/// A point in pixels.
pub(super) type Pixel = [f32; 2];

/// A rectangle in pixels that drawing is cut to.
#[derive(Clone, Copy, Debug)]
pub(super) struct PixelBounds {
    pub(super) min: Pixel,
    pub(super) max: Pixel,
}

impl PixelBounds {
    /// Returns the part of a segment inside the rectangle (Liang and Barsky).
    pub(super) fn cut_segment(&self, from: Pixel, to: Pixel) -> Option<(Pixel, Pixel)> {
        let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
        let (mut enter, mut leave) = (0.0_f32, 1.0_f32);
        let sides = [
            (-dx, from[0] - self.min[0]),
            (dx, self.max[0] - from[0]),
            (-dy, from[1] - self.min[1]),
            (dy, self.max[1] - from[1]),
        ];
        for (slope, room) in sides {
            if slope == 0.0 {
                if room < 0.0 {
                    return None;
                }
            } else if slope < 0.0 {
                enter = enter.max(room / slope);
            } else {
                leave = leave.min(room / slope);
            }
        }
        let at = |t: f32| [from[0] + t * dx, from[1] + t * dy];
        (enter <= leave).then(|| (at(enter), at(leave)))
    }

    /// Returns the part of a ring inside the rectangle (Sutherland and Hodgman); empty if none.
    pub(super) fn cut_ring(&self, mut ring: Vec<Pixel>) -> Vec<Pixel> {
        if ring.iter().all(|point| self.contains(*point)) {
            return ring;
        }
        ring = cut_half(&ring, 0, self.min[0], 1.0);
        ring = cut_half(&ring, 0, self.max[0], -1.0);
        ring = cut_half(&ring, 1, self.min[1], 1.0);
        cut_half(&ring, 1, self.max[1], -1.0)
    }

    fn contains(&self, [x, y]: Pixel) -> bool {
        (self.min[0]..=self.max[0]).contains(&x) && (self.min[1]..=self.max[1]).contains(&y)
    }
}

/// Returns the part of a ring on one side of a line: where `sign * coordinate >= sign * edge`.
#[expect(
    clippy::indexing_slicing,
    reason = "an axis is 0 or 1 and a point has both"
)]
fn cut_half(ring: &[Pixel], axis: usize, edge: f32, sign: f32) -> Vec<Pixel> {
    let inside = |point: &Pixel| sign * (point[axis] - edge) >= 0.0;
    let crossing = |a: &Pixel, b: &Pixel| {
        let t = (edge - a[axis]) / (b[axis] - a[axis]);
        let mut point = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
        point[axis] = edge;
        point
    };
    let mut kept = Vec::with_capacity(ring.len() + 4);
    let previous = ring.iter().cycle().skip(ring.len().saturating_sub(1));
    for (a, b) in previous.zip(ring) {
        if inside(a) != inside(b) {
            kept.push(crossing(a, b));
        }
        if inside(b) {
            kept.push(*b);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: PixelBounds = PixelBounds {
        min: [0.0, 0.0],
        max: [10.0, 10.0],
    };

    /// Twice the area, positive or negative by the way the ring runs.
    fn double_area(ring: &[Pixel]) -> f32 {
        let next = ring.iter().cycle().skip(1);
        ring.iter()
            .zip(next)
            .map(|(a, b)| a[0] * b[1] - b[0] * a[1])
            .sum()
    }

    #[test]
    fn a_ring_around_the_bounds_is_cut_to_them() {
        let ring = vec![[-5.0, -5.0], [15.0, -5.0], [15.0, 15.0], [-5.0, 15.0]];
        assert!((double_area(&BOUNDS.cut_ring(ring)) - 200.0).abs() < 1e-3);
    }

    #[test]
    fn a_ring_outside_the_bounds_vanishes() {
        assert!(
            BOUNDS
                .cut_ring(vec![[20.0, 0.0], [30.0, 0.0], [30.0, 9.0]])
                .is_empty()
        );
        assert!(BOUNDS.cut_ring(Vec::new()).is_empty());
    }

    #[test]
    fn a_segment_is_cut_where_it_enters_and_where_it_leaves() {
        let cut = BOUNDS.cut_segment([-5.0, 5.0], [15.0, 5.0]).unwrap();
        assert_eq!(cut, ([0.0, 5.0], [10.0, 5.0]));
        assert_eq!(BOUNDS.cut_segment([-5.0, -1.0], [15.0, -1.0]), None);
        assert_eq!(BOUNDS.cut_segment([11.0, 12.0], [12.0, 11.0]), None);
    }

    #[test]
    fn commands_become_runs_of_points() {
        // Two lines: (2,2)-(2,10)-(10,10) and (1,1)-(3,5), the example of the specification.
        let bytes = [9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8];
        let geometry = Geometry::decode(&bytes).unwrap();
        let runs: Vec<_> = geometry.runs().collect();
        assert_eq!(
            runs,
            [&[[2, 2], [2, 10], [10, 10]][..], &[[1, 1], [3, 5]][..]]
        );
    }

    #[test]
    fn commands_that_end_early_or_are_unknown_are_refused() {
        assert!(Geometry::decode(&[9, 4]).is_none());
        assert!(Geometry::decode(&[11]).is_none());
    }
}
