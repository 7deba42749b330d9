//! Several files at once: added, switched, counted and closed alone.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    thread::sleep,
    time::Duration,
};

use super::authoring::{self, kept, press, says, write};
use crate::support;
use crate::support::{
    program::{DroppedPath, Program, program, window},
    world::World,
};
use egui::{HoveredFile, Key, Modifiers, Ui, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};
use sahelscope::{
    command::{Command, Commands, FileCommand, FilterCommand, SelectCommand, TimeCommand},
    model::{Lang, RowId, Window},
    query::{Shown, method_sentence},
    settings::Settings,
    ui,
};
use serde_json::json;
use tempfile::TempDir;

/// A file of `n` records of 2022, the first of which may as well be of the year after.
fn written(folder: &Path, name: &str, n: usize) -> PathBuf {
    let record = |number: usize| {
        let date = if number == 0 {
            "2022-12/2023-01"
        } else {
            "2022-03-05"
        };
        json!({
            "type": "Feature", "id": format!("{name}-{number}"),
            "geometry": {"type": "Point", "coordinates": [-4.0, 14.0]},
            "properties": {"layer": "incident", "title": format!("{name} {number}"), "date": date},
        })
    };
    let features: Vec<_> = (0..n).map(record).collect();
    let text =
        json!({"type": "FeatureCollection", "profile": "sahelscope/1", "features": features});
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text.to_string()).unwrap();
    path
}

/// Files of one, two, three, … records.
fn files(names: &[&str]) -> (TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let paths = names.iter().enumerate();
    let paths = paths
        .map(|(number, name)| written(folder.path(), name, number + 1))
        .collect();
    (folder, paths)
}

fn ask(world: &mut World, command: impl Into<Command>) {
    let mut commands = Commands::default();
    commands.push(command);
    world.obey(&mut commands);
}

/// Lets work off the thread end until so many files are open.
fn until(world: &mut World, n: usize) {
    for _ in 0..2_000 {
        if world.dataset().parts().len() == n {
            return;
        }
        sleep(Duration::from_millis(5));
        world.obey(&mut Commands::default());
    }
    panic!("{:?} are open, not {n}", world.dataset().file_names());
}

fn opened(paths: &[PathBuf]) -> World {
    let mut world = World::bundled();
    ask(&mut world, FileCommand::Add(paths.to_vec()));
    for _ in 0..2_000 {
        if !world.dataset().is_bundled() && world.dataset().parts().len() == paths.len() {
            return world;
        }
        sleep(Duration::from_millis(5));
        world.obey(&mut Commands::default());
    }
    panic!("nothing was opened");
}

fn totals(world: &World) -> Vec<usize> {
    let files = &world.visible().counts.files;
    files.iter().map(Shown::total).collect()
}

fn said(world: &World) -> String {
    let context = world.context();
    method_sentence::sentence(
        world.words(),
        context.document.dataset,
        world.filter(),
        world.visible(),
    )
}

const TEN: [&str; 10] = [
    "a.geojson",
    "b.geojson",
    "c.geojson",
    "d.geojson",
    "e.geojson",
    "f.geojson",
    "g.geojson",
    "h.geojson",
    "i.geojson",
    "j.geojson",
];

#[test]
fn ten_files_are_ten_datasets_each_counted_certain_and_possible() {
    let (_folder, paths) = files(&TEN);
    let mut world = opened(&paths);
    assert_eq!(totals(&world), (1..=10).collect::<Vec<_>>());
    ask(
        &mut world,
        TimeCommand::Drag(Window::parse("2022").unwrap()),
    );
    let counts = &world.visible().counts.files;
    for (number, shown) in counts.iter().enumerate() {
        assert_eq!((shown.certain, shown.possible), (number, 1));
    }
}

#[test]
fn a_file_is_added_beside_what_is_open_and_what_is_looked_at_stays() {
    let (_folder, paths) = files(&["a.geojson", "b.geojson", "c.geojson"]);
    let mut world = opened(&paths[..2]);
    let window = Window::parse("2022-03").unwrap();
    ask(&mut world, TimeCommand::Drag(window));
    ask(&mut world, SelectCommand::Select(RowId::new(2)));
    ask(&mut world, FilterCommand::ToggleFile("a.geojson".into()));
    ask(&mut world, FileCommand::Add(paths[2..].to_vec()));
    until(&mut world, 3);
    assert_eq!(world.filter().window, window);
    assert_eq!(world.selection().selected, Some(RowId::new(2)));
    let shown = world.dataset().shown_files(world.filter());
    assert_eq!(
        shown,
        [false, true, true],
        "what is off stays off, what is new is on"
    );
}

