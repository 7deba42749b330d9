//! The actions of playback and of steps from change to change.

use egui::Key;

use super::{Action, Group, action, plain};
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
