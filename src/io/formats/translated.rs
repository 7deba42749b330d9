//! A text that records stand in, made of a file that is none.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::{
    io::{
        error::ReadErrorKind,
        split::most_records,
        watch::{Progress, Watch},
    },
    model::{Issue, IssueKind},
};

/// Records between two reports of progress.
const RECORDS_BETWEEN_REPORTS: usize = 1024;

/// What was made of a file.
pub(in crate::io) struct Translated {
    /// How records stand in `text`.
    pub(in crate::io) records: Records,
    /// The text.
    pub(in crate::io) text: String,
    /// What is wrong with the file as a whole.
    pub(in crate::io) issues: Vec<Issue>,
}

/// How records stand in a text that was made of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum Records {
    /// As the features of a collection.
    Features,
    /// As the rows of a table, parted by commas, below a header.
    Rows,
}

/// A collection of features under assembly.
pub(super) struct Collection<'a> {
    text: String,
    count: usize,
    limit: usize,
    length: usize,
    watch: &'a Watch<'a>,
}

impl<'a> Collection<'a> {
    /// A collection made of a file of `length` bytes.
    pub(super) fn new(length: usize, watch: &'a Watch<'a>) -> Self {
        Self {
            text: r#"{"type":"FeatureCollection","features":["#.to_owned(),
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
        if self.count >= self.limit {
            return Err(ReadErrorKind::TooManyRecords(self.limit));
        }
        self.text
            .push_str(if self.count == 0 { "\n" } else { ",\n" });
        self.count += 1;
        self.text.push_str(r#"{"type":"Feature","#);
        if let Some(id) = id {
            self.append(format_args!("\"id\":{},", Value::from(id)));
        }
        let geometry = geometry.unwrap_or("null");
        let properties = Value::from(properties);
        self.append(format_args!(
            r#""geometry":{geometry},"properties":{properties}}}"#
        ));
        if self.count.is_multiple_of(RECORDS_BETWEEN_REPORTS) {
            self.watch.report(Progress {
                bytes: at as u64,
                total: Some(self.length as u64),
                records: self.count,
            });
            if self.watch.is_cancelled() {
                return Err(ReadErrorKind::Cancelled);
            }
        }
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
            records: Records::Features,
            text: self.text,
            issues,
        }
    }
}
