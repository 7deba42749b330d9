//! Where the labels of areas stand.

use egui::{Pos2, Rect, Vec2, vec2};

use super::place::{Item, mark_rect};

/// Moves the labels of areas to where they cover neither marks nor each other, smallest area first.
pub(super) fn place_pills<'a>(
    areas: &mut [Item],
    marks: impl Iterator<Item = &'a Item>,
    view: Rect,
) {
    let mut taken: Vec<Rect> = marks.filter_map(mark_rect).collect();
    for item in areas.iter_mut().rev() {
        let Item::Area {
            at,
            radius,
            pill,
            pill_at,
            ..
        } = item
        else {
            continue;
        };
        let spots = pill_spots(*at, *radius, pill.size);
        let is_free = |spot: &Pos2| {
            let rect = pill.rect(*spot);
            taken.iter().all(|other| !other.intersects(rect))
        };
        let spot = spots.iter().copied().find(is_free).unwrap_or(*at);
        *pill_at = within(spot, *at, *radius, pill.size, view);
        taken.push(pill.rect(*pill_at).expand(2.0));
    }
}

/// Where the label of an area may stand, best first: inside, unless it would hide the area.
fn pill_spots(at: Pos2, radius: f32, size: Vec2) -> [Pos2; 7] {
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
fn within(spot: Pos2, at: Pos2, radius: f32, size: Vec2, view: Rect) -> Pos2 {
    let room = view.shrink2(size / 2.0 + Vec2::splat(6.0));
    if room.is_negative() || room.contains(spot) {
        return spot;
    }
    let moved = room.clamp(spot);
    if moved.distance(at) <= radius {
        moved
    } else {
        spot
    }
}
