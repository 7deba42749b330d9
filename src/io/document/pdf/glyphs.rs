//! The glyphs of a page, with what they stand for and where they are.

use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, RenderContent, SoftMask, TransformExt,
    font::{Glyph, GlyphRun},
    hayro_cmap::BfString,
    hayro_syntax::page::Page,
    interpret_page,
    kurbo::{Affine, BezPath, Point, Rect, Vec2},
};

/// Units of a font's coordinates in an em.
const EM: f64 = 1000.0;

/// A glyph of a line of text. Lengths are in points (1/72 inch), as if the text ran to the right and lines downwards.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PlacedGlyph {
    /// What it stands for; empty where the font does not say.
    pub(super) text: String,
    /// Its left end.
    pub(super) left: f64,
    /// Its right end.
    pub(super) right: f64,
    /// Its baseline, from the top.
    pub(super) baseline: f64,
    /// The size of its font.
    pub(super) size: f64,
    /// Quarter turns of its text against the page.
    pub(super) turns: u8,
}

/// The glyphs of a page in the order in which they are drawn, those that no eye sees (the text behind a scan) included.
pub(super) fn glyphs_of(page: &Page<'_>) -> Vec<PlacedGlyph> {
    let settings = InterpreterSettings {
        render_content: RenderContent::PAGE,
        ..InterpreterSettings::default()
    };
    let cache = InterpreterCache::new();
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, width.into(), height.into());
    let upright = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(upright, bounds, &cache, page.xref(), settings);
    let mut collector = Collector::default();
    interpret_page(page, &mut context, &mut collector);
    collector.glyphs
}

#[derive(Default)]
struct Collector {
    glyphs: Vec<PlacedGlyph>,
}

impl Collector {
    fn add(&mut self, glyph: &Glyph<'_>, place: Affine) {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => letter.to_string(),
            Some(BfString::String(letters)) => letters,
            None => String::new(),
        };
        // Some programs write numbers of their own where a glyph stands for no letter.
        let text = if text.chars().all(char::is_control) {
            String::new()
        } else {
            text
        };
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        let origin = place * Point::ZERO;
        let along = place * Point::new(EM, 0.0) - origin;
        let size = (place * Point::new(0.0, EM) - origin).hypot();
        let width = along * (f64::from(advance.unwrap_or(0.0)) / EM);
        let turns = turns_of(along);
        let begin = turned(origin, turns);
        let end = turned(origin + width, turns);
        let is_finite = [begin.x, begin.y, end.x, size]
            .iter()
            .all(|it| it.is_finite());
        if is_finite {
            self.glyphs.push(PlacedGlyph {
                text,
                left: begin.x.min(end.x),
                right: begin.x.max(end.x),
                baseline: begin.y,
                size,
                turns,
            });
        }
    }
}

/// Quarter turns of a direction: right, down, left, up.
fn turns_of(along: Vec2) -> u8 {
    if along.x.abs() >= along.y.abs() {
        if along.x < 0.0 { 2 } else { 0 }
    } else if along.y < 0.0 {
        3
    } else {
        1
    }
}

/// A point in the coordinates of text with so many quarter turns.
fn turned(at: Point, turns: u8) -> Point {
    match turns {
        1 => Point::new(at.y, -at.x),
        2 => Point::new(-at.x, -at.y),
        3 => Point::new(-at.y, at.x),
        _ => at,
    }
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        // Filled and stroked text comes twice.
        if matches!(mode, DrawMode::Stroke(_)) && self.ends_with(run, props.transform) {
            return;
        }
        for glyph in run.glyphs() {
            self.add(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

impl Collector {
    /// Whether the last glyph is the last of this run.
    fn ends_with(&self, run: &GlyphRun<'_, '_>, transform: Affine) -> bool {
        let (Some(known), Some(glyph)) = (self.glyphs.last(), run.glyphs().last()) else {
            return false;
        };
        let place = transform * glyph.transform();
        let at = turned(place * Point::ZERO, known.turns);
        (at.x - known.left).abs() < 0.01 && (at.y - known.baseline).abs() < 0.01
    }
}
