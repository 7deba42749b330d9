//! Short messages that come up below the bar of menus and go away by themselves.

mod notices;

use egui::{Align2, Area, Context, Frame, Id, Order, Stroke, Ui, vec2};

use crate::{
    command::{Commands, ViewCommand, action},
    theme::{fonts::icon, size},
    typeset::{self, Text},
};

pub use notices::{Notice, Notices, Tone};

use super::{PanelContext, kit};

/// Width of a message in points.
const WIDTH: f32 = 420.0;

fn area_id() -> Id {
    Id::unique("notices")
}

/// How far down the messages that are up reach, in points, so that a dialog leaves them room.
#[must_use]
pub fn reach(ctx: &Context, context: &PanelContext) -> f32 {
    if context.notices.list().is_empty() {
        return 0.0;
    }
    let area = ctx.memory(|memory| memory.area_rect(area_id()));
    area.map_or(0.0, |area| area.bottom() - ctx.content_rect().top())
}

/// Draws the messages that are up, below the bar of menus.
pub fn notices_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    if context.notices.list().is_empty() {
        return;
    }
    // Above dialogs too: what went wrong with one is said while it is open.
    Area::new(area_id())
        .order(Order::Tooltip)
        .anchor(Align2::CENTER_TOP, vec2(0.0, size::BAR + size::GROUP))
        .show(ui.ctx(), |ui| {
            // One slot: what was done last and, below it, what is wrong; what came before shows again when that has gone.
            let list = context.notices.list();
            let newest = |is_done: bool| {
                let mut newest_first = list.iter().rev();
                newest_first.find(|notice| (notice.tone == Tone::Done) == is_done)
            };
            for notice in [newest(true), newest(false)].into_iter().flatten() {
                notice_ui(ui, context, commands, notice);
            }
        });
}

fn notice_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands, notice: &Notice) {
    let palette = context.theme.palette;
    let (glyph, ink) = match notice.tone {
        Tone::Done => (icon::CHECK_CIRCLE, palette.success),
        Tone::Warning => (icon::WARNING, palette.warning),
        Tone::Error => (icon::WARNING_CIRCLE, palette.error),
    };
    Frame::popup(ui.style())
        .stroke(Stroke::new(1.0, ink))
        .show(ui, |ui| {
            ui.set_width(WIDTH);
            let row = kit::row_top(context.words);
            kit::block_row(ui, row, size::TARGET, |ui| {
                let name = context.words.get(notice.tone.key());
                let glyph = typeset::icon(ui, glyph, name, size::TITLE);
                let place = vec2(size::TITLE, size::TARGET);
                ui.add_sized(place, egui::Label::new(glyph.color(ink)));
                let room = ui.available_width() - size::TARGET - size::GAP;
                ui.allocate_ui_with_layout(vec2(room, 0.0), kit::column(context.words), |ui| {
                    let line = ui.text_style_height(&egui::TextStyle::Body);
                    ui.add_space(((size::TARGET - line) / 2.0).max(0.0));
                    ui.add(Text::new(&notice.text).block());
                    offer_ui(ui, context, commands, notice);
                });
                if typeset::icon_button(ui, icon::X, context.words.get("notice-dismiss")).clicked()
                {
                    commands.push(ViewCommand::DismissNotice(notice.id));
                }
            });
        });
}

/// The button for what a message offers to do.
fn offer_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands, notice: &Notice) {
    let mut actions = action::all().iter();
    let Some(action) = actions.find(|action| Some(action.key) == notice.offer) else {
        return;
    };
    let hint = context.words.find(&action.hint_key()).unwrap_or_default();
    let button = typeset::button(ui, context.words.get(action.key));
    if button.on_hover_text(hint).clicked() {
        commands.push(action.command.clone());
        commands.push(ViewCommand::DismissNotice(notice.id));
    }
}
