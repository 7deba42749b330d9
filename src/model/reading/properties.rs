//! What the reading rules read: the properties of one record, wherever they stand.

use std::borrow::Cow;

use crate::model::{
    bounds::Second,
    crs::Crs,
    date::{DateShape, WhenError},
    date_order::DateOrder,
    issue::IssueKind,
    layer::{Kind, Layer},
    mapping::{Field, Mapping},
    preset::Preset,
    written_date::{EpochUnit, edtf_text},
};

/// The properties of one record under reading.
///
/// There are two readers. The one over parsed JSON never stops and notes whatever is wrong. The one over spans of
/// the file stops at anything out of the ordinary, so that the first has to read the record. The rules are the same.
pub trait Properties<'a> {
    /// What finds a property: its name, or a number that stands for it.
    type Key: Copy;
    /// A date as the reader keeps it.
    type Date: AsRef<DateShape>;
    /// Why reading ends early.
    type Stop;

    /// Whether the property is there and not `null`.
    fn is_there(&self, key: Self::Key) -> bool;

    /// A text; numbers and booleans as they are written.
    ///
    /// # Errors
    /// Where the reader stops.
    fn text(&self, key: Self::Key) -> Result<Option<Cow<'a, str>>, Self::Stop>;

    /// A finite number.
    ///
    /// # Errors
    /// Where the reader stops.
    fn number(&self, key: Self::Key) -> Result<Option<f64>, Self::Stop>;

    /// A list of texts, or one text; of objects the links in them, where `has_links`.
    ///
    /// # Errors
    /// Where the reader stops.
    fn items(&self, key: Self::Key, has_links: bool) -> Result<Items<'a>, Self::Stop>;

    /// The id in a property; `None`: that of the record itself, beside its properties.
    ///
    /// # Errors
    /// Where the reader stops.
    fn id(&self, key: Option<Self::Key>) -> Result<Option<Id<'a>>, Self::Stop>;

    /// Whether the record itself has an id, even one that is none.
    fn has_own_id(&self) -> bool;

    /// Notes what is wrong with a property.
    ///
    /// # Errors
    /// Where the reader stops.
    fn note(&mut self, key: Self::Key, kind: IssueKind, value: &str) -> Result<(), Self::Stop>;

    /// The EDTF of a text that the file has as a date.
    ///
    /// # Errors
    /// What keeps the text from being one.
    fn edtf<'w>(&self, written: &'w str, writing: Writing) -> Result<Cow<'w, str>, WhenError> {
        writing.edtf(written)
    }

    /// What is wrong with a text that is refused as a date.
    fn refusal(&self, error: WhenError, written: &str) -> IssueKind {
        let _ = written;
        error.into()
    }

    /// Reads a date.
    ///
    /// # Errors
    /// What keeps the text from being one.
    fn date(&mut self, written: &str, writing: Writing) -> Result<Self::Date, WhenError>;

    /// The date that a second since 1970 is; `None`: it is to be read as a text.
    fn moment(&self, second: Second) -> Option<Self::Date>;

    /// The layer called `name`.
    fn layer(&mut self, name: &str) -> Layer;
}

/// What a list of texts may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Items<'a> {
    /// Not there.
    Absent,
    /// One text, which may join several.
    One(Cow<'a, str>),
    /// A list.
    Many(Vec<Cow<'a, str>>),
}

/// An id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Id<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A number, as it is written.
    Number(Cow<'a, str>),
}

impl Id<'_> {
    /// The id as it is written.
    #[must_use]
    pub fn written(&self) -> &str {
        match self {
            Self::Text(id) | Self::Number(id) => id,
        }
    }
}

/// How the dates of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Writing {
    /// In EDTF.
    Profile,
    /// In the forms that foreign files use; numeric dates in this order.
    Foreign(Option<DateOrder>),
    /// As numbers that count from 1970 on, or in the forms that foreign files use.
    Numbers(EpochUnit),
}

impl Writing {
    /// The EDTF text of `written`.
    ///
    /// # Errors
    /// What keeps the text from being a date.
    pub fn edtf(self, written: &str) -> Result<Cow<'_, str>, WhenError> {
        match self {
            Self::Profile => Ok(Cow::Borrowed(written)),
            Self::Foreign(order) => edtf_text(written, order),
            Self::Numbers(unit) => match unit.edtf(written) {
                Some(text) => Ok(Cow::Owned(text)),
                None => edtf_text(written, None),
            },
        }
    }
}

