//! The actions of playback, of steps from change to change, and of the axis.

use egui::Key;

use super::{Action, Group, action, ctrl, ctrl_shift, plain};
use crate::{command::TimeCommand, timeline::Ending};

pub(super) fn playback() -> Vec<Action> {
    let time = |key, shortcuts, command: TimeCommand| action(Group::Time, key, shortcuts, command);
    vec![
        time(
            "action-next-change",
            const { &[plain(Key::Period)] },
            TimeCommand::Change { forward: true },
        )
        .after_line(),
        time(
            "action-previous-change",
            const { &[plain(Key::Comma)] },
            TimeCommand::Change { forward: false },
        ),
        time(
            "action-axis-closer",
            const { &[ctrl(Key::ArrowUp)] },
            TimeCommand::Zoom { closer: true },
        )
        .after_line(),
        time(
            "action-axis-farther",
            const { &[ctrl(Key::ArrowDown)] },
            TimeCommand::Zoom { closer: false },
        ),
        time(
            "action-axis-later",
            const { &[ctrl_shift(Key::ArrowRight)] },
            TimeCommand::Pan { forward: true },
        ),
        time(
            "action-axis-earlier",
            const { &[ctrl_shift(Key::ArrowLeft)] },
            TimeCommand::Pan { forward: false },
        ),
        time("action-skip-empty", &[], TimeCommand::ToggleSkips).after_line(),
        time("action-hold-records", &[], TimeCommand::ToggleHolds),
        time("action-play-range", &[], TimeCommand::ToggleRange),
        time("playback-stop", &[], TimeCommand::SetEnding(Ending::Stop)),
        time("playback-loop", &[], TimeCommand::SetEnding(Ending::Loop)),
        time(
            "playback-bounce",
            &[],
            TimeCommand::SetEnding(Ending::Bounce),
        ),
    ]
}
