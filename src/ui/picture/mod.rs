//! The map with a caption as a picture: what `render` writes, and what the window exports and copies.
//!
//! It is drawn by the code of the window in a context without one, on the thread that asks.

mod caption;

use std::{ops::RangeInclusive, sync::Arc};

use egui::{ColorImage, Frame, Layout, Margin, Panel, Pos2, Rect, Ui, Vec2};

use crate::{
    data::{Dataset, Filter},
    map::{
        MapInput, Pose,
        basemap::Basemap,
        camera::MIN_ZOOM,
        overlays::density::{self, ShownDensity},
        picture::{self, LONGEST_SIDE, StillMap},
    },
    model::{Lang, Switches},
    query::{Density, DensityQuestion, Engine, WindowResult},
    session::Selection,
    text::Catalogue,
    theme::{Theme, fonts},
};

use caption::Caption;

/// Size of a picture where none is asked for, in points.
pub const SIZE: [f32; 2] = [1280.0, 800.0];
/// Least and most points along a side.
pub const SIDES: RangeInclusive<f32> = 200.0..=LONGEST_SIDE as f32;
/// Pixels to a point.
pub const SCALES: RangeInclusive<f32> = 0.5..=4.0;
/// Most pixels of a picture.
pub const MOST_PIXELS: f32 = 1.2e8;
/// Room around the marks when all of them are shown, in points.
const PADDING: f32 = 72.0;

/// Sizes to choose from: catalogue key, points, pixels to a point. A page is A4 lying, a slide and the screen of
/// a phone have the pixels of one.
pub const PRESETS: [(&str, [f32; 2], f32); 3] = [
    ("picture-page", [1123.0, 794.0], 3.0),
    ("picture-slide", [1280.0, 720.0], 1.5),
    ("picture-phone", [432.0, 768.0], 2.5),
];

/// Whether a picture of this size can be drawn.
#[must_use]
pub fn can_be_drawn(size: [f32; 2], scale: f32) -> bool {
    let pixels = size.iter().product::<f32>() * scale * scale;
    SCALES.contains(&scale)
        && pixels <= MOST_PIXELS
        && size
            .iter()
            .all(|side| SIDES.contains(side) && side * scale <= LONGEST_SIDE as f32)
}

/// What a picture looks like.
pub struct Sheet {
    /// Width and height in points.
    pub size: Vec2,
    /// Pixels to a point.
    pub scale: f32,
    /// Colours and shapes.
    pub theme: Theme,
    /// The words.
    pub words: Catalogue,
    /// The title; an empty one leaves out its line.
    pub title: String,
    /// Whether the legend stands below.
    pub has_legend: bool,
    /// Which overlays are shown, by their ids.
    pub overlays: Switches,
    /// Whether records have marks although they are many.
    pub marks_of_many: bool,
}

/// What is seen on a picture.
#[derive(Clone, Copy)]
pub struct PictureContent<'a> {
    /// What answers questions about what is open.
    pub engine: &'a Engine,
    /// What `filter` shows of it.
    pub visible: &'a WindowResult,
    /// The filter, with its window.
    pub filter: &'a Filter,
    /// What is selected.
    pub selection: Selection,
    /// Where the map looks.
    pub pose: Pose,
}

impl Sheet {
    /// The room that the caption leaves to the map, in points.
    #[must_use]
    pub fn room(&self) -> Vec2 {
        room(self.size, !self.title.is_empty())
    }

    /// Counts how many records lie where, where the picture shows that as the window does.
    fn density(&self, map: &StillMap<'_>, seen: &PictureContent<'_>) -> Option<Arc<Density>> {
        let view = map.viewport(Rect::from_min_size(Pos2::ZERO, self.room()));
        let wanted = ShownDensity {
            density: self.overlays.is_on(density::ID),
            marks_of_many: self.marks_of_many,
        };
        let records = seen.engine.dataset().len();
        density::is_shown(wanted, records, view.zoom).then(|| {
            Arc::new(seen.engine.density(DensityQuestion {
                engine: seen.engine.id(),
                filter: seen.filter.clone(),
                raster: density::raster(&view),
            }))
        })
    }

