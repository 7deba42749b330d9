//! Which words of which document each value rests on, who put it there, and which values name none.

use egui::{Ui, vec2};

use crate::{
    command::{Commands, ViewCommand},
    model::RecordValue,
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{ChangeLine, PanelContext, kit},
};

use super::{
    card::{Card, ValueCard, WordsCard},
    evidence::sheet,
    lines::{heading_ui, own, own_line},
};

/// Letters of a digest that are shown; all of them are copied.
const SHOWN: usize = 12;

/// The values with their words; of a record that names none a line that says so.
pub(super) fn words_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    card: &Card,
    commands: &mut Commands,
) {
    let all = card.values.len();
    let lacking = card.values.iter().filter(|it| it.words.is_none()).count();
    if all == 0 {
        return;
    }
    let words = context.words;
    heading_ui(ui, context, "card-words", None);
    let summary = if lacking == 0 {
        words.with("card-words-all", args!(n: all))
    } else {
        words.with("card-words-lacking", args!(n: lacking, all: all))
    };
    let line = ui.add(Text::new(&summary).small().weak().block());
    typeset::hint(line, words.get("card-words-hint"));
    if lacking == all {
        return;
    }
    // What is said of a claim's place in a source stands with the claim.
    let is_said = |value: &&ValueCard| {
        let is_claim = matches!(value.value, RecordValue::Claim(_));
        let words = value.words.as_ref();
        !is_claim || words.is_none_or(|words| words.quote.is_some())
    };
    for value in card.values.iter().filter(is_said) {
        value_ui(ui, context, value, commands);
    }
}

fn value_ui(ui: &mut Ui, context: &PanelContext<'_>, value: &ValueCard, commands: &mut Commands) {
    let Some(words) = &value.words else {
        return lacking_ui(ui, context, value);
    };
    sheet(context).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.add(own(context, &value.text).medium());
        if let Some(quote) = &words.quote {
            // In the direction of the document, not of the program.
            let quote = context
                .words
                .with("card-words-quote", args!(words: quote.as_str()));
            ui.add(Text::new(&quote).block());
        }
        ui.add(own(context, &words.reference).small().weak());
        digest_ui(ui, context, words, commands);
        if let Some(change) = coded(context, value) {
            let (by, at) = (change.by.as_str(), change.at.as_str());
            let text = context
                .words
                .with("card-words-coded", args!(by: by, at: at));
            ui.add(own(context, &text).small().weak());
        }
    });
    ui.add_space(2.0);
}

/// A value that names no words, on a line of its own.
fn lacking_ui(ui: &mut Ui, context: &PanelContext<'_>, value: &ValueCard) {
    let none = context.words.get("card-words-none");
    let text = format!("{} {}", icon::CIRCLE_DASHED, value.text);
    let line = ui.add(own(context, &text).small().weak());
    let name = context.words.with(
        "card-words-value",
        args!(name: none, value: value.text.as_str()),
    );
    typeset::hint(line.accessible_name(&name), none);
}

/// The digest of the document that the words were chosen in; a click copies it.
fn digest_ui(ui: &mut Ui, context: &PanelContext<'_>, words: &WordsCard, commands: &mut Commands) {
    let Some(sha256) = &words.sha256 else { return };
    let name = context
        .words
        .with("card-words-copy-digest", args!(digest: sha256.as_str()));
    kit::wrapped_row(ui, context.words, vec2(size::GAP, 2.0), |ui| {
        let shown = sha256.get(..SHOWN).unwrap_or(sha256);
        ui.add(own_line(context, "SHA-256").small().weak());
        let text = Text::new(shown).mono().sense(egui::Sense::click());
        let response = typeset::hint(ui.add(text), &name);
        let is_pressed = typeset::icon_button(ui, icon::COPY, &name).clicked();
        if response.clicked() || is_pressed {
            commands.push(ViewCommand::Copy {
                text: sha256.clone(),
                notice: "copied-digest",
            });
        }
    });
}

/// The last change that gave the value what it is, as far as the log has been read.
fn coded<'a>(context: &PanelContext<'a>, value: &ValueCard) -> Option<&'a ChangeLine> {
    let changes = context.document.editing.history.iter().rev();
    let mut standing = changes.filter(|line| !line.is_undo && !line.is_taken_back);
    standing.find(|line| {
        let mut paths = line.values.iter().map(|value| value.path.as_str());
        paths.any(|path| path.is_empty() || value.value.is_named_by(path))
    })
}
