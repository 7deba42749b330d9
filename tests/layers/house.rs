//! What keeps a file readable: how long it is, how long its functions are, that what it names stands below it, and that
//! one name is one thing.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    assert_none,
    lexer::{Kind, Token},
    rules::Source,
    sources,
};

/// Most lines of a file, its tests left out.
const FILE_LINES: usize = 450;
/// Most lines of a function.
const FUNCTION_LINES: usize = 70;

/// Files that are tables of words or of columns: a line says one thing, and all are alike.
const TABLES: [&str; 2] = ["model/mapping/names.rs", "model/preset/layouts.rs"];

/// Functions that are tables, an arm or an entry for each thing.
const LISTS: [&str; 5] = [
    "app/dispatch/time.rs: apply",
    "command/action/file.rs: file",
    "command/action/time.rs: time",
    "command/action/view.rs: view",
    "model/mapping/names.rs: usual_names",
];

fn words(tokens: &[Token], at: usize) -> Option<&str> {
    match &tokens.get(at)?.kind {
        Kind::Word(word) => Some(word),
        _ => None,
    }
}

/// The functions of a file with the lines that they take.
fn functions(source: &Source) -> Vec<(&str, usize)> {
    let tokens = source.tokens();
    let begins = (0..tokens.len()).filter(|at| tokens[*at].kind.is_word("fn"));
    begins
        .filter_map(|at| {
            let name = words(tokens, at + 1)?;
            let mut depth = 0_usize;
            for token in &tokens[at..] {
                match token.kind {
                    Kind::Mark('{') => depth += 1,
                    Kind::Mark('}') if depth == 1 => {
                        return Some((name, token.line - tokens[at].line + 1));
                    }
                    Kind::Mark('}') => depth = depth.checked_sub(1)?,
                    Kind::Mark(';') if depth == 0 => return None,
                    _ => {}
                }
            }
            None
        })
        .collect()
}

#[test]
fn files_and_functions_are_short() {
    let sources = sources();
    let long_files = sources.iter().filter_map(|source| {
        let lines = source.tokens().last()?.line;
        let is_long = lines > FILE_LINES && !TABLES.contains(&source.name.as_str());
        is_long.then(|| {
            format!(
                "src/{} has {lines} lines without its tests; split it where it has a seam.",
                source.name
            )
        })
    });
    let long_functions = sources.iter().flat_map(|source| {
        functions(source).into_iter().filter_map(|(name, lines)| {
            let place = format!("{}: {name}", source.name);
            let is_long = lines > FUNCTION_LINES && !LISTS.contains(&place.as_str());
            is_long.then(|| format!("src/{place} has {lines} lines; a function does one thing."))
        })
    });
    let breaches: Vec<String> = long_files.chain(long_functions).collect();
    assert_none(&breaches);
}

/// Which files name which: each with those of other branches of the tree that it takes something from. What lies inside of
/// a module is one thing with it.
fn arrows(sources: &[Source]) -> BTreeMap<Vec<&str>, BTreeSet<Vec<&str>>> {
    let files: BTreeSet<Vec<&str>> = sources.iter().map(Source::path).collect();
    let mut arrows: BTreeMap<Vec<&str>, BTreeSet<Vec<&str>>> = BTreeMap::new();
    for source in sources {
        let own = source.path();
        let named = source.targets().filter_map(|mut target| {
            while !files.contains(&target) {
                target.pop()?;
            }
            let is_apart = !target.starts_with(&own) && !own.starts_with(&target);
            is_apart.then_some(target)
        });
        arrows.insert(own.clone(), named.collect());
    }
    arrows
}

