//! The badges at the map's edge as buttons: each opens the list of what it counts.

use egui::{Popup, PopupCloseBehavior, Role, ScrollArea, Sense, Ui, WidgetInfo};

use crate::{
    command::Commands,
    map::{
        MapOutput,
        marks::{Badge, Mark},
    },
    text::{args, dates},
    typeset,
    ui::{
        Scene,
        kit::{self, RecordRow, record_row},
    },
};

/// Width of the list, in points.
const WIDTH: f32 = 320.0;

pub(super) fn badges_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    output: &MapOutput,
    commands: &mut Commands,
) {
    for (index, rect) in &output.badges {
        let Some(badge) = output.layout.badges.get(*index) else {
            continue;
        };
        let id = ui.scope_id().with(("map-badge", &badge.name));
        let response = ui.interact(*rect, id, Sense::click());
        let name = name(scene, badge);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.hovered() || response.has_focus() {
            let stroke = egui::Stroke::new(1.5, scene.theme.palette.accent);
            let corner = rect.height() / 2.0;
            ui.painter()
                .rect_stroke(*rect, corner, stroke, egui::StrokeKind::Inside);
        }
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        Popup::menu(&response)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .show(|ui| list_ui(ui, scene, &badge.members, &name, commands));
        if !Popup::is_any_open(ui.ctx()) {
            typeset::hint(response, &name);
        }
    }
}

fn name(scene: &Scene<'_>, badge: &Badge) -> String {
    let count = badge.members.len();
    if badge.name.is_empty() {
        scene.words.with("map-badge-nowhere-hint", args!(n: count))
    } else {
        scene
            .words
            .with("map-badge", args!(place: &*badge.name, n: count))
    }
}

fn list_ui(ui: &mut Ui, scene: &Scene<'_>, members: &[Mark], name: &str, commands: &mut Commands) {
    ui.set_width(WIDTH);
    typeset::small(ui, name);
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        for mark in members {
            if let Some(item) = item(scene, mark) {
                record_row(ui, scene, &item, commands);
            }
        }
    });
}

fn item(scene: &Scene<'_>, mark: &Mark) -> Option<RecordRow> {
    let record = scene.dataset.record(mark.row)?;
    Some(RecordRow {
        row: mark.row,
        layer: record.layer.clone(),
        title: kit::title(scene.words, scene.dataset, mark.row).text,
        below: record
            .date
            .as_ref()
            .map_or_else(String::new, |when| dates::short(scene.words, when)),
        certainty: mark.certainty,
    })
}
