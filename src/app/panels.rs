//! The panels around the map, and how they share a window that is too small for all of them.

use std::ops::RangeInclusive;

use egui::{Frame, Id, Margin, Panel, PanelState, Ui, Vec2};

use crate::{
    command::{Commands, SizedPanel, ViewCommand},
    session::TablePlace,
    theme::size,
    ui::{self, PanelContext},
};

use super::meter::FrameMeter;

/// The map keeps this share of the window's width, whatever is open beside it.
const SHARE_OF_MAP: f32 = 0.5;
/// And this where a document is read, which then takes the place of the layers.
const SHARE_BESIDE_READING: f32 = 0.3;
/// The share of the window's height that the timeline takes at first, and that a panel below the map takes at most.
const SHARE_AT_FIRST: f32 = 1.0 / 3.0;
const SHARE_BELOW: f32 = 0.45;
/// Widths of the panels beside the map in points, at least and at most.
const LAYERS: (f32, f32) = (220.0, 420.0);
const INSPECTOR: (f32, f32) = (280.0, 560.0);
const READER: (f32, f32) = (320.0, 720.0);
/// Least width of a table beside the map, in points.
const BESIDE_MAP: f32 = 240.0;
/// Heights of the timeline in points, at least and at most.
const TIMELINE: (f32, f32) = (150.0, 460.0);
/// Least height of a table below the map, in points.
const BELOW_MAP: f32 = 120.0;
/// The height that the map keeps in points, where a table stands below it and both can be had.
const MAP: f32 = 260.0;

/// The panels beside the map: those that are shown, and how wide each may be.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sides {
    layers: Option<f32>,
    reader: Option<f32>,
    inspector: Option<f32>,
    /// Of all of them.
    room: f32,
}

impl Sides {
    /// Shares half of a window of `width` points. The inspector is there for a record only. Where both have no room,
    /// it takes the place of the layers; else these leave it room before it comes, so that they need not move.
    fn of(context: &PanelContext, width: f32, table: Option<TablePlace>) -> Self {
        let settings = context.settings;
        let room = width * (1.0 - share_of_map(context));
        let has_record = context.document.selection.selected.is_some();
        let has_panels = !context.chrome.is_presenting;
        let is_reading = has_panels && context.reader.is_open;
        let inspector = has_panels && settings.right_panel && has_record;
        let is_beside = table == Some(TablePlace::Beside);
        let room = if is_beside { room - BESIDE_MAP } else { room };
        // The table of records says more than their list.
        let has_layers = !is_beside || room >= LAYERS.0;
        let shared = room < LAYERS.0 + INSPECTOR.0;
        let most = if shared { room } else { room - INSPECTOR.0 };
        Self {
            layers: (has_panels
                && has_layers
                && settings.left_panel
                && !is_reading
                && !(shared && inspector))
                .then_some(most.min(LAYERS.1)),
            reader: is_reading.then_some(most.min(READER.1)),
            inspector: inspector.then_some(room.min(INSPECTOR.1)),
            room,
        }
    }
}

/// Where the table stands in a window of this size: where it was put, but beside the map where it has no room below. The
/// inspector takes its place there where both have no room.
fn table_place(context: &PanelContext<'_>, window: Vec2) -> Option<TablePlace> {
    let settings = context.settings;
    let is_open = settings.table.is_open && !context.chrome.is_presenting;
    let place = ui::table::place_in(settings.table.place, window.y);
    let has_inspector = settings.right_panel && context.document.selection.selected.is_some();
    let is_narrow = window.x * (1.0 - share_of_map(context)) < INSPECTOR.0 + BESIDE_MAP;
    let gives_way = place != settings.table.place && has_inspector && is_narrow;
    (is_open && !gives_way).then_some(place)
}

/// The share of the width that the map keeps.
const fn share_of_map(context: &PanelContext<'_>) -> f32 {
    if context.reader.is_open {
        SHARE_BESIDE_READING
    } else {
        SHARE_OF_MAP
    }
}

/// From `least` to `most`, which is never the smaller one.
fn up_to(most: f32, least: f32) -> RangeInclusive<f32> {
    least.min(most)..=most
}

