//! The actions of the file menu.

use egui::Key;

use super::{Action, Group, action, ctrl, ctrl_shift, plain};
use crate::command::{
    Command, Dialog, Exported, FileCommand, PathUse, PictureCommand, ReportCommand, ViewCommand,
};

fn save() -> Action {
    action(
        Group::File,
        "action-save",
        const { &[ctrl(Key::S)] },
        FileCommand::Save,
    )
    .after_line()
}

pub(super) fn file() -> Vec<Action> {
    let file = |key, shortcuts, command: Command| action(Group::File, key, shortcuts, command);
    let show = |dialog| ViewCommand::Show(dialog).into();
    vec![
        file(
            "action-open",
            const { &[ctrl(Key::O)] },
            FileCommand::AskOpen.into(),
        ),
        file(
            "action-open-in-place",
            const { &[ctrl_shift(Key::O)] },
            FileCommand::AskOpenInPlace.into(),
        ),
        file(
            "action-reload",
            const { &[plain(Key::F5)] },
            FileCommand::Reload.into(),
        ),
        file("action-open-path", &[], show(Dialog::Path(PathUse::Open))).within("menu-open-other"),
        file("action-open-bundled", &[], FileCommand::OpenBundled.into()).within("menu-open-other"),
        file("action-start-fresh", &[], FileCommand::StartFresh.into()).within("menu-open-other"),
        save(),
        file("action-merge", &[], show(Dialog::Path(PathUse::Merge))),
        file(
            "action-export",
            const { &[ctrl(Key::E)] },
            FileCommand::AskExport(Exported::Shown).into(),
        ),
        file(
            "action-export-tray",
            const { &[ctrl_shift(Key::E)] },
            FileCommand::AskExport(Exported::Tray).into(),
        ),
        file(
            "action-picture",
            const { &[ctrl_shift(Key::P)] },
            PictureCommand::Ask.into(),
        )
        .within("menu-present"),
        file(
            "action-copy-picture",
            const { &[ctrl_shift(Key::M)] },
            PictureCommand::Copy.into(),
        )
        .within("menu-present"),
        file(
            "action-report",
            const { &[ctrl_shift(Key::R)] },
            ReportCommand::Ask.into(),
        )
        .within("menu-present"),
        file(
            "action-seal",
            &[],
            FileCommand::AskExport(Exported::Bundle).into(),
        )
        .within("menu-bundles"),
        file("action-verify", &[], FileCommand::AskVerify.into()).within("menu-bundles"),
        file("action-mapping", &[], show(Dialog::Mapping)).after_line(),
        file("action-issues", &[], show(Dialog::Issues)),
        file("action-basemap", &[], FileCommand::AskBasemap.into())
            .within("menu-basemap")
            .after_line(),
        file(
            "action-basemap-bundled",
            &[],
            FileCommand::Basemap(None).into(),
        )
        .within("menu-basemap"),
        file(
            "action-quit",
            const { &[ctrl(Key::Q)] },
            ViewCommand::Quit.into(),
        )
        .after_line(),
    ]
}
