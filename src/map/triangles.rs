//! Fills the triangles that egui makes of its shapes, without a graphics processor.
//!
//! The same arithmetic as egui's own shaders: colours are premultiplied and blended as they are
//! stored (in gamma), textures are sampled bilinearly at the middle of each pixel, and a pixel on the
//! edge that two triangles share belongs to one of them only.

use std::{collections::HashMap, ops::Range};

use egui::{
    Color32, ColorImage, ImageData, Mesh, Rect, TextureFilter, TextureId, TexturesDelta,
    epaint::{ClippedPrimitive, Primitive, Vertex},
};

/// Fractions of a pixel that corners are rounded to.
const SUBPIXELS: f32 = 256.0;

/// The textures of a context, kept up to date from what each pass changes.
#[derive(Default)]
pub(super) struct Textures {
    textures: HashMap<TextureId, (ColorImage, TextureFilter)>,
}

impl Textures {
    /// Takes notice of what changed.
    pub(super) fn apply(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                let ImageData::Color(image) = change.image;
                if let Some(pos) = change.pos
                    && let Some((whole, _)) = self.textures.get_mut(&id)
                {
                    patch(whole, &image, pos);
                } else {
                    let filter = change.options.magnification;
                    self.textures.insert(id, (image.as_ref().clone(), filter));
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }
}

fn patch(whole: &mut ColorImage, part: &ColorImage, [left, top]: [usize; 2]) {
    let width = whole.width();
    for (row, pixels) in part.pixels.chunks_exact(part.width().max(1)).enumerate() {
        let start = (top + row) * width + left;
        if let Some(target) = whole.pixels.get_mut(start..start + pixels.len()) {
            target.copy_from_slice(pixels);
        }
    }
}

/// Paints what egui tessellated onto `image`, which has `pixels_per_point` pixels to a point.
pub(super) fn paint(
    image: &mut ColorImage,
    primitives: &[ClippedPrimitive],
    textures: &Textures,
    pixels_per_point: f32,
) {
    for ClippedPrimitive {
        clip_rect,
        primitive,
    } in primitives
    {
        let Primitive::Mesh(mesh) = primitive else {
            continue;
        };
        let Some((texture, filter)) = textures.textures.get(&mesh.texture_id) else {
            continue;
        };
        let clip = PixelClip::of(*clip_rect * pixels_per_point, image);
        let sampler = Sampler {
            texture,
            is_linear: *filter == TextureFilter::Linear,
        };
        paint_mesh(image, mesh, &sampler, clip, pixels_per_point);
    }
}

fn paint_mesh(
    image: &mut ColorImage,
    mesh: &Mesh,
    sampler: &Sampler<'_>,
    clip: PixelClip,
    pixels_per_point: f32,
) {
    for indices in mesh.triangles() {
        let corner = |index: u32| mesh.vertices.get(index as usize);
        let [Some(a), Some(b), Some(c)] = indices.map(corner) else {
            continue;
        };
        if let Some(triangle) = Triangle::of([a, b, c], pixels_per_point) {
            triangle.fill(image, sampler, clip);
        }
    }
}

/// The pixels that may be painted: from the first to before the second.
#[derive(Clone, Copy)]
struct PixelClip {
    min: [i64; 2],
    max: [i64; 2],
}

impl PixelClip {
    fn of(rect: Rect, image: &ColorImage) -> Self {
        let inside = |value: f32, size: usize| {
            (value.round() as i64).clamp(0, i64::try_from(size).unwrap_or(i64::MAX))
        };
        let [width, height] = image.size;
        Self {
            min: [inside(rect.min.x, width), inside(rect.min.y, height)],
            max: [inside(rect.max.x, width), inside(rect.max.y, height)],
        }
    }
}

struct Sampler<'a> {
    texture: &'a ColorImage,
    is_linear: bool,
}

impl Sampler<'_> {
    /// Returns the texture at `uv` (0 to 1), each channel from 0 to 1.
    fn at(&self, u: f32, v: f32) -> [f32; 4] {
        let [width, height] = self.texture.size;
        let (x, y) = (u * width as f32, v * height as f32);
        if !self.is_linear {
            return self.texel(x.floor() as i64, y.floor() as i64);
        }
        let (left, top) = ((x - 0.5).floor(), (y - 0.5).floor());
        let (right_share, lower_share) = (x - 0.5 - left, y - 0.5 - top);
        let (left, top) = (left as i64, top as i64);
        let mix = |a: [f32; 4], b: [f32; 4], share: f32| {
            let [a0, a1, a2, a3] = a;
            let [b0, b1, b2, b3] = b;
            [
                a0 + (b0 - a0) * share,
                a1 + (b1 - a1) * share,
                a2 + (b2 - a2) * share,
                a3 + (b3 - a3) * share,
            ]
        };
        mix(
            mix(
                self.texel(left, top),
                self.texel(left + 1, top),
                right_share,
            ),
            mix(
                self.texel(left, top + 1),
                self.texel(left + 1, top + 1),
                right_share,
            ),
            lower_share,
        )
    }

    fn texel(&self, x: i64, y: i64) -> [f32; 4] {
        let [width, height] = self.texture.size;
        let x = (x.max(0) as usize).min(width.saturating_sub(1));
        let y = (y.max(0) as usize).min(height.saturating_sub(1));
        let colour = self.texture.pixels.get(y * width + x);
        colour.map_or([0.0; 4], |colour| {
            colour.to_array().map(|channel| f32::from(channel) / 255.0)
        })
    }
}

