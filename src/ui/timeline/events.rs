//! Events on their lanes: the mark of their layer where a day is known, else brackets around the days that they may lie on,
//! hatched as heavily as they are likely to lie in the window. Full bars are for presences.

use egui::{Painter, Rect, Stroke, pos2};

use super::{
    Frame,
    hatch::{self, Fade},
};
use crate::{
    model::{Relation, RowId},
    query::marks::Certainty,
    theme::{Colour, layer_shape},
    ui::kit,
};

/// What is narrower than this is a mark, in points.
const MARK_MAX: f32 = 16.0;
/// The largest radius of a mark, in points.
const RADIUS: f32 = 5.5;
/// Width of a bracket and length of its feet, in points.
const LINE: f32 = 1.75;
const FEET: f32 = 4.0;
/// Opacity outside the window, and of the lightest hatching.
const OUTSIDE: f32 = 0.55;
const LIGHTEST: f32 = 0.3;

/// Draws the event of a row into `rect`, from its first possible day to its last.
pub(super) fn event(painter: &Painter, frame: &Frame<'_>, rect: Rect, row: RowId, colour: Colour) {
    let relation = frame.context.relation(row);
    let is_shown = matches!(
        relation,
        Some(Relation::Certain | Relation::Possible { .. })
    );
    let ink = if is_shown {
        colour
    } else {
        colour.gamma_multiply(OUTSIDE)
    };
    if rect.width() < MARK_MAX {
        let columns = frame.context.document.dataset.columns();
        let shape = layer_shape(columns.layer(row));
        let certainty = match relation {
            Some(Relation::Possible { weight }) => Certainty::Possible { weight },
            _ => Certainty::Certain,
        };
        let radius = RADIUS.min(rect.height() / 2.0);
        kit::paint_mark(painter, rect.center(), radius, shape, ink, certainty);
    } else {
        let weight = match relation {
            Some(Relation::Possible { weight }) => weight,
            _ => 1.0,
        };
        bracket(painter, rect, ink, weight);
    }
}

/// Draws what a text would set in brackets.
fn bracket(painter: &Painter, rect: Rect, ink: Colour, weight: f32) {
    let rect = rect.shrink2(egui::vec2(0.0, 0.5));
    let whole = Fade::whole(rect.left() + LINE, rect.right() - LINE);
    let hatching = ink.gamma_multiply(LIGHTEST + (0.75 - LIGHTEST) * weight);
    hatch::hatched(painter, whole, rect.y_range().shrink(2.0), hatching);
    let stroke = Stroke::new(LINE, ink);
    for (x, inwards) in [(rect.left(), FEET), (rect.right(), -FEET)] {
        let x = x + inwards.signum() * LINE / 2.0;
        painter.vline(x, rect.y_range(), stroke);
        for y in [rect.top(), rect.bottom()] {
            let ends = [pos2(x, y), pos2(x + inwards, y)];
            painter.line_segment(ends, stroke);
        }
    }
}
