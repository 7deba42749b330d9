//! A filter as data and as the words of the command line.

use geo::{Coord, Point, Rect};
use serde_json::{Map, Value, json};

use crate::{
    data::{Circle, Filter, Within},
    model::{
        Clock, Layer, Second, StaleLimit, Status, Window,
        bounds::{day_of, end_of_day, iso_day, iso_second},
    },
};

/// The words that make the command line filter alike.
#[must_use]
pub fn arguments(filter: &Filter) -> Vec<String> {
    let mut words = Vec::new();
    let mut option = |name: &str, value: String| words.extend([format!("--{name}"), value]);
    if filter.window != Window::ALL {
        option("window", filter.window.to_string());
    }
    if let Some(known) = filter.known {
        option("known", moment(known));
    }
    if filter.clock != Clock::default() {
        option("clock", filter.clock.name().to_owned());
    }
    if filter.stale != StaleLimit::default() {
        option("stale-months", filter.stale.months().to_string());
    }
    for file in filter.files.iter().flatten() {
        option("file", file.clone());
    }
    for layer in filter.layers.iter().flatten() {
        option("layer", layer.name().to_owned());
    }
    for status in filter.statuses.iter().flatten() {
        option("status", status.name().to_owned());
    }
    if !filter.actor.is_empty() {
        option("actor", filter.actor.clone());
    }
    if !filter.claimant.is_empty() {
        option("claimant", filter.claimant.clone());
    }
    if !filter.source.is_empty() {
        option("source", filter.source.clone());
    }
    if filter.origins > 0 {
        option("origins", filter.origins.to_string());
    }
    if !filter.text.is_empty() {
        option("text", filter.text.clone());
    }
    for (name, value) in filter.within.iter().flat_map(area_arguments) {
        option(name, value);
    }
    for (flag, is_on) in [
        ("--lacks-words", filter.lacks_words),
        ("--certain", filter.certain_only),
    ] {
        words.extend(is_on.then(|| flag.to_owned()));
    }
    words
}

/// The filter as an object with a member for each condition that it has.
pub(in crate::io) fn object(filter: &Filter) -> Map<String, Value> {
    let mut object = Map::new();
    let mut member = |name: &str, value: Value| object.insert(name.to_owned(), value);
    if filter.window != Window::ALL {
        member("window", filter.window.to_string().into());
    }
    if let Some(known) = filter.known {
        member("known", moment(known).into());
    }
    if filter.clock != Clock::default() {
        member("clock", filter.clock.name().into());
    }
    if filter.stale != StaleLimit::default() {
        member("stale_months", filter.stale.months().into());
    }
    if let Some(files) = &filter.files {
        member("files", json!(files));
    }
    if let Some(layers) = &filter.layers {
        let names: Vec<&str> = layers.iter().map(Layer::name).collect();
        member("layers", json!(names));
    }
    if let Some(statuses) = &filter.statuses {
        let names: Vec<&str> = statuses.iter().map(|status| status.name()).collect();
        member("statuses", json!(names));
    }
    if !filter.actor.is_empty() {
        member("actor", filter.actor.as_str().into());
    }
    if !filter.claimant.is_empty() {
        member("claimant", filter.claimant.as_str().into());
    }
    if !filter.source.is_empty() {
        member("source", filter.source.as_str().into());
    }
    if filter.origins > 0 {
        member("origins", filter.origins.into());
    }
    if !filter.text.is_empty() {
        member("text", filter.text.as_str().into());
    }
    if let Some(within) = &filter.within {
        let (name, value) = area_member(within);
        member(name, value);
    }
    if filter.lacks_words {
        member("lacks_words", true.into());
    }
    if filter.certain_only {
        member("certain", true.into());
    }
    object
}

/// The filter that [`object`] wrote; what makes no sense is no condition.
pub(in crate::io) fn read(object: &Map<String, Value>) -> Filter {
    let word = |name: &str| object.get(name).and_then(Value::as_str);
    let words = |name: &str| {
        let list = object.get(name).and_then(Value::as_array)?;
        Some(list.iter().filter_map(Value::as_str))
    };
    let truth = |name: &str| object.get(name).and_then(Value::as_bool) == Some(true);
    let number = |name: &str| u16::try_from(object.get(name)?.as_u64()?).ok();
    Filter {
        window: word("window")
            .and_then(|text| Window::parse(text).ok())
            .unwrap_or(Window::ALL),
        known: word("known")
            .and_then(|text| Window::parse(text).ok())
            .map(|window| window.last())
            .filter(|last| *last != Second::MAX),
        clock: word("clock").and_then(Clock::from_name).unwrap_or_default(),
        stale: number("stale_months").map_or_else(StaleLimit::default, StaleLimit::of_months),
        claimant: word("claimant").unwrap_or_default().to_owned(),
        source: word("source").unwrap_or_default().to_owned(),
        origins: number("origins").unwrap_or_default(),
        lacks_words: truth("lacks_words"),
        files: words("files").map(|names| names.map(str::to_owned).collect()),
        layers: words("layers").map(|names| names.map(Layer::from_name).collect()),
        statuses: words("statuses").map(|names| names.filter_map(Status::from_name).collect()),
        actor: word("actor").unwrap_or_default().to_owned(),
        text: word("text").unwrap_or_default().to_owned(),
        within: read_area(object),
        certain_only: truth("certain"),
    }
}

