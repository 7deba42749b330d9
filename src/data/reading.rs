//! From the text of a record to what it says, whatever the format of its file.

use std::{borrow::Cow, collections::HashSet, ops::ControlFlow};

use serde_json::{Map, Value};

use crate::{
    model::{
        Convention, Field, Issue, IssueKind, Mapping, Preset, Record, mapping,
        preset::is_exported,
        profile::{self, PropertyKind},
    },
    scan::json::{
        FeatureMembers, Member, NotANumber, feature_members, members_of, with_json_escapes,
        without_nan,
    },
    text::formula::unguarded,
};

use super::{
    long_feature::{LONG, LongFeature, without_positions},
    source_file::{RecordFormat, SourceFile},
    table::Table,
};

/// Bytes of memory that the values of a record may take, and what a value takes beyond its text.
const MOST_BYTES: usize = 512 << 20;
const VALUE_BYTES: usize = 80;

/// Whether a record can be parsed within its budget: each value stands behind a comma or a bracket, or behind a
/// delimiter where it is a cell. Short ones always can.
fn is_within_budget(text: &str, delimiter: u8) -> bool {
    let values = || memchr::memchr3_iter(delimiter, b'[', b'{', text.as_bytes()).count();
    text.len() <= LONG
        || values()
            .saturating_mul(VALUE_BYTES)
            .saturating_add(text.len())
            <= MOST_BYTES
}

/// The value that a text is, and what is wrong with it.
type Judged = (Value, Vec<Issue>);

impl SourceFile {
    /// The typed view of the record with this text; `None` when it cannot be read. Costs less than to say what is wrong.
    #[must_use]
    pub fn record(&self, text: &str) -> Option<Record> {
        self.read_from(text, Self::parsed).0
    }

    /// The typed view of the record with this text; `None` with issues when it cannot be read.
    #[must_use]
    pub fn read(&self, text: &str) -> (Option<Record>, Vec<Issue>) {
        self.read_from(text, Self::judged)
    }

    /// Reads a record from what `parse` makes of its text.
    fn read_from(
        &self,
        text: &str,
        parse: fn(&Self, &str) -> Result<Judged, Issue>,
    ) -> (Option<Record>, Vec<Issue>) {
        let long = self.long_feature(text);
        let parsed = parse(self, long.as_ref().map_or(text, |it| &it.rest));
        let (feature, mut issues) = match parsed {
            Err(issue) => return (None, vec![issue]),
            Ok(parsed) => parsed,
        };
        let (record, others) = match long {
            None => Record::read(&feature, &self.mapping),
            Some(long) => {
                issues.extend(long.issues);
                Record::read_around(long.geometry, &feature, &self.mapping)
            }
        };
        issues.extend(others);
        (record, issues)
    }

    /// The record with this text taken apart, where it is a long feature.
    fn long_feature(&self, text: &str) -> Option<LongFeature> {
        let is_long = text.len() > LONG && !self.is_translated();
        is_long.then(|| LongFeature::of(text)).flatten()
    }

    /// The record as a feature whose properties have the names of the file: cells are texts, empty
    /// ones `null`. Of a geometry whose numbers would take too much memory only its type is there.
    ///
    /// # Errors
    /// When the text is not what the format has for a record, or takes too much memory all the same.
    pub fn raw(&self, text: &str) -> Result<Value, Issue> {
        Ok(self.parsed(text)?.0)
    }

    /// What [`Self::raw`] returns, with all that is wrong with the text, also what takes another look at each of its bytes.
    fn judged(&self, text: &str) -> Result<Judged, Issue> {
        let (feature, mut issues) = self.parsed(text)?;
        if self.table.is_none() {
            issues.extend(self.keys_said_twice(text));
        }
        Ok((feature, issues))
    }

