//! Buttons over the map: in, out, everything, places, overlays. They stand where lines end.

use crate::model::RowId;
use egui::{Align, Align2, Layout, Popup, PopupCloseBehavior, Rect, Response, Ui, UiBuilder, vec2};

use crate::{
    command::{Commands, MapCommand, ViewCommand, action},
    map::{
        Pose,
        overlays::{self, density},
    },
    query::extent,
    theme::{fonts::icon, size},
    typeset,
    ui::{PanelContext, kit},
};

use super::floating;

/// Distance from the edge of the map, in points.
const EDGE: f32 = 12.0;
/// Margin and line around a group of buttons, in points.
const BORDER: f32 = 3.0;
/// Room between two groups, in points.
const BETWEEN: f32 = 8.0;
/// Most places of the records in the list.
const RECORD_PLACES: usize = 12;

/// Width of the list of areas, in points.
const AREAS: f32 = 260.0;
/// Actions about areas, by their keys in the table of actions.
const AREA_ACTIONS: [&str; 4] = [
    "action-within-view",
    "action-draw-circle",
    "action-draw-polygon",
    "action-within-all",
];

/// Places that every user of the program asks for: catalogue key, longitude, latitude, zoom.
const PLACES: [(&str, f64, f64, f64); 8] = [
    (
        "map-place-mali",
        Pose::MALI.lon,
        Pose::MALI.lat,
        Pose::MALI.zoom,
    ),
    ("map-place-airport", -7.949_94, 12.5335, 12.0),
    ("map-place-segou", -6.259_47, 13.440_32, 10.0),
    ("map-place-mopti", -4.182_96, 14.4843, 9.0),
    ("map-place-timbuktu", -3.007_42, 16.773_48, 10.0),
    ("map-place-moura", -4.6, 14.327_78, 10.5),
    ("map-place-gao", -0.044_55, 16.271_67, 10.0),
    ("map-place-kidal", 1.407_84, 18.441_06, 10.0),
];

pub(super) fn controls_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    rect: Rect,
    commands: &mut Commands,
) {
    let [first, second] = rects(context, rect);
    let place = |salt: &'static str, room: Rect| {
        UiBuilder::new()
            .id_salt(salt)
            .max_rect(room)
            .layout(Layout::top_down(Align::Min))
    };
    ui.scope_builder(place("zoom", first), |ui| {
        floating(context.theme, 2).show(ui, |ui| zoom_ui(ui, context, commands));
    });
    ui.scope_builder(place("map-controls", second), |ui| {
        floating(context.theme, 2).show(ui, |ui| rest_ui(ui, context, rect, commands));
    });
}

/// Where the groups of buttons lie over a map.
pub(super) fn rects(context: &PanelContext<'_>, map: Rect) -> [Rect; 2] {
    let inner = map.shrink(EDGE);
    // On a low map the groups stand beside each other.
    let [zoom, others] = [3, 2 + with_button().count()].map(height);
    let is_low = inner.height() < zoom + BETWEEN + others;
    let width = size::TARGET + 2.0 * BORDER;
    let (align, towards_middle) = if kit::is_rtl(context.words) {
        (Align2::LEFT_TOP, 1.0)
    } else {
        (Align2::RIGHT_TOP, -1.0)
    };
    let first = align.align_size_within_rect(vec2(width, zoom), inner);
    let offset = if is_low {
        vec2(towards_middle * (width + BETWEEN), 0.0)
    } else {
        vec2(0.0, zoom + BETWEEN)
    };
    [
        first,
        Rect::from_min_size(first.min + offset, vec2(width, others)),
    ]
}

/// The height of a group of buttons, in points.
fn height(buttons: usize) -> f32 {
    let buttons = buttons as f32;
    buttons * size::TARGET + (buttons - 1.0) + 2.0 * BORDER
}

/// The overlays that have a button here.
fn with_button() -> impl Iterator<Item = (&'static str, overlays::Button)> {
    overlays::switches().filter_map(|(kind, switch)| Some((kind.id, switch.button?)))
}

