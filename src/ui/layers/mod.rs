//! The panel at the side of the map: search and filters, the records in the window, layers with their counts, the tray.

mod actors;
mod chips;
mod evidence;
mod excerpt;
mod files;
mod filters;
mod legend;
mod list;
mod picker;
mod rows;
mod search;
mod tray;

use egui::{Frame, Id, Margin, ScrollArea, Ui};

use crate::{
    command::{Commands, FileCommand},
    theme::size,
    typeset::{self, Flush, Text},
};

use super::{
    PanelContext, briefing, difference,
    kit::{self, column},
};

pub(in crate::ui) use picker::listed_ui;
pub use rows::rest_ui;

/// By which the shell puts the caret into the field of the text filter.
#[must_use]
pub fn search_field_id() -> Id {
    Id::unique("filter by text")
}

/// Under which the shell asks for the caret in that field, as a `bool`, so that it is drawn first.
#[must_use]
pub fn asks_for_search_id() -> Id {
    search::asks_focus_id()
}

/// Draws the panel of layers into the room that `ui` has: the whole panel, without a margin of
/// its own.
pub fn layers_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    kit::confined(ui, |ui| scrolled_ui(ui, context, commands));
}

fn scrolled_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let area = ScrollArea::vertical()
        .id_salt("layers")
        .auto_shrink([false, false]);
    kit::scroll(ui, context.words, area, |ui| {
        let margin = Margin::symmetric(size::MARGIN as i8, size::GAP as i8);
        Frame::NONE.inner_margin(margin).show(ui, |ui| {
            ui.with_layout(column(context.words), |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = size::GRID;
                if context.document.dataset.is_empty() {
                    nothing_ui(ui, context, commands);
                } else {
                    parts_ui(ui, context, commands);
                }
            });
        });
    });
}

fn parts_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let room = LayerRoom::begin(ui);
    difference::difference_ui(ui, context, commands);
    let has_bookmarks = !context.document.briefing.steps().is_empty();
    if has_bookmarks {
        briefing::briefing_ui(ui, context, commands);
    }
    filters::filters_ui(ui, context, commands);
    rows::rows_ui(ui, context, &room, commands);
    let after_rows = ui.cursor().top();
    list::list_ui(ui, context, commands);
    room.keep(ui, ui.cursor().top() - after_rows);
    files::files_ui(ui, context, commands);
    tray::tray_ui(ui, context, commands);
    if !has_bookmarks {
        briefing::briefing_ui(ui, context, commands);
    }
}

/// The height that the panel has for the list of records: what is left by what is above it and by the layers, which the
/// last frame has measured.
struct LayerRoom {
    top: f32,
    height: f32,
    layers: f32,
}

impl LayerRoom {
    fn id() -> Id {
        Id::unique("height of the layers")
    }

    fn begin(ui: &Ui) -> Self {
        Self {
            top: ui.cursor().top(),
            height: ui.clip_rect().height() - 2.0 * size::GAP,
            layers: ui
                .data(|data| data.get_temp(Self::id()))
                .unwrap_or_default(),
        }
    }

    /// The height of a list that begins here.
    fn of_list(&self, ui: &Ui) -> f32 {
        self.height - self.layers - (ui.cursor().top() - self.top)
    }

    /// Remembers the height of the layers.
    fn keep(&self, ui: &Ui, layers: f32) {
        if (layers - self.layers).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(Self::id(), layers));
            ui.request_repaint();
        }
    }
}

/// Nothing is open: what to do about it.
fn nothing_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    ui.add_space(size::GROUP);
    ui.add(Text::new(words.get("layers-empty")).heading().block());
    let hint = Text::new(words.get("layers-empty-hint")).weak();
    ui.add(hint.flush(Flush::Start).block());
    ui.add_space(size::GAP);
    if typeset::button(ui, words.get("layers-open")).clicked() {
        commands.push(FileCommand::AskOpen);
    }
    if typeset::button(ui, words.get("layers-open-bundled")).clicked() {
        commands.push(FileCommand::OpenBundled);
    }
}
