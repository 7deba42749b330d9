//! A line of a list that can be pressed: an icon and a text, cut off where the panel ends.

use egui::{Response, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::row;
use crate::{theme::size, typeset::Text, ui::PanelContext};

/// What a line holds.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Before the text; empty for none.
    pub glyph: &'a str,
    /// What it says.
    pub text: &'a str,
    /// What is read out, where that is more.
    pub name: &'a str,
    /// Whether it is the chosen one.
    pub is_chosen: bool,
}

/// Draws a line over the whole width.
pub fn line_button(ui: &mut Ui, context: &PanelContext<'_>, line: Line<'_>) -> Response {
    let palette = context.theme.palette;
    let size = vec2(ui.available_width(), size::TARGET);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = line.name;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, line.is_chosen, name));
    // Drawn out of view as well: its contents take part in counting the ids of what comes after it.
    let is_live = response.hovered() || response.has_focus();
    let ground = match (line.is_chosen, is_live) {
        (true, _) => Some(palette.accent_wash),
        (false, true) => Some(palette.field),
        (false, false) => None,
    };
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, size::CORNER, ground);
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(1.5, palette.accent);
        let inside = egui::StrokeKind::Inside;
        ui.painter().rect_stroke(rect, size::CORNER, stroke, inside);
    }
    let inner = rect.shrink2(vec2(size::GRID, 0.0));
    let builder = UiBuilder::new().max_rect(inner).layout(row(context.words));
    let mut inside = ui.new_child(builder);
    inside.spacing_mut().item_spacing.x = size::GAP;
    if !line.glyph.is_empty() {
        inside.add(Text::new(line.glyph).weak());
    }
    inside.add(Text::new(line.text).truncate());
    response
}
