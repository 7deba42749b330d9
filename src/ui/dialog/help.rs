//! The keys, group by group, and how to read the marks.

use egui::{Painter, Pos2, Rect, ScrollArea, Sense, Stroke, Ui, vec2};

use crate::{
    command::{Commands, Group, action},
    map::overlays,
    model::Layer,
    query::marks::Certainty,
    theme::{mark, size},
    typeset::{self, Text},
};

use super::{
    super::{PanelContext, kit},
    header,
};

/// Width of the column of keys, in points.
const KEYS: f32 = 112.0;
/// Side of a sample of the legend and radius of a mark in it, in points.
const SAMPLE: f32 = 20.0;
const MARK: f32 = 6.0;

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

/// A line of the legend: what it is about as `paint` draws it, and its text.
fn line_ui(ui: &mut Ui, context: &PanelContext, text: &str, paint: impl FnOnce(&Painter, Pos2)) {
    kit::block_row(ui, kit::row_top(context.words), 0.0, |ui| {
        ui.spacing_mut().item_spacing.x = size::GAP;
        let (rect, _) = ui.allocate_exact_size(vec2(SAMPLE, SAMPLE), Sense::hover());
        paint(ui.painter(), rect.center());
        let room = vec2(ui.available_width(), 0.0);
        ui.allocate_ui_with_layout(room, kit::column(context.words), |ui| {
            ui.add(Text::new(text).block());
        });
    });
}

fn paint_sample(painter: &Painter, context: &PanelContext, middle: Pos2, key: &str) {
    let palette = context.theme.palette;
    let incident = (
        mark::layer_shape(&Layer::Incident),
        context.theme.layer(&Layer::Incident),
    );
    let paint_mark = |certainty: Certainty| {
        let (shape, colour) = incident;
        kit::paint_mark(painter, middle, MARK, shape, colour, certainty);
    };
    let line = Stroke::new(1.6, palette.accent);
    match key {
        "help-legend-solid" => paint_mark(Certainty::Certain),
        "help-legend-hollow" => paint_mark(Certainty::Possible { weight: 1.0 }),
        "help-legend-dashed" => paint_mark(Certainty::Unconfirmed),
        "help-legend-found" => {
            paint_mark(Certainty::Certain);
            painter.circle_stroke(middle, SAMPLE / 2.0 - 1.0, line);
        }
        "help-legend-area" => {
            let stroke = Stroke::new(1.6, context.theme.layer(&Layer::Deployment));
            painter.circle_stroke(middle, SAMPLE / 2.0 - 1.0, stroke);
            for offset in [
                vec2(0.0, 0.0),
                vec2(4.0, 0.0),
                vec2(-4.0, 0.0),
                vec2(0.0, 4.0),
                vec2(0.0, -4.0),
            ] {
                painter.circle_filled(middle + offset, 0.8, stroke.color);
            }
        }
        "help-legend-stack" => {
            painter.circle_stroke(middle, SAMPLE / 2.0 - 2.0, Stroke::new(3.0, incident.1));
        }
        "help-legend-graticule" => {
            let stroke = Stroke::new(1.0, palette.text_weak);
            let rect = Rect::from_center_size(middle, vec2(SAMPLE, SAMPLE));
            painter.hline(rect.x_range(), middle.y, stroke);
            painter.vline(middle.x, rect.y_range(), stroke);
        }
        _ => {}
    }
}

fn legend(ui: &mut Ui, context: &PanelContext) {
    typeset::heading(ui, context.words.get("help-legend"));
    for layer in &Layer::PROFILE {
        line_ui(
            ui,
            context,
            context.words.layers(layer),
            |painter, middle| {
                let (shape, colour) = (mark::layer_shape(layer), context.theme.layer(layer));
                kit::paint_mark(painter, middle, MARK, shape, colour, Certainty::Certain);
            },
        );
    }
    for key in overlays::OVERLAYS.iter().rev().flat_map(|kind| kind.help) {
        line_ui(ui, context, context.words.get(key), |painter, middle| {
            paint_sample(painter, context, middle, key);
        });
    }
    ui.add_space(size::GROUP);
}
