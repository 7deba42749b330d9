//! What a record says of a facet, as a text.

use crate::{
    data::{Dataset, actor_name},
    model::{Localised, Record},
};

use super::{
    record_name::RecordName,
    table_column::{Audience, TableColumn},
};

/// Returns what a record says of a facet that is a text, for a reader; `None` when it says nothing. Sources are
/// those that were published by the day from which the reader looks.
#[must_use]
pub fn text_of(
    dataset: &Dataset,
    record: &Record,
    facet: TableColumn,
    reader: Audience,
) -> Option<String> {
    let Audience { lang, known } = reader;
    let best = |text: &Localised| Some(text.best(lang)?.0.to_owned());
    match facet {
        TableColumn::Title => Some(RecordName::of(record)?.text(lang).to_owned()),
        TableColumn::Place => best(&record.place.name),
        TableColumn::Actors => joined(
            record
                .actors
                .iter()
                .map(|actor| actor_name(dataset, lang, actor).to_owned()),
        ),
        TableColumn::Sources => {
            let then = record.sources.iter();
            let then = then.filter(|id| dataset.knows_source(id, known));
            joined(then.map(|id| {
                let source = dataset.source(id);
                let name = source.and_then(|it| best(&it.publisher).or_else(|| best(&it.title)));
                name.unwrap_or_else(|| id.to_string())
            }))
        }
        _ => None,
    }
}

/// Returns names one after another, each once.
fn joined(names: impl Iterator<Item = String>) -> Option<String> {
    let mut different: Vec<String> = Vec::new();
    for name in names {
        if !different.contains(&name) {
            different.push(name);
        }
    }
    (!different.is_empty()).then(|| different.join(" · "))
}
