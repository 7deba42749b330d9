//! Which property of a foreign file stands for which field of the profile, and by which convention
//! its values are written.
//!
//! A [`Mapping`] is guessed from the names of the columns, set by a [`Preset`] that recognises
//! them, or made by the analyst; [`super::Record::read`] reads through it.

mod field;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use field::Field;

use super::{
    crs::Crs,
    preset::{DERIVED_COLUMNS, Preset},
};

/// How the values of a file are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Convention {
    /// As the record profile says.
    Profile,
    /// In no known way: words and dates are taken for what they are.
    #[default]
    Foreign,
    /// As a known dataset writes them, codes included.
    Preset(Preset),
}

/// Whether the day or the month comes first in a date such as 03/04/2023.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// 3 April.
    Dmy,
    /// 4 March.
    Mdy,
}

impl DateOrder {
    /// Both, as they are offered.
    pub const ALL: [Self; 2] = [Self::Dmy, Self::Mdy];

    /// The name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dmy => "dmy",
            Self::Mdy => "mdy",
        }
    }

    /// The order that the command line calls `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }
}

/// Property names by field. A field that is not in it is read from nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    convention: Convention,
    properties: BTreeMap<Field, Vec<Box<str>>>,
    /// The order of numeric dates, where somebody has said it.
    pub date_order: Option<DateOrder>,
    /// Whether latitude and longitude have changed places in the file.
    pub is_swapped: bool,
    /// The reference system of its coordinates.
    pub crs: Crs,
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

    /// The preset that the names are those of, else a guess.
    #[must_use]
    pub fn of_names(names: &[&str]) -> Self {
        match Preset::recognise(names) {
            Some(preset) => Self::of_preset(preset, names),
            None => Self::guess(names.iter().copied()),
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
        mapping
    }

    /// A guess from the property names of a foreign file, by case-insensitive name.
    #[must_use]
    pub fn guess<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let names: Vec<&str> = names.into_iter().collect();
        let find = |usual: &str| names.iter().find(|name| normalised(name) == usual).copied();
        let mut mapping = Self::default();
        for field in Field::ALL {
            let name = field.usual_names().iter().find_map(|usual| find(usual));
            mapping.set(field, name);
        }
        if !mapping.property(Field::Date).is_some_and(begins) {
            mapping.set(Field::EndDate, None);
        }
        mapping
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
            || DERIVED_COLUMNS.contains(&name)
            || self
                .preset()
                .is_some_and(|preset| preset.understands(&normalised(name)))
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

/// Whether the profile has a property of this field's name; the others are parts of something else
/// in it.
const fn is_of_profile(field: Field) -> bool {
    !matches!(
        field,
        Field::Id
            | Field::EndDate
            | Field::DatePrecision
            | Field::Latitude
            | Field::Longitude
            | Field::Geometry
    )
}

/// Whether a property names the beginning of something, so that another may name its end. A date
/// beside derived bounds is complete in itself.
fn begins(name: &str) -> bool {
    let name = normalised(name);
    name.contains("start") || name.contains("begin")
}

/// Lower case, with spaces as underscores.
pub(super) fn normalised(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_names_are_found_whatever_their_case() {
        let mapping = Mapping::guess(["Name", "Event Date", "lat", "lon"]);
        assert_eq!(mapping.property(Field::Date), Some("Event Date"));
        assert_eq!(mapping.property(Field::Title), Some("Name"));
        assert_eq!(mapping.property(Field::Status), None);
    }

    #[test]
    fn start_and_end_make_an_interval() {
        let mapping = Mapping::guess(["start", "end"]);
        assert_eq!(mapping.property(Field::Date), Some("start"));
        assert_eq!(mapping.property(Field::EndDate), Some("end"));
    }

    #[test]
    fn a_whole_date_has_no_end_beside_it() {
        let mapping = Mapping::guess(["start", "end", "date"]);
        assert_eq!(mapping.property(Field::Date), Some("date"));
        assert_eq!(mapping.property(Field::EndDate), None);
    }

    #[test]
    fn the_profile_maps_every_field_to_its_own_name() {
        let mapping = Mapping::profile();
        assert_eq!(mapping.property(Field::Date), Some("date"));
        assert_eq!(mapping.property(Field::EndDate), None);
    }

    #[test]
    fn what_nothing_stands_for_is_an_extra() {
        let mapping = Mapping::guess(["date", "lat", "lon", "colour"]);
        assert_eq!(
            mapping.extras(&["date", "lat", "lon", "colour"]),
            ["colour"]
        );
    }

    #[test]
    fn several_columns_may_stand_for_the_actors_and_one_for_a_title() {
        let mut mapping = Mapping::default();
        for field in [Field::Actors, Field::Title] {
            mapping.add(field, "a");
            mapping.add(field, "b");
        }
        assert_eq!(mapping.properties(Field::Actors).len(), 2);
        assert_eq!(mapping.properties(Field::Title), ["b".into()]);
    }
}
