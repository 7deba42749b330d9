//! Points in addresses: `geo:` of RFC 5870, and those of the usual maps.

use geo::Point;

/// Names under which an address holds a latitude and a longitude, parted by a comma.
const PAIRS: [&str; 6] = ["q", "query", "ll", "center", "destination", "daddr"];

/// The point that an address is about: the mark in it sooner than the middle of the map.
pub(in crate::model) fn point(text: &str) -> Option<Point<f64>> {
    if let Some(rest) = strip(text, "geo:") {
        let numbers = rest.split([';', '?']).next()?;
        return pair(numbers.split(','));
    }
    let rest = strip(text, "https://").or_else(|| strip(text, "http://"))?;
    let members = rest.split(['?', '&', '#']).skip(1);
    let members: Vec<(&str, &str)> = members.filter_map(|it| it.split_once('=')).collect();
    let member = |wanted: &str| {
        members
            .iter()
            .find(|(name, _)| *name == wanted)
            .map(|(_, it)| *it)
    };
    let mark = member("mlat").zip(member("mlon"));
    let mark = mark.and_then(|(lat, lon)| pair([lat, lon].into_iter()));
    mark.or_else(|| {
        let texts = PAIRS.iter().filter_map(|name| member(name));
        let mut texts = texts.map(|it| it.replace("%2C", ","));
        texts.find_map(|it| pair(it.split(',')))
    })
    .or_else(|| pair(rest.split_once("/@")?.1.split(',')))
    .or_else(|| pair(member("map")?.split('/').skip(1)))
}

fn strip<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    let head = text.get(..before.len())?;
    head.eq_ignore_ascii_case(before)
        .then(|| text.get(before.len()..))?
}

/// A latitude and a longitude, whatever stands behind.
fn pair<'a>(mut parts: impl Iterator<Item = &'a str>) -> Option<Point<f64>> {
    let mut next = || {
        let part = parts.next()?.trim_start();
        let is_of_number = |it: char| it.is_ascii_digit() || matches!(it, '-' | '.');
        let end = part.find(|it| !is_of_number(it)).unwrap_or(part.len());
        part.get(..end)?.parse::<f64>().ok()
    };
    let lat = next()?;
    Some(Point::new(next()?, lat))
}
