//! The names that a text is searched for: those of the records first, then the places that the map names.

use std::collections::HashSet;

use super::known_places;
use crate::{
    data::{Dataset, named_things},
    model::{Lang, Localised, RowId},
    suggest::{Known, SuggestionKind},
    work::Progress,
};

/// Names of places, actors and equipment, each once; of several names of one thing the first is what it is called. Reads all
/// records; `None` where nobody waits any more.
#[must_use]
pub fn known_names(dataset: &Dataset, progress: &Progress) -> Option<Vec<Known>> {
    let mut known = Vec::new();
    // Of what is called the same the first counts.
    let mut seen: HashSet<Box<str>> = HashSet::new();
    let mut add = |kind, names: Vec<&str>, rule| {
        let Some(value) = names.first() else {
            return;
        };
        for name in &names {
            if seen.insert((*name).into()) {
                known.push(Known::new(kind, name, value, rule));
            }
        }
    };
    for (what, names) in named_things(dataset) {
        let kind = match what {
            "place" => SuggestionKind::Place,
            "equipment" => SuggestionKind::Equipment,
            _ => SuggestionKind::Actor,
        };
        add(kind, names, "records");
    }
    let rows = (0..dataset.len()).map(RowId::new);
    for row in rows {
        progress.check()?;
        let Some(record) = dataset.record(row) else {
            continue;
        };
        add(SuggestionKind::Place, all_of(&record.place.name), "records");
        for actor in &record.actors {
            add(SuggestionKind::Actor, vec![actor], "records");
        }
        for claim in &record.claims {
            add(SuggestionKind::Actor, all_of(&claim.by), "records");
        }
        for model in record.equipment.iter().filter_map(|it| it.model.as_deref()) {
            add(SuggestionKind::Equipment, vec![model], "records");
        }
    }
    for names in known_places() {
        add(SuggestionKind::Place, names, "gazetteer");
    }
    Some(known)
}

fn all_of(name: &Localised) -> Vec<&str> {
    Lang::ALL
        .into_iter()
        .filter_map(|lang| name.exact(lang))
        .collect()
}
