//! What an export writes beside its file.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{fs, thread::sleep, time::Duration};

use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use sahelscope::settings::Settings;

use crate::support::program::{Program, program, window};

fn rest(program: &mut Program) {
    for _ in 0..8 {
        program.run_steps(10);
        sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_style_for_qgis_is_written_where_it_is_asked_for_and_never_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        language: Some("en".to_owned()),
        ..Settings::default()
    };
    let mut program = program(window([1200.0, 800.0]), settings);
    let mut export = |name: &str, turns_it: bool| {
        program.key_press_modifiers(Modifiers::COMMAND, Key::E);
        program.run_steps(4);
        if turns_it {
            let label = "With a style for QGIS beside it (.qml)";
            program.get_by_role_and_label(Role::Switch, label).click();
            program.run_steps(4);
        }
        program
            .get_by_role_and_label(Role::TextInput, "Path")
            .focus();
        program.run_steps(2);
        program.key_press_modifiers(Modifiers::COMMAND, Key::A);
        program.run_steps(1);
        let path = folder.path().join(name);
        program.event(Event::Text(path.display().to_string()));
        program.run_steps(2);
        program.key_press(Key::Enter);
        rest(&mut program);
        assert!(path.exists(), "{name}");
    };
    let style = |name: &str| fs::read_to_string(folder.path().join(name)).ok();
    export("plain.geojson", false);
    assert_eq!(style("plain.qml"), None);
    export("styled.geojson", true);
    assert!(style("styled.qml").unwrap().contains("<temporal"));
    fs::write(folder.path().join("mine.qml"), "mine").unwrap();
    export("mine.geojson", false);
    assert_eq!(style("mine.qml").as_deref(), Some("mine"));
}