/// A triangle in fractions of pixels, clockwise on the screen.
struct Triangle<'a> {
    corners: [&'a Vertex; 3],
    at: [[i64; 2]; 3],
    /// Twice the area, in square fractions.
    area: i64,
}

impl<'a> Triangle<'a> {
    fn of([a, b, c]: [&'a Vertex; 3], pixels_per_point: f32) -> Option<Self> {
        let place = |vertex: &Vertex| {
            let fixed = |points: f32| (points * pixels_per_point * SUBPIXELS).round() as i64;
            [fixed(vertex.pos.x), fixed(vertex.pos.y)]
        };
        let at = [place(a), place(b), place(c)];
        match cross(at[0], at[1], at[2]) {
            0 => None,
            area if area > 0 => Some(Self {
                corners: [a, b, c],
                at,
                area,
            }),
            area => Some(Self {
                corners: [a, c, b],
                at: [at[0], at[2], at[1]],
                area: -area,
            }),
        }
    }

    fn fill(&self, image: &mut ColorImage, sampler: &Sampler<'_>, clip: PixelClip) {
        let one = SUBPIXELS as i64;
        let [a, b, c] = self.at;
        let span = |axis: usize| {
            let of = |corner: [i64; 2]| corner.get(axis).copied().unwrap_or_default();
            let low = of(a).min(of(b)).min(of(c)).div_euclid(one);
            let high = of(a).max(of(b)).max(of(c)).div_euclid(one) + 1;
            let (first, end) = (clip.min.get(axis).copied(), clip.max.get(axis).copied());
            low.max(first.unwrap_or_default())..high.min(end.unwrap_or_default())
        };
        let (columns, rows) = (span(0), span(1));
        let width = image.width();
        for y in rows {
            for x in self.columns(y, columns.clone()) {
                let middle = [x * one + one / 2, y * one + one / 2];
                let Some(weights) = self.weights(middle) else {
                    continue;
                };
                let index = y as usize * width + x as usize;
                if let Some(pixel) = image.pixels.get_mut(index) {
                    *pixel = over(*pixel, self.colour(weights, sampler));
                }
            }
        }
    }

    /// Returns the columns of `within` in which pixels of row `y` may lie inside, one more at either end: a long sliver is
    /// not to cost the rectangle around it.
    fn columns(&self, y: i64, within: Range<i64>) -> Range<i64> {
        let one = SUBPIXELS as i64;
        let middle = y * one + one / 2;
        let (mut first, mut end) = (within.start, within.end);
        for (from, to) in self.edges() {
            let ([from_x, from_y], [to_x, to_y]) = (from, to);
            let down = to_y - from_y;
            if down == 0 {
                continue;
            }
            // Where the edge crosses the middle of the row; inside is to its left where it goes down.
            let crossing = from_x + ((to_x - from_x) * (middle - from_y)).div_euclid(down);
            let column = crossing.div_euclid(one);
            if down > 0 {
                end = end.min(column + 2);
            } else {
                first = first.max(column - 1);
            }
        }
        first..end.max(first)
    }

    /// Its edges clockwise, each opposite to the corner of its number.
    const fn edges(&self) -> [([i64; 2], [i64; 2]); 3] {
        let [a, b, c] = self.at;
        [(b, c), (c, a), (a, b)]
    }

    /// Returns the share of each corner in a pixel's middle; `None` outside.
    fn weights(&self, at: [i64; 2]) -> Option<[f32; 3]> {
        let mut weights = [0.0; 3];
        for (weight, (from, to)) in weights.iter_mut().zip(self.edges()) {
            let side = cross(from, to, at);
            if side < 0 || (side == 0 && !is_top_or_left(from, to)) {
                return None;
            }
            *weight = side as f32 / self.area as f32;
        }
        Some(weights)
    }

    fn colour(&self, weights: [f32; 3], sampler: &Sampler<'_>) -> [f32; 4] {
        let (mut u, mut v) = (0.0, 0.0);
        let mut tint = [0.0; 4];
        for (corner, weight) in self.corners.iter().zip(weights) {
            u += corner.uv.x * weight;
            v += corner.uv.y * weight;
            for (sum, channel) in tint.iter_mut().zip(corner.color.to_array()) {
                *sum += f32::from(channel) / 255.0 * weight;
            }
        }
        let mut colour = sampler.at(u, v);
        for (channel, tint) in colour.iter_mut().zip(tint) {
            *channel *= tint;
        }
        colour
    }
}

/// Returns twice the area of a triangle; positive when it runs clockwise on the screen.
fn cross([ax, ay]: [i64; 2], [bx, by]: [i64; 2], [cx, cy]: [i64; 2]) -> i64 {
    (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/// Tells whether pixels exactly on an edge belong to its triangle.
fn is_top_or_left([ax, ay]: [i64; 2], [bx, by]: [i64; 2]) -> bool {
    by < ay || (by == ay && bx > ax)
}

/// Blends the premultiplied colour `source` over `ground`.
fn over(ground: Color32, source: [f32; 4]) -> Color32 {
    let [red, green, blue, alpha] = source;
    let rest = 1.0 - alpha;
    let mix = |source: f32, ground: u8| (source * 255.0 + f32::from(ground) * rest + 0.5) as u8;
    Color32::from_rgba_premultiplied(
        mix(red, ground.r()),
        mix(green, ground.g()),
        mix(blue, ground.b()),
        mix(alpha, ground.a()),
    )
}

#[cfg(test)]
mod tests;
