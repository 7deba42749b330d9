//! Places that the program knows by itself: where they are, and what each of its languages calls them.
//!
//! They are those of the map inside the program. What else records name is found among the records.

use std::sync::LazyLock;

use geo::Point;

use crate::{model::Lang, text::fold::fold};

/// A place a line, those first that the map names first: kind, latitude, longitude, local name, and the English, French
/// and Arabic ones where they differ.
const PLACES: &str = include_str!("../../geodata/places.tsv");

/// A place with a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KnownPlace {
    /// Longitude and latitude in degrees.
    pub at: Point<f64>,
    /// Whether it is a stretch of land, such as a country, and no town.
    pub is_land: bool,
    local: &'static str,
    /// In the order of [`Lang::ALL`]; empty: called as its people call it.
    names: [&'static str; 3],
}

impl KnownPlace {
    fn of_line(line: &'static str) -> Option<Self> {
        let mut cells = line.split('\t');
        let kind = cells.next()?;
        let (lat, lon) = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
        let mut next = || cells.next().unwrap_or_default();
        Some(Self {
            at: Point::new(lon, lat),
            is_land: matches!(kind, "country" | "region"),
            local: next(),
            names: [next(), next(), next()],
        })
    }

    /// Returns what it is called in a language.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &'static str {
        let own = self.names.get(lang as usize).copied().unwrap_or_default();
        if own.is_empty() { self.local } else { own }
    }

    /// Returns all that it is called.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        let names = [self.local].into_iter().chain(self.names);
        names.filter(|name| !name.is_empty())
    }
}

/// Returns all places with their folded names, those first that the map names first.
fn folded() -> &'static [(KnownPlace, Vec<String>)] {
    static PLACES_READ: LazyLock<Vec<(KnownPlace, Vec<String>)>> = LazyLock::new(|| {
        let lines = PLACES.lines().filter(|line| !line.starts_with('#'));
        let places = lines.filter_map(KnownPlace::of_line);
        let folded = places.map(|place| (place, place.names().map(fold).collect()));
        folded.collect()
    });
    &PLACES_READ
}

/// Returns all that the places are called.
pub fn names() -> impl Iterator<Item = &'static str> {
    folded().iter().flat_map(|(place, _)| place.names())
}

/// Returns the places one of whose names begins with `typed`, whatever its case and accents: those that are called just so
/// before the others, and towns before the land that is called like them.
#[must_use]
pub fn beginning_with(typed: &str) -> Vec<KnownPlace> {
    let wanted = fold(typed.trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(bool, bool, KnownPlace)> = Vec::new();
    for (place, names) in folded() {
        if names.iter().any(|name| name.starts_with(&wanted)) {
            found.push((!names.contains(&wanted), place.is_land, *place));
        }
    }
    found.sort_by_key(|(is_longer, is_land, _)| (*is_longer, *is_land));
    found.into_iter().map(|(.., place)| place).collect()
}

/// Returns the place that is called `name`, whatever its case and accents: of several the one that the map names first,
/// a town before a country.
#[must_use]
pub fn called(name: &str) -> Option<KnownPlace> {
    let wanted = fold(name.trim());
    let mut places = folded().iter().filter(|(_, names)| names.contains(&wanted));
    let (first, _) = places.clone().next()?;
    let town = places.find(|(place, _)| !place.is_land);
    Some(town.map_or(*first, |(town, _)| *town))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_by_its_name_in_each_language() {
        for name in ["Timbuktu", "tombouctou", "تمبكتو", " TIMBUKTU "] {
            let place = called(name).unwrap();
            assert!((place.at.y() - 16.77).abs() < 0.05, "{name}: {place:?}");
            assert_eq!(place.name(Lang::Fr), "Tombouctou");
        }
        assert_eq!(called("Nowhere at all"), None);
        assert_eq!(called(""), None);
    }

    #[test]
    fn the_town_comes_before_the_region_of_its_name_and_the_larger_before_the_smaller() {
        let gao = called("Gao").unwrap();
        assert!((gao.at.y() - 16.27).abs() < 0.05 && !gao.is_land);
        let found = beginning_with("gao");
        assert_eq!(found.first(), Some(&gao));
        assert!(found.len() > 2 && found.iter().any(|place| place.is_land));
    }

    #[test]
    fn every_line_of_the_list_is_a_place() {
        let lines = PLACES.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines.count(), folded().len());
        assert!(folded().iter().all(|(place, _)| !place.local.is_empty()));
    }
}
