//! How many records a bar stands for, where it stands for several: a pill on its beginning, or beside it where it is short
//! and something else would be hidden.

use std::cmp::Reverse;

use egui::{Align2, FontId, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

use super::{Frame, bars, lanes::Lanes};
use crate::{
    theme::{fonts, size},
    timeline::LaneBar,
    typeset::{self, Setting},
};

/// Beside a count in its pill, in points.
const AIR: f32 = 4.0;
/// Least height of a pill: its digits stand within it, also on low bars.
const HEIGHT: f32 = 13.0;
/// Between a pill and its bar, in points.
const INSET: f32 = 2.0;
/// Rows may overlap by this much, in points.
const OVERLAP: f32 = 2.0;

/// Draws the counts: the larger first, and none over another.
pub(super) fn counts(painter: &Painter, frame: &Frame<'_>, lanes: &Lanes) {
    let seen = frame.lanes_in_screen;
    let items = lanes.packing().items.iter();
    let items = items.filter_map(|item| Some((item, bars::rect(frame, lanes, item)?)));
    let items: Vec<(&LaneBar, Rect)> = items
        .filter(|(_, rect)| rect.left() <= seen.right() && rect.right() >= seen.left())
        .collect();
    let mut several: Vec<&(&LaneBar, Rect)> = items
        .iter()
        .filter(|(item, _)| item.rows.len() > 1)
        .collect();
    several.sort_by_key(|(item, _)| Reverse(item.rows.len()));
    let mut taken: Vec<Rect> = Vec::new();
    for (item, bar) in several {
        let count = format!("×{}", frame.context.words.number(item.rows.len() as f64));
        let setting = Setting::new(FontId::new(size::SMALL, fonts::bold()))
            .colour(frame.context.theme.palette.text);
        let galley = typeset::galley(painter.ctx(), &count, &setting);
        let width = galley.size().x + 2.0 * AIR;
        let others = items.iter().filter(|(_, other)| other != bar);
        let others: Vec<Rect> = others.map(|(_, other)| *other).collect();
        let place = place(bar.intersect(seen), width, &others);
        if !taken.iter().any(|other| other.intersects(place)) {
            let ink = bars::colour(frame, lanes, item);
            painter.rect(
                place,
                place.height() / 2.0,
                frame.context.theme.palette.canvas,
                Stroke::new(1.0, ink),
                StrokeKind::Inside,
            );
            let at = Align2::CENTER_CENTER.anchor_size(place.center(), galley.size());
            typeset::paint_galley(painter, at.min, galley, None);
            taken.push(place);
        }
    }
}

/// Returns the room of a pill: at the start of a bar that has room for it, else around the middle of the bar, or beside it
/// where that hides none of the `others`. Costs a look at each of them.
fn place(bar: Rect, width: f32, others: &[Rect]) -> Rect {
    let around = |x: f32| {
        let height = bar.height().max(HEIGHT);
        Rect::from_center_size(pos2(x, bar.center().y), vec2(width, height))
    };
    if bar.width() >= width + 2.0 * INSET {
        return around(bar.left() + INSET + width / 2.0);
    }
    let middle = around(bar.center().x);
    let beside = INSET + width / 2.0;
    let places = [
        middle,
        around(bar.right() + beside),
        around(bar.left() - beside),
    ];
    let is_free = |place: &Rect| {
        let place = place.shrink2(vec2(0.0, OVERLAP));
        !others.iter().any(|other| other.intersects(place))
    };
    places.into_iter().find(is_free).unwrap_or(middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(left: f32, width: f32) -> Rect {
        Rect::from_min_size(pos2(left, 100.0), vec2(width, 9.0))
    }

    #[test]
    fn the_count_of_a_short_bar_stands_beside_it_rather_than_over_its_neighbour() {
        let short = bar(50.0, 8.0);
        let free = place(short, 24.0, &[]);
        assert!((free.center().x - short.center().x).abs() < 0.01);
        let after = place(short, 24.0, &[bar(40.0, 6.0)]);
        assert!(after.left() >= short.right());
        let before = place(short, 24.0, &[bar(62.0, 6.0)]);
        assert!(before.right() <= short.left());
        let between = place(short, 24.0, &[bar(40.0, 6.0), bar(62.0, 6.0)]);
        assert_eq!(between, free);
    }

    #[test]
    fn digits_stand_within_the_pill_of_a_low_bar() {
        let long = bar(50.0, 200.0);
        let place = place(long, 24.0, &[]);
        assert!(place.height() >= HEIGHT && place.left() > long.left());
    }
}
