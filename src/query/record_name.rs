//! What a record is called, in tables, cards, lists, search and wherever else it is named.

use crate::model::{Lang, Localised, Record, RecordId};

/// What names a record: the first of these that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordName<'a> {
    /// Its title.
    Title(&'a Localised),
    /// Its place, where it has no title.
    Place(&'a Localised),
    /// Its id, where it has neither.
    Id(&'a RecordId),
}

impl<'a> RecordName<'a> {
    /// Finds the name of a record; `None` when it has neither title nor place nor id.
    #[must_use]
    pub fn of(record: &'a Record) -> Option<Self> {
        let has_words = |text: &Localised| text.best(Lang::En).is_some();
        if has_words(&record.title) {
            Some(Self::Title(&record.title))
        } else if has_words(&record.place.name) {
            Some(Self::Place(&record.place.name))
        } else {
            record.id.as_ref().map(Self::Id)
        }
    }

    /// Returns the name for a reader of `lang`, in another language where it has none in theirs.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'a str {
        match self {
            Self::Title(text) | Self::Place(text) => text.best(lang).map_or("", |(text, _)| text),
            Self::Id(id) => id.as_str(),
        }
    }
}