    /// What [`Self::raw`] returns, with what is wrong with the text as far as that is known by the way.
    fn parsed(&self, text: &str) -> Result<Judged, Issue> {
        let delimiter = self.table.as_ref().map_or(b',', |table| table.delimiter);
        if !is_within_budget(text, delimiter) {
            return match without_positions(text) {
                Some(rest) if !self.is_translated() && is_within_budget(&rest, delimiter) => {
                    self.parsed(&rest)
                }
                _ => Err(Issue::new("", IssueKind::TooLarge, text)),
            };
        }
        if let (RecordFormat::Csv, Some(table)) = (self.format, &self.table) {
            let (cells, issues) = cells(table, text, &self.mapping);
            return Ok((wrapped(cells.into()), issues));
        }
        let (value, issues): (Value, Vec<Issue>) = match serde_json::from_str(text) {
            Ok(value) => (value, Vec::new()),
            Err(error) => {
                let syntax = |_| Issue::new("", IssueKind::Syntax, &error.to_string());
                let (text, escaped) = with_json_escapes(text);
                let (text, found) = without_nan(&text);
                let issue =
                    |it: &NotANumber| Issue::new(&it.member, IssueKind::NotANumber, it.word);
                let mut issues: Vec<Issue> = found.iter().map(issue).collect();
                let issue = |member: &String| Issue::new(member, IssueKind::EscapeUnknown, r"\x");
                issues.extend(escaped.iter().map(issue));
                (serde_json::from_str(&text).map_err(syntax)?, issues)
            }
        };
        let is_wrapped = self.format == RecordFormat::Objects && value.is_object();
        let value = if is_wrapped { wrapped(value) } else { value };
        Ok((with_structures(value), issues))
    }

    /// The same for whoever looks at what stands beside the geometry, of which a long feature has only the type then: its
    /// numbers would take many times their text.
    ///
    /// # Errors
    /// As there.
    pub fn raw_but_positions(&self, text: &str) -> Result<Value, Issue> {
        let is_long = text.len() > LONG && !self.is_translated();
        let short = is_long.then(|| without_positions(text)).flatten();
        self.raw(short.as_deref().unwrap_or(text))
    }

    /// An issue for each key that the record, whose JSON is well formed, has twice, as far as it is read from there: of
    /// features that only the file has a place for, the file itself keeps both.
    fn keys_said_twice(&self, text: &str) -> Vec<Issue> {
        let own = ["type", "id", "geometry", "properties"];
        if self.format == RecordFormat::Objects {
            return said_twice(&members_of(text), &|_| true);
        }
        let FeatureMembers {
            own: members,
            inside,
        } = feature_members(text);
        let mut issues = said_twice(&members, &|name| own.contains(&name));
        let is_read = |name: &str| self.mapping.fields_of(name).next().is_some();
        for properties in inside {
            issues.extend(said_twice(&properties, &is_read));
        }
        issues
    }

