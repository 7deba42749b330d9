//! Carrying the record whose form is open to another place: its mark is dragged, and how well the new place is known is asked
//! before anything is written.

use egui::{
    Area, CursorIcon, Id, Key, Order, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2,
};
use serde_json::{Value, json};

use crate::{
    command::{Commands, EditCommand},
    data::{edit::Pointer, mercator::unit_from_degrees},
    map::MapOutput,
    model::{PlacePrecision, RowId},
    text::args,
    theme::size,
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

use super::{floating, put::coordinates_at};

/// Width of what is grasped around a point, in points.
const GRIP: f32 = 22.0;
/// Radius of the ring around it.
const RING: f32 = 13.0;
/// Width of the question.
const QUESTION: f32 = 300.0;

/// A record that was carried and is not put down.
#[derive(Clone, Debug)]
struct Carried {
    /// Which reading of the records is shown.
    revision: u64,
    row: RowId,
    /// Longitude and latitude, as exactly as the map is seen.
    at: [Value; 2],
}

fn carried_id() -> Id {
    Id::unique("record that is carried over the map")
}

/// Draws the grip of the record whose form is open, and asks where it was let go.
pub(super) fn carry_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    output: &MapOutput,
    commands: &mut Commands,
) {
    let document = &context.document;
    let row = document.selection.selected;
    let Some(row) = row.filter(|_| document.editing.is_form) else {
        ui.data_mut(|data| data.remove::<Carried>(carried_id()));
        return;
    };
    let carried: Option<Carried> = ui.data(|data| data.get_temp(carried_id()));
    let revision = document.dataset.revision();
    let carried = carried.filter(|it| it.row == row && it.revision == revision);
    let Some(at) = point_of(context, row) else {
        return;
    };
    let there = carried.as_ref().and_then(|it| place(&it.at));
    let screen = |point| output.viewport.screen_from_map(unit_from_degrees(point));
    let from = screen(at);
    let to = grip_ui(ui, context, output, row, there.map_or(from, screen));
    if let Some(to) = to.dragged {
        trail(ui, context, [from, to]);
    } else if let Some(there) = there {
        trail(ui, context, [from, screen(there)]);
    }
    let carried = match to
        .dropped
        .and_then(|to| coordinates_at(&output.viewport, to))
    {
        Some(at) => Some(Carried { revision, row, at }),
        None => carried,
    };
    let is_open = match &carried {
        Some(carried) => question_ui(ui, context, output, carried, commands),
        None => false,
    };
    ui.data_mut(|data| match carried.filter(|_| is_open) {
        Some(carried) => {
            data.insert_temp(carried_id(), carried);
        }
        None => {
            data.remove::<Carried>(carried_id());
        }
    });
}

/// The point of a record; `None`: it has none, or is no point.
fn point_of(context: &PanelContext<'_>, row: RowId) -> Option<geo::Point<f64>> {
    let record = context.document.dataset.record(row)?;
    match record.geometry.as_ref()? {
        geo::Geometry::Point(point) => Some(*point),
        _ => None,
    }
}

fn place([longitude, latitude]: &[Value; 2]) -> Option<geo::Point<f64>> {
    Some(geo::Point::new(longitude.as_f64()?, latitude.as_f64()?))
}

/// Where a grip is while it is dragged, and where it was let go.
struct Moved {
    dragged: Option<Pos2>,
    dropped: Option<Pos2>,
}

fn grip_ui(ui: &Ui, context: &PanelContext<'_>, output: &MapOutput, row: RowId, at: Pos2) -> Moved {
    let none = Moved {
        dragged: None,
        dropped: None,
    };
    let map = output.viewport.rect;
    let id = carried_id().with(("grip", row));
    let offset_id = id.with("held at");
    let held: Option<Vec2> = ui.data(|data| data.get_temp(offset_id));
    if !map.contains(at) && held.is_none() {
        return none;
    }
    let rect = Rect::from_center_size(at, Vec2::splat(GRIP)).intersect(map);
    let response = ui.interact(rect, id, Sense::drag());
    let name = context.words.get("edit-carry");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let palette = context.theme.palette;
    let line = Stroke::new(2.0, palette.accent);
    if held.is_none() {
        ui.painter()
            .with_clip_rect(map)
            .circle_stroke(at, RING, line);
    }
    let pointer = response.interact_pointer_pos();
    if response.drag_started() {
        // What was taken by its edge stays where it is under the pointer.
        let origin = ui.input(|input| input.pointer.press_origin());
        let held = origin.map_or(Vec2::ZERO, |origin| at - origin);
        ui.data_mut(|data| data.insert_temp(offset_id, held));
    }
    let held = held.unwrap_or_default();
    let is_dropped = response.drag_stopped();
    if is_dropped {
        ui.data_mut(|data| data.remove_temp::<Vec2>(offset_id));
    }
    if response.hovered() && !response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Move);
        // The question says more, and must be seen.
        let is_asking = ui
            .data(|data| data.get_temp::<Carried>(carried_id()))
            .is_some();
        if !is_asking {
            typeset::hint(response.clone(), name);
        }
    }
    let is_given_up = ui.input(|input| input.key_pressed(Key::Escape));
    let to = pointer
        .map(|pointer| pointer + held)
        .filter(|to| map.contains(*to) && !is_given_up);
    Moved {
        dragged: to.filter(|_| response.dragged()),
        dropped: to.filter(|_| is_dropped),
    }
}