#[test]
fn a_file_that_is_open_is_not_opened_twice() {
    let (_folder, paths) = files(&["a.geojson", "b.geojson"]);
    let mut world = opened(&paths[..1]);
    ask(&mut world, FileCommand::Add(paths.clone()));
    until(&mut world, 2);
    let names: Vec<&str> = world
        .dataset()
        .file_names()
        .iter()
        .map(|it| &**it)
        .collect();
    assert_eq!(names, ["a.geojson", "b.geojson"]);
}

#[test]
fn files_of_one_name_are_told_apart_by_folder_and_so_said() {
    let (_folder, paths) = files(&["2022/a.geojson", "2023/a.geojson"]);
    let mut world = opened(&paths);
    ask(&mut world, FilterCommand::OnlyFile("2023/a.geojson".into()));
    assert_eq!(totals(&world), [0, 2]);
    assert!(
        said(&world).contains("only the file “2023/a.geojson”"),
        "{}",
        said(&world)
    );
    assert_eq!(world.visible().counts.filtered, 1);
    ask(&mut world, FilterCommand::OnlyFile("2023/a.geojson".into()));
    assert_eq!(world.filter().files, None);
}

#[test]
fn a_condition_on_files_of_another_dataset_hides_nothing() {
    let (_folder, paths) = files(&["a.geojson", "b.geojson"]);
    let mut world = opened(&paths);
    ask(&mut world, FilterCommand::OnlyFile("gone.geojson".into()));
    assert_eq!(totals(&world), [1, 2]);
    assert!(!said(&world).contains("gone"), "{}", said(&world));
}

#[test]
fn files_closed_one_after_the_other_without_waiting_all_go() {
    let (_folder, paths) = files(&TEN[..4]);
    let mut world = opened(&paths);
    // The second record of the last file.
    ask(&mut world, SelectCommand::Select(RowId::new(7)));
    let id = world.dataset().record(RowId::new(7)).unwrap().id.clone();
    ask(&mut world, FilterCommand::ToggleFile("d.geojson".into()));
    ask(&mut world, FileCommand::Close(0));
    ask(&mut world, FileCommand::Close(2));
    until(&mut world, 2);
    let names: Vec<&str> = world
        .dataset()
        .file_names()
        .iter()
        .map(|it| &**it)
        .collect();
    assert_eq!(names, ["b.geojson", "d.geojson"]);
    let selected = world.selection().selected.unwrap();
    assert_eq!(world.dataset().record(selected).unwrap().id, id);
    assert_eq!(totals(&world), [2, 0]);
}

#[test]
fn the_last_file_closed_brings_back_the_records_inside_the_program() {
    let (_folder, paths) = files(&["a.geojson"]);
    let mut world = opened(&paths);
    ask(&mut world, FileCommand::Close(0));
    assert!(world.dataset().is_bundled());
}

fn panel(ui: &mut Ui, world: &mut World) {
    let mut commands = Commands::default();
    ui::layers::layers_ui(ui, &world.context(), &mut commands);
    world.obey(&mut commands);
}

fn harness(world: World) -> Harness<'static, World> {
    let mut harness = support::themed(world.theme(), [320.0, 1600.0])
        .with_step_dt(1.0 / 60.0)
        .build_ui_state(panel, world);
    harness.run_steps(3);
    harness
}

#[test]
fn the_panel_switches_a_file_shows_it_alone_and_closes_it() {
    let (_folder, paths) = files(&["a.geojson", "b.geojson", "c.geojson"]);
    let mut harness = harness(opened(&paths));
    let click = |harness: &mut Harness<'static, World>, role, name: &str| {
        harness.get_by_role_and_label(role, name).click();
        harness.run_steps(3);
    };
    let is_by_file = |world: &World| world.context().settings.overlays.is_on("by-file");
    click(&mut harness, Role::Switch, "Colours of files");
    assert!(is_by_file(harness.state()));
    click(&mut harness, Role::Switch, "Colours of files");
    assert!(!is_by_file(harness.state()));
    click(&mut harness, Role::Switch, "Show the file b.geojson");
    assert_eq!(totals(harness.state()), [1, 0, 3]);
    click(&mut harness, Role::Button, "Only the file b.geojson");
    assert_eq!(totals(harness.state()), [0, 2, 0]);
    click(&mut harness, Role::Button, "Close the file b.geojson");
    until(harness.state_mut(), 2);
    assert_eq!(totals(harness.state()), [0, 0], "what was off stays off");
    harness.run_steps(3);
    harness
        .get_by_role_and_label(Role::ListItem, "c.geojson")
        .focus();
    harness.run_steps(2);
    harness.key_press(Key::Delete);
    harness.run_steps(2);
    until(harness.state_mut(), 1);
    assert_eq!(&*harness.state().dataset().file_names()[0], "a.geojson");
}

