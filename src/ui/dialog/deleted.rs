//! The records that were deleted: what each was called, who deleted it, when and why; one press brings it back.

use egui::{ScrollArea, Ui, vec2};
use serde_json::Value;

use crate::{
    command::{Commands, EditCommand},
    text::{Catalogue, args},
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{DeletedLine, PanelContext, kit},
};

use super::header;

/// Height of a line in points.
const LINE: f32 = 62.0;

pub(super) fn deleted_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    let lines = context.chrome.deleted;
    header(ui, context, commands, words.get("deleted-title"));
    ui.add(Text::new(words.get("deleted-explain")).weak().block());
    ui.add_space(size::GAP);
    let area = ScrollArea::vertical().auto_shrink([false, false]);
    kit::scroll(ui, words, area, |ui| {
        kit::virtual_rows(ui, LINE, lines.len(), |ui, rows| {
            for number in rows {
                if let Some(line) = lines.get(number) {
                    line_ui(ui, context, number, line, commands);
                }
            }
        });
    });
}

fn line_ui(
    ui: &mut Ui,
    context: &PanelContext,
    number: usize,
    line: &DeletedLine,
    commands: &mut Commands,
) {
    let words = context.words;
    let title = title_of(words, &line.feature);
    let size = vec2(ui.available_width(), LINE);
    ui.allocate_ui_with_layout(size, kit::column(words), |ui| {
        ui.set_min_height(LINE);
        ui.spacing_mut().item_spacing.y = 2.0;
        kit::line(ui, words, |ui| {
            let name = words.with("deleted-bring-back", args!(record: title.as_str()));
            let back = typeset::icon_button(ui, icon::ARROW_COUNTER_CLOCKWISE, &name);
            if back.clicked() {
                commands.push(EditCommand::BringBack(number));
            }
            ui.add(Text::new(&title).strong().truncate());
        });
        let (by, at) = (line.by.as_str(), line.at.as_str());
        let why = line.why.as_deref().unwrap_or("–");
        let said = words.with("deleted-line", args!(by: by, at: at, why: why));
        ui.add(Text::new(&said).small().weak().truncate());
    });
}

fn title_of(words: &Catalogue, feature: &Value) -> String {
    let own = format!("/properties/title:{}", words.content().code());
    let title = [own.as_str(), "/properties/title", "/id"].into_iter();
    let mut title = title.filter_map(|path| feature.pointer(path)?.as_str());
    title.next().unwrap_or("–").to_owned()
}