/// The files that lie on a circle: what is left when those that name none of the others, or are named by none, are taken
/// away until nothing more goes.
fn circles(mut arrows: BTreeMap<Vec<&str>, BTreeSet<Vec<&str>>>) -> Vec<String> {
    loop {
        let count = arrows.len();
        let named: BTreeSet<Vec<&str>> = arrows.values().flatten().cloned().collect();
        let files: BTreeSet<Vec<&str>> = arrows.keys().cloned().collect();
        arrows.retain(|file, names| {
            named.contains(file) && names.iter().any(|it| files.contains(it))
        });
        let files: BTreeSet<Vec<&str>> = arrows.keys().cloned().collect();
        for names in arrows.values_mut() {
            names.retain(|name| files.contains(name));
        }
        if arrows.len() == count {
            break;
        }
    }
    let path = |steps: &Vec<&str>| steps.join("/");
    arrows
        .iter()
        .map(|(file, names)| {
            let names: Vec<String> = names.iter().map(path).collect();
            format!(
                "src/{} lies in a circle of imports, by way of {}.",
                path(file),
                names.join(", ")
            )
        })
        .collect()
}

#[test]
fn no_file_imports_in_a_circle() {
    let sources = sources();
    let arrows = arrows(sources);
    let count: usize = arrows.values().map(BTreeSet::len).sum();
    assert!(count > 1000, "the search for imports finds too little");
    assert_none(&circles(arrows));
}

/// The types that other files see, with the places where they are made.
fn visible_types(sources: &[Source]) -> BTreeMap<&str, Vec<String>> {
    const MAKERS: [&str; 5] = ["struct", "enum", "union", "trait", "type"];
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for source in sources {
        let tokens = source.tokens();
        for at in 1..tokens.len() {
            // Behind `pub`, or behind the place that `pub(in …)` names.
            let is_visible =
                tokens[at - 1].kind.is_word("pub") || tokens[at - 1].kind == Kind::Mark(')');
            let is_made = MAKERS.iter().any(|maker| tokens[at].kind.is_word(maker));
            if let Some(name) = words(tokens, at + 1).filter(|_| is_visible && is_made) {
                let place = format!("src/{}:{}", source.name, tokens[at].line);
                places.entry(name).or_default().push(place);
            }
        }
    }
    places
}

/// A name that two files give to different things is read wrongly in one of them.
fn shared_names(sources: &[Source]) -> Vec<String> {
    visible_types(sources)
        .into_iter()
        .filter(|(_, places)| places.len() > 1)
        .map(|(name, places)| {
            let places = places.join(" and ");
            format!("{name} is the name of two types, in {places}; give each what it is.")
        })
        .collect()
}

#[test]
fn no_two_visible_types_have_one_name() {
    let sources = sources();
    let count = visible_types(sources).len();
    assert!(count > 700, "the search for types finds too little");
    assert_none(&shared_names(sources));
}

#[test]
fn circles_shared_names_and_long_functions_are_found() {
    let read = |name: &str, text: &str| Source::read(name, text);
    let sources = [
        read("a/one.rs", "use super::two::Two; pub struct One;"),
        read(
            "a/two.rs",
            "use crate::a::{three::Three, mod_b}; pub(super) struct Two;",
        ),
        read(
            "a/three.rs",
            "fn f() { super::one::g() } struct One { a: u8 }",
        ),
        read(
            "a/four.rs",
            "use super::one::One; trait T { type Item; fn g(); }",
        ),
    ];
    let found = circles(arrows(&sources));
    assert_eq!(found.len(), 3);
    assert_eq!(
        found[0],
        "src/a/one lies in a circle of imports, by way of a/two."
    );
    let shared = [
        read(
            "a.rs",
            "pub(super) struct Kind; struct Own; type Made = u8;",
        ),
        read("b.rs", "trait Own {} pub enum Kind {} pub type Made = u8;"),
    ];
    assert_eq!(
        shared_names(&shared),
        ["Kind is the name of two types, in src/a.rs:1 and src/b.rs:1; give each what it is."]
    );
    let source = read("b.rs", "fn a() {\n if b {\n c\n }\n}\nfn d();");
    assert_eq!(functions(&source), [("a", 5)]);
}
