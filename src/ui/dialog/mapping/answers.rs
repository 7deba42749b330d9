//! What settles a doubt, to be pressed or typed.

use egui::{Id, Ui, vec2};

use crate::{
    data::{Answer, DoubtKind, constant},
    model::{DateOrder, Field, Mapping, When, Zone, crs::Crs, written_date::edtf_text},
    text::{args, dates},
    theme::size,
    typeset::Text,
    ui::{PanelContext, kit},
};

use super::{
    Looked,
    typed::{TypedField, typed_ui},
};

/// Zones that are offered.
const ZONES: [&str; 2] = ["Africa/Bamako", "UTC"];

/// Width of what stands side by side and of what is typed, in points.
const COLUMN: f32 = 210.0;

/// The answers to a doubt.
pub(super) fn answers_ui(
    ui: &mut Ui,
    context: &PanelContext,
    looked: Looked,
    kind: DoubtKind,
    answers: &[Answer],
    asked: &mut Option<Mapping>,
) {
    kit::wrapped_row(ui, context.words, vec2(size::GAP, size::GRID), |ui| {
        for answer in answers {
            match answer {
                Answer::Zone => zone_ui(ui, context, looked, "doubt", asked),
                Answer::Crs => crs_ui(ui, context, looked, "doubt", asked),
                Answer::WholeDate => whole_date_ui(ui, context, looked, kind, asked),
                // The lists below are where these are named.
                Answer::Degrees | Answer::Shape => {}
                answer => {
                    if kit::chip(ui, context, None, &name(context, answer), false).clicked() {
                        *asked = Some(looked.changed(|mapping| {
                            answer.apply(mapping);
                        }));
                    }
                }
            }
        }
    });
}

/// What an answer is called.
fn name(context: &PanelContext, answer: &Answer) -> String {
    let words = context.words;
    match answer {
        Answer::Column(_, column) => column.clone(),
        Answer::Order(order) => words.get(order_key(*order)).to_owned(),
        Answer::Century(century) => {
            let (first, last) = (century.first_year(), century.first_year() + 99);
            format!("{first}–{last}")
        }
        Answer::Swap => words.get("mapping-swap").to_owned(),
        Answer::Zone | Answer::WholeDate | Answer::Degrees | Answer::Shape | Answer::Crs => {
            String::new()
        }
    }
}

pub(super) const fn order_key(order: DateOrder) -> &'static str {
    match order {
        DateOrder::Dmy => "mapping-order-dmy",
        DateOrder::Mdy => "mapping-order-mdy",
    }
}

/// The zones that are usual, and a field for any other; `place` tells one from another in the dialog.
pub(super) fn zone_ui(
    ui: &mut Ui,
    context: &PanelContext,
    looked: Looked,
    place: &str,
    asked: &mut Option<Mapping>,
) {
    let current = looked.part.mapping.zone.as_ref().map_or("", Zone::name);
    let mut said = None;
    for zone in ZONES {
        if kit::chip(ui, context, None, zone, current == zone).clicked() {
            said = Some(zone.to_owned());
        }
    }
    let field = TypedField {
        id: Id::unique(("mapping zone", looked.index, place)),
        name: context.words.get("mapping-zone"),
        hint: context.words.get("mapping-zone-hint"),
        shown: current,
        width: COLUMN,
    };
    let typed = typed_ui(ui, field, |text| Zone::named(text).is_some());
    if let Some(name) = typed.or(said) {
        *asked = Some(looked.changed(|mapping| mapping.zone = Zone::named(&name)));
    }
}

/// A field for the reference system of the coordinates.
pub(super) fn crs_ui(
    ui: &mut Ui,
    context: &PanelContext,
    looked: Looked,
    place: &str,
    asked: &mut Option<Mapping>,
) {
    let mapping = &looked.part.mapping;
    let current = if mapping.is_crs_said {
        format!("EPSG:{}", mapping.crs.code())
    } else {
        String::new()
    };
    let field = TypedField {
        id: Id::unique(("mapping crs", looked.index, place)),
        name: context.words.get("mapping-crs"),
        hint: context.words.get("mapping-crs-hint"),
        shown: &current,
        width: COLUMN,
    };
    if let Some(name) = typed_ui(ui, field, |text| Crs::of_name(text).is_some()) {
        let stated = looked.part.stated_crs().unwrap_or_default();
        *asked = Some(looked.changed(|mapping| mapping.say_crs(Crs::of_name(&name), stated)));
    }
}

fn whole_date_ui(
    ui: &mut Ui,
    context: &PanelContext,
    looked: Looked,
    kind: DoubtKind,
    asked: &mut Option<Mapping>,
) {
    let field = TypedField {
        id: Id::unique(("mapping date", looked.index, kind)),
        name: context.words.get("mapping-whole-date"),
        hint: context.words.get("mapping-whole-date"),
        shown: looked
            .part
            .mapping
            .constant(Field::Date)
            .unwrap_or_default(),
        width: COLUMN,
    };
    if let Some(text) = typed_ui(ui, field, |text| constant(Field::Date, text).is_some()) {
        let date = constant(Field::Date, &text);
        *asked = Some(looked.changed(|mapping| {
            mapping.set_constant(Field::Date, date.as_deref());
        }));
    }
}

/// Both orders of day and month side by side, each with what it makes of some dates.
pub(super) fn orders_ui(
    ui: &mut Ui,
    context: &PanelContext,
    looked: Looked,
    asked: &mut Option<Mapping>,
) {
    let words = context.words;
    let current = looked.part.mapping.date_order;
    kit::block_row(ui, kit::row_top(words), 0.0, |ui| {
        for order in DateOrder::ALL {
            ui.allocate_ui_with_layout(vec2(COLUMN, 0.0), kit::column(words), |ui| {
                ui.set_width(COLUMN);
                let is_on = current == Some(order);
                if kit::chip(ui, context, None, words.get(order_key(order)), is_on).clicked() {
                    *asked = Some(looked.changed(|mapping| mapping.say_order(order)));
                }
                for (_, written) in &looked.understood.ambiguous {
                    let read = example(context, written, order);
                    let line = words.with("mapping-becomes", args!(written: written, read: read));
                    ui.add(Text::new(&line).small().weak());
                }
            });
        }
    });
}

/// What a date is in an order, in words; that there is no such date where there is none.
fn example(context: &PanelContext, written: &str, order: DateOrder) -> String {
    let read = edtf_text(written, Some(order)).ok();
    match read.and_then(|text| When::parse(&text).ok()) {
        Some(when) => dates::short(context.words, &when),
        None => context.words.get("mapping-no-such-date").to_owned(),
    }
}
