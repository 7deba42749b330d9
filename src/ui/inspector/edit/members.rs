//! What the items of a list consist of, and the control that each member deserves.

use egui::{Ui, vec2};
use serde_json::Value;

use crate::{
    data::edit::Pointer,
    model::{Count, Relationship, Status},
    text::{Catalogue, args},
    theme::size,
    typeset::Text,
    ui::{PanelContext, kit},
};

use super::{
    field::{EditForm, field_ui},
    fields::{count_ui, localised_ui, title_of},
    pick::{record_ui, source_ui},
    typed::Typed,
};

/// What a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemKind {
    Quantity,
    Equipment,
    Claim,
    Related,
}

/// A member of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemMember {
    What,
    Model,
    Sort,
    Count,
    By,
    Says,
    Status,
    Source,
    Locator,
    Relationship,
    Record,
}

impl ItemKind {
    /// What the list called `property` holds.
    pub(super) fn of(property: &str) -> Option<Self> {
        match property {
            "quantities" => Some(Self::Quantity),
            "equipment" => Some(Self::Equipment),
            "claims" => Some(Self::Claim),
            "related" => Some(Self::Related),
            _ => None,
        }
    }

    pub(super) const fn members(self) -> &'static [ItemMember] {
        match self {
            Self::Quantity => &[ItemMember::What, ItemMember::Count],
            Self::Equipment => &[ItemMember::Model, ItemMember::Sort, ItemMember::Count],
            Self::Claim => &[
                ItemMember::By,
                ItemMember::Says,
                ItemMember::Status,
                ItemMember::Source,
                ItemMember::Locator,
            ],
            Self::Related => &[ItemMember::Relationship, ItemMember::Record],
        }
    }

    /// Whether a member of the file has a control of its own.
    pub(super) fn has(self, name: &str) -> bool {
        let base = name.split_once(':').map_or(name, |(base, _)| base);
        let mut own = self.members().iter().flat_map(|member| member.names());
        own.any(|own| *own == base)
    }

    pub(super) const fn add_key(self) -> &'static str {
        match self {
            Self::Quantity => "edit-add-quantity",
            Self::Equipment => "edit-add-equipment",
            Self::Claim => "edit-add-claim",
            Self::Related => "edit-add-related",
        }
    }

    pub(super) const fn new_key(self) -> &'static str {
        match self {
            Self::Quantity => "edit-new-quantity",
            Self::Equipment => "edit-new-equipment",
            Self::Claim => "edit-new-claim",
            Self::Related => "edit-new-related",
        }
    }

    pub(super) const fn remove_key(self) -> &'static str {
        match self {
            Self::Quantity => "edit-remove-quantity",
            Self::Equipment => "edit-remove-equipment",
            Self::Claim => "edit-remove-claim",
            Self::Related => "edit-remove-related",
        }
    }

    /// An item in one line.
    pub(super) fn line(self, context: &PanelContext<'_>, item: &Value) -> String {
        let words = context.words;
        let text = |name: &str| localised(words, item, name);
        let parts = match self {
            Self::Quantity => [number(item), text("what")],
            Self::Equipment => {
                let model = plain(item, "model").to_owned();
                [
                    number(item),
                    if model.is_empty() {
                        text("kind")
                    } else {
                        model
                    },
                ]
            }
            Self::Claim => [text("by"), text("says")],
            Self::Related => {
                let relationship = Relationship::from_name(plain(item, "as"));
                let relationship = relationship.map_or_else(
                    || plain(item, "as").to_owned(),
                    |it| words.relationship(it).to_owned(),
                );
                [relationship, title_of(context, plain(item, "id"))]
            }
        };
        let is_said = |part: &&String| !part.is_empty();
        let parts: Vec<&str> = parts.iter().filter(is_said).map(String::as_str).collect();
        match (self, parts.as_slice()) {
            (_, []) => "–".to_owned(),
            (Self::Claim | Self::Related, [one, other]) => {
                words.with("edit-item-pair", args!(one: *one, other: *other))
            }
            _ => parts.join(" "),
        }
    }
}

