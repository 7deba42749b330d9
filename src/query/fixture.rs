//! Small datasets for the tests of this folder.

use serde_json::{Value, json};

use crate::{
    data::{Dataset, Filter, SourceFile, Spans},
    query::WindowResult,
};

/// A feature at a longitude and latitude, dated 2022, with how well its place is known.
pub(crate) fn point(at: [f64; 2], precision: &str, radius_km: f64) -> Value {
    feature(
        &json!({"type": "Point", "coordinates": at}),
        precision,
        radius_km,
        "incident",
        "2022",
    )
}

/// A feature of any geometry, layer and date.
pub(crate) fn feature(
    geometry: &Value,
    precision: &str,
    radius_km: f64,
    layer: &str,
    date: &str,
) -> Value {
    json!({
        "type": "Feature",
        "geometry": geometry,
        "properties": {
            "layer": layer, "date": date, "title": "A record", "place": "A place",
            "place_precision": precision, "place_radius_km": radius_km,
        },
    })
}

/// A dataset of these features.
pub(crate) fn dataset(features: &[Value]) -> Dataset {
    let mut text = String::new();
    let mut spans = Spans::default();
    for feature in features {
        let start = text.len();
        text.push_str(&feature.to_string());
        spans.push(start..text.len());
        text.push('\n');
    }
    Dataset::from_parts(vec![SourceFile::of_lines("fixture", text.into(), spans)])
}

/// What all of time shows.
pub(crate) fn everything(dataset: &Dataset) -> (Filter, WindowResult) {
    during(dataset, Filter::default())
}

/// What a filter shows.
pub(crate) fn during(dataset: &Dataset, filter: Filter) -> (Filter, WindowResult) {
    let visible = WindowResult::of(dataset, &filter);
    (filter, visible)
}
