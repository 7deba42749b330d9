//! The shape of a record on the map: pointer and keys set, carry and take corners, and a card says what to do next.

mod keys;
mod near;
mod paint;

use egui::{Align2, Area, CursorIcon, Id, Order, Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use crate::{
    command::{Commands, SketchCommand},
    map::{CornerId, MapOutput, ShapeSketch, ShapeTool},
    text::args,
    theme::size,
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

use super::{floating, put::coordinates_at};
use near::{GRIP, knob, nearest};

/// Distance of the card from the upper edge of the map, in points.
const EDGE: f32 = 12.0;

fn grasped_id() -> Id {
    Id::unique("corner under the pointer")
}

/// Takes what pointer and keys do for the shape.
pub(super) fn sketch_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    sketch: &ShapeSketch,
    output: &MapOutput,
    commands: &mut Commands,
) {
    if !sketch.is_of(context.document.dataset.revision()) {
        commands.push(SketchCommand::Lose);
        return;
    }
    let view = &output.viewport;
    let pointer = output.response.hover_pos();
    if pointer.is_some() && !output.response.dragged() {
        ui.set_cursor_icon(CursorIcon::Crosshair);
    }
    keys::keys(ui, context, sketch, output, commands);
    paint::paint(ui, context, sketch, view, pointer);
    let is_grasped = match sketch.tool() {
        ShapeTool::Radius => radius_grip(ui, context, sketch, output, commands),
        _ => corner_grip(ui, context, sketch, output, commands),
    };
    clicks(sketch, output, is_grasped, commands);
    card_ui(ui, context, sketch, output, commands);
}

/// The corner under the pointer can be dragged; the middle of an edge becomes one. Whether something is under the pointer.
fn corner_grip(
    ui: &Ui,
    context: &PanelContext<'_>,
    sketch: &ShapeSketch,
    output: &MapOutput,
    commands: &mut Commands,
) -> bool {
    let view = &output.viewport;
    let held: Option<CornerId> = ui.data(|data| data.get_temp(grasped_id()));
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let Some(pointer) = pointer.filter(|at| view.rect.contains(*at)) else {
        return false;
    };
    let found = match held {
        Some(id) => Some((id, pointer, true)),
        None => nearest(sketch, view, pointer),
    };
    let Some((id, at, is_corner)) = found else {
        return false;
    };
    let rect = Rect::from_center_size(at, Vec2::splat(2.0 * GRIP)).intersect(view.rect);
    let response = ui.interact(rect, grasped_id().with("grip"), Sense::drag());
    let key = if is_corner {
        "sketch-corner"
    } else {
        "sketch-middle"
    };
    let number = (id.corner + 1) as u64;
    let name = context.words.with(key, args!(n: number));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() && !response.dragged() {
        ui.set_cursor_icon(CursorIcon::Move);
    }
    let to = response
        .interact_pointer_pos()
        .filter(|_| response.dragged())
        .and_then(|to| coordinates_at(view, to));
    if response.drag_stopped() {
        ui.data_mut(|data| data.remove::<CornerId>(grasped_id()));
    } else if let Some(to) = to {
        if held.is_none() && !is_corner {
            commands.push(SketchCommand::Insert(id, to));
        } else {
            commands.push(SketchCommand::Move {
                corner: id,
                to,
                is_begun: held.is_none(),
            });
        }
        ui.data_mut(|data| data.insert_temp(grasped_id(), id));
    }
    is_corner
}

/// The edge of the radius can be dragged.
fn radius_grip(
    ui: &Ui,
    context: &PanelContext<'_>,
    sketch: &ShapeSketch,
    output: &MapOutput,
    commands: &mut Commands,
) -> bool {
    let view = &output.viewport;
    let Some(at) = knob(sketch, view).filter(|at| view.rect.contains(*at)) else {
        return false;
    };
    let rect = Rect::from_center_size(at, Vec2::splat(2.0 * GRIP)).intersect(view.rect);
    let response = ui.interact(rect, grasped_id().with("radius"), Sense::drag());
    let name = context.words.get("sketch-radius-grip");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    let to = response.interact_pointer_pos();
    if let Some(to) = to.filter(|_| response.dragged())
        && let Some(to) = coordinates_at(view, to)
    {
        commands.push(SketchCommand::Click(to));
    }
    false
}

/// A click sets a corner, or the radius; a double one ends, and so does one at the first corner of an area. The other button
/// takes a corner away, or else the last step back.
fn clicks(sketch: &ShapeSketch, output: &MapOutput, is_on_corner: bool, commands: &mut Commands) {
    let (response, view) = (&output.response, &output.viewport);
    let Some(pointer) = response.interact_pointer_pos() else {
        return;
    };
    let found = nearest(sketch, view, pointer);
    if response.secondary_clicked() {
        match found {
            Some((id, _, true)) => commands.push(SketchCommand::Remove(id)),
            _ => commands.push(SketchCommand::Back),
        }
    }
    if !response.clicked() {
        return;
    }
    let is_first = matches!(found, Some((CornerId { corner: 0, .. }, _, true)));
    let is_closing = sketch.is_growing() && sketch.is_area() && is_first;
    if (response.double_clicked() || is_closing) && sketch.is_enough() {
        commands.push(SketchCommand::Done);
        return;
    }
    let Some(at) = coordinates_at(view, pointer) else {
        return;
    };
    match found {
        Some((id, _, false)) => commands.push(SketchCommand::Insert(id, at)),
        _ if is_on_corner => {}
        _ => commands.push(SketchCommand::Click(at)),
    }
}

/// What to do next, and the ways out.
fn card_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    sketch: &ShapeSketch,
    output: &MapOutput,
    commands: &mut Commands,
) {
    let words = context.words;
    let map = output.viewport.rect;
    let other = name_of_other(context, sketch);
    let text = match (sketch.tool(), sketch.km()) {
        (ShapeTool::Line, _) => words.get("sketch-line").to_owned(),
        (ShapeTool::Area, _) => words.get("sketch-area").to_owned(),
        (ShapeTool::Corners, _) => words.get("sketch-corners").to_owned(),
        (ShapeTool::Radius, None) => words.get("sketch-radius").to_owned(),
        (ShapeTool::Radius, Some(km)) => words.with("sketch-radius-is", args!(km: km)),
    };
    Area::new(Id::NULL.with("sketch"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_TOP)
        .fixed_pos(map.center_top() + vec2(0.0, EDGE))
        .constrain_to(map)
        .show(ui.ctx(), |ui| {
            floating(context.theme, size::GRID as i8).show(ui, |ui| {
                ui.with_layout(kit::column(words), |ui| {
                    ui.set_max_width(map.width() - 4.0 * EDGE);
                    ui.add(Text::new(&text).medium().wrap());
                    if let Some(other) = &other {
                        ui.add(Text::new(other).wrap());
                    }
                    ui.add(Text::new(words.get("sketch-keys")).small().weak().wrap());
                    kit::line(ui, words, |ui| {
                        ui.spacing_mut().item_spacing.x = size::GAP;
                        for (key, command, is_possible) in [
                            ("sketch-done", SketchCommand::Done, sketch.is_enough()),
                            ("sketch-back", SketchCommand::Back, true),
                            ("cancel", SketchCommand::Leave, true),
                        ] {
                            let button = |ui: &mut Ui| typeset::button(ui, words.get(key));
                            if ui.add_enabled_ui(is_possible, button).inner.clicked() {
                                commands.push(command);
                            }
                        }
                    });
                });
            });
        });
}

/// Whose shape it is, where another record is selected meanwhile.
fn name_of_other(context: &PanelContext<'_>, sketch: &ShapeSketch) -> Option<String> {
    let (document, words) = (&context.document, context.words);
    if document.selection.selected == Some(sketch.row()) {
        return None;
    }
    let name = kit::title(words, document.dataset, sketch.row()).text;
    Some(words.with("sketch-of", args!(name: name.as_str())))
}
