//! The words of a bookmark over the map, while a briefing is stepped through.
//!
//! The card lies low, where lines begin, so that the middle of the map and its controls stay free. Texts are in
//! the language of records, and say so where they are in another.

use egui::{Align2, Area, Id, Order, Rect, ScrollArea, Ui, vec2};

use crate::{
    command::{BriefingCommand, Commands},
    session::Bookmark,
    text::{args, dates},
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{
        PanelContext,
        kit::{self, Worded},
    },
};

use super::floating;

/// Width of the card at most, in points.
const WIDTH: f32 = 400.0;
/// Room beside it: the edge of the map, and the controls at the other side.
const BESIDE: f32 = 72.0;
/// From the edge of the map, in points; below the card is the scale bar.
const EDGE: f32 = 12.0;
const BELOW: f32 = 46.0;
/// The share of the map's height that the card reaches up to: less than half, so that the middle is free.
const REACH: f32 = 0.4;
/// Height of all but the text, in points.
const FRAME: f32 = 80.0;
/// The least height of the text that is worth scrolling through, in points.
const LEAST: f32 = 34.0;

/// Draws the card while a bookmark is presented.
pub(super) fn words_ui(ui: &Ui, context: &PanelContext<'_>, map: Rect, commands: &mut Commands) {
    let Some((at, bookmark)) = context.document.briefing.presented() else {
        return;
    };
    let rise = -BELOW;
    let (pivot, corner) = if kit::is_rtl(context.words) {
        (Align2::RIGHT_BOTTOM, map.right_bottom() + vec2(-EDGE, rise))
    } else {
        (Align2::LEFT_BOTTOM, map.left_bottom() + vec2(EDGE, rise))
    };
    Area::new(Id::NULL.with("words of a bookmark"))
        .order(Order::Middle)
        .pivot(pivot)
        .fixed_pos(corner)
        .constrain_to(map)
        .show(ui.ctx(), |ui| {
            floating(context.theme, 12).show(ui, |ui| {
                ui.set_width(WIDTH.min(map.width() - BESIDE - EDGE));
                ui.spacing_mut().item_spacing.y = size::GRID;
                ui.with_layout(kit::column(context.words), |ui| {
                    head_ui(ui, context, at, bookmark, commands);
                    let room = map.height() * REACH - BELOW - FRAME;
                    text_ui(ui, context, at, bookmark, room.max(LEAST));
                });
            });
        });
}

/// What the bookmark is called and its dates; at the end of the line steps and a way to close the card.
fn head_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    at: usize,
    bookmark: &Bookmark,
    commands: &mut Commands,
) {
    let words = context.words;
    let window = dates::capitalised(&dates::window(words, &bookmark.view.filter.window));
    let title = Worded::of(&bookmark.title, words.content(), true)
        .filter(|title| !title.text.is_empty())
        .unwrap_or_else(|| Worded::plain(window.as_str()));
    kit::block_row(ui, kit::fill(words), size::TARGET, |ui| {
        if typeset::icon_button(ui, icon::X, words.get("briefing-close")).clicked() {
            commands.push(BriefingCommand::Present(false));
        }
        walk_ui(ui, context, at, commands);
        let room = ui.available_size();
        ui.allocate_ui_with_layout(room, kit::row(words), |ui| {
            ui.add(Text::new(&title.text).heading().truncate());
        });
    });
    if title.text != window {
        ui.add(Text::new(&window).small().weak().block());
    }
}

/// Where the briefing stands between a step to both sides, from the end of the line on.
fn walk_ui(ui: &mut Ui, context: &PanelContext<'_>, at: usize, commands: &mut Commands) {
    let words = context.words;
    let count = context.document.briefing.steps().len();
    let [before, after] = kit::step_icons(words);
    let mut step_ui = |ui: &mut Ui, glyph: &str, forward: bool, is_possible: bool| {
        let key = if forward {
            "action-step-after"
        } else {
            "action-step-before"
        };
        let button = |ui: &mut Ui| typeset::icon_button(ui, glyph, words.get(key));
        if ui.add_enabled_ui(is_possible, button).inner.clicked() {
            commands.push(BriefingCommand::Step { forward });
        }
    };
    step_ui(ui, after, true, at + 1 < count);
    let place = words.with("briefing-place", args!(at: at + 1, n: count));
    ui.add(Text::new(&place).small().weak());
    step_ui(ui, before, false, at > 0);
}

fn text_ui(ui: &mut Ui, context: &PanelContext<'_>, at: usize, bookmark: &Bookmark, room: f32) {
    let text = Worded::of(&bookmark.text, context.words.content(), true);
    let Some(text) = text.filter(|text| !text.text.is_empty()) else {
        return;
    };
    let area = ScrollArea::vertical()
        .id_salt(("words of a bookmark", at))
        .max_height(room);
    kit::scroll(ui, context.words, area, |ui| {
        ui.with_layout(kit::column(context.words), |ui| {
            ui.add(Text::new(&text.text).block().airy());
            if let Some(lang) = text.fallback {
                kit::language_tag(ui, context, lang);
            }
        });
    });
}
