//! A field of the form: its name, what is typed, what is wrong with it and what it means.

use egui::{Id, Key, Ui};
use serde_json::{Map, Value};

use crate::{
    command::{Commands, EditCommand},
    data::edit::Pointer,
    model::{Kind, When, written_date::edtf_text},
    text::{args, bidi::Base, dates},
    theme::size,
    typeset::{self, Text},
    ui::PanelContext,
};

use super::{Subject, mend::mends_ui, typed::Typed};

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

/// A value that is wanted somewhere; `None`: none.
pub(super) type Wanted = (Pointer, Option<Value>);

impl EditForm<'_, '_> {
    /// The value at `path`.
    pub(super) fn there(&self, path: &Pointer) -> Option<&Value> {
        self.subject.feature.pointer(&path.to_string())
    }

    /// The text at `path`; empty where there is none.
    pub(super) fn text(&self, path: &Pointer) -> &str {
        self.there(path).and_then(Value::as_str).unwrap_or_default()
    }

    /// Asks for another value at `path`; `None`: none.
    pub(super) fn set(&mut self, path: &Pointer, value: Option<Value>) {
        self.set_all(vec![(path.clone(), value)]);
    }

    /// Asks for several values in one step. What is to hold them and is not there yet, such as a claim or the list of claims,
    /// comes into being with them.
    pub(super) fn set_all(&mut self, wanted: Vec<Wanted>) {
        let changes = with_holders(self.subject.feature, wanted);
        self.commands.push(EditCommand::Set {
            row: self.subject.row,
            changes,
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

/// The values, those in one holder that is not there as one value: the holder.
pub(super) fn with_holders(feature: &Value, wanted: Vec<Wanted>) -> Vec<Wanted> {
    let mut changes: Vec<Wanted> = Vec::new();
    let mut missing: Vec<(Pointer, Map<String, Value>)> = Vec::new();
    for (path, value) in wanted {
        let holder = path.split().filter(|(steps, _)| steps.len() > 1);
        let holder = holder.map(|(steps, name)| (Pointer::of(steps.iter().cloned()), name));
        let is_there = |holder: &Pointer| feature.pointer(&holder.to_string()).is_some();
        match holder.filter(|(holder, _)| !is_there(holder)) {
            None => changes.push((path, value)),
            Some((holder, name)) => {
                let at = missing.iter().position(|(known, _)| *known == holder);
                let at = at.unwrap_or_else(|| {
                    missing.push((holder, Map::new()));
                    missing.len() - 1
                });
                if let (Some((_, object)), Some(value)) = (missing.get_mut(at), value) {
                    object.insert(name.to_owned(), value);
                }
            }
        }
    }
    let missing = missing.into_iter().filter(|(_, object)| !object.is_empty());
    changes.extend(missing.map(|(path, object)| {
        let list = path.split().filter(|(steps, _)| steps.len() > 1);
        let list = list.map(|(steps, _)| Pointer::of(steps.iter().cloned()));
        match list.filter(|list| feature.pointer(&list.to_string()).is_none()) {
            Some(list) => (list, Some(Value::from(vec![Value::from(object)]))),
            None => (path, Some(object.into())),
        }
    }));
    changes
}

/// Draws a field for the value at `path`. Gives what stands in it and is not taken over.
pub(super) fn field_ui(
    ui: &mut Ui,
    form: &mut EditForm<'_, '_>,
    name: &str,
    path: &Pointer,
    typed: Typed,
) -> Option<String> {
    let there = form.there(path).cloned();
    let draft = match value_ui(ui, form, name, path, typed, there.as_ref()) {
        Typing::None => None,
        Typing::Draft(text) => Some(text),
        Typing::Done(value) => {
            form.set(path, value);
            None
        }
    };
    // What is wrong inside a list is said once, under the list.
    if let [name] | [_, name] = path.steps() {
        form.issues_ui(ui, name);
    }
    ui.add_space(size::GRID);
    draft
}

/// What came of a field in a frame.
pub(super) enum Typing {
    /// It says what is there.
    None,
    /// This stands in it and is not taken over.
    Draft(String),
    /// It was left with another value; `None`: without one.
    Done(Option<Value>),
}

/// Draws a field for a value, which is at `path` or in what is there.
pub(super) fn value_ui(
    ui: &mut Ui,
    form: &EditForm<'_, '_>,
    name: &str,
    path: &Pointer,
    typed: Typed,
    there: Option<&Value>,
) -> Typing {
    let typed = typed.for_value(there);
    let shown = typed.shown(there);
    let id = form.subject.key.with(("edit field", path.to_string()));
    let draft = ui
        .data(|data| data.get_temp::<Draft>(id))
        .filter(|draft| draft.shown == shown);
    let has_draft = draft.is_some();
    let is_wrong = draft.as_ref().is_some_and(|draft| draft.is_wrong);
    let mut text = draft.map_or_else(|| shown.clone(), |draft| draft.text);
    ui.add(Text::new(name).small().weak());
    let field = typeset::TextField::new(id, &mut text, name).wrong(is_wrong);
    let response = laid_out(field, typed, form.context).show(ui);
    let draft = Draft {
        text,
        shown,
        is_wrong: false,
    };
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, draft.clone()));
    }
    let is_left = response.lost_focus() && (has_draft || response.changed());
    let mut typing = if is_left {
        left(ui, id, typed, &draft)
    } else {
        Typing::None
    };
    if let Err(key) = typed.value(&draft.text) {
        let colour = form.context.theme.palette.error;
        let sentence = Text::new(form.context.words.get(key));
        ui.add(sentence.small().colour(colour).block());
    } else if typed == Typed::Date {
        meaning_ui(ui, form.context, &draft.text);
    }
    let has_focus = response.has_focus();
    if let Some(mend) = mends_ui(ui, form.context, id, has_focus, typed, &draft.text) {
        ui.data_mut(|data| data.remove_temp::<Draft>(id));
        typing = Typing::Done(mend.value);
    }
    match typing {
        Typing::None if draft.text != draft.shown => Typing::Draft(draft.text),
        typing => typing,
    }
}

/// The field as what is typed into it wants it.
fn laid_out<'a>(
    field: typeset::TextField<'a>,
    typed: Typed,
    context: &PanelContext<'_>,
) -> typeset::TextField<'a> {
    match typed {
        Typed::Date | Typed::Number | Typed::Count | Typed::Geometry => {
            field.notation().western_digits()
        }
        Typed::Json => field.mono().notation().lines(1),
        Typed::List => field.lines(1).empty_base(Base::of(context.words.content())),
        Typed::Lines(lang) => field.lines(2).empty_base(Base::of(lang)),
        Typed::Text(lang) => field.empty_base(Base::of(lang)),
        Typed::Line | Typed::Words => field,
    }
}

