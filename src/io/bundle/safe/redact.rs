//! Words that are taken out of texts.

use serde_json::Value;

use super::coarse::Places;
use crate::text::fold::fold;

/// What stands where words were.
const GONE: &str = "[…]";

/// Names that are searched for as a reader would: without regard to case, accents, vowel marks or tatweel.
#[derive(Clone, Debug, Default)]
pub(super) struct RedactedNames(Vec<String>);

impl RedactedNames {
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut folded: Vec<String> = names.flat_map(forms).collect();
        // The longer name goes first: a part of it may be another.
        folded.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        folded.dedup();
        Self(folded)
    }

    /// Whether one of them stands in a text.
    pub(super) fn is_in(&self, text: &str) -> bool {
        !self.0.is_empty() && {
            let folded = Folded::of(text);
            self.0.iter().any(|needle| folded.find(needle, 0).is_some())
        }
    }
}

/// A name as it may stand in a text: folded, also with its last word first (`Keita, Modibo`).
fn forms(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let mut forms = vec![words.join(" ")];
    if let Some((last, others)) = words.split_last().filter(|(_, others)| !others.is_empty()) {
        forms.extend([", ", " "].map(|between| format!("{last}{between}{}", others.join(" "))));
    }
    forms.retain(|form| !form.is_empty());
    forms
}

/// A text without case and marks, with where each letter came from.
struct Folded {
    text: String,
    /// Where the letter that each byte came from begins and ends.
    places: Vec<(usize, usize)>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            places: Vec::with_capacity(text.len()),
        };
        for (at, letter) in text.char_indices() {
            let place = (at, at + letter.len_utf8());
            let own = fold(letter.encode_utf8(&mut [0; 4]));
            for letter in own.chars() {
                let is_space = letter.is_whitespace();
                // White space of any length parts words as one space does.
                if is_space && folded.text.ends_with(' ') {
                    continue;
                }
                folded.text.push(if is_space { ' ' } else { letter });
                folded.places.resize(folded.text.len(), place);
            }
        }
        folded
    }

    /// Where a name stands as words of its own from a byte on: its place in the text before.
    fn find(&self, needle: &str, from: usize) -> Option<(usize, usize)> {
        let rest = self.text.get(from..)?;
        for (at, _) in rest.match_indices(needle) {
            let (begin, end) = (from + at, from + at + needle.len());
            let before = self.text.get(..begin).and_then(|it| it.chars().next_back());
            let behind = self.text.get(end..).and_then(|it| it.chars().next());
            // Arabic writes small words at a name without a space between.
            let parts = |letter: Option<char>| {
                letter.is_none_or(|it| !it.is_alphanumeric() || !it.is_ascii())
            };
            if parts(before) && parts(behind) {
                let first = self.places.get(begin)?.0;
                let last = self.places.get(end.checked_sub(1)?)?.1;
                return Some((first, last));
            }
        }
        None
    }
}

/// Takes names out of every text of a value, keys included, and what is too fine about places.
pub(super) fn redact(value: &mut Value, needles: &RedactedNames, places: Option<&Places>) {
    match value {
        Value::String(text) => {
            if let Some(other) = redacted(text, needles, places) {
                *text = other;
            }
        }
        Value::Number(number) => {
            let is_fine = |it: &Places| it.is_too_fine(number.to_string().trim_start_matches('-'));
            if places.is_some_and(is_fine) {
                *value = Value::Null;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|it| redact(it, needles, places)),
        Value::Object(members) => {
            let named: Vec<String> = members
                .keys()
                .filter(|name| needles.is_in(name))
                .cloned()
                .collect();
            for name in named {
                members.shift_remove(&name);
            }
            members
                .values_mut()
                .for_each(|it| redact(it, needles, places));
        }
        _ => {}
    }
}

/// A text without names and places; `None` where there are none in it.
fn redacted(text: &str, needles: &RedactedNames, places: Option<&Places>) -> Option<String> {
    let mut gone = text.to_owned();
    for needle in &needles.0 {
        // Each time a letter fewer of the name is left, so that this ends.
        while let Some((begin, end)) = Folded::of(&gone).find(needle, 0) {
            gone.replace_range(begin..end, GONE);
        }
    }
    if let Some(places) = places {
        gone = without_places(&gone, places);
    }
    (gone != text).then_some(gone)
}

/// A text without numbers that say a place too finely, in whatever digits, and without grid references.
fn without_places(text: &str, places: &Places) -> String {
    let mut gone = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = number_length(rest);
        if length == 0 {
            gone.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            continue;
        }
        let (number, behind) = rest.split_at(length);
        let plain = plain_number(number);
        let minutes = minutes_length(behind);
        if minutes > 0 && places.has_degree(&plain) {
            gone.push_str(GONE);
            rest = behind.get(minutes..).unwrap_or_default();
            continue;
        }
        gone.push_str(if places.is_too_fine(&plain) {
            GONE
        } else {
            number
        });
        rest = behind;
    }
    gone
}

