//! One source file, and what it must not name.

use crate::{
    lexer::{Kind, Token, tokens},
    paths::{Named, named},
};

/// A source file under `src`.
pub(crate) struct Source {
    /// Its path below `src`, with slashes.
    pub(crate) name: String,
    tokens: Vec<Token>,
    paths: Vec<Named>,
    tests: Vec<String>,
}

impl Source {
    pub(crate) fn read(name: &str, text: &str) -> Self {
        let (tokens, tests) = without_tests(&tokens(text));
        Self {
            name: name.to_owned(),
            paths: named(&tokens),
            tokens,
            tests,
        }
    }

    /// What stands in it, its tests left out.
    pub(crate) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The steps from the root of the crate to it.
    pub(crate) fn path(&self) -> Vec<&str> {
        let name = self.name.trim_end_matches(".rs").trim_end_matches("/mod");
        name.split('/').collect()
    }

    /// The steps from the root of the crate to each thing of the crate that it names.
    pub(crate) fn targets(&self) -> impl Iterator<Item = Vec<&str>> {
        self.paths.iter().filter_map(|named| {
            let steps = named.path.iter().map(String::as_str);
            let mut own = self.path();
            Some(match named.path.first()?.as_str() {
                "crate" | "sahelscope" => steps.skip(1).collect(),
                "super" => {
                    let ups = steps.clone().take_while(|step| *step == "super").count();
                    own.truncate(own.len().checked_sub(ups)?);
                    own.into_iter().chain(steps.skip(ups)).collect()
                }
                "self" => own.into_iter().chain(steps.skip(1)).collect(),
                // A module inside of this one, or a thing of another crate, which leads nowhere.
                _ => own.into_iter().chain(steps).collect(),
            })
        })
    }

    /// The module of the crate that it belongs to.
    pub(crate) fn module(&self) -> String {
        let first = self.name.split('/').next().unwrap();
        first.trim_end_matches(".rs").to_owned()
    }

    /// The files that hold nothing but tests of this one.
    pub(crate) fn test_files(&self) -> Vec<String> {
        let folder = match self.name.strip_suffix("/mod.rs") {
            Some(folder) => folder,
            None => self.name.trim_end_matches(".rs"),
        };
        self.tests
            .iter()
            .flat_map(|module| {
                [
                    format!("{folder}/{module}.rs"),
                    format!("{folder}/{module}/mod.rs"),
                ]
            })
            .collect()
    }

    pub(crate) fn breaches_of_levels(&self, levels: &[&[&str]]) -> Vec<String> {
        let level_of = |module: &str| levels.iter().position(|level| level.contains(&module));
        let own = self.module();
        let Some(own_level) = level_of(&own) else {
            return Vec::new();
        };
        self.paths
            .iter()
            .filter_map(|named| {
                let other = self.crate_module(named)?;
                let level = level_of(&other)?;
                let breach = match level.cmp(&own_level) {
                    std::cmp::Ordering::Less => return None,
                    std::cmp::Ordering::Equal if other == own => return None,
                    std::cmp::Ordering::Equal => "which stands beside it",
                    std::cmp::Ordering::Greater => "which stands above it",
                };
                Some(self.breach(named.line, &format!("{own} names {other}, {breach}.")))
            })
            .collect()
    }

    pub(crate) fn uses_of(&self, path: &str, why: &str) -> Vec<String> {
        let wanted: Vec<&str> = path.split("::").collect();
        self.paths
            .iter()
            .filter(|named| {
                named.path.len() >= wanted.len()
                    && named
                        .path
                        .iter()
                        .zip(&wanted)
                        .all(|(own, wanted)| own == wanted)
            })
            .map(|named| {
                self.breach(
                    named.line,
                    &format!("{} names {path}, {why}.", self.module()),
                )
            })
            .collect()
    }

    pub(crate) fn colour_literals(&self) -> Vec<String> {
        let constructed = (0..self.tokens.len())
            .filter_map(|at| Some((self.tokens[at].line, self.colour_at(at)?)));
        let written = self.tokens.iter().filter_map(|token| match &token.kind {
            Kind::Text(text) if is_hexadecimal(text) => Some((token.line, text.clone())),
            _ => None,
        });
        constructed
            .chain(written)
            .map(|(line, colour)| {
                self.breach(line, &format!("{colour} is a colour; name it in theme, so that light, dark and print stay in step."))
            })
            .collect()
    }

    /// The colour that is spelled out at a token: `Color32::from_rgb(1, 2, 3)` or `Color32::RED`.
    /// Arithmetic on colours is none, nor is transparency, nor white as the tint of a picture.
    fn colour_at(&self, at: usize) -> Option<String> {
        let kinds: Vec<&Kind> = self.tokens[at..]
            .iter()
            .take(5)
            .map(|token| &token.kind)
            .collect();
        let [Kind::Word(owner), Kind::Path, Kind::Word(step), rest @ ..] = kinds.as_slice() else {
            return None;
        };
        if owner != "Color32" && owner != "Rgba" {
            return None;
        }
        let has_number = matches!(rest, [_, Kind::Word(first)] if first.starts_with(|c: char| c.is_ascii_digit()));
        let is_constant = step
            .chars()
            .all(|letter| letter.is_ascii_uppercase() || letter == '_');
        let is_none = match step.as_str() {
            "TRANSPARENT" | "PLACEHOLDER" => true,
            "WHITE" => self.tokens[at.saturating_sub(16)..at]
                .iter()
                .any(|token| token.kind.is_word("image") || token.kind.is_word("tint")),
            _ => false,
        };
        let is_spelled_out = step.starts_with("from_") && has_number || is_constant && !is_none;
        is_spelled_out.then(|| format!("{owner}::{step}"))
    }