/// The way from where a record is to where it would be.
fn trail(ui: &Ui, context: &PanelContext<'_>, [from, to]: [Pos2; 2]) {
    let palette = context.theme.palette;
    let painter = ui.painter();
    let ground = Stroke::new(4.0, palette.canvas);
    let line = Stroke::new(1.5, palette.accent);
    painter.line_segment([from, to], ground);
    painter.line_segment([from, to], line);
    painter.circle(to, RING / 2.0, palette.accent_wash, line);
}

/// Asks how well the place is known to which the record was carried. Whether that still waits for an answer.
fn question_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    output: &MapOutput,
    carried: &Carried,
    commands: &mut Commands,
) -> bool {
    let words = context.words;
    let Some(at) = place(&carried.at) else {
        return false;
    };
    let beside = output.viewport.screen_from_map(unit_from_degrees(at));
    let mut answer = PrecisionAnswer::None;
    Area::new(carried_id().with("question"))
        .order(Order::Foreground)
        .fixed_pos(beside + vec2(RING + size::GAP, -RING))
        .constrain_to(output.viewport.rect)
        .show(ui.ctx(), |ui| {
            floating(context.theme, size::MARGIN as i8).show(ui, |ui| {
                ui.with_layout(kit::column(words), |ui| {
                    ui.set_width(QUESTION);
                    answer = precision_ui(ui, context, carried);
                });
            });
        });
    let precision = match answer {
        PrecisionAnswer::Given(precision) => precision,
        PrecisionAnswer::Back => return false,
        PrecisionAnswer::None => return !ui.input(|input| input.key_pressed(Key::Escape)),
    };
    let point = json!({"type": "Point", "coordinates": carried.at});
    commands.push(EditCommand::Set {
        row: carried.row,
        changes: vec![
            (Pointer::of(["geometry"]), Some(point)),
            (
                Pointer::property("place_precision"),
                Some(precision.name().into()),
            ),
        ],
        why: None,
    });
    false
}

/// What is answered to how well a place is known.
enum PrecisionAnswer {
    None,
    /// The record goes back to where it was.
    Back,
    Given(PlacePrecision),
}

/// Says where a record was moved to and asks how well that is known.
fn precision_ui(ui: &mut Ui, context: &PanelContext<'_>, carried: &Carried) -> PrecisionAnswer {
    let words = context.words;
    let known = context.document.dataset.record(carried.row);
    let known = known.map(|record| record.place.precision);
    let [lon, lat] = &carried.at;
    let (lon, lat) = (lon.to_string(), lat.to_string());
    let moved = args!(lat: lat.as_str(), lon: lon.as_str());
    ui.add(
        Text::new(&words.with("edit-carry-to", moved))
            .strong()
            .wrap(),
    );
    ui.add(Text::new(words.get("edit-carry-ask")).wrap());
    ui.add_space(size::GRID);
    let mut answer = PrecisionAnswer::None;
    kit::wrapped_row(ui, words, vec2(6.0, 6.0), |ui| {
        for precision in PlacePrecision::ALL {
            let name = words.place_precision(precision);
            let chip = kit::chip(ui, context, None, name, known == Some(precision));
            let hint = words.place_precision_hint(precision);
            if typeset::hint(chip, hint).clicked() {
                answer = PrecisionAnswer::Given(precision);
            }
        }
    });
    ui.add_space(size::GAP);
    if typeset::button(ui, words.get("edit-carry-back")).clicked() {
        answer = PrecisionAnswer::Back;
    }
    answer
}
