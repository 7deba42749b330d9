//! What a function asks for has names: no tuple is taken apart in a signature, and few are asked for at all.

use super::{
    assert_none,
    lexer::{Kind, Token},
    rules::Source,
    sources,
};

/// Parameters with a tuple somewhere in their type, such as lists of names with values. A struct says what its members
/// are: the number only ever falls.
const TUPLES: usize = 46;

/// A parameter of a function.
struct Parameter<'a> {
    function: &'a str,
    line: usize,
    pattern: &'a [Token],
    of: &'a [Token],
}

impl Parameter<'_> {
    /// Whether a tuple is taken apart in the signature itself.
    fn is_taken_apart(&self) -> bool {
        let is_tuple = |tokens: &[Token]| is_mark(tokens.first(), '(');
        is_tuple(self.pattern)
    }

    /// Whether a tuple stands in its type. What a closure takes or gives is its own affair.
    fn has_tuple(&self) -> bool {
        let is_closure = |token: &Token| {
            ["Fn", "FnMut", "FnOnce", "fn"]
                .iter()
                .any(|word| token.kind.is_word(word))
        };
        if self.of.iter().any(is_closure) {
            return false;
        }
        // Commas since each open bracket.
        let mut open: Vec<(char, usize)> = Vec::new();
        for token in self.of {
            match token.kind {
                Kind::Mark(mark @ ('(' | '[' | '<' | '{')) => open.push((mark, 0)),
                Kind::Mark(',') => {
                    if let Some((_, commas)) = open.last_mut() {
                        *commas += 1;
                    }
                }
                Kind::Mark(')' | ']' | '>' | '}') if matches!(open.pop(), Some(('(', 1..))) => {
                    return true;
                }
                _ => {}
            }
        }
        false
    }
}

fn is_mark(token: Option<&Token>, mark: char) -> bool {
    token.is_some_and(|token| token.kind == Kind::Mark(mark))
}

/// The number of tokens from an opening bracket to behind the one that closes it.
fn bracketed(tokens: &[Token]) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        let is_arrow = at > 0 && is_mark(tokens.get(at - 1), '-');
        match token.kind {
            Kind::Mark('(' | '[' | '<' | '{') => depth += 1,
            Kind::Mark('>') if is_arrow => {}
            Kind::Mark(')' | ']' | '>' | '}') => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    tokens.len()
}

/// What stands between the commas of a list.
fn parts(tokens: &[Token]) -> Vec<&[Token]> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < tokens.len() {
        match tokens[at].kind {
            Kind::Mark('(' | '[' | '<' | '{') => at += bracketed(&tokens[at..]),
            Kind::Mark(',') => {
                parts.push(&tokens[start..at]);
                at += 1;
                start = at;
            }
            _ => at += 1,
        }
    }
    parts.push(&tokens[start..]);
    parts
}

/// The parameters of the functions of a file, but for `self`.
fn parameters(source: &Source) -> Vec<Parameter<'_>> {
    let tokens = source.tokens();
    let mut found = Vec::new();
    for at in (0..tokens.len()).filter(|at| tokens[*at].kind.is_word("fn")) {
        let Some(Kind::Word(function)) = tokens.get(at + 1).map(|token| &token.kind) else {
            continue;
        };
        let mut open = at + 2;
        if is_mark(tokens.get(open), '<') {
            open += bracketed(&tokens[open..]);
        }
        let close = open + bracketed(&tokens[open..]) - 1;
        for part in parts(&tokens[open + 1..close]) {
            if let Some(colon) = part.iter().position(|it| it.kind == Kind::Mark(':')) {
                found.push(Parameter {
                    function,
                    line: part[0].line,
                    pattern: &part[..colon],
                    of: &part[colon + 1..],
                });
            }
        }
    }
    found
}

fn breaches(source: &Source) -> Vec<String> {
    let parameters = parameters(source).into_iter();
    parameters
        .filter(Parameter::is_taken_apart)
        .map(|it| {
            format!(
                "src/{}:{}: {} takes a tuple apart in its signature; make it parameters, or a struct with names.",
                source.name, it.line, it.function
            )
        })
        .collect()
}

#[test]
fn no_signature_takes_a_tuple_apart() {
    let breaches: Vec<String> = sources().iter().flat_map(breaches).collect();
    assert_none(&breaches);
}

#[test]
fn few_parameters_are_tuples() {
    let all: Vec<Parameter<'_>> = sources().iter().flat_map(parameters).collect();
    assert!(
        all.len() > 9000,
        "the search finds {} parameters",
        all.len()
    );
    let tuples = all.iter().filter(|it| it.has_tuple());
    let names: Vec<&str> = tuples.map(|it| it.function).collect();
    assert!(
        names.len() <= TUPLES,
        "{} parameters have tuples, in {}; a struct has names for what they are.",
        names.len(),
        names.join(", ")
    );
}

#[test]
fn tuples_are_found_where_they_stand() {
    let text = "fn a<T: Fn(u8, u8)>((x, y): (u8, u8), of: &[(A, B)], f: &dyn Fn(u8, u8), m: Map<A, B>) {}
        fn b(&self, [x, y]: [u8; 2], n: Vec<(A, Option<B>)>, u: (), t: (A)) -> (u8, u8) { c((1, 2)) }";
    let source = Source::read("ui/a.rs", text);
    let found = parameters(&source);
    let tuples: Vec<(&str, usize)> = found
        .iter()
        .filter(|it| it.has_tuple())
        .map(|it| (it.function, it.line))
        .collect();
    assert_eq!(found.len(), 8);
    assert_eq!(tuples, [("a", 1), ("a", 1), ("b", 2)]);
    assert_eq!(breaches(&source).len(), 1);
}
