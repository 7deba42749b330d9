//! What the map says when there is nothing to see, and the way out of it.

use egui::{Align2, Area, Id, Order, Ui, vec2};

use crate::{
    command::{
        Commands, Dialog, FileCommand, FilterCommand, MapCommand, SelectCommand, TimeCommand,
        ViewCommand,
    },
    data::DoubtKind,
    map::MapOutput,
    model::{RowId, Window, bounds},
    text::{args, dates},
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

use super::floating;

/// Width of the card, in points.
const WIDTH: f32 = 340.0;

/// Why nothing is to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Empty {
    /// Nothing is open.
    File,
    /// The filter hides everything.
    Filter,
    /// No record has a date, because no column was taken for one.
    Undated,
    /// Nothing lies in the window.
    Window,
    /// What lies in the window has no place.
    Unplaced,
    /// The marks lie outside the view.
    Elsewhere,
}

pub(super) fn empty_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    output: &MapOutput,
    commands: &mut Commands,
) {
    let Some(empty) = why(context, output) else {
        return;
    };
    let map = output.viewport.rect;
    let width = WIDTH.min(map.width() - 32.0);
    Area::new(Id::NULL.with("map-empty"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(map.center_bottom() - vec2(0.0, 44.0))
        .constrain_to(map)
        .show(ui.ctx(), |ui| {
            floating(context.theme, 12).show(ui, |ui| {
                ui.set_width(width);
                ui.vertical_centered(|ui| said_ui(ui, context, empty, commands));
            });
        });
}

/// Whether the map has something to say instead of something to show.
pub(super) fn is_shown(context: &PanelContext<'_>, output: &MapOutput) -> bool {
    why(context, output).is_some()
}

fn why(context: &PanelContext<'_>, output: &MapOutput) -> Option<Empty> {
    let visible = context.answers.visible;
    let is_nothing = visible.counts.shown.total() == 0;
    if context.document.dataset.is_empty() {
        Some(Empty::File)
    } else if context.answers.is_behind {
        None
    } else if is_nothing && visible.counts.out == 0 && visible.counts.filtered > 0 {
        Some(Empty::Filter)
    } else if is_nothing && has_no_date_column(context) {
        Some(Empty::Undated)
    } else if is_nothing {
        Some(Empty::Window)
    } else if output.is_any_in_view || context.answers.density.is_some() {
        None
    } else if context
        .answers
        .engine
        .reach_in_window(context.document.filter)
        .is_none()
    {
        Some(Empty::Unplaced)
    } else {
        Some(Empty::Elsewhere)
    }
}

/// Whether no record has a date and a file has no column for one.
fn has_no_date_column(context: &PanelContext<'_>) -> bool {
    let dataset = context.document.dataset;
    dataset.columns().totals().dated == 0 && is_in_doubt(context, DoubtKind::NoDateColumn)
}

fn is_in_doubt(context: &PanelContext<'_>, kind: DoubtKind) -> bool {
    let mut files = context.document.dataset.all_understood().iter();
    files.any(|file| file.doubts.iter().any(|doubt| doubt.kind == kind))
}

/// The way to the columns of the files.
fn choose_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let command = ViewCommand::Show(Dialog::Mapping);
    offer(ui, context.words.get("map-empty-choose"), command, commands);
}

fn said_ui(ui: &mut Ui, context: &PanelContext<'_>, empty: Empty, commands: &mut Commands) {
    let words = context.words;
    match empty {
        Empty::File => {
            title(ui, words.get("map-empty-file"));
            ui.add(Text::new(words.get("map-empty-file-hint")).weak().wrap());
            kit::block_row(ui, kit::row(words), 28.0, |ui| {
                offer(
                    ui,
                    words.get("map-empty-open"),
                    FileCommand::AskOpen,
                    commands,
                );
                offer(
                    ui,
                    words.get("map-empty-bundled"),
                    FileCommand::OpenBundled,
                    commands,
                );
            });
        }
        Empty::Filter => {
            title(ui, words.get("map-empty-hidden"));
            offer(
                ui,
                words.get("map-empty-clear"),
                FilterCommand::Clear,
                commands,
            );
        }
        Empty::Undated => {
            title(ui, words.get("map-empty-undated"));
            choose_ui(ui, context, commands);
        }
        Empty::Window => nearest_ui(ui, context, commands),
        Empty::Unplaced => {
            let count = context.answers.visible.counts.shown.total();
            title(ui, &words.with("map-empty-unplaced", args!(n: count)));
            if is_in_doubt(context, DoubtKind::NoPlaceColumns) {
                choose_ui(ui, context, commands);
            }
        }
        Empty::Elsewhere => {
            title(ui, words.get("map-elsewhere"));
            offer(ui, words.get("map-fit-all"), MapCommand::FitAll, commands);
        }
    }
}

fn title(ui: &mut Ui, text: &str) {
    ui.add(Text::new(text).strong().wrap());
}

fn offer(
    ui: &mut Ui,
    text: &str,
    command: impl Into<crate::command::Command>,
    commands: &mut Commands,
) {
    if typeset::button(ui, text).clicked() {
        commands.push(command);
    }
}

fn nearest_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    title(ui, words.get("map-empty-window"));
    let Some(row) = context.answers.engine.nearest(context.document.filter) else {
        return;
    };
    let Some(record) = context.document.dataset.record(row) else {
        return;
    };
    let name = kit::title(words, context.document.dataset, row).text;
    let date = record
        .date
        .as_ref()
        .map_or_else(String::new, |when| dates::short(words, when));
    let line = words.with("map-empty-nearest", args!(title: name, date: date));
    ui.add(Text::new(&line).weak().rows(3));
    if typeset::button(ui, words.get("map-empty-show")).clicked() {
        if let Some(window) = window_of(context, row) {
            commands.push(TimeCommand::SetWindow(window));
        }
        commands.push(SelectCommand::Reveal(row));
    }
}

/// The shortest window of whole days in which a row shows.
fn window_of(context: &PanelContext<'_>, row: RowId) -> Option<Window> {
    let span = context
        .document
        .dataset
        .columns()
        .span_on(context.document.filter.clock, row)?;
    let first = bounds::day_of(span.start.earliest);
    let last = bounds::day_of(span.start.latest);
    span.start.is_finite().then(|| Window::of_days(first, last))
}