    /// Draws `seen` on `basemap`; takes as long as a few frames, and longer the more pixels there are.
    #[must_use]
    pub fn draw(&self, basemap: &Basemap, seen: &PictureContent<'_>) -> ColorImage {
        let mut map = StillMap::new(basemap, seen.pose);
        let density = self.density(&map, seen);
        let input = MapInput {
            found: &[],
            engine: seen.engine,
            density: density.as_ref(),
            dataset: seen.engine.dataset(),
            visible: seen.visible,
            filter: seen.filter,
            selection: seen.selection,
            theme: &self.theme,
            words: &self.words,
            overlays: &self.overlays,
        };
        let caption = Caption {
            seen,
            sheet: self,
            density: density.as_deref(),
            credit: basemap.attribution(),
        };
        let prepare = |ctx: &egui::Context| {
            fonts::install(ctx);
            self.theme.apply(ctx);
        };
        let ground = self.theme.palette.canvas;
        let show = |ui: &mut Ui| {
            let frame = Frame::new()
                .fill(ground)
                .inner_margin(Margin::symmetric(16, 0));
            Panel::bottom("caption")
                .frame(frame)
                .exact_size(caption::height(!self.title.is_empty()))
                .show(ui, |ui| caption.show(ui));
            ui.with_layout(Layout::default(), |ui| map.show(ui, &input));
        };
        picture::draw(self.size, self.scale, ground, prepare, show)
    }
}

/// The room that the caption leaves to the map in a picture of `size`, in points.
#[must_use]
pub fn room(size: Vec2, has_title: bool) -> Vec2 {
    size - Vec2::new(0.0, caption::height(has_title))
}

/// Where everything that is shown can be seen in a map of `room` points.
#[must_use]
pub fn fitting(engine: &Engine, filter: &Filter, room: Vec2) -> Pose {
    let shown = engine.reach_in_window(filter);
    shown
        .or_else(|| engine.reach_of_all())
        .map_or(Pose::MALI, |bounds| Pose::fitting(bounds, room, PADDING))
}

/// Where a map of `room` points looks, so that all is in it that one of `seen` points has that looks at `pose`.
#[must_use]
pub fn reframed(pose: Pose, seen: Vec2, room: Vec2, max_zoom: f64) -> Pose {
    let share = (room / seen).min_elem();
    let steps = if share.is_finite() && share > 0.0 {
        f64::from(share).log2()
    } else {
        0.0
    };
    Pose {
        zoom: (pose.zoom + steps).clamp(MIN_ZOOM, max_zoom),
        ..pose
    }
}

/// The title of the first file in a language, or its name.
#[must_use]
pub fn title(dataset: &Dataset, lang: Lang) -> String {
    let Some(part) = dataset.parts().first() else {
        return String::new();
    };
    let key = match lang {
        Lang::En => "title",
        Lang::Fr => "title:fr",
        Lang::Ar => "title:ar",
    };
    let member = |key: &str| part.members.get(key).and_then(serde_json::Value::as_str);
    member(key)
        .or_else(|| member("title"))
        .unwrap_or(&part.name)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_that_is_offered_can_be_drawn_and_none_beyond_the_limits() {
        for (key, size, scale) in PRESETS {
            assert!(can_be_drawn(size, scale), "{key}");
        }
        assert!(can_be_drawn(SIZE, 1.0));
        for (size, scale) in [
            ([100.0, 800.0], 1.0),
            ([1280.0, 17_000.0], 1.0),
            ([16_000.0, 16_000.0], 1.0),
            ([8_000.0, 300.0], 4.0),
            ([1280.0, 800.0], 5.0),
            ([f32::NAN, 800.0], 1.0),
        ] {
            assert!(!can_be_drawn(size, scale), "{size:?} {scale}");
        }
    }

    #[test]
    fn what_the_window_shows_is_in_the_picture_whatever_its_shape() {
        let pose = Pose::MALI;
        let seen = Vec2::new(800.0, 400.0);
        let zoom = |room: Vec2| reframed(pose, seen, room, 13.0).zoom - pose.zoom;
        assert!((zoom(seen * 2.0) - 1.0).abs() < 1e-6);
        assert!((zoom(Vec2::new(400.0, 900.0)) + 1.0).abs() < 1e-6);
        assert!((zoom(Vec2::ZERO)).abs() < 1e-6);
    }
}
