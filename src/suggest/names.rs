//! Names that are known, found in a text whatever Arabic writes as one with them.

use std::collections::HashMap;

use super::{
    Known, SuggestionKind,
    tokens::{PREFIXES, TokenKind, Tokens},
};

/// A name found: its tokens, its kind, what is known by it, and where it is known from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NameFound<'a> {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) kind: SuggestionKind,
    pub(super) value: &'a str,
    pub(super) rule: &'static str,
}

/// Names by their first word.
pub(super) struct Names<'a>(HashMap<String, Vec<Name<'a>>>);

struct Name<'a> {
    words: Vec<String>,
    /// Whether it is written with a capital letter, which its words in a text have too.
    is_capital: bool,
    known: &'a Known,
}

/// Letters that a name has at least.
const SHORTEST: usize = 3;

/// Places of the map whose names are words, or names of people, much more often: as Arabic writes `frame`, `Bashar`.
const ORDINARY: [&str; 6] = ["اطار", "بشار", "لاي", "ساي", "باب", "بني"];

impl<'a> Names<'a> {
    pub(super) fn of(known: &'a [Known]) -> Self {
        let mut names: HashMap<String, Vec<Name<'a>>> = HashMap::new();
        for known in known {
            let tokens = Tokens::of(&known.name);
            let words = words_of(&tokens);
            let Some(first) = words.first().cloned() else {
                continue;
            };
            let whole = words.concat();
            let is_ordinary = known.rule == "gazetteer" && ORDINARY.contains(&whole.as_str());
            if whole.chars().count() < SHORTEST || is_ordinary {
                continue;
            }
            let is_capital = known.name.starts_with(char::is_uppercase);
            names.entry(first).or_default().push(Name {
                words,
                is_capital,
                known,
            });
        }
        Self(names)
    }

    /// Finds the names in a text, of two that begin alike the longer one; of two of one length the one that stands
    /// first among the known.
    pub(super) fn find(&self, tokens: &Tokens) -> Vec<NameFound<'a>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let one = self.at(tokens, at);
            at = one.as_ref().map_or(at + 1, |one: &NameFound<'_>| one.end);
            found.extend(one);
        }
        found
    }

    fn at(&self, tokens: &Tokens, at: usize) -> Option<NameFound<'a>> {
        let token = tokens
            .get(at)
            .filter(|token| token.kind != TokenKind::Mark)?;
        let mut best: Option<NameFound<'a>> = None;
        for first in variants(&token.plain) {
            for name in self.0.get(&first).into_iter().flatten() {
                if name.is_capital && token.plain.is_ascii() && !token.is_capital {
                    continue;
                }
                let Some(end) = ends(tokens, at, &name.words) else {
                    continue;
                };
                if best.as_ref().is_none_or(|best| end > best.end) {
                    best = Some(NameFound {
                        first: at,
                        end,
                        kind: name.known.kind,
                        value: &name.known.value,
                        rule: name.known.rule,
                    });
                }
            }
        }
        best
    }
}

/// Its words and numbers, without marks.
fn words_of(tokens: &Tokens) -> Vec<String> {
    (0..tokens.len())
        .filter_map(|at| tokens.get(at))
        .filter(|token| token.kind != TokenKind::Mark)
        .map(|token| token.plain.clone())
        .collect()
}

/// A word as it is, and without what Arabic writes before it; `لل` is `ل` before `ال`.
fn variants(plain: &str) -> Vec<String> {
    let mut list = vec![plain.to_owned()];
    if plain.is_ascii() {
        return list;
    }
    for prefix in PREFIXES {
        if let Some(bare) = plain
            .strip_prefix(prefix)
            .filter(|bare| bare.chars().count() >= SHORTEST)
        {
            list.push(bare.to_owned());
        }
    }
    for prefix in ["لل", "ولل"] {
        if let Some(bare) = plain.strip_prefix(prefix) {
            list.push(format!("ال{bare}"));
        }
    }
    list
}

/// Where a name ends whose first word stands at a place.
fn ends(tokens: &Tokens, at: usize, words: &[String]) -> Option<usize> {
    let mut next = at + 1;
    for word in words.iter().skip(1) {
        while ["-", "'", "/", "\"", "."]
            .iter()
            .any(|mark| tokens.is_mark(next, mark))
        {
            next += 1;
        }
        (tokens.plain(next) == word).then_some(())?;
        next += 1;
    }
    Some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let known = [
            (SuggestionKind::Place, "Bamako", "Bamako"),
            (SuggestionKind::Place, "باماكو", "Bamako"),
            (SuggestionKind::Place, "Gao", "Gao"),
            (
                SuggestionKind::Place,
                "Bamako-Sénou airport",
                "Bamako-Sénou airport",
            ),
            (SuggestionKind::Actor, "الجيش المالي", "Malian armed forces"),
            (SuggestionKind::Equipment, "T-72B3", "T-72B3"),
        ];
        let known: Vec<Known> = known
            .into_iter()
            .map(|(kind, name, value)| Known::new(kind, name, value, "records"))
            .collect();
        let tokens = Tokens::of(text);
        let names = Names::of(&known).find(&tokens);
        names.into_iter().map(|it| it.value.to_owned()).collect()
    }

    #[test]
    fn a_name_is_found_behind_arabic_prefixes_and_across_hyphens() {
        assert_eq!(found("وصلت لباماكو"), ["Bamako"]);
        assert_eq!(found("للجيش المالي"), ["Malian armed forces"]);
        assert_eq!(
            found("at Bamako Senou airport, T-72B3"),
            ["Bamako-Sénou airport", "T-72B3"]
        );
    }

    #[test]
    fn a_name_is_no_word_in_small_letters() {
        assert_eq!(found("gao is no word here, Gao is"), ["Gao"]);
    }
}
