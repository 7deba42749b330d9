//! The reader over spans: what the reading rules ask, answered from where properties stand in the text.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use geo::Point;

use crate::{
    model::{
        Bounds, Issue, IssueKind, Layer, Own, PlacePrecision, Second, Span, Status, WhenError,
        date::DateShape,
        reading::{self, Id, Items, Plan, Properties, Writing},
    },
    scan::{Form, Unusual, json::Cursor},
};

use super::{
    Found,
    dates::Dates,
    is_zero,
    slots::{Slot, Slots},
};

/// The first second after the year 9999.
const LAST_SECOND: Second = 253_402_300_800;

/// Foreign layers that are remembered by name.
const LAYERS_KEPT: usize = 1024;

/// What a reader remembers from one record to the next, so that a date or a layer is read once and not once a
/// record.
pub(super) struct Memory {
    pub(super) dates: Dates,
    layers: HashMap<Box<str>, Layer>,
}

impl Memory {
    pub(super) fn new() -> Self {
        Self {
            dates: Dates::new(),
            layers: HashMap::new(),
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
}

/// A record of which is known where its properties stand.
pub(super) struct Spanned<'r, 'a> {
    pub(super) text: &'a str,
    pub(super) found: &'r [Found],
    pub(super) slots: &'r Slots,
    /// Whether its properties are cells.
    pub(super) is_row: bool,
    /// The member `id` beside the properties.
    pub(super) own_id: Option<Range<usize>>,
    pub(super) memory: &'r mut Memory,
    pub(super) issues: Vec<Issue>,
}

/// What columns keep of a record.
pub(super) struct Facts {
    pub(super) layer: Layer,
    pub(super) span: Option<Span>,
    pub(super) reported: Option<Bounds>,
    pub(super) precision: PlacePrecision,
    pub(super) radius_km: f32,
    pub(super) status: Option<Status>,
}

impl Facts {
    /// Reads them in the order in which [`crate::model::Record::read`] does.
    pub(super) fn of(source: &mut Spanned, plan: &Plan<Slot>) -> Result<Self, Unusual> {
        let layer = reading::layer(source, plan)?;
        let kind = reading::kind(source, plan, &layer)?;
        let date = reading::date(source, plan)?;
        let last_confirmed = reading::last_confirmed(source, plan, kind, date.as_ref())?;
        let reported = reading::reported(source, plan)?;
        let (precision, stated) = reading::place_precision(source, plan)?;
        let radius_km = reading::radius_km(source, plan, stated)?;
        Ok(Self {
            span: date.map(|date| Span::of_shape(&date, kind, last_confirmed.as_ref())),
            reported: reported.map(|date| date.bounds()),
            precision,
            radius_km: radius_km.unwrap_or(0.0) as f32,
            status: reading::status(source, plan)?,
            layer,
        })
    }
}

impl<'a> Spanned<'_, 'a> {
    fn form(&self, slot: Slot) -> Form {
        self.at(slot).form
    }

    fn at(&self, slot: Slot) -> &Found {
        self.found.own(slot)
    }

    /// Where the columns of a row place it.
    pub(super) fn place(&mut self, plan: &Plan<Slot>) -> Result<Option<Point<f64>>, Unusual> {
        if plan.geometry.is_some_and(|slot| self.is_there(slot)) {
            return Err(Unusual);
        }
        let place = reading::degrees(self, plan)?;
        let is_usual = place.is_none_or(|at| !is_zero(at.x(), at.y()));
        is_usual.then_some(place).ok_or(Unusual)
    }

    /// Whether a record without a geometry has its place in properties.
    pub(super) fn is_placed_by_properties(&self, plan: &Plan<Slot>) -> bool {
        let slots = [plan.geometry, plan.latitude, plan.longitude];
        slots.into_iter().flatten().any(|slot| self.is_there(slot))
    }

    /// Whether the cells that columns have no place for keep the rules.
    pub(super) fn check_cells(&mut self) -> Result<(), Unusual> {
        let mut structures = self.slots.structures.iter();
        if structures.any(|slot| self.is_there(*slot)) {
            return Err(Unusual);
        }
        for slot in &self.slots.counted {
            reading::whole(self, *slot)?;
        }
        Ok(())
    }

    fn written(&self, range: &Range<usize>) -> Result<&'a str, Unusual> {
        self.text.get(range.clone()).ok_or(Unusual)
    }

