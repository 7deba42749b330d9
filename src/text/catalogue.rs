//! The messages of the program in one language: Fluent files in `assets/locales/{en,fr,ar}`, one per area.
//!
//! [`Catalogue`] is one language. Messages without arguments are formatted once, when it is made, so
//! that [`Catalogue::get`] is a look-up; [`Catalogue::with`] fills placeholders. What a language lacks is
//! taken from English, and what English lacks shows its key, so that nothing is silently empty.
//!
//! Texts that are filled into a message get the isolates U+2068 and U+2069 around them where their
//! direction may differ from the message's (Unicode TR 9, 2.4), so that `T-72B3` in an Arabic
//! sentence moves nothing around it. The typesetter obeys and never draws them; words for files
//! and terminals come from [`Catalogue::plain`], which adds none.

use std::{borrow::Cow, collections::HashMap};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use super::{Digits, Locale, bidi, digits};
use crate::model::lang::Lang;

/// Lists the areas, each a file `assets/locales/<language>/<area>.ftl`.
macro_rules! areas {
    ($($area:literal,)*) => {
        /// Returns the text of every area's file in `lang`.
        const fn sources(lang: Lang) -> &'static [&'static str] {
            match lang {
                Lang::En => &[$(include_str!(concat!("../../assets/locales/en/", $area, ".ftl")),)*],
                Lang::Fr => &[$(include_str!(concat!("../../assets/locales/fr/", $area, ".ftl")),)*],
                Lang::Ar => &[$(include_str!(concat!("../../assets/locales/ar/", $area, ".ftl")),)*],
            }
        }
    };
}

areas! {
    "app",
    "bundle",
    "cli",
    "dates",
    "edits",
    "evidence",
    "files",
    "formats",
    "help",
    "inspector",
    "issues",
    "layers",
    "map",
    "reader",
    "report",
    "settings",
    "table",
    "timeline",
    "views",
}

type Bundle = FluentBundle<FluentResource>;

/// A value for a placeholder of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Text from elsewhere: its bidi controls shown, and isolated where it must be.
    Text(Cow<'a, str>),
    /// Text that is already in the language and direction of the message, such as a month's name.
    Own(Cow<'a, str>),
    /// A number, grouped in thousands as the language does; it also selects plurals.
    Number(f64),
}

macro_rules! arg_from_number {
    ($convert:expr => $($number:ty),*) => {$(
        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                Self::Number($convert(number))
            }
        }
    )*};
}
arg_from_number!(f64::from => u8, u16, u32, i8, i16, i32, f32, f64);
// Counts of records are far below 2^53, up to which every integer is a number of its own.
arg_from_number!(|number| number as f64 => u64, usize, i64);

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

/// Arguments for [`Catalogue::with`]: `args!(n: 5, name: title)`.
macro_rules! args {
    ($($name:ident: $value:expr),* $(,)?) => {
        &[$((stringify!($name), $crate::text::Arg::from($value))),*]
    };
}
pub(crate) use args;

/// The catalogue of one language.
pub struct Catalogue {
    locale: Locale,
    isolates: bool,
    /// Every message without placeholders, in this language or else in English.
    fixed: HashMap<&'static str, Box<str>>,
    bundle: Bundle,
    english: Option<Bundle>,
}