/// Draws the panels, outermost first.
pub(super) fn panels_ui(
    ui: &mut Ui,
    context: &PanelContext,
    meter: &FrameMeter,
    commands: &mut Commands,
) {
    let margin = |x, y| Frame::side_top_panel(ui.style()).inner_margin(Margin::symmetric(x, y));
    let (bar, side, foot) = (margin(8, 2), margin(0, 0), margin(0, 0));
    let is_presenting = context.chrome.is_presenting;
    let line = margin(size::MARGIN as i8, 0);
    let sizes = context.settings.panels;
    let height = ui.available_height();
    let below = height * SHARE_BELOW;
    let timeline = (height * SHARE_AT_FIRST).clamp(size::TIMELINE, TIMELINE.1);
    if !is_presenting {
        Panel::top("menu")
            .frame(bar)
            .show(ui, |ui| ui::menu::menu_ui(ui, context, commands));
    }
    Panel::bottom("said")
        .frame(line)
        .show(ui, |ui| ui::said_line::said_ui(ui, context, commands));
    let table = table_place(context, ui.ctx().content_rect().size());
    let is_below = table == Some(TablePlace::Below);
    // On a low window the timeline gives way to a table, in the time that the table takes to come.
    let high = below.clamp(TIMELINE.0, TIMELINE.1);
    let low = (ui.available_height() - size::TABLE - MAP).clamp(TIMELINE.0, high);
    let share = ui.animate_bool_responsive(Id::unique("room for the table"), is_below);
    let most = egui::lerp(high..=low, share);
    let panel = sized(
        ui,
        Panel::bottom("timeline").frame(foot),
        "timeline",
        sizes.timeline.unwrap_or(timeline),
        TIMELINE.0..=most,
    );
    slide(ui, panel, !is_presenting, |ui| {
        meter.of(|| ui::timeline::timeline_ui(ui, context, commands));
    });
    edge(ui, context, "timeline", SizedPanel::Timeline, commands);
    let most = (ui.available_height() - MAP).max(BELOW_MAP);
    let panel = sized(
        ui,
        Panel::bottom("table").frame(side),
        "table",
        sizes.table.unwrap_or(size::TABLE),
        BELOW_MAP..=most,
    );
    slide(ui, panel, is_below, |ui| {
        // A table that goes may be in another place already.
        if is_below {
            ui::table::table_ui(ui, context, commands);
        }
    });
    edge(ui, context, "table", SizedPanel::Table, commands);
    sides_ui(ui, context, side, table, commands);
    beside_map_ui(ui, context, side, table, commands);
}

/// Gives a panel the size that is `wanted` whenever that is another one, as when others give way or need room; else it may be
/// dragged within `sizes`. All in points.
fn sized(ui: &Ui, panel: Panel, name: &str, wanted: f32, sizes: RangeInclusive<f32>) -> Panel {
    let id = Id::unique(("wanted size", name));
    let wanted = wanted.clamp(*sizes.start(), *sizes.end());
    let last: Option<(f32, bool)> = ui.data(|data| data.get_temp(id));
    let is_other = last.is_some_and(|(last, _)| (last - wanted).abs() > 0.1);
    // While it slides in, egui does not keep the size that it has.
    let is_due = is_other || last.is_some_and(|(_, is_due)| is_due);
    let size = PanelState::load(ui.ctx(), ui.scope_id().with(name)).map(|state| state.size());
    let has_it = size.is_some_and(|size| {
        let is_near = |side: f32| (side - wanted).abs() < 1.5;
        is_near(size.x) || is_near(size.y)
    });
    let is_due = is_due && (is_other || !has_it);
    ui.data_mut(|data| data.insert_temp(id, (wanted, is_due)));
    if is_due {
        panel.exact_size(wanted)
    } else {
        panel.default_size(wanted).size_range(sizes)
    }
}

/// Draws a panel that slides in and out in the time that the style has for it, with what is in it.
fn slide(ui: &mut Ui, panel: Panel, is_open: bool, contents: impl FnOnce(&mut Ui)) {
    let mut is_expanded = is_open;
    panel
        .resizable(true)
        .drag_to_open(false)
        .show_collapsible(ui, &mut is_expanded, |ui| {
            let room = ui.available_rect_before_wrap();
            contents(ui);
            if !is_open {
                // What leaves keeps its size, also where there is nothing in it any more.
                ui.expand_to_include_rect(room);
            }
        });
}

