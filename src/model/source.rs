//! A document that records cite.

use serde_json::{Map, Value};

use super::{
    lang::Localised,
    reader::{self, Reader},
    when::When,
};

/// One entry of the collection's `sources`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// What records cite it by.
    pub id: Box<str>,
    /// Title.
    pub title: Localised,
    /// Publisher; absent when the document does not say.
    pub publisher: Localised,
    /// BCP 47 language tag.
    pub language: Option<Box<str>>,
    /// When it was published.
    pub published: Option<When>,
    /// `printed` or `inferred`.
    pub published_basis: Option<Box<str>>,
    /// How the date of publication was inferred.
    pub published_note: Localised,
    /// `news`, `ngo`, `think-tank`, `official` or `dataset`.
    pub kind: Option<Box<str>>,
    /// Address.
    pub url: Option<Box<str>>,
    /// Address of an archived copy.
    pub archived_url: Option<Box<str>>,
    /// SHA-256 of the document, in small letters.
    pub sha256: Option<Box<str>>,
    /// Id of the source that it repeats.
    pub origin: Option<Box<str>>,
}

impl Source {
    /// Reads an entry; `None` when it has no id to cite it by.
    #[must_use]
    pub fn read(entry: &Map<String, Value>) -> Option<Self> {
        let reader = Reader::new(entry);
        Some(Self {
            id: reader.text("id")?,
            title: reader.localised("title"),
            publisher: reader.localised("publisher"),
            language: reader.text("language"),
            published: reader
                .text("published")
                .and_then(|text| When::parse(&text).ok()),
            published_basis: reader.text("published_basis"),
            published_note: reader.localised("published_note"),
            kind: reader.text("kind"),
            url: reader.text("url"),
            archived_url: reader.text("archived_url"),
            sha256: reader.text("sha256"),
            origin: reader.text("origin"),
        })
    }

    /// Reads the collection member `sources`; entries without an id are left out.
    #[must_use]
    pub fn read_all(member: &Value) -> Vec<Self> {
        reader::objects(member).filter_map(Self::read).collect()
    }

    /// What stands behind it: the source that it repeats, else itself.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.origin.as_deref().unwrap_or(&self.id)
    }
}
