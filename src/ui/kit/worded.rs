//! Texts of records in the language of the reader, or visibly in another.

use crate::{
    data::Dataset,
    model::{Lang, Localised, Record, RowId},
    query::RecordName,
    text::{Catalogue, args, bidi},
};

/// A text to show and, where it is not in the language of the program, the language it is in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worded {
    /// The text, in logical order.
    pub text: String,
    /// The language it fell back to.
    pub fallback: Option<Lang>,
}

impl Worded {
    /// A text that needs no language tag.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            fallback: None,
        }
    }

    /// The best form of `text` for a reader of `lang`; `None` when there is no form at all.
    ///
    /// Only files of the profile say which language an unsuffixed text is in, so only theirs
    /// (`is_profile`) are tagged.
    #[must_use]
    pub fn of(text: &Localised, lang: Lang, is_profile: bool) -> Option<Self> {
        let (text, found) = text.best(lang)?;
        Some(Self {
            text: text.to_owned(),
            fallback: (is_profile && found != lang).then_some(found),
        })
    }
}

/// A name from a file, so wrapped that it keeps its direction inside a line of the program's.
#[must_use]
pub fn set_apart(words: &Catalogue, name: &str) -> String {
    if words.lang().is_rtl() || bidi::has_rtl(name) {
        bidi::isolated(&bidi::as_shown(name))
    } else {
        name.to_owned()
    }
}

/// Whether the file of `row` follows the record profile.
#[must_use]
pub fn is_profile(dataset: &Dataset, row: RowId) -> bool {
    dataset.file_of(row).follows_profile()
}

/// Returns what a record is called wherever it is named: by the rule of [`RecordName`], else by its number in the file.
#[must_use]
pub fn title(words: &Catalogue, dataset: &Dataset, row: RowId) -> Worded {
    let record = dataset.record(row);
    let named = |record: &Record| match RecordName::of(record)? {
        RecordName::Title(text) | RecordName::Place(text) => {
            Worded::of(text, words.content(), is_profile(dataset, row))
        }
        RecordName::Id(id) => Some(Worded::plain(id.as_str())),
    };
    record
        .as_deref()
        .and_then(named)
        .unwrap_or_else(|| Worded::plain(words.with("record-number", args!(n: row.ordinal()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_another_language_says_which() {
        let text = Localised::english("Moura");
        assert_eq!(
            Worded::of(&text, Lang::Fr, true).unwrap().fallback,
            Some(Lang::En)
        );
        assert_eq!(Worded::of(&text, Lang::En, true).unwrap().fallback, None);
    }

    #[test]
    fn a_foreign_file_does_not_say_its_language() {
        let text = Localised::english("Moura");
        assert_eq!(Worded::of(&text, Lang::Ar, false).unwrap().fallback, None);
    }
}
