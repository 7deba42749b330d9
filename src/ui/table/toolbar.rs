//! Above the rows: how many there are, how far the next order is, columns, copying.

use std::time::Duration;

use egui::{
    Frame, Margin, PopupCloseBehavior, Ui,
    containers::menu::{MenuButton, MenuConfig},
};

use crate::{
    command::{Commands, Dialog, TableCommand, ViewCommand},
    session::TablePlace,
    settings::ColumnSetting,
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

use super::{
    copy::{CopyForm, copy},
    heading::heading_key,
    marked::{MOST, Marked},
    place_in,
};

/// Width of the menu of columns in points.
const MENU: f32 = 260.0;

/// Widths of the row in points from which on it has room for its title and for counts, beside the buttons.
const FOR_TITLE: f32 = 400.0;
const FOR_COUNTS: f32 = 560.0;

/// Draws the row of counts and buttons.
pub(super) fn toolbar_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    marked: &Marked,
    commands: &mut Commands,
) {
    let frame = Frame::NONE
        .fill(context.theme.palette.surface)
        .inner_margin(Margin::symmetric(size::MARGIN as i8, 3));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        kit::block_row(ui, kit::row(context.words), size::TARGET, |ui| {
            ui.spacing_mut().item_spacing.x = size::GAP;
            said_ui(ui, context, marked);
            let rest = ui.available_size();
            ui.allocate_ui_with_layout(rest, kit::fill(context.words), |ui| {
                ui.spacing_mut().item_spacing.x = size::GRID;
                buttons_ui(ui, context, marked, commands);
            });
        });
    });
}

/// The title, the counts, and what is under way.
fn said_ui(ui: &mut Ui, context: &PanelContext<'_>, marked: &Marked) {
    let words = context.words;
    let width = ui.available_width();
    ui.add(Text::new(icon::ROWS).weak());
    if width < FOR_TITLE {
        return;
    }
    ui.add(Text::new(words.get("table-title")).strong());
    // The timeline says them too.
    if width < FOR_COUNTS {
        return;
    }
    let shown = context.answers.visible.counts.shown;
    let counts = args!(certain: shown.certain, possible: shown.possible);
    let counts = words.with("count-certain-possible", counts);
    ui.add(Text::new(&counts).small().medium().lang(words.lang()));
    let filtered = context.answers.visible.counts.filtered;
    if filtered > 0 {
        let text = words.with("filters-held-back", args!(n: filtered));
        ui.add(Text::new(&text).small().weak());
    }
    if marked.len() > 1 {
        let text = words.with("table-marked", args!(n: marked.len()));
        ui.add(Text::new(&text).small().medium());
    }
    if context.answers.ordered.is_awaited {
        let percent = (context.answers.ordered.share.unwrap_or_default() * 100.0).floor();
        let text = words.with("table-sorting", args!(percent: percent as i64));
        ui.add(Text::new(&text).small().weak());
        ui.ctx().request_repaint_after(Duration::from_millis(100));
    }
}

/// From the end of the row: close, columns, copies.
fn buttons_ui(ui: &mut Ui, context: &PanelContext<'_>, marked: &Marked, commands: &mut Commands) {
    let words = context.words;
    ui.visuals_mut().widgets.inactive.weak_bg_fill = egui::Color32::TRANSPARENT;
    if typeset::icon_button(ui, icon::X, words.get("table-close")).clicked() {
        commands.push(ViewCommand::ToggleTable);
    }
    columns_menu(ui, context, commands);
    let bulk = |ui: &mut Ui| typeset::icon_button(ui, icon::PENCIL_SIMPLE, words.get("table-bulk"));
    if ui.add_enabled_ui(marked.len() > 0, bulk).inner.clicked() {
        commands.push(ViewCommand::Show(Dialog::Bulk));
    }
    let most = args!(most: MOST);
    let geojson = words.with("table-copy-geojson", most);
    if typeset::icon_button(ui, icon::COPY_SIMPLE, &geojson).clicked() {
        copy(context, marked, CopyForm::GeoJson, commands);
    }
    let table = words.with("table-copy", args!(most: MOST));
    if typeset::icon_button(ui, icon::COPY, &table).clicked() {
        copy(context, marked, CopyForm::Table, commands);
    }
}

/// Which columns show, and in which order.
fn columns_menu(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let name = words.get("table-columns");
    let glyph = typeset::icon(ui, icon::COLUMNS, name, size::ICON);
    let (response, _) = MenuButton::new(glyph)
        .config(MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside))
        .ui(ui, |ui| {
            ui.set_width(MENU);
            for column in &context.settings.table.columns {
                column_ui(ui, context, *column, commands);
            }
            ui.separator();
            places_ui(ui, context, commands);
            ui.separator();
            if typeset::button(ui, words.get("table-columns-reset")).clicked() {
                commands.push(TableCommand::Reset);
            }
        });
    typeset::hint(response, name);
}

/// Where the table may stand, with a tick where it does; what a low window has no room for is not to be chosen, and says why.
fn places_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let height = ui.ctx().content_rect().height();
    let stands = place_in(context.settings.table.place, height);
    for place in TablePlace::ALL {
        let name = words.get(place.key());
        let has_room = place_in(place, height) == place;
        let entry = |ui: &mut Ui| kit::ticked_entry(ui, words, name, stands == place, None);
        let entry = ui.add_enabled_ui(has_room, entry).inner;
        let entry = typeset::hint_disabled(entry, words.get("table-no-room"));
        if entry.clicked() {
            commands.push(TableCommand::Place(place));
        }
    }
}

/// A column in the menu: whether it shows, and buttons that move it.
fn column_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    column: ColumnSetting,
    commands: &mut Commands,
) {
    let words = context.words;
    let facet = column.facet;
    let name = words.get(heading_key(facet));
    kit::block_row(ui, kit::row(words), size::TARGET, |ui| {
        let mut is_shown = column.is_shown;
        if typeset::toggle(ui, &mut is_shown, name).clicked() {
            commands.push(TableCommand::ToggleColumn(facet));
        }
        let rest = ui.available_size();
        ui.allocate_ui_with_layout(rest, kit::fill(words), |ui| {
            let later = words.with("table-column-later", args!(column: name));
            if typeset::icon_button(ui, icon::CARET_DOWN, &later).clicked() {
                commands.push(TableCommand::Shift {
                    facet,
                    to_start: false,
                });
            }
            let earlier = words.with("table-column-earlier", args!(column: name));
            if typeset::icon_button(ui, icon::CARET_UP, &earlier).clicked() {
                commands.push(TableCommand::Shift {
                    facet,
                    to_start: true,
                });
            }
        });
    });
}
