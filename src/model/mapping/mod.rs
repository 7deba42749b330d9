//! Which property of a foreign file stands for which field of the profile, and by which convention
//! its values are written.
//!
//! A [`Mapping`] is guessed from the names of the columns, set by a [`Preset`] that recognises
//! them, or made by the analyst; [`super::Record::read`] reads through it.

mod column;
mod convention;
mod dating;
pub(super) mod field;
mod guess;
mod like;
pub(super) mod name;
mod names;
mod said;
mod values;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use serde::{Deserialize, Serialize};

pub(super) use name::normalised;
pub use {
    column::{FileColumn, FileColumns},
    convention::Convention,
    dating::{Century, Zone},
    field::Field,
};

use super::{
    crs::Crs,
    date_order::DateOrder,
    preset::{DERIVED_COLUMNS, Preset},
    profile,
    written_date::EpochUnit,
};

/// Property names by field. A field that is not in it is read from nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    convention: Convention,
    properties: BTreeMap<Field, Vec<Box<str>>>,
    /// Fields that somebody has said the property of.
    said: BTreeSet<Field>,
    /// What a field is in every record that does not say it itself.
    constants: BTreeMap<Field, Box<str>>,
    /// Properties that stand for a date where the one that it usually stands in is empty.
    otherwise: Vec<Box<str>>,
    /// Properties that stand for another one where that is empty.
    instead: BTreeMap<Box<str>, Box<str>>,
    /// The order of numeric dates, where somebody has said it or the dates tell it themselves.
    pub date_order: Option<DateOrder>,
    /// The date that tells the order of all, where nobody has said it.
    pub telling_date: Option<Box<str>>,
    /// The zone of times of day that name none, where somebody has said it.
    pub zone: Option<Zone>,
    /// The century of years of two digits, where somebody has said it.
    pub century: Option<Century>,
    /// Whether latitude and longitude have changed places in the file.
    pub is_swapped: bool,
    /// The reference system of its coordinates.
    pub crs: Crs,
    /// Whether somebody has said which that is.
    pub is_crs_said: bool,
    /// What its dates count, where they are numbers.
    pub epoch: Option<EpochUnit>,
    /// Whether columns are read that the preset leaves out.
    pub shows_withheld: bool,
}

impl Mapping {
    /// The mapping of a file that follows the profile: every field has its own name.
    #[must_use]
    pub fn profile() -> Self {
        let properties = Field::ALL
            .into_iter()
            .filter(|field| is_of_profile(*field))
            .map(|field| (field, vec![field.name().into()]))
            .collect();
        Self {
            convention: Convention::Profile,
            properties,
            ..Self::default()
        }
    }

    /// The preset that the names are those of, else a guess from nothing but names.
    #[must_use]
    pub fn of_names(names: &[&str]) -> Self {
        Self::of_columns(&FileColumns::of_names(names))
    }

    /// The preset that the names are those of, else a guess from names and values.
    #[must_use]
    pub fn of_columns(columns: &FileColumns) -> Self {
        let names = columns.all_names();
        match Preset::recognise(&names) {
            Some(preset) => Self::of_preset(preset, &names),
            None => guess::guess(columns),
        }
    }

    /// What `preset` says about a file with these columns; columns that it does not have are read
    /// from nowhere.
    #[must_use]
    pub fn of_preset(preset: Preset, names: &[&str]) -> Self {
        let mut mapping = Self {
            convention: Convention::Preset(preset),
            date_order: preset.date_order(),
            ..Self::default()
        };
        for (field, usual) in preset.columns() {
            let name = names.iter().find(|name| normalised(name) == *usual);
            if let Some(name) = name {
                mapping.add(*field, name);
            }
        }
        let part = |usual: &str| names.iter().find(|name| normalised(name) == usual);
        let parts: Option<Vec<&str>> = preset.parts().iter().map(|it| part(it).copied()).collect();
        if let Some(parts) = parts.filter(|parts| !parts.is_empty()) {
            mapping.set_parts(Field::Date, &parts);
        }
        mapping
    }

