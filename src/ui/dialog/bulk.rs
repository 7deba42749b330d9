//! One value for all marked records of the table, or one text in the place of another: a single step to take back.

use egui::{Id, ScrollArea, Ui, vec2};
use serde_json::Value;

use crate::{
    command::{Commands, EditCommand, ViewCommand},
    data::edit::Pointer,
    model::{
        Kind, Lang, PlacePrecision, Status,
        profile::{PROPERTIES, Property, PropertyKind},
    },
    text::args,
    theme::size,
    typeset::{self, Text},
    ui::inspector::Typed,
};

use super::{
    super::{PanelContext, kit, table::marked_rows},
    header,
};

/// What is filled in.
#[derive(Clone, Debug)]
struct Filled {
    property: &'static str,
    lang: Lang,
    /// Only this text is replaced; empty: the whole value.
    find: String,
    value: String,
}

impl Default for Filled {
    fn default() -> Self {
        Self {
            property: "status",
            lang: Lang::En,
            find: String::new(),
            value: String::new(),
        }
    }
}

impl Filled {
    fn path(&self) -> Pointer {
        match self.lang {
            Lang::En => Pointer::property(self.property),
            lang => Pointer::property(&format!("{}:{}", self.property, lang.code())),
        }
    }

    /// The value for all records.
    fn wanted(&self) -> Result<Option<Value>, &'static str> {
        let kind = PROPERTIES
            .iter()
            .find(|it| it.name == self.property)
            .map(|it| it.kind);
        let typed = match kind {
            Some(PropertyKind::Date) => Typed::Date,
            Some(PropertyKind::Number) => Typed::Number,
            Some(PropertyKind::Texts | PropertyKind::Ids) => Typed::List,
            _ => Typed::Line,
        };
        let word = self.value.trim();
        let is_known = word.is_empty()
            || match self.property {
                "status" => Status::from_name(word).is_some(),
                "kind" => Kind::from_name(word).is_some(),
                "place_precision" => PlacePrecision::from_name(word).is_some(),
                _ => true,
            };
        if is_known {
            typed.value(&self.value)
        } else {
            Err("edit-wrong-word")
        }
    }
}

/// Whether a property can be changed in many records at once.
const fn is_offered(property: &Property) -> bool {
    matches!(
        property.kind,
        PropertyKind::Word
            | PropertyKind::Localised
            | PropertyKind::Date
            | PropertyKind::Number
            | PropertyKind::Texts
            | PropertyKind::Ids
    )
}

pub(super) fn bulk_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    let rows = marked_rows(ui, context);
    header(
        ui,
        context,
        commands,
        &words.with("bulk-title", args!(n: rows.len())),
    );
    let id = Id::unique("bulk edit");
    let mut filled: Filled = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let area = ScrollArea::vertical();
    kit::scroll(ui, words, area, |ui| fields_ui(ui, context, &mut filled));
    ui.add_space(size::GAP);
    let wanted = filled.wanted();
    let is_replaced = !filled.find.is_empty();
    if let (Err(key), false) = (&wanted, is_replaced) {
        let colour = context.theme.palette.error;
        ui.add(Text::new(words.get(key)).small().colour(colour).block());
    }
    let is_possible = !rows.is_empty() && (is_replaced || wanted.is_ok());
    kit::line(ui, words, |ui| {
        let name = words.with("bulk-do", args!(n: rows.len()));
        let button = |ui: &mut Ui| kit::filled_button(ui, context, &name);
        if ui.add_enabled_ui(is_possible, button).inner.clicked() {
            let path = filled.path();
            commands.push(if is_replaced {
                EditCommand::ReplaceMany {
                    rows,
                    path,
                    find: filled.find.clone(),
                    by: filled.value.clone(),
                }
            } else {
                EditCommand::SetMany {
                    rows,
                    path,
                    value: wanted.unwrap_or_default(),
                }
            });
            commands.push(ViewCommand::CloseDialog);
        }
        if typeset::button(ui, words.get("cancel")).clicked() {
            commands.push(ViewCommand::CloseDialog);
        }
    });
    ui.data_mut(|data| data.insert_temp(id, filled));
}

fn fields_ui(ui: &mut Ui, context: &PanelContext, filled: &mut Filled) {
    let words = context.words;
    ui.add(Text::new(words.get("bulk-property")).small().weak());
    let mut is_localised = false;
    kit::wrapped_row(ui, words, vec2(6.0, 6.0), |ui| {
        for property in PROPERTIES.iter().filter(|property| is_offered(property)) {
            let key = format!("edit-field-{}", property.name.replace('_', "-"));
            let name = words.find(&key).unwrap_or(property.name);
            let is_on = filled.property == property.name;
            is_localised |= is_on && property.kind == PropertyKind::Localised;
            if kit::chip(ui, context, None, name, is_on).clicked() {
                filled.property = property.name;
                filled.lang = Lang::En;
            }
        }
    });
    if is_localised {
        ui.add_space(size::GRID);
        kit::wrapped_row(ui, words, vec2(6.0, 6.0), |ui| {
            for lang in Lang::ALL {
                if kit::chip(ui, context, None, words.language(lang), filled.lang == lang).clicked()
                {
                    filled.lang = lang;
                }
            }
        });
    }
    ui.add_space(size::GAP);
    for (key, text) in [
        ("bulk-value", &mut filled.value),
        ("bulk-find", &mut filled.find),
    ] {
        let name = words.get(key);
        ui.add(Text::new(name).small().weak().block());
        typeset::TextField::new(Id::unique(("bulk", key)), text, name).show(ui);
        ui.add_space(size::GRID);
    }
    offers_ui(ui, context, filled);
}

/// The words of a vocabulary, of which one is the value.
fn offers_ui(ui: &mut Ui, context: &PanelContext, filled: &mut Filled) {
    let words = context.words;
    let offers: Vec<(&str, &str)> = match filled.property {
        "status" => Status::ALL
            .iter()
            .map(|it| (it.name(), words.status(*it)))
            .collect(),
        "kind" => [Kind::Event, Kind::Presence]
            .iter()
            .map(|it| (it.name(), words.kind(*it)))
            .collect(),
        "place_precision" => PlacePrecision::ALL
            .iter()
            .map(|it| (it.name(), words.place_precision(*it)))
            .collect(),
        _ => Vec::new(),
    };
    kit::wrapped_row(ui, words, vec2(6.0, 6.0), |ui| {
        for (value, name) in offers {
            if kit::chip(ui, context, None, name, filled.value == value).clicked() {
                value.clone_into(&mut filled.value);
            }
        }
    });
}
