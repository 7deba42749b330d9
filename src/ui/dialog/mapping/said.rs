//! What the file does not say itself: the zone of its times, the century of its years, and what every record is that
//! does not say it.

use egui::{Id, Ui};

use crate::{
    data::{SETTABLE, constant},
    model::{Century, DateOrder, Field, Kind, Layer, Mapping, Status},
    theme::size,
    typeset::Text,
    ui::{PanelContext, kit},
};

use super::{
    CHOICES, Looked,
    answers::{crs_ui, order_key, zone_ui},
    named,
    typed::{TypedField, typed_ui},
};

pub(super) fn said_ui(
    ui: &mut Ui,
    context: &PanelContext,
    looked: Looked,
    asked: &mut Option<Mapping>,
) {
    let words = context.words;
    ui.add_space(size::GAP);
    ui.add(Text::new(words.get("mapping-said")).medium());
    ui.add(
        Text::new(words.get("mapping-said-hint"))
            .small()
            .weak()
            .block(),
    );
    named(ui, context, words.get("mapping-zone"), |ui| {
        zone_ui(ui, context, looked, "said", asked);
    });
    named(ui, context, words.get("mapping-crs"), |ui| {
        crs_ui(ui, context, looked, "said", asked);
    });
    century_ui(ui, context, looked, asked);
    if looked.part.mapping.preset().is_none() {
        order_ui(ui, context, looked, asked);
    }
    for field in SETTABLE {
        constant_ui(ui, context, looked, field, asked);
    }
}

/// Something to choose for the whole file: its name in words, and whether it is chosen.
type Offer<T> = (String, bool, T);

/// What was said in a row: a value, or that there is none.
struct Chosen<T>(Option<T>);

/// A row with what there is to choose; what was chosen.
fn choice_ui<T: Clone>(
    ui: &mut Ui,
    context: &PanelContext,
    name: &str,
    offers: &[Offer<T>],
) -> Option<Chosen<T>> {
    let words = context.words;
    let nothing = words.get("mapping-nothing");
    let chosen = offers.iter().find(|(_, is_chosen, _)| *is_chosen);
    let mut said = None;
    named(ui, context, name, |ui| {
        let choice = kit::Choice {
            name: &format!("{name} ({})", words.get("mapping-said")),
            chosen: chosen.map_or(nothing, |(name, ..)| name),
            width: CHOICES,
        };
        kit::choice(ui, words, choice, |ui| {
            if kit::list_entry(ui, words, nothing, None, chosen.is_none()).clicked() {
                said = Some(Chosen(None));
            }
            for (name, is_chosen, value) in offers {
                if kit::list_entry(ui, words, name, None, *is_chosen).clicked() {
                    said = Some(Chosen(Some(value.clone())));
                }
            }
        });
    });
    said
}

fn century_ui(ui: &mut Ui, context: &PanelContext, looked: Looked, asked: &mut Option<Mapping>) {
    let offers = Century::OFFERED.map(|century| {
        let first = century.first_year();
        let is_chosen = looked.part.mapping.century == Some(century);
        (format!("{first}–{}", first + 99), is_chosen, century)
    });
    let name = context.words.get("mapping-century");
    if let Some(Chosen(century)) = choice_ui(ui, context, name, &offers) {
        *asked = Some(looked.changed(|mapping| mapping.century = century));
    }
}

fn order_ui(ui: &mut Ui, context: &PanelContext, looked: Looked, asked: &mut Option<Mapping>) {
    let words = context.words;
    let offers = DateOrder::ALL.map(|order| {
        let is_chosen = looked.part.mapping.date_order == Some(order);
        (words.get(order_key(order)).to_owned(), is_chosen, order)
    });
    let name = words.get("mapping-order");
    if let Some(Chosen(order)) = choice_ui(ui, context, name, &offers) {
        *asked = Some(looked.changed(|mapping| match order {
            Some(order) => mapping.say_order(order),
            None => mapping.date_order = None,
        }));
    }
}

/// What a field is in every record that does not say it itself: chosen where it has words of its own, else typed.
fn constant_ui(
    ui: &mut Ui,
    context: &PanelContext,
    looked: Looked,
    field: Field,
    asked: &mut Option<Mapping>,
) {
    let words = context.words;
    let name = words.get(field.key());
    let current = looked.part.mapping.constant(field);
    let offer = |shown: &str, value: &str| {
        let is_chosen = current == Some(value);
        (shown.to_owned(), is_chosen, value.to_owned())
    };
    let offers: Option<Vec<Offer<String>>> = match field {
        Field::Kind => Some(
            Kind::ALL
                .into_iter()
                .map(|kind| offer(words.kind(kind), kind.name()))
                .collect(),
        ),
        Field::Status => Some(
            Status::ALL
                .into_iter()
                .map(|status| offer(words.status(status), status.name()))
                .collect(),
        ),
        Field::Layer => Some(
            Layer::PROFILE
                .iter()
                .map(|layer| offer(words.layer(layer), layer.name()))
                .collect(),
        ),
        _ => None,
    };
    let said = match offers {
        Some(offers) => choice_ui(ui, context, name, &offers),
        None => named(ui, context, name, |ui| {
            let field_of = TypedField {
                id: Id::unique(("mapping said", looked.index, field)),
                name: &format!("{name} ({})", words.get("mapping-said")),
                hint: words.get("mapping-nothing"),
                shown: current.unwrap_or_default(),
                width: CHOICES,
            };
            let typed = typed_ui(ui, field_of, |text| constant(field, text).is_some());
            typed.map(|text| Chosen(constant(field, &text)))
        }),
    };
    if let Some(Chosen(value)) = said {
        *asked = Some(looked.changed(|mapping| mapping.set_constant(field, value.as_deref())));
    }
}
