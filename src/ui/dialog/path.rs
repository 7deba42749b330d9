//! A path, typed: of a file to open where the system has no dialog for it, and of a file to write, with its
//! format and how many records go out.

use std::path::{Path, PathBuf};

use egui::{Id, Key, Response, Ui, vec2};

use crate::{
    command::{
        Command, Commands, Exported, FileCommand, PathUse, ReaderCommand, ViewCommand, with_ending,
    },
    text::{Catalogue, args},
    theme::size,
    typeset::{self, Text, TextField},
};

use super::{
    super::{Beside, PanelContext, kit},
    export, first_frame, header,
};

pub(super) fn path_ui(
    ui: &mut Ui,
    context: &PanelContext,
    commands: &mut Commands,
    purpose: PathUse,
) {
    let words = context.words;
    header(ui, context, commands, words.get(purpose.title_key()));
    let mut text = context.chrome.path.to_owned();
    let field = Id::unique(("path field", purpose));
    let response = TextField::new(field, &mut text, words.get("path-label"))
        .mono()
        .notation()
        .show(ui);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    keep_focus(ui, &response, entered);
    if text != context.chrome.path {
        commands.push(FileCommand::TypePath(text.clone()));
    }
    let path = PathBuf::from(text.trim());
    match purpose {
        PathUse::Export(what) => formats_ui(ui, context, commands, what, &path),
        PathUse::Open
        | PathUse::OpenInPlace
        | PathUse::Merge
        | PathUse::Basemap
        | PathUse::Document
        | PathUse::Verify => {
            ui.add(Text::new(words.get("path-hint")).small().weak());
        }
    }
    ui.add_space(size::GROUP);
    kit::line(ui, words, |ui| {
        let verb = match purpose {
            PathUse::Open
            | PathUse::OpenInPlace
            | PathUse::Merge
            | PathUse::Basemap
            | PathUse::Document => "open",
            PathUse::Verify => "verify-verb",
            PathUse::Export(Exported::Bundle) => "seal-verb",
            PathUse::Export(_) => "export",
        };
        let is_pressed = kit::filled_button(ui, context, words.get(verb)).clicked();
        if (is_pressed || entered) && !path.as_os_str().is_empty() {
            ask(commands, purpose, path);
        }
        let browse = typeset::button(ui, words.get("path-browse"));
        if typeset::hint(browse, words.get("path-browse-hint")).clicked() {
            commands.push(FileCommand::Browse(purpose));
        }
        if typeset::button(ui, words.get("cancel")).clicked() {
            commands.push(ViewCommand::CloseDialog);
        }
    });
}

/// The caret is in the field when the dialog opens, and stays where it is when Enter was refused.
fn keep_focus(ui: &Ui, field: &Response, entered: bool) {
    let is_first = first_frame(ui, field.id);
    if is_first {
        // What is typed stands in the place of what is proposed.
        typeset::choose_all(ui.ctx(), field.id);
    }
    if is_first || entered {
        field.request_focus();
    }
}

/// The formats to choose from, what the chosen one does not carry, and what goes out.
fn formats_ui(
    ui: &mut Ui,
    context: &PanelContext,
    commands: &mut Commands,
    what: Exported,
    path: &Path,
) {
    let words = context.words;
    let chosen = what.format_of(path);
    ui.add_space(size::GRID);
    kit::wrapped_row(ui, words, vec2(6.0, 6.0), |ui| {
        for format in what.formats() {
            let chip = kit::chip(ui, context, None, format.name, chosen == Some(format));
            if chip.clicked() {
                let path = with_ending(path, format.ending());
                commands.push(FileCommand::TypePath(path.display().to_string()));
            }
        }
    });
    ui.add_space(size::GRID);
    match (chosen, refusal(words, what, path)) {
        (_, Some(refusal)) => {
            let palette = context.theme.palette;
            ui.add(Text::new(&refusal).small().colour(palette.error).block());
        }
        (Some(format), None) => {
            let loss = what.loss_key(format).unwrap_or("export-loss-none");
            ui.add(Text::new(words.get(loss)).small().weak().block());
        }
        (None, None) => {}
    }
    ui.add_space(size::GRID);
    for line in export::counts(context, what) {
        ui.add(Text::new(&line).block());
    }
    if matches!(what, Exported::Shown | Exported::Tray) {
        style_ui(ui, context, commands);
    }
}

/// Whether a style for QGIS is written beside the file.
fn style_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    let name = words.get("export-style");
    let is_on = context.chrome.beside == Beside::Style;
    ui.add_space(size::GRID);
    kit::line(ui, words, |ui| {
        let switch = kit::switch(ui, context, is_on, name);
        if typeset::hint(switch, words.get("export-style-hint")).clicked() {
            commands.push(FileCommand::StyleBeside(!is_on));
        }
        ui.add(Text::new(name).small());
    });
}

/// Why nothing can be written to `path`: its ending is no format that `what` has. The sentence says which are.
#[must_use]
pub fn refusal(words: &Catalogue, what: Exported, path: &Path) -> Option<String> {
    if what.accepts(path) {
        return None;
    }
    let Some(name) = path.file_name() else {
        return Some(words.get("export-no-name").to_owned());
    };
    let name = name.to_string_lossy();
    let endings = what.endings();
    let proposed = with_ending(Path::new(&*name), endings.first()?);
    let proposed = proposed.display().to_string();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let endings: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
    let (ending, endings) = (format!(".{ending}"), endings.join(", "));
    let key = match (ending.len() > 1, what) {
        (true, Exported::Picture) => "picture-no-format",
        (true, Exported::Report) => "report-no-format",
        (true, _) => "export-no-format",
        (false, _) => "export-no-ending",
    };
    let args = args!(
        name: &*name,
        ending: ending.as_str(),
        endings: endings.as_str(),
        proposed: proposed.as_str(),
    );
    Some(words.with(key, args))
}

fn ask(commands: &mut Commands, purpose: PathUse, path: PathBuf) {
    let request: Command = match purpose {
        // Stays open where the path makes no sense.
        PathUse::Export(what) => return commands.push(FileCommand::Export { what, path }),
        PathUse::Open => FileCommand::Add(vec![path]).into(),
        PathUse::OpenInPlace => FileCommand::Open(vec![path]).into(),
        PathUse::Merge => FileCommand::Merge(path).into(),
        PathUse::Basemap => FileCommand::Basemap(Some(path)).into(),
        PathUse::Document => ReaderCommand::Open(vec![path]).into(),
        PathUse::Verify => FileCommand::Verify(path).into(),
    };
    commands.push(ViewCommand::CloseDialog);
    commands.push(request);
}
