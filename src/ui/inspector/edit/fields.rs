//! Fields that consist of several, and what a record is called beside a field that names it.

use egui::Ui;
use serde_json::Value;

use crate::{
    data::edit::Pointer,
    model::Lang,
    text::args,
    theme::size,
    typeset::Text,
    ui::{PanelContext, kit},
};

use super::{
    field::{EditForm, Typing, field_ui, value_ui},
    typed::Typed,
};

/// Draws fields for a text in each language.
pub(super) fn localised_ui(
    ui: &mut Ui,
    form: &mut EditForm<'_, '_>,
    name: &str,
    path: &Pointer,
    member: &str,
    typed: fn(Lang) -> Typed,
) {
    for lang in Lang::ALL {
        let member = match lang {
            Lang::En => member.to_owned(),
            _ => format!("{member}:{}", lang.code()),
        };
        let words = form.context.words;
        let args = args!(name: name, language: words.language(lang));
        let name = words.with("edit-in-language", args);
        field_ui(ui, form, &name, &path.then(&member), typed(lang));
    }
}

/// Draws a field for how many there are.
pub(super) fn count_ui(ui: &mut Ui, form: &mut EditForm<'_, '_>, name: &str, path: &Pointer) {
    let there = form.there(path).cloned();
    let at = path.then("low");
    let typing = value_ui(ui, form, name, &at, Typed::Count, there.as_ref());
    if let Typing::Done(Some(Value::Object(count))) = typing {
        let members = count.into_iter();
        let members = members.map(|(name, value)| (path.then(&name), Some(value)));
        form.set_all(members.collect());
    }
    let hint = form.context.words.get("edit-count-hint");
    ui.add(Text::new(hint).small().weak().block());
    ui.add_space(size::GRID);
}

/// The title of the record with this id; the id where there is no such record.
pub(super) fn title_of(context: &PanelContext<'_>, id: &str) -> String {
    let dataset = context.document.dataset;
    dataset.row_of(id).map_or_else(
        || id.to_owned(),
        |row| kit::title(context.words, dataset, row).text,
    )
}
