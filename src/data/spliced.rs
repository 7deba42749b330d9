//! A file with other bytes for some of its records, and all other bytes as they were.

use std::{fmt::Write, ops::Range, sync::Arc};

use serde_json::Value;

use crate::scan::json::members_of;

use super::{
    edited::Edits,
    source_file::{RecordFormat, SourceFile},
    spans::Spans,
    text::SourceText,
};

/// Bytes that take the place of others.
struct Cut {
    gone: Range<usize>,
    by: String,
}

impl SourceText {
    /// The text with other bytes at some places, which come in order and do not overlap. Blocks without any are shared.
    fn spliced(&self, cuts: &[Cut]) -> Self {
        let mut out = Self::default();
        let mut start = 0;
        for (block, shared) in self.shared_blocks() {
            let end = start + block.len();
            let is_last = end == self.len();
            let here = cuts.iter().filter(|cut| {
                let begins = cut.gone.start >= start && (cut.gone.start < end || is_last);
                begins || (cut.gone.start < start && cut.gone.end > start)
            });
            let here: Vec<&Cut> = here.collect();
            if here.is_empty() {
                out.push(shared);
            } else {
                let mut bytes = Vec::with_capacity(block.len());
                let mut at = start;
                for cut in here {
                    let until = cut.gone.start.max(start);
                    bytes.extend_from_slice(
                        block.get(at - start..until - start).unwrap_or_default(),
                    );
                    if cut.gone.start >= start {
                        bytes.extend_from_slice(cut.by.as_bytes());
                    }
                    at = cut.gone.end.min(end).max(until);
                }
                bytes.extend_from_slice(block.get(at - start..).unwrap_or_default());
                out.push(Arc::new(bytes));
            }
            start = end;
        }
        if self.is_empty() {
            for cut in cuts {
                out.push(Arc::new(cut.by.clone().into_bytes()));
            }
        }
        out
    }
}

impl SourceFile {
    /// Whether its records can be changed where they stand: the file is GeoJSON, a collection or lines.
    #[must_use]
    pub fn is_editable(&self) -> bool {
        let is_list = match self.format {
            RecordFormat::GeoJsonLines => true,
            RecordFormat::GeoJson => self.members.contains_key("type") && self.is_collection(),
            RecordFormat::Csv | RecordFormat::Objects => false,
        };
        is_list && self.foreign_format.is_none()
    }

    fn is_collection(&self) -> bool {
        let kind = self.members.get("type").and_then(Value::as_str);
        kind == Some("FeatureCollection")
    }

    /// The text with the records as `edits` have left them, and where they stand in it. Bytes of other records, and all
    /// that stands around them, are as they were; new records come behind the last.
    #[must_use]
    pub fn edited(&self, edits: &Edits) -> Self {
        let (cuts, spans) = self.cuts(edits);
        let text = self.text.spliced(&cuts);
        let shift = |range: &Range<usize>| {
            let before = cuts.iter().take_while(|cut| cut.gone.end <= range.start);
            let (gone, come) = before.fold((0, 0), |(gone, come), cut| {
                (gone + cut.gone.len(), come + cut.by.len())
            });
            range.start - gone + come..range.end - gone + come
        };
        let mut written_members = self.written_members.clone();
        for member in &mut written_members {
            member.key = shift(&member.key);
            member.value = shift(&member.value);
        }
        Self {
            text,
            spans,
            written_members,
            digest: self.digest.of_other_text(),
            derived: None,
            ..self.clone()
        }
    }