impl Catalogue {
    /// Loads the words of `lang`, for the screen.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self::of(Locale::of(lang), true)
    }

    /// Loads the words of `locale`, for the screen.
    #[must_use]
    pub fn in_locale(locale: Locale) -> Self {
        Self::of(locale, true)
    }

    /// Loads the words of `lang` without isolates and marks, for files and terminals.
    #[must_use]
    pub fn plain(lang: Lang) -> Self {
        Self::of(Locale::of(lang), false)
    }

    fn of(locale: Locale, isolates: bool) -> Self {
        let lang = locale.lang;
        let bundle = bundle(lang, locale.written_digits());
        let english = (lang != Lang::En).then(|| self::bundle(Lang::En, Digits::Western));
        let mut fixed: HashMap<&'static str, Box<str>> = HashMap::new();
        for (lang, bundle) in [(lang, Some(&bundle)), (Lang::En, english.as_ref())] {
            let Some(bundle) = bundle else { continue };
            for id in sources(lang).iter().flat_map(|source| message_ids(source)) {
                if let Some(text) = format(bundle, id, None) {
                    fixed.entry(id).or_insert_with(|| text.into());
                }
            }
        }
        if isolates {
            for text in fixed.values_mut() {
                *text = bidi::led_by_its_direction(std::mem::take(text).into(), lang).into();
            }
        }
        Self {
            locale,
            isolates,
            fixed,
            bundle,
            english,
        }
    }

    /// Returns the language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.locale.lang
    }

    /// Returns the language in which texts of records are wanted; it may be another.
    #[must_use]
    pub const fn content(&self) -> Lang {
        self.locale.content
    }

    /// Returns all that its texts depend on, for whoever remembers them.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// Returns a number as this language writes it.
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        let text = digits::in_words(number, self.lang());
        self.in_digits(&text).into_owned()
    }

    /// Returns a text of Western digits, such as a year, in the digits of this language.
    #[must_use]
    pub fn in_digits<'a>(&self, text: &'a str) -> Cow<'a, str> {
        digits::in_digits(text, self.locale.written_digits())
    }

    /// Returns the message `key`, which has no placeholders. An unknown key is its own text.
    #[must_use]
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// Returns the message `key`, which has no placeholders, if the catalogue has it.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&str> {
        self.fixed.get(key).map(AsRef::as_ref)
    }

    /// Returns the message `key` with its placeholders filled.
    ///
    /// ```ignore
    /// words.with("records", args!(n: 5)) // "5 records", "5 سجلات"
    /// ```
    #[must_use]
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(name, arg)| (*name, self.value(arg)))
            .collect();
        if let Some(text) = format(&self.bundle, key, Some(&args)) {
            return self.led(text);
        }
        self.english
            .as_ref()
            .and_then(|english| format(english, key, Some(&args)))
            .unwrap_or_else(|| self.get(key).to_owned())
    }

    /// Returns text from elsewhere as it may stand in a sentence of this language: its bidi controls are
    /// shown or dropped, not obeyed, and, on screen, isolated where it must be.
    #[must_use]
    pub fn embedded<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let text = bidi::as_shown(text);
        if self.isolates && (self.lang().is_rtl() || bidi::has_rtl(&text)) {
            Cow::Owned(bidi::isolated(&text))
        } else {
            text
        }
    }

    /// Tells whether the catalogue of this very language has the message `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn value<'a>(&self, arg: &'a Arg<'a>) -> FluentValue<'a> {
        match arg {
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Own(text) => FluentValue::from(text.as_ref()),
            Arg::Text(text) => FluentValue::from(self.embedded(text)),
        }
    }

    fn led(&self, text: String) -> String {
        if self.isolates {
            bidi::led_by_its_direction(text, self.lang())
        } else {
            text
        }
    }
}

/// Loads the messages of every area in `lang`. A file that does not parse gives what it can; tests see
/// to it that every file parses and that no key comes twice.
fn bundle(lang: Lang, digits: Digits) -> Bundle {
    let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match (lang, digits) {
        (Lang::Ar, Digits::ArabicIndic) => |value, _| {
            let text = grouped(value, Lang::Ar)?;
            Some(digits::in_digits(&text, Digits::ArabicIndic).into_owned())
        },
        (Lang::En | Lang::Ar, _) => |value, _| grouped(value, Lang::En),
        (Lang::Fr, _) => |value, _| grouped(value, Lang::Fr),
    }));
    for source in sources(lang) {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn grouped(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(digits::in_words(number.value, lang)),
        _ => None,
    }
}

