//! The design, held by a test: which module may name which, and who alone may touch files, threads,
//! colours and the map library. It reads the sources; a breach is a sentence with its place.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod house;
mod lexer;
mod paths;
mod rules;
mod signatures;
mod words;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use self::rules::Source;

/// The modules of the crate, lowest first. A module may name those of lower levels, and of its
/// own level only itself.
const LEVELS: [&[&str]; 10] = [
    &["model", "scan", "work"],
    &["text", "timeline", "theme", "suggest"],
    &["data"],
    &["query"],
    &["session"],
    &["io", "typeset"],
    &["map"],
    &["command", "settings"],
    &["ui"],
    &["app", "cli"],
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every source of the crate without its tests, read once.
fn sources() -> &'static [Source] {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    SOURCES.get_or_init(read_sources)
}

fn read_sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources: Vec<Source> = rust_files(&root)
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let name = path.strip_prefix(&root).unwrap();
            Source::read(&name.to_string_lossy().replace('\\', "/"), &text)
        })
        .collect();
    let tests: Vec<String> = sources.iter().flat_map(Source::test_files).collect();
    sources.retain(|source| !tests.contains(&source.name));
    sources
}

fn assert_none(breaches: &[String]) {
    let breaches: BTreeSet<&str> = breaches.iter().map(String::as_str).collect();
    let breaches: Vec<&str> = breaches.into_iter().collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn every_module_has_a_level() {
    let modules: Vec<String> = sources().iter().map(Source::module).collect();
    for module in modules
        .iter()
        .filter(|module| !["lib", "main"].contains(&module.as_str()))
    {
        assert!(
            LEVELS.iter().any(|level| level.contains(&module.as_str())),
            "{module} has no level: say in tests/layers where it stands"
        );
    }
    assert!(
        modules.len() > 50,
        "the search for sources finds too little"
    );
}

#[test]
fn the_map_of_the_house_names_every_module() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let map = fs::read_to_string(root.join("src/lib.rs")).unwrap();
    let breaches: Vec<String> = LEVELS
        .into_iter()
        .flatten()
        .filter(|module| !map.contains(&format!("//! | [`{module}`] | ")))
        .map(|module| format!("src/lib.rs: {module} has no line in the table of modules."))
        .collect();
    assert_none(&breaches);
}

#[test]
fn every_place_that_contributors_are_sent_to_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("CONTRIBUTING.md")).unwrap();
    let places: Vec<&str> = text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|quoted| {
            ["src/", "tests/", "assets/"]
                .iter()
                .any(|it| quoted.starts_with(it))
        })
        .filter(|quoted| !quoted.contains(['*', '{', ' ']) && !quoted.contains("NAME"))
        .collect();
    assert!(places.len() > 10, "the search for places finds too little");
    let breaches: Vec<String> = places
        .into_iter()
        .filter(|place| !root.join(place).exists() && !root.join(format!("{place}.rs")).exists())
        .map(|place| format!("CONTRIBUTING.md: there is no {place}."))
        .collect();
    assert_none(&breaches);
}

#[test]
fn layers_point_only_down() {
    let breaches: Vec<String> = sources()
        .iter()
        .flat_map(|source| source.breaches_of_levels(&LEVELS))
        .collect();
    assert_none(&breaches);
}

#[test]
fn what_can_be_wrong_about_data_and_time_is_tested_without_a_window() {
    let windowless = [
        "model", "scan", "data", "query", "session", "work", "timeline", "text", "io",
    ];
    let breaches: Vec<String> = sources()
        .iter()
        .filter(|source| windowless.contains(&source.module().as_str()))
        .flat_map(|source| {
            ["egui", "eframe", "walkers", "epaint", "wgpu", "winit"]
                .iter()
                .flat_map(|library| {
                    source.uses_of(
                        library,
                        "which is about pixels; what it needs belongs to a layer above",
                    )
                })
                .collect::<Vec<_>>()
        })
        .collect();
    assert_none(&breaches);
}

#[test]
fn only_one_module_touches_each_dangerous_thing() {
    let owners = [
        (
            "walkers",
            "map",
            "whose interface moves; only map may know it",
        ),
        ("std::fs", "io", "but only io touches files"),
        ("tempfile", "io", "but only io touches files"),
        (
            "std::thread",
            "work",
            "but only work starts threads, each with a name",
        ),
    ];
    let sources = sources();
    let breaches: Vec<String> = owners
        .iter()
        .flat_map(|(path, owner, why)| {
            sources
                .iter()
                .filter(|source| source.module() != *owner)
                .flat_map(|source| source.uses_of(path, why))
                .collect::<Vec<_>>()
        })
        .collect();
    assert_none(&breaches);
}

#[test]
fn colours_are_named_in_the_theme_alone() {
    let breaches: Vec<String> = sources()
        .iter()
        .filter(|source| source.module() != "theme")
        .flat_map(Source::colour_literals)
        .collect();
    assert_none(&breaches);
}

#[test]
fn panels_never_change_the_state() {
    let breaches: Vec<String> = sources()
        .iter()
        .filter(|source| source.module() == "ui")
        .flat_map(|source| {
            source.mutable_borrows_of(&[
                "App", "State", "Document", "Chrome", "Dataset", "Settings", "Filter",
            ])
        })
        .collect();
    assert_none(&breaches);
}
