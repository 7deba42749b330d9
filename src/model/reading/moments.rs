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
    let written = |name: &str| value.get(name).and_then(text_of);
    if let (Some(earliest), Some(latest)) = (written("earliest"), written("latest")) {
        let between = between(&earliest, &latest);
        if let Some(when) = between.and_then(|text| When::parse(&text).ok()) {
            return Some(when);
        }
    }
    let texts = [Some(value), value.get("in"), value.get(outermost)];
    let other = ["earliest", "latest"].map(|name| value.get(name));
    let written = texts.into_iter().chain(other).flatten().find_map(text_of)?;
    When::parse(&edtf_text(&written, None).ok()?).ok()
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(year) => Some(year.to_string()),
        _ => None,
    }
}

/// The narrowest month, year, decade, century or millennium, as EDTF, that holds all from one date to another; `None` of what
/// is written otherwise. What lies between two dates is on neither of them.
fn between(earliest: &str, latest: &str) -> Option<String> {
    let earliest = edtf_text(earliest, None).ok()?;
    let latest = edtf_text(latest, None).ok()?;
    if earliest == latest {
        return Some(earliest.into_owned());
    }
    let part = |text: &str, length: usize| {
        let part = text.get(..length)?;
        let is_it = |(at, byte): (usize, u8)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        };
        part.bytes()
            .enumerate()
            .all(|(at, byte)| is_it((at, byte)))
            .then(|| part.to_owned())
    };
    let common = |length: usize| {
        part(&earliest, length).filter(|it| part(&latest, length).as_ref() == Some(it))
    };
    part(&earliest, 4)?;
    part(&latest, 4)?;
    let masked = [(3, "X"), (2, "XX"), (1, "XXX")].into_iter();
    let mut masked = masked.filter_map(|(length, mask)| Some(common(length)? + mask));
    common(7).or_else(|| common(4)).or_else(|| masked.next())
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
                "183X/1850",
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
            (
                r#"{"timespans":[{"start":{"earliest":"2022-01-05","latest":"2022-01-10"},"end":{"in":"2022-03"}}]}"#,
                "2022-01/2022-03",
            ),
            (
                r#"{"start":{"earliest":1850,"latest":1999},"end":{"earliest":"2001-05-01","latest":"2001-07"}}"#,
                "1XXX/2001",
            ),
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
