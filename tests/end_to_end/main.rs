//! The built program on a virtual screen, used as a person uses it: with a mouse and a keyboard,
//! looking at what is drawn.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod picture;
mod screen;
#[path = "../support/skip.rs"]
#[allow(unreachable_pub, reason = "other test programs share it")]
mod skip;

use std::path::Path;
use std::process::Command;

use picture::{Area, Picture};
use sahelscope::theme::palette::LIGHT;
use screen::{Screen, Window, wait_for};
use serde_json::Value;

#[test]
fn a_person_scrubs_selects_exports_and_gets_what_the_command_line_gives() {
    let Some(screen) = Screen::start() else {
        return;
    };
    use_english_by_day(screen.home());
    let window = screen.launch(&[]);
    let start = window.settled();
    assert!(start.colours(map_of(&start)) > 500, "the map is drawn");

    narrow_to_the_middle(&window);
    let narrowed = window.settled();
    assert!(
        narrowed.difference(&start, map_of(&start)) > 0,
        "other marks in another window"
    );

    drag_the_window_by_its_middle(&window);
    let scrubbed = window.settled();
    select_a_deployment(&window, &scrubbed);

    let exported = screen.home().join("seen.geojson");
    export_to(&window, &exported);
    window.close();

    let seen = std::fs::read(&exported).unwrap();
    let export = &serde_json::from_slice::<Value>(&seen).unwrap()["export"];
    assert_eq!(remembered_window(screen.home()), export["filter"]["window"]);
    let (written, all) = (&export["written"], &export["counts"]["records"]);
    assert!(
        (1..all.as_u64().unwrap()).contains(&written.as_u64().unwrap()),
        "{written} of {all}"
    );

    let arguments = export["arguments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| a.as_str().unwrap());
    let asked = screen.home().join("asked.geojson");
    let output = Command::new(env!("CARGO_BIN_EXE_sahelscope"))
        .arg("export")
        .args(arguments)
        .arg("-o")
        .arg(&asked)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(
        without_view(&std::fs::read(&asked).unwrap()) == without_view(&seen),
        "window and command line write the same file"
    );
}

/// An export without its point of view, which only a window has.
fn without_view(file: &[u8]) -> Value {
    let mut collection = serde_json::from_slice::<Value>(file).unwrap();
    collection.as_object_mut().unwrap().remove("view");
    collection
}

#[test]
fn a_file_named_on_the_command_line_is_in_the_title() {
    let Some(screen) = Screen::start() else {
        return;
    };
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desktop/two-places.geojson");
    let window = screen.launch(&[file.to_str().unwrap()]);
    wait_for("the name of the file", || {
        window.title().contains("two-places.geojson").then_some(())
    });
    window.close();
}

/// Settings under which colours and words are known; what is not named keeps its default.
fn use_english_by_day(home: &Path) {
    let folder = home.join("config/sahelscope");
    std::fs::create_dir_all(&folder).unwrap();
    let settings =
        r#"{"theme": "light", "language": "en", "relief": false, "window_size": [1280.0, 800.0]}"#;
    std::fs::write(folder.join("settings.json"), settings).unwrap();
}

/// What the program remembers of the last view when it has been closed.
fn remembered_window(home: &Path) -> Value {
    let text = std::fs::read(home.join("config/sahelscope/session.json")).unwrap();
    serde_json::from_slice::<Value>(&text).unwrap()["view"]["filter"]["window"].clone()
}

/// Draws the later end of the window to the middle of the timeline, then the earlier one nearer.
fn narrow_to_the_middle(window: &Window) {
    let picture = window.picture();
    let (left, right) = ends(&picture).expect("the window has two ends");
    let at = |percent: u32| left + (right - left) * percent / 100;
    let y = axis_of(&picture);
    window.drag((right, y), (at(45), y));
    expect_ends(window, left, at(45));
    window.drag((left, y), (at(25), y));
    expect_ends(window, at(25), at(45));
}

fn drag_the_window_by_its_middle(window: &Window) {
    let picture = window.picture();
    let (left, right) = ends(&picture).expect("the window has two ends");
    let (middle, y) = (u32::midpoint(left, right), axis_of(&picture));
    window.drag((middle, y), (middle + 40, y));
    expect_ends(window, left + 40, right + 40);
}

/// Ends snap to days, so a few pixels may be missing.
fn expect_ends(window: &Window, left: u32, right: u32) {
    wait_for("the ends of the window to follow the pointer", || {
        let (now_left, now_right) = ends(&window.picture())?;
        (now_left.abs_diff(left) <= 4 && now_right.abs_diff(right) <= 4).then_some(())
    });
}

/// Where the two ends of the window stand on the timeline, as lines down through its lanes.
fn ends(picture: &Picture) -> Option<(u32, u32)> {
    let lanes = Area {
        left: 150,
        top: picture.height - 180,
        right: picture.width,
        bottom: picture.height - 65,
    };
    match picture.upright_lines(rgb(LIGHT.time), lanes)[..] {
        [left, right] => Some((left, right)),
        _ => None,
    }
}

/// The height at which the axis of the timeline lies, where its ends are gripped.
fn axis_of(picture: &Picture) -> u32 {
    picture.height - 233
}

/// Clicks the first solid mark of a deployment on the map and expects the inspector to show it.
fn select_a_deployment(window: &Window, before: &Picture) {
    let marks = before.find_solid(rgb(LIGHT.deployment), 11, map_of(before));
    let &(x, y) = marks
        .first()
        .expect("a deployment is certain in the window");
    window.click(x, y);
    let after = window.settled();
    let changed = after.difference(before, inspector_of(before));
    assert!(
        changed > 2_000,
        "the inspector shows the record: {changed} pixels changed"
    );
}

/// Through the command palette: by name, without a dialog of the system.
fn export_to(window: &Window, path: &Path) {
    window.key("ctrl+e");
    window.settled();
    window.key("ctrl+a");
    window.type_text(path.to_str().unwrap());
    window.key("Return");
    wait_for("the exported file", || path.exists().then_some(()));
}

fn map_of(picture: &Picture) -> Area {
    Area {
        left: 330,
        top: 60,
        right: picture.width - 380,
        bottom: picture.height - 260,
    }
}

fn inspector_of(picture: &Picture) -> Area {
    Area {
        left: picture.width - 350,
        top: 50,
        right: picture.width,
        bottom: picture.height - 250,
    }
}

fn rgb(colour: sahelscope::theme::Colour) -> [u8; 3] {
    [colour.r(), colour.g(), colour.b()]
}
