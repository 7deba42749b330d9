//! The keys, group by group, and how to read the marks.

use egui::{ScrollArea, Sense, Ui, vec2};

use crate::{
    command::{Commands, Group, action},
    map::overlays,
    model::Layer,
    theme::{mark, size},
    typeset::{self, Text},
};

use super::{
    super::{PanelContext, kit},
    header,
};

/// Width of the column of keys, in points.
const KEYS: f32 = 112.0;

pub(super) fn help_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    header(ui, context, commands, context.words.get("action-help"));
    let area = ScrollArea::vertical();
    kit::scroll(ui, context.words, area, |ui| {
        ui.spacing_mut().item_spacing.x = size::GROUP;
        ui.columns(2, |columns| {
            if kit::is_rtl(context.words) {
                columns.reverse();
            }
            let column = kit::column(context.words);
            if let [first, second] = columns {
                first.with_layout(column, |ui| {
                    for group in [Group::Time, Group::Map, Group::Record] {
                        keys(ui, context, group);
                    }
                });
                second.with_layout(column, |ui| {
                    legend(ui, context);
                    for group in [Group::Analysis, Group::File, Group::View] {
                        keys(ui, context, group);
                    }
                });
            }
        });
        ui.add_space(size::GAP);
        for key in [
            "help-mouse-map",
            "help-mouse-time",
            "help-mouse-table",
            "help-close",
        ] {
            ui.add(Text::new(context.words.get(key)).small().weak().block());
        }
    });
}

fn keys(ui: &mut Ui, context: &PanelContext, group: Group) {
    typeset::heading(ui, context.words.get(group.key()));
    for action in action::all().iter().filter(|action| action.group == group) {
        if let Some(keys) = kit::keys(ui, context, action) {
            key_ui(ui, context, &keys, context.words.get(action.key));
        }
    }
    ui.add_space(size::GROUP);
}

/// Keys and what they do.
fn key_ui(ui: &mut Ui, context: &PanelContext, keys: &str, name: &str) {
    kit::block_row(ui, kit::row_top(context.words), 0.0, |ui| {
        ui.allocate_ui_with_layout(vec2(KEYS, 0.0), kit::column(context.words), |ui| {
            ui.set_width(KEYS);
            ui.add(Text::new(keys).mono().weak());
        });
        let room = vec2(ui.available_width(), 0.0);
        ui.allocate_ui_with_layout(room, kit::column(context.words), |ui| {
            ui.add(Text::new(name).block());
        });
    });
}

fn legend(ui: &mut Ui, context: &PanelContext) {
    typeset::heading(ui, context.words.get("help-legend"));
    for layer in &Layer::PROFILE {
        kit::line(ui, context.words, |ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
            let outline = mark::layer_shape(layer)
                .outline()
                .into_iter()
                .map(|[x, y]| rect.center() + vec2(x, y) * 6.5)
                .collect();
            let fill = context.theme.layer(layer);
            ui.painter().add(egui::epaint::PathShape::convex_polygon(
                outline,
                fill,
                egui::Stroke::NONE,
            ));
            typeset::label(ui, context.words.layers(layer));
        });
    }
    for key in overlays::OVERLAYS.iter().rev().flat_map(|kind| kind.help) {
        ui.add(Text::new(context.words.get(key)).small().block());
    }
    ui.add_space(size::GROUP);
}
