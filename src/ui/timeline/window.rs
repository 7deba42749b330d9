//! The window on the plot: two handles, and everything outside it dimmed.

use egui::{Align, CornerRadius, Id, Painter, Rect, Stroke, Ui, pos2, vec2};

use super::{
    Frame, axis,
    handle::{DateHandle, HandleResponse},
};
use crate::{
    command::{Commands, TimeCommand},
    model::{Second, Window, bounds::day_of},
    text::dates,
    timeline::{self, AxisDrag, Grip, Mode, Unit, edit},
};

/// How far the grab zone of a handle reaches outwards.
const OUTER: f32 = 9.0;
/// How far it reaches into the window, where there is room.
const INNER: f32 = 6.0;
/// How near the pointer must be to an edge on the lanes.
const EDGE: f32 = 4.0;
/// A window that is shorter than this has a third handle, this wide, in points.
const SHORT: f32 = 28.0;
const MOVER: egui::Vec2 = vec2(22.0, 9.0);
/// Size of the part of a handle that shows on the axis.
const GRIP: egui::Vec2 = vec2(9.0, 20.0);

/// Paler outside the window.
pub(super) fn dim(painter: &Painter, frame: &Frame<'_>) {
    let (left, right) = frame.window_in_screen();
    let veil = frame.context.theme.palette.canvas.gamma_multiply(0.5);
    let area = frame.body_in_screen();
    let before = Rect::from_x_y_ranges(area.left()..=left.max(area.left()), area.y_range());
    let after = Rect::from_x_y_ranges(right.min(area.right())..=area.right(), area.y_range());
    painter.rect_filled(before, 0.0, veil);
    painter.rect_filled(after, 0.0, veil);
}

/// The handles that the mode has.
pub(super) fn window_ui(ui: &Ui, frame: &Frame<'_>, commands: &mut Commands) {
    let grips: &[Grip] = match frame.context.document.time.mode {
        Mode::Window => &[Grip::Start, Grip::End],
        Mode::Cumulative => &[Grip::End],
        Mode::Instant => &[Grip::Middle],
    };
    edges(ui, frame);
    if is_short(frame) {
        handle(ui, frame, Grip::Middle, commands);
    }
    for grip in grips {
        handle(ui, frame, *grip, commands);
    }
}

/// Whether the window is too short to be taken between its ends: then it has a handle to be moved by, below theirs.
fn is_short(frame: &Frame<'_>) -> bool {
    let (left, right) = frame.window_in_screen();
    frame.context.document.time.mode == Mode::Window && right - left < SHORT
}

fn id(grip: Grip) -> Id {
    Id::unique(("timeline handle", grip))
}

/// Lines down both edges of the window.
fn edges(ui: &Ui, frame: &Frame<'_>) {
    let plot = frame.plot_in_screen();
    let painter = ui.painter().with_clip_rect(plot.expand(1.0));
    let (left, right) = frame.window_in_screen();
    let stroke = Stroke::new(1.5, frame.context.theme.palette.time);
    for x in [left, right] {
        painter.vline(painter.round_to_pixel_center(x), plot.y_range(), stroke);
    }
}

fn handle(ui: &Ui, frame: &Frame<'_>, grip: Grip, commands: &mut Commands) {
    let plot = frame.plot_in_screen();
    let x = x_of(frame, grip);
    if x < plot.left() - 2.0 || x > plot.right() + 2.0 {
        return;
    }
    let (name, second) = meaning(frame, grip);
    let handle = DateHandle {
        id: id(grip),
        x,
        zone: zone(frame, grip, x),
        second,
        name,
    };
    let moved = handle.interact(ui, frame);
    drag(ui, frame, grip, &moved, commands);
    if moved.steps != 0 {
        let window = stepped(frame, grip, moved.steps, moved.unit);
        commands.push(TimeCommand::Drag(window));
    }
    paint(ui, frame, grip, x, &moved);
    if moved.response.dragged() || moved.response.has_focus() {
        bubble(ui, frame, grip, x);
    }
}

