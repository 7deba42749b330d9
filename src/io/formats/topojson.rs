//! `TopoJSON`: geometries made of arcs, which neighbours share.
//!
//! Each geometry of each object is a record, of the layer that its object names. An arc may be used any number of
//! times, so that what is written is bounded.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{
    Format, Opening, Translated, text,
    translated::{Collection, Feature},
};
use crate::{
    io::{decode::decode, error::ReadErrorKind, text_position::TextPosition, watch::Watch},
    model::{Issue, IssueKind},
};

/// Geometries made of arcs.
pub static TOPOJSON: Format = Format {
    id: "topojson",
    name: "TopoJSON",
    endings: &["topojson"],
    media_types: &[],
    sniff: |head| text::has_member(head, "type", "Topology"),
    open: Some(Opening::Translated(read)),
    write: None,
    losses: None,
};

/// Bytes that a geometry may be written with whatever the length of the file, and times its length beyond.
const ALWAYS_WRITTEN: usize = 64 << 20;
const MOST_TIMES: usize = 16;

/// Geometries that may lie in one another.
const DEPTH_LIMIT: usize = 16;

#[derive(Deserialize)]
struct Topology {
    arcs: Vec<Vec<Vec<f64>>>,
    objects: Map<String, Value>,
    transform: Option<Transform>,
}

/// How whole numbers become degrees, each from the one before.
#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

fn read(bytes: &[u8], watch: &Watch<'_>) -> Result<Translated, ReadErrorKind> {
    let text = decode(bytes.to_vec()).map_err(ReadErrorKind::NotText)?;
    let topology: Topology = serde_json::from_str(&text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        ReadErrorKind::Damaged(TOPOJSON.name, TextPosition { line, column })
    })?;
    let mut reading = Reading {
        arcs: topology
            .arcs
            .iter()
            .map(|arc| positions(arc, topology.transform.as_ref()))
            .collect(),
        transform: topology.transform,
        collection: Collection::new(bytes.len(), watch),
        left: ALWAYS_WRITTEN.max(bytes.len().saturating_mul(MOST_TIMES)),
        unread: 0,
        length: bytes.len(),
    };
    let is_layered = topology.objects.len() > 1;
    for (name, object) in topology.objects {
        reading.records(object, is_layered.then_some(name.as_str()), 0)?;
    }
    let mut issues = Vec::new();
    if reading.unread > 0 {
        let value = reading.unread.to_string();
        issues.push(Issue::new("arcs", IssueKind::GeometryMalformed, &value));
    }
    Ok(reading.collection.finish(Map::new(), issues))
}

/// The positions of an arc, as JSON.
fn positions(arc: &[Vec<f64>], transform: Option<&Transform>) -> Vec<String> {
    let (mut x, mut y) = (0.0, 0.0);
    let position = |position: &Vec<f64>| match (position.as_slice(), transform) {
        ([dx, dy, ..], Some(transform)) => {
            x += dx;
            y += dy;
            degrees(transform, x, y)
        }
        ([x, y, ..], None) => format!("[{x},{y}]"),
        _ => "[]".to_owned(),
    };
    arc.iter().map(position).collect()
}

fn degrees(transform: &Transform, x: f64, y: f64) -> String {
    let [of_x, of_y] = transform.scale;
    let [from_x, from_y] = transform.translate;
    format!("[{},{}]", x * of_x + from_x, y * of_y + from_y)
}

struct Reading<'w> {
    arcs: Vec<Vec<String>>,
    transform: Option<Transform>,
    collection: Collection<'w>,
    /// Bytes that may still be written.
    left: usize,
    /// Geometries that could not be read.
    unread: usize,
    length: usize,
}

