//! The filters about who says so: claimant, source, independent origins; and how soon a presence that
//! nobody attests is of unknown status.

use std::{collections::HashMap, ops::RangeInclusive, sync::Arc};

use egui::{Id, Ui};

use crate::{
    command::{Commands, FilterCommand},
    model::{Localised, StaleLimit},
    store::Dataset,
    text::{Words, fold::fold},
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{
        Scene,
        kit::{self, Section},
    },
};

use super::picker::{self, MOST_RECORDS_READ, Name};

/// Origins that can be asked for.
const MOST_ORIGINS: u16 = 99;
/// Width of a field of a number in points.
const NUMBER: f32 = 60.0;

pub(super) fn evidence_ui(ui: &mut Ui, scene: &Scene<'_>, commands: &mut Commands) {
    let words = scene.words;
    let section = Section {
        id: "evidence",
        title: words.get("evidence"),
        is_open: false,
    };
    let asks = asks(scene);
    let count = |ui: &mut Ui| {
        if asks > 0 {
            ui.add(Text::new(&words.number(asks as f64)).small().weak());
        }
    };
    kit::section(ui, scene, section, count, |ui| {
        claimant_ui(ui, scene, commands);
        source_ui(ui, scene, commands);
        origins_ui(ui, scene, commands);
        stale_ui(ui, scene, commands);
    });
}

/// How many of these conditions are set.
fn asks(scene: &Scene<'_>) -> usize {
    let filter = scene.filter;
    let set = [
        !filter.claimant.is_empty(),
        !filter.source.is_empty(),
        filter.origins > 0,
    ];
    set.into_iter().filter(|is_set| *is_set).count()
}

fn claimant_ui(ui: &mut Ui, scene: &Scene<'_>, commands: &mut Commands) {
    let field = kit::Field {
        id: Id::unique("filter by claimant"),
        glyph: icon::QUOTES,
        name: scene.words.get("filter-claimant"),
        clear: scene.words.get("filter-claimant-clear"),
    };
    let names = names(ui, scene);
    let asked = &scene.filter.claimant;
    if let Some(claimant) = picker::picker_ui(ui, scene, field, asked, &names.claimants) {
        commands.push(FilterCommand::Claimant(claimant));
    }
}

fn source_ui(ui: &mut Ui, scene: &Scene<'_>, commands: &mut Commands) {
    let field = kit::Field {
        id: Id::unique("filter by source"),
        glyph: icon::NEWSPAPER,
        name: scene.words.get("filter-source"),
        clear: scene.words.get("filter-source-clear"),
    };
    let names = names(ui, scene);
    let asked = &scene.filter.source;
    if let Some(source) = picker::picker_ui(ui, scene, field, asked, &names.sources) {
        commands.push(FilterCommand::Source(source));
    }
}

fn origins_ui(ui: &mut Ui, scene: &Scene<'_>, commands: &mut Commands) {
    let keys = ["filter-origins", "filter-origins-hint"];
    let asked = scene.filter.origins;
    if let Some(origins) = number_ui(ui, scene, keys, asked, 0..=MOST_ORIGINS) {
        commands.push(FilterCommand::Origins(origins));
    }
}

fn stale_ui(ui: &mut Ui, scene: &Scene<'_>, commands: &mut Commands) {
    let keys = ["filter-stale", "filter-stale-hint"];
    let asked = scene.filter.stale.months();
    if let Some(months) = number_ui(ui, scene, keys, asked, StaleLimit::MONTHS) {
        let limit = StaleLimit::of_months(months);
        commands.push(FilterCommand::Stale(limit));
    }
}

/// A whole number with its name before it; what it was changed to.
fn number_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    [name, hint]: [&'static str; 2],
    number: u16,
    range: RangeInclusive<u16>,
) -> Option<u16> {
    let words = scene.words;
    let field = kit::Number {
        id: Id::unique(("number", name)),
        name: words.get(name),
        hint: words.get(hint),
        range: f64::from(*range.start())..=f64::from(*range.end()),
        width: NUMBER,
        next: kit::next_whole,
    };
    let changed = kit::block_row(ui, kit::row(words), size::TARGET, |ui| {
        let label = ui.add(Text::new(field.name));
        typeset::hint(label, field.hint);
        kit::line_end(ui, words, |ui| {
            kit::number_field(ui, scene, &field, f64::from(number))
        })
    })
    .inner?;
    Some(changed.round() as u16).filter(|changed| *changed != number)
}

/// Claimants and sources of the dataset.
struct Names {
    claimants: Vec<Name>,
    sources: Vec<Name>,
}

fn names(ui: &Ui, scene: &Scene<'_>) -> Arc<Names> {
    let key = (scene.dataset.revision(), scene.words.voice());
    kit::memo(ui.ctx(), Id::unique("claimants and sources"), key, || {
        Names::of(scene.words, scene.dataset)
    })
}

impl Names {
    fn of(words: &Words, dataset: &Dataset) -> Self {
        let mut claimants: HashMap<Localised, usize> = HashMap::new();
        let mut sources: HashMap<Box<str>, usize> = HashMap::new();
        for row in 0..dataset.len().min(MOST_RECORDS_READ) {
            let Some(record) = dataset.record(row) else {
                continue;
            };
            let mut by: Vec<&Localised> = record.claims.iter().map(|claim| &claim.by).collect();
            by.sort_by_key(|name| name.iter().next());
            by.dedup();
            for name in by.into_iter().filter(|name| !name.is_empty()) {
                *claimants.entry(name.clone()).or_default() += 1;
            }
            let of_claims = record
                .claims
                .iter()
                .filter_map(|claim| claim.source.as_ref());
            let mut cited: Vec<&Box<str>> = record.sources.iter().chain(of_claims).collect();
            cited.sort_unstable();
            cited.dedup();
            for id in cited {
                *sources.entry(id.clone()).or_default() += 1;
            }
        }
        let claimants = claimants.into_iter().map(|it| claimant(words, it));
        let sources = sources.into_iter().map(|it| source(words, dataset, it));
        let (mut claimants, mut sources): (Vec<Name>, Vec<Name>) =
            (claimants.collect(), sources.collect());
        picker::sort(&mut claimants);
        picker::sort(&mut sources);
        Self { claimants, sources }
    }
}

fn claimant(words: &Words, (name, records): (Localised, usize)) -> Name {
    let all: Vec<&str> = name.iter().collect();
    let shown = name.best(words.lang()).map_or("", |(text, _)| text);
    Name {
        value: shown.into(),
        shown: shown.to_owned(),
        folded: fold(&all.join("\n")),
        records,
    }
}

/// A source by its publisher and title; what the filter asks for is its id.
fn source(words: &Words, dataset: &Dataset, (id, records): (Box<str>, usize)) -> Name {
    let listed = dataset.source(&id);
    let parts: Vec<&str> = listed.map_or_else(Vec::new, |source| {
        let of = |text: &'_ Localised| text.best(words.lang()).is_some();
        [&source.publisher, &source.title]
            .into_iter()
            .filter(|text| of(text))
            .map(|text| text.text(words.lang()))
            .collect()
    });
    let shown = if parts.is_empty() {
        id.to_string()
    } else {
        parts.join(" · ")
    };
    Name {
        folded: fold(&format!("{id}\n{shown}")),
        shown,
        value: id,
        records,
    }
}