    pub(crate) fn mutable_borrows_of(&self, types: &[&str]) -> Vec<String> {
        self.tokens
            .windows(3)
            .filter_map(|window| match window {
                [
                    and,
                    mutable,
                    Token {
                        line,
                        kind: Kind::Word(word),
                    },
                ] if and.kind == Kind::Mark('&')
                    && mutable.kind.is_word("mut")
                    && types.contains(&word.as_str()) =>
                {
                    Some(self.breach(
                        *line,
                        &format!("a panel borrows {word} to change it; panels push commands."),
                    ))
                }
                _ => None,
            })
            .collect()
    }

    fn breach(&self, line: usize, sentence: &str) -> String {
        format!("src/{}:{line}: {sentence}", self.name)
    }

    /// The module of this crate that a path leads to, seen from here.
    fn crate_module(&self, named: &Named) -> Option<String> {
        let path = &named.path;
        match path.first()?.as_str() {
            "crate" | "sahelscope" => path.get(1).cloned(),
            "super" => {
                let ups = path.iter().take_while(|step| *step == "super").count();
                (ups == self.depth())
                    .then(|| path.get(ups).cloned())
                    .flatten()
            }
            _ => None,
        }
    }

    /// Steps from the root of the crate to the module that this file is.
    fn depth(&self) -> usize {
        let steps = self.name.split('/').count();
        steps - usize::from(self.name.ends_with("mod.rs"))
    }
}

fn is_hexadecimal(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| {
        [3, 6, 8].contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_hexdigit())
    })
}

/// The tokens outside `#[cfg(test)]` items, and the names of test modules in files of their own.
fn without_tests(tokens: &[Token]) -> (Vec<Token>, Vec<String>) {
    let mut kept = Vec::new();
    let mut files = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(item) = behind_test_attribute(&tokens[at..]) else {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        };
        at += item;
        let end = item_end(&tokens[at..]);
        let words: Vec<&str> = tokens[at..at + end]
            .iter()
            .take_while(|token| token.kind != Kind::Mark('{'))
            .filter_map(|token| match &token.kind {
                Kind::Word(word) => Some(word.as_str()),
                _ => None,
            })
            .collect();
        if let Some(module) = words.iter().position(|word| *word == "mod") {
            files.extend(words.get(module + 1).map(|name| (*name).to_owned()));
        }
        at += end;
    }
    (kept, files)
}

/// The number of tokens of `#[cfg(test)]` or `#[cfg(any(test, …))]` and of what else stands
/// before the item.
fn behind_test_attribute(tokens: &[Token]) -> Option<usize> {
    let kinds: Vec<&Kind> = tokens.iter().take(5).map(|token| &token.kind).collect();
    let is_test = matches!(kinds.as_slice(), [hash, open, cfg, paren, test]
        if **hash == Kind::Mark('#')
            && **open == Kind::Mark('[')
            && cfg.is_word("cfg")
            && **paren == Kind::Mark('(')
            && test.is_word("test"));
    is_test.then(|| {
        tokens
            .iter()
            .position(|token| token.kind == Kind::Mark(']'))
            .map_or(tokens.len(), |at| at + 1)
    })
}

/// The number of tokens up to the end of the item: its semicolon or its closing brace.
fn item_end(tokens: &[Token]) -> usize {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Mark('{') => depth += 1,
            Kind::Mark('}') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return index + 1;
                }
            }
            Kind::Mark(';') if depth == 0 => return index + 1,
            _ => {}
        }
    }
    tokens.len()
}

#[cfg(test)]
mod tests {
    use super::Source;
    use crate::LEVELS;

    #[test]
    fn a_breach_is_a_sentence_with_its_place() {
        let source = Source::read(
            "data/source_file.rs",
            "use crate::{\n    model::Issue,\n    map::Pose,\n};",
        );
        assert_eq!(
            source.breaches_of_levels(&LEVELS),
            ["src/data/source_file.rs:3: data names map, which stands above it."]
        );
        let sibling = Source::read("io/mod.rs", "fn f() { super::typeset::g() }");
        assert_eq!(
            sibling.breaches_of_levels(&LEVELS),
            ["src/io/mod.rs:1: io names typeset, which stands beside it."]
        );
    }

    #[test]
    fn tests_inside_a_source_may_do_what_tests_do() {
        let text = "fn f() {}\n#[cfg(test)]\nmod tests { use std::fs; fn g() { if a { b } } }\nuse std::thread;";
        let source = Source::read("ui/mod.rs", text);
        assert!(source.uses_of("std::fs", "").is_empty());
        assert_eq!(source.uses_of("std::thread", "no").len(), 1);
    }

    #[test]
    fn a_colour_is_seen_however_it_is_written() {
        let text =
            "let a = egui::Color32::from_rgb(1, 2, 3); let b = Color32::RED; let c = \"#ff00AA\";
            let d = Color32::TRANSPARENT; let e = \"#0\"; let f = color.gamma_multiply(0.5);
            painter.image(texture, rect, whole, Color32::WHITE); let g = Color32::from_rgb(r, g, b);";
        assert_eq!(Source::read("ui/a.rs", text).colour_literals().len(), 3);
    }

    #[test]
    fn a_panel_that_would_change_the_state_is_seen() {
        let source = Source::read("ui/a.rs", "fn f(app: &mut App, ui: &mut Ui) {}");
        assert_eq!(source.mutable_borrows_of(&["App"]).len(), 1);
    }
}
