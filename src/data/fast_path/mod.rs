//! Records straight into columns, without building each: several times as fast as the slow path.
//!
//! One pass over the bytes of a record checks all of it, finds its end and notes where the few
//! properties stand that columns are made of. Whatever is out of the ordinary is left to
//! [`crate::model::Record::read`], so that both ways give the same columns and the same issues;
//! `tests/data/fast_path.rs` compares them.

mod cited;
mod dates;
mod facts;
mod slots;

use std::ops::Range;

use geo::Point;

use crate::{
    model::{
        Own,
        reading::{self, Id, Plan},
        rfc7946,
    },
    scan::{
        Form, Unusual,
        csv::{self, Marks, RowEnd},
        json::Cursor,
    },
};

use self::{
    facts::{Facts, Memory, Spanned},
    slots::{Slot, Slots},
};
use super::{
    batch::Batch,
    columns::RowValues,
    long_feature::LONG,
    source_file::{RecordFormat, SourceFile},
    table::Table,
};

/// Reads records into a [`Batch`], quickly where they allow it.
pub struct BatchReader<'a> {
    part: &'a SourceFile,
    /// The columns, where the records are rows.
    table: Option<&'a Table>,
    /// What is read from where; `None`: no record of this file is for the fast path.
    plan: Option<Plan<Slot>>,
    slots: Slots,
    found: Vec<Found>,
    memory: Memory,
    batch: Batch,
}

/// Where a property stands in the text, and what it is.
#[derive(Clone, Debug, Default)]
struct Found {
    form: Form,
    range: Range<usize>,
}

/// The members of a feature beside its properties.
#[derive(Default)]
struct FeatureHead {
    is_feature: bool,
    id: Option<Range<usize>>,
    at: Option<Point<f64>>,
    seen: [bool; 4],
}

impl<'a> BatchReader<'a> {
    /// Reads records that stand in `part`.
    #[must_use]
    pub fn new(part: &'a SourceFile) -> Self {
        let (slots, plan) = Slots::of(part).unzip();
        let slots = slots.unwrap_or_default();
        Self {
            part,
            table: part
                .table
                .as_deref()
                .filter(|_| part.format == RecordFormat::Csv),
            plan,
            found: vec![Found::default(); slots.len()],
            slots,
            memory: Memory::new(),
            batch: Batch::default(),
        }
    }

    /// The rows since the last call.
    #[must_use]
    pub fn take(&mut self) -> Batch {
        std::mem::take(&mut self.batch)
    }

    /// Adds the row of the record that `text` is.
    pub fn push(&mut self, text: &str) {
        if self.read(text, 0, Some(text.len())).is_err() {
            self.push_slow(text);
        }
    }

    /// Adds the row of the record that `text` is, which is not for the fast path.
    pub fn push_slow(&mut self, text: &str) {
        let (record, issues) = self.part.read(text);
        self.batch.push(record, issues);
    }

    /// Adds the row of the record that begins at `start` of `text` and gives the byte behind it;
    /// `None`, and no row, where it is not for the fast path.
    pub fn push_next(&mut self, text: &str, start: usize) -> Option<usize> {
        self.read(text, start, None).ok()
    }

    /// Adds the row of the record at `start`, which has to end at `end` where that is given.
    fn read(&mut self, text: &str, start: usize, end: Option<usize>) -> Result<usize, Unusual> {
        if let Some(table) = self.table {
            if start > 0 || end != Some(text.len()) {
                return Err(Unusual);
            }
            return Ok(self.read_row(text, start, table.delimiter, None)?.next);
        }
        let mut cursor = Cursor::new(text.as_bytes(), start);
        let head = self.walk(text, &mut cursor)?;
        let is_whole = end.is_none_or(|end| end == cursor.at);
        // What a feature lacks is an issue.
        let [_, _, has_geometry, has_properties] = head.seen;
        let is_long = cursor.at - start > LONG;
        if !(head.is_feature && is_whole && has_geometry && has_properties) || is_long {
            return Err(Unusual);
        }
        let (mut source, plan, batch) = self.source(text, head.id)?;
        if head.at.is_none() && source.is_placed_by_properties(plan) {
            return Err(Unusual);
        }
        enter(&mut source, plan, batch, head.at)?;
        Ok(cursor.at)
    }

