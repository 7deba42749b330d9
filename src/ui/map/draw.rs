//! An area that is drawn: what is clicked goes to it, and a card says what to do next.

use egui::{
    Align2, Area, CursorIcon, Id, Key, Modifiers, Order, Pos2, Rect, Shape, Stroke, Ui, vec2,
};
use geo::Point;

use crate::{
    command::{Commands, MapCommand},
    data::{
        Within,
        mercator::{degrees_from_unit, unit_from_degrees},
    },
    map::{AreaSketch, AreaTool, MapOutput, Viewport},
    query::method_sentence,
    text::dates,
    theme::{Theme, size},
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

use super::{floating, has_keys};

/// How near a click at the first corner closes an area, in points.
const CLOSING: f32 = 10.0;
/// Radius of a corner, in points.
const CORNER: f32 = 4.0;
/// Distance of the card from the upper edge of the map, in points.
const EDGE: f32 = 12.0;

/// Takes what the pointer and the keys do for the area that is being drawn.
pub(super) fn draw_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    drawing: &AreaSketch,
    output: &MapOutput,
    commands: &mut Commands,
) {
    let view = &output.viewport;
    let pointer = output.response.hover_pos();
    if pointer.is_some() && !output.response.dragged() {
        ui.set_cursor_icon(CursorIcon::Crosshair);
    }
    clicks(drawing, output, commands);
    if has_keys(ui, context, output) {
        keys(ui, drawing, commands);
    }
    let at = pointer.map(|pointer| place(view, pointer));
    paint(ui, context.theme, drawing, view, at);
    card_ui(ui, context, drawing, view.rect, at, commands);
}

pub(super) fn place(view: &Viewport, at: Pos2) -> Point<f64> {
    let [x, y] = view.map_from_screen(at);
    degrees_from_unit([x.clamp(0.0, 1.0), y.clamp(0.0, 1.0)])
}

fn clicks(drawing: &AreaSketch, output: &MapOutput, commands: &mut Commands) {
    let response = &output.response;
    let Some(pointer) = response.interact_pointer_pos() else {
        return;
    };
    if response.secondary_clicked() {
        commands.push(MapCommand::DrawBack);
    }
    if !response.clicked() {
        return;
    }
    let first = drawing.clicked().first();
    let is_closing = first.is_some_and(|first| {
        let first = output.viewport.screen_from_map(unit_from_degrees(*first));
        first.distance(pointer) < CLOSING
    });
    let is_done = response.double_clicked() || is_closing;
    if is_done && drawing.finished().is_some() {
        commands.push(MapCommand::DrawDone);
    } else {
        commands.push(MapCommand::DrawClick(place(&output.viewport, pointer)));
    }
}

/// Enter finishes, Backspace takes the last click back; Escape is the shell's.
fn keys(ui: &Ui, drawing: &AreaSketch, commands: &mut Commands) {
    let [done, back] = ui.input_mut(|input| {
        [Key::Enter, Key::Backspace].map(|key| input.consume_key(Modifiers::NONE, key))
    });
    if done && drawing.finished().is_some() {
        commands.push(MapCommand::DrawDone);
    }
    if back {
        commands.push(MapCommand::DrawBack);
    }
}

/// What is drawn so far, and what a click at `aim` would make of it.
fn paint(ui: &Ui, theme: &Theme, drawing: &AreaSketch, view: &Viewport, aim: Option<Point<f64>>) {
    let painter = ui.painter().with_clip_rect(view.rect);
    let palette = theme.palette;
    let screen = |at: Point<f64>| view.screen_from_map(unit_from_degrees(at));
    let area = aim.and_then(|aim| drawing.with_pointer(aim));
    let mut line: Vec<Pos2> = match &area {
        Some(area) => area
            .corners()
            .into_iter()
            .map(|at| screen(at.into()))
            .collect(),
        None => drawing
            .clicked()
            .iter()
            .chain(&aim)
            .map(|at| screen(*at))
            .collect(),
    };
    if area.is_some() {
        line.extend(line.first().copied());
    }
    if line.len() > 1 {
        painter.add(Shape::line(line.clone(), Stroke::new(4.0, palette.halo)));
        let stroke = Stroke::new(1.6, palette.accent);
        painter.extend(Shape::dashed_line(&line, stroke, 6.0, 4.0));
    }
    for at in drawing.clicked() {
        painter.circle_filled(screen(*at), CORNER + 1.5, palette.halo);
        painter.circle_filled(screen(*at), CORNER, palette.accent);
    }
}

/// What to do next, how large the area would be, and the ways out.
fn card_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    drawing: &AreaSketch,
    map: Rect,
    pointer: Option<Point<f64>>,
    commands: &mut Commands,
) {
    let words = context.words;
    let circle = pointer
        .and_then(|pointer| drawing.with_pointer(pointer))
        .filter(|area| matches!(area, Within::Circle(_)));
    let text = match (&circle, drawing.tool(), drawing.clicked().len()) {
        (Some(circle), ..) => dates::capitalised(&method_sentence::area(words, circle)),
        (None, AreaTool::Circle, 0) => words.get("draw-circle-middle").to_owned(),
        (None, AreaTool::Circle, _) => words.get("draw-circle-edge").to_owned(),
        (None, AreaTool::Polygon, 0..3) => words.get("draw-polygon-corners").to_owned(),
        (None, AreaTool::Polygon, _) => words.get("draw-polygon-end").to_owned(),
    };
    Area::new(Id::NULL.with("drawing"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_TOP)
        .fixed_pos(map.center_top() + vec2(0.0, EDGE))
        .constrain_to(map)
        .show(ui.ctx(), |ui| {
            floating(context.theme, 8).show(ui, |ui| {
                kit::line(ui, words, |ui| {
                    ui.spacing_mut().item_spacing.x = size::GAP;
                    ui.add(Text::new(&text).medium());
                    if drawing.finished().is_some()
                        && typeset::button(ui, words.get("draw-done")).clicked()
                    {
                        commands.push(MapCommand::DrawDone);
                    }
                    if typeset::button(ui, words.get("cancel")).clicked() {
                        commands.push(MapCommand::Draw(None));
                    }
                });
            });
        });
}
