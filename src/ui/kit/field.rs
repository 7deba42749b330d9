//! A field for typing, with an icon before and a way to empty it.

use egui::{CornerRadius, Frame, Id, Margin, Response, Stroke, TextEdit, Ui, vec2};

use crate::{
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::Scene,
};

use super::{block_row, fill, row};

/// What a field is for.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// By which the shell can put the caret into it.
    pub id: Id,
    /// The icon before it.
    pub glyph: &'static str,
    /// Read out, and shown while it is empty.
    pub name: &'a str,
    /// Read out for the button that empties it.
    pub clear: &'a str,
}

/// Draws a field over the whole width; the answer is the new text when it was changed, with the
/// response of the editor.
pub fn text_field(
    ui: &mut Ui,
    scene: &Scene<'_>,
    field: Field<'_>,
    text: &str,
) -> (Option<String>, Response) {
    let palette = scene.theme.palette;
    let has_focus = ui.memory(|memory| memory.has_focus(field.id));
    let line = if has_focus {
        palette.accent
    } else {
        palette.outline
    };
    let frame = Frame::NONE
        .fill(palette.surface)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(CornerRadius::same(size::CORNER))
        .inner_margin(Margin::symmetric(8, 0));
    let inner = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let inner = block_row(ui, row(scene.words), size::TARGET, |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.add(Text::new(field.glyph).weak());
            rest(ui, scene, field, text)
        });
        inner.inner
    });
    inner.inner
}

fn rest(
    ui: &mut Ui,
    scene: &Scene<'_>,
    field: Field<'_>,
    text: &str,
) -> (Option<String>, Response) {
    let room = ui.available_size();
    let inner = ui.allocate_ui_with_layout(room, fill(scene.words), |ui| {
        let is_cleared = !text.is_empty() && clear_button(ui, field.clear);
        let mut edited = text.to_owned();
        let hint = Text::new(field.name).weak().widget_text(ui);
        let edit = TextEdit::singleline(&mut edited)
            .id(field.id)
            .frame(Frame::NONE)
            .hint_text(hint)
            .align(egui::Align2::LEFT_CENTER)
            .min_size(vec2(0.0, size::TARGET))
            .desired_width(ui.available_width());
        let response = ui.add(edit).accessible_name(field.name);
        if is_cleared {
            return (Some(String::new()), response);
        }
        let is_changed = response.changed() && edited != text;
        (is_changed.then_some(edited), response)
    });
    inner.inner
}

fn clear_button(ui: &mut Ui, name: &str) -> bool {
    let glyph = typeset::icon(ui, icon::X, name, size::BODY);
    let button = egui::Button::new(glyph)
        .frame(false)
        .min_size(vec2(20.0, 20.0));
    typeset::hint(ui.add(button), name).clicked()
}
