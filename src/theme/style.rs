//! The theme in egui's terms.

use egui::{CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, TextStyle, Visuals, vec2};

use super::{Shade, Theme, size};

pub(super) fn apply(theme: &Theme, ctx: &egui::Context) {
    ctx.set_theme(match theme.shade {
        Shade::Light => egui::Theme::Light,
        Shade::Dark => egui::Theme::Dark,
    });
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Small, size::SMALL, FontFamily::Proportional),
            (TextStyle::Body, size::BODY, FontFamily::Proportional),
            (TextStyle::Button, size::BODY, FontFamily::Proportional),
            (TextStyle::Heading, size::HEADING, FontFamily::Proportional),
            (TextStyle::Monospace, size::SMALL, FontFamily::Monospace),
        ]
        .into_iter()
        .map(|(text_style, points, family)| (text_style, FontId::new(points, family)))
        .collect();
        style.spacing.item_spacing = vec2(size::GAP, size::GRID + 2.0);
        style.spacing.button_padding = vec2(10.0, 5.0);
        style.spacing.interact_size = vec2(size::TARGET, size::TARGET);
        style.spacing.menu_margin = Margin::same(6);
        style.spacing.window_margin = Margin::same(16);
        style.spacing.icon_width = 18.0;
        style.spacing.icon_spacing = size::GAP;
        style.spacing.scroll.floating = true;
        style.interaction.selectable_labels = false;
        // The edges of panels are gripped within 8 points.
        style.interaction.resize_grab_radius_side = 4.0;
        style.animation_time = size::EASE;
        style.visuals = visuals(theme);
    });
}

fn visuals(theme: &Theme) -> Visuals {
    let palette = theme.palette;
    let mut visuals = match theme.shade {
        Shade::Light => Visuals::light(),
        Shade::Dark => Visuals::dark(),
    };
    visuals.panel_fill = palette.canvas;
    visuals.window_fill = palette.surface;
    visuals.window_stroke = Stroke::new(1.0, palette.outline);
    visuals.window_corner_radius = CornerRadius::same(size::CARD_CORNER);
    visuals.menu_corner_radius = CornerRadius::same(size::CORNER + 2);
    visuals.window_shadow = shadow(palette.shadow, 24);
    visuals.popup_shadow = shadow(palette.shadow, 12);
    visuals.extreme_bg_color = palette.field;
    visuals.faint_bg_color = palette.field;
    visuals.code_bg_color = palette.field;
    visuals.hyperlink_color = palette.accent;
    visuals.error_fg_color = palette.error;
    visuals.warn_fg_color = palette.warning;
    visuals.selection.bg_fill = palette.accent_wash;
    visuals.selection.stroke = Stroke::new(1.5, palette.accent);
    visuals.weak_text_color = Some(palette.text_weak);
    visuals.text_cursor.stroke = Stroke::new(1.5, palette.accent);
    visuals.striped = false;
    widgets(&mut visuals, theme);
    visuals
}

fn widgets(visuals: &mut Visuals, theme: &Theme) {
    let palette = theme.palette;
    let states = &mut visuals.widgets;
    for state in [
        &mut states.noninteractive,
        &mut states.inactive,
        &mut states.hovered,
        &mut states.active,
        &mut states.open,
    ] {
        state.corner_radius = CornerRadius::same(size::CORNER);
        state.fg_stroke = Stroke::new(1.25, palette.text);
        state.bg_stroke = Stroke::new(1.0, palette.outline);
        state.expansion = 0.0;
    }
    states.noninteractive.bg_fill = palette.canvas;
    states.noninteractive.weak_bg_fill = palette.canvas;
    states.inactive.bg_fill = palette.field;
    states.inactive.weak_bg_fill = palette.field;
    states.inactive.bg_stroke = Stroke::NONE;
    states.hovered.bg_fill = palette.hover;
    states.hovered.weak_bg_fill = palette.hover;
    states.hovered.bg_stroke = Stroke::new(1.0, palette.outline_strong);
    for state in [&mut states.active, &mut states.open] {
        state.bg_fill = palette.accent_wash;
        state.weak_bg_fill = palette.accent_wash;
        state.bg_stroke = Stroke::new(1.0, palette.accent);
    }
}

fn shadow(color: super::Colour, blur: u8) -> Shadow {
    Shadow {
        offset: [0, 4],
        blur,
        spread: 0,
        color,
    }
}
