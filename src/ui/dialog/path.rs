//! A path, typed: where the system has no file dialog, and for those who prefer to type.

use std::path::PathBuf;

use egui::{Id, Key, Ui};

use crate::{
    command::{Command, Commands, CompareCommand, FileCommand, PathUse, ViewCommand},
    theme::size,
    typeset::{self, Field, Text},
};

use super::{
    super::{Scene, export_name, kit},
    header,
};

pub(super) fn path_ui(ui: &mut Ui, scene: &Scene, commands: &mut Commands, purpose: PathUse) {
    let words = scene.words;
    header(ui, scene, commands, words.get(purpose.title_key()));
    let id = Id::unique(("typed-path", purpose));
    let mut text: String = ui
        .data(|data| data.get_temp(id))
        .unwrap_or_else(|| suggestion(scene, purpose));
    let field = Id::unique(("path field", purpose));
    let response = Field::new(field, &mut text, words.get("path-label"))
        .mono()
        .notation()
        .show(ui);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !entered {
        response.request_focus();
    }
    ui.add(Text::new(words.get("path-hint")).small().weak());
    ui.add_space(size::GROUP);
    kit::line(ui, scene.words, |ui| {
        let verb = match purpose {
            PathUse::Open | PathUse::Basemap => "open",
            PathUse::Export | PathUse::Difference | PathUse::Tray => "export",
        };
        let is_pressed = typeset::button(ui, words.get(verb)).clicked();
        if (is_pressed || entered) && !text.trim().is_empty() {
            commands.push(ViewCommand::CloseDialog);
            commands.push(request(purpose, PathBuf::from(text.trim())));
        }
        if typeset::button(ui, words.get("cancel")).clicked() {
            commands.push(ViewCommand::CloseDialog);
        }
    });
    ui.data_mut(|data| data.insert_temp(id, text));
}

/// Where the path begins: the folder of the last file, and for an export a name that says its window.
fn suggestion(scene: &Scene, purpose: PathUse) -> String {
    let folder = scene.settings.folder();
    let path = match purpose {
        PathUse::Open | PathUse::Basemap => folder.join(""),
        PathUse::Export => folder.join(export_name(&scene.filter.window)),
        PathUse::Difference => folder.join("difference.geojson"),
        PathUse::Tray => folder.join("tray.geojson"),
    };
    path.display().to_string()
}

fn request(purpose: PathUse, path: PathBuf) -> Command {
    match purpose {
        PathUse::Open => FileCommand::Open(vec![path]).into(),
        PathUse::Export => FileCommand::Export(path).into(),
        PathUse::Basemap => FileCommand::Basemap(Some(path)).into(),
        PathUse::Difference => CompareCommand::Export(path).into(),
        PathUse::Tray => FileCommand::ExportTray(path).into(),
    }
}
