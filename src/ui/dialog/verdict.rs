//! What came of verifying a bundle: whether it is whole, and each file that is not as it was sealed.

use egui::{ScrollArea, Ui};

use crate::{
    command::{Commands, ViewCommand},
    io::bundle::verify::Note,
    theme::{fonts::icon, size},
    typeset::{self, Text},
};

use super::{
    super::{PanelContext, kit},
    header,
};

/// Points that a line of the list takes at least.
const ROW_HEIGHT: f32 = 22.0;

pub(super) fn verdict_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    header(ui, context, commands, words.get("verify-title"));
    let Some(verified) = context.chrome.verdict else {
        return;
    };
    let sentence = verified.sentence(words);
    typeset::paragraph(ui, &sentence);
    let notes = match &verified.result {
        Ok(verdict) => &verdict.notes[..],
        Err(_) => &[],
    };
    ui.add(
        Text::new(words.get("bundle-not-true"))
            .small()
            .weak()
            .block(),
    );
    if notes.is_empty() {
        return;
    }
    let lines = || notes.iter().map(|note| note.sentence(words));
    kit::line(ui, words, |ui| {
        kit::line_end(ui, words, |ui| {
            if typeset::icon_button(ui, icon::COPY, words.get("verify-copy")).clicked() {
                let text = lines().collect::<Vec<String>>().join("\n");
                let notice = "verify-copied";
                commands.push(ViewCommand::Copy { text, notice });
            }
        });
    });
    ui.add_space(size::GRID);
    let area = ScrollArea::vertical().auto_shrink(false);
    kit::scroll_by(ui, words, area, |area, ui| {
        area.show_rows(ui, ROW_HEIGHT, notes.len(), |ui, shown| {
            for note in notes.get(shown).unwrap_or_default() {
                note_ui(ui, context, note);
            }
        })
    });
}

/// A fault in the colour of errors, a remark weaker; the words say which it is.
fn note_ui(ui: &mut Ui, context: &PanelContext, note: &Note) {
    let sentence = note.sentence(context.words);
    let text = Text::new(&sentence).truncate();
    let text = if note.what.is_fault() {
        text.colour(context.theme.palette.error)
    } else {
        text.weak()
    };
    let response = ui.add(text);
    typeset::hint(response, &sentence);
}
