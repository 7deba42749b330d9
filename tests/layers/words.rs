//! What a reader sees comes from the catalogue: the sources of the window hold no words of their own.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{fs, path::Path};

use super::lexer::{self, Kind, tokens};

/// The parts of the program that put something on the screen.
const SEEN: [&str; 6] = ["app", "command", "map", "timeline", "typeset", "ui"];

/// Catalogue that are the same in every language: names, and letters that stand for something.
const NAMES: [&str; 10] = [
    "Sahelscope",
    "GeoJSON",
    "EN",
    "FR",
    "ع",
    "A",
    "B",
    "CSV",
    "Natural Earth · GeoNames · GSHHG",
    // What is wrong with an archive, for the log; a reader gets a sentence of the catalogue.
    "PMTiles version {0}, not 3",
];

/// What makes a text that is passed to it visible or audible to a reader.
const SHOWN_BY: [&str; 22] = [
    "label",
    "paragraph",
    "heading",
    "strong",
    "weak",
    "small",
    "button",
    "button_with_icon",
    "toggle",
    "selectable",
    "link",
    "hint",
    "icon_button",
    "paint",
    "accessible_name",
    "on_hover_text",
    "hint_text",
    "labeled",
    "selected",
    "post",
    "RichText",
    "Text",
];

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_tests = path
            .file_stem()
            .is_some_and(|stem| stem == "tests" || stem == "fixture");
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") && !is_tests {
            let text = fs::read_to_string(&path).unwrap();
            // Tests stand at the end of a file.
            let code = text.split("#[cfg(test)]").next().unwrap_or("").to_owned();
            found.push((path.display().to_string(), code));
        }
    }
}

/// The strings of the sources that reach a reader, with where they stand.
fn visible_strings() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for part in SEEN {
        let folder = root.join(part);
        if folder.is_dir() {
            sources(&folder, &mut files);
        }
    }
    assert!(files.len() > 80, "{}", files.len());
    let mut found = Vec::new();
    for (file, code) in files {
        let tokens = tokens(&code);
        for (index, token) in tokens.iter().enumerate() {
            if let Kind::Text(text) = &token.kind
                && !is_key(text)
                && (is_sentence(text) || is_shown(tokens.get(..index).unwrap_or_default(), text))
            {
                found.push((format!("{file}:{}", token.line), text.clone()));
            }
        }
    }
    found
}

/// Whether a string is a key of the catalogue; that each exists is another test's business.
fn is_key(text: &str) -> bool {
    text.contains('-')
        && text
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}

/// Whether a string looks like words for a reader: a capital and more words, or letters that no name
/// in the code has.
fn is_sentence(text: &str) -> bool {
    let begins_large = text.starts_with(|first: char| first.is_uppercase());
    let has_words = text.contains(' ') && text.chars().any(char::is_lowercase);
    let is_foreign = text
        .chars()
        .any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    (begins_large && has_words) || is_foreign
}

/// Whether a string with letters stands where a reader will see it: as the last argument so far of
/// something that shows.
fn is_shown(before: &[lexer::Token], text: &str) -> bool {
    if !text.chars().any(char::is_alphabetic) {
        return false;
    }
    let mut depth = 0;
    for (index, token) in before.iter().enumerate().rev() {
        match token.kind {
            Kind::Mark(')' | ']' | '}') => depth += 1,
            Kind::Mark('(') if depth == 0 => {
                let called = before.get(index.wrapping_sub(1));
                let new_of = before.get(index.wrapping_sub(3));
                let is_one = |token: Option<&lexer::Token>| {
                    token.is_some_and(|token| SHOWN_BY.iter().any(|name| token.kind.is_word(name)))
                };
                let is_new = called.is_some_and(|token| token.kind.is_word("new"));
                return if is_new {
                    is_one(new_of)
                } else {
                    is_one(called)
                };
            }
            Kind::Mark('(' | '[' | '{' | ';') if depth == 0 => return false,
            Kind::Mark('(' | '[' | '{') => depth -= 1,
            _ => {}
        }
    }
    false
}

#[test]
fn no_word_that_a_reader_sees_stands_in_the_code() {
    let stray: Vec<String> = visible_strings()
        .into_iter()
        .filter(|(_, text)| !NAMES.contains(&text.as_str()))
        .map(|(place, text)| format!("{place}: {text:?}"))
        .collect();
    assert!(stray.is_empty(), "\n{}", stray.join("\n"));
}

#[test]
fn a_word_that_is_shown_is_found() {
    let code = tokens(r#"typeset::label(ui, "hello"); ui.add(Text::new("more")); id("not this")"#);
    let shown: Vec<bool> = code
        .iter()
        .enumerate()
        .filter_map(|(index, token)| match &token.kind {
            Kind::Text(text) => Some(is_shown(&code[..index], text)),
            _ => None,
        })
        .collect();
    assert_eq!(shown, [true, true, false]);
    assert!(is_sentence("Nothing is open"));
    assert!(!is_sentence("timeline plot"));
}
