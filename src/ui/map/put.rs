//! Putting the record whose form is open where somebody clicks with Ctrl.

use egui::{Pos2, Ui};
use serde_json::{Value, json};

use crate::{
    command::{Commands, EditCommand},
    data::{edit::Pointer, mercator::degrees_from_unit},
    map::{MapOutput, viewport::Viewport},
    ui::PanelContext,
};

/// Fewest and most digits behind the point of a degree that a click can mean.
const DIGITS: [f64; 2] = [1.0, 6.0];

/// Asks for the place that was clicked; whether one was.
pub(super) fn put(
    ui: &Ui,
    context: &PanelContext<'_>,
    output: &MapOutput,
    commands: &mut Commands,
) -> bool {
    let row = context.document.selection.selected;
    let is_asked = context.document.editing.is_form
        && output.response.clicked()
        && ui.input(|input| input.modifiers.command);
    let at = output.response.interact_pointer_pos();
    let (Some(row), Some(at), true) = (row, at, is_asked) else {
        return false;
    };
    let coordinates = coordinates_at(&output.viewport, at);
    if let Some(coordinates) = coordinates {
        commands.push(EditCommand::Set {
            row,
            changes: vec![(
                Pointer::of(["geometry"]),
                Some(json!({"type": "Point", "coordinates": coordinates})),
            )],
            why: None,
        });
    }
    true
}

/// Longitude and latitude of a place on the screen, as exactly as the map is seen.
pub(super) fn coordinates_at(viewport: &Viewport, at: Pos2) -> Option<[Value; 2]> {
    let [x, y] = viewport.map_from_screen(at);
    let point = degrees_from_unit([x.clamp(0.0, 1.0), y.clamp(0.0, 1.0)]);
    let digits = digits(viewport);
    Some([rounded(point.x(), digits)?, rounded(point.y(), digits)?])
}

/// As many digits as part two points of the screen: a click says no more.
fn digits(viewport: &Viewport) -> usize {
    let points_per_degree = viewport.points_per_unit() / 360.0;
    let [fewest, most] = DIGITS;
    points_per_degree.log10().ceil().clamp(fewest, most) as usize
}

fn rounded(degrees: f64, digits: usize) -> Option<Value> {
    serde_json::from_str(&format!("{degrees:.digits$}")).ok()
}
