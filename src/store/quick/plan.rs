//! Which properties a record is read from, under a mapping.

use crate::{
    model::{
        Field, Lang, Mapping, Preset,
        profile::{PROPERTIES, PropertyKind},
    },
    store::{
        part::{Format, Part},
        table::Table,
    },
};

/// A property may be anything.
const ANY: Allowed = Allowed {
    scalar: false,
    texts: false,
    nothing: false,
};

/// Number of a property in a [`Plan`].
pub(super) type Slot = usize;

/// What a property may be without an issue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Allowed {
    /// It is read as a text: no lists, no objects.
    pub(super) scalar: bool,
    /// It is read as a list of texts: no objects, no lists of anything else.
    pub(super) texts: bool,
    /// It is a structure of its own: nothing but `null` is for the quick way.
    pub(super) nothing: bool,
}

/// The properties that matter, and what for.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    names: Vec<Box<str>>,
    allowed: Vec<Allowed>,
    /// Slots by the length of their names.
    by_length: Vec<Vec<Slot>>,
    pub(super) id: Option<Slot>,
    pub(super) layer: Option<Slot>,
    pub(super) kind: Option<Slot>,
    pub(super) date: Option<Slot>,
    pub(super) end_date: Option<Slot>,
    /// The bounds that an export derived.
    pub(super) start: Slot,
    pub(super) end: Slot,
    pub(super) last_confirmed: Slot,
    pub(super) reported: Option<Slot>,
    pub(super) precision: Option<Slot>,
    pub(super) radius_km: Slot,
    pub(super) status: Option<Slot>,
    /// Where a record without a geometry has its place.
    pub(super) places: [Option<Slot>; 3],
    pub(super) sources: Vec<Slot>,
    pub(super) date_precision: Option<Slot>,
    /// Columns of a known dataset that hold whole numbers.
    pub(super) counted: Vec<Slot>,
    /// By column of a table: its slot.
    pub(super) columns: Vec<Option<Slot>>,
    /// The dataset whose codes the file is written in.
    pub(super) preset: Option<Preset>,
    /// Whether dates and lists are written as the profile says.
    pub(super) is_profile: bool,
}

impl Plan {
    /// What [`crate::model::Record::read`] reads of the features of `part`; `None` where it reads them
    /// by the conventions of another dataset, which are not for the quick way.
    pub(super) fn of(part: &Part) -> Option<Self> {
        let mapping = &part.mapping;
        let is_known = match (part.format, mapping.preset()) {
            (Format::GeoJson | Format::GeoJsonLines, preset) => preset.is_none(),
            (Format::Csv, preset) => {
                matches!(preset, None | Some(Preset::Acled | Preset::UcdpGed))
            }
            (Format::Objects, _) => false,
        };
        if !is_known || mapping.is_swapped {
            return None;
        }
        let mut plan = Self::default();
        plan.add_texts(mapping);
        let scalar = Allowed {
            scalar: true,
            ..ANY
        };
        let texts = Allowed { texts: true, ..ANY };
        let names = mapping.properties(Field::Sources).iter();
        let sources = names.map(|name| plan.slot(name, texts)).collect();
        for name in mapping.properties(Field::Actors) {
            plan.slot(name, texts);
        }
        let table = part.table.as_deref().filter(|_| part.format == Format::Csv);
        let counted = counted_columns(mapping.preset()).iter();
        let counted = counted.filter_map(|column| Some(plan.slot(named(table?, column)?, ANY)));
        let counted = counted.collect();
        let mut mapped = |field, allowed| {
            let name = mapping.property(field)?;
            Some(plan.slot(name, allowed))
        };
        let places = [Field::Geometry, Field::Latitude, Field::Longitude];
        Some(
            Self {
                id: mapped(Field::Id, ANY),
                layer: mapped(Field::Layer, scalar),
                kind: mapped(Field::Kind, scalar),
                date: mapped(Field::Date, ANY),
                end_date: mapped(Field::EndDate, ANY),
                reported: mapped(Field::Reported, scalar),
                precision: mapped(Field::PlacePrecision, scalar),
                status: mapped(Field::Status, scalar),
                date_precision: mapped(Field::DatePrecision, ANY),
                places: places.map(|field| mapped(field, ANY)),
                counted,
                sources,
                start: plan.slot("start", ANY),
                end: plan.slot("end", ANY),
                last_confirmed: plan.slot("last_confirmed", scalar),
                radius_km: plan.slot("place_radius_km", scalar),
                is_profile: mapping.is_profile(),
                preset: mapping.preset(),
                ..plan
            }
            .with_columns(table, mapping),
        )
    }

