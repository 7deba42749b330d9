//! What the properties that were found come to.

use std::{borrow::Cow, ops::Range};

use geo::Point;

use crate::model::{
    Bounds, Issue, IssueKind, Kind, Layer, PlacePrecision, Preset, Second, Span, Status, When,
    preset::codes::DateCode, written_date::coarsened,
};

use super::{
    BatchReader,
    plan::Slot,
    scan::{Cursor, Form, Unusual, is_zero},
};

/// The first second after the year 9999.
const LAST_SECOND: Second = 253_402_300_800;

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
        let code = self.mapped_text(text, self.plan.layer)?;
        let layer = match (self.plan.preset, code) {
            (Some(preset), code) => preset.layer(code),
            (None, None) => Layer::Context,
            (None, Some(name)) => self.layer(name),
        };
        // The vocabulary of the profile binds files of the profile only.
        let is_bound = self.plan.is_profile;
        let unknown = is_bound.then_some(&mut *issues);
        let kind = self.word(text, self.plan.kind, Kind::from_name, unknown)?;
        let kind = kind.unwrap_or_else(|| layer.default_kind());
        let last_confirmed = match self.text(text, self.plan.last_confirmed)? {
            None => None,
            Some(written) => Some(When::parse(written).map_err(|_| Unusual)?),
        };
        let span = |date: &When| Span::of(date, kind, last_confirmed.as_ref());
        let span = self.date(text)?.map(span);
        let reported = match self.mapped_text(text, self.plan.reported)? {
            None => None,
            Some(written) => self.reported(written)?,
        };
        let preset = self.plan.preset;
        let place = |word: &str| match preset {
            None => Some((PlacePrecision::from_name(word)?, None)),
            Some(preset) => preset.place_code(word),
        };
        let unknown = (is_bound || preset.is_some()).then_some(&mut *issues);
        let place = self.word(text, self.plan.precision, place, unknown)?;
        let (precision, radius_km) = place.unwrap_or_default();
        Ok(Facts {
            span,
            reported,
            precision,
            radius_km: match radius_km {
                Some(km) => km as f32,
                None => self.radius_km(text)?,
            },
            status: {
                let unknown = is_bound.then_some(issues);
                self.word(text, self.plan.status, Status::from_name, unknown)?
            },
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
        issues: Option<&mut Vec<Issue>>,
    ) -> Result<Option<T>, Unusual> {
        let Some((slot, written)) = slot.zip(self.mapped_text(text, slot)?) else {
            return Ok(None);
        };
        let word = read(written);
        if let Some(issues) = issues.filter(|_| word.is_none()) {
            let name = self.plan.name(slot);
            issues.push(Issue::new(name, IssueKind::ValueUnknown, written));
        }
        Ok(word)
    }

    /// As the model has it: the mapped date, else the bounds that an export derived.
    fn date(&mut self, text: &str) -> Result<Option<&When>, Unusual> {
        let is_there = |slot| !matches!(self.form(slot), Form::Absent | Form::Null);
        match self.plan.date {
            Some(start) if self.plan.end_date.is_some() || is_there(start) => {
                self.interval(text, start, self.plan.end_date)
            }
            Some(_) if self.plan.preset.is_some() => Ok(None),
            _ => self.interval(text, self.plan.start, Some(self.plan.end)),
        }
    }

    fn interval(
        &mut self,
        text: &str,
        start: Slot,
        end: Option<Slot>,
    ) -> Result<Option<&When>, Unusual> {
        let (start, end) = (self.text(text, start)?, self.mapped_text(text, end)?);
        // What is blank is there and is not, which is looked at one by one.
        if [start, end].iter().flatten().any(|it| it.trim().is_empty()) {
            return Err(Unusual);
        }
        let start = match start {
            Some(written) => Some(self.coarsened(text, written)?),
            None => None,
        };
        let read = match (start, end) {
            (None, None) => return Ok(None),
            (Some(written), None) => self.dates.read(&written),
            (start, Some(end)) => {
                let writing = self.dates.writing();
                let end = writing.edtf(end).ok_or(Unusual)?;
                let start = match &start {
                    Some(start) => writing.edtf(start).ok_or(Unusual)?,
                    // The beginning that nobody says.
                    None => Cow::Borrowed(""),
                };
                if start == end {
                    self.dates.read(&end)
                } else {
                    self.dates.read(&format!("{start}/{end}"))
                }
            }
        };
        read.map(Some).ok_or(Unusual)
    }

    /// A date as coarse as the code beside it says.
    fn coarsened<'a>(&self, text: &str, written: &'a str) -> Result<Cow<'a, str>, Unusual> {
        let Some(preset) = self.plan.preset else {
            return Ok(Cow::Borrowed(written));
        };
        let code = self.mapped_text(text, self.plan.date_precision)?;
        let to_month = match preset.date_code(code) {
            DateCode::AsWritten => return Ok(Cow::Borrowed(written)),
            DateCode::Week => false,
            DateCode::Month => true,
            DateCode::Unknown => return Err(Unusual),
        };
        let edtf = self.dates.writing().edtf(written).ok_or(Unusual)?;
        Ok(Cow::Owned(coarsened(&edtf, to_month).into_owned()))
    }

    /// When it became known: seconds since 1970, the first of several dates, or one date.
    fn reported(&mut self, written: &str) -> Result<Option<Bounds>, Unusual> {
        match self.plan.preset {
            Some(Preset::Acled) => {
                let second: Second = written.trim().parse().map_err(|_| Unusual)?;
                let is_usual = (0..LAST_SECOND).contains(&second);
                let bounds = Bounds::new(second, second);
                is_usual.then_some(Some(bounds)).ok_or(Unusual)
            }
            Some(Preset::UcdpGed) => {
                let mut first: Option<Bounds> = None;
                for date in written
                    .split(';')
                    .map(str::trim)
                    .filter(|it| !it.is_empty())
                {
                    let bounds = self.dates.read(date).ok_or(Unusual)?.bounds();
                    if first.is_none_or(|first| bounds.earliest < first.earliest) {
                        first = Some(bounds);
                    }
                }
                Ok(first)
            }
            _ => Ok(Some(self.dates.read(written).ok_or(Unusual)?.bounds())),
        }
    }

    /// Where the columns of a row place it.
    pub(super) fn at(&self, text: &str) -> Result<Option<Point<f64>>, Unusual> {
        let [geometry, latitude, longitude] = self.plan.places;
        if self.mapped_text(text, geometry)?.is_some() {
            return Err(Unusual);
        }
        if latitude.is_none() || longitude.is_none() {
            return Ok(None);
        }
        let degrees = |slot, limit: f64| {
            let Some(written) = self.mapped_text(text, slot)? else {
                return Ok(None);
            };
            let degrees: f64 = written.trim().parse().map_err(|_| Unusual)?;
            let is_on_globe = degrees.abs() <= limit;
            is_on_globe.then_some(Some(degrees)).ok_or(Unusual)
        };
        match (degrees(longitude, 180.0)?, degrees(latitude, 90.0)?) {
            (Some(x), Some(y)) if is_zero(x, y) => Err(Unusual),
            (Some(x), Some(y)) => Ok(Some(Point::new(x, y))),
            (None, None) => Ok(None),
            _ => Err(Unusual),
        }
    }

    /// Whether the other cells that have rules keep them.
    pub(super) fn check_cells(&self, text: &str) -> Result<(), Unusual> {
        for slot in 0..self.plan.len() {
            let is_filled = !matches!(self.form(slot), Form::Absent | Form::Null);
            if self.plan.allowed(slot).nothing && is_filled {
                return Err(Unusual);
            }
        }
        for slot in &self.plan.counted {
            if let Some(written) = self.text(text, *slot)? {
                let number: Result<i64, _> = written.trim().parse();
                number.map_err(|_| Unusual)?;
            }
        }
        Ok(())
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
                    let written = if self.table.is_some() {
                        let cell = text.get(range).ok_or(Unusual)?;
                        Cow::Owned(cell.replace("\"\"", "\""))
                    } else {
                        unescaped(text, &range)?
                    };
                    self.cite(&mut cited, written, true);
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
