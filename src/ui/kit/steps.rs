//! Buttons that step backwards and forwards.

use egui::Ui;

use super::is_rtl;
use crate::{text::Catalogue, theme::fonts::icon, typeset};

/// The icons of a step back and a step on, as the language is read.
pub fn step_icons(words: &Catalogue) -> [&'static str; 2] {
    if is_rtl(words) {
        [icon::CARET_RIGHT, icon::CARET_LEFT]
    } else {
        [icon::CARET_LEFT, icon::CARET_RIGHT]
    }
}

/// Draws the two buttons, named by these keys of the catalogue; whether the step that was asked for goes forward.
pub fn step_buttons(ui: &mut Ui, words: &Catalogue, keys: [&str; 2]) -> Option<bool> {
    let mut asked = None;
    for ((glyph, key), forward) in step_icons(words).into_iter().zip(keys).zip([false, true]) {
        if typeset::icon_button(ui, glyph, words.get(key)).clicked() {
            asked = Some(forward);
        }
    }
    asked
}
