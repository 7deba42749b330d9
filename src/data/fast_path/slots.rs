//! The properties that a record is read from, by number.

use crate::{
    data::{
        source_file::{RecordFormat, SourceFile},
        table::Table,
    },
    model::{
        Field, Lang, Mapping, Own, Preset, is_called,
        profile::{PROPERTIES, PropertyKind},
        reading::Plan,
    },
};

/// Number of a property in [`Slots`].
pub(super) type Slot = usize;

/// What a property may be without an issue, beside what the reading rules ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Allowed {
    /// It is read as a text: no lists, no objects.
    pub(super) scalar: bool,
    /// It is read as a list of texts: no objects, no lists of anything else.
    pub(super) texts: bool,
    /// It is a structure of its own: nothing but `null` is for the fast path.
    pub(super) nothing: bool,
}

/// It may be anything that the rules take.
const ANY: Allowed = Allowed {
    scalar: false,
    texts: false,
    nothing: false,
};
const SCALAR: Allowed = Allowed {
    scalar: true,
    ..ANY
};
const TEXTS: Allowed = Allowed { texts: true, ..ANY };
const NOTHING: Allowed = Allowed {
    nothing: true,
    ..ANY
};

/// The properties that matter, each with a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots {
    names: Vec<Box<str>>,
    allowed: Vec<Allowed>,
    /// Slots by the length of their names.
    by_length: Vec<Vec<Slot>>,
    /// Columns of a known dataset that hold whole numbers.
    pub(super) counted: Vec<Slot>,
    /// Properties that are structures of their own.
    pub(super) structures: Vec<Slot>,
    /// By column of a table: its slot.
    pub(super) columns: Vec<Option<Slot>>,
}

impl Slots {
    /// What [`crate::model::Record::read`] reads of the features of `part`, and what finds it; `None` where it
    /// reads them by the conventions of another dataset, which are not for the fast path.
    pub(super) fn of(part: &SourceFile) -> Option<(Self, Plan<Slot>)> {
        let mapping = &part.mapping;
        let is_known = match (part.format, mapping.preset()) {
            (RecordFormat::GeoJson | RecordFormat::GeoJsonLines, preset) => preset.is_none(),
            (RecordFormat::Csv, preset) => {
                matches!(preset, None | Some(Preset::Acled | Preset::UcdpGed))
            }
            (RecordFormat::Objects, _) => false,
        };
        if !is_known || mapping.is_swapped || !mapping.crs.is_degrees() || !mapping.is_plain() {
            return None;
        }
        let mut slots = Self::default();
        slots.add_what_columns_leave_out(mapping);
        let plan = Plan::of(mapping).found_by(|name| slots.slot(name, ANY));
        if let Some(table) = part
            .table
            .as_deref()
            .filter(|_| part.format == RecordFormat::Csv)
        {
            let counts = mapping.preset().map_or(&[][..], Preset::counts).iter();
            let columns =
                counts.flat_map(|counted| counted.low().into_iter().chain(counted.high()));
            let counted = columns.filter_map(|column| named(table, column));
            slots.counted = counted.map(|name| slots.slot(name, ANY)).collect();
            slots.add_columns(table, mapping);
        }
        let all = 0..slots.len();
        slots.structures = all.filter(|slot| slots.allowed(*slot).nothing).collect();
        Some((slots, plan))
    }

    /// Notes which columns of a table matter.
    fn add_columns(&mut self, table: &Table, mapping: &Mapping) {
        let slot = |name: &&str| self.find(name.as_bytes());
        let names = table.names();
        let names = names.iter();
        let slots = names.map(|name| slot(name).filter(|_| !mapping.withholds(name)));
        self.columns = slots.collect();
    }

    /// Texts and structures that columns have no place for, but that may have issues.
    fn add_what_columns_leave_out(&mut self, mapping: &Mapping) {
        for property in &PROPERTIES {
            let name = match Field::from_name(property.name) {
                Some(field) => mapping.property(field),
                None => Some(property.name),
            };
            match name {
                Some(name) if property.kind == PropertyKind::Localised => self.localised(name),
                Some(name) if property.is_structured() => {
                    self.slot(name, NOTHING);
                }
                _ => {}
            }
        }
        // The times along a line may be its date.
        for name in ["coordTimes", "coordinateProperties"] {
            self.slot(name, NOTHING);
        }
        for name in mapping.properties(Field::Actors) {
            self.slot(name, TEXTS);
        }
    }

    /// Number of slots.
    pub(super) const fn len(&self) -> usize {
        self.names.len()
    }

    /// The property of a slot.
    pub(super) fn name(&self, slot: Slot) -> &str {
        self.names.own(slot)
    }

    /// What the property of a slot may be.
    pub(super) fn allowed(&self, slot: Slot) -> Allowed {
        *self.allowed.own(slot)
    }

    /// The slot of the property called `name`, if it matters.
    pub(super) fn find(&self, name: &[u8]) -> Option<Slot> {
        let slots = self.by_length.get(name.len())?;
        let is_it = |slot: &Slot| self.name(*slot).as_bytes() == name;
        slots.iter().copied().find(is_it)
    }

    fn localised(&mut self, name: &str) {
        self.slot(name, SCALAR);
        for lang in Lang::ALL {
            self.slot(&format!("{name}:{lang}"), SCALAR);
        }
    }

    fn slot(&mut self, name: &str, allowed: Allowed) -> Slot {
        let slot = self.find(name.as_bytes()).unwrap_or_else(|| self.add(name));
        let all = self.allowed.own_mut(slot);
        all.scalar |= allowed.scalar;
        all.texts |= allowed.texts;
        all.nothing |= allowed.nothing;
        slot
    }

    fn add(&mut self, name: &str) -> Slot {
        let slot = self.names.len();
        self.names.push(name.into());
        self.allowed.push(Allowed::default());
        if self.by_length.len() <= name.len() {
            self.by_length.resize_with(name.len() + 1, Vec::new);
        }
        self.by_length.own_mut(name.len()).push(slot);
        slot
    }
}

/// The column of `table` that is called `column`, whatever its case and with spaces for underscores.
fn named<'a>(table: &'a Table, column: &str) -> Option<&'a str> {
    let names = || table.names.iter().map(AsRef::as_ref);
    names()
        .find(|name: &&str| *name == column)
        .or_else(|| names().find(|name: &&str| is_called(name, column)))
}