    /// Adds the row of a table that begins at `start` of `text` and ends with its line; gives where it
    /// stands and what stands behind its line break. `None`, and no row, where it is not for the fast
    /// path.
    pub fn push_row(
        &mut self,
        text: &str,
        start: usize,
        newline: u8,
    ) -> Option<(Range<usize>, usize)> {
        let table = self.table?;
        let row = self.read_row(text, start, table.delimiter, Some(newline));
        row.ok().map(|row| (start..row.end, row.next))
    }

    /// Adds the row of a table that begins at `start`.
    fn read_row(
        &mut self,
        text: &str,
        start: usize,
        delimiter: u8,
        newline: Option<u8>,
    ) -> Result<RowEnd, Unusual> {
        let row = self.find_cells(text, start, Marks { delimiter, newline })?;
        let (mut source, plan, batch) = self.source(text, None)?;
        let at = source.place(plan)?;
        enter(&mut source, plan, batch, at)?;
        Ok(row)
    }

    /// Passes the row of a table that begins at `start` and notes what is found.
    fn find_cells(&mut self, text: &str, start: usize, marks: Marks) -> Result<RowEnd, Unusual> {
        if self.plan.is_none() {
            return Err(Unusual);
        }
        self.found.fill(Found::default());
        let found = &mut self.found;
        let columns = &self.slots.columns;
        let row = csv::row(text, start, marks, |column, range, form| {
            let slot = columns.get(column).ok_or(Unusual)?;
            if let Some(slot) = slot {
                *found.own_mut(*slot) = Found { form, range };
            }
            Ok(())
        })?;
        if row.cells != columns.len() || row.end - start > LONG {
            return Err(Unusual);
        }
        self.source(text, None)?.0.check_cells()?;
        Ok(row)
    }

    /// What was found in a record, and where its row goes.
    fn source<'r, 't>(
        &'r mut self,
        text: &'t str,
        own_id: Option<Range<usize>>,
    ) -> Result<(Spanned<'r, 't>, &'r Plan<Slot>, &'r mut Batch), Unusual> {
        let source = Spanned {
            text,
            found: &self.found,
            slots: &self.slots,
            is_row: self.table.is_some(),
            own_id,
            memory: &mut self.memory,
            issues: Vec::new(),
        };
        let plan = self.plan.as_ref().ok_or(Unusual)?;
        Ok((source, plan, &mut self.batch))
    }

    /// Passes a feature and notes what is found.
    fn walk(&mut self, text: &str, cursor: &mut Cursor) -> Result<FeatureHead, Unusual> {
        if self.plan.is_none() {
            return Err(Unusual);
        }
        self.found.fill(Found::default());
        let bytes = text.as_bytes();
        let mut head = FeatureHead::default();
        cursor.object(|cursor, key| {
            let key = bytes.get(key).ok_or(Unusual)?;
            match key {
                b"type" => {
                    head.once(0)?;
                    let (range, form) = cursor.value()?;
                    head.is_feature = form == Form::Plain && text.get(range) == Some("Feature");
                }
                b"id" => {
                    head.once(1)?;
                    head.id = id(cursor)?;
                }
                b"geometry" => {
                    head.once(2)?;
                    head.at = point(text, cursor)?;
                }
                b"properties" => {
                    head.once(3)?;
                    self.properties(bytes, cursor)?;
                }
                // May be a date (GeoJSON-T), or says that this is no feature.
                b"when" | b"features" | b"coordinates" | b"geometries" => return Err(Unusual),
                b"bbox" => {
                    let (range, _) = cursor.value()?;
                    let value = text.get(range).and_then(|it| serde_json::from_str(it).ok());
                    value
                        .is_some_and(|it| rfc7946::is_bbox(&it))
                        .then_some(())
                        .ok_or(Unusual)?;
                }
                _ => {
                    cursor.value()?;
                }
            }
            Ok(())
        })?;
        Ok(head)
    }