impl ItemMember {
    /// What files call it; the first is where its field stands.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::What => &["what"],
            Self::Model => &["model"],
            Self::Sort => &["kind"],
            Self::Count => &["low", "high", "circa"],
            Self::By => &["by"],
            Self::Says => &["says"],
            Self::Status => &["status"],
            Self::Source => &["source"],
            Self::Locator => &["locator"],
            Self::Relationship => &["as"],
            Self::Record => &["id"],
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::What => "edit-member-what",
            Self::Model => "edit-member-model",
            Self::Sort => "edit-member-sort",
            Self::Count => "edit-member-count",
            Self::By => "edit-member-by",
            Self::Says => "edit-member-says",
            Self::Status => "edit-member-status",
            Self::Source => "edit-member-source",
            Self::Locator => "edit-member-locator",
            Self::Relationship => "edit-member-relationship",
            Self::Record => "edit-member-record",
        }
    }
}

/// Draws the control of a member of the item at `path`.
pub(super) fn member_ui(
    ui: &mut Ui,
    form: &mut EditForm<'_, '_>,
    member: ItemMember,
    path: &Pointer,
) {
    let words = form.context.words;
    let name = words.get(member.key());
    let own = member.names().first().copied().unwrap_or_default();
    let at = path.then(own);
    match member {
        ItemMember::What | ItemMember::Sort | ItemMember::By => {
            localised_ui(ui, form, name, path, own, Typed::Text);
        }
        ItemMember::Says => localised_ui(ui, form, name, path, own, Typed::Lines),
        ItemMember::Count => count_ui(ui, form, name, path),
        ItemMember::Model | ItemMember::Locator => {
            field_ui(ui, form, name, &at, Typed::Line);
        }
        ItemMember::Source => source_ui(ui, form, name, &at),
        ItemMember::Record => record_ui(ui, form, name, &at),
        ItemMember::Status => {
            let offers = Status::ALL.map(|it| (it.name(), words.status(it)));
            words_ui(ui, form, name, &at, &offers);
        }
        ItemMember::Relationship => {
            let offers = Relationship::ALL.map(|it| (it.name(), words.relationship(it)));
            words_ui(ui, form, name, &at, &offers);
        }
    }
}

/// The words of a vocabulary, of which one is chosen, or none.
pub(super) fn words_ui<T: AsRef<str>>(
    ui: &mut Ui,
    form: &mut EditForm<'_, '_>,
    name: &str,
    path: &Pointer,
    offers: &[(T, &str)],
) {
    let chosen = form.text(path).to_owned();
    ui.add(Text::new(name).small().weak());
    kit::wrapped_row(ui, form.context.words, vec2(6.0, 6.0), |ui| {
        for (value, text) in offers {
            let value = value.as_ref();
            let is_on = chosen == value;
            if kit::chip(ui, form.context, None, text, is_on).clicked() {
                form.set(path, (!is_on).then(|| value.into()));
            }
        }
    });
    ui.add_space(size::GRID);
}

fn plain<'a>(item: &'a Value, name: &str) -> &'a str {
    item.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A text in the language of what is shown, else in any.
fn localised(words: &Catalogue, item: &Value, name: &str) -> String {
    let own = format!("{name}:{}", words.content().code());
    let names = [own.as_str(), name].into_iter();
    let texts = names.map(|name| plain(item, name));
    let text = texts.into_iter().find(|text| !text.is_empty());
    text.unwrap_or_default().to_owned()
}

fn number(item: &Value) -> String {
    let bound = |name: &str| item.get(name).and_then(Value::as_i64);
    let count = Count {
        low: bound("low"),
        high: bound("high"),
        circa: item.get("circa").and_then(Value::as_bool) == Some(true),
    };
    count.notation()
}
