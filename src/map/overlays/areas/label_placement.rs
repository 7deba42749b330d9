//! Where the labels of areas stand.

use egui::{Pos2, Rect, Vec2, vec2};

use super::PlacedArea;

/// Moves the labels of areas to where they cover neither marks nor each other, smallest area first.
pub(super) fn place_labels(areas: &mut [PlacedArea], marks: &[Rect], view: Rect) {
    let mut taken = marks.to_vec();
    for area in areas.iter_mut().rev() {
        let PlacedArea {
            at, radius, pill, ..
        } = area;
        let (at, radius) = (*at, *radius);
        let candidates = candidates(at, radius, pill.size);
        let is_free = |middle: &Pos2| {
            let rect = pill.rect(*middle);
            taken.iter().all(|other| !other.intersects(rect))
        };
        let middle = candidates.iter().copied().find(is_free).unwrap_or(at);
        area.label_at = within(middle, at, radius, pill.size, view);
        taken.push(area.label().expand(2.0));
    }
}

/// Tells where the label of an area may stand, best first: inside, unless it would hide the area.
fn candidates(at: Pos2, radius: f32, size: Vec2) -> [Pos2; 7] {
    let beside = radius + size.y / 2.0 + 2.0;
    let shares = if size.x > 1.6 * radius {
        [
            -beside,
            beside,
            0.0,
            -beside - size.y,
            beside + size.y,
            radius,
            -radius,
        ]
    } else {
        [
            0.0,
            -0.45 * radius,
            0.45 * radius,
            -0.75 * radius,
            0.75 * radius,
            -beside,
            beside,
        ]
    };
    shares.map(|down| at + vec2(0.0, down))
}

/// Keeps the label of an area in view as long as the area is.
fn within(middle: Pos2, at: Pos2, radius: f32, size: Vec2, view: Rect) -> Pos2 {
    let room = view.shrink2(size / 2.0 + Vec2::splat(6.0));
    if room.is_negative() || room.contains(middle) {
        return middle;
    }
    let moved = room.clamp(middle);
    if moved.distance(at) <= radius {
        moved
    } else {
        middle
    }
}