#[test]
fn the_panel_names_files_in_every_language() {
    let (_folder, paths) = files(&["a.geojson", "b.geojson"]);
    for (lang, heading) in [
        (Lang::En, "Files"),
        (Lang::Fr, "Fichiers"),
        (Lang::Ar, "الملفات"),
    ] {
        let harness = harness(opened(&paths).speaking(lang));
        harness.get_by_role_and_label(Role::DisclosureTriangle, heading);
        harness.get_by_role_and_label(Role::ListItem, "b.geojson");
    }
}

fn rest(program: &mut Program) {
    for _ in 0..8 {
        program.run_steps(10);
        sleep(Duration::from_millis(30));
    }
}

#[test]
fn what_is_dragged_over_the_window_is_told_what_becomes_of_it() {
    let (_folder, paths) = files(&["a.geojson", "b.geojson"]);
    let settings = Settings {
        language: Some("en".to_owned()),
        ..Settings::default()
    };
    let mut program = program(window([1200.0, 800.0]), settings);
    for (path, sentence) in paths
        .into_iter()
        .zip(["Drop files to open them", "Drop files to add them"])
    {
        assert!(program.query_by_label(sentence).is_none());
        program.input_mut().hovered_files = vec![HoveredFile::default()];
        program.run_steps(2);
        program.get_by_label(sentence);
        program.input_mut().hovered_files.clear();
        program.input_mut().dropped_files = vec![std::sync::Arc::new(DroppedPath(path))];
        program.step();
        program.input_mut().dropped_files.clear();
        rest(&mut program);
    }
    program.get_by_role_and_label(Role::ListItem, "a.geojson");
    program.get_by_role_and_label(Role::ListItem, "b.geojson");
}

/// Drops a file on the window and lets it be read.
fn drop_on(program: &mut Program, path: PathBuf) {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    program.input_mut().dropped_files = vec![std::sync::Arc::new(DroppedPath(path))];
    program.step();
    program.input_mut().dropped_files.clear();
    for _ in 0..100 {
        rest(program);
        if says(program, &format!("Opened {name}")) {
            return;
        }
    }
    panic!("{name} was not opened");
}

#[test]
fn a_file_is_added_while_changes_are_not_saved_and_nothing_is_asked_or_lost() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program(window(authoring::SIZE), authoring::settings(folder.path()));
    press(&mut program, Modifiers::NONE, Key::N);
    press(&mut program, Modifiers::NONE, Key::E);
    write(&mut program, "Title, English", "Written before");
    press(&mut program, Modifiers::NONE, Key::Enter);
    let other = written(folder.path(), "other.geojson", 3);
    drop_on(&mut program, other);
    assert!(!says(&program, "Save before going on?"));
    assert!(says(&program, "One unsaved change"));
    assert!(
        says(&program, "Written before"),
        "the record is still shown"
    );
    write(&mut program, "Place, English", "Written behind it");
    press(&mut program, Modifiers::NONE, Key::Enter);
    assert!(says(&program, "2 unsaved changes"));
    for left in ["One unsaved change", ""] {
        press(&mut program, Modifiers::COMMAND, Key::Z);
        assert!(says(&program, left));
    }
    assert!(!says(&program, "unsaved change"), "both are taken back");
    press(&mut program, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    press(&mut program, Modifiers::COMMAND, Key::S);
    assert!(!says(&program, "unsaved change"));
    let saved = kept(folder.path()).0.to_string();
    assert!(saved.contains("Written before") && !saved.contains("Written behind it"));
    let other = fs::read_to_string(folder.path().join("other.geojson")).unwrap();
    assert_eq!(
        other.matches("other.geojson ").count(),
        3,
        "it is as it was"
    );
}
