//! Features as services of `ArcGIS` give them: attributes beside a geometry of their own notation.

use serde_json::{Map, Value};

use super::{
    Format, Opening, Translated,
    system::System,
    text,
    translated::{Collection, Feature},
};
use crate::{
    io::{decode::decode, error::ReadErrorKind, split::split, watch::Watch},
    model::{Issue, IssueKind, bounds::iso_second},
};

/// Features of services of `ArcGIS`.
pub static ESRIJSON: Format = Format {
    id: "esrijson",
    name: "Esri JSON",
    endings: &["esrijson"],
    media_types: &[],
    sniff: |head| {
        let head = text::valid(head);
        text::first_letter(head.as_bytes()) == Some(b'{')
            && head.contains("\"features\"")
            && !head.contains("\"FeatureCollection\"")
            && (head.contains("\"esriGeometry") || head.contains("\"attributes\""))
    },
    open: Some(Opening::Translated(read)),
    write: None,
    losses: None,
};

/// The last millisecond of the year 9999.
const LAST: i64 = 253_402_300_799_000;

fn read(bytes: &[u8], watch: &Watch<'_>) -> Result<Translated, ReadErrorKind> {
    let text = decode(bytes.to_vec()).map_err(ReadErrorKind::NotText)?;
    let split = split(&text, watch).map_err(|error| ReadErrorKind::of_split(error, &text))?;
    let member = |name: &str| -> Option<Value> {
        let member = split.members.iter().find(|member| member.name == name)?;
        serde_json::from_str(text.get(member.value.clone())?).ok()
    };
    let system = match member("spatialReference") {
        Some(system) => system_of(&system)?,
        None => System::DEGREES,
    };
    let fields = member("fields").unwrap_or_default();
    let dates: Vec<&str> = fields
        .as_array()
        .into_iter()
        .flatten()
        .filter(|field| field.get("type").and_then(Value::as_str) == Some("esriFieldTypeDate"))
        .filter_map(|field| field.get("name")?.as_str())
        .collect();
    let mut collection = Collection::new(bytes.len(), watch);
    let (mut unread, mut broken) = (0_usize, 0_usize);
    for span in &split.records {
        let record = text.get(span.clone()).unwrap_or_default();
        let Ok(Value::Object(mut record)) = serde_json::from_str(record) else {
            broken += 1;
            continue;
        };
        let mut feature = Feature::default();
        if let Some(Value::Object(attributes)) = record.remove("attributes") {
            feature.properties = attributes;
        }
        for name in &dates {
            if let Some(date) = feature.properties.get_mut(*name)
                && let Some(moment) = date.as_i64().filter(|it| it.abs() <= LAST)
            {
                *date = iso_second(moment.div_euclid(1000)).into();
            }
        }
        if let Some(geometry) = record.get("geometry").filter(|it| !it.is_null()) {
            feature.geometry = shape(geometry, system);
            unread += usize::from(feature.geometry.is_none());
        }
        collection.push_feature(feature, span.end)?;
    }
    // They are no features of GeoJSON, which is no fault.
    let mut issues = split.issues;
    issues.retain(|issue| issue.kind != IssueKind::ValueUnknown);
    issues.extend(Issue::counted(
        "geometry",
        IssueKind::GeometryMalformed,
        unread,
    ));
    issues.extend(Issue::counted("features", IssueKind::Syntax, broken));
    // Services give so many records at once and no more.
    if member("exceededTransferLimit") == Some(Value::Bool(true)) {
        issues.push(Issue::new("exceededTransferLimit", IssueKind::NotRead, "?"));
    }
    Ok(collection.finish(Map::new(), issues))
}

fn system_of(system: &Value) -> Result<System, ReadErrorKind> {
    let code = ["latestWkid", "wkid"]
        .iter()
        .find_map(|name| system.get(name)?.as_u64());
    match (code, system.get("wkt").and_then(Value::as_str)) {
        (Some(code), _) => System::of_name(&format!("EPSG:{code}")),
        (None, Some(text)) => System::of_text(text),
        (None, None) => Ok(System::DEGREES),
    }
}

