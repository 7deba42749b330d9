//! What differs between the pinned window and the one that is seen: both windows, how many changes
//! there are of each kind, and the changes by layer.

mod rows;

pub use rows::MOST_ROWS;

use egui::{Ui, vec2};

use crate::{
    command::{Command, Commands, CompareCommand, Exported, FileCommand},
    query::{ChangeKind, Summary},
    text::{args, dates},
    theme::{fonts::icon, size},
    typeset::{self, Text},
};

use super::{
    Compared, PanelContext,
    kit::{self, Section},
};

/// Draws the section into a panel, while there is something to compare with.
pub fn difference_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let Some(compared) = context.document.compared else {
        return;
    };
    let section = Section {
        id: "difference",
        title: context.words.get("difference"),
        is_open: true,
    };
    let mut asked: Vec<Command> = Vec::new();
    let tools = |ui: &mut Ui| {
        for (glyph, key, command) in [
            (icon::X, "difference-end", CompareCommand::Toggle.into()),
            (
                icon::DOWNLOAD_SIMPLE,
                "difference-export",
                FileCommand::AskExport(Exported::Changes).into(),
            ),
            (icon::COPY, "difference-copy", CompareCommand::Copy.into()),
            (icon::SWAP, "action-swap", CompareCommand::Swap.into()),
        ] {
            if typeset::icon_button(ui, glyph, context.words.get(key)).clicked() {
                asked.push(command);
            }
        }
    };
    kit::section(ui, context, section, tools, |ui| {
        sides_ui(ui, context, &compared);
        let Some(summary) = compared.summary else {
            let text = context.words.get("difference-awaited");
            ui.add(Text::new(text).small().weak().block());
            return;
        };
        counts_ui(ui, context, summary);
        rows::rows_ui(ui, context, summary, commands);
    });
    for command in asked {
        commands.push(command);
    }
}

/// The two windows by their letters.
fn sides_ui(ui: &mut Ui, context: &PanelContext<'_>, compared: &Compared<'_>) {
    let sides = [
        ("difference-a", compared.side),
        ("difference-b", compared.after),
    ];
    for (key, side) in sides {
        let window = dates::capitalised(&dates::window(context.words, &side.window));
        let mut line = context.words.with(key, args!(window: window.as_str()));
        if let Some(known) = side.known {
            let day = dates::day(context.words, crate::model::bounds::day_of(known));
            let known = context.words.with("said-known", args!(date: day));
            line = format!("{line} · {known}");
        }
        ui.add(Text::new(&line).small().block());
    }
}

/// How many changes of each kind there are, and how many records stay as they are.
fn counts_ui(ui: &mut Ui, context: &PanelContext<'_>, summary: &Summary) {
    ui.add_space(size::GRID);
    kit::wrapped_row(ui, context.words, vec2(size::GAP, 2.0), |ui| {
        for (kind, shown) in &summary.counts {
            let (kind, count) = (*kind, kit::count_text(context.words, *shown));
            let text = context.words.with(
                "difference-count",
                args!(kind: context.words.get(kind_key(kind)), count: count),
            );
            let label = ui.add(Text::new(&text).small());
            typeset::hint(label, context.words.get(kind_hint_key(kind)));
        }
        let count = kit::count_text(context.words, summary.same);
        let text = context.words.with("difference-same", args!(count: count));
        ui.add(Text::new(&text).small().weak());
    });
}

const fn kind_key(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::New => "change-new",
        ChangeKind::Ended => "change-ended",
        ChangeKind::Moved => "change-moved",
        ChangeKind::Changed => "change-changed",
        ChangeKind::StatusChanged => "change-status-changed",
    }
}

const fn kind_hint_key(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::New => "change-new-hint",
        ChangeKind::Ended => "change-ended-hint",
        ChangeKind::Moved => "change-moved-hint",
        ChangeKind::Changed => "change-changed-hint",
        ChangeKind::StatusChanged => "change-status-changed-hint",
    }
}

const fn kind_icon(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::New => icon::PLUS_CIRCLE,
        ChangeKind::Ended => icon::X_CIRCLE,
        ChangeKind::Moved => icon::ARROW_RIGHT,
        ChangeKind::Changed => icon::ARROWS_CLOCKWISE,
        ChangeKind::StatusChanged => icon::CHATS,
    }
}
