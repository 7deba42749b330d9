//! The selected record as a form: each property of the profile has a control, and what is typed is a change of its own.

mod field;
mod fields;
mod history;
mod items;
mod members;
mod mend;
mod pick;
mod shape;
mod typed;
mod unsettled;

use std::borrow::Cow;

use egui::{Id, Ui, vec2};
use serde_json::{Map, Value};

use crate::{
    command::{Commands, EditCommand},
    data::{SourceFile, edit::Pointer, merge::UNSETTLED},
    model::{
        Issue, Kind, Lang, Layer, PlacePrecision, RowId, Status,
        profile::{PROPERTIES, Property, PropertyKind, property},
    },
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

use super::{SIDE, inset};
use field::{EditForm, field_ui};
use items::items_ui;
use members::{ItemKind, words_ui};
pub(in crate::ui) use pick::take_pick;
pub(in crate::ui) use typed::Typed;

/// A record under change.
struct Subject<'a> {
    row: RowId,
    /// By what is kept of its fields: a change gives it another row.
    key: Id,
    feature: &'a Value,
    issues: &'a [Issue],
}

/// Draws the form of the record at `row`.
pub(super) fn form_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    row: RowId,
    commands: &mut Commands,
) {
    let dataset = context.document.dataset;
    let text = context
        .document
        .editing
        .text
        .map_or_else(|| dataset.feature(row), Cow::Borrowed);
    inset(SIDE, size::MARGIN as i8).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::GRID;
        tools_ui(ui, context, row, commands);
        let Ok(feature) = serde_json::from_str::<Value>(&text) else {
            ui.add(Text::new(context.words.get("edit-unreadable")).block());
            return;
        };
        let issues = part_issues(dataset.file_of(row), &text);
        let id = feature.get("id").map(Value::to_string);
        let subject = Subject {
            row,
            key: id.map_or_else(
                || Id::unique(("record", row)),
                |id| Id::unique(("record", id)),
            ),
            feature: &feature,
            issues: &issues,
        };
        let mut form = EditForm {
            context,
            subject: &subject,
            commands,
        };
        fields_ui(ui, &mut form);
        history::history_ui(ui, context, form.commands);
    });
}

fn part_issues(part: &SourceFile, text: &str) -> Vec<Issue> {
    part.read(text).1
}

fn fields_ui(ui: &mut Ui, form: &mut EditForm<'_, '_>) {
    let words = form.context.words;
    let has_unsettled = unsettled::unsettled_ui(ui, form);
    field_ui(
        ui,
        form,
        words.get("edit-field-id"),
        &Pointer::of(["id"]),
        Typed::Line,
    );
    for property in PROPERTIES
        .iter()
        .filter(|property| property.kind != PropertyKind::Derived)
    {
        property_ui(ui, form, property);
        if property.name == "place" {
            let path = Pointer::of(["geometry"]);
            field_ui(
                ui,
                form,
                words.get("edit-field-geometry"),
                &path,
                Typed::Geometry,
            );
            ui.add(
                Text::new(words.get("edit-place-hint"))
                    .small()
                    .weak()
                    .block(),
            );
            shape::shape_ui(ui, form);
            ui.add_space(size::GRID);
        }
    }
    let nothing = Map::new();
    let properties = form
        .subject
        .feature
        .get("properties")
        .and_then(Value::as_object);
    let is_own = |name: &&String| property(name).is_none();
    let is_drawn = |name: &&String| has_unsettled && *name == UNSETTLED;
    let others: Vec<&String> = properties
        .unwrap_or(&nothing)
        .keys()
        .filter(|name| is_own(name) && !is_drawn(name))
        .collect();
    for name in others {
        field_ui(ui, form, name, &Pointer::property(name), Typed::Json);
    }
    let issues = form.subject.issues.iter();
    let whole: Vec<&Issue> = issues.filter(|issue| issue.field.is_empty()).collect();
    for issue in whole {
        let sentence = words.issue(issue.kind);
        ui.add(
            Text::new(sentence)
                .small()
                .colour(form.context.theme.palette.warning)
                .block(),
        );
    }
}

fn property_ui(ui: &mut Ui, form: &mut EditForm<'_, '_>, property: &Property) {
    let words = form.context.words;
    let key = format!("edit-field-{}", property.name.replace('_', "-"));
    let name = words.find(&key).unwrap_or(property.name).to_owned();
    let path = Pointer::property(property.name);
    let typed = match property.kind {
        PropertyKind::Word => {
            choices_ui(ui, form, &name, property.name);
            if property.name == "layer" {
                let other = words.get("edit-field-layer-other");
                field_ui(ui, form, other, &path, Typed::Line);
            }
            return;
        }
        PropertyKind::Localised => {
            for lang in Lang::ALL {
                let path = match lang {
                    Lang::En => path.clone(),
                    _ => Pointer::property(&format!("{}:{}", property.name, lang.code())),
                };
                let language = words.language(lang);
                let name = words.with(
                    "edit-in-language",
                    args!(name: name.as_str(), language: language),
                );
                let typed = Typed::of_text(property.name, lang);
                let draft = field_ui(ui, form, &name, &path, typed);
                if let ("place", Some(draft)) = (property.name, draft) {
                    pick::places_ui(ui, form, &draft);
                }
            }
            return;
        }
        PropertyKind::Date => Typed::Date,
        PropertyKind::Number => Typed::Number,
        PropertyKind::Texts | PropertyKind::Ids => Typed::List,
        PropertyKind::Members if property.name == "review" => {
            return review_ui(ui, form, &name, &path);
        }
        PropertyKind::Objects
        | PropertyKind::Links
        | PropertyKind::Members
        | PropertyKind::Derived => match ItemKind::of(property.name) {
            Some(kind) => return items_ui(ui, form, kind, &name, &path),
            None => Typed::Json,
        },
    };
    field_ui(ui, form, &name, &path, typed);
    if property.kind == PropertyKind::Ids {
        pick::sources_ui(ui, form);
    }
}

