//! What draws the place of the record on the map, or moves its corners.

use egui::{Ui, vec2};
use serde_json::Value;

use crate::{command::SketchCommand, map::ShapeTool, theme::size, typeset, ui::kit};

use super::field::EditForm;

/// Draws the ways to set the shape of the place on the map.
pub(super) fn shape_ui(ui: &mut Ui, form: &mut EditForm<'_, '_>) {
    let geometry = form.subject.feature.get("geometry");
    let kind = geometry
        .and_then(|it| it.get("type"))
        .and_then(Value::as_str);
    let has_corners = kind.is_some_and(|it| it.ends_with("LineString") || it.ends_with("Polygon"));
    let words = form.context.words;
    kit::wrapped_row(ui, words, vec2(size::GRID, size::GRID), |ui| {
        for (tool, key, hint, is_possible) in [
            (
                ShapeTool::Line,
                "sketch-begin-line",
                "action-sketch-line",
                true,
            ),
            (
                ShapeTool::Area,
                "sketch-begin-area",
                "action-sketch-area",
                true,
            ),
            (
                ShapeTool::Corners,
                "sketch-begin-corners",
                "action-sketch-corners",
                has_corners,
            ),
            (
                ShapeTool::Radius,
                "sketch-begin-radius",
                "action-sketch-radius",
                kind == Some("Point"),
            ),
        ] {
            if !is_possible {
                continue;
            }
            let button = typeset::button(ui, words.get(key));
            if typeset::hint(button, words.get(hint)).clicked() {
                form.commands.push(SketchCommand::Begin(tool));
            }
        }
    });
}
