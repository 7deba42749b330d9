//! What the properties that were found come to.

use std::{borrow::Cow, ops::Range};

use crate::model::{Bounds, Issue, IssueKind, Kind, Layer, PlacePrecision, Span, Status, When};

use super::{
    BatchReader,
    plan::Slot,
    scan::{Cursor, Form, Unusual},
};

/// Foreign layers that are remembered by name.
const LAYERS_KEPT: usize = 1024;

/// What the properties come to.
pub(super) struct Facts {
    pub(super) layer: Layer,
    pub(super) span: Option<Span>,
    pub(super) reported: Option<Bounds>,
    pub(super) precision: PlacePrecision,
    pub(super) radius_km: f32,
    pub(super) status: Option<Status>,
}

impl BatchReader<'_> {
    /// What the properties say, in the order in which a record is read.
    pub(super) fn facts(&mut self, text: &str, issues: &mut Vec<Issue>) -> Result<Facts, Unusual> {
        let layer = match self.mapped_text(text, self.plan.layer)? {
            None => Layer::Context,
            Some(name) => self.layer(name),
        };
        let kind = self.word(text, self.plan.kind, Kind::from_name, issues)?;
        let kind = kind.unwrap_or_else(|| layer.default_kind());
        let date = self.date(text)?;
        let last_confirmed = match self.text(text, self.plan.last_confirmed)? {
            None => None,
            Some(written) => Some(When::parse(written).map_err(|_| Unusual)?),
        };
        let reported = match self.mapped_text(text, self.plan.reported)? {
            None => None,
            Some(written) => Some(self.dates.read(written).ok_or(Unusual)?.bounds()),
        };
        let precision = self.plan.precision;
        let precision = self.word(text, precision, PlacePrecision::from_name, issues)?;
        Ok(Facts {
            span: date.map(|date| Span::of(&date, kind, last_confirmed.as_ref())),
            reported,
            precision: precision.unwrap_or_default(),
            radius_km: self.radius_km(text)?,
            status: self.word(text, self.plan.status, Status::from_name, issues)?,
            layer,
        })
    }

    fn form(&self, slot: Slot) -> Form {
        self.found
            .get(slot)
            .map_or(Form::Absent, |found| found.form)
    }

    /// A text as it is written; `null` is none.
    fn text<'a>(&self, text: &'a str, slot: Slot) -> Result<Option<&'a str>, Unusual> {
        match self.found.get(slot) {
            None => Ok(None),
            Some(found) => match found.form {
                Form::Absent | Form::Null => Ok(None),
                Form::Plain | Form::Whole | Form::Truth => {
                    text.get(found.range.clone()).map(Some).ok_or(Unusual)
                }
                _ => Err(Unusual),
            },
        }
    }

    fn mapped_text<'a>(
        &self,
        text: &'a str,
        slot: Option<Slot>,
    ) -> Result<Option<&'a str>, Unusual> {
        slot.map_or(Ok(None), |slot| self.text(text, slot))
    }

    fn word<T>(
        &self,
        text: &str,
        slot: Option<Slot>,
        read: impl Fn(&str) -> Option<T>,
        issues: &mut Vec<Issue>,
    ) -> Result<Option<T>, Unusual> {
        let Some((slot, written)) = slot.zip(self.mapped_text(text, slot)?) else {
            return Ok(None);
        };
        let word = read(written);
        if word.is_none() {
            let name = self.plan.name(slot);
            issues.push(Issue::new(name, IssueKind::ValueUnknown, written));
        }
        Ok(word)
    }

    /// As the model has it: the mapped date, else the bounds that an export derived.
    fn date(&mut self, text: &str) -> Result<Option<When>, Unusual> {
        let is_there = |slot| !matches!(self.form(slot), Form::Absent | Form::Null);
        match self.plan.date {
            Some(start) if self.plan.end_date.is_some() || is_there(start) => {
                self.interval(text, start, self.plan.end_date)
            }
            _ => self.interval(text, self.plan.start, Some(self.plan.end)),
        }
    }

    fn interval(
        &mut self,
        text: &str,
        start: Slot,
        end: Option<Slot>,
    ) -> Result<Option<When>, Unusual> {
        let (start, end) = (self.text(text, start)?, self.mapped_text(text, end)?);
        let read = match (start, end) {
            (None, None) => return Ok(None),
            (Some(written), None) => self.dates.read(written),
            (start, Some(end)) => {
                let writing = self.dates.writing();
                let end = writing.edtf(end).ok_or(Unusual)?;
                let start = start.map_or(Some("".into()), |start| writing.edtf(start));
                let start = start.ok_or(Unusual)?;
                if start == end {
                    self.dates.read(&end)
                } else {
                    self.dates.read(&format!("{start}/{end}"))
                }
            }
        };
        read.cloned().map(Some).ok_or(Unusual)
    }

    fn radius_km(&self, text: &str) -> Result<f32, Unusual> {
        let slot = self.plan.radius_km;
        match self.form(slot) {
            Form::Absent | Form::Null => Ok(0.0),
            Form::Whole | Form::Number => {
                let written = self
                    .found
                    .get(slot)
                    .and_then(|it| text.get(it.range.clone()));
                let km: f64 = written.and_then(|it| it.parse().ok()).ok_or(Unusual)?;
                Ok(if km >= 0.0 { km as f32 } else { 0.0 })
            }
            _ => Err(Unusual),
        }
    }

    fn layer(&mut self, name: &str) -> Layer {
        match Layer::from_name(name) {
            Layer::Other(_) => {}
            known => return known,
        }
        if let Some(layer) = self.layers.get(name) {
            return layer.clone();
        }
        if self.layers.len() >= LAYERS_KEPT {
            self.layers.clear();
        }
        let layer = Layer::from_name(name);
        self.layers.insert(name.into(), layer.clone());
        layer
    }

    /// The id: the feature's own, else what is mapped to it.
    pub(super) fn id<'a>(
        &self,
        text: &'a str,
        own: Option<Range<usize>>,
    ) -> Result<Option<&'a str>, Unusual> {
        match (own, self.plan.id) {
            (Some(own), _) => text.get(own).map(Some).ok_or(Unusual),
            (None, None) => Ok(None),
            (None, Some(slot)) if self.form(slot) == Form::Truth => Err(Unusual),
            (None, Some(slot)) => self.text(text, slot),
        }
    }

    /// Whether a record without a geometry has its place in properties.
    pub(super) fn is_placed_by_properties(&self) -> bool {
        let slots = self.plan.places.iter().flatten();
        let mut forms = slots.map(|slot| self.form(*slot));
        forms.any(|form| !matches!(form, Form::Absent | Form::Null))
    }

    /// The documents that the record cites.
    pub(super) fn cited<'a>(&self, text: &'a str) -> Result<Vec<Cow<'a, str>>, Unusual> {
        let mut cited = Vec::new();
        for slot in &self.plan.sources {
            match self.form(*slot) {
                Form::Absent | Form::Null => {}
                Form::Texts => self.cited_in_list(text, *slot, &mut cited)?,
                Form::Escaped => {
                    let range = self.range(*slot);
                    self.cite(&mut cited, unescaped(text, &range)?, true);
                }
                _ => {
                    let whole = self.text(text, *slot)?.unwrap_or_default();
                    self.cite(&mut cited, whole.into(), true);
                }
            }
        }
        Ok(cited)
    }

    fn cited_in_list<'a>(
        &self,
        text: &'a str,
        slot: Slot,
        cited: &mut Vec<Cow<'a, str>>,
    ) -> Result<(), Unusual> {
        let mut cursor = Cursor::new(text.as_bytes(), self.range(slot).start);
        cursor.pass(b'[')?;
        while !cursor.passes(b']') {
            let (range, _) = cursor.value()?;
            self.cite(cited, unescaped(text, &range)?, false);
            cursor.passes(b',');
        }
        Ok(())
    }

    /// A profile's source is one text; a foreign cell may join several with semicolons.
    fn cite<'a>(&self, cited: &mut Vec<Cow<'a, str>>, written: Cow<'a, str>, is_cell: bool) {
        if self.plan.is_profile {
            cited.push(written);
            return;
        }
        let mut add = |name: &str| {
            let name = name.trim();
            if !name.is_empty() && !cited.iter().any(|known| known == name) {
                cited.push(Cow::Owned(name.to_owned()));
            }
        };
        if is_cell {
            written.split(';').for_each(add);
        } else {
            add(&written);
        }
    }

    fn range(&self, slot: Slot) -> Range<usize> {
        let found = self.found.get(slot);
        found.map_or(0..0, |found| found.range.clone())
    }
}

/// The text of the string whose inside stands at `range`.
fn unescaped<'a>(text: &'a str, range: &Range<usize>) -> Result<Cow<'a, str>, Unusual> {
    let inside = text.get(range.clone()).ok_or(Unusual)?;
    if !inside.contains('\\') {
        return Ok(Cow::Borrowed(inside));
    }
    let quoted = text.get(range.start - 1..range.end + 1).ok_or(Unusual)?;
    serde_json::from_str(quoted).map_err(|_| Unusual)
}
