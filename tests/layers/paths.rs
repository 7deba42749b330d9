//! The paths that a source names: in `use` trees and in place.

use crate::lexer::{Kind, Token};

/// A path such as `std::fs::File` and its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) line: usize,
    pub(crate) path: Vec<String>,
}

/// Every path of more than one step, and every path of a `use`.
pub(crate) fn named(tokens: &[Token]) -> Vec<Named> {
    let mut named = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match &token.kind {
            Kind::Word(word) if word == "use" => {
                at = tree(tokens, at + 1, &[], &mut named);
            }
            Kind::Word(_) => at = in_place(tokens, at, &mut named),
            _ => at += 1,
        }
    }
    named
}

fn in_place(tokens: &[Token], start: usize, named: &mut Vec<Named>) -> usize {
    let mut path = Vec::new();
    let mut at = start;
    while let Some(Kind::Word(word)) = tokens.get(at).map(|token| &token.kind) {
        path.push(word.clone());
        at += 1;
        if tokens.get(at).map(|token| &token.kind) != Some(&Kind::Path) {
            break;
        }
        at += 1;
    }
    if path.len() > 1 {
        named.push(Named {
            line: tokens[start].line,
            path,
        });
    }
    at.max(start + 1)
}

/// Reads one branch of a `use` tree; the position behind it.
fn tree(tokens: &[Token], mut at: usize, prefix: &[String], named: &mut Vec<Named>) -> usize {
    let mut path = prefix.to_vec();
    let line = tokens.get(at).map_or(0, |token| token.line);
    while let Some(token) = tokens.get(at) {
        match &token.kind {
            Kind::Word(word) if word == "as" => at += 2,
            Kind::Word(word) => {
                path.push(word.clone());
                at += 1;
            }
            Kind::Path | Kind::Mark('*') => at += 1,
            Kind::Mark('{') => {
                at += 1;
                while tokens
                    .get(at)
                    .is_some_and(|token| token.kind != Kind::Mark('}'))
                {
                    at = tree(tokens, at, &path, named);
                    if tokens
                        .get(at)
                        .is_some_and(|token| token.kind == Kind::Mark(','))
                    {
                        at += 1;
                    }
                }
                return at + 1;
            }
            _ => break,
        }
    }
    named.push(Named { line, path });
    at
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::lexer::tokens;

    fn paths(text: &str) -> Vec<String> {
        named(&tokens(text))
            .into_iter()
            .map(|named| named.path.join("::"))
            .collect()
    }

    #[test]
    fn a_use_tree_gives_each_of_its_leaves() {
        assert_eq!(
            paths("use std::{fs::{self, File}, io as other, thread}; use crate::model::*;"),
            [
                "std::fs::self",
                "std::fs::File",
                "std::io",
                "std::thread",
                "crate::model"
            ]
        );
    }

    #[test]
    fn a_path_in_place_is_found() {
        assert_eq!(
            paths("let x = crate::data::SourceFile::new(std::fs::read(a.b));"),
            ["crate::data::SourceFile::new", "std::fs::read"]
        );
        assert_eq!(paths("$crate::text::Arg"), ["crate::text::Arg"]);
    }
}
