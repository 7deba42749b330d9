//! The pane of documents: their text beside map and form, with what is proposed of it and which records rest on it.

mod coding;
mod text;

use egui::Ui;

use super::{PanelContext, kit};
use crate::{
    command::{Commands, ReaderCommand},
    session::DeskDocument,
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text},
};

/// Draws the pane into the room that `ui` has.
pub fn reader_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    kit::confined(ui, |ui| {
        ui.with_layout(kit::column(context.words), |ui| {
            ui.set_width(ui.available_width());
            egui::Frame::NONE
                .inner_margin(egui::Margin::symmetric(
                    size::MARGIN as i8,
                    size::GRID as i8,
                ))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    head_ui(ui, context, commands);
                    match context.reader.desk.shown() {
                        Some(document) => document_ui(ui, context, document, commands),
                        None => {
                            typeset::weak(ui, context.words.get("reader-empty"));
                        }
                    }
                });
        });
    });
}

/// The heading, with the buttons of the pane.
fn head_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    kit::block_row(ui, kit::row(words), size::TARGET, |ui| {
        ui.add(Text::new(words.get("reader")).strong());
        kit::line_end(ui, words, |ui| {
            if typeset::icon_button(ui, icon::X, words.get("reader-hide")).clicked() {
                commands.push(ReaderCommand::Toggle);
            }
            if typeset::icon_button(ui, icon::FOLDER_OPEN, words.get("action-read-document"))
                .clicked()
            {
                commands.push(ReaderCommand::Ask);
            }
        });
    });
    let desk = context.reader.desk;
    for (at, document) in desk.documents().iter().enumerate() {
        tab_ui(ui, context, at, document, commands);
    }
    if context.reader.is_reading {
        typeset::small(ui, words.get("reader-reading"));
    }
}

/// A line for each document, with the button that takes it away.
fn tab_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    at: usize,
    document: &DeskDocument,
    commands: &mut Commands,
) {
    let words = context.words;
    kit::block_row(ui, kit::row(words), size::TARGET, |ui| {
        kit::line_end(ui, words, |ui| {
            let name = words.with("reader-close", args!(name: document.label.name.as_str()));
            if typeset::icon_button(ui, icon::X, &name).clicked() {
                commands.push(ReaderCommand::Close(at));
            }
            let line = kit::Line {
                glyph: icon::FILE_TEXT,
                text: &document.label.name,
                name: &document.label.name,
                is_chosen: at == context.reader.desk.shown_at(),
            };
            if kit::line_button(ui, context, line).clicked() {
                commands.push(ReaderCommand::Show(at));
            }
        });
    });
}

fn document_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    document: &DeskDocument,
    commands: &mut Commands,
) {
    about_ui(ui, context, document);
    coding::coding_ui(ui, context, document, commands);
    ui.separator();
    text::text_ui(ui, context, document, commands);
}

/// What the document is, and how much of it has been coded.
fn about_ui(ui: &mut Ui, context: &PanelContext<'_>, document: &DeskDocument) {
    let words = context.words;
    let mut coded: Vec<usize> = context
        .reader
        .cites
        .iter()
        .map(|cite| cite.paragraph)
        .collect();
    coded.dedup();
    let about = args!(format: words.document_format(document.label.format), count: document.paragraphs().len(), coded: coded.len());
    let mut parts = vec![words.with("reader-about", about)];
    if let Some(published) = &document.label.published {
        parts.push(words.with("reader-published", args!(date: published.as_str())));
    }
    if document.label.untold > 0 {
        parts.push(words.with("reader-untold", args!(count: document.label.untold)));
    }
    let sentence = parts.join(words.get("list-separator"));
    ui.add(Text::new(&sentence).small().weak().block());
}