fn x_of(frame: &Frame<'_>, grip: Grip) -> f32 {
    let (left, right) = frame.window_in_screen();
    match grip {
        Grip::Start => left,
        Grip::End => right,
        Grip::Middle => f32::midpoint(left, right),
    }
}

/// Generous outwards; inwards only as far as leaves the middle of a short window free.
fn zone(frame: &Frame<'_>, grip: Grip, x: f32) -> Rect {
    let (left, right) = frame.window_in_screen();
    let inner = ((right - left) / 4.0).clamp(1.0, INNER);
    let (before, after) = match grip {
        Grip::Start => (OUTER, inner),
        Grip::End => (inner, OUTER),
        Grip::Middle => (OUTER, OUTER),
    };
    // On the lanes a bar may lie at the edge, and it must stay within reach: see `edge_at`.
    let axis = frame.axis_in_screen;
    let zone = Rect::from_x_y_ranges(x - before..=x + after, axis.y_range());
    match grip {
        _ if !is_short(frame) => zone,
        Grip::Middle => mover(frame, x).expand(2.0),
        Grip::Start | Grip::End => zone.with_max_y(mover(frame, x).top() - 2.0),
    }
}

/// The handle by which a short window is moved.
fn mover(frame: &Frame<'_>, x: f32) -> Rect {
    let bottom = frame.axis_in_screen.bottom();
    Rect::from_center_size(pos2(x, bottom - MOVER.y / 2.0), MOVER)
}

/// The edge of the window at `pos`, on the lanes.
pub(super) fn edge_at(frame: &Frame<'_>, pos: egui::Pos2) -> Option<Grip> {
    let (left, right) = frame.window_in_screen();
    let is_at = |x: f32| (pos.x - x).abs() <= EDGE && frame.lanes_in_screen.contains(pos);
    match frame.context.document.time.mode {
        Mode::Window if is_at(left) => Some(Grip::Start),
        Mode::Window | Mode::Cumulative if is_at(right) => Some(Grip::End),
        _ => None,
    }
}

/// What a handle is called, and the second that it stands for.
fn meaning<'a>(frame: &Frame<'a>, grip: Grip) -> (&'a str, Second) {
    let (key, second) = match grip {
        Grip::Start => ("timeline-start-handle", frame.window.first()),
        Grip::End => ("timeline-end-handle", frame.window.last()),
        Grip::Middle if is_short(frame) => ("timeline-move-handle", frame.window.first()),
        Grip::Middle => ("timeline-at-handle", frame.window.first()),
    };
    (frame.context.words.get(key), second)
}

fn drag(ui: &Ui, frame: &Frame<'_>, grip: Grip, handle: &HandleResponse, commands: &mut Commands) {
    let id = handle.response.id.with("origin");
    if handle.response.drag_started() {
        ui.data_mut(|data| data.insert_temp(id, frame.window));
    }
    let origin: Option<Window> = ui.data(|data| data.get_temp(id));
    let (Some(at), Some(origin)) = (handle.dragged_to, origin) else {
        return;
    };
    let instant = frame.scale.instant_at(at);
    // A window moves by as much as the pointer; an end goes to where it is.
    let from = if frame.context.document.time.mode == Mode::Window && grip == Grip::Middle {
        f64::midpoint(origin.first() as f64, origin.last() as f64 + 1.0)
    } else {
        instant
    };
    let drag = AxisDrag { from, to: instant };
    let moved = edit::dragged(
        &origin,
        grip,
        drag,
        frame.context.document.time.movement(frame.extent),
    );
    let moved = snapped(ui, frame, grip, moved);
    if moved != frame.context.document.filter.window {
        commands.push(TimeCommand::Drag(moved));
    }
}

/// What a drag gave; while Ctrl is held, at the edges of whole units.
pub(super) fn snapped(ui: &Ui, frame: &Frame<'_>, grip: Grip, moved: Window) -> Window {
    let time = frame.context.document.time;
    match time.mode {
        _ if !ui.input(|input| input.modifiers.command) => moved,
        Mode::Window => timeline::snapped(&moved, grip, time.unit),
        Mode::Cumulative => timeline::snapped(&moved, Grip::End, time.unit),
        Mode::Instant => moved,
    }
}

