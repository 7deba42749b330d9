//! Where: the geometry of the feature, else well-known text, else two columns of degrees.

use std::convert::Infallible;

use geo::{Coord, Geometry, Point};
use serde_json::Value;

use super::{
    parsed::Parsed,
    properties::{Plan, Properties},
};
use crate::model::{
    geometry,
    issue::{Issue, IssueKind},
    lang::Localised,
    mapping::{Field, Mapping},
    place::{Place, Precision},
    preset::Preset,
    written_place::{self, Axis, Degrees},
};

/// The geometry of a feature.
pub enum Shape<'a> {
    /// As its member has it.
    Member(Option<&'a Value>),
    /// Read already, in the coordinates of the file.
    Known(Option<Geometry<f64>>),
}

/// The geometry of a record; `None`: it is unplaced.
pub(super) fn geometry<'r>(
    shape: Shape<'_>,
    source: &mut Parsed<'r, '_>,
    plan: &Plan<&'r str>,
) -> Result<Option<Geometry<f64>>, Infallible> {
    let reader = source.reader;
    let note = |issue: Issue| {
        reader.note(&issue.field, issue.kind, &issue.value);
        None
    };
    // What is wrong with one way of saying where takes nothing from the next.
    let own = match shape {
        Shape::Known(known) => known.and_then(|known| {
            geometry::in_place(known, plan.is_swapped, plan.crs).map_or_else(note, Some)
        }),
        Shape::Member(member) => {
            geometry::read(member, plan.is_swapped, plan.crs).unwrap_or_else(|issue| {
                note(issue);
                geometry::read_flat(member, plan.is_swapped, plan.crs)
            })
        }
    };
    let written = || {
        let name = plan.geometry?;
        let value = reader.value(name)?;
        if value.as_str().is_some_and(|text| text.trim().is_empty()) {
            return None;
        }
        geometry::read_written(name, value, plan.is_swapped, plan.crs).unwrap_or_else(note)
    };
    let place = match own.or_else(written) {
        Some(place) => Some(place),
        None => degrees(source, plan)?.map(Geometry::Point),
    };
    if place == Some(Geometry::Point(Point::new(0.0, 0.0))) {
        reader.note("geometry", IssueKind::PlaceZero, "0, 0");
    }
    Ok(place)
}

/// The place that two properties state in degrees, which is on the globe.
///
/// # Errors
/// Where the reader stops.
pub fn degrees<'a, P: Properties<'a>>(
    source: &mut P,
    plan: &Plan<P::Key>,
) -> Result<Option<Point<f64>>, P::Stop> {
    let (Some(latitude), Some(longitude)) = (plan.latitude, plan.longitude) else {
        return Ok(None);
    };
    let Some(y) = number_of_degrees(source, latitude)? else {
        return Ok(None);
    };
    let Some(x) = number_of_degrees(source, longitude)? else {
        return Ok(None);
    };
    let (x, y) = match (x, y) {
        (None, None) => return Ok(None),
        (Some(x), Some(y)) if x.axis.is_some() || y.axis.is_some() => {
            let Some(both) = by_letters(x, y) else {
                let both = format!("{}, {}", x.value, y.value);
                source.note(latitude, IssueKind::GeometryMalformed, &both)?;
                return Ok(None);
            };
            both
        }
        (Some(x), Some(y)) if plan.is_swapped => (y.value, x.value),
        (Some(x), Some(y)) => (x.value, y.value),
        (x, _) => {
            let missing = if x.is_some() { latitude } else { longitude };
            source.note(missing, IssueKind::GeometryMalformed, "")?;
            return Ok(None);
        }
    };
    if let Some(coord) = plan.crs.to_degrees(Coord { x, y })
        && geometry::is_on_globe(coord)
    {
        return Ok(Some(coord.into()));
    }
    let kind = geometry::beyond(Coord { x, y });
    source.note(latitude, kind, &format!("{x}, {y}"))?;
    Ok(None)
}

/// The longitude and the latitude, which letters tell from each other; `None` where these contradict.
fn by_letters(x: Degrees, y: Degrees) -> Option<(f64, f64)> {
    match (x.axis, y.axis) {
        (None | Some(Axis::Longitude), None | Some(Axis::Latitude)) => Some((x.value, y.value)),
        (None | Some(Axis::Latitude), None | Some(Axis::Longitude)) => Some((y.value, x.value)),
        _ => None,
    }
}

/// A number of degrees, as [`degrees`](written_place::degrees) reads them. The inner `None`: the cell is empty; the outer one: it is
/// no number, which was noted.
#[expect(
    clippy::option_option,
    reason = "a cell that is empty and one that is refused are told apart by one caller only"
)]
fn number_of_degrees<'a, P: Properties<'a>>(
    source: &mut P,
    key: P::Key,
) -> Result<Option<Option<Degrees>>, P::Stop> {
    let Some(text) = source.text(key)? else {
        return Ok(Some(None));
    };
    let text = text.trim();
    if text.is_empty() {
        return Ok(Some(None));
    }
    let read = written_place::degrees(text);
    if read.is_none() {
        source.note(key, IssueKind::GeometryMalformed, text)?;
    }
    Ok(read.map(Some))
}

/// The words and figures that go with the geometry.
pub(super) fn place<'r>(
    source: &mut Parsed<'r, '_>,
    plan: &Plan<&'r str>,
    mapping: &Mapping,
) -> Result<Place, Infallible> {
    let (precision, stated) = place_precision(source, plan)?;
    let name = mapping.property(Field::Place);
    let reader = source.reader;
    Ok(Place {
        name: name.map_or_else(Localised::default, |name| reader.localised(name)),
        precision,
        radius_km: radius_km(source, plan, stated)?,
        basis: reader.localised("place_basis"),
    })
}

/// How well a place is known, by a word or a code, and the radius in kilometres that the code stands for.
///
/// # Errors
/// Where the reader stops.
pub fn place_precision<'a, P: Properties<'a>>(
    source: &mut P,
    plan: &Plan<P::Key>,
) -> Result<(Precision, Option<f64>), P::Stop> {
    let code_book = plan.preset.filter(|it| *it != Preset::Sahelscope);
    let is_bound = plan.binds_words || code_book.is_some();
    let known = super::word(
        source,
        plan.place_precision,
        is_bound,
        |word| match code_book {
            Some(preset) => preset.place_code(word),
            None => Some((Precision::from_name(word)?, None)),
        },
    )?;
    Ok(known.unwrap_or_default())
}

/// The radius of uncertainty in kilometres: `stated` by a code, else by the record.
///
/// # Errors
/// Where the reader stops.
pub fn radius_km<'a, P: Properties<'a>>(
    source: &P,
    plan: &Plan<P::Key>,
    stated: Option<f64>,
) -> Result<Option<f64>, P::Stop> {
    match stated {
        Some(km) => Ok(Some(km)),
        None => Ok(source.number(plan.radius_km)?.filter(|km| *km >= 0.0)),
    }
}