fn zoom_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    ui.spacing_mut().item_spacing.y = 1.0;
    ui.vertical(|ui| {
        if control(ui, icon::PLUS, words.get("map-zoom-in")).clicked() {
            commands.push(MapCommand::ZoomIn);
        }
        if control(ui, icon::MINUS, words.get("map-zoom-out")).clicked() {
            commands.push(MapCommand::ZoomOut);
        }
        if control(ui, icon::FRAME_CORNERS, words.get("map-fit-all")).clicked() {
            commands.push(MapCommand::FitAll);
        }
    });
}

fn rest_ui(ui: &mut Ui, context: &PanelContext<'_>, rect: Rect, commands: &mut Commands) {
    let words = context.words;
    ui.spacing_mut().item_spacing.y = 1.0;
    ui.vertical(|ui| {
        let places = control(ui, icon::MAP_PIN_AREA, words.get("map-places"));
        Popup::menu(&places)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .show(|ui| places_ui(ui, context, rect, commands));
        let areas = control(ui, icon::POLYGON, words.get("map-areas"));
        kit::button_menu(&areas, words, AREAS, |ui| areas_ui(ui, context, commands));
        for (id, button) in with_button() {
            let is_on = if id == density::ID {
                context.chrome.shows_density
            } else {
                context.settings.overlays.is_on(id)
            };
            let key = if is_on { button.hide } else { button.show };
            if control(ui, button.icon, words.get(key)).clicked() {
                commands.push(ViewCommand::ToggleOverlay(id));
            }
        }
    });
}

/// What the filter can be set to by the map: what is seen of it, or an area that is drawn.
fn areas_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    for key in AREA_ACTIONS {
        let Some(action) = action::all().iter().find(|action| action.key == key) else {
            continue;
        };
        let keys = kit::keys(ui, context, action);
        let name = context.words.get(key);
        if kit::menu_entry(ui, context.words, name, keys.as_deref()).clicked() {
            commands.push(action.command.clone());
            ui.close();
        }
    }
}

fn control(ui: &mut Ui, glyph: &str, name: &str) -> Response {
    typeset::icon_button(ui, glyph, name)
}

fn places_ui(ui: &mut Ui, context: &PanelContext<'_>, rect: Rect, commands: &mut Commands) {
    ui.set_min_width(180.0);
    ui.set_max_height((rect.height() - 80.0).max(160.0));
    let area = egui::ScrollArea::vertical();
    kit::scroll(ui, context.words, area, |ui| {
        for (key, lon, lat, zoom) in PLACES {
            if entry(ui, context.words.get(key)) {
                commands.push(MapCommand::FlyTo(Pose { lon, lat, zoom }));
            }
        }
        let places = places_of_records(context);
        if !places.is_empty() {
            ui.separator();
            typeset::small(ui, context.words.get("map-places-records"));
        }
        for (name, row) in places {
            if entry(ui, &name)
                && let Some(bounds) = extent::of_rows(context.document.dataset.columns(), [row])
            {
                commands.push(MapCommand::Fit(bounds));
            }
        }
    });
}

fn entry(ui: &mut Ui, name: &str) -> bool {
    typeset::selectable(ui, false, name).clicked()
}

/// The first places that the window's records name, each once, with a row that lies there.
fn places_of_records(context: &PanelContext<'_>) -> Vec<(String, RowId)> {
    let columns = context.document.dataset.columns();
    let mut places: Vec<(String, RowId)> = Vec::new();
    for shown in &context.answers.visible.rows {
        if places.len() >= RECORD_PLACES {
            break;
        }
        let is_somewhere = extent::of_rows(columns, [shown.row]).is_some();
        let Some(record) = context
            .document
            .dataset
            .record(shown.row)
            .filter(|_| is_somewhere)
        else {
            continue;
        };
        let name = record.place.name.text(context.words.content());
        if !name.is_empty() && places.iter().all(|(known, _)| known != name) {
            places.push((name.to_owned(), shown.row));
        }
    }
    places
}
