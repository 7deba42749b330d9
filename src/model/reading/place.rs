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
    wkt,
};

/// The geometry of a record; `None`: it is unplaced.
pub(super) fn geometry<'r>(
    member: Option<&Value>,
    source: &mut Parsed<'r, '_>,
    plan: &Plan<&'r str>,
) -> Result<Option<Geometry<f64>>, Infallible> {
    let reader = source.reader;
    let note = |issue: Issue| {
        reader.note(&issue.field, issue.kind, &issue.value);
        None
    };
    // What is wrong with one way of saying where takes nothing from the next.
    let own = geometry::read(member, plan.is_swapped).unwrap_or_else(|issue| {
        note(issue);
        geometry::read_flat(member, plan.is_swapped)
    });
    let written = || {
        let name = plan.geometry?;
        let text = reader.written(name)?;
        of_wkt(name, &text, plan.is_swapped).unwrap_or_else(note)
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
        (Some(x), Some(y)) if plan.is_swapped => (y, x),
        (Some(x), Some(y)) => (x, y),
        (x, _) => {
            let missing = if x.is_some() { latitude } else { longitude };
            source.note(missing, IssueKind::GeometryMalformed, "")?;
            return Ok(None);
        }
    };
    if geometry::is_on_globe(Coord { x, y }) {
        return Ok(Some(Point::new(x, y)));
    }
    let kind = IssueKind::CoordinateOutOfRange;
    source.note(latitude, kind, &format!("{x}, {y}"))?;
    Ok(None)
}

/// A number of degrees; a comma may be its decimal mark. The inner `None`: the cell is empty; the outer one: it is
/// no number, which was noted.
#[expect(
    clippy::option_option,
    reason = "a cell that is empty and one that is refused are told apart by one caller only"
)]
fn number_of_degrees<'a, P: Properties<'a>>(
    source: &mut P,
    key: P::Key,
) -> Result<Option<Option<f64>>, P::Stop> {
    let Some(text) = source.text(key)? else {
        return Ok(Some(None));
    };
    let text = text.trim();
    let with_point = || match text.split_once(',') {
        Some((whole, decimals)) if !decimals.contains([',', '.']) && !whole.contains('.') => {
            format!("{whole}.{decimals}").parse().ok()
        }
        _ => None,
    };
    match text.parse().ok().or_else(with_point) {
        _ if text.is_empty() => Ok(Some(None)),
        Some(number) if f64::is_finite(number) => Ok(Some(Some(number))),
        _ => {
            source.note(key, IssueKind::GeometryMalformed, text)?;
            Ok(None)
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
