//! The actions of the menu of the window itself.

use egui::Key;

use super::{Action, Group, action, ctrl, plain, shift};
use crate::{
    command::{Dialog, ViewCommand},
    model::Lang,
    theme::ThemeChoice,
};

/// How much one step makes the interface larger.
const SCALE_STEP: f32 = 0.125;

pub(super) fn view() -> Vec<Action> {
    let view = |key, shortcuts, command: ViewCommand| action(Group::View, key, shortcuts, command);
    vec![
        view(
            "action-palette",
            const { &[ctrl(Key::K), ctrl(Key::P)] },
            ViewCommand::Show(Dialog::Palette),
        ),
        view(
            "action-help",
            const { &[plain(Key::F1)] },
            ViewCommand::Show(Dialog::Help),
        ),
        view(
            "action-left-panel",
            const { &[ctrl(Key::B)] },
            ViewCommand::ToggleLeftPanel,
        )
        .after_line(),
        view(
            "action-right-panel",
            const { &[ctrl(Key::I)] },
            ViewCommand::ToggleRightPanel,
        ),
        view(
            "action-table",
            const { &[plain(Key::T)] },
            ViewCommand::ToggleTable,
        ),
        view(
            "action-map-alone",
            const { &[plain(Key::F11)] },
            ViewCommand::TogglePresent,
        ),
        view(
            "action-full-screen",
            const { &[shift(Key::F11)] },
            ViewCommand::ToggleFullScreen,
        ),
        view(
            "action-theme-light",
            &[],
            ViewCommand::Theme(ThemeChoice::Light),
        )
        .after_line(),
        view(
            "action-theme-dark",
            &[],
            ViewCommand::Theme(ThemeChoice::Dark),
        ),
        view(
            "action-theme-system",
            &[],
            ViewCommand::Theme(ThemeChoice::System),
        ),
        view("action-language-en", &[], ViewCommand::Language(Lang::En)).after_line(),
        view("action-language-fr", &[], ViewCommand::Language(Lang::Fr)),
        view("action-language-ar", &[], ViewCommand::Language(Lang::Ar)),
        view(
            "action-larger",
            const { &[ctrl(Key::Plus), ctrl(Key::Equals)] },
            ViewCommand::ScaleBy(SCALE_STEP),
        )
        .after_line(),
        view(
            "action-smaller",
            const { &[ctrl(Key::Minus)] },
            ViewCommand::ScaleBy(-SCALE_STEP),
        ),
        view(
            "action-normal-size",
            const { &[ctrl(Key::Num0)] },
            ViewCommand::Scale(1.0),
        ),
        view(
            "action-settings",
            const { &[ctrl(Key::Comma)] },
            ViewCommand::Show(Dialog::Settings),
        )
        .after_line(),
        view("action-about", &[], ViewCommand::Show(Dialog::About)).after_line(),
    ]
}
