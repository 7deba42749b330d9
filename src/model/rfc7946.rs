//! What RFC 7946 says that a feature must be, beyond what it takes to read one.
//!
//! All of it can be read all the same; but others may read it in another way, so that each breach is an issue.

use serde_json::{Map, Value};

use super::issue::{Issue, IssueKind};

/// Positions of the shortest line.
pub const SHORTEST_LINE: usize = 2;
/// The same of the shortest ring, whose last one is the first again.
pub const SHORTEST_RING: usize = 4;

/// What is wrong with the members of a feature; one issue of each kind for each member. One pass over them.
pub(super) fn breaches(feature: &Map<String, Value>) -> Vec<Issue> {
    let mut issues = Vec::new();
    for name in ["geometry", "properties"] {
        if !feature.contains_key(name) {
            // Section 3.2: `null` where there is nothing to say.
            issues.push(Issue::new(name, IssueKind::MemberMissing, ""));
        }
    }
    for name in ["features", "coordinates", "geometries"] {
        if let Some(value) = feature.get(name) {
            // Section 7.1: these say that an object is something else.
            note(&mut issues, name, IssueKind::MemberMisplaced, value);
        }
    }
    check_bbox(feature.get("bbox"), &mut issues);
    let mut open: Vec<&Value> = feature.get("geometry").into_iter().collect();
    while let Some(geometry) = open.pop() {
        check_bbox(geometry.get("bbox"), &mut issues);
        for name in ["geometry", "properties", "features"] {
            if let Some(value) = geometry.get(name) {
                note(&mut issues, name, IssueKind::MemberMisplaced, value);
            }
        }
        check_coordinates(geometry, &mut issues);
        let children = geometry.get("geometries").and_then(Value::as_array);
        open.extend(children.into_iter().flatten());
    }
    issues
}

/// What is wrong with the member `name` of a collection (sections 5 and 7.1).
#[must_use]
pub fn breach_of_collection(name: &str, value: &Value) -> Option<Issue> {
    let mut issues = Vec::new();
    match name {
        "geometry" | "properties" | "coordinates" | "geometries" => {
            note(&mut issues, name, IssueKind::MemberMisplaced, value);
        }
        "bbox" => check_bbox(Some(value), &mut issues),
        _ => {}
    }
    issues.pop()
}

fn list(value: &Value) -> Option<&[Value]> {
    value.as_array().map(Vec::as_slice)
}

/// Whether a `bbox` has a number for each end of each dimension (section 5).
#[must_use]
pub fn is_bbox(value: &Value) -> bool {
    value.as_array().is_some_and(|ends| {
        ends.len() >= 4 && ends.len().is_multiple_of(2) && ends.iter().all(Value::is_number)
    })
}

fn check_bbox(value: Option<&Value>, issues: &mut Vec<Issue>) {
    if let Some(value) = value.filter(|value| !is_bbox(value)) {
        note(issues, "bbox", IssueKind::BboxMalformed, value);
    }
}

fn check_coordinates(geometry: &Value, issues: &mut Vec<Issue>) {
    let kind = geometry.get("type").and_then(Value::as_str);
    let Some(coordinates) = geometry.get("coordinates").and_then(|it| it.as_array()) else {
        return;
    };
    match kind {
        Some("LineString") => check_line(coordinates, issues),
        Some("MultiLineString") => {
            let lines = coordinates.iter().filter_map(list);
            lines.for_each(|line| check_line(line, issues));
        }
        Some("Polygon") => {
            let rings = coordinates.iter().filter_map(list);
            rings.for_each(|ring| check_ring(ring, issues));
        }
        Some("MultiPolygon") => {
            let rings = coordinates.iter().filter_map(list).flatten();
            let rings = rings.filter_map(list);
            rings.for_each(|ring| check_ring(ring, issues));
        }
        _ => {}
    }
}

fn check_line(line: &[Value], issues: &mut Vec<Issue>) {
    if line.len() < SHORTEST_LINE {
        note_list(issues, IssueKind::LineShort, line);
    }
}

fn check_ring(ring: &[Value], issues: &mut Vec<Issue>) {
    if ring.len() < SHORTEST_RING {
        note_list(issues, IssueKind::RingShort, ring);
    } else if !is_same(ring.first(), ring.last()) {
        let ends: Vec<Value> = [ring.first(), ring.last()]
            .into_iter()
            .flatten()
            .cloned()
            .collect();
        note_list(issues, IssueKind::RingOpen, &ends);
    }
}

/// Whether two positions have the same numbers, however these are written.
fn is_same(one: Option<&Value>, other: Option<&Value>) -> bool {
    let numbers = |position: Option<&Value>| {
        let numbers = position?.as_array()?.iter().map(Value::as_f64);
        Some(numbers.collect::<Vec<_>>())
    };
    numbers(one) == numbers(other)
}

fn note_list(issues: &mut Vec<Issue>, kind: IssueKind, values: &[Value]) {
    if !issues.iter().any(|issue| issue.kind == kind) {
        issues.push(Issue::new(
            "geometry",
            kind,
            &Value::from(values).to_string(),
        ));
    }
}