/// `over` with every condition that it does not have taken from `under`.
#[must_use]
pub fn overlaid(over: &Filter, under: &Filter) -> Filter {
    let mut members = object(under);
    if over.within.is_some() {
        for name in AREAS {
            members.remove(name);
        }
    }
    members.extend(object(over));
    read(&members)
}

fn read_edges(value: &Value) -> Option<Rect<f64>> {
    let edges: Vec<f64> = value
        .as_array()?
        .iter()
        .map(|edge| edge.as_f64().filter(|edge| edge.is_finite()))
        .collect::<Option<_>>()?;
    let &[west, south, east, north] = edges.as_slice() else {
        return None;
    };
    let east = if east < west { east + 360.0 } else { east };
    Some(Rect::new((west, south), (east, north)))
}

/// West, south, east and north in degrees.
fn edges(bbox: &Rect<f64>) -> [f64; 4] {
    let east = bbox.max().x;
    let east = if east > 180.0 { east - 360.0 } else { east };
    [bbox.min().x, bbox.min().y, east, bbox.max().y]
}

/// The members of which one says which area is shown.
const AREAS: [&str; 3] = ["bbox", "circle", "polygon"];

/// The options that ask for an area.
fn area_arguments(within: &Within) -> Vec<(&'static str, String)> {
    match within {
        Within::Bounds(bbox) => {
            let edges = edges(bbox).map(|degrees| degrees.to_string());
            vec![("bbox", edges.join(","))]
        }
        Within::Circle(circle) => {
            let (lon, lat) = circle.centre.x_y();
            let at = format!("{lat}, {lon}");
            let near = if circle.name.is_empty() {
                at
            } else {
                format!("{} ({at})", circle.name)
            };
            vec![("near", near), ("within", circle.km.to_string())]
        }
        Within::Ring(_) => {
            let corners = within.corners().into_iter();
            let corners: Vec<String> = corners.map(|at| format!("{},{}", at.x, at.y)).collect();
            vec![("polygon", corners.join(" "))]
        }
    }
}

/// The member that says which area is shown.
fn area_member(within: &Within) -> (&'static str, Value) {
    match within {
        Within::Bounds(bbox) => ("bbox", json!(edges(bbox))),
        Within::Circle(circle) => {
            let (lon, lat) = circle.centre.x_y();
            let Circle { km, name, .. } = circle;
            let circle = if name.is_empty() {
                json!({"lon": lon, "lat": lat, "km": km})
            } else {
                json!({"lon": lon, "lat": lat, "km": km, "name": name})
            };
            ("circle", circle)
        }
        Within::Ring(_) => {
            let corners = within.corners().into_iter();
            let corners: Vec<[f64; 2]> = corners.map(|at| [at.x, at.y]).collect();
            ("polygon", json!(corners))
        }
    }
}

fn read_area(object: &Map<String, Value>) -> Option<Within> {
    let circle = || {
        let circle = object.get("circle")?;
        let number = |name: &str| circle.get(name)?.as_f64();
        let name = circle.get("name").and_then(Value::as_str);
        Some(Within::Circle(Circle {
            centre: Point::new(number("lon")?, number("lat")?),
            km: number("km").filter(|km| *km >= 0.0)?,
            name: name.unwrap_or_default().to_owned(),
        }))
    };
    let ring = || {
        let corners = object.get("polygon")?.as_array()?.iter();
        let corners = corners.map(|corner| {
            let at = |index: usize| corner.get(index)?.as_f64();
            Some(Coord {
                x: at(0)?,
                y: at(1)?,
            })
        });
        Within::ring(corners.collect::<Option<_>>()?)
    };
    let bbox = || object.get("bbox").and_then(read_edges).map(Within::Bounds);
    bbox().or_else(circle).or_else(ring)
}

/// The day that ends with `second`, else the very second.
pub(super) fn moment(second: Second) -> String {
    if second == end_of_day(day_of(second)) {
        return iso_day(second);
    }
    iso_second(second)
}
