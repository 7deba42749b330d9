//! The map as a picture, without a window, a display or a graphics processor.
//!
//! An egui context runs without a window; what it would have shown is filled in by `triangles`. So
//! the picture is what the window draws, by the same code: marks, areas, Arabic names and all.

use egui::{
    Color32, ColorImage, Context, RawInput, Rect, TextureHandle, TextureOptions, Ui, Vec2,
    ViewportId, pos2,
};

use rustc_hash::FxHashMap;

use super::{
    basemap::{Basemap, PixelFrame, labels},
    camera::{Camera, Pose},
    frame::MapFrame,
    input::MapInput,
    overlays::{OverlayStack, relief},
    triangles::{self, Textures},
    viewport::Viewport,
};

/// Passes before the one that is drawn: fonts and sizes settle in them.
const SETTLING: usize = 2;
/// Longest side of a picture, in pixels.
pub const LONGEST_SIDE: u32 = 16_384;

/// Draws what `add` shows in a window of `size` points. `prepare` is given the context first: for
/// fonts and style. `ground` fills what is left free.
pub fn draw(
    size: Vec2,
    pixels_per_point: f32,
    ground: Color32,
    prepare: impl FnOnce(&Context),
    mut add: impl FnMut(&mut Ui),
) -> ColorImage {
    let ctx = Context::default();
    prepare(&ctx);
    let mut textures = Textures::default();
    let mut pass = |time: f64| {
        let mut output = ctx.run_ui(input(size, pixels_per_point, time), |ui| add(ui));
        textures.apply(&mut output.textures_delta);
        output.shapes
    };
    for settling in 0..SETTLING {
        pass(settling as f64);
    }
    let shapes = pass(SETTLING as f64);
    let primitives = ctx.tessellate(shapes, pixels_per_point);
    let pixels = |points: f32| (points * pixels_per_point).round().max(1.0) as usize;
    let mut image = ColorImage::filled([pixels(size.x), pixels(size.y)], ground);
    triangles::paint(&mut image, &primitives, &textures, pixels_per_point);
    image
}

fn input(size: Vec2, pixels_per_point: f32, time: f64) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), size)),
        max_texture_side: Some(LONGEST_SIDE as usize),
        time: Some(time),
        ..RawInput::default()
    };
    if let Some(viewport) = input.viewports.get_mut(&ViewportId::ROOT) {
        viewport.native_pixels_per_point = Some(pixels_per_point);
    }
    input
}

/// Returns the picture as a PNG file.
pub fn png(image: &ColorImage) -> std::io::Result<Vec<u8>> {
    let [width, height] = image
        .size
        .map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    // Every pixel is opaque, so premultiplied and plain colours are the same.
    writer.write_image_data(image.as_raw())?;
    writer.finish()?;
    Ok(bytes)
}

/// Returns the picture as a PNG file of at most 256 colours: the most frequent ones exactly, each other as the nearest of
/// them. Where the ground is not shaded nobody sees a difference, and the file is about a third as large.
pub fn small_png(image: &ColorImage) -> std::io::Result<Vec<u8>> {
    let [width, height] = image
        .size
        .map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let (palette, places) = few_colours(image);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.as_flattened().to_vec());
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&places)?;
    writer.finish()?;
    Ok(bytes)
}

