//! The fields, and the column that stands for each.

use egui::Ui;

use crate::{
    data::SourceFile,
    model::{Field, Mapping},
    typeset::Text,
    ui::{PanelContext, kit},
};

use super::{look::Look, named};

pub(super) fn fields_ui(
    ui: &mut Ui,
    context: &PanelContext,
    part: &SourceFile,
    look: &Look,
    asked: &mut Option<Mapping>,
) {
    let words = context.words;
    ui.add(Text::new(words.get("mapping-explain")).weak().block());
    for field in Field::ALL {
        // What a code means is known by presets alone.
        if field == Field::DatePrecision && part.mapping.preset().is_none() {
            continue;
        }
        field_ui(ui, context, part, field, look, asked);
    }
}

fn field_ui(
    ui: &mut Ui,
    context: &PanelContext,
    part: &SourceFile,
    field: Field,
    look: &Look,
    asked: &mut Option<Mapping>,
) {
    let words = context.words;
    let name = words.get(field.key());
    let current: Vec<&str> = part
        .mapping
        .properties(field)
        .iter()
        .map(AsRef::as_ref)
        .collect();
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
            width: 220.0,
        };
        kit::choice(ui, words, choice, |ui| {
            if kit::list_entry(ui, words, nothing, None, current.is_empty()).clicked() {
                chosen = Some(None);
            }
            for column in look.names() {
                if kit::list_entry(ui, words, column, None, current.contains(&column)).clicked() {
                    chosen = Some(Some(column.to_owned()));
                }
            }
        });
        ui.add(Text::new(&sample(look, &current)).small().weak().truncate());
    });
    if let Some(column) = chosen {
        let mut mapping = part.mapping.clone();
        mapping.set(field, column.as_deref());
        *asked = Some(mapping);
    }
}

/// The first values of the columns that stand for a field, in one line.
fn sample(look: &Look, columns: &[&str]) -> String {
    let all = look.columns.list.iter();
    let values = all
        .filter(|column| columns.contains(&&*column.name))
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
