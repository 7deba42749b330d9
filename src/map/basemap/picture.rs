//! Archives of pictures: decoding within limits, and drawing the part that a frame shows.

use std::io::Cursor;

use image::{ImageReader, Limits};
use tiny_skia::{FilterQuality, Pixmap, PixmapPaint, PremultipliedColorU8, Transform};

use super::address::TileAddress;
use super::frame::PixelFrame;

/// Most pixels along one side of a tile.
const SIDE_LIMIT: u32 = 4096;
/// Most bytes that decoding one may take.
const DECODING_LIMIT: u64 = 96 << 20;

/// Returns a PNG or JPEG picture; `None` for anything else, damaged or too large.
pub(super) fn decode(bytes: &[u8]) -> Option<image::DynamicImage> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_LIMIT);
    limits.max_image_height = Some(SIDE_LIMIT);
    limits.max_alloc = Some(DECODING_LIMIT);
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?;
    reader.limits(limits);
    reader.decode().ok()
}

/// Draws the part of a picture tile that a frame shows.
pub(super) fn draw(bytes: &[u8], source: TileAddress, frame: &PixelFrame) -> Option<Pixmap> {
    let picture = decode(bytes)?.into_rgba8();
    let mut tile = Pixmap::new(picture.width(), picture.height())?;
    for (pixel, colour) in tile.pixels_mut().iter_mut().zip(picture.pixels()) {
        let [red, green, blue, alpha] = colour.0.map(u32::from);
        let weigh = |channel: u32| (channel * alpha / 255) as u8;
        *pixel =
            PremultipliedColorU8::from_rgba(weigh(red), weigh(green), weigh(blue), alpha as u8)?;
    }
    let tile_px = frame.world_px / source.side();
    let scale = (tile_px / f64::from(picture.width())) as f32;
    let [x, y] = [
        f64::from(source.x) * tile_px - frame.left,
        f64::from(source.y) * tile_px - frame.top,
    ];
    let mut pixmap = Pixmap::new(frame.width, frame.height)?;
    let paint = PixmapPaint {
        quality: FilterQuality::Bilinear,
        ..PixmapPaint::default()
    };
    let transform = Transform::from_row(scale, 0.0, 0.0, scale, x as f32, y as f32);
    pixmap.draw_pixmap(0, 0, tile.as_ref(), &paint, transform, None);
    Some(pixmap)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::basemap::fixture::{archive, directory, tile};
    use crate::map::basemap::{Basemap, Style};
    use crate::theme::Shade;

    /// Returns a PNG of one colour.
    fn png(side: u32, colour: [u8; 4]) -> Vec<u8> {
        let picture = image::RgbaImage::from_pixel(side, side, image::Rgba(colour));
        let mut bytes = Cursor::new(Vec::new());
        picture
            .write_to(&mut bytes, image::ImageFormat::Png)
            .unwrap();
        bytes.into_inner()
    }

    #[test]
    fn an_archive_of_pictures_is_drawn_and_enlarged() {
        let picture = png(64, [10, 120, 30, 255]);
        let root = directory(&[
            (0, 1, picture.len() as u64, 0),
            (1, 4, picture.len() as u64, 0),
        ]);
        let mut bytes = archive(&root, &[], &picture);
        bytes[99] = 2;
        let basemap = Basemap::with_archive(bytes).unwrap();
        let style = Style {
            shade: Shade::Light,
            relief: true,
        };
        for (address, side) in [(tile(0, 0, 0), 256), (tile(1, 1, 0), 300)] {
            let drawn = basemap.raster_tile(address, side, 1.0, style).unwrap();
            let pixel = drawn.pixel(side / 2, side / 2).unwrap();
            assert_eq!([pixel.red(), pixel.green(), pixel.blue()], [10, 120, 30]);
        }
    }

    #[test]
    fn a_picture_that_claims_to_be_huge_is_refused() {
        let mut bytes = png(8, [0; 4]);
        // Width and height stand behind the signature and the name of the first chunk.
        bytes[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
        assert!(decode(&bytes).is_none());
        assert!(decode(b"not a picture").is_none());
    }
}
