use std::{fmt::Write, fs, path::Path, thread::sleep, time::Duration};

use serde_json::Value;

use super::*;
use crate::{
    app::App,
    command::{Dialog, EditCommand, Unsaved},
    data::{Filter, edit::Pointer},
    io::{Watch, read::read_file},
    query::Engine,
    settings::{Loaded, Settings},
};

/// More than a megabyte, which is not read anew in a frame.
const MANY: usize = 9_000;

fn feature(name: &str, number: usize) -> String {
    format!(
        r#"{{"type":"Feature","id":"{name}-{number}","geometry":{{"type":"Point","coordinates":[{},14]}},"properties":{{"layer":"incident","date":"{}-05","title":"Number {number}"}}}}"#,
        number % 90,
        1950 + number % 70,
    )
}

fn write_file(path: &Path, count: usize) {
    let name = path.file_stem().unwrap().to_string_lossy();
    let mut text = String::new();
    for number in 0..count {
        writeln!(text, "{}", feature(&name, number)).unwrap();
    }
    fs::write(path, text).unwrap();
}

/// The program with a file of so many records open.
fn opened(folder: &Path, count: usize) -> App {
    let path = folder.join("a.geojsonl");
    write_file(&path, count);
    let settings = Settings {
        author: Some("Aminata".to_owned()),
        ..Settings::default()
    };
    let mut app = App::new(&egui::Context::default(), Loaded::from(settings), None).unwrap();
    let part = read_file(&path, &Watch::nobody()).unwrap();
    app.show(Dataset::from_parts(vec![part]).into());
    wait(&mut app);
    app
}

/// Lets the program do what it does off the drawing thread.
fn wait(app: &mut App) {
    for _ in 0..2_000 {
        app.take_finished(&egui::Context::default());
        let jobs = &app.state.document.authoring.jobs;
        let is_idle = jobs.showing.is_none() && jobs.saving.is_none() && jobs.rebasing.is_none();
        let is_idle = is_idle && jobs.returning.is_none() && jobs.recovering.is_none();
        if is_idle && app.opening.is_none() && !app.state.document.answers.derived.is_behind() {
            return;
        }
        sleep(Duration::from_millis(5));
    }
    panic!("the program does not come to rest");
}

fn set(app: &mut App, row: usize, name: &str, value: impl Into<Value>) {
    app.apply_edit(EditCommand::Set {
        row: RowId::new(row),
        changes: vec![(Pointer::of(["properties", name]), Some(value.into()))],
        why: None,
    });
}

/// That what is shown, and what answers, is what the file says that is read anew.
fn is_shown(app: &App, path: &Path) {
    let shown = &app.state.document.dataset;
    let read = read_file(path, &Watch::nobody()).unwrap();
    let anew = Arc::new(Dataset::from_parts(vec![read]));
    let there = shown.rows().filter(|row| !shown.columns().is_gone(*row));
    let texts: Vec<&str> = there.map(|row| shown.bytes(row)).collect();
    assert!(
        texts
            .iter()
            .copied()
            .eq(anew.rows().map(|row| anew.bytes(row)))
    );
    let engine = app.state.document.engine();
    let progress = crate::work::Progress::unwatched();
    let made = Engine::of(&anew, &Filter::default(), &progress).unwrap();
    assert_eq!(
        engine.visible(&Filter::default()).counts,
        made.visible(&Filter::default()).counts
    );
}

#[test]
fn an_edit_of_one_of_many_records_is_answered_at_once_and_so_is_its_undo() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = opened(folder.path(), MANY);
    let counted = |app: &App| {
        let document = &app.state.document;
        assert!(
            document
                .engine()
                .answers(&document.dataset, &document.filter)
        );
        let visible = document.answers.derived.visible();
        (visible.counts.undated, visible.counts.records)
    };
    assert_eq!(counted(&app), (0, MANY));
    set(&mut app, 17, "date", "nobody knows");
    assert_eq!(counted(&app), (1, MANY));
    app.apply_edit(EditCommand::Delete {
        row: RowId::new(4),
        why: "twice".to_owned(),
    });
    assert_eq!(counted(&app), (1, MANY - 1));
    app.apply_edit(EditCommand::New);
    assert_eq!(counted(&app), (2, MANY));
    let new = app.state.document.selection.selected.unwrap();
    set(&mut app, new.index(), "date", "2020-02");
    assert_eq!(counted(&app), (1, MANY));
    assert!(!app.is_showing());
    let path = folder.path().join("a.geojsonl");
    app.save_changes();
    wait(&mut app);
    is_shown(&app, &path);
    for expected in [(2, MANY), (1, MANY - 1), (1, MANY), (0, MANY)] {
        app.apply_edit(EditCommand::Undo);
        assert_eq!(counted(&app), expected);
    }
    assert_eq!(app.state.document.authoring.unsaved(), 4);
    app.save_changes();
    wait(&mut app);
    is_shown(&app, &path);
    let anew = folder.path().join("other/a.geojsonl");
    fs::create_dir(anew.parent().unwrap()).unwrap();
    write_file(&anew, MANY);
    let [one, other] = [path, anew].map(|path| fs::read(path).unwrap());
    assert_eq!(one, other, "what was taken back is byte for byte as it was");
}