/// A geometry as GeoJSON; `None` where it is none.
fn shape(geometry: &Value, system: System) -> Option<String> {
    let position = |position: &Value| {
        let (x, y) = system.degrees(position.get(0)?.as_f64()?, position.get(1)?.as_f64()?)?;
        Some(format!("[{x},{y}]"))
    };
    let list = |value: &Value| -> Option<String> {
        let list: Option<Vec<String>> = value.as_array()?.iter().map(position).collect();
        Some(format!("[{}]", list?.join(",")))
    };
    let lists =
        |value: &Value| -> Option<Vec<String>> { value.as_array()?.iter().map(list).collect() };
    let of = |kind: &str, coordinates: &str| {
        format!(r#"{{"type":"{kind}","coordinates":{coordinates}}}"#)
    };
    if let (Some(x), Some(y)) = (geometry.get("x"), geometry.get("y")) {
        let (x, y) = system.degrees(x.as_f64()?, y.as_f64()?)?;
        return Some(of("Point", &format!("[{x},{y}]")));
    }
    if let Some(points) = geometry.get("points") {
        return Some(of("MultiPoint", &list(points)?));
    }
    if let Some(paths) = geometry.get("paths") {
        let paths = lists(paths)?;
        return Some(match paths.as_slice() {
            [only] => of("LineString", only),
            several => of("MultiLineString", &format!("[{}]", several.join(","))),
        });
    }
    let rings = geometry.get("rings")?.as_array()?;
    let mut areas: Vec<Vec<String>> = Vec::new();
    for ring in rings {
        let text = list(ring)?;
        // Outer rings run with the clock, holes against it and behind the ring that they lie in.
        match areas.last_mut().filter(|_| is_hole(ring)) {
            Some(rings) => rings.push(text),
            None => areas.push(vec![text]),
        }
    }
    let areas: Vec<String> = areas
        .iter()
        .map(|rings| format!("[{}]", rings.join(",")))
        .collect();
    Some(match areas.as_slice() {
        [] => return None,
        [only] => of("Polygon", only),
        several => of("MultiPolygon", &format!("[{}]", several.join(","))),
    })
}

fn is_hole(ring: &Value) -> bool {
    let number =
        |position: &Value, place: usize| position.get(place).and_then(Value::as_f64).unwrap_or(0.0);
    let positions = ring.as_array().map_or(&[] as &[Value], Vec::as_slice);
    let pairs = positions.iter().zip(positions.iter().skip(1));
    let twice: f64 = pairs
        .map(|(one, next)| number(one, 0) * number(next, 1) - number(next, 0) * number(one, 1))
        .sum();
    twice > 0.0
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::indexing_slicing,
        reason = "a test stops at the first surprise"
    )]

    use super::*;
    use crate::model::RowId;
    use crate::{data::Dataset, io::formats::testing::read};

    const FEATURES: &str = r#"{"objectIdFieldName":"OBJECTID","geometryType":"esriGeometryPolygon","spatialReference":{"wkid":4326},
        "fields":[{"name":"seen","type":"esriFieldTypeDate"}],"features":[
        {"attributes":{"OBJECTID":1,"seen":1641340800000},"geometry":{"rings":[[[0,0],[0,9],[9,9],[0,0]],[[1,2],[2,3],[1,3],[1,2]]]}},
        {"attributes":{"OBJECTID":2,"seen":null},"geometry":{"x":1.5,"y":2}},
        {"attributes":{"OBJECTID":3},"geometry":{"paths":[[[1,2],[3,4]]]}},
        {"attributes":{"OBJECTID":4},"geometry":{"curveRings":[]}}]}"#;

    #[test]
    fn attributes_dates_and_shapes_are_read() {
        let part = read(FEATURES).unwrap();
        assert_eq!(part.foreign_format, Some("Esri JSON"));
        assert_eq!(part.issues[0].kind, IssueKind::GeometryMalformed);
        let dataset = Dataset::from_parts(vec![part]);
        let features: Vec<Value> = (0..4)
            .map(|row| serde_json::from_str(&dataset.feature(RowId::new(row))).unwrap())
            .collect();
        assert_eq!(features[0]["properties"]["seen"], "2022-01-05T00:00:00Z");
        assert_eq!(features[0]["geometry"]["type"], "Polygon");
        assert_eq!(
            features[0]["geometry"]["coordinates"]
                .as_array()
                .map(Vec::len),
            Some(2)
        );
        assert_eq!(features[1]["geometry"]["type"], "Point");
        assert_eq!(features[2]["geometry"]["type"], "LineString");
        assert_eq!(features[3]["geometry"], Value::Null);
    }

    #[test]
    fn systems_that_are_not_known_are_refused_by_their_name() {
        let error = read(&FEATURES.replace("4326", "55555")).unwrap_err();
        assert!(
            matches!(error.kind, ReadErrorKind::UnknownCrs(_)),
            "{error:?}"
        );
    }
}
