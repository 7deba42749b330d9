//! Every format that the program reads, cut short and with bytes changed: read and said, or refused in a sentence.
//!
//! Few of each within the test command. `tests/suites/run` sets `SUITES=whole`, for every prefix and for thousands
//! of changed bytes a sample.

use std::{fs, path::Path};

use sahelscope::{
    data::{Dataset, FileOrigin, Filter},
    io::{Watch, formats, read::read_part},
    model::{Lang, Layer},
    text::Catalogue,
};

use super::damaged::Dice;
use crate::support::exported::exported;

/// A file as it is when nothing is wrong with it.
struct Sample {
    name: String,
    bytes: Vec<u8>,
}

/// A few of the bundled records as each format writes them, and the fixtures of foreign datasets.
fn samples() -> Vec<Sample> {
    let bundled = Dataset::from_parts(vec![sahelscope::io::read::bundled()]);
    let few = Filter {
        layers: Some([Layer::Incident].into()),
        ..Filter::default()
    };
    let written = formats::written().map(|format| Sample {
        name: format!("few.{}", format.ending()),
        bytes: exported(&bundled, &few, format, false),
    });
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let found = [fixtures.join("formats"), fixtures]
        .into_iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.is_file() && path.extension().is_some_and(|it| it != "md" && it != "gz")
        })
        .map(|path| Sample {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            bytes: fs::read(path).unwrap(),
        });
    let mut all: Vec<Sample> = written.chain(found).collect();
    all.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(all.len() > 20, "{}", all.len());
    all
}

/// Whether every prefix and tens of thousands of changes are asked for.
fn is_whole() -> bool {
    std::env::var_os("SUITES").is_some_and(|it| it == "whole")
}

/// Reads the bytes as a file of that name: its counts add up, or one sentence in each language says why not.
fn read_or_refused(name: &str, bytes: Vec<u8>, what: &str) {
    match read_part(name, FileOrigin::Stdin, bytes, &Watch::nobody()) {
        Ok(part) => {
            let dataset = Dataset::from_parts(vec![part]);
            let totals = dataset.columns().totals();
            let said = dataset.issues().iter().filter(|it| it.row.is_some());
            assert!(
                totals.unreadable <= said.count(),
                "{name} {what}: {totals:?}"
            );
        }
        Err(error) => {
            for lang in Lang::ALL {
                let sentence = error.sentence(&Catalogue::plain(lang));
                assert!(sentence.contains(name), "{name} {what}: {sentence}");
                assert!(
                    !sentence.contains(['\n', '\u{1b}']),
                    "{name} {what}: {sentence}"
                );
            }
        }
    }
}

#[test]
fn a_file_of_any_format_is_cut_and_nothing_crashes() {
    for Sample { name, bytes } in samples() {
        let step = if is_whole() {
            1
        } else {
            (bytes.len() / 8).max(1)
        };
        for length in (0..bytes.len()).step_by(step) {
            read_or_refused(&name, bytes[..length].to_vec(), &format!("cut at {length}"));
        }
    }
}

#[test]
fn bytes_of_any_format_are_changed_and_nothing_crashes() {
    let rounds = if is_whole() { 2000 } else { 10 };
    let mut dice = Dice::new(0x2026_1130);
    for Sample { name, bytes } in samples() {
        for _ in 0..rounds {
            let mut changed = bytes.clone();
            let at = dice.throw(changed.len());
            let bit = dice.throw(8);
            changed[at] ^= 1 << bit;
            read_or_refused(&name, changed, &format!("bit {bit} of byte {at} flipped"));
        }
    }
}
