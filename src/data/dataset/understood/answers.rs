//! What settles a doubt: a word on the command line and a change of the mapping alike.

use crate::model::{Century, DateOrder, Field, Mapping};

/// Something that somebody can say of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// This column, or these columns with commas between them, stands for a field.
    Column(Field, String),
    /// All records have one date, which is still to be named.
    WholeDate,
    /// Two columns are latitude and longitude, which are still to be named.
    Degrees,
    /// A column holds geometries, and is still to be named.
    Shape,
    /// Dates by number are in this order.
    Order(DateOrder),
    /// Latitude and longitude have changed places.
    Swap,
    /// Times of day are those of a zone, which is still to be named.
    Zone,
    /// Coordinates are those of a reference system, which is still to be named.
    Crs,
    /// Years of two digits are of this century.
    Century(Century),
}

impl Answer {
    /// Returns it as an option of the command line, with an example for what is still to be named.
    #[must_use]
    pub fn option(&self) -> String {
        match self {
            Self::Column(field, column) => format!("--map {}={}", field.name(), quoted(column)),
            Self::WholeDate => "--date 2022".to_owned(),
            Self::Degrees => "--map latitude=NAME --map longitude=NAME".to_owned(),
            Self::Shape => "--map geometry=NAME".to_owned(),
            Self::Order(order) => format!("--date-order {}", order.name()),
            Self::Swap => "--swap-coordinates".to_owned(),
            Self::Zone => "--zone Africa/Bamako".to_owned(),
            Self::Crs => "--crs EPSG:32630".to_owned(),
            Self::Century(century) => format!("--century {}", century.first_year()),
        }
    }

    /// Changes a mapping as it says; `false` where something is still to be named.
    pub fn apply(&self, mapping: &mut Mapping) -> bool {
        match self {
            Self::Column(field, column) => {
                mapping.set(*field, Some(column));
                mapping.mark_said(*field);
            }
            Self::Order(order) => mapping.say_order(*order),
            Self::Swap => mapping.is_swapped = !mapping.is_swapped,
            Self::Century(century) => mapping.century = Some(*century),
            Self::WholeDate | Self::Degrees | Self::Shape | Self::Zone | Self::Crs => return false,
        }
        true
    }
}

/// A name as a shell takes it.
fn quoted(name: &str) -> String {
    if name
        .chars()
        .all(|letter| letter.is_alphanumeric() || "_-.".contains(letter))
    {
        name.to_owned()
    } else {
        format!(
            "\"{}\"",
            name.replace('"', "\\\"").replace(['\n', '\r'], " ")
        )
    }
}
