//! The bars of presences: solid when certain, hollow and hatched when possible, pale outside the window; faded where a start
//! or an end is known only roughly, dashed where nobody attests any more. Events are no bars: see [`super::events`].

use std::ops::RangeInclusive;

use egui::{Mesh, Painter, Pos2, Rangef, Rect, Stroke, StrokeKind, pos2};

use super::{
    Frame, events,
    hatch::{self, Fade},
    lanes::{self, BAR_MIN, Lanes},
};
use crate::{
    model::{Bounds, Kind, Relation, RowId, Second},
    theme::Colour,
    timeline::{BarShape, LaneBar},
};

/// Opacity where a start or an end begins to be possible at all.
const FAINT: f32 = 0.12;
/// Opacity from which a bar is a ground for pale letters.
const DARK: f32 = 0.75;
/// How far the ends of a roughly dated event fade.
const SOFT: f32 = 9.0;
/// Drawn so far beyond the edges, so that the ends of long bars stay out of sight.
const SLACK: f64 = 24.0;
/// Records that are drawn one by one where they share a bar.
const MEMBERS_MAX: usize = 48;
/// Records of a dataset up to which that is done at all; beyond, a shared bar is one bar.
const RECORDS_MAX: usize = 5_000;
/// Corners of bars whose ends are exact.
const CORNER: f32 = 2.5;

/// How a bar stands to the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum BarStanding {
    Out,
    Possible,
    Certain,
}

pub(super) fn bars(painter: &Painter, frame: &Frame<'_>, lanes: &Lanes) {
    let mut mesh = Mesh::default();
    let seen = frame.lanes_in_screen;
    for item in &lanes.packing().items {
        let Some(rect) = rect(frame, lanes, item) else {
            continue;
        };
        let reach = reach(frame, item, rect);
        if !reach.intersects(seen.x_range()) {
            continue;
        }
        let colour = colour(frame, lanes, item);
        open_ends(painter, &mut mesh, frame, item, rect, colour);
        members(painter, &mut mesh, frame, item, rect, colour);
    }
    painter.add(mesh);
}

/// Where a bar lies, at least as wide as can be seen.
pub(super) fn rect(frame: &Frame<'_>, lanes: &Lanes, item: &LaneBar) -> Option<Rect> {
    let y = lanes.bar_rows(frame, item.lane, item.slot)?;
    Some(rect_of(frame, item.hull, y))
}

pub(super) fn rect_of(frame: &Frame<'_>, hull: Bounds, y: Rangef) -> Rect {
    let left = frame.scale.x_in_screen(hull.earliest, SLACK);
    let right = frame
        .scale
        .x_in_screen(hull.latest.saturating_add(1), SLACK);
    // What is too short to be seen is widened to both sides, so that its middle is where it was.
    let more = ((BAR_MIN - (right - left)) / 2.0).max(0.0);
    Rect::from_x_y_ranges(left - more..=right + more, y)
}

/// From where to where a bar is drawn with what is open before and after it.
fn reach(frame: &Frame<'_>, item: &LaneBar, rect: Rect) -> Rangef {
    let x = |second: Second| frame.scale.x_in_screen(second, 0.0);
    let from = item
        .open_from
        .map_or(rect.left(), |from| x(from).min(rect.left()));
    let until = item
        .open_until
        .map_or(rect.right(), |until| (x(until) - 2.0).max(rect.right()));
    Rangef::new(from, until)
}

/// The bar under `pos`, the nearest to its own height.
pub(super) fn at<'a>(frame: &Frame<'_>, lanes: &'a Lanes, pos: Pos2) -> Option<&'a LaneBar> {
    let hit = |item: &LaneBar| {
        let rect = rect(frame, lanes, item)?;
        let is_hit = rect.y_range().expand(1.0).contains(pos.y)
            && reach(frame, item, rect).expand(3.0).contains(pos.x);
        let away = (rect.left() - pos.x).max(pos.x - rect.right()).max(0.0);
        is_hit.then_some(away)
    };
    lanes
        .packing()
        .items
        .iter()
        .filter_map(|item| Some((item, hit(item)?)))
        .min_by(|(_, one), (_, other)| one.total_cmp(other))
        .map(|(item, _)| item)
}

pub(super) fn colour(frame: &Frame<'_>, lanes: &Lanes, item: &LaneBar) -> Colour {
    colour_of_lane(frame, lanes, item.lane)
}

/// The colour of a lane's layer.
pub(super) fn colour_of_lane(frame: &Frame<'_>, lanes: &Lanes, lane: usize) -> Colour {
    let layers = frame.context.document.dataset.layers();
    lanes
        .places()
        .get(lane)
        .and_then(|lane| layers.get(usize::from(lane.layer)))
        .map_or(frame.context.theme.palette.text_weak, |layer| {
            frame.context.theme.layer(layer)
        })
}

