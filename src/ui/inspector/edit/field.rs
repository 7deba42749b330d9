//! A field of the form: its name, what is typed, what is wrong with it and what it means.

use egui::{Id, Key, Ui};
use serde_json::Value;

use crate::{
    command::{Commands, EditCommand},
    data::edit::Pointer,
    model::{Kind, When, written_date::edtf_text},
    text::{args, bidi::Base, dates},
    theme::size,
    typeset::{self, Text},
    ui::PanelContext,
};

use super::{Subject, typed::Typed};

/// The form under way.
pub(super) struct EditForm<'a, 'c> {
    pub context: &'a PanelContext<'a>,
    pub subject: &'a Subject<'a>,
    pub commands: &'c mut Commands,
}

/// What is typed and not taken over yet.
#[derive(Clone, Debug, Default)]
struct Draft {
    text: String,
    /// What stood there when it was begun.
    shown: String,
    is_wrong: bool,
}

impl EditForm<'_, '_> {
    /// Asks for another value at `path`; `None`: none.
    pub(super) fn set(&mut self, path: &Pointer, value: Option<Value>) {
        self.commands.push(EditCommand::Set {
            row: self.subject.row,
            changes: vec![(path.clone(), value)],
            why: None,
        });
    }

    /// What is wrong with the property or member called `name`, in the words of every list of issues.
    pub(super) fn issues_ui(&self, ui: &mut Ui, name: &str) {
        let base = name.split_once(':').map_or(name, |(base, _)| base);
        let is_here = |field: &str| {
            field == name || field.split(['.', '[']).next() == Some(base) && field != base
        };
        for issue in self
            .subject
            .issues
            .iter()
            .filter(|issue| is_here(&issue.field))
        {
            let sentence = self.context.words.issue(issue.kind);
            let colour = self.context.theme.palette.warning;
            ui.add(Text::new(sentence).small().colour(colour).block());
        }
    }
}

/// Draws a field for the value at `path`.
pub(super) fn field_ui(
    ui: &mut Ui,
    form: &mut EditForm<'_, '_>,
    name: &str,
    path: &Pointer,
    typed: Typed,
) {
    let there = form.subject.feature.pointer(&path.to_string());
    let typed = typed.for_value(there);
    let shown = typed.shown(there);
    let id = Id::unique(("edit field", form.subject.row, path.to_string()));
    let draft = ui
        .data(|data| data.get_temp::<Draft>(id))
        .filter(|draft| draft.shown == shown);
    let has_draft = draft.is_some();
    let is_wrong = draft.as_ref().is_some_and(|draft| draft.is_wrong);
    let mut text = draft.map_or_else(|| shown.clone(), |draft| draft.text);
    ui.add(Text::new(name).small().weak());
    let field = typeset::TextField::new(id, &mut text, name).wrong(is_wrong);
    let field = match typed {
        Typed::Date | Typed::Number | Typed::Geometry => field.notation().western_digits(),
        Typed::Json => field.mono().notation().lines(1),
        Typed::List => field
            .lines(1)
            .empty_base(Base::of(form.context.words.content())),
        Typed::Lines(lang) => field.lines(2).empty_base(Base::of(lang)),
        Typed::Text(lang) => field.empty_base(Base::of(lang)),
        Typed::Line => field,
    };
    let response = field.show(ui);
    let store = |ui: &Ui, draft: Draft| {
        ui.data_mut(|data| data.insert_temp(id, draft));
    };
    if response.changed() {
        let draft = Draft {
            text: text.clone(),
            shown: shown.clone(),
            is_wrong: false,
        };
        store(ui, draft);
    }
    let is_left = response.lost_focus() && (has_draft || response.changed());
    if is_left {
        ui.data_mut(|data| data.remove_temp::<Draft>(id));
        let is_dropped = ui.input(|input| input.key_pressed(Key::Escape));
        if !is_dropped && text != shown {
            match typed.value(&text) {
                Ok(value) => form.set(path, value),
                Err(_) => store(
                    ui,
                    Draft {
                        text: text.clone(),
                        shown,
                        is_wrong: true,
                    },
                ),
            }
        }
    }
    if let Err(key) = typed.value(&text) {
        let colour = form.context.theme.palette.error;
        ui.add(
            Text::new(form.context.words.get(key))
                .small()
                .colour(colour)
                .block(),
        );
    } else if typed == Typed::Date {
        meaning_ui(ui, form.context, &text);
    }
    form.issues_ui(ui, path.steps().last().map_or("", String::as_str));
    ui.add_space(size::GRID);
}

/// What a date means, in words and in days; of one in words the form that is kept.
fn meaning_ui(ui: &mut Ui, context: &PanelContext<'_>, text: &str) {
    let Ok(edtf) = edtf_text(text.trim(), None) else {
        return;
    };
    let Ok(when) = When::parse(&edtf) else { return };
    let words = context.words;
    let said = dates::in_words(words, &when, Kind::Event);
    let bounds = dates::bounds(words, when.bounds());
    let mut line = words.with(
        "edit-date-means",
        args!(said: said.as_str(), bounds: bounds.as_str()),
    );
    if edtf != text.trim() {
        line = words.with(
            "edit-date-kept-as",
            args!(edtf: &*edtf, meaning: line.as_str()),
        );
    }
    ui.add(Text::new(&line).small().weak().block());
}
