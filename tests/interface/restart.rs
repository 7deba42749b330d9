//! What outlives the window, and what is said when it cannot.

use std::{fs, path::Path, thread::sleep, time::Duration};

use egui::Key;
use egui_kittest::kittest::Queryable;
use sahelscope::settings::{self, Settings};

use crate::support::program::{Program, program_of, window};

/// The program as it starts with what is kept at `path`.
fn started(path: &Path) -> Program {
    program_of(
        window([1200.0, 800.0]),
        settings::load(path),
        Some(path.to_path_buf()),
    )
}

/// Lets the moments pass after which things are kept, and their threads end.
fn rest(program: &mut Program) {
    for _ in 0..8 {
        program.run_steps(20);
        sleep(Duration::from_millis(30));
    }
}

/// How many labels say what `words` begins with.
fn said(program: &Program, words: &str) -> usize {
    program
        .query_all_by(|node| {
            let texts = [node.label(), node.value()];
            texts.iter().flatten().any(|text| text.starts_with(words))
        })
        .count()
}

#[test]
fn settings_that_cannot_be_read_are_left_alone_and_that_is_said_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    fs::create_dir(&path).unwrap();
    let mut program = started(&path);
    assert_eq!(said(&program, "The settings are at"), 1);
    for _ in 0..3 {
        program.key_press(Key::T);
        rest(&mut program);
        let failed = said(&program, "Settings or bookmarks could not be saved");
        assert_eq!(failed, 1);
    }
    assert!(path.is_dir());
}

#[test]
fn settings_are_kept_a_moment_after_they_change_and_not_only_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    let mut program = started(&path);
    let was_open = Settings::default().table.is_open;
    program.key_press(Key::T);
    rest(&mut program);
    assert_eq!(settings::load(&path).settings.table.is_open, !was_open);
}