    /// A guess from names and values, whatever known dataset the names are those of.
    #[must_use]
    pub fn guess(columns: &FileColumns) -> Self {
        guess::guess(columns)
    }

    /// How the values are written.
    #[must_use]
    pub const fn convention(&self) -> Convention {
        self.convention
    }

    /// Whether the file follows the record profile.
    #[must_use]
    pub const fn is_profile(&self) -> bool {
        matches!(self.convention, Convention::Profile)
    }

    /// Whether the words of the profile for kind, status and the precision of places are those of the file:
    /// other people's words are not wrong.
    #[must_use]
    pub const fn binds_words(&self) -> bool {
        matches!(
            self.convention,
            Convention::Profile | Convention::Preset(Preset::Sahelscope)
        )
    }

    /// The known dataset that the file is read as.
    #[must_use]
    pub const fn preset(&self) -> Option<Preset> {
        match self.convention {
            Convention::Preset(preset) => Some(preset),
            Convention::Profile | Convention::Foreign => None,
        }
    }

    /// The first property that stands for `field`.
    #[must_use]
    pub fn property(&self, field: Field) -> Option<&str> {
        self.properties(field).first().map(AsRef::as_ref)
    }

    /// Every property that stands for `field`.
    #[must_use]
    pub fn properties(&self, field: Field) -> &[Box<str>] {
        self.properties.get(&field).map_or(&[], Vec::as_slice)
    }

    /// Makes `property` stand for `field`, or nothing.
    pub fn set(&mut self, field: Field, property: Option<&str>) {
        if field == Field::Date {
            self.otherwise.clear();
        }
        for property in self.properties.get(&field).into_iter().flatten() {
            self.instead.remove(property);
        }
        match property {
            Some(property) => {
                self.properties.insert(field, vec![property.into()]);
            }
            None => {
                self.properties.remove(&field);
            }
        }
    }

    /// Makes `property` stand for `field` beside those that do already, where the field is a list.
    pub fn add(&mut self, field: Field, property: &str) {
        let properties = self.properties.entry(field).or_default();
        if !field.is_list() {
            properties.clear();
        }
        if !properties.iter().any(|known| **known == *property) {
            properties.push(property.into());
        }
    }

    /// Makes several properties stand for the parts of a date: the year, then the month and the day where there are
    /// such; none for nothing.
    pub fn set_parts(&mut self, field: Field, properties: &[&str]) {
        if properties.is_empty() {
            self.properties.remove(&field);
        } else {
            let properties = properties.iter().map(|name| (*name).into()).collect();
            self.properties.insert(field, properties);
        }
    }

    /// Whether the date of `field` stands in several properties, a part in each.
    #[must_use]
    pub fn is_in_parts(&self, field: Field) -> bool {
        !field.is_list() && self.properties(field).len() > 1
    }

    /// The date that `property` is the first part of.
    pub(super) fn parts_of(&self, property: &str) -> Option<Field> {
        let mut fields = [Field::Date, Field::EndDate].into_iter();
        fields.find(|field| self.is_in_parts(*field) && self.property(*field) == Some(property))
    }

    /// Notes that somebody has said what stands for `field`.
    pub fn mark_said(&mut self, field: Field) {
        self.said.insert(field);
    }

    /// Whether somebody has said what stands for `field`.
    #[must_use]
    pub fn is_said(&self, field: Field) -> bool {
        self.said.contains(&field)
    }

    /// What a field is in every record that does not say it itself.
    #[must_use]
    pub fn constant(&self, field: Field) -> Option<&str> {
        self.constants.get(&field).map(AsRef::as_ref)
    }

    /// Every field with such a value.
    pub fn constants(&self) -> impl Iterator<Item = (Field, &str)> {
        self.constants
            .iter()
            .map(|(field, value)| (*field, &**value))
    }

    /// Says what a field is in every record that does not say it itself; nothing for `None`.
    pub fn set_constant(&mut self, field: Field, value: Option<&str>) {
        match value {
            Some(value) => {
                self.constants.insert(field, value.into());
            }
            None => {
                self.constants.remove(&field);
            }
        }
    }