fn note(issues: &mut Vec<Issue>, name: &str, kind: IssueKind, value: &Value) {
    let is_known = |issue: &Issue| issue.kind == kind && &*issue.field == name;
    if !issues.iter().any(is_known) {
        // Only its beginning is shown: the whole of it would be written out for that.
        let shown = match value {
            Value::Array(_) | Value::Object(_) if kind == IssueKind::MemberMisplaced => {
                String::new()
            }
            other => other.to_string(),
        };
        issues.push(Issue::new(name, kind, &shown));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn kinds(feature: &Value) -> Vec<(String, IssueKind)> {
        let issues = breaches(feature.as_object().unwrap());
        let kinds = issues
            .iter()
            .map(|issue| (issue.field.to_string(), issue.kind));
        kinds.collect()
    }

    fn of_geometry(geometry: &Value) -> Vec<(String, IssueKind)> {
        kinds(&json!({"type": "Feature", "properties": {}, "geometry": geometry}))
    }

    #[test]
    fn a_feature_without_geometry_or_properties_lacks_a_member_and_null_is_one() {
        let missing = |name: &str| (name.to_owned(), IssueKind::MemberMissing);
        let null = json!({"type": "Feature", "geometry": null, "properties": null});
        assert_eq!(kinds(&null), []);
        assert_eq!(
            kinds(&json!({"type": "Feature"})),
            [missing("geometry"), missing("properties")]
        );
    }

    #[test]
    fn a_ring_is_closed_by_its_numbers_and_not_by_how_they_are_written() {
        let ring: Value = serde_json::from_str("[[0,0],[1,0],[1,1],[0.0,0e0]]").unwrap();
        assert_eq!(
            of_geometry(&json!({"type": "Polygon", "coordinates": [ring]})),
            []
        );
    }

    #[test]
    fn what_makes_a_collection_something_else_is_misplaced_in_it() {
        let kind = |name, value: &Value| breach_of_collection(name, value).map(|it| it.kind);
        for name in ["geometry", "properties", "coordinates", "geometries"] {
            assert_eq!(kind(name, &json!({})), Some(IssueKind::MemberMisplaced));
        }
        assert_eq!(
            kind("bbox", &json!([0, 0, 1])),
            Some(IssueKind::BboxMalformed)
        );
        assert_eq!(kind("bbox", &json!([0, 0, 1, 1])), None);
        assert_eq!(kind("title", &json!([0, 0, 1])), None);
    }

    #[test]
    fn each_breach_of_the_standard_is_an_issue() {
        let field = |name: &str, kind| vec![(name.to_owned(), kind)];
        let open = json!([[0, 0], [1, 0], [1, 1], [0, 1]]);
        let short = json!([[0, 0], [1, 0], [0, 0]]);
        let closed = json!([[0, 0], [1, 0], [1, 1], [0, 0]]);
        let ring_open = field("geometry", IssueKind::RingOpen);
        let ring_short = field("geometry", IssueKind::RingShort);
        for (kind, coordinates, expected) in [
            ("Polygon", json!([open]), &ring_open),
            ("Polygon", json!([closed, open, open]), &ring_open),
            (
                "MultiPolygon",
                json!([[closed], [closed, open]]),
                &ring_open,
            ),
            ("Polygon", json!([short]), &ring_short),
            ("Polygon", json!([[]]), &ring_short),
            ("Polygon", json!([closed]), &Vec::new()),
            (
                "LineString",
                json!([[0, 0]]),
                &field("geometry", IssueKind::LineShort),
            ),
            (
                "MultiLineString",
                json!([[[0, 0], [1, 1]], []]),
                &field("geometry", IssueKind::LineShort),
            ),
            ("LineString", json!([[0, 0], [1, 1]]), &Vec::new()),
        ] {
            let geometry = json!({"type": kind, "coordinates": coordinates});
            assert_eq!(of_geometry(&geometry), *expected, "{geometry}");
            let inside = json!({"type": "GeometryCollection", "geometries": [geometry]});
            assert_eq!(of_geometry(&inside), *expected, "{inside}");
        }
        for (bbox, is_right) in [
            (json!([0, 0, 1, 1]), true),
            (json!([0, 0, 0, 1, 1, 1]), true),
            (json!([0, 0, 1]), false),
            (json!([0, 0, 1, 1, 1]), false),
            (json!([0, 0, 1, "1"]), false),
            (json!({}), false),
        ] {
            let expected = if is_right {
                Vec::new()
            } else {
                field("bbox", IssueKind::BboxMalformed)
            };
            let feature =
                json!({"type": "Feature", "geometry": null, "properties": {}, "bbox": bbox});
            assert_eq!(kinds(&feature), expected, "{feature}");
        }
        for name in ["features", "coordinates", "geometries"] {
            let feature = json!({"type": "Feature", "geometry": null, "properties": {}, name: []});
            assert_eq!(kinds(&feature), field(name, IssueKind::MemberMisplaced));
        }
        let geometry = json!({"type": "Point", "coordinates": [0, 0], "properties": {}});
        assert_eq!(
            of_geometry(&geometry),
            field("properties", IssueKind::MemberMisplaced)
        );
    }
}