/// Returns the text of message `id`, if there is one and every placeholder in it has a value.
fn format(bundle: &Bundle, id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors);
    (errors.is_empty() || args.is_some()).then(|| text.into_owned())
}

/// Returns the identifiers of the messages of a Fluent file: they begin at the start of a line.
fn message_ids(source: &'static str) -> impl Iterator<Item = &'static str> {
    source
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| Some(line.split_once('=')?.0.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_found_in_each_language() {
        assert_eq!(Catalogue::new(Lang::En).get("certain"), "certain");
        assert_eq!(Catalogue::new(Lang::Ar).get("certain"), "أكيد");
        assert_eq!(Catalogue::new(Lang::Fr).get("cancel"), "Annuler");
    }

    #[test]
    fn an_unknown_key_shows_itself() {
        let words = Catalogue::new(Lang::Fr);
        assert_eq!(words.get("no-such-key"), "no-such-key");
        assert_eq!(words.with("no-such-key", args!(n: 1)), "no-such-key");
    }

    #[test]
    fn every_file_parses() {
        for lang in Lang::ALL {
            for source in sources(lang) {
                let parsed = FluentResource::try_new((*source).to_owned());
                assert!(parsed.is_ok(), "{lang}: {:?}", parsed.err().map(|e| e.1));
            }
        }
    }

    #[test]
    fn no_key_comes_twice() {
        for lang in Lang::ALL {
            let mut seen = std::collections::HashSet::new();
            for id in sources(lang).iter().flat_map(|source| message_ids(source)) {
                assert!(seen.insert(id), "{lang}: {id} comes twice");
            }
        }
    }

    #[test]
    fn plurals_follow_the_language() {
        let arabic = Catalogue::new(Lang::Ar);
        let forms = [0, 1, 2, 5, 11, 100].map(|n: u32| arabic.with("records", args!(n: n)));
        for (index, form) in forms.iter().enumerate() {
            assert!(!forms[..index].contains(form), "{form} comes twice");
        }
        let english = Catalogue::new(Lang::En);
        assert_eq!(english.with("records", args!(n: 1)), "1 record");
        assert_eq!(english.with("records", args!(n: 1200)), "1,200 records");
        let french = Catalogue::new(Lang::Fr);
        assert_eq!(
            french.with("records", args!(n: 1200)),
            "1\u{202f}200 fiches"
        );
    }

    #[test]
    fn names_are_isolated_where_directions_meet_and_only_on_screen() {
        let name = "T-72B3";
        let arabic = Catalogue::new(Lang::Ar).with("hidden-by", args!(what: name));
        assert!(arabic.contains("\u{2068}T-72B3\u{2069}"));
        let english = Catalogue::new(Lang::En).with("hidden-by", args!(what: name));
        assert!(!english.contains('\u{2068}'));
        let plain = Catalogue::plain(Lang::Ar).with("hidden-by", args!(what: name));
        assert!(!plain.contains('\u{2068}'));
    }

    #[test]
    fn an_arabic_message_that_begins_with_latin_is_still_read_from_the_right() {
        let led = bidi::led_by_its_direction("GeoJSON صيغة".to_owned(), Lang::Ar);
        assert!(led.starts_with('\u{200f}'));
        let arabic = bidi::led_by_its_direction("صيغة GeoJSON".to_owned(), Lang::Ar);
        assert!(arabic.starts_with('ص'));
        let latin = bidi::led_by_its_direction("GeoJSON".to_owned(), Lang::Ar);
        assert_eq!(latin, "GeoJSON");
    }

    #[test]
    fn control_characters_of_data_are_shown_in_a_message_and_not_obeyed() {
        let text = Catalogue::new(Lang::En).with("hidden-by", args!(what: "a\u{202e}b\u{2069}c"));
        assert!(text.contains("a[U+202E]bc"), "{text}");
    }
}