/// How a row stands to the window.
fn standing(frame: &Frame<'_>, row: RowId) -> BarStanding {
    match frame.context.relation(row) {
        Some(Relation::Certain) => BarStanding::Certain,
        Some(Relation::Possible { .. }) => BarStanding::Possible,
        Some(Relation::Out) | None => BarStanding::Out,
    }
}

/// The record of a bar, or all that found no room side by side, over one another on a pale ground.
fn members(
    painter: &Painter,
    mesh: &mut Mesh,
    frame: &Frame<'_>,
    item: &LaneBar,
    rect: Rect,
    colour: Colour,
) {
    let standing = |row: &RowId| standing(frame, *row);
    let hard = [Fade::whole(rect.left(), rect.right())];
    let count = item.rows.len();
    if count > MEMBERS_MAX || (count > 1 && frame.context.document.dataset.len() > RECORDS_MAX) {
        let surest = item.rows.iter().map(standing).max();
        let standing = surest.unwrap_or(BarStanding::Out);
        bar(painter, mesh, frame, rect, &hard, standing, colour);
        return;
    }
    if count > 1 {
        painter.rect_filled(rect, CORNER, colour.gamma_multiply(0.15));
    }
    let mut rows = item.rows.clone();
    rows.sort_by_key(standing);
    for row in &rows {
        let Some(span) = lanes::span(frame, *row) else {
            continue;
        };
        let shape = BarShape::of(&span);
        let own = rect_of(frame, shape.hull(), rect.y_range());
        if span.kind == Kind::Event && count == 1 {
            events::event(painter, frame, own, *row, colour);
            continue;
        }
        let fades = fades(frame, &shape, own);
        bar(painter, mesh, frame, own, &fades, standing(row), colour);
    }
}

fn bar(
    painter: &Painter,
    mesh: &mut Mesh,
    frame: &Frame<'_>,
    rect: Rect,
    fades: &[Fade],
    standing: BarStanding,
    colour: Colour,
) {
    let rows = rect.y_range();
    let is_hard = fades.iter().all(|fade| fade.opacity == (1.0, 1.0));
    match standing {
        BarStanding::Certain | BarStanding::Out => {
            let ink = if standing == BarStanding::Certain {
                colour
            } else {
                colour.gamma_multiply(0.5)
            };
            if is_hard {
                painter.rect_filled(rect, CORNER, ink);
            } else {
                for fade in fades {
                    hatch::faded(mesh, *fade, rows, ink);
                }
            }
        }
        BarStanding::Possible => {
            painter.rect_filled(
                rect,
                CORNER,
                frame.context.theme.palette.canvas.gamma_multiply(0.7),
            );
            for fade in fades {
                hatch::faded(mesh, *fade, rows, colour.gamma_multiply(0.14));
                hatch::hatched(painter, *fade, rows, colour.gamma_multiply(0.75));
            }
            if is_hard {
                let line = Stroke::new(1.25, colour);
                painter.rect_stroke(rect, CORNER, line, StrokeKind::Inside);
            } else {
                rims(mesh, fades, rows, colour);
            }
        }
    }
}

/// Lines along the top and the bottom, and across those ends that are exact.
fn rims(mesh: &mut Mesh, fades: &[Fade], y: Rangef, colour: Colour) {
    for fade in fades {
        hatch::faded(mesh, *fade, Rangef::new(y.min, y.min + 1.25), colour);
        hatch::faded(mesh, *fade, Rangef::new(y.max - 1.25, y.max), colour);
    }
    let mut cap = |left: f32| {
        let end = Fade {
            left,
            right: left + 1.25,
            opacity: (1.0, 1.0),
        };
        hatch::faded(mesh, end, y, colour);
    };
    if let Some(first) = fades.first().filter(|fade| fade.opacity.0 >= 1.0) {
        cap(first.left);
    }
    if let Some(last) = fades.last().filter(|fade| fade.opacity.1 >= 1.0) {
        cap(last.right - 1.25);
    }
}

/// The parts of a bar from left to right.
fn fades(frame: &Frame<'_>, shape: &BarShape, rect: Rect) -> Vec<Fade> {
    let width = shape.hull().length() as f64 * frame.scale.points_per_second();
    // Too short for its parts to be told apart.
    if (width as f32) < BAR_MIN {
        return vec![Fade::whole(rect.left(), rect.right())];
    }
    if shape.is_soft {
        return soft(rect);
    }
    let visible = |opacity: f32| FAINT + (1.0 - FAINT) * opacity;
    shape
        .pieces
        .iter()
        .flatten()
        .map(|piece| {
            let whole = Fade {
                left: frame.scale.x_of(piece.bounds.earliest as f64) as f32,
                right: frame.scale.x_of(piece.bounds.latest as f64 + 1.0) as f32,
                opacity: (visible(piece.opacity.0), visible(piece.opacity.1)),
            };
            whole.cut(rect.left(), rect.right())
        })
        .filter(|fade| fade.left < fade.right)
        .collect()
}

