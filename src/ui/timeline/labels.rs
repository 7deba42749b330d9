//! Titles in the bars that have room for them, else beside them until the next bar of the row.

use std::{collections::HashMap, sync::Arc};

use egui::{FontId, Galley, Painter, Pos2, Rangef, Rect, pos2, vec2};

use super::{
    Frame, bars,
    lanes::{BAR_MIN, Lanes, span},
};
use crate::{
    model::{Kind, Relation, RowId},
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

/// A bar that lies in view, with its left and right edge on the screen.
struct BarInView<'a> {
    item: &'a LaneBar,
    x: Rangef,
}

/// Writes the titles of lone records.
pub(super) fn labels(painter: &Painter, frame: &Frame<'_>, lanes: &Lanes) {
    let area = frame.lanes_in_screen.x_range();
    let items = lanes.packing().items.iter();
    let in_view: Vec<BarInView<'_>> = items
        .map(|item| BarInView {
            item,
            x: edges(frame, item),
        })
        .filter(|bar| bar.x.min < area.max && bar.x.max >= area.min)
        .collect();
    let ends = ends_of_room(&in_view, area.max);
    let mut written = 0;
    for (bar, end) in in_view.iter().zip(ends) {
        if written == MOST {
            return;
        }
        let place = TitlePlace::of(bar.x, area, end);
        if !place.is_inside && place.room < *ROOM.start() {
            continue;
        }
        if let Some(title) = Title::of(frame, lanes, bar.item, place) {
            title.paint(painter, frame);
            written += 1;
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

impl TitlePlace {
    /// Of a bar over `x`, of which what lies in `area` is seen, where the next bar begins at `end`.
    fn of(x: Rangef, area: Rangef, end: f32) -> Self {
        let seen = x.intersection(area);
        if seen.span() >= INSIDE_MIN {
            Self {
                left: seen.min + GAP,
                room: seen.span() - 2.0 * GAP,
                is_inside: true,
            }
        } else {
            Self {
                left: x.max + GAP,
                room: (end - x.max - 2.0 * GAP).min(*ROOM.end()),
                is_inside: false,
            }
        }
    }

    /// The same where the bar is `certain`, if that leaves a title room.
    fn within(self, certain: Rangef) -> Self {
        let left = self.left.max(certain.min + GAP);
        let room = (certain.max - GAP).min(self.left + self.room) - left;
        if room >= INSIDE_MIN {
            Self { left, room, ..self }
        } else {
            self
        }
    }
}

/// Left and right edge of a bar on the screen.
fn edges(frame: &Frame<'_>, item: &LaneBar) -> Rangef {
    let slack = 4.0;
    let left = frame.scale.x_in_screen(item.hull.earliest, slack);
    let right = frame
        .scale
        .x_in_screen(item.hull.latest.saturating_add(1), slack);
    Rangef::new(left, right.max(left + BAR_MIN))
}

/// Where the next bar of the same row begins, for each bar.
fn ends_of_room(bars: &[BarInView<'_>], end: f32) -> Vec<f32> {
    let mut next: HashMap<(usize, usize), f32> = HashMap::new();
    let mut end_of = |bar: &BarInView<'_>| {
        let row = (bar.item.lane, bar.item.slot);
        next.insert(row, bar.x.min).unwrap_or(end)
    };
    let mut ends: Vec<f32> = bars.iter().rev().map(&mut end_of).collect();
    ends.reverse();
    ends
}

/// The title of a lone record, on or beside its bar.
struct Title {
    row: RowId,
    /// Top and bottom of the bar on the screen.
    y: Rangef,
    place: TitlePlace,
    /// Whether the bar is filled where it is certain.
    is_solid: bool,
}

impl Title {
    /// `None` where there is none to write.
    fn of(frame: &Frame<'_>, lanes: &Lanes, item: &LaneBar, place: TitlePlace) -> Option<Self> {
        // A crowd has no title, and what is open is drawn on into the room beside it.
        let [row] = *item.rows.as_slice() else {
            return None;
        };
        if !place.is_inside && item.open_until.is_some() {
            return None;
        }
        let y = lanes.bar_rows(frame, item.lane, item.slot)?;
        if y.span() < HEIGHT_MIN || place.left < frame.lanes_in_screen.left() {
            return None;
        }
        let is_solid = place.is_inside
            && span(frame, row).is_some_and(|span| span.kind == Kind::Presence)
            && frame.context.relation(row) == Some(Relation::Certain);
        let certain = is_solid.then(|| bars::certain_part(frame, row)).flatten();
        Some(Self {
            row,
            y,
            place: certain.map_or(place, |certain| place.within(certain)),
            is_solid,
        })
    }

    fn paint(&self, painter: &Painter, frame: &Frame<'_>) {
        let (context, palette) = (frame.context, frame.context.theme.palette);
        let name = context
            .document
            .dataset
            .name_of(self.row, context.words.lang());
        let title = |ink: Colour| {
            let setting = Setting::new(FontId::new(FONT, fonts::medium()))
                .colour(ink)
                .wrapped(self.place.room)
                .rows(1);
            typeset::galley(painter.ctx(), &name, &setting)
        };
        let galley = title(palette.text);
        let size = galley.size();
        let left = self.place.left;
        let at = pos2(left, self.y.center() - size.y / 2.0);
        if self.is_solid && bars::is_dark(frame, self.row, left..=left + size.x) {
            paint_over_window(painter, frame, at, title);
        } else if self.place.is_inside {
            // What is hatched or fades is no ground to read on.
            let ground = Rect::from_min_size(at, size).intersect(Rect::from_x_y_ranges(
                left..=left + size.x,
                self.y.shrink(1.0),
            ));
            let veil = palette.canvas.gamma_multiply(GROUND);
            painter.rect_filled(ground.expand2(vec2(3.0, 0.0)), 3.0, veil);
            typeset::paint_galley(painter, at, galley, None);
        } else {
            typeset::paint_galley(painter, at, title(palette.text_weak), None);
        }
    }
}

/// Writes a title on a bar that is dark within the window and pale beside it: its ink changes at the edge.
fn paint_over_window(
    painter: &Painter,
    frame: &Frame<'_>,
    at: Pos2,
    title: impl Fn(Colour) -> Arc<Galley>,
) {
    let palette = frame.context.theme.palette;
    let (from, until) = frame.window_in_screen();
    let seen = painter.clip_rect();
    for (x, ink) in [
        (Rangef::new(seen.left(), from), palette.text),
        (Rangef::new(until, seen.right()), palette.text),
        (Rangef::new(from, until), palette.surface),
    ] {
        let part = Rect::from_x_y_ranges(x, seen.y_range()).intersect(seen);
        let painter = painter.with_clip_rect(part);
        typeset::paint_galley(&painter, at, title(ink), None);
    }
}
