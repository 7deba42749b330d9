//! Which property of a foreign file stands for which field of the profile.

use std::collections::BTreeMap;

/// A field of the profile that a foreign property can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// `date`.
    Date,
    /// The last day of an interval that begins with the property mapped to `date`.
    EndDate,
    /// `reported`.
    Reported,
    /// `layer`.
    Layer,
    /// `kind`.
    Kind,
    /// `title`.
    Title,
    /// `summary`.
    Summary,
    /// `place`.
    Place,
    /// `status`.
    Status,
    /// `actors`.
    Actors,
}

impl Field {
    /// Every field, in the order a mapping shows them.
    pub const ALL: [Self; 10] = [
        Self::Date,
        Self::EndDate,
        Self::Reported,
        Self::Layer,
        Self::Kind,
        Self::Title,
        Self::Summary,
        Self::Place,
        Self::Status,
        Self::Actors,
    ];

    /// The name of the profile.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::EndDate => "end_date",
            Self::Reported => "reported",
            Self::Layer => "layer",
            Self::Kind => "kind",
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Place => "place",
            Self::Status => "status",
            Self::Actors => "actors",
        }
    }

    /// Catalogue key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Date => "field-date",
            Self::EndDate => "field-end_date",
            Self::Reported => "field-reported",
            Self::Layer => "field-layer",
            Self::Kind => "field-kind",
            Self::Title => "field-title",
            Self::Summary => "field-summary",
            Self::Place => "field-place",
            Self::Status => "field-status",
            Self::Actors => "field-actors",
        }
    }

    /// The field that the profile calls `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// Names that foreign files commonly use, best first.
    const fn usual_names(self) -> &'static [&'static str] {
        match self {
            Self::Date => &[
                "date",
                "event_date",
                "date_start",
                "start_date",
                "start",
                "begin",
                "begins",
                "datetime",
                "timestamp",
                "time",
                "when",
                "day",
            ],
            Self::EndDate => &["end_date", "date_end", "end", "ends", "finish", "until"],
            Self::Reported => &["reported", "published", "date_reported", "source_date"],
            Self::Layer => &["layer", "event_type", "type", "category", "class"],
            Self::Kind => &["kind"],
            Self::Title => &["title", "name", "headline", "label", "event"],
            Self::Summary => &["summary", "description", "notes", "text", "comment"],
            Self::Place => &[
                "place", "location", "town", "site", "admin2", "admin1", "city",
            ],
            Self::Status => &["status"],
            Self::Actors => &["actors", "actor", "actor1", "side_a", "faction", "group"],
        }
    }
}

/// Property names by field. A field that is not in it is read from nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    properties: BTreeMap<Field, Box<str>>,
}

impl Mapping {
    /// The mapping of a file that follows the profile: every field has its own name.
    #[must_use]
    pub fn profile() -> Self {
        let properties = Field::ALL
            .into_iter()
            .filter(|field| *field != Field::EndDate)
            .map(|field| (field, field.name().into()))
            .collect();
        Self { properties }
    }

    /// A guess from the property names of a foreign file, by case-insensitive name.
    #[must_use]
    pub fn guess<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let names: Vec<&str> = names.into_iter().collect();
        let find = |usual: &str| names.iter().find(|name| normalised(name) == usual).copied();
        let properties: BTreeMap<Field, Box<str>> = Field::ALL
            .into_iter()
            .filter_map(|field| {
                let name = field.usual_names().iter().find_map(|usual| find(usual))?;
                Some((field, name.into()))
            })
            .collect();
        let mut mapping = Self { properties };
        if !mapping.property(Field::Date).is_some_and(begins) {
            mapping.set(Field::EndDate, None);
        }
        mapping
    }

    /// The property that stands for `field`.
    #[must_use]
    pub fn property(&self, field: Field) -> Option<&str> {
        self.properties.get(&field).map(AsRef::as_ref)
    }

    /// Makes `property` stand for `field`, or nothing.
    pub fn set(&mut self, field: Field, property: Option<&str>) {
        match property {
            Some(property) => {
                self.properties.insert(field, property.into());
            }
            None => {
                self.properties.remove(&field);
            }
        }
    }
}

/// Whether a property names the beginning of something, so that another may name its end. A date
/// beside derived bounds is complete in itself.
fn begins(name: &str) -> bool {
    let name = normalised(name);
    name.contains("start") || name.contains("begin")
}

/// Lower case, with spaces as underscores.
fn normalised(name: &str) -> String {
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
}