/// Where arrows bring the window.
fn stepped(frame: &Frame<'_>, grip: Grip, steps: i32, unit: Unit) -> Window {
    let time = frame.context.document.time;
    let window = &frame.window;
    let (first, last) = (day_of(window.first()), day_of(window.last()));
    match grip {
        Grip::Middle if time.mode == Mode::Window => {
            edit::stepped(window, time.mode, unit, steps, frame.extent)
        }
        Grip::Middle => edit::stepped(window, Mode::Instant, time.unit, steps, frame.extent),
        Grip::End => edit::grown(window, time.mode, unit, steps, frame.extent),
        Grip::Start => {
            let earliest = day_of(frame.extent.earliest);
            Window::of_days(unit.after(first, steps).min(last).max(earliest), last)
        }
    }
}

fn paint(ui: &Ui, frame: &Frame<'_>, grip: Grip, x: f32, handle: &HandleResponse) {
    let palette = frame.context.theme.palette;
    let painter = ui.painter();
    let (is_live, has_focus) = (handle.is_live(), handle.response.has_focus());
    let axis = frame.axis_in_screen;
    let x = painter.round_to_pixel_center(x);
    if is_live {
        let line = Rect::from_x_y_ranges(x - 1.5..=x + 1.5, frame.plot_in_screen().y_range());
        painter.rect_filled(line, 0.0, palette.time);
    }
    let grow = if is_live {
        vec2(2.0, 4.0)
    } else {
        egui::Vec2::ZERO
    };
    if grip == Grip::Middle && is_short(frame) {
        paint_mover(painter, frame, x, is_live, has_focus);
        return;
    }
    let middle = if is_short(frame) {
        axis.top() + GRIP.y / 2.0 + 1.0
    } else {
        axis.center().y
    };
    let grip = Rect::from_center_size(pos2(x, middle), GRIP + grow);
    if has_focus {
        let ring = Stroke::new(1.5, palette.text);
        painter.rect_stroke(grip.expand(2.5), 5.0, ring, egui::StrokeKind::Inside);
    }
    painter.rect_filled(grip, CornerRadius::same(3), palette.time);
    let rib = Stroke::new(1.0, palette.on_accent.gamma_multiply(0.9));
    for offset in [-1.5, 1.5] {
        let rib_x = grip.center().x + offset;
        painter.vline(rib_x, grip.center().y - 4.0..=grip.center().y + 4.0, rib);
    }
}

/// A bar that lies across a short window.
fn paint_mover(painter: &Painter, frame: &Frame<'_>, x: f32, is_live: bool, has_focus: bool) {
    let palette = frame.context.theme.palette;
    let rect = mover(frame, x).expand(if is_live { 1.0 } else { 0.0 });
    if has_focus {
        let ring = Stroke::new(1.5, palette.text);
        painter.rect_stroke(rect.expand(2.5), 6.0, ring, egui::StrokeKind::Inside);
    }
    painter.rect_filled(rect, CornerRadius::same(4), palette.time);
    let rib = Stroke::new(1.0, palette.on_accent.gamma_multiply(0.9));
    for offset in [-3.0, 0.0, 3.0] {
        let middle = rect.center();
        painter.vline(middle.x + offset, middle.y - 2.0..=middle.y + 2.0, rib);
    }
}

/// The day of a handle while it moves, on the axis beside it.
fn bubble(ui: &Ui, frame: &Frame<'_>, grip: Grip, x: f32) {
    let words = frame.context.words;
    let (first, last) = (day_of(frame.window.first()), day_of(frame.window.last()));
    let (side, text) = match grip {
        Grip::Start => (Align::Min, dates::day_short(words, first)),
        Grip::End => (Align::Max, dates::day_short(words, last)),
        Grip::Middle => (Align::Max, dates::span_short(words, first, last)),
    };
    axis::chip(ui.painter(), frame, side, x, &text);
}
