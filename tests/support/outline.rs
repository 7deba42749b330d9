//! What a part of the window says, as text: a snapshot where pixels are not the point.

use std::{env, fmt::Write as _, fs, path::Path};

use egui::accesskit::Role;
use egui_kittest::{Harness, kittest::NodeT};

/// One line for each control and text in reading order: its role, its name, its value, what it is set to.
///
/// This is what assistive technology gets, and all that a person can read.
pub fn outline<State>(part: &Harness<'_, State>) -> String {
    let mut lines = String::new();
    for node in part.root().children_recursive() {
        let node = node.accesskit_node();
        let (role, label, value) = (node.role(), node.label(), node.value());
        if label.is_none() && value.is_none() || is_twin(role) {
            continue;
        }
        let _ = write!(lines, "{role:?}");
        for text in [label, value].into_iter().flatten() {
            let _ = write!(lines, " “{}”", text.replace('\n', "⏎"));
        }
        if let Some(toggled) = node.toggled() {
            let _ = write!(lines, " {toggled:?}");
        }
        if node.is_disabled() {
            lines.push_str(" disabled");
        }
        lines.push('\n');
    }
    lines
}

/// The runs of a text are said by the text itself.
fn is_twin(role: Role) -> bool {
    role == Role::TextRun
}

/// Compares `text` with `tests/snapshots/NAME.txt`, or writes it where `UPDATE_SNAPSHOTS` is set.
pub fn compare(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/snapshots")
        .join(format!("{name}.txt"));
    if env::var_os("UPDATE_SNAPSHOTS").is_some() {
        return fs::write(path, text).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    let differs = known.lines().zip(text.lines()).position(|(a, b)| a != b);
    let line = differs.unwrap_or(known.lines().count().min(text.lines().count()));
    assert!(
        known == text,
        "{} says something else from line {} on: “{}” was “{}”; UPDATE_SNAPSHOTS=1 writes it anew",
        path.display(),
        line + 1,
        text.lines().nth(line).unwrap_or_default(),
        known.lines().nth(line).unwrap_or_default(),
    );
}
