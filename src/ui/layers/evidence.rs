//! The filters about who says so: claimant, source, independent origins, values without words; and how soon a presence that
//! nobody attests is of unknown status.

use std::ops::RangeInclusive;

use egui::{Id, Ui, vec2};

use crate::{
    command::{Commands, FilterCommand},
    model::StaleLimit,
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

use super::picker::{self, NameFilter};

/// Origins that can be asked for.
const MOST_ORIGINS: u16 = 99;
/// Width of a field of a number in points.
const NUMBER: f32 = 60.0;

pub(super) fn evidence_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    ui.add_space(size::GRID);
    let title = context.words.get("evidence");
    ui.add(Text::new(title).small().weak().block());
    claimant_ui(ui, context, commands);
    source_ui(ui, context, commands);
    origins_ui(ui, context, commands);
    lacks_words_ui(ui, context, commands);
    stale_ui(ui, context, commands);
}

fn claimant_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let filter = NameFilter {
        field: kit::SearchField {
            id: Id::unique("filter by claimant"),
            glyph: icon::QUOTES,
            name: context.words.get("filter-claimant"),
            clear: context.words.get("filter-claimant-clear"),
        },
        asked: &context.document.filter.claimant,
        names: |name_counts| &name_counts.claimants,
        command: FilterCommand::Claimant,
    };
    picker::filter_ui(ui, context, &filter, commands);
}

fn source_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let filter = NameFilter {
        field: kit::SearchField {
            id: Id::unique("filter by source"),
            glyph: icon::NEWSPAPER,
            name: context.words.get("filter-source"),
            clear: context.words.get("filter-source-clear"),
        },
        asked: &context.document.filter.source,
        names: |name_counts| &name_counts.sources,
        command: FilterCommand::Source,
    };
    picker::filter_ui(ui, context, &filter, commands);
}

fn origins_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let keys = ["filter-origins", "filter-origins-hint"];
    let asked = context.document.filter.origins;
    if let Some(origins) = number_ui(ui, context, keys, asked, 0..=MOST_ORIGINS) {
        commands.push(FilterCommand::Origins(origins));
    }
}

/// Counts the values that name no words, and shows their records alone.
fn lacks_words_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let index = context.document.dataset.known_claim_index();
    let text = index.map_or_else(
        || words.get("filter-lacks-words-counting").to_owned(),
        |index| words.with("filter-lacks-words", args!(n: index.lacking())),
    );
    let is_on = context.document.filter.lacks_words;
    kit::block_row(ui, kit::row(words), size::TARGET, |ui| {
        let switch = kit::switch(ui, context, is_on, &text);
        let label = ui.add(Text::new(&text).sense(egui::Sense::CLICK));
        if switch.clicked() || label.clicked() {
            commands.push(FilterCommand::LacksWords(!is_on));
        }
        typeset::hint(label, words.get("filter-lacks-words-hint"));
    });
}

fn stale_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let keys = ["filter-stale", "filter-stale-hint"];
    let asked = context.document.filter.stale.months();
    if let Some(months) = number_ui(ui, context, keys, asked, StaleLimit::MONTHS) {
        let limit = StaleLimit::of_months(months);
        commands.push(FilterCommand::Stale(limit));
    }
}

/// A whole number with its name before it; what it was changed to.
fn number_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    [name, hint]: [&'static str; 2],
    number: u16,
    range: RangeInclusive<u16>,
) -> Option<u16> {
    let words = context.words;
    let field = kit::Number {
        id: Id::unique(("number", name)),
        name: words.get(name),
        hint: words.get(hint),
        range: f64::from(*range.start())..=f64::from(*range.end()),
        width: NUMBER,
        next: kit::next_whole,
    };
    let changed = kit::block_row(ui, kit::row(words), size::TARGET, |ui| {
        let room = vec2(ui.available_width() - NUMBER - size::GAP, size::TARGET);
        ui.allocate_ui_with_layout(room, kit::column(words), |ui| {
            ui.set_width(room.x);
            let label = ui.add(Text::new(field.name).block());
            typeset::hint(label, field.hint);
        });
        kit::line_end(ui, words, |ui| {
            kit::number_field(ui, context, &field, f64::from(number))
        })
    })
    .inner?;
    Some(changed.round() as u16).filter(|changed| *changed != number)
}
