//! GPX 1.0 and 1.1: waypoints, routes and tracks.
//!
//! Each is a record of its own. A waypoint is dated by its time, a track lasts from the first time along its line to
//! the last, and the times of its points stay with it (`times`), as does all else that a point has (`points`).
//! Times are in UTC, as the format wants it. What the record profile has no place for is kept under its own name.

use serde_json::{Map, Value};

use super::{
    Format, Opening, Translated,
    translated::{Collection, number},
    xml::{self, Element, XmlDocument, XmlStep},
};
use crate::{
    io::{error::ReadErrorKind, watch::Watch},
    model::{Issue, IssueKind, Kind, When},
};

/// Waypoints, routes and tracks.
pub static GPX: Format = Format {
    id: "gpx",
    name: "GPX",
    endings: &["gpx"],
    media_types: &["application/gpx+xml"],
    sniff: |head| xml::root_of(head).as_deref() == Some("gpx"),
    open: Some(Opening::Translated(open)),
    write: None,
    losses: None,
};

fn open(bytes: &[u8], watch: &Watch<'_>) -> Result<Translated, ReadErrorKind> {
    let (text, mut issues) = xml::decoded(bytes)?;
    let mut document = XmlDocument::new(&text, GPX.name);
    let mut collection = Collection::new(text.len(), watch);
    let mut about = Map::new();
    while let Some(step) = document.step(|name| name != "gpx")? {
        match step {
            XmlStep::Whole(element) => {
                let at = document.at();
                match element.name() {
                    "wpt" => waypoint(&element, at, &mut collection)?,
                    "rte" => line(&element, &["rtept"], at, &mut collection, &mut issues)?,
                    "trk" => line(&element, &["trkseg"], at, &mut collection, &mut issues)?,
                    name => tell(&mut about, name, &element),
                }
            }
            XmlStep::TooLong(element) => {
                issues.push(Issue::new(element.name(), IssueKind::TooLarge, ""));
            }
            XmlStep::Enter(root) => {
                if let Some(creator) = root.attribute("creator") {
                    about.insert("creator".to_owned(), creator.into());
                }
            }
            XmlStep::Leave => {}
        }
    }
    Ok(collection.finish(about, issues))
}

/// Takes in what a file says about itself.
fn tell(about: &mut Map<String, Value>, name: &str, element: &Element<'_>) {
    if name == "metadata" {
        for child in &element.children {
            tell(about, child.name(), child);
        }
        return;
    }
    let name = match name {
        "name" => "title",
        "desc" => "description",
        // Members of a collection that mean something else.
        "type" | "features" | "profile" | "export" | "view" | "sources" | "bookmarks" => return,
        name => name,
    };
    xml::add(about, name, element.value());
}

