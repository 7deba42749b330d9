//! The actions of the record menu.

use egui::Key;

use super::{Action, Group, action, ctrl, ctrl_shift, plain};
use crate::command::{
    Command, EditCommand, FilterCommand, SearchCommand, SelectCommand, SketchCommand,
};
use crate::map::ShapeTool;

pub(super) fn record() -> Vec<Action> {
    let record = |key, shortcuts, command: Command| action(Group::Record, key, shortcuts, command);
    let walk = |forward| SelectCommand::Walk { forward }.into();
    let sketch = |tool| SketchCommand::Begin(tool).into();
    vec![
        record("action-select-next", const { &[plain(Key::N)] }, walk(true)),
        record(
            "action-select-previous",
            const { &[plain(Key::P)] },
            walk(false),
        ),
        record(
            "action-clear-selection",
            const { &[plain(Key::Escape)] },
            SelectCommand::Clear.into(),
        ),
        record(
            "action-edit",
            const { &[plain(Key::E)] },
            EditCommand::Toggle.into(),
        )
        .after_line(),
        record(
            "action-new-record",
            const { &[ctrl(Key::N)] },
            EditCommand::New.into(),
        ),
        record("action-sketch-line", &[], sketch(ShapeTool::Line)),
        record("action-sketch-area", &[], sketch(ShapeTool::Area)),
        record("action-sketch-corners", &[], sketch(ShapeTool::Corners)),
        record("action-sketch-radius", &[], sketch(ShapeTool::Radius)),
        record("action-deleted", &[], EditCommand::AskDeleted.into()),
        record(
            "action-undo",
            const { &[ctrl(Key::Z)] },
            EditCommand::Undo.into(),
        ),
        record(
            "action-redo",
            const { &[ctrl_shift(Key::Z), ctrl(Key::Y)] },
            EditCommand::Redo.into(),
        ),
        record(
            "action-find",
            const { &[ctrl(Key::F)] },
            SearchCommand::Focus.into(),
        )
        .after_line(),
        record(
            "action-certain-only",
            const { &[plain(Key::C)] },
            FilterCommand::ToggleCertainOnly.into(),
        )
        .after_line(),
        record("action-clear-filters", &[], FilterCommand::Clear.into()),
    ]
}
