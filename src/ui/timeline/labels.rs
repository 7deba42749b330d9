//! Titles beside the bars, where the row has room for them until its next bar.

use std::collections::HashMap;

use egui::{FontId, Painter, Rect, pos2};

use super::{
    Frame,
    lanes::{BAR_MIN, Lanes},
};
use crate::{
    theme::{fonts, size},
    timeline::LaneBar,
    typeset::{self, Setting},
};

/// Size of a title, in points.
const FONT: f32 = size::SMALL - 1.5;
/// Least height of a bar beside which a title can be read, in points.
const HEIGHT_MIN: f32 = 8.0;
/// Least and most room of a title, in points.
const ROOM: std::ops::RangeInclusive<f32> = 56.0..=240.0;
/// Between a bar and its title, and between a title and the next bar, in points.
const GAP: f32 = 5.0;
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
    for ((item, _, right), end) in in_view.into_iter().zip(ends) {
        let room = (end - right - 2.0 * GAP).min(*ROOM.end());
        if written == MOST || room < *ROOM.start() {
            continue;
        }
        written += usize::from(label(painter, frame, lanes, (item, right), room));
    }
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
    (item, right): (&LaneBar, f32),
    room: f32,
) -> bool {
    // What is open is drawn on into the room, and a crowd has no title.
    let ([row], None) = (item.rows.as_slice(), item.open_until) else {
        return false;
    };
    let Some((top, bottom)) = lanes.bar_rows(frame, item.lane, item.slot) else {
        return false;
    };
    // A row alone in its lane has the room above and below it too.
    let is_alone = lanes
        .places()
        .get(item.lane)
        .is_some_and(|lane| lane.slots == 1 && lane.bottom - lane.top >= FONT + 2.0);
    if !is_alone && bottom - top < HEIGHT_MIN {
        return false;
    }
    let name = frame
        .context
        .document
        .dataset
        .name_of(*row, frame.context.words.lang());
    let setting = Setting::new(FontId::new(FONT, fonts::medium()))
        .colour(frame.context.theme.palette.text_weak)
        .wrapped(room)
        .rows(1);
    let galley = typeset::galley(painter.ctx(), &name, &setting);
    let middle = f32::midpoint(top, bottom);
    let place = pos2(right + GAP, middle - galley.size().y / 2.0);
    let ground = Rect::from_min_size(place, galley.size());
    if ground.left() < frame.lanes_in_screen.left() {
        return false;
    }
    typeset::paint_galley(painter, place, galley, None);
    true
}