/// Takes over what was typed where the field was left; what is no value stays, and is marked as wrong.
fn left(ui: &Ui, id: Id, typed: Typed, draft: &Draft) -> Typing {
    ui.data_mut(|data| data.remove_temp::<Draft>(id));
    let is_dropped = ui.input(|input| input.key_pressed(Key::Escape));
    if is_dropped || draft.text == draft.shown {
        return Typing::None;
    }
    if let Ok(value) = typed.value(&draft.text) {
        return Typing::Done(value);
    }
    let wrong = Draft {
        is_wrong: true,
        ..draft.clone()
    };
    ui.data_mut(|data| data.insert_temp(id, wrong));
    Typing::None
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_holds_a_value_comes_into_being_with_it() {
        let feature = json!({"properties": {"claims": [{"by": "a"}]}});
        let pointer = |text: &str| Pointer::parse(text).unwrap();
        let changes = |wanted: &[(&str, Value)]| {
            let wanted = wanted.iter();
            let wanted = wanted.map(|(path, value)| (pointer(path), Some(value.clone())));
            let changes = with_holders(&feature, wanted.collect()).into_iter();
            let changes =
                changes.map(|(path, value)| (path.to_string(), value.unwrap_or_default()));
            changes.collect::<Vec<_>>()
        };
        let own = |path: &str, value: Value| (path.to_owned(), value);
        assert_eq!(
            changes(&[("/properties/claims/0/by", json!("b"))]),
            [own("/properties/claims/0/by", json!("b"))]
        );
        assert_eq!(
            changes(&[("/properties/claims/1/by", json!("b"))]),
            [own("/properties/claims/1", json!({"by": "b"}))]
        );
        assert_eq!(
            changes(&[
                ("/properties/quantities/0/low", json!(1)),
                ("/properties/quantities/0/high", json!(2)),
                ("/properties/title", json!("c")),
            ]),
            [
                own("/properties/title", json!("c")),
                own("/properties/quantities", json!([{"low": 1, "high": 2}])),
            ]
        );
        assert_eq!(
            changes(&[("/properties/review/state", json!("draft"))]),
            [own("/properties/review", json!({"state": "draft"}))]
        );
    }
}
