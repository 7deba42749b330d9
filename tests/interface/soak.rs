//! The window for minutes on end: files opened, time played, records changed. Memory and handles stay flat.
//!
//! `tests/suites/run soak MINUTES` runs it; it measures the whole process, so that nothing may run beside it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]
#![allow(
    clippy::print_stdout,
    reason = "what was measured is what it is run for"
)]
#![cfg(target_os = "linux")]

use std::{
    fs,
    path::{Path, PathBuf},
    thread::sleep,
    time::{Duration, Instant},
};

use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use sahelscope::{data::Said, settings::Settings};

use crate::support::program::{Program, program, window};

/// How much more there may be at the end than after the first quarter, in hundredths.
const MOST: u64 = 105;

/// Records of each file.
const RECORDS: usize = 2_000;

/// One of what is held.
type Measure = fn(&Held) -> u64;

/// What the process holds.
#[derive(Clone, Copy, Debug)]
struct Held {
    kibibytes: u64,
    handles: u64,
    threads: u64,
}

impl Held {
    fn now() -> Self {
        let status = fs::read_to_string("/proc/self/status").unwrap();
        let of = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let number = line.unwrap().split_ascii_whitespace().next();
            number.unwrap().parse::<u64>().unwrap()
        };
        Self {
            kibibytes: of("VmRSS:"),
            handles: fs::read_dir("/proc/self/fd").unwrap().count() as u64,
            threads: of("Threads:"),
        }
    }
}

/// The middle one of what was measured in a part of the run.
fn middle(held: &[Held], of: fn(&Held) -> u64) -> u64 {
    let mut all: Vec<u64> = held.iter().map(of).collect();
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// Writes a file in one of several formats, without the log of an earlier round.
fn written(folder: &Path, number: usize) -> PathBuf {
    let path = folder.join(["a.geojson", "b.csv", "c.geojsonl"][number % 3]);
    let _ = fs::remove_dir_all(path.with_extension("geojson.log"));
    let feature = |row: usize| {
        let (lon, lat) = (-8.0 + row as f64 / 500.0, 12.0 + row as f64 / 1000.0);
        let month = row % 12 + 1;
        format!(
            r#"{{"type":"Feature","id":"r{row}","geometry":{{"type":"Point","coordinates":[{lon},{lat}]}},"properties":{{"layer":"incident","title":"record {row}","date":"2022-{month:02}"}}}}"#
        )
    };
    let text = match number % 3 {
        0 => {
            let features: Vec<String> = (0..RECORDS).map(feature).collect();
            let features = features.join(",\n");
            format!(
                r#"{{"type":"FeatureCollection","profile":"sahelscope/1","features":[{features}]}}"#
            )
        }
        1 => {
            let row = |row: usize| {
                let lat = 12.0 + row as f64 / 1000.0;
                format!("r{row},2022-03-05,place {row},{lat},-8\n")
            };
            let rows: String = (0..RECORDS).map(row).collect();
            format!("id,date,place,latitude,longitude\n{rows}")
        }
        _ => (0..RECORDS).map(|row| feature(row) + "\n").collect(),
    };
    fs::write(&path, text).unwrap();
    path
}

fn press(program: &mut Program, modifiers: Modifiers, key: Key) {
    program.key_press_modifiers(modifiers, key);
    program.run_steps(4);
}

/// Opens a file and lets a little time be played over it.
fn open(program: &mut Program, path: PathBuf) {
    program
        .state_mut()
        .open_at_start(vec![path], Said::default());
    for _ in 0..6 {
        program.run_steps(4);
        sleep(Duration::from_millis(15));
    }
    press(program, Modifiers::NONE, Key::Escape);
    press(program, Modifiers::NONE, Key::Space);
    program.run_steps(20);
    press(program, Modifiers::NONE, Key::Space);
}

/// Changes the title of a record, takes that back, does it again and saves.
fn edit(program: &mut Program) {
    press(program, Modifiers::NONE, Key::N);
    press(program, Modifiers::NONE, Key::E);
    let field = program.query_by_role_and_label(Role::TextInput, "Title, English");
    let Some(field) = field else { return };
    field.focus();
    program.run_steps(2);
    press(program, Modifiers::COMMAND, Key::A);
    program.event(Event::Text("changed".to_owned()));
    program.run_steps(2);
    press(program, Modifiers::NONE, Key::Enter);
    press(program, Modifiers::COMMAND, Key::Z);
    press(program, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    press(program, Modifiers::COMMAND, Key::S);
    for _ in 0..4 {
        program.run_steps(4);
        sleep(Duration::from_millis(15));
    }
}

#[test]
#[ignore = "takes minutes, and measures the process: tests/suites/run soak MINUTES"]
fn memory_and_handles_stay_flat_while_files_are_opened_played_and_changed() {
    let minutes = std::env::var("SOAK_MINUTES").ok();
    let minutes: u64 = minutes.and_then(|it| it.parse().ok()).unwrap_or(10);
    let until = Instant::now() + Duration::from_secs(minutes * 60);
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        language: Some("en".to_owned()),
        author: Some("Aminata".to_owned()),
        records_folder: Some(folder.path().to_path_buf()),
        ..Settings::default()
    };
    let mut program = program(window([1280.0, 900.0]), settings);
    let (mut held, mut loads, mut edits) = (Vec::new(), 0, 0);
    while Instant::now() < until {
        let path = written(folder.path(), loads);
        open(&mut program, path);
        if loads.is_multiple_of(3) {
            edit(&mut program);
            edits += 1;
        }
        loads += 1;
        held.push(Held::now());
    }
    let quarter = held.len() / 4;
    let first = held.get(quarter..2 * quarter).unwrap();
    let last = held.get(held.len() - quarter..).unwrap();
    println!("{minutes} minutes, {loads} loads, {edits} edits");
    let parts: [(&str, Measure); 3] = [
        ("KiB of memory", |it| it.kibibytes),
        ("handles", |it| it.handles),
        ("threads", |it| it.threads),
    ];
    for (name, of) in parts {
        let (before, after) = (middle(first, of), middle(last, of));
        println!("{name}: {before} in the second quarter, {after} in the last");
        assert!(
            after * 100 <= before * MOST + 200,
            "{name}: {before} became {after}"
        );
    }
}
