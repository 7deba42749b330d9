//! The catalogue is complete, the same in every language, and the code asks it for nothing else.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

const LANGUAGES: [&str; 3] = ["en", "fr", "ar"];
const PLURALS: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// What matters about a message: its placeholders and the variants that it selects by.
#[derive(Debug, Default)]
struct Message {
    placeholders: BTreeSet<String>,
    variants: BTreeSet<String>,
    has_text: bool,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|end| end == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn areas(language: &str) -> Vec<PathBuf> {
    files(&root().join("assets/locales").join(language), "ftl")
}

fn name_at(text: &str) -> String {
    text.chars()
        .take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter))
        .collect()
}

/// The messages of a language: a message begins at the start of a line and goes on in indented
/// lines or closing braces.
fn messages(language: &str) -> BTreeMap<String, Message> {
    let mut messages: BTreeMap<String, Message> = BTreeMap::new();
    for area in areas(language) {
        let source = fs::read_to_string(&area).unwrap();
        let mut current = None;
        for line in source.lines() {
            let text = match line.split_once('=') {
                Some((id, text)) if line.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                    current = Some(id.trim().to_owned());
                    text
                }
                _ if line.starts_with([' ', '}']) => line,
                _ => {
                    current = None;
                    continue;
                }
            };
            let Some(id) = &current else { continue };
            let message = messages.entry(id.clone()).or_default();
            message.has_text |= !text.trim().is_empty();
            for (at, _) in text.match_indices('$') {
                message.placeholders.insert(name_at(&text[at + 1..]));
            }
            if let Some(variant) = text.trim_start().trim_start_matches('*').strip_prefix('[') {
                message.variants.insert(name_at(variant));
            }
        }
    }
    messages
}

#[test]
fn every_area_has_a_file_in_each_language() {
    let names = |language| -> Vec<String> {
        areas(language)
            .iter()
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect()
    };
    for language in LANGUAGES {
        assert_eq!(names(language), names("en"), "{language}");
    }
    let listed = fs::read_to_string(root().join("src/text/catalogue.rs")).unwrap();
    for name in names("en") {
        let area = name.trim_end_matches(".ftl");
        assert!(
            listed.contains(&format!("    \"{area}\",\n")),
            "{area} is not listed in src/text/catalogue.rs"
        );
    }
}

#[test]
fn every_message_exists_in_each_language_with_the_same_placeholders() {
    let english = messages("en");
    for language in LANGUAGES {
        let messages = messages(language);
        for (id, message) in &messages {
            assert!(message.has_text, "{language}: {id} is empty");
            assert!(
                english.contains_key(id),
                "{language}: {id} is not in English"
            );
        }
        for (id, message) in &english {
            let other = messages
                .get(id)
                .unwrap_or_else(|| panic!("{language}: {id} is missing"));
            assert_eq!(
                message.placeholders, other.placeholders,
                "{language}: placeholders of {id}"
            );
        }
    }
}

#[test]
fn no_message_holds_a_control_that_is_shown_by_its_number() {
    for language in ["en", "fr", "ar"] {
        for area in areas(language) {
            let source = fs::read_to_string(&area).unwrap();
            for control in ["2066", "2067", "202A", "202B", "202C", "202D", "202E"] {
                let escaped = format!("\\u{control}");
                assert!(!source.contains(&escaped), "{}: {control}", area.display());
                let code = u32::from_str_radix(control, 16).unwrap();
                let itself = char::from_u32(code).unwrap();
                assert!(!source.contains(itself), "{}: {control}", area.display());
            }
        }
    }
}

/// The texts of a language without ids, comments and placeholders.
fn texts(language: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for area in areas(language) {
        let source = fs::read_to_string(&area).unwrap();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            let begins = line.starts_with(|first: char| first.is_ascii_alphabetic());
            let text = line.split_once(" =").filter(|_| begins);
            texts.push(text.map_or(line, |(_, text)| text).to_owned());
        }
    }
    texts
}

#[test]
fn french_marks_are_bound_to_the_word_before_them() {
    for text in texts("fr") {
        // A question mark may be a character that is spoken of.
        let text = text.replace("~, ? et %", "");
        for loose in [" ;", " :", " ?", " !", " »", "« ", " %", "'"] {
            assert!(!text.contains(loose), "{loose:?} in {text}");
        }
    }
}

#[test]
fn arabic_has_its_own_comma_and_marks() {
    let is_arabic = |letter: char| matches!(letter, '\u{620}'..='\u{64a}');
    for text in texts("ar") {
        let letters: Vec<char> = text.chars().collect();
        for pair in letters.windows(2) {
            let is_latin_mark = matches!(pair, [before, ',' | ';' | '?'] if is_arabic(*before));
            assert!(
                !is_latin_mark || text.contains("و? و%"),
                "{pair:?} in {text}"
            );
        }
    }
}

#[test]
fn arabic_plurals_have_all_their_forms() {
    for (id, message) in messages("ar") {
        let missing: Vec<_> = PLURALS
            .iter()
            .filter(|form| !message.variants.contains(**form))
            .collect();
        assert!(
            missing.is_empty() || missing.len() == PLURALS.len(),
            "{id} lacks {missing:?}"
        );
    }
}

/// A call `words.get("key")` or `words.with("key", args!(…))`.
struct Call {
    file: PathBuf,
    key: String,
    takes_arguments: bool,
    /// The names in `args!`, where the call has one in place.
    arguments: Option<BTreeSet<String>>,
}

fn calls() -> Vec<Call> {
    let mut calls = Vec::new();
    for file in files(&root().join("src"), "rs") {
        let source = fs::read_to_string(&file).unwrap();
        for (method, takes_arguments) in [("get", false), ("with", true)] {
            for (at, _) in source.match_indices(&format!(".{method}(")) {
                let receiver = source[..at].trim_end();
                if !["words", "words()", "self"]
                    .iter()
                    .any(|name| receiver.ends_with(name))
                {
                    continue;
                }
                if receiver.ends_with("self") && !file.ends_with("text/terms.rs") {
                    continue;
                }
                let call = source[at + method.len() + 2..].trim_start();
                let Some(key) = call.strip_prefix('"') else {
                    continue;
                };
                let key = key.split('"').next().unwrap();
                let rest = call[key.len() + 2..].trim_start().trim_start_matches(',');
                calls.push(Call {
                    file: file.clone(),
                    key: key.to_owned(),
                    takes_arguments,
                    arguments: rest.trim_start().strip_prefix("args!").map(argument_names),
                });
            }
        }
    }
    calls
}

/// The names in `(a: …, b: …)`.
fn argument_names(text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut depth = 0;
    let mut is_name_next = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && (letter == ',' || letter == '(') {
            is_name_next = true;
        } else if is_name_next && letter.is_ascii_alphabetic() {
            names.insert(name_at(&text[at..]));
            is_name_next = false;
        }
    }
    names
}

#[test]
fn every_key_in_the_code_is_in_the_catalogue() {
    let english = messages("en");
    let calls = calls();
    assert!(calls.len() > 50, "the search for keys finds too little");
    for call in calls {
        if call.key == "no-such-key" {
            continue;
        }
        let place = format!("{}: {}", call.file.display(), call.key);
        let message = english
            .get(&call.key)
            .unwrap_or_else(|| panic!("{place} is not in the catalogue"));
        assert_eq!(
            call.takes_arguments,
            !message.placeholders.is_empty(),
            "{place}: `get` is for messages without placeholders, `with` for those with"
        );
        if let Some(arguments) = call.arguments {
            assert_eq!(arguments, message.placeholders, "{place}: its arguments");
        }
    }
}
