//! Many records in a lane: how many each piece of time holds, solid where certain, hollow where
//! possible, pale outside the window.

use egui::{Mesh, Painter, Pos2, Rect, pos2};

use super::{Frame, bars, lanes::Lanes};
use crate::timeline::{Bin, Histogram};

/// Free space above and below the bars of a lane, in points.
const PADDING: f32 = 3.0;
/// Least height of a bar that stands for something, in points.
const LEAST: f32 = 1.5;
/// Width of the outline of a hollow bar, in points.
const LINE: f32 = 1.0;
/// How much paler what lies outside the window is.
const OUTSIDE: f32 = 0.42;
/// Opacity of the inside of a hollow bar.
const HOLLOW: f32 = 0.16;

/// Draws every lane's density, behind the bars of its lone records.
pub(super) fn densities(painter: &Painter, frame: &Frame<'_>, lanes: &Lanes) {
    let mut mesh = Mesh::default();
    for (lane, density) in lanes.densities().iter().enumerate() {
        let Some(room) = room(frame, lanes, lane) else {
            continue;
        };
        let colour = bars::colour_of_lane(frame, lanes, lane);
        for bin in &density.bins {
            let is_shown = bin.bounds.overlaps(&frame.window.bounds());
            let ink = colour.gamma_multiply(if is_shown { 1.0 } else { OUTSIDE });
            bar(&mut mesh, frame, room, density, bin, ink);
        }
    }
    if !mesh.is_empty() {
        painter.add(mesh);
    }
}

/// The lane and the bin under the pointer.
pub(super) fn at(frame: &Frame<'_>, lanes: &Lanes, pos: Pos2) -> Option<(usize, Bin)> {
    let second = frame.scale.second_at(f64::from(pos.x));
    let lane = lanes.lane_at(frame, pos.y)?;
    let density = lanes.densities().get(lane)?;
    let holds = |bin: &&Bin| (bin.bounds.earliest..=bin.bounds.latest).contains(&second);
    density.bins.iter().find(holds).map(|bin| (lane, *bin))
}

/// What the bars of a lane may take up.
fn room(frame: &Frame<'_>, lanes: &Lanes, lane: usize) -> Option<Rect> {
    let place = lanes.places().get(lane)?;
    let all = frame.lanes_in_screen;
    let top = all.top() + place.top + PADDING;
    let bottom = all.top() + place.bottom - PADDING;
    let rect = Rect::from_min_max(pos2(all.left(), top), pos2(all.right(), bottom));
    rect.is_positive().then_some(rect)
}

/// Adds a bar to a mesh: solid what is certain, hollow above it what is possible.
pub(super) fn bar(
    mesh: &mut Mesh,
    frame: &Frame<'_>,
    room: Rect,
    density: &Histogram,
    bin: &Bin,
    ink: crate::theme::Colour,
) {
    let left = frame.scale.x_in_screen(bin.bounds.earliest, 2.0);
    let end = frame
        .scale
        .x_in_screen(bin.bounds.latest.saturating_add(1), 2.0);
    if end <= room.left() || left >= room.right() {
        return;
    }
    // Narrow bars stand close, or their gaps would be all that is seen.
    let right = if end - left > 4.0 { end - 1.0 } else { end };
    let height = |count: f64| {
        let height = (count / density.highest) as f32 * room.height();
        if count > 0.0 { height.max(LEAST) } else { 0.0 }
    };
    let certain = room.bottom() - height(bin.certain);
    let top = (room.bottom() - height(bin.height())).min(certain);
    let rect = |top: f32, bottom: f32| Rect::from_min_max(pos2(left, top), pos2(right, bottom));
    mesh.add_colored_rect(rect(certain, room.bottom()), ink);
    if certain - top < 0.5 {
        return;
    }
    mesh.add_colored_rect(rect(top, certain), ink.gamma_multiply(HOLLOW));
    mesh.add_colored_rect(rect(top, (top + LINE).min(certain)), ink);
    if right - left > 3.0 * LINE {
        for side in [left, right - LINE] {
            let line = Rect::from_min_max(pos2(side, top), pos2(side + LINE, certain));
            mesh.add_colored_rect(line, ink);
        }
    }
}
