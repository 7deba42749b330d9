//! One file of a dataset, as it was read.

use std::{ops::Range, path::PathBuf, sync::Arc};

use serde_json::{Map, Value};

use crate::{
    model::{
        FileColumns, Issue, Lang, Localised, Mapping, Preset, Second, Source, crs::Crs,
        localised_member,
    },
    scan::json::Member,
};

use super::{
    batch::Batch,
    digest::{self, Digest},
    spans::Spans,
    table::Table,
    text::SourceText,
};

/// How the records of a file stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordFormat {
    /// One `FeatureCollection`, or a single feature or geometry.
    GeoJson,
    /// One feature a line (RFC 8142 or newline-delimited).
    GeoJsonLines,
    /// One row a record, below a header; see [`Table`].
    Csv,
    /// A JSON array of objects that are no features.
    Objects,
}

/// Where a file came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileOrigin {
    /// The records inside the program.
    Bundled,
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// The sheets of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheets {
    /// Their names, in order.
    pub names: Vec<String>,
    /// The place of the one that was read.
    pub read: usize,
}

impl Sheets {
    /// The name of the sheet that was read.
    #[must_use]
    pub fn name(&self) -> &str {
        self.names.get(self.read).map_or("", String::as_str)
    }
}

/// One file: its text and where the records stand in it.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Name to show: the file's own, without its folder.
    pub name: String,
    /// Where it came from.
    pub source: FileOrigin,
    /// How it is laid out.
    pub format: RecordFormat,
    /// The name of the format of a file that `text` was made of; `None`: `text` is that of the file.
    pub foreign_format: Option<&'static str>,
    /// The sheets, where the file is a workbook of several.
    pub sheets: Option<Sheets>,
    /// The text, as UTF-8 and without a byte order mark.
    pub text: SourceText,
    /// Byte ranges of the records in `text`, in file order.
    pub spans: Spans,
    /// The members of the collection but for `features`.
    pub members: Map<String, Value>,
    /// Where those members stand, in file order.
    pub written_members: Vec<Member>,
    /// SHA-256 of the file's bytes.
    pub digest: Digest,
    /// When the file was written last, where the system says it.
    pub modified: Option<Second>,
    /// Which properties stand for which fields.
    pub mapping: Mapping,
    /// The columns of a CSV file.
    pub table: Option<Arc<Table>>,
    /// What is wrong with the file as a whole (its end is missing, say).
    pub issues: Vec<Issue>,
    /// The rows of the records, where reading the file has derived them already, and the mapping
    /// that they were derived under.
    pub derived: Option<(Mapping, Box<Batch>)>,
    /// What its columns hold and the mapping that they speak for, where that was looked at already.
    pub looked: Option<Arc<(Mapping, FileColumns)>>,
}

impl SourceFile {
    /// Records of a text, with nothing around them.
    #[must_use]
    pub fn of_lines(name: &str, text: SourceText, spans: Spans) -> Self {
        Self {
            name: name.to_owned(),
            source: FileOrigin::Bundled,
            format: RecordFormat::GeoJsonLines,
            foreign_format: None,
            sheets: None,
            text,
            spans,
            members: Map::new(),
            written_members: Vec::new(),
            digest: Digest::default(),
            modified: None,
            mapping: Mapping::profile(),
            table: None,
            issues: Vec::new(),
            derived: None,
            looked: None,
        }
    }

    /// SHA-256 of the file's bytes, in hexadecimal; takes its time when it is asked for first.
    #[must_use]
    pub fn sha256(&self) -> &str {
        self.digest.get(&self.text)
    }

    /// The file, whose bytes are known to have this SHA-256.
    #[must_use]
    pub fn with_digest(self, sha256: &str) -> Self {
        Self {
            digest: self.digest.as_known(sha256),
            ..self
        }
    }

    /// The same where it is known already.
    #[must_use]
    pub fn known_sha256(&self) -> Option<&str> {
        self.digest.known()
    }

    /// A name for what is in the file that is found at once: to remember something about it, not to
    /// prove anything.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        digest::fingerprint(&self.text)
    }

    /// Whether the file says that it follows the record profile.
    #[must_use]
    pub fn follows_profile(&self) -> bool {
        self.members
            .get("profile")
            .and_then(Value::as_str)
            .is_some_and(|profile| profile.starts_with("sahelscope/"))
    }

    /// The reference system that the file states for its coordinates, degrees where it states none.
    ///
    /// # Errors
    /// The name of one that is not known.
    pub fn stated_crs(&self) -> Result<Crs, String> {
        let Some(crs) = self.members.get("crs").filter(|crs| !crs.is_null()) else {
            return Ok(Crs::DEGREES);
        };
        let properties = crs.get("properties");
        let named = |name: &str| {
            properties
                .and_then(|it| it.get(name))
                .or_else(|| crs.get(name))
        };
        // `EPSG` with a `code` is how the form of 2006 has it.
        let name = match named("name").or_else(|| named("code")) {
            Some(Value::String(name)) => name.clone(),
            Some(number) => number.to_string(),
            None => crs.as_str().map_or_else(|| crs.to_string(), str::to_owned),
        };
        Crs::of_name(&name).ok_or(name)
    }

    /// Whether the file is an export that left records out, so that records it does not hold may
    /// still be referred to.
    #[must_use]
    pub fn is_excerpt(&self) -> bool {
        let left_out = self.members.get("export").and_then(|it| it.get("left_out"));
        // A table has no place to say that it is one.
        self.mapping.preset() == Some(Preset::Sahelscope)
            || left_out
                .and_then(Value::as_array)
                .is_some_and(|reasons| !reasons.is_empty())
    }

    /// The documents that its records cite.
    #[must_use]
    pub fn sources(&self) -> Vec<Source> {
        self.members
            .get("sources")
            .map_or_else(Vec::new, Source::read_all)
    }

    /// The title that the file gives itself, else its name.
    #[must_use]
    pub fn title(&self, lang: Lang) -> String {
        let title = localised_member(&self.members, "title");
        title
            .best(lang)
            .map_or_else(|| self.name.clone(), |(text, _)| text.to_owned())
    }

    /// What the file says about itself.
    #[must_use]
    pub fn description(&self) -> Localised {
        localised_member(&self.members, "description")
    }

    /// The text of the record at `span`, byte for byte.
    #[must_use]
    pub fn slice(&self, span: &Range<usize>) -> &str {
        self.text.slice(span)
    }
}
