//! The changes, layer by layer, one a row.

use egui::Ui;

use super::{kind_hint_key, kind_icon, kind_key};
use crate::{
    command::{Commands, SelectCommand},
    model::Status,
    query::{Change, Summary},
    text::args,
    theme::size,
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

/// Changes that a layer shows; further ones are counted, and are all in an export.
pub const MOST_ROWS: usize = 60;

pub(super) fn rows_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    summary: &Summary,
    commands: &mut Commands,
) {
    if summary.layers.is_empty() {
        let text = context.words.get("difference-none");
        ui.add(Text::new(text).small().weak().block());
    }
    for changes in &summary.layers {
        ui.add_space(size::GRID);
        ui.add(
            Text::new(context.words.layers(&changes.layer))
                .small()
                .strong()
                .block(),
        );
        for change in &changes.first {
            row_ui(ui, context, change, commands);
        }
        if changes.total > changes.first.len() {
            let more = changes.total - changes.first.len();
            let text = context.words.with("timeline-more", args!(n: more));
            ui.add(Text::new(&text).small().weak().block());
        }
    }
}

fn row_ui(ui: &mut Ui, context: &PanelContext<'_>, change: &Change, commands: &mut Commands) {
    let Some(row) = change.row() else {
        return;
    };
    let words = context.words;
    let name = context.document.dataset.name_of(row, words.lang());
    let is_selected = context.document.selection.selected == Some(row);
    let text = if change.is_certain {
        name.clone()
    } else {
        words.with("difference-possible", args!(name: name.as_str()))
    };
    let kind = words.get(kind_key(change.kind));
    let line = kit::Line {
        glyph: kind_icon(change.kind),
        text: &text,
        name: &words.with("difference-row", args!(kind: kind, name: text.as_str())),
        is_chosen: is_selected,
    };
    let response = kit::line_button(ui, context, line);
    if typeset::hint(response, &in_words(context, change, &name)).clicked() {
        commands.push(SelectCommand::Reveal(row));
    }
}

/// What became of a record, and why it is said.
fn in_words(context: &PanelContext<'_>, change: &Change, name: &str) -> String {
    let words = context.words;
    let mut lines = vec![
        name.to_owned(),
        words.get(kind_hint_key(change.kind)).to_owned(),
    ];
    let replaced = change.before.filter(|before| Some(*before) != change.after);
    if let (Some(before), Some(_)) = (replaced, change.after) {
        let other = context.document.dataset.name_of(before, words.lang());
        lines.push(words.with("difference-from", args!(name: other.as_str())));
    }
    if let Some((before, after)) = &change.statuses {
        let list = |statuses: &[Status]| {
            let names: Vec<&str> = statuses
                .iter()
                .map(|status| words.status(*status))
                .collect();
            names.join(words.get("list-separator"))
        };
        let (before, after) = (list(before), list(after));
        lines.push(words.with(
            "difference-statuses",
            args!(before: before.as_str(), after: after.as_str()),
        ));
    }
    if !change.is_certain {
        lines.push(words.get("difference-possible-hint").to_owned());
    }
    lines.join("\n")
}
