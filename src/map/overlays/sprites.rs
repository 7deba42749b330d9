//! The marks as white masks in one texture: each shape solid, hollow and dashed, with its halo and
//! shadow, drawn once by `tiny-skia` for the screen's pixels. A mark is then three tinted quads.

use egui::{
    Color32, ColorImage, Context, Mesh, Pos2, Rect, TextureHandle, TextureOptions, Vec2, pos2, vec2,
};
use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke, StrokeDash,
    Transform,
};

use crate::theme::{MarkShape, size};

/// What of a mark a mask holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mask {
    /// A soft darkness under it.
    Shadow,
    /// The silhouette, widened: lifts it off the map and fills a hollow mark.
    Halo,
    /// Filled: certain.
    Solid,
    /// Its outline: possible.
    Hollow,
    /// Its outline, dashed: not confirmed in the window.
    Dashed,
    /// Its outline, dotted: of unknown status in the window.
    Dotted,
}

/// How large a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkSize {
    /// On the map.
    Mark,
    /// In labels.
    Glyph,
}

impl MarkSize {
    /// Returns about the radius, in points.
    pub(super) const fn radius(self) -> f32 {
        match self {
            Self::Mark => size::MARK,
            Self::Glyph => size::MARK * 0.62,
        }
    }

    /// Returns half the side of a cell of the atlas, in points.
    fn reach(self) -> f32 {
        (self.radius() * 1.25 + 8.0).ceil()
    }
}

/// One mask of one shape in one size.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sprite {
    pub(super) shape: MarkShape,
    pub(super) size: MarkSize,
    pub(super) mask: Mask,
}

impl Sprite {
    /// Finds where a mask is in the atlas, in pixels.
    fn cell(self, pixels_per_point: f32) -> Rect {
        let Self { shape, size, mask } = self;
        let width = |size: MarkSize| (2.0 * size.reach() * pixels_per_point).ceil();
        let column = SHAPES.iter().position(|known| *known == shape).unwrap_or(0) as f32;
        let row = MASKS.iter().position(|known| *known == mask).unwrap_or(0) as f32;
        let top = match size {
            MarkSize::Mark => 0.0,
            MarkSize::Glyph => MASKS.len() as f32 * width(MarkSize::Mark),
        };
        let width = width(size);
        Rect::from_min_size(pos2(column * width, top + row * width), Vec2::splat(width))
    }
}

const SHAPES: [MarkShape; 8] = [
    MarkShape::Square,
    MarkShape::Triangle,
    MarkShape::ArrowDown,
    MarkShape::Circle,
    MarkShape::Diamond,
    MarkShape::Hexagon,
    MarkShape::Pentagon,
    MarkShape::Cross,
];
const MASKS: [Mask; 6] = [
    Mask::Shadow,
    Mask::Halo,
    Mask::Solid,
    Mask::Hollow,
    Mask::Dashed,
    Mask::Dotted,
];
const SIZES: [MarkSize; 2] = [MarkSize::Mark, MarkSize::Glyph];

/// How far the halo reaches beyond the mark, in points.
const HALO: f32 = 1.6;
/// Layers of a shadow.
const SHADOW_STEPS: u8 = 5;

/// The texture of all masks.
pub(super) struct Sprites {
    texture: TextureHandle,
    pixels_per_point: f32,
    side: Vec2,
}

impl Sprites {
    /// Draws the masks for the pixels of `ctx`.
    pub(super) fn new(ctx: &Context) -> Self {
        let pixels_per_point = ctx.pixels_per_point();
        let image = atlas(pixels_per_point);
        let side = vec2(image.width() as f32, image.height() as f32);
        Self {
            texture: ctx.load_texture("marks", image, TextureOptions::LINEAR),
            pixels_per_point,
            side,
        }
    }

    /// Tells whether the masks were drawn for other pixels.
    pub(super) fn is_stale(&self, ctx: &Context) -> bool {
        (self.pixels_per_point - ctx.pixels_per_point()).abs() > 1e-4
    }

    /// Returns an empty mesh that masks can be added to.
    pub(super) fn mesh(&self) -> Mesh {
        Mesh::with_texture(self.texture.id())
    }

    /// Adds a mask at `at`, tinted; on whole pixels, so that edges stay crisp.
    pub(super) fn add(&self, mesh: &mut Mesh, sprite: Sprite, at: Pos2, tint: Color32) {
        let cell = sprite.cell(self.pixels_per_point);
        let snap = |points: f32| (points * self.pixels_per_point).round() / self.pixels_per_point;
        let half = cell.width() / self.pixels_per_point / 2.0;
        let min = pos2(snap(at.x - half), snap(at.y - half));
        let rect = Rect::from_min_size(min, cell.size() / self.pixels_per_point);
        let uv = Rect::from_min_max(
            pos2(cell.min.x / self.side.x, cell.min.y / self.side.y),
            pos2(cell.max.x / self.side.x, cell.max.y / self.side.y),
        );
        mesh.add_rect_with_uv(rect, uv, tint);
    }
}