/// Which properties the rules read a record from. `K` finds one: its name, or a number that stands for it.
#[derive(Clone, Debug)]
pub struct Plan<K> {
    /// The id of a record that has none of its own.
    pub id: Option<K>,
    /// What it belongs to.
    pub layer: Option<K>,
    /// Event or presence.
    pub kind: Option<K>,
    /// The date, or the start of an interval.
    pub date: Option<K>,
    /// The end of the interval.
    pub end_date: Option<K>,
    /// A code for how finely the date is known.
    pub date_precision: Option<K>,
    /// The same for the end of the interval.
    pub end_precision: Option<K>,
    /// The bounds that an export derived from the date.
    pub derived: [K; 2],
    /// When a presence was seen last.
    pub last_confirmed: K,
    /// When the record became known.
    pub reported: Option<K>,
    /// How well the place is known, a word or a code.
    pub place_precision: Option<K>,
    /// Radius of uncertainty in kilometres.
    pub radius_km: K,
    /// Well-known text.
    pub geometry: Option<K>,
    /// Degrees north.
    pub latitude: Option<K>,
    /// Degrees east.
    pub longitude: Option<K>,
    /// Who stands behind it.
    pub status: Option<K>,
    /// Who took part.
    pub actors: Vec<K>,
    /// What it cites.
    pub sources: Vec<K>,
    /// The dataset whose codes the file is written in.
    pub preset: Option<Preset>,
    /// How its dates are written.
    pub writing: Writing,
    /// Whether another word than those of the profile is an issue.
    pub binds_words: bool,
    /// Whether latitude and longitude have changed places.
    pub is_swapped: bool,
    /// The reference system of its coordinates.
    pub crs: Crs,
    /// Event or presence, where somebody or the dataset says it of every record that does not say it itself.
    pub usual_kind: Option<Kind>,
}

impl<'m> Plan<&'m str> {
    /// The properties that stand for each field under a mapping.
    #[must_use]
    pub fn of(mapping: &'m Mapping) -> Self {
        let list = |field| mapping.properties(field).iter().map(AsRef::as_ref);
        Self {
            // Programs that keep no id beside the properties put it among them.
            id: mapping
                .property(Field::Id)
                .or_else(|| mapping.is_profile().then_some("id")),
            layer: mapping.property(Field::Layer),
            kind: mapping.property(Field::Kind),
            date: mapping.property(Field::Date),
            end_date: mapping.property(Field::EndDate),
            date_precision: mapping.property(Field::DatePrecision),
            end_precision: mapping
                .property(Field::EndPrecision)
                .or_else(|| mapping.property(Field::DatePrecision)),
            derived: ["start", "end"],
            last_confirmed: "last_confirmed",
            reported: mapping.property(Field::Reported),
            place_precision: mapping.property(Field::PlacePrecision),
            radius_km: "place_radius_km",
            geometry: mapping.property(Field::Geometry),
            latitude: mapping.property(Field::Latitude),
            longitude: mapping.property(Field::Longitude),
            status: mapping.property(Field::Status),
            actors: list(Field::Actors).collect(),
            sources: list(Field::Sources).collect(),
            preset: mapping.preset(),
            writing: match mapping.epoch {
                _ if mapping.is_profile() => Writing::Profile,
                Some(unit) => Writing::Numbers(unit),
                None => Writing::Foreign(mapping.date_order),
            },
            binds_words: mapping.binds_words(),
            is_swapped: mapping.is_swapped,
            crs: mapping.crs,
            usual_kind: mapping
                .constant(Field::Kind)
                .and_then(Kind::from_name)
                .or_else(|| mapping.preset()?.kind()),
        }
    }
}

impl<K> Plan<K> {
    /// The same with what `find` finds each property by.
    #[must_use]
    pub fn found_by<L>(self, mut find: impl FnMut(K) -> L) -> Plan<L> {
        Plan {
            id: self.id.map(&mut find),
            layer: self.layer.map(&mut find),
            kind: self.kind.map(&mut find),
            date: self.date.map(&mut find),
            end_date: self.end_date.map(&mut find),
            date_precision: self.date_precision.map(&mut find),
            end_precision: self.end_precision.map(&mut find),
            derived: self.derived.map(&mut find),
            last_confirmed: find(self.last_confirmed),
            reported: self.reported.map(&mut find),
            place_precision: self.place_precision.map(&mut find),
            radius_km: find(self.radius_km),
            geometry: self.geometry.map(&mut find),
            latitude: self.latitude.map(&mut find),
            longitude: self.longitude.map(&mut find),
            status: self.status.map(&mut find),
            actors: self.actors.into_iter().map(&mut find).collect(),
            sources: self.sources.into_iter().map(&mut find).collect(),
            preset: self.preset,
            writing: self.writing,
            binds_words: self.binds_words,
            is_swapped: self.is_swapped,
            crs: self.crs,
            usual_kind: self.usual_kind,
        }
    }

    /// Whether the file follows the profile.
    #[must_use]
    pub fn is_profile(&self) -> bool {
        self.writing == Writing::Profile
    }
}
