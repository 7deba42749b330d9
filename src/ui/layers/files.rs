//! The files that are open, where they are not those inside the program: name, how many of its records the window shows, a
//! switch, and a button that closes it.

use egui::{Event, Key, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::{
    command::{Commands, FileCommand, FilterCommand, ViewCommand},
    map::overlays::by_file,
    text::args,
    theme::fonts::icon,
    typeset::{self, Text},
    ui::{
        PanelContext,
        kit::{self, Section},
    },
};

use super::list::{
    BUTTON, FADED, HEIGHT, LineGround, counts_ui, glyph_ui, line_room, line_ui, only_ui,
};

/// Side of the square in the colour of a file, in points.
const SWATCH: f32 = 10.0;

/// What was pressed on the line of a file.
#[derive(Default)]
struct Pressed {
    is_toggled: bool,
    is_alone: bool,
    is_closed: bool,
}

pub(super) fn files_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let dataset = context.document.dataset;
    if dataset.is_bundled() {
        return;
    }
    let section = Section {
        id: "files",
        title: context.words.get("files"),
        is_open: true,
    };
    let mut is_asked = false;
    let add = |ui: &mut Ui| {
        let name = context.words.get("files-add");
        let link = typeset::link(ui, name);
        is_asked = typeset::hint(link, context.words.get("files-add-hint")).clicked();
    };
    let shown = dataset.shown_files(context.document.filter);
    kit::section(ui, context, section, add, |ui| {
        kit::virtual_rows(ui, HEIGHT, shown.len(), |ui, rows| {
            for part in rows {
                let is_on = shown.get(part) == Some(&true);
                file_ui(ui, context, part, is_on, commands);
            }
        });
        if shown.len() > 1 {
            colours_ui(ui, context, commands);
        }
    });
    if is_asked {
        commands.push(FileCommand::AskOpen);
    }
}

fn file_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    part: usize,
    is_on: bool,
    commands: &mut Commands,
) {
    let words = context.words;
    let name = context.document.dataset.file_name(part);
    let id = ui.scope_id().with(("file", part));
    let LineGround {
        response: line,
        inside,
        is_pointed,
    } = line_ui(ui, context, id, name);
    let mut room = line_room(ui, context, id, inside);
    let pressed = contents(&mut room, context, part, is_on, is_pointed);
    let wants_alone = ui.input(|input| input.modifiers.alt);
    if pressed.is_closed || (line.has_focus() && takes_delete(ui)) {
        commands.push(FileCommand::Close(part));
    } else if pressed.is_alone || (line.clicked() && wants_alone) {
        commands.push(FilterCommand::OnlyFile(name.to_owned()));
    } else if line.clicked() || pressed.is_toggled {
        commands.push(FilterCommand::ToggleFile(name.to_owned()));
    }
    let records = context.document.dataset.count_of(part);
    let hint = words.with(
        "file-line-hint",
        args!(name: place_of(context, part), n: records),
    );
    typeset::hint(line, &hint);
}

/// Takes the key that closes the file whose line has the focus.
fn takes_delete(ui: &Ui) -> bool {
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| {
            !matches!(event, Event::Key { key: Key::Delete, pressed: true, modifiers, .. } if modifiers.is_none())
        });
        input.events.len() < before
    })
}

/// Where a file stands, with all of its folders; its name where it stands nowhere.
fn place_of(context: &PanelContext<'_>, part: usize) -> String {
    use crate::data::FileOrigin;
    let file = context.document.dataset.parts().get(part);
    match file.map(|file| &file.source) {
        Some(FileOrigin::File(path)) => path.display().to_string(),
        _ => context.document.dataset.file_name(part).to_owned(),
    }
}

/// Draws the line.
fn contents(
    line: &mut Ui,
    context: &PanelContext<'_>,
    part: usize,
    is_on: bool,
    is_pointed: bool,
) -> Pressed {
    let words = context.words;
    let dataset = context.document.dataset;
    let name = dataset.file_name(part);
    let close = close_ui(line, context, name, is_pointed);
    let mut pressed = Pressed {
        is_closed: close.clicked(),
        ..Pressed::default()
    };
    // One file alone has nothing to be told from.
    if dataset.parts().len() > 1 {
        let switch_name = words.with("file-switch", args!(name: name));
        pressed.is_toggled = kit::switch(line, context, is_on, &switch_name).clicked();
    }
    if is_on {
        let counts = &context.answers.visible.counts.files;
        let shown = counts.get(part).copied().unwrap_or_default();
        counts_ui(line, context, shown);
    }
    if dataset.parts().len() > 1 {
        let only_name = words.with("file-only", args!(name: name));
        let others = dataset.shown_files(context.document.filter);
        let is_alone = is_on && others.iter().filter(|is_on| **is_on).count() == 1;
        pressed.is_alone = only_ui(line, context, &only_name, is_alone, is_pointed).clicked();
    }
    let room = line.available_size();
    line.allocate_ui_with_layout(room, kit::row(words), |ui| {
        if is_coloured(context) {
            let (rect, _) = ui.allocate_exact_size(vec2(SWATCH, SWATCH), Sense::hover());
            let colour = context.theme.file(part);
            let colour = if is_on {
                colour
            } else {
                colour.gamma_multiply(FADED)
            };
            ui.painter().rect_filled(rect, 2.0, colour);
        }
        let text = Text::new(name).truncate();
        ui.add(if is_on { text } else { text.weak() });
    });
    pressed
}

/// Whether marks have the colours of their files, of which there are several.
fn is_coloured(context: &PanelContext<'_>) -> bool {
    let is_one_of_several = context.document.dataset.parts().len() > 1;
    is_one_of_several && context.settings.overlays.is_on(by_file::ID)
}

/// A switch between the colours of layers and those of files.
fn colours_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let name = words.get("action-by-file");
    kit::line(ui, words, |ui| {
        let switch = kit::switch(ui, context, is_coloured(context), name);
        let label = ui.add(Text::new(name).small().weak());
        let hint = words.get("action-by-file-hint");
        if typeset::hint(switch, hint).clicked() {
            commands.push(ViewCommand::ToggleOverlay(by_file::ID));
        }
        typeset::hint(label, hint);
    });
}

/// The button that closes the file: there for every reader, drawn under the pointer only.
fn close_ui(ui: &mut Ui, context: &PanelContext<'_>, name: &str, is_pointed: bool) -> Response {
    let name = context.words.with("file-close", args!(name: name));
    let (_, response) = ui.allocate_exact_size(vec2(BUTTON, BUTTON), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if is_pointed || response.has_focus() {
        glyph_ui(ui, context, &response, icon::X, false);
    }
    typeset::hint(response, &name)
}
