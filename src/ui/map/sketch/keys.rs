//! A shape by keys alone: arrows lead a crosshair, Enter sets a corner or carries one, Enter once more at the same place ends.

use egui::{Key, Modifiers, Ui, Vec2, vec2};
use geo::Point;

use crate::{
    command::{Commands, SketchCommand},
    map::{CornerId, MapOutput, ShapeSketch, ShapeTool},
    ui::PanelContext,
};

use super::{
    super::{draw::place, has_keys, put::coordinates_at},
    near::{nearest, screen},
};

/// How far an arrow leads the crosshair, in points; with Shift a tenth of it.
const STEP: f32 = 10.0;

const ARROWS: [(Key, Vec2); 4] = [
    (Key::ArrowLeft, vec2(-1.0, 0.0)),
    (Key::ArrowRight, vec2(1.0, 0.0)),
    (Key::ArrowUp, vec2(0.0, -1.0)),
    (Key::ArrowDown, vec2(0.0, 1.0)),
];

/// Takes the keys, unless they belong to a field or another widget.
pub(super) fn keys(
    ui: &Ui,
    context: &PanelContext<'_>,
    sketch: &ShapeSketch,
    output: &MapOutput,
    commands: &mut Commands,
) {
    if !has_keys(ui, context, output) {
        return;
    }
    output.response.request_focus();
    let filter = egui::EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..egui::EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(output.response.id, filter));
    let moved = arrows(ui);
    if moved != Vec2::ZERO {
        lead(sketch, output, moved, commands);
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Backspace) {
        commands.push(SketchCommand::Back);
    }
    if pressed(Key::Space)
        && let Some(at) = next_corner(sketch)
    {
        commands.push(SketchCommand::Hold(None));
        commands.push(SketchCommand::Aim(at));
    }
    let here = sketch.aim.map(|at| screen(&output.viewport, at));
    let found = here.and_then(|at| nearest(sketch, &output.viewport, at));
    if pressed(Key::Delete)
        && let Some((id, _, true)) = found
    {
        commands.push(SketchCommand::Remove(id));
    }
    if pressed(Key::Enter) {
        enter(sketch, output, found.map(|(id, _, is)| (id, is)), commands);
    }
}

/// What the arrows say, in points.
fn arrows(ui: &Ui) -> Vec2 {
    let mut moved = Vec2::ZERO;
    // Shift comes first: an arrow with it is taken for the arrow as well.
    for (modifiers, step) in [(Modifiers::SHIFT, STEP / 10.0), (Modifiers::NONE, STEP)] {
        for (key, direction) in ARROWS {
            let times = ui.input_mut(|input| input.count_and_consume_key(modifiers, key));
            moved += direction * step * times as f32;
        }
    }
    moved
}

/// Leads the crosshair, with the corner that it carries; or makes the radius longer and shorter.
fn lead(sketch: &ShapeSketch, output: &MapOutput, moved: Vec2, commands: &mut Commands) {
    if sketch.tool() == ShapeTool::Radius {
        commands.push(SketchCommand::Reach(moved.x - moved.y > 0.0));
        return;
    }
    let view = &output.viewport;
    let from = sketch.aim.or(sketch.last());
    let from = from.or_else(|| sketch.corners().next().map(|(_, at)| at));
    let from = from.map_or(view.rect.center(), |at| screen(view, at));
    let to = from + moved;
    commands.push(SketchCommand::Aim(place(view, to)));
    if let (Some(corner), Some(to)) = (sketch.held, coordinates_at(view, to)) {
        commands.push(SketchCommand::Move {
            corner,
            to,
            is_begun: false,
        });
    }
}

fn enter(
    sketch: &ShapeSketch,
    output: &MapOutput,
    found: Option<(CornerId, bool)>,
    commands: &mut Commands,
) {
    let view = &output.viewport;
    let Some(aim) = sketch.aim else {
        return commands.push(SketchCommand::Done);
    };
    let at = screen(view, aim);
    let Some(to) = coordinates_at(view, at) else {
        return;
    };
    match (sketch.tool(), sketch.held, found) {
        (ShapeTool::Line | ShapeTool::Area, ..) => {
            let is_here = |it: Point<f64>| screen(view, it).distance(at) < 1.0;
            let is_closing = matches!(found, Some((CornerId { corner: 0, .. }, true)))
                && sketch.is_area()
                && sketch.is_enough();
            if sketch.last().is_some_and(is_here) || is_closing {
                commands.push(SketchCommand::Done);
            } else {
                commands.push(SketchCommand::Click(to));
            }
        }
        (_, Some(_), _) => commands.push(SketchCommand::Hold(None)),
        (_, None, Some((corner, true))) => {
            commands.push(SketchCommand::Move {
                corner,
                to,
                is_begun: true,
            });
            commands.push(SketchCommand::Hold(Some(corner)));
        }
        (_, None, Some((corner, false))) => {
            commands.push(SketchCommand::Insert(corner, to));
            commands.push(SketchCommand::Hold(Some(corner)));
        }
        (_, None, None) => commands.push(SketchCommand::Done),
    }
}

/// The crosshair on the next corner; Space leads from one to the next.
fn next_corner(sketch: &ShapeSketch) -> Option<Point<f64>> {
    let mut corners = sketch.corners().map(|(_, at)| at);
    let first = corners.next();
    let mut all = first.into_iter().chain(corners);
    all.find(|at| Some(*at) == sketch.aim);
    all.next().or(first)
}
