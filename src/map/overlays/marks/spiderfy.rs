//! Where the members of an opened stack go: a ring around it, or a spiral when there are many.

use egui::{Vec2, vec2};

/// Distance between neighbours, in points.
const SPACING: f32 = 25.0;
/// Least distance from the stack, in points.
pub(super) const REACH: f32 = 38.0;
/// More members than this go on a spiral.
const RING: usize = 12;

/// Returns the offsets from the stack, in points: the first member above it, the others clockwise.
pub(super) fn offsets(count: usize) -> Vec<Vec2> {
    if count <= RING {
        ring(count)
    } else {
        spiral(count)
    }
}

fn ring(count: usize) -> Vec<Vec2> {
    let step = std::f32::consts::TAU / count.max(1) as f32;
    // Neighbours on a ring are a chord apart.
    let radius = (SPACING / (2.0 * (step / 2.0).sin().max(1e-3))).max(REACH);
    (0..count)
        .map(|index| around(index as f32 * step, radius))
        .collect()
}

/// Returns an Archimedean spiral that keeps `SPACING` along and across.
fn spiral(count: usize) -> Vec<Vec2> {
    let mut angle = 0.0_f32;
    (0..count)
        .map(|_| {
            let radius = REACH + SPACING * angle / std::f32::consts::TAU;
            let offset = around(angle, radius);
            angle += SPACING / radius;
            offset
        })
        .collect()
}

/// Returns the offset at `angle` radians clockwise from the top and `radius` points.
fn around(angle: f32, radius: f32) -> Vec2 {
    vec2(angle.sin(), -angle.cos()) * radius
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_never_touch_each_other_or_the_stack() {
        for count in 1..200 {
            let offsets = offsets(count);
            assert_eq!(offsets.len(), count);
            for (index, a) in offsets.iter().enumerate() {
                assert!(a.length() > REACH - 0.1);
                for b in &offsets[index + 1..] {
                    assert!((*a - *b).length() > 19.0, "{count}: {a:?} {b:?}");
                }
            }
        }
    }

    #[test]
    fn the_first_member_is_above_and_the_rest_follow_clockwise() {
        let offsets = offsets(4);
        assert!(offsets[0].y < -30.0 && offsets[0].x.abs() < 1e-3);
        assert!(offsets[1].x > 30.0);
        assert!(offsets[2].y > 30.0);
    }
}
