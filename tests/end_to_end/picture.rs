//! A picture of the window, and how marks are found in it.

/// Rows of red, green, blue.
#[derive(PartialEq, Eq)]
pub(crate) struct Picture {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pixels: Vec<[u8; 3]>,
}

/// A part of a picture: left, top, right and bottom, the last two not included.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Area {
    pub(crate) left: u32,
    pub(crate) top: u32,
    pub(crate) right: u32,
    pub(crate) bottom: u32,
}

impl Picture {
    /// From what an X server sends for a true-colour window: blue, green, red, unused.
    pub(crate) fn from_bgrx(width: u32, height: u32, bytes: &[u8]) -> Self {
        let pixels = bytes.chunks_exact(4).map(|p| [p[2], p[1], p[0]]).collect();
        Self {
            width,
            height,
            pixels,
        }
    }

    /// Writes a PNG, for the person who has to find out why a test failed.
    pub(crate) fn save(&self, path: &std::path::Path) {
        let file = std::fs::File::create(path).unwrap();
        let mut encoder = png::Encoder::new(file, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(self.pixels.as_flattened()).unwrap();
    }

    fn at(&self, x: u32, y: u32) -> [u8; 3] {
        self.pixels[(y * self.width + x) as usize]
    }

    /// How many pixels of an area differ between two pictures of the same size.
    pub(crate) fn difference(&self, other: &Self, area: Area) -> usize {
        assert_eq!((self.width, self.height), (other.width, other.height));
        points(area)
            .filter(|&(x, y)| self.at(x, y) != other.at(x, y))
            .count()
    }

    /// Whether it is as large as the other and differs from it in `pixels` at most.
    pub(crate) fn is_like(&self, other: &Self, pixels: usize) -> bool {
        let whole = Area {
            left: 0,
            top: 0,
            right: self.width,
            bottom: self.height,
        };
        (self.width, self.height) == (other.width, other.height)
            && self.difference(other, whole) <= pixels
    }

    /// Centres of the solid discs (or squares) of one colour, at least `size` pixels across.
    pub(crate) fn find_solid(&self, colour: [u8; 3], size: u32, area: Area) -> Vec<(u32, u32)> {
        let mut found: Vec<(u32, u32)> = Vec::new();
        for (x, y) in points(area) {
            if x + size > area.right || y + size > area.bottom {
                continue;
            }
            let block = Area {
                left: x,
                top: y,
                right: x + size,
                bottom: y + size,
            };
            let centre = (x + size / 2, y + size / 2);
            let is_new = found
                .iter()
                .all(|&(a, b)| a.abs_diff(centre.0) + b.abs_diff(centre.1) > 3 * size);
            if is_new && points(block).all(|(x, y)| near(self.at(x, y), colour, 3)) {
                found.push(centre);
            }
        }
        found
    }

    /// Where upright lines of one colour, their edges blended with what lies behind, run down
    /// nearly all of an area, from left to right.
    pub(crate) fn upright_lines(&self, colour: [u8; 3], area: Area) -> Vec<u32> {
        let mut lines: Vec<u32> = Vec::new();
        for x in area.left..area.right {
            let rows = (area.top..area.bottom).filter(|&y| near(self.at(x, y), colour, 55));
            let is_line = rows.count() * 10 >= (area.bottom - area.top) as usize * 9;
            if is_line && lines.last().is_none_or(|last| x - last > 4) {
                lines.push(x);
            }
        }
        lines
    }

    /// How many different colours an area has: a drawn map has many, an empty panel few.
    pub(crate) fn colours(&self, area: Area) -> usize {
        points(area)
            .map(|(x, y)| self.at(x, y))
            .collect::<std::collections::BTreeSet<_>>()
            .len()
    }
}

fn points(area: Area) -> impl Iterator<Item = (u32, u32)> {
    (area.top..area.bottom).flat_map(move |y| (area.left..area.right).map(move |x| (x, y)))
}

/// Whether no channel differs by more than `tolerance`.
fn near(a: [u8; 3], b: [u8; 3], tolerance: u8) -> bool {
    a.iter().zip(b).all(|(a, b)| a.abs_diff(b) <= tolerance)
}
