//! A feature whose latitudes stand first, with longitudes first as the standard wants them; every other byte,
//! and every number, as it was.

use std::ops::Range;

use crate::scan::json::{items_of, members_of};

/// What stands in the place of some bytes.
type SwapEdit = (Range<usize>, String);

/// The feature with longitudes and latitudes in each other's place.
pub(super) fn swapped(feature: &str) -> String {
    with_members(feature, |name, value| match name {
        "geometry" => Some(geometry(value)),
        "bbox" => Some(corners(value)),
        _ => None,
    })
}

/// The feature with another geometry; its own box, which is that of the geometry that it had, goes with that.
pub(super) fn with_geometry(feature: &str, geometry: &str) -> String {
    with_members(feature, |name, _| match name {
        "geometry" => Some(geometry.to_owned()),
        "bbox" => Some("null".to_owned()),
        _ => None,
    })
}

fn geometry(text: &str) -> String {
    with_members(text, |name, value| match name {
        "coordinates" => Some(positions(value)),
        "geometries" => Some(with_items(value, geometry)),
        "bbox" => Some(corners(value)),
        _ => None,
    })
}

/// A position, or a list of positions, or of lists of them.
fn positions(text: &str) -> String {
    let items = items_of(text);
    let is_list =
        |item: &Range<usize>| text.get(item.clone()).is_some_and(|it| it.starts_with('['));
    if items.iter().any(is_list) {
        return with_items(text, positions);
    }
    exchanged(text, &items, &[(0, 1)])
}

/// A box: its least corner and its greatest, in two or three dimensions.
fn corners(text: &str) -> String {
    let items = items_of(text);
    let half = items.len() / 2;
    if half < 2 {
        return text.to_owned();
    }
    exchanged(text, &items, &[(0, 1), (half, half + 1)])
}

/// The text with some of its items in each other's place.
fn exchanged(text: &str, items: &[Range<usize>], pairs: &[(usize, usize)]) -> String {
    let mut edits: Vec<SwapEdit> = Vec::new();
    for (one, other) in pairs {
        let (Some(one), Some(other)) = (items.get(*one), items.get(*other)) else {
            continue;
        };
        let written = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default().to_owned();
        edits.push((one.clone(), written(other)));
        edits.push((other.clone(), written(one)));
    }
    edited(text, edits)
}

fn with_members(text: &str, change: impl Fn(&str, &str) -> Option<String>) -> String {
    let edits = members_of(text).into_iter().filter_map(|member| {
        let value = text.get(member.value.clone())?;
        Some((member.value, change(&member.name, value)?))
    });
    edited(text, edits.collect())
}

fn with_items(text: &str, change: impl Fn(&str) -> String) -> String {
    let edits = items_of(text).into_iter().filter_map(|item| {
        let value = text.get(item.clone())?;
        Some((item.clone(), change(value)))
    });
    edited(text, edits.collect())
}

/// The text with `edits` made, which follow one another.
fn edited(text: &str, edits: Vec<SwapEdit>) -> String {
    let mut result = String::with_capacity(text.len());
    let mut from = 0;
    for (place, written) in edits {
        result.push_str(text.get(from..place.start).unwrap_or_default());
        result.push_str(&written);
        from = place.end;
    }
    result.push_str(text.get(from..).unwrap_or_default());
    result
}

#[cfg(test)]
mod tests {
    use super::swapped;

    #[test]
    fn longitudes_and_latitudes_change_places_and_nothing_else_changes() {
        for (before, after) in [
            (
                r#"{ "bbox":[12,-8, 13,-7],"geometry": {"type":"Point","coordinates":[ 12.50 ,-8e0, 3]}, "a":[1,2]}"#,
                r#"{ "bbox":[-8,12, -7,13],"geometry": {"type":"Point","coordinates":[ -8e0 ,12.50, 3]}, "a":[1,2]}"#,
            ),
            (
                r#"{"geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]}}"#,
                r#"{"geometry":{"type":"Polygon","coordinates":[[[2,1],[4,3],[6,5],[2,1]]]}}"#,
            ),
            (
                r#"{"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}}"#,
                r#"{"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[2,1]}]}}"#,
            ),
            (r#"{"geometry":null}"#, r#"{"geometry":null}"#),
        ] {
            assert_eq!(swapped(before), after);
            assert_eq!(swapped(after), before);
        }
    }
}
