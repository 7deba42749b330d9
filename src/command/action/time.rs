//! The actions of the time menu but those of playback.

use egui::Key;

use super::{Action, Group, action, ctrl, plain, shift};
use crate::{command::TimeCommand, timeline::Mode};

pub(super) fn time() -> Vec<Action> {
    let time = |key, shortcuts, command: TimeCommand| action(Group::Time, key, shortcuts, command);
    let step = |forward| TimeCommand::Step { forward };
    let big_step = |forward| TimeCommand::BigStep { forward };
    let record = |forward| TimeCommand::Record { forward };
    let jump = |to_end| TimeCommand::Jump { to_end };
    vec![
        time(
            "action-play",
            const { &[plain(Key::Space)] },
            TimeCommand::PlayPause,
        ),
        time("action-reverse", &[], TimeCommand::Reverse),
        time(
            "action-step-forward",
            const { &[plain(Key::ArrowRight)] },
            step(true),
        )
        .after_line(),
        time(
            "action-step-back",
            const { &[plain(Key::ArrowLeft)] },
            step(false),
        ),
        time(
            "action-big-step-forward",
            const { &[shift(Key::ArrowRight)] },
            big_step(true),
        ),
        time(
            "action-big-step-back",
            const { &[shift(Key::ArrowLeft)] },
            big_step(false),
        ),
        time(
            "action-next-record",
            const { &[ctrl(Key::ArrowRight)] },
            record(true),
        )
        .after_line(),
        time(
            "action-previous-record",
            const { &[ctrl(Key::ArrowLeft)] },
            record(false),
        ),
        time("action-first", const { &[plain(Key::Home)] }, jump(false)),
        time("action-last", const { &[plain(Key::End)] }, jump(true)),
        time("action-whole-range", &[], TimeCommand::WholeRange).after_line(),
        time(
            "action-mode-window",
            &[],
            TimeCommand::SetMode(Mode::Window),
        ),
        time(
            "action-mode-cumulative",
            &[],
            TimeCommand::SetMode(Mode::Cumulative),
        ),
        time(
            "action-mode-instant",
            &[],
            TimeCommand::SetMode(Mode::Instant),
        ),
        time(
            "action-grow",
            const { &[plain(Key::CloseBracket)] },
            TimeCommand::Grow { longer: true },
        )
        .after_line(),
        time(
            "action-shrink",
            const { &[plain(Key::OpenBracket)] },
            TimeCommand::Grow { longer: false },
        ),
        time(
            "action-other-clock",
            const { &[plain(Key::R)] },
            TimeCommand::OtherClock,
        )
        .after_line(),
        time(
            "action-known",
            const { &[plain(Key::K)] },
            TimeCommand::ToggleKnown,
        ),
        time(
            "action-zoom-to-window",
            const { &[plain(Key::Z)] },
            TimeCommand::ZoomToWindow,
        )
        .after_line(),
        time(
            "action-zoom-to-all-time",
            const { &[shift(Key::Z)] },
            TimeCommand::View(None),
        ),
    ]
}
