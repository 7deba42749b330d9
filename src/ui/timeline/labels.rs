//! Titles in the bars that have room for them, else beside them until the next bar of the row.

use std::collections::HashMap;

use egui::{FontId, Painter, Rangef, Rect, pos2, vec2};

use super::{
    Frame, bars,
    lanes::{BAR_MIN, Lanes, span},
};
use crate::{
    model::{Kind, Relation},
    theme::{Colour, fonts, size},
    timeline::LaneBar,
    typeset::{self, Setting},
};

/// Size of a title, in points.
const FONT: f32 = size::SMALL;
/// Least height of a bar beside which a title can be read, in points.
const HEIGHT_MIN: f32 = 11.0;
/// Least and most room of a title, in points.
const ROOM: std::ops::RangeInclusive<f32> = 56.0..=240.0;
/// Between a bar and its title, and between a title and the next bar, in points.
const GAP: f32 = 5.0;
/// A bar that is seen this far has its title in it, in points.
const INSIDE_MIN: f32 = 60.0;
/// How well the ground below a title covers hatching and what fades.
const GROUND: f32 = 0.85;
/// Titles at most: a row of titles nobody reads costs as much as one that is read.
const MOST: usize = 80;

/// Writes the titles of lone records.
pub(super) fn labels(painter: &Painter, frame: &Frame<'_>, lanes: &Lanes) {
    let area = frame.lanes_in_screen;
    let in_view: Vec<(&LaneBar, f32, f32)> = lanes
        .packing()
        .items
        .iter()
        .map(|item| {
            let (left, right) = edges(frame, item);
            (item, left, right)
        })
        .filter(|(_, left, right)| *left < area.right() && *right >= area.left())
        .collect();
    let ends = ends_of_room(&in_view, area.right());
    let mut written = 0;
    for ((item, left, right), end) in in_view.into_iter().zip(ends) {
        if written == MOST {
            return;
        }
        let (from, until) = (left.max(area.left()), right.min(area.right()));
        let place = if until - from >= INSIDE_MIN {
            TitlePlace {
                left: from + GAP,
                room: until - from - 2.0 * GAP,
                is_inside: true,
            }
        } else {
            TitlePlace {
                left: right + GAP,
                room: (end - right - 2.0 * GAP).min(*ROOM.end()),
                is_inside: false,
            }
        };
        if place.is_inside || place.room >= *ROOM.start() {
            written += usize::from(label(painter, frame, lanes, item, &place));
        }
    }
}

/// Where a title goes.
#[derive(Clone, Copy)]
struct TitlePlace {
    left: f32,
    room: f32,
    /// In the bar rather than beside it.
    is_inside: bool,
}

/// Left and right edge of a bar on the screen.
fn edges(frame: &Frame<'_>, item: &LaneBar) -> (f32, f32) {
    let slack = 4.0;
    let left = frame.scale.x_in_screen(item.hull.earliest, slack);
    let right = frame
        .scale
        .x_in_screen(item.hull.latest.saturating_add(1), slack);
    (left, right.max(left + BAR_MIN))
}

/// Where the next bar of the same row begins, for each bar.
fn ends_of_room(items: &[(&LaneBar, f32, f32)], end: f32) -> Vec<f32> {
    let mut next: HashMap<(usize, usize), f32> = HashMap::new();
    let mut ends: Vec<f32> = items
        .iter()
        .rev()
        .map(|(item, left, _)| next.insert((item.lane, item.slot), *left).unwrap_or(end))
        .collect();
    ends.reverse();
    ends
}

/// Writes one title; whether there was one to write.
fn label(
    painter: &Painter,
    frame: &Frame<'_>,
    lanes: &Lanes,
    item: &LaneBar,
    place: &TitlePlace,
) -> bool {
    // A crowd has no title, and what is open is drawn on into the room beside it.
    let [row] = item.rows.as_slice() else {
        return false;
    };
    if !place.is_inside && item.open_until.is_some() {
        return false;
    }
    let Some((top, bottom)) = lanes.bar_rows(frame, item.lane, item.slot) else {
        return false;
    };
    if bottom - top < HEIGHT_MIN || place.left < frame.lanes_in_screen.left() {
        return false;
    }
    let palette = frame.context.theme.palette;
    let name = frame
        .context
        .document
        .dataset
        .name_of(*row, frame.context.words.lang());
    let is_solid = place.is_inside
        && span(frame, *row).is_some_and(|span| span.kind == Kind::Presence)
        && frame.context.relation(*row) == Some(Relation::Certain);
    // A title begins where the bar is certain, if that leaves it room.
    let certain = is_solid.then(|| bars::certain_part(frame, *row)).flatten();
    let certain = certain.map(|part| (place.left.max(part.0 + GAP), part.1 - GAP));
    let place = match certain {
        Some((from, until)) if until.min(place.left + place.room) - from >= INSIDE_MIN => {
            &TitlePlace {
                left: from,
                room: until.min(place.left + place.room) - from,
                ..*place
            }
        }
        _ => place,
    };
    let title = |ink: Colour| {
        let setting = Setting::new(FontId::new(FONT, fonts::medium()))
            .colour(ink)
            .wrapped(place.room)
            .rows(1);
        typeset::galley(painter.ctx(), &name, &setting)
    };
    let galley = title(palette.text);
    let size = galley.size();
    let at = pos2(place.left, f32::midpoint(top, bottom) - size.y / 2.0);
    if is_solid && bars::is_dark(frame, *row, place.left..=place.left + size.x) {
        // The bar is dark within the window and pale beside it, and so its title changes its ink at the edge.
        let (from, until) = frame.window_in_screen();
        let seen = painter.clip_rect();
        let (left, right) = (seen.left(), seen.right());
        for (x, ink) in [
            (Rangef::new(left, from), palette.text),
            (Rangef::new(until, right), palette.text),
            (Rangef::new(from, until), palette.surface),
        ] {
            let part = Rect::from_x_y_ranges(x, seen.y_range()).intersect(seen);
            let painter = painter.with_clip_rect(part);
            typeset::paint_galley(&painter, at, title(ink), None);
        }
    } else if place.is_inside {
        // What is hatched or fades is no ground to read on.
        let ground = Rect::from_min_size(at, size).intersect(Rect::from_x_y_ranges(
            place.left..=place.left + size.x,
            top + 1.0..=bottom - 1.0,
        ));
        let veil = palette.canvas.gamma_multiply(GROUND);
        painter.rect_filled(ground.expand2(vec2(3.0, 0.0)), 3.0, veil);
        typeset::paint_galley(painter, at, galley, None);
    } else {
        typeset::paint_galley(painter, at, title(palette.text_weak), None);
    }
    true
}