/// The colours of a picture that are kept, and which of them each pixel has.
fn few_colours(image: &ColorImage) -> (Vec<[u8; 3]>, Vec<u8>) {
    let colour = |pixel: &Color32| [pixel.r(), pixel.g(), pixel.b()];
    let mut counts: FxHashMap<[u8; 3], u32> = FxHashMap::default();
    for pixel in &image.pixels {
        *counts.entry(colour(pixel)).or_default() += 1;
    }
    let mut all: Vec<([u8; 3], u32)> = counts.into_iter().collect();
    all.sort_unstable_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let kept: Vec<[u8; 3]> = all.iter().take(256).map(|(colour, _)| *colour).collect();
    let nearest = |wanted: [u8; 3]| {
        let offset = |kept: &[u8; 3]| -> u32 {
            let sides = kept.iter().zip(wanted);
            sides
                .map(|(one, other)| u32::from(one.abs_diff(other)).pow(2))
                .sum()
        };
        let found = (0..=u8::MAX)
            .zip(&kept)
            .min_by_key(|(_, kept)| offset(kept));
        found.map_or(0, |(place, _)| place)
    };
    let places: FxHashMap<[u8; 3], u8> = all
        .iter()
        .map(|(colour, _)| (*colour, nearest(*colour)))
        .collect();
    let place = |pixel: &Color32| places.get(&colour(pixel)).copied().unwrap_or_default();
    (kept, image.pixels.iter().map(place).collect())
}

/// The map at rest: drawn at once, on the thread that asks.
pub struct StillMap<'a> {
    basemap: &'a Basemap,
    camera: Camera,
    overlays: OverlayStack,
    /// The basemap of a frame, drawn before.
    ground: Option<(PixelFrame, TextureHandle)>,
}

impl<'a> StillMap<'a> {
    /// Makes a map that looks at `pose`.
    #[must_use]
    pub fn new(basemap: &'a Basemap, pose: Pose) -> Self {
        let mut camera = Camera::new(pose);
        camera.set_max_zoom(f64::from(basemap.max_zoom()));
        camera.look_at(pose);
        Self {
            basemap,
            camera,
            overlays: OverlayStack::default(),
            ground: None,
        }
    }

    /// Returns what is seen in a map that takes `rect`.
    #[must_use]
    pub fn viewport(&self, rect: Rect) -> Viewport {
        self.camera.viewport(rect)
    }

    /// Shows the map in all the room of `ui`, without the credit: that belongs into the caption.
    pub fn show(&mut self, ui: &mut Ui, input: &MapInput<'_>) {
        let rect = ui.available_rect_before_wrap();
        let viewport = self.camera.viewport(rect);
        let scale = ui.ctx().pixels_per_point();
        let size_px =
            [rect.width(), rect.height()].map(|side| (side * scale).round().max(1.0) as u32);
        let frame = PixelFrame::of_view(viewport.centre, viewport.zoom, size_px, scale);
        let painter = ui.painter().with_clip_rect(rect);
        self.paint_ground(&painter, rect, &frame, input);
        let mut names: Vec<_> = frame
            .tiles(frame.tile_zoom())
            .flat_map(|tile| self.basemap.labels(tile))
            .collect();
        labels::sort(&mut names);
        let layout = self.overlays.layout(input, &viewport, None);
        let frame = MapFrame {
            ctx: ui.ctx(),
            is_still: true,
            input,
            view: &viewport,
            layout: &layout,
            names: &names,
            // Whoever makes the picture has a caption for it.
            credit: "",
            covered: &[],
            spiderfied: None,
        };
        self.overlays.paint(&painter, &frame, None);
        ui.advance_cursor_after_rect(rect);
    }

    fn paint_ground(
        &mut self,
        painter: &egui::Painter,
        rect: Rect,
        frame: &PixelFrame,
        input: &MapInput<'_>,
    ) {
        if self.ground.as_ref().is_none_or(|(drawn, _)| drawn != frame) {
            self.ground = self.draw_ground(painter.ctx(), frame, input);
        }
        if let Some((_, texture)) = &self.ground {
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            painter.image(texture.id(), rect, whole, Color32::WHITE);
        }
    }

    fn draw_ground(
        &self,
        ctx: &Context,
        frame: &PixelFrame,
        input: &MapInput<'_>,
    ) -> Option<(PixelFrame, TextureHandle)> {
        let pixmap = self.basemap.raster_view(frame, relief::style(input))?;
        let side = [frame.width as usize, frame.height as usize];
        let image = ColorImage::from_rgba_premultiplied(side, pixmap.data());
        Some((
            *frame,
            ctx.load_texture("basemap", image, TextureOptions::NEAREST),
        ))
    }
}
