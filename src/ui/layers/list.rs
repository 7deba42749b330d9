//! The layers: mark, name, how many of it the window shows, and a switch.

use egui::{
    CornerRadius, FontId, Id, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2,
};

use crate::{
    command::{Commands, FilterCommand},
    model::Layer,
    query::{Shown, marks::Certainty},
    text::args,
    theme::{
        fonts::{self, icon},
        size,
    },
    typeset::{self, Setting, Text},
    ui::{
        PanelContext, context_menu,
        kit::{self, Section},
    },
};

/// Height of a line in points.
pub(super) const HEIGHT: f32 = 32.0;
/// Side of a small button of a line, in points.
pub(super) const BUTTON: f32 = 20.0;
/// What stands behind the counts of a line, in points: its margin, its switch and room between.
const SWITCH: f32 = 46.0;
/// Opacity of the mark of a layer that is switched off.
pub(super) const FADED: f32 = 0.45;

pub(super) fn list_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let layers = layers(context);
    let section = Section {
        id: "layers",
        title: context.words.get("layers"),
        is_open: true,
    };
    kit::section(
        ui,
        context,
        section,
        |ui| {
            ui.add_space(SWITCH);
            kit::counts_head_ui(ui, context);
        },
        |ui| {
            kit::virtual_rows(ui, HEIGHT, layers.len(), |ui, rows| {
                for layer in layers.get(rows).unwrap_or_default() {
                    layer_ui(ui, context, layer, commands);
                }
            });
            super::legend::legend_ui(ui, context);
        },
    );
}

/// The layers that the open files have, those of the profile first.
fn layers(context: &PanelContext<'_>) -> Vec<Layer> {
    context
        .document
        .dataset
        .layers()
        .iter()
        .zip(&context.document.dataset.columns().totals().layers)
        .filter(|(_, total)| **total > 0)
        .map(|(layer, _)| layer.clone())
        .collect()
}

/// The ground of a line of the panel.
pub(super) struct LineGround {
    pub(super) response: Response,
    /// Where what is on it stands.
    pub(super) inside: Rect,
    pub(super) is_pointed: bool,
}

/// Draws the ground of a line called `name`, lighter under the pointer and under the focus.
pub(super) fn line_ui(ui: &mut Ui, context: &PanelContext<'_>, id: Id, name: &str) -> LineGround {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, name));
    let is_pointed = ui.rect_contains_pointer(rect);
    if is_pointed || response.has_focus() {
        let corner = CornerRadius::same(size::CORNER);
        let ground = context.theme.palette.hover;
        ui.painter().rect_filled(rect, corner, ground);
    }
    LineGround {
        response,
        inside: rect.shrink2(vec2(size::GAP, 0.0)),
        is_pointed,
    }
}

/// Makes the room of what is on a line, which is filled from its far end.
pub(super) fn line_room(ui: &mut Ui, context: &PanelContext<'_>, id: Id, inside: Rect) -> Ui {
    let builder = UiBuilder::new()
        .scope_id(id.with("line"))
        .max_rect(inside)
        .layout(kit::fill(context.words));
    let mut room = ui.new_child(builder);
    room.spacing_mut().item_spacing.x = size::GAP;
    room
}

fn layer_ui(ui: &mut Ui, context: &PanelContext<'_>, layer: &Layer, commands: &mut Commands) {
    let name = context.words.layers(layer);
    let id = ui.scope_id().with(("layer", name));
    let LineGround {
        response: line,
        inside,
        is_pointed,
    } = line_ui(ui, context, id, name);
    let mut room = line_room(ui, context, id, inside);
    let [switch, only] = contents(&mut room, context, layer, is_pointed);
    let wants_alone = ui.input(|input| input.modifiers.alt);
    if only.clicked() || (line.clicked() && wants_alone) {
        commands.push(FilterCommand::OnlyLayer(layer.clone()));
    } else if line.clicked() || switch.clicked() {
        commands.push(FilterCommand::ToggleLayer(layer.clone()));
    }
    context_menu::of_layer(&line, context, layer, commands);
    if let Some(hint) = context.words.layer_hint(layer) {
        typeset::hint(line, hint);
    }
}

/// Draws the line; the answers of its switch and of the button that shows it alone.
fn contents(
    line: &mut Ui,
    context: &PanelContext<'_>,
    layer: &Layer,
    is_pointed: bool,
) -> [Response; 2] {
    let words = context.words;
    let name = words.layers(layer);
    let is_on = context.document.filter.shows_layer(layer);
    let switch_name = words.with("layer-switch", args!(layer: name));
    let switch = kit::switch(line, context, is_on, &switch_name);
    if is_on {
        let counts = &context.answers.visible.counts.layers;
        let shown = counts.get(layer).copied().unwrap_or_default();
        counts_ui(line, context, shown);
    }
    let name_of_only = words.with("layer-only", args!(layer: name));
    let shown = context.document.filter.layers.as_ref();
    let is_alone = shown.is_some_and(|shown| shown.len() == 1 && shown.contains(layer));
    let only = only_ui(line, context, &name_of_only, is_alone, is_pointed);
    let room = line.available_size();
    line.allocate_ui_with_layout(room, kit::row(words), |ui| {
        ui.scope(|ui| {
            ui.set_opacity(if is_on { 1.0 } else { FADED });
            kit::mark_ui(ui, context, layer, Certainty::Certain);
        });
        let text = Text::new(name).truncate();
        ui.add(if is_on { text } else { text.weak() });
    });
    [switch, only]
}

/// Says how many records of a line the window shows, weak where it shows none.
pub(super) fn counts_ui(ui: &mut Ui, context: &PanelContext<'_>, shown: Shown) {
    let palette = context.theme.palette;
    let colour = if shown.total() == 0 {
        palette.text_weak
    } else {
        palette.text
    };
    kit::counts_ui(ui, context, shown, colour);
}

/// The button that shows something alone, called `name`: there for every reader, drawn where that `is_alone` already or
/// under the pointer only.
pub(super) fn only_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    name: &str,
    is_alone: bool,
    is_pointed: bool,
) -> Response {
    let (_, response) = ui.allocate_exact_size(vec2(BUTTON, BUTTON), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_alone, name));
    if is_pointed || response.has_focus() || is_alone {
        glyph_ui(ui, context, &response, icon::TARGET, is_alone);
    }
    typeset::hint(response, name)
}

/// Draws the glyph of a small button of a line.
pub(super) fn glyph_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    response: &Response,
    glyph: &str,
    is_on: bool,
) {
    let palette = context.theme.palette;
    let ink = if response.hovered() || is_on {
        palette.accent
    } else {
        palette.text_weak
    };
    let font = FontId::new(size::HEADING, fonts::icons());
    let setting = Setting::new(font).colour(ink);
    let glyph = typeset::galley(ui.ctx(), glyph, &setting);
    let at = response.rect.center() - glyph.size() / 2.0;
    typeset::paint_galley(ui.painter(), at, glyph, None);
}