fn waypoint(
    element: &Element<'_>,
    at: usize,
    collection: &mut Collection<'_>,
) -> Result<(), ReadErrorKind> {
    let mut properties = Map::new();
    let position = position(element);
    if position.is_none() {
        // They are no place; the reader of records says so.
        for name in ["lat", "lon"] {
            if let Some(written) = element.attribute(name) {
                properties.insert(name.to_owned(), written.into());
            }
        }
    }
    if let Some(time) = element.text_of("time") {
        properties.insert("date".to_owned(), in_utc(time).into());
    }
    let has_height = position.as_ref().is_some_and(|it| it.height.is_some());
    for child in &element.children {
        if !(child.is("time") || child.is("ele") && has_height) {
            keep(&mut properties, child);
        }
    }
    let geometry = position.map(|it| format!(r#"{{"type":"Point","coordinates":{}}}"#, it.text()));
    collection.push(None, geometry.as_deref(), properties, at)
}

/// A route, whose points stand in it, or a track, whose points stand in its segments.
fn line(
    element: &Element<'_>,
    held: &[&str],
    at: usize,
    collection: &mut Collection<'_>,
    issues: &mut Vec<Issue>,
) -> Result<(), ReadErrorKind> {
    let is_held = |child: &&Element<'_>| held.iter().any(|name| child.is(name));
    let segments: Vec<Segment> = if element.is("rte") {
        vec![Segment::of(element.children.iter().filter(is_held))]
    } else {
        let segments = element.children.iter().filter(is_held);
        segments.map(|it| Segment::of(&it.children)).collect()
    };
    let mut properties = Map::new();
    if let Some(date) = duration(&segments) {
        if date.contains('/') {
            properties.insert("kind".to_owned(), Kind::Presence.name().into());
        }
        properties.insert("date".to_owned(), date.into());
    }
    for child in element.children.iter().filter(|child| !is_held(child)) {
        keep(&mut properties, child);
    }
    let along: [(&str, MembersOf); 2] = [("times", |it| &it.times), ("points", |it| &it.others)];
    for (name, of) in along {
        let lists: Vec<Value> = segments.iter().map(|it| of(it).clone().into()).collect();
        if segments
            .iter()
            .any(|it| of(it).iter().any(|value| !value.is_null()))
        {
            let value = match <[Value; 1]>::try_from(lists) {
                Ok([only]) => only,
                Err(lists) => lists.into(),
            };
            properties.insert(name.to_owned(), value);
        }
    }
    let unread: usize = segments.iter().map(|it| it.unread).sum();
    if unread > 0 {
        let value = unread.to_string();
        issues.push(Issue::new(
            element.name(),
            IssueKind::GeometryMalformed,
            &value,
        ));
    }
    collection.push(None, shape(&segments).as_deref(), properties, at)
}

/// Keeps an element under its own name, or under one that the reader of records knows.
fn keep(properties: &mut Map<String, Value>, child: &Element<'_>) {
    let value = child.value();
    if value.is_null() {
        return;
    }
    let name = child.name();
    let name = match name {
        "desc" => "description",
        "cmt" => "comment",
        name => name,
    };
    xml::add(properties, name, value);
}

/// Where a point lies, in the digits that it is written in.
struct Position {
    longitude: String,
    latitude: String,
    height: Option<String>,
}

impl Position {
    fn text(&self) -> String {
        let Self {
            longitude,
            latitude,
            height,
        } = self;
        match height {
            Some(height) => format!("[{longitude},{latitude},{height}]"),
            None => format!("[{longitude},{latitude}]"),
        }
    }
}

/// The position of a point; `None` where it has none on the globe.
fn position(point: &Element<'_>) -> Option<Position> {
    let degrees = |name: &str, most: f64| {
        let written = point.attribute(name)?;
        let degrees: f64 = written.trim().parse().ok()?;
        (degrees.abs() <= most).then(|| number(written.trim(), degrees))
    };
    let height = point.text_of("ele").and_then(|written| {
        let height: f64 = written.parse().ok()?;
        height.is_finite().then(|| number(written, height))
    });
    Some(Position {
        longitude: degrees("lon", 180.0)?,
        latitude: degrees("lat", 90.0)?,
        height,
    })
}

/// Points that follow one another.
#[derive(Default)]
struct Segment {
    positions: Vec<String>,
    times: Vec<Value>,
    /// What else each point has.
    others: Vec<Value>,
    /// Points without a position on the globe.
    unread: usize,
}

impl Segment {
    fn of<'e, 'a: 'e>(points: impl IntoIterator<Item = &'e Element<'a>>) -> Self {
        let mut segment = Self::default();
        for point in points {
            let Some(position) = position(point) else {
                segment.unread += 1;
                continue;
            };
            let mut others = Map::new();
            for child in &point.children {
                let is_read = child.is("time") || child.is("ele") && position.height.is_some();
                if !is_read {
                    keep(&mut others, child);
                }
            }
            let time = point.text_of("time").map(in_utc);
            segment.times.push(time.map_or(Value::Null, Value::from));
            segment.others.push(if others.is_empty() {
                Value::Null
            } else {
                others.into()
            });
            segment.positions.push(position.text());
        }
        segment
    }
}

/// What each point of a segment has of one thing.
type MembersOf = fn(&Segment) -> &Vec<Value>;

/// The line through segments; a point where one has no second.
fn shape(segments: &[Segment]) -> Option<String> {
    let mut lines = Vec::new();
    let mut points = Vec::new();
    for segment in segments {
        match segment.positions.as_slice() {
            [] => {}
            [only] => points.push(only.as_str()),
            positions => lines.push(format!("[{}]", positions.join(","))),
        }
    }
    let of = |kind: &str, coordinates: &str| {
        format!(r#"{{"type":"{kind}","coordinates":{coordinates}}}"#)
    };
    let several = |list: &[String]| format!("[{}]", list.join(","));
    let line = match lines.as_slice() {
        [] => None,
        [only] => Some(of("LineString", only)),
        lines => Some(of("MultiLineString", &several(lines))),
    };
    let mut all: Vec<String> = line.into_iter().collect();
    all.extend(points.into_iter().map(|point| of("Point", point)));
    match all.as_slice() {
        [] => None,
        [only] => Some(only.clone()),
        all => Some(format!(
            r#"{{"type":"GeometryCollection","geometries":{}}}"#,
            several(all)
        )),
    }
}

/// From the first time along a line to the last, as EDTF.
fn duration(segments: &[Segment]) -> Option<String> {
    let times = segments.iter().flat_map(|segment| &segment.times);
    let times: Vec<When> = times
        .filter_map(|time| When::parse(time.as_str()?).ok())
        .collect();
    let first = times.iter().min_by_key(|time| time.bounds().earliest)?;
    let last = times.iter().max_by_key(|time| time.bounds().latest)?;
    Some(if first.bounds() == last.bounds() {
        first.text().to_owned()
    } else {
        format!("{}/{}", first.text(), last.text())
    })
}

/// A time in UTC, which the format wants and does not always say.
fn in_utc(time: &str) -> String {
    let has_zone = |clock: &str| clock.contains(['Z', 'z', '+', '-']);
    match time.split_once('T') {
        Some((_, clock)) if !has_zone(clock) => format!("{time}Z"),
        _ => time.to_owned(),
    }
}

#[cfg(test)]
mod tests;