/// How far a record has come, by whom and when, and what is to be said of that.
fn review_ui(ui: &mut Ui, form: &mut EditForm<'_, '_>, name: &str, path: &Pointer) {
    if form.there(path).is_some_and(|review| !review.is_object()) {
        field_ui(ui, form, name, path, Typed::Json);
        return;
    }
    let words = form.context.words;
    let offers = [
        ("draft", words.get("review-draft")),
        ("ready", words.get("review-ready")),
        ("reviewed", words.get("review-reviewed")),
    ];
    words_ui(ui, form, name, &path.then("state"), &offers);
    if form.there(path).is_some() {
        for (member, key, typed) in [
            ("by", "edit-review-by", Typed::Line),
            ("at", "edit-review-at", Typed::Date),
            ("note", "edit-review-note", Typed::Line),
        ] {
            field_ui(ui, form, words.get(key), &path.then(member), typed);
        }
    }
    form.issues_ui(ui, "review");
}

/// The words of a vocabulary, of which one is chosen.
fn choices_ui(ui: &mut Ui, form: &mut EditForm<'_, '_>, name: &str, property: &'static str) {
    let words = form.context.words;
    let offers: Vec<(String, String)> = match property {
        "status" => Status::ALL
            .iter()
            .map(|it| (it.name().to_owned(), words.status(*it).to_owned()))
            .collect(),
        "kind" => [Kind::Event, Kind::Presence]
            .iter()
            .map(|it| (it.name().to_owned(), words.kind(*it).to_owned()))
            .collect(),
        "place_precision" => PlacePrecision::ALL
            .iter()
            .map(|it| (it.name().to_owned(), words.place_precision(*it).to_owned()))
            .collect(),
        _ => {
            let known = form.context.document.dataset.layers().iter();
            let others = known.filter(|it| !Layer::PROFILE.contains(it));
            Layer::PROFILE
                .iter()
                .chain(others)
                .map(|it| (it.name().to_owned(), words.layer(it).to_owned()))
                .collect()
        }
    };
    let path = Pointer::property(property);
    let chosen = form
        .subject
        .feature
        .pointer(&path.to_string())
        .and_then(Value::as_str);
    let chosen = chosen.map(str::to_owned);
    ui.add(Text::new(name).small().weak());
    kit::wrapped_row(ui, words, vec2(6.0, 6.0), |ui| {
        for (value, text) in offers {
            let is_on = chosen.as_deref() == Some(value.as_str());
            let chip = kit::chip(ui, form.context, None, &text, is_on);
            if chip.clicked() {
                let wanted = (!is_on).then(|| Value::from(value.as_str()));
                form.set(&path, wanted);
            }
        }
    });
    form.issues_ui(ui, property);
    ui.add_space(size::GRID);
}

fn tools_ui(ui: &mut Ui, context: &PanelContext<'_>, row: RowId, commands: &mut Commands) {
    let words = context.words;
    let editing = context.document.editing;
    let asks = Id::unique("reason to delete");
    kit::wrapped_row(ui, words, vec2(size::GRID, size::GRID), |ui| {
        let done = typeset::button_with_icon(ui, icon::CHECK, words.get("edit-done"));
        if typeset::hint(done, words.get("edit-done-hint")).clicked() {
            commands.push(EditCommand::Toggle);
        }
        for (glyph, key, command, is_possible) in [
            (
                icon::ARROW_COUNTER_CLOCKWISE,
                "action-undo",
                EditCommand::Undo,
                editing.can_undo,
            ),
            (
                icon::ARROW_CLOCKWISE,
                "action-redo",
                EditCommand::Redo,
                editing.can_redo,
            ),
            (
                icon::COPY,
                "edit-duplicate",
                EditCommand::Duplicate(row),
                true,
            ),
        ] {
            let button = |ui: &mut Ui| typeset::icon_button(ui, glyph, words.get(key));
            if ui.add_enabled_ui(is_possible, button).inner.clicked() {
                commands.push(command);
            }
        }
        if typeset::icon_button(ui, icon::TRASH, words.get("edit-delete")).clicked() {
            let is_asked = ui.data(|data| data.get_temp::<String>(asks)).is_some();
            ui.data_mut(|data| {
                if is_asked {
                    data.remove_temp::<String>(asks);
                } else {
                    data.insert_temp(asks, String::new());
                }
            });
        }
    });
    if let Some(mut why) = ui.data(|data| data.get_temp::<String>(asks)) {
        let name = words.get("edit-delete-why");
        ui.add(Text::new(name).small().weak().block());
        let response = typeset::TextField::new(asks.with("field"), &mut why, name).show(ui);
        if response.changed() {
            ui.data_mut(|data| data.insert_temp(asks, why.clone()));
        }
        let is_given = !why.trim().is_empty();
        let button =
            |ui: &mut Ui| typeset::button_with_icon(ui, icon::TRASH, words.get("edit-delete-now"));
        if ui.add_enabled_ui(is_given, button).inner.clicked() {
            ui.data_mut(|data| data.remove_temp::<String>(asks));
            commands.push(EditCommand::Delete {
                row,
                why: why.trim().to_owned(),
            });
        }
    }
    ui.add_space(size::GAP);
}