    fn properties(&mut self, bytes: &[u8], cursor: &mut Cursor) -> Result<(), Unusual> {
        if cursor.next_byte() == Some(b'n') {
            return cursor.value().map(drop);
        }
        cursor.object(|cursor, key| {
            let slot = bytes.get(key).and_then(|key| self.slots.find(key));
            let (range, form) = cursor.value()?;
            let Some(slot) = slot else { return Ok(()) };
            let allowed = self.slots.allowed(slot);
            let is_list = matches!(form, Form::Texts | Form::Other);
            let found = self.found.own_mut(slot);
            if found.form != Form::Absent
                || allowed.scalar && is_list
                || allowed.texts && form == Form::Other
                || allowed.nothing && form != Form::Null
            {
                return Err(Unusual);
            }
            *found = Found { form, range };
            Ok(())
        })
    }
}

/// Adds the row of a record and its place to `batch`.
fn enter(
    source: &mut Spanned,
    plan: &Plan<Slot>,
    batch: &mut Batch,
    at: Option<Point<f64>>,
) -> Result<(), Unusual> {
    let id = reading::id(source, plan)?;
    let facts = Facts::of(source, plan)?;
    let cited = reading::cited(source, plan)?;
    let entry = RowValues {
        span: facts.span,
        reported: facts.reported,
        at,
        shape: None,
        precision: facts.precision,
        radius_km: facts.radius_km,
        layer: &facts.layer,
        status: facts.status,
    };
    let id = id.as_ref().map(Id::written);
    batch.enter_known(id, &cited, entry, std::mem::take(&mut source.issues));
    Ok(())
}

impl FeatureHead {
    /// A member that comes twice is unusual.
    fn once(&mut self, member: usize) -> Result<(), Unusual> {
        match self.seen.get_mut(member) {
            Some(seen) if !*seen => {
                *seen = true;
                Ok(())
            }
            _ => Err(Unusual),
        }
    }
}

/// Passes an id.
fn id(cursor: &mut Cursor) -> Result<Option<Range<usize>>, Unusual> {
    match cursor.value()? {
        (range, Form::Plain | Form::Whole) => Ok(Some(range)),
        (_, Form::Null) => Ok(None),
        _ => Err(Unusual),
    }
}

/// Passes a geometry that is `null` or one point on the globe with nothing beside its coordinates.
fn point(text: &str, cursor: &mut Cursor) -> Result<Option<Point<f64>>, Unusual> {
    if cursor.next_byte() == Some(b'n') {
        return cursor.value().map(|_| None);
    }
    let mut is_point = false;
    let mut at = None;
    let mut members = 0;
    cursor.object(|cursor, key| {
        members += 1;
        match text.get(key) {
            Some("type") => {
                let (range, form) = cursor.value()?;
                is_point = form == Form::Plain && text.get(range) == Some("Point");
            }
            Some("coordinates") => at = Some(position(text, cursor)?),
            _ => return Err(Unusual),
        }
        Ok(())
    })?;
    (is_point && at.is_some() && members == 2)
        .then_some(at)
        .ok_or(Unusual)
}

/// Passes a longitude, a latitude and perhaps a height.
fn position(text: &str, cursor: &mut Cursor) -> Result<Point<f64>, Unusual> {
    cursor.pass(b'[')?;
    let x = degrees(text, cursor, 180.0)?;
    cursor.pass(b',')?;
    let y = degrees(text, cursor, 90.0)?;
    if cursor.passes(b',') {
        cursor.number()?;
    }
    cursor.pass(b']')?;
    (!is_zero(x, y)).then_some(Point::new(x, y)).ok_or(Unusual)
}

fn degrees(text: &str, cursor: &mut Cursor, limit: f64) -> Result<f64, Unusual> {
    let written = text.get(cursor.number()?).ok_or(Unusual)?;
    let degrees: f64 = written.parse().map_err(|_| Unusual)?;
    (degrees.abs() <= limit).then_some(degrees).ok_or(Unusual)
}

/// Whether a place is 0, 0, which needs a word of its own.
fn is_zero(x: f64, y: f64) -> bool {
    x == 0.0 && y == 0.0
}
