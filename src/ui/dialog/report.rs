//! What a report is to hold, and in which languages.

use egui::Ui;

use crate::{
    command::{Commands, Exported, FileCommand, ReportCommand, ReportOptions, ViewCommand},
    model::Lang,
    text::args,
    theme::size,
    typeset,
};

use super::{
    super::{PanelContext, kit},
    header,
    option_row::{OptionRow, option_row},
};

/// Width of the names of options, in points.
const NAMES: f32 = 110.0;

pub(super) fn report_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    header(ui, context, commands, words.get("report-title"));
    let Some(asked) = context.chrome.report else {
        return;
    };
    typeset::paragraph(ui, words.get("report-explain"));
    ui.add_space(size::GROUP);
    let mut options = asked.clone();
    named(ui, context, "report-languages", |ui| {
        for lang in Lang::ALL {
            let is_on = options.langs.contains(&lang);
            if kit::chip(ui, context, None, words.language(lang), is_on).clicked() {
                options.toggle(lang);
            }
        }
    });
    let bookmarks = context.document.briefing.steps().len();
    named(ui, context, "report-holds", |ui| {
        holds_ui(ui, context, &mut options, bookmarks);
    });
    ui.add_space(size::GROUP);
    let is_possible = options.is_possible(bookmarks);
    if options != *asked {
        commands.push(ReportCommand::Set(options));
    }
    kit::line(ui, words, |ui| {
        ui.add_enabled_ui(is_possible, |ui| {
            let save = kit::filled_button(ui, context, words.get("report-save"));
            if typeset::hint(save, words.get("report-save-hint")).clicked() {
                commands.push(FileCommand::AskExport(Exported::Report));
            }
        });
        if typeset::button(ui, words.get("cancel")).clicked() {
            commands.push(ViewCommand::CloseDialog);
        }
    });
}

fn holds_ui(ui: &mut Ui, context: &PanelContext, options: &mut ReportOptions, bookmarks: usize) {
    let words = context.words;
    let view = words.get("report-holds-view");
    if kit::chip(ui, context, None, view, options.has_view).clicked() {
        options.has_view ^= true;
    }
    let name = words.with("report-holds-bookmarks", args!(n: bookmarks));
    ui.add_enabled_ui(bookmarks > 0, |ui| {
        let is_on = options.has_bookmarks && bookmarks > 0;
        if kit::chip(ui, context, None, &name, is_on).clicked() {
            options.has_bookmarks ^= true;
        }
    });
}

/// A row with the name of an option at its beginning.
fn named(ui: &mut Ui, context: &PanelContext, key: &'static str, contents: impl FnOnce(&mut Ui)) {
    let row = OptionRow {
        key,
        name_width: NAMES,
        below: size::GAP,
    };
    option_row(ui, context, row, contents);
}
