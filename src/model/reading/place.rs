//! Where: the geometry of the feature, else well-known text, else two columns of degrees.

use geo::{Geometry, Point};
use serde_json::Value;

use crate::model::{
    geometry,
    issue::{Issue, IssueKind},
    lang::Localised,
    mapping::{Field, Mapping},
    place::{Place, Precision},
    preset::Preset,
    reader::Reader,
    wkt,
};

/// The geometry of a record; `None`: it is unplaced.
pub(super) fn geometry(
    member: Option<&Value>,
    reader: &Reader,
    mapping: &Mapping,
) -> Option<Geometry<f64>> {
    let note = |issue: Issue| {
        reader.note(&issue.field, issue.kind, &issue.value);
        None
    };
    // What is wrong with one way of saying where takes nothing from the next.
    let own = geometry::read(member, mapping.is_swapped).unwrap_or_else(|issue| {
        note(issue);
        geometry::read_flat(member, mapping.is_swapped)
    });
    let place = own
        .or_else(|| of_text(reader, mapping).unwrap_or_else(note))
        .or_else(|| of_degrees(reader, mapping).unwrap_or_else(note))?;
    if place == Geometry::Point(Point::new(0.0, 0.0)) {
        note(Issue::new("geometry", IssueKind::PlaceZero, "0, 0"));
    }
    Some(place)
}

fn of_text(reader: &Reader, mapping: &Mapping) -> Result<Option<Geometry<f64>>, Issue> {
    let written = |name| Some((name, reader.text(name)?));
    match mapping.property(Field::Geometry).and_then(written) {
        Some((name, text)) => of_wkt(name, &text, mapping.is_swapped),
        None => Ok(None),
    }
}

fn of_degrees(reader: &Reader, mapping: &Mapping) -> Result<Option<Geometry<f64>>, Issue> {
    let (Some(latitude), Some(longitude)) = (
        mapping.property(Field::Latitude),
        mapping.property(Field::Longitude),
    ) else {
        return Ok(None);
    };
    let (y, x) = (degrees(reader, latitude)?, degrees(reader, longitude)?);
    match (x, y) {
        (None, None) => Ok(None),
        (Some(x), Some(y)) => {
            let (x, y) = if mapping.is_swapped { (y, x) } else { (x, y) };
            geometry::on_globe(Geometry::Point(Point::new(x, y)), latitude).map(Some)
        }
        (x, _) => {
            let missing = if x.is_some() { latitude } else { longitude };
            Err(Issue::new(missing, IssueKind::GeometryMalformed, ""))
        }
    }
}

fn of_wkt(name: &str, text: &str, is_swapped: bool) -> Result<Option<Geometry<f64>>, Issue> {
    let malformed = |_| Issue::new(name, IssueKind::GeometryMalformed, text);
    let Some(geometry) = wkt::read(text).map_err(malformed)? else {
        return Ok(None);
    };
    let geometry = if is_swapped {
        geometry::swapped(&geometry)
    } else {
        geometry
    };
    geometry::on_globe(geometry, name).map(Some)
}

/// A number of degrees; a comma may be its decimal mark. `None`: the cell is empty.
fn degrees(reader: &Reader, name: &str) -> Result<Option<f64>, Issue> {
    let Some(text) = reader.text(name) else {
        return Ok(None);
    };
    let text = text.trim();
    let number = match text.split_once(',') {
        Some((whole, decimals)) if !decimals.contains([',', '.']) && !whole.contains('.') => {
            format!("{whole}.{decimals}").parse()
        }
        _ => text.parse(),
    };
    match number {
        _ if text.is_empty() => Ok(None),
        Ok(number) if f64::is_finite(number) => Ok(Some(number)),
        _ => Err(Issue::new(name, IssueKind::GeometryMalformed, text)),
    }
}

/// The words and figures that go with the geometry.
pub(super) fn place(reader: &Reader, mapping: &Mapping) -> Place {
    let (precision, radius_km) = precision(reader, mapping);
    let name = mapping.property(Field::Place);
    Place {
        name: name.map_or_else(Localised::default, |name| reader.localised(name)),
        precision,
        radius_km: radius_km.or_else(|| {
            let km = reader.number("place_radius_km");
            km.filter(|km| *km >= 0.0)
        }),
        basis: reader.localised("place_basis"),
    }
}

/// How well a place is known, by a word or a code, and the radius that the code stands for.
fn precision(reader: &Reader, mapping: &Mapping) -> (Precision, Option<f64>) {
    let Some(name) = mapping.property(Field::PlacePrecision) else {
        return (Precision::default(), None);
    };
    match mapping.preset() {
        None | Some(Preset::Sahelscope) => (
            reader
                .word_of(mapping.binds_words(), name, Precision::from_name)
                .unwrap_or_default(),
            None,
        ),
        Some(preset) => reader
            .word(name, |code| preset.place_code(code))
            .unwrap_or_default(),
    }
}
