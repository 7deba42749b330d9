//! Names of authors as names of files.

use crate::data::digest::hexadecimal;

/// The longest name of a file, in bytes, beside its ending.
const LONGEST: usize = 100;

/// The name of the file that the author called `name` writes to, without its ending. Letters and digits of any script,
/// spaces, `-`, `_` and full stops inside stand for themselves, everything else is `%` and two hexadecimal digits a byte,
/// so that no two names have one file where the system tells capitals from small letters. A long name ends in a digest of the whole.
#[must_use]
pub fn file_name(name: &str) -> String {
    let mut file = String::new();
    let is_reserved = is_reserved(name);
    for (at, letter) in name.char_indices() {
        let is_edge = at == 0 || at + letter.len_utf8() == name.len();
        let is_plain = letter.is_alphanumeric()
            || matches!(letter, '-' | '_')
            || (matches!(letter, '.' | ' ') && !is_edge);
        if is_plain && !(is_reserved && at == 0) {
            file.push(letter);
        } else {
            let mut bytes = [0; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                file.push('%');
                file.push_str(&hexadecimal(&[byte]));
            }
        }
    }
    if file.is_empty() {
        return "%".to_owned();
    }
    if file.len() > LONGEST {
        let digest = super::digest_of(name);
        let end = (0..=LONGEST - 20)
            .rev()
            .find(|at| file.is_char_boundary(*at));
        file.truncate(end.unwrap_or(0));
        file.push_str("%-");
        file.push_str(digest.get(..16).unwrap_or_default());
    }
    file
}

/// Whether some system has a device of this name.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let is_numbered = |prefix: &str| {
        stem.strip_prefix(prefix)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|it| it.is_ascii_digit()))
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || is_numbered("com")
        || is_numbered("lpt")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn an_author_is_a_safe_file_whatever_the_name_and_two_are_never_one() {
        let long = "م".repeat(300);
        let names = [
            "aminata", "Aminata", "a/b", "a\\b", "../x", "..", ".", "", " ", "con", "con.x", "nul",
            "a:b", "a%2fb", "مريم", "a\nb", "~", "%", &long, "a.", "com1", "a b",
        ];
        let files: HashSet<String> = names.iter().map(|name| file_name(name)).collect();
        assert_eq!(files.len(), names.len());
        for file in files {
            assert!(!file.contains(['/', '\\', ':', '\n']), "{file}");
            assert!(
                !file.starts_with('.') && !file.ends_with(['.', ' ']),
                "{file}"
            );
            assert!(file.len() <= LONGEST && !is_reserved(&file), "{file}");
        }
        assert_eq!(file_name("aminata"), "aminata");
        assert_eq!(file_name("مريم"), "مريم");
    }
}
