//! The widgets that panels use, named by their logical text.

use std::sync::Arc;

use egui::{
    Atom, Button, Checkbox, FontId, Link, Response, Ui, WidgetText, epaint::TextShape, vec2,
};

use super::{
    Setting, Text, icon_galley,
    text::{hint, room_for_text},
};
use crate::theme::{fonts, size};

/// Adds running text; wraps as the `ui` does.
pub fn label(ui: &mut Ui, text: &str) -> Response {
    ui.add(Text::new(text))
}

/// Adds running text as a block of the whole width, with lines apart for reading.
pub fn paragraph(ui: &mut Ui, text: &str) -> Response {
    ui.add(Text::new(text).block().airy())
}

/// Adds the heading of a section.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    ui.add(Text::new(text).heading())
}

/// Adds emphasised text.
pub fn strong(ui: &mut Ui, text: &str) -> Response {
    ui.add(Text::new(text).strong())
}

/// Adds secondary text.
pub fn weak(ui: &mut Ui, text: &str) -> Response {
    ui.add(Text::new(text).weak())
}

/// Adds small secondary text.
pub fn small(ui: &mut Ui, text: &str) -> Response {
    ui.add(Text::new(text).small().weak())
}

/// Makes `text` fit for a widget of egui: a menu, a combo box, a collapsing header, a window's title.
#[must_use]
pub fn widget_text(ui: &Ui, text: &str) -> WidgetText {
    Text::new(text).widget_text(ui)
}

/// Returns the text of a control in the room that `ui` has for it, of which `taken` points are for the rest.
/// Where it does not fit, it ends in an ellipsis.
#[must_use]
pub fn fitting_text(ui: &Ui, text: &Text<'_>, taken: f32) -> WidgetText {
    text.widget_text_within(ui, room_for_text(ui, taken))
}

/// Shows the whole `text` on hover where a control shows it with an ellipsis.
#[expect(
    clippy::must_use_candidate,
    reason = "the response is often at its end"
)]
pub fn whole_on_hover(response: Response, shown: &WidgetText, text: &str) -> Response {
    match shown {
        WidgetText::Galley(galley) if galley.elided => hint(response, text),
        _ => response,
    }
}

/// Adds a control with `text`, of which `taken` points are for what is around the text.
fn fitting(
    ui: &mut Ui,
    text: &Text<'_>,
    taken: f32,
    control: impl FnOnce(&mut Ui, WidgetText) -> Response,
) -> Response {
    let shown = fitting_text(ui, text, taken);
    let response = control(ui, shown.clone());
    whole_on_hover(response, &shown, text.logical())
}

/// Returns the room of a button around its text, in points.
fn padding(ui: &Ui) -> f32 {
    ui.spacing().button_padding.x * 2.0
}

/// Adds a button with a text.
pub fn button(ui: &mut Ui, text: &str) -> Response {
    let taken = padding(ui);
    fitting(ui, &Text::new(text).medium(), taken, |ui, text| {
        ui.add(Button::new(text))
    })
}

/// Adds a button with an icon before its text.
pub fn button_with_icon(ui: &mut Ui, glyph: &str, text: &str) -> Response {
    let setting = Setting::new(FontId::new(size::ICON, fonts::icons()));
    let glyph = icon_galley(ui.ctx(), glyph, "", &setting);
    // Painted, not written, so that the name of the button is its text alone.
    let glyph = Atom::paint(glyph.size(), move |ui, place| {
        let colour = place.fallback_text_color;
        let pos = place.rect.min;
        ui.painter()
            .add(TextShape::new(pos, Arc::clone(&glyph), colour));
    });
    let taken = padding(ui) + size::ICON + ui.spacing().icon_spacing;
    fitting(ui, &Text::new(text).medium(), taken, |ui, text| {
        ui.add(Button::new((glyph, text)))
    })
}

/// Adds a check box with a text.
pub fn toggle(ui: &mut Ui, is_on: &mut bool, text: &str) -> Response {
    let taken = ui.spacing().icon_width + ui.spacing().icon_spacing;
    fitting(ui, &Text::new(text), taken, |ui, text| {
        ui.add(Checkbox::new(is_on, text))
    })
}

/// Adds one of several choices.
pub fn selectable(ui: &mut Ui, is_selected: bool, text: &str) -> Response {
    let taken = padding(ui);
    fitting(ui, &Text::new(text), taken, |ui, text| {
        ui.add(Button::selectable(is_selected, text))
    })
}

/// Adds a text that leads somewhere.
pub fn link(ui: &mut Ui, text: &str) -> Response {
    fitting(ui, &Text::new(text), 0.0, |ui, text| {
        ui.add(Link::new(text))
    })
}

/// Returns an icon of [`fonts::icon`] that is read out as `name`, for a widget of egui.
#[must_use]
pub fn icon(ui: &Ui, icon: &str, name: &str, size: f32) -> WidgetText {
    let setting = Setting::new(FontId::new(size, fonts::icons()));
    WidgetText::Galley(icon_galley(ui.ctx(), icon, name, &setting))
}

/// Adds a square button with an icon; `name` is read out and shown on hover.
pub fn icon_button(ui: &mut Ui, glyph: &str, name: &str) -> Response {
    let glyph = icon(ui, glyph, name, size::ICON);
    let button = Button::new(glyph).min_size(vec2(size::TARGET, size::TARGET));
    let padding = (size::TARGET - size::ICON) / 2.0;
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding.x = padding;
        ui.add(button)
    });
    hint(response.inner, name)
}