/// From where to where on the screen the bar of a row is certain to last; `None`: nowhere.
pub(super) fn certain_part(frame: &Frame<'_>, row: RowId) -> Option<Rangef> {
    let shape = BarShape::of(&lanes::span(frame, row)?);
    let rect = rect_of(frame, shape.hull(), Rangef::new(0.0, 1.0));
    let fades = fades(frame, &shape, rect);
    let mut whole = fades.iter().filter(|fade| fade.opacity == (1.0, 1.0));
    whole.next().map(|fade| Rangef::new(fade.left, fade.right))
}

/// Whether the bar of a row is dark enough all along `range` for pale letters on it.
pub(super) fn is_dark(frame: &Frame<'_>, row: RowId, range: RangeInclusive<f32>) -> bool {
    let Some(span) = lanes::span(frame, row) else {
        return false;
    };
    let shape = BarShape::of(&span);
    let rect = rect_of(frame, shape.hull(), Rangef::new(0.0, 1.0));
    fades(frame, &shape, rect)
        .iter()
        .filter(|fade| fade.right > *range.start() && fade.left < *range.end())
        .all(|fade| {
            let width = (fade.right - fade.left).max(1.0);
            let at = |x: f32| {
                let along = ((x - fade.left) / width).clamp(0.0, 1.0);
                fade.opacity.0 + (fade.opacity.1 - fade.opacity.0) * along
            };
            at(*range.start()).min(at(*range.end())) >= DARK
        })
}

/// One moment somewhere in the bar: the ends fade.
fn soft(rect: Rect) -> Vec<Fade> {
    let fade = SOFT.min(rect.width() / 3.0);
    let (left, right) = (rect.left() + fade, rect.right() - fade);
    vec![
        Fade {
            left: rect.left(),
            right: left,
            opacity: (FAINT, 1.0),
        },
        Fade {
            left,
            right,
            opacity: (1.0, 1.0),
        },
        Fade {
            left: right,
            right: rect.right(),
            opacity: (1.0, FAINT),
        },
    ]
}

/// Dashes and an arrow's head where a record may have begun before, or gone on after.
fn open_ends(
    painter: &Painter,
    mesh: &mut Mesh,
    frame: &Frame<'_>,
    item: &LaneBar,
    rect: Rect,
    colour: Colour,
) {
    let reach = reach(frame, item, rect);
    let seen = frame.lanes_in_screen;
    let y = painter.round_to_pixel_center(rect.center().y);
    // Presences that are shown although nobody attests them any more stand out.
    let is_unconfirmed = item.rows.iter().any(|row| {
        let unconfirmed = lanes::span(frame, *row)
            .is_some_and(|span| span.unconfirmed_since(&frame.window).is_some());
        unconfirmed && frame.context.relation(*row).is_some()
    });
    let ink = colour.gamma_multiply(if is_unconfirmed { 1.0 } else { 0.55 });
    let line = Stroke::new(if is_unconfirmed { 2.0 } else { 1.25 }, ink);
    if item.open_until.is_some() && reach.max - rect.right() > 8.0 {
        let x = Rangef::new(rect.right() + 2.0, reach.max - 5.0);
        hatch::dashed(mesh, x, seen, y, line);
        hatch::arrow_head(painter, pos2(reach.max, y), 1.0, ink);
    }
    if item.open_from.is_some() && rect.left() - reach.min > 8.0 {
        let x = Rangef::new(reach.min + 5.0, rect.left() - 2.0);
        hatch::dashed(mesh, x, seen, y, line);
        hatch::arrow_head(painter, pos2(reach.min, y), -1.0, ink);
    }
}

/// Around the selected bar and the one that is pointed at, over everything else.
pub(super) fn outlines(painter: &Painter, frame: &Frame<'_>, lanes: &Lanes) {
    let palette = frame.context.theme.palette;
    let selection = frame.context.document.selection;
    let marks = [
        (selection.hovered, Stroke::new(1.25, palette.text)),
        (selection.selected, Stroke::new(2.0, palette.accent)),
    ];
    for (row, stroke) in marks {
        let item = row.and_then(|row| lanes.packing().item_of(row));
        if let Some(rect) = item.and_then(|item| rect(frame, lanes, item)) {
            let around = rect.expand(2.0);
            painter.rect_stroke(around, CORNER + 2.0, stroke, StrokeKind::Inside);
        }
    }
}
