//! Dates that stand in no property: the member `when` of GeoJSON-T, the times along a line.

use serde_json::{Map, Value};

use crate::model::{when::When, written_date::edtf_text};

/// The date that a feature has elsewhere than in a property that is mapped to it.
pub(super) fn of_feature(feature: &Map<String, Value>) -> Option<When> {
    let when = feature.get("when").and_then(of_when);
    let written = when.or_else(|| {
        let properties = feature.get("properties")?;
        let along = |times: &Value| ends(times.as_array()?);
        properties
            .get("coordTimes")
            .and_then(along)
            .or_else(|| along(properties.pointer("/coordinateProperties/times")?))
    })?;
    When::parse(&written).ok()
}

/// From the earliest start of all time spans to their latest end.
fn of_when(when: &Value) -> Option<String> {
    let spans: Vec<&Value> = match when.get("timespans").and_then(Value::as_array) {
        Some(spans) => spans.iter().collect(),
        None => vec![when],
    };
    let bounds = |when: &When| when.bounds();
    let starts = spans
        .iter()
        .filter_map(|span| side(span, "start", "earliest"));
    let start = starts.min_by_key(|it| bounds(it).earliest);
    let ends = spans.iter().filter_map(|span| side(span, "end", "latest"));
    let end = ends.max_by_key(|it| bounds(it).latest);
    // What has a start and no end in every span is not over.
    let is_over = spans
        .iter()
        .all(|span| side(span, "end", "latest").is_some());
    match (start, end.filter(|_| is_over)) {
        (Some(start), Some(end)) if start.text() == end.text() => Some(start.text().to_owned()),
        (Some(start), Some(end)) => Some(format!("{}/{}", start.text(), end.text())),
        (Some(start), None) => Some(start.text().to_owned()),
        (None, Some(end)) => Some(format!("/{}", end.text())),
        (None, None) => None,
    }
}

/// The start or the end of a time span: a text, or what it is `in`, or its outermost bound.
fn side(span: &Value, name: &str, outermost: &str) -> Option<When> {
    let value = span.get(name)?;
    let texts = [Some(value), value.get("in"), value.get(outermost)];
    let other = ["earliest", "latest"].map(|name| value.get(name));
    let written = texts
        .into_iter()
        .chain(other)
        .flatten()
        .find_map(|value| match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(year) => Some(year.to_string()),
            _ => None,
        })?;
    When::parse(&edtf_text(&written, None).ok()?).ok()
}

/// From the first to the last of the times of the points of a line, or of its parts.
fn ends(times: &[Value]) -> Option<String> {
    let mut found: Vec<When> = Vec::new();
    let mut open: Vec<&Value> = times.iter().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::String(text) => {
                found.extend(
                    edtf_text(text, None)
                        .ok()
                        .and_then(|text| When::parse(&text).ok()),
                );
            }
            _ => {}
        }
    }
    let first = found.iter().min_by_key(|when| when.bounds().earliest)?;
    let last = found.iter().max_by_key(|when| when.bounds().latest)?;
    Some(if first.text() == last.text() {
        first.text().to_owned()
    } else {
        format!("{}/{}", first.text(), last.text())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(feature: &str) -> Option<String> {
        let feature: Value = serde_json::from_str(feature).unwrap();
        of_feature(feature.as_object().unwrap()).map(|when| when.text().to_owned())
    }

    #[test]
    fn time_spans_of_a_feature_are_its_date() {
        for (when, expected) in [
            (
                r#"{"timespans":[{"start":{"in":"1600"},"end":{"in":"1699"}}]}"#,
                "1600/1699",
            ),
            (
                r#"{"timespans":[{"start":{"earliest":"1831-01","latest":"1832"},"end":{"in":"1850"}}]}"#,
                "1831-01/1850",
            ),
            (
                r#"{"timespans":[{"start":{"in":"1900"},"end":{"in":"1910"}},{"start":{"in":"1850"},"end":{"in":"1860"}}]}"#,
                "1850/1910",
            ),
            (
                r#"{"start":"2022-01-05","end":"2022-01-07"}"#,
                "2022-01-05/2022-01-07",
            ),
            (r#"{"timespans":[{"start":{"in":"1600"}}]}"#, "1600"),
        ] {
            assert_eq!(
                date(&format!(r#"{{"when":{when}}}"#)).as_deref(),
                Some(expected)
            );
        }
        assert_eq!(date(r#"{"when":{"label":"long ago"}}"#), None);
    }

    #[test]
    fn times_along_a_line_are_its_date() {
        let times = r#"["2022-01-05T10:00:00Z","2022-01-05T12:00:00Z"]"#;
        for properties in [
            format!(r#"{{"coordTimes":{times}}}"#),
            format!(r#"{{"coordTimes":[{times}]}}"#),
            format!(r#"{{"coordinateProperties":{{"times":{times}}}}}"#),
        ] {
            assert_eq!(
                date(&format!(r#"{{"properties":{properties}}}"#)).as_deref(),
                Some("2022-01-05T10:00:00Z/2022-01-05T12:00:00Z")
            );
        }
    }
}
