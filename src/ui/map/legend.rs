//! What the view of the whole means: from few to many, solid and hollow.

use egui::{Align2, Area, FontId, Id, Order, Rect, Sense, Ui, pos2, vec2};

use crate::{
    map::density::strength,
    text::number,
    theme::{fonts, size},
    typeset::{self, Setting, Text},
    ui::{Scene, kit},
};

use super::floating;

/// Side of a square of the legend, in points.
const SQUARE: f32 = 12.0;
/// Squares from one record to the most.
const STEPS: u32 = 6;
/// From the lower edge of the map, in points: above the scale bar.
const ABOVE: f32 = 46.0;

/// Draws the legend over the map while it shows how many records lie where; the height that it takes, with
/// the room above it.
pub(super) fn legend_ui(ui: &Ui, scene: &Scene<'_>, map: Rect) -> f32 {
    let Some(density) = scene.density else {
        return 0.0;
    };
    let words = scene.words;
    let (pivot, corner) = if kit::is_rtl(words) {
        (
            Align2::RIGHT_BOTTOM,
            map.right_bottom() + vec2(-12.0, -ABOVE),
        )
    } else {
        (Align2::LEFT_BOTTOM, map.left_bottom() + vec2(12.0, -ABOVE))
    };
    let legend = Area::new(Id::NULL.with("map-density-legend"))
        .order(Order::Middle)
        .interactable(false)
        .pivot(pivot)
        .fixed_pos(corner)
        .constrain_to(map)
        .show(ui.ctx(), |ui| {
            floating(scene.theme, 8).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                ui.with_layout(kit::column(words), |ui| {
                    ui.set_width(WIDTH);
                    ui.add(Text::new(words.get("map-density-title")).small().medium());
                    ramp_ui(ui, scene, density.highest.max(1));
                    ui.add(
                        Text::new(words.get("map-density-key"))
                            .small()
                            .weak()
                            .wrap(),
                    );
                });
            });
        });
    legend.response.rect.height() + size::GAP
}

/// Width of what the legend says, in points.
const WIDTH: f32 = 148.0;

/// Squares from one record to the most, above them how many that is; the last is hollow.
fn ramp_ui(ui: &mut Ui, scene: &Scene<'_>, highest: u32) {
    let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, SQUARE + 14.0), Sense::hover());
    let palette = scene.theme.palette;
    let painter = ui.painter();
    let square = |step: u32| {
        let left = rect.left() + step as f32 * (SQUARE + 2.0);
        Rect::from_min_size(pos2(left, rect.top()), vec2(SQUARE, SQUARE))
    };
    let count = |step: u32| {
        let share = f64::from(step) / f64::from(STEPS - 1);
        f64::from(highest).powf(share).round() as u32
    };
    for step in 0..STEPS {
        let ink = palette.crowd.gamma_multiply(strength(count(step), highest));
        painter.rect_filled(square(step), 0.0, ink);
    }
    let hollow = square(STEPS + 1);
    let ink = palette.crowd.gamma_multiply(strength(highest, highest));
    painter.rect_filled(hollow, 0.0, ink);
    painter.rect_filled(
        hollow.shrink(SQUARE / 4.0),
        0.0,
        palette.surface.gamma_multiply(0.65),
    );
    let font = FontId::new(size::SMALL - 1.0, fonts::medium());
    let setting = Setting::new(font).colour(palette.text_weak);
    for (step, align) in [(0, Align2::LEFT_TOP), (STEPS - 1, Align2::RIGHT_TOP)] {
        let text = number::in_words(f64::from(count(step)), scene.words.lang());
        let galley = typeset::galley(ui.ctx(), &text, &setting);
        let square = square(step);
        let anchor = if step == 0 {
            square.left_bottom()
        } else {
            square.right_bottom()
        };
        let at = align.anchor_size(anchor + vec2(0.0, 1.0), galley.size());
        typeset::paint_galley(painter, at.min, galley, None);
    }
}
