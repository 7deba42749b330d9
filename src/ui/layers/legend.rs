//! How sure a mark is, in one line: solid, hollow, dashed.

use egui::{Sense, Ui, Vec2, vec2};

use crate::{
    map::marks::Certainty,
    theme::{MarkShape, size},
    typeset::{self, Text},
    ui::{Scene, kit},
};

/// Each certainty with the keys of its word and of what it means.
const LINES: [(Certainty, &str, &str); 3] = [
    (Certainty::Certain, "legend-certain", "certain-hint"),
    (
        Certainty::Possible { weight: 0.5 },
        "legend-possible",
        "possible-hint",
    ),
    (
        Certainty::Unconfirmed,
        "legend-unconfirmed",
        "legend-unconfirmed-hint",
    ),
];

pub(super) fn legend_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let palette = scene.theme.palette;
    ui.add_space(size::GRID);
    kit::wrapped_row(ui, scene.words, vec2(size::GRID, 2.0), |ui| {
        for (certainty, key, hint) in LINES {
            let (rect, mark) = ui.allocate_exact_size(Vec2::splat(14.0), Sense::hover());
            kit::paint_mark(
                ui.painter(),
                rect.center(),
                4.5,
                MarkShape::Circle,
                palette.text_weak,
                certainty,
            );
            let label = ui.add(Text::new(scene.words.get(key)).small().weak());
            typeset::hint(label.union(mark), scene.words.get(hint));
            ui.add_space(size::GRID);
        }
    });
}