    /// Says nothing more of every record.
    pub fn forget_constants(&mut self) {
        self.constants.clear();
    }

    /// Properties that stand for a date where the one that it usually stands in is empty, in their order.
    #[must_use]
    pub fn otherwise(&self) -> &[Box<str>] {
        &self.otherwise
    }

    /// The property that is read where `property` is empty.
    #[must_use]
    pub fn instead_of(&self, property: &str) -> Option<&str> {
        self.instead.get(property).map(AsRef::as_ref)
    }

    /// Has `other` read where `property` is empty.
    pub(super) fn set_instead(&mut self, property: &str, other: &str) {
        self.instead.insert(property.into(), other.into());
    }

    /// Says what the reference system of the coordinates is; as the file states it, or degrees, for `None`.
    pub fn say_crs(&mut self, crs: Option<Crs>, stated: Crs) {
        self.is_crs_said = crs.is_some();
        self.crs = crs.unwrap_or(stated);
    }

    /// Says in what order dates by number are, for the whole file.
    pub fn say_order(&mut self, order: DateOrder) {
        self.date_order = Some(order);
        self.telling_date = None;
    }

    /// Whether every field is one property of a record and is read by itself, without anything that somebody said
    /// of the file as a whole.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let mut all = self.properties.iter();
        self.constants.is_empty()
            && self.otherwise.is_empty()
            && self.instead.is_empty()
            && self.zone.is_none()
            && self.century.is_none()
            && all.all(|(field, names)| {
                let is_one = field.is_list() || names.len() == 1;
                is_one && names.iter().all(|name| !name.contains('.'))
            })
    }

    /// The fields that `name` stands for.
    pub fn fields_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = Field> + 'a {
        self.properties
            .iter()
            .filter(move |(_, names)| names.iter().any(|known| **known == *name))
            .map(|(field, _)| *field)
    }

    /// Whether `name` has a place in the profile.
    #[must_use]
    pub fn uses(&self, name: &str) -> bool {
        self.fields_of(name).next().is_some()
            || self.looks_into(name)
            || DERIVED_COLUMNS.contains(&name)
            || self
                .preset()
                .is_some_and(|preset| preset.understands(&normalised(name)))
    }

    /// Whether a field stands for something inside of `name`.
    fn looks_into(&self, name: &str) -> bool {
        let is_inside = |it: &str| {
            it.strip_prefix(name)
                .is_some_and(|rest| rest.starts_with('.'))
        };
        let mut all = self.properties.values().flatten();
        let mut all = all
            .by_ref()
            .chain(&self.otherwise)
            .chain(self.instead.values());
        all.any(|it| is_inside(it) || **it == *name)
    }

    /// Whether `name` is left out of the records, because the preset does so and nobody has asked
    /// for it.
    #[must_use]
    pub fn withholds(&self, name: &str) -> bool {
        !self.shows_withheld
            && self
                .preset()
                .is_some_and(|preset| preset.withheld().contains(&normalised(name).as_str()))
    }

    /// The names that have no place in the profile and are kept as extra properties.
    #[must_use]
    pub fn extras<'a>(&self, names: &[&'a str]) -> Vec<&'a str> {
        let is_extra = |name: &&&str| !self.uses(name) && !self.withholds(name);
        names.iter().filter(is_extra).copied().collect()
    }
}

/// Whether the profile has a member of this name, in whatever language, so that an extra property may not take it.
#[must_use]
pub fn is_profile_name(name: &str) -> bool {
    /// Made once: this is asked of every cell that is exported.
    static PROFILE: LazyLock<Mapping> = LazyLock::new(Mapping::profile);
    profile::property(name).is_some() || PROFILE.uses(name)
}

/// Whether the profile has a property of this field's name; the others are parts of something else
/// in it.
const fn is_of_profile(field: Field) -> bool {
    !matches!(
        field,
        Field::Id
            | Field::EndDate
            | Field::DatePrecision
            | Field::EndPrecision
            | Field::Latitude
            | Field::Longitude
            | Field::Geometry
    )
}

#[cfg(test)]
mod tests;
