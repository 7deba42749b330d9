//! Dialogs: one at a time, in the middle, closed by Esc, by a click beside them or by their button.

mod about;
mod bulk;
mod deleted;
mod export;
mod help;
mod issues;
mod link;
mod mapping;
mod merge;
mod option_row;
mod overwrite;
mod palette;
mod path;
mod picture;
mod reload;
mod report;
mod settings;
mod unsaved;
mod verdict;

use egui::{Align2, Frame, Id, Modal, Ui, vec2};

use crate::{
    command::{Commands, Dialog, PathUse, ViewCommand},
    theme::{fonts::icon, size},
    typeset::{self, Text},
};

pub use path::refusal;

use super::{PanelContext, kit, notice};

/// Draws the dialog that is open.
pub fn dialog_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let Some(dialog) = context.chrome.dialog else {
        return;
    };
    let frame = Frame::popup(ui.style())
        .corner_radius(size::CARD_CORNER)
        .inner_margin(size::GROUP + size::GRID);
    let id = Id::unique(("dialog", dialog));
    // In the middle of the room that the messages above leave.
    let covered = notice::reach(ui.ctx(), context);
    let area = Modal::default_area(id).anchor(Align2::CENTER_CENTER, vec2(0.0, covered / 2.0));
    let modal = Modal::new(id)
        .area(area)
        .backdrop_color(context.theme.palette.scrim)
        .frame(frame)
        .show(ui.ctx(), |ui| {
            body(ui, context, commands, dialog, covered);
        });
    if modal.should_close() {
        commands.push(ViewCommand::CloseDialog);
    }
}

/// `covered` is how far down messages reach.
fn body(
    ui: &mut Ui,
    context: &PanelContext,
    commands: &mut Commands,
    dialog: Dialog,
    covered: f32,
) {
    let screen = ui.ctx().content_rect().size();
    let [width, height] = natural_size(dialog);
    let room = vec2(width, height).min(screen - vec2(64.0, 96.0 + covered));
    ui.set_width(room.x);
    ui.set_max_height(room.y);
    if is_steady(dialog) {
        ui.set_min_height(room.y);
    }
    ui.with_layout(kit::column(context.words), |ui| {
        ui.set_width(room.x);
        match dialog {
            Dialog::Palette => palette::palette_ui(ui, context, commands),
            Dialog::Help => help::help_ui(ui, context, commands),
            Dialog::Issues => issues::issues_ui(ui, context, commands),
            Dialog::Mapping => mapping::mapping_ui(ui, context, commands),
            Dialog::Settings => settings::settings_ui(ui, context, commands),
            Dialog::About => about::about_ui(ui, context, commands),
            Dialog::Deleted => deleted::deleted_ui(ui, context, commands),
            Dialog::Merge => merge::merge_ui(ui, context, commands),
            Dialog::Reload => reload::reload_ui(ui, context, commands),
            Dialog::Link => link::link_ui(ui, context, commands),
            Dialog::Picture => picture::picture_ui(ui, context, commands),
            Dialog::Report => report::report_ui(ui, context, commands),
            Dialog::Bulk => bulk::bulk_ui(ui, context, commands),
            Dialog::Unsaved => unsaved::unsaved_ui(ui, context, commands),
            Dialog::Verdict => verdict::verdict_ui(ui, context, commands),
            Dialog::Overwrite => overwrite::overwrite_ui(ui, context, commands),
            Dialog::Path(purpose) => path::path_ui(ui, context, commands, purpose),
        }
    });
}

/// Width and height that a dialog takes where there is room, in points.
const fn natural_size(dialog: Dialog) -> [f32; 2] {
    match dialog {
        Dialog::Palette => [520.0, 460.0],
        Dialog::Help => [820.0, 620.0],
        Dialog::Issues | Dialog::Merge => [900.0, 560.0],
        Dialog::Mapping => [760.0, 620.0],
        Dialog::Settings => [600.0, 540.0],
        Dialog::About => [520.0, 560.0],
        Dialog::Bulk | Dialog::Deleted | Dialog::Reload => [640.0, 560.0],
        Dialog::Link => [440.0, 200.0],
        Dialog::Verdict => [760.0, 460.0],
        Dialog::Picture => [860.0, 480.0],
        Dialog::Report => [520.0, 300.0],
        Dialog::Overwrite | Dialog::Unsaved => [480.0, 240.0],
        Dialog::Path(PathUse::Export(_)) => [600.0, 360.0],
        Dialog::Path(_) => [560.0, 200.0],
    }
}

/// Whether a dialog keeps its size whatever it shows, since that changes while it is open.
const fn is_steady(dialog: Dialog) -> bool {
    matches!(
        dialog,
        Dialog::Palette
            | Dialog::Help
            | Dialog::Mapping
            | Dialog::Settings
            | Dialog::Picture
            | Dialog::Path(PathUse::Export(_))
    )
}

/// The button below what takes effect at once: it only closes the dialog.
fn done_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    ui.add_space(size::GAP);
    kit::line(ui, context.words, |ui| {
        if kit::filled_button(ui, context, context.words.get("done")).clicked() {
            commands.push(ViewCommand::CloseDialog);
        }
    });
}

/// The height that a list has above [`done_ui`], in points.
fn above_done(ui: &Ui) -> f32 {
    (ui.available_height() - size::TARGET - 2.0 * size::GAP).max(size::TARGET)
}

/// Whether what has this id is drawn now and was not in the frame before: a dialog that opens puts the focus
/// where it is wanted.
fn first_frame(ui: &Ui, id: Id) -> bool {
    let id = id.with("drawn in frame");
    let now = ui.ctx().cumulative_frame_nr();
    let last: Option<u64> = ui.data(|data| data.get_temp(id));
    ui.data_mut(|data| data.insert_temp(id, now));
    last.is_none_or(|last| last + 1 < now)
}

/// The head of a dialog: its title, and the button that closes it.
fn header(ui: &mut Ui, context: &PanelContext, commands: &mut Commands, title: &str) {
    kit::line(ui, context.words, |ui| {
        ui.add(Text::new(title).title());
        kit::line_end(ui, context.words, |ui| {
            if typeset::icon_button(ui, icon::X, context.words.get("close")).clicked() {
                commands.push(ViewCommand::CloseDialog);
            }
        });
    });
    ui.add_space(size::GAP);
}