    /// The record as text of a feature: a GeoJSON file's own bytes, else one that follows the
    /// profile and keeps what the profile has no place for beside it.
    #[must_use]
    pub fn feature<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if !self.is_translated() {
            // What is no JSON goes out as `null`, so that others can read the export.
            let escaped = with_json_escapes(text).0;
            return match without_nan(&escaped).0 {
                Cow::Owned(mended) => Cow::Owned(mended),
                Cow::Borrowed(_) => escaped,
            };
        }
        self.profile_feature(text)
            .map_or(Cow::Borrowed(text), Cow::Owned)
    }

    /// The record as text of a feature that follows the profile and keeps what the profile has no place for beside it;
    /// `None` where it cannot be read.
    #[must_use]
    pub fn profile_feature(&self, text: &str) -> Option<String> {
        let raw = self.raw(text).ok()?;
        let record = self.record(text)?;
        let mut properties = record.properties();
        if self.mapping.preset() == Some(Preset::Sahelscope) {
            keep_members(&raw, &mut properties);
        }
        if let Some(cells) = raw.get("properties").and_then(Value::as_object) {
            self.keep_extras(&mut properties, cells, &record);
        }
        let mut feature = Map::new();
        feature.insert("type".to_owned(), "Feature".into());
        if let Some(id) = record.id_value() {
            feature.insert("id".to_owned(), id);
        }
        feature.insert("geometry".to_owned(), record.geometry_value());
        feature.insert("properties".to_owned(), properties.into());
        Some(Value::from(feature).to_string())
    }

    /// Gives the filled cells of a row to `visit`, with the names of their columns, until that
    /// breaks off; of a file that is no table none.
    pub fn visit_cells(
        &self,
        row: &str,
        visit: &mut dyn FnMut(&str, &str) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let Some(table) = &self.table else {
            return ControlFlow::Continue(());
        };
        for (column, cell) in table.cells(row).iter().enumerate() {
            let name = table.name(column);
            if !cell.is_empty() && !self.mapping.withholds(&name) {
                visit(&name, cell)?;
            }
        }
        ControlFlow::Continue(())
    }

    /// Whether its records are no features in the file, so that an export translates them.
    #[must_use]
    pub const fn is_translated(&self) -> bool {
        matches!(self.format, RecordFormat::Csv | RecordFormat::Objects)
    }

    /// Puts what the properties do not carry yet behind them, under its own name.
    fn keep_extras(
        &self,
        out: &mut Map<String, Value>,
        cells: &Map<String, Value>,
        record: &Record,
    ) {
        let profile: HashSet<String> = out.keys().cloned().collect();
        for (name, value) in cells {
            if value.is_null() || self.is_carried(name, value, out, record) {
                continue;
            }
            let is_reserved = profile.contains(name) || mapping::is_profile_name(name);
            let name = if is_reserved {
                format!("{name} (as read)")
            } else {
                name.clone()
            };
            out.insert(name, extra(value));
        }
    }

    /// Whether a field of the record says the same as the cell, letter by letter.
    fn is_carried(
        &self,
        name: &str,
        value: &Value,
        out: &Map<String, Value>,
        record: &Record,
    ) -> bool {
        self.mapping.fields_of(name).any(|field| match field {
            Field::Latitude | Field::Longitude | Field::Geometry => record.geometry.is_some(),
            Field::Id => record.id.is_some(),
            _ => out.get(field.name()).is_some_and(|written| match written {
                Value::Array(items) => {
                    matches!(items.as_slice(), [only] if only == value) || written == value
                }
                _ => written == value,
            }),
        }) || (self.mapping.preset() == Some(Preset::Sahelscope) && self.mapping.uses(name))
    }
}

/// An issue for each name that is read and that an object has twice.
fn said_twice(members: &[Member], is_read: &dyn Fn(&str) -> bool) -> Vec<Issue> {
    let mut known = HashSet::new();
    let again = members.iter().filter(|member| !known.insert(&member.name));
    let again = again.filter(|member| is_read(&member.name));
    again
        .map(|member| Issue::new(&member.name, IssueKind::KeyDuplicate, ""))
        .collect()
}

/// Puts the properties that are kept as they stand behind those that a record has a place for.
fn keep_members(raw: &Value, out: &mut Map<String, Value>) {
    for name in profile::names(|property| property.kind == PropertyKind::Members) {
        if let Some(value) = raw.pointer(&format!("/properties/{name}")) {
            out.insert(name.to_owned(), value.clone());
        }
    }
}

/// A feature without a geometry of its own around the properties of a file.
fn wrapped(properties: Value) -> Value {
    let mut feature = Map::new();
    feature.insert("type".to_owned(), "Feature".into());
    feature.insert("geometry".to_owned(), Value::Null);
    feature.insert("properties".to_owned(), properties);
    feature.into()
}