#[test]
fn changes_beside_the_index_are_folded_in_while_others_are_made() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = opened(folder.path(), MANY);
    for number in 0..190 {
        let row = (number * 37) % MANY;
        match number % 7 {
            0 => app.apply_edit(EditCommand::Delete {
                row: RowId::new(row),
                why: "why".to_owned(),
            }),
            1 => app.apply_edit(EditCommand::Duplicate(RowId::new(row))),
            3 => app.apply_edit(EditCommand::Undo),
            _ => set(&mut app, row, "title", format!("Changed {number}")),
        }
        app.take_changes();
    }
    wait(&mut app);
    let rows = app.state.document.dataset.amended_rows().len();
    assert!(rows < 100, "{rows} rows stand beside the index");
    app.save_changes();
    wait(&mut app);
    is_shown(&app, &folder.path().join("a.geojsonl"));
    // And what comes after begins with that.
    set(&mut app, 3, "title", "Last");
    app.save_changes();
    wait(&mut app);
    is_shown(&app, &folder.path().join("a.geojsonl"));
}

#[test]
fn what_is_not_saved_is_asked_about_before_another_file_is_opened() {
    for unsaved in [Unsaved::Save, Unsaved::Keep, Unsaved::Discard] {
        let folder = tempfile::tempdir().unwrap();
        let mut app = opened(folder.path(), 5);
        let (path, other) = (
            folder.path().join("a.geojsonl"),
            folder.path().join("b.geojsonl"),
        );
        write_file(&other, 3);
        set(&mut app, 0, "title", "Saved");
        app.save_changes();
        wait(&mut app);
        set(&mut app, 1, "title", "Not saved");
        app.apply_file(FileCommand::Open(vec![other]));
        assert_eq!(app.state.chrome.dialog, Some(Dialog::Unsaved));
        app.apply_edit(EditCommand::Leave(unsaved));
        wait(&mut app);
        wait(&mut app);
        let notices = format!("{unsaved:?}: {:?}", app.state.notices);
        assert_eq!(app.state.document.dataset.len(), 3, "{notices}");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains("Saved\""));
        assert_eq!(
            text.contains("Not saved"),
            unsaved == Unsaved::Save,
            "{unsaved:?}"
        );
        assert_eq!(app.state.document.authoring.unsaved(), 0, "{unsaved:?}");
        let log = fs::read_to_string(folder.path().join("a.geojsonl.log/Aminata.jsonl")).unwrap();
        assert_eq!(log.contains("undoes"), unsaved == Unsaved::Discard);
        set(&mut app, 1, "title", "In the other file");
        app.save_changes();
        wait(&mut app);
        let text = fs::read_to_string(folder.path().join("b.geojsonl")).unwrap();
        assert!(text.contains("In the other file"), "{unsaved:?}");
    }
}

#[test]
fn of_several_files_those_that_were_written_are_saved_and_the_others_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = opened(folder.path(), 2);
    let second = folder.path().join("b.geojsonl");
    write_file(&second, 2);
    let parts = [folder.path().join("a.geojsonl"), second.clone()];
    let parts = parts.map(|path| read_file(&path, &Watch::nobody()).unwrap());
    app.show(Dataset::from_parts(parts.to_vec()).into());
    wait(&mut app);
    set(&mut app, 0, "title", "One");
    set(&mut app, 2, "title", "Two");
    // What cannot be written: a folder stands there.
    fs::remove_file(&second).unwrap();
    fs::create_dir(&second).unwrap();
    app.save_changes();
    wait(&mut app);
    assert_eq!(app.state.document.authoring.unsaved(), 1);
    assert!(
        fs::read_to_string(folder.path().join("a.geojsonl"))
            .unwrap()
            .contains("One")
    );
    fs::remove_dir(&second).unwrap();
    app.save_changes();
    wait(&mut app);
    assert_eq!(app.state.document.authoring.unsaved(), 0);
    assert!(fs::read_to_string(&second).unwrap().contains("Two"));
    let log = fs::read_to_string(folder.path().join("a.geojsonl.log/Aminata.jsonl")).unwrap();
    let saved = log.lines().filter(|line| {
        serde_json::from_str::<Value>(line).is_ok_and(|line| line.get("saved").is_some())
    });
    assert_eq!(saved.count(), 1, "what was saved is not saved again");
}
