//! The view of the whole: how many records lie where, as a picture of one hue that is fixed to the map.
//!
//! A cell is a small square: the stronger, the more it shows; hollow by the share that is only possible.

use std::sync::Arc;

use egui::{
    Color32, ColorImage, Context, Key, KeyboardShortcut, Modifiers, Rect, TextureHandle,
    TextureOptions, pos2,
};

use crate::{
    query::{Density, Raster, index::CellCount},
    text::Catalogue,
    theme::{Theme, fonts::icon},
};

use super::{
    super::{frame::MapFrame, viewport::Viewport},
    Brush, Button, Legend, OccupiedSpace, Overlay, OverlayKind, Swatch, Switch,
};

pub(super) static KIND: OverlayKind = OverlayKind {
    id: ID,
    switch: Some(Switch {
        name: "action-density",
        keys: &[KeyboardShortcut::new(Modifiers::NONE, Key::D)],
        is_on_at_first: false,
        button: Some(Button {
            icon: icon::CIRCLES_THREE,
            show: "map-density-on",
            hide: "map-density-off",
        }),
        option: None,
    }),
    help: &[],
    new: || Box::<DensityPicture>::default(),
};

/// Names it.
pub const ID: &str = "density";

/// Least side of a cell on the screen, in points; below twice of it. Cells can be told apart and counted.
const SIDE_POINTS: f64 = 20.0;
/// More records than this are shown by how many lie where, unless somebody wants their marks, and up to this zoom of the map.
const MANY: usize = 20_000;
const MANY_ZOOM: f64 = 9.5;
/// Cells are counted by the block, so that panning a little counts none anew.
const BLOCK: f64 = 4.0;
/// Cells that are counted at most along a side.
const MOST: f64 = 640.0;
/// Pixels of the picture along the side of a cell.
const PIXELS: usize = 16;
/// Pixels between two cells, at either side, and of their edges.
const GAP: usize = 1;
const RIM: usize = 2;
/// Opacity of a cell that shows one record, and of the fullest.
const OPACITIES: [f32; 2] = [0.34, 0.85];
/// Opacity of the inside of a hollow cell, as a share of its edge's.
const INSIDE: f32 = 0.35;
/// Squares of the legend, from one record to the most.
const STEPS: u32 = 6;

/// Tells whether so many records in a view of this zoom are shown by how many lie where: always where that is asked for, and
/// where they are many, unless their marks are.
#[must_use]
pub fn is_shown(settings: ShownDensity, records: usize, zoom: f64) -> bool {
    if records > MANY {
        zoom < MANY_ZOOM && !settings.marks_of_many
    } else {
        settings.density
    }
}

/// Tells whether so many records are shown in this way at first.
#[must_use]
pub const fn are_many(records: usize) -> bool {
    records > MANY
}

/// What the analyst wants to see.
#[derive(Clone, Copy, Debug)]
pub struct ShownDensity {
    /// How many records lie where.
    pub density: bool,
    /// Marks although records are many.
    pub marks_of_many: bool,
}

/// Returns the cells that serve a view.
#[must_use]
pub fn raster(view: &Viewport) -> Raster {
    let level = (view.points_per_unit() / SIDE_POINTS).log2().floor();
    let level = level.clamp(0.0, 31.0);
    let cells = level.exp2();
    let [north_west, south_east] = view.corners();
    let first = |unit: f64| ((unit * cells / BLOCK).floor() * BLOCK).clamp(0.0, cells);
    let count = |unit: f64, first: f64| {
        let last = ((unit * cells / BLOCK).ceil() * BLOCK).clamp(0.0, cells);
        (last - first).clamp(1.0, MOST) as u32
    };
    let (x, y) = (first(north_west[0]), first(north_west[1]));
    Raster {
        level: level as u8,
        first: [x as u32, y as u32],
        size: [count(south_east[0], x), count(south_east[1], y)],
    }
}

/// Tells how strongly a count is drawn, in `[0, 1]`: by orders of magnitude, as records crowd.
fn strength(count: u32, highest: u32) -> f32 {
    let [least, most] = OPACITIES;
    let share = (f64::from(count.max(1)).ln() / f64::from(highest.max(2)).ln()) as f32;
    least + (most - least) * share.clamp(0.0, 1.0)
}

/// The picture of the last density.
#[derive(Default)]
struct DensityPicture {
    drawn: Option<(Arc<Density>, Color32, TextureHandle)>,
}

impl Overlay for DensityPicture {
    fn prepare(&mut self, frame: &MapFrame<'_>, _room: &mut OccupiedSpace) {
        let Some(density) = frame.input.density else {
            return;
        };
        let ink = frame.input.theme.palette.crowd;
        let is_drawn = self
            .drawn
            .as_ref()
            .is_some_and(|(known, colour, _)| Arc::ptr_eq(known, density) && *colour == ink);
        if !is_drawn {
            let texture = draw(frame.ctx, density, ink);
            self.drawn = Some((Arc::clone(density), ink, texture));
        }
    }

    fn paint(&self, brush: &Brush<'_>) {
        if let (Some(density), Some((_, _, texture))) = (brush.frame.input.density, &self.drawn) {
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            let rect = rect_of(density.question.raster, brush.frame.view);
            brush
                .painter
                .image(texture.id(), rect, whole, Color32::WHITE);
        }
    }

