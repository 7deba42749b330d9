//! One form for letters and digits that are written in several.

/// The text in small letters without accents, Arabic vowel signs and marks that nobody sees, with Western digits
/// and single spaces.
pub(super) fn plain(written: &str) -> String {
    let lower = written.to_lowercase();
    let mut out = String::with_capacity(lower.len());
    for letter in lower.chars().filter_map(folded) {
        if letter != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(letter);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The letter that stands for `letter`; `None` where it is passed over.
pub(crate) fn folded(letter: char) -> Option<char> {
    Some(match letter {
        '٠'..='٩' => digit(letter, '٠'),
        '۰'..='۹' => digit(letter, '۰'),
        '０'..='９' => digit(letter, '０'),
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'à' | 'â' => 'a',
        'û' | 'ù' | 'ü' => 'u',
        'ô' => 'o',
        'ç' => 'c',
        '’' | 'ʼ' | '‘' => '\'',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        '،' => ',',
        '‐' | '‑' | '−' => '-',
        '—' => '–',
        // Vowel signs, the long stroke, marks of direction, soft hyphens and joiners.
        'ـ'
        | '\u{64b}'..='\u{652}'
        | '\u{301}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => return None,
        other if other.is_whitespace() => ' ',
        other => other,
    })
}

fn digit(letter: char, zero: char) -> char {
    let value = u32::from(letter) - u32::from(zero);
    char::from_digit(value, 10).unwrap_or(letter)
}

/// The words and numbers of a plain text, without the marks between them; `1er` is two.
pub(super) fn parts(plain: &str) -> Vec<&str> {
    let is_mark = |letter: char| matches!(letter, ' ' | ',' | '.' | '-' | '/' | '\'' | '(' | ')');
    let mut parts = Vec::new();
    for word in plain.split(is_mark).filter(|word| !word.is_empty()) {
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let is_digit = first.is_ascii_digit();
            let end = rest.find(|letter: char| letter.is_ascii_digit() != is_digit);
            let (part, behind) = rest
                .split_at_checked(end.unwrap_or(rest.len()))
                .unwrap_or((rest, ""));
            parts.push(part);
            rest = behind;
        }
    }
    parts
}

/// Whether a text is digits and nothing else.
pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_several_forms_has_one() {
        assert_eq!(plain(" ٥\u{a0} Février\u{200f} ٢٠٢٢ "), "5 fevrier 2022");
        assert_eq!(plain("۱۴ آذار"), "14 اذار");
        assert_eq!(plain("١٤٤٣ هـ"), "1443 ه");
    }

    #[test]
    fn numbers_and_words_are_parted() {
        assert_eq!(parts("1er janv.2022"), ["1", "er", "janv", "2022"]);
        assert_eq!(parts("5-jan-2022"), ["5", "jan", "2022"]);
    }
}
