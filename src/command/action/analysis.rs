//! The actions of an analysis: what was seen before, what is kept of it, what differs.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::{Action, Group, action, ctrl, ctrl_shift, plain};
use crate::command::{BriefingCommand, Command, CompareCommand, HistoryCommand, ViewCommand};

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

pub(super) fn analysis() -> Vec<Action> {
    let entry = |key, shortcuts, command: Command| action(Group::Analysis, key, shortcuts, command);
    vec![
        entry(
            "action-back",
            const { &[alt(Key::ArrowLeft)] },
            HistoryCommand::Back.into(),
        ),
        entry(
            "action-forward",
            const { &[alt(Key::ArrowRight)] },
            HistoryCommand::Forward.into(),
        ),
        entry(
            "action-undo-filters",
            const { &[alt(Key::Z)] },
            HistoryCommand::Undo.into(),
        )
        .after_line(),
        entry(
            "action-redo-filters",
            const {
                &[KeyboardShortcut::new(
                    Modifiers::ALT.plus(Modifiers::SHIFT),
                    Key::Z,
                )]
            },
            HistoryCommand::Redo.into(),
        ),
        entry(
            "action-bookmark",
            const { &[ctrl(Key::D)] },
            BriefingCommand::Add.into(),
        )
        .after_line(),
        entry(
            "action-step-after",
            const { &[plain(Key::PageDown)] },
            BriefingCommand::Step { forward: true }.into(),
        ),
        entry(
            "action-step-before",
            const { &[plain(Key::PageUp)] },
            BriefingCommand::Step { forward: false }.into(),
        ),
        entry(
            "action-present",
            const { &[plain(Key::B)] },
            BriefingCommand::TogglePresented.into(),
        ),
        entry(
            "action-pin",
            const { &[plain(Key::A)] },
            CompareCommand::Toggle.into(),
        )
        .after_line(),
        entry(
            "action-swap",
            const { &[plain(Key::X)] },
            CompareCommand::Swap.into(),
        ),
        entry(
            "action-copy-said",
            const { &[ctrl_shift(Key::C)] },
            ViewCommand::CopySaid.into(),
        )
        .after_line(),
    ]
}
