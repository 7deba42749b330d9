//! A field for typing, with an icon before and a way to empty it.

use egui::{Button, CornerRadius, Frame, Id, Margin, Rect, Response, Stroke, Ui, vec2};

use crate::{
    text::bidi::Base,
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::PanelContext,
};

use super::{block_row, fill, row};

/// What a field is for.
#[derive(Clone, Copy, Debug)]
pub struct SearchField<'a> {
    /// By which the shell can put the caret into it.
    pub id: Id,
    /// The icon before it.
    pub glyph: &'static str,
    /// Read out, and shown while it is empty.
    pub name: &'a str,
    /// Read out for the button that empties it.
    pub clear: &'a str,
}

/// What became of a field in this frame.
pub struct FieldResponse {
    /// The new text, when it was changed.
    pub changed: Option<String>,
    /// The editor inside.
    pub editor: Response,
    /// The field, with its icon.
    pub rect: Rect,
}

/// Draws a field that holds `text` over the whole width.
pub fn text_field(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    field: SearchField<'_>,
    text: &str,
) -> FieldResponse {
    let palette = context.theme.palette;
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
    let framed = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let line = block_row(ui, row(context.words), size::TARGET, |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.add(Text::new(field.glyph).weak());
            let room = ui.available_size();
            let inner = ui.allocate_ui_with_layout(room, fill(context.words), |ui| {
                editor_ui(ui, context, field, text)
            });
            inner.inner
        });
        line.inner
    });
    let (changed, editor) = framed.inner;
    FieldResponse {
        changed,
        editor,
        rect: framed.response.rect,
    }
}

/// The editor and, at its end, the button that empties it.
fn editor_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    field: SearchField<'_>,
    text: &str,
) -> (Option<String>, Response) {
    let is_cleared = !text.is_empty() && clear_button(ui, field.clear);
    let mut edited = text.to_owned();
    let response = typeset::TextField::new(field.id, &mut edited, field.name)
        .empty_base(Base::of(context.words.lang()))
        .hint(field.name)
        .frameless()
        .show(ui);
    if is_cleared {
        return (Some(String::new()), response);
    }
    let is_changed = response.changed() && edited != text;
    (is_changed.then_some(edited), response)
}

fn clear_button(ui: &mut Ui, name: &str) -> bool {
    let glyph = typeset::icon(ui, icon::X, name, size::BODY);
    let button = Button::new(glyph).frame(false).min_size(vec2(20.0, 20.0));
    typeset::hint(ui.add(button), name).clicked()
}