const fn is_digit(letter: char) -> bool {
    matches!(letter, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

/// The length of the number that a text begins with, in bytes.
fn number_length(text: &str) -> usize {
    let mut end = 0;
    let mut has_point = false;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_next_digit = letters.peek().is_some_and(|(_, next)| is_digit(*next));
        let is_point = matches!(letter, '.' | ',' | '٫') && !has_point && at > 0 && is_next_digit;
        if is_point {
            has_point = true;
        } else if !is_digit(letter) {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

/// A number with Western digits and a full stop, without zeros before it.
fn plain_number(number: &str) -> String {
    let plain: String = fold(number).replace([',', '٫'], ".");
    let bare = plain.trim_start_matches('0');
    if bare.is_empty() || bare.starts_with('.') {
        format!("0{bare}")
    } else {
        bare.to_owned()
    }
}

/// The length of minutes and seconds behind a number of degrees: `°07'24.5"`, `° 7′`.
fn minutes_length(text: &str) -> usize {
    let Some(behind) = text.strip_prefix(['°', 'º', '˚']) else {
        return 0;
    };
    let is_part = |letter: char| is_digit(letter) || " .,٫'′’\"″”\u{a0}\u{202f}".contains(letter);
    let end = behind
        .find(|letter| !is_part(letter))
        .unwrap_or(behind.len());
    let part = behind.get(..end).unwrap_or_default();
    let part = part.trim_end_matches([' ', '.', ',', '\u{a0}', '\u{202f}']);
    if part.contains(is_digit) {
        text.len() - behind.len() + part.len()
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::{super::coarse::Coarse, *};

    fn places() -> Places {
        let mut places = Places::default();
        let feature = json!({"geometry": {"type": "Point", "coordinates": [-3.98765, 14.6612]}});
        let feature: &Map<String, Value> = feature.as_object().unwrap();
        places.protect(feature, Some(Coarse::Decimals(1)));
        places
    }

    #[test]
    fn a_name_goes_however_it_is_written() {
        let needles = RedactedNames::of(["Modibo Keïta", "أحمد"].into_iter());
        let gone = |text: &str| redacted(text, &needles, None);
        assert_eq!(
            gone("by MODIBO  KEITA, he said").as_deref(),
            Some("by […], he said")
        );
        assert_eq!(gone("قال أَحْمَد إنه").as_deref(), Some("قال […] إنه"));
        assert_eq!(gone("وأحمد").as_deref(), Some("و[…]"));
        assert_eq!(gone("modibokeita"), None);
        let mut value = json!({"Modibo Keita": 1, "a": ["x Modibo-Keita"]});
        redact(&mut value, &needles, None);
        assert_eq!(value, json!({"a": ["x […]"]}));
    }

    #[test]
    fn a_place_goes_in_any_digits_and_notation() {
        let places = places();
        let gone = |text: &str| without_places(text, &places);
        assert_eq!(gone("at 14.6612, -3.98765."), "at […], -[…].");
        assert_eq!(gone("à 14,661 N"), "à […] N");
        assert_eq!(gone("عند ١٤٫٦٦١٢ شمالا"), "عند […] شمالا");
        assert_eq!(gone("14°39'40\"N 3° 59′ W"), "[…]N […] W");
        assert_eq!(
            gone("at 14.7, 200 men, 2022-01-05, v1.2.3"),
            "at 14.7, 200 men, 2022-01-05, v1.2.3"
        );
    }
}