/// The table takes the room that the map can spare, where its lines end.
fn beside_map_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    frame: Frame,
    table: Option<TablePlace>,
    commands: &mut Commands,
) {
    // The map keeps its share of the window, not of what the other panels leave.
    let width = ui.ctx().content_rect().width();
    let most = ui.available_width() - width * share_of_map(context);
    let panel = if ui::kit::is_rtl(context.words) {
        Panel::left("table-beside")
    } else {
        Panel::right("table-beside")
    };
    let wanted = context.settings.panels.table_beside.unwrap_or(most);
    let sizes = BESIDE_MAP..=most.max(BESIDE_MAP);
    let panel = sized(ui, panel.frame(frame), "table-beside", wanted, sizes);
    let is_there = table == Some(TablePlace::Beside);
    slide(ui, panel, is_there, |ui| {
        if is_there {
            ui::table::table_ui(ui, context, commands);
        }
    });
    let panel = SizedPanel::TableBeside;
    edge(ui, context, "table-beside", panel, commands);
}

/// What is on the left in Latin is on the right in Arabic.
fn sides_ui(
    ui: &mut Ui,
    context: &PanelContext,
    frame: Frame,
    table: Option<TablePlace>,
    commands: &mut Commands,
) {
    let is_rtl = ui::kit::is_rtl(context.words);
    let width = ui.available_width();
    let sides = Sides::of(context, width, table);
    let kept = context.settings.panels;
    let panel = |name: &'static str, is_left: bool| {
        let panel = if is_left {
            Panel::left(name)
        } else {
            Panel::right(name)
        };
        panel.frame(frame)
    };
    let layers = panel("layers", !is_rtl)
        .default_size(kept.layers.unwrap_or(size::LEFT_PANEL))
        .size_range(up_to(sides.layers.unwrap_or(LAYERS.1), LAYERS.0));
    slide(ui, layers, sides.layers.is_some(), |ui| {
        ui::layers::layers_ui(ui, context, commands);
    });
    edge(ui, context, "layers", SizedPanel::Layers, commands);
    let reader = panel("reader", !is_rtl)
        .default_size(kept.reader.unwrap_or(size::READER))
        .size_range(up_to(sides.reader.unwrap_or(READER.1), READER.0));
    slide(ui, reader, sides.reader.is_some(), |ui| {
        if sides.reader.is_some() {
            ui::reader::reader_ui(ui, context, commands);
        }
    });
    edge(ui, context, "reader", SizedPanel::Reader, commands);
    // A panel that is leaving takes nothing from the one that comes.
    let is_beside = sides.layers.is_some() || sides.reader.is_some();
    let taken = if is_beside {
        width - ui.available_width()
    } else {
        0.0
    };
    let most = sides.inspector.unwrap_or(INSPECTOR.1);
    let inspector = panel("inspector", is_rtl)
        .default_size(kept.inspector.unwrap_or(size::RIGHT_PANEL))
        .size_range(up_to(most.min(sides.room - taken), INSPECTOR.0));
    slide(ui, inspector, sides.inspector.is_some(), |ui| {
        if context.document.selection.selected.is_some() {
            ui::inspector::inspector_ui(ui, context, commands);
        }
    });
    edge(ui, context, "inspector", SizedPanel::Inspector, commands);
}

/// Names the edge by which a panel is made larger, since egui calls all of them the same, in English, and
/// lets the size be remembered that the analyst gives it.
fn edge(ui: &Ui, context: &PanelContext, name: &str, panel: SizedPanel, commands: &mut Commands) {
    let id = ui.scope_id().with(name);
    let Some(edge) = ui.ctx().read_response(id.with("__resize")) else {
        return;
    };
    let (key, is_beside) = match panel {
        SizedPanel::Layers => ("resize-layers", true),
        SizedPanel::Reader => ("resize-reader", true),
        SizedPanel::Inspector => ("resize-inspector", true),
        SizedPanel::Timeline => ("resize-timeline", false),
        SizedPanel::Table => ("resize-table", false),
        SizedPanel::TableBeside => ("resize-table", true),
    };
    let is_done = edge.drag_stopped();
    edge.accessible_name(context.words.get(key));
    if is_done && let Some(state) = PanelState::load(ui.ctx(), id) {
        let size = state.size();
        let size = if is_beside { size.x } else { size.y };
        commands.push(ViewCommand::Sized(panel, size));
    }
}
