//! What the program is, of whose work it is made, and under which licences.

use egui::{ScrollArea, Ui};

use crate::{
    command::Commands,
    text::args,
    theme::size,
    typeset::{self, Text},
};

use super::{
    super::{PanelContext, kit},
    header,
};

/// Catalogue keys of the credits: heading and text.
const CREDITS: [(&str, &str); 3] = [
    ("about-map", "about-map-credit"),
    ("about-fonts", "about-fonts-credit"),
    ("about-licence", "about-licence-text"),
];

pub(super) fn about_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    header(ui, context, commands, words.get("app-name"));
    let area = ScrollArea::vertical();
    kit::scroll(ui, context.words, area, |ui| {
        let version = words.with("about-version", args!(version: env!("CARGO_PKG_VERSION")));
        typeset::weak(ui, &version);
        ui.add_space(size::GAP);
        typeset::paragraph(ui, words.get("about-purpose"));
        typeset::paragraph(ui, words.get("about-offline"));
        for part in context.document.dataset.parts() {
            section(
                ui,
                &part.title(words.content()),
                part.description().text(words.content()),
            );
        }
        for (heading, text) in CREDITS {
            section(ui, words.get(heading), words.get(text));
        }
    });
}

fn section(ui: &mut Ui, heading: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    ui.add_space(size::GROUP);
    typeset::heading(ui, heading);
    ui.add(Text::new(text).block().airy().weak());
}
