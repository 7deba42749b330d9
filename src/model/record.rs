//! The typed view of one GeoJSON feature. The bytes it was read from stay the truth.

use std::fmt;

use super::{
    evidence::{CitedWords, ValueEvidence},
    lang::Localised,
    layer::{Kind, Layer},
    place::Place,
    quantity::{Equipment, Quantity},
    span::Span,
    status::Status,
    when::When,
};
use geo::Geometry;

/// The `id` of a feature: a string, or a number kept as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordId {
    /// `"moura-2022"`.
    Text(Box<str>),
    /// `17`, in the digits of the file.
    Number(Box<str>),
}

impl RecordId {
    /// The id without quotes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) => text,
        }
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Who says what; claims stand side by side and are never merged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// The claimant.
    pub by: Localised,
    /// What is claimed, in our own words.
    pub says: Localised,
    /// How well the claim is upheld.
    pub status: Option<Status>,
    /// Id of the source that carries it.
    pub source: Option<Box<str>>,
    /// Where in the source.
    pub locator: Option<Box<str>>,
    /// The words that it rests on.
    pub words: Option<CitedWords>,
}

/// How one record stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relationship {
    /// It is counted in the other already.
    PartOf,
    /// It may be the same thing.
    PerhapsSame,
    /// Both cannot be true.
    Contradicts,
    /// It came after the other.
    After,
    /// It came before the other.
    Before,
}

impl Relationship {
    /// Every relationship.
    pub const ALL: [Self; 5] = [
        Self::PartOf,
        Self::PerhapsSame,
        Self::Contradicts,
        Self::After,
        Self::Before,
    ];

    /// The name as files write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PartOf => "part-of",
            Self::PerhapsSame => "same-as?",
            Self::Contradicts => "contradicts",
            Self::After => "after",
            Self::Before => "before",
        }
    }

    /// The relationship that a file calls `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|as_| as_.name() == name)
    }
}

/// A link to another record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The other record.
    pub id: Box<str>,
    /// How this record stands to it.
    pub relationship: Relationship,
}

/// Everything that the profile knows of a feature.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// `id`; absent in many foreign files.
    pub id: Option<RecordId>,
    /// Where; `None`: the record is unplaced.
    pub geometry: Option<Geometry<f64>>,
    /// What sort of thing it is; foreign records without one are context.
    pub layer: Layer,
    /// How it fills its date.
    pub kind: Kind,
    /// Title.
    pub title: Localised,
    /// Two or three sentences.
    pub summary: Localised,
    /// When; `None`: the record is undated.
    pub date: Option<When>,
    /// How the date was derived.
    pub date_basis: Localised,
    /// The last date at which a source attests a presence.
    pub last_confirmed: Option<When>,
    /// When it became known, where the file itself says so.
    pub reported: Option<When>,
    /// Where, in words.
    pub place: Place,
    /// Who stands behind it.
    pub status: Option<Status>,
    /// Who took part.
    pub actors: Vec<Box<str>>,
    /// Numbers, as stated.
    pub quantities: Vec<Quantity>,
    /// Equipment, as stated.
    pub equipment: Vec<Equipment>,
    /// Who says what.
    pub claims: Vec<Claim>,
    /// Ids of the sources.
    pub sources: Vec<Box<str>>,
    /// Links to other records.
    pub related: Vec<Related>,
    /// Which words its values rest on.
    pub evidence: Vec<ValueEvidence>,
}

impl Record {
    /// The four bounds of its date, when it has one.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        let date = self.date.as_ref()?;
        Some(Span::of(date, self.kind, self.last_confirmed.as_ref()))
    }

    /// The ids of the documents that it cites, its own first, then those of its claims; one that is cited twice comes twice.
    pub fn cited(&self) -> impl Iterator<Item = &Box<str>> {
        let of_claims = self.claims.iter().filter_map(|claim| claim.source.as_ref());
        self.sources.iter().chain(of_claims)
    }
}