impl Reading<'_> {
    /// Adds the records of an object: itself, or each of what it holds.
    fn records(
        &mut self,
        mut object: Value,
        layer: Option<&str>,
        depth: usize,
    ) -> Result<(), ReadErrorKind> {
        let is_collection =
            object.get("type").and_then(Value::as_str) == Some("GeometryCollection");
        // A collection with properties is a record itself.
        let is_record = object.get("properties").is_some() || object.get("id").is_some();
        if is_collection
            && !is_record
            && depth < DEPTH_LIMIT
            && let Some(Value::Array(list)) = object.get_mut("geometries").map(Value::take)
        {
            return list
                .into_iter()
                .try_for_each(|it| self.records(it, layer, depth + 1));
        }
        let properties = match object.get_mut("properties").map(Value::take) {
            Some(Value::Object(properties)) => properties,
            _ => Map::new(),
        };
        let mut feature = Feature {
            id: object.get("id").cloned(),
            properties,
            ..Feature::default()
        };
        if let Some(layer) = layer.filter(|_| !feature.properties.contains_key("layer")) {
            feature.properties.insert("layer".to_owned(), layer.into());
        }
        let has_shape = object.get("type").is_some_and(|kind| !kind.is_null());
        let shape = self.shape(&object, 0);
        if self.left == 0 {
            return Err(ReadErrorKind::Bomb(
                self.length.saturating_mul(MOST_TIMES) as u64
            ));
        }
        self.unread += usize::from(has_shape && shape.is_none());
        feature.geometry = shape;
        self.collection.push_feature(feature, self.length)
    }

    /// A geometry as GeoJSON; `None` where it is none.
    fn shape(&mut self, object: &Value, depth: usize) -> Option<String> {
        let kind = object.get("type")?.as_str()?;
        if depth > DEPTH_LIMIT {
            return None;
        }
        if kind == "GeometryCollection" {
            let list = object.get("geometries")?.as_array()?;
            let list: Option<Vec<String>> =
                list.iter().map(|it| self.shape(it, depth + 1)).collect();
            return Some(format!(
                r#"{{"type":"{kind}","geometries":[{}]}}"#,
                list?.join(",")
            ));
        }
        let coordinates = match kind {
            "Point" => self.position(object.get("coordinates")?)?,
            "MultiPoint" => {
                let list = object.get("coordinates")?.as_array()?;
                let list: Option<Vec<String>> = list.iter().map(|it| self.position(it)).collect();
                format!("[{}]", list?.join(","))
            }
            "LineString" => self.nested(object.get("arcs")?, 0)?,
            "MultiLineString" | "Polygon" => self.nested(object.get("arcs")?, 1)?,
            "MultiPolygon" => self.nested(object.get("arcs")?, 2)?,
            _ => return None,
        };
        Some(format!(
            r#"{{"type":"{kind}","coordinates":{coordinates}}}"#
        ))
    }

    fn position(&self, value: &Value) -> Option<String> {
        let (x, y) = (value.get(0)?.as_f64()?, value.get(1)?.as_f64()?);
        Some(match &self.transform {
            Some(transform) => degrees(transform, x, y),
            None => format!("[{x},{y}]"),
        })
    }

    /// Lists of lines so deep.
    fn nested(&mut self, arcs: &Value, depth: usize) -> Option<String> {
        let list = arcs.as_array()?;
        if depth > 0 {
            let list: Option<Vec<String>> =
                list.iter().map(|it| self.nested(it, depth - 1)).collect();
            return Some(format!("[{}]", list?.join(",")));
        }
        // Each arc begins where the one before it ends; that position counts once.
        let mut line = String::from("[");
        for (place, number) in list.iter().enumerate() {
            let number = number.as_i64()?;
            let is_reversed = number < 0;
            let arc = self
                .arcs
                .get(usize::try_from(if is_reversed { !number } else { number }).ok()?)?;
            let positions: Box<dyn Iterator<Item = &String>> = if is_reversed {
                Box::new(arc.iter().rev())
            } else {
                Box::new(arc.iter())
            };
            for position in positions.skip(usize::from(place > 0)) {
                self.left = self.left.saturating_sub(position.len() + 1);
                if self.left == 0 {
                    return None;
                }
                if line.len() > 1 {
                    line.push(',');
                }
                line.push_str(position);
            }
        }
        line.push(']');
        Some(line)
    }
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

    const TOPOLOGY: &str = r#"{"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[10,20]},
        "objects":{"areas":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","arcs":[[-2,-1]],"id":"a","properties":{"name":"Left","date":"2022-01-05"}},
            {"type":"Polygon","arcs":[[2,0]],"id":"b","properties":{"name":"Right"}}]},
          "towns":{"type":"Point","coordinates":[2,4],"properties":{"name":"Town"}}},
        "arcs":[[[2,2],[0,-2]],[[2,0],[-2,0],[0,2],[2,0]],[[2,0],[2,0],[0,2],[-2,0]]]}"#;

    #[test]
    fn arcs_become_the_shapes_that_share_them() {
        let part = read(TOPOLOGY).unwrap();
        assert_eq!(part.foreign_format, Some("TopoJSON"));
        let dataset = Dataset::from_parts(vec![part]);
        assert_eq!(dataset.issues(), []);
        let features: Vec<Value> = (0..3)
            .map(|row| serde_json::from_str(&dataset.feature(RowId::new(row))).unwrap())
            .collect();
        assert_eq!(
            features[0]["geometry"]["coordinates"].to_string(),
            "[[[11,21],[10,21],[10,20],[11,20],[11,21]]]"
        );
        assert_eq!(
            features[1]["geometry"]["coordinates"][0][0].to_string(),
            "[11,20]"
        );
        assert_eq!(
            features[2]["geometry"]["coordinates"].to_string(),
            "[11,22]"
        );
        assert_eq!(features[2]["properties"]["layer"], "towns");
        assert_eq!(features[0]["id"], "a");
    }

    #[test]
    fn files_cut_off_and_arcs_without_end_are_refused() {
        for end in TOPOLOGY.find("objects").unwrap()..TOPOLOGY.len() {
            let error = read(&TOPOLOGY[..end]).unwrap_err();
            assert!(
                matches!(error.kind, ReadErrorKind::Damaged("TopoJSON", _)),
                "{end}: {error:?}"
            );
        }
        let arc = "[0,0],".repeat(20_000);
        let uses = "0,".repeat(20_000);
        let text = format!(
            r#"{{"type":"Topology","objects":{{"a":{{"type":"LineString","arcs":[{uses}0]}}}},"arcs":[[{arc}[1,1]]]}}"#
        );
        let error = read(&text).unwrap_err();
        assert!(matches!(error.kind, ReadErrorKind::Bomb(_)), "{error:?}");
        let deep = format!(
            r#"{{"type":"Topology","arcs":[],"objects":{{"a":{}"#,
            r#"{"type":"GeometryCollection","geometries":["#.repeat(100_000)
        );
        assert!(read(&deep).is_err());
        let part = read(
            r#"{"type":"Topology","arcs":[],"objects":{"a":{"type":"LineString","arcs":[7]}}}"#,
        )
        .unwrap();
        assert_eq!(part.issues[0].kind, IssueKind::GeometryMalformed);
    }
}