    fn legend(&self, frame: &MapFrame<'_>) -> Option<Legend> {
        let density = frame.input.density?;
        Some(legend(density, frame.input.theme, frame.input.words))
    }
}

/// Returns what the squares mean.
#[must_use]
pub fn legend(density: &Density, theme: &Theme, words: &Catalogue) -> Legend {
    let highest = density.highest.max(1);
    let palette = theme.palette;
    let ink = |count| palette.crowd.gamma_multiply(strength(count, highest));
    let count = |step: u32| {
        let share = f64::from(step) / f64::from(STEPS - 1);
        f64::from(highest).powf(share).round() as u32
    };
    let solid = (0..STEPS).map(|step| Swatch {
        fill: ink(count(step)),
        inside: None,
        count: [0, STEPS - 1].contains(&step).then(|| count(step)),
    });
    let hollow = Swatch {
        fill: ink(highest),
        inside: Some(palette.surface.gamma_multiply(0.65)),
        count: None,
    };
    Legend {
        title: "map-density-title",
        swatches: solid.chain([hollow]).collect(),
        note: words.get("map-density-key").to_owned(),
    }
}

/// Tells where a raster is on the screen.
fn rect_of(raster: Raster, view: &Viewport) -> Rect {
    let cells = f64::from(raster.level).exp2();
    let corner =
        |[x, y]: [u32; 2]| view.screen_from_map([f64::from(x) / cells, f64::from(y) / cells]);
    let [first, size] = [raster.first, raster.size];
    let last = [first[0] + size[0], first[1] + size[1]];
    Rect::from_min_max(corner(first), corner(last))
}

fn draw(ctx: &Context, density: &Density, ink: Color32) -> TextureHandle {
    let [columns, lines] = density.question.raster.size.map(|side| side as usize);
    let width = columns * PIXELS;
    let mut image = ColorImage::filled([width, lines * PIXELS], Color32::TRANSPARENT);
    let shown = density.counts.iter().enumerate();
    for (at, count) in shown.filter(|(_, count)| count.total() > 0) {
        let corner = at / columns.max(1) * PIXELS * width + at % columns.max(1) * PIXELS;
        let pixels = Pixels::of(*count, density.highest, ink);
        for line in 0..PIXELS {
            for column in 0..PIXELS {
                let pixel = image.pixels.get_mut(corner + line * width + column);
                if let Some(pixel) = pixel {
                    *pixel = pixels.at(column, line);
                }
            }
        }
    }
    let options = TextureOptions {
        magnification: egui::TextureFilter::Nearest,
        ..TextureOptions::LINEAR
    };
    ctx.load_texture("density", image, options)
}

/// The looks of one cell.
struct Pixels {
    edge: Color32,
    inside: Color32,
}

impl Pixels {
    fn of(count: CellCount, highest: u32, ink: Color32) -> Self {
        let strength = strength(count.total(), highest);
        let possible = count.possible as f32 / count.total().max(1) as f32;
        let edge = ink.gamma_multiply(strength);
        Self {
            edge,
            inside: ink.gamma_multiply(strength * (1.0 - possible * (1.0 - INSIDE))),
        }
    }

    fn at(&self, column: usize, line: usize) -> Color32 {
        let within = |rim: usize| {
            let range = rim..PIXELS - rim;
            range.contains(&column) && range.contains(&line)
        };
        if within(RIM + GAP) {
            self.inside
        } else if within(GAP) {
            self.edge
        } else {
            Color32::TRANSPARENT
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_more_is_stronger_and_nothing_is_stronger_than_the_fullest() {
        let strengths: Vec<f32> = [1, 10, 100, 1000].map(|count| strength(count, 1000)).into();
        assert!(strengths.is_sorted());
        assert!((strengths[0] - OPACITIES[0]).abs() < 1e-6);
        assert!((strengths[3] - OPACITIES[1]).abs() < 1e-6);
        assert!((strength(1, 1) - OPACITIES[0]).abs() < 1e-6);
    }

    #[test]
    fn many_records_are_shown_by_how_many_lie_where_until_the_map_comes_close() {
        let wanted = |density, marks_of_many| ShownDensity {
            density,
            marks_of_many,
        };
        assert!(is_shown(wanted(false, false), MANY + 1, 5.0));
        assert!(!is_shown(wanted(false, false), MANY + 1, 12.0));
        assert!(!is_shown(wanted(true, true), MANY + 1, 5.0));
        assert!(!is_shown(wanted(false, false), 61, 5.0));
        assert!(is_shown(wanted(true, false), 61, 12.0));
    }

    #[test]
    fn panning_a_little_asks_for_the_same_cells() {
        let view = Viewport {
            rect: Rect::from_min_size(pos2(0.0, 0.0), egui::vec2(800.0, 600.0)),
            centre: [0.4871, 0.4613],
            zoom: 6.3,
        };
        let nudged = view.shifted(egui::vec2(0.4, -0.3));
        assert_eq!(raster(&view), raster(&nudged));
        assert!(raster(&view).size[0] >= 800 / 40);
    }
}
