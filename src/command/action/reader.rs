//! The actions of documents that are read beside the records.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::{Action, Group, action};
use crate::command::{Coding, ReaderCommand};

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

pub(super) fn reader() -> Vec<Action> {
    let record =
        |key, shortcuts, command: ReaderCommand| action(Group::Record, key, shortcuts, command);
    let code =
        |coding: Coding, shortcuts| record(coding.key(), shortcuts, ReaderCommand::Code(coding));
    vec![
        record(
            "action-read-document",
            const { &[alt(Key::O)] },
            ReaderCommand::Ask,
        )
        .after_line(),
        record(
            "action-reader",
            const { &[alt(Key::R)] },
            ReaderCommand::Toggle,
        ),
        record(
            "action-next-suggestion",
            const { &[alt(Key::N)] },
            ReaderCommand::Step { forward: true },
        ),
        record(
            "action-previous-suggestion",
            const { &[alt(Key::P)] },
            ReaderCommand::Step { forward: false },
        ),
        record(
            "action-choose-more",
            const { &[alt(Key::ArrowDown)] },
            ReaderCommand::Extend { is_longer: true },
        ),
        record(
            "action-choose-less",
            const { &[alt(Key::ArrowUp)] },
            ReaderCommand::Extend { is_longer: false },
        ),
        code(Coding::Record, const { &[alt(Key::C)] }).after_line(),
        code(Coding::Date, const { &[alt(Key::D)] }),
        code(Coding::Place, const { &[alt(Key::L)] }),
        code(Coding::Quantity, const { &[alt(Key::Q)] }),
        code(Coding::Actor, const { &[alt(Key::A)] }),
        code(Coding::Equipment, const { &[alt(Key::T)] }),
        record(
            "action-show-words",
            const { &[alt(Key::W)] },
            ReaderCommand::Words,
        ),
    ]
}
