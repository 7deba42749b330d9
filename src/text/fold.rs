//! Folding for search: what looks or sounds the same to a reader is found by the same letters.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

const TATWEEL: char = '\u{640}';

/// Folds a text: without case, accents, Arabic diacritics, hamza seats and tatweel; alef maqsura as
/// ya, ta marbuta as ha, Arabic-Indic digits as Western ones, hyphens as spaces, ligatures as
/// their letters.
///
/// Each letter is folded by itself: the fold of a text is the folds of its letters one after
/// another, which the search in large files relies on ([`super::fold_table`]).
#[must_use]
pub fn fold(text: &str) -> String {
    if text.bytes().all(|byte| byte.is_ascii() && byte != b'-') {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    text.nfkd()
        .filter(|letter| !is_combining_mark(*letter) && *letter != TATWEEL)
        .filter(|letter| !is_format(*letter))
        .flat_map(char::to_lowercase)
        .for_each(|letter| match ligature(letter) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(fold_letter(letter)),
        });
    folded
}

/// Tells whether `text` has every word of `words`, which is folded already, in any order and anywhere.
#[must_use]
pub fn contains_folded(text: &str, words: &str) -> bool {
    let text = fold(text);
    words.split_whitespace().all(|word| text.contains(word))
}

/// Joiners, directional marks, embeddings and isolates carry no letters.
const fn is_format(letter: char) -> bool {
    matches!(letter, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Returns the letters that a lower-case letter without a decomposition stands for.
const fn ligature(letter: char) -> Option<&'static str> {
    Some(match letter {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ł' => "l",
        'đ' => "d",
        // Among them Bambara's and its neighbours', as French writes their names.
        'ɛ' => "e",
        'ø' | 'ɔ' => "o",
        'ɲ' | 'ŋ' => "n",
        _ => return None,
    })
}

fn fold_letter(letter: char) -> char {
    match letter {
        'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '\u{2010}'..='\u{2015}' | '-' => ' ',
        '’' | 'ʼ' => '\'',
        '٠'..='٩' => shifted(letter, '٠'),
        '۰'..='۹' => shifted(letter, '۰'),
        other => other,
    }
}

/// Returns the Western digit of another script's.
fn shifted(digit: char, zero: char) -> char {
    char::from_digit(u32::from(digit) - u32::from(zero), 10).unwrap_or(digit)
}

#[cfg(test)]
mod tests {
    use super::{contains_folded, fold};

    #[test]
    fn accents_and_case_do_not_matter() {
        assert_eq!(fold("Ségou"), fold("SEGOU"));
        assert_eq!(fold("Modibo-Keïta"), fold("modibo keita"));
    }

    #[test]
    fn arabic_variants_do_not_matter() {
        assert_eq!(fold("أحمد"), fold("احمد"));
        assert_eq!(fold("مُورَا"), fold("مورا"));
        assert_eq!(fold("مالــي"), fold("مالى"));
        assert_eq!(fold("قاعدة ١٠١"), fold("قاعده 101"));
    }

    #[test]
    fn bidi_controls_do_not_matter() {
        assert_eq!(fold("\u{202E}Moura\u{202C}"), "moura");
    }

    #[test]
    fn ligatures_are_found_by_their_letters() {
        assert_eq!(fold("Œuvre"), "oeuvre");
        assert_eq!(fold("Straße"), "strasse");
        assert_eq!(fold("Bɛlɛdugu Ɲɔ"), "beledugu no");
    }

    #[test]
    fn words_are_found_in_any_order() {
        let words = fold("keita  modibo");
        assert!(contains_folded("Modibo-Keïta International", &words));
        assert!(!contains_folded("Modibo", &words));
        assert!(contains_folded("anything", ""));
    }
}