    /// Notes which columns of a table matter.
    fn with_columns(mut self, table: Option<&Table>, mapping: &Mapping) -> Self {
        if let Some(table) = table {
            let slot = |name: &&str| self.find(name.as_bytes());
            let names = table.names();
            let names = names.iter();
            let slots = names.map(|name| slot(name).filter(|_| !mapping.withholds(name)));
            self.columns = slots.collect();
        }
        self
    }

    /// Texts and structures that columns have no place for, but that may have issues.
    fn add_texts(&mut self, mapping: &Mapping) {
        let nothing = Allowed {
            nothing: true,
            ..ANY
        };
        for property in &PROPERTIES {
            let name = match Field::from_name(property.name) {
                Some(field) => mapping.property(field),
                None => Some(property.name),
            };
            match name {
                Some(name) if property.kind == PropertyKind::Localised => self.localised(name),
                Some(name) if property.is_structured() => {
                    self.slot(name, nothing);
                }
                _ => {}
            }
        }
    }

    /// Number of slots.
    pub(super) const fn len(&self) -> usize {
        self.names.len()
    }

    /// The property of a slot.
    pub(super) fn name(&self, slot: Slot) -> &str {
        self.names.get(slot).map_or("", AsRef::as_ref)
    }

    /// What the property of a slot may be.
    pub(super) fn allowed(&self, slot: Slot) -> Allowed {
        self.allowed.get(slot).copied().unwrap_or_default()
    }

    /// The slot of the property called `name`, if it matters.
    pub(super) fn find(&self, name: &[u8]) -> Option<Slot> {
        let slots = self.by_length.get(name.len())?;
        let is_it = |slot: &Slot| self.name(*slot).as_bytes() == name;
        slots.iter().copied().find(is_it)
    }

    fn localised(&mut self, name: &str) {
        let scalar = Allowed {
            scalar: true,
            ..ANY
        };
        self.slot(name, scalar);
        for lang in Lang::ALL {
            self.slot(&format!("{name}:{lang}"), scalar);
        }
    }

    fn slot(&mut self, name: &str, allowed: Allowed) -> Slot {
        let slot = self.find(name.as_bytes()).unwrap_or_else(|| self.add(name));
        if let Some(all) = self.allowed.get_mut(slot) {
            all.scalar |= allowed.scalar;
            all.texts |= allowed.texts;
            all.nothing |= allowed.nothing;
        }
        slot
    }

    fn add(&mut self, name: &str) -> Slot {
        let slot = self.names.len();
        self.names.push(name.into());
        self.allowed.push(Allowed::default());
        if self.by_length.len() <= name.len() {
            self.by_length.resize_with(name.len() + 1, Vec::new);
        }
        if let Some(slots) = self.by_length.get_mut(name.len()) {
            slots.push(slot);
        }
        slot
    }
}

/// The columns that a dataset counts people in.
const fn counted_columns(preset: Option<Preset>) -> &'static [&'static str] {
    match preset {
        Some(Preset::Acled) => &["fatalities"],
        Some(Preset::UcdpGed) => &["best", "low", "high"],
        _ => &[],
    }
}

/// The column of `table` that is called `column`, whatever its case and with spaces for underscores.
fn named<'a>(table: &'a Table, column: &str) -> Option<&'a str> {
    let alike = |name: &str| name.to_ascii_lowercase().replace([' ', '-'], "_") == column;
    let names = || table.names.iter().map(AsRef::as_ref);
    names()
        .find(|name: &&str| *name == column)
        .or_else(|| names().find(|name: &&str| alike(name)))
}
