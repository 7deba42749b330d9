//! The languages and digits of the program.

use serde::{Deserialize, Serialize};

use crate::model::lang::Lang;

/// The digits in which Arabic is written. English and French have only the Western ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Digits {
    /// 0 to 9, as in the Maghreb.
    #[default]
    Western,
    /// ٠ to ٩, as in the Mashriq.
    ArabicIndic,
}

/// The languages of the program and of what it shows, and the digits of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Locale {
    /// The language of the program.
    pub lang: Lang,
    /// The language in which texts of records are shown where they have it.
    pub content: Lang,
    /// The digits of Arabic.
    pub digits: Digits,
}

impl Locale {
    /// Makes a locale of one language, in Western digits.
    #[must_use]
    pub const fn of(lang: Lang) -> Self {
        Self {
            lang,
            content: lang,
            digits: Digits::Western,
        }
    }

    /// Returns the digits that are written in the language of the program.
    #[must_use]
    pub const fn written_digits(&self) -> Digits {
        match self.lang {
            Lang::Ar => self.digits,
            Lang::En | Lang::Fr => Digits::Western,
        }
    }
}
