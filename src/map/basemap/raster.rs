//! From a vector tile to pixels, by `tiny-skia`.
//!
//! Geometry is placed and cut in floating point for the exact frame, so a tile enlarged beyond the
//! archive's deepest zoom is as crisp as any other: pictures are never enlarged.

use tiny_skia::{
    Color, FillRule, FilterQuality, LineCap, LineJoin, Paint, Path, PathBuilder, Pattern, Pixmap,
    Shader, SpreadMode, StrokeDash, Transform,
};

use super::address::TileAddress;
use super::class::{Class, classify};
use super::frame::PixelFrame;
use super::geometry::{Geometry, GeometryType, Pixel, PixelBounds};
use super::mvt::VectorTile;
use super::style::{Stroke, Style};
use crate::theme::Colour;

/// How far beyond the frame geometry is kept, in points: half the widest line.
const MARGIN_POINTS: f32 = 8.0;

/// Draws the part of a vector tile that a frame shows. `relief` is the shaded land of the same frame.
///
/// `None` when the frame is empty or too large to allocate.
#[must_use]
pub fn raster(
    tile: &VectorTile,
    source: TileAddress,
    frame: &PixelFrame,
    style: Style,
    relief: Option<&Pixmap>,
) -> Option<Pixmap> {
    let mut pixmap = Pixmap::new(frame.width, frame.height)?;
    pixmap.fill(colour(style.palette().sea));
    let areas = ClassPaths::collect(tile, source, frame);
    let zoom = frame.zoom() as f32;
    for class in Class::ALL {
        let Some(outlines) = areas.get(class) else {
            continue;
        };
        if let (Some(fill), Some(path)) = (style.fill(class), &outlines.fill) {
            let paint = match relief {
                Some(land) if class == Class::Land => patterned(land),
                _ => solid(fill),
            };
            pixmap.fill_path(path, &paint, FillRule::Winding, Transform::identity(), None);
        }
        if let Some(path) = &outlines.line {
            for stroke in style.strokes(class, zoom).into_iter().flatten() {
                draw_stroke(&mut pixmap, path, &stroke, frame.pixels_per_point);
            }
        }
    }
    Some(pixmap)
}

/// The paths of one class.
#[derive(Default)]
struct Outlines {
    fill: Option<Path>,
    line: Option<Path>,
}

/// The paths of every class that the tile has.
struct ClassPaths {
    outlines: Vec<Outlines>,
}

impl ClassPaths {
    fn collect(tile: &VectorTile, source: TileAddress, frame: &PixelFrame) -> Self {
        let mut builders: Vec<(PathBuilder, PathBuilder)> = Class::ALL
            .iter()
            .map(|_| (PathBuilder::new(), PathBuilder::new()))
            .collect();
        for (layer, feature) in tile.features() {
            let Some(class) = classify(layer, feature) else {
                continue;
            };
            let Some((fill, line)) = builders.get_mut(class as usize) else {
                continue;
            };
            let placement = Placement::new(source, layer.extent, frame);
            match feature.shape {
                GeometryType::Polygon => placement.add_rings(&feature.geometry, fill, line),
                GeometryType::Line => placement.add_lines(&feature.geometry, line),
                GeometryType::Point => {}
            }
        }
        let outlines = builders
            .into_iter()
            .map(|(fill, line)| Outlines {
                fill: fill.finish(),
                line: line.finish(),
            })
            .collect();
        Self { outlines }
    }

    fn get(&self, class: Class) -> Option<&Outlines> {
        self.outlines.get(class as usize)
    }
}

/// Places tile units in a frame and cuts what lies outside.
struct Placement {
    scale: f64,
    offset: [f64; 2],
    bounds: PixelBounds,
}

impl Placement {
    fn new(source: TileAddress, extent: u32, frame: &PixelFrame) -> Self {
        let tile_px = frame.world_px / source.side();
        let margin = MARGIN_POINTS * frame.pixels_per_point;
        Self {
            scale: tile_px / f64::from(extent),
            offset: [
                f64::from(source.x) * tile_px - frame.left,
                f64::from(source.y) * tile_px - frame.top,
            ],
            bounds: PixelBounds {
                min: [-margin, -margin],
                max: [frame.width as f32 + margin, frame.height as f32 + margin],
            },
        }
    }

    fn pixels(&self, run: &[[i32; 2]]) -> Vec<Pixel> {
        let [left, top] = self.offset;
        run.iter()
            .map(|&[x, y]| {
                let pixel = [
                    left + f64::from(x) * self.scale,
                    top + f64::from(y) * self.scale,
                ];
                pixel.map(|coordinate| coordinate as f32)
            })
            .collect()
    }

    /// Adds rings to be filled, and their edges (without those made by cutting) to be drawn.
    fn add_rings(&self, geometry: &Geometry, fill: &mut PathBuilder, line: &mut PathBuilder) {
        for run in geometry.runs() {
            let mut ring = self.pixels(run);
            if ring.len() < 3 {
                continue;
            }
            ring.extend(ring.first().copied());
            self.add_line(&ring, line);
            ring.pop();
            let cut = self.bounds.cut_ring(ring);
            let mut points = cut.into_iter();
            if let Some([x, y]) = points.next() {
                fill.move_to(x, y);
                points.for_each(|[x, y]| fill.line_to(x, y));
                fill.close();
            }
        }
    }

    fn add_lines(&self, geometry: &Geometry, line: &mut PathBuilder) {
        for run in geometry.runs() {
            self.add_line(&self.pixels(run), line);
        }
    }

    /// Adds the parts of a line inside the bounds, unbroken where they are.
    fn add_line(&self, points: &[Pixel], line: &mut PathBuilder) {
        let mut pen: Option<Pixel> = None;
        for (from, to) in points.iter().zip(points.iter().skip(1)) {
            let Some((start, end)) = self.bounds.cut_segment(*from, *to) else {
                pen = None;
                continue;
            };
            if pen != Some(start) {
                line.move_to(start[0], start[1]);
            }
            line.line_to(end[0], end[1]);
            pen = Some(end);
        }
    }
}

fn draw_stroke(pixmap: &mut Pixmap, path: &Path, stroke: &Stroke, pixels_per_point: f32) {
    let width = stroke.width * pixels_per_point;
    let dash = stroke.dash.and_then(|[on, off]| {
        StrokeDash::new(vec![on * pixels_per_point, off * pixels_per_point], 0.0)
    });
    let line = tiny_skia::Stroke {
        width,
        line_cap: if dash.is_some() {
            LineCap::Butt
        } else {
            LineCap::Round
        },
        line_join: LineJoin::Round,
        dash,
        ..tiny_skia::Stroke::default()
    };
    pixmap.stroke_path(
        path,
        &solid(stroke.colour),
        &line,
        Transform::identity(),
        None,
    );
}

fn solid(fill: Colour) -> Paint<'static> {
    Paint {
        shader: Shader::SolidColor(colour(fill)),
        ..Paint::default()
    }
}

fn patterned(picture: &Pixmap) -> Paint<'_> {
    let shader = Pattern::new(
        picture.as_ref(),
        SpreadMode::Pad,
        FilterQuality::Nearest,
        1.0,
        Transform::identity(),
    );
    Paint {
        shader,
        ..Paint::default()
    }
}

/// Returns a colour of the theme as `tiny-skia` has it.
pub(super) fn colour(colour: Colour) -> Color {
    let [red, green, blue, alpha] = colour.to_srgba_unmultiplied();
    Color::from_rgba8(red, green, blue, alpha)
}
