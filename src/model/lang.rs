//! The three languages, and a text that may exist in each of them.

use std::fmt;

/// A language of the program and of the records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// English, the language of unsuffixed properties.
    #[default]
    En,
    /// French.
    Fr,
    /// Arabic.
    Ar,
}

impl Lang {
    /// Every language, in the order menus show them.
    pub const ALL: [Self; 3] = [Self::En, Self::Fr, Self::Ar];

    /// The BCP 47 code: `en`, `fr` or `ar`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ar => "ar",
        }
    }

    /// The language of a BCP 47 tag or POSIX locale (`fr`, `fr-ML`, `ar_EG.UTF-8`), if it is one of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next()?;
        Self::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }

    /// Whether the language is written from right to left.
    #[must_use]
    pub const fn is_rtl(self) -> bool {
        matches!(self, Self::Ar)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// One text in up to three languages, in logical order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Localised {
    texts: [Option<Box<str>>; 3],
}

impl Localised {
    /// A text with nothing but its English form.
    #[must_use]
    pub fn english(text: &str) -> Self {
        Self::default().with(Lang::En, text)
    }

    /// The same text with its form in `lang` set.
    #[must_use]
    pub fn with(mut self, lang: Lang, text: &str) -> Self {
        if let Some(slot) = self.texts.get_mut(lang as usize) {
            *slot = Some(text.into());
        }
        self
    }

    /// The text in exactly this language.
    #[must_use]
    pub fn exact(&self, lang: Lang) -> Option<&str> {
        self.texts.get(lang as usize)?.as_deref()
    }

    /// The text in `lang`, else in English, else in any language, with the language it is in.
    #[must_use]
    pub fn best(&self, lang: Lang) -> Option<(&str, Lang)> {
        [lang, Lang::En, Lang::Fr, Lang::Ar]
            .into_iter()
            .find_map(|lang| Some((self.exact(lang)?, lang)))
    }

    /// The text of [`Localised::best`], or nothing.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        self.best(lang).map_or("", |(text, _)| text)
    }

    /// Every form of the text.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().flatten().map(AsRef::as_ref)
    }

    /// Whether no language has a text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.iter().all(Option::is_none)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_of_the_system_are_recognised() {
        assert_eq!(Lang::from_tag("fr_ML.UTF-8"), Some(Lang::Fr));
        assert_eq!(Lang::from_tag("AR"), Some(Lang::Ar));
        assert_eq!(Lang::from_tag("C.UTF-8"), None);
    }

    #[test]
    fn a_missing_language_falls_back_and_says_so() {
        let text = Localised::english("Moura").with(Lang::Ar, "مورا");
        assert_eq!(text.best(Lang::Ar), Some(("مورا", Lang::Ar)));
        assert_eq!(text.best(Lang::Fr), Some(("Moura", Lang::En)));
        assert_eq!(Localised::default().best(Lang::En), None);
    }
}
