//! The properties of the record profile, each named once.
//!
//! Whatever has to know which properties there are and what they hold reads [`PROPERTIES`]: the readers of JSON and
//! of cells, export, search, the card. What a property *means* stays with the type that holds it
//! ([`Record`](super::Record)); a property that only has to be kept, shown, searched and exported is a line here.

/// What a property holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PropertyKind {
    /// A word of a vocabulary, such as a status.
    Word,
    /// A text in up to three languages: `title`, `title:fr`, `title:ar`.
    Localised,
    /// An EDTF date.
    Date,
    /// A number.
    Number,
    /// A list of texts.
    Texts,
    /// A list of ids of sources.
    Ids,
    /// A list of objects that may hold texts.
    Objects,
    /// A list of links to other records.
    Links,
    /// An object of words, dates and texts, kept as it stands; the card says its members one after another.
    Members,
    /// A bound that an export derives from the date; it says nothing of its own.
    Derived,
}

/// A property of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Property {
    /// Its name in a file, without a language.
    pub name: &'static str,
    /// What it holds.
    pub kind: PropertyKind,
    /// Whether every table of ours has a column of it, so that the table is known again as one of ours.
    pub is_always_a_column: bool,
    /// Whether a column of a foreign file can stand for it ([`Field`](super::Field)).
    pub is_field: bool,
}

/// A property that a column of a foreign file can stand for.
const fn field(name: &'static str, kind: PropertyKind) -> Property {
    Property {
        name,
        kind,
        is_always_a_column: false,
        is_field: true,
    }
}

/// A property that only files of the profile have.
const fn own(name: &'static str, kind: PropertyKind) -> Property {
    Property {
        is_field: false,
        ..field(name, kind)
    }
}

const fn always(property: Property) -> Property {
    Property {
        is_always_a_column: true,
        ..property
    }
}

/// Every property of the profile, in the order in which a record is written.
pub const PROPERTIES: [Property; 23] = [
    always(field("layer", PropertyKind::Word)),
    always(field("kind", PropertyKind::Word)),
    always(field("title", PropertyKind::Localised)),
    field("summary", PropertyKind::Localised),
    always(field("date", PropertyKind::Date)),
    own("date_basis", PropertyKind::Localised),
    own("last_confirmed", PropertyKind::Date),
    field("reported", PropertyKind::Date),
    field("place", PropertyKind::Localised),
    always(field("place_precision", PropertyKind::Word)),
    own("place_radius_km", PropertyKind::Number),
    own("place_basis", PropertyKind::Localised),
    field("status", PropertyKind::Word),
    field("actors", PropertyKind::Texts),
    own("quantities", PropertyKind::Objects),
    own("equipment", PropertyKind::Objects),
    own("claims", PropertyKind::Objects),
    field("sources", PropertyKind::Ids),
    own("related", PropertyKind::Links),
    own("evidence", PropertyKind::Objects),
    own("review", PropertyKind::Members),
    own("start", PropertyKind::Derived),
    own("end", PropertyKind::Derived),
];

/// The property that a file calls `name`, in whatever language.
#[must_use]
pub fn property(name: &str) -> Option<&'static Property> {
    let base = name.split_once(':').map_or(name, |(base, _)| base);
    PROPERTIES.iter().find(|property| property.name == base)
}

/// The names of the properties that `is_meant` picks, in order.
pub fn names(is_meant: impl Fn(&Property) -> bool) -> impl Iterator<Item = &'static str> {
    let meant = PROPERTIES.iter().filter(move |property| is_meant(property));
    meant.map(|property| property.name)
}

impl Property {
    /// Whether it is a list of objects.
    #[must_use]
    pub const fn is_structured(&self) -> bool {
        matches!(self.kind, PropertyKind::Objects | PropertyKind::Links)
    }

    /// Whether the text of a cell of it is JSON and not the value itself.
    #[must_use]
    pub fn is_json(&self, cell: &str) -> bool {
        match self.kind {
            PropertyKind::Number => true,
            PropertyKind::Members => cell.starts_with('{'),
            PropertyKind::Texts
            | PropertyKind::Ids
            | PropertyKind::Objects
            | PropertyKind::Links => cell.starts_with('['),
            _ => false,
        }
    }

    /// Whether a search for text looks into it: words of vocabularies, dates, numbers and ids are found by their
    /// filters instead.
    #[must_use]
    pub const fn is_searched(&self) -> bool {
        matches!(
            self.kind,
            PropertyKind::Localised
                | PropertyKind::Texts
                | PropertyKind::Objects
                | PropertyKind::Members
        )
    }

    /// Whether it says something of its own.
    #[must_use]
    pub fn is_derived(&self) -> bool {
        self.kind == PropertyKind::Derived
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Field, *};

    #[test]
    fn a_field_of_a_mapping_that_the_profile_has_is_one_of_its_properties() {
        for property in PROPERTIES.iter().filter(|property| property.is_field) {
            assert!(
                Field::from_name(property.name).is_some(),
                "{}",
                property.name
            );
        }
        for property in PROPERTIES.iter().filter(|property| !property.is_field) {
            assert_eq!(Field::from_name(property.name), None, "{}", property.name);
        }
    }

    #[test]
    fn a_property_is_known_in_every_language() {
        assert_eq!(property("title:ar"), property("title"));
        assert_eq!(property("titles"), None);
    }
}
