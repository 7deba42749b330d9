//! Where the labels of areas stand.

use egui::{Pos2, Rect, Vec2, vec2};

use super::PlacedArea;

/// Moves the labels of areas onto their rings, to where they cover neither marks and towns nor each other, smallest area
/// first.
pub(super) fn place_labels(areas: &mut [PlacedArea], kept_free: &[Rect], view: Rect) {
    let mut taken = kept_free.to_vec();
    for area in areas.iter_mut().rev() {
        let PlacedArea {
            at, radius, pill, ..
        } = area;
        let room = view.shrink2(pill.size / 2.0 + Vec2::splat(6.0));
        let candidates = candidates(*at, *radius, pill.size);
        let fitting = || candidates.iter().copied().filter(|at| room.contains(*at));
        let is_free = |middle: &Pos2| {
            let rect = pill.rect(*middle);
            taken.iter().all(|other| !other.intersects(rect))
        };
        let middle = fitting().find(is_free).or_else(|| fitting().next());
        area.label_at = middle.unwrap_or_else(|| within(*at, *radius, room));
        taken.push(area.label().expand(2.0));
    }
}

/// Tells where the label of an area may stand, best first: on its ring, so that it is seen whose it is, then inside.
fn candidates(at: Pos2, radius: f32, size: Vec2) -> [Pos2; 13] {
    let down = radius.max(size.y / 2.0 + 4.0);
    let beside = radius + size.x / 2.0 - 10.0;
    let slant = vec2(0.6 * radius + 0.4 * size.x, 0.8 * radius);
    [
        vec2(0.0, -down),
        vec2(0.0, down),
        vec2(slant.x, -slant.y),
        vec2(slant.x, slant.y),
        vec2(-slant.x, -slant.y),
        vec2(-slant.x, slant.y),
        vec2(beside, 0.0),
        vec2(-beside, 0.0),
        vec2(0.0, -0.6 * radius),
        vec2(0.0, 0.6 * radius),
        vec2(0.0, -0.3 * radius),
        vec2(0.0, 0.3 * radius),
        vec2(0.0, 0.0),
    ]
    .map(|offset| at + offset)
}

/// Keeps the label of an area in view as long as the area is.
fn within(at: Pos2, radius: f32, room: Rect) -> Pos2 {
    if room.is_negative() {
        return at;
    }
    let nearest = room.clamp(at);
    if nearest.distance(at) <= radius {
        nearest
    } else {
        at
    }
}
