//! The panels around the map, and how they share a window that is too small for all of them.

use std::ops::RangeInclusive;

use egui::{Frame, Margin, Panel, PanelState, Ui};

use crate::{
    command::{Commands, SizedPanel, ViewCommand},
    theme::size,
    ui::{self, PanelContext},
};

use super::meter::Meter;

/// A window that is narrower than this, in points, has room for one panel beside the map.
const NARROW: f32 = 900.0;
/// The share of the window's width that a panel beside the map takes at most: one of two, or alone.
const SHARE_OF_TWO: f32 = 0.38;
const SHARE_ALONE: f32 = 0.45;
/// The share of the window's height that a panel below the map takes at most.
const SHARE_BELOW: f32 = 0.45;

/// The panels beside the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sides {
    layers: bool,
    inspector: bool,
}

impl Sides {
    /// Those that are shown in a window of `width` points. In a narrow one a selected record takes the
    /// place of the layers, and an inspector that has nothing to show takes none.
    fn of(context: &PanelContext, width: f32) -> Self {
        let settings = context.settings;
        let has_record = context.document.selection.selected.is_some();
        let is_narrow = width < NARROW;
        let inspector = settings.right_panel && (has_record || !is_narrow);
        Self {
            layers: settings.left_panel && !(is_narrow && inspector),
            inspector,
        }
    }

    /// How wide one of them may be.
    fn widths(self, width: f32, least: f32, usual: f32) -> RangeInclusive<f32> {
        let share = if self.layers && self.inspector {
            SHARE_OF_TWO
        } else {
            SHARE_ALONE
        };
        let most = width * share;
        least.min(most)..=usual.min(most)
    }
}

/// Draws the panels, outermost first.
pub(super) fn panels_ui(
    ui: &mut Ui,
    context: &PanelContext,
    meter: &Meter,
    commands: &mut Commands,
) {
    let margin = |x, y| Frame::side_top_panel(ui.style()).inner_margin(Margin::symmetric(x, y));
    let (bar, side, foot) = (margin(8, 2), margin(0, 0), margin(0, 0));
    let line = margin(size::MARGIN as i8, 0);
    let sizes = context.settings.panels;
    let below = ui.available_height() * SHARE_BELOW;
    Panel::top("menu")
        .frame(bar)
        .show(ui, |ui| ui::menu::menu_ui(ui, context, commands));
    Panel::bottom("said")
        .frame(line)
        .show(ui, |ui| ui::said_line::said_ui(ui, context, commands));
    Panel::bottom("timeline")
        .frame(foot)
        .resizable(true)
        .default_size(sizes.timeline.unwrap_or(size::TIMELINE))
        .size_range(150.0..=below.clamp(150.0, 460.0))
        .show(ui, |ui| {
            meter.of(|| ui::timeline::timeline_ui(ui, context, commands));
        });
    edge(ui, context, ("timeline", SizedPanel::Timeline), commands);
    if context.settings.table.is_open {
        Panel::bottom("table")
            .frame(side)
            .resizable(true)
            .default_size(sizes.table.unwrap_or(size::TABLE))
            .size_range(120.0..=900.0)
            .show(ui, |ui| ui::table::table_ui(ui, context, commands));
        edge(ui, context, ("table", SizedPanel::Table), commands);
    }
    sides_ui(ui, context, side, commands);
}

/// What is on the left in Latin is on the right in Arabic.
fn sides_ui(ui: &mut Ui, context: &PanelContext, frame: Frame, commands: &mut Commands) {
    let is_rtl = ui::kit::is_rtl(context.words);
    let width = ui.available_width();
    let sides = Sides::of(context, width);
    let kept = context.settings.panels;
    let panel = |name: &'static str, is_left: bool| {
        let panel = if is_left {
            Panel::left(name)
        } else {
            Panel::right(name)
        };
        panel.frame(frame).resizable(true)
    };
    if sides.layers {
        panel("layers", !is_rtl)
            .default_size(kept.layers.unwrap_or(size::LEFT_PANEL))
            .size_range(sides.widths(width, 220.0, 420.0))
            .show(ui, |ui| ui::layers::layers_ui(ui, context, commands));
        edge(ui, context, ("layers", SizedPanel::Layers), commands);
    }
    if sides.inspector {
        panel("inspector", is_rtl)
            .default_size(kept.inspector.unwrap_or(size::RIGHT_PANEL))
            .size_range(sides.widths(width, 280.0, 560.0))
            .show(ui, |ui| ui::inspector::inspector_ui(ui, context, commands));
        edge(ui, context, ("inspector", SizedPanel::Inspector), commands);
    }
}

/// Names the edge by which a panel is made larger, since egui calls all of them the same, in English, and
/// lets the size be remembered that the analyst gives it.
fn edge(
    ui: &Ui,
    context: &PanelContext,
    (name, panel): (&str, SizedPanel),
    commands: &mut Commands,
) {
    let id = ui.scope_id().with(name);
    let Some(edge) = ui.ctx().read_response(id.with("__resize")) else {
        return;
    };
    let (key, is_beside) = match panel {
        SizedPanel::Layers => ("resize-layers", true),
        SizedPanel::Inspector => ("resize-inspector", true),
        SizedPanel::Timeline => ("resize-timeline", false),
        SizedPanel::Table => ("resize-table", false),
    };
    let is_done = edge.drag_stopped();
    edge.accessible_name(context.words.get(key));
    if is_done && let Some(state) = PanelState::load(ui.ctx(), id) {
        let size = state.size();
        let size = if is_beside { size.x } else { size.y };
        commands.push(ViewCommand::Sized(panel, size));
    }
}
