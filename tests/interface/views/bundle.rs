//! Sealed bundles in the window: written, verified when they are opened, looked at as they were sealed.

use std::{fs, path::Path};

use egui::{Key, Modifiers};

use super::export::{is_there, press, program, type_path, wait_for, with_a_file};
use crate::support::program::Program;

/// Chooses an action by its name in the palette.
fn choose(program: &mut Program, action: &str) {
    press(program, Modifiers::COMMAND, Key::K);
    program.event(egui::Event::Text(action.to_owned()));
    program.run_steps(4);
    press(program, Modifiers::NONE, Key::Enter);
    program.run_steps(4);
}

fn seal(program: &mut Program, path: &Path) {
    choose(program, "Seal a bundle");
    assert!(is_there(program, "not prove that what is said is true"));
    type_path(program, path);
    press(program, Modifiers::NONE, Key::Enter);
}

#[test]
fn a_bundle_is_sealed_opened_as_it_was_seen_and_verified() {
    let (folder, mut first) = with_a_file();
    let path = folder.path().join("out.zip");
    seal(&mut first, &path);
    wait_for(&mut first, "out.zip: sealed.");
    let mut second = program();
    let open = |program: &mut Program, path: &Path| {
        let said = sahelscope::data::Said::default();
        program
            .state_mut()
            .open_at_start(vec![path.to_path_buf()], said);
    };
    open(&mut second, &path);
    wait_for(&mut second, "out.zip: everything is as it was sealed.");
    // The name of a bundle says nothing: what is in it does.
    let bytes = fs::read(&path).unwrap();
    let at = bytes.windows(5).position(|it| it == b"First").unwrap();
    let mut changed = bytes;
    changed[at] ^= 1;
    let other = folder.path().join("changed.zip");
    fs::write(&other, changed).unwrap();
    let mut third = program();
    open(&mut third, &other);
    wait_for(&mut third, "changed.zip: not as it was sealed.");
    assert!(is_there(&third, "data/records.csv"));
}