    /// The cuts that make the edited text, and the spans of its records.
    fn cuts(&self, edits: &Edits) -> (Vec<Cut>, Spans) {
        let mut cuts: Vec<Cut> = Vec::new();
        let mut spans = Spans::default();
        let is_gone = |place: usize| edits.at(place).is_some_and(|record| record.text.is_none());
        // How much text has come and gone up to here.
        let (mut come, mut gone_before) = (0, 0);
        let mut last_kept: Option<Range<usize>> = None;
        let mut run: Option<Range<usize>> = None;
        for (place, span) in self.spans.iter().enumerate() {
            if is_gone(place) {
                let start = run.map_or(span.start, |run| run.start);
                run = Some(start..span.end);
                continue;
            }
            if let Some(run) = run.take() {
                let gone = run.start..span.start;
                gone_before += gone.len();
                cuts.push(Cut {
                    gone,
                    by: String::new(),
                });
            }
            let start = span.start + come - gone_before;
            let changed = edits.at(place).and_then(|record| record.text.as_deref());
            let length = changed.map_or(span.len(), str::len);
            if let Some(text) = changed.filter(|text| *text != self.slice(&span)) {
                come += length;
                gone_before += span.len();
                cuts.push(Cut {
                    gone: span.clone(),
                    by: text.to_owned(),
                });
            }
            spans.push(start..start + length);
            last_kept = Some(span);
        }
        let added = Self::added(edits);
        let at = last_kept.as_ref().map(|span| span.end);
        let at = at.or_else(|| run.as_ref().map(|run| run.start));
        let at = at.or_else(|| self.place_for_first());
        if let (Some(at), false) = (at, added.is_empty()) {
            let (between, indent) = self.separator();
            let mut by = String::new();
            for (index, text) in added.iter().enumerate() {
                if index > 0 || last_kept.is_some() {
                    by.push_str(&between);
                }
                let start = at + come - gone_before + by.len();
                let text = laid_out(text, indent.as_deref());
                spans.push(start..start + text.len());
                by.push_str(&text);
            }
            cuts.push(Cut { gone: at..at, by });
        }
        if let Some(run) = run {
            let gone = last_kept.map_or(run.start, |span| span.end)..run.end;
            cuts.push(Cut {
                gone,
                by: String::new(),
            });
        }
        (cuts, spans)
    }

    fn added(edits: &Edits) -> Vec<&str> {
        let new = edits
            .records()
            .iter()
            .filter(|record| record.place.is_none());
        new.filter_map(|record| record.text.as_deref()).collect()
    }

    /// Where the first record of an empty file goes.
    fn place_for_first(&self) -> Option<usize> {
        if self.format == RecordFormat::GeoJsonLines {
            return Some(self.text.len());
        }
        let whole = self.text.whole();
        let members = members_of(&whole);
        let features = members.iter().find(|member| member.name == "features")?;
        Some(features.value.start + 1)
    }

    /// What stands between two records, and how the lines of a record are indented where it has several.
    fn separator(&self) -> (String, Option<String>) {
        let count = self.spans.len();
        let last = count.checked_sub(1).and_then(|last| self.spans.get(last));
        let before = count
            .checked_sub(2)
            .and_then(|before| self.spans.get(before));
        let is_lines = self.format == RecordFormat::GeoJsonLines;
        let found = match (&before, &last) {
            (Some(before), Some(last)) => self.slice(&(before.end..last.start)).to_owned(),
            _ => String::new(),
        };
        let is_usable = if is_lines {
            found.contains('\n')
        } else {
            found.contains(',')
        };
        let between = match (is_usable, is_lines) {
            (true, _) => found,
            (false, true) => "\n".to_owned(),
            (false, false) => ",\n".to_owned(),
        };
        let is_long = last.is_some_and(|last| self.slice(&last).contains('\n'));
        let indent = between.rsplit('\n').next().unwrap_or_default();
        let indent = (is_long && !is_lines).then(|| indent.trim_matches(',').to_owned());
        (between, indent)
    }
}

/// A feature as its neighbours stand: in one line, or with a line for each member and each property.
fn laid_out(text: &str, indent: Option<&str>) -> String {
    let (Some(indent), Ok(Value::Object(feature))) = (indent, serde_json::from_str(text)) else {
        return text.to_owned();
    };
    let mut out = "{".to_owned();
    for (index, (name, value)) in feature.iter().enumerate() {
        let comma = if index > 0 { "," } else { "" };
        let _ = write!(out, "{comma}\n{indent}  {}: ", Value::from(name.as_str()));
        match value {
            Value::Object(properties) if name == "properties" && !properties.is_empty() => {
                out.push('{');
                for (index, (name, value)) in properties.iter().enumerate() {
                    let comma = if index > 0 { "," } else { "" };
                    let _ = write!(
                        out,
                        "{comma}\n{indent}    {}: {value}",
                        Value::from(name.as_str())
                    );
                }
                let _ = write!(out, "\n{indent}  }}");
            }
            other => out.push_str(&other.to_string()),
        }
    }
    let _ = write!(out, "\n{indent}}}");
    out
}
