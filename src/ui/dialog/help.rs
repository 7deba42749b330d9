//! The keys, group by group, and how to read the marks.

use egui::{Grid, ScrollArea, Sense, Ui, vec2};

use crate::{
    command::{Commands, Group, action},
    model::Layer,
    theme::{mark, size},
    typeset::{self, Text},
};

use super::{super::Scene, header};

/// Catalogue keys of the legend's lines.
const LEGEND: [&str; 5] = [
    "help-legend-solid",
    "help-legend-hollow",
    "help-legend-dashed",
    "help-legend-area",
    "help-legend-stack",
];

pub(super) fn help_ui(ui: &mut Ui, scene: &Scene, commands: &mut Commands) {
    header(ui, scene, commands, scene.words.get("action-help"));
    ScrollArea::vertical().show(ui, |ui| {
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                for group in [Group::Time, Group::Map, Group::Record] {
                    keys(left, scene, group);
                }
                legend(right, scene);
                for group in [Group::Analysis, Group::File, Group::View] {
                    keys(right, scene, group);
                }
            }
        });
        ui.add_space(size::GAP);
        for key in ["help-mouse-map", "help-mouse-time", "help-close"] {
            ui.add(Text::new(scene.words.get(key)).small().weak().block());
        }
    });
}

fn keys(ui: &mut Ui, scene: &Scene, group: Group) {
    typeset::heading(ui, scene.words.get(group.key()));
    Grid::new(group)
        .num_columns(2)
        .min_col_width(96.0)
        .spacing([size::GROUP, size::GRID])
        .show(ui, |ui| {
            for action in action::all().iter().filter(|action| action.group == group) {
                if let Some(shortcut) = action.shortcut() {
                    let text = ui.format_shortcut(&shortcut);
                    ui.add(Text::new(&text).mono().weak());
                    ui.add(Text::new(scene.words.get(action.key)).block());
                    ui.end_row();
                }
            }
        });
    ui.add_space(size::GROUP);
}

fn legend(ui: &mut Ui, scene: &Scene) {
    typeset::heading(ui, scene.words.get("help-legend"));
    for layer in &Layer::PROFILE {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
            let outline = mark::layer_shape(layer)
                .outline()
                .into_iter()
                .map(|[x, y]| rect.center() + vec2(x, y) * 6.5)
                .collect();
            let fill = scene.theme.layer(layer);
            ui.painter().add(egui::epaint::PathShape::convex_polygon(
                outline,
                fill,
                egui::Stroke::NONE,
            ));
            typeset::label(ui, scene.words.layers(layer));
        });
    }
    for key in LEGEND {
        ui.add(Text::new(scene.words.get(key)).small().block());
    }
    ui.add_space(size::GROUP);
}
