//! The fields, and the column that stands for each, with why and how many records have something in it.

use egui::{Ui, vec2};

use crate::{
    model::{Field, Mapping, Preset},
    query::reason_in_words,
    text::args,
    theme::size,
    typeset::Text,
    ui::{PanelContext, kit},
};

use super::{CHOICES, Looked, named};

pub(super) fn fields_ui(
    ui: &mut Ui,
    context: &PanelContext,
    looked: Looked,
    asked: &mut Option<Mapping>,
) {
    let words = context.words;
    ui.add(Text::new(words.get("mapping-explain")).weak().block());
    for field in Field::ALL {
        // What a code means is known by presets alone, and only one has codes for the end.
        let preset = looked.part.mapping.preset();
        if (field == Field::DatePrecision && preset.is_none())
            || (field == Field::EndPrecision && preset != Some(Preset::Wikidata))
        {
            continue;
        }
        field_ui(ui, context, looked, field, asked);
    }
}

fn field_ui(
    ui: &mut Ui,
    context: &PanelContext,
    looked: Looked,
    field: Field,
    asked: &mut Option<Mapping>,
) {
    let words = context.words;
    let name = words.get(field.key());
    let current = looked.part.mapping.properties(field);
    let current: Vec<&str> = current.iter().map(AsRef::as_ref).collect();
    let nothing = words.get("mapping-nothing");
    let shown = if current.is_empty() {
        nothing.to_owned()
    } else {
        current.join(" + ")
    };
    let mut chosen = None;
    named(ui, context, name, |ui| {
        let choice = kit::Choice {
            name,
            chosen: &shortened(&shown),
            width: CHOICES,
        };
        kit::choice(ui, words, choice, |ui| {
            if kit::list_entry(ui, words, nothing, None, current.is_empty()).clicked() {
                chosen = Some(Vec::new());
            }
            for parts in offered_parts(looked, field) {
                let joined = parts.join(" + ");
                let is_chosen = current.iter().eq(parts.iter());
                if kit::list_entry(ui, words, &joined, None, is_chosen).clicked() {
                    chosen = Some(parts.to_vec());
                }
            }
            for column in &looked.understood.columns {
                let is_chosen = current.contains(&column.name.as_str());
                if kit::list_entry(ui, words, &column.name, None, is_chosen).clicked() {
                    chosen = Some(vec![column.name.clone()]);
                }
            }
        });
        why_ui(ui, context, looked, field);
    });
    if let Some(columns) = chosen {
        *asked = Some(looked.changed(|mapping| {
            match columns.as_slice() {
                [] => mapping.set(field, None),
                [only] => mapping.set(field, Some(only)),
                parts => {
                    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
                    mapping.set_parts(field, &parts);
                }
            }
            mapping.mark_said(field);
        }));
    }
}

/// Columns that may be a date together: a year, a month and a day.
fn offered_parts(looked: Looked<'_>, field: Field) -> impl Iterator<Item = &[String]> {
    let [begin, end] = &looked.understood.parts;
    let parts = match field {
        Field::Date => Some(begin),
        Field::EndDate => Some(end),
        _ => None,
    };
    let parts = parts.map(Vec::as_slice);
    parts.filter(|parts| parts.len() > 1).into_iter()
}

/// Why the columns of a field stand for it and how many records have something in them, above their first values.
fn why_ui(ui: &mut Ui, context: &PanelContext, looked: Looked, field: Field) {
    let words = context.words;
    let mut sources = looked.understood.fields.iter();
    let Some(source) = sources.find(|source| source.field == field) else {
        return;
    };
    let reason = reason_in_words(words, source.reason);
    let why = words.with(
        "mapping-why",
        args!(reason: reason, filled: source.filled, seen: source.seen),
    );
    let room = vec2(ui.available_width(), size::TARGET);
    ui.allocate_ui_with_layout(room, kit::column(words), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add(Text::new(&why).small().truncate());
        let sample = sample(looked, field);
        if !sample.is_empty() {
            ui.add(Text::new(&sample).small().weak().truncate());
        }
    });
}

/// The first values of the columns that stand for a field, in one line.
fn sample(looked: Looked, field: Field) -> String {
    let columns = looked.part.mapping.properties(field);
    let is_one = |name: &str| columns.iter().any(|column| **column == *name);
    let all = looked.understood.columns.iter();
    let values = all
        .filter(|column| is_one(&column.name))
        .flat_map(|column| &column.values);
    let values: Vec<String> = values
        .take(3)
        .map(|value| value.replace('\n', " "))
        .collect();
    values.join(" · ")
}

/// As much of a list of names as a button holds.
fn shortened(text: &str) -> String {
    const LENGTH: usize = 26;
    if text.chars().count() <= LENGTH {
        return text.to_owned();
    }
    let head: String = text.chars().take(LENGTH).collect();
    format!("{}…", head.trim_end())
}