fn atlas(pixels_per_point: f32) -> ColorImage {
    let corner = SIZES
        .iter()
        .map(|size| {
            Sprite {
                shape: MarkShape::Cross,
                size: *size,
                mask: Mask::Dashed,
            }
            .cell(pixels_per_point)
            .max
        })
        .fold(Pos2::ZERO, Pos2::max);
    let side = [corner.x as usize, corner.y as usize];
    let Some(mut pixmap) = Pixmap::new(corner.x as u32, corner.y as u32) else {
        return ColorImage::filled([1, 1], Color32::TRANSPARENT);
    };
    for size in SIZES {
        for shape in SHAPES {
            for mask in MASKS {
                let middle = Sprite { shape, size, mask }.cell(pixels_per_point).center();
                draw(&mut pixmap, shape, mask, size, middle, pixels_per_point);
            }
        }
    }
    ColorImage::from_rgba_premultiplied(side, pixmap.data())
}

fn draw(
    surface: &mut Pixmap,
    shape: MarkShape,
    mask: Mask,
    size: MarkSize,
    middle: Pos2,
    pixels_per_point: f32,
) {
    let Some(outline) = outline(shape, size.radius()) else {
        return;
    };
    let lift = if mask == Mask::Shadow { 1.2 } else { 0.0 };
    let transform = Transform::from_scale(pixels_per_point, pixels_per_point)
        .post_translate(middle.x, middle.y + lift * pixels_per_point);
    let mut fill = |alpha: f32| {
        surface.fill_path(&outline, &white(alpha), FillRule::Winding, transform, None);
    };
    match mask {
        Mask::Halo | Mask::Solid => fill(1.0),
        Mask::Shadow | Mask::Hollow | Mask::Dashed | Mask::Dotted => {}
    }
    let mut line = |width: f32, alpha: f32, dash: Option<StrokeDash>| {
        let stroke = Stroke {
            width,
            line_join: LineJoin::Round,
            line_cap: LineCap::Butt,
            dash,
            ..Stroke::default()
        };
        surface.stroke_path(&outline, &white(alpha), &stroke, transform, None);
    };
    let thin = size::MARK_STROKE * if size == MarkSize::Glyph { 0.85 } else { 1.15 };
    match mask {
        Mask::Shadow => {
            for step in 1..=SHADOW_STEPS {
                line(HALO + 1.8 * f32::from(step), 0.16, None);
            }
        }
        Mask::Halo => line(2.0 * HALO + 1.5, 1.0, None),
        Mask::Solid => line(1.2, 1.0, None),
        Mask::Hollow => line(thin, 1.0, None),
        Mask::Dashed => line(thin, 1.0, StrokeDash::new(vec![2.6, 1.9], 0.0)),
        Mask::Dotted => line(thin, 1.0, StrokeDash::new(vec![1.0, 2.4], 0.0)),
    }
}

/// Returns the outline of a shape around the origin, in points.
fn outline(shape: MarkShape, radius: f32) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for (index, [x, y]) in shape.outline().into_iter().enumerate() {
        if index == 0 {
            builder.move_to(x * radius, y * radius);
        } else {
            builder.line_to(x * radius, y * radius);
        }
    }
    builder.close();
    builder.finish()
}

/// Returns the paint of a mask, which has no colour: the theme's comes with the tint.
fn white(alpha: f32) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color(Color::from_rgba(1.0, 1.0, 1.0, alpha).unwrap_or(Color::WHITE));
    paint.anti_alias = true;
    paint
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_the_atlas_never_overlap() {
        let mut cells = Vec::new();
        for size in SIZES {
            for shape in SHAPES {
                for mask in MASKS {
                    cells.push(Sprite { shape, size, mask }.cell(1.5));
                }
            }
        }
        for (index, a) in cells.iter().enumerate() {
            for b in &cells[index + 1..] {
                assert!(!a.shrink(0.5).intersects(b.shrink(0.5)));
            }
        }
    }

    #[test]
    fn nothing_is_cut_off_at_the_edge_of_its_cell() {
        for pixels_per_point in [1.0, 1.25, 2.0] {
            let image = atlas(pixels_per_point);
            for shape in SHAPES {
                for mask in MASKS {
                    let cell = Sprite {
                        shape,
                        size: MarkSize::Mark,
                        mask,
                    }
                    .cell(pixels_per_point);
                    for step in 0..cell.width() as usize {
                        let top = image[(cell.min.x as usize + step, cell.min.y as usize)];
                        let left = image[(cell.min.x as usize, cell.min.y as usize + step)];
                        assert_eq!((top.a(), left.a()), (0, 0), "{shape:?} {mask:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_solid_mark_is_filled_and_a_hollow_one_is_not() {
        let image = atlas(1.0);
        for (mask, alpha) in [
            (Mask::Solid, 255),
            (Mask::Hollow, 0),
            (Mask::Dashed, 0),
            (Mask::Dotted, 0),
        ] {
            let middle = Sprite {
                shape: MarkShape::Square,
                size: MarkSize::Mark,
                mask,
            }
            .cell(1.0)
            .center();
            assert_eq!(
                image[(middle.x as usize, middle.y as usize)].a(),
                alpha,
                "{mask:?}"
            );
        }
    }
}
