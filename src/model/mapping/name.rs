//! Names of columns as they are compared: whatever their case, accents, spaces, units in brackets and
//! invisible characters, and whether they are written `event_date`, `eventDate` or `Date of event`.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Catalogue that carry no meaning in the name of a column, folded.
const LINKS: [&str; 14] = [
    "of", "the", "de", "du", "des", "la", "le", "les", "l", "d", "el", "في", "من", "a",
];

/// Arabic letters of the definite article, which goes where a word is left without it.
const ARTICLE: &str = "ال";

/// The name of a column taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ColumnName {
    /// Its words, folded, without those that only link and what stands in brackets.
    words: Vec<String>,
    /// What stands in brackets: a unit, or the form of dates.
    bracketed: String,
    /// The same as `words`, all in one, and without those before the last full stop or stroke.
    whole: String,
    last: String,
    /// The words before that last part.
    way: Vec<String>,
}

impl ColumnName {
    pub(super) fn new(name: &str) -> Self {
        let (plain, bracketed) = parted(name);
        let words = words(&plain);
        let (way, last) = plain.rsplit_once(['.', '/']).unwrap_or(("", &plain));
        let (way, last) = (words_of(way), self::words(last));
        Self {
            whole: words.concat(),
            last: last.concat(),
            way,
            words,
            bracketed: words_of(&bracketed).concat(),
        }
    }

    /// Whether it is `known`, which is folded in the same way.
    pub(super) fn is(&self, known: &Self) -> bool {
        !known.whole.is_empty() && self.whole == known.whole
    }

    /// Whether it ends in `known` behind a full stop or a stroke, as what stands inside of something does, and all that
    /// it stands inside of is among `ways`.
    pub(super) fn ends_in(&self, known: &Self, ways: &[&str]) -> bool {
        let is_inside =
            !self.way.is_empty() && self.way.iter().all(|it| ways.contains(&it.as_str()));
        is_inside && !known.whole.is_empty() && self.last == known.whole
    }

    /// Its words.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether one of its words is among `known`.
    pub(super) fn has_one_of(&self, known: &[&str]) -> bool {
        self.words.iter().any(|word| known.contains(&word.as_str()))
    }

    /// Its words without those among `known`.
    pub(super) fn without(&self, known: &[&str]) -> Vec<&str> {
        let words = self.words.iter().map(String::as_str);
        words.filter(|word| !known.contains(word)).collect()
    }

    /// What stands in brackets, folded and without spaces.
    pub(super) fn bracketed(&self) -> &str {
        &self.bracketed
    }
}

/// The name in small letters, without invisible characters and with single underscores for spaces, hyphens and
/// line breaks, as known datasets are compared.
pub(in crate::model) fn normalised(name: &str) -> String {
    let visible: String = name
        .chars()
        .filter(|letter| !is_invisible(*letter))
        .collect();
    let parts = visible.split(|letter: char| letter.is_whitespace() || letter == '-');
    let parts: Vec<String> = parts
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect();
    parts.join("_")
}

/// Whether a character carries no letter and takes no room: marks of byte order, joiners, directions, soft hyphens.
const fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    )
}

/// The name without what stands in brackets, and that. A name that is all in brackets stays.
fn parted(name: &str) -> (String, String) {
    let (mut plain, mut bracketed) = (String::new(), String::new());
    let mut depth = 0_usize;
    for letter in name.chars() {
        match letter {
            '(' | '[' | '{' | '（' => depth += 1,
            ')' | ']' | '}' | '）' => {
                depth = depth.saturating_sub(1);
                plain.push(' ');
            }
            letter if depth > 0 => bracketed.push(letter),
            letter => plain.push(letter),
        }
    }
    if plain.trim().is_empty() {
        (bracketed, String::new())
    } else {
        (plain, bracketed)
    }
}

fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut before: Option<char> = None;
    let mut letters = text
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter) && !is_invisible(*letter) && *letter != 'ـ')
        .peekable();
    while let Some(letter) = letters.next() {
        let is_hump = letter.is_uppercase()
            && match before {
                Some(before) if before.is_lowercase() || before.is_numeric() => true,
                Some(before) => {
                    before.is_uppercase() && letters.peek().is_some_and(|it| it.is_lowercase())
                }
                None => false,
            };
        if (is_hump || !letter.is_alphanumeric()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if letter.is_alphanumeric() {
            word.extend(letter.to_lowercase().map(folded));
        }
        before = Some(letter);
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The words that carry meaning; where none does, all of them.
fn words(text: &str) -> Vec<String> {
    let all = words_of(text);
    let all: Vec<String> = all.into_iter().map(|word| without_article(&word)).collect();
    let telling = |word: &&String| !LINKS.contains(&word.as_str());
    let some: Vec<String> = all.iter().filter(telling).cloned().collect();
    if some.is_empty() { all } else { some }
}

fn without_article(word: &str) -> String {
    match word.strip_prefix(ARTICLE) {
        Some(rest) if rest.chars().count() >= 3 => rest.to_owned(),
        _ => word.to_owned(),
    }
}

/// A small letter as it is compared: Persian letters as Arabic ones, alef maqsura as ya, ta marbuta as ha, digits of
/// Arabic as Western ones.
fn folded(letter: char) -> char {
    match letter {
        'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '٠'..='٩' => digit(letter, '٠'),
        '۰'..='۹' => digit(letter, '۰'),
        other => other,
    }
}

fn digit(letter: char, zero: char) -> char {
    let value = u32::from(letter) - u32::from(zero);
    char::from_digit(value, 10).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> Vec<String> {
        ColumnName::new(name).words
    }

    #[test]
    fn a_name_is_the_same_however_it_is_written() {
        let known = ColumnName::new("event_date");
        for name in [
            "Event Date",
            "eventDate",
            "EVENT-DATE",
            "event\ndate",
            "\u{FEFF}event\u{200B}_date",
            "Event Date (UTC)",
            "event date [dd/mm/yyyy]",
            "EventDate",
            "event.date",
        ] {
            assert!(ColumnName::new(name).is(&known), "{name}");
        }
        assert!(!ColumnName::new("event_update").is(&known));
        assert!(ColumnName::new("when.event_date").ends_in(&known, &["when"]));
        assert!(!ColumnName::new("sources.0.event_date").ends_in(&known, &["when"]));
    }

    #[test]
    fn words_are_parted_at_humps_and_links_left_out() {
        assert_eq!(words("Date de l’incident"), ["date", "incident"]);
        assert_eq!(words("GlobalEventID"), ["global", "event", "id"]);
        assert_eq!(words("HTTPDate"), ["http", "date"]);
        assert_eq!(words("تاريخُ الحادثة"), ["تاريخ", "حادثه"]);
        assert_eq!(words("Année"), ["annee"]);
        assert_eq!(words("(date)"), ["date"]);
    }

    #[test]
    fn names_of_known_datasets_are_compared_without_what_is_not_seen() {
        assert_eq!(normalised(" Sub-Event\u{A0}Type\u{200F}"), "sub_event_type");
        assert_eq!(
            normalised("Reported\r\nPerpetrator"),
            "reported_perpetrator"
        );
    }
}
