//! Folding for search: what looks or sounds the same to a reader is found by the same letters.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

const TATWEEL: char = '\u{640}';

/// The text without case, accents, Arabic diacritics, hamza seats and tatweel; alef maqsura as
/// ya, ta marbuta as ha, Arabic-Indic digits as Western ones, hyphens and apostrophes alike.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.bytes().all(|byte| byte.is_ascii() && byte != b'-') {
        return text.to_ascii_lowercase();
    }
    text.nfkd()
        .filter(|letter| !is_combining_mark(*letter) && *letter != TATWEEL)
        .filter(|letter| !is_format(*letter))
        .flat_map(char::to_lowercase)
        .map(fold_letter)
        .collect()
}

/// Joiners, directional marks, embeddings and isolates carry no letters.
const fn is_format(letter: char) -> bool {
    matches!(letter, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn fold_letter(letter: char) -> char {
    match letter {
        'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '\u{2010}'..='\u{2015}' | '-' => ' ',
        '’' | 'ʼ' => '\'',
        'œ' => 'o',
        '٠'..='٩' => shifted(letter, '٠'),
        '۰'..='۹' => shifted(letter, '۰'),
        other => other,
    }
}

/// The Western digit of another script's.
fn shifted(digit: char, zero: char) -> char {
    char::from_digit(u32::from(digit) - u32::from(zero), 10).unwrap_or(digit)
}

#[cfg(test)]
mod tests {
    use super::fold;

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
}
