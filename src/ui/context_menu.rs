//! What the other button offers on the map, a mark, a bar, a row of a list, a layer.

use egui::{Response, Ui};
use geo::Point;

use crate::{
    command::{
        Command, Commands, FilterCommand, MapCommand, SelectCommand, TimeCommand, ViewCommand,
        action,
    },
    data::{Circle, Within},
    map::{Pose, overlays},
    model::{Layer, RowId, Window, notation::Notation},
    text::args,
};

use super::{PanelContext, inspector, kit};

/// Distances to choose from, in kilometres, and the width of their list, in points.
const RADII_KM: [f64; 6] = [5.0, 10.0, 25.0, 50.0, 100.0, 250.0];
const RADII_WIDTH: f32 = 160.0;
/// Width of the list of notations, in points.
const NOTATIONS_WIDTH: f32 = 260.0;

/// Zoom steps nearer by which a place is looked at.
const NEARER: f64 = 2.0;

/// The menu of a record over `response`.
pub(super) fn of_row(
    response: &Response,
    context: &PanelContext<'_>,
    row: RowId,
    commands: &mut Commands,
) {
    kit::context_menu(response, context.words, |ui| {
        row_ui(ui, context, row, commands);
    });
}

/// The menu of a layer over `response`.
pub(super) fn of_layer(
    response: &Response,
    context: &PanelContext<'_>,
    layer: &Layer,
    commands: &mut Commands,
) {
    kit::context_menu(response, context.words, |ui| {
        only_ui(ui, context, layer, commands);
        let name = context.words.layers(layer);
        let key = if context.document.filter.shows_layer(layer) {
            "menu-hide-layer"
        } else {
            "layer-switch"
        };
        let text = context.words.with(key, args!(layer: name));
        let toggle = FilterCommand::ToggleLayer(layer.clone());
        entry(ui, context, &text, toggle, commands);
    });
}

/// Entries about a record.
pub(super) fn row_ui(ui: &mut Ui, context: &PanelContext<'_>, row: RowId, commands: &mut Commands) {
    let words = context.words;
    let dataset = context.document.dataset;
    let text = words.get("menu-open-record");
    entry(ui, context, text, SelectCommand::Reveal(row), commands);
    let columns = dataset.columns();
    let span = columns.span_on(context.document.filter.clock, row);
    if let Some(hull) = span.map(|span| span.hull()) {
        let window = Window::new(hull.earliest, hull.latest);
        let text = words.get("menu-window-of-record");
        entry(ui, context, text, TimeCommand::SetWindow(window), commands);
    }
    only_ui(ui, context, columns.layer(row), commands);
    ui.separator();
    if let Some(text) = inspector::citation(words, dataset, row) {
        let copy = ViewCommand::Copy {
            text,
            notice: "copied-citation",
        };
        entry(
            ui,
            context,
            words.get("record-copy-citation"),
            copy,
            commands,
        );
    }
    let copy = ViewCommand::Copy {
        text: dataset.feature(row).into_owned(),
        notice: "copied-geojson",
    };
    entry(
        ui,
        context,
        words.get("record-copy-geojson"),
        copy,
        commands,
    );
    if let Some(position) = columns.position(row) {
        let at = position.point();
        coordinates_ui(ui, context, at, commands);
        let name = place_name(context, row);
        around_ui(ui, context, at, &name, commands);
    }
}

/// What the place of a record is called, else the record.
fn place_name(context: &PanelContext<'_>, row: RowId) -> String {
    let (words, dataset) = (context.words, context.document.dataset);
    let record = dataset.record(row);
    let name = record.map(|record| record.place.name.text(words.content()).to_owned());
    let name = name.filter(|name| !name.is_empty());
    name.unwrap_or_else(|| kit::title(words, dataset, row).text)
}

/// A point as it is said: in four digits behind the point of a degree, about eleven metres.
fn said_point(at: Point<f64>) -> Point<f64> {
    let [lon, lat] = [at.x(), at.y()].map(|degrees| (degrees * 1e4).round() / 1e4);
    Point::new(lon, lat)
}

/// Entries that show only what lies no farther than so many kilometres from a place.
fn around_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    centre: Point<f64>,
    name: &str,
    commands: &mut Commands,
) {
    let words = context.words;
    kit::sub_menu(ui, words, words.get("menu-within"), |ui| {
        ui.set_min_width(RADII_WIDTH);
        for km in RADII_KM {
            let text = words.with("menu-within-km", args!(km: km));
            let circle = Circle {
                centre: said_point(centre),
                km,
                name: name.to_owned(),
            };
            let only = FilterCommand::Within(Some(Within::Circle(circle)));
            entry(ui, context, &text, only, commands);
        }
    });
}

/// Entries about a place on the map, which looks from `pose`.
pub(super) fn place_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    at: Point<f64>,
    pose: Pose,
    commands: &mut Commands,
) {
    let words = context.words;
    coordinates_ui(ui, context, at, commands);
    let (lon, lat) = at.x_y();
    for (key, zoom) in [
        ("menu-centre-here", pose.zoom),
        ("menu-zoom-here", pose.zoom + NEARER),
    ] {
        let pose = Pose { lon, lat, zoom };
        entry(
            ui,
            context,
            words.get(key),
            MapCommand::FlyTo(pose),
            commands,
        );
    }
    around_ui(ui, context, at, "", commands);
    let all = words.get("map-fit-all");
    entry(ui, context, all, MapCommand::FitAll, commands);
    ui.separator();
    for (kind, switch) in overlays::switches() {
        let is_on = if kind.id == overlays::density::ID {
            context.chrome.shows_density
        } else {
            context.settings.overlays.is_on(kind.id)
        };
        let mut actions = action::all().iter();
        let action = actions.find(|action| action.key == switch.name);
        let keys = action.and_then(|action| kit::keys(ui, context, action));
        let name = words.get(switch.name);
        if kit::ticked_entry(ui, words, name, is_on, keys.as_deref()).clicked() {
            commands.push(ViewCommand::ToggleOverlay(kind.id));
            ui.close();
        }
    }
}

fn only_ui(ui: &mut Ui, context: &PanelContext<'_>, layer: &Layer, commands: &mut Commands) {
    let name = context.words.layers(layer);
    let text = context.words.with("layer-only", args!(layer: name));
    let only = FilterCommand::OnlyLayer(layer.clone());
    entry(ui, context, &text, only, commands);
}

/// Copies latitude and longitude, as most maps take them, or the point in another notation.
fn coordinates_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    at: Point<f64>,
    commands: &mut Commands,
) {
    let words = context.words;
    let mut copy_ui = |ui: &mut Ui, notation: Notation| {
        if let Some(text) = notation.written(at) {
            let name = words.with("menu-copy-coordinates", args!(at: text.as_str()));
            let notice = "copied-coordinates";
            let copy = ViewCommand::Copy { text, notice };
            entry(ui, context, &name, copy, commands);
        }
    };
    let [usual, others @ ..] = Notation::ALL;
    copy_ui(ui, usual);
    kit::sub_menu(ui, words, words.get("menu-copy-otherwise"), |ui| {
        ui.set_min_width(NOTATIONS_WIDTH);
        for notation in others {
            copy_ui(ui, notation);
        }
    });
}

fn entry(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    name: &str,
    command: impl Into<Command>,
    commands: &mut Commands,
) {
    if kit::menu_entry(ui, context.words, name, None).clicked() {
        commands.push(command);
        ui.close();
    }
}
