//! Pictures of the map out of the window: seen before they are drawn, then saved or copied.

use std::{collections::BTreeSet, fs, path::Path, time::Duration};

use egui::{Key, Modifiers, OutputCommand, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};

use super::export::{is_there, press, program, type_path, typed, wait_for};
use crate::support::program::{self as start, Program};

/// Frames that a picture may take until it is drawn.
const MOST_FRAMES: usize = 3_000;

fn ask(program: &mut Program) {
    press(program, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    assert!(is_there(program, "Picture of the map"));
}

/// Clicks a button of the dialog, which is drawn after all others.
fn choose(program: &mut Program, name: &str) {
    // A dialog that has just been drawn may still find its place.
    program.run_steps(4);
    let buttons = program.query_all_by_role_and_label(Role::Button, name);
    buttons.last().unwrap().click();
    program.run_steps(4);
}

/// Types into the field called `name`.
fn set(program: &mut Program, role: Role, name: &str, text: &str) {
    program.get_by_role_and_label(role, name).focus();
    program.run_steps(2);
    press(program, Modifiers::COMMAND, Key::A);
    program.get_by_role_and_label(role, name).type_text(text);
    press(program, Modifiers::NONE, Key::Enter);
}

fn save_to(program: &mut Program, path: &Path) {
    choose(program, "Save…");
    type_path(program, path);
    press(program, Modifiers::NONE, Key::Enter);
}

/// Width and height of a PNG file.
fn size_of(path: &Path) -> [u32; 2] {
    let file = std::io::BufReader::new(fs::File::open(path).unwrap());
    let reader = png::Decoder::new(file).read_info().unwrap();
    [reader.info().width, reader.info().height]
}

#[test]
fn a_picture_is_seen_before_it_is_saved_and_has_the_pixels_that_were_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program();
    ask(&mut program);
    wait_for(&mut program, "Preview of the picture");
    for (preset, said) in [
        ("Page", ["3,369", "2,382"]),
        ("Slide", ["1,920", "1,080"]),
        ("Phone", ["1,080", "1,920"]),
    ] {
        choose(&mut program, preset);
        for side in said {
            assert!(is_there(&program, side), "{preset}: {side}");
        }
    }
    set(&mut program, Role::SpinButton, "Width in points", "400");
    set(&mut program, Role::SpinButton, "Height in points", "300");
    set(&mut program, Role::SpinButton, "Fineness", "1.5");
    let path = folder.path().join("map.png");
    save_to(&mut program, &path);
    wait_for(&mut program, "Saved the picture as map.png");
    assert_eq!(size_of(&path), [600, 450]);
    let left = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 1, "nothing half written is left");
}

#[test]
fn title_legend_language_and_shade_each_change_the_picture() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program();
    let mut pictures = BTreeSet::new();
    let changes: [fn(&mut Program); 5] = [
        |_| {},
        |program| set(program, Role::TextInput, "Title", "Another title"),
        |program| {
            program
                .get_by_role_and_label(Role::Switch, "Legend")
                .click();
            program.run_steps(4);
        },
        |program| choose(program, "العربية"),
        |program| choose(program, "Dark"),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        ask(&mut program);
        set(&mut program, Role::SpinButton, "Width in points", "420");
        set(&mut program, Role::SpinButton, "Height in points", "320");
        change(&mut program);
        let path = folder.path().join(format!("{number}.png"));
        save_to(&mut program, &path);
        wait_for(&mut program, &format!("Saved the picture as {number}.png"));
        assert_eq!(size_of(&path), [420, 320]);
        pictures.insert(fs::read(&path).unwrap());
    }
    assert_eq!(pictures.len(), 5, "no two are the same");
}

#[test]
fn a_picture_replaces_no_file_unasked_and_has_no_other_ending() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program();
    ask(&mut program);
    choose(&mut program, "Save…");
    let proposed = typed(&program);
    assert_eq!(Path::new(&proposed).extension(), Some("png".as_ref()));
    type_path(&mut program, &folder.path().join("map.geojson"));
    press(&mut program, Modifiers::NONE, Key::Enter);
    wait_for(
        &mut program,
        "map.geojson was not written: .geojson is no format for pictures",
    );
    let path = folder.path().join("map.png");
    fs::write(&path, "old").unwrap();
    type_path(&mut program, &path);
    press(&mut program, Modifiers::NONE, Key::Enter);
    wait_for(&mut program, "Replace this file?");
    assert_eq!(fs::read(&path).unwrap(), b"old");
    choose(&mut program, "Replace");
    wait_for(&mut program, "Saved the picture as map.png");
    assert!(fs::read(&path).unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn a_picture_beyond_the_limits_is_refused_before_it_is_drawn() {
    let mut program = program();
    ask(&mut program);
    set(&mut program, Role::SpinButton, "Width in points", "16000");
    set(&mut program, Role::SpinButton, "Height in points", "16000");
    assert!(is_there(&program, "are more than can be drawn"));
    assert!(
        program
            .get_by_role_and_label(Role::Button, "Save…")
            .accesskit_node()
            .is_disabled()
    );
    assert!(
        program
            .get_by_role_and_label(Role::Button, "Copy")
            .accesskit_node()
            .is_disabled()
    );
}

/// The size of the next picture that is put on the clipboard.
fn copied(program: &mut Program) -> [usize; 2] {
    for _ in 0..MOST_FRAMES {
        program.run_steps(1);
        for command in &program.output().platform_output.commands {
            if let OutputCommand::CopyImage(image) = command {
                return image.size;
            }
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("nothing was copied");
}

#[test]
fn the_map_is_copied_as_a_picture_from_the_dialog_and_without_it() {
    let mut program = program();
    ask(&mut program);
    set(&mut program, Role::SpinButton, "Width in points", "420");
    set(&mut program, Role::SpinButton, "Height in points", "320");
    choose(&mut program, "Copy");
    assert_eq!(copied(&mut program), [420, 320]);
    press(&mut program, Modifiers::NONE, Key::Escape);
    press(&mut program, Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
    let [width, height] = copied(&mut program);
    assert!(width > 420 && height > 200, "{width} x {height}");
    assert!(is_there(&program, "The picture is on the clipboard."));
}

#[test]
fn nothing_in_the_dialog_of_a_picture_moves_when_its_preview_comes() {
    for size in [[1280.0, 800.0], [1280.0, 600.0], [900.0, 600.0]] {
        let mut program = start::program(
            start::window(size).with_step_dt(1.0 / 20.0),
            start::looking_at("2022", "en"),
        );
        program.run_steps(8);
        program.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
        // In its first frame a dialog is only measured.
        program.run_steps(2);
        let places = |program: &Program| {
            let place = |(role, name)| program.get_by_role_and_label(role, name).rect();
            [(Role::Button, "Save…"), (Role::SpinButton, "Fineness")].map(place)
        };
        let before = places(&program);
        wait_for(&mut program, "Preview of the picture");
        program.run_steps(8);
        assert_eq!(places(&program), before, "{size:?}");
    }
}

#[test]
fn a_picture_shows_how_many_records_lie_where_when_the_map_does() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program();
    let mut save = |name: &str| {
        ask(&mut program);
        let path = folder.path().join(name);
        save_to(&mut program, &path);
        wait_for(&mut program, &format!("Saved the picture as {name}"));
        press(&mut program, Modifiers::NONE, Key::D);
        program.run_steps(4);
        fs::read(path).unwrap()
    };
    let [marks, density, again] = ["marks.png", "density.png", "again.png"].map(&mut save);
    assert!(marks != density, "squares, not marks");
    assert!(marks == again, "and marks again");
}
