//! `annotations.jsonld`: which words of which document a value comes from (W3C Web Annotation).

use std::io::Write;

use serde_json::{Value, json};

use crate::{
    io::{error::WriteErrorKind, export::Export},
    model::RowId,
    work::Progress,
};

/// Writes an annotation for each target of a claim or of a piece of evidence of `rows`.
pub(super) fn write(
    export: &Export<'_>,
    rows: &[RowId],
    out: &mut dyn Write,
    progress: &Progress,
) -> Result<(), WriteErrorKind> {
    out.write_all(
        b"{\n\"@context\": \"http://www.w3.org/ns/anno.jsonld\",\n\"id\": \"annotations.jsonld\",\n\"type\": \"AnnotationPage\",\n\"items\": [",
    )?;
    let mut count = 0;
    Export::for_each_row(rows, progress, |row| {
        let mut bytes = 0;
        let feature = export.dataset.feature(row);
        // Nearly all features without a target are known by that alone.
        if !feature.contains("\"target\"") {
            return Ok(0);
        }
        for item in annotations(&feature) {
            count += 1;
            let mut item = item;
            if let Some(object) = item.as_object_mut() {
                object.insert("id".to_owned(), format!("#annotation-{count}").into());
            }
            let text = format!("{}{item}", if count == 1 { "\n" } else { ",\n" });
            out.write_all(text.as_bytes())?;
            bytes += text.len();
        }
        Ok(bytes)
    })?;
    Ok(out.write_all(b"\n]\n}\n")?)
}

/// The annotations of a feature.
fn annotations(feature: &str) -> Vec<Value> {
    let feature: Value = serde_json::from_str(feature).unwrap_or(Value::Null);
    let record = feature.get("id").cloned().unwrap_or(Value::Null);
    let list = |name: &str| {
        let list = feature.get("properties").and_then(|it| it.get(name));
        list.and_then(Value::as_array).cloned().unwrap_or_default()
    };
    let claims = list("claims").into_iter().enumerate();
    let claims = claims.map(|(at, claim)| (format!("/properties/claims/{at}/says"), claim));
    let evidence = list("evidence").into_iter().map(|piece| {
        let pointer = piece.get("for").and_then(Value::as_str).unwrap_or_default();
        (pointer.to_owned(), piece)
    });
    let all = claims.chain(evidence);
    all.filter_map(|(pointer, holder)| {
        let target = holder.get("target").filter(|it| !it.is_null())?;
        Some(json!({
            "type": "Annotation",
            "motivation": "linking",
            "body": {
                "type": "SpecificResource",
                "source": "records.geojson",
                "selector": {"type": "JsonPointer", "record": record, "value": pointer},
            },
            "target": target,
        }))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_and_evidence_that_point_to_words_are_annotations() {
        let feature = json!({"type": "Feature", "id": "a", "properties": {
            "claims": [{"says": "x"}, {"says": "y", "target": {"source": "urn:sha256:00"}}],
            "evidence": [{"for": "/properties/date", "target": {"source": "urn:sha256:11"}}],
        }});
        let found = annotations(&feature.to_string());
        assert_eq!(found.len(), 2);
        let pointer = |at: usize| found[at]["body"]["selector"]["value"].clone();
        assert_eq!(pointer(0), "/properties/claims/1/says");
        assert_eq!(pointer(1), "/properties/date");
    }
}
