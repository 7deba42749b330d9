//! The badges at the map's edge as buttons: each opens the list of what it counts.

use crate::model::RowId;
use egui::{Popup, PopupCloseBehavior, Role, Sense, Ui, WidgetInfo};

use crate::{
    command::Commands,
    map::MapOutput,
    query::marks::{Badge, BadgePlace},
    text::args,
    typeset,
    ui::PanelContext,
};

use super::list::list_ui;

pub(super) fn badges_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    output: &MapOutput,
    commands: &mut Commands,
) {
    for (index, rect) in &output.badges {
        let Some(badge) = output.layout.badges.get(*index) else {
            continue;
        };
        let id = ui.scope_id().with(("map-badge", &badge.place));
        let response = ui.interact(*rect, id, Sense::click());
        let name = name(context, badge);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.hovered() || response.has_focus() {
            let stroke = egui::Stroke::new(1.5, context.theme.palette.accent);
            let corner = rect.height() / 2.0;
            ui.painter()
                .rect_stroke(*rect, corner, stroke, egui::StrokeKind::Inside);
        }
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        Popup::menu(&response)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .show(|ui| {
                let rows = rows(context, badge);
                list_ui(ui, context, &rows, badge.count, &name, commands);
            });
        if !Popup::is_any_open(ui.ctx()) {
            typeset::hint(response, &name);
        }
    }
}

fn name(context: &PanelContext<'_>, badge: &Badge) -> String {
    let (words, count) = (context.words, badge.count);
    match &badge.place {
        BadgePlace::Country(name) => words.with("map-badge", args!(place: &**name, n: count)),
        BadgePlace::Countries => words.with("map-badge-countries-hint", args!(n: count)),
        BadgePlace::Nowhere => words.with("map-badge-nowhere-hint", args!(n: count)),
    }
}

/// The records of a badge, or the first of them where they are only counted.
fn rows(context: &PanelContext<'_>, badge: &Badge) -> Vec<RowId> {
    match badge.place {
        BadgePlace::Countries => context
            .answers
            .engine
            .first_in_countries(context.document.filter),
        BadgePlace::Nowhere if badge.members.is_empty() => context.answers.visible.unplaced.clone(),
        _ => badge.members.iter().map(|mark| mark.row).collect(),
    }
}
