//! What the looks of the overlays mean, over the map's corner at which lines begin.

use egui::{Align2, Area, FontId, Id, Order, Rect, Sense, Ui, pos2, vec2};

use crate::{
    map::overlays::{Legend, Swatch},
    text::number,
    theme::{fonts, size},
    typeset::{self, Setting, Text},
    ui::{PanelContext, kit},
};

use super::floating;

/// Side of a square of the legend, in points.
const SQUARE: f32 = 12.0;
/// From the lower edge of the map, in points: above the scale bar.
const ABOVE: f32 = 46.0;
/// Width of what the legend says, in points.
const WIDTH: f32 = 148.0;

/// Draws the legends over the map; the height that they take, with the room above them.
pub(super) fn legend_ui(ui: &Ui, context: &PanelContext<'_>, legends: &[Legend], map: Rect) -> f32 {
    if legends.is_empty() {
        return 0.0;
    }
    let words = context.words;
    let (pivot, corner) = if kit::is_rtl(words) {
        (
            Align2::RIGHT_BOTTOM,
            map.right_bottom() + vec2(-12.0, -ABOVE),
        )
    } else {
        (Align2::LEFT_BOTTOM, map.left_bottom() + vec2(12.0, -ABOVE))
    };
    let shown = Area::new(Id::NULL.with("map-legend"))
        .order(Order::Middle)
        .interactable(false)
        .pivot(pivot)
        .fixed_pos(corner)
        .constrain_to(map)
        .show(ui.ctx(), |ui| {
            floating(context.theme, 8).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                ui.with_layout(kit::column(words), |ui| {
                    ui.set_width(WIDTH);
                    for legend in legends {
                        one_ui(ui, context, legend);
                    }
                });
            });
        });
    shown.response.rect.height() + size::GAP
}

fn one_ui(ui: &mut Ui, context: &PanelContext<'_>, legend: &Legend) {
    let title = context.words.get(legend.title);
    ui.add(Text::new(title).small().medium());
    if !legend.swatches.is_empty() {
        swatches_ui(ui, context, &legend.swatches);
    }
    if !legend.note.is_empty() {
        ui.add(Text::new(&legend.note).small().weak().wrap());
    }
}

/// Squares side by side, and below the first and the last that say it, how many they stand for.
fn swatches_ui(ui: &mut Ui, context: &PanelContext<'_>, swatches: &[Swatch]) {
    let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, SQUARE + 14.0), Sense::hover());
    let painter = ui.painter();
    let font = FontId::new(size::SMALL, fonts::medium());
    let setting = Setting::new(font).colour(context.theme.palette.text_weak);
    let mut left = rect.left();
    for (index, swatch) in swatches.iter().enumerate() {
        if swatch.inside.is_some() {
            left += SQUARE + 2.0;
        }
        let square = Rect::from_min_size(pos2(left, rect.top()), vec2(SQUARE, SQUARE));
        left += SQUARE + 2.0;
        painter.rect_filled(square, 0.0, swatch.fill);
        if let Some(inside) = swatch.inside {
            painter.rect_filled(square.shrink(SQUARE / 4.0), 0.0, inside);
        }
        let Some(count) = swatch.count else {
            continue;
        };
        let text = number::in_words(f64::from(count), context.words.lang());
        let galley = typeset::galley(ui.ctx(), &text, &setting);
        let (align, anchor) = if index == 0 {
            (Align2::LEFT_TOP, square.left_bottom())
        } else {
            (Align2::RIGHT_TOP, square.right_bottom())
        };
        let at = align.anchor_size(anchor + vec2(0.0, 1.0), galley.size());
        typeset::paint_galley(painter, at.min, galley, None);
    }
}