    /// The text of the string whose inside stands at `range`.
    fn unescaped(&self, range: &Range<usize>) -> Result<Cow<'a, str>, Unusual> {
        let inside = self.written(range)?;
        if self.is_row {
            return Ok(Cow::Owned(inside.replace("\"\"", "\"")));
        }
        if !inside.contains('\\') {
            return Ok(Cow::Borrowed(inside));
        }
        let quoted = self.written(&(range.start - 1..range.end + 1))?;
        serde_json::from_str(quoted).map_err(|_| Unusual)
    }

    fn texts(&self, list: &Range<usize>) -> Result<Vec<Cow<'a, str>>, Unusual> {
        let mut texts = Vec::new();
        let mut cursor = Cursor::new(self.text.as_bytes(), list.start);
        cursor.pass(b'[')?;
        while !cursor.passes(b']') {
            let (range, _) = cursor.value()?;
            texts.push(self.unescaped(&range)?);
            cursor.passes(b',');
        }
        Ok(texts)
    }
}

impl<'a> Properties<'a> for Spanned<'_, 'a> {
    type Key = Slot;
    type Date = DateShape;
    type Stop = Unusual;

    fn is_there(&self, slot: Slot) -> bool {
        !matches!(self.form(slot), Form::Absent | Form::Null)
    }

    fn text(&self, slot: Slot) -> Result<Option<Cow<'a, str>>, Unusual> {
        let Found { form, range } = self.at(slot);
        match form {
            Form::Absent | Form::Null => Ok(None),
            Form::Plain | Form::Whole | Form::Truth => {
                Ok(Some(Cow::Borrowed(self.written(range)?)))
            }
            _ => Err(Unusual),
        }
    }

    fn number(&self, slot: Slot) -> Result<Option<f64>, Unusual> {
        let Found { form, range } = self.at(slot);
        match form {
            Form::Absent | Form::Null => Ok(None),
            Form::Whole | Form::Number => {
                let number = self.written(range)?.parse();
                number.map(Some).map_err(|_| Unusual)
            }
            _ => Err(Unusual),
        }
    }

    fn items(&self, slot: Slot, _: bool) -> Result<Items<'a>, Unusual> {
        let Found { form, range } = self.at(slot);
        Ok(match form {
            Form::Texts => Items::Many(self.texts(range)?),
            Form::Escaped => Items::One(self.unescaped(range)?),
            _ => self.text(slot)?.map_or(Items::Absent, Items::One),
        })
    }

    fn id(&self, slot: Option<Slot>) -> Result<Option<Id<'a>>, Unusual> {
        let text = match (slot, &self.own_id) {
            (Some(slot), _) if self.form(slot) == Form::Truth => return Err(Unusual),
            (Some(slot), _) => self.text(slot)?,
            (None, Some(own)) => Some(Cow::Borrowed(self.written(own)?)),
            (None, None) => None,
        };
        Ok(text.map(Id::Text))
    }

    fn has_own_id(&self) -> bool {
        self.own_id.is_some()
    }

    fn note(&mut self, slot: Slot, kind: IssueKind, value: &str) -> Result<(), Unusual> {
        // Another word is nothing out of the ordinary; whatever else is wrong shows best in the whole record.
        if kind != IssueKind::ValueUnknown {
            return Err(Unusual);
        }
        let name = self.slots.name(slot);
        self.issues.push(Issue::new(name, kind, value));
        Ok(())
    }

    fn date(&mut self, written: &str, writing: Writing) -> Result<DateShape, WhenError> {
        self.memory.dates.read(written, writing)
    }

    fn moment(&self, second: Second) -> Option<DateShape> {
        let is_usual = (0..LAST_SECOND).contains(&second);
        is_usual.then(|| DateShape::of_second(second))
    }

    fn layer(&mut self, name: &str) -> Layer {
        self.memory.layer(name)
    }
}
