//! What the looks of the overlays mean: a line below the map, so that it covers nothing.

use egui::{Frame, Margin, Panel, Sense, Ui, Vec2};

use crate::{
    map::overlays::{Legend, Swatch},
    text::{Catalogue, number},
    theme::size,
    typeset::Text,
    ui::{PanelContext, kit},
};

/// Side of a square, in points.
const SQUARE: f32 = 12.0;
/// Between two squares.
const BETWEEN: f32 = 2.0;
/// Width of the edge of a hollow one.
const RIM: f32 = 3.0;

/// Draws a line for each legend at the foot of `ui`, from which it takes their height.
pub(super) fn legend_ui(ui: &mut Ui, context: &PanelContext<'_>, legends: &[Legend]) {
    if legends.is_empty() {
        return;
    }
    let frame =
        Frame::side_top_panel(ui.style()).inner_margin(Margin::symmetric(size::MARGIN as i8, 0));
    Panel::bottom("legend").frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for legend in legends {
            line_ui(ui, context.words, legend);
        }
    });
}

/// What it is called, its squares, and what else there is to say, which is cut where the line is too short.
pub(in crate::ui) fn line_ui(ui: &mut Ui, words: &Catalogue, legend: &Legend) {
    kit::block_row(ui, kit::row(words), size::TARGET, |ui| {
        ui.spacing_mut().item_spacing.x = BETWEEN;
        ui.add(Text::new(words.get(legend.title)).small().medium());
        ui.add_space(size::GAP);
        for (index, swatch) in legend.swatches.iter().enumerate() {
            swatch_ui(ui, words, swatch, index == 0);
        }
        if !legend.note.is_empty() {
            ui.add_space(size::GRID);
            ui.add(Text::new(&legend.note).small().weak().truncate());
        }
    });
}

/// A square, and how many it stands for where that is said: before the first, behind another.
fn swatch_ui(ui: &mut Ui, words: &Catalogue, swatch: &Swatch, is_first: bool) {
    let count = swatch
        .count
        .map(|count| number::in_words(f64::from(count), words.lang()));
    let count_ui = |ui: &mut Ui| {
        if let Some(count) = &count {
            ui.add(Text::new(count).small().weak());
            ui.add_space(size::GRID);
        }
    };
    if is_first {
        count_ui(ui);
    }
    // What is hollow stands a little apart.
    if swatch.inside.is_some() {
        ui.add_space(size::GAP);
    }
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(SQUARE), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, swatch.fill);
    if let Some(inside) = swatch.inside {
        ui.painter().rect_filled(rect.shrink(RIM), 0.0, inside);
    }
    if !is_first {
        if count.is_some() {
            ui.add_space(size::GRID);
        }
        count_ui(ui);
    }
}
