//! Names that the program knows by itself: places by their three languages, and the actors and the
//! equipment of its own records. So a file without aliases is searched across scripts too.

use std::sync::LazyLock;

use serde_json::Value;

use crate::{data::all_names, text::fold::fold};

/// Places: a line each, names set apart by tabs.
const PLACES: &str = include_str!("../../../geodata/names.tsv");
/// The records inside the program, whose `aliases` name actors and equipment.
const RECORDS: &str = include_str!("../../../geodata/mali.geojson");

/// Folded names of the same thing.
type NameForms = Vec<String>;

/// Returns every name of what is exactly called `folded`. Only whole names count: the beginnings of a
/// thousand places would be the beginnings of many other words. The name of a place means the place,
/// not the government that is sometimes called by it.
pub(super) fn names_of(folded: &str) -> Vec<&'static NameForms> {
    static KNOWN: LazyLock<[Vec<NameForms>; 2]> =
        LazyLock::new(|| [places().collect(), curated().collect()]);
    let called = |known: &'static [NameForms]| -> Vec<&'static NameForms> {
        let is_called = |names: &&NameForms| names.iter().any(|name| name == folded);
        known.iter().filter(is_called).collect()
    };
    let [places, curated] = &*KNOWN;
    match called(places) {
        none if none.is_empty() => called(curated),
        found => found,
    }
}

/// Every place that the map names, by its names in several scripts.
pub fn known_places() -> impl Iterator<Item = Vec<&'static str>> {
    PLACES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

fn places() -> impl Iterator<Item = NameForms> {
    known_places().map(|names| names.into_iter().map(fold).collect())
}

fn curated() -> impl Iterator<Item = NameForms> {
    let records: Value = serde_json::from_str(RECORDS).unwrap_or_default();
    let entries = records.get("aliases").and_then(Value::as_array).cloned();
    entries
        .unwrap_or_default()
        .into_iter()
        .map(|entry| all_names(&entry).map(fold).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_known_by_each_of_its_names() {
        for (typed, other) in [
            ("Tombouctou", "تمبكتو"),
            ("كيدال", "kidal"),
            ("Segou", "سيغو"),
            ("فاجنر", "wagner"),
        ] {
            let typed = fold(typed);
            let found: Vec<_> = names_of(&typed).into_iter().flatten().collect();
            assert!(
                found.iter().any(|name| *name == other),
                "{typed}: {found:?}"
            );
        }
    }
}