/// The cells of a row by the names of their columns, and what is wrong with the row.
fn cells(table: &Table, row: &str, mapping: &Mapping) -> (Map<String, Value>, Vec<Issue>) {
    let cells = table.cells(row);
    let mut issues = Vec::new();
    let (found, expected) = (cells.len(), table.names.len());
    let counted = || format!("{found} / {expected}");
    if found < expected {
        issues.push(Issue::new("", IssueKind::RowShort, &counted()));
    } else if found > expected {
        issues.push(Issue::new("", IssueKind::RowLong, &counted()));
    }
    if memchr::memchr(0, row.as_bytes()).is_some() {
        issues.push(Issue::new("", IssueKind::NulCharacter, ""));
    }
    let is_own = mapping.convention() == Convention::Preset(Preset::Sahelscope);
    let is_guarded = is_own || is_exported(&table.names);
    let odd = cells.iter().enumerate().filter(|(_, cell)| {
        // A cell without the quotes around it is borrowed only where it has none inside.
        matches!(cell, Cow::Borrowed(text) if has_quote_inside(text))
    });
    issues.extend(
        odd.map(|(column, cell)| Issue::new(&table.name(column), IssueKind::QuoteInside, cell)),
    );
    // Only the cells that are there: columns that a short row does not reach are not made up for it.
    let properties = cells
        .iter()
        .enumerate()
        .filter_map(|(column, cell)| {
            let name = table.name(column);
            if mapping.withholds(&name) {
                return None;
            }
            Some((name.into_owned(), cell_value(cell, is_guarded)))
        })
        .map(|(name, value)| {
            let value = if is_own {
                own_value(&name, value)
            } else {
                structure(&name, value)
            };
            (name, value)
        })
        .collect();
    (properties, issues)
}

/// Whether a cell begins with a quote that is closed before its end, so that it stands as it is written.
fn has_quote_inside(cell: &str) -> bool {
    let inside = cell.strip_prefix('"');
    inside.is_some_and(|inside| inside.replace("\"\"", "").contains('"'))
}

fn cell_value(cell: &str, is_guarded: bool) -> Value {
    match cell {
        "" => Value::Null,
        cell if is_guarded => unguarded(cell).into(),
        // How a spreadsheet writes a line break that another program left as it stands.
        cell if cell.contains("_x000D_") => cell.replace("_x000D_", "").into(),
        cell => cell.into(),
    }
}

/// A list of objects that a program has made a text of, as the list; anything else as it is.
fn structure(name: &str, value: Value) -> Value {
    let is_list = profile::property(name).is_some_and(profile::Property::is_structured);
    match &value {
        Value::String(text) if is_list && text.trim_start().starts_with('[') => {
            serde_json::from_str(text).unwrap_or(value)
        }
        _ => value,
    }
}

/// The same for all properties of a feature.
fn with_structures(mut feature: Value) -> Value {
    if let Some(Value::Object(properties)) = feature.get_mut("properties") {
        for (name, value) in properties {
            if value.is_string() {
                *value = structure(name, value.take());
            }
        }
    }
    feature
}

/// What a cell of our own CSV holds: lists of objects and numbers are JSON in it.
fn own_value(name: &str, value: Value) -> Value {
    let (Value::String(text), Some(property)) = (&value, profile::property(name)) else {
        return value;
    };
    if property.is_json(text) {
        serde_json::from_str(text).unwrap_or(value)
    } else {
        value
    }
}

/// A cell as JSON: a number where it is written as JSON writes one, else the text.
fn extra(value: &Value) -> Value {
    match value {
        Value::String(text) if is_plain_number(text) => {
            serde_json::from_str(text).unwrap_or_else(|_| value.clone())
        }
        _ => value.clone(),
    }
}

/// Whether a text is a number that JSON writes in the same digits.
fn is_plain_number(text: &str) -> bool {
    text.len() <= 15
        && text
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'.'))
        && serde_json::from_str::<Value>(text)
            .is_ok_and(|number| number.is_number() && number == text)
}
