//! What has changed in the files that are open, and what to do about it.

use crate::model::RowId;
use egui::{Button, Id, Key, ScrollArea, Ui, vec2};

use crate::{
    command::{Commands, FileCommand, ViewCommand},
    data::Dataset,
    text::args,
    theme::size,
    typeset::{self, Text},
    ui::{PanelContext, Reread, kit},
};

use super::header;

/// Height of a line of the list.
const ROW: f32 = 42.0;

/// Which of the three lists shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum List {
    #[default]
    Changed,
    Added,
    Removed,
}

impl List {
    const ALL: [Self; 3] = [Self::Changed, Self::Added, Self::Removed];

    const fn key(self) -> &'static str {
        match self {
            Self::Changed => "reload-changed",
            Self::Added => "reload-added",
            Self::Removed => "reload-removed",
        }
    }

    const fn len(self, reread: &Reread<'_>) -> usize {
        match self {
            Self::Changed => reread.comparison.changed.len(),
            Self::Added => reread.comparison.added.len(),
            Self::Removed => reread.comparison.removed.len(),
        }
    }
}

pub(super) fn reload_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    header(ui, context, commands, words.get("reload-title"));
    let Some(reread) = context.chrome.reread else {
        return;
    };
    ui.add(Text::new(words.get("reload-explain")).weak().block());
    ui.add_space(size::GAP);
    let list = tabs_ui(ui, context, &reread);
    ui.separator();
    let buttons = size::TARGET + size::GROUP;
    let height = (ui.available_height() - buttons).max(3.0 * ROW);
    let area = ScrollArea::vertical()
        .id_salt(list.key())
        .max_height(height)
        .auto_shrink([false, false]);
    kit::scroll(ui, context.words, area, |ui| {
        kit::virtual_rows(ui, ROW, list.len(&reread), |ui, rows| {
            for index in rows {
                line_ui(ui, context, &reread, list, index);
            }
        });
    });
    ui.add_space(size::GAP);
    buttons_ui(ui, context, commands);
}

/// How many of each there are; a press shows their list.
fn tabs_ui(ui: &mut Ui, context: &PanelContext, reread: &Reread<'_>) -> List {
    let id = Id::unique("list of the reload dialog");
    let filled = List::ALL.into_iter().find(|list| list.len(reread) > 0);
    let mut shown = ui
        .data(|data| data.get_temp::<List>(id))
        .filter(|list| list.len(reread) > 0)
        .or(filled)
        .unwrap_or_default();
    kit::line(ui, context.words, |ui| {
        for list in List::ALL {
            let n = list.len(reread);
            let name = context.words.with(list.key(), args!(n: n));
            ui.add_enabled_ui(n > 0, |ui| {
                if typeset::selectable(ui, list == shown, &name).clicked() {
                    shown = list;
                }
            });
        }
        let same = context
            .words
            .with("reload-same", args!(n: reread.comparison.same));
        ui.add(Text::new(&same).weak());
    });
    ui.data_mut(|data| data.insert_temp(id, shown));
    shown
}

/// A record: what it is called, and which of its properties are different.
fn line_ui(ui: &mut Ui, context: &PanelContext, reread: &Reread<'_>, list: List, index: usize) {
    let comparison = reread.comparison;
    let (dataset, row, below): (&Dataset, Option<RowId>, String) = match list {
        List::Changed => {
            let change = comparison.changed.get(index);
            let fields = change.map(|change| fields(context, &change.fields));
            let row = change.map(|change| change.after);
            (reread.dataset, row, fields.unwrap_or_default())
        }
        List::Added => (
            reread.dataset,
            comparison.added.get(index).copied(),
            String::new(),
        ),
        List::Removed => (
            context.document.dataset,
            comparison.removed.get(index).copied(),
            String::new(),
        ),
    };
    let Some(row) = row else {
        return;
    };
    let title = kit::title(context.words, dataset, row).text;
    let below = if below.is_empty() {
        id_of(dataset, row)
    } else {
        below
    };
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), ROW),
        kit::column(context.words),
        |ui| {
            ui.set_min_height(ROW);
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add(Text::new(&title).truncate());
            ui.add(Text::new(&below).small().weak().truncate());
        },
    );
}

/// The names of what is different, as the file calls it.
fn fields(context: &PanelContext, names: &[String]) -> String {
    let names: Vec<&str> = names
        .iter()
        .map(String::as_str)
        .filter(|it| !it.is_empty())
        .collect();
    if names.is_empty() {
        return context.words.get("reload-unreadable").to_owned();
    }
    let names = names.join(" · ");
    context
        .words
        .with("reload-fields", args!(names: names.as_str()))
}

fn id_of(dataset: &Dataset, row: RowId) -> String {
    let record = dataset.record(row);
    let id = record.as_ref().and_then(|record| record.id.as_ref());
    id.map(ToString::to_string).unwrap_or_default()
}

fn buttons_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    // Enter belongs to the button that has the focus, if any has.
    let is_free = ui.memory(|memory| memory.focused().is_none());
    let is_entered = is_free && ui.input(|input| input.key_pressed(Key::Enter));
    kit::line(ui, words, |ui| {
        let name = Text::new(words.get("reload-replace"))
            .strong()
            .widget_text(ui);
        let replace = ui.add(Button::new(name).selected(true));
        if typeset::hint(replace, words.get("reload-replace-hint")).clicked() || is_entered {
            commands.push(FileCommand::Replace);
        }
        let both = typeset::button(ui, words.get("reload-keep-both"));
        if typeset::hint(both, words.get("reload-keep-both-hint")).clicked() {
            commands.push(FileCommand::KeepBoth);
        }
        let cancel = typeset::button(ui, words.get("cancel"));
        if typeset::hint(cancel, words.get("reload-cancel-hint")).clicked() {
            commands.push(ViewCommand::CloseDialog);
        }
    });
}
