//! A text that records stand in, made of a file that is none.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::row_text::FeatureText;

use crate::{
    io::{error::ReadErrorKind, split::most_records, watch::Watch},
    model::{Issue, IssueKind},
};

/// Records between two reports of progress.
const RECORDS_BETWEEN_REPORTS: usize = 1024;

/// Bytes that a text may come to whatever the length of its file, and times that length beyond: columns hold what is
/// alike once.
const ALWAYS_WRITTEN: usize = 256 << 20;
const MOST_TIMES: usize = 200;

/// What was made of a file.
pub(in crate::io) struct Translated {
    /// How records stand in `text`.
    pub(in crate::io) records: TranslatedForm,
    /// The text; of a long one what follows that which was handed on meanwhile (see [`Watch::hand_on`]).
    pub(in crate::io) text: String,
    /// What is wrong with the file as a whole.
    pub(in crate::io) issues: Vec<Issue>,
    /// The sheets, where the file is a workbook, and which of them this is.
    pub(in crate::io) sheets: Vec<String>,
    pub(in crate::io) sheet: usize,
}

impl Translated {
    /// A table, its cells parted by commas below a header.
    pub(super) const fn of_rows(text: String, issues: Vec<Issue>) -> Self {
        Self {
            records: TranslatedForm::Rows,
            text,
            issues,
            sheets: Vec::new(),
            sheet: 0,
        }
    }

    /// The same, of a workbook with these sheets.
    pub(super) fn with_sheets(self, sheets: Vec<String>) -> Self {
        Self { sheets, ..self }
    }
}

/// How records stand in a text that was made of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum TranslatedForm {
    /// As the features of a collection.
    Features,
    /// As the rows of a table, parted by commas, below a header.
    Rows,
}

/// A feature of a collection.
#[derive(Default)]
pub(super) struct Feature {
    pub(super) id: Option<Value>,
    /// Its geometry as JSON text.
    pub(super) geometry: Option<String>,
    pub(super) properties: Map<String, Value>,
    /// Whatever else it has.
    pub(super) members: Map<String, Value>,
}

/// A collection of features under assembly.
pub(super) struct Collection<'a> {
    text: String,
    /// Bytes of the text that were handed on.
    before: usize,
    count: usize,
    limit: usize,
    length: usize,
    watch: &'a Watch<'a>,
}

impl<'a> Collection<'a> {
    /// A collection made of a file of `length` bytes.
    pub(super) fn new(length: usize, watch: &'a Watch<'a>) -> Self {
        Self::with_members(length, &Map::new(), watch)
    }

    /// The same, and these members of it stand before its features: what they say of all records is known when the
    /// first is read.
    pub(super) fn with_members(
        length: usize,
        members: &Map<String, Value>,
        watch: &'a Watch<'a>,
    ) -> Self {
        let mut text = r#"{"type":"FeatureCollection","#.to_owned();
        for (name, value) in members {
            let _ = write!(text, "{}:{value},", Value::from(name.as_str()));
        }
        text.push_str(r#""features":["#);
        Self {
            text,
            before: 0,
            count: 0,
            limit: most_records(length),
            length,
            watch,
        }
    }

    /// Adds a feature whose geometry is this JSON text, and which ends at byte `at` of the file.
    ///
    /// # Errors
    /// When there are too many, or nobody wants them any more.
    pub(super) fn push(
        &mut self,
        id: Option<&str>,
        geometry: Option<&str>,
        properties: Map<String, Value>,
        at: usize,
    ) -> Result<(), ReadErrorKind> {
        let feature = Feature {
            id: id.map(Value::from),
            geometry: geometry.map(str::to_owned),
            properties,
            members: Map::new(),
        };
        self.push_feature(feature, at)
    }

    /// The same, with all that a feature may have.
    ///
    /// # Errors
    /// As above.
    pub(super) fn push_feature(
        &mut self,
        feature: Feature,
        at: usize,
    ) -> Result<(), ReadErrorKind> {
        self.begin()?;
        self.text.push_str(r#"{"type":"Feature","#);
        if let Some(id) = feature.id {
            self.append(format_args!("\"id\":{id},"));
        }
        let geometry = feature.geometry.as_deref().unwrap_or("null");
        let properties = Value::from(feature.properties);
        self.append(format_args!(
            r#""geometry":{geometry},"properties":{properties}"#
        ));
        for (name, value) in feature.members {
            self.append(format_args!(",{}:{value}", Value::from(name)));
        }
        self.text.push('}');
        self.end(at)
    }

    /// The same, of a feature that is text.
    ///
    /// # Errors
    /// As above.
    pub(super) fn push_text(
        &mut self,
        feature: &FeatureText,
        at: usize,
    ) -> Result<(), ReadErrorKind> {
        self.begin()?;
        feature.write(&mut self.text);
        self.end(at)
    }

    /// Makes room for one more feature.
    fn begin(&mut self) -> Result<(), ReadErrorKind> {
        if self.count >= self.limit {
            return Err(ReadErrorKind::TooManyRecords(self.limit));
        }
        self.text
            .push_str(if self.count == 0 { "\n" } else { ",\n" });
        self.count += 1;
        Ok(())
    }

    /// Reports, looks at the limits and hands on what has become long.
    fn end(&mut self, at: usize) -> Result<(), ReadErrorKind> {
        let most = ALWAYS_WRITTEN.max(self.length.saturating_mul(MOST_TIMES));
        if self.before + self.text.len() > most {
            return Err(ReadErrorKind::Bomb(most as u64));
        }
        if self.count.is_multiple_of(RECORDS_BETWEEN_REPORTS) {
            self.watch
                .advance(at as u64, Some(self.length as u64), self.count)
                .ok_or(ReadErrorKind::Cancelled)?;
        }
        self.before += self
            .watch
            .hand_on(&mut self.text)
            .ok_or(ReadErrorKind::Cancelled)?;
        Ok(())
    }

    /// Writes behind what there is; a text takes everything.
    fn append(&mut self, text: std::fmt::Arguments<'_>) {
        let _ = self.text.write_fmt(text);
    }

    /// The collection with its members, and what is wrong with the file that it was made of.
    pub(super) fn finish(
        mut self,
        members: Map<String, Value>,
        mut issues: Vec<Issue>,
    ) -> Translated {
        self.text.push_str("\n]");
        for (name, value) in members {
            self.append(format_args!(",{}:{value}", Value::from(name)));
        }
        self.text.push('}');
        if self.count == 0 {
            issues.push(Issue::new("", IssueKind::NoRecords, ""));
        }
        Translated {
            records: TranslatedForm::Features,
            text: self.text,
            issues,
            sheets: Vec::new(),
            sheet: 0,
        }
    }
}

/// A number as it is written, where JSON writes numbers like that.
pub(super) fn number(written: &str, value: f64) -> String {
    match serde_json::from_str::<f64>(written) {
        Ok(_) => written.to_owned(),
        Err(_) => Value::from(value).to_string(),
    }
}
